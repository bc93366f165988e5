"""Schema Objects: https://spec.openapis.org/oas/v3.2.0.html#schema-object

Every keyword is one row of `KEYWORDS`. All versions share the table, since documents mix their vocabularies; what a
version means by a keyword is decided in the rows, and what 3.0 means by `nullable` in `nullable`.

Strings that carry bytes: `format: binary` and `type: file` stay `format="binary"` (the bytes themselves, which is also what
a `contentMediaType` of bytes without `contentEncoding` becomes); `format: byte`, `base64` and `base64url` set
`content_encoding` and keep their format.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.discriminator import read_discriminator
from clientwright.normalise.fields import Fields, as_array, as_object, kind_of
from clientwright.normalise.form import Json, Schema
from clientwright.normalise.nullable import allow_null, says_nullable
from clientwright.normalise.schema_reference import (
    read_dynamic_reference,
    read_recursive_reference,
    read_reference,
)
from clientwright.normalise.schema_type import read_encoding, read_format, read_type
from clientwright.normalise.vendor import is_deprecated, is_ignored

Parts = dict[str, Any]
"""The arguments of the `Schema` in the making."""

Row = Callable[[Fields, str, Parts], None]

_BESIDE_REFERENCE_3_0 = frozenset(
    {
        "$ref",
        "title",
        "description",
        "nullable",
        "default",
        "readOnly",
        "writeOnly",
        "deprecated",
        "example",
    }
)
"""3.0 ignores what stands beside `$ref`; these are honoured all the same, because documents rely on them."""


def read_schema(context: Context, location: Location) -> Schema:
    """The schema at `location`; anything that is no schema allows every value, with a finding."""
    value: Json = location.value
    if isinstance(value, bool):
        return Schema(id=location.id, never=not value)
    values = as_object(value)
    if values is None:
        context.error(
            location,
            "not-a-schema",
            f"A schema has to be an object or a boolean, not {kind_of(value)}; any value is allowed here.",
        )
        return Schema(id=location.id)
    fields = Fields(context, location, values, "a schema")
    parts: Parts = {}
    reference_alone = "$ref" in values and context.workspace.version in ("2.0", "3.0")
    for key in values:
        if reference_alone and key not in _BESIDE_REFERENCE_3_0 and not key.startswith("x-"):
            context.info(
                fields.child(key),
                "ignored-beside-reference",
                f"OpenAPI {context.workspace.version} ignores `{key}` beside `$ref`.",
                "Put the reference into an `allOf`.",
            )
            continue
        row = KEYWORDS.get(key)
        if row is not None:
            row(fields, key, parts)
        elif not key.startswith("x-"):
            context.info(
                fields.child(key),
                "unknown-keyword",
                f"`{key}` is not a keyword of schemas that is known; it is ignored.",
            )
    read_encoding(fields, parts)
    _say_what_extensions_say(values, parts)
    extensions = fields.extensions("schema")
    if extensions:
        parts["extensions"] = extensions
    schema = Schema(id=location.id, **parts)
    if says_nullable(values):
        return allow_null(context.schemas, schema, location)
    return schema


def _say_what_extensions_say(values: Mapping[str, Json], parts: Parts) -> None:
    if is_deprecated(values):
        parts["deprecated"] = True
    extensible = as_array(values.get("x-extensible-enum"))
    if extensible and "enum" not in values:
        parts["enum"] = tuple(extensible)


def _text(name: str) -> Row:
    def row(fields: Fields, key: str, parts: Parts) -> None:
        parts[name] = fields.text(key)

    return row


def _flag(name: str) -> Row:
    def row(fields: Fields, key: str, parts: Parts) -> None:
        parts[name] = fields.flag(key)

    return row


def _number(name: str) -> Row:
    def row(fields: Fields, key: str, parts: Parts) -> None:
        if isinstance(parts.get(f"exclusive_{name}"), bool):
            return
        parts[name] = fields.number(key)

    return row


def _count(name: str) -> Row:
    def row(fields: Fields, key: str, parts: Parts) -> None:
        parts[name] = fields.count(key)

    return row


def _value(name: str) -> Row:
    def row(fields: Fields, key: str, parts: Parts) -> None:
        parts[name] = fields.values[key]

    return row


def _schema(name: str) -> Row:
    def row(fields: Fields, key: str, parts: Parts) -> None:
        parts[name] = fields.context.schemas.add(fields.child(key))

    return row


def _schemas(name: str) -> Row:
    def row(fields: Fields, key: str, parts: Parts) -> None:
        parts[name] = tuple(fields.context.schemas.add(e) for e in fields.elements(key))

    return row


def _exclusive(name: str, inclusive: str) -> Row:
    """Before 3.1 these are booleans that change the meaning of `minimum` and `maximum`."""

    def row(fields: Fields, key: str, parts: Parts) -> None:
        value = fields.values[key]
        if not isinstance(value, bool):
            parts[name] = fields.number(key)
        elif value and fields.values.get(inclusive) is not None:
            parts[name] = fields.number(inclusive)

    return row


def _inclusive(name: str, exclusive: str) -> Row:
    def row(fields: Fields, key: str, parts: Parts) -> None:
        if fields.values.get(exclusive) is not True:
            parts[name] = fields.number(key)

    return row


def _no_effect(fields: Fields, key: str, parts: Parts) -> None:
    """Keywords that organise a document and say nothing about values."""


def _inexpressible(fields: Fields, key: str, parts: Parts) -> None:
    fields.context.info(
        fields.child(key),
        "keyword-not-expressed",
        f"`{key}` limits values in a way that types cannot show; clients leave that check to the server.",
    )


def _inexpressible_schema(name: str) -> Row:
    read = _schema(name)

    def row(fields: Fields, key: str, parts: Parts) -> None:
        read(fields, key, parts)
        _inexpressible(fields, key, parts)

    return row


# What these let in depends on the value: JSON Schema Core, sections 10.2.2 and 11. Of the keywords within them, these
# may evaluate properties that are not seen at once.
_EVALUATING = {
    *("$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"),
    *("dependentSchemas", "patternProperties", "additionalProperties", "unevaluatedProperties"),
}


def _evaluates_more(schema: object, known: Container[str]) -> bool:
    """Whether a condition may evaluate other properties than those that its schema has in any case."""
    given = as_object(schema)
    if given is None:
        return False
    named = as_object(given.get("properties")) or {}
    return not _EVALUATING.isdisjoint(given) or any(name not in known for name in named)


def _unevaluated(fields: Fields, key: str, parts: Parts) -> None:
    """`unevaluatedProperties`, but not a `false` that keywords which types cannot show make exceptions from."""
    values = fields.values
    conditions = [values.get(name) for name in ("if", "then", "else")] if "if" in values else []
    conditions += (as_object(values.get("dependentSchemas")) or {}).values()
    known = as_object(values.get("properties")) or {}
    if values[key] is False and any(_evaluates_more(each, known) for each in conditions):
        _inexpressible(fields, key, parts)
        return
    parts["unevaluated_properties"] = fields.context.schemas.add(fields.child(key))


def _properties(fields: Fields, key: str, parts: Parts) -> None:
    properties: dict[str, str] = {}
    for name, location in fields.entries(key):
        value = as_object(location.value)
        if value is not None and is_ignored(value):
            fields.context.info(
                location, "ignored-by-extension", f"The property `{name}` is ignored, as it asks."
            )
            continue
        properties[name] = fields.context.schemas.add(location)
    parts["properties"] = properties


def _pattern_properties(fields: Fields, key: str, parts: Parts) -> None:
    parts["pattern_properties"] = tuple(
        (pattern, fields.context.schemas.add(location)) for pattern, location in fields.entries(key)
    )


def _required(fields: Fields, key: str, parts: Parts) -> None:
    if isinstance(fields.values[key], bool):
        fields.context.warning(
            fields.child(key),
            "boolean-required",
            "`required` is a list of property names; the boolean is ignored.",
            "List the property in `required` of the schema that has it.",
        )
        return
    parts["required"] = fields.texts(key)


def _pattern(fields: Fields, key: str, parts: Parts) -> None:
    parts["pattern"] = fields.text(key) or None


def _enum(fields: Fields, key: str, parts: Parts) -> None:
    values = as_array(fields.values[key])
    if values is None:
        fields.wrong_type(key, "an array")
    elif not values:
        fields.context.warning(
            fields.child(key), "empty-enum", "An empty `enum` allows no value; it is ignored."
        )
    elif _are_of_items(fields.values, values):
        fields.context.info(
            fields.child(key),
            "enum-of-items",
            "The listed values are those of the items, which list them as well; the array may be any of them.",
        )
    else:
        parts["enum"] = tuple(values)


def _are_of_items(schema: Mapping[str, Json], values: Sequence[Json]) -> bool:
    """Whether an array lists what its items list, as swaggo writes it."""
    items = as_object(schema.get("items")) or {}
    listed = as_array(items.get("enum")) or []
    return schema.get("type") == "array" and all(value in listed for value in values)


def _items(fields: Fields, key: str, parts: Parts) -> None:
    """An array of schemas is how drafts before 2020-12 wrote `prefixItems`."""
    if as_array(fields.values[key]) is None:
        parts["items"] = fields.context.schemas.add(fields.child(key))
    elif "prefixItems" not in fields.values:
        _schemas("prefix_items")(fields, key, parts)
        if "additionalItems" in fields.values:
            parts["items"] = fields.context.schemas.add(fields.child("additionalItems"))


def _additional_items(fields: Fields, key: str, parts: Parts) -> None:
    """Read by `_items`, for it means nothing where `items` is one schema."""


def _examples(fields: Fields, key: str, parts: Parts) -> None:
    parts["examples"] = tuple(element.value for element in fields.elements(key))


def _example(fields: Fields, key: str, parts: Parts) -> None:
    if "examples" not in fields.values:
        parts["examples"] = (fields.values[key],)


def _discriminator(fields: Fields, key: str, parts: Parts) -> None:
    parts["discriminator"] = read_discriminator(fields.context, fields.child(key))


KEYWORDS: Mapping[str, Row] = {
    "$ref": read_reference,
    "$dynamicRef": read_dynamic_reference,
    "$recursiveRef": read_recursive_reference,
    "type": read_type,
    "title": _text("title"),
    "description": _text("description"),
    "format": read_format,
    "enum": _enum,
    "const": _value("const"),
    "default": _value("default"),
    "properties": _properties,
    "required": _required,
    "additionalProperties": _schema("additional_properties"),
    "patternProperties": _pattern_properties,
    "propertyNames": _inexpressible_schema("property_names"),
    "unevaluatedProperties": _unevaluated,
    "items": _items,
    "additionalItems": _additional_items,
    "prefixItems": _schemas("prefix_items"),
    "allOf": _schemas("all_of"),
    "anyOf": _schemas("any_of"),
    "oneOf": _schemas("one_of"),
    "not": _inexpressible_schema("not_"),
    "discriminator": _discriminator,
    "minimum": _inclusive("minimum", "exclusiveMinimum"),
    "maximum": _inclusive("maximum", "exclusiveMaximum"),
    "exclusiveMinimum": _exclusive("exclusive_minimum", "minimum"),
    "exclusiveMaximum": _exclusive("exclusive_maximum", "maximum"),
    "multipleOf": _number("multiple_of"),
    "minLength": _count("min_length"),
    "maxLength": _count("max_length"),
    "pattern": _pattern,
    "minItems": _count("min_items"),
    "maxItems": _count("max_items"),
    "uniqueItems": _flag("unique_items"),
    "minProperties": _count("min_properties"),
    "maxProperties": _count("max_properties"),
    "contentEncoding": _text("content_encoding"),
    "contentMediaType": _text("content_media_type"),
    "contentSchema": _schema("content_schema"),
    "readOnly": _flag("read_only"),
    "writeOnly": _flag("write_only"),
    "deprecated": _flag("deprecated"),
    "examples": _examples,
    "example": _example,
    "nullable": _no_effect,
    **dict.fromkeys(
        (
            "if",
            "then",
            "else",
            "dependentSchemas",
            "dependentRequired",
            "dependencies",
            "contains",
            "minContains",
            "maxContains",
            "unevaluatedItems",
        ),
        _inexpressible,
    ),
    **dict.fromkeys(
        (
            "$schema",
            "$id",
            "id",
            "$anchor",
            "$dynamicAnchor",
            "$recursiveAnchor",
            "$defs",
            "definitions",
            "$comment",
            "$vocabulary",
            "externalDocs",
            "xml",
        ),
        _no_effect,
    ),
}
