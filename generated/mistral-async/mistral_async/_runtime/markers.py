"""What annotations of models say beyond Python's types, and the values that a newer server sends.

Unions and enumerations stay open: what is not known is kept as it came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, Final, Literal, Union, cast, get_origin

import pydantic
from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, SchemaSerializer, SchemaValidator, core_schema

from .models import (
    SENT,
    Held,
    Model,
    adapter_of,
    hold,
    is_model,
    mistake,
    names_of,
    problem_of,
)

# How messages of pydantic begin.
_WANTED = "Input should be "


def or_anything(schema: CoreSchema) -> CoreSchema:
    """Give the schema that keeps what does not fit as it came. From a user, it is refused."""

    def keep(value: Any, info: ValidationInfo) -> Any:
        if info.context is not SENT:
            return value
        try:
            return SchemaValidator(schema).validate_python(value)
        except pydantic.ValidationError as problem:
            found = [each["msg"].removeprefix(_WANTED) for each in problem.errors()]
            raise mistake("kind", f"can only be {' or '.join(found)}") from None

    kept = core_schema.with_info_plain_validator_function(keep)
    return core_schema.union_schema([schema, kept], mode="left_to_right")


class Lenient:
    """Marks a type of scalars alone: a value of another kind is kept as it came."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return or_anything(handler(source))


class Constant(Lenient):
    """Marks a property that can have one value: others are accepted from a server, that one is what is sent."""


class Converted:
    """Marks a scalar that JSON writes in a form of its own.

    `read` gives its value for one of JSON, and raises `ValueError`; `write` gives the value for JSON, whose type is `json`.
    """

    def __init__(
        self, read: Callable[[Any], Any], write: Callable[[Any], Any], json: str
    ) -> None:
        self.read = read
        self.write = write
        self.json = json

    def __get_pydantic_json_schema__(self, *_: Any) -> dict[str, Any]:
        return {"type": self.json}

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.write, when_used="json"
            ),
        )


class Unrecognized:
    """What values of an enumeration have in common that this client does not know yet."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return or_anything(cls.known__())

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


class UnrecognizedStr(Unrecognized, str):
    """A value of an enumeration that this client does not know yet; also a way to send one: `UnrecognizedStr("new")`."""

    __slots__ = ()


class UnrecognizedInt(Unrecognized, int):
    """A value of an enumeration of integers that this client does not know yet."""

    __slots__ = ()


class UnrecognizedFloat(Unrecognized, float):
    """A value of an enumeration of numbers that this client does not know yet."""

    __slots__ = ()


# Unions


class UnknownMember(Held):
    """A member of a union of a kind that this client does not know yet. `raw` holds its JSON, and prints back unchanged."""

    type: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any
    # The members that were tried, where it is no tag that says that this is something new.
    misfit__: Sequence[Any] | None = None

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def hold__(self, path: tuple[str | int, ...]) -> None:
        """Raise what keeps the value from being the member of the union that it comes nearest to."""
        if self.misfit__ is None:
            return
        nearest: list[Any] = []
        depth = 0
        for member in self.misfit__:
            try:
                hold(self.raw, adapter_of(member).validate_python(self.raw))
            except pydantic.ValidationError as problem:
                errors = problem.errors(include_url=False)
                reached = max(len(error["loc"]) for error in errors)
                if reached > depth:
                    nearest, depth = list(errors), reached
        kind = type(self)
        name = kind.__name__.removeprefix("Unknown")
        if not nearest:
            raise problem_of("union", f"fits no member of {name}", kind, path, self.raw)
        for error in nearest:
            error["type"] = mistake(error["type"], error["msg"])
            error["loc"] = (*path, *error["loc"])
        raise pydantic.ValidationError.from_exception_data(name, nearest)

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
            scalars.append(core_schema.with_info_plain_validator_function(clearest))
        else:
            scalars += [make(member) for member in arrays]
        if scalars:
            choices.append(core_schema.union_schema(scalars))
        candidates = [*tagged, *objects, *maps]
        first: Any = objects[0].wire_constants__ if objects else {}
        if not tagged and all(each.wire_constants__ == first for each in objects):
            # Objects that no constant tells apart are in good hands with pydantic's own best fit, which tries them all.
            choices += _plain(objects, make)
            for group in (objects, maps):
                if group:
                    same: list[Any] = [make(member) for member in group]
                    best = core_schema.union_schema(same)
                    choices.append(
                        core_schema.no_info_after_validator_function(_known, best)
                    )
            candidates = []
        fallback = _Fallback([union for union, _ in parts], candidates, members)
        choices.append(core_schema.with_info_plain_validator_function(fallback))
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
        return inner.known__() if issubclass(inner, Unrecognized) else make(inner)
    marks: tuple[Any, ...] = getattr(member, "__metadata__", ())
    lenient = any(isinstance(each, Lenient) for each in marks)
    return make(member.__origin__ if lenient else member)


def _plain(objects: list[type[Model]], make: Any) -> Iterator[CoreSchema]:
    """Give the schema of each object that others cannot be taken for, for the values that fit no other.

    What another one requires, and this one has not, is then not there.
    """
    for each in objects:
        own = names_of(each)
        others = [
            [name for name, needed, _ in _profile(other) if needed and name not in own]
            for other in objects
            if other is not each
        ]
        if others and all(others):
            settled = partial(_settled, others)
            yield core_schema.no_info_after_validator_function(settled, make(each))


def _known(value: Any) -> Any:
    """Give a member of a union back, unless it knows nothing of what the object holds."""
    extra = value.__pydantic_extra__ if isinstance(value, Model) else None
    if extra and value.__pydantic_fields_set__ <= extra.keys():
        raise ValueError("nothing in it is known")
    return value


def _settled(others: list[list[str]], value: Model) -> Model:
    extra = value.__pydantic_extra__
    if extra and any(all(name in extra for name in names) for names in others):
        raise ValueError("another member may fit as well")
    return value


def _read(member: Any, value: Any, info: ValidationInfo) -> Any:
    """Validate a value as one member, by the names that the whole is read by."""
    sent, validate = info.context is SENT, adapter_of(member).validate_python
    return validate(value, context=info.context, by_alias=True, by_name=sent)


class _Clearest:
    """Chooses among arrays the one in whose reading least is unknown."""

    def __init__(self, members: list[Any]) -> None:
        # Among those that are equally clear it is pydantic's own choice, which tells `true` from 1.
        self.members = [cast(Any, Union)[tuple(members)], *members]

    def __call__(self, value: Any, info: ValidationInfo) -> Any:
        read: list[Any] = []
        for member in self.members:
            try:
                read.append(_read(member, value, info))
            except pydantic.ValidationError:
                continue
        if not read:
            raise ValueError("fits none of the arrays")
        return min(read, key=_unread)


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

    def __call__(self, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, (Model, UnknownMember)):
            return value
        if not isinstance(value, Mapping):
            return self.misfit(value)
        given = cast("Mapping[str, Any]", value)
        tags = [
            (union, given[union.tag]) for union in self.unions if union.tag in given
        ]
        chosen = [
            union.mapping[tag]
            for union, tag in tags
            if isinstance(tag, (str, int, float)) and tag in union.mapping
        ]
        chosen += [each.default for each in self.unions if each.default is not None]
        if chosen:
            # Validated once more, so that the error names what does not fit.
            return _read(chosen[0], given, info)
        maps = any(get_origin(member) is dict for member in self.candidates)
        if maps or not tags:
            return self.best(given, info)
        return self.unions[0].unknown(given)

    def best(self, value: Mapping[str, Any], info: ValidationInfo) -> Any:
        """Give the member that fits an object best."""
        scores = [(_fit(member, value), member) for member in self.candidates]
        ranked = [(score, member) for score, member in scores if score is not None]
        for _, member in sorted(ranked, key=lambda entry: entry[0], reverse=True):
            try:
                return _read(member, value, info)
            except pydantic.ValidationError:
                continue
        return self.misfit(value)

    def misfit(self, value: Any) -> UnknownMember:
        """Give an unknown member for a value that looks like none of the members."""
        result = self.unions[0].unknown(value)
        result.misfit__ = [*self.candidates, *self.others]
        return result


@cache
def _profile(member: type[Model]) -> list[tuple[str, bool, tuple[Any, ...]]]:
    """Give wire name, whether it is required, and the constant, if it has one, of each property."""
    constants = {name: (value,) for name, value in member.wire_constants__.items()}
    return [
        (field.alias or name, field.is_required(), constants.get(name, ()))
        for name, field in member.model_fields.items()
    ]


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
            if constant:
                if value[key] != constant[0]:
                    return None
                constants += 1
        elif needed:
            return None
    if value and not known:
        return None
    return known - len(value), required, constants
