"""Further models of the conversations API, written by hand: what is read is typed, and nothing more."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from bare_reply import REPLY as REPLY
from bare_reply import AnyEntry, Usage
from pydantic import BaseModel, Field, TypeAdapter


class CompletionArgs(BaseModel):
    temperature: float | None = None
    max_tokens: int | None = None
    stop: list[str] | None = None


class Tool(BaseModel):
    type: str


class Conversation(BaseModel):
    object: Literal["conversation"] = "conversation"
    id: str
    created_at: datetime
    updated_at: datetime
    name: str | None = None
    description: str | None = None
    metadata: dict[str, Any] | None = None


class ModelConversation(Conversation):
    model: str
    instructions: str | None = None
    completion_args: CompletionArgs | None = None
    tools: list[Tool] | None = None


class AgentConversation(Conversation):
    agent_id: str
    agent_version: int | str | None = None


# The first that fits is the right one: each has a required property that the other has not.
AnyConversation = Annotated[
    ModelConversation | AgentConversation, Field(union_mode="left_to_right")
]


class History(BaseModel):
    object: Literal["conversation.history"] = "conversation.history"
    conversation_id: str
    entries: list[AnyEntry]


class Started(BaseModel):
    type: Literal["conversation.response.started"]
    created_at: datetime | None = None
    conversation_id: str


class Done(BaseModel):
    type: Literal["conversation.response.done"]
    created_at: datetime | None = None
    usage: Usage


class Delta(BaseModel):
    type: Literal["message.output.delta"]
    created_at: datetime | None = None
    output_index: int = 0
    id: str
    content_index: int = 0
    model: str | None = None
    agent_id: str | None = None
    role: str = "assistant"
    content: str


CONVERSATIONS: TypeAdapter[list[ModelConversation | AgentConversation]] = TypeAdapter(
    list[AnyConversation]
)
HISTORY = TypeAdapter(History)
EVENT: TypeAdapter[Started | Done | Delta] = TypeAdapter(
    Annotated[Started | Done | Delta, Field(discriminator="type")]
)
