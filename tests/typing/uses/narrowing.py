"""How unions of models and events become one of their members."""

# fmt: off
# ruff: noqa: UP035
from __future__ import annotations

from mistral_client import Mistral, models
from typing_extensions import assert_never, reveal_type


def events(client: Mistral) -> None:
    with client.beta.conversations.start_stream(inputs="hi") as stream:
        reveal_type(stream)  # revealed: Stream[ConversationEvents]
        for event in stream:
            reveal_type(event)  # revealed: ConversationEvents
            if event.data.type == "message.output.delta":
                reveal_type(event.data)  # revealed: MessageOutputEvent
            elif event.data.type == "function.call.delta":
                reveal_type(event.data.arguments)  # revealed: str
            elif event.data.type == "conversation.response.done":
                reveal_type(event.data.usage.total_tokens)  # revealed: int
            elif event.data.type == "UNKNOWN":
                reveal_type(event.data)  # revealed: UnknownConversationEventsData
            else:
                print(event.data.content)  # error: reportUnknownMemberType, reportUnknownArgumentType, reportAttributeAccessIssue * 7 / union-attr * 7
            if event.data.type == "message.output.dleta":  # error: reportUnnecessaryComparison / comparison-overlap
                pass


async def events_async(client: Mistral) -> None:
    call = client.beta.conversations.append_stream_async("c", inputs="hi")
    reveal_type(call)  # revealed: AsyncStreamCall[ConversationEvents]
    async with call as stream:
        reveal_type(stream)  # revealed: AsyncStream[ConversationEvents]
        async for event in stream:
            if event.data.type == "message.output.delta":
                reveal_type(event.data)  # revealed: MessageOutputEvent
    reveal_type(await client.beta.conversations.start_stream_async(inputs="hi"))  # revealed: AsyncStream[ConversationEvents]
    for _ in client.beta.conversations.start_stream_async(inputs="hi"):  # error: reportGeneralTypeIssues, reportUnknownVariableType / attr-defined
        pass


def outputs(reply: models.ConversationResponse) -> str:
    for output in reply.outputs:
        if output.type == "message.output":
            reveal_type(output)  # revealed: MessageOutputEntry
        if isinstance(output, models.FunctionCallEntry):
            reveal_type(output.type)  # revealed: Literal['function.call']
    return ""


def every_member(output: models.ConversationResponseOutput) -> str:
    """A member that is left out makes the last line an error, as the next function shows."""
    match output:
        case models.MessageOutputEntry():
            return output.role or ""
        case models.ToolExecutionEntry() | models.FunctionCallEntry():
            return output.name
        case models.AgentHandoffEntry():
            return output.next_agent_name
        case models.UnknownConversationResponseOutput():
            reveal_type(output.raw)  # revealed: Any
            return output.type
        case _:
            assert_never(output)


def member_forgotten(output: models.ConversationResponseOutput) -> str:
    match output:
        case models.MessageOutputEntry() | models.AgentHandoffEntry():
            return output.id or ""
        case models.ToolExecutionEntry() | models.FunctionCallEntry():
            return output.name
        case _:
            assert_never(output)  # error: reportArgumentType / arg-type


def structural(found: models.ResponseV1ConversationsGet) -> None:
    if isinstance(found, models.AgentConversation):
        reveal_type(found.agent_id)  # revealed: str
    elif isinstance(found, models.ModelConversation):
        reveal_type(found.model)  # revealed: str
    else:
        reveal_type(found)  # revealed: UnknownConversationsListResponseItem


def answers_are_typed(agent: models.Agent) -> None:
    print(agent.nmae)  # error: reportUnknownMemberType, reportUnknownArgumentType, reportAttributeAccessIssue / attr-defined
    if agent.completion_args is not None:
        reveal_type(agent.completion_args.temperature)  # revealed: float | None
    reveal_type(agent.created_at)  # revealed: datetime
    agent.description.upper()  # error: reportOptionalMemberAccess / union-attr
