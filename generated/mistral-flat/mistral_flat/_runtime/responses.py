"""Answers beside their plain result: with status and headers, or with the body not read yet."""

from __future__ import annotations

import os
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Iterator,
)
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar, cast

import httpx

from . import errors
from .operation import UNSET, Calling, T_co

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
        self._decode = decode
        self._stream = stream
        self._parsed: Any = UNSET

    @property
    def status_code(self) -> int:
        return self.http_response.status_code

    @property
    def headers(self) -> httpx.Headers:
        return self.http_response.headers

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
