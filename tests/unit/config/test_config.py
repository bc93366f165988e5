"""Flavour files: every key, and errors that name the key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from clientwright import config
from clientwright.config import ConfigError

WHOLE = """\
spec = "../api.yaml"
overlays = ["../o.yaml"]
output = "../out"
target = "python"
[package]
name = "acme.client"
version = "1.0.0"
client_class = "Acme"
env_prefix = "ACME"
[select]
tags = ["a.b"]
[style]
async = "class"
streaming = "separate"
layout = "flat"
http = "httpx2"
formatter = "black"
[models]
backend = "pydantic"
style = "pydantic"
[templates]
override = "./templates"
[custom]
"a.b" = "acme_extras.run:RunMixin"
[aliases]
"a.b.old" = "a.b.new"
"""


def write(folder: Path, text: str) -> Path:
    (folder / "flavours").mkdir(exist_ok=True)
    place = folder / "flavours/x.toml"
    place.write_text(text, encoding="utf-8")
    return place


def test_every_key(tmp_path: Path) -> None:
    read = config.read(write(tmp_path, WHOLE))
    base = tmp_path.resolve() / "flavours"
    assert read.spec == str(base / "../api.yaml")
    assert (read.output, read.overlays) == (base / "../out", (base / "../o.yaml",))
    assert (read.package.name, read.package.client_class) == ("acme.client", "Acme")
    assert (read.style.async_, read.style.layout, read.style.http) == ("class", "flat", "httpx2")
    assert read.select.tags == ("a.b",)
    assert read.templates == base / "templates"
    assert read.custom == {"a.b": "acme_extras.run:RunMixin"}
    assert read.aliases == {"a.b.old": "a.b.new"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("spec =", "spce =", "no key spce"),
        ("[package]", "[packge]", "did you mean package"),
        ("client_class", "clientclass", "did you mean package.client_class?"),
        ('"httpx2"', '"htpx2"', "did you mean 'httpx2'?"),
        ('"python"', '"pyhton"', "must be one of python"),
        ('"acme.client"', '"acme-client"', "package.name"),
        ('"Acme"', '"class"', "package.client_class"),
        ('"1.0.0"', "1.0", "package.version"),
        ('"1.0.0"', '"banana"', "must be a version"),
        ('"acme.client"', '"json"', "is in the way of Python's own module json"),
        ('"acme.client"', '"httpx.acme"', "is in the way of the library httpx"),
        ('["a.b"]', '"a.b"', "must be a list of texts"),
        (":RunMixin", "", "acme_extras.run:RunMixin"),
        ('"a.b.new"', '"a b"', "must be the name of a method"),
        ('spec = "../api.yaml"', "", "the key spec is missing"),
        ('output = "../out"', "", "the key output is missing"),
        ("[style]", "[style", "not TOML"),
        ('"./templates"', "[]", "templates.override"),
        ('[custom]\n"a.b" = "acme_extras.run:RunMixin"', "", None),
    ],
)
def test_errors_name_the_key(tmp_path: Path, old: str, new: str, words: str | None) -> None:
    assert old in WHOLE
    place = write(tmp_path, WHOLE.replace(old, new, 1))
    if words is None:
        assert config.read(place).custom == {}
        return
    with pytest.raises(ConfigError) as problem:
        config.read(place)
    lines = [str(item) for item in problem.value.diagnostics]
    assert any(words in line for line in lines), lines
    assert all(line.startswith(str(place)) for line in lines)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('spec = "a"\noutput = 3\n', "2:1"),
        ('spec = "a"\n[style]\n  async = "x"\n', "3:3"),
        ('spec = "a"\nstyle.async = "x"\n', "2:1"),
        ('spec = "a"\nstyle = {async = "x"}\n', "2:1"),
        ('spec = "a"\n[ "style" ]\n"async" = "x"\n', "3:1"),
        ('spec = "a"\n\n[nonsense]\na = 1\n', "3:2"),
        ('spec = "a"\noutput = "b\n', "2:12"),
        ('spec = """a', ""),
    ],
)
def test_errors_have_their_place(tmp_path: Path, text: str, place: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError) as problem:
        config.read(file)
    where = f"{file}:{place}: error: " if place else f"{file}: error: not TOML: "
    assert str(problem.value.diagnostics[0]).startswith(where), problem.value


def test_a_document_in_the_place_of_a_flavour_file(tmp_path: Path) -> None:
    file = tmp_path / "openapi.yaml"
    file.write_text("openapi: 3.1.0\n")
    with pytest.raises(ConfigError, match=f"a document is given by --spec {re.escape(str(file))}"):
        config.read(file)


@pytest.mark.parametrize(
    "version", ["1", "1.0", "2!1.0.0", "v1.2.3", "1.0.0-beta.2", "1.0.0.post1.dev3+local.7"]
)
def test_versions(version: str) -> None:
    assert config.KEYS["package.version"](version) is None


@pytest.mark.parametrize("version", ["", "x", "1.", "1.0.0-", "1.0-final", "1.0.0+", "1 .0", "١"])
def test_versions_that_no_installer_takes(version: str) -> None:
    assert config.KEYS["package.version"](version) is not None


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    with pytest.raises(
        ConfigError, match=r"cannot read the flavour file: .*did you mean .*x\.toml"
    ):
        config.read(tmp_path / "flavours" / "xx.toml")
    with pytest.raises(ConfigError, match="there is no folder"):
        config.read(tmp_path / "none" / "x.toml")


def test_settings() -> None:
    assert config.parse_setting("select.tags=['a']") == ("select.tags", ["a"])
    assert config.parse_setting("package.version=1.0.0") == ("package.version", "1.0.0")
    assert config.parse_setting("package.name=a=b") == ("package.name", "a=b")


def test_paths_of_options_are_those_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    read = config.read(write(tmp_path, WHOLE), {"output": "there", "spec": "https://a.example/x"})
    assert read.output == tmp_path / "there"
    assert read.spec == "https://a.example/x"


@pytest.mark.parametrize(("library", "ours"), config.MODEL_STYLES.items())
def test_styles_of_models_have_two_names(tmp_path: Path, library: str, ours: str) -> None:
    for written in (library, ours):
        lines = f'[models]\nbackend = "datamodel-code-generator"\nstyle = "{written}"\n'
        text = WHOLE.replace('[models]\nbackend = "pydantic"\nstyle = "pydantic"\n', lines)
        assert config.read(write(tmp_path, text)).models.style == ours


@pytest.mark.parametrize(
    ("backend", "style", "words"),
    [
        ("datamodel-code-generator", "pydantic.BaseModel", "did you mean 'pydantic_v2.BaseModel'?"),
        ("datamodel-code-generator", "typed_dict", "did you mean 'typed-dict'?"),
        ("datamodel-code-generator", "pydantic", "does not go with models.backend"),
        ("pydantic", "msgspec", "does not go with models.backend"),
    ],
)
def test_styles_that_are_refused(tmp_path: Path, backend: str, style: str, words: str) -> None:
    lines = f'[models]\nbackend = "{backend}"\nstyle = "{style}"\n'
    text = WHOLE.replace('[models]\nbackend = "pydantic"\nstyle = "pydantic"\n', lines)
    with pytest.raises(ConfigError) as problem:
        config.read(write(tmp_path, text))
    assert words in str(problem.value.diagnostics[0])
