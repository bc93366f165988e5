"""Loads the runtime as a package, as a generated client has it, and gives a loopback server to talk to."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

RUNTIME = Path(__file__).parents[3] / "templates" / "python" / "runtime"
NAME = "runtime_under_test"


def _load() -> None:
    spec = importlib.util.spec_from_file_location(
        NAME, RUNTIME / "__init__.py", submodule_search_locations=[str(RUNTIME)]
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = module
    spec.loader.exec_module(module)


if NAME not in sys.modules:
    _load()

from unit.runtime.loopback import Loopback  # noqa: E402
from unit.runtime.sample_client import Sample  # noqa: E402


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


@pytest.fixture
def client(server: Loopback) -> Iterator[Sample]:
    with Sample("sk-very-secret", server_url=server.url) as client:
        yield client
