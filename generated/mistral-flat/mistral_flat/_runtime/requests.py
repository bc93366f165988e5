"""From the arguments of a call to its request."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import import_module
from os import urandom
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import urljoin

import httpx

from . import errors, wire
from .connections import Connections, timeout_of
from .operation import UNSET, Operation, Parameter
from .responses import UNUSABLE_URL, failure_of
from .settings import Applied, CallOptions, RetryConfig, choose

if TYPE_CHECKING:
    from .plan import Plan
    from .settings import TokenSource

T = TypeVar("T")
# What a call does, step by step: each is a function to call, whose result may have to be awaited.
Steps = Generator[Callable[[], Any], Any, T]
Headers = dict[bytes, tuple[bytes, bytes]]

_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"})
_CALL_OPTIONS = frozenset(CallOptions.__annotations__) | {"_response", "_url"}
_DEFAULT_RETRIES = RetryConfig()
_NO_RETRIES = RetryConfig(max_attempts=1)
# What may follow a redirect to another origin.
HARMLESS = frozenset(
    b"host accept accept-encoding connection user-agent content-type content-length".split()
)


class Content(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that is read while it is sent; `bodies` makes them.

    `length` is in bytes, None when it is not known. `replayable` says whether it can be sent a second time.
    """

    length: int | None = None
    replayable: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Call:
    """One call, its arguments encoded.

    `foreign` says that it goes to another origin than the client's, without credentials. `retry_all` says whether what
    may be tried again is everything, nothing, or only what the server did not process (None).
    """

    op: Operation[Any]
    plan: Plan
    options: CallOptions
    http: Any
    asynchronous: bool
    url: str
    headers: list[tuple[bytes, bytes]]
    cookies: list[str]
    content: bytes | Content | None
    foreign: bool = False
    retry: RetryConfig = _DEFAULT_RETRIES
    retry_all: bool | None = None

    @property
    def mode(self) -> str | None:
        """In which form the answer is wanted: `raw`, `streamed`, or None for the plain result."""
        return cast("str | None", self.options.get("_response"))

    @property
    def replayable(self) -> bool:
        """Whether the body can be sent a second time."""
        return not isinstance(self.content, Content) or self.content.replayable


@lru_cache(512)
def _parse_url(text: str) -> tuple[httpx.URL, bytes]:
    url = httpx.URL(text)
    if not usable(url):
        shown = errors.redact_url(text)
        raise errors.ConfigurationError(f"not an absolute URL: {shown!r}")
    return url, url.netloc


def _plan_of(op: Operation[Any]) -> Plan:
    # Imported at the first call: the module needs the models, which a program that makes no call need not load.
    op.plan = import_module(".plan", __package__).Plan(op)
    return cast("Plan", op.plan)


def origin(url: httpx.URL) -> tuple[str, bytes, int | None]:
    """Scheme, host and port (RFC 6454)."""
    default = {"http": 80, "https": 443}.get(url.scheme)
    # The host as it is sent: not every name of a hostile link can be written otherwise.
    return url.scheme, url.raw_host, url.port or default


def usable(url: httpx.URL) -> bool:
    """Whether a request can be sent to a URL."""
    port = url.port is None or 0 < url.port < 65_536
    return url.scheme in ("http", "https") and bool(url.raw_host) and port


def _put(headers: Headers, name: str, value: str) -> None:
    headers[name.lower().encode()] = name.encode(), wire.header_bytes(name, value)


def _names(url: str, pair: str) -> bool:
    """Whether the query of a URL has the name of a pair already."""
    name = pair[: pair.index("=") + 1]
    return f"?{name}" in url or f"&{name}" in url


class Requests(Connections):
    """Makes requests."""

    def _prepare(
        self, op: Operation[Any], given: Mapping[str, Any], asynchronous: bool
    ) -> Call:
        plan: Plan = op.plan or _plan_of(op)
        options = cast(CallOptions, given.get("options") or {})
        if options and not options.keys() <= _CALL_OPTIONS:
            unknown = next(name for name in options if name not in _CALL_OPTIONS)
            near = errors.guess(unknown, {*given, *_CALL_OPTIONS} - {"self", "options"})
            raise TypeError(f"{op.name} got an unexpected argument {unknown!r}{near}")
        try:
            path, pairs, headers, cookies = plan.target(given)
            content, content_type = plan.body(given, options)
            if content_type:
                headers.append((b"Content-Type", content_type.encode()))
            for name, value in options.get("extra_query", {}).items():
                pairs += wire.form(Parameter("query", name), value)
        except errors.ClientError:
            raise
        except (ValueError, TypeError, OSError) as error:
            reason = errors.explain(error)
            raise errors.ArgumentError(f"{op.name}: {reason}") from error
        query = "?" + "&".join(pairs) if pairs else ""
        url = self._base_for(op, options) + path + query
        foreign = False
        if link := cast(str | None, options.get("_url")):
            # A link to the next page takes the place of the URL; no credential goes to another origin.
            try:
                foreign = origin(_parse_url(link)[0]) != origin(httpx.URL(url))
            except UNUSABLE_URL as error:
                raise errors.ConfigurationError(
                    f"the link to the next page is no URL: {error}"
                ) from error
            url = link
        http = self._http(asynchronous)
        call = Call(
            op, plan, options, http, asynchronous, url, headers, cookies, content
        )
        call.foreign = foreign
        self._prepare_retries(call)
        return call

    def _base_for(self, op: Operation[Any], options: CallOptions) -> str:
        if url := options.get("server_url"):
            return url.rstrip("/")
        base = self._base
        if op.servers and not self._settings.get("server_url"):
            base = urljoin(base + "/", self._server_of(op.servers))
        if not base.startswith(("http://", "https://")):
            reason = f"not an absolute URL of a server: {base!r}; give server_url"
            raise errors.ConfigurationError(reason)
        return base

    def _prepare_retries(self, call: Call) -> None:
        op, options = call.op, call.options
        safe: bool | None = op.method in _IDEMPOTENT
        key = options.get("idempotency_key")
        if key or (op.idempotency and not safe):
            name = op.idempotency or "Idempotency-Key"
            value = wire.header_bytes(name, key or urandom(16).hex())
            call.headers.append((name.encode(), value))
            safe = True
        retry: Any = _DEFAULT_RETRIES
        if "retries" in options:
            retry, safe = options["retries"], True
        elif (configured := self._settings.get("retries", UNSET)) is not UNSET:
            retry, safe = configured, safe or None
        if op.retries is not None:
            safe = True
            if retry is _DEFAULT_RETRIES:
                retry = RetryConfig(**op.retries)
        if retry is not None and not isinstance(retry, RetryConfig):
            raise TypeError(f"retries must be a RetryConfig or None, not {retry!r}")
        call.retry = retry if retry and call.replayable else _NO_RETRIES
        call.retry_all = safe

    def _head(self, call: Call) -> Headers:
        """The headers that do not depend on arguments, by their names in lower case."""
        http, key = call.http, (call.op, call.asynchronous)
        owned = self._pool.owned[call.asynchronous]
        if owned and (known := self._heads.get(key)):
            return known
        head: Headers = {item[0].lower(): item for item in http.headers.raw}
        agent = http.headers.get("user-agent", "")
        if not agent or agent.startswith("python-httpx/"):
            agent = f"{self._package}/{self._version} clientwright httpx/{httpx.__version__}"
            agent += f" python/{sys.version_info[0]}.{sys.version_info[1]}"
        ours = {"Accept": call.plan.accept, "User-Agent": agent}
        more = {**ours, **(self._settings.get("http_headers") or {})}
        for name, value in more.items():
            _put(head, name, value)
        if owned:
            self._heads[key] = head
        return head

    def _authorize(self, call: Call) -> Steps[tuple[Applied, list[tuple[Any, str]]]]:
        """The steps that lead to credentials, and the tokens among them. Those that are plain values are kept."""
        alternatives = self._security if call.op.security is None else call.op.security
        if call.foreign:
            alternatives = ()
        if (known := self._applied.get(alternatives)) is not None:
            return known, []
        applied, tokens = Applied(), list[tuple[Any, str]]()
        fixed = True
        for name in choose(alternatives, self._credentials):
            scheme, value = self._schemes[name], cast(Any, self._credentials[name])
            if callable(value):
                value, fixed = (yield value), False
            elif hasattr(value, "token"):
                token, fixed = self._token(scheme.token_url, value), False
                fetch = token.fetch_async if call.asynchronous else token.fetch
                try:
                    value = yield partial(fetch, call.http)
                except httpx.HTTPError as error:
                    raise failure_of(error, error.request) from error
                tokens.append((token, value))
            try:
                applied.add(scheme, value)
            except UnicodeEncodeError:
                # Its text would show the credential.
                reason = f"{name}: a credential must be text that UTF-8 has"
                raise errors.ConfigurationError(reason) from None
        if fixed:
            self._applied[alternatives] = applied
        return applied, tokens

    def _token(self, declared: str, source: TokenSource) -> Any:
        url = urljoin(self._base + "/", source.token_url or declared)
        with self._pool.lock:
            return self._pool.tokens.setdefault((url, source), source.token(url))

    def _build(self, call: Call, applied: Applied) -> httpx.Request:
        op, http, content = call.op, call.http, call.content
        more = [pair for pair in applied.query if not _names(call.url, pair)]
        if len(http.params) and not call.foreign:
            more = [*more, str(http.params)]
        mark = "&" if "?" in call.url else "?"
        try:
            url, host = _parse_url(
                call.url + mark + "&".join(more) if more else call.url
            )
        except httpx.InvalidURL as error:
            raise errors.ArgumentError(f"{op.name}: {error}") from error
        # What an argument of the call says stands before what the client knows.
        own = [*applied.headers, *call.headers]
        if isinstance(content, Content):
            if content.length is None:
                own.append((b"Transfer-Encoding", b"chunked"))
            else:
                own.append((b"Content-Length", b"%d" % content.length))
        elif content is not None or op.method in ("POST", "PUT", "PATCH"):
            own.append((b"Content-Length", b"%d" % len(content or b"")))
        if cookies := [*call.cookies, *applied.cookies]:
            own.append((b"Cookie", wire.header_bytes("Cookie", "; ".join(cookies))))
        headers = {b"host": (b"Host", host), **self._head(call)}
        headers.update((item[0].lower(), item) for item in own)
        for name, value in (call.options.get("http_headers") or {}).items():
            _put(headers, name, value)
        if call.foreign:
            headers = {k: item for k, item in headers.items() if k in HARMLESS}
        ms = call.options.get("timeout_ms", self._settings.get("timeout_ms"))
        timeout = http.timeout if ms is None else timeout_of(ms)
        stream: Any = content
        if not isinstance(content, Content):
            stream = httpx.ByteStream(content or b"")
        request = httpx.Request(
            op.method,
            url,
            headers=list(headers.values()),
            stream=stream,
            extensions={"timeout": timeout.as_dict(), "secrets": applied.secrets},
        )
        if len(http.cookies.jar) and b"cookie" not in headers and not call.foreign:
            http.cookies.set_cookie_header(request)
        return request
