"""What may be given to methods, and what a checker says of the rest."""

# fmt: off
# ruff: noqa: UP035
from __future__ import annotations

from mistral_client import UNSET, Mistral, models
from typing_extensions import reveal_type


def dicts(client: Mistral) -> None:
    start = client.beta.conversations.start
    start(inputs="hi", completion_args={"temperature": 0.3, "stop": ["."]})
    start(inputs="hi", completion_args={"temprature": 1})  # error: reportArgumentType / call-overload
    start(inputs="hi", completion_args={"temperature": "hot"})  # error: reportArgumentType / call-overload
    start(inputs="hi", completion_args={"response_format": {"type": "json_object"}})
    start(inputs="hi", tools=[{"type": "web_search"}, {"type": "function", "function": {"name": "f", "parameters": {}}}])
    start(inputs=[{"role": "user", "content": "hi"}])
    start(inputs=[{"role": "user", "content": [{"type": "text", "text": "hi"}]}])
    client.beta.conversations.append("c", completion_args={"temprature": 1})  # error: reportArgumentType / arg-type
    start(inputs=[{"role": "user", "text": "hi"}])  # error: reportArgumentType / list-item


def annotated() -> None:
    good: models.CompletionArgsDict = {"temperature": 0.3}
    bad: models.CompletionArgsDict = {"temprature": 1}  # error: reportAssignmentType / typeddict-unknown-key
    print(good, bad)


def instances(client: Mistral) -> None:
    start = client.beta.conversations.start
    start(inputs="hi", completion_args=models.CompletionArgs(temperature=0.3))
    start(inputs=[models.MessageInputEntry(role="user", content="hi")])
    models.CompletionArgs(temprature=1)  # error: reportCallIssue / call-arg
    models.MessageInputEntry(role="user")  # error: reportCallIssue / call-arg
    models.MessageInputEntry(role="usr", content="hi")  # error: reportArgumentType / arg-type
    models.MessageInputEntry(role=models.UnrecognizedStr("observer"), content="hi")


def required(client: Mistral) -> None:
    client.beta.conversations.start(model="m")  # error: reportCallIssue / call-overload
    client.beta.conversations.get()  # error: reportCallIssue / call-arg
    client.beta.conversations.append("conv_1", inputs="hi")
    client.beta.conversations.append(conversation_id="conv_1", inputs="hi")
    client.beta.agents.create("m", "n")  # error: reportCallIssue / call-overload
    client.beta.agents.update_version("ag_1")  # error: reportCallIssue / call-arg


def whole_bodies(client: Mistral) -> None:
    client.beta.conversations.start(request={"inputs": "hi", "model": "m"})
    client.beta.conversations.start(request={"model": "m"})  # error: reportArgumentType / call-overload
    client.beta.conversations.start(request={"inputs": "hi"}, timeout_ms=5, extra_query={"debug": 1})
    client.beta.conversations.start(request=models.ConversationRequest(inputs="hi"), retries=None)
    client.beta.conversations.start(request={"inputs": "hi"}, model="m")  # error: reportCallIssue / call-overload
    client.beta.agents.create(request={"model": "m", "name": "n"}, http_headers={"X-A": "b"})


def constants(client: Mistral) -> None:
    client.beta.conversations.start(inputs="hi", stream=False)
    client.beta.conversations.start(inputs="hi", stream=True)  # error: reportArgumentType / call-overload
    client.beta.conversations.start_stream(inputs="hi", stream=True).close()
    client.beta.conversations.start_stream(inputs="hi", stream=False)  # error: reportArgumentType / call-overload


def unset(client: Mistral, name: str | None) -> None:
    client.beta.conversations.start(inputs="hi", name=name or UNSET, description=None)
    client.beta.conversations.start(inputs="hi", stream=None)  # error: reportArgumentType / call-overload
    client.beta.conversations.list(page=None)  # error: reportArgumentType / arg-type
    client.beta.conversations.list(page=UNSET)
    given = name if name else UNSET
    if given is not UNSET:
        reveal_type(given)  # revealed: str


def enumerations(client: Mistral) -> None:
    start = client.beta.conversations.start
    start(inputs="hi", completion_args={"tool_choice": "any"})
    start(inputs="hi", completion_args={"tool_choice": "evry"})  # error: reportArgumentType / call-overload
    start(inputs="hi", completion_args={"tool_choice": models.UnrecognizedStr("evry")})


def options(client: Mistral) -> None:
    client.beta.conversations.get("c", timeout_ms=1, http_headers={"X-A": "b"}, extra_query={"debug": 1})
    client.beta.conversations.get("c", retries=None, server_url="https://example.com", idempotency_key="k")
    client.beta.conversations.get("c", timeout=1)  # error: reportCallIssue / call-arg
    client.beta.conversations.get("c", timeout_ms="1")  # error: reportArgumentType / arg-type


def construction() -> None:
    Mistral("key")
    Mistral(lambda: "key", server_url="https://example.com", timeout_ms=1)
    Mistral(apikey="key")  # error: reportCallIssue / call-arg
    Mistral().with_options(timeout_ms=5).copy(http_headers={"X-A": "b"})
    Mistral().with_options(api_key="other")  # error: reportCallIssue / call-arg
