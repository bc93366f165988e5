"""Methods of `paths`."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, path, query
from .._runtime.responses import raw, streaming
from .._runtime.styles import label, matrix

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_GET_SIMPLE: Operation[None] = Operation(
    "paths.get_simple",
    "GET",
    "/simple/{text}/{list}/{object}/{spread}",
    parameters=(
        path("text"),
        path("list"),
        path("object", codec=lambda: models.Colour),
        path("spread", explode=True, codec=lambda: models.Colour),
    ),
    answers={"204": Answer(kind="none")},
)
_GET_LABEL: Operation[None] = Operation(
    "paths.get_label",
    "GET",
    "/label/{text}/{list}/{spreadList}/{object}/{spread}",
    parameters=(
        path("text", write=label),
        path("list", write=label),
        path("spreadList", argument="spread_list", write=label, explode=True),
        path("object", write=label, codec=lambda: models.Colour),
        path("spread", write=label, explode=True, codec=lambda: models.Colour),
    ),
    answers={"204": Answer(kind="none")},
)
_GET_MATRIX: Operation[None] = Operation(
    "paths.get_matrix",
    "GET",
    "/matrix/{text}/{list}/{spreadList}/{object}/{spread}",
    parameters=(
        path("text", write=matrix),
        path("list", write=matrix),
        path("spreadList", argument="spread_list", write=matrix, explode=True),
        path("object", write=matrix, codec=lambda: models.Colour),
        path("spread", write=matrix, explode=True, codec=lambda: models.Colour),
    ),
    answers={"204": Answer(kind="none")},
)
_GET_KINDS: Operation[None] = Operation(
    "paths.get_kinds",
    "GET",
    "/kinds/{number}-{flag}/{day}.{uuid}?mode=fast",
    parameters=(
        path("number"),
        path("flag"),
        path("day"),
        path("uuid"),
        query("level"),
    ),
    answers={"204": Answer(kind="none")},
)


class Paths(Resource):
    """The methods of `paths`."""

    def get_simple(
        self,
        text: str,
        list: Sequence[str],
        object: models.Colour | models.ColourDict,
        spread: models.Colour | models.ColourDict,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /simple/{text}/{list}/{object}/{spread}`."""
        # GET /simple/{text}/{list}/{object}/{spread} -> None
        return self._client.call(_GET_SIMPLE, locals())

    def get_label(
        self,
        text: str,
        list: Sequence[str],
        spread_list: Sequence[str],
        object: models.Colour | models.ColourDict,
        spread: models.Colour | models.ColourDict,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /label/{text}/{list}/{spreadList}/{object}/{spread}`."""
        # GET /label/{text}/{list}/{spreadList}/{object}/{spread} -> None
        return self._client.call(_GET_LABEL, locals())

    def get_matrix(
        self,
        text: str,
        list: Sequence[str],
        spread_list: Sequence[str],
        object: models.Colour | models.ColourDict,
        spread: models.Colour | models.ColourDict,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /matrix/{text}/{list}/{spreadList}/{object}/{spread}`."""
        # GET /matrix/{text}/{list}/{spreadList}/{object}/{spread} -> None
        return self._client.call(_GET_MATRIX, locals())

    def get_kinds(
        self,
        number: int,
        flag: bool,
        day: datetime.date | str,
        uuid: uuid.UUID | str,
        *,
        level: int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /kinds/{number}-{flag}/{day}.{uuid}?mode=fast`."""
        # GET /kinds/{number}-{flag}/{day}.{uuid}?mode=fast -> None
        return self._client.call(_GET_KINDS, locals())

    @property
    def with_raw_response(self) -> PathsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return PathsRaw(self)

    @property
    def with_streaming_response(self) -> PathsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return PathsStreaming(self)


class PathsRaw:
    """The methods of `Paths`, giving status and headers beside the result."""

    def __init__(self, resource: Paths) -> None:
        self.get_simple = raw(resource.get_simple)
        self.get_label = raw(resource.get_label)
        self.get_matrix = raw(resource.get_matrix)
        self.get_kinds = raw(resource.get_kinds)


class PathsStreaming:
    """The methods of `Paths`, leaving the body of the answer unread."""

    def __init__(self, resource: Paths) -> None:
        self.get_simple = streaming(resource.get_simple)
        self.get_label = streaming(resource.get_label)
        self.get_matrix = streaming(resource.get_matrix)
        self.get_kinds = streaming(resource.get_kinds)
