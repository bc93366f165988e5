"""Models: pydantic classes that keep what they were given, and stay open to what a newer server sends.

Two rules that pydantic does not have by itself:

* What comes from a server is accepted generously: unknown properties, enumeration values and union members never
  raise, and print back as they came. What a user gives is held to the schema: no null where the schema has none,
  no property that a closed object does not have, no other value for a constant.
* A property that was not given is not printed; a constant is printed whenever its object is, unless the object was
  parsed without it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Any, ClassVar, Final, cast

import pydantic
from pydantic import BaseModel, ConfigDict, TypeAdapter
from pydantic_core import (
    PydanticCustomError,
    SchemaSerializer,
    SchemaValidator,
    core_schema,
    from_json,
)
from typing_extensions import Self

Path = tuple["str | int", ...]
# The context of validation by which what is to be sent is told from what a server has sent.
SENT: Final = "sent"
# What a server sends has the names of JSON, even where a field is called like another property in Python.
_RECEIVED: Any = {"by_alias": True, "by_name": False}
_GIVEN_ALONE: Any = {"exclude_unset": True, "warnings": False}


class Model(BaseModel):
    """An object of the API.

    A property that is absent reads as its default in the document, or else None; `model_fields_set` holds what was
    there. `model_dump()` gives Python values and `model_dump_json()` text, both with the names that JSON has and
    without what was not given. Properties that this client does not know are kept in `model_extra`.

    Constructing one with a value that the schema does not allow raises `pydantic.ValidationError`.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_alias=True,
        validate_by_name=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        defer_build=True,
        ser_json_inf_nan="constants",
        val_json_bytes="base64",
        ser_json_bytes="base64",
    )

    wire_constants__: ClassVar[dict[str, Any]] = {}
    wire_closed__: ClassVar[bool] = False
    wire_not_null__: ClassVar[tuple[str, ...]] = ()

    def __init__(self, /, **data: Any) -> None:
        check = self.__pydantic_validator__.validate_python
        check(data, self_instance=self, context=SENT)
        hold(data, self)

    # Tells pydantic that this is no constructor of the user's own, so that parsing need not call it.
    cast(Any, __init__).__pydantic_base_init__ = True

    def __init_subclass__(
        cls,
        *,
        constants: Sequence[str] = (),
        closed: bool | None = None,
        not_null: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        """Take what the schema says beyond the annotations; names are those of fields."""
        super().__init_subclass__(**kwargs)
        own = {name: cls.__dict__.get(name) for name in constants}
        cls.wire_constants__ = {**cls.wire_constants__, **own}
        cls.wire_not_null__ = (*cls.wire_not_null__, *not_null)
        cls.wire_closed__ = cls.wire_closed__ if closed is None else closed

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Read Python values that came from a server: unknown members, and required ones left out, are no error.

        Takes the arguments of `pydantic.BaseModel.model_validate`. To make an object of your own, which is held to
        the schema, call the class.
        """
        try:
            return super().model_validate(obj, **{**_RECEIVED, **options})
        except pydantic.ValidationError as problem:
            return cast(Self, read_again(cls, problem, obj, text=False))

    @classmethod
    def model_validate_json(
        cls, json_data: str | bytes | bytearray, **options: Any
    ) -> Self:
        """Read JSON text that came from a server; see `model_validate`."""
        try:
            return super().model_validate_json(json_data, **{**_RECEIVED, **options})
        except pydantic.ValidationError as problem:
            return cast(Self, read_again(cls, problem, json_data, text=True))

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Give the object as a dict, by default without what was not given (`exclude_unset=True`).

        Takes the arguments of `pydantic.BaseModel.model_dump`.
        """
        return super().model_dump(**{**_GIVEN_ALONE, **options})

    def model_dump_json(self, **options: Any) -> str:
        """Give the object as JSON text, by default without what was not given (`exclude_unset=True`).

        Takes the arguments of `pydantic.BaseModel.model_dump_json`.
        """
        return super().model_dump_json(**{**_GIVEN_ALONE, **options})

    def __str__(self) -> str:
        return repr(self)

    def __repr_args__(self) -> Any:
        """Show what was given, not what is merely absent."""
        for name in type(self).model_fields:
            if name in self.__pydantic_fields_set__:
                yield name, getattr(self, name)
        yield from (self.__pydantic_extra__ or {}).items()


_adapters: dict[Any, TypeAdapter[Any]] = {}
_PLAIN = ConfigDict(ser_json_inf_nan="constants")


def adapter_of(type_: Any) -> TypeAdapter[Any]:
    """Give the adapter of a type, made once."""
    try:
        return _adapters[type_]
    except KeyError:
        config = None if is_model(type_) else _PLAIN
        return _adapters.setdefault(type_, TypeAdapter(type_, config=config))
    except TypeError:  # not hashable: an annotation that carries a marker with state
        return TypeAdapter(type_)


def is_model(type_: Any) -> bool:
    """Tell whether a type is a `Model`."""
    return isinstance(type_, type) and issubclass(type_, Model)


# JSON, from bytes to types and back, each read or written once. What does not fit raises `pydantic.ValidationError`.


_DUMP: Any = {**_GIVEN_ALONE, "by_alias": True}
_anything: Final = SchemaSerializer(
    core_schema.any_schema(), {"ser_json_bytes": "base64"}
)
# Raises `ValueError` for what is no JSON text.
check_json: Final = from_json


def decode_json(type_: Any, data: bytes) -> Any:
    """Parse JSON text as a type."""
    validator: Any = getattr(type_, "__pydantic_validator__", None)
    try:
        return (validator or adapter_of(type_)).validate_json(data, **_RECEIVED)
    except pydantic.ValidationError as problem:
        return read_again(type_, problem, data, text=True)


def _accept(type_: Any, given: Any) -> Any:
    if isinstance(given, Model):
        complete(given)
        return given
    validator = type_.__pydantic_validator__ if is_model(type_) else adapter_of(type_)
    value = validator.validate_python(given, context=SENT)
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
    data = cast(bytes, serializer.to_json(value, **_DUMP))
    if b"NaN" in data or b"Infinity" in data:
        # In texts they are nothing but words.
        json.loads(data, parse_constant=_refused)
    return data


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} cannot be sent: JSON has no such number")


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


# What users give


class Held:
    """A value that is no model, and is held to the schema by rules of its own."""

    def hold__(self, path: Path) -> None:
        """Raise `pydantic.ValidationError` for what a user must not give."""


def hold(given: Any, value: Any, path: Path = ()) -> None:
    """Hold what a user gave to the schema, beside what it was validated to, and mark constants as given.

    Models that existed before are only completed with their constants: they were checked when they were made, or came from
    a server. Raises `pydantic.ValidationError`.
    """
    if isinstance(value, Model):
        if given is value:
            complete(value)
        elif isinstance(given, Mapping):
            _hold_object(cast("Mapping[str, Any]", given), value, path)
    elif isinstance(value, Held):
        if given is not value:
            value.hold__(path)
    elif isinstance(value, (list, tuple)) and isinstance(given, (list, tuple)):
        before = cast("Sequence[Any]", given)
        for index, after in enumerate(cast("Sequence[Any]", value)):
            hold(before[index], after, (*path, index))
    elif isinstance(value, dict) and isinstance(given, Mapping):
        for key, after in cast("dict[str, Any]", value).items():
            hold(cast("Mapping[str, Any]", given).get(key, after), after, (*path, key))


def _hold_object(given: Mapping[str, Any], value: Model, path: Path) -> None:
    kind, extra = type(value), value.__pydantic_extra__
    present = value.__pydantic_fields_set__

    def fail(code: str, message: str, name: str, found: Any) -> None:
        raise problem_of(code, message, kind, (*path, name), found)

    if kind.wire_closed__:
        for name, found in (extra or {}).items():
            fail("extra_forbidden", "no property of this name", name, found)
    for name in kind.wire_not_null__:
        if name in present and getattr(value, name) is None:
            fail("null_forbidden", "may be left out, but not be null", name, None)
    for name, constant in kind.wire_constants__.items():
        found = getattr(value, name)
        if found != constant:
            fail("constant", f"can only be {constant!r}", name, found)
        present.add(name)
    names = names_of(kind)
    for key, before in given.items():
        if key in names:
            hold(before, getattr(value, names[key]), (*path, key))
        elif extra:
            hold(before, extra.get(key), (*path, key))


def complete(value: Any) -> None:
    """Mark the constants of models as given, all the way down."""
    if isinstance(value, Model):
        value.__pydantic_fields_set__.update(type(value).wire_constants__)
        for item in value.__dict__.values():
            complete(item)
    elif isinstance(value, (list, tuple, dict)):
        found = cast("dict[str, Any] | list[Any]", value)
        for item in found.values() if isinstance(found, dict) else found:
            complete(item)


@cache
def names_of(kind: type[Model]) -> dict[str, str]:
    """Map wire names and field names to field names."""
    fields = kind.model_fields.items()
    aliases = {field.alias: name for name, field in fields if field.alias}
    return {**{name: name for name, _ in fields}, **aliases}


def problem_of(
    code: Any, message: Any, kind: type, path: Path, given: Any
) -> pydantic.ValidationError:
    """Give the error for one value: what it is, in words, and where it is."""
    problem = mistake(code, message)
    return pydantic.ValidationError.from_exception_data(
        kind.__name__, [{"type": problem, "loc": path, "input": given}]
    )


def mistake(code: Any, message: Any) -> PydanticCustomError:
    """Give an error in words of our own."""
    return PydanticCustomError(code, message.replace("{", "{{"))


# What servers leave out


_CONFIG: Final = core_schema.CoreConfig(
    extra_fields_behavior="allow",
    validate_by_alias=True,
    validate_by_name=True,
    val_json_bytes="base64",
)
_relaxed: dict[int, tuple[Any, SchemaValidator]] = {}


def read_again(
    type_: Any, problem: pydantic.ValidationError, data: Any, text: bool
) -> Any:
    """Read an answer in which a server left out, or set to null, what the document says is required.

    Servers do so, and a value that is not there is better read as None than lost with everything around it. An object
    of which nothing that is required is there is refused all the same: it is something else. `text` tells JSON text from
    Python values. Raises the problem when something else was wrong, too.
    """
    for error in problem.errors(include_url=False, include_context=False):
        if error["type"] != "missing" and error["input"] is not None:
            raise problem
    known = _relaxed.get(id(type_))
    if known is None or known[0] is not type_:
        known = (type_, SchemaValidator(_relax(_core_of(type_)), _CONFIG))
        _relaxed[id(type_)] = known
    try:
        read = known[1].validate_json if text else known[1].validate_python
        return read(data, **_RECEIVED)
    except pydantic.ValidationError:
        raise problem from None


def _core_of(type_: Any) -> Any:
    if not is_model(type_):
        return adapter_of(type_).core_schema
    type_.model_rebuild()
    return type_.__pydantic_core_schema__


def _relax(schema: Any) -> Any:
    """Copy a core schema with every required field optional and nullable."""
    if isinstance(schema, (list, tuple)):
        items = [_relax(item) for item in cast("list[Any]", schema)]
        return items if isinstance(schema, list) else tuple(items)
    if not isinstance(schema, dict):
        return schema
    copy: dict[str, Any] = {
        key: value if key in ("metadata", "serialization", "config") else _relax(value)
        for key, value in cast("dict[str, Any]", schema).items()
    }
    kind = copy.get("type")
    if kind == "model-field" and copy["schema"].get("type") != "default":
        optional = core_schema.nullable_schema(copy["schema"])
        copy["schema"] = core_schema.with_default_schema(optional, default=None)
    elif kind == "model":
        # Not a model schema again: for that, pydantic would take the strict validator which the class has already.
        return core_schema.no_info_after_validator_function(
            partial(_recognise, copy["cls"]), copy["schema"], ref=copy.get("ref")
        )
    return copy


def _recognise(
    type_: Any, fields: tuple[dict[str, Any], dict[str, Any], set[str]]
) -> Any:
    """Make a model of its validated fields, unless nothing that is required was among them."""
    values, extra, given = fields
    model_fields = type_.model_fields.items()
    required = [name for name, field in model_fields if field.is_required()]
    if required and all(values[name] is None for name in required):
        raise ValueError("nothing that is required is there")
    # What `model_construct` does, without its search for defaults.
    model = type_.__new__(type_)
    put = object.__setattr__
    put(model, "__dict__", values)
    put(model, "__pydantic_fields_set__", given)
    put(model, "__pydantic_extra__", extra)
    put(model, "__pydantic_private__", None)
    return model
