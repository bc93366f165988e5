"""The drivers of the suites, on what needs no suite; the suites themselves run by `make conformance`."""

from __future__ import annotations

import datetime
import json
import tomllib
from datetime import UTC
from pathlib import Path
from typing import Any

import httpx
import pytest
from conformance import autorest, documents, json_schema, run, spector, suites, swagger_answers
from conformance.arguments import NoArgument, wanted_of
from conformance.outcomes import Outcome
from conformance.scenarios import Call, find_place, read_scenarios
from corpus.raw_document import METHODS, RawDocument, read


def call(uri: str, method: str = "get", **told: Any) -> Call:
    nothing = {"query": {}, "headers": {}, "pathParams": {}, "answerHeaders": {}}
    bare = {"uri": uri, "method": method, "body": None, "answer": None, "status": 204}
    return Call.of({**nothing, **bare, "custom": False, **told})


@pytest.fixture(name="document")
def _document() -> RawDocument:
    numbers = {"type": "array", "items": {"type": "integer"}}
    parameters: list[dict[str, Any]] = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": "n", "in": "query", "explode": False, "schema": numbers},
        {"name": "X-At", "in": "header", "schema": {"type": "integer"}},
    ]
    item = {"get": {"operationId": "one", "parameters": parameters, "responses": {}}}
    return RawDocument(
        {
            "openapi": "3.1.0",
            "servers": [{"url": "{endpoint}/api-version:{version}"}],
            "paths": {"/items/{id}": item, "/items/first": {"get": {"responses": {}}}},
        }
    )


def test_a_call_finds_its_operation_and_what_its_url_says(document: RawDocument) -> None:
    place = find_place(document, call("/api-version:v2/items/a%20b"))
    assert place is not None and place.operation.id == "one"
    assert (place.values, place.variables) == ({"id": "a%20b"}, {"version": "v2"})
    assert place.server_path == "/api-version:v2"
    first = find_place(document, call("/api-version:v2/items/first"))
    assert first is not None and first.operation.path == "/items/first"
    assert find_place(document, call("/api-version:v2/items/1", "post")) is None


def test_arguments_are_what_the_request_says(document: RawDocument) -> None:
    names = {("path", "id"): "id", ("query", "n"): "n", ("header", "X-At"): "x_at"}
    listed = [
        {"in": where, "name_on_wire": wire, "argument": argument, "required": False}
        for (where, wire), argument in names.items()
    ]
    expected = call("/api-version:v2/items/:id?n=1,2", pathParams={"id": "7"}, headers={"x-at": 3})
    place = find_place(document, expected)
    assert place is not None
    wanted = wanted_of(document, place, {"parameters": listed}, expected)
    assert wanted.arguments == {"id": "7", "n": [1, 2], "x_at": 3}
    with pytest.raises(NoArgument):
        wanted_of(document, place, {"parameters": listed}, call("/api-version:v2/items/7?other=1"))


def test_events_are_told_apart() -> None:
    text = '\ufeffevent: a\ndata: {"x":\ndata: 1}\n\ndata: plain\r\n\r\n'
    assert list(spector.events_of(text)) == [["a", {"x": 1}], ["message", "plain"]]


def test_groups_become_a_document_of_each_version(tmp_path: Path) -> None:
    instances = [{"description": "fits", "data": 1, "valid": True}]
    schemas: list[Any] = [{"type": ["integer", "null"]}, {"$ref": "#/$defs/a"}, {"minimum": 1}]
    file = tmp_path / "file.json"
    file.write_text(
        json.dumps([{"description": "d", "schema": s, "tests": instances} for s in schemas])
    )
    assert [g.schema for g in json_schema.read_groups(file, "3.0.3")] == [{"minimum": 1}]
    groups = json_schema.read_groups(file, "3.1.0")
    document = json_schema.document_of(groups, "3.1.0")
    assert len(document["paths"]) == 3
    assert "$id" in document["components"]["schemas"]["Group1"]


def test_answers_follow_a_document_or_do_not() -> None:
    schema = {"type": "array", "items": {"$ref": "#/definitions/Day"}}
    operation = {"responses": {"200": {"schema": schema}}}
    tree = {"definitions": {"Day": {"type": "string", "format": "date"}}}
    for content, wanted in ((b'["2026-02-03"]', True), (b'["soon"]', False), (b"[", False)):
        answer = httpx.Response(200, content=content)
        assert swagger_answers.follows(answer, operation, tree) is wanted


@pytest.mark.parametrize(
    ("content", "result"),
    [
        ('"/+8="', b"\xff\xef"),
        ('"_-8"', b"\xff\xef"),
        ("1460505600", datetime.datetime(2016, 4, 13, tzinfo=UTC)),
        ('{"a": ["2016-04-13t00:00:00z"]}', {"a": [datetime.datetime(2016, 4, 13, tzinfo=UTC)]}),
        ('"PT1H"', datetime.timedelta(hours=1)),
        ("[1.5, null, true]", [1.5, None, True]),
    ],
)
def test_objects_are_what_they_stand_for(content: str, result: Any) -> None:
    assert swagger_answers.same(content, result) == ""
    assert swagger_answers.same(content, [result, "more"])


def test_what_is_not_known_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    passed = Outcome("http", "Any_thing 3.1", "passed")
    assert run.report([passed], whole=False) == 0
    assert run.report([passed, Outcome("http", "Other 3.0", "failed", "why")], whole=False) == 1
    assert "FAILED http: Other 3.0: why" in capsys.readouterr().out


def test_what_is_known_has_a_reason() -> None:
    listed = tomllib.loads(run.KNOWN.read_text())
    assert listed.keys() <= {*(json_schema.SUITE, documents.SUITE, autorest.SUITE, *suites.SPECTOR)}
    assert all(reason.strip() for reasons in listed.values() for reason in reasons.values())


@pytest.mark.parametrize("suite", suites.SPECTOR)
def test_known_scenarios_are_scenarios(suite: str) -> None:
    folder = suites.FOLDER / suite
    if not (folder / "scenarios.json").exists():
        pytest.skip("the suites are not installed: make conformance")
    names = {scenario.name for scenario in read_scenarios(folder)}
    assert tomllib.loads(run.KNOWN.read_text()).get(suite, {}).keys() <= names


def test_calls_of_the_table_are_of_operations() -> None:
    folder = suites.FOLDER / "node_modules" / suites.AUTOREST / "swagger"
    if not folder.exists():
        pytest.skip("the suites are not installed: make conformance")
    for name, listed in autorest.TABLE.items():
        tree = read(folder / f"{name}.json")
        items = [*tree["paths"].values(), *tree.get("x-ms-paths", {}).values()]
        known = {
            item[method].get("operationId")
            for item in items
            for method in item.keys() & set(METHODS)
        }
        assert {each for each in listed if not each.startswith("$")} <= known
