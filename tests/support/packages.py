"""Importing a generated package from any folder, and letting go of it again."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType


@contextmanager
def fresh(out: Path, package: str) -> Iterator[ModuleType]:
    """The package imported from a folder, and afterwards gone from the interpreter again."""
    root = package.split(".")[0]
    forget(root)
    sys.path.insert(0, str(out))
    importlib.invalidate_caches()
    try:
        yield importlib.import_module(package)
    finally:
        sys.path.remove(str(out))
        forget(root)


def forget(root: str) -> None:
    """Drop a package and its modules from the interpreter."""
    for name in [name for name in sys.modules if name == root or name.startswith(f"{root}.")]:
        del sys.modules[name]
