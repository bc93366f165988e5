"""What a schema says of itself, for people: title, description, constraints, deprecation."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from clientwright import ir
from clientwright.build.words import split_words
from clientwright.normalise import form

_NUMBERS = frozenset({"integer", "number"})
_TEXTS = frozenset({"string"})
_ARRAYS = frozenset({"array"})
_OBJECTS = frozenset({"object"})
# A keyword binds values of its own types alone: `uniqueItems` says nothing of a string.
_CONSTRAINTS = (
    ("minimum", "minimum", _NUMBERS),
    ("exclusiveMinimum", "exclusive_minimum", _NUMBERS),
    ("maximum", "maximum", _NUMBERS),
    ("exclusiveMaximum", "exclusive_maximum", _NUMBERS),
    ("multipleOf", "multiple_of", _NUMBERS),
    ("minLength", "min_length", _TEXTS),
    ("maxLength", "max_length", _TEXTS),
    ("pattern", "pattern", _TEXTS),
    ("minItems", "min_items", _ARRAYS),
    ("maxItems", "max_items", _ARRAYS),
    ("minProperties", "min_properties", _OBJECTS),
    ("maxProperties", "max_properties", _OBJECTS),
)
_bounds = attrgetter(*(field for _, field, _ in _CONSTRAINTS))
_DEPRECATION = "x-clientwright-deprecation-message"
_REPLACEMENT = "x-clientwright-deprecation-replacement"


def constraints_of(schema: form.Schema) -> tuple[tuple[str, Any], ...]:
    """The bounds of a schema as (keyword of JSON Schema, value)."""
    found: list[tuple[str, Any]] = [
        (keyword, value)
        for (keyword, _, bound), value in zip(_CONSTRAINTS, _bounds(schema), strict=True)
        if value is not None and _binds(bound, schema.types)
    ]
    if schema.unique_items and _binds(_ARRAYS, schema.types):
        found.append(("uniqueItems", True))
    return tuple(found)


def _binds(bound: frozenset[str], types: tuple[str, ...]) -> bool:
    return not types or not bound.isdisjoint(types)


def doc_of(schema: form.Schema, name: str) -> ir.Doc:
    """The documentation of a schema; a title that only repeats `name` says nothing."""
    title = schema.title.strip()
    return ir.Doc(
        summary="" if not title or _letters(title) == _letters(name) else title,
        description=schema.description,
        deprecated=schema.deprecated,
        deprecation=_text(schema, _DEPRECATION),
        replacement=_text(schema, _REPLACEMENT),
    )


def _letters(text: str) -> str:
    return "".join(split_words(text)).casefold()


def _text(schema: form.Schema, extension: str) -> str:
    value = schema.extensions.get(extension)
    return value if isinstance(value, str) else ""
