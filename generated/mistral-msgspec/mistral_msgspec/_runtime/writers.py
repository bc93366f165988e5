"""From what a user gives to JSON: models, dicts with the names of JSON, and other values, held to the schema."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, cast, get_args, get_origin

from .formats import READERS, is_special, write
from .markers import Converted, ValidationError
from .records import fields_of
from .shapes import (
    Members,
    Shape,
    cached,
    each_item,
    each_value,
    is_union,
    is_unknown,
    settle,
    shape_of,
)
from .state import came, class_of, further_of, raw_of

Writer = Callable[[Any], Any]

_writers: dict[Any, Writer] = {}
_SCALARS: Mapping[Any, tuple[tuple[type, ...], str]] = {
    str: ((str,), "a text"),
    int: ((int,), "an integer"),
    float: ((int, float), "a number"),
    bool: ((bool,), "true or false"),
}


def writer_of(type_: Any) -> Writer:
    """Give the function that writes what a user gives for a type. It raises `ValidationError` for what does not fit."""
    return cached(_writers, type_, _make)


def write_any(value: Any) -> Any:
    """Write a value by what it is."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (str, int, float)) or value is None:
        return value
    if is_special(value):
        return write(value)
    if isinstance(value, Mapping) and not came(value):
        items = cast("Mapping[str, Any]", value).items()
        return {str(key): write_any(each) for key, each in items}
    if is_unknown(value):
        return raw_of(value)
    kind = class_of(value)
    shape = shape_of(kind)
    if shape is not None:
        return _record(shape, value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return [write_any(each) for each in cast("Sequence[Any]", value)]
    raise ValidationError(f"{kind.__name__} has no form in JSON")


def _make(given: Any) -> Writer:
    type_, lenient = settle(given)
    write_strictly = _make_settled(type_)
    if not lenient or get_origin(type_) is Literal:
        return write_strictly

    def kept(value: Any) -> Any:
        try:
            return write_strictly(value)
        except ValidationError:
            return write_any(value)

    return kept


def _make_settled(type_: Any) -> Writer:
    if isinstance(type_, Converted):
        return _converted(type_)
    shape = shape_of(type_)
    if shape is not None:
        return _object(shape)
    if is_union(type_):
        return _union(Members(get_args(type_)))
    if type_ in _SCALARS:
        return _scalar(type_)
    if type_ in READERS:
        return _special(type_)
    origin, args = get_origin(type_), get_args(type_)
    if origin is Literal:
        return _literal(args)
    if origin in (list, tuple) or type_ in (list, tuple):
        return _array(args[0] if args else Any)
    if origin is dict:
        return _map(args[1])
    return _null if type_ is type(None) else write_any


def _converted(scalar: Converted) -> Writer:
    def to_json(value: Any) -> Any:
        try:
            return scalar.write(scalar.read(value))
        except ValueError as problem:
            raise ValidationError(str(problem)) from problem

    return to_json


def _null(value: Any) -> None:
    if value is not None:
        raise ValidationError("can only be null")


def _literal(allowed: tuple[Any, ...]) -> Writer:
    def to_json(value: Any) -> Any:
        plain = value.value if isinstance(value, enum.Enum) else value
        if not any(plain == each and type(plain) is type(each) for each in allowed):
            names = ", ".join(repr(each) for each in allowed)
            raise ValidationError(f"can only be {names}")
        return plain

    return to_json


def _scalar(type_: Any) -> Writer:
    allowed, words = _SCALARS[type_]

    def to_json(value: Any) -> Any:
        plain = value.value if isinstance(value, enum.Enum) else value
        if isinstance(plain, bool) and type_ is not bool:
            raise ValidationError(f"is not {words}")
        if isinstance(plain, allowed):
            return plain
        if type_ is str and is_special(plain):
            return write(plain)
        if type_ is float and isinstance(plain, datetime.datetime):
            return plain.timestamp()
        raise ValidationError(f"is not {words}")

    return to_json


def _special(type_: Any) -> Writer:
    read = READERS[type_]

    def to_json(value: Any) -> Any:
        if isinstance(value, type_):
            return write(value)
        if isinstance(value, str):
            try:
                read(value)
            except (ValueError, ArithmeticError) as problem:
                raise ValidationError(str(problem)) from None
            return value
        raise ValidationError(f"is no {type_.__name__}")

    return to_json


def _array(items: Any) -> Writer:
    item = writer_of(items)

    def to_json(value: Any) -> Any:
        if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Sequence):
            raise ValidationError("is not an array")
        return each_item(item, cast("Iterable[Any]", value))

    return to_json


def _map(values: Any) -> Writer:
    write_value = writer_of(values)

    def to_json(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValidationError("is not an object")
        return each_value(write_value, cast("Mapping[str, Any]", value))

    return to_json


def parts_of(shape: Shape, value: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give what is in a model by its names in JSON: what its class names, and what else came with it."""
    given: dict[str, Any] = {}
    further: dict[str, Any] = {**further_of(value)}
    for name, held in fields_of(value).items():
        key = shape.keys.get(name)
        if key is None:
            further[name] = held
        else:
            given[key] = held
    return given, further


def _record(shape: Shape, value: Any) -> dict[str, Any]:
    """Write a model: what was given of it, and its constants. One that came from a server is not held to the schema."""
    given, further = parts_of(shape, value)
    if not came(value):
        return _hold(shape, given, further)
    plain = {key: _as_it_came(shape, key, held) for key, held in given.items()}
    return {**shape.fields.constants, **plain, **further}


def _as_it_came(shape: Shape, key: str, held: Any) -> Any:
    """Write a property that a server sent: in its own form where that says more than the value, else by what it is."""
    if key in shape.converted and held is not None:
        try:
            return writer_of(shape.types[key])(held)
        except ValidationError:
            return write_any(held)
    return write_any(held)


def _object(shape: Shape) -> Writer:
    def to_json(value: Any) -> Any:
        kind = class_of(value)
        if shape.type in kind.__mro__:
            return _record(shape_of(kind) or shape, value)
        if not isinstance(value, Mapping):
            raise ValidationError(f"is no {shape.type.__name__}")
        given: dict[str, Any] = {}
        further: dict[str, Any] = {}
        for key, each in cast("Mapping[str, Any]", value).items():
            known = key if key in shape.types else shape.keys.get(key)
            if known is not None:
                given[known] = each
            elif shape.fields.closed:
                raise ValidationError("no property of this name", (key,))
            else:
                further[key] = each
        for key in shape.fields.required:
            if key not in given:
                raise ValidationError("is required", (key,))
        return _hold(shape, given, further)

    return to_json


def _hold(
    shape: Shape, given: Mapping[str, Any], further: Mapping[str, Any]
) -> dict[str, Any]:
    """Write the properties of an object in the order of its class."""
    fields = shape.fields
    found: dict[str, Any] = {}
    for key, type_ in shape.types.items():
        if key not in given:
            if key in fields.constants:
                found[key] = fields.constants[key]
            continue
        value = given[key]
        if value is None and key in fields.not_null:
            raise ValidationError("may be left out, but not be null", (key,))
        if value is not None and key in fields.constants:
            # Not every style has a type for each constant.
            value = _only(fields.constants[key], value, key)
        try:
            found[key] = writer_of(type_)(value)
        except ValidationError as problem:
            raise ValidationError(problem.message, (key, *problem.path)) from None
    return {**found, **{key: write_any(each) for key, each in further.items()}}


def _only(constant: Any, value: Any, key: str) -> Any:
    if value != constant or isinstance(value, bool) != isinstance(constant, bool):
        raise ValidationError(f"can only be {constant!r}", (key,))
    return constant


def _union(members: Members) -> Writer:
    others = [writer_of(member) for member in members.others]
    literals = _literal(tuple(members.literals))

    def to_json(value: Any) -> Any:
        if value is None and members.null:
            return None
        if is_unknown(value) or shape_of(class_of(value)) is not None:
            return write_any(value)
        problems: list[ValidationError] = []
        if isinstance(value, Mapping) and members.shapes:
            given = cast("Mapping[str, Any]", value)
            shape = members.selected(given)
            if shape is not None:
                return writer_of(shape.type)(given)
            if members.has_tag(given) and members.unknown is not None:
                return write_any(given)
            ranked = members.ranked(given)
            for candidate in ranked or members.shapes:
                try:
                    written = writer_of(candidate.type)(given)
                    if ranked:
                        return written
                except ValidationError as problem:
                    problems.append(problem)
        for attempt in (*others, *([literals] if members.literals else [])):
            try:
                return attempt(value)
            except ValidationError as problem:
                problems.append(problem)
        if problems:
            raise max(problems, key=lambda each: len(each.path))
        raise ValidationError("fits no member of the union")

    return to_json
