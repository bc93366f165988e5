"""Versions, the lock file, and what is told of changes."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path

import pytest
from clientwright.diagnostics import InputError
from clientwright.surface import lock
from clientwright.surface.changes import Change, Changes, Level, next_version, reaches
from clientwright.surface.lock import Lock
from clientwright.surface.markdown import as_markdown, of_many
from clientwright.surface.model import Method, Model, Surface
from support.packages import fresh
from support.paths import GENERATED

EMPTY = Surface("p", "C", {}, {}, {}, {}, {})
ONE = replace(EMPTY, methods={"a": Method("a", "GET /a", "string")})


@pytest.mark.parametrize(
    ("version", "level", "wanted"),
    [
        ("1.2.3", Level.MAJOR, "2.0.0"),
        ("1.2.3", Level.MINOR, "1.3.0"),
        ("1.2.3", Level.PATCH, "1.2.4"),
        ("1.2.3", None, "1.2.3"),
        ("0.2.3", Level.MAJOR, "0.3.0"),
        ("0.2.3", Level.MINOR, "0.2.4"),
        ("0.2.3", Level.PATCH, "0.2.4"),
        ("1.2.3rc1", Level.MINOR, "1.3.0"),
        ("1.2", Level.MAJOR, ""),
        ("2024.1.2.3", Level.MAJOR, ""),
        ("next", Level.MAJOR, ""),
    ],
)
def test_next_version(version: str, level: Level | None, wanted: str) -> None:
    assert next_version(version, level) == wanted


def test_reaches() -> None:
    assert reaches("1.10.0", "1.9.0") and reaches("2.0.0", "1.9.9")
    assert not reaches("1.2.3", "1.2.4")
    assert reaches("odd", "1.0.0")


def test_a_first_lock_changes_nothing() -> None:
    new = Lock("1.0.0", ONE)
    assert lock.advance(None, new) == (new, Changes(version="1.0.0", proposed="1.0.0"))


def test_changes_are_counted_until_the_version_is_raised() -> None:
    first = Lock("1.0.0", ONE)
    second, changes = lock.advance(first, Lock("1.0.0", EMPTY))
    assert second.pending == changes.pending
    assert (second.pending, changes.level, changes.proposed) == (Level.MAJOR, Level.MAJOR, "2.0.0")
    third, changes = lock.advance(second, Lock("1.0.0", EMPTY))
    assert (third.pending, changes.level, changes.proposed) == (Level.MAJOR, None, "2.0.0")
    fourth, changes = lock.advance(third, Lock("1.1.0", ONE))
    assert (fourth.pending, changes.level, changes.proposed) == (
        Level.MAJOR, Level.MINOR, "2.0.0",
    )  # fmt: skip
    fifth, changes = lock.advance(third, Lock("2.0.0", ONE))
    assert (fifth.pending, changes.proposed) == (None, "2.0.0")


def test_what_users_do_not_see_is_a_patch() -> None:
    _, changes = lock.advance(Lock("1.0.0", ONE, "a"), Lock("1.0.0", ONE, "b"))
    assert [item.code for item in changes.items] == ["inside"]
    assert (changes.level, changes.proposed) == (Level.PATCH, "1.0.1")


def test_a_lock_prints_and_reads(tmp_path: Path) -> None:
    whole = Lock(
        "1.0.0", ONE, "d", ("o",), {"style.http": "httpx"}, "h", {"version": "0"}, Level.MINOR
    )
    (tmp_path / lock.NAME).write_bytes(lock.text(whole))
    assert lock.read(tmp_path) == whole
    assert lock.read_file(tmp_path / lock.NAME) == whole


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"lock": 2}', b"[" * 100_000, b"\xff", b'{"lock": 1}']
)
def test_a_damaged_lock(tmp_path: Path, content: bytes) -> None:
    (tmp_path / lock.NAME).write_bytes(content)
    assert lock.read(tmp_path) is None
    with pytest.raises(InputError, match="lock"):
        lock.read_file(tmp_path / lock.NAME)
    with pytest.raises(InputError, match="cannot read"):
        lock.read_file(tmp_path / "absent")


def test_lines_of_a_lock_stay_short_enough_to_review() -> None:
    methods = {f"m{n}": Method("a" * 30, "GET /a", "string", async_call="b" * 30) for n in range(3)}
    lines = lock.text(Lock("1.0.0", replace(EMPTY, methods=methods))).decode().splitlines()
    assert max(len(line) for line in lines) < 130
    assert sum(line.startswith('   "m') for line in lines) == 3


def test_markdown() -> None:
    items = (
        Change(Level.MAJOR, "x", "a", "`a_b` is <b>gone</b> @everyone"),
        Change(Level.PATCH, "y", "b", "inside"),
    )
    text = as_markdown(Changes(items, "1.0.0", "2.0.0"), "Title")
    assert text.startswith("## Title\n\nVersion 1.0.0 becomes **2.0.0**.\n")
    assert "### Breaking changes\n\n- `a_b` is \\<b\\>gone\\</b\\> \\@everyone\n" in text
    assert "### Other\n\n- inside\n" in text
    assert "New and deprecated" not in text
    assert "Nothing changes" in as_markdown(Changes())


def test_the_names_of_a_lock_are_there_to_import() -> None:
    folder = GENERATED.parent / "mistral"
    kept = lock.read(folder)
    assert kept is not None
    with fresh(folder, "mistral_client"):
        models = importlib.import_module("mistral_client.models")
        names = [*kept.surface.types, *kept.surface.models]
        assert {"TextChunkDict", "UnknownInputEntry", "PagedAgentListPage"} <= set(names)
        assert [name for name in names if not hasattr(models, name)] == []


def test_a_lock_has_a_line_for_each_thing_that_changes_alone() -> None:
    values = tuple(f"value number {number}" for number in range(20))
    model = Model("enum", "both", values=values)
    before = replace(EMPTY, models={"B": model, "A": model})
    after = replace(before, models={"A": model, "B": replace(model, values=(*values, "x"))})
    old, new = (lock.text(Lock("1", item)).decode().splitlines() for item in (before, after))
    assert lock.parse("\n".join(new).encode()).surface == after
    # The order of models says nothing, and one more value is one more line (and a comma).
    assert len(new) == len(old) + 1
    assert sum(line not in old for line in new) == 2


def test_many_clients_have_each_change_told_once() -> None:
    common = Change(Level.MAJOR, "model-removed", "A", "the model `A` is gone")
    other = Change(Level.MINOR, "method-added", "b", "`b` (GET /b) is new")
    packages = {
        "one": Changes((common, other), "1.0.0", "2.0.0"),
        "two": Changes((common,), "1.0.0", "2.0.0"),
        "three": Changes((common, other), "2.0.0", "2.0.0"),
    }
    assert of_many(packages).splitlines() == [
        "| client | changes | version |",
        "| --- | --- | --- |",
        "| `one` | 1 major, 1 minor | 1.0.0 becomes **2.0.0** |",
        "| `two` | 1 major | 1.0.0 becomes **2.0.0** |",
        "| `three` | 1 major, 1 minor | 2.0.0 |",
        "",
        "## Every client",
        "",
        "### Breaking changes",
        "",
        "- the model `A` is gone",
        "",
        "## `one`, `three`",
        "",
        "### New and deprecated",
        "",
        "- `b` (GET /b) is new",
    ]
    assert of_many({"one": packages["one"]}) == as_markdown(packages["one"], "`one`")
    assert of_many({"one": Changes(), "two": Changes()}).startswith("Nothing changes")
