"""Discriminators, declared and inferred: https://spec.openapis.org/oas/v3.2.0.html#discriminator-object

What is declared is read first, since it decides two things that hold everywhere: which component has others that inherit
from it, and which property of a member can have one value only.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Any

from clientwright.build.combine import allowed_values
from clientwright.build.findings import Findings
from clientwright.build.json_values import key_of
from clientwright.build.merge import Merger
from clientwright.normalise import form

_VALUE = "x-clientwright-discriminator-value"


def _declaring(api: form.Api) -> list[form.Schema]:
    """The schemas that have a discriminator. That of a part of `allOf` is its component's, whose properties the part gives."""
    owners = {
        part: api.schemas[component]
        for component in api.component_schemas.values()
        for part in api.schemas[component].all_of
        if _is_plain(api.schemas[part])
    }
    return [
        replace(owners.get(schema.id, schema), discriminator=schema.discriminator)
        for schema in api.schemas.values()
        if schema.discriminator is not None
    ]


def _is_plain(part: form.Schema) -> bool:
    return part.ref is None and not (part.any_of or part.one_of)


class Discriminators:
    """The declared discriminators of a document."""

    def __init__(self, api: form.Api, merger: Merger, findings: Findings) -> None:
        self._merger = merger
        self._findings = findings
        self._component_of = {schema: name for name, schema in api.component_schemas.items()}
        self.originals: dict[form.SchemaId, form.SchemaId] = {}
        """Member made by merging -> the member as the document has it."""
        self._forced: dict[form.SchemaId, dict[str, dict[Any, None]]] = {}
        self._fields: dict[form.SchemaId, Mapping[str, form.SchemaId]] = {}
        self.children: dict[form.SchemaId, tuple[form.SchemaId, ...]] = {}
        """Component with a discriminator, its own or an inherited one -> the schemas that inherit from it, in the document's order."""
        self.of: dict[form.SchemaId, form.Discriminator] = {}
        """That of each component with children, as far as it speaks of them."""
        with_one = _declaring(api)
        if with_one:
            below = self._heirs(api)
            bases = dict.fromkeys(merger.canonical(schema.id) for schema in with_one)
            middle = {heir for base in bases for heir in below.get(base, ())}
            with_one += self._inheriting(with_one, below)
            # Those below are members of those above, whichever a document names first.
            with_one.sort(key=lambda schema: len(merger.above(merger.canonical(schema.id))))
            for schema in with_one:
                self._read_children(schema, below, middle)
            for schema in with_one:
                self._read_values(schema)

    def _heirs(self, api: form.Api) -> dict[form.SchemaId, list[form.SchemaId]]:
        heirs: dict[form.SchemaId, list[form.SchemaId]] = {}
        for schema in api.component_schemas.values():
            if self._merger.canonical(schema) != schema:
                continue
            for base in self._merger.parts(schema):
                if base != schema:
                    heirs.setdefault(base, []).append(schema)
        return heirs

    def _inheriting(
        self, with_one: list[form.Schema], heirs: Mapping[form.SchemaId, list[form.SchemaId]]
    ) -> list[form.Schema]:
        """Components in the middle that declare no discriminator themselves, with what their base's says of them and their heirs."""
        declaring = {self._merger.canonical(schema.id) for schema in with_one}
        found: dict[form.SchemaId, form.Schema] = {}
        for schema in with_one:
            given = schema.discriminator
            if given is None or schema.any_of or schema.one_of:
                continue
            for heir in heirs.get(self._merger.canonical(schema.id), ()):
                if heir in declaring or heir not in heirs:
                    continue
                own = {heir, *heirs[heir]}
                mapping = tuple(
                    (value, target)
                    for value, target in given.mapping
                    if self._merger.canonical(target) in own
                )
                narrowed = form.Discriminator(given.property_name, mapping)
                found[heir] = replace(self._merger.merged(heir), id=heir, discriminator=narrowed)
        return list(found.values())

    def _read_children(
        self,
        schema: form.Schema,
        heirs: Mapping[form.SchemaId, list[form.SchemaId]],
        middle: Container[form.SchemaId],
    ) -> None:
        given = schema.discriminator
        if given is None or schema.any_of or schema.one_of:
            return
        base = self._merger.canonical(schema.id)
        found = dict.fromkeys(heirs.get(base, ()))
        for _, target in given.mapping:
            member = self._merger.canonical(target)
            if member != base and base in self._merger.above(member):
                found[member] = None
        if not found:
            return
        members = [each for each in found if each not in self.children]
        mapped = any(self._merger.canonical(target) == base for _, target in given.mapping)
        if mapped or base in middle:
            # The base stands for itself as well, being named or an heir; its own object needs an id that is not the union's.
            own = self._merger.add(replace(self._merger.merged(base), discriminator=None))
            self.originals[own] = base
            members.insert(0, own)
        self.children[base] = tuple(members)
        self.of[base] = given

    def _read_values(self, schema: form.Schema) -> None:
        given = schema.discriminator
        if given is None:
            return
        mapped: dict[form.SchemaId, list[str]] = {}
        for value, target in given.mapping:
            mapped.setdefault(self._merger.canonical(target), []).append(value)
        members = dict.fromkeys(
            self._merger.canonical(each) for each in (*schema.any_of, *schema.one_of)
        )
        if members:
            # What only the mapping names becomes a member as well.
            members.update(dict.fromkeys(mapped))
        members.update(dict.fromkeys(self.children.get(schema.id, ())))
        rest = given.default_mapping and self._merger.canonical(given.default_mapping)
        for member in members:
            original = self.originals.get(member, member)
            if original == rest and original not in mapped:
                continue  # it takes every other tag, and so has no one value
            values = mapped.get(original) or self._implicit(member, given.property_name)
            if member in self.children and original == member:
                continue
            held = self._forced.setdefault(member, {}).setdefault(given.property_name, {})
            held.update(dict.fromkeys(values))

    def _implicit(self, member: form.SchemaId, property_name: str) -> list[str]:
        """A component's own name, where nothing maps to it and it does not say by itself what its tag is."""
        declared = self._merger.merged(member)
        own = self._merger.get(member)
        told = own.extensions.get(_VALUE)
        if isinstance(told, str):
            return [told]
        if declared.any_of or declared.one_of:
            return []
        held = declared.properties.get(property_name)
        if held is not None:
            values = allowed_values(self._merger.merged(held))
            inherited = property_name not in own.properties and len(values or ()) > 1
            if values is not None and not inherited:
                return []
        name = self._component_of.get(self.originals.get(member, member))
        return [] if name is None else [name]

    def forced(self, member: form.SchemaId, property_name: str) -> tuple[Any, ...]:
        """The values of a tag that select a member, as all discriminators together declare them."""
        original = self.originals.get(member, member)
        held = self._forced.get(member) or self._forced.get(original) or {}
        return tuple(held.get(property_name, ()))

    def fields(self, schema: form.SchemaId) -> Mapping[str, form.SchemaId]:
        """The properties of an object, its tag with the one value that a discriminator gives it."""
        known = self._fields.get(schema)
        if known is not None:
            return known
        merged = self._merger.merged(schema)
        original = self.originals.get(schema, schema)
        forced = self._forced.get(schema) or self._forced.get(original)
        properties: Mapping[str, form.SchemaId] = merged.properties
        if forced:
            changed = dict(properties)
            for name, values in forced.items():
                made = self._tag_property(schema, name, tuple(values), properties.get(name))
                if made is not None:
                    changed[name] = made
            properties = changed
        self._fields[schema] = properties
        return properties

    def _tag_property(
        self, schema: form.SchemaId, name: str, values: tuple[Any, ...], held: form.SchemaId | None
    ) -> form.SchemaId | None:
        if len(values) != 1:
            return None
        if held is None:
            return self._merger.add(form.Schema(id=schema, const=values[0]))
        merged = self._merger.merged(held)
        own = allowed_values(merged)
        if own is None and self._free(merged):
            return self._constant(merged, values[0])
        if own is None:
            return None
        value = next((each for each in own if str(each) == values[0]), form.ABSENT)
        if value is form.ABSENT:
            self._findings.warning(
                "discriminator-mismatch",
                self._merger.pointer(schema),
                f"The discriminator selects this schema by {values[0]!r}, which its property {name!r} does not allow; "
                "the discriminator is followed.",
                "Make the mapping and the property agree.",
            )
            return self._constant(merged, values[0])
        if len(own) == 1:
            return None
        # A list that the member itself gives may be meant; one that it inherits is that of all members.
        mine = self._merger.get(schema).properties
        return None if name in mine else self._constant(merged, value)

    @staticmethod
    def _free(merged: form.Schema) -> bool:
        return not (merged.any_of or merged.one_of or merged.properties)

    def _constant(self, merged: form.Schema, value: Any) -> form.SchemaId:
        kept = merged.default is not form.ABSENT and key_of(merged.default) == key_of(value)
        return self._merger.add(
            form.Schema(
                id=merged.id,
                const=value,
                title=merged.title,
                description=merged.description,
                default=merged.default if kept else form.ABSENT,
                deprecated=merged.deprecated,
                read_only=merged.read_only,
                write_only=merged.write_only,
                examples=merged.examples,
                extensions=merged.extensions,
            )
        )
