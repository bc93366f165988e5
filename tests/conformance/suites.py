"""The suites of others: where they are kept, how they come there, and the servers of some of them.

Nothing of them is part of this repository: `make conformance` installs pinned versions into `.conformance/`.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TextIO

HERE = Path(__file__).parent
FOLDER = HERE.parent.parent / ".conformance"
_NODE = str(FOLDER / "node_modules" / ".bin" / "node")
SPECTOR = {"http": "@typespec/http-specs", "azure": "@azure-tools/azure-http-specs"}
"""Suites of scenarios for the mock server, with their packages."""
AUTOREST = "@microsoft.azure/autorest.testserver"
"""The AutoRest test server, with the documents that it serves."""
# Its source distribution holds the JSON Schema Test Suite.
JSON_SCHEMA = "jsonschema==4.23.0"


def json_schema_tests() -> Path | None:
    """The folder of the JSON Schema Test Suite; None when it is not installed."""
    return next(FOLDER.glob("json-schema/*/json/tests"), None)


def install() -> None:
    """Install what is not there yet. Raises `CalledProcessError` when a tool fails."""
    FOLDER.mkdir(exist_ok=True)
    wanted = (HERE / "package.json").read_text()
    installed = FOLDER / "package.json"
    if not installed.exists() or installed.read_text() != wanted:
        quiet = ("--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error")
        installed.write_text(wanted)
        try:
            subprocess.run(["npm", "install", *quiet], cwd=FOLDER, check=True)
        except BaseException:
            installed.unlink()
            raise
    if json_schema_tests() is None:
        _download(FOLDER / "json-schema")


def _download(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    name = JSON_SCHEMA.partition("=")[0]
    options = ("--quiet", "--no-deps", "--no-binary", name, "--dest", str(folder), JSON_SCHEMA)
    subprocess.run([sys.executable, "-m", "pip", "download", *options], check=True)
    for archive in folder.glob("*.tar.gz"):
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")


def prepare(suite: str) -> Path:
    """The folder with the documents and scenarios of a suite of scenarios, made when it is not there."""
    folder = FOLDER / suite
    if not (folder / "scenarios.json").exists():
        _node("spector.mjs", SPECTOR[suite], str(folder))
    return folder


def _node(script: str, *arguments: str) -> None:
    subprocess.run([*_command(script), *arguments], cwd=FOLDER, check=True)


def _command(script: str) -> list[str]:
    return [_NODE, str(HERE / script)]


@contextmanager
def mock_server() -> Iterator[str]:
    """The URL of the mock server of the suites of scenarios, which runs as long as the context."""
    port = _free_port()
    with _running([*_command("spector_server.mjs"), port, *SPECTOR.values()], "listening"):
        yield f"http://localhost:{port}"


@contextmanager
def test_server() -> Iterator[str]:
    """The URL of the AutoRest test server, which runs as long as the context."""
    port = _free_port()
    program = FOLDER / "node_modules" / AUTOREST / "dist" / "cli" / "cli.js"
    with TemporaryDirectory() as counts:
        options = ("run", "--port", port, "--coverageDirectory", counts)
        with _running([_NODE, str(program), *options], f"Started server on port {port}"):
            yield f"http://localhost:{port}"


def _free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return str(free.getsockname()[1])


@contextmanager
def _running(command: list[str], ready: str) -> Iterator[None]:
    """A server that says by a line when it is ready."""
    server = subprocess.Popen(
        command,
        cwd=FOLDER,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        if not any(line.strip().endswith(ready) for line in server.stdout):
            raise RuntimeError(f"{command} did not start")
        # It goes on writing, and waits when nobody reads.
        Thread(target=_drain, args=(server.stdout,), daemon=True).start()
        yield
    finally:
        server.terminate()
        server.wait()


def _drain(output: TextIO) -> None:
    for _ in output:
        pass
