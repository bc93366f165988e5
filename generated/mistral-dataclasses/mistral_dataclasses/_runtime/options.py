"""What a client and a call can be told beside the arguments of the document, and what they take for a file."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypedDict

if TYPE_CHECKING:
    import httpx

    from .errors import ClientError
    from .retries import RetryConfig

    Replaced = httpx.Request | Awaitable[httpx.Request | None] | None


class CallOptions(TypedDict, total=False):
    """What every call takes beside its own arguments.

    `retries` is a configuration or None for no second attempt; `timeout_ms` bounds the wait for the connection and for each
    piece of the answer (None: as the client, 0: no bound). `extra_query` is added to the query, `extra_body` to a JSON or form body.
    """

    retries: RetryConfig | None
    server_url: str
    timeout_ms: int | None
    http_headers: Mapping[str, str]
    extra_query: Mapping[str, Any]
    extra_body: Mapping[str, Any]
    idempotency_key: str


class DebugLogger(Protocol):
    """What `debug_logger` takes; a `logging.Logger` is one."""

    def debug(self, msg: str, /) -> object: ...


@dataclass(frozen=True)
class Hooks:
    """Functions called on the way of each attempt; those of asynchronous calls may be `async`.

    `before_request` may give another request to send instead. `after_success` gets each answer that is a success, its
    body perhaps not read yet; `after_error` gets the error that the call is about to raise.
    """

    before_request: Callable[[httpx.Request], Replaced] | None = None
    after_success: Callable[[httpx.Response], object] | None = None
    after_error: Callable[[ClientError], object] | None = None


class ClientOptions(TypedDict, total=False):
    """The settings of a client; each may be given to its constructor or to `with_options`.

    `max_body_bytes` bounds the bodies that are read whole, decompressed; `max_event_bytes` each event of a stream.
    """

    server_url: str | None
    server: str | int | None
    server_variables: Mapping[str, str]
    timeout_ms: int | None
    retries: RetryConfig | None
    http_headers: Mapping[str, str]
    http_client: httpx.Client | None
    async_http_client: httpx.AsyncClient | None
    hooks: Hooks | None
    debug_logger: DebugLogger | None
    max_body_bytes: int | None
    max_event_bytes: int


class Readable(Protocol):
    """A file that is open in binary mode. Asynchronous calls take one whose `read` is awaited as well."""

    def read(self, size: int, /) -> bytes | Awaitable[bytes]: ...


_Pieces: TypeAlias = Iterable[bytes] | AsyncIterable[bytes]
_Name: TypeAlias = str | None

FileContent: TypeAlias = bytes | bytearray | os.PathLike[str] | Readable | _Pieces
"""What is in a file: bytes, a path, a file that is open in binary mode, or pieces of bytes. Only bytes are held in memory."""

FileInput: TypeAlias = (
    FileContent
    | tuple[_Name, FileContent]
    | tuple[_Name, FileContent, _Name]
    | tuple[_Name, FileContent, _Name, Mapping[str, str]]
)
"""A file to upload: its content, or a tuple of name, content, media type and headers, of which the last two may be left out."""
