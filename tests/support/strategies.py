"""Values that fit a JSON Schema (2020-12), for hypothesis. Covers the keywords that the document of the API uses."""

from __future__ import annotations

import datetime
import json
from functools import cache
from typing import Any

from hypothesis import strategies as st

from support import spec

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=32)
SCALARS = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | NUMBERS | TEXT
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2)
)
MOMENTS = st.datetimes(
    datetime.datetime(1970, 1, 2),
    datetime.datetime(2099, 1, 1),
    timezones=st.sampled_from(
        [datetime.UTC, datetime.timezone(datetime.timedelta(hours=-5, minutes=-30))]
    ),
)
KNOWN = {
    *("$ref", "allOf", "anyOf", "oneOf", "const", "enum", "type", "properties", "required"),
    *("additionalProperties", "items", "minItems", "minimum", "maximum", "maxLength", "format"),
    # Words and hints, which decide nothing.
    *("title", "description", "default", "examples", "discriminator"),
}


def fitting(schema: Any) -> st.SearchStrategy[Any]:
    """Values that fit a schema; `$ref` leads into the document."""
    return _fitting(json.dumps(schema, sort_keys=True))


@cache
def _fitting(text: str) -> st.SearchStrategy[Any]:
    schema: dict[str, Any] = json.loads(text)
    unknown = schema.keys() - KNOWN
    assert not unknown, f"no values are made yet for {sorted(unknown)}"
    if "$ref" in schema:
        target = spec.schemas()[schema["$ref"].removeprefix(spec.SCHEMA_PREFIX)]
        return st.deferred(lambda: fitting(target))
    if "allOf" in schema:
        return fitting(merged(schema["allOf"]))
    if "discriminator" in schema:
        return tagged(schema["discriminator"])
    for keyword in ("anyOf", "oneOf"):
        if keyword in schema:
            return st.one_of([fitting(member) for member in schema[keyword]])
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    return BY_TYPE[schema.get("type", "")](schema)


def tagged(discriminator: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Members with their tag: without it several members of a `oneOf` may fit, which makes the value invalid."""
    name = discriminator["propertyName"]

    def member(tag: str, reference: str) -> st.SearchStrategy[Any]:
        return fitting({"$ref": reference}).map(lambda value: {**value, name: tag})

    return st.one_of([member(tag, ref) for tag, ref in discriminator["mapping"].items()])


def merged(parts: list[Any]) -> dict[str, Any]:
    """One object schema of several, of which later ones narrow the properties of earlier ones."""
    result: dict[str, Any] = {"type": "object", "properties": {}, "required": []}
    for part in parts:
        if "$ref" in part:
            part = spec.schemas()[part["$ref"].removeprefix(spec.SCHEMA_PREFIX)]
        result["properties"].update(part.get("properties", {}))
        result["required"] += part.get("required", [])
        if "additionalProperties" in part:
            result["additionalProperties"] = part["additionalProperties"]
    return result


def texts(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if schema.get("format") == "date-time":
        return MOMENTS.map(lambda moment: moment.isoformat().replace("+00:00", "Z"))
    return TEXT


def integers(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.integers(schema.get("minimum", -(2**31)), schema.get("maximum", 2**53))


def numbers(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    low, high = schema.get("minimum"), schema.get("maximum")
    return st.floats(low, high, allow_nan=False, allow_infinity=False)


def arrays(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    items = fitting(schema["items"]) if "items" in schema else ANYTHING
    return st.lists(items, min_size=schema.get("minItems", 0), max_size=3)


def objects(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    properties = {name: fitting(value) for name, value in schema.get("properties", {}).items()}
    required = {name: properties[name] for name in schema.get("required", [])}
    optional = {name: value for name, value in properties.items() if name not in required}
    declared = st.fixed_dictionaries(required, optional=optional)
    additional = schema.get("additionalProperties", True)
    if additional is False:
        return declared
    values = ANYTHING if additional is True else fitting(additional)
    names = TEXT.filter(lambda name: name not in properties)
    more = st.dictionaries(names, values, max_size=2)
    return st.builds(lambda one, two: {**two, **one}, declared, more)


BY_TYPE: dict[str, Any] = {
    "string": texts,
    "integer": integers,
    "number": numbers,
    "boolean": lambda schema: st.booleans(),
    "null": lambda schema: st.none(),
    "array": arrays,
    "object": objects,
    "": lambda schema: ANYTHING,
}
