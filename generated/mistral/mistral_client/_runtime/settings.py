"""What a client and a call can be told beside the arguments of the document: options, retries, credentials."""

from __future__ import annotations

import base64
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timezone
from email.utils import parsedate_to_datetime
from random import random
from typing import TYPE_CHECKING, Any, Final, Protocol, TypedDict

from .errors import ConfigurationError
from .wire import percent

if TYPE_CHECKING:
    import httpx

    from .errors import ClientError
    from .operation import Scheme

    Replaced = httpx.Request | Awaitable[httpx.Request | None] | None

MAX_EVENT_BYTES: Final = 64 * 1024 * 1024


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


@dataclass(frozen=True)
class RetryConfig:
    """When and how often a call is tried again.

    Waits grow from `initial_interval_ms` by `exponent` up to `max_interval_ms`, each drawn at random below its bound
    (full jitter), unless the server says how long to wait (`Retry-After`). `max_attempts` counts the first
    attempt; None means no bound but `max_elapsed_ms`. `statuses` are numbers or ranges (`"5XX"`).
    """

    max_attempts: int | None = 3
    initial_interval_ms: int = 500
    max_interval_ms: int = 8_000
    exponent: float = 2.0
    max_elapsed_ms: int | None = None
    statuses: tuple[int | str, ...] = (408, 429, 500, 502, 503, 504)
    connection_errors: bool = True

    def covers(self, status: int) -> bool:
        """Whether an answer with this status is worth another attempt."""
        return any(
            status == int(s) if str(s).isdigit() else str(s)[:1] == str(status // 100)
            for s in self.statuses
        )

    def delay(
        self, attempt: int, elapsed: float, headers: Mapping[str, str] | None
    ) -> float | None:
        """Seconds to wait after `attempt` (from 1), `elapsed` seconds after the start; None: give up."""
        if self.max_attempts is not None and attempt >= self.max_attempts:
            return None
        bound = self.initial_interval_ms * self.exponent ** min(attempt - 1, 64)
        wait = min(bound, self.max_interval_ms) * random() / 1000
        asked = retry_after(headers) if headers is not None else None
        if asked is not None:
            if asked > max(self.max_interval_ms / 1000, 60):
                return None
            wait = asked
        limit = self.max_elapsed_ms
        return None if limit is not None and elapsed + wait > limit / 1000 else wait


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait (RFC 9110, section 10.2.3, and `retry-after-ms`), None when it does not say."""
    try:
        if "retry-after-ms" in headers:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        value = headers.get("retry-after", "").strip()
        if not value:
            return None
        if value.replace(".", "", 1).isdigit():
            return float(value)
        date = parsedate_to_datetime(value)
        # Not all obsolete forms name a zone, and there is but one (RFC 9110, section 5.6.7).
        at = date.replace(tzinfo=date.tzinfo or timezone.utc).timestamp()
        return max(0.0, at - time.time())
    except (TypeError, ValueError, OverflowError):
        return None


class TokenSource(Protocol):
    """A credential that stands for tokens, such as `oauth.ClientCredentials`.

    `token` gives what fetches them at a URL: `fetch`, `fetch_async`, and `discard` for one that is not accepted.
    """

    @property
    def token_url(self) -> str | None: ...

    def token(self, url: str) -> Any: ...


# A credential: a text, a user name and password, what gives tokens, or a function that gives a text or pair.
Credential = (
    str
    | tuple[str, str]
    | TokenSource
    | Callable[[], "str | tuple[str, str] | Awaitable[str | tuple[str, str]]"]
)


@dataclass(slots=True)
class Applied:
    """Credentials in the form in which they are sent, and what must never be shown."""

    headers: list[tuple[bytes, bytes]] = field(
        default_factory=list[tuple[bytes, bytes]]
    )
    query: list[str] = field(default_factory=list[str])
    cookies: list[str] = field(default_factory=list[str])
    secrets: tuple[str, ...] = ()

    def add(self, scheme: Scheme, value: str | tuple[str, str]) -> None:
        """Add the credential of one scheme. Raises `ConfigurationError` when it cannot be sent as it is."""
        if scheme.kind == "mutual-tls":
            return
        if scheme.kind == "basic" or not isinstance(value, str):
            pair = value if isinstance(value, str) else ":".join(value)
            value = base64.b64encode(pair.encode()).decode()
            password = pair.partition(":")[2]
            self.secrets += tuple(filter(None, (password, percent(password))))
        self.secrets += tuple(filter(None, (value, percent(value))))
        name, text = scheme.wire, value
        if scheme.kind != "api-key":
            known = {"basic": "Basic", "http": scheme.http_scheme}
            prefix = known.get(scheme.kind, "Bearer")
            name, text = "Authorization", f"{prefix} {value}".strip()
        elif scheme.location == "query":
            pair = f"{percent(name)}={percent(value)}"
            self.query += [pair] if pair not in self.query else []
            return
        elif scheme.location == "cookie":
            self.cookies.append(f"{name}={percent(value)}")
            return
        if not text.isprintable():
            raise ConfigurationError("a credential cannot hold control characters")
        self.headers.append((name.encode(), text.encode()))


def choose(
    alternatives: tuple[tuple[str, ...], ...], given: Mapping[str, Any]
) -> tuple[str, ...]:
    """The first alternative whose schemes all have a credential; else, of the first, those that have one.

    The alternative of no scheme at all, wherever it stands, is for calls without credentials.
    """
    for names in alternatives:
        if names and all(name in given for name in names):
            return names
    first = alternatives[0] if alternatives and () not in alternatives else ()
    return tuple(name for name in first if name in given)
