"""What a client raises. No message, repr or pickle of an error holds a credential."""

from __future__ import annotations

import builtins
import codecs
import re
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    import httpx

_REQUEST_IDS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid")
_SENSITIVE = "auth|cookie|key|token|secret|passw|credential|signature"
_EXCERPT = 500
_REASONS = 20
REDACTED = "***"
# The names of query parameters that hold credentials whatever they are called.
QUERY_KEYS: set[str] = set()


def secrets_of(request: httpx.Request) -> tuple[str, ...]:
    """The credentials that were put into a request."""
    found: tuple[str, ...] = request.extensions.get("secrets", ())
    return found


def _sensitive(name: str) -> bool:
    return re.search(_SENSITIVE, name, re.I) is not None


def redact_text(text: str, secrets: tuple[str, ...]) -> str:
    """Replace every one of `secrets` (and its form in a URL) in `text`."""
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, REDACTED)
    return text


def redact_url(url: str, secrets: tuple[str, ...] = ()) -> str:
    """The URL without user information and without query values that look like, or are, credentials."""

    def pair(match: re.Match[str]) -> str:
        mark, name, value = match.groups()
        hidden = name in QUERY_KEYS or _sensitive(name)
        return f"{mark}{name}={REDACTED if hidden else value}"

    url = re.sub(r"(?<=://)[^/?#@]*@", "", redact_text(url, secrets), count=1)
    return re.sub(r"([?&;])([^=&;#]*)=([^&;#]+)", pair, url)


def target_of(request: httpx.Request) -> str:
    """Verb and URL of a request, without credentials."""
    return f"{request.method} {redact_url(str(request.url), secrets_of(request))}"


def redact_headers(
    headers: Mapping[str, str], secrets: tuple[str, ...] = ()
) -> dict[str, str]:
    """The headers, those that hold credentials by name or by value replaced."""
    return {
        name: REDACTED if _sensitive(name) else redact_text(value, secrets)
        for name, value in headers.items()
    }


def redact_request(request: httpx.Request) -> httpx.Request:
    """A copy of the request that can be shown: same method and body, no credential in its URL or headers."""
    secrets = secrets_of(request)
    url = redact_url(str(request.url), secrets)
    headers = redact_headers(request.headers, secrets)
    stream: Any = request.stream
    content = b"".join(stream) if type(stream).__name__ == "ByteStream" else None
    return type(request)(request.method, url, headers=headers, content=content)


def request_id(headers: Mapping[str, str]) -> str | None:
    """The id that the server gave to the request, None when it gave none."""
    return next((headers[name] for name in _REQUEST_IDS if name in headers), None)


class ClientError(Exception):
    """The base of everything that this client raises.

    `status_code` is 0 and `response` None when no answer came; `body` is the text of the answer. `request` is a
    copy without credentials.
    """

    def __init__(
        self,
        message: str,
        *,
        request: httpx.Request | None = None,
        response: httpx.Response | None = None,
        body: str = "",
    ) -> None:
        message = _shown(message)
        super().__init__(message)
        self.message = message
        self.body = body
        self.response = response
        self.status_code: int = response.status_code if response is not None else 0
        self.headers: Mapping[str, str] = {}
        if response is not None:
            _take_out(response.headers, secrets_of(request or response.request))
            self.headers = response.headers
        self.request_id = request_id(self.headers)
        self.request = redact_request(request) if request is not None else None
        if response is not None and self.request is not None:
            response.request = self.request

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.message!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        state = {**self.__dict__, "headers": redact_headers(self.headers)}
        if (response := self.response) is not None:
            state["response"] = type(response)(
                response.status_code,
                headers=unsent(state["headers"]),
                content=self.body.encode(),
                request=self.request,
            )
        kind = getattr(type(self), "named", type(self))
        return _restore, (kind, self.message, state)


def _shown(message: str) -> str:
    """The message with nothing in it that a terminal acts on."""
    if message.isprintable():
        return message
    return "".join(
        c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode()
        for c in message
    )


def _take_out(headers: Any, secrets: tuple[str, ...]) -> None:
    """Replace every one of `secrets` in the headers of an answer, which may repeat what was sent."""
    for name, value in list(headers.items()):
        if (without := redact_text(value, secrets)) != value:
            headers[name] = without


def unsent(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers without those that say how a body was sent."""
    sent = ("content-encoding", "content-length", "transfer-encoding")
    return {name: value for name, value in headers.items() if name.lower() not in sent}


def _restore(kind: type[ClientError], message: str, state: dict[str, Any]) -> Any:
    joined: Any = of_status(kind, state["status_code"])
    error = joined.__new__(joined)
    Exception.__init__(error, message)
    error.__dict__.update(state)
    return error


class ArgumentError(ClientError, ValueError):
    """An argument that the document does not allow. Nothing was sent."""


class ConfigurationError(ClientError):
    """The client itself is not set up for the call: a server URL or a credential is missing or unusable."""


class ConnectionError(ClientError, builtins.ConnectionError):
    """No answer, or not all of it, came over the connection."""


class StreamInterrupted(ConnectionError):
    """The connection ended in the middle of a stream. Everything that had arrived was handed over before."""


class TimeoutError(ClientError, builtins.TimeoutError):
    """The server took longer than the timeout allows."""


class ResponseValidationError(ClientError, ValueError):
    """The server answered with success, but the body is not what the document declares."""


class SDKError(ClientError):
    """The server answered with a status that is an error.

    `data` is the body, parsed: plain JSON values, a model in the classes of declared errors, None when it is no JSON.
    """

    data: Any = None


class BadRequestError(SDKError):
    """400: the server does not understand the request."""


class AuthenticationError(SDKError):
    """401: the credential is missing or not accepted."""


class PermissionDeniedError(SDKError):
    """403: the credential does not allow this."""


class NotFoundError(SDKError):
    """404: there is nothing at this address."""


class ConflictError(SDKError):
    """409: the request contradicts the state of the resource."""


class UnprocessableEntityError(SDKError):
    """422: the request is well-formed, but its content is not valid."""


class RateLimitError(SDKError):
    """429: too many requests."""


class ServerError(SDKError):
    """5xx: the server failed."""


class DeclaredError(SDKError):
    """An error whose body the document declares: `data` is the body, parsed.

    A class of its own for each declared schema names the type lazily:
    `class HTTPValidationError(DeclaredError, model=lambda: models.HTTPValidationError)`.
    """

    data: Any
    lazy_model: ClassVar[Any] = staticmethod(lambda: Any)

    def __init_subclass__(cls, model: Callable[[], Any] | None = None) -> None:
        super().__init_subclass__()
        if model is not None:
            cls.lazy_model = staticmethod(model)


_BY_STATUS: dict[int, type[SDKError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_class(status: int) -> type[SDKError]:
    """The class of errors for a status."""
    return _BY_STATUS.get(status, ServerError if status >= 500 else SDKError)


_joined: dict[tuple[Any, Any], type[Any]] = {}


def of_status(kind: type[Any], status: int) -> type[Any]:
    """The class of a declared error with a status: also that of the status, so that an error is caught by either."""
    general = status_class(status)
    if not issubclass(kind, DeclaredError) or issubclass(kind, general):
        return kind
    if (kind, general) not in _joined:
        own = {"__doc__": kind.__doc__, "__module__": kind.__module__, "named": kind}
        _joined[kind, general] = type(kind.__name__, (kind, general), own)
    return _joined[kind, general]


def body_of(response: httpx.Response) -> str:
    """The text of an answer as far as it was read, without credentials."""
    text = text_of(response) if hasattr(response, "_content") else ""
    return redact_text(text, secrets_of(response.request))


def text_of(response: httpx.Response) -> str:
    """The text of an answer that was read, in UTF-8 where its charset is no encoding of text."""
    readable(response)
    try:
        return response.text
    except UnicodeError:
        response.encoding = "utf-8"
        return response.text


def readable(response: httpx.Response) -> None:
    """Take the charset of an answer for UTF-8 where it is one that Python has for other things."""
    try:
        decoder = codecs.getincrementaldecoder(response.encoding or "utf-8")
        text: Any = decoder("replace").decode(b"a\xff")
    except Exception:
        # Such codecs fail in ways of their own, one by an assertion.
        text = None
    if not isinstance(text, str):
        response.encoding = "utf-8"


def cause_of(error: Exception, request: httpx.Request) -> Exception | None:
    """The error as the cause of another, None when its text, which tracebacks show, holds a credential."""
    text = str(error)
    return None if redact_text(text, secrets_of(request)) != text else error


def describe(response: httpx.Response, body: str = "") -> str:
    """One line: verb, URL, status, request id and the beginning of the body, without credentials."""
    line = f"{response.status_code} {response.reason_phrase}".rstrip()
    if identifier := request_id(response.headers):
        line += f" (request id {identifier})"
    line = redact_text(line, secrets_of(response.request))
    line = f"{target_of(response.request)}: {line}"
    excerpt = " ".join(body.split())
    if len(excerpt) > _EXCERPT:
        excerpt = excerpt[:_EXCERPT] + "..."
    return f"{line}: {excerpt}" if excerpt else line


def guess(name: str, known: Iterable[str]) -> str:
    """The end of a message about a name that is not known: the one that may be meant."""
    public = [each for each in known if not each.startswith("_")]
    near: list[str] = import_module("difflib").get_close_matches(name, public, 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def explain(problem: Exception, secrets: tuple[str, ...] = ()) -> str:
    """What does not fit: `place: reason`, one line for each of the first. Pydantic's own text has links and labels of unions besides."""
    find: Any = getattr(problem, "errors", None)
    if find is None:
        return str(problem)
    lines: dict[str, None] = {}
    found: list[Any] = find(include_url=False, include_context=False)
    fallback = [error for error in found if "function-plain[" in str(error["loc"])]
    for error in (fallback or found)[:_REASONS]:
        # Members of unions are named by classes, or by something in brackets that only pydantic knows.
        place = ".".join(str(part) for part in error["loc"] if "[" not in str(part))
        # Before it is cut: half a credential would not be recognised.
        place = redact_text(place, secrets)
        line = f"{place:.200}: {error['msg']}" if place else error["msg"]
        if error["type"] != "missing":
            line += f" (got {redact_text(repr(error['input']), secrets):.80})"
        lines[line] = None
    return ("\n  " if len(lines) > 1 else "") + "\n  ".join(lines)


def misfit(response: httpx.Response, problem: Exception) -> ResponseValidationError:
    """The error for a body that is not what the document declares."""
    kind = response.headers.get("content-type", "no content type")
    secrets = secrets_of(response.request)
    reason = f"the body ({kind}) does not fit: {explain(problem, secrets)}"
    reason = redact_text(reason, secrets)
    return ResponseValidationError(
        f"{describe(response)}: {reason}",
        request=response.request,
        response=response,
        body=body_of(response),
    )


for _value in list(globals().values()):
    if isinstance(_value, type) and issubclass(_value, ClientError):
        # Users know these classes as members of the package's own `errors`.
        _value.__module__ = __name__.replace("._runtime.", ".")
