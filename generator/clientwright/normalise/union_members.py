"""Members of unions that do not say themselves by which property they are told apart.

A discriminator names a property that every member should have: https://spec.openapis.org/oas/v3.2.0.html#discriminator-object.
Where a member lacks it, the value follows from the union. It belongs to the member within that union alone: a schema that
also stands elsewhere, or in a union with another discriminator, is left as it is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clientwright.normalise.form import Discriminator, Schema, SchemaId
from clientwright.normalise.walk import reached, together

_Schemas = Mapping[SchemaId, Schema]


@dataclass(frozen=True, slots=True)
class _Use:
    """One place of a union: the reference that stands there, the schema it leads to, and the values that select it."""

    union: SchemaId
    place: SchemaId
    member: SchemaId
    tag: tuple[str, tuple[str, ...]]


def with_tagged_members(
    schemas: _Schemas, component_schemas: Mapping[str, SchemaId]
) -> Mapping[SchemaId, Schema]:
    """`schemas` with the tag of a union given to those of its members that lack it and stand elsewhere as well."""
    name_of = {schema: name for name, schema in component_schemas.items()}
    uses = [use for schema in schemas.values() for use in _uses(schema, schemas, name_of)]
    if not uses:
        return schemas
    members = {use.member for use in uses}
    within: dict[SchemaId, set[tuple[str, tuple[str, ...]] | None]] = {}
    tagged = {use.place: use.tag for use in uses}
    for schema in schemas.values():
        if schema.ref is not None and schema.ref in members:
            within.setdefault(schema.ref, set()).add(tagged.get(schema.id))
    changed: dict[SchemaId, Schema] = {}
    for use in uses:
        if len(within[use.member]) > 1:
            _give_tag(use, schemas, changed)
    return {**schemas, **changed} if changed else schemas


def _uses(schema: Schema, schemas: _Schemas, name_of: Mapping[SchemaId, str]) -> list[_Use]:
    given = schema.discriminator
    if given is None:
        return []
    found: list[_Use] = []
    for place in dict.fromkeys((*schema.any_of, *schema.one_of)):
        member = schemas[place].ref
        if member is None or _speaks_of(given.property_name, member, schemas):
            continue
        values = tuple(value for value, target in given.mapping if target in (member, place))
        values = values or ((name_of[member],) if member in name_of else ())
        if values:
            found.append(_Use(schema.id, place, member, (given.property_name, values)))
    return found


def _speaks_of(name: str, schema: SchemaId, schemas: _Schemas) -> bool:
    """Whether a schema, or one that applies with it, has a property; a union may have it in its members."""
    return any(
        name in each.properties or each.any_of or each.one_of
        for each in reached([schema], schemas, together)
    )


def _give_tag(use: _Use, schemas: _Schemas, changed: dict[SchemaId, Schema]) -> None:
    name, values = use.tag
    tag = f"{use.place}/properties/{name}"
    changed[tag] = Schema(id=tag, types=("string",), enum=values)
    place = schemas[use.place]
    changed[use.place] = replace(
        place,
        types=("object",),
        properties={**place.properties, name: tag},
        required=tuple(dict.fromkeys((*place.required, name))),
    )
    union = changed.get(use.union, schemas[use.union])
    changed[use.union] = replace(union, discriminator=_pointed(union.discriminator, use))


def _pointed(given: Discriminator | None, use: _Use) -> Discriminator | None:
    """The discriminator with what led to the member leading to its place in the union."""
    if given is None:
        return None

    def moved(target: SchemaId) -> SchemaId:
        return use.place if target == use.member else target

    kept = tuple((value, moved(target)) for value, target in given.mapping)
    if not any(target == use.place for _, target in kept):
        kept = (*kept, *((value, use.place) for value in use.tag[1]))
    default = given.default_mapping
    return Discriminator(given.property_name, kept, None if default is None else moved(default))
