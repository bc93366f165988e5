"""Methods of `lamps`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime.operation import (
    UNSET,
    Answer,
    Operation,
    Resource,
    cookie,
    header,
    path,
    query,
)
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_LIST_LAMPS: Operation[None] = Operation(
    "lamps.list_lamps",
    "GET",
    "/{version}/lamps",
    parameters=(
        path("version", constant="v2"),
        query("format", constant="json"),
        header("X-Version", argument="x_version", constant="2026-01-01"),
        cookie("theme", constant="dark"),
        query("unit", constant="lumen"),
        query("strict"),
        query("colour"),
    ),
    answers={"204": Answer(kind="none")},
)


class Lamps(Resource):
    """The methods of `lamps`."""

    def list_lamps(
        self,
        *,
        version: Literal["v2"] | Unset = UNSET,
        format: Literal["json"] | Unset = UNSET,
        x_version: Literal["2026-01-01"] | Unset = UNSET,
        theme: Literal["dark"] | Unset = UNSET,
        unit: Literal["lumen"] | Unset = UNSET,
        strict: Literal[True] | Unset = UNSET,
        colour: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /{version}/lamps`."""
        # GET /{version}/lamps -> None
        return self._client.call(_LIST_LAMPS, locals())

    @property
    def with_raw_response(self) -> LampsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return LampsRaw(self)

    @property
    def with_streaming_response(self) -> LampsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return LampsStreaming(self)


class LampsRaw:
    """The methods of `Lamps`, giving status and headers beside the result."""

    def __init__(self, resource: Lamps) -> None:
        self.list_lamps = raw(resource.list_lamps)


class LampsStreaming:
    """The methods of `Lamps`, leaving the body of the answer unread."""

    def __init__(self, resource: Lamps) -> None:
        self.list_lamps = streaming(resource.list_lamps)
