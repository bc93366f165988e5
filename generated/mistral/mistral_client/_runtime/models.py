"""Models: pydantic classes that keep what they were given, and stay open to what a newer server sends.

Two rules that pydantic does not have by itself:

* What comes from a server is accepted generously: unknown properties, enumeration values and union members never
  raise, and print back as they came. What a user gives is held to the schema: no null where the schema has none,
  no property that a closed object does not have, no other value for a constant.
* A property that was not given is not printed; a constant is printed whenever its object is, unless the object was
  parsed without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, Final, Literal, Union, cast, get_origin

import pydantic
from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import (
    CoreSchema,
    PydanticCustomError,
    SchemaSerializer,
    core_schema,
)
from typing_extensions import Self

from .generous import read_again
from .unset import UNSET

_Path = tuple["str | int", ...]


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
        cls.wire_not_null__ = cls.wire_not_null__ | frozenset(not_null)
        cls.wire_closed__ = cls.wire_closed__ if closed is None else closed

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Read Python values that came from a server: unknown members, and required ones left out, are no error.

        Takes the arguments of `pydantic.BaseModel.model_validate`. To make an object of your own, which is held to
        the schema, call the class.
        """
        try:
            return super().model_validate(obj, **options)
        except pydantic.ValidationError as problem:
            return cast(Self, read_again(cls, core_of(cls), problem, obj, text=False))

    @classmethod
    def model_validate_json(
        cls, json_data: str | bytes | bytearray, **options: Any
    ) -> Self:
        """Read JSON text that came from a server; see `model_validate`."""
        try:
            return super().model_validate_json(json_data, **options)
        except pydantic.ValidationError as problem:
            return cast(
                Self, read_again(cls, core_of(cls), problem, json_data, text=True)
            )

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Give the object as a dict, by default without what was not given (`exclude_unset=True`).

        Takes the arguments of `pydantic.BaseModel.model_dump`.
        """
        options.setdefault("exclude_unset", True)
        options.setdefault("warnings", False)
        return super().model_dump(**options)

    def model_dump_json(self, **options: Any) -> str:
        """Give the object as JSON text, by default without what was not given (`exclude_unset=True`).

        Takes the arguments of `pydantic.BaseModel.model_dump_json`.
        """
        options.setdefault("exclude_unset", True)
        options.setdefault("warnings", False)
        return super().model_dump_json(**options)

    def __repr_args__(self) -> Any:
        """Show what was given, not what is merely absent."""
        for name in type(self).model_fields:
            if name in self.__pydantic_fields_set__:
                yield name, getattr(self, name)
        yield from (self.__pydantic_extra__ or {}).items()


_adapters: dict[Any, TypeAdapter[Any]] = {}


def adapter_of(type_: Any) -> TypeAdapter[Any]:
    """Give the adapter of a type, made once."""
    try:
        return _adapters[type_]
    except KeyError:
        return _adapters.setdefault(type_, TypeAdapter(type_))
    except TypeError:  # not hashable: an annotation that carries a marker with state
        return TypeAdapter(type_)


def core_of(type_: Any) -> Any:
    """Give the core schema of a type, built if need be."""
    if not is_model(type_):
        return adapter_of(type_).core_schema
    type_.model_rebuild()
    return type_.__pydantic_core_schema__


def is_model(type_: Any) -> bool:
    """Tell whether a type is a `Model`."""
    return isinstance(type_, type) and issubclass(type_, Model)


# What users give


def hold(given: Any, value: Any, path: _Path = ()) -> None:
    """Hold what a user gave to the schema, beside what it was validated to, and mark constants as given.

    Models that existed before are only completed with their constants: they were checked when they were made, or came from
    a server. Raises `pydantic.ValidationError`.
    """
    if isinstance(value, Model):
        if given is value:
            complete(value)
        elif isinstance(given, Mapping):
            _hold_object(cast("Mapping[str, Any]", given), value, path)
    elif isinstance(value, UnknownMember):
        if given is not value and value.misfit__ is not None:
            _refuse(value, path)
    elif isinstance(value, list) and isinstance(given, (list, tuple)):
        before = cast("Sequence[Any]", given)
        for index, after in enumerate(cast("Sequence[Any]", value)):
            hold(before[index], after, (*path, index))
    elif isinstance(value, dict) and isinstance(given, Mapping):
        for key, after in cast("dict[str, Any]", value).items():
            hold(cast("Mapping[str, Any]", given).get(key, after), after, (*path, key))


def _hold_object(given: Mapping[str, Any], value: Model, path: _Path) -> None:
    kind, extra = type(value), value.__pydantic_extra__
    present = value.__pydantic_fields_set__

    def fail(code: str, message: str, name: str, found: Any) -> None:
        raise _error(code, message, kind, (*path, name), found)

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
    names = _field_names(kind)
    for key, before in given.items():
        if key in names:
            hold(before, getattr(value, names[key]), (*path, key))
        elif extra:
            hold(before, extra.get(key), (*path, key))


def _refuse(value: UnknownMember, path: _Path) -> None:
    """Raise what keeps a value from being the member of the union that it comes nearest to."""
    nearest: list[Any] = []
    depth = 0
    for member in value.misfit__ or ():
        try:
            hold(value.raw, adapter_of(member).validate_python(value.raw))
        except pydantic.ValidationError as problem:
            errors = problem.errors(include_url=False)
            reached = max(len(error["loc"]) for error in errors)
            if reached > depth:
                nearest, depth = list(errors), reached
    name = type(value).__name__.removeprefix("Unknown")
    if not nearest:
        raise _error("union", f"fits no member of {name}", type(value), path, value.raw)
    for error in nearest:
        message = error["msg"].replace("{", "{{")
        error["type"] = PydanticCustomError(error["type"], message)
        error["loc"] = (*path, *error["loc"])
    raise pydantic.ValidationError.from_exception_data(name, nearest)


def complete(value: Any) -> None:
    """Mark the constants of models as given, all the way down."""
    if isinstance(value, Model):
        value.__pydantic_fields_set__.update(type(value).wire_constants__)
        for item in value.__dict__.values():
            complete(item)
    elif isinstance(value, (list, dict)):
        found = cast("dict[str, Any] | list[Any]", value)
        for item in found.values() if isinstance(found, dict) else found:
            complete(item)


@cache
def _field_names(kind: type[Model]) -> dict[str, str]:
    """Map wire names and field names to field names."""
    fields = kind.model_fields.items()
    aliases = {field.alias: name for name, field in fields if field.alias}
    return {**{name: name for name, _ in fields}, **aliases}


def _error(
    code: Any, message: Any, kind: type, path: _Path, given: Any
) -> pydantic.ValidationError:
    problem = PydanticCustomError(code, message.replace("{", "{{"))
    return pydantic.ValidationError.from_exception_data(
        kind.__name__, [{"type": problem, "loc": path, "input": given}]
    )


# What servers send


def _or_anything(schema: CoreSchema) -> CoreSchema:
    choices: list[Any] = [schema, core_schema.any_schema()]
    return core_schema.union_schema(choices, mode="left_to_right")


class Lenient:
    """Marks a type of scalars alone: a value of another kind is kept as it came."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _or_anything(handler(source))


class Constant(Lenient):
    """Marks a property that can have one value: others are accepted from a server, that one is what is sent."""


class Converted:
    """Marks a scalar that JSON writes in a form of its own.

    `read` gives its value for one of JSON, and raises `ValueError`; `write` gives the value for JSON.
    """

    def __init__(self, read: Callable[[Any], Any], write: Callable[[Any], Any]) -> None:
        self.read = read
        self.write = write

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.write, when_used="json"
            ),
        )


class _Unrecognized:
    """What values of an enumeration have in common that this client does not know yet."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _or_anything(cls.known__())

    @classmethod
    def known__(cls) -> CoreSchema:
        """Give the schema of values of the enumeration's own JSON type alone."""
        base: CoreSchema = core_schema.str_schema(strict=True)
        if issubclass(cls, int):
            base = core_schema.int_schema(strict=True)
        elif issubclass(cls, float):
            base = core_schema.float_schema()
        kind: Any = cls
        return core_schema.no_info_after_validator_function(kind, base)


class UnrecognizedStr(_Unrecognized, str):
    """A value of an enumeration that this client does not know yet; also a way to send one: `UnrecognizedStr("new")`."""

    __slots__ = ()


class UnrecognizedInt(_Unrecognized, int):
    """A value of an enumeration of integers that this client does not know yet."""

    __slots__ = ()


class UnrecognizedFloat(_Unrecognized, float):
    """A value of an enumeration of numbers that this client does not know yet."""

    __slots__ = ()


class UnknownMember:
    """A member of a union of a kind that this client does not know yet. `raw` holds its JSON, and prints back unchanged."""

    type: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any
    # The members that were tried, where it is no tag that says that this is something new.
    misfit__: Sequence[Any] | None = None

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def __repr__(self) -> str:
        return f"{type(self).__name__}(raw={self.raw!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UnknownMember) and self.raw == other.raw

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._of, serialization=_RAW)

    @classmethod
    def _of(cls, value: Any) -> Any:
        return value if isinstance(value, UnknownMember) else cls(value)


def _raw(value: Any) -> Any:
    return value.raw if isinstance(value, UnknownMember) else value


_RAW: Final = core_schema.plain_serializer_function_ser_schema(_raw)
# Lets pydantic print an unknown member wherever it stands.
cast(Any, UnknownMember).__pydantic_serializer__ = SchemaSerializer(
    core_schema.any_schema(serialization=_RAW)
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
        parts = list(self.parts(source))
        make = handler.generate_schema
        choices: list[Any] = []
        tagged: dict[Any, None] = {}
        for union, _ in parts:
            if union.tag:
                tagged.update(dict.fromkeys(union.mapping.values()))
                schemas = {id(member): make(member) for member in tagged}
                by_tag = {
                    tag: schemas[id(member)] for tag, member in union.mapping.items()
                }
                choices.append(core_schema.tagged_union_schema(by_tag, union.tag))
        members = [member for _, mine in parts for member in mine]
        objects = [member for member in members if is_model(member)]
        maps = [member for member in members if get_origin(member) is dict]
        arrays = [member for member in members if get_origin(member) in (list, tuple)]
        known = {id(member) for member in (*objects, *maps, *arrays)}
        scalars = [
            _exact(member, make) for member in members if id(member) not in known
        ]
        if len(arrays) > 1:
            clearest = _Clearest(arrays)
            scalars.append(core_schema.no_info_plain_validator_function(clearest))
        else:
            scalars += [make(member) for member in arrays]
        if scalars:
            choices.append(core_schema.union_schema(scalars))
        candidates = [*tagged, *objects, *maps]
        first: Any = objects[0].wire_constants__ if objects else {}
        if not tagged and all(each.wire_constants__ == first for each in objects):
            # Objects that no constant tells apart are in good hands with pydantic's own best fit, which is fast.
            for group in (objects, maps):
                if group:
                    same: list[Any] = [make(member) for member in group]
                    choices.append(core_schema.union_schema(same))
            candidates = []
        fallback = _Fallback([union for union, _ in parts], candidates, members)
        choices.append(core_schema.no_info_plain_validator_function(fallback))
        return core_schema.union_schema(choices, mode="left_to_right")

    def parts(self, source: Any) -> Iterator[tuple[OpenUnion, list[Any]]]:
        """Give this union and those that are members of it, each with the members that no tag selects.

        A nested union is taken apart, since it would accept anything for itself.
        """
        tagged = list(self.mapping.values())
        mine: list[Any] = []
        nested: list[tuple[OpenUnion, Any]] = []
        for member in getattr(source, "__args__", None) or (source,):
            if member in tagged or member is self.unknown:
                continue
            marks: tuple[Any, ...] = getattr(member, "__metadata__", ())
            inner = next((each for each in marks if isinstance(each, OpenUnion)), None)
            if inner is None:
                mine.append(member)
            else:
                nested.append((inner, member.__origin__))
        yield self, mine
        for union, origin in nested:
            yield from union.parts(origin)


def _exact(member: Any, make: Any) -> Any:
    """Give the schema of a member without its openness: in a union, what is unknown is the union's business."""
    if isinstance(member, type):
        inner: Any = member
        return inner.known__() if issubclass(inner, _Unrecognized) else make(inner)
    marks: tuple[Any, ...] = getattr(member, "__metadata__", ())
    lenient = any(isinstance(each, Lenient) for each in marks)
    return make(member.__origin__ if lenient else member)


class _Clearest:
    """Chooses among arrays the one in whose reading least is unknown."""

    def __init__(self, members: list[Any]) -> None:
        self.members = members

    def __call__(self, value: Any) -> Any:
        read: list[tuple[int, Any]] = []
        for member in self.members:
            try:
                result = adapter_of(member).validate_python(value)
            except pydantic.ValidationError:
                continue
            read.append((_unread(result), result))
        if not read:
            raise ValueError("fits none of the arrays")
        least = min(score for score, _ in read)
        best = [result for score, result in read if score == least]
        if len(best) > 1:
            # Equally clear: pydantic's own choice, which tells `true` from 1.
            whole: Any = cast(Any, Union)[tuple(self.members)]
            result = adapter_of(whole).validate_python(value)
            return result if _unread(result) == least else best[0]
        return best[0]


def _unread(value: Any) -> int:
    """Count what a value holds that no model has read: unknown members and plain objects."""
    if isinstance(value, (list, tuple)):
        return sum(_unread(item) for item in cast("list[Any]", value))
    return isinstance(value, (UnknownMember, dict))


class _Fallback:
    """What a union does with a value that its tag does not settle."""

    def __init__(
        self, unions: list[OpenUnion], candidates: list[Any], others: list[Any]
    ) -> None:
        self.unions = unions
        self.candidates = candidates
        self.others = others

    def __call__(self, value: Any) -> Any:
        if isinstance(value, (Model, UnknownMember)):
            return value
        if not isinstance(value, Mapping):
            return self.misfit(value)
        given = cast("Mapping[str, Any]", value)
        tags = [
            (union, given[union.tag]) for union in self.unions if union.tag in given
        ]
        for union, tag in tags:
            if isinstance(tag, (str, int, float)) and tag in union.mapping:
                # Validated once more, so that the error names what does not fit.
                return adapter_of(union.mapping[tag]).validate_python(given)
        for union in self.unions:
            if union.default is not None:
                return adapter_of(union.default).validate_python(given)
        maps = any(get_origin(member) is dict for member in self.candidates)
        return self.best(given) if maps or not tags else self.unions[0].unknown(given)

    def best(self, value: Mapping[str, Any]) -> Any:
        """Give the member that fits an object best."""
        scores = [(_fit(member, value), member) for member in self.candidates]
        ranked = [(score, member) for score, member in scores if score is not None]
        for _, member in sorted(ranked, key=lambda entry: entry[0], reverse=True):
            try:
                return adapter_of(member).validate_python(value)
            except pydantic.ValidationError:
                continue
        return self.misfit(value)

    def misfit(self, value: Any) -> UnknownMember:
        """Give an unknown member for a value that looks like none of the members."""
        result = self.unions[0].unknown(value)
        result.misfit__ = [*self.candidates, *self.others]
        return result


_profiles: dict[Any, list[tuple[str, bool, Any]]] = {}


def _profile(member: type[Model]) -> list[tuple[str, bool, Any]]:
    """Give wire name, whether it is required, and the constant (else UNSET) of each property."""
    known = _profiles.get(member)
    if known is None:
        constants = member.wire_constants__
        known = _profiles[member] = [
            (field.alias or name, field.is_required(), constants.get(name, UNSET))
            for name, field in member.model_fields.items()
        ]
    return known


def _fit(member: Any, value: Mapping[str, Any]) -> tuple[int, int, int] | None:
    """Say how well an object fits a member, the more the better; None: not at all.

    What counts, in this order: few properties that the member does not know, many required ones, many constants met.
    """
    if not is_model(member):
        return -len(value), 0, 0
    constants = required = known = 0
    for key, needed, constant in _profile(member):
        if key in value:
            known += 1
            required += needed
            if constant is not UNSET:
                if value[key] != constant:
                    return None
                constants += 1
        elif needed:
            return None
    return known - len(value), required, constants
