"""References, their siblings and `allOf`, followed and merged into one flat schema.

https://spec.openapis.org/oas/v3.2.0.html#schema-object and
https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3 (`$ref` with siblings).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from clientwright.build.combine import Combined, combine, common_types
from clientwright.build.findings import Findings
from clientwright.normalise import form

ANY_ID = "#any"
_MADE_PER_SCHEMA = 20
_MADE_AT_LEAST = 2_000
_JOINED_PER_MADE = 4
_INHERITED_PER_SCHEMA = 60
_INHERITED_AT_LEAST = 20_000
_ANNOTATIONS = frozenset(
    {
        "id",
        "ref",
        "all_of",
        "title",
        "description",
        "default",
        "read_only",
        "write_only",
        "deprecated",
        "examples",
        "extensions",
        "not_",
        "property_names",
        "types",
        "minimum",
        "maximum",
        "exclusive_minimum",
        "exclusive_maximum",
        "multiple_of",
        "min_length",
        "max_length",
        "pattern",
        "min_items",
        "max_items",
        "unique_items",
        "min_properties",
        "max_properties",
    }
)
_STRUCTURE = tuple(name for name in form.Schema.__dataclass_fields__ if name not in _ANNOTATIONS)
_structure = attrgetter(*_STRUCTURE)
_NO_STRUCTURE = _structure(form.Schema(id=""))


def shapes_nothing(schema: form.Schema) -> bool:
    """Whether a schema, its `ref`, `all_of` and `types` left aside, only annotates or bounds values."""
    return _structure(schema) == _NO_STRUCTURE


class Merger:
    """All schemas of a document and those that come from merging, by id."""

    def __init__(
        self,
        schemas: Mapping[form.SchemaId, form.Schema],
        findings: Findings,
        components: Collection[form.SchemaId] = (),
    ) -> None:
        self._schemas = dict(schemas)
        self._components = components
        self._schemas[ANY_ID] = form.Schema(id=ANY_ID)
        self._findings = findings
        self._merged: dict[form.SchemaId, form.Schema] = {}
        self._canonical: dict[form.SchemaId, form.SchemaId] = {}
        self._parts: dict[form.SchemaId, tuple[form.SchemaId, ...]] = {}
        self._above: dict[form.SchemaId, frozenset[form.SchemaId]] = {}
        self._made: dict[tuple[bool, tuple[form.SchemaId, ...]], form.SchemaId] = {}
        self._origin: dict[form.SchemaId, form.SchemaId] = {}
        self._conjuncts: dict[form.SchemaId, tuple[form.SchemaId, ...]] = {}
        self._filters: set[form.SchemaId] = set()
        self._missing: set[form.SchemaId] = set()
        self._beside: dict[str, form.SchemaId] = {}
        self._limit = _MADE_PER_SCHEMA * len(self._schemas) + _MADE_AT_LEAST
        self._joined = 0
        self._inherited = 0
        self._most_inherited = _INHERITED_PER_SCHEMA * len(self._schemas) + _INHERITED_AT_LEAST
        self._limited = False

    def get(self, schema: form.SchemaId) -> form.Schema:
        """A schema as it stands. One that is not there is any value, and is reported once."""
        found = self._schemas.get(schema)
        if found is not None:
            return found
        if schema not in self._missing:
            self._missing.add(schema)
            self._findings.error(
                "missing-schema",
                schema,
                "There is no such schema; any value is accepted.",
                "Mend the reference.",
            )
        return self._schemas[ANY_ID]

    def pointer(self, schema: form.SchemaId) -> form.SchemaId:
        """Where a schema, or what it was made from, stands in the document."""
        return self._origin.get(schema, schema)

    def add(self, schema: form.Schema) -> form.SchemaId:
        """Store a schema that was made from the one whose id it bears, and give it an id of its own."""
        origin = self.pointer(schema.id)
        made = f"{origin} ({len(self._origin) + 1})"
        self._origin[made] = origin
        self._schemas[made] = replace(schema, id=made)
        return made

    def add_once(self, schema: form.Schema) -> form.SchemaId:
        """Like `add`, but schemas that say the same share one id, so that what is made from them again ends."""
        key = repr(replace(schema, id=""))
        known = self._beside.get(key)
        if known is None:
            known = self.add(schema)
            self._beside[key] = known
        return known

    def is_made(self, schema: form.SchemaId) -> bool:
        """Whether a schema comes from merging and stands nowhere in the document."""
        return schema in self._origin

    def canonical(self, schema: form.SchemaId) -> form.SchemaId:
        """The schema that this one only points to, annotates or bounds; itself when it says more.

        A circle of schemas that only point to each other is any value, and is reported.
        """
        known = self._canonical.get(schema)
        if known is not None:
            return known
        trail: dict[form.SchemaId, None] = {}
        here = schema
        while here not in self._canonical:
            if here in trail:
                self._findings.error(
                    "reference-cycle",
                    self.pointer(here),
                    "These references lead back to themselves and never to a schema; any value is accepted.",
                )
                here = ANY_ID
                break
            trail[here] = None
            target = self._points_to(here)
            if target is None:
                break
            here = target
        end = self._canonical.get(here, here)
        for step in trail:
            self._canonical[step] = end
        return end

    def _points_to(self, schema: form.SchemaId) -> form.SchemaId | None:
        here = self.get(schema)
        if schema in self._filters or not shapes_nothing(here):
            return None
        targets = [each for each in self._below(schema) if not self._is_blank(each)]
        if len(targets) != 1 or self._inherits(here, targets[0]):
            return None
        if not here.types:
            return targets[0]
        target = self.get(targets[0])
        if target.types:
            # `type: object` beside a reference to an object adds nothing.
            return (
                targets[0]
                if set(common_types(here.types, target.types) or ()) == set(target.types)
                else None
            )
        objectlike = target.ref is not None or target.all_of or target.any_of or target.one_of
        return targets[0] if "object" in here.types and (objectlike or target.properties) else None

    def _inherits(self, here: form.Schema, target: form.SchemaId) -> bool:
        """Whether a component is made of one whose discriminator tells such apart: a member of it, though it adds nothing."""
        if not here.all_of or here.id not in self._components:
            return False
        waiting, seen = [target], {here.id}
        while waiting:
            base = self.get(waiting.pop())
            if base.id in seen or base.any_of or base.one_of:
                continue
            if base.discriminator is not None:
                return True
            seen.add(base.id)
            waiting += base.all_of if base.ref is None else (base.ref,)
        return False

    def _is_blank(self, schema: form.SchemaId) -> bool:
        """Whether a member of `allOf` only annotates or bounds what the others describe."""
        held = self.get(schema)
        blank = not held.types and held.ref is None and not held.all_of
        return blank and shapes_nothing(held) and schema in self._schemas

    def parts(self, schema: form.SchemaId) -> tuple[form.SchemaId, ...]:
        """The schemas that apply together here, those referred to before those that refer, each once."""
        known = self._parts.get(schema)
        if known is not None:
            return known
        done: dict[form.SchemaId, None] = {}
        open_: set[form.SchemaId] = set()
        stack: list[tuple[form.SchemaId, bool]] = [(schema, False)]
        while stack:
            here, left = stack.pop()
            if left:
                open_.discard(here)
                done[here] = None
                continue
            if here in done:
                continue
            if here in open_:
                continue
            known = self._parts.get(here)
            if known is not None:
                done.update(dict.fromkeys(known))
                continue
            open_.add(here)
            stack.append((here, True))
            stack.extend((each, False) for each in reversed(self._below(here)))
        result = tuple(done)
        self._parts[schema] = result
        return result

    def _report_circle(self, schema: form.SchemaId) -> None:
        if self.canonical(schema) != ANY_ID:
            self._findings.warning(
                "allof-cycle",
                self.pointer(schema),
                "This schema includes itself; that adds nothing and is ignored.",
            )

    def _report_limit(self, schema: form.SchemaId) -> None:
        if not self._limited:
            self._limited = True
            self._findings.error(
                "too-complex",
                self.pointer(schema),
                "Merging the schemas of this document does not come to an end; from here on the last of several is used.",
                "Take the circles and the long chains through allOf, anyOf and oneOf apart.",
            )

    def above(self, schema: form.SchemaId) -> frozenset[form.SchemaId]:
        """What a schema includes by reference or `allOf`, itself among it."""
        known = self._above.get(schema)
        if known is None:
            known = frozenset(self.parts(schema))
            self._above[schema] = known
        return known

    def merged(self, schema: form.SchemaId) -> form.Schema:
        """One schema that says what this one, its reference and its `allOf` say together; memoised."""
        known = self._merged.get(schema)
        if known is not None:
            return known
        stack = [schema]
        waiting: set[form.SchemaId] = set()
        while stack:
            here = stack[-1]
            if here in self._merged:
                stack.pop()
                continue
            below = self._below(here)
            open_ = [each for each in below if each not in self._merged and each not in waiting]
            if open_ and here not in waiting:
                waiting.add(here)
                stack.extend(reversed(open_))
                continue
            if any(each in waiting and each not in self._merged for each in below):
                self._report_circle(here)
            stack.pop()
            waiting.discard(here)
            self._merged[here] = self._merge(here, [each for each in below if each in self._merged])
        return self._merged[schema]

    def _below(self, schema: form.SchemaId) -> tuple[form.SchemaId, ...]:
        held = self.get(schema)
        return ((held.ref,) if held.ref is not None else ()) + held.all_of

    def _merge(self, schema: form.SchemaId, below: Sequence[form.SchemaId]) -> form.Schema:
        held = self.get(schema)
        if held.ref is None and not held.all_of:
            return held
        filtering = schema in self._filters

        def conjoin(schemas: Sequence[form.SchemaId]) -> form.SchemaId:
            return self.conjoin(schemas, filtering=filtering)

        # An inline member of `allOf` is part of the schema itself; what a reference leads to is not.
        deprecated = held.deprecated or any(
            self.get(each).deprecated for each in held.all_of if self.get(each).ref is None
        )
        owner = held if deprecated == held.deprecated else replace(held, deprecated=deprecated)
        parts = [*(self._merged[each] for each in below), owner]
        if len(below) > 1 or owner.properties:
            self._inherited += sum(len(part.properties) for part in parts[:-1])
        if self._inherited > self._most_inherited:
            # What this schema includes is left out, and what it says itself stays.
            self._report_limit(schema)
            parts = [owner]
        result = combine(owner, parts, conjoin, self.add_once)
        if filtering and (result.conflicts or self._impossible(result.schema)):
            return form.Schema(id=schema, never=True)
        if result.conflicts:
            self._report(schema, result)
        return result.schema

    def _impossible(self, schema: form.Schema) -> bool:
        """Whether a required property may have no value: two constants of one tag that differ, most often."""
        for name in schema.required:
            value = schema.properties.get(name)
            conjuncts = self._conjuncts.get(value, ()) if value is not None else ()
            if len(conjuncts) < 2:
                continue
            held = [self.merged(each) for each in conjuncts]
            if combine(held[-1], held, lambda schemas: schemas[-1], self.add_once).conflicts:
                return True
        return False

    def _report(self, schema: form.SchemaId, result: Combined) -> None:
        for conflict in result.conflicts:
            self._findings.warning(
                "allof-conflict",
                self.pointer(schema),
                f"Schemas that apply together contradict each other: {conflict}; the last one is used.",
                "Make the schemas agree.",
            )

    def conjoin(self, schemas: Sequence[form.SchemaId], filtering: bool = False) -> form.SchemaId:
        """The schema that holds where all of `schemas` hold.

        The same schemas give the same id, so that recursive schemas that are merged end. With `filtering`, a
        contradiction makes the schema `false` instead of being reported.
        """
        if len(schemas) == 1 and self.canonical(schemas[0]) not in self._conjuncts:
            return schemas[0]
        if self._limited:
            return schemas[-1]
        flat: dict[form.SchemaId, form.SchemaId] = {}
        for schema in schemas:
            for each in self._conjuncts.get(self.canonical(schema), (schema,)):
                place = self.canonical(each)
                flat.pop(place, None)
                flat[place] = each
        self._drop_needless(flat)
        if len(flat) == 1:
            return next(iter(flat.values()))
        key = (filtering, tuple(flat))
        known = self._made.get(key)
        if known is not None:
            return known
        ids = tuple(flat.values())
        if len(self._origin) >= self._limit or self._joined > _JOINED_PER_MADE * self._limit:
            self._report_limit(ids[-1])
            return ids[-1]
        self._joined += len(ids)
        last = self.get(ids[-1])
        made = self.add(
            form.Schema(
                id=ids[-1],
                all_of=ids,
                title=last.title,
                extensions=last.extensions,
                deprecated=last.deprecated,
            )
        )
        self._conjuncts[made] = ids
        if filtering:
            self._filters.add(made)
        self._made[key] = made
        return made

    def _drop_needless(self, flat: dict[form.SchemaId, form.SchemaId]) -> None:
        """Leave out what another of the schemas includes, and what says nothing."""
        included: dict[form.SchemaId, list[form.SchemaId]] = {}
        for other in flat:
            for place in self.above(other) & flat.keys():
                if place != other:
                    included.setdefault(place, []).append(other)
        for place in tuple(flat):
            # Of two that include each other one stays.
            above = any(other in flat for other in included.get(place, ()))
            # One that says nothing adds nothing, and what it stands beside keeps its name.
            if above or (len(flat) > 1 and self.get(place) == form.Schema(id=place)):
                del flat[place]
