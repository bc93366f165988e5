"""Methods of `labels`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_LABELS: Operation[dict[str, models.Label]] = Operation(
    "labels.put_labels",
    "PUT",
    "/labels",
    body=Body("application/json", lambda: dict[str, models.Label]),
    answers={"200": Answer("application/json", lambda: dict[str, models.Label])},
)
_PUT_BOX: Operation[models.Box] = Operation(
    "labels.put_box",
    "PUT",
    "/boxes",
    body=Body(
        "application/json",
        lambda: models.Box,
        fields=("name", "free", "anything", "counts", "nested", "loose"),
    ),
    answers={"200": Answer("application/json", lambda: models.Box)},
)


class Labels(Resource):
    """The methods of `labels`."""

    def put_labels(
        self,
        *,
        request: Mapping[str, models.Label | models.LabelDict],
        **options: Unpack[CallOptions],
    ) -> dict[str, models.Label]:
        """Call `PUT /labels`.

        Returns:
            The labels by name.
        """
        # PUT /labels: dict[str, Label] -> dict[str, Label]
        return self._client.call(_PUT_LABELS, locals())

    @overload
    def put_box(
        self,
        *,
        name: str,
        free: Mapping[str, Any] | Unset = UNSET,
        anything: Any | Unset = UNSET,
        counts: Mapping[str, int] | Unset = UNSET,
        nested: Mapping[str, Mapping[str, Sequence[str]]] | Unset = UNSET,
        loose: models.BoxLoose | models.BoxLooseDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Box: ...

    @overload
    def put_box(
        self, *, request: models.Box | models.BoxDict, **options: Unpack[CallOptions]
    ) -> models.Box: ...

    def put_box(
        self,
        *,
        name: str | Unset = UNSET,
        free: Mapping[str, Any] | Unset = UNSET,
        anything: Any | Unset = UNSET,
        counts: Mapping[str, int] | Unset = UNSET,
        nested: Mapping[str, Mapping[str, Sequence[str]]] | Unset = UNSET,
        loose: models.BoxLoose | models.BoxLooseDict | Unset = UNSET,
        request: models.Box | models.BoxDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Box:
        """Call `PUT /boxes`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The box.
        """
        # PUT /boxes: Box -> Box
        return self._client.call(_PUT_BOX, locals())

    @property
    def with_raw_response(self) -> LabelsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return LabelsRaw(self)

    @property
    def with_streaming_response(self) -> LabelsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return LabelsStreaming(self)


class LabelsRaw:
    """The methods of `Labels`, giving status and headers beside the result."""

    def __init__(self, resource: Labels) -> None:
        self.put_labels = raw(resource.put_labels)
        self.put_box = raw(resource.put_box)


class LabelsStreaming:
    """The methods of `Labels`, leaving the body of the answer unread."""

    def __init__(self, resource: Labels) -> None:
        self.put_labels = streaming(resource.put_labels)
        self.put_box = streaming(resource.put_box)
