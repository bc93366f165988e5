"""Servers, security, retries and media types, from tiny inputs."""

from __future__ import annotations

from typing import Any

import pytest
from clientwright.build.arguments import argument_names
from clientwright.build.findings import Findings
from clientwright.build.media_types import content_kind, request_rank, sent_as
from clientwright.build.retries import retries_of
from clientwright.build.security import requirements, security_schemes
from clientwright.build.servers import servers
from clientwright.ir import Requirement
from clientwright.ir.operations import ContentKind
from clientwright.normalise import form


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", "json"),
        ("Application/JSON; charset=utf-8", "json"),
        ("application/vnd.acme+json", "json"),
        ("application/problem+json", "json"),
        ("application/vnd.acme+json-seq", "json-lines"),
        ("application/x-ndjson", "json-lines"),
        ("application/json-seq", "json-lines"),
        ("text/event-stream;charset=utf-8", "sse"),
        ("multipart/form-data", "multipart"),
        ("multipart/mixed; boundary=x", "multipart"),
        ("application/x-www-form-urlencoded", "form"),
        ("text/csv", "text"),
        ("application/xml", "xml"),
        ("image/svg+xml", "xml"),
        ("application/octet-stream", "binary"),
        ("image/png", "binary"),
        ("image/*", "binary"),
        ("text/*", "text"),
        ("nonsense", "binary"),
    ],
)
def test_a_media_type_has_a_kind(media_type: str, kind: ContentKind) -> None:
    assert content_kind(media_type) == kind


def test_the_schema_decides_what_a_range_holds() -> None:
    assert content_kind("*/*", structured=True) == "json"
    assert content_kind("*/*", structured=False) == "binary"
    assert content_kind("application/*", structured=False, textual=True) == "text"
    assert sent_as("*/*", "json") == "application/json"
    assert sent_as("*/*", "binary") == "application/octet-stream"
    assert sent_as("image/*", "binary") == "image/png"
    assert sent_as("application/vnd.a+json; v=1", "json") == "application/vnd.a+json; v=1"


def test_json_is_preferred() -> None:
    given: list[tuple[str, ContentKind]] = [
        ("application/xml", "xml"),
        ("text/plain", "text"),
        ("application/octet-stream", "binary"),
        ("application/x-www-form-urlencoded", "form"),
        ("multipart/form-data", "multipart"),
        ("application/vnd.a+json", "json"),
        ("application/json; charset=utf-8", "json"),
    ]
    ranked = sorted(given, key=lambda pair: request_rank(*pair))
    assert ranked == list(reversed(given))


def test_servers_have_names_when_the_document_gives_something_to_go_by() -> None:
    built = servers(
        [
            form.Server("https://a", description="Production server"),
            form.Server("https://b", name="Test-1", description="Production server"),
            form.Server("https://c", description="The server that runs in our basement, at night"),
            form.Server("https://d"),
            form.Server("https://e", extensions={"x-clientwright-name": "euWest"}),
        ]
    )
    assert [server.name for server in built] == ["production", "test_1", "", "", "eu_west"]


def test_descriptions_that_say_the_same_name_nothing() -> None:
    built = servers([form.Server("a", description="EU"), form.Server("b", description="eu server")])
    assert [server.name for server in built] == ["", ""]


def test_variables_of_servers() -> None:
    server = form.Server(
        "https://{userName}.x/{v}",
        variables=(
            form.ServerVariable("userName", "demo"),
            form.ServerVariable("v", "v1", ("v1", "v2")),
        ),
    )
    (built,) = servers([server])
    assert [(v.name, v.wire_name, v.default, v.enum) for v in built.variables] == [
        ("user_name", "userName", "demo", ()),
        ("v", "v", "v1", ("v1", "v2")),
    ]


def scheme(id: str, kind: Any = "http", **more: Any) -> form.SecurityScheme:
    return form.SecurityScheme(id=id, pointer="", kind=kind, **more)


def test_schemes_are_named_by_their_key() -> None:
    built, names = security_schemes(
        [
            scheme("ApiKey", "apiKey", api_key_in="header", api_key_name="X-Key"),
            scheme("api-key", http_scheme="bearer"),
            scheme("bearerAuth", http_scheme="basic"),
            scheme("d", http_scheme="digest"),
            scheme("m", "mutualTLS"),
            scheme("BearerAuth", http_scheme="basic", description="The same, spelt another way."),
            scheme("o", "oauth2", flows=(form.OAuthFlow("clientCredentials", token_url="/t"),)),
            scheme("c", "openIdConnect", open_id_connect_url="https://c"),
        ]
    )
    assert [(item.name, item.kind) for item in built] == [
        ("api_key", "api-key"),
        ("api_key_2", "bearer"),
        ("bearer_auth", "basic"),
        ("d", "http"),
        ("m", "mutual-tls"),
        ("o", "oauth2"),
        ("c", "open-id-connect"),
    ]
    assert (names["bearerAuth"], names["BearerAuth"]) == ("bearer_auth", "bearer_auth")
    assert (built[0].location, built[0].wire_name) == ("header", "X-Key")
    assert (built[5].flows[0].kind, built[5].flows[0].token_url) == ("client-credentials", "/t")
    assert built[6].open_id_connect_url == "https://c"


def test_alternatives_combinations_and_none() -> None:
    findings = Findings()
    names = {"A": "a", "B": "b"}

    def built(*alternatives: tuple[str, ...]) -> tuple[Requirement, ...]:
        given = [
            form.SecurityRequirement(tuple((key, ()) for key in keys)) for keys in alternatives
        ]
        return requirements(given, names, findings, "#/p")

    assert built(("A", "B"), ("B",)) == (
        Requirement((("a", ()), ("b", ()))),
        Requirement((("b", ()),)),
    )
    assert built(("A",), ()) == (Requirement((("a", ()),)), Requirement(()))
    assert built() == ()
    assert built(()) == ()
    assert findings.items == []
    assert built(("A",), ("C",)) == (Requirement((("a", ()),)),)
    assert [(item.code, item.pointer) for item in findings.items] == [
        ("security-scheme-unknown", "#/p")
    ]


def test_retries() -> None:
    findings = Findings()
    full = retries_of(
        {
            "strategy": "backoff",
            "backoff": {
                "initialInterval": 10,
                "maxInterval": 20,
                "maxElapsedTime": 30,
                "exponent": 2,
            },
            "statusCodes": ["5xx", 429],
            "retryConnectionErrors": False,
        },
        findings,
        "",
    )
    assert full is not None
    assert (full.initial_interval, full.max_interval, full.max_elapsed_time) == (10, 20, 30)
    assert (full.exponent, full.statuses, full.connection_errors) == (2.0, ("5XX", "429"), False)
    for off in (False, {"strategy": "none"}, {"disabled": True}):
        built = retries_of(off, findings, "")
        assert built is not None and not built.enabled
    assert retries_of(None, findings, "") is None
    assert findings.items == []


@pytest.mark.parametrize("value", [7, {"backoff": 1}, {"statusCodes": "5XX"}])
def test_retries_that_cannot_be_read_are_reported(value: Any) -> None:
    findings = Findings()
    assert retries_of(value, findings, "#/p") is None
    assert [item.code for item in findings.items] == ["retries-invalid"]


def test_a_wrong_status_is_left_out_of_retries() -> None:
    findings = Findings()
    built = retries_of({"statusCodes": ["often", "503"]}, findings, "")
    assert built is not None and built.statuses == ("503",)
    assert findings.degrading == 1


def parameter(wire: str, in_: form.ParameterIn = "query", **extensions: str) -> form.Parameter:
    return form.Parameter(
        wire,
        in_,
        f"#/{in_}/{wire}",
        False,
        "form",
        True,
        extensions={f"x-clientwright-{k}": v for k, v in extensions.items()},
    )


def test_arguments_are_unique_over_all_of_an_operation() -> None:
    names = argument_names(
        [
            parameter("id", "path"),
            parameter("id"),
            parameter("X-Id", "header"),
            parameter("x_id"),
            parameter("q", name="search"),
        ],
        ["model", "inputs"],
    )
    assert names.parameters == ("id", "id_query", "x_id_header", "x_id", "search")
    assert (names.flatten, names.body) == (True, "request")


def test_a_body_whose_properties_clash_stays_whole() -> None:
    assert not argument_names([parameter("Model", "path")], ["model"]).flatten
    assert not argument_names([], None).flatten
    assert argument_names([parameter("request")], ["a"]).body == "request_body"
    assert argument_names([], ["request"]).body == "request_body"
