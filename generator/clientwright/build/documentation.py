"""What a schema says of itself, for people: title, description, constraints, deprecation."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from clientwright import ir
from clientwright.build.words import split_words
from clientwright.normalise import form

_CONSTRAINTS = (
    ("minimum", "minimum"),
    ("exclusiveMinimum", "exclusive_minimum"),
    ("maximum", "maximum"),
    ("exclusiveMaximum", "exclusive_maximum"),
    ("multipleOf", "multiple_of"),
    ("minLength", "min_length"),
    ("maxLength", "max_length"),
    ("pattern", "pattern"),
    ("minItems", "min_items"),
    ("maxItems", "max_items"),
    ("minProperties", "min_properties"),
    ("maxProperties", "max_properties"),
)
_KEYWORDS = tuple(keyword for keyword, _ in _CONSTRAINTS)
_bounds = attrgetter(*(field for _, field in _CONSTRAINTS))
_DEPRECATION = "x-clientwright-deprecation-message"
_REPLACEMENT = "x-clientwright-deprecation-replacement"


def constraints_of(schema: form.Schema) -> tuple[tuple[str, Any], ...]:
    """The bounds of a schema as (keyword of JSON Schema, value)."""
    found: list[tuple[str, Any]] = [
        (keyword, value)
        for keyword, value in zip(_KEYWORDS, _bounds(schema), strict=True)
        if value is not None
    ]
    if schema.unique_items:
        found.append(("uniqueItems", True))
    return tuple(found)


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
