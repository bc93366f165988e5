"""One document for several flavours is read once, and again as soon as any file of it is other than it was."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from clientwright.access import Access
from clientwright.pipeline import Prepared, documents
from clientwright.pipeline.documents import Documents


@pytest.fixture
def document(tmp_path: Path) -> Path:
    schema = {"$ref": "other.json"}
    content = {"application/json": {"schema": schema}}
    operation = {
        "operationId": "read",
        "responses": {"200": {"description": "d", "content": content}},
    }
    paths = {
        "/a": {"get": {**operation, "tags": ["a"]}},
        "/b": {"get": {**operation, "tags": ["b"]}},
    }
    whole = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    _write(tmp_path / "openapi.json", whole)
    _write(tmp_path / "other.json", {"type": "object", "properties": {"one": {"type": "string"}}})
    return tmp_path / "openapi.json"


def _write(place: Path, value: Any) -> None:
    place.write_text(json.dumps(value), encoding="utf-8")
    # Written a while ago: what is as new as the run may change once more in the same moment.
    os.utime(place, (1_000_000_000, 1_000_000_000))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    prepare = documents.prepare

    def counted(source: str, **options: Any) -> Prepared:
        found.append(source)
        return prepare(source, **options)

    monkeypatch.setattr(documents, "prepare", counted)
    return found


def test_the_same_document_is_read_once(document: Path, read: list[str]) -> None:
    known = Documents()
    first = known.prepare(str(document))
    assert known.prepare(str(document)) is first
    assert len(read) == 1


@pytest.mark.parametrize("name", ["openapi.json", "other.json"])
def test_a_file_that_changed_is_read_again(document: Path, read: list[str], name: str) -> None:
    known = Documents()
    known.prepare(str(document))
    place = document.parent / name
    text = place.read_text(encoding="utf-8")
    # The same size and the same time as before.
    place.write_text(text.replace("one", "two").replace('"T"', '"U"'), encoding="utf-8")
    os.utime(place, (1_000_000_000, 1_000_000_000))
    again = known.prepare(str(document))
    assert len(read) == 2
    models = again.api.models.values()
    names = [item.wire_name for model in models for item in getattr(model, "properties", ())]
    assert (again.api.title, set(names)) == (
        ("U", {"one"}) if name == "openapi.json" else ("T", {"two"})
    )


def test_other_tags_and_overlays_are_another_document(document: Path, read: list[str]) -> None:
    overlay = document.parent / "overlay.json"
    action = {"target": "$.info", "update": {"title": "Changed"}}
    info = {"title": "O", "version": "1"}
    _write(overlay, {"overlay": "1.0.0", "info": info, "actions": [action]})
    known = Documents()
    assert len(known.prepare(str(document)).api.operations) == 2
    assert len(known.prepare(str(document), tags=("a",)).api.operations) == 1
    assert known.prepare(str(document), overlays=[overlay]).api.title == "Changed"
    assert known.prepare(str(document)).api.title == "T"
    assert len(read) == 4


def test_nothing_is_kept_of_a_document_that_cannot_be_settled(
    document: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is as new as the run may have been other when it was read."""
    monkeypatch.setattr(documents.time, "time_ns", lambda: 0)
    known = Documents()
    known.prepare(str(document))
    known.prepare(str(document))
    known.prepare(str(document), access=Access(remote=True))
    assert len(read) == 3
