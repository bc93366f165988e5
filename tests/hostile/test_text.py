"""Text of the document is data: each payload in each position, generated, read as Python, imported, used on the wire."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from clientwright import config, pipeline
from clientwright.diagnostics import InputError
from markdown_it import MarkdownIt
from support.paths import ROOT, RUNTIME

from hostile.dense import document, positions
from hostile.payloads import CANARY, PAYLOADS, read_as

# Names that some file system does not take, and what may stand in the name of a generated file.
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10)),
}
# Operations with the text in their path: no server takes one of any length.
IN_PATHS = {"path_bare", "path_key", "path_named", "path_variant"}
INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@dataclass(frozen=True)
class Made:
    """What a payload came to."""

    payload: str
    text: str
    folder: Path
    package: str
    told: dict[str, Any]
    findings: tuple[str, ...]

    def files(self) -> Iterator[Path]:
        return (path for path in sorted(self.folder.rglob("*")) if path.is_file())


def make(payload: str, folder: Path) -> Made:
    """Generate the dense document of a payload into a folder."""
    source = folder / "document.json"
    source.write_text(json.dumps(document(PAYLOADS[payload])), encoding="utf-8")
    package = "made_" + payload.replace("-", "_")
    given = {"spec": str(source), "output": str(folder / "out"), "package.name": package}
    flavour = config.from_options({**given, "package.client_class": "Client"})
    generated = pipeline.generate(flavour)
    told = pipeline.inspect(generated.prepared, pipeline.options_of(flavour))
    found = tuple(str(each) for each in generated.prepared.diagnostics)
    return Made(payload, read_as(PAYLOADS[payload]), folder / "out", package, told, found)


@pytest.fixture(scope="module")
def all_made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Made]]:
    """Every payload, generated in a working directory of its own."""
    base = tmp_path_factory.mktemp("text")
    before = Path.cwd()
    os.chdir(base)
    try:
        made: dict[str, Made] = {}
        for name in PAYLOADS:
            folder = base / name
            folder.mkdir()
            made[name] = make(name, folder)
        assert not list(base.rglob(CANARY))
        assert {path.name for path in base.iterdir()} == set(PAYLOADS), "a stray file"
        for name in PAYLOADS:
            assert {path.name for path in (base / name).iterdir()} == {"document.json", "out"}
        yield made
    finally:
        os.chdir(before)


@pytest.fixture(params=sorted(PAYLOADS))
def made(request: pytest.FixtureRequest, all_made: dict[str, Made]) -> Made:
    return all_made[request.param]


def test_the_document_has_the_text_in_many_positions() -> None:
    assert positions() > 180
    assert len(PAYLOADS) > 80


def test_no_operation_is_lost(all_made: dict[str, Made]) -> None:
    """What a payload does to one operation it does to no other, and what is lost has a finding."""
    plain = {item["operation_id"] for item in all_made["plain"].told["operations"]}
    assert len(plain) > 45
    for name, made in all_made.items():
        ids = {item["operation_id"] for item in made.told["operations"]}
        # The one operation that is called as the payload says has another id each time.
        lost = plain - ids - {PAYLOADS["plain"]}
        assert not lost or made.findings, (name, lost)
        if any("[path-too-long]" in finding for finding in made.findings):
            lost -= IN_PATHS
        assert len(lost) <= 3, (name, lost)


def test_every_module_is_python(made: Made) -> None:
    """And holds no call that only the text asks for; the runtime is the same source in every package."""
    for path in made.files():
        if path.suffix != ".py":
            continue
        if "_runtime" in path.parts:
            assert path.read_bytes() == (RUNTIME / path.name).read_bytes()
            continue
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source, str(path))
        for node in ast.walk(tree):
            if isinstance(node, ast.Name | ast.Attribute):
                name = node.id if isinstance(node, ast.Name) else node.attr
                assert name not in ("__import__", "eval", "exec", "Path", "touch"), (path, name)


def test_nothing_hides_in_a_file(made: Made) -> None:
    """No control, bidirectional override or separator of lines that an editor would act on; no line ends but LF."""
    for path in made.files():
        text = path.read_bytes().decode("utf-8")
        odd = {
            f"U+{ord(character):04X}"
            for character in set(text)
            if unicodedata.category(character) in INVISIBLE and character not in "\n\u200d\ufe0f"
        }
        assert odd == set(), path


def test_the_project_file_says_what_it_should(made: Made) -> None:
    loaded = tomllib.loads((made.folder / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(loaded) == {"build-system", "project", "tool"}
    assert set(loaded["tool"]) == {"hatch"}
    assert loaded["build-system"]["build-backend"] == "hatchling.build"
    assert loaded["project"]["name"] == made.package.replace("_", "-")


def test_markdown_has_our_headings_alone(made: Made, all_made: dict[str, Made]) -> None:
    """Read as CommonMark, nothing of the document becomes HTML or a heading, or takes what follows into a block of code."""
    readme = _headings((made.folder / "README.md").read_text(encoding="utf-8"))
    plain = _headings((all_made["plain"].folder / "README.md").read_text(encoding="utf-8"))
    assert readme["h2"] == plain["h2"] > 0
    called = [item["call"] for item in made.told["operations"]]
    page = _headings((made.folder / "docs" / "all.md").read_text(encoding="utf-8"))
    assert page == {"h1": 1, "h2": sum(call.startswith("all.") for call in called)}


def _headings(text: str) -> Counter[str]:
    """How many headings of each kind a page has. Fails for HTML."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for token in tokens:
        inner = [child.type for child in token.children or ()]
        assert token.type != "html_block" and "html_inline" not in inner, token.content[:300]
    return Counter(token.tag for token in tokens if token.type == "heading_open")


def test_names_of_files_suit_every_system(made: Made) -> None:
    seen: set[str] = set()
    for path in made.files():
        relative = path.relative_to(made.folder)
        for part in relative.parts:
            assert part.split(".")[0].casefold() not in DEVICES, relative
            assert len(part.encode()) <= 255, relative
            assert re.fullmatch(r"\.?[\w-]+(\.\w+)?", part), relative
        assert relative.as_posix().casefold() not in seen, relative
        seen.add(relative.as_posix().casefold())


def test_findings_are_one_printable_line_each(made: Made) -> None:
    for finding in made.findings:
        assert "\n" not in finding and len(finding) < 3_000
        hidden = [c for c in finding if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
        assert hidden == [], finding
        assert not set(finding) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_packages_do_on_the_wire_what_the_document_says(
    all_made: dict[str, Made], tmp_path: Path
) -> None:
    jobs = [
        {
            "payload": made.payload,
            "folder": str(made.folder),
            "package": made.package,
            "credentials": {name: "secret" for name in ("key_header", "key_query", "key_cookie")},
            "checks": list(checks(made)),
        }
        for made in all_made.values()
    ]
    done = subprocess.run(
        [sys.executable, "-B", str(ROOT / "tests" / "hostile" / "in_use.py")],
        input=json.dumps(jobs),
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout)
    assert found["complaints"] == []
    assert found["checks"] > 20 * len(PAYLOADS)
    assert list(tmp_path.iterdir()) == []


def _squashed(text: str) -> str:
    """A text as docstrings show it, without white space: what does not print is written as an escape."""
    shown: list[str] = []
    for character in text:
        if character in "\u200d\ufe0f":
            shown.append(character)
        elif not character.isspace() and unicodedata.category(character) in INVISIBLE:
            code = ord(character)
            width, letter = (2, "x") if code < 0x100 else (4, "u") if code < 0x10000 else (8, "U")
            shown.append(f"\\{letter}{code:0{width}x}")
        else:
            shown.append(character)
    return "".join("".join(shown).split())


def checks(made: Made) -> Iterator[dict[str, Any]]:
    """What a package is asked to do."""
    text = made.text
    told = {item["operation_id"]: item for item in made.told["operations"]}

    def call(name: str, *values: Any) -> dict[str, Any]:
        """A call with these values for its arguments, and some value for each other that it must have."""
        parameters = told[name]["parameters"]
        given = dict(zip((item["argument"] for item in parameters), values, strict=False))
        for item in parameters:
            if item["required"] and item["argument"] not in given:
                given[item["argument"]] = "v"
        return {"call": told[name]["call"], "arguments": given}

    def check(how: str, name: str, *values: Any, **more: Any) -> dict[str, Any]:
        return {"check": how, **call(name, *values), **more}

    if text:
        yield check("query", "query_name", "v", pairs=[[text, "v"]])
        yield check("form", "form_property", "v", pairs=[[text, "v"]])
    yield check("query", "parameter_enum", text, pairs=[["p", text]])
    yield check("query", "parameter_const", pairs=[["p", text]])
    yield check("query", "parameter_words", text, pairs=[["p", text]])
    yield check("body", "body_property", "v", json={text: "v"})
    yield check("body", "body_required", "v", json={text: "v"})
    yield check("body", "body_const", json={"kind": text})
    yield check("body", "body_enum", text, json={"e": text})
    yield check("path", "path_value", text, first="value", last="end", segments=5, value=text)
    if not set(text) & set("{}/?#") and text and "path_named" in told:
        yield check(
            "path",
            "path_named",
            "a/../b",
            first="named",
            last="a%2F..%2Fb",
            segments=4,
            value="a/../b",
        )
    yield check("lines", "header_value", text, header="X-Value", value=text)
    for name in ("header_name", "cookie_name"):
        yield check("lines", name, "v", cookie=name == "cookie_name")
        yield check("lines", name, "a; b\r\nX: c", cookie=name == "cookie_name")
    if text:
        yield check("multipart", "multipart_property", "v\r\n--x", wire=text, value="v\r\n--x")
    for name in (
        "multipart_property",
        "body_media_type",
        "body_half_media_type",
        "parameter_media_type",
    ):
        yield check("lines", name, {"a": 1} if name == "body_half_media_type" else "v")
    for name in (
        "key_header",
        "key_query",
        "key_cookie",
        "operation_words",
        *sorted((IN_PATHS - {"path_named"}) & set(told)),
    ):
        yield check("lines", name)
    yield check("answer", "answer_property", answer={text: "v"})
    yield check("answer", "answer_mapping", answer={"kind": text, "tagged": "t"}, kind="Tagged")
    yield check("answer", "answer_inferred", answer={"t": text, "a": "x"})
    yield check("answer", "answer_reference", answer={"a": "x"})
    shown = _squashed(text)
    yield {"check": "documented", **call("operation_words"), "text": shown}
    yield {"check": "documented", "model": "Words", "text": shown}


def test_a_document_that_is_only_text_is_refused(tmp_path: Path) -> None:
    for name, text in PAYLOADS.items():
        source = tmp_path / "document.json"
        source.write_text(json.dumps(text), encoding="utf-8")
        with pytest.raises(InputError) as caught:
            pipeline.prepare(str(source))
        assert "\n" not in str(caught.value), name
