"""What a client knows before its first call: settings, servers, credentials, and the connections that its copies share."""

from __future__ import annotations

import base64
import copy
import json
import logging
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timezone
from email.utils import parsedate_to_datetime
from importlib import import_module
from os import environ
from random import random
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, TypedDict, cast

import httpx

from .errors import QUERY_KEYS, ClientError, ConfigurationError, guess, redact_url
from .operation import Resource, Scheme, Security, Server, percent

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

Replaced = httpx.Request | Awaitable[httpx.Request | None] | None

MAX_EVENT_BYTES: Final = 64 * 1024 * 1024
_CLIENTS = ("http_client", "async_http_client")
_LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)


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

    `max_body_bytes` bounds the bodies that calls read whole, decompressed, but not what is read of a streamed response;
    `max_event_bytes` bounds each event of a stream.
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
            self._hide(pair.partition(":")[2])
        # Files in which keys are kept end with a line break.
        value = value.strip()
        self._hide(value)
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

    def _hide(self, value: str) -> None:
        """Keep what must never be shown, in the forms in which an answer may repeat it."""
        escaped = json.dumps(value)[1:-1]
        forms = value, percent(value), escaped, escaped.replace("/", r"\/")
        self.secrets += tuple(dict.fromkeys(filter(None, forms)))


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


_SETTINGS = frozenset(ClientOptions.__annotations__)


class Pool:
    """An HTTP client, made when it is first wanted. One of the user's own is never closed."""

    def __init__(self, kind: Any, http: Any) -> None:
        self.kind = kind
        self.http = http
        self.owned = http is None
        self.closed = False
        self._lock = threading.Lock()
        self._loop: Any = None

    def get(self) -> Any:
        """Give the client. Raises `ConfigurationError` after `take`."""
        if self.http is not None and not self._stale():
            return self.http
        with self._lock:
            if self.closed:
                raise ConfigurationError("the client is closed")
            if self.http is None or self._stale():
                self.http = self.kind(limits=_LIMITS)
                if self.kind is httpx.AsyncClient:
                    self._loop = _running_loop()
            return self.http

    def _stale(self) -> bool:
        """Whether the event loop whose connections these are has ended."""
        return self._loop is not None and self._loop.is_closed()

    def take(self) -> Any:
        """Give the client that is to be closed, None when there is none."""
        with self._lock:
            self.closed = True
            if not self.owned:
                return None
            http, self.http = self.http, None
            return http


def _running_loop() -> Any:
    """The event loop of asyncio, None where another library has the lead."""
    try:
        return import_module("asyncio").get_running_loop()
    except RuntimeError:
        return None


def timeout_of(ms: int | None) -> httpx.Timeout:
    """The timeout for a setting in milliseconds: None is the default, 0 no bound."""
    if ms is None:
        return httpx.Timeout(300, connect=10)
    return httpx.Timeout(ms / 1000 if ms else None)


def base_of(url: str) -> str:
    """The URL of a server as paths follow it. Raises `ConfigurationError` for one that ends in something else."""
    if "?" in url or "#" in url:
        shown = redact_url(url)
        raise ConfigurationError(f"a server has neither query nor fragment: {shown!r}")
    return url.rstrip("/")


class Connections:
    """What a client knows before its first call: settings, servers, credentials."""

    _package: ClassVar[str] = "client"
    _version: ClassVar[str] = "0"
    _servers: ClassVar[tuple[Server, ...]] = ()
    _server_env: ClassVar[str] = ""
    _schemes: ClassVar[Mapping[str, Scheme]] = {}
    _security: ClassVar[Security] = ()

    def __init__(
        self,
        *,
        credentials: Mapping[str, Credential | None] | None = None,
        **settings: Unpack[ClientOptions],
    ) -> None:
        self._check(settings)
        given = {k: v for k, v in (credentials or {}).items() if v is not None}
        for name, scheme in self._schemes.items():
            if name not in given and scheme.env and environ.get(scheme.env):
                given[name] = environ[scheme.env]
            elif scheme.kind == "mutual-tls":
                given[name] = ""
            if scheme.kind == "api-key" and scheme.location == "query":
                QUERY_KEYS.add(percent(scheme.wire))
                logging.getLogger(httpx.__name__).addFilter(_hide_query_keys)
        self._credentials = given
        self._pools = [
            Pool(httpx.Client, settings.get("http_client")),
            Pool(httpx.AsyncClient, settings.get("async_http_client")),
        ]
        self._tokens: dict[Any, Any] = {}
        chosen = ("server_url", "server", "server_variables")
        if self._server_env and not any(settings.get(name) for name in chosen):
            settings["server_url"] = environ.get(self._server_env)
        self._configure(settings)

    def _check(self, settings: ClientOptions) -> None:
        for name in settings:
            if name not in _SETTINGS:
                who = type(self).__name__
                near = guess(name, {*_SETTINGS, *self._schemes})
                raise TypeError(f"{who} got an unexpected argument {name!r}{near}")

    def _configure(self, settings: ClientOptions) -> None:
        self._settings = settings
        self._hooks = settings.get("hooks") or Hooks()
        self._logger = settings.get("debug_logger")
        self.max_body_bytes = settings.get("max_body_bytes")
        self.max_event_bytes = settings.get("max_event_bytes", MAX_EVENT_BYTES)
        self._applied: dict[Security, Applied] = {}
        self._heads: dict[Any, dict[bytes, tuple[bytes, bytes]]] = {}
        self._base = base_of(settings.get("server_url") or "")
        if not self._base:
            self._base = self._server_of(self._servers)

    def _server_of(self, servers: tuple[Server, ...]) -> str:
        """The URL of the server that was chosen among those, its variables filled in; empty when there is none."""
        wanted = self._settings.get("server")
        for index, server in enumerate(servers):
            if wanted in (None, index, server.name or None):
                break
        else:
            if wanted is None or servers is not self._servers:
                return ""
            names = ", ".join(s.name or str(i) for i, s in enumerate(servers))
            raise ConfigurationError(f"no server {wanted!r}; there are: {names}")
        url = server.url
        given = self._settings.get("server_variables") or {}
        for name, (default, allowed) in server.variables.items():
            value = given.get(name, default)
            if allowed and value not in allowed:
                raise ConfigurationError(
                    f"server variable {name} is {value!r}; it can be: {', '.join(allowed)}"
                )
            url = url.replace("{" + name + "}", value)
        return base_of(url)

    def with_options(self, **settings: Unpack[ClientOptions]) -> Self:
        """A copy of the client with other settings. It shares the connections, unless it is given its own."""
        self._check(settings)
        clone = copy.copy(self)
        for name, value in vars(self).items():
            if isinstance(value, Resource):
                clone.__dict__[name] = type(value)(cast(Any, clone))
        if "server" in settings or "server_variables" in settings:
            settings.setdefault("server_url", None)
        merged = cast(ClientOptions, {**self._settings, **settings})
        clone._pools = [
            Pool(pool.kind, merged.get(name)) if name in settings else pool
            for name, pool in zip(_CLIENTS, self._pools, strict=True)
        ]
        clone._configure(merged)
        return clone

    copy = with_options

    def __repr__(self) -> str:
        server = redact_url(self._base) or "no server"
        return f"<{type(self).__name__} of {server}>"

    def close(self) -> None:
        """Close the connections of synchronous calls. An `httpx.Client` of your own stays open."""
        if (http := self._pools[0].take()) is not None:
            http.close()

    async def aclose(self) -> None:
        """Close all connections. Clients of httpx of your own stay open."""
        self.close()
        if (http := self._pools[1].take()) is not None:
            await http.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()


def _hide_query_keys(record: logging.LogRecord) -> bool:
    """Take API keys out of the URLs that httpx writes to a logger of its own."""
    if isinstance(record.args, tuple):
        # The filter of another package may have made a text of the URL, and knows other keys.
        record.args = tuple(
            redact_url(text) if "://" in (text := str(value)) else value
            for value in record.args
        )
    return True
