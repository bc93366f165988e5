"""What a run would change, without changing it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from clientwright.render import manifest


@dataclass(frozen=True, slots=True)
class FileDiff:
    """How one file differs: `text` is a unified diff; `change` says what a run would do to the file."""

    path: str
    change: str
    text: str


def compare(folder: Path, files: Mapping[str, bytes]) -> list[FileDiff]:
    """Say how a folder differs from what `files` says, sorted by path. The manifest counts as a file."""
    wanted: dict[str, bytes | None] = {**files, manifest.NAME: manifest.text(files)}
    for path in manifest.read(folder):
        if path not in wanted and (folder / path).is_file():
            wanted[path] = None
    found: list[FileDiff] = []
    for path in sorted(wanted):
        before = _read(folder / path)
        after = wanted[path]
        if before != after:
            change = "add" if before is None else "remove" if after is None else "change"
            found.append(FileDiff(path, change, _diff(path, before or b"", after or b"")))
    return found


def _read(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except (OSError, UnicodeEncodeError):  # the latter where the file system cannot name it
        return None


def _diff(path: str, before: bytes, after: bytes) -> str:
    lines = difflib.unified_diff(
        before.decode("utf-8", "replace").splitlines(keepends=True),
        after.decode("utf-8", "replace").splitlines(keepends=True),
        f"disk/{path}",
        f"generated/{path}",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
