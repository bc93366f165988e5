"""Writes an OpenAPI document of any size, the same one for the same numbers.

    python big_document.py FILE [OPERATIONS]

With 1,200 operations it has about 13 MB and 2,400 schemas: as many as the largest public APIs, with what theirs have: long
descriptions, inline schemas, references that form circles, unions, enums, examples, parameters in every place.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

OPERATIONS = 1200
_WORDS = [
    "harbour",
    "tide",
    "buoy",
    "pilot",
    "anchor",
    "berth",
    "cargo",
    "vessel",
    "chart",
    "current",
    "depth",
    "draft",
    "ferry",
    "gauge",
    "hull",
    "keel",
    "lantern",
    "mast",
    "mooring",
    "quay",
    "rudder",
    "sail",
    "signal",
    "sound",
    "station",
    "survey",
    "tonnage",
    "voyage",
    "warning",
    "watch",
    "wharf",
    "yard",
]
_OPERATIONS_PER_TAG = 20


def document(operations: int = OPERATIONS) -> dict[str, Any]:
    """Give a document with that many operations and twice as many schemas, as plain JSON values."""
    chance = random.Random(operations)
    count = operations * 2
    schemas = {_schema_name(index): _schema(index, count, chance) for index in range(count)}
    schemas["Problem"] = {
        "type": "object",
        "required": ["message"],
        "properties": {"message": {"type": "string"}, "code": {"type": "integer"}},
    }
    paths: dict[str, Any] = {}
    for index in range(operations):
        path, method = _place(index)
        paths.setdefault(path, {})[method] = _operation(index, method, count, chance)
    return {
        "openapi": "3.1.0",
        "info": {"title": "A large API", "version": "1.0.0", "description": _text(chance, 60)},
        "servers": [{"url": "https://api.example.com/v1"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


def _schema_name(index: int) -> str:
    return f"{_WORDS[index % len(_WORDS)].title()}{_WORDS[index // 7 % len(_WORDS)].title()}{index}"


def _place(index: int) -> tuple[str, str]:
    """Give path and method: four operations to a pair of paths, as collections and their members have."""
    group, step = divmod(index, 4)
    thing = f"{_WORDS[group % len(_WORDS)]}-{group}"
    path = f"/{thing}" if step < 2 else f"/{thing}/{{id}}/details"
    return path, ("get", "post", "get", "patch")[step]


def _reference(index: int) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{_schema_name(index)}"}


def _schema(index: int, count: int, chance: random.Random) -> dict[str, Any]:
    kind = index % 12
    if kind == 10:
        values = [f"{word}_{number}" for number, word in enumerate(chance.sample(_WORDS, 8))]
        return {"type": "string", "enum": values, "description": _text(chance, 30)}
    if kind == 11:
        # The members before it are objects, told apart by their `type`.
        members = [_reference(index - distance) for distance in (2, 3, 4)]
        return {"oneOf": members, "discriminator": {"propertyName": "type"}}
    properties: dict[str, Any] = {"type": {"type": "string", "const": f"kind_{index}"}}
    for number in range(14):
        name = f"{_WORDS[(index + number * 5) % len(_WORDS)]}_{number}"
        properties[name] = _property(index, number, count, chance)
    return {
        "type": "object",
        "title": _schema_name(index),
        "description": _text(chance, 40),
        "required": ["type", *list(properties)[1:6]],
        "properties": properties,
    }


def _property(index: int, number: int, count: int, chance: random.Random) -> dict[str, Any]:
    said = {"description": _text(chance, 12)}
    match number:
        case 0 | 1:
            return {"type": "string", "examples": [_text(chance, 3)], **said}
        case 2:
            return {"type": "integer", "format": "int64", "minimum": 0, **said}
        case 3:
            return {"type": "string", "format": "date-time", **said}
        case 4:
            return {"type": "boolean", "default": bool(index % 2), **said}
        case 5:
            return {"type": ["string", "null"], "maxLength": 200, **said}
        case 6:
            return {"type": "array", "items": _reference((index * 7 + 3) % count), **said}
        case 7:
            return _reference((index + 1) % count)
        case 8:
            return {"type": "object", "additionalProperties": {"type": "number"}, **said}
        case 9:
            return {"type": "string", "enum": [f"state_{one}" for one in range(4)], **said}
        case 10:
            inner = {f"part_{one}": {"type": "string", **said} for one in range(4)}
            return {"type": "object", "properties": inner, **said}
        case 11:
            return {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}], **said}
        case 12:
            return {"type": "array", "items": {"type": "string", "format": "uuid"}, **said}
        case _:
            return {"type": "number", "format": "double", **said}


def _operation(index: int, method: str, count: int, chance: random.Random) -> dict[str, Any]:
    def parameter(name: str, place: str, schema: dict[str, Any]) -> dict[str, Any]:
        return {"name": name, "in": place, "schema": schema, "description": _text(chance, 16)}

    answer = _reference(index * 2)
    member = index % 4 >= 2
    operation: dict[str, Any] = {
        "operationId": f"{method}_{_WORDS[index % len(_WORDS)]}_{index}",
        "tags": [
            f"{_WORDS[index // _OPERATIONS_PER_TAG % len(_WORDS)]}-{index // _OPERATIONS_PER_TAG}"
        ],
        "summary": _text(chance, 6),
        "description": "\n\n".join(_text(chance, 50) for _ in range(3)),
        "parameters": [
            parameter("page", "query", {"type": "integer", "default": 1}),
            parameter("filter", "query", {"type": "array", "items": {"type": "string"}}),
            parameter("X-Trace", "header", {"type": "string"}),
        ],
        "responses": {
            "200": {
                "description": _text(chance, 10),
                "content": {
                    "application/json": {
                        "schema": {"type": "array", "items": answer} if method == "get" else answer,
                        "examples": {"one": {"value": _example(chance)}},
                    }
                },
            },
            "422": {
                "description": _text(chance, 8),
                "content": {
                    "application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                },
            },
        },
    }
    if member:
        identity = parameter("id", "path", {"type": "string"})
        operation["parameters"].insert(0, {**identity, "required": True})
    if method != "get":
        properties = {f"field_{one}": _property(index, one, count, chance) for one in range(11)}
        body = {"type": "object", "required": ["field_0"], "properties": properties}
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": body if index % 8 < 4 else answer}},
        }
    return operation


def _example(chance: random.Random) -> dict[str, Any]:
    return {
        "items": [{"id": one, "name": _text(chance, 4), "note": None} for one in range(6)],
        "total": 6,
    }


def to_yaml(value: Any, depth: int = 0) -> str:
    """Write plain JSON values as YAML in block style, strings in double quotes."""
    indent = "  " * depth
    if isinstance(value, dict) and value:
        return "".join(
            f"\n{indent}{json.dumps(key)}:{to_yaml(item, depth + 1)}" for key, item in value.items()
        )
    if isinstance(value, list) and value:
        return "".join(f"\n{indent}-{to_yaml(item, depth + 1)}" for item in value)
    return f" {json.dumps(value)}"


def write(place: Path, operations: int = OPERATIONS) -> Path:
    """Write the document as YAML, unless it is there, and give its place."""
    if not place.exists():
        place.write_text(to_yaml(document(operations)).lstrip("\n") + "\n", encoding="utf-8")
    return place


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else OPERATIONS)
