"""Models that only `beta_agents` uses."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant, UnrecognizedStr
from .._runtime.models import Model
from .._runtime.pages import Page
from .shared import (
    CompletionArgs,
    CompletionArgsDict,
    ConversationRequestBaseTool,
    ConversationRequestBaseToolParam,
    GuardrailConfig,
    GuardrailConfigDict,
    MetadataDict,
    MetadataDictParam,
    UnknownConversationRequestBaseTool,
)

AgentTool: TypeAlias = ConversationRequestBaseTool
UnknownAgentTool: TypeAlias = UnknownConversationRequestBaseTool


class Agent(
    Model, constants=("object",), closed=True, not_null=("tools", "completion_args")
):
    """A stored agent, with the settings of one of its versions."""

    instructions: str | None = None
    """System prompt: the role, tone and rules that the model keeps to throughout."""

    tools: list[AgentTool] | None = None
    """What the model may use besides its own knowledge. The `type` of each element says
    which kind of tool it is.
    """

    completion_args: CompletionArgs | None = None
    """How answers are sampled and shaped."""

    guardrails: list[GuardrailConfig] | None = None
    """Moderation applied to what goes in and what comes out."""

    model: str
    """Name of the model that answers for the agent."""

    name: str
    """A short name for people and for other agents to recognise the agent by."""

    description: str | None = None
    """What the agent is good at. Other agents read this when they decide on a handoff.
    """

    handoffs: list[str] | None = None
    """Ids of the agents that this one may pass a conversation on to.

    Not empty.
    """

    metadata: MetadataDict | None = None
    """Your own data, stored with the agent and usable as a filter when listing."""

    object: Annotated[Literal["agent"], Constant()] = "agent"
    """Always `agent`."""

    id: str
    """Identifies the agent; pass it as `agent_id`."""

    version: int
    """Number of the version that these settings belong to."""

    versions: list[int]
    """Numbers of all versions that exist."""

    created_at: datetime.datetime
    """When the agent was created."""

    updated_at: datetime.datetime
    """When the agent was last changed."""

    deployment_chat: bool
    """Whether the agent is offered in the chat application."""

    source: str
    """Where the agent was made, for example `api`."""

    version_message: str | None = None
    """The note that was left when this version was made."""


AgentCreationRequestTool: TypeAlias = ConversationRequestBaseTool
UnknownAgentCreationRequestTool: TypeAlias = UnknownConversationRequestBaseTool
AgentCreationRequestToolParam: TypeAlias = ConversationRequestBaseToolParam


class AgentCreationRequest(Model, closed=True, not_null=("tools", "completion_args")):
    """Settings of an agent to be created. A model and a name are all it takes."""

    instructions: str | None = None
    """System prompt: the role, tone and rules that the model keeps to throughout."""

    tools: list[AgentCreationRequestTool] | None = None
    """What the model may use besides its own knowledge. The `type` of each element says
    which kind of tool it is.
    """

    completion_args: CompletionArgs | None = None
    """How answers are sampled and shaped."""

    guardrails: list[GuardrailConfig] | None = None
    """Moderation applied to what goes in and what comes out."""

    model: str
    """Name of the model that answers for the agent."""

    name: str
    """A short name for people and for other agents to recognise the agent by."""

    description: str | None = None
    """What the agent is good at. Other agents read this when they decide on a handoff.
    """

    handoffs: list[str] | None = None
    """Ids of the agents that this one may pass a conversation on to.

    Not empty.
    """

    metadata: MetadataDict | None = None
    """Your own data, stored with the agent and usable as a filter when listing."""

    version_message: str | None = None
    """A note on what this version changes, at most 500 characters.

    At most 500 characters.
    """


class AgentCreationRequestDict(TypedDict):
    """What may be given for `AgentCreationRequest`."""

    instructions: NotRequired[str | None]
    tools: NotRequired[Sequence[AgentCreationRequestToolParam]]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict]
    guardrails: NotRequired[Sequence[GuardrailConfig | GuardrailConfigDict] | None]
    model: str
    name: str
    description: NotRequired[str | None]
    handoffs: NotRequired[Sequence[str] | None]
    metadata: NotRequired[MetadataDictParam | None]
    version_message: NotRequired[str | None]


AgentUpdateRequestTool: TypeAlias = ConversationRequestBaseTool
UnknownAgentUpdateRequestTool: TypeAlias = UnknownConversationRequestBaseTool
AgentUpdateRequestToolParam: TypeAlias = ConversationRequestBaseToolParam


class AgentUpdateRequest(Model, closed=True, not_null=("tools", "completion_args")):
    """Settings of an agent to be changed. What is absent stays as it is."""

    instructions: str | None = None
    """System prompt: the role, tone and rules that the model keeps to throughout."""

    tools: list[AgentUpdateRequestTool] | None = None
    """What the model may use besides its own knowledge. The `type` of each element says
    which kind of tool it is.
    """

    completion_args: CompletionArgs | None = None
    """How answers are sampled and shaped."""

    guardrails: list[GuardrailConfig] | None = None
    """Moderation applied to what goes in and what comes out."""

    model: str | None = None
    """Name of the model that answers for the agent."""

    name: str | None = None
    """A short name for people and for other agents to recognise the agent by."""

    description: str | None = None
    """What the agent is good at. Other agents read this when they decide on a handoff.
    """

    handoffs: list[str] | None = None
    """Ids of the agents that this one may pass a conversation on to.

    Not empty.
    """

    deployment_chat: bool | None = None
    """Whether to offer the agent in the chat application."""

    metadata: MetadataDict | None = None
    """Your own data, stored with the agent and usable as a filter when listing."""

    version_message: str | None = None
    """A note on what this version changes, at most 500 characters.

    At most 500 characters.
    """


class AgentUpdateRequestDict(TypedDict):
    """What may be given for `AgentUpdateRequest`."""

    instructions: NotRequired[str | None]
    tools: NotRequired[Sequence[AgentUpdateRequestToolParam]]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict]
    guardrails: NotRequired[Sequence[GuardrailConfig | GuardrailConfigDict] | None]
    model: NotRequired[str | None]
    name: NotRequired[str | None]
    description: NotRequired[str | None]
    handoffs: NotRequired[Sequence[str] | None]
    deployment_chat: NotRequired[bool | None]
    metadata: NotRequired[MetadataDictParam | None]
    version_message: NotRequired[str | None]


class AgentListPage(Model, constants=("object",), closed=True):
    """One page of agents."""

    object: Annotated[Literal["list"], Constant()] = "list"
    """Always `list`."""

    data: list[Agent]
    """The agents of this page."""

    next_page_token: str | None = None
    """Token of the following page; null or absent on the last one."""


class AgentAliasResponse(Model, closed=True):
    """A name that points at one version of an agent."""

    alias: str
    """The name, unique within its agent."""

    version: int
    """Number of the version it points at."""

    created_at: datetime.datetime
    """When the alias was made."""

    updated_at: datetime.datetime
    """When the alias was last moved."""


RequestSource: TypeAlias = (
    Literal["api", "playground", "agent_builder_v1"] | UnrecognizedStr
)
"""Places where an agent can be made."""


class PagedAgentListPage(Page[Agent], AgentListPage):
    """`AgentListPage` as one of several pages: iterating goes on to those that follow."""
