"""Streams from hostile servers end in a clear error, with memory that is bounded."""

from __future__ import annotations

import random
import tracemalloc
from pathlib import Path

import pytest

from hostile.fuzz import stream
from hostile.streams import runtime

EVENTS = runtime("events")
LINES = runtime("lines")
LIMIT = 100_000


@pytest.mark.parametrize(
    "piece",
    [
        b"data: x",
        b"x" * 100,
        b"data: x\n",
        b"data:\n",
        b"data\n",
        b"data\r",
        b"event: " + b"x" * 50,
        b"id: 1\n" + b"data: y\n",
        b"\xc3",
        b"data: \xe2\x80\xa8\n",
    ],
)
def test_an_event_without_end(piece: bytes) -> None:
    parser = EVENTS.EventParser(LIMIT)
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="larger than 100000 bytes"):
            for _ in range(10 * LIMIT):
                assert parser.feed(piece) == []
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 200 * LIMIT


@pytest.mark.parametrize(
    "piece", [b":", b": comment\n", b"retry: 1\n", b"\n", b"\r\n", b"event: a\n", b"unknown: a\n"]
)
def test_lines_that_are_no_data_are_not_kept(piece: bytes) -> None:
    parser = EVENTS.EventParser(LIMIT)
    tracemalloc.start()
    try:
        for _ in range(2_000):
            assert parser.feed(piece * 20 + b"\n") == []
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20 * LIMIT


def test_a_json_line_without_end() -> None:
    parser = LINES.LineParser(LIMIT)
    with pytest.raises(ValueError, match="larger than"):
        for _ in range(LIMIT):
            parser.feed(b'{"a": [')


def test_any_cut_gives_the_same_events(tmp_path: Path) -> None:
    """Against a plain reader of the whole stream; each time other bytes, cut elsewhere."""
    outcomes = {stream(random.Random(number), tmp_path) for number in range(3_000)}
    assert outcomes == {"parsed", "over the limit"}
