"""What a client and a call can be told beside the arguments of the document."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypedDict

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
    """The settings of a client; each may be given to its constructor or to `with_options`."""

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
    max_event_bytes: int
