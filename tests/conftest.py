"""Fixtures that every test may use: the server, the generated package, plain and async calls."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from support.api import ApiServer
from support.drive import DRIVERS, Driver
from support.paths import GENERATED

PACKAGES = {"mistral": "mistral_client"}
"""Packages that are not called as their flavour is."""

EVERYWHERE = frozenset({"test_agents", "test_conversations"})
"""Modules whose tests run over every flavour."""

OTHERS = [
    *(("mistral-httpx2", "sync"), ("mistral-httpx2", "async")),
    *(("mistral-async", "sync"), ("mistral-async", "async")),
    ("mistral-flat", "sync"),
]
STYLES = [
    *(("mistral-msgspec", "sync"), ("mistral-msgspec", "async")),
    *(("mistral-dataclasses", "sync"), ("mistral-dataclasses", "async")),
]
"""Flavours whose models are not pydantic's. Tests that look at what pydantic alone has are marked `pydantic`."""

if str(GENERATED) not in sys.path:
    sys.path.insert(0, str(GENERATED))


@pytest.fixture
def server() -> Iterator[ApiServer]:
    """The API on a loopback port."""
    with ApiServer() as server:
        yield server


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests that drive a client over flavours: some modules over all of them, the others over the default one."""
    if "drive" not in metafunc.fixturenames:
        return
    modes = [("mistral", "sync"), ("mistral", "async")]
    if metafunc.module.__name__.rpartition(".")[2] in EVERYWHERE:
        modes += OTHERS
        modes += [] if metafunc.definition.get_closest_marker("pydantic") else STYLES
    names = [mode if flavour == "mistral" else f"{flavour}-{mode}" for flavour, mode in modes]
    metafunc.parametrize(("flavour", "mode"), modes, ids=names)


@pytest.fixture
def flavour() -> str:
    """The flavour whose package is tested: a folder in `generated`."""
    return "mistral"


@pytest.fixture
def package(flavour: str) -> ModuleType:
    """The generated package that is committed."""
    folder = GENERATED.parent / flavour
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    return importlib.import_module(PACKAGES.get(flavour, flavour.replace("-", "_")))


@pytest.fixture
def models(package: ModuleType) -> ModuleType:
    return importlib.import_module(f"{package.__name__}.models")


@pytest.fixture
def errors(package: ModuleType) -> ModuleType:
    return importlib.import_module(f"{package.__name__}.errors")


@pytest.fixture
def drive(flavour: str, mode: str, package: ModuleType) -> Driver:
    """Calls the plain method in one run of the test and the asynchronous one in another."""
    return DRIVERS[flavour](package, mode)
