"""The models of a conversation's entries and of the answer to `start`, as one writes them by hand for a script."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, TypeAdapter


class Entry(BaseModel):
    object: Literal["entry"] = "entry"
    created_at: datetime | None = None
    completed_at: datetime | None = None
    id: str | None = None


class MessageInput(Entry):
    type: Literal["message.input"]
    role: str
    content: str
    prefix: bool = False


class MessageOutput(Entry):
    type: Literal["message.output"]
    agent_id: str | None = None
    model: str | None = None
    role: str = "assistant"
    content: str


class FunctionCall(Entry):
    type: Literal["function.call"]
    agent_id: str | None = None
    model: str | None = None
    tool_call_id: str
    name: str
    arguments: str


class FunctionResult(Entry):
    type: Literal["function.result"]
    tool_call_id: str
    result: str


AnyEntry = Annotated[
    MessageInput | MessageOutput | FunctionCall | FunctionResult, Field(discriminator="type")
]


class Usage(BaseModel):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0


class Reply(BaseModel):
    object: Literal["conversation.response"] = "conversation.response"
    conversation_id: str
    outputs: list[AnyEntry]
    usage: Usage


REPLY = TypeAdapter(Reply)
