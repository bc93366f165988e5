"""Answers that an extension describes as streams, in documents that can only name `application/json`.

`x-clientwright-streaming: {format: sse, response: SCHEMA, response-stream: SCHEMA}` on an operation says that its success is
JSON that follows `response`, or a stream of what follows `response-stream`; with neither of them, and no `stream-condition`, it
is always a stream. `format` is `sse` for server-sent events, else the stream is JSON lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from clientwright.load import Location
from clientwright.normalise.fields import Fields, as_object
from clientwright.normalise.form import Json, MediaType, Response, SchemaId
from clientwright.normalise.vendor import source_of

STREAMING = "streaming"
_FORMATS = {"sse": "text/event-stream", "json": "application/x-ndjson"}
_FIELDS = frozenset(
    {
        "format",
        "terminator",
        "stream-condition",
        "stream-description",
        "response",
        "response-stream",
    }
)


def with_streams(operation: Fields, responses: tuple[Response, ...]) -> tuple[Response, ...]:
    """`responses` with the streams that the extension adds to each success in JSON, and in JSON alone."""
    key = source_of(operation.values, STREAMING)
    value = operation.values.get(key)
    nothing: Mapping[str, Json] = {}
    settings = nothing if value is True else as_object(value)
    if settings is None:
        return responses
    location = operation.child(key)
    for name in settings.keys() - _FIELDS:
        operation.context.info(
            location.child(name),
            "extension-not-read",
            f"`{name}` of `{key}` is not known; it has no effect.",
        )
    successes = [each for each in responses if each.status.startswith("2")]
    if not any(each.content for each in successes):
        operation.context.warning(
            location,
            "nothing-to-stream",
            f"No success of the operation answers with JSON; `{key}` has no effect.",
            "Describe the answer as `application/json`.",
        )
    return tuple(
        replace(response, content=_ways(operation, location, settings, response.content[0]))
        if response in successes and _is_json_alone(response.content)
        else response
        for response in responses
    )


def _is_json_alone(content: tuple[MediaType, ...]) -> bool:
    return len(content) == 1 and content[0].name.partition(";")[0].strip() == "application/json"


def _ways(
    operation: Fields, location: Location, settings: Mapping[str, Json], media: MediaType
) -> tuple[MediaType, ...]:
    """The media types of an answer that is described as `media`: without the stream, where there is such a way, and with it."""

    def schema(name: str) -> SchemaId | None:
        return operation.context.schemas.add(location.child(name)) if name in settings else None

    chosen = settings.get("format", "json")
    name = _FORMATS.get(chosen, "") if isinstance(chosen, str) else ""
    if not name:
        operation.context.warning(
            location.child("format"),
            "extension-not-read",
            "The format of a stream is `sse` or `json`; it is taken for `json`.",
        )
    events = replace(
        media,
        name=name or _FORMATS["json"],
        schema=schema("response-stream") or media.schema,
        examples=(),
    )
    if not settings.keys() & {"response", "response-stream", "stream-condition"}:
        return (events,)
    return replace(media, schema=schema("response") or media.schema), events
