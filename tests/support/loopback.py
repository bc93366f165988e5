"""A loopback HTTP/1.1 server (RFC 9112) on plain sockets, for tests that care about each byte.

It keeps connections alive, sends streams in chunks, records every request as it came, and sees when a peer goes away.
"""

from __future__ import annotations

import json
import select
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, BinaryIO
from urllib.parse import parse_qsl, unquote, urlsplit

MAX_CONNECTIONS = 64
PATIENCE = 10.0
"""Seconds that the server waits for a peer before it gives up."""

_STATUSES = frozenset(HTTPStatus)


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it came over the wire. `target` and `headers` are as written."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    connection: int
    at: float
    """`time.monotonic()` when the request was complete."""

    def header(self, name: str) -> str | None:
        """The value of a header that may be there once; a repeated one is an error of the client."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        assert len(values) <= 1, f"{name} was sent {len(values)} times"
        return values[0] if values else None

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def segments(self) -> list[str]:
        """The path's segments, percent-decoded one by one."""
        return [unquote(part) for part in self.path.split("/")[1:]]

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. With `stream` the pieces are sent one chunk each and `body` is not looked at."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    stream: Sequence[bytes] | None = None


def json_reply(value: Any, status: int = 200, headers: Iterable[tuple[str, str]] = ()) -> Reply:
    """An answer with a JSON body."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Reply(status, (("Content-Type", "application/json"), *headers), body)


@dataclass
class Knobs:
    """What a test may turn while the server runs."""

    delay: float = 0.0
    """Seconds before each answer begins."""
    cut_after: int | None = None
    """The connection dies after this many bytes of a body (of the stream, not counting the chunk framing)."""
    reset: bool = False
    """A cut sends a TCP reset instead of an orderly end."""
    chunk: Callable[[bytes], Iterable[bytes]] | None = None
    """How the whole of a stream is cut into HTTP chunks; by default one for each piece."""
    gap: float = 0.0
    """Seconds between two chunks."""
    hold: bool = False
    """A stream stays open after its last piece, until the peer goes away."""


@dataclass
class Scripted:
    """Bytes to send as they are in place of an answer."""

    data: bytes
    close: bool = True


class HttpServer:
    """Listens on a free port of the loopback interface from construction until `close`.

    `answer` turns a request into a reply; scripted bytes and failures go before it.
    """

    def __init__(self, answer: Callable[[Received], Reply]) -> None:
        self.answer = answer
        self.knobs = Knobs()
        self.requests: list[Received] = []
        self.departures: list[float] = []
        self.faults: list[BaseException] = []
        self._departed = threading.Condition()
        self._scripts: deque[Scripted] = deque()
        self._failures: deque[Reply] = deque()
        self._lock = threading.Lock()
        self._open: dict[int, socket.socket] = {}
        self._count = 0
        self._closing = False
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=MAX_CONNECTIONS)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._pool = ThreadPoolExecutor(MAX_CONNECTIONS, thread_name_prefix="server")
        self._acceptor = threading.Thread(target=self._accept, name="acceptor", daemon=True)
        self._acceptor.start()

    def __enter__(self) -> HttpServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def script(self, *answers: bytes, close: bool = True) -> None:
        """The next requests get exactly these bytes, each one answer; after each the connection ends if `close`."""
        self._scripts.extend(Scripted(data, close) for data in answers)

    def fail(
        self, times: int, status: int, *, retry_after: str | None = None, body: Any = None
    ) -> None:
        """The next `times` requests fail with this status, and then all is well again."""
        headers = [("Retry-After", retry_after)] if retry_after is not None else []
        value = {"message": "not now"} if body is None else body
        self._failures.extend([json_reply(value, status, headers)] * times)

    def refuse(self, times: int) -> None:
        """The next `times` requests find the connection closed before any byte of an answer."""
        self._scripts.extend([Scripted(b"")] * times)

    @property
    def last(self) -> Received:
        """The latest request; a test that expected one fails when there is none."""
        assert self.requests, "nothing reached the server"
        return self.requests[-1]

    @property
    def connections(self) -> int:
        """How many connections were opened so far."""
        return self._count

    def wait_departure(self, count: int = 1, seconds: float = 5.0) -> bool:
        """Whether `count` peers left a stream before its end within this time."""
        with self._departed:
            return self._departed.wait_for(lambda: len(self.departures) >= count, seconds)

    def wait_requests(self, count: int, seconds: float = 5.0) -> bool:
        """Whether `count` requests came within this time."""
        end = time.monotonic() + seconds
        while len(self.requests) < count and time.monotonic() < end:
            time.sleep(0.002)
        return len(self.requests) >= count

    def close(self) -> None:
        """End every connection and thread. What went wrong inside the server is raised here."""
        self._closing = True
        # A thread that waits in accept() is woken on every system by a connection, and on few by closing the socket.
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._acceptor.join()
        self._listener.close()
        with self._lock:
            for connection in self._open.values():
                shut(connection)
        self._pool.shutdown(wait=True)
        if self.faults:
            raise AssertionError(f"the server failed: {self.faults[0]!r}") from self.faults[0]

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._closing:
                connection.close()
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._count += 1
                number = self._count
                self._open[number] = connection
            self._pool.submit(self._serve, number, connection)

    def _serve(self, number: int, connection: socket.socket) -> None:
        try:
            with connection, connection.makefile("rb") as reader:
                while (request := read_request(reader, number)) is not None:
                    self.requests.append(request)
                    if not self._respond(connection, request):
                        return
        except OSError:
            # The peer went away in the middle of something, which is the peer's right.
            return
        except BaseException as problem:
            self.faults.append(problem)
        finally:
            with self._lock:
                self._open.pop(number, None)

    def _respond(self, connection: socket.socket, request: Received) -> bool:
        """Answer one request; whether the connection may serve another."""
        with self._lock:
            scripted = self._scripts.popleft() if self._scripts else None
            failure = self._failures.popleft() if self._failures and scripted is None else None
        if self.knobs.delay:
            time.sleep(self.knobs.delay)
        if scripted is not None:
            if scripted.close:
                send_with_end(connection, scripted.data)
            else:
                connection.sendall(scripted.data)
            return not scripted.close
        reply = failure or self.answer(request)
        if reply.stream is None:
            return self._send_whole(connection, reply)
        return self._send_stream(connection, reply)

    def _send_whole(self, connection: socket.socket, reply: Reply) -> bool:
        headers = list(reply.headers)
        if reply.status not in (204, 304):
            headers.append(("Content-Length", str(len(reply.body))))
        body = reply.body
        if self.knobs.cut_after is not None and self.knobs.cut_after < len(body):
            connection.sendall(head(reply.status, headers) + body[: self.knobs.cut_after])
            self._cut(connection)
            return False
        connection.sendall(head(reply.status, headers) + body)
        return True

    def _send_stream(self, connection: socket.socket, reply: Reply) -> bool:
        pieces: Iterable[bytes] = reply.stream or ()
        if self.knobs.chunk is not None:
            pieces = self.knobs.chunk(b"".join(pieces))
        connection.sendall(head(reply.status, [*reply.headers, ("Transfer-Encoding", "chunked")]))
        left = self.knobs.cut_after
        try:
            for piece in pieces:
                if left is not None:
                    piece = piece[:left]
                    left -= len(piece)
                if piece:
                    connection.sendall(b"%x\r\n%b\r\n" % (len(piece), piece))
                if left == 0:
                    self._cut(connection)
                    return False
                if self.knobs.gap and has_left(connection, self.knobs.gap):
                    raise ConnectionResetError
            if self.knobs.hold:
                if has_left(connection, PATIENCE):
                    raise ConnectionResetError
                return False
            connection.sendall(b"0\r\n\r\n")
        except OSError:
            self._note_departure()
            return False
        return True

    def _note_departure(self) -> None:
        if self._closing:
            return
        with self._departed:
            self.departures.append(time.monotonic())
            self._departed.notify_all()

    def _cut(self, connection: socket.socket) -> None:
        if self.knobs.reset:
            # Lingering for zero seconds turns the close into a reset.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            shut(connection)


def head(status: int, headers: Iterable[tuple[str, str]]) -> bytes:
    """The status line and the header section of an answer."""
    phrase = HTTPStatus(status).phrase if status in _STATUSES else "Other"
    lines = [f"HTTP/1.1 {status} {phrase}"]
    lines += [f"{name}: {value}" for name, value in headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def raw_reply(body: bytes, content_type: str, status: int = 200) -> bytes:
    """The bytes of a whole answer with this body, for `HttpServer.script`."""
    headers = [("Content-Type", content_type), ("Content-Length", str(len(body)))]
    return head(status, headers) + body


def read_request(reader: BinaryIO, connection: int) -> Received | None:
    """The next request of a connection, or None when the peer has closed it."""
    line = reader.readline()
    if not line:
        return None
    method, target, _ = line.decode("latin-1").rstrip("\r\n").split(" ")
    headers: list[tuple[str, str]] = []
    while (line := reader.readline()) not in (b"\r\n", b""):
        name, _, value = line.decode("latin-1").rstrip("\r\n").partition(":")
        headers.append((name, value.strip()))
    lengths = {name.lower(): value for name, value in headers}
    if lengths.get("transfer-encoding", "").lower() == "chunked":
        body = read_chunks(reader)
    else:
        body = reader.read(int(lengths.get("content-length", "0")))
    return Received(method, target, tuple(headers), body, connection, time.monotonic())


def read_chunks(reader: BinaryIO) -> bytes:
    """A body in the chunked transfer coding."""
    pieces: list[bytes] = []
    while size := int(reader.readline().split(b";")[0], 16):
        pieces.append(reader.read(size))
        reader.readline()
    while reader.readline() not in (b"\r\n", b""):
        continue
    return b"".join(pieces)


def has_left(connection: socket.socket, seconds: float) -> bool:
    """Whether the peer closes its end within this time."""
    readable, _, _ = select.select([connection], [], [], seconds)
    return bool(readable) and connection.recv(1, socket.MSG_PEEK) == b""


def send_with_end(connection: socket.socket, data: bytes) -> None:
    """Send the last bytes of a connection so that its end comes with them.

    A peer that has read a whole answer must find the connection ended, not about to end: else it depends on the speed of
    this thread whether the peer's next request is lost on it.
    """
    cork: int | None = getattr(socket, "TCP_CORK", getattr(socket, "TCP_NOPUSH", None))
    if cork is not None:
        connection.setsockopt(socket.IPPROTO_TCP, cork, 1)
    connection.sendall(data)
    connection.shutdown(socket.SHUT_WR)


def shut(connection: socket.socket) -> None:
    """End a connection both ways, at once; one that is gone already stays so."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


@dataclass
class Clock:
    """Marks the passing of time in a test: `elapsed` seconds since it was made."""

    start: float = field(default_factory=time.monotonic)

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.start
