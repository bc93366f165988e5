"""`gen.yaml` of Speakeasy, with `workflow.yaml` beside it.

https://www.speakeasy.com/docs/speakeasy-reference/generation/gen-yaml
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from clientwright import load
from clientwright.diagnostics import InputError
from clientwright.importers.imported import Imported, Reader, mapping, text

_ASYNC = {"both": "methods", "split": "class"}
# Settings about the document's examples and about habits that are always so here.
_ALWAYS = (
    ("generation", "maintainOpenAPIOrder"),
    ("generation", "useClassNamesForArrayFields"),
    ("python", "flattenGlobalSecurity"),
    ("python", "flattenRequests"),
    ("python", "fixFlags"),
    ("python", "inputModelSuffix"),
    ("python", "outputModelSuffix"),
)


def convert(tree: Mapping[str, Any], path: Path) -> Imported:
    """Give the settings of `gen.yaml` in our terms. Settings of targets other than Python are left alone."""
    reader = Reader(tree, str(path))
    reader.take("configVersion")
    values: dict[str, Any] = {}
    client_class = text(reader.take("generation", "sdkClassName"))
    if client_class:
        values["package.client_class"] = client_class
    version = text(reader.take("python", "version"))
    if version:
        values["package.version"] = version
    package = text(reader.take("python", "moduleName")) or text(reader.get("python", "packageName"))
    reader.take("python", "packageName")
    if package:
        values["package.name"] = re.sub(r"[^\w.]", "_", package)
    prefix = text(reader.take("python", "envVarPrefix"))
    if prefix:
        values["package.env_prefix"] = prefix.upper()
    mode = text(reader.take("python", "asyncMode"))
    if mode in _ASYNC:
        values["style.async"] = _ASYNC[mode]
    elif mode:
        reader.lose(("python", "asyncMode"), f"{mode!r} is not known")
    for setting in _ALWAYS:
        reader.take(*setting)
    _server(reader)
    values.update(_workflow(path))
    others = [
        key for key in tree if key not in ("configVersion", "generation", "python", "management")
    ]
    return Imported("Speakeasy", values, (), reader.finish(*others))


def _server(reader: Reader) -> None:
    base = text(reader.take("generation", "baseServerUrl"))
    if base:
        reader.lose(
            ("generation", "baseServerUrl"), f"add a server {base!r} to the document by an overlay"
        )


def _workflow(path: Path) -> dict[str, Any]:
    """Give the document and overlays that `workflow.yaml` names, relative to `gen.yaml`."""
    for place in (path.parent / "workflow.yaml", path.parent / ".speakeasy" / "workflow.yaml"):
        if not place.is_file():
            continue
        try:
            tree = load.read_tree(place)[0]
        except InputError:
            continue
        sources = mapping(mapping(tree).get("sources"))
        if not sources:
            continue
        # Its paths are relative to the folder that holds `.speakeasy`.
        root = place.parent.parent if place.parent.name == ".speakeasy" else place.parent
        first = mapping(next(iter(sources.values())))
        inputs, overlays = _locations(first, "inputs"), _locations(first, "overlays")
        found: dict[str, Any] = {}
        if inputs:
            found["spec"] = inputs[0] if "://" in inputs[0] else str(root / inputs[0])
        if overlays:
            found["overlays"] = [str(root / item) for item in overlays if "://" not in item]
        return found
    return {}


def _locations(source: Mapping[str, Any], key: str) -> list[str]:
    listed: Any = source.get(key)
    items: list[Any] = [*listed] if isinstance(listed, list) else []  # pyright: ignore[reportUnknownArgumentType]
    found = [text(mapping(item).get("location")) for item in items]
    return [item for item in found if item]
