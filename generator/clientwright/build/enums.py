"""Enumerations: https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2 (`enum`) and `const`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clientwright import ir
from clientwright.build.combine import allowed_values
from clientwright.build.findings import Findings
from clientwright.build.json_values import distinct, is_of, json_type, key_of, shown
from clientwright.normalise import form
from clientwright.normalise.form import Json

_NAMES = "x-clientwright-enum-names"
_DESCRIPTIONS = "x-clientwright-enum-descriptions"
_TOLD = 5


def values_of(schema: form.Schema, pointer: str, findings: Findings) -> tuple[ir.EnumValue, ...]:
    """The listed values that fit the schema's type, null among them, each once, with its name and text."""
    listed = distinct(allowed_values(schema) or ())
    fitting = tuple(value for value in listed if is_of(value, schema.types))
    strange = [value for value in listed if value is not None and not is_of(value, schema.types)]
    if strange:
        _report(strange, schema.types, pointer, findings, alone=not fitting)
    # A list that never fits its type is more likely to have the wrong type than the wrong values.
    kept = fitting or listed
    names = _texts(schema.extensions.get(_NAMES), schema.enum or ())
    descriptions = _texts(schema.extensions.get(_DESCRIPTIONS), schema.enum or ())
    return tuple(
        ir.EnumValue(value, names.get(key_of(value), ""), descriptions.get(key_of(value), ""))
        for value in kept
    )


def unite_values(lists: Sequence[tuple[ir.EnumValue, ...]]) -> tuple[ir.EnumValue, ...]:
    """The values of several enumerations, each once; what one of them says of a value stays."""
    found: dict[Any, ir.EnumValue] = {}
    for values in lists:
        for value in values:
            key = key_of(value.value)
            before = found.get(key)
            if before is None or (value.name and not before.name):
                found[key] = value
    return tuple(found.values())


def _report(
    strange: Sequence[Any], types: Sequence[str], pointer: str, findings: Findings, *, alone: bool
) -> None:
    """Report the values that are not of the type; `alone` when no other value is listed."""
    several = len(strange) > 1
    values = ", ".join(shown(value) for value in strange[:_TOLD])
    values += f" and {len(strange) - _TOLD} more" if len(strange) > _TOLD else ""
    findings.warning(
        "enum-mismatch",
        pointer,
        f"The listed value{'s' if several else ''} {values} {'are' if several else 'is'} not of type "
        f"{'/'.join(types)}; {'the list is followed' if alone else 'left out'}.",
        "Correct the values or the type.",
    )


def _texts(given: Json, values: Sequence[Any]) -> dict[Any, str]:
    """Texts for values: a list beside the list of values, or an object by the values as text."""
    kind = json_type(given)
    if kind == "object":
        by_text = {str(key): text for key, text in given.items()}
        pairs = [(value, by_text.get(_as_text(value))) for value in values]
    elif kind == "array":
        pairs = list(zip(values, given, strict=False))
    else:
        return {}
    return {key_of(value): text for value, text in pairs if isinstance(text, str)}


def _as_text(value: Any) -> str:
    if json_type(value) in ("boolean", "null"):
        return {True: "true", False: "false", None: "null"}[value]
    return str(value)
