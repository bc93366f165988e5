"""Methods of `beta_agents`."""

# pyright: reportDeprecated=false
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

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

_AGENTS_API_V1_AGENTS_CREATE: Operation[models.Agent] = Operation(
    "beta_agents.agents_api_v1_agents_create",
    "POST",
    "/v1/agents",
    body=Body("application/json", lambda: models.AgentCreationRequest),
    answers={"200": Answer("application/json", lambda: models.Agent)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_AGENTS_LIST: Operation[PagedList[models.Agent]] = Operation(
    "beta_agents.agents_api_v1_agents_list",
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
    answers={"200": Answer("application/json", lambda: list[models.Agent])},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    pagination=Pagination("page", "page", first_page=0),
)
_AGENTS_API_V1_AGENTS_LIST_PAGES: Operation[models.PagedAgentListPage] = Operation(
    "beta_agents.agents_api_v1_agents_list_pages",
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
_AGENTS_API_V1_AGENTS_GET: Operation[models.Agent] = Operation(
    "beta_agents.agents_api_v1_agents_get",
    "GET",
    "/v1/agents/{agent_id}",
    parameters=(path("agent_id"), query("agent_version")),
    answers={"200": Answer("application/json", lambda: models.Agent)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_AGENTS_UPDATE: Operation[models.Agent] = Operation(
    "beta_agents.agents_api_v1_agents_update",
    "PATCH",
    "/v1/agents/{agent_id}",
    parameters=(path("agent_id"),),
    body=Body("application/json", lambda: models.AgentUpdateRequest),
    answers={"200": Answer("application/json", lambda: models.Agent)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_AGENTS_DELETE: Operation[None] = Operation(
    "beta_agents.agents_api_v1_agents_delete",
    "DELETE",
    "/v1/agents/{agent_id}",
    parameters=(path("agent_id"),),
    answers={"204": Answer(kind="none")},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_AGENTS_UPDATE_VERSION: Operation[models.Agent] = Operation(
    "beta_agents.agents_api_v1_agents_update_version",
    "PATCH",
    "/v1/agents/{agent_id}/version",
    parameters=(path("agent_id"), query("version", required=True)),
    answers={"200": Answer("application/json", lambda: models.Agent)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_AGENTS_LIST_VERSIONS: Operation[PagedList[models.Agent]] = Operation(
    "beta_agents.agents_api_v1_agents_list_versions",
    "GET",
    "/v1/agents/{agent_id}/versions",
    parameters=(path("agent_id"), query("page"), query("page_size")),
    answers={"200": Answer("application/json", lambda: list[models.Agent])},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    pagination=Pagination("page", "page", first_page=0),
)
_AGENTS_API_V1_AGENTS_GET_VERSION: Operation[models.Agent] = Operation(
    "beta_agents.agents_api_v1_agents_get_version",
    "GET",
    "/v1/agents/{agent_id}/versions/{version}",
    parameters=(path("agent_id"), path("version")),
    answers={"200": Answer("application/json", lambda: models.Agent)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_AGENTS_CREATE_OR_UPDATE_ALIAS: Operation[models.AgentAliasResponse] = (
    Operation(
        "beta_agents.agents_api_v1_agents_create_or_update_alias",
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
)
_AGENTS_API_V1_AGENTS_LIST_VERSION_ALIASES: Operation[
    list[models.AgentAliasResponse]
] = Operation(
    "beta_agents.agents_api_v1_agents_list_version_aliases",
    "GET",
    "/v1/agents/{agent_id}/aliases",
    parameters=(path("agent_id"),),
    answers={
        "200": Answer("application/json", lambda: list[models.AgentAliasResponse])
    },
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_AGENTS_DELETE_ALIAS: Operation[None] = Operation(
    "beta_agents.agents_api_v1_agents_delete_alias",
    "DELETE",
    "/v1/agents/{agent_id}/aliases",
    parameters=(path("agent_id"), query("alias", required=True)),
    answers={"204": Answer(kind="none")},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)


class BetaAgents(Resource):
    """Keep models with their instructions and tools as named, versioned agents, and
    start conversations with them. In beta: details may still change.
    """

    def agents_api_v1_agents_create(
        self,
        *,
        request: models.AgentCreationRequest | models.AgentCreationRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Create an agent.

        Stores a model with its instructions, tools, completion arguments and guardrails
        under a name, as version 0 of a new agent. Start conversations with the returned
        `id`, or list that id among the `handoffs` of another agent so that it can pass
        work on.

        Args:
            request: The settings of the new agent.

        Returns:
            The agent as stored.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/agents: AgentCreationRequest -> Agent
        return self._client.call(_AGENTS_API_V1_AGENTS_CREATE, locals())

    async def agents_api_v1_agents_create_async(
        self,
        *,
        request: models.AgentCreationRequest | models.AgentCreationRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Create an agent.

        Stores a model with its instructions, tools, completion arguments and guardrails
        under a name, as version 0 of a new agent. Start conversations with the returned
        `id`, or list that id among the `handoffs` of another agent so that it can pass
        work on.

        Args:
            request: The settings of the new agent.

        Returns:
            The agent as stored.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/agents: AgentCreationRequest -> Agent
        return await self._client.call_async(_AGENTS_API_V1_AGENTS_CREATE, locals())

    @deprecated("Agents that others share are missing from this list.")
    def agents_api_v1_agents_list(
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
        return self._client.call(_AGENTS_API_V1_AGENTS_LIST, locals())

    @deprecated("Agents that others share are missing from this list.")
    def agents_api_v1_agents_list_async(
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
        return PageCall.open(self._client, _AGENTS_API_V1_AGENTS_LIST, locals())

    def agents_api_v1_agents_list_pages(
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
        return self._client.call(_AGENTS_API_V1_AGENTS_LIST_PAGES, locals())

    def agents_api_v1_agents_list_pages_async(
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
        return PageCall.open(self._client, _AGENTS_API_V1_AGENTS_LIST_PAGES, locals())

    def agents_api_v1_agents_get(
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
        return self._client.call(_AGENTS_API_V1_AGENTS_GET, locals())

    async def agents_api_v1_agents_get_async(
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
        return await self._client.call_async(_AGENTS_API_V1_AGENTS_GET, locals())

    def agents_api_v1_agents_update(
        self,
        agent_id: str,
        *,
        request: models.AgentUpdateRequest | models.AgentUpdateRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Update an agent.

        Changes the given settings. The outcome is recorded as the next version, which
        is in use from then on. Settings that are not sent keep their value; earlier
        versions stay available.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            request: The settings to change.

        Returns:
            The agent at its new version.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # PATCH /v1/agents/{agent_id}: AgentUpdateRequest -> Agent
        return self._client.call(_AGENTS_API_V1_AGENTS_UPDATE, locals())

    async def agents_api_v1_agents_update_async(
        self,
        agent_id: str,
        *,
        request: models.AgentUpdateRequest | models.AgentUpdateRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Agent:
        """Update an agent.

        Changes the given settings. The outcome is recorded as the next version, which
        is in use from then on. Settings that are not sent keep their value; earlier
        versions stay available.

        Args:
            agent_id: Identifies the agent, as returned when it was created.
            request: The settings to change.

        Returns:
            The agent at its new version.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # PATCH /v1/agents/{agent_id}: AgentUpdateRequest -> Agent
        return await self._client.call_async(_AGENTS_API_V1_AGENTS_UPDATE, locals())

    def agents_api_v1_agents_delete(
        self, agent_id: str, **options: Unpack[CallOptions]
    ) -> None:
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
        return self._client.call(_AGENTS_API_V1_AGENTS_DELETE, locals())

    async def agents_api_v1_agents_delete_async(
        self, agent_id: str, **options: Unpack[CallOptions]
    ) -> None:
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
        return await self._client.call_async(_AGENTS_API_V1_AGENTS_DELETE, locals())

    def agents_api_v1_agents_update_version(
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
        return self._client.call(_AGENTS_API_V1_AGENTS_UPDATE_VERSION, locals())

    async def agents_api_v1_agents_update_version_async(
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
        return await self._client.call_async(
            _AGENTS_API_V1_AGENTS_UPDATE_VERSION, locals()
        )

    def agents_api_v1_agents_list_versions(
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
        return self._client.call(_AGENTS_API_V1_AGENTS_LIST_VERSIONS, locals())

    def agents_api_v1_agents_list_versions_async(
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
        return PageCall.open(
            self._client, _AGENTS_API_V1_AGENTS_LIST_VERSIONS, locals()
        )

    def agents_api_v1_agents_get_version(
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
        return self._client.call(_AGENTS_API_V1_AGENTS_GET_VERSION, locals())

    async def agents_api_v1_agents_get_version_async(
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
        return await self._client.call_async(
            _AGENTS_API_V1_AGENTS_GET_VERSION, locals()
        )

    def agents_api_v1_agents_create_or_update_alias(
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
        return self._client.call(_AGENTS_API_V1_AGENTS_CREATE_OR_UPDATE_ALIAS, locals())

    async def agents_api_v1_agents_create_or_update_alias_async(
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
        return await self._client.call_async(
            _AGENTS_API_V1_AGENTS_CREATE_OR_UPDATE_ALIAS, locals()
        )

    def agents_api_v1_agents_list_version_aliases(
        self, agent_id: str, **options: Unpack[CallOptions]
    ) -> list[models.AgentAliasResponse]:
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
        # GET /v1/agents/{agent_id}/aliases -> list[AgentAliasResponse]
        return self._client.call(_AGENTS_API_V1_AGENTS_LIST_VERSION_ALIASES, locals())

    async def agents_api_v1_agents_list_version_aliases_async(
        self, agent_id: str, **options: Unpack[CallOptions]
    ) -> list[models.AgentAliasResponse]:
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
        # GET /v1/agents/{agent_id}/aliases -> list[AgentAliasResponse]
        return await self._client.call_async(
            _AGENTS_API_V1_AGENTS_LIST_VERSION_ALIASES, locals()
        )

    def agents_api_v1_agents_delete_alias(
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
        return self._client.call(_AGENTS_API_V1_AGENTS_DELETE_ALIAS, locals())

    async def agents_api_v1_agents_delete_alias_async(
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
        return await self._client.call_async(
            _AGENTS_API_V1_AGENTS_DELETE_ALIAS, locals()
        )

    @property
    def with_raw_response(self) -> BetaAgentsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return BetaAgentsRaw(self)

    @property
    def with_streaming_response(self) -> BetaAgentsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return BetaAgentsStreaming(self)


class BetaAgentsRaw:
    """The methods of `BetaAgents`, giving status and headers beside the result."""

    def __init__(self, resource: BetaAgents) -> None:
        self.agents_api_v1_agents_create = raw(resource.agents_api_v1_agents_create)
        self.agents_api_v1_agents_create_async = raw_async(
            resource.agents_api_v1_agents_create_async
        )
        self.agents_api_v1_agents_list = raw(resource.agents_api_v1_agents_list)
        self.agents_api_v1_agents_list_async = raw_async(
            resource.agents_api_v1_agents_list_async
        )
        self.agents_api_v1_agents_list_pages = raw(
            resource.agents_api_v1_agents_list_pages
        )
        self.agents_api_v1_agents_list_pages_async = raw_async(
            resource.agents_api_v1_agents_list_pages_async
        )
        self.agents_api_v1_agents_get = raw(resource.agents_api_v1_agents_get)
        self.agents_api_v1_agents_get_async = raw_async(
            resource.agents_api_v1_agents_get_async
        )
        self.agents_api_v1_agents_update = raw(resource.agents_api_v1_agents_update)
        self.agents_api_v1_agents_update_async = raw_async(
            resource.agents_api_v1_agents_update_async
        )
        self.agents_api_v1_agents_delete = raw(resource.agents_api_v1_agents_delete)
        self.agents_api_v1_agents_delete_async = raw_async(
            resource.agents_api_v1_agents_delete_async
        )
        self.agents_api_v1_agents_update_version = raw(
            resource.agents_api_v1_agents_update_version
        )
        self.agents_api_v1_agents_update_version_async = raw_async(
            resource.agents_api_v1_agents_update_version_async
        )
        self.agents_api_v1_agents_list_versions = raw(
            resource.agents_api_v1_agents_list_versions
        )
        self.agents_api_v1_agents_list_versions_async = raw_async(
            resource.agents_api_v1_agents_list_versions_async
        )
        self.agents_api_v1_agents_get_version = raw(
            resource.agents_api_v1_agents_get_version
        )
        self.agents_api_v1_agents_get_version_async = raw_async(
            resource.agents_api_v1_agents_get_version_async
        )
        self.agents_api_v1_agents_create_or_update_alias = raw(
            resource.agents_api_v1_agents_create_or_update_alias
        )
        self.agents_api_v1_agents_create_or_update_alias_async = raw_async(
            resource.agents_api_v1_agents_create_or_update_alias_async
        )
        self.agents_api_v1_agents_list_version_aliases = raw(
            resource.agents_api_v1_agents_list_version_aliases
        )
        self.agents_api_v1_agents_list_version_aliases_async = raw_async(
            resource.agents_api_v1_agents_list_version_aliases_async
        )
        self.agents_api_v1_agents_delete_alias = raw(
            resource.agents_api_v1_agents_delete_alias
        )
        self.agents_api_v1_agents_delete_alias_async = raw_async(
            resource.agents_api_v1_agents_delete_alias_async
        )


class BetaAgentsStreaming:
    """The methods of `BetaAgents`, leaving the body of the answer unread."""

    def __init__(self, resource: BetaAgents) -> None:
        self.agents_api_v1_agents_create = streaming(
            resource.agents_api_v1_agents_create
        )
        self.agents_api_v1_agents_create_async = streaming_async(
            resource.agents_api_v1_agents_create_async
        )
        self.agents_api_v1_agents_list = streaming(resource.agents_api_v1_agents_list)
        self.agents_api_v1_agents_list_async = streaming_async(
            resource.agents_api_v1_agents_list_async
        )
        self.agents_api_v1_agents_list_pages = streaming(
            resource.agents_api_v1_agents_list_pages
        )
        self.agents_api_v1_agents_list_pages_async = streaming_async(
            resource.agents_api_v1_agents_list_pages_async
        )
        self.agents_api_v1_agents_get = streaming(resource.agents_api_v1_agents_get)
        self.agents_api_v1_agents_get_async = streaming_async(
            resource.agents_api_v1_agents_get_async
        )
        self.agents_api_v1_agents_update = streaming(
            resource.agents_api_v1_agents_update
        )
        self.agents_api_v1_agents_update_async = streaming_async(
            resource.agents_api_v1_agents_update_async
        )
        self.agents_api_v1_agents_delete = streaming(
            resource.agents_api_v1_agents_delete
        )
        self.agents_api_v1_agents_delete_async = streaming_async(
            resource.agents_api_v1_agents_delete_async
        )
        self.agents_api_v1_agents_update_version = streaming(
            resource.agents_api_v1_agents_update_version
        )
        self.agents_api_v1_agents_update_version_async = streaming_async(
            resource.agents_api_v1_agents_update_version_async
        )
        self.agents_api_v1_agents_list_versions = streaming(
            resource.agents_api_v1_agents_list_versions
        )
        self.agents_api_v1_agents_list_versions_async = streaming_async(
            resource.agents_api_v1_agents_list_versions_async
        )
        self.agents_api_v1_agents_get_version = streaming(
            resource.agents_api_v1_agents_get_version
        )
        self.agents_api_v1_agents_get_version_async = streaming_async(
            resource.agents_api_v1_agents_get_version_async
        )
        self.agents_api_v1_agents_create_or_update_alias = streaming(
            resource.agents_api_v1_agents_create_or_update_alias
        )
        self.agents_api_v1_agents_create_or_update_alias_async = streaming_async(
            resource.agents_api_v1_agents_create_or_update_alias_async
        )
        self.agents_api_v1_agents_list_version_aliases = streaming(
            resource.agents_api_v1_agents_list_version_aliases
        )
        self.agents_api_v1_agents_list_version_aliases_async = streaming_async(
            resource.agents_api_v1_agents_list_version_aliases_async
        )
        self.agents_api_v1_agents_delete_alias = streaming(
            resource.agents_api_v1_agents_delete_alias
        )
        self.agents_api_v1_agents_delete_alias_async = streaming_async(
            resource.agents_api_v1_agents_delete_alias_async
        )
