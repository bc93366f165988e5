"""The API's own document as the tests read it: operations, schemas, validators."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker

from support.paths import PAYLOADS, SPEC

SCHEMA_PREFIX = "#/components/schemas/"
METHODS = ("get", "put", "post", "delete", "patch")

formats = FormatChecker(())


@formats.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    """RFC 3339 date-time: a full date, a full time and an offset."""
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


@dataclass(frozen=True)
class Operation:
    """One operation of the document. `variant` is the fragment of its path key, empty for none."""

    id: str
    method: str
    path: str
    variant: str
    description: dict[str, Any]

    @property
    def body_schema(self) -> Any:
        content = self.description.get("requestBody", {}).get("content", {})
        return content.get("application/json", {}).get("schema")

    @property
    def parameters(self) -> list[dict[str, Any]]:
        return self.description.get("parameters", [])

    def fits(self, segments: list[str]) -> dict[str, str] | None:
        """The path parameters when these decoded segments are this path, else None."""
        names = self.path.split("/")[1:]
        if len(names) != len(segments):
            return None
        found: dict[str, str] = {}
        for name, segment in zip(names, segments, strict=True):
            if match := re.fullmatch(r"\{(\w+)\}", name):
                found[match[1]] = segment
            elif name != segment:
                return None
        return found


@cache
def document() -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(SPEC.read_text(encoding="utf-8"), Loader=loader)


@cache
def operations() -> dict[str, Operation]:
    """Every operation by its operationId."""
    result: dict[str, Operation] = {}
    for key, item in document()["paths"].items():
        path, _, variant = key.partition("#")
        for method in METHODS:
            if method in item:
                name = item[method]["operationId"]
                result[name] = Operation(name, method.upper(), path, variant, item[method])
    return result


@cache
def schemas() -> dict[str, Any]:
    return document()["components"]["schemas"]


@cache
def _validator(schema: str) -> Draft202012Validator:
    root = {"components": document()["components"], "allOf": [json.loads(schema)]}
    return Draft202012Validator(root, format_checker=formats)


def validator(schema: Any) -> Draft202012Validator:
    """A validator for a schema that may refer to the components of the document."""
    return _validator(json.dumps(schema, sort_keys=True))


def named(name: str) -> Any:
    """A reference to a schema component."""
    return {"$ref": SCHEMA_PREFIX + name}


def payload_cases(folder: Path = PAYLOADS) -> list[tuple[str, str, Any]]:
    """(schema name, case name, payload) of every example payload in a folder."""
    return [
        (path.stem, case["name"], case["payload"])
        for path in sorted(folder.glob("*.json"))
        for case in json.loads(path.read_text(encoding="utf-8"))
    ]
