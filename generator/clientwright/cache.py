"""What earlier runs came to, so that a run that has nothing to change says so at once.

An entry says: these files were read, these files were written, and this was found. It is used when every one of them has the
very bytes it had then; it never holds anything that is written or run. It lives in the user's cache directory, is found by a
hash over our own sources, what is installed, and the options, and carries a hash of itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FORMAT = "clientwright cache 1"
_PACKAGE = Path(__file__).resolve().parent
_SOURCES = {".py", ".jinja"}
_MAX_ENTRIES = 200
_MAX_BYTES = 64_000_000
_MAX_TOTAL_BYTES = 256_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One remembered run.

    `inputs` maps absolute paths of files, and of folders of which every file counts, to hashes; `outputs` does the same for files relative to `folder`.
    `result` is a plain JSON value that the caller put there.
    """

    folder: str
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    result: Mapping[str, Any]


def digest_of(path: str | Path) -> str:
    """Give the hash of a file's bytes, or of every file in a folder; empty for what cannot be read."""
    place = Path(path)
    try:
        if not place.is_dir():
            return hashlib.sha256(place.read_bytes()).hexdigest()
        parts = [
            (item.relative_to(place).as_posix(), digest_of(item))
            for item in sorted(place.rglob("*"))
            if item.is_file() and not _left_behind(item.relative_to(place))
        ]
    except OSError:
        return ""
    return _digest(parts)


def _left_behind(path: Path) -> bool:
    """Tell whether a file is what some tool has left (`.mypy_cache`, `__pycache__`): it says nothing of the folder."""
    return any(part == "__pycache__" or part.startswith(".") for part in path.parts)


def key_of(parts: Sequence[Any]) -> str:
    """Give the name of an entry for a run: what it depends on besides the files it reads, as plain JSON values."""
    return _digest([_tool(), os.getcwd(), *parts])


def find(key: str) -> Entry | None:
    """Give the entry when there is one and every file is as it was, else None. Nothing is raised."""
    place = _place(key)
    if place is None:
        return None
    try:
        head, _, body = place.read_bytes().partition(b"\n")
        if head.decode() != f"{_FORMAT} {hashlib.sha256(body).hexdigest()}":
            return None
        loaded: Any = json.loads(body)
        entry = Entry(loaded["folder"], loaded["inputs"], loaded["outputs"], loaded["result"])
        same = _same("", entry.inputs) and _same(entry.folder, entry.outputs)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return entry if same else None


def keep(key: str, entry: Entry) -> None:
    """Remember a run. A cache that cannot be written is no fault."""
    place = _place(key)
    if place is None:
        return
    body = json.dumps(
        {
            "folder": entry.folder,
            "inputs": dict(entry.inputs),
            "outputs": dict(entry.outputs),
            "result": dict(entry.result),
        }
    ).encode("utf-8", "surrogatepass")
    if len(body) > _MAX_BYTES:
        return
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=".entry-", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(f"{_FORMAT} {hashlib.sha256(body).hexdigest()}\n".encode() + body)
            os.replace(name, place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _prune(place.parent)
    except OSError:
        return


def folder() -> Path | None:
    """Give our part of the user's cache directory; None where the user has no home.

    https://specifications.freedesktop.org/basedir-spec/latest/ and what other platforms have in its place.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    if named and os.path.isabs(named):
        return Path(named) / "clientwright"
    local = os.environ.get("LOCALAPPDATA", "")
    if sys.platform == "win32" and local:
        return Path(local) / "clientwright" / "Cache"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "clientwright"
    return home / ".cache" / "clientwright"


def _place(key: str) -> Path | None:
    base = folder()
    return None if base is None else base / f"{key}.json"


def _same(base: str, files: Mapping[str, str]) -> bool:
    return all(
        known != "" and digest_of(os.path.join(base, path)) == known
        for path, known in files.items()
    )


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _tool() -> list[Any]:
    """Say what did the work: our own sources, byte for byte, and the name and version of everything installed."""
    templates = _PACKAGE / "_templates"
    roots = [_PACKAGE, templates if templates.is_dir() else _PACKAGE.parents[1] / "templates"]
    sources = [(str(path), digest_of(path)) for root in roots for path in _source_files(root)]
    return [sys.version, sources, sorted(_installed(sys.path))]


def _source_files(root: Path) -> Iterable[Path]:
    for place, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if os.path.splitext(name)[1] in _SOURCES:
                yield Path(place, name)


def _installed(places: Iterable[str]) -> Iterable[str]:
    for place in places:
        try:
            names = os.listdir(place)
        except OSError:
            continue
        yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def _prune(base: Path) -> None:
    """Let the oldest entries go when there are too many, or when they are too large together."""
    found = [(path, path.stat()) for path in base.glob("*.json")]
    found.sort(key=lambda item: item[1].st_mtime_ns, reverse=True)
    total = 0
    for number, (path, status) in enumerate(found, start=1):
        total += status.st_size
        if number > 1 and (number > _MAX_ENTRIES or total > _MAX_TOTAL_BYTES):
            path.unlink(missing_ok=True)
