"""The eleven operations of conversations: what the server receives and what the caller gets, plain and async."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest
from support import api
from support.api import KEY, ApiServer
from support.drive import STREAMS, Driver, raises_before_sending

HELLO = {"object": "entry", "type": "message.input", "role": "user", "content": "Hello"}
ABSENT: Any = object()


@dataclass(frozen=True)
class Call:
    """A call and what must reach the server. `arguments` makes the keywords from the models of the package."""

    id: str
    call: str
    target: str
    body: Any = ABSENT
    positional: tuple[Any, ...] = ()
    arguments: Callable[[ModuleType], dict[str, Any]] = field(default=lambda models: {})
    verb: str = "POST"


START = [
    Call(
        "text",
        "start",
        "/v1/conversations",
        {"inputs": "Hello", "stream": False},
        arguments=lambda m: {"inputs": "Hello"},
    ),
    Call(
        "every argument",
        "start",
        "/v1/conversations",
        {
            "inputs": "Hello",
            "stream": False,
            "store": False,
            "handoff_execution": "client",
            "instructions": "Be brief.",
            "tools": [{"type": "web_search"}],
            "completion_args": {"temperature": 0.3},
            "guardrails": [{"block_on_error": True}],
            "name": "Tides",
            "description": "What skippers ask.",
            "metadata": {"ticket": "H-17", "nested": {"by": None}},
            "model": "mistral-medium-latest",
        },
        arguments=lambda m: {
            "inputs": "Hello",
            "stream": False,
            "store": False,
            "handoff_execution": "client",
            "instructions": "Be brief.",
            "tools": [{"type": "web_search"}],
            "completion_args": {"temperature": 0.3},
            "guardrails": [{"block_on_error": True}],
            "name": "Tides",
            "description": "What skippers ask.",
            "metadata": {"ticket": "H-17", "nested": {"by": None}},
            "model": "mistral-medium-latest",
        },
    ),
    Call(
        "entries as dicts are completed",
        "start",
        "/v1/conversations",
        {
            "inputs": [
                HELLO,
                {
                    "object": "entry",
                    "type": "function.result",
                    "tool_call_id": "c1",
                    "result": "42",
                },
                {
                    "object": "entry",
                    "type": "message.output",
                    "role": "assistant",
                    "content": [{"type": "text", "text": "x"}],
                },
            ],
            "stream": False,
        },
        arguments=lambda m: {
            "inputs": [
                {"role": "user", "content": "Hello"},
                {"tool_call_id": "c1", "result": "42"},
                {"type": "message.output", "content": [{"text": "x"}]},
            ]
        },
    ),
    Call(
        "entries as models",
        "start",
        "/v1/conversations",
        {
            "inputs": [
                HELLO,
                {
                    "object": "entry",
                    "type": "message.input",
                    "role": "user",
                    "content": [
                        {"type": "text", "text": "See"},
                        {
                            "type": "image_url",
                            "image_url": {"url": "https://e.org/i", "detail": "low"},
                        },
                    ],
                },
            ],
            "stream": False,
        },
        arguments=lambda m: {
            "inputs": [
                m.MessageInputEntry(role="user", content="Hello"),
                m.MessageInputEntry(
                    role="user",
                    content=[
                        m.TextChunk(text="See"),
                        m.ImageURLChunk(image_url=m.ImageURL(url="https://e.org/i", detail="low")),
                    ],
                ),
            ]
        },
    ),
    Call(
        "dicts and models mixed",
        "start",
        "/v1/conversations",
        {
            "inputs": [HELLO, HELLO],
            "stream": False,
            "tools": [
                {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}},
                {"type": "document_library", "library_ids": ["l1"]},
                {"type": "connector", "connector_id": "c1"},
                {
                    "type": "connector",
                    "connector_id": "c2",
                    "authorization": {"type": "api-key", "value": "k"},
                },
            ],
            "completion_args": {
                "prediction": {"type": "content", "content": "Yes"},
                "response_format": {
                    "type": "json_schema",
                    "json_schema": {"name": "n", "schema": {"type": "object", "$defs": {}}},
                },
            },
        },
        arguments=lambda m: {
            "inputs": ({"role": "user", "content": "Hello"}, m.MessageInputEntry(**HELLO)),
            "tools": [
                m.FunctionTool(function={"name": "f", "parameters": {"type": "object"}}),
                {"library_ids": ["l1"]},
                {"type": "connector", "connector_id": "c1"},
                m.CustomConnector(connector_id="c2", authorization=m.APIKeyAuth(value="k")),
            ],
            "completion_args": m.CompletionArgs(
                prediction={"content": "Yes"},
                response_format=m.ResponseFormat(
                    type="json_schema",
                    json_schema={"name": "n", "schema": {"type": "object", "$defs": {}}},
                ),
            ),
        },
    ),
    Call(
        "nulls are sent where null is allowed",
        "start",
        "/v1/conversations",
        {
            "inputs": "Hello",
            "stream": False,
            "store": None,
            "instructions": None,
            "tools": None,
            "completion_args": None,
            "metadata": None,
            "agent_version": None,
        },
        arguments=lambda m: {
            "inputs": "Hello",
            "store": None,
            "instructions": None,
            "tools": None,
            "completion_args": None,
            "metadata": None,
            "agent_version": None,
        },
    ),
    Call(
        "nulls inside objects",
        "start",
        "/v1/conversations",
        {
            "inputs": "Hello",
            "stream": False,
            "completion_args": {"stop": None, "temperature": None, "max_tokens": 5},
        },
        arguments=lambda m: {
            "inputs": "Hello",
            "completion_args": {"stop": None, "temperature": None, "max_tokens": 5},
        },
    ),
    Call(
        "a constant given",
        "start",
        "/v1/conversations",
        {"inputs": "Hello", "stream": False},
        arguments=lambda m: {"inputs": "Hello", "stream": False},
    ),
    Call(
        "text is not ASCII",
        "start",
        "/v1/conversations",
        {"inputs": 'Ada \u2028 \U0001f6a2 é \u0000 "\\', "stream": False},
        arguments=lambda m: {"inputs": 'Ada \u2028 \U0001f6a2 é \u0000 "\\'},
    ),
    Call(
        "a stream",
        "start_stream",
        "/v1/conversations",
        {"inputs": "Hello", "stream": True},
        arguments=lambda m: {"inputs": "Hello"},
    ),
    Call(
        "a stream, its constant given",
        "start_stream",
        "/v1/conversations",
        {"inputs": [HELLO], "stream": True, "store": False},
        arguments=lambda m: {
            "inputs": [{"role": "user", "content": "Hello"}],
            "stream": True,
            "store": False,
        },
    ),
]
APPEND = [
    Call(
        "nothing but the id",
        "append",
        "/v1/conversations/conv_0001",
        {"stream": False},
        ("conv_0001",),
    ),
    Call(
        "id by keyword",
        "append",
        "/v1/conversations/conv_0001",
        {
            "inputs": "More",
            "stream": False,
            "store": True,
            "handoff_execution": "server",
            "completion_args": {"response_format": {"type": "text"}},
            "tool_confirmations": [{"tool_call_id": "c1", "confirmation": "allow"}],
        },
        arguments=lambda m: {
            "conversation_id": "conv_0001",
            "inputs": "More",
            "store": True,
            "handoff_execution": "server",
            "completion_args": {"response_format": {"type": "text"}},
            "tool_confirmations": [m.ToolCallConfirmation(tool_call_id="c1", confirmation="allow")],
        },
    ),
    Call(
        "null where it is allowed",
        "append",
        "/v1/conversations/conv_0001",
        {"stream": False, "tool_confirmations": None},
        ("conv_0001",),
        lambda m: {"tool_confirmations": None},
    ),
    Call(
        "a stream",
        "append_stream",
        "/v1/conversations/conv_0001",
        {"inputs": [HELLO], "stream": True},
        ("conv_0001",),
        lambda m: {"inputs": [m.MessageInputEntry(role="user", content="Hello")]},
    ),
]
RESTART = [
    Call(
        "an entry",
        "restart",
        "/v1/conversations/conv_0001/restart",
        {"from_entry_id": "msg_0002", "stream": False},
        ("conv_0001",),
        lambda m: {"from_entry_id": "msg_0002"},
    ),
    Call(
        "more arguments",
        "restart",
        "/v1/conversations/conv_0001/restart",
        {
            "from_entry_id": "msg_0002",
            "inputs": "Again",
            "stream": False,
            "guardrails": None,
            "metadata": {},
            "agent_version": 3,
        },
        (),
        lambda m: {
            "conversation_id": "conv_0001",
            "from_entry_id": "msg_0002",
            "inputs": "Again",
            "guardrails": None,
            "metadata": {},
            "agent_version": 3,
        },
    ),
    Call(
        "a stream",
        "restart_stream",
        "/v1/conversations/conv_0001/restart",
        {"from_entry_id": "msg_0002", "inputs": "Again", "stream": True},
        ("conv_0001",),
        lambda m: {"from_entry_id": "msg_0002", "inputs": "Again"},
    ),
]
READ = [
    Call("get", "get", "/v1/conversations/conv_0001", ABSENT, ("conv_0001",), verb="GET"),
    Call("delete", "delete", "/v1/conversations/conv_0001", ABSENT, ("conv_0001",), verb="DELETE"),
    Call(
        "history",
        "get_history",
        "/v1/conversations/conv_0001/history",
        ABSENT,
        ("conv_0001",),
        verb="GET",
    ),
    Call(
        "messages",
        "get_messages",
        "/v1/conversations/conv_0001/messages",
        ABSENT,
        (),
        lambda m: {"conversation_id": "conv_0001"},
        verb="GET",
    ),
    Call("list", "list", "/v1/conversations", verb="GET"),
    Call(
        "list with parameters",
        "list",
        "/v1/conversations?page=0&page_size=100",
        ABSENT,
        (),
        lambda m: {"page": 0, "page_size": 100},
        verb="GET",
    ),
    Call(
        "list by metadata",
        "list",
        "/v1/conversations?metadata=%7B%22a%22%3A%5B1%2Cnull%5D%7D",
        ABSENT,
        (),
        lambda m: {"metadata": {"a": [1, None]}},
        verb="GET",
    ),
]
CALLS = [*START, *APPEND, *RESTART, *READ]


def known(server: ApiServer) -> None:
    """One conversation of two entries: conv_0001, of msg_0001 (the user's) and msg_0002 (the model's)."""
    api.start(server, {}, {"inputs": "Hi"})


@pytest.mark.parametrize("call", CALLS, ids=lambda call: f"{call.call}: {call.id}")
def test_what_the_server_receives(
    call: Call, server: ApiServer, drive: Driver, models: ModuleType
) -> None:
    known(server)
    drive(server, f"conversations.{call.call}", *call.positional, **call.arguments(models))
    request = server.requests[0]
    assert (request.method, request.target) == (call.verb, call.target)
    assert request.header("Authorization") == f"Bearer {KEY}"
    assert request.header("Host") == server.url.removeprefix("http://")
    if call.call in STREAMS:
        assert request.header("Accept") == "text/event-stream"
    elif call.call == "delete":
        # Nothing is expected, and an error may come as anything.
        assert request.header("Accept") in ("*/*", "application/json")
    else:
        assert request.header("Accept") == "application/json"
    if call.body is ABSENT:
        assert request.body == b""
        assert request.header("Content-Type") is None
    else:
        assert request.json() == call.body
        assert request.header("Content-Type") == "application/json"
        assert request.header("Content-Length") == str(len(request.body))


def test_every_operation_is_called() -> None:
    from_document = {
        name.removeprefix("agents_api_v1_conversations_")
        for name in api.HANDLERS
        if "_conversations_" in name
    }
    named = {"history": "get_history", "messages": "get_messages"}
    assert {named.get(name, name) for name in from_document} == {call.call for call in CALLS}


class TestResults:
    """What the caller gets."""

    @pytest.mark.pydantic
    def test_start(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        reply = drive(server, "conversations.start", inputs="Who is Ada Lovelace?")
        assert type(reply) is models.ConversationResponse
        assert reply.conversation_id == "conv_0001"
        assert reply.object == "conversation.response"
        (entry,) = reply.outputs
        assert type(entry) is models.MessageOutputEntry
        assert entry.content == "You said: Who is Ada Lovelace?"
        assert entry.type == "message.output"
        assert entry.role == "assistant"
        moment = datetime.datetime.fromisoformat(api.CREATED)
        assert entry.created_at == moment
        assert entry.created_at.tzinfo is not None
        assert type(reply.usage) is models.ConversationUsageInfo
        assert reply.usage.total_tokens == 18
        assert reply.usage.connectors is None
        assert "connectors" in reply.usage.model_fields_set
        assert reply.guardrails is None
        assert "guardrails" not in reply.model_fields_set

    def test_append_goes_on(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        known(server)
        reply = drive(server, "conversations.append", "conv_0001", inputs="In French, please.")
        assert type(reply) is models.ConversationResponse
        assert reply.conversation_id == "conv_0001"
        assert reply.outputs[0].content == "You said: In French, please."
        history = drive(server, "conversations.get_history", "conv_0001")
        assert [type(entry) for entry in history.entries] == [
            models.MessageInputEntry,
            models.MessageOutputEntry,
        ] * 2

    def test_restart_is_a_new_conversation(
        self, server: ApiServer, drive: Driver, models: ModuleType
    ) -> None:
        known(server)
        reply = drive(
            server, "conversations.restart", "conv_0001", from_entry_id="msg_0002", inputs="Again"
        )
        assert type(reply) is models.ConversationResponse
        assert reply.conversation_id == "conv_0002"

    @pytest.mark.parametrize("kind", ["start_stream", "append_stream", "restart_stream"])
    def test_streams(self, server: ApiServer, drive: Driver, models: ModuleType, kind: str) -> None:
        known(server)
        identifier = () if kind == "start_stream" else ("conv_0001",)
        more = {"from_entry_id": "msg_0002"} if kind == "restart_stream" else {}
        events = drive(server, f"conversations.{kind}", *identifier, inputs="a b", **more)
        assert {type(event) for event in events} == {models.ConversationEvents}
        assert [event.event for event in events] == [
            "conversation.response.started",
            *["message.output.delta"] * 4,
            "conversation.response.done",
        ]
        assert type(events[0].data) is models.ResponseStartedEvent
        assert {type(event.data) for event in events[1:-1]} == {models.MessageOutputEvent}
        assert type(events[-1].data) is models.ResponseDoneEvent
        assert "".join(event.data.content for event in events[1:-1]) == "You said: a b"
        assert events[-1].data.usage.completion_tokens == 11
        expected = "conv_0001" if kind == "append_stream" else "conv_0002"
        assert events[0].data.conversation_id == expected

    def test_get(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        known(server)
        conversation = drive(server, "conversations.get", "conv_0001")
        assert type(conversation) is models.ModelConversation
        assert (conversation.id, conversation.model) == ("conv_0001", "mistral-medium-latest")

    def test_get_of_an_agent(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        agent = api.create_agent(server, {}, {"model": "m", "name": "n"})
        api.start(server, {}, {"inputs": "Hi", "agent_id": agent["id"]})
        conversation = drive(server, "conversations.get", "conv_0001")
        assert type(conversation) is models.AgentConversation
        assert conversation.agent_id == agent["id"]
        assert conversation.agent_version is None

    def test_delete(self, server: ApiServer, drive: Driver) -> None:
        known(server)
        assert drive(server, "conversations.delete", "conv_0001") is None
        assert server.state.conversations == {}

    def test_history(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        known(server)
        history = drive(server, "conversations.get_history", "conv_0001")
        assert type(history) is models.ConversationHistory
        assert [entry.type for entry in history.entries] == ["message.input", "message.output"]
        assert [entry.content for entry in history.entries] == ["Hi", "You said: Hi"]

    def test_messages(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        known(server)
        answer = drive(server, "conversations.get_messages", conversation_id="conv_0001")
        assert type(answer) is models.ConversationMessages
        assert [type(entry) for entry in answer.messages] == [
            models.MessageInputEntry,
            models.MessageOutputEntry,
        ]

    def test_every_kind_of_entry(
        self, server: ApiServer, drive: Driver, models: ModuleType
    ) -> None:
        server.outputs = [
            {"type": "tool.execution", "name": "web_search", "arguments": "{}", "info": {"n": 1}},
            {"type": "tool.execution", "name": "my_tool", "arguments": "{}"},
            {"type": "function.call", "tool_call_id": "c1", "name": "f", "arguments": {"a": 1}},
            {"type": "function.call", "tool_call_id": "c2", "name": "f", "arguments": '{"a":1}'},
            {
                "type": "agent.handoff",
                "previous_agent_id": "a",
                "previous_agent_name": "A",
                "next_agent_id": "b",
                "next_agent_name": "B",
            },
            {
                "type": "message.output",
                "content": [
                    {"type": "text", "text": "x"},
                    {"type": "tool_reference", "tool": "web_search", "title": "t"},
                    {"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]},
                ],
            },
        ]
        outputs = drive(server, "conversations.start", inputs="Go").outputs
        assert [type(output) for output in outputs] == [
            models.ToolExecutionEntry,
            models.ToolExecutionEntry,
            models.FunctionCallEntry,
            models.FunctionCallEntry,
            models.AgentHandoffEntry,
            models.MessageOutputEntry,
        ]
        assert [output.name for output in outputs[:2]] == ["web_search", "my_tool"]
        assert [output.arguments for output in outputs[2:4]] == [{"a": 1}, '{"a":1}']
        assert [type(chunk) for chunk in outputs[5].content] == [
            models.TextChunk,
            models.ToolReferenceChunk,
            models.ThinkChunk,
        ]
        assert type(outputs[5].content[2].thinking[0]) is models.TextChunk


class TestLists:
    def fill(self, server: ApiServer, count: int) -> None:
        for number in range(count):
            api.start(server, {}, {"inputs": "Hi", "name": f"n{number}"})

    def test_the_result_is_the_first_page(
        self, server: ApiServer, drive: Driver, models: ModuleType
    ) -> None:
        self.fill(server, 3)
        page = drive(server, "conversations.list", page_size=2)
        assert len(server.requests) == 1
        assert [conversation.name for conversation in page[:]] == ["n0", "n1"]
        assert type(page[0]) is models.ModelConversation
        assert len(page) == 2

    def test_walking_goes_over_all_pages(self, server: ApiServer, drive: Driver) -> None:
        self.fill(server, 5)
        walked = drive.walk(server, "conversations.list", page_size=2)
        assert [conversation.name for conversation in walked] == [f"n{n}" for n in range(5)]
        pages = [dict(request.query).get("page", "0") for request in server.requests]
        assert pages[:3] == ["0", "1", "2"]
        assert {dict(request.query)["page_size"] for request in server.requests} == {"2"}

    def test_walking_starts_where_it_is_told(self, server: ApiServer, drive: Driver) -> None:
        self.fill(server, 5)
        walked = drive.walk(server, "conversations.list", page=1, page_size=2)
        assert [conversation.name for conversation in walked] == ["n2", "n3", "n4"]

    def test_an_empty_list(self, server: ApiServer, drive: Driver) -> None:
        assert drive.walk(server, "conversations.list") == []


class TestPathValues:
    """A path value cannot leave its segment."""

    @pytest.mark.parametrize(
        "identifier",
        ["a/b", "...", "a?b", "a#b", "a b", "é", "%2F", "a%20b", "a&b=c;d", "~-_."],
    )
    def test_is_one_segment(self, server: ApiServer, drive: Driver, identifier: str) -> None:
        server.any_id = True
        conversation = drive(server, "conversations.get", identifier)
        assert server.last.segments == ["v1", "conversations", identifier]
        assert conversation.id == identifier

    @pytest.mark.parametrize("identifier", ["", ".", ".."])
    def test_what_no_encoding_keeps_in_its_segment_is_refused(
        self, server: ApiServer, drive: Driver, identifier: str
    ) -> None:
        """Dots are removed by URL parsers even when they are percent-encoded (RFC 3986, section 6.2.2)."""
        raises_before_sending(
            server, lambda: drive(server, "conversations.get", identifier), ValueError
        )


class TestRefusedBeforeSending:
    @pytest.mark.parametrize(
        ("call", "positional", "arguments"),
        [
            ("start", (), {"inputs": "x", "stream": True}),
            ("start", (), {"inputs": "x", "stream": None}),
            ("start_stream", (), {"inputs": "x", "stream": False}),
            ("append", ("c",), {"inputs": "x", "stream": True}),
            ("append", ("c",), {"store": None}),
            ("append", ("c",), {"handoff_execution": None}),
            ("append", ("c",), {"completion_args": None}),
            ("append", ("c",), {"inputs": None}),
            ("restart", ("c",), {"from_entry_id": None}),
            ("start", (), {"inputs": None}),
            ("start", (), {"inputs": "x", "completion_args": {"temprature": 0.3}}),
            ("start", (), {"inputs": "x", "completion_args": {"tool_choice": None}}),
            ("start", (), {"inputs": "x", "completion_args": {"prediction": {"text": "x"}}}),
            ("start", (), {"inputs": [{"role": "user", "content": "x", "colour": 1}]}),
            ("start", (), {"inputs": [{"role": "user", "content": "x", "object": "thing"}]}),
            ("start", (), {"inputs": [{"type": "message.input", "role": "user", "content": None}]}),
            ("start", (), {"inputs": [{"type": "message.input", "role": "user"}]}),
            ("start", (), {"inputs": "x", "tools": [{"type": "web_search", "depth": 3}]}),
            ("start", (), {"inputs": "x", "tools": [{"type": "function"}]}),
            ("start", (), {"inputs": "x", "temperature": 0.3}),
            ("start", (), {}),
            ("restart", ("c",), {}),
            ("get", (), {}),
        ],
    )
    def test_nothing_is_sent(
        self,
        server: ApiServer,
        drive: Driver,
        call: str,
        positional: tuple[Any, ...],
        arguments: dict[str, Any],
    ) -> None:
        if drive.chooses_by_stream and arguments.get("stream", ...) in (True, False):
            pytest.skip("the value chooses the operation, and so fits it")
        if not drive.takes_fields and "temperature" in arguments:
            pytest.skip("what is no argument is a property that the document leaves open")
        raises_before_sending(
            server,
            lambda: drive(server, f"conversations.{call}", *positional, **arguments),
            (ValueError, TypeError),
        )

    def test_the_message_names_the_place(self, server: ApiServer, drive: Driver) -> None:
        problem = raises_before_sending(
            server,
            lambda: drive(
                server, "conversations.start", inputs="x", completion_args={"temprature": 0.3}
            ),
            ValueError,
        )
        assert "temprature" in str(problem)
        assert "completion_args" in str(problem)

    def test_everything_but_path_parameters_is_by_keyword(
        self, server: ApiServer, drive: Driver
    ) -> None:
        raises_before_sending(
            server, lambda: drive(server, "conversations.start", "Hello"), TypeError
        )
        raises_before_sending(
            server, lambda: drive(server, "conversations.append", "c", "Hello"), TypeError
        )


class TestOpenOnTheWayOut:
    """What a later server may take can be sent today."""

    @pytest.mark.pydantic
    def test_an_unknown_member_that_came_goes_back(
        self, server: ApiServer, drive: Driver, models: ModuleType, errors: Any
    ) -> None:
        answer = {
            "conversation_id": "c",
            "entries": [{"object": "entry", "type": "thought.bubble", "mood": {"sunny": True}}],
        }
        history = models.ConversationHistory.model_validate(answer)
        # Today's API refuses it; what counts is that it was sent as it came.
        with pytest.raises(errors.HTTPValidationError):
            drive(server, "conversations.start", inputs=history.entries)
        assert server.last.json() == {"inputs": answer["entries"], "stream": False}

    def test_entries_that_came_go_back_whole(
        self, server: ApiServer, drive: Driver, models: ModuleType
    ) -> None:
        known(server)
        history = drive(server, "conversations.get_history", "conv_0001")
        drive(server, "conversations.start", inputs=history.entries)
        assert server.last.json() == {
            "inputs": server.state.entries["conv_0001"],
            "stream": False,
        }

    def test_an_unknown_value_of_an_enum(
        self, server: ApiServer, drive: Driver, errors: Any
    ) -> None:
        with pytest.raises(errors.HTTPValidationError):
            drive(
                server,
                "conversations.start",
                inputs="x",
                completion_args={"tool_choice": "telepathy"},
            )
        assert server.last.json()["completion_args"] == {"tool_choice": "telepathy"}


class TestPerCallOptions:
    def test_headers_query_and_body(self, server: ApiServer, drive: Driver) -> None:
        drive(
            server,
            "conversations.start",
            inputs="x",
            http_headers={"X-Trace": "t1"},
            extra_query={"debug": "1"},
            extra_body={"since_tomorrow": {"a": 1}},
        )
        request = server.last
        assert request.header("X-Trace") == "t1"
        assert request.query == [("debug", "1")]
        assert request.json() == {"inputs": "x", "stream": False, "since_tomorrow": {"a": 1}}

    def test_another_server(self, server: ApiServer, drive: Driver) -> None:
        with ApiServer() as other:
            drive(server, "conversations.start", inputs="x", server_url=other.url + "/")
            assert server.requests == []
            assert other.last.target == "/v1/conversations"

    def test_a_server_under_a_path(self, server: ApiServer, drive: Driver, errors: Any) -> None:
        with pytest.raises(errors.SDKError, match="404"):
            drive.with_client(
                {"server_url": server.url + "/proxy/"}, "conversations.start", inputs="x"
            )
        assert server.last.target == "/proxy/v1/conversations"

    def test_a_whole_body(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        body = models.ConversationRequest(inputs="x", store=False)
        drive(server, "conversations.start", request=body)
        assert server.last.json() == {"inputs": "x", "store": False, "stream": False}
        if not drive.takes_fields:
            return
        drive(server, "conversations.start", request={"inputs": "x"}, instructions="Be brief.")
        assert server.last.json() == {
            "inputs": "x",
            "instructions": "Be brief.",
            "stream": False,
        }
