"""Models: the named types of a client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from clientwright.ir.types import Constant, Type


@dataclass(frozen=True, slots=True)
class Doc:
    """What the document says of a thing, as plain text or CommonMark. `deprecation` is empty when it is not deprecated."""

    summary: str = ""
    description: str = ""
    deprecated: bool = False
    deprecation: str = ""
    replacement: str = ""
    external_docs: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an object model.

    `name` is the code name, `wire_name` the key in JSON. `type` includes `Nullable`. `constant` says that there is one
    value, `only`, which is sent whenever its object is: that of a `Constant`, or the default where it is an object or an
    array. `default` is what the server assumes when the property is absent (a JSON value that fits `type`); `has_default` tells null from none. Constraints
    (`min_length`, ...) are for documentation: (keyword of JSON Schema, value).
    """

    name: str
    wire_name: str
    type: Type
    required: bool
    doc: Doc = Doc()
    constant: bool = False
    has_default: bool = False
    default: Any = None
    read_only: bool = False
    write_only: bool = False
    constraints: tuple[tuple[str, Any], ...] = ()
    examples: tuple[Any, ...] = ()
    pointer: str = ""

    @property
    def only(self) -> Any:
        """The one value of a constant."""
        return self.type.value if isinstance(self.type, Constant) else self.default


@dataclass(frozen=True, slots=True)
class ObjectModel:
    """A JSON object with properties.

    `additional` is the type of properties that are not named: `AnyType` when the schema says nothing or `true`, None
    when it says `false` (which binds what is sent, never what is accepted).
    `group` is the code name of the resource that alone uses the model, or `shared`. `direction` says where it occurs:
    in requests (`in`), answers (`out`), both, or nowhere (`none`).
    """

    name: str
    properties: tuple[Property, ...]
    additional: Type | None
    doc: Doc = Doc()
    group: str = "shared"
    direction: Literal["in", "out", "both", "none"] = "both"
    schema: str = ""
    pointer: str = ""
    inline: bool = False
    examples: tuple[Any, ...] = ()
    kind: Literal["object"] = "object"


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One value of an enumeration. `name` is given by the document (`x-enum-varnames`, a oneOf of titled constants) or empty."""

    value: Any
    name: str = ""
    doc: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class EnumModel:
    """Two or more known values. Always open: a server may send others. `values` never holds null."""

    name: str
    values: tuple[EnumValue, ...]
    doc: Doc = Doc()
    group: str = "shared"
    direction: Literal["in", "out", "both", "none"] = "both"
    schema: str = ""
    pointer: str = ""
    inline: bool = False
    kind: Literal["enum"] = "enum"


@dataclass(frozen=True, slots=True)
class UnionMember:
    """One member of a union. `tags` are the values of the tag property that select it (empty: not by tag)."""

    type: Type
    tags: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class UnionModel:
    """One of several types, at least one of them an object or array. Always open: a server may send others.

    `tag` is the wire name of the property that tells object members apart, declared or inferred; empty when they
    are told apart by their required properties. `declared` says whether the document has a discriminator.
    `default_member` is the index of the member that a missing or unknown tag selects (3.2 `defaultMapping`).
    """

    name: str
    members: tuple[UnionMember, ...]
    tag: str = ""
    declared: bool = False
    default_member: int | None = None
    doc: Doc = Doc()
    group: str = "shared"
    direction: Literal["in", "out", "both", "none"] = "both"
    schema: str = ""
    pointer: str = ""
    inline: bool = False
    kind: Literal["union"] = "union"


@dataclass(frozen=True, slots=True)
class AliasModel:
    """A name that the document gives to a type with no structure of its own (an array, a map, a scalar)."""

    name: str
    type: Type
    doc: Doc = Doc()
    group: str = "shared"
    direction: Literal["in", "out", "both", "none"] = "both"
    schema: str = ""
    pointer: str = ""
    inline: bool = False
    kind: Literal["alias"] = "alias"


Model: TypeAlias = "ObjectModel | EnumModel | UnionModel | AliasModel"
