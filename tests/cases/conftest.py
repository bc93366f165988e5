"""Fixtures of the cases: `client` is the package generated from the case of the test's own folder, `api` a client of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from support import cases
from support.cases import Outcome
from support.loopback import HttpServer, Received, Reply, json_reply
from support.packages import fresh


@pytest.fixture(scope="session")
def generated(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str], tuple[Outcome, Path]]:
    """Generates a case once for the whole run: its outcome, and the folder that holds the client."""
    done: dict[str, tuple[Outcome, Path]] = {}

    def make(name: str) -> tuple[Outcome, Path]:
        if name not in done:
            out = tmp_path_factory.mktemp(name) / "client"
            done[name] = cases.generate(name, out), out
        return done[name]

    return make


class EchoServer(HttpServer):
    """Answers what a test puts into `reply`; by default an empty JSON object."""

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.reply: Reply | Callable[[Received], Reply] = json_reply({})

    def __enter__(self) -> EchoServer:
        return self

    def _answer(self, request: Received) -> Reply:
        return self.reply(request) if callable(self.reply) else self.reply


@pytest.fixture
def server() -> Iterator[EchoServer]:
    """A server that answers whatever a test wants and records what it receives."""
    with EchoServer() as server:
        yield server


@pytest.fixture(scope="module")
def client(
    request: pytest.FixtureRequest, generated: Callable[[str], tuple[Outcome, Path]]
) -> Iterator[ModuleType]:
    """The package that was generated from the case of the test's own folder, imported fresh."""
    outcome, out = generated(request.path.parent.name)
    with fresh(out, outcome.package) as package:
        yield package


@pytest.fixture
def api(client: ModuleType, server: EchoServer) -> Iterator[Any]:
    """A client of the package that calls the server, once for each call."""
    with client.Client(server_url=server.url, retries=None) as api:
        yield api
