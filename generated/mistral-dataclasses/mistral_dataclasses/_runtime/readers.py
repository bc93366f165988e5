"""From JSON to models, generously: what a newer server sends is kept, what it leaves out reads as None."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast, get_args, get_origin

from .formats import READERS
from .markers import Converted, ValidationError
from .records import make
from .shapes import (
    Members,
    Shape,
    cached,
    each_item,
    each_value,
    is_union,
    settle,
    shape_of,
)
from .state import make_unknown

Reader = Callable[[Any], Any]

_readers: dict[Any, Reader] = {}
_SCALARS: Mapping[Any, str] = {
    str: "a text",
    int: "an integer",
    float: "a number",
    bool: "true or false",
}


def reader_of(type_: Any) -> Reader:
    """Give the function that reads JSON values as a type. It raises `ValidationError` for what does not fit."""
    return cached(_readers, type_, _make)


def _make(given: Any) -> Reader:
    type_, lenient = settle(given)
    read = _make_settled(type_)
    if not lenient:
        return read

    def kept(value: Any) -> Any:
        try:
            return read(value)
        except ValidationError:
            return value

    return kept


def _make_settled(type_: Any) -> Reader:
    if isinstance(type_, Converted):
        return _converted(type_.read)
    shape = shape_of(type_)
    if shape is not None:
        return _object(shape)
    if is_union(type_):
        return _union(Members(get_args(type_)))
    if type_ in _SCALARS:
        return _scalar(type_)
    if type_ in READERS:
        return _text(READERS[type_])
    origin, args = get_origin(type_), get_args(type_)
    if origin in (list, tuple) or type_ in (list, tuple):
        return _array(args[0] if args else Any)
    if origin is dict:
        return _map(args[1])
    if type_ is type(None):
        return _null
    # `Any`, and constants: a server may send what is none of them.
    return _same


def _converted(convert: Reader) -> Reader:
    def read(value: Any) -> Any:
        try:
            return convert(value)
        except ValueError as problem:
            raise ValidationError(str(problem)) from problem

    return read


def _same(value: Any) -> Any:
    return value


def _null(value: Any) -> None:
    if value is not None:
        raise ValidationError("is not null")


def _scalar(type_: Any) -> Reader:
    allowed = {float: (int, float)}.get(type_, (type_,))
    message = f"is not {_SCALARS[type_]}"

    def read(value: Any) -> Any:
        if isinstance(value, bool) and type_ is not bool:
            raise ValidationError(message)
        if type_ is int and isinstance(value, float) and value.is_integer():
            return int(value)
        if not isinstance(value, allowed):
            raise ValidationError(message)
        return float(value) if type_ is float else value

    return read


def _text(convert: Reader) -> Reader:
    def read(value: Any) -> Any:
        if not isinstance(value, (str, int, float)) or isinstance(value, bool):
            raise ValidationError("is not a text")
        try:
            return convert(str(value))
        except (ValueError, ArithmeticError) as problem:
            raise ValidationError(str(problem)) from None

    return read


def _array(items: Any) -> Reader:
    item = reader_of(items)

    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise ValidationError("is not an array")
        return each_item(item, cast("Iterable[Any]", value))

    return read


def _map(values: Any) -> Reader:
    read_value = reader_of(values)

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValidationError("is not an object")
        return each_value(read_value, cast("dict[str, Any]", value))

    return read


def _object(shape: Shape) -> Reader:
    names, required = shape.fields.names, shape.fields.required
    # What has a constant is read as it comes: a server may send another value.
    free = shape.fields.constants
    readers = {
        key: _same if key in free else reader_of(type_)
        for key, type_ in shape.types.items()
    }

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValidationError("is not an object")
        values: dict[str, Any] = {}
        further: dict[str, Any] = {}
        for key, each in cast("dict[str, Any]", value).items():
            name = names.get(key)
            if name is None:
                further[key] = each
            elif each is None:
                values[name] = None
            else:
                try:
                    values[name] = readers[key](each)
                except ValidationError as problem:
                    path = (key, *problem.path)
                    raise ValidationError(problem.message, path) from None
        # Null is a value where the schema has it; with nothing at all it is something else.
        if required and not any(key in value for key in required):
            raise ValidationError("nothing that is required is there")
        return make(shape.type, values, further)

    return read


def _union(members: Members) -> Reader:
    scalars = [reader_of(member) for member in members.others]
    classes = {id(shape): reader_of(shape.type) for shape in members.shapes}

    def read(value: Any) -> Any:
        if value is None and members.null:
            return None
        given = cast("dict[str, Any]", value)
        if isinstance(value, dict) and members.shapes:
            shape = members.selected(given)
            if shape is not None:
                return classes[id(shape)](given)
            if not members.has_tag(given):
                for candidate in members.ranked(given):
                    try:
                        return classes[id(candidate)](given)
                    except ValidationError:
                        continue
        elif any(given == known for known in members.literals):
            return given
        problem: ValidationError | None = None
        for scalar in scalars:
            try:
                return scalar(value)
            except ValidationError as found:
                problem = max(problem or found, found, key=lambda each: len(each.path))
        if members.unknown is not None:
            return make_unknown(members.unknown, value)
        if members.literals and not isinstance(value, (list, dict)):
            return given
        if len(members.shapes) == 1 and isinstance(value, dict):
            return classes[id(members.shapes[0])](value)
        raise problem or ValidationError("fits no member of the union")

    return read
