"""The settings of a client, and the connections that it shares with its copies."""

from __future__ import annotations

import copy
import logging
import threading
from collections.abc import Mapping
from os import environ
from typing import TYPE_CHECKING, Any, ClassVar, cast

import httpx

from .errors import QUERY_KEYS, ConfigurationError, guess, redact_url
from .operation import Resource, Scheme, Security, Server
from .settings import MAX_EVENT_BYTES, Applied, ClientOptions, Credential, Hooks
from .wire import percent

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

_LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
_SETTINGS = frozenset(ClientOptions.__annotations__)


class Pool:
    """The HTTP clients, the synchronous one first. Those of the user are never closed."""

    def __init__(self, settings: ClientOptions) -> None:
        self.lock = threading.Lock()
        self.clients: list[Any] = [
            settings.get("http_client"),
            settings.get("async_http_client"),
        ]
        self.owned = [http is None for http in self.clients]
        self.closed = False
        self.tokens: dict[Any, Any] = {}

    def get(self, asynchronous: bool, timeout: httpx.Timeout) -> Any:
        """Give a client, made when it is first wanted. Raises `ConfigurationError` after `take`."""
        if (known := self.clients[asynchronous]) is not None:
            return known
        with self.lock:
            if self.closed:
                raise ConfigurationError("the client is closed")
            if self.clients[asynchronous] is None:
                kind = httpx.AsyncClient if asynchronous else httpx.Client
                self.clients[asynchronous] = kind(timeout=timeout, limits=_LIMITS)
            return self.clients[asynchronous]

    def take(self, asynchronous: bool) -> Any:
        """Give the client that is to be closed, None when there is none."""
        with self.lock:
            self.closed = True
            if not self.owned[asynchronous]:
                return None
            http, self.clients[asynchronous] = self.clients[asynchronous], None
            return http


def timeout_of(ms: int | None) -> httpx.Timeout:
    """The timeout for a setting in milliseconds: None is the default, 0 no bound."""
    if ms is None:
        return httpx.Timeout(300, connect=10)
    return httpx.Timeout(ms / 1000 if ms else None)


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
        self._pool = Pool(settings)
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
        self._base = (settings.get("server_url") or "").rstrip("/")
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
        return url.rstrip("/")

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
        if "http_client" in settings or "async_http_client" in settings:
            clone._pool = Pool(merged)
        clone._configure(merged)
        return clone

    copy = with_options

    def __repr__(self) -> str:
        server = redact_url(self._base) or "no server"
        return f"<{type(self).__name__} of {server}>"

    def _http(self, asynchronous: bool) -> Any:
        timeout = timeout_of(self._settings.get("timeout_ms"))
        return self._pool.get(asynchronous, timeout)

    def close(self) -> None:
        """Close the connections of synchronous calls. An `httpx.Client` of your own stays open."""
        if (http := self._pool.take(False)) is not None:
            http.close()

    async def aclose(self) -> None:
        """Close all connections. Clients of httpx of your own stay open."""
        self.close()
        if (http := self._pool.take(True)) is not None:
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
