"""An OpenAPI document as it is written, for a judge that shares nothing with the generator.

Files that refer to each other become one tree; references are followed and schemas flattened by the rules of JSON
Schema (https://json-schema.org/draft/2020-12/json-schema-core) alone.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
NEW_METHODS = ("query",)
IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""Header parameters that the specification says to ignore."""


class _Loader(yaml.CSafeLoader):
    """YAML with the booleans and floats of version 1.2, and with timestamps as text."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in found
        if not tag.endswith((":bool", ":timestamp", ":float"))
    ]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(
        r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$|^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$"
    ),
    list("-+.0123456789"),
)


def read(path: Path) -> Any:
    """The tree of a JSON or YAML file."""
    text = path.read_text(encoding="utf-8-sig")
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, _Loader)


def bundled(path: Path) -> dict[str, Any]:
    """The tree of a document with every file that it refers to under `x-files`, references rewritten to match."""
    root = path.resolve()
    names: dict[Path, str] = {root: ""}
    waiting = [root]
    trees: dict[Path, Any] = {}
    while waiting:
        file = waiting.pop()
        trees[file] = read(file)
        for node in nodes(trees[file]):
            reference = node.get("$ref")
            if not isinstance(reference, str):
                continue
            name, _, fragment = reference.partition("#")
            target = (file.parent / unquote(name)).resolve() if name else file
            if target not in names:
                if target.suffix not in (".json", ".yaml", ".yml") or not target.is_file():
                    # Samples of code and the like, which no schema needs.
                    continue
                names[target] = f"/x-files/{len(names)}"
                waiting.append(target)
            if name or names[file]:
                node["$ref"] = f"#{names[target]}{fragment}"
    tree = trees.pop(root)
    if trees:
        tree["x-files"] = {
            names[file].rpartition("/")[2]: content for file, content in trees.items()
        }
    anchors = dict(anchored(tree, ""))
    for node in nodes(tree):
        if isinstance(node.get("$ref"), str) and node["$ref"][1:] in anchors:
            node["$ref"] = anchors[node["$ref"][1:]]
    return tree


def anchored(tree: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """The anchors of a tree with references to where they stand."""
    members = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    for key, value in members:
        if key == "$anchor" and isinstance(value, str):
            yield value, f"#{pointer}"
        else:
            step = str(key).replace("~", "~0").replace("/", "~1")
            yield from anchored(value, f"{pointer}/{step}")


def _say_streams(tree: dict[str, Any]) -> None:
    """Write what `x-fern-streaming` says of an answer in JSON as other documents do: by media types."""
    for node in nodes(tree):
        told = node.get("x-fern-streaming")
        if not isinstance(told, (dict, bool)) or not told:
            continue
        settings = told if isinstance(told, dict) else {}
        name = "text/event-stream" if settings.get("format") == "sse" else "application/x-ndjson"
        for status, response in node["responses"].items():
            content = response.get("content") or {}
            if not status.startswith("2") or list(content) != ["application/json"]:
                continue
            media = content.pop("application/json")
            if "response" in settings:
                content["application/json"] = {**media, "schema": settings["response"]}
            content[name] = {"schema": settings.get("response-stream", media["schema"])}


def _settle_null(tree: dict[str, Any]) -> None:
    """Write `{nullable: true}` among alternatives as null alone, which is what documents of 3.0 mean by it.

    Read to the letter it allows any value, so that a value made for it would say nothing of the other alternatives.
    In an `allOf` it would say nothing at all: the others are meant, or null.
    """
    alone = {"nullable": True}
    for node in nodes(tree):
        branches = node.get("allOf")
        if isinstance(branches, list) and alone in branches:
            others = [branch for branch in branches if branch != alone]
            del node["allOf"]
            node["anyOf"] = [{"allOf": others}, {"enum": [None]}]
        for key in ("anyOf", "oneOf"):
            for branch in node[key] if isinstance(node.get(key), list) else ():
                if isinstance(branch, dict) and branch == alone:
                    branch["enum"] = [None]


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object in a tree."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


@dataclass(frozen=True)
class RawOperation:
    """One operation: where it stands, and its objects with their references followed."""

    document: RawDocument
    path_key: str
    method: str
    """In lower case, except for those of `additionalOperations`."""
    item: dict[str, Any]
    operation: dict[str, Any]

    @property
    def path(self) -> str:
        return self.path_key.partition("#")[0]

    @property
    def id(self) -> str:
        return self.operation.get("operationId") or f"{self.method.upper()} {self.path_key}"

    @cached_property
    def parameters(self) -> dict[tuple[str, str], dict[str, Any]]:
        """By location and name; those of the operation take the place of those of the path."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for holder in (self.item, self.operation):
            for given in holder.get("parameters", []):
                parameter = self.document.resolve(given)
                location, name = parameter["in"], parameter.get("name", "")
                if location != "header" or name.lower() not in IGNORED_HEADERS:
                    found[location, name] = parameter
        return found

    @cached_property
    def body(self) -> dict[str, Any]:
        return self.document.resolve(self.operation.get("requestBody", {}))

    @cached_property
    def contents(self) -> dict[str, dict[str, Any]]:
        """The media types of the body."""
        found = self.body.get("content", {})
        return {name: self.document.resolve(media) for name, media in found.items()}

    @cached_property
    def successes(self) -> list[tuple[int, dict[str, Any]]]:
        """Status to answer with, and response; `default` only when no success is declared."""
        responses = {
            str(key): self.document.resolve(value)
            for key, value in self.operation.get("responses", {}).items()
        }
        found = [
            (200 if key.upper() == "2XX" else int(key), value)
            for key, value in responses.items()
            if key.startswith("2")
        ]
        if not found and "default" in responses:
            found = [(200, responses["default"])]
        return found


class RawDocument:
    """A document of OpenAPI 3.0, 3.1 or 3.2."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree
        self.version = tuple(int(part) for part in str(tree["openapi"]).split(".")[:2])
        self._merged: dict[int, tuple[Any, dict[str, Any]]] = {}
        if self.version == (3, 0):
            _settle_null(tree)
        _say_streams(tree)

    @classmethod
    def load(cls, path: Path) -> RawDocument:
        return cls(bundled(path))

    @cached_property
    def operations(self) -> list[RawOperation]:
        found: list[RawOperation] = []
        for path_key, given in self.tree.get("paths", {}).items():
            if not path_key.startswith("/"):
                continue
            item = self.resolve(given)
            methods = {name: item[name] for name in (*METHODS, *NEW_METHODS) if name in item}
            methods |= item.get("additionalOperations", {})
            found += [
                RawOperation(self, path_key, method, item, operation)
                for method, operation in methods.items()
            ]
        return found

    @cached_property
    def constants(self) -> set[tuple[str, str]]:
        """Names and JSON values of the properties that can have one value only, anywhere in the document."""
        found: set[tuple[str, str]] = set()
        for node in nodes(self.tree):
            properties = node.get("properties")
            if isinstance(properties, dict):
                for name, schema in properties.items():
                    if isinstance(schema, dict) and (value := self.constant(schema)) is not None:
                        found.add((name, json.dumps(value[0])))
            mapping = node.get("discriminator")
            if isinstance(mapping, dict) and "propertyName" in mapping:
                tags = (mapping.get("mapping") or {}).keys() | self._schema_names
                found |= {(mapping["propertyName"], json.dumps(tag)) for tag in tags}
        return found

    @cached_property
    def _schema_names(self) -> set[str]:
        return set((self.tree.get("components") or {}).get("schemas", {}))

    def constant(self, schema: Any, depth: int = 0) -> tuple[Any] | None:
        """The one value that a schema allows, in a tuple."""
        flat = self.flat(schema)
        if "const" in flat:
            return (flat["const"],)
        values = flat.get("enum")
        if isinstance(values, list) and len(values) == 1:
            return (values[0],)
        unions = flat.get("unions") or []
        if len(unions) == 1 and len(unions[0]) == 1 and depth < 8:
            return self.constant(unions[0][0], depth + 1)
        return None

    def pointed(self, reference: str) -> Any:
        """What a reference within the document points to (RFC 6901)."""
        fragment = unquote(reference.partition("#")[2])
        node: Any = self.tree
        for part in fragment.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            node = node[int(key)] if isinstance(node, list) else node[key]
        return node

    def resolve(self, node: Any) -> Any:
        """A Reference Object replaced by what it points to, `summary` and `description` aside."""
        for _ in range(100):
            if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
                return node
            target = self.pointed(node["$ref"])
            siblings = {key: value for key, value in node.items() if key != "$ref"}
            node = {**siblings, **target} if siblings and isinstance(target, dict) else target
        raise AssertionError("references go round in a circle")

    def flat(self, schema: Any) -> dict[str, Any]:
        """A schema with references followed and `allOf` merged; unions stay, as lists under `unions`."""
        if not isinstance(schema, dict):
            return {} if schema is not False else {"never": True}
        known = self._merged.get(id(schema))
        if known is None or known[0] is not schema:
            known = (schema, self._flatten(schema, ()))
            self._merged[id(schema)] = known
        return known[1]

    def _flatten(self, schema: Any, above: tuple[int, ...]) -> dict[str, Any]:
        if not isinstance(schema, dict):
            return {} if schema is not False else {"never": True}
        if id(schema) in above:
            return {}
        above = (*above, id(schema))
        result: dict[str, Any] = {}
        parts: list[dict[str, Any]] = []
        if isinstance(schema.get("$ref"), str):
            parts.append(self._flatten(self.pointed(schema["$ref"]), above))
            if self.version < (3, 1):
                return parts[0]
        parts += [self._flatten(part, above) for part in schema.get("allOf", [])]
        own = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
        unions = [own.pop(key) for key in ("oneOf", "anyOf") if own.get(key)]
        if unions:
            own["unions"] = unions
        for part in (*parts, own):
            result = merge(result, part)
        return result


def merge(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """One schema that asks for what both ask for."""
    result = {**one, **other}
    for key in one.keys() & other.keys():
        a, b = one[key], other[key]
        if key == "properties":
            result[key] = {
                name: {"allOf": [a[name], b[name]]}
                if name in a and name in b
                else a.get(name, b.get(name))
                for name in (*a, *(name for name in b if name not in a))
            }
        elif key in ("required", "unions"):
            result[key] = [*a, *(item for item in b if item not in a)]
        elif key == "type":
            wanted = [name for name in as_list(a) if name in as_list(b)]
            if not wanted and {*as_list(a), *as_list(b)} == {"integer", "number"}:
                wanted = ["integer"]
            result[key] = wanted
        elif key == "enum":
            result[key] = [value for value in a if value in b]
        elif key in ("minimum", "minLength", "minItems", "minProperties"):
            result[key] = max(a, b)
        elif key in ("maximum", "maxLength", "maxItems", "maxProperties"):
            result[key] = min(a, b)
        elif key == "nullable":
            result[key] = a and b
        elif key == "additionalProperties":
            result[key] = False if a is False or b is False else b if a is True else a
        elif key == "items":
            result[key] = {"allOf": [a, b]}
    return result


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def request_view(tree: dict[str, Any]) -> dict[str, Any]:
    """A copy in which no property that is `readOnly` is required: what holds for requests (Schema Object, `readOnly`).

    It has no discriminators either: they never change what is valid, and not every validator knows that. Paths to which
    references lead are under `x-paths` as well.
    """
    viewed = copy.deepcopy(tree)
    document = RawDocument(viewed)
    for node in nodes(viewed):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/paths/"):
            node["$ref"] = "#/x-paths/" + reference.removeprefix("#/paths/")
            viewed["x-paths"] = viewed["paths"]
    for node in nodes(viewed):
        hint = node.get("discriminator")
        if isinstance(hint, dict) and isinstance(hint.get("propertyName"), str):
            del node["discriminator"]
        required, properties = node.get("required"), node.get("properties")
        if isinstance(required, list) and isinstance(properties, dict):
            kept = [
                name
                for name in required
                if name not in properties or not document.flat(properties[name]).get("readOnly")
            ]
            if kept != required:
                node["required"] = kept
    return viewed
