"""Methods of `queries`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, query
from .._runtime.responses import raw, streaming
from .._runtime.styles import deep_object, pipe_delimited, space_delimited

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_GET_FORM: Operation[None] = Operation(
    "queries.get_form",
    "GET",
    "/form",
    parameters=(
        query("text"),
        query("number"),
        query("flag"),
        query("list"),
        query("commas", explode=False),
        query("object", explode=False, codec=lambda: models.Colour),
        query("spread", codec=lambda: models.Colour),
        query("empty", allow_empty=True),
        query("maybe"),
    ),
    answers={"204": Answer(kind="none")},
)
_GET_DELIMITED: Operation[None] = Operation(
    "queries.get_delimited",
    "GET",
    "/delimited",
    parameters=(
        query("spaces", write=space_delimited, explode=False),
        query("pipes", write=pipe_delimited, explode=False),
        query(
            "pipeObject",
            argument="pipe_object",
            write=pipe_delimited,
            explode=False,
            codec=lambda: models.Colour,
        ),
    ),
    answers={"204": Answer(kind="none")},
)
_GET_DEEP: Operation[None] = Operation(
    "queries.get_deep",
    "GET",
    "/deep",
    parameters=(
        query("filter", write=deep_object, codec=lambda: models.GetDeepFilter),
    ),
    answers={"204": Answer(kind="none")},
)
_GET_RESERVED: Operation[None] = Operation(
    "queries.get_reserved",
    "GET",
    "/reserved",
    parameters=(
        query("path", allow_reserved=True),
        query("odd name[]", argument="odd_name"),
    ),
    answers={"204": Answer(kind="none")},
)


class Queries(Resource):
    """The methods of `queries`."""

    def get_form(
        self,
        *,
        text: str | Unset = UNSET,
        number: float | Unset = UNSET,
        flag: bool | Unset = UNSET,
        list: Sequence[str] | Unset = UNSET,
        commas: Sequence[str] | Unset = UNSET,
        object: models.Colour | models.ColourDict | Unset = UNSET,
        spread: models.Colour | models.ColourDict | Unset = UNSET,
        empty: str | Unset = UNSET,
        maybe: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /form`."""
        # GET /form -> None
        return self._client.call(_GET_FORM, locals())

    def get_delimited(
        self,
        *,
        spaces: Sequence[str] | Unset = UNSET,
        pipes: Sequence[int] | Unset = UNSET,
        pipe_object: models.Colour | models.ColourDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /delimited`."""
        # GET /delimited -> None
        return self._client.call(_GET_DELIMITED, locals())

    def get_deep(
        self,
        *,
        filter: models.GetDeepFilter | models.GetDeepFilterDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /deep`."""
        # GET /deep -> None
        return self._client.call(_GET_DEEP, locals())

    def get_reserved(
        self,
        *,
        path: str | Unset = UNSET,
        odd_name: Sequence[str] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /reserved`."""
        # GET /reserved -> None
        return self._client.call(_GET_RESERVED, locals())

    @property
    def with_raw_response(self) -> QueriesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return QueriesRaw(self)

    @property
    def with_streaming_response(self) -> QueriesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return QueriesStreaming(self)


class QueriesRaw:
    """The methods of `Queries`, giving status and headers beside the result."""

    def __init__(self, resource: Queries) -> None:
        self.get_form = raw(resource.get_form)
        self.get_delimited = raw(resource.get_delimited)
        self.get_deep = raw(resource.get_deep)
        self.get_reserved = raw(resource.get_reserved)


class QueriesStreaming:
    """The methods of `Queries`, leaving the body of the answer unread."""

    def __init__(self, resource: Queries) -> None:
        self.get_form = streaming(resource.get_form)
        self.get_delimited = streaming(resource.get_delimited)
        self.get_deep = streaming(resource.get_deep)
        self.get_reserved = streaming(resource.get_reserved)
