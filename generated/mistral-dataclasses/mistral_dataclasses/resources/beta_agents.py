"""Methods of `beta.agents`."""

# pyright: reportDeprecated=false
from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from typing_extensions import deprecated

from .. import errors, models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, path, query
from .._runtime.paging import PageCall, Pagination
from .._runtime.responses import raw, raw_async, streaming, streaming_async

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.paging import PagedList
    from .._runtime.settings import CallOptions

_CREATE: Operation[models.Agent] = Operation(
    "beta.agents.create",
    "POST",
    "/v1/agents",
    body=Body(
        "application/json",
        lambda: models.AgentCreationRequest,
        fields=(
            "model",
            "name",
            "instructions",
            "tools",
            "completion_args",
            "guardrails",
            "description",
            "handoffs",
            "metadata",
            "version_message",
        ),
    ),
    answers={"200": Answer("application/json", lambda: models.Agent)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_LIST: Operation[PagedList[models.Agent]] = Operation(
    "beta.agents.list",
    "GET",
    "/v1/agents",
    parameters=(
        query("page"),
        query("page_size"),
        query("deployment_chat"),
        query("sources"),
        query("name"),
        query("search"),
        query("id"),
        query("metadata", json=True),
    ),
    answers={"200": Answer("application/json", lambda: builtins.list[models.Agent])},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    pagination=Pagination("page", "page", first_page=0),
)
_LIST_PAGES: Operation[models.PagedAgentListPage] = Operation(
    "beta.agents.list_pages",
    "GET",
    "/v1/agents/pages",
    parameters=(
        query("page_size"),
        query("deployment_chat"),
        query("sources"),
        query("name"),
        query("search"),
        query("id"),
        query("metadata", json=True),
        query("page_token"),
    ),
    answers={"200": Answer("application/json", lambda: models.PagedAgentListPage)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    pagination=Pagination(
        "cursor", "page_token", items=("data",), next_cursor=("next_page_token",)
    ),
)
_GET: Operation[models.Agent] = Operation(
    "beta.agents.get",
    "GET",
    "/v1/agents/{agent_id}",
    parameters=(path("agent_id"), query("agent_version")),
    answers={"200": Answer("application/json", lambda: models.Agent)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_UPDATE: Operation[models.Agent] = Operation(
    "beta.agents.update",
    "PATCH",
    "/v1/agents/{agent_id}",
    parameters=(path("agent_id"),),
    body=Body(
        "application/json",
        lambda: models.AgentUpdateRequest,
        fields=(
            "instructions",
            "tools",
            "completion_args",
            "guardrails",
            "model",
            "name",
            "description",
            "handoffs",
            "deployment_chat",
            "metadata",
            "version_message",
        ),
    ),
    answers={"200": Answer("application/json", lambda: models.Agent)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_DELETE: Operation[None] = Operation(
    "beta.agents.delete",
    "DELETE",
    "/v1/agents/{agent_id}",
    parameters=(path("agent_id"),),
    answers={"204": Answer(kind="none")},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_UPDATE_VERSION: Operation[models.Agent] = Operation(
    "beta.agents.update_version",
    "PATCH",
    "/v1/agents/{agent_id}/version",
    parameters=(path("agent_id"), query("version", required=True)),
    answers={"200": Answer("application/json", lambda: models.Agent)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_LIST_VERSIONS: Operation[PagedList[models.Agent]] = Operation(
    "beta.agents.list_versions",
    "GET",
    "/v1/agents/{agent_id}/versions",
    parameters=(path("agent_id"), query("page"), query("page_size")),
    answers={"200": Answer("application/json", lambda: builtins.list[models.Agent])},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    pagination=Pagination("page", "page", first_page=0),
)
_GET_VERSION: Operation[models.Agent] = Operation(
    "beta.agents.get_version",
    "GET",
    "/v1/agents/{agent_id}/versions/{version}",
    parameters=(path("agent_id"), path("version")),
    answers={"200": Answer("application/json", lambda: models.Agent)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_CREATE_OR_UPDATE_ALIAS: Operation[models.AgentAliasResponse] = Operation(
    "beta.agents.create_or_update_alias",
    "PUT",
    "/v1/agents/{agent_id}/aliases",
    parameters=(
        path("agent_id"),
        query("alias", required=True),
        query("version", required=True),
    ),
    answers={"200": Answer("application/json", lambda: models.AgentAliasResponse)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_LIST_VERSION_ALIASES: Operation[builtins.list[models.AgentAliasResponse]] = Operation(
    "beta.agents.list_version_aliases",
    "GET",
    "/v1/agents/{agent_id}/aliases",
    parameters=(path("agent_id"),),
    answers={
        "200": Answer(
            "application/json", lambda: builtins.list[models.AgentAliasResponse]
        )
    },
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_DELETE_ALIAS: Operation[None] = Operation(
    "beta.agents.delete_alias",
    "DELETE",
    "/v1/agents/{agent_id}/aliases",
    parameters=(path("agent_id"), query("alias", required=True)),
    answers={"204": Answer(kind="none")},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)


class Agents(Resource):
    """Keep models with their instructions and tools as named, versioned agents, and
    start conversations with them. In beta: details may still change.
    """

    @overload
    def create(
        self,
        *,
        model: str,
        name: str,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.AgentCreationRequestToolParam] | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        description: str | None | Unset = UNSET,
        handoffs: Sequence[str] | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        version_message: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Agent: ...

    @overload
    def create(
        self,
        *,
        request: models.AgentCreationRequest | models.AgentCreationRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Agent: ...

    def create(
        self,
        *,
        model: str | Unset = UNSET,
        name: str | Unset = UNSET,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.AgentCreationRequestToolParam] | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        description: str | None | Unset = UNSET,
        handoffs: Sequence[str] | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        version_message: str | None | Unset = UNSET,
        request: (
            models.AgentCreationRequest | models.AgentCreationRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Create an agent.

        Stores a model with its instructions, tools, completion arguments and guardrails
        under a name, as version 0 of a new agent. Start conversations with the returned
        `id`, or list that id among the `handoffs` of another agent so that it can pass
        work on.

        Args:
            model: Name of the model that answers for the agent.
            name: A short name for people and for other agents to recognise the agent
                by.
            instructions: System prompt: the role, tone and rules that the model keeps
                to throughout.
            tools: What the model may use besides its own knowledge. The `type` of each
                element says which kind of tool it is.
            completion_args: How answers are sampled and shaped.
            guardrails: Moderation applied to what goes in and what comes out.
            description: What the agent is good at. Other agents read this when they
                decide on a handoff.
            handoffs: Ids of the agents that this one may pass a conversation on to. Not
                empty.
            metadata: Your own data, stored with the agent and usable as a filter when
                listing.
            version_message: A note on what this version changes, at most 500
                characters. At most 500 characters.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The agent as stored.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/agents: AgentCreationRequest -> Agent
        return self._client.call(_CREATE, locals())

    @overload
    async def create_async(
        self,
        *,
        model: str,
        name: str,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.AgentCreationRequestToolParam] | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        description: str | None | Unset = UNSET,
        handoffs: Sequence[str] | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        version_message: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Agent: ...

    @overload
    async def create_async(
        self,
        *,
        request: models.AgentCreationRequest | models.AgentCreationRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Agent: ...

    async def create_async(
        self,
        *,
        model: str | Unset = UNSET,
        name: str | Unset = UNSET,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.AgentCreationRequestToolParam] | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        description: str | None | Unset = UNSET,
        handoffs: Sequence[str] | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        version_message: str | None | Unset = UNSET,
        request: (
            models.AgentCreationRequest | models.AgentCreationRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Create an agent.

        Stores a model with its instructions, tools, completion arguments and guardrails
        under a name, as version 0 of a new agent. Start conversations with the returned
        `id`, or list that id among the `handoffs` of another agent so that it can pass
        work on.

        Args:
            model: Name of the model that answers for the agent.
            name: A short name for people and for other agents to recognise the agent
                by.
            instructions: System prompt: the role, tone and rules that the model keeps
                to throughout.
            tools: What the model may use besides its own knowledge. The `type` of each
                element says which kind of tool it is.
            completion_args: How answers are sampled and shaped.
            guardrails: Moderation applied to what goes in and what comes out.
            description: What the agent is good at. Other agents read this when they
                decide on a handoff.
            handoffs: Ids of the agents that this one may pass a conversation on to. Not
                empty.
            metadata: Your own data, stored with the agent and usable as a filter when
                listing.
            version_message: A note on what this version changes, at most 500
                characters. At most 500 characters.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The agent as stored.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/agents: AgentCreationRequest -> Agent
        return await self._client.call_async(_CREATE, locals())

    @deprecated("Agents that others share are missing from this list.")
    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        deployment_chat: bool | None | Unset = UNSET,
        sources: Sequence[models.RequestSource] | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        search: str | None | Unset = UNSET,
        id: str | None | Unset = UNSET,
        metadata: Mapping[str, Any] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PagedList[models.Agent]:
        """List agents by page number.

        Returns one numbered page of agents, in order of creation. Agents that others
        share with the caller do not appear here. New code should use the cursor-based
        listing at `/v1/agents/pages`.

        Deprecated. Agents that others share are missing from this list.

        Args:
            page: Which page to return; the first one is 0. Default of the server: 0. At
                least 0.
            page_size: The largest number of elements that a page may hold. Default of
                the server: 20. At least 1. At most 1000.
            deployment_chat: Keeps only agents that are (`true`) or are not (`false`)
                offered in the chat application.
            sources: Keeps only agents that were made in one of these places.
            name: Keeps only agents of this name.
            search: Keeps only agents whose name or id matches this text.
            id: Keeps only the agent with this id.
            metadata: Keeps only agents whose metadata has these keys with these values.
                Sent as a JSON object.

        Returns:
            One page of agents.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents -> PagedList[Agent]
        return self._client.call(_LIST, locals())

    @deprecated("Agents that others share are missing from this list.")
    def list_async(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        deployment_chat: bool | None | Unset = UNSET,
        sources: Sequence[models.RequestSource] | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        search: str | None | Unset = UNSET,
        id: str | None | Unset = UNSET,
        metadata: Mapping[str, Any] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PageCall[PagedList[models.Agent]]:
        """List agents by page number.

        Returns one numbered page of agents, in order of creation. Agents that others
        share with the caller do not appear here. New code should use the cursor-based
        listing at `/v1/agents/pages`.

        Deprecated. Agents that others share are missing from this list.

        Args:
            page: Which page to return; the first one is 0. Default of the server: 0. At
                least 0.
            page_size: The largest number of elements that a page may hold. Default of
                the server: 20. At least 1. At most 1000.
            deployment_chat: Keeps only agents that are (`true`) or are not (`false`)
                offered in the chat application.
            sources: Keeps only agents that were made in one of these places.
            name: Keeps only agents of this name.
            search: Keeps only agents whose name or id matches this text.
            id: Keeps only the agent with this id.
            metadata: Keeps only agents whose metadata has these keys with these values.
                Sent as a JSON object.

        Returns:
            One page of agents.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents -> PagedList[Agent]
        return PageCall.open(self._client, _LIST, locals())

    def list_pages(
        self,
        *,
        page_size: int | Unset = UNSET,
        deployment_chat: bool | None | Unset = UNSET,
        sources: Sequence[models.RequestSource] | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        search: str | None | Unset = UNSET,
        id: str | None | Unset = UNSET,
        metadata: Mapping[str, Any] | None | Unset = UNSET,
        page_token: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.PagedAgentListPage:
        """List agents.

        Returns the agents that the caller may see, shared ones included, one page at a
        time. Each answer carries a `next_page_token`; hand it back as `page_token` to
        get the following page, and stop when there is none.

        Args:
            page_size: The largest number of elements that a page may hold. Default of
                the server: 20. At least 1. At most 1000.
            deployment_chat: Keeps only agents that are (`true`) or are not (`false`)
                offered in the chat application.
            sources: Keeps only agents that were made in one of these places.
            name: Keeps only agents of this name.
            search: Keeps only agents whose name or id matches this text.
            id: Keeps only the agent with this id.
            metadata: Keeps only agents whose metadata has these keys with these values.
                Sent as a JSON object.
            page_token: Where to go on: the `next_page_token` of the answer before.
                Leave it out to begin with the first page.

        Returns:
            One page of agents and the token of the next.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents/pages -> PagedAgentListPage
        return self._client.call(_LIST_PAGES, locals())

    def list_pages_async(
        self,
        *,
        page_size: int | Unset = UNSET,
        deployment_chat: bool | None | Unset = UNSET,
        sources: Sequence[models.RequestSource] | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        search: str | None | Unset = UNSET,
        id: str | None | Unset = UNSET,
        metadata: Mapping[str, Any] | None | Unset = UNSET,
        page_token: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PageCall[models.PagedAgentListPage]:
        """List agents.

        Returns the agents that the caller may see, shared ones included, one page at a
        time. Each answer carries a `next_page_token`; hand it back as `page_token` to
        get the following page, and stop when there is none.

        Args:
            page_size: The largest number of elements that a page may hold. Default of
                the server: 20. At least 1. At most 1000.
            deployment_chat: Keeps only agents that are (`true`) or are not (`false`)
                offered in the chat application.
            sources: Keeps only agents that were made in one of these places.
            name: Keeps only agents of this name.
            search: Keeps only agents whose name or id matches this text.
            id: Keeps only the agent with this id.
            metadata: Keeps only agents whose metadata has these keys with these values.
                Sent as a JSON object.
            page_token: Where to go on: the `next_page_token` of the answer before.
                Leave it out to begin with the first page.

        Returns:
            One page of agents and the token of the next.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents/pages -> PagedAgentListPage
        return PageCall.open(self._client, _LIST_PAGES, locals())

    def get(
        self,
        agent_id: str,
        *,
        agent_version: int | str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Get an agent.

        Returns an agent with all its settings, as of the version in use or of the one
        that `agent_version` names.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            agent_version: The version to show, as its number or as an alias. Without
                it, the version in use is shown.

        Returns:
            The agent.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents/{agent_id} -> Agent
        return self._client.call(_GET, locals())

    async def get_async(
        self,
        agent_id: str,
        *,
        agent_version: int | str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Get an agent.

        Returns an agent with all its settings, as of the version in use or of the one
        that `agent_version` names.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            agent_version: The version to show, as its number or as an alias. Without
                it, the version in use is shown.

        Returns:
            The agent.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents/{agent_id} -> Agent
        return await self._client.call_async(_GET, locals())

    def update(
        self,
        agent_id: str,
        *,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.AgentUpdateRequestToolParam] | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        model: str | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        handoffs: Sequence[str] | None | Unset = UNSET,
        deployment_chat: bool | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        version_message: str | None | Unset = UNSET,
        request: (
            models.AgentUpdateRequest | models.AgentUpdateRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Update an agent.

        Changes the given settings. The outcome is recorded as the next version, which
        is in use from then on. Settings that are not sent keep their value; earlier
        versions stay available.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            instructions: System prompt: the role, tone and rules that the model keeps
                to throughout.
            tools: What the model may use besides its own knowledge. The `type` of each
                element says which kind of tool it is.
            completion_args: How answers are sampled and shaped.
            guardrails: Moderation applied to what goes in and what comes out.
            model: Name of the model that answers for the agent.
            name: A short name for people and for other agents to recognise the agent
                by.
            description: What the agent is good at. Other agents read this when they
                decide on a handoff.
            handoffs: Ids of the agents that this one may pass a conversation on to. Not
                empty.
            deployment_chat: Whether to offer the agent in the chat application.
            metadata: Your own data, stored with the agent and usable as a filter when
                listing.
            version_message: A note on what this version changes, at most 500
                characters. At most 500 characters.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The agent at its new version.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # PATCH /v1/agents/{agent_id}: AgentUpdateRequest -> Agent
        return self._client.call(_UPDATE, locals())

    async def update_async(
        self,
        agent_id: str,
        *,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.AgentUpdateRequestToolParam] | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        model: str | None | Unset = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        handoffs: Sequence[str] | None | Unset = UNSET,
        deployment_chat: bool | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        version_message: str | None | Unset = UNSET,
        request: (
            models.AgentUpdateRequest | models.AgentUpdateRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Update an agent.

        Changes the given settings. The outcome is recorded as the next version, which
        is in use from then on. Settings that are not sent keep their value; earlier
        versions stay available.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            instructions: System prompt: the role, tone and rules that the model keeps
                to throughout.
            tools: What the model may use besides its own knowledge. The `type` of each
                element says which kind of tool it is.
            completion_args: How answers are sampled and shaped.
            guardrails: Moderation applied to what goes in and what comes out.
            model: Name of the model that answers for the agent.
            name: A short name for people and for other agents to recognise the agent
                by.
            description: What the agent is good at. Other agents read this when they
                decide on a handoff.
            handoffs: Ids of the agents that this one may pass a conversation on to. Not
                empty.
            deployment_chat: Whether to offer the agent in the chat application.
            metadata: Your own data, stored with the agent and usable as a filter when
                listing.
            version_message: A note on what this version changes, at most 500
                characters. At most 500 characters.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The agent at its new version.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # PATCH /v1/agents/{agent_id}: AgentUpdateRequest -> Agent
        return await self._client.call_async(_UPDATE, locals())

    def delete(self, agent_id: str, **options: Unpack[CallOptions]) -> None:
        """Remove an agent.

        Removes an agent. A successful answer has no body.

        Args:
            agent_id: Identifies the agent, as returned when it was created.

        Returns:
            The agent is gone.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # DELETE /v1/agents/{agent_id} -> None
        return self._client.call(_DELETE, locals())

    async def delete_async(self, agent_id: str, **options: Unpack[CallOptions]) -> None:
        """Remove an agent.

        Removes an agent. A successful answer has no body.

        Args:
            agent_id: Identifies the agent, as returned when it was created.

        Returns:
            The agent is gone.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # DELETE /v1/agents/{agent_id} -> None
        return await self._client.call_async(_DELETE, locals())

    def update_version(
        self,
        agent_id: str,
        *,
        version: int,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Switch an agent to another version.

        Makes an existing version of an agent the one in use. Going back to an earlier
        version is as good as going forward to a later one: no version is changed or
        removed.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            version: The number of the version to put in use.

        Returns:
            The agent at the version now in use.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # PATCH /v1/agents/{agent_id}/version -> Agent
        return self._client.call(_UPDATE_VERSION, locals())

    async def update_version_async(
        self,
        agent_id: str,
        *,
        version: int,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Switch an agent to another version.

        Makes an existing version of an agent the one in use. Going back to an earlier
        version is as good as going forward to a later one: no version is changed or
        removed.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            version: The number of the version to put in use.

        Returns:
            The agent at the version now in use.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # PATCH /v1/agents/{agent_id}/version -> Agent
        return await self._client.call_async(_UPDATE_VERSION, locals())

    def list_versions(
        self,
        agent_id: str,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PagedList[models.Agent]:
        """List the versions of an agent.

        Returns one numbered page of the versions of an agent. Every element is the
        whole agent with the settings that it had at that version. Pages are numbered
        from zero.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            page: Which page to return; the first one is 0. Default of the server: 0. At
                least 0.
            page_size: The largest number of elements that a page may hold. Default of
                the server: 20. At least 1. At most 100.

        Returns:
            One page of versions, each as a whole agent.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents/{agent_id}/versions -> PagedList[Agent]
        return self._client.call(_LIST_VERSIONS, locals())

    def list_versions_async(
        self,
        agent_id: str,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PageCall[PagedList[models.Agent]]:
        """List the versions of an agent.

        Returns one numbered page of the versions of an agent. Every element is the
        whole agent with the settings that it had at that version. Pages are numbered
        from zero.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            page: Which page to return; the first one is 0. Default of the server: 0. At
                least 0.
            page_size: The largest number of elements that a page may hold. Default of
                the server: 20. At least 1. At most 100.

        Returns:
            One page of versions, each as a whole agent.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents/{agent_id}/versions -> PagedList[Agent]
        return PageCall.open(self._client, _LIST_VERSIONS, locals())

    def get_version(
        self,
        agent_id: str,
        version: str,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Get one version of an agent.

        Returns an agent with the settings that it had at the given version.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            version: The number of the version to show.

        Returns:
            The agent at that version.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents/{agent_id}/versions/{version} -> Agent
        return self._client.call(_GET_VERSION, locals())

    async def get_version_async(
        self,
        agent_id: str,
        version: str,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Get one version of an agent.

        Returns an agent with the settings that it had at the given version.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            version: The number of the version to show.

        Returns:
            The agent at that version.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents/{agent_id}/versions/{version} -> Agent
        return await self._client.call_async(_GET_VERSION, locals())

    def create_or_update_alias(
        self,
        agent_id: str,
        *,
        alias: str,
        version: int,
        **options: Unpack[CallOptions],
    ) -> models.AgentAliasResponse:
        """Point an alias at a version.

        Gives a version of an agent a name, such as `stable`. If the agent already has
        an alias of that name, it moves to the given version. Callers who ask for the
        alias follow it without a change on their side.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            alias: The name to give: lower-case letters, digits, `_` and `-`, beginning
                with a letter and not ending in `_` or `-`. Not empty. At most 64
                characters. Matches `^[a-z]([a-z0-9_-]*[a-z0-9])?$`.
            version: The number of the version that the alias should point at.

        Returns:
            The alias as it stands now.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # PUT /v1/agents/{agent_id}/aliases -> AgentAliasResponse
        return self._client.call(_CREATE_OR_UPDATE_ALIAS, locals())

    async def create_or_update_alias_async(
        self,
        agent_id: str,
        *,
        alias: str,
        version: int,
        **options: Unpack[CallOptions],
    ) -> models.AgentAliasResponse:
        """Point an alias at a version.

        Gives a version of an agent a name, such as `stable`. If the agent already has
        an alias of that name, it moves to the given version. Callers who ask for the
        alias follow it without a change on their side.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            alias: The name to give: lower-case letters, digits, `_` and `-`, beginning
                with a letter and not ending in `_` or `-`. Not empty. At most 64
                characters. Matches `^[a-z]([a-z0-9_-]*[a-z0-9])?$`.
            version: The number of the version that the alias should point at.

        Returns:
            The alias as it stands now.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # PUT /v1/agents/{agent_id}/aliases -> AgentAliasResponse
        return await self._client.call_async(_CREATE_OR_UPDATE_ALIAS, locals())

    def list_version_aliases(
        self, agent_id: str, **options: Unpack[CallOptions]
    ) -> builtins.list[models.AgentAliasResponse]:
        """List the aliases of an agent.

        Returns all aliases of an agent with the versions that they point at.

        Args:
            agent_id: Identifies the agent, as returned when it was created.

        Returns:
            The aliases.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents/{agent_id}/aliases -> builtins.list[AgentAliasResponse]
        return self._client.call(_LIST_VERSION_ALIASES, locals())

    async def list_version_aliases_async(
        self, agent_id: str, **options: Unpack[CallOptions]
    ) -> builtins.list[models.AgentAliasResponse]:
        """List the aliases of an agent.

        Returns all aliases of an agent with the versions that they point at.

        Args:
            agent_id: Identifies the agent, as returned when it was created.

        Returns:
            The aliases.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/agents/{agent_id}/aliases -> builtins.list[AgentAliasResponse]
        return await self._client.call_async(_LIST_VERSION_ALIASES, locals())

    def delete_alias(
        self,
        agent_id: str,
        *,
        alias: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Remove an alias.

        Removes an alias of an agent. The version that it pointed at stays. A successful
        answer has no body.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            alias: The name of the alias to remove. Not empty. At most 64 characters.
                Matches `^[a-z]([a-z0-9_-]*[a-z0-9])?$`.

        Returns:
            The alias is gone.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # DELETE /v1/agents/{agent_id}/aliases -> None
        return self._client.call(_DELETE_ALIAS, locals())

    async def delete_alias_async(
        self,
        agent_id: str,
        *,
        alias: str,
        **options: Unpack[CallOptions],
    ) -> None:
        """Remove an alias.

        Removes an alias of an agent. The version that it pointed at stays. A successful
        answer has no body.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            alias: The name of the alias to remove. Not empty. At most 64 characters.
                Matches `^[a-z]([a-z0-9_-]*[a-z0-9])?$`.

        Returns:
            The alias is gone.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # DELETE /v1/agents/{agent_id}/aliases -> None
        return await self._client.call_async(_DELETE_ALIAS, locals())

    @property
    def with_raw_response(self) -> AgentsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return AgentsRaw(self)

    @property
    def with_streaming_response(self) -> AgentsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return AgentsStreaming(self)


class AgentsRaw:
    """The methods of `Agents`, giving status and headers beside the result."""

    def __init__(self, resource: Agents) -> None:
        self.create = raw(resource.create)
        self.create_async = raw_async(resource.create_async)
        self.list = raw(resource.list)
        self.list_async = raw_async(resource.list_async)
        self.list_pages = raw(resource.list_pages)
        self.list_pages_async = raw_async(resource.list_pages_async)
        self.get = raw(resource.get)
        self.get_async = raw_async(resource.get_async)
        self.update = raw(resource.update)
        self.update_async = raw_async(resource.update_async)
        self.delete = raw(resource.delete)
        self.delete_async = raw_async(resource.delete_async)
        self.update_version = raw(resource.update_version)
        self.update_version_async = raw_async(resource.update_version_async)
        self.list_versions = raw(resource.list_versions)
        self.list_versions_async = raw_async(resource.list_versions_async)
        self.get_version = raw(resource.get_version)
        self.get_version_async = raw_async(resource.get_version_async)
        self.create_or_update_alias = raw(resource.create_or_update_alias)
        self.create_or_update_alias_async = raw_async(
            resource.create_or_update_alias_async
        )
        self.list_version_aliases = raw(resource.list_version_aliases)
        self.list_version_aliases_async = raw_async(resource.list_version_aliases_async)
        self.delete_alias = raw(resource.delete_alias)
        self.delete_alias_async = raw_async(resource.delete_alias_async)


class AgentsStreaming:
    """The methods of `Agents`, leaving the body of the answer unread."""

    def __init__(self, resource: Agents) -> None:
        self.create = streaming(resource.create)
        self.create_async = streaming_async(resource.create_async)
        self.list = streaming(resource.list)
        self.list_async = streaming_async(resource.list_async)
        self.list_pages = streaming(resource.list_pages)
        self.list_pages_async = streaming_async(resource.list_pages_async)
        self.get = streaming(resource.get)
        self.get_async = streaming_async(resource.get_async)
        self.update = streaming(resource.update)
        self.update_async = streaming_async(resource.update_async)
        self.delete = streaming(resource.delete)
        self.delete_async = streaming_async(resource.delete_async)
        self.update_version = streaming(resource.update_version)
        self.update_version_async = streaming_async(resource.update_version_async)
        self.list_versions = streaming(resource.list_versions)
        self.list_versions_async = streaming_async(resource.list_versions_async)
        self.get_version = streaming(resource.get_version)
        self.get_version_async = streaming_async(resource.get_version_async)
        self.create_or_update_alias = streaming(resource.create_or_update_alias)
        self.create_or_update_alias_async = streaming_async(
            resource.create_or_update_alias_async
        )
        self.list_version_aliases = streaming(resource.list_version_aliases)
        self.list_version_aliases_async = streaming_async(
            resource.list_version_aliases_async
        )
        self.delete_alias = streaming(resource.delete_alias)
        self.delete_alias_async = streaming_async(resource.delete_alias_async)
