"""Answers as a later version of the API may give them: more fields, values, kinds of entries, kinds of events.

Each is made from an answer of today by rules, so that no test depends on one invented example.
"""

from __future__ import annotations

import copy
from typing import Any

FIELDS: dict[str, Any] = {"since_tomorrow": {"deep": [1, None, "two"]}, "x-flag": True}
ENTRY = {"object": "entry", "type": "thought.bubble", "id": "tb_1", "mood": {"sunny": True}}
CHUNK = {"type": "hologram", "hologram_url": "https://example.com/h", "metres": 2.5}
TOOL = {"type": "time_machine", "year": 1851}
EVENT = ("memory.recall.started", {"type": "memory.recall.started", "id": "mem_1", "depth": 3})
ENUMS = {"tool_choice": "telepathy", "confirmation_status": "postponed"}


def answer(value: Any) -> Any:
    """An answer of tomorrow: every object has unknown fields, every enum an unknown value, every union a new member."""
    return grow(copy.deepcopy(value))


def grow(value: Any) -> Any:
    if isinstance(value, list):
        return [grow(item) for item in value]
    if not isinstance(value, dict):
        return value
    result = {key: ENUMS.get(key, grow(item)) for key, item in value.items()}
    for key in ("outputs", "entries", "messages"):
        if isinstance(result.get(key), list):
            result[key] = [*untagged(result[key]), ENTRY]
    if result.get("type") == "message.output":
        text = {"type": "text", "text": result.get("content", ""), **FIELDS}
        result["content"] = [text, CHUNK] if isinstance(result.get("content"), str) else [CHUNK]
    if result.get("type") in ("message.input", "message.output.delta"):
        result["role"] = "narrator"
    if result.get("object") in ("agent", "conversation"):
        result["tools"] = [*result.get("tools", []), TOOL]
    return {**result, **FIELDS}


def untagged(entries: list[Any]) -> list[Any]:
    """The entries, of which those of the assistant leave out their optional `type` and `object`."""
    return [
        {key: item for key, item in entry.items() if key not in ("type", "object")}
        if entry.get("type") == "message.output"
        else entry
        for entry in entries
    ]


def events(known: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """A stream of tomorrow: the events of today with more fields, each followed by one of an unknown type."""
    result: list[tuple[str, Any]] = []
    for name, data in known:
        result.append((name, grow(data)))
        result.append(EVENT)
    return result
