"""Printing: templates see their view alone, and source goes through one formatter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from clientwright import render
from clientwright.targets import GeneratedFile


@dataclass(frozen=True)
class View:
    doc: str


def _file(template: str = "python/nothing.py.jinja") -> GeneratedFile:
    return GeneratedFile("a.py", template, View("x  =  {'a':1}"), language="python")


@pytest.mark.parametrize("formatter", ["ruff", "black"])
def test_source_is_formatted(formatter: str) -> None:
    if formatter == "black":
        pytest.importorskip("black")
    assert render.render([_file()], formatter=formatter).files == {"a.py": b'x = {"a": 1}\n'}


def test_without_a_formatter_the_text_stays() -> None:
    assert render.render([_file()], formatter="none").files == {"a.py": b"x  =  {'a':1}\n"}


def test_text_that_is_no_source_names_its_file() -> None:
    broken = GeneratedFile("pkg/b.py", "python/nothing.py.jinja", View("x = ="), language="python")
    with pytest.raises(render.FormatterError, match=r"pkg/b\.py"):
        render.render([broken])


def test_an_unknown_formatter_is_an_error() -> None:
    with pytest.raises(render.FormatterError, match="choose ruff, black or none"):
        render.render([_file()], formatter="yapf")


def test_bytes_go_through_unchanged() -> None:
    raw = GeneratedFile("x.bin", content=b"\x00{{ view }}")
    assert render.render([raw]).files == {"x.bin": b"\x00{{ view }}"}


def test_a_folder_of_templates_comes_first(tmp_path: Path) -> None:
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "nothing.py.jinja").write_text("# {{ view.doc }}")
    printed = render.render([_file()], formatter="none", overrides=tmp_path).files
    assert printed == {"a.py": b"# x  =  {'a':1}"}


def test_a_template_that_asks_for_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "t.jinja").write_text("{{ view.nothing }}")
    with pytest.raises(render.TemplateProblem, match=r"t\.jinja"):
        render.render([_file("t.jinja")], formatter="none", overrides=tmp_path)


def test_a_template_that_is_missing_is_named() -> None:
    with pytest.raises(render.TemplateProblem, match="no template python/absent"):
        render.render([_file("python/absent")])


def test_only_what_was_used_counts_as_a_source(tmp_path: Path) -> None:
    (tmp_path / "python").mkdir()
    part, unused = tmp_path / "_part.jinja", tmp_path / "python" / "errors.py.jinja"
    (tmp_path / "python" / "nothing.py.jinja").write_text("{% include '_part.jinja' %}")
    part.write_text("x = 1")

    def sources(copied: bytes = b"a") -> str:
        files = [_file(), GeneratedFile("runtime.py", content=copied)]
        return render.render(files, formatter="none", overrides=tmp_path).sources

    before = sources()
    unused.write_text("y")
    assert sources() == before
    assert sources(b"b") != before
    part.write_text("x = 2")
    assert sources() != before
