"""Values for examples, from what the document gives as such, or else from types.

inputs="..."    page_size=1    completion_args={"temperature": 0.5}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from clientwright.ir import (
    AliasModel,
    AnyType,
    Array,
    Constant,
    EnumModel,
    Map,
    Named,
    Nullable,
    ObjectModel,
    Operation,
    Parameter,
    Property,
    Scalar,
    ScalarUnion,
    Tuple,
    Type,
    UnionModel,
)
from clientwright.targets.python import fitting, literals
from clientwright.targets.python.arguments import Argument, Arguments
from clientwright.targets.python.types import Registry

_SCALARS: Mapping[str, Any] = {
    "string": "...",
    "integer": 1,
    "number": 1.5,
    "boolean": True,
    "null": None,
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "http-date": "Sat, 31 Jan 2026 12:00:00 GMT",
    "unix-time": 1769860800,
    "time": "12:00:00Z",
    "duration": "PT1H",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
    "decimal-string": "1.50",
    "decimal": 1.5,
    "integer-string": "1",
    "base64": "aGVsbG8=",
    "base64url": "aGVsbG8",
    "binary": b"...",
}
# Lists end sooner than objects, so that what is in the last of them is still whole.
_DEPTH = 6
_DEEPEST = 2 * _DEPTH


@dataclass(frozen=True, slots=True)
class Given:
    """An argument with a value for it: a JSON value, or bytes for a file."""

    argument: Argument
    value: Any


class ExampleWriter:
    """Makes the values of a call, or of an answer.

    Without `documented`, nothing but types and constraints counts: what is made is known to fit and to be told apart.
    `complete` adds every constant, as it stands on the wire; else only those that tell the members of a union apart.
    """

    def __init__(
        self, registry: Registry, *, documented: bool = True, complete: bool = False
    ) -> None:
        self._models = registry.models
        self._documented = documented
        self._complete = complete
        self._answer = False

    def call(self, operation: Operation, arguments: Arguments) -> list[Given]:
        """Choose what a call is given: what it must be, or the body that the document has as an example.

        Of a body that needs nothing, the first property is shown all the same.
        """
        fields = arguments.body_fields
        body = self._documented_body(operation, fields)
        shown = next((item for item in fields if not _is_constant(item.type)), None)
        if body or any(item.required for item in fields) or not self._documented:
            shown = None
        return [
            Given(item, body[item.wire_name] if item in fields and body else self._argument(item))
            for item in arguments.items
            if (item.wire_name in body if body and item in fields else item.required)
            or item is shown
        ]

    def _documented_body(
        self, operation: Operation, fields: Sequence[Argument]
    ) -> Mapping[str, Any]:
        """Find the first example of the body that the arguments can be given one by one; empty for none."""
        body = operation.body
        if not self._documented or body is None or not body.contents or not fields:
            return {}
        types = {item.wire_name: item.type for item in fields}
        required = {item.wire_name for item in fields if item.required}
        for example in body.contents[0].examples:
            if not isinstance(example, Mapping):
                continue
            found = {
                name: value
                for name, value in cast(Mapping[str, Any], example).items()
                if name in types and (name in required or not _is_constant(types[name]))
            }
            fits = all(
                fitting.fits(value, types[name], self._models) for name, value in found.items()
            )
            if found and fits and required <= found.keys() and is_value(found):
                return found
        return {}

    def _argument(self, item: Argument) -> Any:
        source = item.source
        examples: Sequence[Any] = source.examples if source is not None else ()
        constraints = source.constraints if source is not None else ()
        default = source.default if source is not None and source.has_default else None
        value = self._typed(item.type, examples, default, constraints, 0)
        # A parameter is text on its way, whatever it may be.
        open_ = isinstance(item.type, AnyType) and isinstance(source, Parameter)
        if open_ and value == {}:
            return "..."
        return value if item.uploaded or item.location != "body-field" else _in_json(value)

    def _typed(
        self,
        type_: Type,
        examples: Sequence[Any],
        default: Any,
        constraints: Sequence[tuple[str, Any]],
        depth: int,
    ) -> Any:
        """Make a value where the document may have examples, a default, and constraints for it."""
        if self._documented:
            for example in (*examples, *(() if default is None else (default,))):
                if is_value(example) and fitting.fits(example, type_, self._models):
                    return example
        return _within(self.value(type_, depth), dict(constraints))

    def answer(self, type_: Type) -> Any:
        """Make a JSON value that an answer of this type may hold."""
        self._answer = True
        try:
            return self.value(type_)
        finally:
            self._answer = False

    def value(self, type_: Type, depth: int = 0, tag: str = "") -> Any:
        """Make a JSON value of a type, as small as it can be; `tag` is the property that tells a union's members apart."""
        if isinstance(type_, Nullable):
            return None if depth > _DEEPEST else self.value(type_.inner, depth, tag)
        if isinstance(type_, Constant):
            return type_.value
        if isinstance(type_, Scalar):
            return _SCALARS.get(type_.scalar, "...")
        if isinstance(type_, ScalarUnion):
            return self.value(type_.members[0], depth)
        if isinstance(type_, Array):
            return [] if depth > _DEPTH else [self.value(type_.items, depth + 1)]
        if isinstance(type_, Tuple):
            return [self.value(item, depth + 1) for item in type_.items]
        if isinstance(type_, Map):
            return {}
        return self._named(type_.name, depth, tag) if isinstance(type_, Named) else {}

    def _named(self, name: str, depth: int, tag: str) -> Any:
        model = self._models[name]
        if isinstance(model, EnumModel):
            return model.values[0].value if model.values else "..."
        if depth > _DEEPEST:
            return {}
        if isinstance(model, UnionModel):
            return self.value(model.members[0].type, depth + 1, model.tag or tag)
        if isinstance(model, AliasModel):
            return self.value(model.type, depth + 1, tag)
        return self._object(model, depth, tag)

    def _object(self, model: ObjectModel, depth: int, tag: str) -> dict[str, Any]:
        if self._documented:
            for example in model.examples:
                fits = fitting.fits(example, Named(model.name), self._models)
                if fits and isinstance(example, dict) and is_value(example):
                    return cast(dict[str, Any], example)
        return {
            item.wire_name: item.only
            if item.constant
            else self._typed(
                item.type,
                item.examples,
                item.default if item.has_default else None,
                item.constraints,
                depth + 1,
            )
            for item in model.properties
            if self._belongs(item, tag)
        }

    def _belongs(self, item: Property, tag: str) -> bool:
        if item.write_only if self._answer else item.read_only:
            return False
        if item.constant:
            return self._complete or self._answer or item.wire_name in (tag, "type")
        return item.required


def _in_json(value: Any) -> Any:
    """Give a value with text for bytes, of which JSON has none."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, Mapping):
        pairs = cast(Mapping[str, Any], value).items()
        return {name: _in_json(item) for name, item in pairs}
    return [_in_json(item) for item in cast(list[Any], value)] if isinstance(value, list) else value


def is_value(value: Any) -> bool:
    """Say whether a value can be written in a program as it is."""
    try:
        literals.value(value)
    except (TypeError, RecursionError):
        return False
    return True


def _is_constant(type_: Type) -> bool:
    inner = type_.inner if isinstance(type_, Nullable) else type_
    return isinstance(inner, Constant)


_LONGEST = 1_000
"""Characters of a text that is made up to be as long as it has to be."""


def _within(value: Any, constraints: Mapping[str, Any]) -> Any:
    """Move a number into its bounds, and give a text the length that it needs."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        low = constraints.get("minimum")
        high = constraints.get("maximum")
        if isinstance(low, int | float) and value < low:
            return low
        if isinstance(high, int | float) and value > high:
            return high
    if value == "...":
        least, most = constraints.get("minLength", 0), constraints.get("maxLength", 3)
        known = isinstance(least, int) and isinstance(most, int) and "pattern" not in constraints
        # A document of one line may ask for more than there is memory for.
        if known and least <= _LONGEST:
            return "." * min(max(3, least), max(most, least))
    return value


def source(value: Any, indent: int = 0, width: int = 88) -> str:
    """Write a value as Python, over several lines where one is too short; `indent` is where its line begins.

    Raises `TypeError` for what is neither a JSON value nor bytes.
    """
    if isinstance(value, bytes):
        return repr(value).replace("'", '"')
    text = _one_line(value)
    if len(text) <= width or not isinstance(value, Mapping | list | tuple) or not value:
        return text
    inner, margin = " " * (indent + 4), " " * indent
    room = width - 4
    if isinstance(value, Mapping):
        pairs = cast(Mapping[str, Any], value).items()
        lines = [
            f"{inner}{(key := literals.string(name))}: "
            f"{source(item, indent + 4, room - len(key) - 3)},"
            for name, item in pairs
        ]
        return "\n".join(["{", *lines, f"{margin}}}"])
    items = cast(Sequence[Any], value)
    return "\n".join(
        ["[", *(f"{inner}{source(item, indent + 4, room - 1)}," for item in items), f"{margin}]"]
    )


def _one_line(value: Any) -> str:
    if isinstance(value, bytes):
        return source(value)
    if isinstance(value, Mapping):
        pairs = cast(Mapping[str, Any], value).items()
        return "{" + ", ".join(f"{literals.string(k)}: {_one_line(v)}" for k, v in pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_one_line(item) for item in cast(Sequence[Any], value)) + "]"
    return literals.value(value)
