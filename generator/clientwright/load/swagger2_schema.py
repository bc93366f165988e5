"""The Schema Object and Items Object of Swagger 2.0 to the Schema Object of OpenAPI 3.0.

https://spec.openapis.org/oas/v2.0.html#schema-object
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from clientwright.load.swagger2_context import Context, absolute
from clientwright.load.tree import (
    Array,
    Object,
    Tree,
    as_array,
    as_object,
    as_string,
    children,
    escape,
)

_ONE = frozenset(("additionalProperties", "additionalItems", "not", "items"))
_MANY = frozenset(("allOf", "anyOf", "oneOf", "items"))
_NAMED = frozenset(("properties", "patternProperties", "definitions"))
_DATA = frozenset(("example", "examples", "default", "enum", "x-example", "x-examples"))

# A schema to convert: itself, its old and its new pointer, and where the outcome belongs.
_Work: TypeAlias = tuple[Object, str, str, Any, Any]


def convert_schema(context: Context, schema: Tree, old: str, new: str, base: str = "") -> Tree:
    """Return the schema as OpenAPI 3.0 writes it; anything but an object is returned as it is.

    ``old`` and ``new`` are its pointers, ``base`` the file it stands in (empty: the root document).
    """
    root = as_object(schema)
    if root is None:
        return schema
    holder: list[Tree] = [None]
    pending: list[_Work] = [(root, old, new, holder, 0)]
    while pending:
        members, old_place, new_place, container, key = pending.pop()
        converted = _keywords(context, members, old_place, base)
        container[key] = converted
        if "$ref" not in members:
            pending.extend(_below(converted, old_place, new_place))
    return holder[0]


def _below(schema: Object, old: str, new: str) -> Iterator[_Work]:
    """Find the subschemas; the containers between are copied, for they may be shared."""
    for name, value in schema.items():
        child = as_object(value)
        items = as_array(value)
        if name in _NAMED and child is not None:
            copied: Any = dict(child)
        elif name in _MANY and items is not None:
            copied = list(items)
        elif name in _ONE and child is not None:
            yield child, f"{old}/{name}", f"{new}/{name}", schema, name
            continue
        else:
            continue
        schema[name] = copied
        for key, each in list(children(copied)):
            inner = as_object(each)
            if inner is not None:
                token = escape(str(key))
                yield inner, f"{old}/{name}/{token}", f"{new}/{name}/{token}", copied, key


def _keywords(context: Context, members: Object, old: str, base: str) -> Object:
    ref = as_string(members.get("$ref"))
    nullable = members.get("x-nullable") is True
    if ref is not None:
        reference: Object = dict(members)
        reference["$ref"] = absolute(ref, base)
        if not base:
            context.references.append(reference)
        if nullable:
            del reference["x-nullable"]
            return {"allOf": [reference], "nullable": True}
        return reference
    schema: Object = adapt_keywords(members)
    types = as_array(schema.get("type"))
    if types is not None:
        _several_types(context, schema, types, old)
    if "collectionFormat" in schema:
        del schema["collectionFormat"]
    return schema


def adapt_keywords(members: Object) -> Object:
    """Return the keywords of one schema whose meaning stays with the schema itself changed."""
    schema: Object = dict(members)
    if schema.get("type") == "file":
        schema["type"] = "string"
        schema["format"] = "binary"
    if isinstance(schema.get("x-nullable"), bool):
        schema.setdefault("nullable", schema.pop("x-nullable"))
    name = as_string(schema.get("discriminator"))
    if name is not None:
        schema["discriminator"] = {"propertyName": name}
    return schema


def _several_types(context: Context, schema: Object, types: Array, old: str) -> None:
    named = [each for each in types if each != "null"]
    if len(named) != len(types):
        schema["nullable"] = True
    if len(named) == 1:
        schema["type"] = named[0]
    else:
        del schema["type"]
        if named:
            schema["anyOf"] = [{"type": each} for each in named]
    context.report(
        f"{old}/type",
        "swagger2-type-list",
        "Swagger 2.0 has one type for each schema; the list is read as it is in OpenAPI 3.1",
    )


def adapt_fragment(tree: Tree) -> Tree:
    """Return a file that a Swagger 2.0 document refers to with its schemas as OpenAPI 3.0 has them.

    Every node stays in its place, so that pointers into the file hold.
    """
    holder: list[Tree] = [tree]
    pending: list[tuple[Any, Any]] = [(holder, 0)]
    while pending:
        container, key = pending.pop()
        value = container[key]
        members, items = as_object(value), as_array(value)
        copied: Any = None
        if members is not None:
            is_schema = not isinstance(members.get("in"), str) and "x-nullable" in members
            is_schema = is_schema or isinstance(members.get("discriminator"), str)
            is_schema = is_schema or (members.get("type") == "file" and "in" not in members)
            copied = adapt_keywords(members) if is_schema else dict(members)
        elif items is not None:
            copied = list(items)
        else:
            continue
        container[key] = copied
        pending.extend(
            (copied, name)
            for name, child in children(copied)
            if isinstance(child, (dict, list)) and name not in _DATA
        )
    return holder[0]
