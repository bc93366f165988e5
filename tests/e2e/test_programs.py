"""The programs beside this file hold a streamed conversation in which the model calls a function, sync and async."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support.api import ApiServer
from support.loopback import Received, Reply
from support.paths import GENERATED
from support.sse import write_events

PROGRAMS = Path(__file__).parent / "programs"
ANSWER = "High water is at 09:40 in Whitby and at 14:05 in Cuxhaven."


def call(identifier: str, piece: str) -> tuple[str, dict[str, Any]]:
    """One piece of a function call, as the stream brings it."""
    name = "function.call.delta"
    return name, {
        "type": name,
        "id": f"fc_{identifier}",
        "name": "high_water",
        "tool_call_id": identifier,
        "arguments": piece,
    }


class Harbourmaster:
    """Plays a model that asks for two tides at once, in pieces that take turns, and then answers from the results."""

    def __init__(self, server: ApiServer) -> None:
        self.plain = server.answer
        self.server = server
        server.answer = self.answer

    def answer(self, request: Received) -> Reply:
        results = [
            json.loads(entry["result"])
            for entry in self.given(request)
            if entry.get("type") == "function.result"
        ]
        if results:
            self.server.events = self.tell(results)
        else:
            self.server.events = self.wonder()
        return self.plain(request)

    def given(self, request: Received) -> list[dict[str, Any]]:
        inputs = request.json()["inputs"]
        return inputs if isinstance(inputs, list) else []

    def wonder(self) -> list[tuple[str, Any]]:
        pieces = [
            call("one", '{"harbour": '),
            call("two", '{"harbour'),
            call("one", '"Whitby"}'),
            call("two", '": "Cuxhaven"}'),
        ]
        return [self.started(), *pieces, self.done()]

    def tell(self, results: list[dict[str, str]]) -> list[tuple[str, Any]]:
        times = " and ".join(f"at {item['time']} in {item['harbour']}" for item in results)
        name = "message.output.delta"
        words = [
            (name, {"type": name, "id": "msg_1", "content": f"{word}{end}"})
            for word, end in ((w, " ") for w in f"High water is {times}".split(" "))
        ]
        words[-1][1]["content"] = words[-1][1]["content"].rstrip() + "."
        return [self.started(), *words, self.done()]

    def started(self) -> tuple[str, Any]:
        name = "conversation.response.started"
        return name, {"type": name, "conversation_id": "conv_0001"}

    def done(self) -> tuple[str, Any]:
        name = "conversation.response.done"
        usage = {"prompt_tokens": 7, "completion_tokens": 11, "total_tokens": 18}
        return name, {"type": name, "usage": usage}


def run(server: ApiServer, program: str) -> subprocess.CompletedProcess[str]:
    """Run a program as its user would, in a process of its own."""
    return subprocess.run(
        [sys.executable, str(PROGRAMS / program), "When", "is", "high", "water?"],
        env={
            **os.environ,
            "PYTHONPATH": str(GENERATED),
            "MISTRAL_API_KEY": server.key,
            "MISTRAL_SERVER_URL": server.url,
        },
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("program", ["tides.py", "tides_async.py"])
class TestTides:
    def test_calls_the_function_and_prints_the_answer(
        self, server: ApiServer, program: str
    ) -> None:
        Harbourmaster(server)
        done = run(server, program)
        assert done.stderr == ""
        assert done.stdout == ANSWER + "\n"
        assert done.returncode == 0

    def test_sends_what_the_document_asks_for(self, server: ApiServer, program: str) -> None:
        Harbourmaster(server)
        run(server, program)
        first, second = (request.json() for request in server.requests)
        assert first["inputs"] == "When is high water?"
        assert first["stream"] is second["stream"] is True
        assert [tool["function"]["name"] for tool in first["tools"]] == ["high_water"]
        assert [
            (entry["type"], entry["tool_call_id"], json.loads(entry["result"]))
            for entry in second["inputs"]
        ] == [
            ("function.result", "one", {"harbour": "Whitby", "time": "09:40"}),
            ("function.result", "two", {"harbour": "Cuxhaven", "time": "14:05"}),
        ]
        assert server.requests[1].path == "/v1/conversations/conv_0001"
        assert server.served == [
            "agents_api_v1_conversations_start_stream",
            "agents_api_v1_conversations_append_stream",
        ]

    def test_a_model_that_fails_is_told(self, server: ApiServer, program: str) -> None:
        name = "conversation.response.error"
        problem = {"type": name, "message": "the model is overloaded", "code": 503}
        pieces = write_events([(name, problem)])
        headers = (("Content-Type", "text/event-stream"),)
        server.answer = lambda request: Reply(200, headers, stream=pieces)
        done = run(server, program)
        assert done.returncode == 1
        assert "RuntimeError: the model is overloaded" in done.stderr
