"""The server that the other tests rely on."""

from __future__ import annotations

import select
import socket

import pytest
from support.loopback import HttpServer, json_reply


@pytest.mark.parametrize("size", [10, 1_000, 200_000])
def test_the_end_of_a_connection_comes_with_its_last_bytes(size: int) -> None:
    """Else a client could take the connection for one that still serves, and lose its next request on it."""
    with HttpServer(lambda _: json_reply({})) as server:
        for _ in range(50):
            server.script(b"x" * size)
            with socket.create_connection(("127.0.0.1", server.port)) as peer:
                peer.sendall(b"GET / HTTP/1.1\r\n\r\n")
                left = size
                while left:
                    left -= len(peer.recv(left))
                ended, _, _ = select.select([peer], [], [], 0)
                assert ended
                assert peer.recv(1) == b""
