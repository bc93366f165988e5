"""Vendor extensions as aliases of our own: https://spec.openapis.org/oas/v3.2.0.html#specification-extensions

Later stages read `x-clientwright-*` alone. Each vendor's extension is one row of `ALIASES`: the neutral name and a
function that brings its value into the neutral shape. Where several say the same, the neutral one wins, then the
first in the table's order. All other `x-` fields are kept as they are.

| neutral name, after `x-clientwright-` | on | shape |
| --- | --- | --- |
| `name` | operation, parameter, schema, property, tag, server | the name in code, in any case |
| `type-name` | schema | the name of the type |
| `group` | operation, tag | the resource: a string with dots for nesting |
| `ignore` | anything | `true`, or a list of targets that leave it out |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from clientwright.normalise.form import Json

if TYPE_CHECKING:
    from clientwright.load import Location
    from clientwright.normalise.context import Context

PREFIX = "x-clientwright-"


def _same(value: Json) -> Json:
    return value


Shape = Callable[[Json], Json]

ALIASES: Mapping[str, tuple[str, Shape]] = {
    "x-speakeasy-name-override": ("name", _same),
    "x-speakeasy-group": ("group", _same),
    "x-speakeasy-ignore": ("ignore", _same),
}


def neutral_extensions(
    context: Context, location: Location, values: Mapping[str, Json], place: str
) -> Mapping[str, Any]:
    """The `x-` fields of `values`, with every vendor's hint under its neutral name too."""
    found = {key: value for key, value in values.items() if key.startswith("x-")}
    if not found:
        return found
    for key, (name, shape) in ALIASES.items():
        if key in found:
            found.setdefault(PREFIX + name, shape(found[key]))
    return found


def is_ignored(values: Mapping[str, Json]) -> bool:
    """Whether an extension asks to leave this out for every target."""
    return any(
        values.get(key) is True
        for key in (
            "x-clientwright-ignore",
            "x-speakeasy-ignore",
            "x-fern-ignore",
            "x-stainless-skip",
        )
    )
