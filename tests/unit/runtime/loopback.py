"""A scripted HTTP/1.1 server on a loopback port. It writes down what it receives, byte for byte."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Received:
    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    connection: int

    def header(self, name: str) -> str | None:
        return next((v for k, v in self.headers if k.lower() == name.lower()), None)

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Reply:
    """What to answer. `chunks` is sent chunked, as it is cut; `dies` resets the connection after them."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    chunks: Iterable[bytes] | None = None
    dies: bool = False
    waits: float = 0.0


def reply_json(value: Any, status: int = 200, **headers: str) -> Reply:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(status, json.dumps(value).encode(), {"Content-Type": "application/json", **named})


def events(*chunks: bytes, dies: bool = False) -> Reply:
    return Reply(headers={"Content-Type": "text/event-stream"}, chunks=chunks, dies=dies)


class Loopback:
    """Answers with `replies` in turn (the last one again and again), or with what `answer` gives."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.replies: list[Reply] = [reply_json({"ok": True})]
        self.answer: Callable[[Received], Reply] = lambda _: (
            self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        )
        self.released = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *args: Any) -> None:
                pass

            def handle_any(self) -> None:
                outer.handle(self)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = handle_any

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: Any, client_address: Any) -> None:
                pass

        self.http = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"

    @property
    def last(self) -> Received:
        return self.received[-1]

    def handle(self, handler: BaseHTTPRequestHandler) -> None:
        body = self.read_body(handler)
        headers = [(k, v) for k, v in handler.headers.items()]
        received = Received(handler.command, handler.path, headers, body, handler.client_address[1])
        self.received.append(received)
        reply = self.answer(received)
        if reply.waits:
            self.released.wait(reply.waits)
        handler.send_response(reply.status)
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        if reply.chunks is None:
            handler.send_header("Content-Length", str(len(reply.body)))
            handler.end_headers()
            handler.wfile.write(reply.body)
            return
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        try:
            for chunk in reply.chunks:
                handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
            if not reply.dies:
                handler.wfile.write(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            self.released.set()
            raise
        if reply.dies:
            handler.wfile.flush()
            handler.connection.shutdown(socket.SHUT_WR)
            handler.connection.setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 0, 0)
            )
            handler.close_connection = True

    @staticmethod
    def read_body(handler: BaseHTTPRequestHandler) -> bytes:
        if handler.headers.get("Transfer-Encoding") != "chunked":
            return handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        body = b""
        while size := int(handler.rfile.readline(), 16):
            body += handler.rfile.read(size)
            handler.rfile.readline()
        handler.rfile.readline()
        return body

    def __enter__(self) -> Loopback:
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.released.set()
        self.http.shutdown()
        self.http.server_close()
