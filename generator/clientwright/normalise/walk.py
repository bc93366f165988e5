"""Walks over schemas in normal form: which lead to which, and which a walk along some of those ways reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from clientwright.normalise.form import Schema, SchemaId

Ways = Callable[[Schema], Iterable[SchemaId]]
"""The schemas that one leads to, in the sense of a walk."""

_SINGLE = (
    "additional_properties",
    "property_names",
    "unevaluated_properties",
    "items",
    "not_",
    "content_schema",
)


def reached(
    roots: Iterable[SchemaId], schemas: Mapping[SchemaId, Schema], ways: Ways
) -> Iterator[Schema]:
    """The schemas that `ways` lead to from `roots`, themselves included, each once."""
    seen: set[SchemaId] = set()
    waiting = list(roots)
    while waiting:
        here = schemas.get(waiting.pop())
        if here is not None and here.id not in seen:
            seen.add(here.id)
            yield here
            waiting += ways(here)


def together(schema: Schema) -> Iterator[SchemaId]:
    """The schemas that apply in any case to the values that this one applies to."""
    yield from schema.all_of
    if schema.ref is not None:
        yield schema.ref


def of_one_value(schema: Schema) -> Iterator[SchemaId]:
    """The schemas that apply, or may apply, to the values that this one applies to."""
    yield from (*schema.all_of, *schema.any_of, *schema.one_of)
    if schema.ref is not None:
        yield schema.ref


def every_part(schema: Schema) -> Iterator[SchemaId]:
    """All schemas that one names, whatever for."""
    yield from of_one_value(schema)
    yield from (*schema.properties.values(), *schema.prefix_items)
    yield from (each for _, each in schema.pattern_properties)
    for name in _SINGLE:
        each: SchemaId | None = getattr(schema, name)
        if each is not None:
            yield each
    if schema.discriminator is not None:
        yield from (target for _, target in schema.discriminator.mapping)
        if schema.discriminator.default_mapping is not None:
            yield schema.discriminator.default_mapping


def with_parts(schema: Schema, part: Callable[[SchemaId], SchemaId]) -> Schema:
    """A schema with what `part` gives in the place of each schema that it names."""
    single = {name: getattr(schema, name) for name in ("ref", *_SINGLE)}
    given = schema.discriminator
    if given is not None:
        default = given.default_mapping
        given = replace(
            given,
            mapping=tuple((value, part(target)) for value, target in given.mapping),
            default_mapping=None if default is None else part(default),
        )
    return replace(
        schema,
        all_of=tuple(map(part, schema.all_of)),
        any_of=tuple(map(part, schema.any_of)),
        one_of=tuple(map(part, schema.one_of)),
        prefix_items=tuple(map(part, schema.prefix_items)),
        properties={name: part(each) for name, each in schema.properties.items()},
        pattern_properties=tuple((name, part(each)) for name, each in schema.pattern_properties),
        discriminator=given,
        **{name: part(each) for name, each in single.items() if each is not None},
    )
