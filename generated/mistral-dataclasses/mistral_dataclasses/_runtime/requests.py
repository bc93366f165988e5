"""From the arguments of a call to its request."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar, cast
from urllib.parse import urljoin

import httpx

from . import errors
from .operation import (
    UNSET,
    Body,
    Given,
    Operation,
    Parameter,
    compact_json,
    form,
    header_bytes,
    header_text,
    models,
    percent,
    simple,
)
from .responses import UNUSABLE_URL, Reading, media_type
from .settings import (
    Applied,
    CallOptions,
    Connections,
    RetryConfig,
    base_of,
    timeout_of,
)

T = TypeVar("T")
# Of a parameter or a body, with the type whose wire form is sent.
_Typed = tuple[Parameter, Any]
_Fields = tuple[tuple[str, str], ...]

# What files and iterators have, those of asynchronous calls among them.
_READING = ("read", "__next__", "__anext__")
_SCALARS = frozenset({str, int, float, bool})
# What a call does, step by step: each is a function to call, whose result may have to be awaited.
Steps = Generator[Callable[[], Any], Any, T]
Headers = dict[bytes, tuple[bytes, bytes]]

_CALL_OPTIONS = frozenset(CallOptions.__annotations__) | {"_response", "_url"}
DEFAULT_RETRIES = RetryConfig()
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
    retry: RetryConfig = DEFAULT_RETRIES
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
    headers[name.lower().encode()] = name.encode(), header_bytes(name, value)


def _names(url: str, pair: str) -> bool:
    """Whether the query of a URL has the name of a pair already."""
    name = pair[: pair.index("=") + 1]
    return f"?{name}" in url or f"&{name}" in url


class Plan(Reading):
    """An operation made ready: what can be known before a call is worked out once, at the first one."""

    def __init__(self, op: Operation[Any]) -> None:
        super().__init__(op)
        found: dict[str, list[_Typed]] = {}
        for p in op.parameters:
            typed = (p, p.codec() if p.codec is not None else None)
            found.setdefault(p.location, []).append(typed)
        self.query = found.get("query", [])
        self.headers = found.get("header", [])
        self.cookies = found.get("cookie", [])
        in_path = {p.wire: (p, type_) for p, type_ in found.get("path", [])}
        # A path of the document may end in a query of its own.
        path, _, fixed = op.path.partition("?")
        self.path = _pieces("/" + path.lstrip("/"), in_path)
        self.fixed = _pieces(fixed, in_path) if fixed else []
        bodies = op.bodies if op.body is None else (op.body, *op.bodies)
        self.bodies = [
            (body, body.type() if body.type else None, _fields(body)) for body in bodies
        ]

    def target(
        self, given: Given
    ) -> tuple[str, list[str], list[tuple[bytes, bytes]], list[str]]:
        """Path, query pairs, headers and cookies. Raises `ValueError` or `TypeError` for what cannot be sent."""
        path = self._path(given) if len(self.path) > 1 else self.path[0]
        pairs = ["".join(_texts(self.fixed, given))] if self.fixed else list[str]()
        for p, value in _values(self.query, given):
            pairs += (p.write or form)(p, value)
        headers = [
            (p.wire.encode(), header_bytes(p.wire, header_text(p, value)))
            for p, value in _values(self.headers, given)
        ]
        cookies: list[str] = []
        for p, value in _values(self.cookies, given):
            cookies += (p.write or form)(p, value)
        return path, pairs, headers, cookies

    def _path(self, given: Given) -> str:
        path = "".join(_texts(self.path, given))
        if "/." in path or "/%2" in path:
            for segment in path.split("/"):
                if segment.lower().replace("%2e", ".") in (".", ".."):
                    raise ValueError(f"{segment!r} cannot be a segment of the path")
        return path

    def body(self, given: Given, options: CallOptions) -> tuple[Any, str]:
        """Content and Content-Type. Raises `ArgumentError`, `ValueError` or `TypeError` for what cannot be sent."""
        extra = options.get("extra_body") or {}
        for body, type_, fields in self._candidates(given, options):
            value = self._value_of(body, type_, fields, given)
            if value is not UNSET:
                return body.write(type_, value, extra)
        return (
            (compact_json(models.to_jsonable(None, extra)).encode(), "application/json")
            if extra
            else (None, "")
        )

    def _candidates(
        self, given: Given, options: CallOptions
    ) -> list[tuple[Body, Any, _Fields]]:
        """The bodies that come into question, those that the given Content-Type or value asks for first."""
        if len(self.bodies) < 2:
            return self.bodies
        headers = {k.lower(): v for k, v in (options.get("http_headers") or {}).items()}
        wanted = media_type(headers.get("content-type", ""))

        def rank(candidate: tuple[Body, Any, _Fields]) -> bool:
            body = candidate[0]
            if wanted:
                return media_type(body.media_type) != wanted
            value = given.get(body.argument, UNSET)
            if isinstance(value, str):
                return not body.plain and candidate[1] is not str
            raw = isinstance(value, (bytes, bytearray, os.PathLike))
            read = any(callable(getattr(value, name, None)) for name in _READING)
            return (raw or read) != body.raw

        return sorted(self.bodies, key=rank)

    def _value_of(self, body: Body, type_: Any, fields: _Fields, given: Given) -> Any:
        whole = given.get(body.argument, UNSET)
        values: dict[str, Any] = {}
        for argument, name in fields:
            value = given.get(argument, UNSET)
            if value is not UNSET:
                values[name] = value
        values.update(self.op.pinned)
        if whole is UNSET or (whole is None and not body.required and not values):
            wanted = values or (body.fields is not None and body.required)
            return values if wanted else UNSET
        if values:
            if not isinstance(whole, Mapping):
                whole = models.to_jsonable(type_, whole)
            whole = {**cast(Mapping[str, Any], whole), **values}
        return whole


def _pieces(template: str, parameters: Mapping[str, _Typed]) -> list[Any]:
    """Texts and parameters in turn."""
    pieces: list[Any] = re.split(r"\{([^{}]*)\}", template)
    for index, piece in enumerate(pieces):
        if index % 2 and piece in parameters:
            pieces[index] = parameters[piece]
        else:
            # The document's own part: only what neither path nor query may hold is encoded.
            literal = f"{{{piece}}}" if index % 2 else piece
            pieces[index] = percent(literal, True, "/:@!$&'()*+,;=")
    return pieces


def _texts(pieces: list[Any], given: Given) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
            continue
        found = _values([piece], given)
        text = "".join((p.write or simple)(p, value) for p, value in found)
        p = piece[0]
        if not text and p.write is None and p.constant != "":
            raise ValueError(f"{p.argument} must not be empty: it is part of the path")
        yield text


def _fields(body: Body) -> _Fields:
    fields = body.fields or ()
    return tuple((item, item) if isinstance(item, str) else item for item in fields)


def _values(parameters: list[_Typed], given: Given) -> Iterator[tuple[Parameter, Any]]:
    """The JSON values of the parameters that are sent; `None` is as good as not given."""
    for p, type_ in parameters:
        value = given.get(p.argument, UNSET)
        if value is UNSET or value is None:
            if p.required and p.constant is UNSET:
                raise ValueError(f"{p.argument} must be given")
            value = p.constant
        elif p.constant is not UNSET and value != p.constant:
            raise ValueError(f"{p.argument} can only be {p.constant!r}")
        if value is UNSET:
            continue
        if type_ is not None or type(value) not in _SCALARS:
            value = models.to_jsonable(type_, value)
        if p.json:
            value = compact_json(value, p.location == "header")
        if value is not None:
            yield p, value


class Requests(Connections):
    """Makes requests."""

    def _prepare(self, op: Operation[Any], given: Given, asynchronous: bool) -> Call:
        plan: Plan = op.plan or Plan(op)
        op.plan = plan
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
            for name, value in (options.get("extra_query") or {}).items():
                value = models.to_jsonable(None, value)
                pairs += form(Parameter("query", name), value)
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
        http = self._pools[asynchronous].get()
        call = Call(
            op, plan, options, http, asynchronous, url, headers, cookies, content
        )
        call.foreign = foreign
        return call

    def _base_for(self, op: Operation[Any], options: CallOptions) -> str:
        if url := options.get("server_url"):
            return base_of(url)
        base = self._base
        if op.servers and not self._settings.get("server_url"):
            base = urljoin(base + "/", self._server_of(op.servers))
        if not base.startswith(("http://", "https://")):
            reason = f"not an absolute URL of a server: {base!r}; give server_url"
            raise errors.ConfigurationError(reason)
        return base

    def _head(self, call: Call) -> Headers:
        """The headers that do not depend on arguments, by their names in lower case."""
        http, key = call.http, (call.op, call.asynchronous)
        owned = self._pools[call.asynchronous].owned
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

    def _timeout(self, call: Call) -> httpx.Timeout:
        """The timeout of a call, of its client, or else of the user's own HTTP client."""
        ms = call.options.get("timeout_ms")
        if ms is None:
            ms = self._settings.get("timeout_ms")
        own = ms is None and not self._pools[call.asynchronous].owned
        return cast(httpx.Timeout, call.http.timeout) if own else timeout_of(ms)

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
            own.append((b"Cookie", header_bytes("Cookie", "; ".join(cookies))))
        headers = {b"host": (b"Host", host), **self._head(call)}
        headers.update((item[0].lower(), item) for item in own)
        for name, value in (call.options.get("http_headers") or {}).items():
            _put(headers, name, value)
        if call.foreign:
            headers = {k: item for k, item in headers.items() if k in HARMLESS}
        timeout = self._timeout(call)
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
        # As the document writes it: httpx has only capitals.
        request.method = op.method
        if len(http.cookies.jar) and b"cookie" not in headers and not call.foreign:
            http.cookies.set_cookie_header(request)
        return request
