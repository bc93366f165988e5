"""Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) and JSON lines, as streams."""

from __future__ import annotations

import codecs
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .errors import (
    ResponseValidationError,
    cause_of,
    describe,
    explain,
    redact_text,
    secrets_of,
)
from .operation import Opening
from .responses import failure_of

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")
MAX_EVENT_BYTES = 64 * 1024 * 1024


@dataclass(slots=True, eq=False)
class ServerSentEvent:
    """One event. `data` is UTF-8; `event` is `message` unless the stream says otherwise; `retry` is in milliseconds."""

    event: str = "message"
    data: bytes = b""
    id: str | None = None
    retry: int | None = None


class _Lines:
    """Joins chunks and cuts them into lines, never looking at a byte twice."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.held: list[bytes] = []
        self.size = 0
        self.after_cr = False
        self.start = True

    def whole_lines(self, chunk: bytes) -> bytes:
        """What is known to be whole lines, the last one ended; the rest is kept."""
        if self.start:
            chunk = b"".join(self.held) + chunk
            self.held.clear()
            self.size = 0
            if len(chunk) < 3 and codecs.BOM_UTF8.startswith(chunk):
                self.held.append(chunk)
                return b""
            self.start = False
            chunk = chunk.removeprefix(codecs.BOM_UTF8)
        if self.after_cr and chunk:
            self.after_cr = False
            if chunk[0] == 10:
                chunk = chunk[1:]
        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r")) + 1
        if not end:
            self._hold(chunk)
            return b""
        if self.held:
            self.held.append(chunk[:end])
            lines = b"".join(self.held)
            self.held.clear()
            self.size = 0
        else:
            lines = chunk[:end]
        if end < len(chunk):
            self._hold(chunk[end:])
        elif chunk[-1] == 13:
            self.after_cr = True
        return lines

    def _hold(self, chunk: bytes) -> None:
        self.size += len(chunk)
        self.check(self.size)
        if chunk:
            self.held.append(chunk)

    def check(self, size: int) -> None:
        if size > self.limit:
            raise ResponseValidationError(
                f"an event of the stream is larger than {self.limit} bytes (max_event_bytes)"
            )


class EventParser:
    """Bytes in, events out. An event that the end of the stream cuts short is dropped, as the standard says."""

    def __init__(self, limit: int = MAX_EVENT_BYTES) -> None:
        self.last_event_id = ""
        self._lines = _Lines(limit)
        self._reset()

    def _reset(self) -> None:
        self._data: list[bytes] = []
        self._size = 0
        self._event = ""
        self._id: str | None = None
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Take the next bytes and give the events that they complete. Raises `ResponseValidationError` over the limit."""
        lines = self._lines.whole_lines(chunk)
        if not lines:
            return []
        events: list[ServerSentEvent] = []
        for line in lines.splitlines():
            if not line:
                if self._data:
                    events.append(self._dispatch())
                self._event = ""
                self._id = self._retry = None
            elif line.startswith(b"data:"):
                value = line[6:] if line[5:6] == b" " else line[5:]
                self._size += len(value) + 1
                self._lines.check(self._size)
                self._data.append(value)
            else:
                self._field(line)
        return events

    def _dispatch(self) -> ServerSentEvent:
        data = self._data[0] if len(self._data) == 1 else b"\n".join(self._data)
        if not data.isascii():
            try:
                data.decode()
            except UnicodeDecodeError:
                data = data.decode("utf-8", "replace").encode()
        event = ServerSentEvent(self._event or "message", data, self._id, self._retry)
        self._data = []
        self._size = 0
        return event

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"data":
            # A line of this name alone counts as well: they can be endless.
            self._size += len(value) + 1
            self._lines.check(self._size)
            self._data.append(value)
        elif name == b"id":
            if b"\0" not in value:
                self._id = self.last_event_id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) < 16:
            self._retry = int(value)

    def finish(self) -> list[ServerSentEvent]:
        """Take the end of the stream."""
        return []


class LineParser:
    """JSON lines and JSON text sequences (RFC 7464): each line that is not empty is the data of an event."""

    last_event_id = ""

    def __init__(self, limit: int = MAX_EVENT_BYTES) -> None:
        self._lines = _Lines(limit)

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Take the next bytes and give the lines that they complete. Raises `ResponseValidationError` over the limit."""
        lines = self._lines.whole_lines(chunk).splitlines()
        texts = (line.strip(b" \t\x1e") for line in lines)
        return [ServerSentEvent("message", text) for text in texts if text]

    def finish(self) -> list[ServerSentEvent]:
        """Take the end of the stream: the last line need not be ended."""
        return self.feed(b"\n")


class Reader:
    """How the events of one call are read: parsed, decoded, and named when something goes wrong."""

    def __init__(
        self,
        response: httpx.Response,
        parser: EventParser | LineParser,
        sentinel: bytes,
        decode: Callable[[ServerSentEvent], Any],
    ) -> None:
        self.response = response
        self.parser = parser
        self.sentinel = sentinel
        self._decode = decode

    def chunks(self, prefix: str = "") -> Any:
        """The bytes as they arrive, without a detour where they are not compressed. `prefix` is `a` for async."""
        raw = "content-encoding" not in self.response.headers
        name = prefix + ("iter_raw" if raw else "iter_bytes")
        return getattr(self.response, name)()

    def decode(self, event: ServerSentEvent) -> Any:
        """The event as its type. Raises `ResponseValidationError`."""
        try:
            return self._decode(event)
        except (ValueError, RecursionError) as error:
            request = self.response.request
            secrets, body = secrets_of(request), event.data[:500]
            reason = redact_text(explain(error, secrets), secrets)
            raise ResponseValidationError(
                f"{describe(self.response)}: an event of the stream does not fit: {reason}",
                request=request,
                response=self.response,
                body=redact_text(body.decode("utf-8", "replace"), secrets),
            ) from cause_of(error, request)

    def failure(self, error: Exception) -> Exception:
        """The error of this client for one that reading has met."""
        return failure_of(error, self.response.request, self.response)


class _Stream(Generic[T]):
    def __init__(self, reader: Reader) -> None:
        self.response = reader.response
        self._reader = reader

    @property
    def last_event_id(self) -> str:
        """The id of the last event that had one; empty when none had."""
        return self._reader.parser.last_event_id

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.response.status_code}>"


class Stream(_Stream[T]):
    """Events as they arrive. Iterate over it once, best in a `with` statement, which closes the connection.

    Raises `StreamInterrupted` when the connection ends early, `TimeoutError` when nothing comes for too long, and
    `ResponseValidationError` for an event that does not fit.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._events = self._read()

    def _read(self) -> Generator[T, None, None]:
        reader = self._reader
        feed, decode, sentinel = reader.parser.feed, reader.decode, reader.sentinel
        try:
            for chunk in reader.chunks():
                for event in feed(chunk):
                    if sentinel and event.data == sentinel:
                        return
                    yield decode(event)
            for event in reader.parser.finish():
                if event.data != sentinel:
                    yield decode(event)
        except Exception as error:
            failure = reader.failure(error)
            if failure is error:
                raise
            raise failure from error
        finally:
            self.response.close()

    def __iter__(self) -> Iterator[T]:
        return self._events

    def __next__(self) -> T:
        return next(self._events)

    def __enter__(self) -> Stream[T]:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection. Events that have not been read are lost."""
        self._events.close()
        self.response.close()


class AsyncStream(_Stream[T]):
    """As `Stream`, for `async with` and `async for`."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._chunks = reader.chunks("a")
        self._pending: Iterator[ServerSentEvent] = iter(())
        self._ended = False

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        reader = self._reader
        try:
            while True:
                for event in self._pending:
                    if reader.sentinel and event.data == reader.sentinel:
                        await self.aclose()
                        break
                    return cast(T, reader.decode(event))
                if self._ended:
                    break
                try:
                    found = reader.parser.feed(await self._chunks.__anext__())
                except StopAsyncIteration:
                    self._ended = True
                    found = reader.parser.finish()
                self._pending = iter(found)
        except BaseException as error:
            await self.aclose()
            if not isinstance(error, Exception):
                raise
            failure = reader.failure(error)
            if failure is error:
                raise
            raise failure from error
        await self.aclose()
        raise StopAsyncIteration

    async def __aenter__(self) -> AsyncStream[T]:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connection. Events that have not been read are lost."""
        self._ended = True
        self._pending = iter(())
        await self.response.aclose()


class AsyncStreamCall(Opening[AsyncStream[T]]):
    """A stream that is being opened: `async with` it, or `await` it to get the `AsyncStream`."""
