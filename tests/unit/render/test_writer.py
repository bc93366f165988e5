"""Writing an output folder: only what is ours, only what changed, only inside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from clientwright import render

FILES = {"a/one.py": b"1\n", "two.md": b"2\n"}


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".clientwright.json"
    }


def test_files_are_written_with_a_list_of_them(tmp_path: Path) -> None:
    written = render.write(tmp_path / "out", FILES)
    assert written.changed == ("a/one.py", "two.md")
    assert _tree(tmp_path / "out") == FILES
    listed = json.loads((tmp_path / "out" / ".clientwright.json").read_bytes())
    assert list(listed["files"]) == ["a/one.py", "two.md"]


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    render.write(tmp_path, FILES)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    written = render.write(tmp_path, FILES)
    assert (written.changed, written.removed) == ((), ())
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_files_of_an_earlier_run_go_and_foreign_ones_stay(tmp_path: Path) -> None:
    render.write(tmp_path, FILES)
    (tmp_path / "a" / "mine.py").write_bytes(b"mine")
    written = render.write(tmp_path, {"two.md": b"2\n"})
    assert written.removed == ("a/one.py",)
    assert _tree(tmp_path) == {"two.md": b"2\n", "a/mine.py": b"mine"}


def test_an_empty_folder_goes_with_its_last_file(tmp_path: Path) -> None:
    render.write(tmp_path, FILES)
    render.write(tmp_path, {"two.md": b"2\n"})
    assert not (tmp_path / "a").exists()


def test_a_foreign_file_is_not_overwritten_without_force(tmp_path: Path) -> None:
    (tmp_path / "two.md").write_bytes(b"theirs")
    with pytest.raises(render.WriteRefused, match=r"two\.md was not written by clientwright"):
        render.write(tmp_path, FILES)
    assert _tree(tmp_path) == {"two.md": b"theirs"}
    render.write(tmp_path, FILES, force=True)
    assert _tree(tmp_path) == FILES


def test_an_edited_file_is_noticed(tmp_path: Path) -> None:
    render.write(tmp_path, FILES)
    (tmp_path / "two.md").write_bytes(b"edited")
    with pytest.raises(render.WriteRefused, match="edited by hand"):
        render.write(tmp_path, {**FILES, "a/one.py": b"new"})
    assert (tmp_path / "a" / "one.py").read_bytes() == b"1\n"


def test_edited_files_are_named_together(tmp_path: Path) -> None:
    files = {f"{name}.py": b"1\n" for name in "abcde"}
    render.write(tmp_path, files)
    later = dict.fromkeys(files, b"2\n")
    for count, words in (
        (2, r"a\.py and b\.py were edited"),
        (5, r"a\.py, b\.py, c\.py and 2 more were edited"),
    ):
        for name in list(files)[:count]:
            (tmp_path / name).write_bytes(b"mine")
        with pytest.raises(render.WriteRefused, match=words):
            render.write(tmp_path, later)


def test_an_edited_file_that_is_no_longer_generated_stays(tmp_path: Path) -> None:
    render.write(tmp_path, FILES)
    (tmp_path / "two.md").write_bytes(b"edited")
    assert render.write(tmp_path, {"a/one.py": b"1\n"}).removed == ()
    assert (tmp_path / "two.md").read_bytes() == b"edited"


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a\\..\\x", "", "a\0b"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(render.WriteRefused):
        render.write(tmp_path / "out", {path: b"x"})
    assert list(tmp_path.iterdir()) == []


def test_a_link_does_not_lead_outside(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(render.WriteRefused, match="leads out"):
        render.write(tmp_path / "out", FILES)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_manifest_that_names_files_outside_removes_nothing(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"v")
    (tmp_path / "out").mkdir()
    listing = {"generator": "clientwright", "files": {"../victim": "0"}}
    (tmp_path / "out" / ".clientwright.json").write_text(json.dumps(listing))
    with pytest.raises(render.WriteRefused):
        render.write(tmp_path / "out", FILES, force=True)
    assert victim.read_bytes() == b"v"


def test_a_damaged_manifest_is_as_none(tmp_path: Path) -> None:
    render.write(tmp_path, FILES)
    (tmp_path / ".clientwright.json").write_bytes(b"[}")
    assert render.write(tmp_path, FILES).changed == ()


def test_a_comparison_shows_each_difference(tmp_path: Path) -> None:
    render.write(tmp_path, FILES)
    assert render.compare(tmp_path, FILES) == []
    found = render.compare(tmp_path, {"two.md": b"3\n", "three": b"new\n"})
    assert {diff.path: diff.change for diff in found} == {
        ".clientwright.json": "change",
        "a/one.py": "remove",
        "three": "add",
        "two.md": "change",
    }
    text = next(diff.text for diff in found if diff.path == "two.md")
    assert "-2\n" in text and "+3\n" in text
    assert _tree(tmp_path) == FILES
