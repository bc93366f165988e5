"""Reading what others wrote: no tags, no bombs, no files of the machine, no loops, one clear line."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading
import time
import tracemalloc
import unicodedata
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from clientwright import config, pipeline
from clientwright.diagnostics import InputError

from hostile.mutations import try_file
from hostile.payloads import CANARY, CODE, PAYLOADS

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"


def codes(source: Path) -> set[str]:
    """The codes of all findings of a file, of the error where it cannot be read."""
    try:
        return {finding.code for finding in pipeline.prepare(str(source)).diagnostics}
    except InputError as problem:
        assert all("\n" not in str(each) for each in problem.diagnostics)
        return {finding.code for finding in problem.diagnostics}


def write(folder: Path, content: str | bytes, name: str = "document.yaml") -> Path:
    place = folder / name
    place.write_bytes(content.encode() if isinstance(content, str) else content)
    return place


@pytest.mark.parametrize(
    "tagged",
    [
        f"!!python/object/apply:os.system ['touch {CANARY}']",
        f'!!python/object/new:eval ["{CODE}"]',
        "!!python/name:os.system ''",
        "!!python/module:os ''",
        "!!python/tuple [1]",
        "!!binary aGVsbG8=",
        "!!set {a, b}",
        "!!omap [a: 1]",
        "!!timestamp 2001-12-14",
        "!ruby/object:X {}",
        "!<tag:yaml.org,2002:python/object:os.system> x",
        "!include /etc/passwd",
    ],
)
def test_a_tag_of_yaml_is_refused(
    tmp_path: Path, tagged: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert codes(write(tmp_path, f"{HEAD}x-a: {tagged}\n")) == {"yaml-tag"}
    assert not Path(CANARY).exists()


def _laughs(levels: int, width: int) -> str:
    lines = ["x-0: &a0 [x, x]"]
    for level in range(1, levels):
        lines.append(f"x-{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]")
    return HEAD + "\n".join(lines) + "\n"


def _quadratic() -> str:
    """A long anchor, named very often: each name is short, all of them together are not."""
    return HEAD + "x-a: &a [" + "x, " * 9_999 + "x]\nx-b: [" + "*a, " * 9_999 + "*a]\n"


def _merges() -> str:
    base = ", ".join(f"k{n}: 1" for n in range(2_000))
    return (
        HEAD
        + f"x-a: &a {{{base}}}\n"
        + "".join(f"x-{n}: {{<<: [{', '.join(['*a'] * 60)}]}}\n" for n in range(60))
    )


BOMBS: dict[str, tuple[Callable[[], str], set[str]]] = {
    "aliases": (lambda: _laughs(40, 9), {"too-many-nodes"}),
    "aliases-deep": (lambda: _laughs(3_000, 1), {"too-deep"}),
    "quadratic": (_quadratic, {"too-many-nodes"}),
    "merges": (_merges, {"too-many-nodes"}),
    "recursive-alias": (lambda: f"{HEAD}x-a: &a [*a]\n", {"yaml-recursive-alias"}),
    "recursive-merge": (lambda: f"{HEAD}x-a: &a {{<<: *a}}\n", {"yaml-recursive-alias"}),
    "deep-flow": (lambda: f"{HEAD}x-a: " + "[" * 50_000, {"too-deep"}),
    "deep-block": (
        lambda: HEAD + "\n".join("  " * n + "a:" for n in range(2_000)),
        {"too-deep", "not-yaml"},
    ),
    "deep-sequence": (lambda: HEAD + "x-a:\n  " + "- " * 20_000 + "a\n", {"too-deep"}),
    "long-number": (lambda: f"{HEAD}x-a: {'9' * 2_000_000}\n", {"number-too-long"}),
    "long-hexadecimal": (lambda: f"{HEAD}x-a: 0x{'f' * 2_000_000}\n", {"number-too-long"}),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_does_not_go_off(tmp_path: Path, name: str) -> None:
    """Refused in a few seconds and with memory in proportion to the file."""
    build, wanted = BOMBS[name]
    text = build()
    source = write(tmp_path, text)
    tracemalloc.start()
    began = time.process_time()
    try:
        found = codes(source)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found & wanted, found
    assert time.process_time() - began < 60
    assert peak < 300_000_000


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_json_may_not_nest_without_end(tmp_path: Path, opening: str) -> None:
    source = write(tmp_path, '{"openapi": "3.1.0", "x": ' + opening * 200_000, "document.json")
    assert codes(source) <= {"too-deep", "not-json"}
    closed = (
        opening * 300
        + "1"
        + "".join("]" if c == "[" else "}" if c == "{" else "" for c in reversed(opening)) * 300
    )
    source = write(
        tmp_path,
        '{"openapi": "3.1.0", "info": {}, "paths": {}, "x": ' + closed + "}",
        "document.json",
    )
    try_file(source, tmp_path)


def test_a_file_without_end_is_no_document(tmp_path: Path) -> None:
    for place in ("/dev/zero", "/dev/random", "/dev/tty"):
        if Path(place).exists():
            assert codes(Path(place)) <= {"not-a-file", "not-readable"}
    os.mkfifo(tmp_path / "pipe.yaml")
    assert codes(tmp_path / "pipe.yaml") == {"not-a-file"}


def test_duplicate_keys_are_findings(tmp_path: Path) -> None:
    assert "duplicate-key" in codes(write(tmp_path, f"{HEAD}paths: {{}}\n"))
    doubled = (
        '{"openapi": "3.1.0", "info": {"title": "T", "version": "1", "title": "U"}, "paths": {}}'
    )
    assert "duplicate-key" in codes(write(tmp_path, doubled, "document.json"))


def test_booleans_are_those_of_yaml_1_2(tmp_path: Path) -> None:
    words = ["on", "off", "yes", "no", "y", "n", "On", "NO"]
    text = f"{HEAD}components: {{schemas: {{E: {{type: string, enum: [{', '.join(words)}]}}}}}}\n".replace(
        "paths: {}",
        "paths: {/a: {get: {operationId: a, responses: {'200': {description: d, content: {application/json: "
        "{schema: {$ref: '#/components/schemas/E'}}}}}}}}",
    )
    prepared = pipeline.prepare(str(write(tmp_path, text)))
    enums = [model for model in prepared.api.models.values() if model.kind == "enum"]
    assert [item.value for item in enums[0].values] == words


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le-mark", "utf-16-be-mark"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_with_a_mark_are_read(tmp_path: Path, encoding: str) -> None:
    text = HEAD.replace("title: T", "title: Wetter für 東京")
    data = text.encode(encoding.removesuffix("-mark"))
    if encoding.endswith("-mark"):
        data = ("\ufeff" + text).encode(encoding.removesuffix("-mark"))
    assert pipeline.prepare(str(write(tmp_path, data))).api.title == "Wetter für 東京"


@pytest.mark.parametrize(
    "data",
    [
        HEAD.encode("utf-16-le"),
        HEAD.encode() + b"x-a: \xff\n",
        HEAD.encode() + b"x-a: \xed\xa0\x80\n",
        HEAD.encode() + b"x-a: \xc0\xaf\n",
        b"\xff\xfe" + HEAD.encode("utf-16-le")[:-1],
        b"\x80\x04\x95",
        b"PK\x03\x04" + b"\0" * 100,
        b"\0" * 1_000,
        b"<html></html>",
        b"",
        b"   \n\n",
        b"null",
        b"42",
        b"[]",
        b'"openapi"',
        b"---\n---\n",
        b"%YAML 3.0\n---\na: b\n",
        b"a: b\n\tc: d\n",
        b"{" * 3,
        b'{"a": NaN}',
        b"a: 'b\n",
        b"a: \x07\n",
        b"@",
        b"`",
        b"? [a]\n: b\n",
        b"<<: 1\n",
        b"*a\n",
    ],
)
def test_what_is_no_document_is_one_clear_line(tmp_path: Path, data: bytes) -> None:
    for name in ("document.yaml", "document.json", "document"):
        with pytest.raises(InputError) as caught:
            pipeline.prepare(str(write(tmp_path, data, name)))
        (finding,) = caught.value.diagnostics
        assert finding.code and finding.message and name in finding.file
        assert "\n" not in str(finding)


CLIMBS = [
    "../secret.yaml",
    "../secret.yaml#/a",
    "sub/../../secret.yaml",
    "%2e%2e/secret.yaml",
    "..%2Fsecret.yaml",
    "./link.yaml",
    "link/secret.yaml",
    "{absolute}",
    "file://{absolute}",
    "file:{absolute}",
    "FILE://{absolute}",
    "file:../secret.yaml",
    "//{host}/secret.yaml",
    "http://{host}/secret.yaml",
    "https://{host}/secret.yaml",
    "HTTP://{host}/secret.yaml",
    "ftp://{host}/secret.yaml",
    "gopher://{host}/x",
    "data:application/yaml,a",
    "jar:file:{absolute}!/x",
    "\\\\\\\\{host}\\\\secret.yaml",
    "/dev/zero",
    "/proc/self/environ",
    "..",
    ".",
    "/",
    "~/secret.yaml",
    "secret.yaml\x00",
]


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server that must not be asked anything: its address, and what it was asked."""
    requests: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_address[1]}", requests
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("reference", CLIMBS)
def test_a_reference_does_not_leave_the_folder(
    tmp_path: Path, reference: str, asked: tuple[str, list[str]]
) -> None:
    folder = tmp_path / "documents"
    (folder / "sub").mkdir(parents=True)
    secret = write(tmp_path, "a: {description: hunter2}\ndescription: hunter2\n", "secret.yaml")
    (folder / "link.yaml").symlink_to(secret)
    (folder / "link").symlink_to(tmp_path)
    ref = reference.replace("{absolute}", str(secret)).replace("{host}", asked[0])
    responses = {"200": {"$ref": ref}, "default": {"description": "Other."}}
    schema = {"properties": {"a": {"$ref": ref}}}
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"$ref": ref}, "/b": {"get": {"operationId": "b", "responses": responses}}},
        "components": {"schemas": {"S": schema}, "examples": {"e": {"externalValue": ref}}},
    }
    source = write(folder, json.dumps(tree), "document.json")
    prepared = pipeline.prepare(str(source))
    refused = [
        finding for finding in prepared.diagnostics if finding.code.startswith(("ref-", "remote-"))
    ]
    assert refused
    assert "hunter2" not in repr(prepared)
    assert asked[1] == []
    flavour = config.from_options({"spec": str(source), "output": str(tmp_path / "out")})
    with pytest.raises(InputError):
        pipeline.generate(flavour)
    assert not (tmp_path / "out").exists()


def test_an_overlay_does_not_widen_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    write(tmp_path, "description: hunter2\n", "secret.yaml")
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": "O", "version": "1"},
        "actions": [
            {
                "target": "$.paths",
                "update": {"/a": {"get": {"responses": {"200": {"$ref": "../secret.yaml"}}}}},
            }
        ],
    }
    place = write(tmp_path, json.dumps(overlay), "overlay.json")
    prepared = pipeline.prepare(str(write(folder, HEAD)), overlays=[place])
    assert "hunter2" not in repr(prepared)
    assert "ref-outside-allowed" in {finding.code for finding in prepared.diagnostics}


def _schemas(**schemas: Any) -> dict[str, Any]:
    paths = {
        f"/{name}": {
            "post": {
                "operationId": name,
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}
                    }
                },
                "responses": {
                    "200": {
                        "description": "d",
                        "content": {
                            "application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}
                        },
                    }
                },
            }
        }
        for name in schemas
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _to(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _ring(keyword: Callable[[dict[str, str]], Any], size: int) -> dict[str, Any]:
    return _schemas(**{f"S{n}": keyword(_to(f"S{(n + 1) % size}")) for n in range(size)})


LOOPS: dict[str, dict[str, Any]] = {
    "self": _schemas(A=_to("A")),
    "ring": _ring(lambda ref: ref, 50),
    "all-of-ring": _ring(lambda ref: {"allOf": [ref]}, 30),
    "one-of-ring": _ring(lambda ref: {"oneOf": [ref, {"type": "string"}]}, 30),
    "any-of-ring": _ring(lambda ref: {"anyOf": [ref, ref]}, 30),
    "items-ring": _ring(lambda ref: {"type": "array", "items": ref}, 30),
    "properties-ring": _ring(
        lambda ref: {"type": "object", "properties": {"a": ref, "b": ref}}, 30
    ),
    "map-ring": _ring(lambda ref: {"additionalProperties": ref}, 30),
    "not-ring": _ring(lambda ref: {"not": ref}, 30),
    "siblings-ring": _ring(lambda ref: {**ref, "properties": {"a": ref}}, 30),
    "everything-ring": _ring(
        lambda ref: {
            "allOf": [ref],
            "oneOf": [ref, ref],
            "anyOf": [ref],
            "items": ref,
            "properties": {"a": ref},
        },
        12,
    ),
    "through-a-loop": _schemas(
        A={"$ref": "#/components/schemas/A/properties/x"},
        B={"properties": {"x": {"$ref": "#/components/schemas/B/properties/x/items"}}},
    ),
    "whole-document": _schemas(A={"$ref": "#"}, B={"properties": {"a": {"$ref": "#/components"}}}),
    "doubling": _schemas(
        **{f"S{n}": {"allOf": [_to(f"S{n + 1}"), _to(f"S{n + 1}")]} for n in range(40)},
        S40={"type": "object", "properties": {"a": {}}},
    ),
    "doubling-unions": _schemas(
        **{f"S{n}": {"oneOf": [_to(f"S{n + 1}"), _to(f"S{n + 1}")]} for n in range(40)},
        S40={"type": "string"},
    ),
    "doubling-both": _schemas(
        **{
            f"S{n}": {"allOf": [_to(f"S{n + 1}"), {"anyOf": [_to(f"S{n + 1}"), _to(f"S{n + 1}")]}]}
            for n in range(6)
        },
        S6={"properties": {"a": {}}},
    ),
    "long-chain": _schemas(
        **{f"S{n}": _to(f"S{n + 1}") for n in range(2_000)}, S2000={"type": "string"}
    ),
    "long-all-of-chain": _schemas(
        **{f"S{n}": {"allOf": [_to(f"S{n + 1}")], "properties": {f"p{n}": {}}} for n in range(120)},
        S120={"type": "object"},
    ),
    "long-array-chain": _schemas(
        **{f"S{n}": {"type": "array", "items": _to(f"S{n + 1}")} for n in range(600)},
        S600={"type": "string"},
    ),
    "discriminator-ring": _ring(
        lambda ref: {
            "oneOf": [ref],
            "discriminator": {"propertyName": "a", "mapping": {"x": ref["$ref"]}},
        },
        20,
    ),
    "dynamic": _schemas(
        A={
            "$dynamicAnchor": "a",
            "properties": {"b": {"$dynamicRef": "#a"}},
            "items": {"$recursiveRef": "#"},
        }
    ),
}


@pytest.mark.parametrize("name", LOOPS)
def test_every_loop_ends(tmp_path: Path, name: str) -> None:
    source = write(tmp_path, json.dumps(LOOPS[name]), "document.json")
    assert try_file(source, tmp_path) in ("generated", "refused")


def test_loops_of_everything_else_end(tmp_path: Path) -> None:
    ring = {
        kind: {"A": {"$ref": f"#/components/{kind}/B"}, "B": {"$ref": f"#/components/{kind}/A"}}
        for kind in (
            "parameters",
            "responses",
            "requestBodies",
            "headers",
            "examples",
            "securitySchemes",
            "pathItems",
            "callbacks",
            "links",
            "mediaTypes",
        )
    }
    operation = {
        "parameters": [{"$ref": "#/components/parameters/A"}],
        "requestBody": {"$ref": "#/components/requestBodies/A"},
        "responses": {
            "200": {"$ref": "#/components/responses/A"},
            "201": {"description": "d", "headers": {"X": {"$ref": "#/components/headers/A"}}},
        },
        "security": [{"A": []}],
        "callbacks": {"c": {"$ref": "#/components/callbacks/A"}},
    }
    tree = {
        "openapi": "3.2.0",
        "info": {"title": "T", "version": "1"},
        "tags": [{"name": "a", "parent": "b"}, {"name": "b", "parent": "a"}],
        "paths": {
            "/a": {"get": {**operation, "tags": ["a"]}},
            "/b": {"$ref": "#/components/pathItems/A"},
            "/c": {"$ref": "#/paths/~1c"},
        },
        "components": ring,
    }
    assert try_file(write(tmp_path, json.dumps(tree), "document.json"), tmp_path)


def test_files_that_refer_to_each_other_end(tmp_path: Path) -> None:
    for number in range(60):
        following = (number + 1) % 60
        write(
            tmp_path,
            json.dumps({"$ref": f"f{following}.json", "a": {"$ref": f"f{following}.json#/a"}}),
            f"f{number}.json",
        )
    tree = _schemas(
        A={"$ref": "f0.json"},
        B={"$ref": "f0.json#/a"},
        C={"properties": {"x": {"$ref": "f3.json#/a"}}},
    )
    assert try_file(write(tmp_path, json.dumps(tree), "document.json"), tmp_path)


@pytest.mark.parametrize(
    "kind", ["schemas", "properties", "operations", "enum", "same-names", "unions", "tags"]
)
def test_cost_grows_with_the_size(tmp_path: Path, kind: str) -> None:
    """Eight times as much takes less than four times eight as long, in processor time."""

    def cost(size: int) -> float:
        source = write(tmp_path, json.dumps(_large(kind, size)), f"{size}.json")
        began = time.process_time()
        try_file(source, tmp_path)
        return time.process_time() - began

    cost(10)
    small = min(cost(100), cost(100))
    assert cost(800) < 32 * max(small, 0.02), small


def _large(kind: str, size: int) -> dict[str, Any]:
    thing: dict[str, Any] = {"type": "object", "properties": {"a": {"type": "string"}}}
    if kind == "schemas":
        return _schemas(
            All={"properties": {f"p{n}": _to(f"S{n}") for n in range(size)}},
            **{f"S{n}": thing for n in range(size)},
        )
    if kind == "properties":
        return _schemas(A={"properties": {f"p{n}": {"type": "string"} for n in range(size)}})
    if kind == "enum":
        return _schemas(A={"type": "string", "enum": [f"v{n}" for n in range(size)]})
    if kind == "same-names":
        return _schemas(
            A={
                "properties": {
                    f"a{'_' * n}": {
                        "type": "object",
                        "title": "Same",
                        "properties": {"x": {}, f"y{n}": {}},
                    }
                    for n in range(size)
                }
            }
        )
    if kind == "unions":
        members = [
            {"type": "object", "required": ["t"], "properties": {"t": {"const": f"v{n}"}}}
            for n in range(size)
        ]
        return _schemas(A={"oneOf": members})
    tree = _schemas()
    for number in range(size):
        tag = f"tag {number}" if kind == "tags" else "one"
        tree["paths"][f"/p{number}/{{x}}"] = {
            "get": {
                "tags": [tag],
                "operationId": f"same{'-' * (number % 3)}",
                "responses": {"200": {"description": "d"}},
            }
        }
    return tree


def _nested(opening: str, closing: str, depth: int, inner: str = "{}") -> str:
    return opening * depth + inner + closing * depth


def _described(**paths: Any) -> str:
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "T", "version": "1"},
            "paths": paths.get("paths", {}),
            **paths,
        }
    )


def _get(**more: Any) -> dict[str, Any]:
    return {"get": {"responses": {"200": {"description": "d"}}, **more}}


def _answering(schema: str) -> str:
    content = '{"200": {"description": "d", "content": {"application/json": {"schema": ' + schema
    return HEAD_JSON + '"paths": {"/a": {"get": {"responses": ' + content + "}}}}}}}"


HEAD_JSON = '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, '
HUGE: dict[str, Callable[[], str]] = {
    "operations": lambda: _described(paths={f"/p{n}": _get() for n in range(4_000)}),
    "tags": lambda: _described(
        tags=[{"name": f"t{n}"} for n in range(100_000)], paths={"/a": _get(tags=["t5", "t5"])}
    ),
    "tags of one operation": lambda: _described(
        paths={"/a": _get(tags=[f"t{n}" for n in range(100_000)])}
    ),
    "values of an enum": lambda: _answering(
        json.dumps({"enum": [f"v{n}" for n in range(100_000)]})
    ),
    "a description": lambda: _described(paths={"/a": _get(description="word " * 2_000_000)}),
    "a description of signs": lambda: _described(
        paths={"/a": _get(description="[" * 300_000 + "`" * 300_000 + "*_" * 300_000)}
    ),
    "a title": lambda: _described(info={"title": "t " * 1_000_000, "version": "1"}),
    "an operationId": lambda: _described(paths={"/a": _get(operationId="a_" * 1_000_000)}),
    "a path": lambda: _described(paths={"/a" * 1_000_000: _get()}),
    "expressions of a path": lambda: _described(
        paths={"".join(f"/{{p{n}}}" for n in range(50_000)): _get()}
    ),
    "parameters": lambda: _described(
        paths={"/a": _get(parameters=[{"name": f"p{n}", "in": "query"} for n in range(5_000)])}
    ),
    "depth": lambda: HEAD_JSON + '"paths": {}, "x-a": ' + _nested('{"a":', "}", 500_000) + "}",
    "depth of properties": lambda: _answering(_nested('{"properties": {"a":', "}}", 140)),
    "depth of arrays": lambda: _answering(_nested('{"items":', "}", 440)),
    "depth of a default": lambda: _answering('{"default": ' + _nested("[", "]", 440, "1") + "}"),
    "a chain of references": lambda: json.dumps(
        _schemas(S=_to("S0"))
        | {
            "components": {
                "schemas": {"S": _to("S0"), **{f"S{n}": _to(f"S{n + 1}") for n in range(10_000)}}
            }
        }
    ),
    "a ring of references": lambda: json.dumps(
        _schemas(S=_to("S0"))
        | {
            "components": {
                "schemas": {
                    "S": _to("S0"),
                    **{f"S{n}": _to(f"S{(n + 1) % 10_000}") for n in range(10_000)},
                }
            }
        }
    ),
    "a chain of path items": lambda: _described(
        paths={f"/p{n}": {"$ref": f"#/paths/~1p{n + 1}"} for n in range(3_000)}
    ),
    "required names": lambda: _answering(
        json.dumps({"required": [f"r{n}" for n in range(50_000)]})
    ),
    "findings": lambda: _described(paths={f"/p{n}": {"get": 5} for n in range(5_000)}),
    "types": lambda: _answering(json.dumps({"type": ["string", "null"] * 50_000})),
    "keys twice": lambda: HEAD_JSON + '"paths": {}, "x-a": {' + '"a":1,' * 500_000 + '"b":2}}',
    "anchors": lambda: (
        HEAD
        + "".join(f"x-{n}: &a{n} [1]\n" for n in range(20_000))
        + "".join(f"x-b{n}: *a{n}\n" for n in range(20_000))
    ),
}


def _bounded() -> None:
    """Two GiB and a minute of processor time: what goes beyond is killed, and so no outcome that is allowed."""
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_document_is_generated_or_refused(tmp_path: Path, name: str) -> None:
    """With memory and time in proportion, and a few lines at most but where each is a finding of its own."""
    source = write(tmp_path, HUGE[name](), "document.json" if name != "anchors" else "d.yaml")
    done = subprocess.run(
        [
            *(
                sys.executable,
                "-m",
                "clientwright",
                "generate",
                "--spec",
                str(source),
                "--no-cache",
            ),
            *("--out", str(tmp_path / "out"), "--set", "style.formatter=none"),
        ],
        capture_output=True,
        preexec_fn=_bounded,
        check=False,
    )
    printed = (done.stdout + done.stderr).decode()
    assert done.returncode in (0, 1, 2), done.returncode
    assert "Traceback" not in printed and "a fault of clientwright" not in printed, printed[-500:]
    lines = printed.splitlines()
    assert len(lines) <= (5_001 if name == "findings" else 20), printed[:2_000]
    assert max(map(len, lines), default=0) < 4_000


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "clientwright", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize("name", ["controls", "bidi", "newline", "lone-high", "next-line", "nul"])
def test_the_terminal_gets_text_alone(tmp_path: Path, name: str) -> None:
    """Findings, listings, JSON and documents printed by the command hold nothing that a terminal acts on."""
    text = PAYLOADS[name]
    tree = _schemas(A={"type": text, "$ref": f"#/{text}"})
    tree["paths"][f"/x{text}"] = {
        "get": {"operationId": text, "responses": {text: {"description": text}}}
    }
    source = write(tmp_path, json.dumps(tree), "document.json")
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": text, "version": "1"},
        "actions": [{"target": f"$['{text}']", "update": {text: text}}],
    }
    place = write(tmp_path, json.dumps(overlay), "overlay.json")
    odd = write(
        tmp_path, "a: [", f"odd{text}.yaml".replace("\0", "").encode("utf-8", "replace").decode()
    )
    for arguments in (
        ["check", str(source)],
        ["inspect", str(source)],
        ["inspect", "--json", str(source)],
        ["overlay", "apply", str(source), str(place)],
        ["overlay", "apply", "--json", str(source), str(place)],
        ["generate", "--spec", str(source), "--out", str(tmp_path / "out")],
        ["check", str(odd)],
        [
            "check",
            str(
                tmp_path
                / f"missing{text}.yaml".replace("\0", "").encode("utf-8", "replace").decode()
            ),
        ],
    ):
        done = command(*arguments, PYTHONUTF8="1")
        assert done.returncode in (0, 1, 2), arguments
        printed = (done.stdout + done.stderr).decode()
        assert "Traceback" not in printed and "a fault of clientwright" not in printed, printed[
            -2_000:
        ]
        acting = {
            c for c in printed if c != "\n" and unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")
        }
        acting |= set(printed) & set(
            "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
        )
        assert acting == set(), (arguments, acting)


def test_a_terminal_without_unicode(tmp_path: Path) -> None:
    """A locale that has ASCII alone gets escapes, and no traceback."""
    tree = _schemas(A={"type": "föö"})
    tree["info"]["title"] = "東京"
    source = write(tmp_path, json.dumps(tree), "dokument-ü.json")
    for arguments in (["check"], ["inspect", "--json"], ["inspect"]):
        done = command(
            *arguments,
            str(source),
            LC_ALL="C",
            PYTHONUTF8="0",
            PYTHONCOERCECLOCALE="0",
            PYTHONIOENCODING="ascii",
        )
        assert done.returncode in (0, 1), done.stderr
        assert b"fault" not in done.stderr and b"Traceback" not in done.stderr, done.stderr
