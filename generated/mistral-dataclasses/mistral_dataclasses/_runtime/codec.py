"""JSON and events, from bytes to types and back.

What comes from a server is accepted generously: unknown properties, enumeration values and union members never raise,
and print back as they came. What a user gives is held to the schema. Each type is taken apart once, when it is first met.
The functions raise `ValueError` for what does not fit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from .readers import reader_of
from .records import dump, load
from .shapes import shape_of
from .state import class_of
from .writers import parts_of, write_any, writer_of

if TYPE_CHECKING:
    from .events import ServerSentEvent


def decode_json(type_: Any, data: bytes) -> Any:
    """Parse JSON text as a type."""
    return reader_of(type_)(load(data))


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


def event_decoder(
    type_: Any, envelope: str, data_encoded: bool
) -> Callable[[ServerSentEvent], Any]:
    """Give the function that turns one server-sent event into a type.

    With the envelope `event` the type describes the event whole, as an object of `event`, `data`, `id` and `retry`; else
    it describes the data. `data_encoded` leaves the data as text instead of reading it as JSON.
    """
    read = reader_of(type_)
    if envelope == "event":
        strict = shape_of(type_) is not None
        return lambda event: read(_fields(event, data_encoded, strict))
    if data_encoded or type_ is str:
        return lambda event: read(_text(event))
    return lambda event: read(load(event.data))


def _text(event: ServerSentEvent) -> str:
    return event.data.decode("utf-8", "replace")


def _fields(
    event: ServerSentEvent, data_encoded: bool, strict: bool
) -> Mapping[str, Any]:
    """Give an event as the object that an envelope describes; data that is no JSON is text, or an error when `strict`."""
    data: Any = None
    try:
        data = _text(event) if data_encoded else load(event.data)
    except ValueError:
        if strict:
            raise
        data = _text(event)
    fields: dict[str, Any] = {"event": event.event or "message", "data": data}
    more = {"id": event.id, "retry": event.retry}
    return {
        **fields,
        **{key: value for key, value in more.items() if value is not None},
    }
