"""`$ref` and `$dynamicRef` in schemas: https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3

A schema's references are not followed here: each stays one hop, so that `build` sees which schema is named.
"""

from __future__ import annotations

from typing import Any

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.fields import Fields, as_array, as_object
from clientwright.normalise.form import Json


def read_reference(fields: Fields, key: str, parts: dict[str, Any]) -> None:
    """Put the id of the schema that `$ref` names into `parts`; nothing, with a finding, when there is none."""
    ref = fields.values[key]
    if not isinstance(ref, str):
        fields.wrong_type(key, "a string")
        return
    target = fields.context.resolve(fields.location, ref)
    if target is not None:
        parts["ref"] = fields.context.schemas.refer(target)


def read_dynamic_reference(fields: Fields, key: str, parts: dict[str, Any]) -> None:
    """Read `$dynamicRef` as a `$ref` to the schema of its document with that `$dynamicAnchor`.

    Which schema it names when validating depends on the way there; without one, it is this one.
    """
    ref = fields.values[key]
    if "$ref" in fields.values:
        return
    if not isinstance(ref, str):
        fields.wrong_type(key, "a string")
        return
    anchor = ref[1:] if ref.startswith("#") else ""
    if key == "$dynamicRef" and anchor and not anchor.startswith("/"):
        target = _dynamic_anchors(fields.context, fields.location).get(anchor)
        if target is not None:
            parts["ref"] = fields.context.schemas.refer(target)
            return
    read_reference(fields, key, parts)


def _dynamic_anchors(context: Context, location: Location) -> dict[str, Location]:
    """The schemas with a `$dynamicAnchor` in the document of `location`, the first of each name."""
    root = location.document.root
    shared_key = ("dynamic anchors", root.id)
    if shared_key in context.shared:
        return context.shared[shared_key]
    anchors: dict[str, Location] = {}
    stack = [root]
    while stack:
        here = stack.pop()
        value: Json = here.value
        values = as_object(value)
        if values is not None:
            anchor = values.get("$dynamicAnchor")
            if isinstance(anchor, str):
                anchors.setdefault(anchor, here)
            keys: list[str] | list[int] = [
                key for key in values if isinstance(values[key], (dict, list))
            ]
        else:
            keys = list(range(len(as_array(value) or ())))
        stack.extend(here.child(key) for key in reversed(keys))
    context.shared[shared_key] = anchors
    return anchors
