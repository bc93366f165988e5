"""The list of what an output folder has from us, with hashes, so that nobody else's files are ever touched.

{"generator": "clientwright", "files": {"mistral_client/client.py": "sha256 in hexadecimal"}}

While a run replaces files, `before` also holds what the run before it wrote: a run that follows one that was killed
knows the files of both as ours.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

NAME = ".clientwright.json"


def digest(content: bytes) -> str:
    """Give the hash of a file's content."""
    return hashlib.sha256(content).hexdigest()


def text(files: Mapping[str, bytes], before: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """Give the manifest for some files, sorted by path; `before` for a run that is still replacing files."""
    content: dict[str, Any] = {
        "generator": "clientwright",
        "files": {path: digest(files[path]) for path in sorted(files)},
    }
    if before is not None:
        content["before"] = {path: list(before[path]) for path in sorted(before)}
    return (json.dumps(content, indent=1) + "\n").encode()


def read(folder: Path) -> dict[str, tuple[str, ...]]:
    """Read the hashes that each file of ours may have, by path; nothing when there is no manifest or it is damaged."""
    place = folder / NAME
    try:
        if place.is_symlink() or not place.is_file():
            return {}
        loaded: Any = json.loads(place.read_bytes())
        found = _hashes(loaded["files"])
        for path, more in _hashes(loaded.get("before", {})).items():
            found[path] = (*found.get(path, ()), *more)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
    return found


def _hashes(files: dict[Any, Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for path, known in files.items():
        several = cast("list[Any]", known) if isinstance(known, list) else [known]
        found[str(path)] = tuple(each for each in several if isinstance(each, str))
    return found
