"""What a client raises. No message, repr or pickle of an error holds a credential."""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    import httpx

_REQUEST_IDS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid")
_SENSITIVE = re.compile(
    r"auth|cookie|key|token|secret|passw|credential|signature", re.I
)
_QUERY_PAIR = re.compile(r"([?&;])([^=&;#]*)=([^&;#]+)")
_EXCERPT = 500
REDACTED = "***"


def redact_text(text: str, secrets: tuple[str, ...]) -> str:
    """Replace every one of `secrets` (and its form in a URL) in `text`."""
    for secret in secrets:
        text = text.replace(secret, REDACTED)
    return text


def redact_url(url: str, secrets: tuple[str, ...] = ()) -> str:
    """The URL without user information and without query values that look like, or are, credentials."""

    def pair(match: re.Match[str]) -> str:
        if _SENSITIVE.search(match[2]):
            return f"{match[1]}{match[2]}={REDACTED}"
        return match[0]

    url = re.sub(r"(?<=://)[^/?#@]*@", "", redact_text(url, secrets), count=1)
    return _QUERY_PAIR.sub(pair, url)


def redact_headers(
    headers: Mapping[str, str], secrets: tuple[str, ...] = ()
) -> dict[str, str]:
    """The headers, those that hold credentials by name or by value replaced."""
    return {
        name: (REDACTED if _SENSITIVE.search(name) else redact_text(value, secrets))
        for name, value in headers.items()
    }


def redact_request(request: httpx.Request) -> httpx.Request:
    """A copy of the request that can be shown: same method and body, no credential in its URL or headers."""
    secrets: tuple[str, ...] = request.extensions.get("secrets", ())
    url = redact_url(str(request.url), secrets)
    shown = type(request)(
        request.method, url, headers=redact_headers(request.headers, secrets)
    )
    content: Any = getattr(request, "_content", None)
    if isinstance(content, bytes):
        return type(request)(
            request.method, url, headers=shown.headers, content=content
        )
    return shown


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
        super().__init__(message)
        self.message = message
        self.body = body
        self.response = response
        self.status_code: int = response.status_code if response is not None else 0
        self.headers: Mapping[str, str] = (
            response.headers if response is not None else {}
        )
        self.request_id = request_id(self.headers)
        self.request = redact_request(request) if request is not None else None
        if response is not None and self.request is not None:
            response.request = self.request

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.message!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        state = dict(self.__dict__)
        state["headers"] = redact_headers(self.headers)
        if (response := self.response) is not None:
            state["response"] = type(response)(
                response.status_code,
                headers={
                    name: value
                    for name, value in state["headers"].items()
                    if name not in ("content-encoding", "transfer-encoding")
                },
                content=self.body.encode(),
                request=self.request,
            )
        return _restore, (type(self), self.message, state)


def _restore(kind: type[ClientError], message: str, state: dict[str, Any]) -> Any:
    error = kind.__new__(kind)
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
    """The server answered with a status that is an error."""


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


def describe(request: httpx.Request, response: httpx.Response, body: str) -> str:
    """One line: verb, URL, status, request id and the beginning of the body, without credentials."""
    secrets: tuple[str, ...] = request.extensions.get("secrets", ())
    status = response.status_code
    phrase = response.reason_phrase or (
        HTTPStatus(status).phrase if status in set(HTTPStatus) else ""
    )
    line = f"{request.method} {redact_url(str(request.url), secrets)}: {status} {phrase}".rstrip()
    if identifier := request_id(response.headers):
        line += f" (request id {identifier})"
    excerpt = " ".join(body.split())
    if len(excerpt) > _EXCERPT:
        excerpt = excerpt[:_EXCERPT] + "..."
    return f"{line}: {excerpt}" if excerpt else line


for _value in list(globals().values()):
    if isinstance(_value, type) and issubclass(_value, ClientError):
        # Users know these classes as members of the package's own `errors`.
        _value.__module__ = __name__.replace("._runtime.", ".")
