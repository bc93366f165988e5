"""`clientwright.lock`: the surface of a generated package, and hashes of what it was made from.

It stands beside the package. `pending` is the gravest change since the package got its version, so that several changes
before a release are counted together.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clientwright.diagnostics import Diagnostic, InputError, Severity, printable_json
from clientwright.surface.changes import Change, Changes, Level, gravest, next_version, reaches
from clientwright.surface.compare import compare
from clientwright.surface.model import Surface, from_json, to_json

NAME = "clientwright.lock"
_FORMAT = 1
_WIDTH = 100
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_DAMAGE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Lock:
    """What a package was made from, and its surface.

    `document`, `overlays` and `options_digest` are hashes; `options` are dotted keys of a flavour file. `tool` names our version and the hash of
    the templates and modules that the package was made with.
    """

    version: str
    surface: Surface
    document: str = ""
    overlays: tuple[str, ...] = ()
    options: Mapping[str, Any] = dataclasses.field(default_factory=dict[str, Any])
    options_digest: str = ""
    tool: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])
    pending: Level | None = None


def read(folder: Path) -> Lock | None:
    """Read the lock of a package's folder; None when there is none, or a damaged one."""
    try:
        return parse((folder / NAME).read_bytes())
    except (OSError, *_DAMAGE):
        return None


def read_file(path: Path) -> Lock:
    """Read a lock file. Raises `InputError`."""
    try:
        return parse(path.read_bytes())
    except OSError as problem:
        message = f"cannot read the lock file: {problem.strerror}"
    except _DAMAGE:
        message = "this is no lock file of clientwright, or a damaged one"
    raise InputError(
        Diagnostic(Severity.ERROR, "lock", message, "generate the package again", file=str(path))
    )


def parse(content: bytes) -> Lock:
    """Read the bytes of a lock file. Raises `ValueError`, `TypeError`, `KeyError`, `AttributeError` or `RecursionError`."""
    kept: Any = json.loads(content)
    if kept["lock"] != _FORMAT:
        raise ValueError("a lock file of another format")
    pending = kept["pending"]
    return Lock(
        version=str(kept["version"]),
        surface=from_json(kept["surface"]),
        document=str(kept["document"]),
        overlays=tuple(str(item) for item in kept["overlays"]),
        options=dict(kept["options"]),
        options_digest=str(kept["options_digest"]),
        tool=dict(kept["tool"]),
        pending=Level(pending) if pending else None,
    )


def text(lock: Lock) -> bytes:
    """Write a lock file: a line for each thing that can change alone, so that its own diff can be read."""
    kept = {
        "lock": _FORMAT,
        "tool": dict(lock.tool),
        "version": lock.version,
        "pending": lock.pending.value if lock.pending else "",
        "document": lock.document,
        "overlays": list(lock.overlays),
        "options": dict(lock.options),
        "options_digest": lock.options_digest,
        "surface": to_json(lock.surface),
    }
    return (printable_json("\n".join(_lines(kept, "")[0])) + "\n").encode()


def _lines(value: Any, margin: str) -> tuple[list[str], int]:
    """Give the lines of a value, and how long it is on one line: objects and lists that fit stand on one."""
    if not isinstance(value, (dict, list)) or not value:
        short = _ENCODE(value)
        return [short], len(short)
    within = margin + " "
    if isinstance(value, dict):
        opening, closing = "{", "}"
        items = [
            (f"{_ENCODE(key)}: ", *_lines(item, within))
            for key, item in value.items()  # pyright: ignore[reportUnknownVariableType]
        ]
    else:
        opening, closing = "[", "]"
        items = [("", *_lines(item, within)) for item in value]  # pyright: ignore[reportUnknownVariableType]
    length = sum(len(key) + size + 2 for key, _, size in items)
    if len(margin) + length <= _WIDTH:
        # What is within is shorter still, so that each of it is one line.
        return [opening + ", ".join(key + lines[0] for key, lines, _ in items) + closing], length
    found = [opening]
    for key, lines, _ in items:
        lines[0] = f"{within}{key}{lines[0]}"
        lines[-1] += ","
        found += lines
    found[-1] = found[-1][:-1]
    found.append(f"{margin}{closing}")
    return found, length


def advance(old: Lock | None, new: Lock) -> tuple[Lock, Changes]:
    """Compare with the lock that was there, and say what the next version should be called.

    Returns the new lock, with what is pending since the version filled in.
    """
    if old is None:
        return new, Changes(version=new.version, proposed=new.version)
    items = compare(old.surface, new.surface)
    if not items and _made_from(old) != _made_from(new):
        text_ = "nothing that users write has changed; what is sent, or the documentation, may have"
        items = (Change(Level.PATCH, "inside", new.surface.package, text_),)
    pending = gravest(level for level in (old.pending, gravest(i.level for i in items)) if level)
    wanted = next_version(old.version, pending)
    if new.version != old.version:
        # The version was raised by hand: what was pending is in it, or it is not enough.
        enough = reaches(new.version, wanted)
        proposed = new.version if enough else wanted
        pending = None if enough else pending
        kept = dataclasses.replace(new, pending=pending)
        return kept, Changes(items, old.version, proposed, pending)
    return dataclasses.replace(new, pending=pending), Changes(items, old.version, wanted, pending)


def _made_from(lock: Lock) -> tuple[Any, ...]:
    return lock.document, lock.overlays, lock.options_digest, dict(lock.tool)
