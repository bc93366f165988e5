"""Types as a client sees them: closed shapes over named models, with no language's syntax.

Anything with a structure of its own (an object with properties, an enumeration, a union that holds an object or an
array) is a model and appears in a type as `Named`. What is left is small enough to be written in place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

ScalarKind: TypeAlias = Literal[
    "string",
    "integer",
    "number",
    "boolean",
    "null",
    # Strings (and numbers) with a meaning of their own; the wire form is in the comment.
    "date",  # RFC 3339 full-date
    "date-time",  # RFC 3339 date-time
    "http-date",  # RFC 7231 IMF-fixdate
    "unix-time",  # integer or number of seconds since 1970-01-01T00:00:00Z
    "time",  # RFC 3339 full-time
    "duration",  # ISO 8601 duration
    "uuid",  # RFC 4122
    "decimal-string",  # a decimal number in a string
    "decimal",  # a decimal number as a JSON number
    "integer-string",  # an integer in a string (format: int64 of a string)
    "base64",  # bytes, RFC 4648 section 4
    "base64url",  # bytes, RFC 4648 section 5
    "binary",  # raw bytes: a whole body or one part of a multipart body
]


@dataclass(frozen=True, slots=True)
class AnyType:
    """Any JSON value."""

    kind: Literal["any"] = "any"


@dataclass(frozen=True, slots=True)
class NeverType:
    """No value at all (the schema `false`)."""

    kind: Literal["never"] = "never"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One JSON scalar. `format` keeps the document's word, for documentation only (`email`, `int32`)."""

    scalar: ScalarKind
    format: str = ""
    kind: Literal["scalar"] = "scalar"


@dataclass(frozen=True, slots=True)
class Constant:
    """The one value that may stand here (`const`, or an `enum` of one): a string, number, boolean or null."""

    value: Any
    kind: Literal["constant"] = "constant"


@dataclass(frozen=True, slots=True)
class Named:
    """A model, by its name in `Api.models`."""

    name: str
    kind: Literal["named"] = "named"


@dataclass(frozen=True, slots=True)
class Array:
    """A JSON array of any length whose members share one type."""

    items: Type
    unique: bool = False
    kind: Literal["array"] = "array"


@dataclass(frozen=True, slots=True)
class Tuple:
    """A JSON array with a type for each position (`prefixItems`); `rest` is what may follow, None when nothing.

    `min_items` says how many positions are always there, where nothing may follow; None for all of them.
    """

    items: tuple[Type, ...]
    rest: Type | None = None
    min_items: int | None = None
    kind: Literal["tuple"] = "tuple"


@dataclass(frozen=True, slots=True)
class Map:
    """A JSON object used as a map from any string to one type."""

    values: Type
    kind: Literal["map"] = "map"


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value or null. Never nested in itself, never around `AnyType`, `NeverType` or a null constant."""

    inner: Type
    kind: Literal["nullable"] = "nullable"


@dataclass(frozen=True, slots=True)
class ScalarUnion:
    """Two or more scalars or constants of different JSON types, too small for a name (`string | integer`)."""

    members: tuple[Scalar | Constant, ...]
    kind: Literal["scalar-union"] = "scalar-union"


Type: TypeAlias = (
    "AnyType | NeverType | Scalar | Constant | Named | Array | Tuple | Map | Nullable | ScalarUnion"
)
