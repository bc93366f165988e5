"""Types in words for the reference, each model a link to where its fields are listed.

list of [`Agent`](models/shared.md#agent) or `None`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from clientwright.ir import (
    AliasModel,
    Array,
    Constant,
    EnumModel,
    Map,
    Model,
    Named,
    NeverType,
    Nullable,
    Scalar,
    ScalarUnion,
    Tuple,
    Type,
)
from clientwright.targets.python import literals
from clientwright.targets.python.types import Registry

_SCALARS: Mapping[str, str] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
    "date": "datetime.date",
    "date-time": "datetime.datetime",
    "http-date": "datetime.datetime",
    "unix-time": "datetime.datetime",
    "time": "datetime.time",
    "duration": "datetime.timedelta",
    "uuid": "uuid.UUID",
    "decimal-string": "decimal.Decimal",
    "decimal": "decimal.Decimal",
    "integer-string": "int",
    "base64": "bytes",
    "base64url": "bytes",
}
# What bytes are: in JSON, as an argument that is a part of the body, as one that is all of it.
_FILES: Mapping[str, str] = {
    "": "text (`bytes` become base64)",
    "part": "a file (`FileInput`): `bytes`, a path, an open file, or `(name, content, media type)`",
    "content": "a file (`FileContent`): `bytes`, a path, or an open file",
}
# An enumeration of so few values is told where it is used.
_FEW = 6


class TypeWords:
    """Writes types for one page; `folder` leads from it to the pages of models."""

    def __init__(self, registry: Registry, folder: str) -> None:
        self._registry = registry
        self._folder = folder

    def of(self, type_: Type, *, given: str = "") -> str:
        """Write a type as Markdown; `given` is `part` or `content` for an argument, that is uploaded."""
        if isinstance(type_, Nullable):
            return f"{self.of(type_.inner, given=given)} or `None`"
        if isinstance(type_, Named):
            return self._named(self._registry.models[type_.name])
        if isinstance(type_, Constant):
            return literals.code_span(literals.value(type_.value))
        if isinstance(type_, Scalar):
            if type_.scalar == "binary":
                return _FILES[given]
            return f"`{_SCALARS[type_.scalar]}`"
        if isinstance(type_, ScalarUnion):
            return _alternatives(self.of(member, given=given) for member in type_.members)
        if isinstance(type_, Array):
            return f"list of {self.of(type_.items, given=given)}"
        if isinstance(type_, Tuple):
            return f"list of ({', '.join(self.of(item, given=given) for item in type_.items)})"
        if isinstance(type_, Map):
            return f"dict from `str` to {self.of(type_.values, given=given)}"
        return "nothing" if isinstance(type_, NeverType) else "any JSON value"

    def _named(self, model: Model) -> str:
        if isinstance(model, EnumModel) and 0 < len(model.values) <= _FEW:
            return _alternatives(
                literals.code_span(literals.value(item.value)) for item in model.values
            )
        if isinstance(model, AliasModel) and isinstance(model.type, Scalar | ScalarUnion):
            return self.of(model.type)
        return self.link(model.name)

    def link(self, name: str, shown: str = "") -> str:
        """Write a link to a model; `shown` is another name to show."""
        names = self._registry.names.models[name]
        return f"[`{shown or names.name}`]({self._folder}{names.module}.md#{anchor(names.name)})"


def anchor(heading: str) -> str:
    """Give the fragment by which Markdown renderers know a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _alternatives(texts: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(texts))
