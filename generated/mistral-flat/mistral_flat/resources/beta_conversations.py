"""Methods of `beta_conversations`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import errors, models
from .._runtime.events import AsyncStreamCall, EventStream, Stream
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, path, query
from .._runtime.paging import PageCall, Pagination
from .._runtime.responses import raw, raw_async, streaming, streaming_async

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.paging import PagedList
    from .._runtime.settings import CallOptions

_AGENTS_API_V1_CONVERSATIONS_START: Operation[models.ConversationResponse] = Operation(
    "beta_conversations.agents_api_v1_conversations_start",
    "POST",
    "/v1/conversations",
    body=Body("application/json", lambda: models.ConversationRequest),
    answers={"200": Answer("application/json", lambda: models.ConversationResponse)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_CONVERSATIONS_LIST: Operation[
    PagedList[models.ConversationsListResponseItem]
] = Operation(
    "beta_conversations.agents_api_v1_conversations_list",
    "GET",
    "/v1/conversations",
    parameters=(query("page"), query("page_size"), query("metadata", json=True)),
    answers={
        "200": Answer(
            "application/json", lambda: list[models.ConversationsListResponseItem]
        )
    },
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    pagination=Pagination("page", "page", first_page=0),
)
_AGENTS_API_V1_CONVERSATIONS_START_STREAM: Operation[models.ConversationEvents] = (
    Operation(
        "beta_conversations.agents_api_v1_conversations_start_stream",
        "POST",
        "/v1/conversations",
        body=Body("application/json", lambda: models.ConversationStreamRequest),
        answers={
            "200": EventStream(
                "text/event-stream", lambda: models.ConversationEvents, envelope="event"
            )
        },
        errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    )
)
_AGENTS_API_V1_CONVERSATIONS_GET: Operation[models.ResponseV1ConversationsGet] = (
    Operation(
        "beta_conversations.agents_api_v1_conversations_get",
        "GET",
        "/v1/conversations/{conversation_id}",
        parameters=(path("conversation_id"),),
        answers={
            "200": Answer("application/json", lambda: models.ResponseV1ConversationsGet)
        },
        errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    )
)
_AGENTS_API_V1_CONVERSATIONS_DELETE: Operation[None] = Operation(
    "beta_conversations.agents_api_v1_conversations_delete",
    "DELETE",
    "/v1/conversations/{conversation_id}",
    parameters=(path("conversation_id"),),
    answers={"204": Answer(kind="none")},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_CONVERSATIONS_APPEND: Operation[models.ConversationResponse] = Operation(
    "beta_conversations.agents_api_v1_conversations_append",
    "POST",
    "/v1/conversations/{conversation_id}",
    parameters=(path("conversation_id"),),
    body=Body("application/json", lambda: models.ConversationAppendRequest),
    answers={"200": Answer("application/json", lambda: models.ConversationResponse)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_CONVERSATIONS_APPEND_STREAM: Operation[models.ConversationEvents] = (
    Operation(
        "beta_conversations.agents_api_v1_conversations_append_stream",
        "POST",
        "/v1/conversations/{conversation_id}",
        parameters=(path("conversation_id"),),
        body=Body("application/json", lambda: models.ConversationAppendStreamRequest),
        answers={
            "200": EventStream(
                "text/event-stream", lambda: models.ConversationEvents, envelope="event"
            )
        },
        errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    )
)
_AGENTS_API_V1_CONVERSATIONS_HISTORY: Operation[models.ConversationHistory] = Operation(
    "beta_conversations.agents_api_v1_conversations_history",
    "GET",
    "/v1/conversations/{conversation_id}/history",
    parameters=(path("conversation_id"),),
    answers={"200": Answer("application/json", lambda: models.ConversationHistory)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_AGENTS_API_V1_CONVERSATIONS_MESSAGES: Operation[models.ConversationMessages] = (
    Operation(
        "beta_conversations.agents_api_v1_conversations_messages",
        "GET",
        "/v1/conversations/{conversation_id}/messages",
        parameters=(path("conversation_id"),),
        answers={
            "200": Answer("application/json", lambda: models.ConversationMessages)
        },
        errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    )
)
_AGENTS_API_V1_CONVERSATIONS_RESTART: Operation[models.ConversationResponse] = (
    Operation(
        "beta_conversations.agents_api_v1_conversations_restart",
        "POST",
        "/v1/conversations/{conversation_id}/restart",
        parameters=(path("conversation_id"),),
        body=Body("application/json", lambda: models.ConversationRestartRequest),
        answers={
            "200": Answer("application/json", lambda: models.ConversationResponse)
        },
        errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    )
)
_AGENTS_API_V1_CONVERSATIONS_RESTART_STREAM: Operation[models.ConversationEvents] = (
    Operation(
        "beta_conversations.agents_api_v1_conversations_restart_stream",
        "POST",
        "/v1/conversations/{conversation_id}/restart",
        parameters=(path("conversation_id"),),
        body=Body("application/json", lambda: models.ConversationRestartStreamRequest),
        answers={
            "200": EventStream(
                "text/event-stream", lambda: models.ConversationEvents, envelope="event"
            )
        },
        errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    )
)


class BetaConversations(Resource):
    """Hold a dialogue with a model or an agent. The server keeps the history, runs
    tools, and streams answers on request. In beta: details may still change.
    """

    def agents_api_v1_conversations_start(
        self,
        *,
        request: models.ConversationRequest | models.ConversationRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse:
        """Start a conversation.

        Opens a conversation and waits for the first answer. Name either a `model`,
        together with the instructions, tools and completion arguments that it should
        use, or an `agent_id`, whose stored settings then apply.

        The answer holds what was produced, in order: messages, tool executions,
        function calls and handoffs. Pass its `conversation_id` to the append operation
        for the next turn. When the outputs end with a function call, run the function
        and append its result.

        Args:
            request: What to say, and the model or agent to say it to.

        Returns:
            The new conversation and what it produced.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations: ConversationRequest -> ConversationResponse
        return self._client.call(_AGENTS_API_V1_CONVERSATIONS_START, locals())

    async def agents_api_v1_conversations_start_async(
        self,
        *,
        request: models.ConversationRequest | models.ConversationRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse:
        """Start a conversation.

        Opens a conversation and waits for the first answer. Name either a `model`,
        together with the instructions, tools and completion arguments that it should
        use, or an `agent_id`, whose stored settings then apply.

        The answer holds what was produced, in order: messages, tool executions,
        function calls and handoffs. Pass its `conversation_id` to the append operation
        for the next turn. When the outputs end with a function call, run the function
        and append its result.

        Args:
            request: What to say, and the model or agent to say it to.

        Returns:
            The new conversation and what it produced.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations: ConversationRequest -> ConversationResponse
        return await self._client.call_async(
            _AGENTS_API_V1_CONVERSATIONS_START, locals()
        )

    def agents_api_v1_conversations_list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        metadata: Mapping[str, Any] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PagedList[models.ConversationsListResponseItem]:
        """List conversations.

        Returns one page of the caller's stored conversations, in order of creation.
        Those held with a plain model and those held with an agent come in one list;
        only the latter have an `agent_id`.

        Pages are numbered from zero; past the last one they are empty.

        Args:
            page: Which page to return; the first one is 0. Default of the server: 0.
            page_size: The largest number of elements that a page may hold. Default of
                the server: 100.
            metadata: Keeps only conversations whose metadata has these keys with these
                values. Sent as a JSON object.

        Returns:
            One page of conversations.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/conversations -> PagedList[ConversationsListResponseItem]
        return self._client.call(_AGENTS_API_V1_CONVERSATIONS_LIST, locals())

    def agents_api_v1_conversations_list_async(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        metadata: Mapping[str, Any] | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PageCall[PagedList[models.ConversationsListResponseItem]]:
        """List conversations.

        Returns one page of the caller's stored conversations, in order of creation.
        Those held with a plain model and those held with an agent come in one list;
        only the latter have an `agent_id`.

        Pages are numbered from zero; past the last one they are empty.

        Args:
            page: Which page to return; the first one is 0. Default of the server: 0.
            page_size: The largest number of elements that a page may hold. Default of
                the server: 100.
            metadata: Keeps only conversations whose metadata has these keys with these
                values. Sent as a JSON object.

        Returns:
            One page of conversations.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/conversations -> PagedList[ConversationsListResponseItem]
        return PageCall.open(self._client, _AGENTS_API_V1_CONVERSATIONS_LIST, locals())

    def agents_api_v1_conversations_start_stream(
        self,
        *,
        request: (
            models.ConversationStreamRequest | models.ConversationStreamRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> Stream[models.ConversationEvents]:
        """Start a conversation and stream the answer.

        Does what starting a conversation does, but answers with server-sent events as
        the model works instead of one JSON object at the end. The first event carries
        the `conversation_id`; the last one reports either completion with token usage,
        or an error.

        Args:
            request: What to say, and the model or agent to say it to.

        Returns:
            Events of the answer as they happen.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations: ConversationStreamRequest -> stream of ConversationEvents
        return Stream.open(
            self._client, _AGENTS_API_V1_CONVERSATIONS_START_STREAM, locals()
        )

    def agents_api_v1_conversations_start_stream_async(
        self,
        *,
        request: (
            models.ConversationStreamRequest | models.ConversationStreamRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ConversationEvents]:
        """Start a conversation and stream the answer.

        Does what starting a conversation does, but answers with server-sent events as
        the model works instead of one JSON object at the end. The first event carries
        the `conversation_id`; the last one reports either completion with token usage,
        or an error.

        Args:
            request: What to say, and the model or agent to say it to.

        Returns:
            Events of the answer as they happen.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations: ConversationStreamRequest -> stream of ConversationEvents
        return AsyncStreamCall.open(
            self._client, _AGENTS_API_V1_CONVERSATIONS_START_STREAM, locals()
        )

    def agents_api_v1_conversations_get(
        self, conversation_id: str, **options: Unpack[CallOptions]
    ) -> models.ResponseV1ConversationsGet:
        """Get a conversation.

        Returns the settings of a single conversation: its name, description and
        metadata, and either the model with its settings or the agent behind it. What
        was said is not part of the answer; ask for the history or the messages instead.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.

        Returns:
            The conversation.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/conversations/{conversation_id} -> ResponseV1ConversationsGet
        return self._client.call(_AGENTS_API_V1_CONVERSATIONS_GET, locals())

    async def agents_api_v1_conversations_get_async(
        self, conversation_id: str, **options: Unpack[CallOptions]
    ) -> models.ResponseV1ConversationsGet:
        """Get a conversation.

        Returns the settings of a single conversation: its name, description and
        metadata, and either the model with its settings or the agent behind it. What
        was said is not part of the answer; ask for the history or the messages instead.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.

        Returns:
            The conversation.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/conversations/{conversation_id} -> ResponseV1ConversationsGet
        return await self._client.call_async(_AGENTS_API_V1_CONVERSATIONS_GET, locals())

    def agents_api_v1_conversations_delete(
        self, conversation_id: str, **options: Unpack[CallOptions]
    ) -> None:
        """Remove a conversation.

        Removes a conversation and the entries stored with it. A successful answer has
        no body.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.

        Returns:
            The conversation is gone.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # DELETE /v1/conversations/{conversation_id} -> None
        return self._client.call(_AGENTS_API_V1_CONVERSATIONS_DELETE, locals())

    async def agents_api_v1_conversations_delete_async(
        self, conversation_id: str, **options: Unpack[CallOptions]
    ) -> None:
        """Remove a conversation.

        Removes a conversation and the entries stored with it. A successful answer has
        no body.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.

        Returns:
            The conversation is gone.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # DELETE /v1/conversations/{conversation_id} -> None
        return await self._client.call_async(
            _AGENTS_API_V1_CONVERSATIONS_DELETE, locals()
        )

    def agents_api_v1_conversations_append(
        self,
        conversation_id: str,
        *,
        request: (
            models.ConversationAppendRequest | models.ConversationAppendRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse:
        """Continue a conversation.

        Adds the given inputs at the end of a conversation, lets the model or agent
        answer with the whole history in view, and waits for that answer. Only the
        entries produced by this call come back.

        Besides messages, inputs may hold the results of functions that the previous
        answer asked for. Tool calls that wait for approval are settled with
        `tool_confirmations`.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.
            request: What to add to the conversation, and how to answer it.

        Returns:
            The entries that this turn produced.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}: ConversationAppendRequest -> ConversationResponse
        return self._client.call(_AGENTS_API_V1_CONVERSATIONS_APPEND, locals())

    async def agents_api_v1_conversations_append_async(
        self,
        conversation_id: str,
        *,
        request: (
            models.ConversationAppendRequest | models.ConversationAppendRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse:
        """Continue a conversation.

        Adds the given inputs at the end of a conversation, lets the model or agent
        answer with the whole history in view, and waits for that answer. Only the
        entries produced by this call come back.

        Besides messages, inputs may hold the results of functions that the previous
        answer asked for. Tool calls that wait for approval are settled with
        `tool_confirmations`.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.
            request: What to add to the conversation, and how to answer it.

        Returns:
            The entries that this turn produced.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}: ConversationAppendRequest -> ConversationResponse
        return await self._client.call_async(
            _AGENTS_API_V1_CONVERSATIONS_APPEND, locals()
        )

    def agents_api_v1_conversations_append_stream(
        self,
        conversation_id: str,
        *,
        request: (
            models.ConversationAppendStreamRequest
            | models.ConversationAppendStreamRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> Stream[models.ConversationEvents]:
        """Continue a conversation and stream the answer.

        Adds inputs at the end of a conversation and answers with server-sent events
        while the reply is being written. Takes what the operation without streaming
        takes.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.
            request: What to add to the conversation, and how to answer it.

        Returns:
            Events of the answer as they happen.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}: ConversationAppendStreamRequest -> stream of ConversationEvents
        return Stream.open(
            self._client, _AGENTS_API_V1_CONVERSATIONS_APPEND_STREAM, locals()
        )

    def agents_api_v1_conversations_append_stream_async(
        self,
        conversation_id: str,
        *,
        request: (
            models.ConversationAppendStreamRequest
            | models.ConversationAppendStreamRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ConversationEvents]:
        """Continue a conversation and stream the answer.

        Adds inputs at the end of a conversation and answers with server-sent events
        while the reply is being written. Takes what the operation without streaming
        takes.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.
            request: What to add to the conversation, and how to answer it.

        Returns:
            Events of the answer as they happen.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}: ConversationAppendStreamRequest -> stream of ConversationEvents
        return AsyncStreamCall.open(
            self._client, _AGENTS_API_V1_CONVERSATIONS_APPEND_STREAM, locals()
        )

    def agents_api_v1_conversations_history(
        self, conversation_id: str, **options: Unpack[CallOptions]
    ) -> models.ConversationHistory:
        """Get the history of a conversation.

        Returns every entry of a conversation from oldest to newest: messages of both
        sides, tool executions, function calls with their results, and handoffs between
        agents. Use the `id` of an entry to restart the conversation there.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.

        Returns:
            All entries, oldest first.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/conversations/{conversation_id}/history -> ConversationHistory
        return self._client.call(_AGENTS_API_V1_CONVERSATIONS_HISTORY, locals())

    async def agents_api_v1_conversations_history_async(
        self, conversation_id: str, **options: Unpack[CallOptions]
    ) -> models.ConversationHistory:
        """Get the history of a conversation.

        Returns every entry of a conversation from oldest to newest: messages of both
        sides, tool executions, function calls with their results, and handoffs between
        agents. Use the `id` of an entry to restart the conversation there.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.

        Returns:
            All entries, oldest first.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/conversations/{conversation_id}/history -> ConversationHistory
        return await self._client.call_async(
            _AGENTS_API_V1_CONVERSATIONS_HISTORY, locals()
        )

    def agents_api_v1_conversations_messages(
        self, conversation_id: str, **options: Unpack[CallOptions]
    ) -> models.ConversationMessages:
        """Get the messages of a conversation.

        Returns the dialogue alone: what the user wrote and what the assistant replied,
        from oldest to newest. Function calls, tool executions and handoffs are left
        out; the history has them.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.

        Returns:
            All messages, oldest first.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/conversations/{conversation_id}/messages -> ConversationMessages
        return self._client.call(_AGENTS_API_V1_CONVERSATIONS_MESSAGES, locals())

    async def agents_api_v1_conversations_messages_async(
        self, conversation_id: str, **options: Unpack[CallOptions]
    ) -> models.ConversationMessages:
        """Get the messages of a conversation.

        Returns the dialogue alone: what the user wrote and what the assistant replied,
        from oldest to newest. Function calls, tool executions and handoffs are left
        out; the history has them.

        Args:
            conversation_id: Identifies the conversation, as returned when it was
                started.

        Returns:
            All messages, oldest first.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # GET /v1/conversations/{conversation_id}/messages -> ConversationMessages
        return await self._client.call_async(
            _AGENTS_API_V1_CONVERSATIONS_MESSAGES, locals()
        )

    def agents_api_v1_conversations_restart(
        self,
        conversation_id: str,
        *,
        request: (
            models.ConversationRestartRequest | models.ConversationRestartRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse:
        """Branch off from an earlier entry.

        Takes the history of a conversation up to the entry `from_entry_id`, puts the
        new inputs after it and waits for an answer. The result is a second conversation
        with an id of its own; the original stays as it is. Good for editing a question
        or trying another answer.

        Args:
            conversation_id: Identifies the conversation to branch off from.
            request: Where to branch off, what to add there, and how to answer it.

        Returns:
            The branch and what it produced.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}/restart: ConversationRestartRequest -> ConversationResponse
        return self._client.call(_AGENTS_API_V1_CONVERSATIONS_RESTART, locals())

    async def agents_api_v1_conversations_restart_async(
        self,
        conversation_id: str,
        *,
        request: (
            models.ConversationRestartRequest | models.ConversationRestartRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse:
        """Branch off from an earlier entry.

        Takes the history of a conversation up to the entry `from_entry_id`, puts the
        new inputs after it and waits for an answer. The result is a second conversation
        with an id of its own; the original stays as it is. Good for editing a question
        or trying another answer.

        Args:
            conversation_id: Identifies the conversation to branch off from.
            request: Where to branch off, what to add there, and how to answer it.

        Returns:
            The branch and what it produced.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}/restart: ConversationRestartRequest -> ConversationResponse
        return await self._client.call_async(
            _AGENTS_API_V1_CONVERSATIONS_RESTART, locals()
        )

    def agents_api_v1_conversations_restart_stream(
        self,
        conversation_id: str,
        *,
        request: (
            models.ConversationRestartStreamRequest
            | models.ConversationRestartStreamRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> Stream[models.ConversationEvents]:
        """Branch off from an earlier entry and stream the answer.

        Branches a conversation at the entry `from_entry_id` and answers with
        server-sent events. The first event carries the id of the branch; the original
        conversation stays as it is.

        Args:
            conversation_id: Identifies the conversation to branch off from.
            request: Where to branch off, what to add there, and how to answer it.

        Returns:
            Events of the answer as they happen.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}/restart: ConversationRestartStreamRequest -> stream of ConversationEvents
        return Stream.open(
            self._client, _AGENTS_API_V1_CONVERSATIONS_RESTART_STREAM, locals()
        )

    def agents_api_v1_conversations_restart_stream_async(
        self,
        conversation_id: str,
        *,
        request: (
            models.ConversationRestartStreamRequest
            | models.ConversationRestartStreamRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ConversationEvents]:
        """Branch off from an earlier entry and stream the answer.

        Branches a conversation at the entry `from_entry_id` and answers with
        server-sent events. The first event carries the id of the branch; the original
        conversation stays as it is.

        Args:
            conversation_id: Identifies the conversation to branch off from.
            request: Where to branch off, what to add there, and how to answer it.

        Returns:
            Events of the answer as they happen.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}/restart: ConversationRestartStreamRequest -> stream of ConversationEvents
        return AsyncStreamCall.open(
            self._client, _AGENTS_API_V1_CONVERSATIONS_RESTART_STREAM, locals()
        )

    @property
    def with_raw_response(self) -> BetaConversationsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return BetaConversationsRaw(self)

    @property
    def with_streaming_response(self) -> BetaConversationsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return BetaConversationsStreaming(self)


class BetaConversationsRaw:
    """The methods of `BetaConversations`, giving status and headers beside the result."""

    def __init__(self, resource: BetaConversations) -> None:
        self.agents_api_v1_conversations_start = raw(
            resource.agents_api_v1_conversations_start
        )
        self.agents_api_v1_conversations_start_async = raw_async(
            resource.agents_api_v1_conversations_start_async
        )
        self.agents_api_v1_conversations_list = raw(
            resource.agents_api_v1_conversations_list
        )
        self.agents_api_v1_conversations_list_async = raw_async(
            resource.agents_api_v1_conversations_list_async
        )
        self.agents_api_v1_conversations_start_stream = raw(
            resource.agents_api_v1_conversations_start_stream
        )
        self.agents_api_v1_conversations_start_stream_async = raw_async(
            resource.agents_api_v1_conversations_start_stream_async
        )
        self.agents_api_v1_conversations_get = raw(
            resource.agents_api_v1_conversations_get
        )
        self.agents_api_v1_conversations_get_async = raw_async(
            resource.agents_api_v1_conversations_get_async
        )
        self.agents_api_v1_conversations_delete = raw(
            resource.agents_api_v1_conversations_delete
        )
        self.agents_api_v1_conversations_delete_async = raw_async(
            resource.agents_api_v1_conversations_delete_async
        )
        self.agents_api_v1_conversations_append = raw(
            resource.agents_api_v1_conversations_append
        )
        self.agents_api_v1_conversations_append_async = raw_async(
            resource.agents_api_v1_conversations_append_async
        )
        self.agents_api_v1_conversations_append_stream = raw(
            resource.agents_api_v1_conversations_append_stream
        )
        self.agents_api_v1_conversations_append_stream_async = raw_async(
            resource.agents_api_v1_conversations_append_stream_async
        )
        self.agents_api_v1_conversations_history = raw(
            resource.agents_api_v1_conversations_history
        )
        self.agents_api_v1_conversations_history_async = raw_async(
            resource.agents_api_v1_conversations_history_async
        )
        self.agents_api_v1_conversations_messages = raw(
            resource.agents_api_v1_conversations_messages
        )
        self.agents_api_v1_conversations_messages_async = raw_async(
            resource.agents_api_v1_conversations_messages_async
        )
        self.agents_api_v1_conversations_restart = raw(
            resource.agents_api_v1_conversations_restart
        )
        self.agents_api_v1_conversations_restart_async = raw_async(
            resource.agents_api_v1_conversations_restart_async
        )
        self.agents_api_v1_conversations_restart_stream = raw(
            resource.agents_api_v1_conversations_restart_stream
        )
        self.agents_api_v1_conversations_restart_stream_async = raw_async(
            resource.agents_api_v1_conversations_restart_stream_async
        )


class BetaConversationsStreaming:
    """The methods of `BetaConversations`, leaving the body of the answer unread."""

    def __init__(self, resource: BetaConversations) -> None:
        self.agents_api_v1_conversations_start = streaming(
            resource.agents_api_v1_conversations_start
        )
        self.agents_api_v1_conversations_start_async = streaming_async(
            resource.agents_api_v1_conversations_start_async
        )
        self.agents_api_v1_conversations_list = streaming(
            resource.agents_api_v1_conversations_list
        )
        self.agents_api_v1_conversations_list_async = streaming_async(
            resource.agents_api_v1_conversations_list_async
        )
        self.agents_api_v1_conversations_start_stream = streaming(
            resource.agents_api_v1_conversations_start_stream
        )
        self.agents_api_v1_conversations_start_stream_async = streaming_async(
            resource.agents_api_v1_conversations_start_stream_async
        )
        self.agents_api_v1_conversations_get = streaming(
            resource.agents_api_v1_conversations_get
        )
        self.agents_api_v1_conversations_get_async = streaming_async(
            resource.agents_api_v1_conversations_get_async
        )
        self.agents_api_v1_conversations_delete = streaming(
            resource.agents_api_v1_conversations_delete
        )
        self.agents_api_v1_conversations_delete_async = streaming_async(
            resource.agents_api_v1_conversations_delete_async
        )
        self.agents_api_v1_conversations_append = streaming(
            resource.agents_api_v1_conversations_append
        )
        self.agents_api_v1_conversations_append_async = streaming_async(
            resource.agents_api_v1_conversations_append_async
        )
        self.agents_api_v1_conversations_append_stream = streaming(
            resource.agents_api_v1_conversations_append_stream
        )
        self.agents_api_v1_conversations_append_stream_async = streaming_async(
            resource.agents_api_v1_conversations_append_stream_async
        )
        self.agents_api_v1_conversations_history = streaming(
            resource.agents_api_v1_conversations_history
        )
        self.agents_api_v1_conversations_history_async = streaming_async(
            resource.agents_api_v1_conversations_history_async
        )
        self.agents_api_v1_conversations_messages = streaming(
            resource.agents_api_v1_conversations_messages
        )
        self.agents_api_v1_conversations_messages_async = streaming_async(
            resource.agents_api_v1_conversations_messages_async
        )
        self.agents_api_v1_conversations_restart = streaming(
            resource.agents_api_v1_conversations_restart
        )
        self.agents_api_v1_conversations_restart_async = streaming_async(
            resource.agents_api_v1_conversations_restart_async
        )
        self.agents_api_v1_conversations_restart_stream = streaming(
            resource.agents_api_v1_conversations_restart_stream
        )
        self.agents_api_v1_conversations_restart_stream_async = streaming_async(
            resource.agents_api_v1_conversations_restart_stream_async
        )
