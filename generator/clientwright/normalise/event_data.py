"""The data of server-sent events that is JSON: https://spec.openapis.org/oas/v3.2.0.html#special-considerations-for-server-sent-events

On the wire the data of an event is text, and documents of 3.2 say so: `data: {type: string, contentMediaType: application/json,
contentSchema: ...}`. What arrives is what that text holds, so that `contentSchema` takes the place of the string.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from clientwright.normalise.form import ABSENT, Operation, Schema, SchemaId
from clientwright.normalise.walk import of_one_value, reached

_STREAM = "text/event-stream"
_DATA = "data"


def with_event_data(
    operations: tuple[Operation, ...], schemas: Mapping[SchemaId, Schema]
) -> Mapping[SchemaId, Schema]:
    """`schemas` with the events that `operations` answer holding their data as what it means."""
    changed: dict[SchemaId, Schema] = {}
    for root in _events(operations):
        changed |= _decoded(root, schemas)
    return {**schemas, **changed} if changed else schemas


def _events(operations: tuple[Operation, ...]) -> Iterator[SchemaId]:
    found = (
        media.item_schema or media.schema
        for operation in operations
        for response in operation.responses
        for media in response.content
        if media.name.partition(";")[0].strip().lower() == _STREAM
    )
    yield from dict.fromkeys(schema for schema in found if schema is not None)


def _decoded(root: SchemaId, schemas: Mapping[SchemaId, Schema]) -> dict[SchemaId, Schema]:
    """The schemas of one event, those that speak of its data changed; none where no data is said to hold anything."""
    holders = list(reached([root], schemas, of_one_value))
    data = {
        holder.id: _end(holder.properties[_DATA], schemas)
        for holder in holders
        if _DATA in holder.properties
    }
    if not any(_holds_something(each) for each in data.values()):
        return {}
    changed: dict[SchemaId, Schema] = {}
    for holder in holders:
        held = data.get(holder.id)
        if held is None:
            continue
        if _holds_something(held):
            inner = held.content_schema
        elif _is_plain_text(held) and (holder.any_of or holder.one_of or holder.all_of):
            # It speaks for all members of the union, whatever each of them holds.
            inner = None
        else:
            continue
        target = inner if inner is not None else f"{held.id}/contentSchema"
        if inner is None:
            changed[target] = Schema(id=target, description=held.description)
        changed[holder.id] = replace(holder, properties={**holder.properties, _DATA: target})
    return changed


def _end(schema: SchemaId, schemas: Mapping[SchemaId, Schema]) -> Schema:
    seen: set[SchemaId] = set()
    found = schemas[schema]
    while found.ref is not None and found.ref in schemas and found.ref not in seen:
        seen.add(found.ref)
        found = schemas[found.ref]
    return found


def _holds_something(schema: Schema) -> bool:
    """Whether a string is said to hold JSON, or anything else with a schema."""
    if schema.content_encoding:
        return False
    media_type = schema.content_media_type.partition(";")[0].strip().lower()
    is_json = media_type == "application/json" or media_type.endswith("+json")
    return is_json or schema.content_schema is not None


def _is_plain_text(schema: Schema) -> bool:
    return schema.types == ("string",) and schema.enum is None and schema.const is ABSENT
