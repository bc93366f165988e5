"""Methods of `mixtures`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_ADD_MIXTURE: Operation[models.Mixture] = Operation(
    "mixtures.add_mixture",
    "POST",
    "/mixtures",
    parameters=(query("limit"), query("note")),
    body=Body(
        "application/json",
        lambda: models.Mixture,
        fields=("ratio", "steps", "label", "tags"),
    ),
    answers={"200": Answer("application/json", lambda: models.Mixture)},
)


class Mixtures(Resource):
    """The methods of `mixtures`."""

    @overload
    def add_mixture(
        self,
        *,
        ratio: float,
        steps: int,
        limit: int | Unset = UNSET,
        note: str | Unset = UNSET,
        label: str | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Mixture: ...

    @overload
    def add_mixture(
        self,
        *,
        limit: int | Unset = UNSET,
        note: str | Unset = UNSET,
        request: models.Mixture | models.MixtureDict,
        **options: Unpack[CallOptions],
    ) -> models.Mixture: ...

    def add_mixture(
        self,
        *,
        ratio: float | Unset = UNSET,
        steps: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        note: str | Unset = UNSET,
        label: str | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        request: models.Mixture | models.MixtureDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Mixture:
        """Call `POST /mixtures`.

        Args:
            ratio: More than 0. Less than 1.
            steps: At least 10. A multiple of 5.
            limit: Default of the server: 10. At least 1. At most 50.
            label: At least 2 characters. At most 4 characters. Matches `^[A-Z]+$`.
            tags: Not empty. At most 3 items. No two items are the same.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The mixture.
        """
        # POST /mixtures: Mixture -> Mixture
        return self._client.call(_ADD_MIXTURE, locals())

    @property
    def with_raw_response(self) -> MixturesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return MixturesRaw(self)

    @property
    def with_streaming_response(self) -> MixturesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return MixturesStreaming(self)


class MixturesRaw:
    """The methods of `Mixtures`, giving status and headers beside the result."""

    def __init__(self, resource: Mixtures) -> None:
        self.add_mixture = raw(resource.add_mixture)


class MixturesStreaming:
    """The methods of `Mixtures`, leaving the body of the answer unread."""

    def __init__(self, resource: Mixtures) -> None:
        self.add_mixture = streaming(resource.add_mixture)
