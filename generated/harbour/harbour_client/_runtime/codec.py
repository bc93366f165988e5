"""JSON and events, from bytes to types and back, each read or written once.

The functions raise `pydantic.ValidationError` for what does not fit.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

import pydantic
import pydantic_core
from pydantic import TypeAdapter
from pydantic_core import SchemaSerializer, core_schema

from .generous import assemble, read_again
from .models import Model, adapter_of, complete, core_of, hold, is_model
from .unset import UNSET

if TYPE_CHECKING:
    from .events import ServerSentEvent

_anything: Final = SchemaSerializer(
    core_schema.any_schema(), {"ser_json_bytes": "base64"}
)

_DUMP: Any = {"by_alias": True, "exclude_unset": True, "warnings": False}


def decode_json(type_: Any, data: bytes) -> Any:
    """Parse JSON text as a type."""
    try:
        if is_model(type_):
            return type_.__pydantic_validator__.validate_json(data)
        return adapter_of(type_).validate_json(data)
    except pydantic.ValidationError as problem:
        return read_again(type_, core_of(type_), problem, data, text=True)


def _accept(type_: Any, given: Any) -> Any:
    if isinstance(given, Model):
        complete(given)
        return given
    validator = type_.__pydantic_validator__ if is_model(type_) else adapter_of(type_)
    value = validator.validate_python(given)
    hold(given, value)
    return value


def encode_json(type_: Any, given: Any) -> bytes:
    """Give the JSON text of what a user gave for a type: a model, a dict with wire names, or any other value."""
    value = _accept(type_, given)
    serializer: Any = (
        value.__pydantic_serializer__
        if isinstance(value, Model)
        else adapter_of(type_).serializer
    )
    return cast(bytes, serializer.to_json(value, **_DUMP))


def to_jsonable(type_: Any | None, value: Any) -> Any:
    """Give the plain JSON values (str, int, float, bool, None, list, dict) of a value.

    With a type, the value is held to it first. Without one it goes by the value: models by their wire names, dates
    and times by RFC 3339, bytes in base64.
    """
    if type_ is not None:
        value = _accept(type_, value)
        return adapter_of(type_).dump_python(value, mode="json", **_DUMP)
    if isinstance(value, (str, int, float)) or value is None:
        return value
    complete(value)
    return _anything.to_python(value, mode="json", **_DUMP)


def given_fields(value: Any) -> Mapping[str, Any]:
    """Give the properties of a model by their names in JSON, each as it was given; a dict is as it is."""
    if not isinstance(value, Model):
        return cast("Mapping[str, Any]", value)
    complete(value)
    given = value.model_fields_set
    fields = type(value).model_fields.items()
    named = {
        f.alias or name: getattr(value, name) for name, f in fields if name in given
    }
    return {**(value.model_extra or {}), **named}


def event_decoder(
    type_: Any, envelope: str, data_encoded: bool
) -> Callable[[ServerSentEvent], Any]:
    """Give the function that turns one server-sent event into a type.

    With the envelope `event` the type describes the event whole, as an object of `event`, `data`, `id` and `retry`; else
    it describes the data. `data_encoded` leaves the data as text instead of reading it as JSON.
    """
    if envelope != "event":
        if data_encoded or type_ is str:
            adapter = adapter_of(type_)
            return lambda event: adapter.validate_python(_text(event))
        return lambda event: decode_json(type_, event.data)
    if is_model(type_):
        return _EnvelopeDecoder(type_, data_encoded)
    adapter = adapter_of(type_)
    return lambda event: adapter.validate_python(_fields(event, data_encoded))


def _text(event: ServerSentEvent) -> str:
    return event.data.decode("utf-8", "replace")


def _fields(event: ServerSentEvent, data_encoded: bool) -> dict[str, Any]:
    """Give an event as the object that an envelope describes; data that is no JSON is text."""
    data: Any = _text(event)
    if not data_encoded:
        with suppress(ValueError):
            data = pydantic_core.from_json(event.data)
    fields = {"event": event.event or "message", "data": data}
    more = {"id": event.id, "retry": event.retry}
    return fields | {key: value for key, value in more.items() if value is not None}


class _EnvelopeDecoder:
    """Builds the model of an event field by field, so that its data is read once, straight from the bytes."""

    def __init__(self, type_: type[Model], data_encoded: bool) -> None:
        self.type = type_
        self.data_encoded = data_encoded
        self.adapters: dict[str, TypeAdapter[Any]] = {}
        self.kinds: dict[str, Any] = {}

    def prepare(self) -> None:
        """Work out what the fields are; the model may not have been built before."""
        self.type.model_rebuild()
        fields = self.type.model_fields
        keys = {name: field.alias or name for name, field in fields.items()}
        self.names = {key: name for name, key in keys.items()}
        self.defaults = {
            name: field.get_default(call_default_factory=True)
            for name, field in fields.items()
            if not field.is_required()
        }
        required = {keys[name] for name in fields if name not in self.defaults}
        self.plain = "data" in self.names and required <= {"event", "data"}
        for name, field in fields.items():
            annotation: Any = field.annotation
            if field.metadata:
                parts = (annotation, *field.metadata)
                annotation = operator.getitem(cast(Any, Annotated), parts)
            self.adapters[keys[name]] = TypeAdapter(annotation)

    def __call__(self, event: ServerSentEvent) -> Any:
        if not self.adapters:
            self.prepare()
        if not self.plain:
            return self.type.model_validate(_fields(event, self.data_encoded))
        adapters, names = self.adapters, self.names
        found: dict[str, Any] = {}
        if "event" in adapters:
            found[names["event"]] = self.kind(event.event or "message")
        if self.data_encoded:
            found[names["data"]] = adapters["data"].validate_python(_text(event))
        else:
            found[names["data"]] = self.data(event.data)
        for key, value in (("id", event.id), ("retry", event.retry)):
            if value is not None and key in adapters:
                found[names[key]] = adapters[key].validate_python(value)
        return assemble(self.type, {**self.defaults, **found}, set(found), {})

    def data(self, text: bytes) -> Any:
        """Read the data of an event."""
        adapter = self.adapters["data"]
        try:
            return adapter.validate_json(text)
        except pydantic.ValidationError as problem:
            return read_again(self, adapter.core_schema, problem, text, text=True)

    def kind(self, name: str) -> Any:
        """Give the value of the `event` field; there are few, so each is validated once."""
        known = self.kinds.get(name, UNSET)
        if known is UNSET:
            known = self.adapters["event"].validate_python(name)
            if len(self.kinds) < 256:
                self.kinds[name] = known
        return known
