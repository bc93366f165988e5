"""The Conversations and Agents API in memory, strict about what it is sent.

Requests are held against the document: an unknown path is 404, a wrong key 401, a body or parameter that does not fit
its schema 422. What it answers fits the document as well, unless it plays tomorrow's server.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from typing import Any

from support import spec, tomorrow
from support.loopback import HttpServer, Received, Reply, json_reply
from support.sse import write_events

KEY = "sk-loopback-3f1c"
CREATED = "2026-03-14T09:26:53.589793Z"
UPDATED = "2026-03-14T10:02:11Z"

Json = dict[str, Any]


class NotFound(LookupError):
    """What a request names is not there."""


class ApiServer(HttpServer):
    """The API on a loopback port.

    any_id: ids that nobody created are accepted, as samples use them.
    tomorrow: answers carry what a later version of the API may add.
    events: in place of the events that a stream would have, as (event, data).
    outputs: in place of the entries that the model would have answered with.
    line_end: ends the lines of streams.
    """

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.key = KEY
        self.any_id = False
        self.tomorrow = False
        self.events: list[tuple[str, Any]] | None = None
        self.outputs: list[Json] | None = None
        self.line_end = "\n"
        self.state = State()
        self.served: list[str] = []
        """operationIds in the order in which they were answered."""

    def __enter__(self) -> ApiServer:
        return self

    def _answer(self, request: Received) -> Reply:
        if request.header("Authorization") != f"Bearer {self.key}":
            return json_reply({"detail": "Unauthorized"}, 401)
        found = find_operation(request)
        if found is None:
            return json_reply({"detail": "Not Found"}, 404)
        operation, path = found
        problems = request_problems(operation, request)
        if problems:
            return json_reply({"detail": problems}, 422)
        arguments = {**path, **read_query(operation, request)}
        body = request.json() if request.body else {}
        self.served.append(operation.id)
        try:
            return self._reply(operation, arguments, body)
        except NotFound as problem:
            return json_reply({"detail": f"{problem} was not found"}, 404)

    def _reply(self, operation: spec.Operation, arguments: Json, body: Json) -> Reply:
        handler = HANDLERS[operation.id]
        with self.state.lock:
            value = handler(self, arguments, body)
        if value is None:
            return Reply(204)
        if operation.variant == "stream":
            events = self.events if self.events is not None else stream_of(value)
            if self.tomorrow:
                events = tomorrow.events(events)
            pieces = write_events(events, end=self.line_end)
            return Reply(200, (("Content-Type", "text/event-stream; charset=utf-8"),), b"", pieces)
        if self.tomorrow:
            value = tomorrow.answer(value)
        return json_reply(value)


class State:
    """What the API remembers. Ids count up, so that a test knows them beforehand."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.conversations: dict[str, Json] = {}
        self.entries: dict[str, list[Json]] = {}
        self.agents: dict[str, list[Json]] = {}
        self.current: dict[str, int] = {}
        self.aliases: dict[str, dict[str, Json]] = {}
        self._numbers: dict[str, int] = {}

    def next_id(self, prefix: str) -> str:
        self._numbers[prefix] = self._numbers.get(prefix, 0) + 1
        return f"{prefix}_{self._numbers[prefix]:04d}"


def find_operation(request: Received) -> tuple[spec.Operation, dict[str, str]] | None:
    """The operation that a request is for. Of two variants the value of `stream` in the body tells which."""
    wants_stream = False
    if request.body:
        try:
            body = request.json()
        except ValueError:
            body = None
        wants_stream = isinstance(body, dict) and body.get("stream") is True
    matches = [
        (operation, path)
        for operation in spec.operations().values()
        if operation.method == request.method
        and (path := operation.fits(request.segments)) is not None
    ]
    # A literal segment (`/agents/pages`) goes before a template (`/agents/{agent_id}`).
    matches.sort(key=lambda match: len(match[1]))
    for operation, path in matches:
        if (operation.variant == "stream") == wants_stream:
            return operation, path
    return matches[0] if matches else None


def problem(kind: str, where: list[Any], message: str, given: Any) -> Json:
    """One `ValidationError`."""
    return {"loc": [kind, *where], "msg": message, "type": "value_error", "input": given}


def request_problems(operation: spec.Operation, request: Received) -> list[Json]:
    """What of a request does not fit the document."""
    problems: list[Json] = []
    schema = operation.body_schema
    if schema is None and request.body:
        problems.append(problem("body", [], "no body belongs here", None))
    if schema is not None:
        if request.header("Content-Type") != "application/json":
            problems.append(problem("header", ["Content-Type"], "must be application/json", None))
        try:
            body = request.json()
        except ValueError as error:
            return [*problems, problem("body", [], str(error), None)]
        problems += [
            problem("body", list(error.absolute_path), error.message, error.instance)
            for error in spec.validator(schema).iter_errors(body)
        ]
    given = read_query(operation, request)
    for parameter in operation.parameters:
        name = parameter["name"]
        if parameter["in"] != "query":
            continue
        if name not in given:
            if parameter.get("required"):
                problems.append(problem("query", [name], "Field required", None))
            continue
        problems += [
            problem("query", [name], error.message, given[name])
            for error in spec.validator(parameter_schema(parameter)).iter_errors(given[name])
        ]
    return problems


def parameter_schema(parameter: Json) -> Any:
    if "content" in parameter:
        return parameter["content"]["application/json"]["schema"]
    return parameter["schema"]


def read_query(operation: spec.Operation, request: Received) -> Json:
    """The declared query parameters, as values of the types that their schemas name."""
    found: Json = {}
    for parameter in operation.parameters:
        if parameter["in"] != "query":
            continue
        texts = [value for key, value in request.query if key == parameter["name"]]
        if texts:
            found[parameter["name"]] = read_parameter(parameter, texts)
    return found


def read_parameter(parameter: Json, texts: list[str]) -> Any:
    """Style `form`, exploded, or JSON: the value that these texts stand for."""
    if "content" in parameter:
        return json.loads(texts[0])
    schema = parameter["schema"]
    types = {member.get("type") for member in schema.get("anyOf", [schema])}
    if "array" in types:
        return texts
    assert len(texts) == 1, f"{parameter['name']} was sent {len(texts)} times"
    if "integer" in types and texts[0].lstrip("-").isdigit():
        return int(texts[0])
    if "boolean" in types and texts[0] in ("true", "false"):
        return texts[0] == "true"
    return texts[0]


def text_of(inputs: Any) -> str:
    """What the user said last."""
    if isinstance(inputs, str):
        return inputs
    for entry in reversed(inputs or []):
        if isinstance(entry.get("content"), str):
            return entry["content"]
    return "nothing"


def input_entries(state: State, inputs: Any) -> list[Json]:
    """The inputs as the entries that the history will show."""
    if inputs is None:
        return []
    if isinstance(inputs, str):
        inputs = [{"object": "entry", "type": "message.input", "role": "user", "content": inputs}]
    return [
        {**entry, "id": entry.get("id") or state.next_id("msg"), "created_at": CREATED}
        for entry in inputs
    ]


def run(server: ApiServer, conversation_id: str, inputs: Any) -> Json:
    """Append the inputs to a conversation and let the model answer."""
    state = server.state
    entries = state.entries[conversation_id]
    entries += input_entries(state, inputs)
    conversation = state.conversations[conversation_id]
    outputs = server.outputs
    if outputs is None:
        outputs = [
            {
                "object": "entry",
                "type": "message.output",
                "created_at": CREATED,
                "completed_at": UPDATED,
                "id": state.next_id("msg"),
                "agent_id": conversation.get("agent_id"),
                "model": conversation.get("model"),
                "role": "assistant",
                "content": f"You said: {text_of(inputs)}",
            }
        ]
    entries += outputs
    usage = {"prompt_tokens": 7, "completion_tokens": 11, "total_tokens": 18}
    return {
        "object": "conversation.response",
        "conversation_id": conversation_id,
        "outputs": outputs,
        "usage": {**usage, "connector_tokens": None, "connectors": None},
    }


def stream_of(answer: Json) -> list[tuple[str, Json]]:
    """The events by which an answer arrives."""
    first = {"conversation_id": answer["conversation_id"]}
    events: list[tuple[str, Json]] = [("conversation.response.started", first)]
    for index, output in enumerate(answer["outputs"]):
        if output["type"] != "message.output":
            continue
        for word in re.findall(r"\S+\s*|\s+", output["content"]):
            delta = {
                "output_index": index,
                "id": output["id"],
                "content_index": 0,
                "model": output["model"],
                "agent_id": output["agent_id"],
                "role": "assistant",
                "content": word,
            }
            events.append(("message.output.delta", delta))
    events.append(("conversation.response.done", {"usage": answer["usage"]}))
    return [(name, {"type": name, "created_at": CREATED, **data}) for name, data in events]


def new_conversation(server: ApiServer, body: Json) -> str:
    state = server.state
    kept = ("name", "description", "metadata")
    if body.get("agent_id") is None:
        kept += ("instructions", "tools", "completion_args", "guardrails")
        owner: Json = {"model": body.get("model") or "mistral-medium-latest"}
    else:
        owner = {"agent_id": body["agent_id"], "agent_version": body.get("agent_version")}
        known_agent(server, body["agent_id"])
    identifier = state.next_id("conv")
    state.conversations[identifier] = {
        "object": "conversation",
        "id": identifier,
        "created_at": CREATED,
        "updated_at": UPDATED,
        **{key: body[key] for key in kept if body.get(key) is not None},
        **owner,
    }
    state.entries[identifier] = []
    return identifier


def known_conversation(server: ApiServer, identifier: str) -> Json:
    state = server.state
    if identifier not in state.conversations:
        if not server.any_id:
            raise NotFound(identifier)
        made = new_conversation(server, {})
        state.conversations[identifier] = {**state.conversations.pop(made), "id": identifier}
        state.entries[identifier] = state.entries.pop(made)
    return state.conversations[identifier]


def start(server: ApiServer, arguments: Json, body: Json) -> Json:
    return run(server, new_conversation(server, body), body["inputs"])


def append(server: ApiServer, arguments: Json, body: Json) -> Json:
    known_conversation(server, arguments["conversation_id"])
    return run(server, arguments["conversation_id"], body.get("inputs"))


def restart(server: ApiServer, arguments: Json, body: Json) -> Json:
    """A new conversation with the entries before the named one."""
    source = arguments["conversation_id"]
    old = known_conversation(server, source)
    entries = server.state.entries[source]
    at = next((n for n, e in enumerate(entries) if e.get("id") == body["from_entry_id"]), None)
    if at is None and not server.any_id:
        raise NotFound(body["from_entry_id"])
    new = new_conversation(server, {"model": old.get("model"), "agent_id": old.get("agent_id")})
    server.state.entries[new] = entries[:at]
    return run(server, new, body.get("inputs"))


def list_conversations(server: ApiServer, arguments: Json, body: Json) -> list[Json]:
    wanted = arguments.get("metadata") or {}
    found = [
        conversation
        for conversation in server.state.conversations.values()
        if wanted.items() <= (conversation.get("metadata") or {}).items()
    ]
    return page_of(found, arguments, 100)


def page_of(items: list[Json], arguments: Json, size: int) -> list[Json]:
    size = arguments.get("page_size", size)
    at = arguments.get("page", 0) * size
    return items[at : at + size]


def get_conversation(server: ApiServer, arguments: Json, body: Json) -> Json:
    return known_conversation(server, arguments["conversation_id"])


def delete_conversation(server: ApiServer, arguments: Json, body: Json) -> None:
    known_conversation(server, arguments["conversation_id"])
    del server.state.conversations[arguments["conversation_id"]]


def history(server: ApiServer, arguments: Json, body: Json) -> Json:
    identifier = arguments["conversation_id"]
    known_conversation(server, identifier)
    return {
        "object": "conversation.history",
        "conversation_id": identifier,
        "entries": server.state.entries[identifier],
    }


def messages(server: ApiServer, arguments: Json, body: Json) -> Json:
    identifier = arguments["conversation_id"]
    known_conversation(server, identifier)
    found = [e for e in server.state.entries[identifier] if e["type"].startswith("message.")]
    return {"object": "conversation.messages", "conversation_id": identifier, "messages": found}


def known_agent(server: ApiServer, identifier: str) -> list[Json]:
    """The versions of an agent."""
    if identifier not in server.state.agents:
        if not server.any_id:
            raise NotFound(identifier)
        made = create_agent(server, {}, {"model": "mistral-medium-latest", "name": "Anybody"})
        server.state.agents[identifier] = server.state.agents.pop(made["id"])
        server.state.agents[identifier][0]["id"] = identifier
        server.state.current[identifier] = server.state.current.pop(made["id"])
    return server.state.agents[identifier]


def shown_agent(server: ApiServer, identifier: str, version: int | None = None) -> Json:
    versions = known_agent(server, identifier)
    if version is None:
        version = server.state.current[identifier]
    if not 0 <= version < len(versions):
        raise NotFound(f"version {version}")
    return {**versions[version], "versions": list(range(len(versions)))}


def create_agent(server: ApiServer, arguments: Json, body: Json) -> Json:
    identifier = server.state.next_id("ag")
    agent = {
        "object": "agent",
        **body,
        "id": identifier,
        "version": 0,
        "created_at": CREATED,
        "updated_at": CREATED,
        "deployment_chat": False,
        "source": "api",
    }
    server.state.agents[identifier] = [agent]
    server.state.current[identifier] = 0
    return shown_agent(server, identifier)


def update_agent(server: ApiServer, arguments: Json, body: Json) -> Json:
    identifier = arguments["agent_id"]
    old = shown_agent(server, identifier)
    versions = known_agent(server, identifier)
    changes = {key: value for key, value in body.items() if value is not None}
    versions.append({**old, **changes, "version": len(versions), "updated_at": UPDATED})
    server.state.current[identifier] = len(versions) - 1
    return shown_agent(server, identifier)


def update_version(server: ApiServer, arguments: Json, body: Json) -> Json:
    shown = shown_agent(server, arguments["agent_id"], arguments["version"])
    server.state.current[arguments["agent_id"]] = arguments["version"]
    return shown


def chosen_version(server: ApiServer, identifier: str, version: Any) -> int | None:
    """A version's number from its number or its alias."""
    if version is None or isinstance(version, int):
        return version
    aliases = server.state.aliases.get(identifier, {})
    if version in aliases:
        return aliases[version]["version"]
    if not version.isdigit():
        raise NotFound(f"version {version}")
    return int(version)


def get_agent(server: ApiServer, arguments: Json, body: Json) -> Json:
    identifier = arguments["agent_id"]
    version = chosen_version(server, identifier, arguments.get("agent_version"))
    return shown_agent(server, identifier, version)


def get_version(server: ApiServer, arguments: Json, body: Json) -> Json:
    identifier = arguments["agent_id"]
    return shown_agent(server, identifier, chosen_version(server, identifier, arguments["version"]))


def delete_agent(server: ApiServer, arguments: Json, body: Json) -> None:
    known_agent(server, arguments["agent_id"])
    del server.state.agents[arguments["agent_id"]]


def chosen_agents(server: ApiServer, arguments: Json) -> list[Json]:
    agents = [shown_agent(server, identifier) for identifier in list(server.state.agents)]
    if arguments.get("name") is not None:
        agents = [agent for agent in agents if agent["name"] == arguments["name"]]
    if arguments.get("sources") is not None:
        agents = [agent for agent in agents if agent["source"] in arguments["sources"]]
    return agents


def list_agents(server: ApiServer, arguments: Json, body: Json) -> list[Json]:
    return page_of(chosen_agents(server, arguments), arguments, 20)


def list_pages(server: ApiServer, arguments: Json, body: Json) -> Json:
    agents = chosen_agents(server, arguments)
    at = int((arguments.get("page_token") or "at-0").removeprefix("at-"))
    end = at + arguments.get("page_size", 20)
    token = f"at-{end}" if end < len(agents) else None
    return {"object": "list", "data": agents[at:end], "next_page_token": token}


def list_versions(server: ApiServer, arguments: Json, body: Json) -> list[Json]:
    identifier = arguments["agent_id"]
    count = len(known_agent(server, identifier))
    shown = [shown_agent(server, identifier, version) for version in range(count)]
    return page_of(shown, arguments, 20)


def put_alias(server: ApiServer, arguments: Json, body: Json) -> Json:
    shown_agent(server, arguments["agent_id"], arguments["version"])
    made = {
        "alias": arguments["alias"],
        "version": arguments["version"],
        "created_at": CREATED,
        "updated_at": UPDATED,
    }
    server.state.aliases.setdefault(arguments["agent_id"], {})[arguments["alias"]] = made
    return made


def list_aliases(server: ApiServer, arguments: Json, body: Json) -> list[Json]:
    known_agent(server, arguments["agent_id"])
    return list(server.state.aliases.get(arguments["agent_id"], {}).values())


def delete_alias(server: ApiServer, arguments: Json, body: Json) -> None:
    known_agent(server, arguments["agent_id"])
    aliases = server.state.aliases.get(arguments["agent_id"], {})
    if aliases.pop(arguments["alias"], None) is None:
        raise NotFound(arguments["alias"])


HANDLERS: dict[str, Callable[[ApiServer, Json, Json], Any]] = {
    "agents_api_v1_conversations_start": start,
    "agents_api_v1_conversations_start_stream": start,
    "agents_api_v1_conversations_list": list_conversations,
    "agents_api_v1_conversations_get": get_conversation,
    "agents_api_v1_conversations_delete": delete_conversation,
    "agents_api_v1_conversations_append": append,
    "agents_api_v1_conversations_append_stream": append,
    "agents_api_v1_conversations_history": history,
    "agents_api_v1_conversations_messages": messages,
    "agents_api_v1_conversations_restart": restart,
    "agents_api_v1_conversations_restart_stream": restart,
    "agents_api_v1_agents_create": create_agent,
    "agents_api_v1_agents_list": list_agents,
    "agents_api_v1_agents_list_pages": list_pages,
    "agents_api_v1_agents_get": get_agent,
    "agents_api_v1_agents_update": update_agent,
    "agents_api_v1_agents_delete": delete_agent,
    "agents_api_v1_agents_update_version": update_version,
    "agents_api_v1_agents_list_versions": list_versions,
    "agents_api_v1_agents_get_version": get_version,
    "agents_api_v1_agents_create_or_update_alias": put_alias,
    "agents_api_v1_agents_list_version_aliases": list_aliases,
    "agents_api_v1_agents_delete_alias": delete_alias,
}
