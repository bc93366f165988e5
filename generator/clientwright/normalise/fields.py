"""Reads the fields of one object of the document and reports those that have the wrong JSON type.

A field of the wrong type counts as absent: the smallest unit is dropped, with a finding that names it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeGuard, cast

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.form import Json
from clientwright.normalise.vendor import is_deprecated, neutral_extensions

_READABLE = 1e300
"""Beyond it a number is no text that somebody forgot to quote, and Python refuses to print the longest of them."""


def kind_of(value: Json) -> str:
    """The JSON name of the type of `value`, for messages."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, str):
        return "a string"
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, Sequence):
        return "an array"
    return "not a JSON value"


def as_object(value: Json) -> Mapping[str, Json] | None:
    """`value` when it is a JSON object."""
    # The first question is the cheaper one, and its answer is nearly always yes.
    if type(value) is dict or isinstance(value, Mapping):
        return cast("Mapping[str, Json]", value)
    return None


def as_array(value: Json) -> Sequence[Json] | None:
    """`value` when it is a JSON array."""
    if type(value) is list:
        return cast("Sequence[Json]", value)
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)):
        return cast("Sequence[Json]", value)
    return None


def is_number(value: Json) -> TypeGuard[int | float]:
    """Whether `value` is a number that JSON can write; YAML has infinity and not-a-number too."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


class Fields:
    """The fields of the object at `location`; every method reports and returns the default on a wrong type."""

    __slots__ = ("context", "location", "values", "what")

    def __init__(
        self, context: Context, location: Location, values: Mapping[str, Json], what: str
    ) -> None:
        self.context = context
        self.location = location
        self.values = values
        self.what = what

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def child(self, key: str) -> Location:
        """The location of the value of `key`."""
        return self.location.child(key)

    def wrong_type(self, key: str, wanted: str) -> None:
        """Report that the value of `key` is not what it has to be."""
        value = self.values[key]
        message = f"`{key}` of {self.what} has to be {wanted}, not {kind_of(value)}; it is ignored."
        # An empty value (`description:` in YAML) says nothing, so ignoring it loses nothing.
        report = self.context.info if value is None else self.context.warning
        report(self.child(key), "wrong-type", message, f"Make it {wanted} or remove it.")

    def text(self, key: str) -> str:
        """A string, `""` when absent. A number stands for its digits (`version: 1.0` in YAML)."""
        value = self.values.get(key)
        if isinstance(value, str):
            return value
        if is_number(value) and abs(value) < _READABLE:
            self.context.info(
                self.child(key),
                "number-for-string",
                f"`{key}` of {self.what} has to be a string; the number is read as its digits.",
                "Put it between quotation marks.",
            )
            return str(value)
        if key in self.values:
            self.wrong_type(key, "a string")
        return ""

    def flag(self, key: str, default: bool = False) -> bool:
        """A boolean."""
        value = self.values.get(key)
        if isinstance(value, bool):
            return value
        if key in self.values:
            self.wrong_type(key, "a boolean")
        return default

    def deprecated(self) -> bool:
        """`deprecated`, or an extension that says the same."""
        return self.flag("deprecated") or is_deprecated(self.values)

    def number(self, key: str) -> int | float | None:
        """A finite number."""
        value = self.values.get(key)
        if is_number(value):
            return value
        if key in self.values:
            self.wrong_type(key, "a number")
        return None

    def count(self, key: str) -> int | None:
        """A whole number that is not negative; `2.0` is one."""
        value = self.values.get(key)
        if is_number(value) and value >= 0 and value == int(value):
            return int(value)
        if key in self.values:
            self.wrong_type(key, "a whole number of at least 0")
        return None

    def object(self, key: str, what: str) -> Fields | None:
        """The fields of the object in `key`."""
        if key not in self.values:
            return None
        value = as_object(self.values[key])
        if value is None:
            self.wrong_type(key, "an object")
            return None
        return Fields(self.context, self.child(key), value, what)

    def entries(self, key: str) -> Iterator[tuple[str, Location]]:
        """Names and locations of the members of the map in `key`, without extensions."""
        if key not in self.values:
            return
        value = as_object(self.values[key])
        if value is None:
            self.wrong_type(key, "an object")
            return
        parent = self.child(key)
        for name in value:
            yield name, parent.child(name)

    def elements(self, key: str) -> Iterator[Location]:
        """Locations of the elements of the array in `key`."""
        if key not in self.values:
            return
        value = as_array(self.values[key])
        if value is None:
            self.wrong_type(key, "an array")
            return
        parent = self.child(key)
        for index in range(len(value)):
            yield parent.child(index)

    def texts(self, key: str) -> tuple[str, ...]:
        """An array of strings, each once; elements of another type are reported and left out."""
        found: dict[str, None] = {}
        for element in self.elements(key):
            if isinstance(element.value, str):
                found[element.value] = None
            else:
                self.context.warning(
                    element,
                    "wrong-type",
                    f"Each element of `{key}` has to be a string, not {kind_of(element.value)}; it is ignored.",
                )
        return tuple(found)

    def extensions(self, place: str) -> Mapping[str, Any]:
        """The `x-` fields, those of vendors under neutral names as `vendor` says for `place`."""
        return neutral_extensions(self.context, self.location, self.values, place)

    def check_known(self, known: frozenset[str]) -> None:
        """Report the fields that the specification does not have here."""
        for key in self.values:
            if key not in known and not key.startswith("x-"):
                self.context.info(
                    self.child(key),
                    "unknown-field",
                    f"`{key}` is not a field of {self.what}; it is ignored.",
                )


def fields_of(context: Context, location: Location, what: str) -> Fields | None:
    """The fields of the object at `location`; None, with a finding, when there is no object."""
    value = as_object(location.value)
    if value is None:
        context.error(
            location,
            "wrong-type",
            f"{what[:1].upper()}{what[1:]} has to be an object, not {kind_of(location.value)}; it is dropped.",
        )
        return None
    return Fields(context, location, value, what)
