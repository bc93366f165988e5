import os
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from clientwright.diagnostics import Diagnostic
from clientwright.load import Limits, Location, UnresolvedReference, Workspace, load

HEAD = 'openapi: "3.1.0"\ninfo: {title: T, version: "1"}\n'


@pytest.fixture(autouse=True)
def _in_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "api").mkdir()
    monkeypatch.chdir(tmp_path / "api")


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text)


def workspace(body: str, head: str = HEAD, **options: object) -> Workspace:
    write("api.yaml", head + body)
    return load("api.yaml", **options)  # type: ignore[arg-type]


def at(space: Workspace, *keys: str | int) -> Location:
    place = space.root.root
    for key in keys:
        place = place.child(key)
    return place


def follow(space: Workspace, ref: str, *base: str | int) -> Location:
    return space.resolve(at(space, *base), ref)


def unresolved(space: Workspace, ref: str, *base: str | int) -> Diagnostic:
    with pytest.raises(UnresolvedReference) as caught:
        follow(space, ref, *base)
    return caught.value.diagnostic


@pytest.mark.parametrize(
    ("ref", "value"),
    [
        ("#", None),
        ("#/components/schemas/Pet/type", "object"),
        ("#/paths/~1a~1%7Bid%7D/x", 1),
        ("#/paths/~1a~1{id}/x", 1),
        ("#/paths/~1v1#stream/x", 2),
        ("#/x-keys/til~0de", 3),
        ("#/x-keys/100%25", 4),
        ("#/x-keys/a%20b", 5),
        ("#/x-list/1", "b"),
        ("#/x-keys/", 6),
        ("api.yaml#/x-list/0", "a"),
        ("./api.yaml#/x-list/0", "a"),
    ],
)
def test_pointers(ref: str, value: object) -> None:
    space = workspace(
        "components: {schemas: {Pet: {type: object}}}\n"
        "paths: {'/a/{id}': {x: 1}, '/v1#stream': {x: 2}}\n"
        "x-keys: {til~de: 3, '100%': 4, 'a%20b': 5, '': 6}\nx-list: [a, b]\n"
    )
    found = follow(space, ref)
    assert found.document is space.root
    assert found.value == (space.root.tree if value is None else value)


def test_locations_are_equal_by_document_and_pointer() -> None:
    space = workspace("a: {b: 1}\n")
    assert follow(space, "#/a") == at(space, "a")
    assert len({follow(space, "#/a/b"), at(space, "a", "b")}) == 1
    assert follow(space, "#/a").id == "#/a"


@pytest.mark.parametrize(
    "ref", ["#/x-list/2", "#/x-list/01", "#/x-list/-", "#/x-list/x", "#/x-list/0/0", "#/x-list/²"]
)
def test_array_indexes_that_are_none(ref: str) -> None:
    space = workspace("x-list: [a, b]\n")
    assert unresolved(space, ref).code == "ref-not-found"


def test_not_found_names_the_nearest_and_the_place_of_the_reference() -> None:
    space = workspace(
        "components:\n  schemas:\n    Pet: {$ref: '#/components/schemas/Petz'}\n    pets: {}\n"
    )
    found = unresolved(space, "#/components/schemas/Pets", "components", "schemas", "Pet")
    assert found.hint == "did you mean Pet or pets?"
    assert (found.file, found.line, found.pointer) == ("api.yaml", 5, "#/components/schemas/Pet")
    assert "has no member" in unresolved(space, "#/components/zzz").hint


def test_pointers_through_references() -> None:
    write("b.yaml", "Deep: {properties: {x: {type: integer}}}\n")
    space = workspace(
        "a: {$ref: '#/b'}\nb: {$ref: 'b.yaml#/Deep'}\nloop: {$ref: '#/loop2'}\nloop2: {$ref: '#/loop'}\n"
    )
    found = follow(space, "#/a/properties/x")
    assert found.value == {"type": "integer"}
    assert found.id == "b.yaml#/Deep/properties/x"
    assert unresolved(space, "#/loop/x").code == "ref-not-found"
    assert follow(space, "#/a").value == {"$ref": "#/b"}


def test_pointers_that_lead_through_themselves_end() -> None:
    chain = "".join(f"c{n}: {{$ref: '#/c{n + 1}/x'}}\n" for n in range(2000))
    space = workspace(
        "a: {$ref: '#/a/b'}\nb: {$ref: '#/c/x'}\nc: {$ref: '#/b/x'}\n" + chain + "ok: {y: 1}\n"
    )
    for ref in ("#/a/b", "#/a/b/c", "#/b/x", "#/c/x", "#/c0/x"):
        assert unresolved(space, ref).code in ("ref-not-found", "ref-loop")
    assert follow(space, "#/a").value == {"$ref": "#/a/b"}
    assert follow(space, "#/ok/y").value == 1


def test_other_files_are_read_once_and_lazily() -> None:
    write(
        "schemas/pet.yaml",
        "Pet: {owner: {$ref: '../people.yaml#/Person'}, self: {$ref: '#/Pet'}}\n",
    )
    write("people.yaml", "Person: {type: object}\n")
    space = workspace("paths: {}\n")
    assert space.files == (Path("api.yaml"),)
    pet = follow(space, "schemas/pet.yaml#/Pet")
    assert follow(space, "./schemas/pet.yaml#/Pet").document is pet.document
    assert pet.id == "schemas/pet.yaml#/Pet"
    person = space.resolve(pet.child("owner"), "../people.yaml#/Person")
    assert person.id == "people.yaml#/Person"
    assert space.resolve(person, "schemas/pet.yaml#/Pet") == pet
    assert space.resolve(pet.child("self"), "#/Pet") == pet
    assert space.resolve(person, "api.yaml").document is space.root
    assert [each.name for each in space.files] == ["api.yaml", "pet.yaml", "people.yaml"]
    assert space.locate(person).file == "people.yaml"


def test_names_of_files_may_be_encoded_or_not() -> None:
    write("my schema.yaml", "a: 1\n")
    write("100%25.yaml", "a: 2\n")
    space = workspace("paths: {}\n")
    assert follow(space, "my%20schema.yaml#/a").value == 1
    assert follow(space, "my schema.yaml#/a").value == 1
    assert follow(space, "100%25.yaml#/a").value == 2


def test_files_outside_need_leave(tmp_path: Path) -> None:
    (tmp_path / "out.yaml").write_text("a: 1\n")
    os.symlink(tmp_path / "out.yaml", "link.yaml")
    os.symlink(tmp_path, "up")
    space = workspace("paths: {}\n")
    for ref in ("../out.yaml#/a", "link.yaml#/a", "up/out.yaml", "%2e%2e/out.yaml", "/etc/passwd"):
        assert unresolved(space, ref).code == "ref-outside-allowed"
    for ref in ("file:///etc/passwd", "FILE:out.yaml"):
        assert unresolved(space, ref).code == "ref-outside-allowed"
    allowed = workspace("paths: {}\n", allowed_roots=[tmp_path])
    for ref in ("../out.yaml#/a", "link.yaml#/a"):
        assert follow(allowed, ref).value == 1


def test_unreadable_files_are_named_with_their_place() -> None:
    write("bad.yaml", "a: [\n")
    space = workspace("x: 1\n")
    found = unresolved(space, "bad.yaml#/a", "x")
    assert found.code == "ref-unreadable"
    assert "bad.yaml:2:1" in found.message
    assert (found.file, found.line) == ("api.yaml", 3)
    write("missing-not.yaml", "{}")
    found = unresolved(space, "missing.yaml")
    assert found.code == "ref-file-not-found"
    assert found.hint.startswith("did you mean missing-not.yaml")
    assert unresolved(space, ".").code == "ref-unreadable"


@pytest.mark.parametrize(
    ("ref", "code"),
    [
        ("https://example.com/a.yaml", "remote-not-allowed"),
        ("//example.com/a.yaml", "ref-scheme"),
        ("urn:example:pet", "ref-scheme"),
        ("http://[::1", "ref-malformed"),
        ("a%00b.yaml", "ref-malformed"),
        ("#nobody", "ref-not-found"),
        ("", None),
    ],
)
def test_references_that_lead_nowhere(ref: str, code: str | None) -> None:
    space = workspace("x: 1\n")
    if code is None:
        assert follow(space, ref) == space.root.root
    else:
        assert unresolved(space, ref).code == code
        assert unresolved(space, ref).code == code


def test_bounds_on_files() -> None:
    for number in range(5):
        write(f"{number}.yaml", "{}")
    space = workspace("x: 1\n", limits=Limits(max_files=3))
    follow(space, "0.yaml")
    follow(space, "1.yaml")
    assert "more than 3 files" in unresolved(space, "2.yaml").message


ANCHORS = """
components:
  schemas:
    Tree:
      $id: https://example.com/schemas/tree
      $dynamicAnchor: node
      $defs:
        leaf: {$anchor: leaf, type: string}
      properties:
        leaf: {$ref: '#leaf'}
        defs: {$ref: '#/$defs/leaf'}
        whole: {$ref: '#/components/schemas/Other'}
        near: {$ref: 'bush'}
        $id: {type: string}
    Bush:
      $id: bush
      $anchor: top
    Odd:
      $id: https://example.com/schemas/bush
      $anchor: odd
      example: {$anchor: notThis}
    Other: {type: integer}
"""


def test_identifiers_and_anchors_of_schemas() -> None:
    space = workspace(ANCHORS)
    schemas = ("components", "schemas")
    inside = (*schemas, "Tree", "properties", "leaf")
    leaf = at(space, *schemas, "Tree", "$defs", "leaf")
    assert follow(space, "#leaf", *inside) == leaf
    assert follow(space, "#/$defs/leaf", *inside) == leaf
    assert follow(space, "#node", *inside) == at(space, *schemas, "Tree")
    assert follow(space, "#/components/schemas/Other", *inside).value == {"type": "integer"}
    assert follow(space, "https://example.com/schemas/tree#leaf") == leaf
    assert follow(space, "https://example.com/schemas/tree#/$defs/leaf") == leaf
    assert follow(space, "bush", *inside).pointer == "/components/schemas/Odd"
    assert follow(space, "bush#top").pointer == "/components/schemas/Bush"
    assert unresolved(space, "#notThis", *schemas, "Odd").code == "ref-not-found"


def test_before_3_1_schemas_have_no_names() -> None:
    space = workspace(ANCHORS, head="openapi: 3.0.0\n")
    assert unresolved(space, "#leaf").code == "ref-not-found"


def test_self_is_the_base_of_references() -> None:
    write("common/pet.yaml", "$id: https://example.com/other/pet\ntype: object\n")
    space = workspace(
        "paths: {}\n", head="openapi: 3.2.0\n$self: https://example.com/v1/openapi.yaml\n"
    )
    assert follow(space, "https://example.com/v1/openapi.yaml#/paths").value == {}
    assert follow(space, "openapi.yaml#/paths").value == {}
    pet = follow(space, "common/pet.yaml")
    assert pet.value["type"] == "object"
    assert follow(space, "https://example.com/other/pet") == pet
    assert space.resolve(pet, "#/type").value == "object"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        routes = {
            "/api.yaml": (200, HEAD + "x: {$ref: 'sub/other.yaml#/a'}\n", None),
            "/sub/other.yaml": (200, "a: 1\n", None),
            "/big.yaml": (200, "a" * 5000, None),
            "/moved.yaml": (302, "", "/sub/other.yaml"),
            "/file.yaml": (302, "", "file:///etc/passwd"),
            "/ftp.yaml": (302, "", "ftp://127.0.0.1/x"),
        }
        status, body, location = routes.get(self.path, (404, "", None))
        self.send_response(status)
        if location is not None:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def test_remote_documents_when_allowed(server: str) -> None:
    space = load(f"{server}/api.yaml", allow_remote=True)
    found = follow(space, "sub/other.yaml#/a", "x")
    assert found.value == 1
    assert found.document.uri == f"{server}/sub/other.yaml"
    assert space.locate(found).file == f"{server}/sub/other.yaml"
    assert space.files == ()
    assert unresolved(space, "file:///etc/passwd").code == "ref-outside-allowed"


def test_remote_references_from_a_file(server: str) -> None:
    space = workspace("x: 1\n", allow_remote=True, limits=Limits(max_bytes=4000))
    assert follow(space, f"{server}/moved.yaml#/a").value == 1
    for name, part in [
        ("big.yaml", "larger than"),
        ("none.yaml", "status 404"),
        ("file.yaml", ""),
        ("ftp.yaml", "not http"),
    ]:
        found = unresolved(space, f"{server}/{name}")
        assert found.code == "ref-unreadable"
        assert part in found.message


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        space = workspace("x: 1\n", allow_remote=True, limits=Limits(timeout=2))
        found = unresolved(space, f"http://127.0.0.1:{taken.getsockname()[1]}/x")
    assert found.code == "ref-unreadable"


def test_credentials_in_an_address_are_neither_sent_nor_shown() -> None:
    space = workspace("x: 1\n", allow_remote=True)
    found = unresolved(space, "http://user:secret@127.0.0.1/x.yaml")
    assert found.code == "ref-unreadable"
    assert "user name" in found.message
    assert "secret" not in found.message


def test_hints_for_many_wrong_references_stay_affordable() -> None:
    names = "\n".join(f"    Name{number}: {{}}" for number in range(4000))
    space = workspace(f"components:\n  schemas:\n{names}\n")
    hints = [unresolved(space, f"#/components/schemas/Nam{n}").hint for n in range(200)]
    assert hints[0].startswith("did you mean")
    assert not hints[-1].startswith("did you mean")
    assert all(hints)
