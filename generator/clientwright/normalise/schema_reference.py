"""References in schemas: https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3

They are not followed here: each stays one hop, so that `build` sees which schema is named.
"""

from __future__ import annotations

from typing import Any

from clientwright.load import Location
from clientwright.normalise.fields import Fields, as_object


def read_reference(fields: Fields, key: str, parts: dict[str, Any]) -> None:
    """Put the id of the schema that the reference in `key` names into `parts`.

    Nothing, with a finding, when there is none: the schema then allows what its other keywords allow.
    """
    ref = fields.values[key]
    if not isinstance(ref, str):
        fields.wrong_type(key, "a string")
        return
    target = fields.context.resolve(fields.location, ref)
    if target is None:
        return
    if _is_description(target):
        fields.context.error(
            fields.location,
            "reference-to-document",
            f"`{ref}` names a whole API description, which is no schema; the reference is dropped.",
            "Refer to one schema, as in `#/components/schemas/Name`.",
        )
        return
    parts["ref"] = fields.context.schemas.refer(target)


def read_dynamic_reference(fields: Fields, key: str, parts: dict[str, Any]) -> None:
    """Read `$dynamicRef` like `$ref`, and note where the schema that it names depends on the way to it.

    It does where it leads to a `$dynamicAnchor` of that name; `dynamic_reference` then follows the ways.
    """
    if _beside_reference(fields, key):
        return
    read_reference(fields, key, parts)
    name = str(fields.values[key]).rpartition("#")[2]
    if "ref" in parts:
        target = fields.context.resolve(fields.location, fields.values[key])
        anchored = None if target is None else as_object(target.value)
        if anchored is not None and anchored.get("$dynamicAnchor") == name:
            fields.context.dynamic[fields.location.id] = name


def _beside_reference(fields: Fields, key: str) -> bool:
    """Whether `$ref` stands here as well, with a finding: a schema in normal form has one reference."""
    if "$ref" not in fields.values:
        return False
    fields.context.warning(
        fields.child(key),
        "second-reference",
        f"`{key}` beside `$ref` is ignored.",
        "Put one of them into an `allOf`.",
    )
    return True


def read_recursive_reference(fields: Fields, key: str, parts: dict[str, Any]) -> None:
    """Read `$recursiveRef` of draft 2019-09, which names the outermost schema around it that allows it.

    https://json-schema.org/draft/2019-09/json-schema-core#rfc.section.8.2.4.2
    """
    if _beside_reference(fields, key):
        return
    outermost = _recursive_anchor(fields.location)
    if outermost is None:
        read_reference(fields, key, parts)
    else:
        parts["ref"] = fields.context.schemas.refer(outermost)


def _recursive_anchor(location: Location) -> Location | None:
    """The outermost schema around `location`, itself included, that has `$recursiveAnchor: true`."""
    here = location.document.root
    for token in ("", *location.pointer.split("/")[1:]):
        if token:
            key = token.replace("~1", "/").replace("~0", "~")
            here = here.child(int(key) if isinstance(here.value, list) else key)
        values = as_object(here.value)
        if values is not None and values.get("$recursiveAnchor") is True:
            return here
    return None


def _is_description(location: Location) -> bool:
    values = as_object(location.value)
    return (
        location.pointer == ""
        and values is not None
        and ("openapi" in values or "swagger" in values)
    )
