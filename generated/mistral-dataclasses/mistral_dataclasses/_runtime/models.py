"""JSON, from bytes to types and back.

What comes from a server is accepted generously: unknown properties, enumeration values and union members never raise,
and print back as they came. What a user gives is held to the schema. Each type is taken apart once, when it is first met.
The functions raise `ValueError` for what does not fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from .readers import reader_of
from .records import dump, load
from .shapes import shape_of
from .state import class_of
from .writers import parts_of, write_any, writer_of


def decode_json(type_: Any, data: bytes) -> Any:
    """Parse JSON text as a type."""
    return reader_of(type_)(load(data))


def check_json(data: bytes) -> None:
    """Raise `ValueError` for what is no JSON text."""
    load(data)


def encode_json(type_: Any, given: Any) -> bytes:
    """Give the JSON text of what a user gave for a type: a model, a dict with wire names, or any other value."""
    return dump(writer_of(type_)(given))


def to_jsonable(type_: Any | None, value: Any) -> Any:
    """Give the plain JSON values (str, int, float, bool, None, list, dict) of a value.

    With a type, the value is held to it first. Without one it goes by the value: models by their wire names, dates
    and times by RFC 3339, bytes in base64.
    """
    return write_any(value) if type_ is None else writer_of(type_)(value)


def given_fields(value: Any) -> Mapping[str, Any]:
    """Give the properties of a model by their names in JSON, each as it was given; a dict is as it is."""
    shape = shape_of(class_of(value))
    if shape is None:
        return cast("Mapping[str, Any]", value)
    given, further = parts_of(shape, value)
    return {**shape.fields.constants, **further, **given}


def to_json(value: Any) -> Any:
    """Give the JSON of a model, or of what holds models, as dicts, lists and scalars: what a server would be sent."""
    return write_any(value)


def is_model(type_: Any) -> bool:
    """Tell whether a type is a class of models."""
    return shape_of(type_) is not None
