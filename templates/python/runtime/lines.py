"""JSON lines and JSON text sequences (RFC 7464), as streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .events import EventStream, Lines, ServerSentEvent
from .settings import MAX_EVENT_BYTES

if TYPE_CHECKING:
    import httpx


class LineStream(EventStream):
    """An answer that is a stream of JSON lines; `type` is that of one of them."""

    def open(self, response: httpx.Response, limit: int, asynchronous: bool) -> Any:
        return self.read(response, LineParser(limit), asynchronous)


class LineParser:
    """Bytes in, lines out: each line that is not empty is the data of an event."""

    def __init__(self, limit: int = MAX_EVENT_BYTES) -> None:
        self._lines = Lines(limit)

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Take the next bytes and give the lines that they complete. Raises `ResponseValidationError` over the limit."""
        lines = self._lines.whole_lines(chunk).splitlines()
        texts = (line.strip(b" \t\x1e") for line in lines)
        return [ServerSentEvent("message", text) for text in texts if text]

    def finish(self) -> list[ServerSentEvent]:
        """Take the end of the stream: the last line need not be ended."""
        return self.feed(b"\n")
