"""What methods give: plain, raw, streamed, paged; in both kinds of calls."""

# fmt: off
# ruff: noqa: UP035
from __future__ import annotations

from mistral_client import Mistral, errors
from typing_extensions import reveal_type


def plain(client: Mistral) -> None:
    reveal_type(client.beta.conversations.start(inputs="hi"))  # revealed: ConversationResponse
    reveal_type(client.beta.conversations.start(request={"inputs": "hi"}))  # revealed: ConversationResponse
    reveal_type(client.beta.conversations.delete("c"))  # revealed: None
    reveal_type(client.beta.agents.list_version_aliases("a"))  # revealed: list[AgentAliasResponse]


async def plain_async(client: Mistral) -> None:
    reveal_type(await client.beta.conversations.start_async(inputs="hi"))  # revealed: ConversationResponse
    reveal_type(await client.beta.agents.get_async("a"))  # revealed: Agent
    print(client.beta.agents.get_async("a").name)  # error: reportUnknownMemberType, reportUnknownArgumentType, reportAttributeAccessIssue / attr-defined


def raw(client: Mistral) -> None:
    raw = client.beta.conversations.with_raw_response.start(inputs="hi")
    reveal_type(raw)  # revealed: RawResponse[ConversationResponse]
    reveal_type(raw.parse())  # revealed: ConversationResponse
    reveal_type(raw.status_code)  # revealed: int
    reveal_type(raw.headers["X-A"])  # revealed: str
    reveal_type(raw.request_id)  # revealed: str | None
    client.beta.agents.with_raw_response.get()  # error: reportCallIssue / call-arg
    client.beta.agents.with_raw_response.get(7)  # error: reportArgumentType / arg-type


async def raw_async(client: Mistral) -> None:
    raw = await client.beta.agents.with_raw_response.get_async("a")
    reveal_type(raw)  # revealed: RawResponse[Agent]
    reveal_type(raw.parse().name)  # revealed: str


def body_unread(client: Mistral) -> None:
    with client.beta.agents.with_streaming_response.get("a") as response:
        reveal_type(response)  # revealed: StreamedResponse[Agent]
        reveal_type(response.iter_bytes())  # revealed: Iterator[bytes]
        reveal_type(response.parse())  # revealed: Agent
        reveal_type(response.stream_to_file("a.json"))  # revealed: int


async def body_unread_async(client: Mistral) -> None:
    async with client.beta.agents.with_streaming_response.get_async("a") as response:
        reveal_type(response)  # revealed: AsyncStreamedResponse[Agent]
        reveal_type(await response.parse())  # revealed: Agent


def pages(client: Mistral) -> None:
    agents = client.beta.agents.list_versions("a", page_size=10)
    reveal_type(agents)  # revealed: PagedList[Agent]
    reveal_type(agents[0])  # revealed: Agent
    reveal_type(agents.next_page())  # revealed: PagedList[Agent] | None
    for agent in agents:
        reveal_type(agent.description)  # revealed: str | None
    page = client.beta.agents.list_pages()
    reveal_type(page)  # revealed: PagedAgentListPage
    reveal_type(page.data)  # revealed: list[Agent]
    reveal_type(page.next_page())  # revealed: PagedAgentListPage | None
    for agent in page:
        reveal_type(agent)  # revealed: Agent


async def pages_async(client: Mistral) -> None:
    async for agent in client.beta.agents.list_versions_async("a"):
        reveal_type(agent)  # revealed: Agent
    async for agent in client.beta.agents.list_pages_async():
        reveal_type(agent)  # revealed: Agent
    async for agent in await client.beta.agents.list_versions_async("a"):
        reveal_type(agent)  # revealed: Agent
    page = await client.beta.agents.list_pages_async()
    reveal_type(await page.next_page_async())  # revealed: PagedAgentListPage | None
    async for agent in page:
        reveal_type(agent.name)  # revealed: str


def failures(client: Mistral) -> None:
    try:
        client.beta.agents.get("a")
    except errors.HTTPValidationError as problem:
        reveal_type(problem.data)  # revealed: HTTPValidationError
        reveal_type(problem.status_code)  # revealed: int
        reveal_type(problem.request_id)  # revealed: str | None
    except errors.RateLimitError as problem:
        reveal_type(problem.headers.get("Retry-After"))  # revealed: str | None
    except errors.MistralError as problem:
        reveal_type(problem.body)  # revealed: str


def copies(client: Mistral) -> None:
    reveal_type(client.with_options(timeout_ms=5))  # revealed: Mistral
    with client.copy() as copy:
        reveal_type(copy)  # revealed: Mistral


async def copies_async(client: Mistral) -> None:
    async with client.with_options(server_url="https://example.com") as copy:
        reveal_type(copy)  # revealed: Mistral
