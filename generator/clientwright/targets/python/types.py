"""Types as annotations, in the places where they stand.

                a model's field or a result     what a user gives
date-time       datetime.datetime               datetime.datetime | str
array of Tool   list[Tool]                      Sequence[Tool | ToolDict]
map of Tool     dict[str, Tool]                 Mapping[str, Tool | ToolDict]
union Chunk     Chunk                           ChunkParam
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from clientwright.ir import (
    AliasModel,
    AnyType,
    Array,
    Constant,
    EnumModel,
    Map,
    Model,
    Named,
    NeverType,
    Nullable,
    ObjectModel,
    Operation,
    Scalar,
    ScalarUnion,
    Tuple,
    Type,
    UnionModel,
)
from clientwright.targets.python import literals
from clientwright.targets.python.graph import named_in, recursive_aliases, types_of
from clientwright.targets.python.naming import Names
from clientwright.targets.python.runtime import FILES, MARKERS
from clientwright.targets.python.symbols import Symbols

# `part` is an argument that becomes a part of a multipart body, `content` one that is the whole body.
Place = Literal["field", "result", "input", "part", "content"]
_FILES: Mapping[Place, str] = {"part": "FileInput", "content": "FileContent"}
_FOUND: frozenset[Place] = frozenset({"field", "result"})

# scalar -> (module, name) of the Python type, marker of `_runtime.scalars`, what else a user may give
_SCALARS: Mapping[str, tuple[str, str, str, str]] = {
    "string": ("", "str", "", ""),
    "integer": ("", "int", "", ""),
    "number": ("", "float", "", ""),
    "boolean": ("", "bool", "", ""),
    "date": ("datetime", "date", "", "str"),
    "date-time": ("datetime", "datetime", "", "str"),
    "http-date": ("datetime", "datetime", "HTTP_DATE", "str"),
    "unix-time": ("datetime", "datetime", "UNIX_TIME", "float"),
    "time": ("datetime", "time", "", "str"),
    "duration": ("datetime", "timedelta", "DURATION", "str"),
    "uuid": ("uuid", "UUID", "", "str"),
    "decimal-string": ("decimal", "Decimal", "DECIMAL_STRING", "str"),
    "decimal": ("decimal", "Decimal", "DECIMAL_NUMBER", "float"),
    "integer-string": ("", "int", "INTEGER_STRING", "str"),
    "base64": ("", "bytes", "BASE64", "str"),
    "base64url": ("", "bytes", "BASE64URL", "str"),
}
# One tuple for each length that an array may have; a list of what its positions hold says more than many of them.
_MOST_LENGTHS = 4
_UNRECOGNIZED = {str: "UnrecognizedStr", int: "UnrecognizedInt", float: "UnrecognizedFloat"}


_BRACKET_OR_QUOTE = re.compile("[\"'()\\[\\]]")


def join(members: Iterable[str]) -> str:
    """Write a union, each member once, `None` last."""
    parts = list(dict.fromkeys(part for member in members for part in _split_union(member)))
    if "None" in parts:
        parts = [part for part in parts if part != "None"] + ["None"]
    return " | ".join(parts)


def split_union(text: str) -> list[str]:
    """Split a union at its outermost bars."""
    return list(_split_union(text))


@lru_cache(maxsize=4096)
def _split_union(text: str) -> tuple[str, ...]:
    if " | " not in text:
        return (text,)
    if _BRACKET_OR_QUOTE.search(text) is None:
        return tuple(part.strip() for part in text.split("|"))
    parts: list[str] = []
    depth = start = 0
    quote = ""
    for place, character in enumerate(text):
        if quote:
            # A quote that a backslash escapes does not end the literal.
            if character == quote and not _is_escaped(text, place):
                quote = ""
        elif character in "\"'":
            quote = character
        elif character in "[(":
            depth += 1
        elif character in "])":
            depth -= 1
        elif character == "|" and not depth:
            parts.append(text[start:place].strip())
            start = place + 1
    return (*parts, text[start:].strip())


def _is_escaped(text: str, place: int) -> bool:
    count = 0
    while text[place - 1 - count] == "\\":
        count += 1
    return count % 2 == 1


class Registry:
    """What annotations need to know of all models: their names, and which are recursive or differ as arguments.

    `files` are the properties, each with its model, that `operations` upload; `uploaded` the unions and aliases among their types.
    """

    def __init__(
        self, models: Mapping[str, Model], names: Names, operations: Iterable[Operation] = ()
    ) -> None:
        self.models = models
        self.names = names
        bodies = (operation.body for operation in operations if operation.body is not None)
        self.files = frozenset(
            (content.type.name, part.property)
            for body in bodies
            for content in body.contents
            for part in content.parts
            if part.kind == "file" and isinstance(content.type, Named)
        )
        self.uploaded = frozenset(
            name
            for model in {model for model, _ in self.files}
            for item in getattr(models[model], "properties", ())
            if (model, item.wire_name) in self.files
            for name in named_in(item.type)
        )
        self.recursive = recursive_aliases(models)
        self._params: dict[str, bool] = {}
        self._classes = frozenset(own.name for own in names.models.values())

    def marker(self, name: str) -> str:
        """Give the name by which modules outside of the models reach a marker: another one where a model has that."""
        return f"{name}_" if name in self._classes else name

    def has_param(self, name: str) -> bool:
        """Say whether arguments of a union or alias take more than the type itself."""
        if not self.names.models[name].param:
            return False
        known = self._params.get(name)
        if known is None:
            # While a recursive one is looked at, it counts as taking more.
            self._params[name] = True
            known = any(self._takes_more(type_) for type_ in types_of(self.models[name]))
            self._params[name] = known
        return known

    def _takes_more(self, type_: Type) -> bool:
        if isinstance(type_, Nullable):
            return self._takes_more(type_.inner)
        if isinstance(type_, ScalarUnion):
            return any(self._takes_more(member) for member in type_.members)
        if isinstance(type_, Named):
            model = self.models[type_.name]
            if isinstance(model, ObjectModel):
                return True
            return not isinstance(model, EnumModel) and self.has_param(type_.name)
        if isinstance(type_, Scalar):
            return type_.scalar == "binary" or bool(_SCALARS.get(type_.scalar, ("",) * 4)[3])
        return isinstance(type_, (Array, Map, Tuple))


class TypeWriter:
    """Writes types for one module. With `qualified` models are `models.X`, else they are imported by name."""

    def __init__(self, registry: Registry, symbols: Symbols, *, module: str = "") -> None:
        self.registry = registry
        self.symbols = symbols
        self._module = module

    def field(self, type_: Type) -> str:
        """Annotate a field of a model, with the markers that say how JSON writes it."""
        return self._write(type_, "field")

    def result(self, type_: Type) -> str:
        """Annotate what a method gives."""
        return self._write(type_, "result")

    def input(self, type_: Type) -> str:
        """Annotate an argument, or a value of a TypedDict."""
        return self._write(type_, "input")

    def part(self, type_: Type) -> str:
        """Annotate an argument, or a value of a TypedDict, that is uploaded: `FileInput` where it is binary."""
        return self._write(type_, "part")

    def content(self, type_: Type) -> str:
        """Annotate an argument that is a whole body: `FileContent` where it is binary."""
        return self._write(type_, "content")

    def codec(self, type_: Type) -> str:
        """Write a type as an expression that is evaluated when it is first needed."""
        return self._write(type_, "field")

    def optional(self, text: str) -> str:
        """Add `None` to an annotation."""
        any_text = self.symbols.known("typing", "Any")
        return text if text == any_text else join((text, "None"))

    @property
    def home(self) -> str:
        """What a module outside of the models calls the package that they are in."""
        return self.symbols.name(self.symbols.package, "models")

    def bare(self, text: str) -> str:
        """Give an annotation as prose has it, without the package that models are in."""
        home = self.symbols.known(self.symbols.package, "models")
        return text.replace(f"{home}.", "") if home else text

    def model(self, name: str, local: str) -> str:
        """Refer to a name that belongs to a model: its class, its dict, its argument type."""
        if not self._module:
            return f"{self.home}.{local}"
        home = self.registry.names.models[name].module
        return local if home == self._module else self.symbols.own(f".{home}", local)

    def generated(self, local: str) -> str:
        """Refer to a name among the models that belongs to no model alone."""
        return f"{self.home}.{local}"

    def _write(self, type_: Type, place: Place) -> str:
        if isinstance(type_, Nullable):
            return self.optional(self._write(type_.inner, place))
        if isinstance(type_, Named):
            return self._named(type_.name, place)
        if isinstance(type_, Scalar):
            return self._scalar(type_, place)
        if isinstance(type_, Constant):
            return self._constant(type_, place)
        if isinstance(type_, Array):
            items = self._write(type_.items, place)
            return f"{self._container('list', 'Sequence', place)}[{items}]"
        if isinstance(type_, Map):
            values = self._write(type_.values, place)
            outer = self._container("dict", "Mapping", place)
            return f"{outer}[{self.symbols.builtin('str')}, {values}]"
        if isinstance(type_, Tuple):
            return self._tuple(type_, place)
        if isinstance(type_, ScalarUnion):
            if place != "field":
                return join(self._write(member, place) for member in type_.members)
            # One marker for all: a constant that took any value by itself would hide the other members.
            members = [
                self.literal([member.value])
                if isinstance(member, Constant)
                else self._write(member, place)
                for member in type_.members
            ]
            return self._marked(join(members), MARKERS, "Lenient", "()")
        assert isinstance(type_, (AnyType, NeverType))
        return self.symbols.typing("Any")

    def _container(self, own: str, abstract: str, place: Place) -> str:
        if place not in _FOUND:
            return self.symbols.name("collections.abc", abstract)
        return self.symbols.builtin(own)

    def _tuple(self, type_: Tuple, place: Place) -> str:
        members = [self._write(item, place) for item in type_.items]
        fewest = len(members) if type_.min_items is None else type_.min_items
        if type_.rest is None and members and len(members) - fewest < _MOST_LENGTHS:
            own = self.symbols.builtin("tuple")
            lengths = (members[:length] for length in range(len(members), fewest - 1, -1))
            return " | ".join(f"{own}[{', '.join(held) or '()'}]" for held in lengths)
        # Python 3.10 cannot write a tuple with an open end.
        rest = [self._write(type_.rest, place)] if type_.rest is not None else []
        any_text = self.symbols.typing("Any") if not members and not rest else ""
        text = any_text or join([*members, *rest])
        return f"{self._container('list', 'Sequence', place)}[{text}]"

    def _is_null(self, type_: Type) -> bool:
        """Whether nothing but null has a type. Python has no union of `None` with an alias of `None`."""
        while isinstance(type_, (Named, Nullable)):
            if isinstance(type_, Nullable):
                type_ = type_.inner
                continue
            model = self.registry.models[type_.name]
            if not isinstance(model, AliasModel) or type_.name in self.registry.recursive:
                return False
            type_ = model.type
        return type_ in (Scalar("null"), Constant(None))

    def _named(self, name: str, place: Place) -> str:
        if self._is_null(Named(name)):
            return "None"
        model = self.registry.models[name]
        own = self.registry.names.models[name]
        if place in _FOUND or isinstance(model, EnumModel):
            return self.model(name, own.name)
        if isinstance(model, ObjectModel):
            text = self.model(name, own.name)
            return f"{text} | {self.model(name, own.dict_name)}" if own.dict_name else text
        return self.model(name, own.param if self.registry.has_param(name) else own.name)

    def _scalar(self, type_: Scalar, place: Place) -> str:
        if type_.scalar == "null":
            return "None"
        if type_.scalar == "binary":
            return self._binary(place)
        module, name, marker, other = _SCALARS[type_.scalar]
        text = f"{self.symbols.module(module)}.{name}" if module else self.symbols.builtin(name)
        if place not in _FOUND:
            return f"{text} | {self.symbols.builtin(other)}" if other else text
        return self._marked(text, "scalars", marker) if marker and place == "field" else text

    def _binary(self, place: Place) -> str:
        if place in _FILES:
            # Annotations of methods are never evaluated; those of typed dicts may be.
            return self.symbols.runtime(FILES, _FILES[place], runtime=bool(self._module))
        return self.symbols.builtin("bytes") if place == "result" else self.symbols.typing("Any")

    def _constant(self, type_: Constant, place: Place) -> str:
        text = self.literal([type_.value])
        if place == "field" and type_.value is not None:
            return self._marked(text, MARKERS, "Constant", "()")
        return text

    def literal(self, values: Iterable[object]) -> str:
        """Write the type of some scalars: `Literal["a", 1]`, with `float` for all numbers where one has a fraction."""
        items = list(values)
        kinds: tuple[type, ...] = (str, bool, int)
        if any(isinstance(item, float) for item in items):
            kinds = (str, bool)
        exact = [item for item in items if isinstance(item, kinds)]
        others = [item for item in items if not isinstance(item, kinds)]
        parts: list[str] = []
        if exact:
            inner = ", ".join(dict.fromkeys(literals.value(item) for item in exact))
            parts.append(f"{self.symbols.typing('Literal')}[{inner}]")
        if any(item is not None for item in others):
            parts.append(self.symbols.builtin("float"))
        if any(item is None for item in others):
            parts.append("None")
        return join(parts)

    def enumeration(self, values: Iterable[object]) -> str:
        """Write an enumeration that stays open: `Literal["a", "b"] | UnrecognizedStr`."""
        items = list(values)
        found = {type(item) for item in items}
        if float in found:
            found -= {float, int}
        opened = [
            self.symbols.runtime(MARKERS, name)
            for kind, name in _UNRECOGNIZED.items()
            if kind in found
        ]
        return join([self.literal(items), *opened]) if items else self.symbols.typing("Any")

    def marked(self, text: str, *markers: str) -> str:
        """Write `Annotated[text, markers]`; the text alone without markers."""
        if not markers:
            return text
        return f"{self.symbols.typing('Annotated')}[{', '.join((text, *markers))}]"

    def _marked(self, text: str, home: str, marker: str, call: str = "") -> str:
        """Mark a type; outside of the models the marker is reached through them, so that it loads when it is used."""
        if self._module:
            return self.marked(text, self.symbols.runtime(home, marker) + call)
        return self.marked(text, f"{self.home}.{self.registry.marker(marker)}{call}")


def is_alias(model: Model) -> bool:
    """Say whether a model is an expression rather than a class."""
    return isinstance(model, (AliasModel, UnionModel, EnumModel))
