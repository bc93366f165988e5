"""A server of tomorrow: unknown fields, values, entries, tools, chunks and events never raise, and print back unchanged."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from support import api, tomorrow
from support.api import ApiServer
from support.drive import Driver


@pytest.fixture(autouse=True)
def later(server: ApiServer) -> None:
    """The server has a conversation and an agent, and answers as its next version will."""
    api.start(server, {}, {"inputs": "Hi", "completion_args": {"tool_choice": "any"}})
    api.create_agent(server, {}, {"model": "m", "name": "n", "tools": [{"type": "web_search"}]})
    api.put_alias(server, {"agent_id": "ag_0001", "alias": "stable", "version": 0}, {})
    server.tomorrow = True


def printed(value: Any) -> Any:
    """A result as plain JSON values."""
    if isinstance(value, (list, tuple)):
        return [printed(item) for item in value]
    return json.loads(value.model_dump_json())


def is_unknown(value: Any, raw: Any) -> bool:
    return value.type == "UNKNOWN" and value.raw == raw


ANSWERS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("conversations.start", (), {"inputs": "Hi"}),
    ("conversations.append", ("conv_0001",), {"inputs": "Hi"}),
    ("conversations.restart", ("conv_0001",), {"from_entry_id": "msg_0002"}),
    ("conversations.get", ("conv_0001",), {}),
    ("conversations.get_history", ("conv_0001",), {}),
    ("conversations.get_messages", ("conv_0001",), {}),
    ("agents.create", (), {"model": "m", "name": "n"}),
    ("agents.get", ("ag_0001",), {}),
    ("agents.update", ("ag_0001",), {}),
    ("agents.update_version", ("ag_0001",), {"version": 0}),
    ("agents.get_version", ("ag_0001", "0"), {}),
    ("agents.create_or_update_alias", ("ag_0001",), {"alias": "a", "version": 0}),
    ("agents.list_version_aliases", ("ag_0001",), {}),
]


@pytest.mark.parametrize(("call", "positional", "arguments"), ANSWERS, ids=lambda v: str(v))
def test_answers_print_back_unchanged(
    server: ApiServer,
    drive: Driver,
    call: str,
    positional: tuple[Any, ...],
    arguments: dict[str, Any],
) -> None:
    sent: list[Any] = []
    today = tomorrow.answer

    def remember(value: Any) -> Any:
        sent.append(today(value))
        return sent[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tomorrow, "answer", remember)
        result = drive(server, call, *positional, **arguments)
    assert "since_tomorrow" in json.dumps(sent[-1])
    assert printed(result) == sent[-1]


@pytest.mark.parametrize("method", ["conversations.list", "agents.list", "agents.list_pages"])
def test_lists(server: ApiServer, drive: Driver, method: str) -> None:
    items = drive.walk(server, method)
    assert len(items) == 1
    assert items[0].model_extra == tomorrow.FIELDS
    assert is_unknown(items[0].tools[-1], {**tomorrow.TOOL})


@pytest.mark.parametrize("method", ["conversations.delete", "agents.delete"])
def test_deletes(server: ApiServer, drive: Driver, method: str) -> None:
    identifier = "conv_0001" if method.startswith("conversations") else "ag_0001"
    assert drive(server, method, identifier) is None


def test_unknown_entries(server: ApiServer, drive: Driver, models: ModuleType) -> None:
    reply = drive(server, "conversations.start", inputs="Hi")
    known, unknown = reply.outputs
    assert type(known) is models.MessageOutputEntry
    assert isinstance(unknown, models.UnknownConversationResponseOutput)
    assert is_unknown(unknown, tomorrow.ENTRY)
    assert known.model_extra == tomorrow.FIELDS
    assert known.since_tomorrow == tomorrow.FIELDS["since_tomorrow"]
    assert getattr(known, "x-flag") is True
    assert is_unknown(known.content[1], tomorrow.CHUNK)
    assert known.content[0].text == "You said: Hi"


def test_a_missing_tag_is_no_error(server: ApiServer, drive: Driver, models: ModuleType) -> None:
    history = drive(server, "conversations.get_history", "conv_0001")
    mine, answer, unknown = history.entries
    assert type(mine) is models.MessageInputEntry
    assert mine.role == "narrator"
    # Without its type, but with properties that only this kind of entry has.
    assert type(answer) is models.MessageOutputEntry
    assert answer.type == "message.output"
    assert not {"type", "object"} & answer.model_fields_set
    assert is_unknown(unknown, tomorrow.ENTRY)


def test_unknown_values_of_enums(server: ApiServer, drive: Driver) -> None:
    conversation = drive(server, "conversations.get", "conv_0001")
    assert conversation.completion_args.tool_choice == "telepathy"


@pytest.mark.parametrize("kind", ["start_stream", "append_stream", "restart_stream"])
def test_streams(server: ApiServer, drive: Driver, models: ModuleType, kind: str) -> None:
    positional = () if kind == "start_stream" else ("conv_0001",)
    more = {"from_entry_id": "msg_0002"} if kind == "restart_stream" else {}
    events = drive(server, f"conversations.{kind}", *positional, inputs="Hi", **more)
    assert {type(event) for event in events} == {models.ConversationEvents}
    known, unknown = events[0::2], events[1::2]
    assert len(known) == len(unknown) == 5
    assert type(known[0].data) is models.ResponseStartedEvent
    assert known[0].data.model_extra == tomorrow.FIELDS
    assert [event.data.role for event in known[1:-1]] == ["narrator"] * 3
    name, data = tomorrow.EVENT
    for event in unknown:
        assert event.event == name
        assert is_unknown(event.data, data)
        assert printed(event) == {"event": name, "data": data}


def test_events_that_are_no_objects(server: ApiServer, drive: Driver) -> None:
    server.tomorrow = False
    server.events = [("a", "text"), ("b", [1, None]), ("c", 3), ("d", None), ("e", {})]
    events = drive(server, "conversations.start_stream", inputs="Hi")
    assert [(event.event, event.data.type, event.data.raw) for event in events] == [
        (name, "UNKNOWN", data) for name, data in server.events
    ]


def test_unknown_members_print_in_every_way(
    server: ApiServer, drive: Driver, models: ModuleType
) -> None:
    reply = drive(server, "conversations.start", inputs="Hi")
    assert reply.model_dump()["outputs"][1] == tomorrow.ENTRY
    assert reply.model_dump(mode="json")["outputs"][1] == tomorrow.ENTRY
    assert json.loads(reply.model_dump_json())["outputs"][1] == tomorrow.ENTRY
    assert "thought.bubble" in repr(reply.outputs[1])
    again = models.ConversationResponse.model_validate_json(reply.model_dump_json())
    assert again == reply
