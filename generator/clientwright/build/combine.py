"""What several schemas say together: https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.1 (`allOf`).

The schemas that arrive here have neither `ref` nor `all_of`. Where they contradict each other, the later one wins, and the
caller hears of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from clientwright.build.json_values import is_of, key_of
from clientwright.normalise import form

NAMES = ("x-clientwright-name", "x-clientwright-type-name")
Conjoin = Callable[[Sequence[form.SchemaId]], form.SchemaId]


@dataclass(frozen=True, slots=True)
class Combined:
    """The schema that says it all, and a sentence for each contradiction."""

    schema: form.Schema
    conflicts: tuple[str, ...]


def combine(
    owner: form.Schema,
    parts: Sequence[form.Schema],
    conjoin: Conjoin,
    add: Callable[[form.Schema], str],
) -> Combined:
    """The schema that holds where all of `parts` hold, under `owner`'s id.

    `conjoin` makes the schema that holds where several hold, `add` stores a schema and gives its id.
    """
    conflicts: list[str] = []
    fields: dict[str, Any] = {}
    _values(parts, fields, conflicts)
    _bounds(parts, fields)
    _strings(parts, fields, conflicts)
    _object(parts, fields, conjoin)
    _array(parts, fields, conjoin)
    _unions(owner, parts, fields, conjoin, add)
    _annotations(owner, parts, fields)
    return Combined(form.Schema(id=owner.id, **fields), tuple(conflicts))


def common_types(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...] | None:
    """The JSON types that both allow, none (an empty tuple) for any; None when there is no such type."""
    if not left or not right:
        return left or right
    found: list[str] = []
    for kind in left:
        if kind in right or (kind == "integer" and "number" in right):
            found.append(kind)
        elif kind == "number" and "integer" in right:
            found.append("integer")
    return tuple(found) or None


def allowed_values(schema: form.Schema) -> tuple[Any, ...] | None:
    """The values that `const` and `enum` leave, None when there is neither."""
    if schema.const is not form.ABSENT:
        return (schema.const,)
    return schema.enum


def _values(parts: Sequence[form.Schema], fields: dict[str, Any], conflicts: list[str]) -> None:
    types: tuple[str, ...] = ()
    values: tuple[Any, ...] | None = None
    constant = False
    for part in parts:
        if part.never:
            fields["never"] = True
        common = common_types(types, part.types)
        if common is None:
            conflicts.append(f"type {'/'.join(types)} meets type {'/'.join(part.types)}")
            common = part.types
        types = common
        found = allowed_values(part)
        if found is None:
            continue
        if values is not None:
            keys = {key_of(value) for value in values}
            both = tuple(value for value in found if key_of(value) in keys)
            if not both:
                conflicts.append("two lists of values have none in common")
            found = both or found
        values = found
        constant = constant or part.const is not form.ABSENT
    if values is not None and types:
        fitting = tuple(value for value in values if is_of(value, types))
        # Values that never fitted are the enumeration's own matter; here only what the meeting rules out.
        values = fitting or values
        if not fitting and len(parts) > 1:
            conflicts.append(f"no listed value is of type {'/'.join(types)}")
    fields["types"] = types
    if values is not None and constant and len(values) == 1:
        fields["const"] = values[0]
    else:
        fields["enum"] = values


def _bounds(parts: Sequence[form.Schema], fields: dict[str, Any]) -> None:
    lower = ("minimum", "exclusive_minimum", "min_length", "min_items", "min_properties")
    upper = ("maximum", "exclusive_maximum", "max_length", "max_items", "max_properties")
    for names, choose in ((lower, max), (upper, min)):
        for name in names:
            found = [getattr(part, name) for part in parts if getattr(part, name) is not None]
            if found:
                fields[name] = choose(found)
    fields["unique_items"] = any(part.unique_items for part in parts)
    for name in ("multiple_of", "pattern", "not_", "property_names"):
        for part in parts:
            if getattr(part, name) is not None:
                fields[name] = getattr(part, name)


def _strings(parts: Sequence[form.Schema], fields: dict[str, Any], conflicts: list[str]) -> None:
    for name in ("format", "content_encoding", "content_media_type"):
        found = ""
        for part in parts:
            value = getattr(part, name)
            if value and found and value != found:
                conflicts.append(f"{name} {found} meets {name} {value}")
            found = value or found
        fields[name] = found


def _object(parts: Sequence[form.Schema], fields: dict[str, Any], conjoin: Conjoin) -> None:
    properties: dict[str, list[form.SchemaId]] = {}
    patterns: dict[str, list[form.SchemaId]] = {}
    required: dict[str, None] = {}
    for part in parts:
        for name, schema in part.properties.items():
            properties.setdefault(name, []).append(schema)
        for pattern, schema in part.pattern_properties:
            patterns.setdefault(pattern, []).append(schema)
        required.update(dict.fromkeys(part.required))
    fields["properties"] = {name: conjoin(schemas) for name, schemas in properties.items()}
    fields["pattern_properties"] = tuple(
        (name, conjoin(schemas)) for name, schemas in patterns.items()
    )
    fields["required"] = tuple(required)
    additional = [each for part in parts if (each := part.additional_properties) is not None]
    if additional:
        fields["additional_properties"] = conjoin(additional)
    # It holds for what nothing beside or below it has evaluated: `additionalProperties` leaves nothing over, nor does another one.
    rest = [each for part in parts[:-1] if (each := part.unevaluated_properties) is not None]
    owned = parts[-1].unevaluated_properties
    if not additional and (rest or owned is not None):
        fields["unevaluated_properties"] = conjoin(rest) if rest else owned


def _array(parts: Sequence[form.Schema], fields: dict[str, Any], conjoin: Conjoin) -> None:
    items = [part.items for part in parts if part.items is not None]
    if items:
        fields["items"] = conjoin(items)
    positions: list[list[form.SchemaId]] = []
    for part in parts:
        for index, schema in enumerate(part.prefix_items):
            if index == len(positions):
                positions.append([])
            positions[index].append(schema)
    fields["prefix_items"] = tuple(conjoin(schemas) for schemas in positions)


def _unions(
    owner: form.Schema,
    parts: Sequence[form.Schema],
    fields: dict[str, Any],
    conjoin: Conjoin,
    add: Callable[[form.Schema], str],
) -> None:
    """Keep one union; what other unions say holds for each of its members."""
    unions: dict[tuple[form.SchemaId, ...], str] = {}
    for part in parts:
        for keyword in ("any_of", "one_of"):
            members = getattr(part, keyword)
            if members:
                unions.setdefault(members, keyword)
        if part.discriminator is not None:
            fields["discriminator"] = part.discriminator
    for index, (members, keyword) in enumerate(unions.items()):
        if index == 0:
            fields[keyword] = members
            continue
        held: dict[str, Any] = {keyword: members}
        other = add(form.Schema(id=owner.id, **held))
        first = "one_of" if fields.get("one_of") else "any_of"
        # Members that come to the same are one: unions of unions double at each level otherwise.
        fields[first] = tuple(dict.fromkeys(conjoin((member, other)) for member in fields[first]))


def _annotations(owner: form.Schema, parts: Sequence[form.Schema], fields: dict[str, Any]) -> None:
    """A title, a deprecation and a name are the owner's own; of the rest the last one counts."""
    fields["title"] = owner.title
    fields["deprecated"] = owner.deprecated
    fields["read_only"] = any(part.read_only for part in parts)
    fields["write_only"] = any(part.write_only for part in parts)
    extensions: dict[str, Any] = {}
    for part in parts:
        fields["description"] = part.description or fields.get("description", "")
        fields["examples"] = part.examples or fields.get("examples", ())
        if part.default is not form.ABSENT:
            fields["default"] = part.default
        extensions.update(part.extensions)
    for name in NAMES:
        extensions.pop(name, None)
        if name in owner.extensions:
            extensions[name] = owner.extensions[name]
    fields["extensions"] = extensions
