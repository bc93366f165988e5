"""Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) and JSON lines, as streams."""

from __future__ import annotations

import codecs
import re
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import KW_ONLY, dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from .errors import (
    ResponseValidationError,
    cause_of,
    describe,
    explain,
    redact_text,
    secrets_of,
)
from .operation import Answer, Given, Operation, compact_json, models
from .responses import Opening, failure_of
from .settings import MAX_EVENT_BYTES

if TYPE_CHECKING:
    import httpx

    from .client import BaseClient

# A comma that follows an object: without one, what begins with an object is nothing else.
_COMMA = re.compile(rb"\}\s*,")

T = TypeVar("T")
E = TypeVar("E")


class ServerSentEvent(NamedTuple):
    """One event. `data` is UTF-8; `event` is `message` unless the stream says otherwise; `retry` is in milliseconds.

    `id` is its own, or that of what came without data since the event before.
    """

    event: str = "message"
    data: bytes = b""
    id: str | None = None
    retry: int | None = None


class Lines:
    """Joins chunks and cuts them into lines, never looking at a byte twice."""

    def __init__(self, limit: int = MAX_EVENT_BYTES) -> None:
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
            chunk = chunk.removeprefix(b"\n")
        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r")) + 1
        if not end:
            self._hold(chunk)
            return b""
        lines = chunk[:end]
        if self.held:
            lines = b"".join((*self.held, lines))
            self.held.clear()
            self.size = 0
        if end < len(chunk):
            self._hold(chunk[end:])
        else:
            self.after_cr = lines[-1] == 13
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
        self._lines = Lines(limit)
        self._data: list[bytes] = []
        self._size = 0
        self._event = ""
        self._id: str | None = None
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Take the next bytes and give the events that they complete. Raises `ResponseValidationError` over the limit."""
        events: list[ServerSentEvent] = []
        for line in self._lines.whole_lines(chunk).splitlines():
            if not line:
                if self._data:
                    events.append(self._dispatch())
                    self._id = None
                self._event, self._retry = "", None
                continue
            name, _, value = line.partition(b":")
            if value[:1] == b" ":
                value = value[1:]
            if name == b"data":
                self._size += len(value) + 1
                self._lines.check(self._size)
                self._data.append(value)
            elif name == b"event":
                self._event = value.decode("utf-8", "replace")
            elif name == b"id" and b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
            elif name == b"retry" and value.isdigit() and len(value) < 16:
                self._retry = int(value)
        return events

    def _dispatch(self) -> ServerSentEvent:
        data = b"\n".join(self._data)
        if not data.isascii():
            data = data.decode("utf-8", "replace").encode()
        self._data, self._size = [], 0
        return ServerSentEvent(self._event or "message", data, self._id, self._retry)

    def finish(self) -> list[ServerSentEvent]:
        """Take the end of the stream."""
        return []


@dataclass(eq=False, repr=False)
class EventStream(Answer):
    """An answer that is a stream of server-sent events; `type` is that of one of them.

    `envelope` is what the type describes: `event` for an event whole, as an object of `event`, `data`, `id` and `retry`;
    else its data. `data_encoded` leaves the data as text instead of reading it as JSON. `sentinel` is data that ends the stream;
    what many servers send for it is no JSON, so that no event of JSON is taken for it.
    """

    _: KW_ONLY
    envelope: str = ""
    data_encoded: bool = False
    sentinel: str = "[DONE]"
    streams = True

    def open(self, response: httpx.Response, limit: int, asynchronous: bool) -> Any:
        kind = response.headers.get("content-type", "event-stream").lower()
        if "event-stream" not in kind:
            return None
        return self.read(response, EventParser(limit), asynchronous)

    def read(self, response: httpx.Response, parser: Any, asynchronous: bool) -> Any:
        """Give the stream that reads an answer by a parser."""
        kind: Any = AsyncStream if asynchronous else Stream
        return kind(self, response, parser)

    @property
    def whole(self) -> bool:
        """Whether the type describes events whole, and not their data."""
        return self.envelope == "event"

    @cached_property
    def decode(self) -> Callable[[ServerSentEvent], Any]:
        """The function that decodes one event. It raises `ValueError` for what does not fit."""
        type_ = self.type() if self.type else Any
        decode_json, check_json = models.decode_json, models.check_json
        whole, strict = self.whole, models.is_model(type_)

        def decode(event: ServerSentEvent) -> Any:
            data = _quoted(event.data) if self.data_encoded else event.data
            if not whole:
                return decode_json(type_, data)
            head = _head(event.event, event.id, event.retry)
            if strict and not data:
                return decode_json(type_, head + b"}")
            # By itself first: what is more than one value must not pass for more properties of the event.
            if not strict or data[:1] != b"{" or _COMMA.search(data):
                try:
                    check_json(data)
                except ValueError:
                    if strict:
                        raise
                    data = _quoted(data)
            return decode_json(type_, head + b',"data":' + data + b"}")

        return decode


def _quoted(text: bytes) -> bytes:
    return compact_json(text.decode("utf-8", "replace")).encode()


@lru_cache(256)
def _head(event: str, id_: str | None, retry: int | None) -> bytes:
    """The JSON of an event as an object, up to its data."""
    fields = {"event": event or "message", "id": id_, "retry": retry}
    given = {key: value for key, value in fields.items() if value is not None}
    return compact_json(given)[:-1].encode()


class _Stream(Generic[T]):
    """What both kinds of streams know: how the events are parsed, decoded, and named when something goes wrong.

    `last_event_id` is the id of the last event that had one, empty when none had.
    """

    def __init__(
        self, answer: EventStream, response: httpx.Response, parser: Any
    ) -> None:
        self.response = response
        self._parser = parser
        self._decoder = answer.decode
        self._sentinel = answer.sentinel.encode() if answer.sentinel else None
        # JSON is never empty: such an event only shows that the connection is alive.
        self._keeps_empty = answer.whole or answer.data_encoded
        self._ended = False
        self.last_event_id = ""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.response.status_code}>"

    def _chunks(self, prefix: str = "") -> Any:
        """The bytes as they arrive, without a detour where they are not compressed. `prefix` is `a` for async."""
        response = self.response
        # What a transport for tests gives is read already, and can be had decompressed alone.
        read = response.is_stream_consumed or "content-encoding" in response.headers
        return getattr(response, prefix + ("iter_bytes" if read else "iter_raw"))()

    def _take(self, chunk: bytes | None) -> list[ServerSentEvent]:
        """The events that the next bytes complete, or the end (None); none after the sentinel."""
        parser = self._parser
        found: list[ServerSentEvent]
        found = parser.finish() if chunk is None else parser.feed(chunk)
        self._ended = chunk is None
        kept: list[ServerSentEvent] = []
        for event in found:
            if event.data == self._sentinel:
                self._ended = True
                break
            if event.data or self._keeps_empty:
                kept.append(event)
        return kept

    def _decode(self, event: ServerSentEvent) -> T:
        if event.id is not None:
            self.last_event_id = event.id
        try:
            found: T = self._decoder(event)
            return found
        except (ValueError, RecursionError) as error:
            request = self.response.request
            secrets = secrets_of(request)
            reason = redact_text(explain(error, secrets), secrets)
            # Before it is cut: half a credential would not be recognised.
            body = redact_text(event.data.decode("utf-8", "replace"), secrets)[:500]
            raise ResponseValidationError(
                f"{describe(self.response)}: an event of the stream does not fit: {reason}\n  {body}",
                request=request,
                response=self.response,
                body=body,
            ) from cause_of(error, request)

    def _failure(self, error: BaseException) -> BaseException:
        """The error of this client for one that reading has met."""
        if not isinstance(error, Exception):
            return error
        return failure_of(error, self.response.request, self.response)


class Stream(_Stream[T]):
    """Events as they arrive. Iterate over it once, best in a `with` statement, which closes the connection.

    Raises `StreamInterrupted` when the connection ends early, `TimeoutError` when nothing comes for too long, and
    `ResponseValidationError` for an event that does not fit.
    """

    def __init__(
        self, answer: EventStream, response: httpx.Response, parser: Any
    ) -> None:
        super().__init__(answer, response, parser)
        self._events = self._read()

    @staticmethod
    def open(client: BaseClient, op: Operation[E], given: Given) -> Stream[E]:
        """Make a call whose answer is a stream: `given` holds its arguments. Raises a `ClientError`."""
        return cast("Stream[E]", client.call(op, given))

    def _read(self) -> Generator[T, None, None]:
        decode = self._decode
        try:
            for chunk in self._chunks():
                yield from map(decode, self._take(chunk))
                if self._ended:
                    return
            yield from map(decode, self._take(None))
        except Exception as error:
            if (failure := self._failure(error)) is error:
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
        self.response.close()
        # Another thread may be waiting for the next event.
        with suppress(ValueError):
            self._events.close()


class AsyncStream(_Stream[T]):
    """As `Stream`, for `async with` and `async for`."""

    def __init__(
        self, answer: EventStream, response: httpx.Response, parser: Any
    ) -> None:
        super().__init__(answer, response, parser)
        self._arriving = self._chunks("a")
        self._pending: Iterator[ServerSentEvent] = iter(())

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        try:
            while True:
                for event in self._pending:
                    return self._decode(event)
                if self._ended:
                    break
                try:
                    chunk = await self._arriving.__anext__()
                except StopAsyncIteration:
                    chunk = None
                self._pending = iter(self._take(chunk))
        except BaseException as error:
            await self.aclose()
            if (failure := self._failure(error)) is error:
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

    @staticmethod
    def open(client: BaseClient, op: Operation[E], given: Given) -> AsyncStreamCall[E]:
        """As `Stream.open`: to be awaited or used in `async with`."""
        return AsyncStreamCall[E](client.call_async(op, given), op.name)
