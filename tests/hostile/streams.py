"""The modules of the runtime, as a generated package has them, and a plain reader of event streams to hold them against."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType

from support.paths import RUNTIME

RUNTIME_PACKAGE = "fuzzed_runtime"


def runtime(name: str) -> ModuleType:
    """A module of the runtime."""
    if RUNTIME_PACKAGE not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            RUNTIME_PACKAGE, RUNTIME / "__init__.py", submodule_search_locations=[str(RUNTIME)]
        )
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[RUNTIME_PACKAGE] = module
        spec.loader.exec_module(module)
    return importlib.import_module(f"{RUNTIME_PACKAGE}.{name}")


def plain_events(data: bytes) -> list[tuple[str, bytes]]:
    """The events of a stream, read whole, by the letter of the WHATWG algorithm."""
    found: list[tuple[str, bytes]] = []
    lines = (
        data.removeprefix(b"\xef\xbb\xbf")
        .replace(b"\r\n", b"\n")
        .replace(b"\r", b"\n")
        .split(b"\n")[:-1]
    )
    kind, values = "", list[bytes]()
    for line in lines:
        if not line:
            if values:
                found.append(
                    (kind or "message", b"\n".join(values).decode("utf-8", "replace").encode())
                )
            kind, values = "", []
            continue
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            values.append(value)
        elif name == b"event":
            kind = value.decode("utf-8", "replace")
    return found
