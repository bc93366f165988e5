"""Tiny documents for tests: JSON Schema as Python values, turned into the normal form by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clientwright.build.types import Types
from clientwright.normalise.form import Api, Discriminator, Schema

_FIELDS = {
    "title": "title",
    "description": "description",
    "format": "format",
    "const": "const",
    "default": "default",
    "minimum": "minimum",
    "maximum": "maximum",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
    "contentEncoding": "content_encoding",
    "contentMediaType": "content_media_type",
    "readOnly": "read_only",
    "writeOnly": "write_only",
    "deprecated": "deprecated",
    "uniqueItems": "unique_items",
    "minItems": "min_items",
    "maxItems": "max_items",
}
_ONE = {
    "items": "items",
    "additionalProperties": "additional_properties",
    "unevaluatedProperties": "unevaluated_properties",
    "not": "not_",
}
_MANY = {"allOf": "all_of", "anyOf": "any_of", "oneOf": "one_of", "prefixItems": "prefix_items"}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": component(name)}


def component(name: str) -> str:
    return f"#/components/schemas/{name}"


def put(given: Any, schemas: dict[str, Schema], place: str) -> str:
    """Store a schema and those inside it; gives its id."""
    schemas[place] = Schema(id=place)
    if isinstance(given, bool):
        schemas[place] = Schema(id=place, never=not given)
        return place
    fields: dict[str, Any] = {}

    def below(value: Any, *steps: object) -> str:
        tokens = [str(step).replace("~", "~0").replace("/", "~1") for step in steps]
        return put(value, schemas, "/".join([place, *tokens]))

    for keyword, value in given.items():
        if keyword in _FIELDS:
            fields[_FIELDS[keyword]] = value
        elif keyword in _ONE:
            fields[_ONE[keyword]] = below(value, keyword)
        elif keyword in _MANY:
            fields[_MANY[keyword]] = tuple(below(each, keyword, i) for i, each in enumerate(value))
        elif keyword == "$ref":
            fields["ref"] = value
        elif keyword == "type":
            fields["types"] = tuple(value) if isinstance(value, list) else (value,)
        elif keyword in ("enum", "required"):
            fields[keyword] = tuple(value)
        elif keyword == "properties":
            fields[keyword] = {name: below(each, keyword, name) for name, each in value.items()}
        elif keyword == "patternProperties":
            fields["pattern_properties"] = tuple(
                (name, below(each, keyword, name)) for name, each in value.items()
            )
        elif keyword == "discriminator":
            fields[keyword] = Discriminator(
                value["propertyName"],
                tuple(
                    (name, component(target)) for name, target in value.get("mapping", {}).items()
                ),
                component(value["defaultMapping"]) if "defaultMapping" in value else None,
            )
        elif keyword.startswith("x-"):
            fields.setdefault("extensions", {})[keyword] = value
        else:
            raise AssertionError(f"the builder does not know {keyword}")
    schemas[place] = Schema(id=place, **fields)
    return place


def api(components: Mapping[str, Any], inline: Mapping[str, Any] | None = None) -> Api:
    """A document with these components; `inline` holds other schemas by their ids."""
    schemas: dict[str, Schema] = {}
    names = {name: put(given, schemas, component(name)) for name, given in components.items()}
    for place, given in (inline or {}).items():
        put(given, schemas, place)
    return Api(
        title="Tiny",
        version="1",
        summary="",
        description="",
        openapi="3.1.0",
        servers=(),
        security=(),
        security_schemes=(),
        tags=(),
        operations=(),
        schemas=schemas,
        component_schemas=names,
    )


def types(components: Mapping[str, Any]) -> Types:
    return Types(api(components))


def codes(built: Types) -> list[str]:
    return [found.code for found in built.diagnostics]
