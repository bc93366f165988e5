"""The surface of what is generated, and the lock file that goes with it."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from clientwright import __version__, cache, ir
from clientwright.config import Flavour
from clientwright.ir.dump import to_json
from clientwright.pipeline.aliases import with_aliases
from clientwright.pipeline.preparing import options_of
from clientwright.surface import lock
from clientwright.surface.changes import Changes
from clientwright.surface.describe import describe
from clientwright.surface.lock import Lock
from clientwright.surface.model import Surface
from clientwright.targets.python import PythonTarget

_SECTIONS = ("package", "select", "style", "models")


def surface_of(api: ir.Api, flavour: Flavour) -> Surface:
    """Give what users of the client of a flavour write, names kept by `[aliases]` among it. Raises `ConfigError`."""
    return _surface(with_aliases(api, flavour), flavour, PythonTarget())


def _surface(api: ir.Api, flavour: Flavour, target: PythonTarget) -> Surface:
    return describe(api, target.public_names(api, options_of(flavour)))


def lock_of(
    flavour: Flavour,
    api: ir.Api,
    files: Iterable[Path],
    old: Lock | None,
    target: PythonTarget,
    sources: str,
) -> tuple[Lock, Changes]:
    """Give the lock of a flavour's package, and what has changed since the one that was there.

    `api` has the aliases of the flavour already. `files` are the local files that were read, the overlays among them;
    `sources` is the hash of the templates and modules that the package was made with.
    """
    overlays = [Path(path).absolute() for path in flavour.overlays]
    documents = [path for path in dict.fromkeys(files) if path not in overlays]
    options = _options(flavour)
    new = Lock(
        version=flavour.package.version,
        surface=_surface(api, flavour, target),
        document=_digest([cache.digest_of(path) for path in documents] or to_json(api)),
        overlays=tuple(cache.digest_of(path) for path in overlays),
        options=options,
        options_digest=_digest(
            [options, cache.digest_of(flavour.templates) if flavour.templates else ""]
        ),
        tool={"version": __version__, "templates": sources},
    )
    return lock.advance(old, new)


def _options(flavour: Flavour) -> dict[str, Any]:
    """Give what a flavour says of the package, by dotted keys; paths are no part of it, nor is the version."""
    found: dict[str, Any] = {"target": flavour.target}
    for section in _SECTIONS:
        part = getattr(flavour, section)
        for item in dataclasses.fields(part):
            key = f"{section}.{item.name.rstrip('_')}"
            value = getattr(part, item.name)
            if key != "package.version" and value not in ("", ()):
                found[key] = list(value) if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownArgumentType]
    for section in ("custom", "aliases"):
        table = getattr(flavour, section)
        if table:
            found[section] = dict(table)
    return found


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
