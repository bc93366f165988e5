"""The operations of agents: what the server receives and what the caller gets, plain and async."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support import api
from support.api import KEY, ApiServer
from support.drive import Driver, raises_before_sending

NO_BODY: Any = None
MAKE = {"model": "mistral-medium-latest", "name": "Pilot"}


def known(server: ApiServer) -> str:
    """One agent of two versions and an alias `stable` for the first; the current one is the second."""
    identifier = api.create_agent(server, {}, MAKE)["id"]
    api.update_agent(server, {"agent_id": identifier}, {"description": "Second"})
    api.put_alias(server, {"agent_id": identifier, "alias": "stable", "version": 0}, {})
    return identifier


CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any], str, str, Any]] = [
    ("create", (), MAKE, "POST", "/v1/agents", MAKE),
    (
        "create",
        (),
        {
            **MAKE,
            "instructions": None,
            "tools": [{"type": "web_search"}, {"library_ids": ["l1"]}],
            "completion_args": {"temperature": 0.3, "top_p": 0.95},
            "handoffs": ["ag_2"],
            "metadata": {"team": "harbour"},
            "version_message": "First",
        },
        "POST",
        "/v1/agents",
        {
            **MAKE,
            "instructions": None,
            "tools": [{"type": "web_search"}, {"type": "document_library", "library_ids": ["l1"]}],
            "completion_args": {"temperature": 0.3, "top_p": 0.95},
            "handoffs": ["ag_2"],
            "metadata": {"team": "harbour"},
            "version_message": "First",
        },
    ),
    ("list", (), {}, "GET", "/v1/agents", NO_BODY),
    (
        "list",
        (),
        {"page": 0, "page_size": 5, "deployment_chat": False, "sources": ["api", "playground"]},
        "GET",
        "/v1/agents?page=0&page_size=5&deployment_chat=false&sources=api&sources=playground",
        NO_BODY,
    ),
    (
        "list",
        (),
        {"name": "A & B", "search": "é/?", "id": "x"},
        "GET",
        "/v1/agents?name=A%20%26%20B&search=%C3%A9%2F%3F&id=x",
        NO_BODY,
    ),
    (
        "list",
        (),
        {"metadata": {"a": "b c"}},
        "GET",
        "/v1/agents?metadata=%7B%22a%22%3A%22b%20c%22%7D",
        NO_BODY,
    ),
    # A null has no form in a query (RFC 6570, section 2.3), so it is left out.
    ("list", (), {"name": None, "sources": None}, "GET", "/v1/agents", NO_BODY),
    ("list_pages", (), {}, "GET", "/v1/agents/pages", NO_BODY),
    (
        "list_pages",
        (),
        {"page_size": 1, "page_token": "at-1"},
        "GET",
        "/v1/agents/pages?page_size=1&page_token=at-1",
        NO_BODY,
    ),
    ("get", ("ag_0001",), {}, "GET", "/v1/agents/ag_0001", NO_BODY),
    (
        "get",
        ("ag_0001",),
        {"agent_version": 0},
        "GET",
        "/v1/agents/ag_0001?agent_version=0",
        NO_BODY,
    ),
    (
        "get",
        (),
        {"agent_id": "ag_0001", "agent_version": "stable"},
        "GET",
        "/v1/agents/ag_0001?agent_version=stable",
        NO_BODY,
    ),
    ("update", ("ag_0001",), {}, "PATCH", "/v1/agents/ag_0001", {}),
    (
        "update",
        ("ag_0001",),
        {"description": "Edited", "name": None, "completion_args": {"temperature": 0.3}},
        "PATCH",
        "/v1/agents/ag_0001",
        {"description": "Edited", "name": None, "completion_args": {"temperature": 0.3}},
    ),
    ("delete", ("ag_0001",), {}, "DELETE", "/v1/agents/ag_0001", NO_BODY),
    (
        "update_version",
        ("ag_0001",),
        {"version": 0},
        "PATCH",
        "/v1/agents/ag_0001/version?version=0",
        NO_BODY,
    ),
    ("list_versions", ("ag_0001",), {}, "GET", "/v1/agents/ag_0001/versions", NO_BODY),
    (
        "list_versions",
        ("ag_0001",),
        {"page": 0, "page_size": 7},
        "GET",
        "/v1/agents/ag_0001/versions?page=0&page_size=7",
        NO_BODY,
    ),
    (
        "get_version",
        ("ag_0001", "stable"),
        {},
        "GET",
        "/v1/agents/ag_0001/versions/stable",
        NO_BODY,
    ),
    (
        "create_or_update_alias",
        ("ag_0001",),
        {"alias": "next", "version": 1},
        "PUT",
        "/v1/agents/ag_0001/aliases?alias=next&version=1",
        NO_BODY,
    ),
    ("list_version_aliases", ("ag_0001",), {}, "GET", "/v1/agents/ag_0001/aliases", NO_BODY),
    (
        "delete_alias",
        ("ag_0001",),
        {"alias": "stable"},
        "DELETE",
        "/v1/agents/ag_0001/aliases?alias=stable",
        NO_BODY,
    ),
]


@pytest.mark.parametrize(
    ("method", "positional", "arguments", "verb", "target", "body"),
    CALLS,
    ids=[f"{call[0]} {', '.join(call[2]) or 'plain'}" for call in CALLS],
)
def test_what_the_server_receives(
    server: ApiServer,
    drive: Driver,
    method: str,
    positional: tuple[Any, ...],
    arguments: dict[str, Any],
    verb: str,
    target: str,
    body: Any,
) -> None:
    known(server)
    drive(server, f"agents.{method}", *positional, **arguments)
    request = server.requests[0]
    assert (request.method, request.target) == (verb, target)
    assert request.header("Authorization") == f"Bearer {KEY}"
    if verb == "DELETE":
        # Nothing is expected, and an error may come as anything.
        assert request.header("Accept") in ("*/*", "application/json")
    else:
        assert request.header("Accept") == "application/json"
    if body is NO_BODY:
        assert request.body == b""
        assert request.header("Content-Type") is None
    else:
        assert request.json() == body
        assert request.header("Content-Type") == "application/json"


def test_every_operation_is_called() -> None:
    prefix = "agents_api_v1_agents_"
    expected = {name.removeprefix(prefix) for name in api.HANDLERS if name.startswith(prefix)}
    assert expected == {call[0] for call in CALLS}


class TestResults:
    @pytest.mark.pydantic
    def test_create(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        tool = models.FunctionTool(function=models.Function(name="f", parameters={"a": 1}))
        agent = drive(server, "agents.create", **MAKE, tools=[tool], completion_args={"top_p": 0.5})
        assert type(agent) is models.Agent
        assert (agent.id, agent.version, agent.versions) == ("ag_0001", 0, [0])
        assert type(agent.tools[0]) is models.FunctionTool
        assert agent.tools[0].function.parameters == {"a": 1}
        assert agent.tools[0].function.strict is False
        assert type(agent.completion_args) is models.CompletionArgs
        assert agent.completion_args.top_p == 0.5
        assert agent.completion_args.temperature is None
        assert agent.handoffs is None
        assert agent.object == "agent"

    def test_update_makes_a_version(
        self, server: ApiServer, drive: Driver, models: ModuleType
    ) -> None:
        known(server)
        agent = drive(server, "agents.update", agent_id="ag_0001", description="Edited")
        assert type(agent) is models.Agent
        assert (agent.version, agent.versions, agent.description) == (2, [0, 1, 2], "Edited")

    def test_versions(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        known(server)
        assert drive(server, "agents.get", "ag_0001").version == 1
        assert drive(server, "agents.update_version", "ag_0001", version=0).version == 0
        assert drive(server, "agents.get", "ag_0001").version == 0
        assert drive(server, "agents.get_version", "ag_0001", version="1").description == "Second"
        versions = drive.walk(server, "agents.list_versions", "ag_0001", page_size=1)
        assert [type(agent) for agent in versions] == [models.Agent] * 2
        assert [agent.version for agent in versions] == [0, 1]

    def test_aliases(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        known(server)
        alias = drive(server, "agents.create_or_update_alias", "ag_0001", alias="n", version=1)
        assert type(alias) is models.AgentAliasResponse
        assert (alias.alias, alias.version) == ("n", 1)
        found = drive(server, "agents.list_version_aliases", "ag_0001")
        assert [(item.alias, item.version) for item in found] == [("stable", 0), ("n", 1)]
        assert {type(item) for item in found} == {models.AgentAliasResponse}
        assert drive(server, "agents.delete_alias", "ag_0001", alias="stable") is None
        assert [a.alias for a in drive(server, "agents.list_version_aliases", "ag_0001")] == ["n"]

    def test_delete(self, server: ApiServer, drive: Driver, errors: Any) -> None:
        known(server)
        assert drive(server, "agents.delete", "ag_0001") is None
        with pytest.raises(errors.SDKError, match="404"):
            drive(server, "agents.get", "ag_0001")


class TestLists:
    def fill(self, server: ApiServer) -> None:
        for number in range(5):
            api.create_agent(server, {}, {"model": "m", "name": f"n{number}"})

    def test_pages_by_cursor(self, server: ApiServer, drive: Driver, models: ModuleType) -> None:
        self.fill(server)
        page = drive(server, "agents.list_pages", page_size=2)
        assert len(server.requests) == 1
        assert [agent.name for agent in page.data] == ["n0", "n1"]
        assert page.next_page_token == "at-2"
        assert {type(agent) for agent in page.data} == {models.Agent}

    def test_walking_by_cursor(self, server: ApiServer, drive: Driver) -> None:
        self.fill(server)
        walked = drive.walk(server, "agents.list_pages", page_size=2)
        assert [agent.name for agent in walked] == [f"n{number}" for number in range(5)]
        tokens = [dict(request.query).get("page_token") for request in server.requests]
        assert tokens == [None, "at-2", "at-4"]

    def test_pages_by_number(self, server: ApiServer, drive: Driver) -> None:
        self.fill(server)
        walked = drive.walk(server, "agents.list", page_size=2, sources=["api"])
        assert [agent.name for agent in walked] == [f"n{number}" for number in range(5)]
        assert {value for r in server.requests for k, value in r.query if k == "sources"} == {"api"}

    def test_next_page(self, server: ApiServer, package: ModuleType) -> None:
        self.fill(server)
        with package.Mistral(api_key=KEY, server_url=server.url) as client:
            first = client.beta.agents.list_pages(page_size=3)
            second = first.next_page()
            assert second is not None
            assert [agent.name for agent in second.data] == ["n3", "n4"]
            assert second.next_page() is None
        assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("method", "positional", "arguments"),
    [
        ("create", (), {"model": "m"}),
        ("create", (), {"model": None, "name": "n"}),
        ("create", (), {**MAKE, "tools": None}),
        ("create", (), {**MAKE, "completion_args": None}),
        ("create", (), {**MAKE, "deployment_chat": True}),
        ("update", (), {}),
        ("update", ("a",), {"tools": None}),
        ("update_version", ("a",), {}),
        ("update_version", ("a",), {"version": None}),
        ("delete_alias", ("a",), {}),
        ("get_version", ("a",), {}),
    ],
)
def test_refused_before_sending(
    server: ApiServer,
    drive: Driver,
    method: str,
    positional: tuple[Any, ...],
    arguments: dict[str, Any],
) -> None:
    raises_before_sending(
        server,
        lambda: drive(server, f"agents.{method}", *positional, **arguments),
        (ValueError, TypeError),
    )
