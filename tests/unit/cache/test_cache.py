"""A cache that is never trusted further than the bytes it speaks of, and never a reason to fail."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from clientwright import cache
from clientwright.cache import Entry


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "out").mkdir()
    (tmp_path / "in.yaml").write_text("input")
    (tmp_path / "out/a.py").write_text("output")
    return tmp_path


def kept(home: Path, key: str) -> Entry:
    entry = Entry(
        str(home / "out"),
        {str(home / "in.yaml"): cache.digest_of(home / "in.yaml")},
        {"a.py": cache.digest_of(home / "out/a.py")},
        {"operations": 3},
    )
    cache.keep(key, entry)
    return entry


def place(key: str) -> Path:
    folder = cache.folder()
    assert folder is not None
    return folder / f"{key}.json"


def test_what_was_kept_is_found(home: Path) -> None:
    key = cache.key_of(["x"])
    assert cache.find(key) is None
    entry = kept(home, key)
    assert cache.find(key) == entry
    assert cache.find(cache.key_of(["y"])) is None


@pytest.mark.parametrize("path", ["in.yaml", "out/a.py"])
def test_a_file_that_changed_or_went(home: Path, path: str) -> None:
    key = cache.key_of(["x"])
    kept(home, key)
    (home / path).write_text("other")
    assert cache.find(key) is None
    (home / path).unlink()
    assert cache.find(key) is None


def test_a_file_that_never_was_there_is_not_taken_for_the_same(home: Path) -> None:
    key = cache.key_of(["x"])
    cache.keep(key, Entry(str(home), {str(home / "no"): cache.digest_of(home / "no")}, {}, {}))
    assert cache.find(key) is None


def test_every_damaged_byte_is_noticed(home: Path) -> None:
    key = cache.key_of(["x"])
    kept(home, key)
    whole = place(key).read_bytes()
    for at in range(len(whole)):
        place(key).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.find(key) is None, at
        place(key).write_bytes(whole[:at])
        assert cache.find(key) is None, at
    place(key).write_bytes(whole)
    assert cache.find(key) is not None


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"folder": 1}', b"[" * 100_000, b"\xff"])
def test_an_entry_of_another_shape_with_the_right_hash(body: bytes) -> None:
    key = cache.key_of(["x"])
    place(key).parent.mkdir(parents=True)
    head = f"clientwright cache 1 {cache.hashlib.sha256(body).hexdigest()}\n"
    place(key).write_bytes(head.encode() + body)
    assert cache.find(key) is None


def test_a_cache_that_cannot_be_written_or_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "file"))
    key = cache.key_of(["x"])
    kept(home, key)
    assert cache.find(key) is None


def test_nobody_else_reads_it(home: Path) -> None:
    key = cache.key_of(["x"])
    kept(home, key)
    if os.name == "posix":
        assert place(key).stat().st_mode & 0o077 == 0


def test_a_relative_cache_home_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    folder = cache.folder()
    assert folder is not None and folder.is_absolute()
    assert "relative" not in folder.parts


def test_the_hash_of_a_folder(home: Path) -> None:
    before = cache.digest_of(home / "out")
    (home / "out/b.py").write_text("")
    after = cache.digest_of(home / "out")
    assert before != after
    (home / "out/__pycache__").mkdir()
    (home / "out/__pycache__/b.pyc").write_text("")
    assert cache.digest_of(home / "out") == after


def test_the_key_depends_on_what_is_installed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.key_of(["x"])
    assert cache.key_of(["x"]) == before
    (home / "site/ruff-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(home / "site")
    assert cache.key_of(["x"]) != before


def test_old_entries_go(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MAX_ENTRIES", 2)
    for number in range(4):
        kept(home, f"k{number}")
        os.utime(place(f"k{number}"), ns=(number, number))
    kept(home, "last")
    names = sorted(path.stem for path in place("x").parent.glob("*.json"))
    assert names == ["k3", "last"]


def test_the_oldest_of_large_entries_go(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MAX_TOTAL_BYTES", 2_500)
    for number in range(4):
        key = f"k{number}"
        cache.keep(key, Entry(str(home), {}, {}, {"findings": "x" * 1_000}))
        os.utime(place(key), ns=(number, number))
    assert sorted(path.stem for path in place("x").parent.glob("*.json")) == ["k2", "k3"]


def test_a_run_with_very_many_findings_is_remembered(home: Path) -> None:
    entry = Entry(str(home), {}, {}, {"findings": "x" * 20_000_000})
    cache.keep("large", entry)
    assert cache.find("large") == entry


def test_entries_are_plain_json(home: Path) -> None:
    key = cache.key_of(["x"])
    kept(home, key)
    head, _, body = place(key).read_bytes().partition(b"\n")
    assert head.startswith(b"clientwright cache 1 ")
    assert json.loads(body).keys() == {"folder", "inputs", "outputs", "result"}


def test_what_tools_leave_in_a_folder_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.jinja").write_text("text", encoding="utf-8")
    before = cache.digest_of(tmp_path)
    for name in (".mypy_cache", "__pycache__"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "left").write_text("x", encoding="utf-8")
    assert cache.digest_of(tmp_path) == before
    (tmp_path / "b.jinja").write_text("text", encoding="utf-8")
    assert cache.digest_of(tmp_path) != before
