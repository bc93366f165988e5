"""Lists that look like pages: what is guessed, what is not, and that a guess holds when it is agreed to."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from clientwright.cli import main
from support.documents import Builder, Json, answer, document
from support.loopback import HttpServer, Received, Reply, json_reply

STRING: Json = {"type": "string"}
INTEGER: Json = {"type": "integer"}
ITEMS: Json = {"type": "array", "items": {"type": "object", "properties": {"id": STRING}}}


def listing(queries: dict[str, Json], schema: Json, **more: Any) -> Json:
    parameters = [{"name": name, "in": "query", "schema": each} for name, each in queries.items()]
    operation = {"operationId": "list", "parameters": parameters, "responses": {"200": schema}}
    return document({"/things": {"get": {**operation, **more}}})


def an_answer(**properties: Json) -> Json:
    return answer({"type": "object", "properties": properties})


def guessed(tmp_path: Path, source: Json) -> Any:
    found = [
        json.loads(item.remedy)["x-clientwright-pagination"]
        for item in Builder(tmp_path)(source).diagnostics
        if item.code == "pages-not-declared"
    ]
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize(
    ("queries", "schema", "kind", "inputs", "outputs"),
    [
        (
            {"after": STRING, "limit": INTEGER},
            an_answer(data=ITEMS, last_id=STRING, has_more={"type": "boolean"}),
            "cursor",
            {"after": "cursor", "limit": "limit"},
            {"results": "$.data", "nextCursor": "$.last_id", "hasMore": "$.has_more"},
        ),
        (
            {"pageToken": STRING, "pageSize": INTEGER},
            an_answer(things=ITEMS, nextPageToken=STRING),
            "cursor",
            {"pageToken": "cursor", "pageSize": "limit"},
            {"results": "$.things", "nextCursor": "$.nextPageToken"},
        ),
        (
            {"page[cursor]": STRING, "cursor": STRING},
            an_answer(
                data=ITEMS,
                included=ITEMS,
                meta={"type": "object", "properties": {"next_cursor": STRING}},
            ),
            "cursor",
            {"cursor": "cursor"},
            {"results": "$.data", "nextCursor": "$.meta.next_cursor"},
        ),
        (
            {"page": INTEGER, "per_page": INTEGER},
            answer(ITEMS),
            "page",
            {"page": "page", "per_page": "limit"},
            {"results": "$"},
        ),
        (
            {"offset": INTEGER},
            an_answer(items=ITEMS, total=INTEGER),
            "offset",
            {"offset": "offset"},
            {"results": "$.items", "total": "$.total"},
        ),
        (
            {"q": STRING},
            an_answer(results=ITEMS, next={"type": ["string", "null"], "format": "uri"}),
            "url",
            {},
            {"results": "$.results", "nextUrl": "$.next"},
        ),
    ],
)
def test_what_looks_like_pages(
    tmp_path: Path,
    queries: dict[str, Json],
    schema: Json,
    kind: str,
    inputs: dict[str, str],
    outputs: dict[str, str],
) -> None:
    found = guessed(tmp_path, listing(queries, schema))
    assert found["type"] == kind
    assert {item["name"]: item["type"] for item in found.get("inputs", [])} == inputs
    assert found["outputs"] == outputs


@pytest.mark.parametrize(
    ("queries", "schema"),
    [
        ({}, answer(ITEMS)),
        ({"limit": INTEGER}, answer(ITEMS)),
        ({"after": STRING}, an_answer(data=ITEMS)),
        ({"page": INTEGER}, an_answer(first=ITEMS, second=ITEMS)),
        ({"page": INTEGER}, an_answer(text=STRING)),
        ({"page": INTEGER}, answer(STRING)),
        ({"cursor": STRING}, answer(ITEMS)),
        ({"cursor": STRING}, an_answer(data=ITEMS, next={"type": "boolean"})),
    ],
)
def test_what_does_not(tmp_path: Path, queries: dict[str, Json], schema: Json) -> None:
    assert guessed(tmp_path, listing(queries, schema)) is None


@pytest.mark.parametrize(
    "said", [False, {"type": "offsetLimit", "inputs": [{"name": "page", "type": "page"}]}]
)
def test_nothing_is_guessed_where_the_document_says_something(tmp_path: Path, said: Any) -> None:
    source = listing({"page": INTEGER}, answer(ITEMS), **{"x-clientwright-pagination": said})
    assert guessed(tmp_path, source) is None


def test_a_guess_that_is_agreed_to_walks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The overlay that is suggested makes a list that goes on to its other pages."""
    source = listing({"after": STRING}, an_answer(data=ITEMS, last_id={"type": ["string", "null"]}))
    spec, overlay = tmp_path / "api.yaml", tmp_path / "pages.yaml"
    spec.write_text(yaml.safe_dump(source), encoding="utf-8")

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(main, arguments, prog_name="clientwright")
        assert done.exit_code == (1 if "suggest" in arguments else 0), done.output
        return done.stdout

    overlay.write_text(run("overlay", "suggest", str(spec)), encoding="utf-8")
    out = ("--package", "guessed_pages", "--client-class", "Things", "--out", str(tmp_path / "out"))
    run("generate", "--spec", str(spec), "--overlay", str(overlay), *out)

    def reply(request: Received) -> Reply:
        after = dict(request.query).get("after", "0")
        rest = [str(number) for number in range(int(after) + 1, 6)][:2]
        return json_reply(
            {"data": [{"id": each} for each in rest], "last_id": rest[-1] if rest else None}
        )

    monkeypatch.syspath_prepend(str(tmp_path / "out"))
    package = importlib.import_module("guessed_pages")
    try:
        with HttpServer(reply) as server, package.Things(server_url=server.url) as client:
            assert [each.id for each in client.list()] == ["1", "2", "3", "4", "5"]
            assert [request.target for request in server.requests][:2] == [
                "/things",
                "/things?after=2",
            ]
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] == "guessed_pages"]:
            del sys.modules[name]
