"""What the server answers, made once: bodies of the shapes that the API sends, of sizes as they occur."""

from __future__ import annotations

import json
from typing import Any

CONVERSATIONS = 100
ENTRIES = 500
EVENTS = 2000

_TEXT = (
    "High water at the old quay is at 14:52, a good two hours after it turned at the mouth of the bay. "
    "Whoever leaves before noon has the stream against him as far as the second buoy. "
)
_TIMES = {
    "created_at": "2026-03-14T09:26:53.589793Z",
    "completed_at": "2026-03-14T09:26:55.314159Z",
}
_MODEL = {"agent_id": "ag_0692b1379a0c7b448000c1d2e3f40516", "model": "mistral-medium-latest"}


def _encode(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _entry(index: int) -> dict[str, Any]:
    """One entry of a history: a question, a call of a function, its result, an answer, in turn."""
    base = {"object": "entry", **_TIMES}
    step = index % 4
    if step == 0:
        return base | {
            "type": "message.input",
            "id": f"msg_{index:08}",
            "role": "user",
            "content": f"When is high water on day {index}?",
            "prefix": False,
        }
    if step == 1:
        return (
            base
            | _MODEL
            | {
                "type": "function.call",
                "id": f"fc_{index:08}",
                "tool_call_id": f"call{index:05}",
                "name": "tide_table",
                "arguments": '{"harbour": "Old Quay", "day": "2026-03-14", "unit": "m"}',
            }
        )
    if step == 2:
        return base | {
            "type": "function.result",
            "id": f"fr_{index:08}",
            "tool_call_id": f"call{index - 1:05}",
            "result": '{"high": "14:52", "low": "08:37"}',
        }
    return (
        base
        | _MODEL
        | {
            "type": "message.output",
            "id": f"msg_{index:08}",
            "role": "assistant",
            "content": _TEXT * 4,
        }
    )


def _conversation(index: int) -> dict[str, Any]:
    common = {
        "object": "conversation",
        "id": f"conv_{index:08}",
        "created_at": "2026-03-14T09:26:53.589793Z",
        "updated_at": "2026-03-14T10:02:11Z",
        "name": f"Tide questions {index}",
        "description": "What skippers ask before they sail.",
        "metadata": {"ticket": f"HARBOUR-{index}", "priority": 2},
    }
    if index % 2:
        return common | {"agent_id": _MODEL["agent_id"], "agent_version": index}
    return common | {
        "model": _MODEL["model"],
        "instructions": "Answer in one sentence.",
        "completion_args": {"temperature": 0.3, "max_tokens": 800, "stop": ["###"]},
        "tools": [{"type": "web_search"}],
    }


def start() -> bytes:
    """The answer to `start`: one message."""
    return _encode(
        {
            "object": "conversation.response",
            "conversation_id": "conv_0692b14c7e5a7d318000a4f19c20de77",
            "outputs": [_entry(3)],
            "usage": {"prompt_tokens": 31, "completion_tokens": 17, "total_tokens": 48},
        }
    )


def conversations() -> bytes:
    """A list of `CONVERSATIONS` conversations, half of them with a model and half with an agent."""
    return _encode([_conversation(index) for index in range(CONVERSATIONS)])


def history() -> bytes:
    """A history of `ENTRIES` entries."""
    entries = [_entry(index) for index in range(ENTRIES)]
    return _encode(
        {"object": "conversation.history", "conversation_id": "conv_00000001", "entries": entries}
    )


def events() -> list[bytes]:
    """A stream of `EVENTS` events: the start, pieces of a message, the end."""
    times = {"created_at": _TIMES["created_at"]}
    data: list[dict[str, Any]] = [
        {"type": "conversation.response.started", "conversation_id": "conv_00000001", **times}
    ]
    for index in range(EVENTS - 2):
        data.append(
            {
                "type": "message.output.delta",
                **times,
                "output_index": 0,
                "id": "msg_00000003",
                "content_index": 0,
                **_MODEL,
                "role": "assistant",
                "content": f"water {index} ",
            }
        )
    usage = {"prompt_tokens": 31, "completion_tokens": 1998, "total_tokens": 2029}
    data.append({"type": "conversation.response.done", **times, "usage": usage})
    return [b"event: %s\ndata: %s\n\n" % (item["type"].encode(), _encode(item)) for item in data]
