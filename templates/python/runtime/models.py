"""Models: pydantic classes that keep what they were given, and stay open to what a newer server sends.

Two rules that pydantic does not have by itself:

* What comes from a server is accepted generously: unknown properties, enumeration values and union members never
  raise, and print back as they came. What a user gives is held to the schema: no null where the schema has none,
  no property that a closed object does not have, no other value for a constant.
* A property that was not given is not printed; a constant is printed whenever its object is, unless the object was
  parsed without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, Literal

import pydantic
import pydantic_core
from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, SchemaSerializer, SchemaValidator, core_schema
from typing_extensions import Self

from .unset import UNSET

if TYPE_CHECKING:
    from .events import ServerSentEvent


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
    wire_not_null__: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, /, **data: Any) -> None:
        self.__pydantic_validator__.validate_python(data, self_instance=self)
        _check(data, self, ())

    # Tells pydantic that this is no constructor of the user's own, so that parsing need not call it.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess]

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
        if constants:
            cls.wire_constants__ = {
                **cls.wire_constants__,
                **{name: cls.__dict__.get(name) for name in constants},
            }
        if not_null:
            cls.wire_not_null__ = cls.wire_not_null__ | frozenset(not_null)
        if closed is not None:
            cls.wire_closed__ = closed

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:  # type: ignore[override]
        """Read Python values that came from a server: unknown members, and required ones left out, are no error.

        Takes the arguments of `pydantic.BaseModel.model_validate`. To make an object of your own, which is held to
        the schema, call the class.
        """
        try:
            return super().model_validate(obj, **options)
        except pydantic.ValidationError as problem:
            return _again(cls, problem, obj, text=False)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:  # type: ignore[override]
        """Read JSON text that came from a server; see `model_validate`."""
        try:
            return super().model_validate_json(json_data, **options)
        except pydantic.ValidationError as problem:
            return _again(cls, problem, json_data, text=True)

    def model_dump(self, **options: Any) -> dict[str, Any]:  # type: ignore[override]
        """Give the object as a dict, by default without what was not given (`exclude_unset=True`).

        Takes the arguments of `pydantic.BaseModel.model_dump`.
        """
        options.setdefault("exclude_unset", True)
        options.setdefault("warnings", False)
        return super().model_dump(**options)

    def model_dump_json(self, **options: Any) -> str:  # type: ignore[override]
        """Give the object as JSON text, by default without what was not given (`exclude_unset=True`).

        Takes the arguments of `pydantic.BaseModel.model_dump_json`.
        """
        options.setdefault("exclude_unset", True)
        options.setdefault("warnings", False)
        return super().model_dump_json(**options)

    def __repr_args__(self) -> Any:
        """Show what was given and constants' values, not what is merely absent."""
        shown = self.__pydantic_fields_set__
        for name in type(self).model_fields:
            if name in shown:
                yield name, getattr(self, name)
        yield from (self.__pydantic_extra__ or {}).items()


def _check(given: Any, value: Any, path: tuple[str | int, ...]) -> None:
    """Hold what a user gave to the schema, beside what it was validated to, and mark constants as given.

    Models that existed before are only completed with their constants: they were checked when they were made, or came from
    a server.
    """
    if isinstance(value, Model):
        if given is not value and isinstance(given, Mapping):
            _check_object(
                given, value, path
            )  # pyright: ignore[reportUnknownArgumentType]
        elif given is value:
            _complete(value)
    elif isinstance(value, list):
        if isinstance(given, (list, tuple)):
            for index, (before, after) in enumerate(
                zip(given, value)
            ):  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]  # noqa: B905
                _check(before, after, (*path, index))
    elif isinstance(value, dict) and isinstance(given, Mapping):
        for key, after in value.items():  # pyright: ignore[reportUnknownVariableType]
            if key in given:
                _check(
                    given[key], after, (*path, str(key))
                )  # pyright: ignore[reportUnknownArgumentType]


def _check_object(
    given: Mapping[str, Any], value: Model, path: tuple[str | int, ...]
) -> None:
    kind = type(value)
    extra = value.__pydantic_extra__
    if kind.wire_closed__ and extra:
        name = next(iter(extra))
        raise _error(
            "extra_forbidden",
            "{kind} has no property of this name",
            (*path, name),
            extra[name],
            kind,
        )
    present = value.__pydantic_fields_set__
    for name in kind.wire_not_null__:
        if name in present and getattr(value, name) is None:
            raise _error(
                "null_forbidden",
                "{kind} may leave this out, but not be null here",
                (*path, name),
                None,
                kind,
            )
    for name, constant in kind.wire_constants__.items():
        if getattr(value, name) != constant and not (
            name in present and _allows_null(kind, name, value)
        ):
            raise _error(
                "constant",
                f"This can only be {constant!r}".replace("{", "{{"),
                (*path, name),
                getattr(value, name),
                kind,
            )
        present.add(name)
    for key, before in given.items():
        after = getattr(value, _field_names(kind).get(key, ""), UNSET)
        if after is not UNSET:
            _check(before, after, (*path, key))
        elif extra and key in extra:
            _check(before, extra[key], (*path, key))


def _allows_null(kind: type[Model], name: str, value: Model) -> bool:
    return getattr(value, name) is None and name not in kind.wire_not_null__


def _complete(value: Any) -> None:
    """Mark the constants of models as given, all the way down."""
    if isinstance(value, Model):
        value.__pydantic_fields_set__.update(type(value).wire_constants__)
        for item in value.__dict__.values():
            if isinstance(item, (Model, list, dict)):
                _complete(item)
    elif isinstance(value, list):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            _complete(item)
    elif isinstance(value, dict):
        for item in value.values():  # pyright: ignore[reportUnknownVariableType]
            _complete(item)


_names: dict[type[Model], dict[str, str]] = {}


def _field_names(kind: type[Model]) -> dict[str, str]:
    """Map wire names and field names to field names."""
    known = _names.get(kind)
    if known is None:
        known = {name: name for name in kind.model_fields}
        known.update(
            {
                field.alias: name
                for name, field in kind.model_fields.items()
                if field.alias
            }
        )
        _names[kind] = known
    return known


def _error(
    code: str, message: str, path: tuple[str | int, ...], given: Any, kind: type[Model]
) -> pydantic.ValidationError:
    problem = pydantic_core.PydanticCustomError(
        code, message, {"kind": kind.__name__}
    )  # pyright: ignore[reportArgumentType]
    return pydantic.ValidationError.from_exception_data(
        kind.__name__, [{"type": problem, "loc": path, "input": given}]
    )


class Constant:
    """Marks a property that can have one value: any scalar is accepted from a server, that value is what is sent."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.union_schema(
            [handler(source), core_schema.any_schema()],
            mode="left_to_right",
        )


class Lenient:
    """Marks a type of scalars alone: a value of another kind is kept as it came."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.union_schema(
            [handler(source), core_schema.any_schema()], mode="left_to_right"
        )


class UnrecognizedStr(str):
    """A value of an enumeration that this client does not know yet; also a way to send one: `UnrecognizedStr("new")`."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _unrecognized(cls, core_schema.str_schema(strict=True))


class UnrecognizedInt(int):
    """A value of an enumeration of integers that this client does not know yet."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _unrecognized(cls, core_schema.int_schema(strict=True))


class UnrecognizedFloat(float):
    """A value of an enumeration of numbers that this client does not know yet."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _unrecognized(cls, core_schema.float_schema(strict=True))


def _unrecognized(kind: Callable[[Any], Any], base: CoreSchema) -> CoreSchema:
    return core_schema.union_schema(
        [
            core_schema.no_info_after_validator_function(kind, base),
            core_schema.any_schema(),
        ],
        mode="left_to_right",
    )


class UnknownMember:
    """A member of a union of a kind that this client does not know yet. `raw` holds its JSON, and prints back unchanged."""

    type: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def __repr__(self) -> str:
        return f"{type(self).__name__}(raw={self.raw!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UnknownMember) and self.raw == other.raw

    __hash__ = None  # type: ignore[assignment]

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.wrap, serialization=_RAW_SERIALIZATION
        )

    @classmethod
    def wrap(cls, value: Any) -> Any:
        """Give an unknown member for a JSON value; one that is such already stays."""
        return value if isinstance(value, UnknownMember) else cls(value)


def _raw(value: Any) -> Any:
    return value.raw if isinstance(value, UnknownMember) else value


_RAW_SERIALIZATION: Final = core_schema.plain_serializer_function_ser_schema(_raw)
# Lets pydantic print an unknown member wherever it stands.
UnknownMember.__pydantic_serializer__ = SchemaSerializer(  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    core_schema.any_schema(serialization=_RAW_SERIALIZATION)
)


class OpenUnion:
    """Chooses the member of a union, in pydantic's own code for what is known, here for the rest.

    `tag` is the wire name of the property that tells object members apart, with the member for each of its values
    in `mapping`; it is empty when they are told apart by their properties. A missing tag is no error: the member that
    fits best is taken. What nothing fits becomes `unknown`.
    """

    def __init__(
        self,
        tag: str = "",
        mapping: Mapping[Any, Any] | None = None,
        *,
        unknown: type[UnknownMember],
        default: Any = None,
    ) -> None:
        self.tag = tag
        self.mapping = dict(mapping or {})
        self.unknown = unknown
        self.default = default

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        members = [member for member in _members(source) if member is not self.unknown]
        tagged = list(dict.fromkeys(self.mapping.values())) if self.tag else []
        objects = [
            member for member in members if member not in tagged and _is_model(member)
        ]
        others = [
            member
            for member in members
            if member not in tagged and not _is_model(member)
        ]
        choices: list[CoreSchema] = []
        if tagged:
            generated = {
                id(member): handler.generate_schema(member) for member in tagged
            }
            choices.append(
                core_schema.tagged_union_schema(
                    {
                        value: generated[id(member)]
                        for value, member in self.mapping.items()
                    },
                    self.tag,
                )
            )
        if others:
            choices.append(
                _smart([handler.generate_schema(member) for member in others])
            )
        fallback = _Fallback(self, [*tagged, *objects])
        if (
            objects
            and not tagged
            and not any(member.wire_constants__ for member in objects)
        ):
            choices.append(
                _smart([handler.generate_schema(member) for member in objects])
            )
            fallback.members = []
        choices.append(core_schema.no_info_plain_validator_function(fallback))
        return core_schema.union_schema(choices, mode="left_to_right")


def _smart(choices: list[CoreSchema]) -> CoreSchema:
    return choices[0] if len(choices) == 1 else core_schema.union_schema(list(choices))


def _is_model(member: Any) -> bool:
    return isinstance(member, type) and issubclass(member, Model)


def _members(source: Any) -> tuple[Any, ...]:
    return getattr(source, "__args__", None) or (source,)


class _Fallback:
    """What a union does with a value that its tag does not settle."""

    def __init__(self, union: OpenUnion, members: list[Any]) -> None:
        self.union = union
        self.members = members

    def __call__(self, value: Any) -> Any:
        union = self.union
        if isinstance(value, (Model, UnknownMember)):
            return value
        if not isinstance(value, Mapping):
            return union.unknown(value)
        tag: Any = (
            value.get(union.tag, UNSET) if union.tag else UNSET
        )  # pyright: ignore[reportUnknownMemberType]
        if tag is not UNSET:
            member = (
                union.mapping.get(tag)
                if isinstance(tag, (str, int, float, bool))
                else None
            )
            member = member or union.default
            # Validated once more, so that the error names what does not fit.
            return (
                union.unknown(value)
                if member is None
                else _adapter(member).validate_python(value)
            )  # pyright: ignore[reportUnknownArgumentType]
        if union.default is not None:
            return _adapter(union.default).validate_python(value)
        return self._best(value)  # pyright: ignore[reportUnknownArgumentType]

    def _best(self, value: Mapping[str, Any]) -> Any:
        ranked: list[tuple[tuple[int, ...], int, Any]] = []
        for index, member in enumerate(self.members):
            score = _fit(member, value)
            if score is not None:
                ranked.append((score, -index, member))
        for _, _, member in sorted(ranked, key=lambda entry: entry[:2], reverse=True):
            try:
                return _adapter(member).validate_python(value)
            except pydantic.ValidationError:
                continue
        return self.union.unknown(value)


def _fit(member: Any, value: Mapping[str, Any]) -> tuple[int, ...] | None:
    """Say how well an object fits a member, the more the better; None: not at all.

    What counts, in this order: few properties that the member does not know, many required ones, many constants met.
    """
    constants = required = known = 0
    for name, field in member.model_fields.items():
        key = field.alias or name
        if key not in value:
            if field.is_required():
                return None
            continue
        known += 1
        required += field.is_required()
        if name in member.wire_constants__:
            if value[key] != member.wire_constants__[name]:
                return None
            constants += 1
    return known - len(value), required, constants


_adapters: dict[Any, TypeAdapter[Any]] = {}


def _adapter(type_: Any) -> TypeAdapter[Any]:
    """Give the adapter of a type, made once."""
    try:
        return _adapters[type_]
    except KeyError:
        return _adapters.setdefault(type_, TypeAdapter(type_))
    except TypeError:  # not hashable: an annotation that carries a marker with state
        return TypeAdapter(type_)


def decode_json(type_: Any, data: bytes) -> Any:
    """Parse JSON text as a type. Raises `pydantic.ValidationError` when it is no JSON or does not fit."""
    try:
        if isinstance(type_, type) and issubclass(type_, Model):
            return type_.__pydantic_validator__.validate_json(data)
        return _adapter(type_).validate_json(data)
    except pydantic.ValidationError as problem:
        return _again(type_, problem, data, text=True)


def _again(
    type_: Any, problem: pydantic.ValidationError, data: Any, *, text: bool
) -> Any:
    """Read an answer generously when all that was wrong with it is what is missing; else raise the problem."""
    for error in problem.errors(include_url=False, include_context=False):
        if error["type"] != "missing" and error["input"] is not None:
            raise problem
    validator = _generous(type_)
    try:
        return (
            validator.validate_json(data) if text else validator.validate_python(data)
        )
    except pydantic.ValidationError:
        raise problem from None


_CONFIG: Final = core_schema.CoreConfig(
    extra_fields_behavior="allow",
    validate_by_alias=True,
    validate_by_name=True,
    val_json_bytes="base64",
)
_generous_validators: dict[int, tuple[Any, SchemaValidator]] = {}


def _generous(type_: Any) -> SchemaValidator:
    """Give a validator for answers in which a server left out, or set to null, what the document says is required.

    Servers do so, and a value that is not there is better read as None than lost with everything around it. An
    object of which nothing required is there is refused all the same: it is something else.
    """
    known = _generous_validators.get(id(type_))
    if known is None or known[0] is not type_:
        known = (type_, SchemaValidator(_relax(_adapter(type_).core_schema), _CONFIG))
        _generous_validators[id(type_)] = known
    return known[1]


def _relax(schema: Any) -> Any:
    """Copy a core schema with every required field optional and nullable."""
    if isinstance(schema, list):
        return [
            _relax(item) for item in schema
        ]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(schema, tuple):
        return tuple(
            _relax(item) for item in schema
        )  # pyright: ignore[reportUnknownVariableType]
    if not isinstance(schema, dict):
        return schema
    copy: dict[str, Any] = {
        key: value if key in ("metadata", "serialization", "config") else _relax(value)
        for key, value in schema.items()  # pyright: ignore[reportUnknownVariableType]
    }
    kind = copy.get("type")
    if kind == "model-field" and copy["schema"].get("type") != "default":
        copy["schema"] = core_schema.with_default_schema(
            core_schema.nullable_schema(copy["schema"]), default=None
        )
    elif kind == "model" and issubclass(copy["cls"], Model):
        # Not a model schema again: for that, pydantic would take the strict validator which the class has already.
        return core_schema.no_info_after_validator_function(
            _Recognise(copy["cls"]), copy["schema"], ref=copy.get("ref")
        )
    return copy


class _Recognise:
    """Makes a model of its validated fields, unless nothing that is required was among them."""

    def __init__(self, type_: type[Model]) -> None:
        self.type = type_

    def __call__(self, fields: tuple[dict[str, Any], dict[str, Any], set[str]]) -> Any:
        values, extra, given = fields
        required = [
            name
            for name, field in self.type.model_fields.items()
            if field.is_required()
        ]
        if required and all(values[name] is None for name in required):
            raise ValueError("nothing that is required is there")
        return _assemble(self.type, values, given, extra)


def _accept(type_: Any, given: Any) -> Any:
    if isinstance(given, Model):
        _complete(given)
        return given
    value = _adapter(type_).validate_python(given)
    _check(given, value, ())
    return value


def encode_json(type_: Any, given: Any) -> bytes:
    """Give the JSON text of what a user gave for a type: a model, a dict with wire names, or any other value.

    Raises `pydantic.ValidationError` when the schema does not allow it.
    """
    if isinstance(type_, type) and issubclass(type_, Model):
        value = given
        if isinstance(given, Model):
            _complete(given)
        else:
            value = type_.__pydantic_validator__.validate_python(given)
            _check(given, value, ())
        return type(value).__pydantic_serializer__.to_json(
            value, by_alias=True, exclude_unset=True, warnings=False
        )
    return _adapter(type_).dump_json(
        _accept(type_, given), by_alias=True, exclude_unset=True, warnings=False
    )


_anything: Final = SchemaSerializer(
    core_schema.any_schema(), {"ser_json_bytes": "base64"}
)


def to_jsonable(type_: Any | None, value: Any) -> Any:
    """Give the plain JSON values (str, int, float, bool, None, list, dict) of a value.

    With a type, the value is held to it first. Without one it goes by the value: models by their wire names, dates
    and times by RFC 3339, bytes in base64. Raises `pydantic.ValidationError` when the schema does not allow it.
    """
    if type_ is None:
        if isinstance(value, (str, int, float)) or value is None:
            return value
        _complete(value)
        return _anything.to_python(
            value, mode="json", by_alias=True, exclude_unset=True, warnings=False
        )
    return _adapter(type_).dump_python(
        _accept(type_, value),
        mode="json",
        by_alias=True,
        exclude_unset=True,
        warnings=False,
    )


def event_decoder(
    type_: Any, envelope: str, data_encoded: bool
) -> Callable[[ServerSentEvent], Any]:
    """Give the function that turns one server-sent event into a type.

    With the envelope `event` the type describes the event whole, as an object of `event`, `data`, `id` and `retry`; else
    it describes the data. `data_encoded` leaves the data as text instead of reading it as JSON.
    The function raises `pydantic.ValidationError` when the event does not fit.
    """
    if envelope != "event":
        if data_encoded or type_ is str:
            adapter = _adapter(type_)
            return lambda event: adapter.validate_python(
                event.data.decode("utf-8", "replace")
            )
        return lambda event: decode_json(type_, event.data)
    if isinstance(type_, type) and issubclass(type_, Model):
        return _EnvelopeDecoder(type_, data_encoded)
    adapter = _adapter(type_)

    def decode(event: ServerSentEvent) -> Any:
        data: Any = (
            event.data.decode("utf-8", "replace")
            if data_encoded
            else pydantic_core.from_json(event.data)
        )
        return adapter.validate_python(_fields_of(event, data))

    return decode


def _fields_of(event: ServerSentEvent, data: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"event": event.event or "message", "data": data}
    if event.id is not None:
        fields["id"] = event.id
    if event.retry is not None:
        fields["retry"] = event.retry
    return fields


def _field_adapter(field: FieldInfo) -> TypeAdapter[Any]:
    if not field.metadata:
        return TypeAdapter(field.annotation)
    return TypeAdapter(Annotated[(field.annotation, *field.metadata)])  # type: ignore[valid-type]


class _EnvelopeDecoder:
    """Builds the model of an event field by field, so that its data is read once, straight from the bytes."""

    def __init__(self, type_: type[Model], data_encoded: bool) -> None:
        self.type = type_
        self.data_encoded = data_encoded
        self.ready = False

    def prepare(self) -> None:
        """Work out what the fields are; the model may not have been built before."""
        self.type.model_rebuild()
        fields = {
            field.alias or name: (name, field)
            for name, field in self.type.model_fields.items()
        }
        self.names = {key: name for key, (name, _) in fields.items()}
        self.adapters = {
            key: _field_adapter(field) for key, (_, field) in fields.items()
        }
        self.defaults = {
            name: field.get_default(call_default_factory=True)
            for name, field in self.type.model_fields.items()
            if not field.is_required()
        }
        self.needed = [
            key
            for key, (_, field) in fields.items()
            if field.is_required() and key not in ("event", "data")
        ]
        self.events: dict[str, Any] = {}
        self.ready = True

    def __call__(self, event: ServerSentEvent) -> Any:
        if not self.ready:
            self.prepare()
        adapters = self.adapters
        if self.needed or "data" not in adapters:
            data: Any = (
                event.data.decode("utf-8", "replace")
                if self.data_encoded
                else pydantic_core.from_json(event.data)
            )
            return self.type.model_validate(_fields_of(event, data))
        values: dict[str, Any] = dict(self.defaults)
        names = self.names
        given = {names["data"]}
        if self.data_encoded:
            values[names["data"]] = adapters["data"].validate_python(
                event.data.decode("utf-8", "replace")
            )
        else:
            values[names["data"]] = adapters["data"].validate_json(event.data)
        if "event" in adapters:
            values[names["event"]] = self.kind(event.event or "message")
            given.add(names["event"])
        for key, value in (("id", event.id), ("retry", event.retry)):
            if value is not None and key in adapters:
                values[names[key]] = adapters[key].validate_python(value)
                given.add(names[key])
        return _assemble(self.type, values, given, {})

    def kind(self, name: str) -> Any:
        """Give the value of the `event` field; there are few, so each is validated once."""
        known = self.events.get(name, UNSET)
        if known is UNSET:
            known = self.adapters["event"].validate_python(name)
            if len(self.events) < 256:
                self.events[name] = known
        return known


def _assemble(
    type_: type[Model], values: dict[str, Any], given: set[str], extra: dict[str, Any]
) -> Any:
    """Make a model of values that are valid already; what `model_construct` does, without its search for defaults."""
    model = type_.__new__(type_)
    put = object.__setattr__
    put(model, "__dict__", values)
    put(model, "__pydantic_fields_set__", given)
    put(model, "__pydantic_extra__", extra)
    put(model, "__pydantic_private__", None)
    return model
