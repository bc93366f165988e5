"""One operation that answers with JSON or with events becomes two methods, each asking for its own.

Media Type Object: https://spec.openapis.org/oas/v3.1.1.html#media-type-object
"""

from __future__ import annotations

import inspect
from types import ModuleType
from typing import Any

from support.loopback import Reply, json_reply


def test_each_sends_its_own(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply({"text": "yes"})
    assert api.answers.ask(prompt="?") == client.models.Answer(text="yes")
    assert server.last.json() == {"prompt": "?", "stream": False}
    assert server.last.header("Accept") == "application/json"
    server.reply = Reply(
        200,
        (("Content-Type", "text/event-stream"),),
        stream=[b'data: {"delta":"y"}\n\n', b'data: {"delta":"es"}\n\n'],
    )
    with api.answers.ask_stream(request={"prompt": "?"}) as pieces:
        assert [piece.delta for piece in pieces] == ["y", "es"]
    assert server.last.json() == {"prompt": "?", "stream": True}
    assert server.last.header("Accept") == "text/event-stream"


def test_the_switch_is_no_argument(api: Any) -> None:
    assert "stream" not in inspect.signature(api.answers.ask).parameters
