"""Streams: what the events of server-sent events and JSON lines are, and operations that answer in two ways.

https://spec.openapis.org/oas/v3.2.0.html#sequential-media-types
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from clientwright.build.media_types import is_stream
from clientwright.build.types import Types
from clientwright.build.value_shapes import is_null, members_of, object_members
from clientwright.ir import operations as ir
from clientwright.ir.types import Constant, Nullable, Scalar, Type
from clientwright.normalise import form

SENTINEL = "x-clientwright-sse-sentinel"
STREAM_PROPERTY = "x-clientwright-stream-property"
STREAMING = "x-clientwright-streaming"
# What ends a stream by convention, as it is no JSON and so can be no event.
DONE = "[DONE]"
# The fields of an event: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
_FIELDS = frozenset({"event", "data", "id", "retry", "comment"})
_DEPTH = 16


@dataclass(frozen=True, slots=True)
class Envelope:
    """What an event's schema describes: the whole event (`event`) or the JSON in its data (`data`).

    `data_encoded` says that the data of every event is text; `sentinel` is the data that ends a stream of such events unless the
    document names another, empty where it could be the data of one.
    """

    kind: Literal["event", "data"]
    data_encoded: bool = False
    sentinel: str = DONE


def envelope_of(schema: form.SchemaId | None, types: Types) -> Envelope:
    """Say what `schema` describes of an event.

    It describes the whole event when it is an object with `data` and otherwise only fields of events, or one that requires both
    `event` and `data`; a union when all of its members do.
    """
    if schema is None:
        return Envelope("data")
    members = list(object_members(schema, types))
    if not members or not all(_is_event(member) for member in members):
        text = _is_text(schema, types)
        return Envelope("data", text, "" if text else DONE)
    data = [member.properties["data"] for member in members]
    # A member that says nothing of the data leaves it to what stands beside the union.
    told = [each for each in data if not _is_open(types.merged(each))]
    texts = [_is_text(each, types) for each in told]
    return Envelope("event", bool(told) and all(texts), "" if any(texts) else DONE)


def _is_event(schema: form.Schema) -> bool:
    names = schema.properties.keys()
    if "data" not in names or (schema.types and "object" not in schema.types):
        return False
    return names <= _FIELDS or {"event", "data"} <= set(schema.required)


def _is_open(schema: form.Schema) -> bool:
    listed = schema.enum is not None or schema.const is not form.ABSENT
    return not (schema.types or listed or schema.properties or members_of(schema))


def _is_text(schema: form.SchemaId, types: Types, depth: int = 0) -> bool:
    """Say whether an event's `data` is declared as text, so that nothing is to be decoded."""
    merged = types.merged(schema)
    named = {name for name in merged.types if name != "null"}
    if named:
        return named == {"string"}
    values = merged.enum if merged.enum is not None else (merged.const,)
    if all(isinstance(value, str) for value in values):
        return True
    members = [each for each in members_of(merged) if not is_null(types.merged(each))]
    return (
        depth < _DEPTH
        and bool(members)
        and all(_is_text(member, types, depth + 1) for member in members)
    )


def sentinel_of(usual: str, *extensions: Mapping[str, Any]) -> str:
    """Return the data that ends a stream, from the first of `extensions` to give one, else the usual; empty for none."""
    for values in extensions:
        found = values.get(SENTINEL)
        if isinstance(found, str):
            return found
    return usual


def two_answers(responses: Sequence[ir.Response]) -> bool:
    """Say whether a success answers either with a stream or with something that is none."""
    kinds = [
        is_stream(content.kind)
        for response in responses
        if not response.error
        for content in response.contents
    ]
    return any(kinds) and not all(kinds)


def answers_by(responses: Sequence[ir.Response], *, streaming: bool) -> tuple[ir.Response, ...]:
    """Return the responses with only the streams, or only the others, among the contents of each success.

    A success that has content, and none of that kind, is left out.
    """
    kept: list[ir.Response] = []
    for response in responses:
        if response.error or not response.contents:
            kept.append(response)
            continue
        contents = tuple(
            content for content in response.contents if is_stream(content.kind) == streaming
        )
        if contents:
            kept.append(replace(response, contents=contents))
    return tuple(kept)


def only_streams(responses: Sequence[ir.Response]) -> bool:
    """Say whether every success with a body is a stream, and there is one."""
    contents = [
        content for response in responses if not response.error for content in response.contents
    ]
    return bool(contents) and all(is_stream(content.kind) for content in contents)


def switch_name(operation: form.Operation) -> str:
    """Return the name of the property or parameter that asks for a stream: `stream` unless the document says otherwise."""
    given = operation.extensions.get(STREAM_PROPERTY)
    return given if isinstance(given, str) and given else "stream"


def body_has_switch(body: form.RequestBody | None, name: str, types: Types) -> bool:
    """Say whether each form of the body is an object with a boolean property `name` that may be true or false."""
    members = _forms(body, types)
    return bool(members) and all(
        name in member.properties and _is_switch(member.properties[name], types)
        for member in members
    )


def needs_more(body: form.RequestBody | None, name: str, types: Types) -> bool:
    """Say whether no form of the body is complete with the property `name` alone."""
    members = _forms(body, types)
    return bool(members) and all(set(member.required) - {name} for member in members)


def _forms(body: form.RequestBody | None, types: Types) -> list[form.Schema]:
    schemas = [media.schema for media in body.content if media.schema is not None] if body else []
    return [member for schema in schemas for member in object_members(schema, types)]


def _is_switch(schema: form.SchemaId, types: Types, depth: int = 0) -> bool:
    merged = types.merged(schema)
    if merged.const is not form.ABSENT or (
        merged.enum is not None and len(set(map(repr, merged.enum))) < 2
    ):
        return False
    if {name for name in merged.types if name != "null"} == {"boolean"}:
        return True
    members = [each for each in members_of(merged) if not is_null(types.merged(each))]
    return (
        depth < _DEPTH
        and not merged.types
        and bool(members)
        and all(_is_switch(member, types, depth + 1) for member in members)
    )


def pin_parameters(
    parameters: Sequence[ir.Parameter], name: str, value: bool
) -> tuple[ir.Parameter, ...]:
    """Return the parameters with the boolean one called `name` fixed at `value`."""
    return tuple(
        replace(parameter, type=Constant(value), constant=True, has_default=False, default=None)
        if parameter.wire_name == name and _is_boolean(parameter.type)
        else parameter
        for parameter in parameters
    )


def _is_boolean(type_: Type) -> bool:
    inner = type_.inner if isinstance(type_, Nullable) else type_
    return isinstance(inner, Scalar) and inner.scalar == "boolean"
