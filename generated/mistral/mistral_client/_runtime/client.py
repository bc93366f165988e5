"""The client: settings, connections, and the way of a call from its arguments to its result."""

from __future__ import annotations

import copy
import logging
import sys
import threading
import time
import uuid
from collections.abc import Awaitable, Callable, Generator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import import_module
from inspect import isawaitable
from os import environ
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypedDict, TypeVar, cast
from urllib.parse import urljoin

import httpx

from . import errors, wire
from .events import (
    MAX_EVENT_BYTES,
    AsyncStream,
    AsyncStreamCall,
    EventParser,
    LineParser,
    ServerSentEvent,
    Stream,
)
from .operation import Operation, Parameter, Resource, Server
from .responses import (
    AsyncStreamedResponse,
    RawResponse,
    StreamedResponse,
    failure_of,
)
from .security import (
    Applied,
    ClientCredentials,
    Credential,
    RetryConfig,
    Scheme,
    Token,
    choose,
)
from .unset import UNSET

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

    from .plan import Plan

T = TypeVar("T")
# A step of a call: what is to be done, and with what. Running it is all in which sync and async differ.
Steps = Generator[tuple[str, Any], Any, T]

_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"})
_UNPROCESSED = frozenset({429, 503})
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_MAX_REDIRECTS = 20
# What may follow a redirect to another origin.
_HARMLESS = frozenset(
    {
        b"host",
        b"accept",
        b"accept-encoding",
        b"connection",
        b"user-agent",
        b"content-type",
        b"content-length",
    }
)


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

    before_request: (
        Callable[
            [httpx.Request], httpx.Request | Awaitable[httpx.Request | None] | None
        ]
        | None
    ) = None
    after_success: Callable[[httpx.Response], object] | None = None
    after_error: Callable[[errors.ClientError], object] | None = None


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


_CALL_OPTIONS = frozenset(CallOptions.__annotations__) | {"_response", "_url"}
_NO_OPTIONS: CallOptions = {}


class _Pool:
    """The connections, shared by a client and its copies; those of the user are never closed."""

    def __init__(
        self, sync: httpx.Client | None, asynchronous: httpx.AsyncClient | None
    ) -> None:
        self.lock = threading.Lock()
        self.owned = (sync is None, asynchronous is None)
        self.sync = sync
        self.asynchronous = asynchronous
        self.closed = False
        self.tokens: dict[Any, Token] = {}


class _Call:
    """One call, its arguments encoded."""

    __slots__ = (
        "content",
        "content_type",
        "cookies",
        "foreign",
        "headers",
        "method",
        "op",
        "options",
        "plan",
        "retry",
        "retry_all",
        "stream",
        "url",
    )

    op: Operation[Any]
    plan: Plan
    options: CallOptions
    method: str
    url: str
    headers: list[tuple[bytes, bytes]]
    cookies: list[str]
    content: bytes | wire.Content | None
    content_type: str
    foreign: bool
    stream: bool
    retry: RetryConfig
    retry_all: bool | None


@lru_cache(512)
def _parse_url(text: str) -> tuple[httpx.URL, bytes]:
    url = httpx.URL(text)
    if url.scheme not in ("http", "https") or not url.host:
        raise errors.ConfigurationError(
            f"not an absolute URL: {errors.redact_url(text)!r}"
        )
    return url, url.netloc


def _plan_of(op: Operation[Any]) -> Plan:
    # Imported at the first call: the module needs pydantic, which a program that makes no call need not load.
    op.plan = import_module(".plan", __package__).Plan(op)
    return cast("Plan", op.plan)


class BaseClient:
    """What generated clients derive from. All methods may be used by several threads or tasks at once."""

    _package: ClassVar[str] = "client"
    _version: ClassVar[str] = "0"
    _servers: ClassVar[tuple[Server, ...]] = ()
    _server_env: ClassVar[str] = ""
    _schemes: ClassVar[Mapping[str, Scheme]] = {}
    _security: ClassVar[tuple[tuple[str, ...], ...]] = ()

    def __init__(
        self,
        *,
        credentials: Mapping[str, Credential | None] | None = None,
        **settings: Unpack[ClientOptions],
    ) -> None:
        self._pool = _Pool(
            settings.get("http_client"), settings.get("async_http_client")
        )
        given = {
            name: value
            for name, value in (credentials or {}).items()
            if value is not None and cast(object, value) is not UNSET
        }
        for name, scheme in self._schemes.items():
            if name not in given and scheme.env and environ.get(scheme.env):
                given[name] = environ[scheme.env]
            elif scheme.kind == "mutual-tls":
                given[name] = ""
            if scheme.kind == "api-key" and scheme.location == "query":
                _QUERY_FILTER.names.add(scheme.wire)
                logging.getLogger(httpx.__name__).addFilter(_QUERY_FILTER)
        self._credentials = given
        chosen = ("server_url", "server", "server_variables")
        if self._server_env and not any(settings.get(name) for name in chosen):
            settings["server_url"] = environ.get(self._server_env)
        self._configure(settings)

    def _configure(self, settings: ClientOptions) -> None:
        given = {name: value for name, value in settings.items() if value is not UNSET}
        self._settings = settings = cast(ClientOptions, given)
        self._hooks = settings.get("hooks") or Hooks()
        self._logger = settings.get("debug_logger")
        self.max_event_bytes = settings.get("max_event_bytes", MAX_EVENT_BYTES)
        self._applied: dict[tuple[tuple[str, ...], ...], Applied | tuple[str, ...]] = {}
        self._heads: dict[tuple[Any, bool], list[tuple[bytes, bytes]]] = {}
        self._base = self._server_url(settings)

    def _server_url(self, settings: ClientOptions) -> str:
        url = settings.get("server_url")
        if url:
            return url.rstrip("/")
        return self._expand(self._servers, settings)

    def _expand(self, servers: tuple[Server, ...], settings: ClientOptions) -> str:
        wanted = settings.get("server")
        found = [
            s for i, s in enumerate(servers) if wanted in (None, i, s.name or None)
        ]
        if not found:
            if wanted is None or servers is not self._servers:
                return ""
            names = ", ".join(s.name or str(i) for i, s in enumerate(servers))
            raise errors.ConfigurationError(f"no server {wanted!r}; there are: {names}")
        url = found[0].url
        given = settings.get("server_variables") or {}
        for name, (default, allowed) in found[0].variables.items():
            value = given.get(name, default)
            if allowed and value not in allowed:
                raise errors.ConfigurationError(
                    f"server variable {name} is {value!r}; it can be: {', '.join(allowed)}"
                )
            url = url.replace("{" + name + "}", value)
        return url.rstrip("/")

    def with_options(self, **settings: Unpack[ClientOptions]) -> Self:
        """A copy of the client with other settings. It shares the connections, unless it is given its own."""
        clone = copy.copy(self)
        for name, value in vars(self).items():
            if isinstance(value, Resource):
                clone.__dict__[name] = type(value)(clone)
        if "server" in settings or "server_variables" in settings:
            settings.setdefault("server_url", None)
        merged = cast(ClientOptions, {**self._settings, **settings})
        if "http_client" in settings or "async_http_client" in settings:
            clone._pool = _Pool(
                merged.get("http_client"), merged.get("async_http_client")
            )
        clone._configure(merged)
        return clone

    copy = with_options

    def __repr__(self) -> str:
        return (
            f"<{type(self).__name__} of {errors.redact_url(self._base) or 'no server'}>"
        )

    # Connections

    def _timeout(self, ms: int | None) -> httpx.Timeout:
        if ms is None:
            return httpx.Timeout(300, connect=10)
        return httpx.Timeout(ms / 1000 if ms else None)

    def _sync_http(self) -> httpx.Client:
        pool = self._pool
        if pool.sync is None:
            with pool.lock:
                self._check_open()
                if pool.sync is None:
                    pool.sync = httpx.Client(
                        timeout=self._timeout(self._settings.get("timeout_ms")),
                        limits=_LIMITS,
                    )
        return pool.sync

    def _async_http(self) -> httpx.AsyncClient:
        pool = self._pool
        if pool.asynchronous is None:
            with pool.lock:
                self._check_open()
                if pool.asynchronous is None:
                    pool.asynchronous = httpx.AsyncClient(
                        timeout=self._timeout(self._settings.get("timeout_ms")),
                        limits=_LIMITS,
                    )
        return pool.asynchronous

    def _check_open(self) -> None:
        if self._pool.closed:
            raise errors.ConfigurationError("the client is closed")

    def close(self) -> None:
        """Close the connections of synchronous calls. An `httpx.Client` of your own stays open."""
        pool = self._pool
        with pool.lock:
            pool.closed = True
            sync = pool.sync if pool.owned[0] else None
            if sync is not None:
                pool.sync = None
        if sync is not None:
            sync.close()

    async def aclose(self) -> None:
        """Close all connections. Clients of httpx of your own stay open."""
        self.close()
        pool = self._pool
        if pool.owned[1] and pool.asynchronous is not None:
            http, pool.asynchronous = pool.asynchronous, None
            await http.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    # From arguments to a request

    def _prepare(
        self, op: Operation[Any], given: Mapping[str, Any], stream: bool
    ) -> _Call:
        plan: Plan = op.plan or _plan_of(op)
        options = cast(CallOptions, given.get("options") or _NO_OPTIONS)
        if options and not options.keys() <= _CALL_OPTIONS:
            unknown = next(name for name in options if name not in _CALL_OPTIONS)
            raise TypeError(f"unexpected keyword argument {unknown!r}")
        call = _Call()
        try:
            path, pairs, call.headers, call.cookies = plan.target(given)
            call.content, call.content_type = plan.body(given, options)
            for name, value in options.get("extra_query", {}).items():
                pairs += wire.query_pairs(Parameter("query", name), value)
        except errors.ClientError:
            raise
        except (ValueError, TypeError, OSError) as error:
            raise errors.ArgumentError(f"{op.name}: {error}") from error
        call.op, call.plan, call.options, call.method = op, plan, options, op.method
        call.url = (
            self._base_for(op, options)
            + path
            + ("?" + "&".join(pairs) if pairs else "")
        )
        call.stream, call.foreign = stream, False
        if link := cast(str | None, options.get("_url")):
            # A link to the next page takes the place of the URL; no credential goes to another origin.
            call.foreign = _origin(httpx.URL(link)) != _origin(httpx.URL(call.url))
            call.url = link
        self._prepare_retries(call)
        return call

    def _base_for(self, op: Operation[Any], options: CallOptions) -> str:
        if url := options.get("server_url"):
            return url.rstrip("/")
        base = self._base
        if op.servers and not self._settings.get("server_url"):
            base = urljoin(base + "/", self._expand(op.servers, self._settings))
        if not base.startswith(("http://", "https://")):
            raise errors.ConfigurationError(
                f"the document names no server that can be used ({base!r}); give server_url"
            )
        return base

    def _prepare_retries(self, call: _Call) -> None:
        """Find out when the call may be tried again: always, never, or only when the server did nothing (None)."""
        op, options = call.op, call.options
        safe: bool | None = (
            call.method in _IDEMPOTENT if op.idempotent is None else op.idempotent
        )
        key = options.get("idempotency_key")
        if key or (op.idempotency and not safe):
            name = op.idempotency or "Idempotency-Key"
            value = wire.header_bytes(name, key or str(uuid.uuid4()))
            call.headers.append((name.encode(), value))
            safe = True
        retry: RetryConfig | None = _DEFAULT_RETRIES
        if "retries" in options:
            retry, safe = options["retries"], True
        elif (configured := self._settings.get("retries", UNSET)) is not UNSET:
            retry, safe = configured, safe or None
        if op.retries is not None:
            safe = True
            if retry is _DEFAULT_RETRIES:
                retry = RetryConfig(**op.retries)
        call.retry = retry or _NO_RETRIES
        call.retry_all = safe
        if isinstance(call.content, wire.Content) and not call.content.replayable:
            call.retry = _NO_RETRIES

    def _head(
        self, call: _Call, http: httpx.Client | httpx.AsyncClient
    ) -> list[tuple[bytes, bytes]]:
        """The headers that do not depend on arguments."""
        asynchronous = isinstance(http, httpx.AsyncClient)
        owned = self._pool.owned[asynchronous]
        cached = self._heads.get((call.op, asynchronous)) if owned else None
        if cached is not None:
            return cached
        agent = http.headers.get("user-agent", "")
        if not agent or agent.startswith("python-httpx/"):
            python = ".".join(map(str, sys.version_info[:2]))
            agent = f"{self._package}/{self._version} clientwright httpx/{httpx.__version__} python/{python}"
        found = {name.lower(): (name, value) for name, value in http.headers.raw}
        ours = {"Accept": call.plan.accept, "User-Agent": agent}
        for name, value in {
            **ours,
            **(self._settings.get("http_headers") or {}),
        }.items():
            found[name.lower().encode()] = (
                name.encode(),
                wire.header_bytes(name, value),
            )
        head = list(found.values())
        if owned:
            self._heads[call.op, asynchronous] = head
        return head

    def _credentials_for(self, call: _Call) -> Applied | tuple[str, ...]:
        """Credentials that are plain values, ready to send; else the schemes to ask for theirs."""
        alternatives = self._security if call.op.security is None else call.op.security
        if call.foreign:
            alternatives = ()
        found = self._applied.get(alternatives)
        if found is None:
            names = choose(alternatives, self._credentials)
            values = [(self._schemes[name], self._credentials[name]) for name in names]
            if any(callable(v) or isinstance(v, ClientCredentials) for _, v in values):
                found = names
            else:
                found = Applied()
                for scheme, value in values:
                    found.add(scheme, cast(Any, value))
            self._applied[alternatives] = found
        return found

    def _credential_steps(
        self, names: tuple[str, ...]
    ) -> Steps[tuple[Applied, list[Token]]]:
        applied, tokens = Applied(), list[Token]()
        for name in names:
            value: Any = self._credentials[name]
            if isinstance(value, ClientCredentials):
                token = self._token(self._schemes[name], value)
                tokens.append(token)
                try:
                    value = yield "token", token
                except httpx.HTTPError as error:
                    raise failure_of(error, error.request) from error
            elif callable(value):
                value = yield "call", value
            applied.add(self._schemes[name], value)
        return applied, tokens

    def _token(self, scheme: Scheme, credentials: ClientCredentials) -> Token:
        with self._pool.lock:
            token = self._pool.tokens.get((scheme, credentials))
            if token is None:
                url = urljoin(
                    self._base + "/", credentials.token_url or scheme.token_url
                )
                token = self._pool.tokens[scheme, credentials] = Token(credentials, url)
        return token

    def _build(
        self, call: _Call, applied: Applied, http: httpx.Client | httpx.AsyncClient
    ) -> httpx.Request:
        text = call.url
        if applied.query:
            text += ("&" if "?" in text else "?") + "&".join(applied.query)
        if len(http.params):
            text += ("&" if "?" in text else "?") + str(http.params)
        try:
            url, host = _parse_url(text)
        except httpx.InvalidURL as error:
            raise errors.ArgumentError(f"{call.op.name}: {error}") from error
        headers = [
            (b"Host", host),
            *self._head(call, http),
            *call.headers,
            *applied.headers,
        ]
        content = call.content
        stream: Any = content
        if content is None or isinstance(content, bytes):
            if content is not None or call.method in ("POST", "PUT", "PATCH"):
                headers.append((b"Content-Length", b"%d" % len(content or b"")))
            stream = httpx.ByteStream(content or b"")
        elif content.length is None:
            headers.append((b"Transfer-Encoding", b"chunked"))
        else:
            headers.append((b"Content-Length", b"%d" % content.length))
        if call.content_type:
            headers.append((b"Content-Type", call.content_type.encode()))
        if call.cookies or applied.cookies:
            headers.append(
                (b"Cookie", "; ".join([*call.cookies, *applied.cookies]).encode())
            )
        asked = call.options.get("http_headers") or {}
        foreign = not self._pool.owned[isinstance(http, httpx.AsyncClient)]
        if asked or foreign or self._settings.get("http_headers"):
            headers = self._override(headers, asked)
        if call.foreign:
            headers = [item for item in headers if item[0].lower() in _HARMLESS]
        ms = call.options.get("timeout_ms", self._settings.get("timeout_ms"))
        timeout = http.timeout if ms is None else self._timeout(ms)
        extensions = {"timeout": timeout.as_dict(), "secrets": applied.secrets}
        request = httpx.Request(
            call.method, url, headers=headers, stream=stream, extensions=extensions
        )
        if len(http.cookies.jar) and "cookie" not in request.headers:
            http.cookies.set_cookie_header(request)
        return request

    def _override(
        self, headers: list[tuple[bytes, bytes]], given: Mapping[str, str]
    ) -> list[tuple[bytes, bytes]]:
        """The headers, those of the client's `http_headers` behind the call's own, those of the call's options before all."""
        last = {name.lower(): (name, value) for name, value in headers}
        for name, value in given.items():
            last[name.lower().encode()] = (
                name.encode(),
                wire.header_bytes(name, value),
            )
        return list(last.values())

    # From a request to an answer

    def _exchange(
        self, call: _Call, http: httpx.Client | httpx.AsyncClient
    ) -> Steps[httpx.Response]:
        """All the steps of a call: credentials, attempts, redirects, hooks."""
        started, attempt, renewed = time.monotonic(), 0, False
        while True:
            attempt += 1
            applied, tokens = self._credentials_for(call), list[Token]()
            if isinstance(applied, tuple):
                applied, tokens = yield from self._credential_steps(applied)
            request = self._build(call, applied, http)
            if self._hooks.before_request is not None:
                hook = self._hooks.before_request
                request = (yield "call", partial(hook, request)) or request
            self._log("request", request)
            cause: Exception | None = None
            try:
                response: httpx.Response = yield "send", (request, call.stream)
                while (
                    following := self._redirected(call, response, request)
                ) is not None:
                    yield "close", response
                    request = following
                    response = yield "send", (request, call.stream)
            except httpx.HTTPError as error:
                cause = error
                failure = cast(errors.ClientError, failure_of(error, request))
                again = call.retry.connection_errors and (
                    bool(call.retry_all) or isinstance(error, _NOT_SENT)
                )
                headers = None
            else:
                self._log(f"{response.status_code} for", request)
                if call.plan.answers_for(response.status_code) is not None:
                    if self._hooks.after_success is not None:
                        yield "call", partial(self._hooks.after_success, response)
                    return response
                status, headers = response.status_code, response.headers
                if status == 401 and tokens and not renewed and self._replayable(call):
                    renewed = True
                    for token in tokens:
                        token.discard(token.value)
                    yield "close", response
                    continue
                again = call.retry.covers(status) and (
                    bool(call.retry_all)
                    or (call.retry_all is None and status in _UNPROCESSED)
                )
                try:
                    yield "read", response
                except httpx.HTTPError as error:
                    # The status is worth more than the rest of a body that does not come.
                    cause = error
                    response = httpx.Response(
                        status, headers=_plain(headers), request=request
                    )
                failure = self._status_error(call, request, response)
            elapsed = time.monotonic() - started
            delay = call.retry.delay(attempt, elapsed, headers) if again else None
            if delay is None:
                if self._hooks.after_error is not None:
                    yield "call", partial(self._hooks.after_error, failure)
                raise failure from cause
            self._log(f"waiting {delay:.2f} s before another attempt of", request)
            yield "sleep", delay

    def _replayable(self, call: _Call) -> bool:
        return not isinstance(call.content, wire.Content) or call.content.replayable

    def _redirected(
        self, call: _Call, response: httpx.Response, request: httpx.Request
    ) -> httpx.Request | None:
        """The request that a redirect asks for, None when it is not followed. No credential goes to another origin."""
        following = response.next_request
        if following is None or call.plan.answers_for(response.status_code) is not None:
            return None
        hops: int = request.extensions.get("redirects", 0) + 1
        here, there = request.url, following.url
        same = _origin(here) == _origin(there)
        safe = request.method in ("GET", "HEAD")
        repeats = same and response.status_code in (307, 308) and self._replayable(call)
        if hops > _MAX_REDIRECTS or not (safe or repeats):
            return None
        if not same:
            raw = following.headers.raw
            following.headers = httpx.Headers(
                [h for h in raw if h[0].lower() in _HARMLESS]
            )
        following.extensions = {**request.extensions, "redirects": hops}
        return following

    def _status_error(
        self, call: _Call, request: httpx.Request, response: httpx.Response
    ) -> errors.SDKError:
        secrets: tuple[str, ...] = request.extensions.get("secrets", ())
        body = errors.redact_text(
            response.text if response.is_stream_consumed else "", secrets
        )
        kind, data = call.plan.error_of(response)
        message = errors.describe(request, response, body)
        if response.status_code == 401 and not secrets:
            message += self._hint(call.op)
        error = kind(message, request=request, response=response, body=body)
        if isinstance(error, errors.DeclaredError):
            error.data = data
        return error

    def _hint(self, op: Operation[Any]) -> str:
        alternatives = self._security if op.security is None else op.security
        names = [name for group in alternatives[:1] for name in group]
        ways = [
            (
                f"{name}=... or the environment variable {env}"
                if (env := self._schemes[name].env)
                else f"{name}=..."
            )
            for name in names
        ]
        return f" (no credential was sent; give {', '.join(ways)})" if ways else ""

    def _log(self, what: str, request: httpx.Request) -> None:
        if self._logger is None:
            return
        secrets: tuple[str, ...] = request.extensions.get("secrets", ())
        url = errors.redact_url(str(request.url), secrets)
        headers = (
            errors.redact_headers(request.headers, secrets) if what == "request" else ""
        )
        self._logger.debug(
            f"{self._package}: {what} {request.method} {url} {headers}".rstrip()
        )

    def _run(self, call: _Call) -> httpx.Response:
        """Do the steps of a call one after the other."""
        http = self._sync_http()
        steps = self._exchange(call, http)
        try:
            kind, what = next(steps)
            while True:
                try:
                    result: Any = None
                    if kind == "send":
                        request, stream = what
                        result = http.send(
                            request, stream=stream, follow_redirects=False
                        )
                    elif kind == "read":
                        what.read()
                    elif kind == "close":
                        what.close()
                    elif kind == "sleep":
                        time.sleep(what)
                    elif kind == "token":
                        result = self._fetch_token(http, what)
                    else:
                        result = what()
                        if isawaitable(result):
                            cast(Any, result).close()
                            raise errors.ConfigurationError(
                                "an async function needs an async call"
                            )
                except BaseException as error:
                    kind, what = steps.throw(error)
                else:
                    kind, what = steps.send(result)
        except StopIteration as stop:
            return cast(httpx.Response, stop.value)

    async def _run_async(self, call: _Call) -> httpx.Response:
        """As `_run`, awaiting what can be awaited."""
        http = self._async_http()
        steps = self._exchange(call, http)
        try:
            kind, what = next(steps)
            while True:
                try:
                    result: Any = None
                    if kind == "send":
                        request, stream = what
                        result = await http.send(
                            request, stream=stream, follow_redirects=False
                        )
                    elif kind == "read":
                        await what.aread()
                    elif kind == "close":
                        await what.aclose()
                    elif kind == "sleep":
                        # A dependency of httpx; imported here because few calls ever wait.
                        await import_module("anyio").sleep(what)
                    elif kind == "token":
                        result = await self._fetch_token_async(http, what)
                    else:
                        result = what()
                        if isawaitable(result):
                            result = await result
                except BaseException as error:
                    kind, what = steps.throw(error)
                else:
                    kind, what = steps.send(result)
        except StopIteration as stop:
            return cast(httpx.Response, stop.value)

    def _fetch_token(self, http: httpx.Client, token: Token) -> str:
        with token.lock:
            if not token.fresh:
                headers, body = token.request()
                token.accept(http.post(token.url, headers=headers, content=body))
            return token.value

    async def _fetch_token_async(self, http: httpx.AsyncClient, token: Token) -> str:
        with token.lock:
            if token.async_lock is None:
                token.async_lock = import_module("anyio").Lock()
        async with token.async_lock:
            if not token.fresh:
                headers, body = token.request()
                token.accept(await http.post(token.url, headers=headers, content=body))
            return token.value

    # From an answer to a result

    def _decode(
        self, call: _Call, given: Mapping[str, Any], response: httpx.Response
    ) -> Any:
        try:
            value = call.plan.decode(response)
        except ValueError as error:
            raise self._misfit(response, str(error)) from error
        if call.op.pagination is not None:
            return call.plan.bind(self, call.op, given, value, response)
        return value

    def _misfit(
        self, response: httpx.Response, reason: str
    ) -> errors.ResponseValidationError:
        request = response.request
        secrets: tuple[str, ...] = request.extensions.get("secrets", ())
        body = errors.redact_text(
            response.text if response.is_stream_consumed else "", secrets
        )
        kind = response.headers.get("content-type", "no content type")
        line = errors.describe(request, response, "")
        reason = errors.redact_text(reason, secrets)
        return errors.ResponseValidationError(
            f"{line}: the body ({kind}) does not fit: {reason}",
            request=request,
            response=response,
            body=body,
        )

    def call(self, op: Operation[T], given: Mapping[str, Any]) -> T:
        """Make a call: `given` holds its arguments by name, and `options`. Raises a `ClientError`."""
        mode = cast(str | None, given.get("options", {}).get("_response"))
        call = self._prepare(op, given, mode == "streamed")
        response = self._run(call)
        if mode is None:
            return cast(T, self._decode(call, given, response))
        wrapper = StreamedResponse if mode == "streamed" else RawResponse
        return cast(T, wrapper(response, lambda r: self._decode(call, given, r)))

    async def call_async(self, op: Operation[T], given: Mapping[str, Any]) -> T:
        """As `call`, awaited."""
        mode = cast(str | None, given.get("options", {}).get("_response"))
        call = self._prepare(op, given, mode == "streamed")
        response = await self._run_async(call)
        if mode is None:
            return cast(T, self._decode(call, given, response))
        wrapper = AsyncStreamedResponse if mode == "streamed" else RawResponse
        return cast(T, wrapper(response, lambda r: self._decode(call, given, r)))

    def stream(self, op: Operation[T], given: Mapping[str, Any]) -> Stream[T]:
        """Make a call whose answer is a stream. Raises a `ClientError`."""
        call = self._prepare(op, given, True)
        response = self._run(call)
        reader = _Reader(self, call, response)
        if reader.problem:
            try:
                response.read()
            finally:
                response.close()
            raise self._misfit(response, reader.problem)
        return Stream(response, reader)

    def stream_async(
        self, op: Operation[T], given: Mapping[str, Any]
    ) -> AsyncStreamCall[T]:
        """As `stream`: to be awaited or used in `async with`."""
        return AsyncStreamCall(self._open_stream(op, given))

    async def _open_stream(
        self, op: Operation[T], given: Mapping[str, Any]
    ) -> AsyncStream[T]:
        call = self._prepare(op, given, True)
        response = await self._run_async(call)
        reader = _Reader(self, call, response)
        if reader.problem:
            try:
                await response.aread()
            finally:
                await response.aclose()
            raise self._misfit(response, reader.problem)
        return AsyncStream(response, reader)


class _Reader:
    """How the events of one call are read; `problem` says why the answer is no stream."""

    def __init__(
        self, client: BaseClient, call: _Call, response: httpx.Response
    ) -> None:
        answer = call.plan.pick(response)
        limit = client.max_event_bytes
        self.response = response
        self.problem = ""
        self.parser: EventParser | LineParser = EventParser(limit)
        self.sentinel = b""
        kind = response.headers.get("content-type", "")
        if answer is None or answer.kind not in ("sse", "json-lines"):
            self.problem = "it is no stream"
        elif answer.kind == "sse" and kind and "event-stream" not in kind.lower():
            self.problem = "it is no event stream"
        if answer is not None and not self.problem:
            if answer.kind == "json-lines":
                self.parser = LineParser(limit)
            self.sentinel = answer.sentinel.encode()
            self._decode = call.plan.reader(answer)

    def decode(self, event: ServerSentEvent) -> Any:
        try:
            return self._decode(event)
        except ValueError as error:
            data = event.data[:500].decode("utf-8", "replace")
            raise errors.ResponseValidationError(
                f"{errors.describe(self.response.request, self.response, '')}: "
                f"an event of the stream does not fit: {error}",
                request=self.response.request,
                response=self.response,
                body=data,
            ) from error

    def failure(self, error: Exception) -> Exception:
        """The error of this client for one that reading has met."""
        return failure_of(error, self.response.request, self.response)


def _plain(headers: httpx.Headers) -> dict[str, str]:
    """The headers without those that say how a body was sent."""
    sent = ("content-encoding", "content-length", "transfer-encoding")
    return {name: value for name, value in headers.items() if name not in sent}


class _QueryFilter(logging.Filter):
    """Takes API keys out of the URLs that httpx writes to a logger of its own."""

    names: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(map(self.shown, record.args))
        return True

    def shown(self, value: object) -> object:
        """The value itself, or a URL without its keys."""
        if not isinstance(value, httpx.URL):
            return value
        keys = [value.params[name] for name in self.names if name in value.params]
        return errors.redact_url(
            str(value), tuple(t for k in keys for t in (k, wire.percent(k)) if k)
        )


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    default = {"http": 80, "https": 443}.get(url.scheme)
    return url.scheme, url.host, url.port or default


_LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
_DEFAULT_RETRIES = RetryConfig()
_NO_RETRIES = RetryConfig(max_attempts=1)
_QUERY_FILTER = _QueryFilter()
