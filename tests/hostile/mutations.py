"""Real documents with nodes dropped, swapped, duplicated, renamed and retyped, and what must hold for whatever comes out."""

from __future__ import annotations

import ast
import copy
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from clientwright import config, pipeline, render
from clientwright.diagnostics import InputError
from clientwright.load import read_tree
from support.paths import ROOT, SPEC

from hostile.payloads import PAYLOADS

CASES = ROOT / "tests" / "cases"
DOCUMENTS = ROOT / "tests" / "corpus" / "documents"
REAL = ROOT.parent / "shared" / "specs"
# Seconds of processor time for one document of at most some hundred kilobytes, by far more than any needs.
BOUND = 20.0
# Operations of a large document that are mutated together, with what they refer to.
_PORTION = 3

# What takes the place of a node. References among them lead to themselves, away, and through others.
VALUES: list[Any] = [
    *(None, True, False, 0, -1, 1.5, 10**40, "", "x", [], {}, [None], {"": None}, [[]], {"a": {}}),
    *(
        {"$ref": "#"},
        {"$ref": "#/paths"},
        {"$ref": "#/components/schemas/A"},
        {"$ref": 1},
        {"$ref": "no.yaml#/x"},
    ),
    *(
        {"$ref": "../../../../etc/passwd"},
        {"$ref": "file:///etc/passwd"},
        {"$ref": "http://localhost:1/x"},
    ),
    *(
        {"allOf": [{"$ref": "#"}]},
        {"type": ["object", "null", "x"]},
        {"oneOf": []},
        {"enum": []},
        {"const": None},
    ),
    *(
        {"type": "array"},
        {"type": "string", "enum": [1, None, {}]},
        {"not": {}},
        {"anyOf": [{}, {"type": "null"}]},
    ),
    {"discriminator": {"propertyName": "x", "mapping": {"x": "#"}}, "oneOf": [{"$ref": "#"}]},
    {
        "properties": {"": {}, "a b": {}, "a_b": {}, "A-B": {}},
        "required": [""],
        "additionalProperties": {"$ref": "#"},
    },
    *(
        PAYLOADS[name]
        for name in (
            "triple-double",
            "newline",
            "jinja-expression",
            "nul",
            "bidi",
            "climb",
            "lone-high",
        )
    ),
]
NAMES = [
    "",
    "x",
    "$ref",
    "type",
    "allOf",
    "properties",
    "items",
    "#",
    "/",
    "~",
    "default",
    "200",
    "get",
    "a/b",
    "é",
]


@dataclass(frozen=True)
class Change:
    """One step: what is done, to which node (a number, taken round), and with which other one."""

    kind: str
    node: int
    other: int


KINDS = ("drop", "swap", "copy", "double", "retype", "rename", "wrap", "refer")


@cache
def sources() -> dict[str, str]:
    """The documents that are mutated, as JSON, by name; large ones in portions."""
    found: dict[str, str] = {}
    for path in sorted(CASES.glob("*/document.yaml")):
        found[f"case {path.parent.name}"] = json.dumps(read_tree(path)[0])
    for path in [SPEC, *sorted(DOCUMENTS.glob("*.yaml")), *sorted(REAL.glob("*"))]:
        if path.name.endswith(".judge.yaml"):
            continue
        tree = read_tree(path)[0]
        if len(json.dumps(tree)) < 60_000:
            found[path.name] = json.dumps(tree)
            continue
        keys = list(tree["paths"])
        for start in range(0, len(keys), max(_PORTION, len(keys) // 12)):
            found[f"{path.name}+{start}"] = json.dumps(
                _portion(tree, keys[start : start + _PORTION])
            )
    return found


def _portion(tree: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    """Some paths of a document with the components that they lead to."""
    kept = {
        key: value
        for key, value in tree.items()
        if key not in ("paths", "components", "definitions")
    }
    kept["paths"] = {key: tree["paths"][key] for key in keys}
    waiting = [kept["paths"]]
    seen: set[str] = set()
    while waiting:
        for ref in _references(waiting.pop()):
            tokens = ref.split("/")[1:]
            if ref in seen or len(tokens) < 3:
                continue
            seen.add(ref)
            if tokens[0] != "components" or tokens[2] not in tree["components"].get(tokens[1], {}):
                continue
            found = tree["components"][tokens[1]][tokens[2]]
            kept.setdefault("components", {}).setdefault(tokens[1], {})[tokens[2]] = found
            waiting.append(found)
    schemes = tree.get("components", {}).get("securitySchemes")
    if schemes:
        kept.setdefault("components", {})["securitySchemes"] = schemes
    return kept


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for item in value.values():
            yield from _references(item)
    elif isinstance(value, list):
        for item in value:
            yield from _references(item)


def mutated(text: str, changes: list[Change]) -> Any:
    """A document after some changes."""
    tree = json.loads(text)
    for change in changes:
        nodes = list(_nodes(tree))
        if not nodes:
            break
        holder, key = nodes[change.node % len(nodes)]
        other, other_key = nodes[change.other % len(nodes)]
        if change.kind == "drop":
            del holder[key]
        elif change.kind == "swap":
            first, second = copy.deepcopy(holder[key]), copy.deepcopy(other[other_key])
            other[other_key] = first
            # The holder of the one may have stood in the other, and be no part of the document any more.
            holder[key] = second
        elif change.kind == "copy":
            holder[key] = copy.deepcopy(other[other_key])
        elif change.kind == "double":
            value = copy.deepcopy(holder[key])
            holder.append(value) if isinstance(holder, list) else holder.__setitem__(
                f"{key}2", value
            )
        elif change.kind == "retype":
            holder[key] = copy.deepcopy(VALUES[change.other % len(VALUES)])
        elif change.kind == "rename" and isinstance(holder, dict):
            holder[NAMES[change.other % len(NAMES)]] = holder.pop(key)
        elif change.kind == "wrap":
            holder[key] = {"allOf": [holder[key]]} if change.other % 2 else [holder[key]]
        elif change.kind == "refer":
            holder[key] = {"$ref": f"#{_pointers(tree)[change.other % len(nodes)]}"}
    return tree


def _nodes(value: Any) -> Iterator[tuple[Any, Any]]:
    for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(item, dict | list):
            yield from _nodes(item)


def _pointers(value: Any, start: str = "") -> list[str]:
    found: list[str] = []
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        pointer = f"{start}/{str(key).replace('~', '~0').replace('/', '~1')}"
        found.append(pointer)
        if isinstance(item, dict | list):
            found += _pointers(item, pointer)
    return found


def try_document(tree: Any, folder: Path, *, as_yaml: bool = False) -> str:
    """Take a document as far as it goes: `refused` or `generated`.

    Fails for anything but findings of one line each, for source that is no Python, for a path outside, and for a run without bound.
    """
    source = folder / ("document.yaml" if as_yaml else "document.json")
    text = yaml.safe_dump(tree, sort_keys=False) if as_yaml else json.dumps(tree)
    source.write_text(text, encoding="utf-8")
    return try_file(source, folder)


def try_file(source: Path, folder: Path) -> str:
    """The same for a file, whatever it holds."""
    began = time.process_time()
    try:
        flavour = config.from_options(
            {"spec": str(source), "output": str(folder / "out"), "package.name": "made"}
        )
        prepared = pipeline.prepare(str(source))
        for finding in prepared.diagnostics:
            assert "\n" not in str(finding) and len(str(finding)) < 3_000
        json.dumps(pipeline.inspect(prepared, pipeline.options_of(flavour)))
        files = render.render(pipeline.files_of(flavour, prepared.api), formatter="none").files
        for path, content in files.items():
            assert ".." not in path.split("/") and not path.startswith("/"), path
            if path.endswith(".py") and "/_runtime/" not in path:
                ast.parse(content, path)
        outcome = "generated"
    except InputError as problem:
        assert problem.diagnostics
        assert all("\n" not in str(each) for each in problem.diagnostics)
        outcome = "refused"
    assert time.process_time() - began < BOUND, f"{time.process_time() - began:.1f} s"
    return outcome
