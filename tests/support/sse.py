"""Writing server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any


def write_event(name: str, data: Any, *, end: str = "\n", before: str = "") -> bytes:
    """One event with an `event` and a `data` field. `before` is put in front as it is; `end` ends each line."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{before}event: {name}{end}data: {text}{end}{end}".encode()


def write_events(events: Iterable[tuple[str, Any]], *, end: str = "\n") -> list[bytes]:
    return [write_event(name, data, end=end) for name, data in events]


def split_at(position: int) -> Callable[[bytes], list[bytes]]:
    """A chunking function that cuts the whole in two at a byte position."""
    return lambda whole: [whole[:position], whole[position:]]


def every(size: int) -> Callable[[bytes], Iterator[bytes]]:
    """A chunking function that makes chunks of `size` bytes."""
    return lambda whole: (whole[at : at + size] for at in range(0, len(whole), size))
