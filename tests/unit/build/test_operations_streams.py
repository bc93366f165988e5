"""Streams and pages, from tiny documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from clientwright import ir
from support.documents import Builder, Json, answer, document, json_of, posting

STRING: Json = {"type": "string"}
INTEGER: Json = {"type": "integer"}
BOOLEAN: Json = {"type": "boolean"}
CHUNK: Json = {"type": "object", "properties": {"delta": STRING}}
SSE = "text/event-stream"


def an_object(*required: str, **properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(required)}


@pytest.fixture
def build(tmp_path: Path) -> Builder:
    return Builder(tmp_path)


def streamed(
    build: Builder, schema: Json, media_type: str = SSE, key: str = "schema"
) -> ir.ResponseContent:
    responses: Json = {"200": {"description": "", "content": {media_type: {key: schema}}}}
    operation = build.one({**posting(responses=responses), "openapi": "3.2.0"})
    assert operation.streams
    return operation.responses[0].contents[0]


@pytest.mark.parametrize(
    ("schema", "envelope", "encoded"),
    [
        (an_object(event=STRING, data=CHUNK), "event", False),
        (an_object(data=CHUNK), "event", False),
        (an_object(data=STRING, id=STRING, retry=INTEGER), "event", True),
        (an_object(data={"type": ["string", "null"]}, id=STRING), "event", True),
        (an_object("event", "data", event=STRING, data=CHUNK, enabled=BOOLEAN), "event", False),
        (an_object(event=STRING, data=CHUNK, task=STRING), "data", False),
        (an_object(type=STRING, data=CHUNK), "data", False),
        (CHUNK, "data", False),
        (STRING, "data", True),
        ({"type": "string", "enum": ["a", "b"]}, "data", True),
        ({"oneOf": [an_object(event=STRING, data=CHUNK), an_object(data=INTEGER)]}, "event", False),
        ({"oneOf": [an_object(event=STRING, data=CHUNK), CHUNK]}, "data", False),
        ({"allOf": [an_object(event=STRING), an_object(data=CHUNK)]}, "event", False),
        ({"type": "array", "items": an_object(data=CHUNK)}, "event", False),
    ],
)
def test_what_the_schema_of_an_event_describes(
    build: Builder, schema: Json, envelope: str, encoded: bool
) -> None:
    for key in ("schema", "itemSchema"):
        if key == "schema" or "items" not in schema:
            content = streamed(build, schema, key=key)
            assert (content.kind, content.envelope, content.data_encoded) == (
                "sse",
                envelope,
                encoded,
            )


def test_json_lines(build: Builder) -> None:
    for media_type in ("application/jsonl", "application/x-ndjson", "application/json-seq"):
        for schema, key in (
            (INTEGER, "schema"),
            ({"type": "array", "items": INTEGER}, "schema"),
            (INTEGER, "itemSchema"),
        ):
            content = streamed(build, schema, media_type, key)
            assert (content.kind, content.type) == ("json-lines", ir.Scalar("integer"))


def test_the_sentinel_is_read_from_where_it_stands(build: Builder) -> None:
    source = posting(
        responses={"200": answer(CHUNK, SSE)}, **{"x-clientwright-sse-sentinel": "[END]"}
    )
    assert build.one(source).responses[0].contents[0].sentinel == "[END]"
    source["paths"]["/things"]["post"]["x-clientwright-sse-sentinel"] = ""
    assert build.one(source).responses[0].contents[0].sentinel == ""
    source["x-clientwright-sse-sentinel"] = "END"
    assert build.one(source).responses[0].contents[0].sentinel == ""
    del source["paths"]["/things"]["post"]["x-clientwright-sse-sentinel"]
    assert build.one(source).responses[0].contents[0].sentinel == "END"


WHOLE = {"type": "object", "required": ["event", "data"]}
DONE_EVENT = {**WHOLE, "properties": {"event": {"const": "done"}, "data": {"const": "[DONE]"}}}
CHUNK_EVENT = {**WHOLE, "properties": {"event": {"const": "chunk"}, "data": CHUNK}}


@pytest.mark.parametrize(
    ("schema", "sentinel"),
    [
        (CHUNK, "[DONE]"),
        ({}, "[DONE]"),
        ({"anyOf": [CHUNK, STRING]}, "[DONE]"),
        (CHUNK_EVENT, "[DONE]"),
        (STRING, ""),
        ({"type": "string", "format": "date-time"}, ""),
        (DONE_EVENT, ""),
        ({"oneOf": [CHUNK_EVENT, DONE_EVENT]}, ""),
    ],
)
def test_what_ends_most_streams_ends_one_unless_it_may_be_an_event(
    build: Builder, schema: Any, sentinel: str
) -> None:
    content = streamed(build, schema)
    assert content.sentinel == sentinel


def test_json_lines_end_as_events_do(build: Builder) -> None:
    assert streamed(build, CHUNK, "application/jsonl").sentinel == "[DONE]"
    assert streamed(build, STRING, "application/jsonl").sentinel == ""


def two_ways(body: Any = None, **more: Any) -> Json:
    content = {"application/json": {"schema": CHUNK}, SSE: {"schema": CHUNK}}
    return posting(
        body, {"200": {"description": "", "content": content}, "422": answer(CHUNK)}, **more
    )


def test_two_answers_become_two_methods(build: Builder) -> None:
    body = {
        "required": True,
        **json_of(an_object("q", q=STRING, stream={**BOOLEAN, "default": False})),
    }
    built = build(two_ways(body))
    plain, events = built.api.operations
    assert [(o.id, o.name, o.streams, o.pinned) for o in (plain, events)] == [
        ("make", "make", False, (("stream", False),)),
        ("make#stream", "make_stream", True, (("stream", True),)),
    ]
    assert [c.kind for r in plain.responses for c in r.contents] == ["json", "json"]
    assert [c.kind for r in events.responses for c in r.contents] == ["sse", "json"]
    assert built.fates == {"make": "generated"}
    assert built.api.resources[0].operations == ("make", "make#stream")


def test_the_switch_may_have_another_name_or_be_a_parameter(build: Builder) -> None:
    body = json_of(an_object(sse=BOOLEAN, stream=BOOLEAN))
    source = two_ways(body, **{"x-clientwright-stream-property": "sse"})
    assert [o.pinned for o in build(source).api.operations] == [(("sse", False),), (("sse", True),)]
    query = {"name": "stream", "in": "query", "schema": BOOLEAN}
    operations = build(two_ways(parameters=[query])).api.operations
    assert [(o.parameters[0].type, o.parameters[0].constant) for o in operations] == [
        (ir.Constant(False), True),
        (ir.Constant(True), True),
    ]


@pytest.mark.parametrize(
    "schema",
    [
        an_object(q=STRING),
        an_object(stream=STRING),
        an_object(stream={"const": True}),
        {"oneOf": [an_object(stream=BOOLEAN), an_object(q=STRING)]},
    ],
)
def test_without_a_switch_nothing_is_pinned(build: Builder, schema: Json) -> None:
    assert [o.pinned for o in build(two_ways(json_of(schema))).api.operations] == [(), ()]


def test_a_switch_that_every_form_of_the_body_has_is_pinned(build: Builder) -> None:
    nullable = {"anyOf": [BOOLEAN, {"type": "null"}]}
    body = json_of({"oneOf": [an_object(stream=BOOLEAN, a=STRING), an_object(stream=nullable)]})
    assert [o.pinned for o in build(two_ways(body)).api.operations] == [
        (("stream", False),),
        (("stream", True),),
    ]


@pytest.mark.parametrize(
    ("schema", "required"),
    [
        (an_object("prompt", prompt=STRING, stream=BOOLEAN), True),
        (an_object("stream", prompt=STRING, stream=BOOLEAN), False),
        (
            {
                "oneOf": [
                    an_object("a", a=STRING, stream=BOOLEAN),
                    an_object("b", b=STRING, stream=BOOLEAN),
                ]
            },
            True,
        ),
        (
            {
                "oneOf": [
                    an_object("a", a=STRING, stream=BOOLEAN),
                    an_object(b=STRING, stream=BOOLEAN),
                ]
            },
            False,
        ),
    ],
)
def test_a_switch_that_is_sent_makes_an_optional_body_required(
    build: Builder, schema: Json, required: bool
) -> None:
    source = two_ways(json_of(schema))
    body = source["paths"]["/things"]["post"]["requestBody"]
    assert not body.get("required")
    bodies = [operation.body for operation in build(source).api.operations]
    assert [body is not None and body.required for body in bodies] == [required, required]


def test_a_method_that_can_only_stream_asks_for_it(build: Builder) -> None:
    responses: Json = {"200": answer(CHUNK, SSE)}
    body = json_of(an_object(stream=BOOLEAN))
    operation = build.one(posting(body, responses))
    assert (operation.streams, operation.pinned) == (True, (("stream", True),))
    constant = json_of(an_object(stream={"const": True}))
    assert build.one(posting(constant, responses)).pinned == ()


@pytest.mark.parametrize(
    ("name", "free", "taken"),
    [("make_stream", "make", "make_whole"), ("stream_text", "text", "text_whole")],
)
def test_the_streaming_half_keeps_a_name_that_says_stream(
    build: Builder, name: str, free: str, taken: str
) -> None:
    source = two_ways()
    source["paths"]["/things"]["post"]["operationId"] = name
    assert [o.name for o in build(source).api.operations] == [free, name]
    source["paths"]["/other"] = {"get": {"operationId": free, "responses": {"200": answer(STRING)}}}
    assert [o.name for o in build(source).api.operations] == [taken, name, free]


def test_the_streaming_half_takes_a_name_that_is_free(build: Builder) -> None:
    source = two_ways()
    source["paths"]["/other"] = {
        "get": {"operationId": "make_stream", "responses": {"200": answer(STRING)}}
    }
    assert [o.name for o in build(source).api.operations] == ["make", "stream_make", "make_stream"]


def test_variants_are_operations_of_their_own(build: Builder) -> None:
    def operation(id_: str, media_type: str) -> Json:
        return {"post": {"operationId": id_, "responses": {"200": answer(CHUNK, media_type)}}}

    source = document(
        {"/c": operation("c_go", "application/json"), "/c#stream": operation("c_go_stream", SSE)}
    )
    assert [(o.name, o.path, o.variant, o.streams) for o in build(source).api.operations] == [
        ("go", "/c", "", False),
        ("go_stream", "/c", "stream", True),
    ]


def paged(
    pagination: Any,
    answer_schema: Json,
    parameters: tuple[str, ...] = (),
    body: Json | None = None,
    **more: Any,
) -> Json:
    return posting(
        json_of(body) if body else None,
        {"200": answer(answer_schema)},
        parameters=[
            {"name": name, "in": "query", "schema": {"type": "integer", "minimum": 0}}
            for name in parameters
        ],
        **{"x-clientwright-pagination": pagination, **more},
    )


ITEMS: Json = {"type": "array", "items": CHUNK}
PAGE: Json = an_object(
    data=an_object(list=ITEMS),
    next={"type": ["string", "null"]},
    pages=INTEGER,
    more=BOOLEAN,
)


def test_pagination_by_cursor_in_the_body(build: Builder) -> None:
    source = paged(
        {
            "type": "cursor",
            "inputs": [
                {"name": "pageToken", "in": "requestBody", "type": "cursor"},
                {"name": "size", "in": "parameters", "type": "limit"},
            ],
            "outputs": {"results": "$.data.list", "nextCursor": "$.next", "hasMore": "$['more']"},
        },
        PAGE,
        ("size",),
        an_object(pageToken=STRING),
    )
    pagination = build.one(source).pagination
    assert pagination is not None
    assert pagination.kind == "cursor"
    assert [(i.name, i.wire_name, i.location, i.role) for i in pagination.inputs] == [
        ("page_token", "pageToken", "body", "cursor"),
        ("size", "size", "parameter", "limit"),
    ]
    assert (pagination.items, pagination.next_cursor, pagination.has_more) == (
        ("data", "list"),
        ("next",),
        ("more",),
    )
    assert isinstance(pagination.item, ir.Named)


def test_pagination_by_page_and_offset(build: Builder) -> None:
    by_page = {
        "type": "offsetLimit",
        "inputs": [{"name": "page", "in": "parameters", "type": "page"}],
        "outputs": {"results": "$.data.list[*]", "numPages": "$.pages"},
    }
    pagination = build.one(paged(by_page, PAGE, ("page",))).pagination
    assert pagination is not None
    assert (pagination.kind, pagination.page_count, pagination.first_page) == (
        "page",
        ("pages",),
        0,
    )
    by_offset = {
        "type": "offsetLimit",
        "inputs": [{"name": "from", "type": "offset"}],
        "outputs": {},
    }
    pagination = build.one(paged(by_offset, ITEMS, ("from",))).pagination
    assert pagination is not None
    assert (pagination.kind, pagination.items) == ("offset", ())


def test_pagination_by_a_next_link_and_by_the_last_item(build: Builder) -> None:
    by_url = {"type": "url", "outputs": {"results": "$.data.list", "nextUrl": "$.next"}}
    pagination = build.one(paged(by_url, PAGE)).pagination
    assert pagination is not None
    assert (pagination.kind, pagination.next_url, pagination.inputs) == ("url", ("next",), ())
    by_last = {
        "type": "cursor",
        "inputs": [{"name": "after", "type": "cursor"}],
        "outputs": {"results": "$", "nextCursor": "$[-1].delta"},
    }
    pagination = build.one(paged(by_last, ITEMS, ("after",))).pagination
    assert pagination is not None
    assert (pagination.items, pagination.next_cursor) == ((), (-1, "delta"))
    by_header = {"type": "linkHeader"}
    pagination = build.one(paged(by_header, ITEMS)).pagination
    assert pagination is not None and pagination.link_header


@pytest.mark.parametrize(
    "pagination",
    [
        "cursor",
        {"type": "guess"},
        {"type": "cursor", "inputs": [], "outputs": {"results": "$.data.list"}},
        {
            "type": "cursor",
            "inputs": [{"name": "nope", "type": "cursor"}],
            "outputs": {"nextCursor": "$.next"},
        },
        {
            "type": "cursor",
            "inputs": [{"name": "after", "type": "cursor"}],
            "outputs": {"results": "$.data.list"},
        },
        {"type": "url", "outputs": {"results": "$.nowhere", "nextUrl": "$.next"}},
        {"type": "url", "outputs": {"results": "$.next", "nextUrl": "$.next"}},
        {"type": "url", "outputs": {"results": "$..list", "nextUrl": "$.next"}},
        {"type": "url", "outputs": {"results": 7, "nextUrl": "$.next"}},
        {"type": "url", "outputs": {"nextUrl": "$.next"}},
        {"type": "url", "inputs": "all"},
    ],
)
def test_pagination_that_does_not_fit_is_reported(build: Builder, pagination: Any) -> None:
    built = build(paged(pagination, PAGE, ("after",)))
    assert built.api.operations[0].pagination is None
    assert built.fates == {"make": "degraded"}
    assert "pagination-unfit" in [item.code for item in built.diagnostics]
