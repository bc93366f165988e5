"""The work that a document makes, counted in calls: twice the document is twice the work, whatever it has more of."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from clientwright import pipeline, render
from clientwright.build import merge
from clientwright.config import Flavour, Package

from hostile.growing import EXPLODING, GROWING, Document, allof_chain

# Far above what any of the documents below needs, far below what an explosion takes.
_MOST_CALLS = 15_000_000


class _TooMuch(Exception):
    """More work than any bound allows."""


def _work(document: Document, place: Path) -> tuple[int, pipeline.Prepared]:
    """Write a client for a document, nothing to the disk, and count the calls that it takes."""
    place.write_text(json.dumps(document), encoding="utf-8")
    flavour = Flavour(str(place), place.parent, package=Package("grown"))
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        if event in ("call", "c_call"):
            calls += 1
            if calls > _MOST_CALLS:
                sys.setprofile(None)
                raise _TooMuch

    sys.setprofile(count)
    try:
        prepared = pipeline.prepare(flavour.spec)
        render.render(pipeline.files_of(flavour, prepared.api), formatter="none")
    finally:
        sys.setprofile(None)
    return calls, prepared


@pytest.mark.parametrize("grow", GROWING, ids=lambda grow: grow.__name__)
def test_work_grows_as_the_document_does(grow: Any, tmp_path: Path) -> None:
    # The first run imports and fills caches.
    _work(grow(3), tmp_path / "document.json")
    small, middle, large = (_work(grow(n), tmp_path / "document.json")[0] for n in (12, 24, 48))
    # What grows by squares has four times as much to do in the second step.
    assert large - middle <= 2.5 * (middle - small) + 2_000


@pytest.mark.parametrize("explode", EXPLODING, ids=lambda explode: explode.__name__)
def test_schemas_that_multiply_end_in_bounded_work(explode: Any, tmp_path: Path) -> None:
    """References and unions that double at each level would be a billion schemas at this size."""
    _, prepared = _work(explode(40), tmp_path / "document.json")
    assert len(prepared.api.operations) == 1


def test_a_chain_of_included_schemas_is_cut_where_it_grows_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each schema has what all those before it have, so that what is written grows by squares."""
    monkeypatch.setattr(merge, "_INHERITED_PER_SCHEMA", 1)
    monkeypatch.setattr(merge, "_INHERITED_AT_LEAST", 500)
    count = 100
    document: Document = allof_chain(count)
    _, prepared = _work(document, tmp_path / "document.json")
    found = [item for item in prepared.diagnostics if item.code == "too-complex"]
    assert len(found) == 1
    assert found[0].line
    models = prepared.api.models
    assert len(models) == count
    written = sum(len(getattr(model, "properties", ())) for model in models.values())
    assert written <= 500 + 4 * count + count
