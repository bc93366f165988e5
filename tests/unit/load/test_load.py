import codecs
import json
from pathlib import Path

import pytest
from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.load import Limits, load, read_tree

MINIMAL = 'openapi: "3.1.0"\ninfo: {title: Straße, version: "1"}\npaths: {}\n'


@pytest.fixture(autouse=True)
def _in_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refused(content: bytes | str, name: str = "api.yaml", limits: Limits = Limits()) -> Diagnostic:  # noqa: B008
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError) as caught:
        load(name, limits=limits)
    found = caught.value.diagnostics[0]
    assert found.severity is Severity.ERROR
    assert found.file == name
    return found


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_encodings(mark: bytes, encoding: str) -> None:
    Path("api.yaml").write_bytes(mark + MINIMAL.encode(encoding))
    workspace = load("api.yaml")
    assert workspace.root.tree["info"]["title"] == "Straße"
    assert workspace.version == "3.1"
    assert workspace.diagnostics == ()
    assert workspace.files == (Path("api.yaml"),)


def test_bytes_that_do_not_decode_have_their_place() -> None:
    found = refused(b"openapi: 3.1.0\nx: ab\xff\n")
    assert (found.code, found.line, found.column) == ("not-decodable", 2, 6)
    assert "0xff" in found.message


def test_missing_file_names_the_nearest() -> None:
    Path("openapi.yaml").write_text(MINIMAL)
    with pytest.raises(InputError) as caught:
        load("opnapi.yaml")
    found = caught.value.diagnostics[0]
    assert (found.code, found.hint) == ("file-not-found", "did you mean openapi.yaml?")
    with pytest.raises(InputError) as caught:
        load("nowhere/openapi.yaml")
    assert "no directory nowhere" in caught.value.diagnostics[0].hint


def test_a_directory_is_refused() -> None:
    Path("folder").mkdir()
    with pytest.raises(InputError) as caught:
        load("folder")
    assert caught.value.diagnostics[0].code == "is-a-directory"


@pytest.mark.parametrize("name", ["\0", "a" * 5000])
def test_unusable_names_are_refused(name: str) -> None:
    with pytest.raises(InputError):
        load(name)


def test_remote_documents_need_leave() -> None:
    with pytest.raises(InputError) as caught:
        load("https://user:secret@example.com/openapi.yaml")
    found = caught.value.diagnostics[0]
    assert found.code == "remote-not-allowed"
    assert "secret" not in str(found)


@pytest.mark.parametrize(
    ("text", "name", "code", "line", "column"),
    [
        ("", "api.yaml", "empty-document", 0, 0),
        (" \n", "api.yaml", "empty-document", 0, 0),
        ("a: [1", "api.yaml", "not-yaml", 1, 6),
        ("a:\n  - b\n c: d\n", "api.yaml", "not-yaml", 3, 2),
        ('{"a": 1,\n  "b": }', "api.json", "not-json", 2, 8),
        ('{"a": NaN}', "api.json", "json-constant", 1, 7),
        ("<html></html>", "api.yaml", "not-yaml", 1, 1),
        ("- a\n", "api.yaml", "not-an-object", 1, 1),
        ("just text", "api.yaml", "not-an-object", 1, 1),
    ],
)
def test_what_is_no_document(text: str, name: str, code: str, line: int, column: int) -> None:
    found = refused(text, name)
    assert (found.code, found.line, found.column) == (code, line, column)


@pytest.mark.parametrize(
    ("document", "hint"),
    [
        ({"asyncapi": "3.0.0"}, "AsyncAPI"),
        ({"info": {"_postman_id": "1"}, "item": []}, "Postman"),
        ({"$schema": "https://json-schema.org/draft/2020-12/schema"}, "JSON Schema"),
        ({"type": "object", "properties": {}}, "JSON Schema"),
        ({"overlay": "1.0.0", "actions": []}, "--overlay"),
        ({"arazzo": "1.0.0"}, "Arazzo"),
        ({"swaggerVersion": "1.2"}, "Swagger 1.x"),
        ({"apiVersion": "v1", "kind": "Service"}, "Kubernetes"),
        ({"OpenAPI": "3.0.0"}, "must be written openapi"),
        ({"paths": {}}, "add the version"),
        ({"data": {"__schema": {}}}, "GraphQL"),
        ({}, "right file"),
    ],
)
def test_other_formats_are_recognised(document: object, hint: str) -> None:
    found = refused(json.dumps(document), "api.json")
    assert found.code == "not-openapi"
    assert hint in found.hint


@pytest.mark.parametrize("version", ["4.0.0", "3.3.0", "3", "", None, [], {}, True, 2.0])
def test_unsupported_versions_are_named(version: object) -> None:
    found = refused(json.dumps({"info": {}, "openapi": version}), "api.json")
    assert (found.code, found.pointer) == ("unsupported-version", "#/openapi")
    assert "3.0, 3.1 and 3.2" in found.hint


@pytest.mark.parametrize(
    ("text", "version", "findings"),
    [
        ("openapi: 3.0.4", "3.0", 0),
        ("openapi: 3.1.0-rc1", "3.1", 0),
        ("openapi: '3.2'", "3.2", 0),
        ("openapi: 3.1", "3.1", 1),
        ("swagger: '2.0'", "2.0", 0),
        ("swagger: 2.0", "2.0", 1),
    ],
)
def test_versions(text: str, version: str, findings: int) -> None:
    Path("api.yaml").write_text(text + "\npaths: {}\n")
    workspace = load("api.yaml")
    assert workspace.version == version
    assert [each.code for each in workspace.diagnostics] == ["version-not-string"] * findings


def test_duplicate_keys_are_findings_with_both_lines() -> None:
    Path("api.yaml").write_text(MINIMAL + "x-a: 1\nx-a: 2\n")
    Path("api.json").write_text('{"openapi": "3.1.0",\n"x-a": 1,\n\n "x-a": 2}')
    for name, first, again, column in (("api.yaml", 4, 5, 1), ("api.json", 2, 4, 2)):
        (found,) = load(name).diagnostics
        assert (found.code, found.line, found.column) == ("duplicate-key", again, column)
        assert f"line {first}" in found.message


def test_many_duplicates_are_summed_up() -> None:
    Path("api.yaml").write_text(MINIMAL + "x: 1\n" * 500)
    found = load("api.yaml").diagnostics
    assert len(found) == Limits().max_reported_duplicates + 1
    assert "399 further" in found[-1].message


def test_bounds_on_bytes() -> None:
    assert refused(MINIMAL, limits=Limits(max_bytes=10)).code == "too-large"


def test_json_with_yaml_only_syntax_is_read_unless_named_json() -> None:
    text = '{"openapi": "3.1.0", "paths": {},}'
    Path("api.yaml").write_text(text)
    assert load("api.yaml").root.tree["paths"] == {}
    assert refused(text, "api.json").code == "not-json"


def test_tabs_in_json_named_yaml() -> None:
    Path("api.yaml").write_text('{\n\t"openapi": "3.1.0",\n\t"paths": {}\n}')
    assert load("api.yaml").version == "3.1"


def test_lone_surrogates_are_reported() -> None:
    Path("api.json").write_text('{"openapi": "3.1.0", "x": "\\ud800"}')
    workspace = load("api.json")
    assert workspace.root.tree["x"] == "\ufffd"
    assert [each.code for each in workspace.diagnostics] == ["lone-surrogate"]


def test_read_tree_reads_anything() -> None:
    Path("any.yaml").write_text("[1, 2]")
    assert read_tree("any.yaml") == ([1, 2], ())


def test_positions_and_pointers_of_findings() -> None:
    Path("api.yaml").write_text(MINIMAL.replace("{}", "\n  /a b/{id}:\n    get: {}"))
    workspace = load("api.yaml")
    place = workspace.root.root.child("paths").child("/a b/{id}").child("get")
    found = workspace.diagnose(place, Severity.WARNING, "x", "m", "h")
    assert str(found) == "api.yaml:5:5: warning: m (#/paths/~1a%20b~1%7Bid%7D/get) [x]; hint: h"
    assert place.id == "#/paths/~1a b~1{id}/get"


def test_files_elsewhere_keep_the_name_they_were_given(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "api.yaml").write_text("a: [")
    for given, shown in (("../api.yaml", "../api.yaml"), (tmp_path / "api.yaml", "api.yaml")):
        base = tmp_path / "sub" if shown.startswith("..") else tmp_path
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(base)
            with pytest.raises(InputError) as caught:
                load(given)
        assert caught.value.diagnostics[0].file == shown
