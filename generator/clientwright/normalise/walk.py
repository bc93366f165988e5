"""Walks over schemas in normal form: which lead to which, and which a walk along some of those ways reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from clientwright.normalise.form import Schema, SchemaId

Ways = Callable[[Schema], Iterable[SchemaId]]
"""The schemas that one leads to, in the sense of a walk."""


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
