"""Modules of own code in the folder of a client, for what the reference says of them. They are read as text, never imported."""

from __future__ import annotations

from pathlib import Path

from clientwright.config import Flavour

_LONGEST = 1_000_000


def places(flavour: Flavour) -> dict[str, tuple[Path, Path]]:
    """Say where each module that has mixins may be in the folder of a client: a file, or a package."""
    modules = dict.fromkeys(mixin.partition(":")[0] for mixin in flavour.custom.values())
    found: dict[str, tuple[Path, Path]] = {}
    for module in modules:
        place = flavour.output.joinpath(*module.split("."))
        found[module] = (place.with_name(f"{place.name}.py"), place / "__init__.py")
    return found


def sources(flavour: Flavour) -> tuple[tuple[str, str], ...]:
    """Give the names of the modules that there are, with their text; what cannot be read is left out."""
    found: list[tuple[str, str]] = []
    for module, files in places(flavour).items():
        for file in files:
            try:
                if file.is_file() and file.stat().st_size <= _LONGEST:
                    found.append((module, file.read_text(encoding="utf-8")))
                    break
            except (OSError, ValueError):
                continue
    return tuple(found)
