"""Answers: how one is read, and what it is beside its plain result: with status and headers, or with the body not read yet."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar, cast

import httpx

from . import errors
from .operation import UNSET, Answer, Answers, Calling, Operation, T_co, models

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S", str, bytes)
# What is raised for a URL, that of a redirect among them: names of hosts that cannot be written are a `UnicodeError`.
UNUSABLE_URL = (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError)


def failure_of(
    error: Exception, request: httpx.Request, response: httpx.Response | None = None
) -> Exception:
    """The error of this client for one of httpx; any other error is given back as it is."""
    if response is None and isinstance(error, UNUSABLE_URL):
        line = f"{errors.target_of(request)}: unusable URL or text: {error}"
        return errors.ConfigurationError(line, request=request)
    if not isinstance(error, httpx.HTTPError | httpx.StreamError | UnicodeError):
        return error
    reason = str(error) or type(error).__name__
    kind: type[errors.ClientError] = errors.ConnectionError
    if isinstance(error, httpx.TimeoutException):
        kind, reason = errors.TimeoutError, f"timed out ({type(error).__name__})"
    elif isinstance(error, httpx.DecodingError | UnicodeError):
        kind = errors.ResponseValidationError
    elif isinstance(error, httpx.StreamError):
        reason = "the body was read or closed before"
    elif response is not None:
        kind, reason = errors.StreamInterrupted, f"interrupted: {reason}"
    reason = errors.redact_text(reason, errors.secrets_of(request))
    line = f"{errors.target_of(request)}: {reason}"
    return kind(line, request=request, response=response)


class RawResponse(Generic[T]):
    """An answer with its status and headers; `parse()` gives what the plain call gives."""

    def __init__(
        self,
        response: httpx.Response,
        decode: Callable[[httpx.Response], T],
        stream: bool = False,
    ) -> None:
        self.http_response = response
        self.status_code: int = response.status_code
        self.headers: httpx.Headers = response.headers
        self._decode = decode
        self._stream = stream
        self._parsed: Any = UNSET

    @property
    def request_id(self) -> str | None:
        """The id that the server gave to the request, None when it gave none."""
        return errors.request_id(self.http_response.headers)

    def parse(self) -> T:
        """The result. Raises `ResponseValidationError` when the body does not fit."""
        if self._parsed is UNSET:
            self._parsed = self._decode(self.http_response)
        return cast(T, self._parsed)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code}>"

    def _failure(self, error: Exception) -> Exception:
        return failure_of(error, self.http_response.request, self.http_response)


class StreamedResponse(RawResponse[T]):
    """An answer whose body is read on demand. Use it in a `with` statement, which closes the connection."""

    def __enter__(self) -> StreamedResponse[T]:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        self.http_response.close()

    def read(self) -> bytes:
        """The whole body."""
        try:
            return self.http_response.read()
        except Exception as error:
            raise self._failure(error) from error

    def parse(self) -> T:
        """Read the body and give the result. Raises `ResponseValidationError` when the body does not fit.

        A result that is a stream is read when it is used.
        """
        if not self._stream:
            self.read()
        return super().parse()

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body as it arrives, in pieces of `chunk_size` bytes when that is given."""
        return self._pieces(self.http_response.iter_bytes(chunk_size))

    def iter_text(self) -> Iterator[str]:
        """The body as text, decoded as it arrives."""
        errors.readable(self.http_response)
        return self._pieces(self.http_response.iter_text())

    def _pieces(self, pieces: Iterator[S]) -> Iterator[S]:
        try:
            yield from pieces
        except (httpx.HTTPError, httpx.StreamError, UnicodeError) as error:
            raise self._failure(error) from error

    def stream_to_file(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file as it arrives and give the number of bytes written."""
        with open(path, "wb") as file:
            return sum(file.write(chunk) for chunk in self.iter_bytes())


class AsyncStreamedResponse(RawResponse[T]):
    """As `StreamedResponse`, for `async with`; `read`, `parse`, `stream_to_file` are awaited."""

    async def __aenter__(self) -> AsyncStreamedResponse[T]:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        await self.http_response.aclose()

    async def read(self) -> bytes:
        """The whole body."""
        try:
            return await self.http_response.aread()
        except Exception as error:
            raise self._failure(error) from error

    async def parse(self) -> T:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        """As `StreamedResponse.parse`, awaited."""
        if not self._stream:
            await self.read()
        return super().parse()

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body as it arrives, in pieces of `chunk_size` bytes when that is given."""
        return self._pieces(self.http_response.aiter_bytes(chunk_size))

    def iter_text(self) -> AsyncIterator[str]:
        """The body as text, decoded as it arrives."""
        errors.readable(self.http_response)
        return self._pieces(self.http_response.aiter_text())

    async def _pieces(self, pieces: AsyncIterator[S]) -> AsyncIterator[S]:
        try:
            async for piece in pieces:
                yield piece
        except (httpx.HTTPError, httpx.StreamError, UnicodeError) as error:
            raise self._failure(error) from error

    async def stream_to_file(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file as it arrives and give the number of bytes written."""
        with open(path, "wb") as file:
            return sum([file.write(chunk) async for chunk in self.iter_bytes()])


class Opening(Calling[T_co]):
    """A call that gives something to be closed: `await` it, or use it in `async with`."""

    _opened: Any = None

    async def __aenter__(self) -> T_co:
        self._opened = await self
        return cast(T_co, self._opened)

    async def __aexit__(self, *exc: object) -> None:
        if self._opened is not None:
            await self._opened.aclose()


def _with_mode(method: Callable[..., Any], mode: str) -> Callable[..., Any]:
    @wraps(method)
    def call(*args: Any, **kwargs: Any) -> Any:
        return method(*args, **kwargs, _response=mode)

    return call


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """The same call, giving status and headers beside the result."""
    return _with_mode(method, "raw")


def raw_async(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Awaitable[RawResponse[T]]]:
    """As `raw`, awaited."""
    return _with_mode(method, "raw")


def streaming(method: Callable[P, T]) -> Callable[P, StreamedResponse[T]]:
    """The same call, the body of its answer not read: use the result in a `with` statement."""
    return _with_mode(method, "streamed")


def streaming_async(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Opening[AsyncStreamedResponse[T]]]:
    """As `streaming`, for `async with`."""
    call = _with_mode(method, "streamed")

    @wraps(method)
    def opening(*args: P.args, **kwargs: P.kwargs) -> Opening[AsyncStreamedResponse[T]]:
        return Opening(call(*args, **kwargs))

    return opening


def media_type(text: str) -> str:
    """A media type without its parameters, in lower case."""
    return text.partition(";")[0].strip().lower()


class Reading:
    """How one operation reads what comes back."""

    def __init__(self, op: Operation[Any]) -> None:
        self.op = op
        self.accept = _accept(op.answers)
        self.streams = any(
            a.streams for each in op.answers.values() for a in _tuple(each)
        )
        self._statuses: dict[int, tuple[Answer, ...] | None] = {}

    def answers_for(self, status: int) -> tuple[Answer, ...] | None:
        """The answers for a status that is a success, None when it is an error. Empty: nothing is declared."""
        if status not in self._statuses:
            self._statuses[status] = self._find(status)
        return self._statuses[status]

    def _find(self, status: int) -> tuple[Answer, ...] | None:
        answers = self.op.answers
        found = _declared(answers, status)
        if found is not None:
            return found
        if not 200 <= status < 300 or str(status) in self.op.errors:
            return None
        if status in (204, 205):
            return ()
        # A success that is not declared is read as the one that is.
        return _tuple(answers.get("default") or next(iter(answers.values()), ()))

    def pick(self, response: httpx.Response) -> Answer | None:
        """The answer that fits the content type best; the first when none does, None when nothing is declared."""
        return _pick(self.answers_for(response.status_code) or (), response)

    def decode(self, response: httpx.Response) -> Any:
        """The result. Raises `ValueError` when the body does not fit."""
        answer = self.pick(response)
        if response.status_code == 304 and not _has_condition(response.request):
            raise ValueError("304 answers a condition, and none was sent")
        if answer is None or answer.kind == "none":
            return None
        if answer.kind == "json":
            if not response.content and self._may_be_empty(response):
                return None
            return models.decode_json(
                answer.type() if answer.type else Any, response.content
            )
        return response.content if answer.kind == "binary" else errors.text_of(response)

    def _may_be_empty(self, response: httpx.Response) -> bool:
        status = response.status_code
        head = response.request.method == "HEAD"
        return head or status in (204, 205) or str(status) not in self.op.answers

    def error_of(
        self, response: httpx.Response, body: str
    ) -> tuple[type[errors.SDKError], Any]:
        """The class for an error and its data; a body that does not fit gets the class of its status.

        `body` is the text without secrets, from which the data is read.
        """
        status, table = response.status_code, self.op.errors
        found = _declared(table, status) or _tuple(table.get("default", ()))
        answer = _pick(found, response)
        kind: Any = answer.type() if answer is not None and answer.type else None
        if isinstance(kind, type) and issubclass(kind, errors.DeclaredError):
            try:
                data = models.decode_json(kind.lazy_model(), body.encode())
                return errors.of_status(kind, status), data
            except (ValueError, RecursionError):
                pass
        elif isinstance(kind, type) and issubclass(kind, errors.SDKError):
            return kind, None
        try:
            data = models.decode_json(Any, body.encode()) if body else None
        except (ValueError, RecursionError):
            data = None
        return errors.status_class(status), data


def _has_condition(request: httpx.Request) -> bool:
    headers = request.headers
    return "if-none-match" in headers or "if-modified-since" in headers


def _accept(answers: Answers) -> str:
    """The media types of the answers that are a success, in the document's order."""
    found = {
        each.media_type: None
        for status, answer in answers.items()
        if status[:1] in "23d"
        for each in _tuple(answer)
        if each.media_type
    }
    return ", ".join(found) or "*/*"


def _tuple(found: Answer | tuple[Answer, ...]) -> tuple[Answer, ...]:
    return found if isinstance(found, tuple) else (found,)


def _declared(table: Answers, status: int) -> tuple[Answer, ...] | None:
    found = table.get(str(status)) or table.get(f"{status // 100}XX")
    return None if found is None else _tuple(found)


def _pick(answers: tuple[Answer, ...], response: httpx.Response) -> Answer | None:
    if len(answers) < 2:
        return answers[0] if answers else None
    kind: str = response.headers.get("content-type", "")
    whole = kind.replace(" ", "").lower()
    received = media_type(whole)
    json_received = received.endswith(("/json", "+json"))

    def fit(answer: Answer) -> int:
        declared = media_type(answer.media_type)
        if declared == received:
            return 3 + (answer.media_type.replace(" ", "").lower() == whole)
        if declared.endswith("/*") and received.startswith(declared[:-1]):
            return 2
        return answer.kind == "json" if json_received else declared == "*/*"

    return max(answers, key=fit)
