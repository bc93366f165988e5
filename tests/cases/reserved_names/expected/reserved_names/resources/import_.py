"""Methods of `import`."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

_IMPORT: Operation[None] = Operation(
    "import_.import_",
    "POST",
    "/{class}/{self}",
    parameters=(
        path("class", argument="class_"),
        path("self", argument="self_"),
        query("retries", argument="retries_"),
        query("timeout_ms", argument="timeout_ms_"),
        query("request", argument="request_"),
        query("locals", argument="locals_"),
        query("$filter", argument="filter"),
        query("id"),
        header("id", argument="id_header"),
        cookie("id", argument="id_cookie"),
        query("a-b", argument="a_b_query"),
        query("a_b"),
        query("@", argument="at"),
    ),
    answers={"204": Answer(kind="none")},
)


class Import(Resource):
    """The methods of `import`."""

    def import_(
        self,
        class_: str,
        self_: str,
        *,
        retries_: int | Unset = UNSET,
        timeout_ms_: int | Unset = UNSET,
        request_: str | Unset = UNSET,
        locals_: str | Unset = UNSET,
        filter: str | Unset = UNSET,
        id: str | Unset = UNSET,
        id_header: str | Unset = UNSET,
        id_cookie: str | Unset = UNSET,
        a_b_query: str | Unset = UNSET,
        a_b: str | Unset = UNSET,
        at: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /{class}/{self}`."""
        # POST /{class}/{self} -> None
        return self._client.call(_IMPORT, locals())

    @property
    def with_raw_response(self) -> ImportRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ImportRaw(self)

    @property
    def with_streaming_response(self) -> ImportStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ImportStreaming(self)


class ImportRaw:
    """The methods of `Import`, giving status and headers beside the result."""

    def __init__(self, resource: Import) -> None:
        self.import_ = raw(resource.import_)


class ImportStreaming:
    """The methods of `Import`, leaving the body of the answer unread."""

    def __init__(self, resource: Import) -> None:
        self.import_ = streaming(resource.import_)
