"""Fixtures that every test may use: the server, the generated package, plain and async calls."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from support.api import ApiServer
from support.drive import Driver
from support.paths import GENERATED

if str(GENERATED) not in sys.path:
    sys.path.insert(0, str(GENERATED))


@pytest.fixture
def server() -> Iterator[ApiServer]:
    """The API on a loopback port."""
    with ApiServer() as server:
        yield server


@pytest.fixture(scope="session")
def package() -> ModuleType:
    """The generated package that is committed."""
    return importlib.import_module("mistral_client")


@pytest.fixture(scope="session")
def models(package: ModuleType) -> ModuleType:
    return importlib.import_module("mistral_client.models")


@pytest.fixture(scope="session")
def errors(package: ModuleType) -> ModuleType:
    return importlib.import_module("mistral_client.errors")


@pytest.fixture(params=["sync", "async"])
def drive(request: pytest.FixtureRequest, package: ModuleType) -> Driver:
    """Calls the plain method in one run of the test and the async one in another."""
    return Driver(package, request.param)
