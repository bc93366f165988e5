"""Types taken apart: which members a union has, which fields a class, and how JSON writes them."""

from __future__ import annotations

import importlib
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import (
    Annotated,
    Any,
    ForwardRef,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from .markers import Converted, Fields, Lenient, OpenUnion, ValidationError
from .records import ABSENT, WRAPPERS
from .state import class_of, declared

_NONE = type(None)
_PACKAGE = __name__.rpartition("._runtime")[0]
_MODELS = f"{_PACKAGE}.models"
_T = TypeVar("_T")


class Shape:
    """A class of models: `type`, how JSON writes it, and the type of each field by its key in JSON.

    `converted` are the keys in whose values scalars with a form of their own may be.
    """

    def __init__(self, type_: type, fields: Fields) -> None:
        hints = get_type_hints(declared(type_), include_extras=True)
        self.type = type_
        self.fields = fields
        self.types = {key: hints[name] for key, name in fields.names.items()}
        self.keys = {name: key for key, name in fields.names.items()}
        self.converted = {key for key, hint in self.types.items() if _converts(hint)}


class Members:
    """The members of a union: its classes, its other types, whether it takes null, and what it says of the unknown."""

    def __init__(self, args: tuple[Any, ...]) -> None:
        self.null = False
        self.shapes: list[Shape] = []
        self.others: list[Any] = []
        self.literals: list[Any] = []
        self.unknown: type | None = None
        self.open: list[OpenUnion] = []
        for member in args:
            if member is _NONE:
                self.null = True
            elif member is not ABSENT:
                self._add(member)
        shapes = {shape.type.__name__: shape for shape in self.shapes}
        self.tagged = [
            (
                union.tag,
                {
                    tag: shapes[name]
                    for tag, name in union.mapping.items()
                    if name in shapes
                },
            )
            # Of unions within each other, the outer one comes last.
            for union in reversed(self.open)
            if union.tag
        ]
        defaults = (shapes.get(union.default) for union in self.open)
        self.default = next(filter(None, defaults), None)

    def _add(self, member: Any) -> None:
        shape = shape_of(member)
        if shape is not None:
            self.shapes.append(shape)
        elif (union := _wire().UNIONS.get(getattr(member, "__name__", ""))) is not None:
            self.unknown = self.unknown or member
            self.open.append(union)
        elif get_origin(member) is Literal:
            self.literals.extend(get_args(member))
        else:
            self.others.append(member)

    def selected(self, value: Mapping[str, Any]) -> Shape | None:
        """Give the class that the tag of an object selects."""
        for tag, mapping in self.tagged:
            found = value.get(tag)
            if isinstance(found, (str, int, float)) and found in mapping:
                return mapping[found]
        return self.default

    def has_tag(self, value: Mapping[str, Any]) -> bool:
        """Say whether an object has a tag, known or not."""
        return any(tag in value for tag, _ in self.tagged)

    def ranked(self, value: Mapping[str, Any]) -> list[Shape]:
        """Give the classes that an object may be of, the best fit first."""
        fits = [(fit(shape, value), shape) for shape in self.shapes]
        found = [(score, shape) for score, shape in fits if score is not None]
        found.sort(key=lambda entry: entry[0], reverse=True)
        return [shape for _, shape in found]


def fit(shape: Shape, value: Mapping[str, Any]) -> tuple[int, int, int] | None:
    """Say how well an object fits a class, the more the better; None: not at all.

    What counts, in this order: few keys that the class does not know, many required ones, many constants met.
    """
    fields = shape.fields
    for key, constant in fields.constants.items():
        if key in value and value[key] != constant:
            return None
    if any(key not in value for key in fields.required):
        return None
    known = sum(key in value for key in fields.names)
    if value and not known:
        return None
    constants = sum(key in value for key in fields.constants)
    return known - len(value), len(fields.required), constants


_shapes: dict[type, Shape] = {}


def shape_of(type_: Any) -> Shape | None:
    """Give the shape of a class of models, None for other types."""
    if not isinstance(type_, type):
        return None
    known = _shapes.get(type_)
    if known is None:
        records: Mapping[str, Fields] = _wire().RECORDS
        for base in (*type_.__mro__, declared(type_)):
            if base.__name__ in records and base.__module__.startswith(_MODELS):
                return _shapes.setdefault(type_, Shape(type_, records[base.__name__]))
    return known


def is_unknown(value: Any) -> bool:
    """Say whether a value is the object that holds a union's member of a kind that is not known."""
    kind = class_of(value)
    return kind.__name__ in _wire().UNIONS and kind.__module__.startswith(_MODELS)


def _wire() -> Any:
    return importlib.import_module(f"{_PACKAGE}.models._wire")


def settle(type_: Any) -> tuple[Any, bool]:
    """Give what a name or an annotation stands for, and whether other scalars are to be kept as they come.

    It stands for a type, or for the `Converted` that the type is marked with.
    """
    lenient = False
    while True:
        if isinstance(type_, (str, ForwardRef)):
            text = type_ if isinstance(type_, str) else type_.__forward_arg__
            type_ = _read(text)
        elif get_origin(type_) is Annotated:
            marks = type_.__metadata__
            lenient = lenient or any(isinstance(mark, Lenient) for mark in marks)
            converted = [mark for mark in marks if isinstance(mark, Converted)]
            type_ = converted[0] if converted else type_.__origin__
        elif get_origin(type_) in WRAPPERS:
            type_ = type_.__args__[0]
        elif hasattr(type_, "__value__"):
            type_ = type_.__value__
        else:
            return type_, lenient


class _Names(dict[str, Any]):
    """The names that types may be written with: models, and those of `typing`."""

    def __missing__(self, name: str) -> Any:
        if name in vars(typing):
            return vars(typing)[name]
        models = importlib.import_module(_MODELS)
        try:
            return getattr(models, name)
        except AttributeError:
            raise KeyError(name) from None


def _read(text: str) -> Any:
    """Give the type that is written in a text."""

    class Written:
        __annotations__ = {"type": text}

    return get_type_hints(Written, localns=_Names(), include_extras=True)["type"]


def _converts(type_: Any, above: tuple[Any, ...] = ()) -> bool:
    """Say whether scalars with a form of their own may be in values of a type, outside of its classes."""
    settled, _ = settle(type_)
    if isinstance(settled, Converted):
        return True
    if settled in above or get_origin(settled) is Literal:
        return False
    return any(_converts(arg, (*above, settled)) for arg in get_args(settled))


def is_union(type_: Any) -> bool:
    """Say whether a type is a union."""
    return get_origin(type_) in (Union, types.UnionType)


def cached(
    known: dict[Any, Callable[[Any], _T]],
    type_: Any,
    make: Callable[[Any], Callable[[Any], _T]],
) -> Callable[[Any], _T]:
    """Give the function of a type, made when it is first called: types may hold themselves."""
    found = known.get(type_)
    if found is None:

        def first(value: Any) -> _T:
            settled = known.get(type_)
            if settled is None or settled is first:
                settled = known[type_] = make(type_)
            return settled(value)

        found = known[type_] = first
    return found


def each_item(convert: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
    """Convert the items of an array. Raises `ValidationError` with the place of the one that does not fit."""
    found: list[Any] = []
    for item in items:
        try:
            found.append(convert(item))
        except ValidationError as problem:
            path = (len(found), *problem.path)
            raise ValidationError(problem.message, path) from None
    return found


def each_value(
    convert: Callable[[Any], Any], values: Mapping[str, Any]
) -> dict[str, Any]:
    """Convert the values of an object, as `each_item` does."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        try:
            found[key] = convert(value)
        except ValidationError as problem:
            raise ValidationError(problem.message, (key, *problem.path)) from None
    return found
