"""Example Objects: https://spec.openapis.org/oas/v3.2.0.html#example-object"""

from __future__ import annotations

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.fields import Fields, as_array
from clientwright.normalise.form import ABSENT, Example, Json
from clientwright.normalise.reference import read_shared

_FIELDS = frozenset(
    {"summary", "description", "value", "externalValue", "dataValue", "serializedValue"}
)


def read_examples(fields: Fields) -> tuple[Example, ...]:
    """The examples in `example` and `examples` of a parameter, header or media type, in that order."""
    found: list[Example] = []
    if "example" in fields:
        found.append(Example(name="", value=fields.values["example"]))
    several: Json = fields.values.get("examples")
    if as_array(several) is not None:
        fields.context.info(
            fields.child("examples"),
            "examples-array",
            f"`examples` of {fields.what} has to be an object; the elements of the array are read as examples.",
        )
        found += [
            Example(name=str(index), value=element.value)
            for index, element in enumerate(fields.elements("examples"))
        ]
        return tuple(found)
    for name, location in fields.entries("examples"):
        example = _named(fields.context, name, location)
        if example is not None:
            found.append(example)
    return tuple(found)


def _named(context: Context, name: str, location: Location) -> Example | None:
    result = read_shared(context, location, "an example", _read)
    if result is None:
        return None
    example, followed = result
    return Example(
        name=name,
        value=example.value,
        summary=followed.summary or example.summary,
        serialized=example.serialized,
    )


def _read(fields: Fields) -> Example | None:
    fields.check_known(_FIELDS)
    value: Json = ABSENT
    for key in ("value", "dataValue"):
        if key in fields:
            value = fields.values[key]
    serialized = fields.text("serializedValue") if "serializedValue" in fields else None
    if value is ABSENT and serialized is None:
        fields.context.info(
            fields.location,
            "example-without-value",
            "The example has no value of its own; it is left out. Examples elsewhere are not fetched.",
        )
        return None
    return Example(name="", value=value, summary=fields.text("summary"), serialized=serialized)
