"""Bodies of `application/merge-patch+json`, where null removes a member: https://www.rfc-editor.org/rfc/rfc7396

Documents describe the resource, whose properties may be left out but are seldom null. In its patch every property that may be
left out may be null as well, at any depth of objects; arrays are replaced whole. A schema that also stands elsewhere is
left as it is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from clientwright.normalise.form import ABSENT, Operation, Schema, SchemaId
from clientwright.normalise.walk import reached

_PATCH = "application/merge-patch+json"
_NULL = "#null"

_Schemas = Mapping[SchemaId, Schema]


def with_merge_patches(
    operations: tuple[Operation, ...], schemas: _Schemas
) -> Mapping[SchemaId, Schema]:
    """`schemas` with those of patches taking null for what may be left out."""
    roots, others = _bodies(operations)
    if not roots:
        return schemas
    patched = list(reached(roots, schemas, _within_objects))
    # What stands in an array of a patch is no patch.
    others += [each.items for each in patched if each.items is not None]
    shared = {each.id for each in reached(others, schemas, _everything)}
    ids = {
        each.id: f"{each.id} (patch)"
        for each in patched
        if each.id in shared and any(_within_objects(each))
    }
    patcher = _Patcher(schemas, ids)
    for each in patched:
        patcher.add(each)
    return {**schemas, **patcher.made}


def _bodies(operations: Iterable[Operation]) -> tuple[list[SchemaId], list[SchemaId]]:
    """The schemas of patches, and those of everything else that is sent or comes."""
    roots: list[SchemaId] = []
    others: list[SchemaId] = []
    for operation in operations:
        body = operation.request_body
        for media in body.content if body is not None else ():
            is_patch = media.name.partition(";")[0].strip().lower() == _PATCH
            for schema in (media.schema, media.item_schema):
                if schema is not None:
                    (roots if is_patch else others).append(schema)
        contents = [media for response in operation.responses for media in response.content]
        contents += [each.content for each in operation.parameters if each.content is not None]
        given = [parameter.schema for parameter in operation.parameters]
        given += [schema for media in contents for schema in (media.schema, media.item_schema)]
        others += [schema for schema in given if schema is not None]
    return roots, others


def _within_objects(schema: Schema) -> Iterator[SchemaId]:
    """The schemas whose values a patch goes into."""
    if schema.ref is not None:
        yield schema.ref
    yield from (*schema.all_of, *schema.any_of, *schema.one_of, *schema.properties.values())
    yield from (each for _, each in schema.pattern_properties)
    for rest in (schema.additional_properties, schema.unevaluated_properties):
        if rest is not None:
            yield rest


def _everything(schema: Schema) -> Iterator[SchemaId]:
    yield from _within_objects(schema)
    yield from schema.prefix_items
    if schema.items is not None:
        yield schema.items


class _Patcher:
    """Makes the schemas of patches: `ids` says which schema a patch has in the place of another."""

    def __init__(self, schemas: _Schemas, ids: Mapping[SchemaId, SchemaId]) -> None:
        self._schemas = schemas
        self._ids = ids
        self.made: dict[SchemaId, Schema] = {_NULL: Schema(id=_NULL, types=("null",))}

    def add(self, schema: Schema) -> None:
        """Make a schema as it is in a patch."""
        place = self._at(schema.id)
        self.made[place] = replace(self._patched(schema), id=place)

    def _at(self, place: SchemaId) -> SchemaId:
        return self._ids.get(place, place)

    def _patched(self, schema: Schema) -> Schema:
        rest, left = schema.additional_properties, schema.unevaluated_properties
        given = schema.discriminator
        if given is not None:
            mapping = tuple((value, self._at(target)) for value, target in given.mapping)
            given = replace(given, mapping=mapping)
        return replace(
            schema,
            ref=None if schema.ref is None else self._at(schema.ref),
            all_of=tuple(map(self._at, schema.all_of)),
            any_of=tuple(map(self._at, schema.any_of)),
            one_of=tuple(map(self._at, schema.one_of)),
            properties={
                name: self._at(place) if name in schema.required else self._or_null(place)
                for name, place in schema.properties.items()
            },
            pattern_properties=tuple(
                (name, self._or_null(place)) for name, place in schema.pattern_properties
            ),
            additional_properties=None if rest is None else self._or_null(rest),
            unevaluated_properties=None if left is None else self._or_null(left),
            discriminator=given,
        )

    def _or_null(self, place: SchemaId) -> SchemaId:
        """The schema for what `place` describes, or null; one that has a single value, or none, stays as it is."""
        schema = self._schemas[place]
        listed = schema.enum
        if schema.never or schema.const is not ABSENT or (listed and len(listed) == 1):
            return self._at(place)
        either = f"{place} (or null)"
        if schema.types and schema.ref is None and listed is None:
            types = tuple(dict.fromkeys((*schema.types, "null")))
            self.made[either] = replace(self._patched(schema), id=either, types=types)
        else:
            self.made[either] = Schema(
                id=either,
                any_of=(self._at(place), _NULL),
                description=schema.description,
                default=schema.default,
                deprecated=schema.deprecated,
                read_only=schema.read_only,
                write_only=schema.write_only,
                extensions=schema.extensions,
            )
        return either
