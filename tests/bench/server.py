"""A server of canned answers on a loopback port, in a process of its own.

Every answer is one write of bytes made beforehand, so that the client is what is measured. It prints its port, then serves until
its standard input ends. Messages follow https://www.rfc-editor.org/rfc/rfc9112.
"""

from __future__ import annotations

import asyncio
import sys
from typing import cast

import answers

_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: %s\r\n%s\r\n\r\n"


def _whole(body: bytes) -> bytes:
    return _HEAD % (b"application/json", b"content-length: %d" % len(body)) + body


def _chunked(pieces: list[bytes]) -> bytes:
    """An answer with each piece in a chunk of its own (RFC 9112, section 7.1)."""
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return _HEAD % (b"text/event-stream", b"transfer-encoding: chunked") + chunks + b"0\r\n\r\n"


class _Connection(asyncio.Protocol):
    """One connection. Requests are told apart by method and path alone."""

    START = _whole(answers.start())
    LIST = _whole(answers.conversations())
    HISTORY = _whole(answers.history())
    STREAM = _chunked(answers.events())

    def __init__(self) -> None:
        self.held = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self.held += data
        while True:
            head, found, rest = self.held.partition(b"\r\n\r\n")
            if not found:
                return
            lowered = head.lower()
            _, _, after = lowered.partition(b"content-length:")
            length = int(after.partition(b"\r\n")[0]) if after else 0
            if len(rest) < length:
                return
            self.held = rest[length:]
            self.transport.write(self._answer(head, lowered))

    def _answer(self, head: bytes, lowered: bytes) -> bytes:
        if head.startswith(b"POST"):
            return self.STREAM if b"text/event-stream" in lowered else self.START
        return self.HISTORY if b"/history" in head.partition(b"\r\n")[0] else self.LIST


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Connection, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(_serve())
