from __future__ import annotations

from typing import Any

from clientwright.diagnostics import Severity
from clientwright.normalise import Normalised
from clientwright.normalise.form import Server, ServerVariable, Tag
from clientwright.normalise.server import resolve_url


def codes(result: Normalised) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.code) for finding in result.diagnostics]


def test_what_the_document_says_of_itself(document: Any) -> None:
    result = document(
        {
            "info": {
                "title": "T",
                "version": 1.5,
                "summary": "S",
                "description": None,
                "contact": {"name": "N", "email": "n@example.com"},
                "license": {"name": "MIT", "identifier": "MIT"},
                "termsOfService": "https://terms",
            },
            "webhooks": {"new": {}},
            "x-own": [1],
        }
    )
    api = result.api
    assert (api.title, api.version, api.summary, api.description) == ("T", "1.5", "S", "")
    assert (api.contact, api.license) == ("N (n@example.com)", "MIT (MIT)")
    assert api.terms_of_service == "https://terms"
    assert api.openapi == "3.1.0"
    assert api.extensions == {"x-own": [1]}
    assert api.servers == (Server(url="/"),)
    assert sorted(codes(result)) == [
        (Severity.INFO, "number-for-string"),
        (Severity.INFO, "webhooks-not-expressed"),
        (Severity.INFO, "wrong-type"),
    ]


def test_servers_and_their_variables(document: Any) -> None:
    result = document(
        {
            "servers": [
                {
                    "url": "https://{region}.example.com:{port}/{base}",
                    "name": "main",
                    "variables": {
                        "region": {"default": "eu", "enum": ["us"]},
                        "port": {"default": 8443},
                        "unused": {"default": "x"},
                    },
                },
                {"description": "no url"},
                3,
            ]
        },
        version="3.2.0",
    )
    (server,) = result.api.servers
    assert (server.url, server.name) == ("https://{region}.example.com:{port}/{base}", "main")
    assert server.variables == (
        ServerVariable("region", "eu", ("eu", "us")),
        ServerVariable("port", "8443"),
        ServerVariable("base", ""),
    )
    assert sorted(code for _, code in codes(result)) == [
        "number-for-string",
        "server-default-not-allowed",
        "server-without-url",
        "undeclared-server-variable",
        "unused-server-variable",
        "wrong-type",
    ]


def test_relative_servers_start_where_the_document_came_from() -> None:
    from_url = "https://docs.example.com/api/openapi.json"
    assert resolve_url("/v1", from_url) == "https://docs.example.com/v1"
    assert resolve_url("v1", from_url) == "https://docs.example.com/api/v1"
    assert resolve_url("//other/v1", from_url) == "https://other/v1"
    assert resolve_url("https://x/{a}", from_url) == "https://x/{a}"
    assert resolve_url("{scheme}://x", from_url) == "{scheme}://x"
    assert resolve_url("/v1", "") == "/v1"


def test_tags_with_parents(document: Any) -> None:
    result = document(
        {
            "tags": [
                {"name": "a", "summary": "A", "kind": "nav"},
                {"name": "b", "parent": "a", "x-own": 1},
                {"name": "c", "parent": "missing"},
                {"name": "d", "parent": "e"},
                {"name": "e", "parent": "d"},
                {"name": "a"},
                "plain",
                {"description": "no name"},
            ]
        },
        version="3.2.0",
    )
    tags = {tag.name: tag for tag in result.api.tags}
    assert list(tags) == ["a", "b", "c", "d", "e", "plain"]
    assert tags["a"] == Tag("a", summary="A", kind="nav")
    assert (tags["b"].parent, tags["b"].extensions) == ("a", {"x-own": 1})
    assert tags["c"].parent == ""
    assert [tags["d"].parent, tags["e"].parent] == ["e", ""]
    assert [code for _, code in codes(result)] == [
        "duplicate-tag",
        "tag-string",
        "tag-without-name",
        "tag-parent",
        "tag-parent",
    ]
