"""Schemas that contain themselves without an object or an array between: they describe no value.

A schema may refer to itself below a property or an element; directly, through `$ref` and `allOf` or through `$ref`, `anyOf` and `oneOf`
alone, it cannot. Each such circle is cut at one place and reported. Circles that mix `allOf` with the others are left as
they are: a base whose `oneOf` lists the schemas that extend it is how many documents write inheritance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from clientwright.normalise.context import Context
from clientwright.normalise.form import Schema, SchemaId

Edges = Callable[[Schema], Iterable[SchemaId]]


def _extends(schema: Schema) -> Iterable[SchemaId]:
    return (*((schema.ref,) if schema.ref is not None else ()), *schema.all_of)


def _offers(schema: Schema) -> Iterable[SchemaId]:
    ref = (schema.ref,) if schema.ref is not None else ()
    return (*ref, *schema.any_of, *schema.one_of)


def break_cycles(context: Context, schemas: Mapping[SchemaId, Schema]) -> Mapping[SchemaId, Schema]:
    """`schemas` without the references and members that close a circle."""
    found = dict(schemas)
    for edges in (_extends, _offers):
        for source, target in _closing(found, edges):
            found[source] = _without(found[source], target)
            context.circular(source, target)
    return found


def _closing(schemas: Mapping[SchemaId, Schema], edges: Edges) -> list[tuple[SchemaId, SchemaId]]:
    """The edges that lead back to a schema on the way to them, found depth first in order."""
    closing: list[tuple[SchemaId, SchemaId]] = []
    open_: set[SchemaId] = set()
    done: set[SchemaId] = set()
    for start in schemas:
        if start in done:
            continue
        open_.add(start)
        stack = [(start, iter(edges(schemas[start])))]
        while stack:
            source, targets = stack[-1]
            target = next(targets, None)
            if target is None:
                stack.pop()
                open_.discard(source)
                done.add(source)
            elif target in open_:
                closing.append((source, target))
            elif target not in done and target in schemas:
                open_.add(target)
                stack.append((target, iter(edges(schemas[target]))))
    return closing


def _without(schema: Schema, target: SchemaId) -> Schema:
    def others(members: tuple[SchemaId, ...]) -> tuple[SchemaId, ...]:
        return tuple(member for member in members if member != target)

    return replace(
        schema,
        ref=None if schema.ref == target else schema.ref,
        all_of=others(schema.all_of),
        any_of=others(schema.any_of),
        one_of=others(schema.one_of),
    )
