"""Dynamic references: https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2

Which schema a `$dynamicRef` names depends on the way to it: of the resources on that way, the outermost with a `$dynamicAnchor`
of the name decides. This is how documents write generics:

    List:    {items: {$dynamicRef: '#T'}, $defs: {T: {$dynamicAnchor: T}}}
    PetList: {$ref: List, $defs: {T: {$dynamicAnchor: T, $ref: Pet}}}

No later stage knows of ways. What a way changes is copied for it, here `List` as `List of Pet` for `PetList` alone; where no way
changes anything, schemas stay as they are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.form import Schema, SchemaId
from clientwright.normalise.walk import every_part, with_parts

_MOST_COPIES = 2_000
"""Anchors that multiply with each other have more ways than a document can mean."""

_Anchors = Mapping[str, SchemaId]
"""What the anchors of a way stand for, by name."""


def resolve_dynamic_references(context: Context, read: Callable[[Location], Schema]) -> None:
    """Let each dynamic reference among the schemas read name what the way to it says."""
    known: set[str] = set()
    while new := set(context.dynamic.values()) - known:
        known |= new
        for name in sorted(known):
            for location in context.workspace.dynamically_anchored(name):
                context.schemas.refer(location)
        context.schemas.finish(read)
    if known:
        _Ways(context).follow()


class _Ways:
    """Follows the ways through the schemas of a document, each once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._schemas = dict(context.schemas.read)
        self._named = {
            name: tuple(each.id for each in context.workspace.dynamically_anchored(name))
            for name in set(context.dynamic.values())
        }
        self._relevant = self._relevance()
        self._default = self._defaults()
        self._copies: dict[tuple[SchemaId, frozenset[tuple[str, SchemaId]]], SchemaId] = {}
        self._waiting: deque[tuple[SchemaId, SchemaId, _Anchors]] = deque()
        self._ids = set(self._schemas)
        self._too_many = False

    def follow(self) -> None:
        """Put what the references name into the schemas, and the copies beside them."""
        for schema in self._relevant:
            self._waiting.append((schema, schema, self._within(schema, {})))
        while self._waiting:
            made, origin, anchors = self._waiting.popleft()
            schema = self._on_the_way(self._schemas[origin], anchors)
            place = self._context.schemas.places[origin]
            self._context.schemas.put(replace(schema, id=made), place)

    def _relevance(self) -> Mapping[SchemaId, set[str]]:
        """The names of the dynamic references that each schema leads to; none of a schema that leads to none."""
        above: dict[SchemaId, list[SchemaId]] = {}
        for schema in self._schemas.values():
            for part in (*every_part(schema), *self._named.get(self._name(schema.id), ())):
                above.setdefault(part, []).append(schema.id)
        found: dict[SchemaId, set[str]] = {}
        for schema, name in self._context.dynamic.items():
            waiting = [schema]
            while waiting:
                names = found.setdefault(here := waiting.pop(), set())
                if name not in names:
                    names.add(name)
                    waiting += above.get(here, ())
        return found

    def _defaults(self) -> _Anchors:
        """What names stand for where no way decides, as far as all references of the name agree on it."""
        first: dict[str, set[SchemaId | None]] = {}
        for schema, name in self._context.dynamic.items():
            first.setdefault(name, set()).add(self._schemas[schema].ref)
        agreed = {name: targets.pop() for name, targets in first.items() if len(targets) == 1}
        return {name: target for name, target in agreed.items() if target is not None}

    def _name(self, schema: SchemaId) -> str:
        return self._context.dynamic.get(schema, "")

    def _within(self, schema: SchemaId, outer: _Anchors) -> _Anchors:
        """What the anchors that matter to a schema stand for, reached by a way on which they stood for `outer`."""
        place = self._context.schemas.places[schema]
        _, own = self._context.workspace.dynamic_scope(place)
        inner = {name: f"{place.document.name}#{pointer}" for name, pointer in own.items()}
        whole = {**inner, **outer}
        return {name: whole[name] for name in sorted(self._relevant[schema]) if name in whole}

    def _filled(self, anchors: _Anchors, own: _Anchors) -> list[SchemaId]:
        """What anchors stand for on a way that they would not stand for without it."""
        at_first = {**self._default, **own}
        return [target for name, target in anchors.items() if target != at_first.get(name)]

    def _on_the_way(self, schema: Schema, anchors: _Anchors) -> Schema:
        name = self._name(schema.id)
        if name in anchors:
            schema = replace(schema, ref=anchors[name])
        return with_parts(schema, lambda part: self._reached(part, anchors))

    def _reached(self, schema: SchemaId, outer: _Anchors) -> SchemaId:
        """The schema, or its copy, that a way with these anchors comes to."""
        if schema not in self._relevant or schema not in self._schemas:
            return schema
        anchors = self._within(schema, outer)
        filled = self._filled(anchors, self._within(schema, {}))
        if not filled:
            return schema
        key = (schema, frozenset(anchors.items()))
        if key not in self._copies:
            if len(self._copies) >= _MOST_COPIES:
                self._tell_too_many(schema)
                return schema
            self._copies[key] = self._free_id(schema, filled)
            self._waiting.append((self._copies[key], schema, anchors))
        return self._copies[key]

    def _free_id(self, schema: SchemaId, filled: list[SchemaId]) -> SchemaId:
        """An id that says what fills in the template: `#/components/schemas/List of Pet/items`."""
        place = self._context.schemas.places[schema]
        scope, _ = self._context.workspace.dynamic_scope(place)
        head = f"{place.document.name}#{scope}" if scope else schema
        words = " and ".join(map(self._word, filled))
        made = f"{head} of {words}{schema.removeprefix(head)}"
        number = 2
        while made in self._ids:
            made = f"{head} of {words} {number}{schema.removeprefix(head)}"
            number += 1
        self._ids.add(made)
        return made

    def _word(self, anchored: SchemaId) -> str:
        """The last step to a schema that an anchor names, or to what it refers to."""
        return (self._schemas[anchored].ref or anchored).rpartition("/")[2]

    def _tell_too_many(self, schema: SchemaId) -> None:
        if not self._too_many:
            self._too_many = True
            self._context.error(
                self._context.schemas.places[schema],
                "dynamic-references",
                f"There are more than {_MOST_COPIES} ways to the dynamic references in here; the others are read as if"
                " each had been begun here.",
                "Write out the schemas that are meant.",
            )
