"""Which value of which property selects which member of a union.

https://spec.openapis.org/oas/v3.2.0.html#discriminator-object. Where a document declares no discriminator, the property that
every object member has, with constants or lists of values that no two members share, does the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from clientwright.build.findings import Findings
from clientwright.build.json_values import key_of
from clientwright.build.merge import Merger
from clientwright.build.reduce import constants_of
from clientwright.build.schema_shapes import Shape
from clientwright.build.tags import Discriminators
from clientwright.build.unions import Shapes
from clientwright.normalise import form

_PREFERRED = ("type", "kind", "object", "event", "role")
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Tags:
    """The tag property of a union and the values for each member, in the members' order."""

    property_name: str = ""
    declared: bool = False
    values: tuple[tuple[Any, ...], ...] = ()
    default_member: int | None = None


class TagReader:
    """Reads the tags of unions."""

    def __init__(
        self,
        merger: Merger,
        discriminators: Discriminators,
        shapes: Shapes,
        component_of: dict[str, str],
        findings: Findings,
    ) -> None:
        self._merger = merger
        self._discriminators = discriminators
        self._shapes = shapes
        self._component_of = component_of
        self._findings = findings

    def read(self, shape: Shape, members: Sequence[form.SchemaId]) -> Tags:
        """The tags of a union with these members."""
        if shape.schema.discriminator is not None:
            found = self._declared(shape, shape.schema.discriminator, members)
            if any(found.values):
                return found
            self._findings.warning(
                "discriminator-useless",
                self._merger.pointer(shape.schema.id),
                f"No member of this union has values for {shape.schema.discriminator.property_name!r}; "
                "members are told apart by their properties.",
            )
        return self._inferred(members)

    def strangers(
        self, shape: Shape, members: Sequence[form.SchemaId]
    ) -> tuple[form.SchemaId, ...]:
        """What a discriminator maps to although the union does not list it; reported, and a member all the same."""
        given = shape.schema.discriminator
        if given is None:
            return ()
        known = {each for member in members for each in self._covered(member)}
        found: dict[form.SchemaId, str] = {}
        default = () if given.default_mapping is None else (("default", given.default_mapping),)
        for value, target in (*given.mapping, *default):
            end, inner, _ = self._shapes.end(target)
            if end not in known and inner.kind in ("object", "union"):
                found.setdefault(end, value)
        for value in found.values():
            self._findings.warning(
                "discriminator-mapping",
                self._merger.pointer(shape.schema.id),
                f"The discriminator maps {value!r} to a schema that is no member of the union; it is read as one.",
                "Add the schema to the union.",
            )
        return tuple(found)

    def _covered(self, member: form.SchemaId, depth: int = 0) -> dict[form.SchemaId, None]:
        """A member and the members of the unions inside it, as the document has them."""
        place, shape, _ = self._shapes.end(member)
        found: dict[form.SchemaId, None] = {place: None, self._original(place): None}
        if shape.kind == "union" and depth < _MAX_DEPTH:
            for each in shape.members:
                found.update(self._covered(each, depth + 1))
        return found

    def _original(self, schema: form.SchemaId) -> form.SchemaId:
        return self._discriminators.originals.get(schema, schema)

    def _declared(
        self, shape: Shape, given: form.Discriminator, members: Sequence[form.SchemaId]
    ) -> Tags:
        name = given.property_name
        index_of: dict[form.SchemaId, int] = {}
        for index, member in enumerate(members):
            index_of.setdefault(self._shapes.end(member)[0], index)
        # What a member covers may be a member by itself.
        for index, member in enumerate(members):
            for each in self._covered(member):
                index_of.setdefault(each, index)
        values: list[dict[Any, Any]] = [{} for _ in members]
        for value, target in given.mapping:
            index = index_of.get(self._shapes.end(target)[0])
            if index is None:
                continue
            typed = self._as_declared(members[index], name, value)
            values[index][key_of(typed)] = typed
        taken = {key for held in values for key in held}
        for index, member in enumerate(members):
            if values[index] and self._shapes.shape(member).kind != "union":
                continue
            for value in self._own(member, name):
                if key_of(value) not in taken:
                    values[index][key_of(value)] = value
                    taken.add(key_of(value))
        default = None
        if given.default_mapping is not None:
            default = index_of.get(self._shapes.end(given.default_mapping)[0])
        return Tags(name, True, tuple(tuple(held.values()) for held in values), default)

    def _as_declared(self, member: form.SchemaId, name: str, value: str) -> Any:
        """A mapping's key is a string in the document; the property may be a number or a boolean."""
        own = self.tag_values(member, name) or ()
        return next((each for each in own if each == value or _text(each) == value), value)

    def _own(self, member: form.SchemaId, name: str) -> tuple[Any, ...]:
        values = self.tag_values(member, name)
        if values:
            return values
        place, shape, _ = self._shapes.end(member)
        component = self._component_of.get(self._original(place))
        return (component,) if component is not None and shape.kind == "object" else ()

    def tag_values(
        self, member: form.SchemaId, name: str, depth: int = 0
    ) -> tuple[Any, ...] | None:
        """The values that a property may have in a member; None when any, or when there is no such property."""
        place, shape, _ = self._shapes.end(member)
        if shape.kind == "object":
            held = self._discriminators.fields(place).get(name)
            if held is None:
                return None
            return constants_of(self._shapes.end(held)[1]) or None
        if shape.kind != "union" or depth > _MAX_DEPTH:
            return None
        found: dict[Any, Any] = {}
        for each in shape.members:
            if self._shapes.end(each)[1].kind not in ("object", "union"):
                continue
            values = self.tag_values(each, name, depth + 1)
            if values is None:
                return None
            found.update((key_of(value), value) for value in values)
        return tuple(found.values()) or None

    def _names(self, member: form.SchemaId, depth: int = 0) -> tuple[str, ...]:
        place, shape, _ = self._shapes.end(member)
        if shape.kind == "object":
            return tuple(self._discriminators.fields(place))
        if shape.kind == "union" and shape.members and depth < _MAX_DEPTH:
            return next(
                (names for each in shape.members if (names := self._names(each, depth + 1))), ()
            )
        return ()

    def _inferred(self, members: Sequence[form.SchemaId]) -> Tags:
        objects = [
            index
            for index, member in enumerate(members)
            if self._names(member) or self._shapes.end(member)[1].kind == "object"
        ]
        if len(objects) < 2:
            return Tags(values=((),) * len(members))
        names = self._names(members[objects[0]])
        ordered = [name for name in _PREFERRED if name in names]
        ordered += [name for name in names if name not in _PREFERRED]
        for name in ordered:
            values = self._disjoint([members[index] for index in objects], name)
            if values is not None:
                by_member = dict(zip(objects, values, strict=True))
                return Tags(
                    name, False, tuple(by_member.get(index, ()) for index in range(len(members)))
                )
        return Tags(values=((),) * len(members))

    def _disjoint(
        self, members: Sequence[form.SchemaId], name: str
    ) -> list[tuple[Any, ...]] | None:
        seen: set[Any] = set()
        found: list[tuple[Any, ...]] = []
        for member in members:
            values = self.tag_values(member, name)
            if not values:
                return None
            keys = {key_of(value) for value in values}
            if keys & seen:
                return None
            seen |= keys
            found.append(values)
        return found


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
