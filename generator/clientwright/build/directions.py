"""`readOnly` and `writeOnly`: https://spec.openapis.org/oas/v3.2.0.html#schema-object (as of JSON Schema Validation, section 9.4).

A read-only property is not sent, a write-only one does not come back. That matters where such a property is required: then a
schema has one model for requests and one for answers, and so has every schema that holds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clientwright.build.merge import Merger
from clientwright.build.unions import Shapes
from clientwright.normalise import form

Fields = Callable[[form.SchemaId], Iterable[form.SchemaId]]


class Directions:
    """Which schemas differ between requests and answers."""

    def __init__(self, api: form.Api, merger: Merger, shapes: Shapes) -> None:
        self._merger = merger
        self._shapes = shapes
        self._split: set[form.SchemaId] = set()
        if any(schema.read_only or schema.write_only for schema in api.schemas.values()):
            self._find(api.schemas)

    def splits(self, schema: form.SchemaId) -> bool:
        """Whether the schema (by its canonical id) has a model for each direction."""
        return schema in self._split

    def _find(self, roots: Iterable[form.SchemaId]) -> None:
        above: dict[form.SchemaId, list[form.SchemaId]] = {}
        found: list[form.SchemaId] = []
        seen: set[form.SchemaId] = set()
        stack = [self._merger.canonical(root) for root in reversed(list(roots))]
        while stack:
            here = stack.pop()
            if here in seen:
                continue
            seen.add(here)
            if self._is_split(here):
                found.append(here)
            for below in self._below(here):
                place = self._merger.canonical(below)
                above.setdefault(place, []).append(here)
                stack.append(place)
        while found:
            here = found.pop()
            if here not in self._split:
                self._split.add(here)
                found.extend(above.get(here, ()))

    def _is_split(self, schema: form.SchemaId) -> bool:
        merged = self._merger.merged(schema)
        for name in merged.required:
            if name not in merged.properties:
                continue
            held = self._merger.merged(merged.properties[name])
            if held.read_only or held.write_only:
                return True
        return False

    def _below(self, schema: form.SchemaId) -> list[form.SchemaId]:
        shape = self._shapes.shape(schema)
        merged = shape.schema
        below = [*merged.properties.values(), *merged.prefix_items, *shape.members]
        below += [each for _, each in merged.pattern_properties]
        below += [each for each in (merged.items, merged.additional_properties) if each is not None]
        if shape.target:
            below.append(shape.target)
        return below
