"""Methods of `group_9_lives`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_NONE: Operation[models.Model] = Operation(
    "group_9_lives.none",
    "POST",
    "/models",
    body=Body(
        "application/json",
        lambda: models.Model,
        fields=(
            ("class_", "class"),
            "copy",
            "json",
            "schema",
            "model_config",
            "model_dump",
            ("init", "__init__"),
            ("private", "_private"),
            ("true", "True"),
            "date",
            "list",
            ("value_1st", "1st"),
            ("a_b", "a b"),
            ("a_minus_b", "a-b"),
            "日本",
            ("empty", ""),
            "constant",
            "lenient",
        ),
    ),
    answers={"200": Answer("application/json", lambda: models.Model)},
)


class Group9Lives(Resource):
    """The methods of `group_9_lives`."""

    @overload
    def none(
        self,
        *,
        class_: str,
        copy: int,
        json: str | Unset = UNSET,
        schema: str | Unset = UNSET,
        model_config: str | Unset = UNSET,
        model_dump: str | Unset = UNSET,
        init: str | Unset = UNSET,
        private: str | Unset = UNSET,
        true: bool | Unset = UNSET,
        date: datetime.date | str | Unset = UNSET,
        list: Sequence[int] | Unset = UNSET,
        value_1st: str | Unset = UNSET,
        a_b: str | Unset = UNSET,
        a_minus_b: str | Unset = UNSET,
        日本: str | Unset = UNSET,
        empty: str | Unset = UNSET,
        constant: models.Constant | models.ConstantDict | Unset = UNSET,
        lenient: models.Lenient | models.LenientDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Model: ...

    @overload
    def none(
        self,
        *,
        request: models.Model | models.ModelDict,
        **options: Unpack[CallOptions],
    ) -> models.Model: ...

    def none(
        self,
        *,
        class_: str | Unset = UNSET,
        copy: int | Unset = UNSET,
        json: str | Unset = UNSET,
        schema: str | Unset = UNSET,
        model_config: str | Unset = UNSET,
        model_dump: str | Unset = UNSET,
        init: str | Unset = UNSET,
        private: str | Unset = UNSET,
        true: bool | Unset = UNSET,
        date: datetime.date | str | Unset = UNSET,
        list: Sequence[int] | Unset = UNSET,
        value_1st: str | Unset = UNSET,
        a_b: str | Unset = UNSET,
        a_minus_b: str | Unset = UNSET,
        日本: str | Unset = UNSET,
        empty: str | Unset = UNSET,
        constant: models.Constant | models.ConstantDict | Unset = UNSET,
        lenient: models.Lenient | models.LenientDict | Unset = UNSET,
        request: models.Model | models.ModelDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Model:
        """Call `POST /models`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The same.
        """
        # POST /models: Model -> Model
        return self._client.call(_NONE, locals())

    @property
    def with_raw_response(self) -> Group9LivesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return Group9LivesRaw(self)

    @property
    def with_streaming_response(self) -> Group9LivesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return Group9LivesStreaming(self)


class Group9LivesRaw:
    """The methods of `Group9Lives`, giving status and headers beside the result."""

    def __init__(self, resource: Group9Lives) -> None:
        self.none = raw(resource.none)


class Group9LivesStreaming:
    """The methods of `Group9Lives`, leaving the body of the answer unread."""

    def __init__(self, resource: Group9Lives) -> None:
        self.none = streaming(resource.none)
