"""Methods of `beta.conversations`."""

from __future__ import annotations

import builtins
from collections.abc import Coroutine, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

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

_START: Operation[models.ConversationResponse] = Operation(
    "beta.conversations.start",
    "POST",
    "/v1/conversations",
    body=Body(
        "application/json",
        lambda: models.ConversationRequest,
        fields=(
            "inputs",
            "store",
            "handoff_execution",
            "instructions",
            "tools",
            "completion_args",
            "guardrails",
            "name",
            "description",
            "metadata",
            "agent_id",
            "agent_version",
            "model",
            "stream",
        ),
    ),
    answers={"200": Answer("application/json", lambda: models.ConversationResponse)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_LIST: Operation[PagedList[models.ConversationsListResponseItem]] = Operation(
    "beta.conversations.list",
    "GET",
    "/v1/conversations",
    parameters=(query("page"), query("page_size"), query("metadata", json=True)),
    answers={
        "200": Answer(
            "application/json",
            lambda: builtins.list[models.ConversationsListResponseItem],
        )
    },
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
    pagination=Pagination("page", "page", first_page=0),
)
_START_STREAM: Operation[models.ConversationEvents] = Operation(
    "beta.conversations.start",
    "POST",
    "/v1/conversations",
    body=Body(
        "application/json",
        lambda: models.ConversationStreamRequest,
        fields=(
            "stream",
            "inputs",
            "store",
            "handoff_execution",
            "instructions",
            "tools",
            "completion_args",
            "guardrails",
            "name",
            "description",
            "metadata",
            "agent_id",
            "agent_version",
            "model",
        ),
    ),
    answers={
        "200": EventStream(
            "text/event-stream", lambda: models.ConversationEvents, envelope="event"
        )
    },
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_GET: Operation[models.ResponseV1ConversationsGet] = Operation(
    "beta.conversations.get",
    "GET",
    "/v1/conversations/{conversation_id}",
    parameters=(path("conversation_id"),),
    answers={
        "200": Answer("application/json", lambda: models.ResponseV1ConversationsGet)
    },
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_DELETE: Operation[None] = Operation(
    "beta.conversations.delete",
    "DELETE",
    "/v1/conversations/{conversation_id}",
    parameters=(path("conversation_id"),),
    answers={"204": Answer(kind="none")},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_APPEND: Operation[models.ConversationResponse] = Operation(
    "beta.conversations.append",
    "POST",
    "/v1/conversations/{conversation_id}",
    parameters=(path("conversation_id"),),
    body=Body(
        "application/json",
        lambda: models.ConversationAppendRequest,
        fields=(
            "inputs",
            "store",
            "handoff_execution",
            "completion_args",
            "tool_confirmations",
            "stream",
        ),
    ),
    answers={"200": Answer("application/json", lambda: models.ConversationResponse)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_APPEND_STREAM: Operation[models.ConversationEvents] = Operation(
    "beta.conversations.append",
    "POST",
    "/v1/conversations/{conversation_id}",
    parameters=(path("conversation_id"),),
    body=Body(
        "application/json",
        lambda: models.ConversationAppendStreamRequest,
        fields=(
            "stream",
            "inputs",
            "store",
            "handoff_execution",
            "completion_args",
            "tool_confirmations",
        ),
    ),
    answers={
        "200": EventStream(
            "text/event-stream", lambda: models.ConversationEvents, envelope="event"
        )
    },
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_GET_HISTORY: Operation[models.ConversationHistory] = Operation(
    "beta.conversations.get_history",
    "GET",
    "/v1/conversations/{conversation_id}/history",
    parameters=(path("conversation_id"),),
    answers={"200": Answer("application/json", lambda: models.ConversationHistory)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_GET_MESSAGES: Operation[models.ConversationMessages] = Operation(
    "beta.conversations.get_messages",
    "GET",
    "/v1/conversations/{conversation_id}/messages",
    parameters=(path("conversation_id"),),
    answers={"200": Answer("application/json", lambda: models.ConversationMessages)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_RESTART: Operation[models.ConversationResponse] = Operation(
    "beta.conversations.restart",
    "POST",
    "/v1/conversations/{conversation_id}/restart",
    parameters=(path("conversation_id"),),
    body=Body(
        "application/json",
        lambda: models.ConversationRestartRequest,
        fields=(
            "from_entry_id",
            "inputs",
            "store",
            "handoff_execution",
            "completion_args",
            "guardrails",
            "metadata",
            "agent_version",
            "stream",
        ),
    ),
    answers={"200": Answer("application/json", lambda: models.ConversationResponse)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
_RESTART_STREAM: Operation[models.ConversationEvents] = Operation(
    "beta.conversations.restart",
    "POST",
    "/v1/conversations/{conversation_id}/restart",
    parameters=(path("conversation_id"),),
    body=Body(
        "application/json",
        lambda: models.ConversationRestartStreamRequest,
        fields=(
            "stream",
            "from_entry_id",
            "inputs",
            "store",
            "handoff_execution",
            "completion_args",
            "guardrails",
            "metadata",
            "agent_version",
        ),
    ),
    answers={
        "200": EventStream(
            "text/event-stream", lambda: models.ConversationEvents, envelope="event"
        )
    },
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)


class Conversations(Resource):
    """Hold a dialogue with a model or an agent. The server keeps the history, runs
    tools, and streams answers on request. In beta: details may still change.
    """

    @overload
    def start(
        self,
        *,
        inputs: models.ConversationInputsParam,
        store: bool | None | Unset = UNSET,
        handoff_execution: (
            models.ConversationRequestBaseHandoffExecution | None | Unset
        ) = UNSET,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.ConversationRequestBaseToolParam] | None | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | None | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_id: str | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        stream: Literal[False] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse: ...

    @overload
    def start(
        self,
        *,
        stream: Literal[False] | Unset = UNSET,
        request: models.ConversationRequest | models.ConversationRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse: ...

    @overload
    def start(
        self,
        *,
        stream: Literal[True],
        inputs: models.ConversationInputsParam,
        store: bool | None | Unset = UNSET,
        handoff_execution: (
            models.ConversationRequestBaseHandoffExecution | None | Unset
        ) = UNSET,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.ConversationRequestBaseToolParam] | None | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | None | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_id: str | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> Stream[models.ConversationEvents]: ...

    @overload
    def start(
        self,
        *,
        stream: Literal[True],
        request: (
            models.ConversationStreamRequest | models.ConversationStreamRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> Stream[models.ConversationEvents]: ...

    def start(
        self,
        *,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | None | Unset = UNSET,
        handoff_execution: (
            models.ConversationRequestBaseHandoffExecution | None | Unset
        ) = UNSET,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.ConversationRequestBaseToolParam] | None | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | None | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_id: str | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        stream: bool | Unset = UNSET,
        request: (
            models.ConversationRequest
            | models.ConversationRequestDict
            | models.ConversationStreamRequest
            | models.ConversationStreamRequestDict
            | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse | Stream[models.ConversationEvents]:
        """Start a conversation.

        Opens a conversation and waits for the first answer. Name either a `model`,
        together with the instructions, tools and completion arguments that it should
        use, or an `agent_id`, whose stored settings then apply.

        The answer holds what was produced, in order: messages, tool executions,
        function calls and handoffs. Pass its `conversation_id` to the append operation
        for the next turn. When the outputs end with a function call, run the function
        and append its result.

        Args:
            inputs: What to add: plain text as one user message, or a list of entries.
            store: Whether the server keeps this turn. A conversation that is not kept
                cannot be continued, read back or branched.
            handoff_execution: Who carries out a handoff to another agent: `server` goes
                on with the next agent by itself, `client` stops and returns the handoff
                to the caller.
            instructions: System prompt: the role, tone and rules that the model keeps
                to throughout.
            tools: What the model may use besides its own knowledge. The `type` of each
                element says which kind of tool it is.
            completion_args: How answers are sampled and shaped.
            guardrails: Moderation applied to what goes in and what comes out.
            name: A short name to recognise the conversation by.
            description: What the conversation is for.
            metadata: Your own data, stored with the conversation and usable as a filter
                when listing.
            agent_id: The agent to talk to. Its own model and tools apply.
            agent_version: Number or alias of the version to talk to. Without it, the
                version in use answers.
            model: Name of the model to talk to, when there is no agent.
            stream: Always `false`: the answer comes as one JSON object.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The new conversation and what it produced. Or the events as they arrive.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations: ConversationRequest -> ConversationResponse, or a stream of ConversationEvents
        if stream is True:
            return Stream.open(self._client, _START_STREAM, locals())
        return self._client.call(_START, locals())

    def list(
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
        return self._client.call(_LIST, locals())

    def get(
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
        return self._client.call(_GET, locals())

    def delete(self, conversation_id: str, **options: Unpack[CallOptions]) -> None:
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
        return self._client.call(_DELETE, locals())

    @overload
    def append(
        self,
        conversation_id: str,
        *,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationAppendRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        tool_confirmations: (
            Sequence[models.ToolCallConfirmation | models.ToolCallConfirmationDict]
            | None
            | Unset
        ) = UNSET,
        stream: Literal[False] | Unset = UNSET,
        request: (
            models.ConversationAppendRequest
            | models.ConversationAppendRequestDict
            | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse: ...

    @overload
    def append(
        self,
        conversation_id: str,
        *,
        stream: Literal[True],
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationAppendRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        tool_confirmations: (
            Sequence[models.ToolCallConfirmation | models.ToolCallConfirmationDict]
            | None
            | Unset
        ) = UNSET,
        request: (
            models.ConversationAppendStreamRequest
            | models.ConversationAppendStreamRequestDict
            | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> Stream[models.ConversationEvents]: ...

    def append(
        self,
        conversation_id: str,
        *,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationAppendRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        tool_confirmations: (
            Sequence[models.ToolCallConfirmation | models.ToolCallConfirmationDict]
            | None
            | Unset
        ) = UNSET,
        stream: bool | Unset = UNSET,
        request: (
            models.ConversationAppendRequest
            | models.ConversationAppendRequestDict
            | models.ConversationAppendStreamRequest
            | models.ConversationAppendStreamRequestDict
            | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse | Stream[models.ConversationEvents]:
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
            inputs: What to add: plain text as one user message, or a list of entries.
            store: Whether the server keeps this turn. A conversation that is not kept
                cannot be continued, read back or branched. Default of the server: true.
            handoff_execution: Who carries out a handoff to another agent: `server` goes
                on with the next agent by itself, `client` stops and returns the handoff
                to the caller. Default of the server: "server".
            completion_args: How the answer to this turn is sampled and shaped.
            tool_confirmations: Decisions on tool calls of the previous answer that wait
                for approval.
            stream: Always `false`: the answer comes as one JSON object.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The entries that this turn produced. Or the events as they arrive.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}: ConversationAppendRequest -> ConversationResponse, or a stream of ConversationEvents
        if stream is True:
            return Stream.open(self._client, _APPEND_STREAM, locals())
        return self._client.call(_APPEND, locals())

    def get_history(
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
        return self._client.call(_GET_HISTORY, locals())

    def get_messages(
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
        return self._client.call(_GET_MESSAGES, locals())

    @overload
    def restart(
        self,
        conversation_id: str,
        *,
        from_entry_id: str,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationRestartRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        stream: Literal[False] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse: ...

    @overload
    def restart(
        self,
        conversation_id: str,
        *,
        stream: Literal[False] | Unset = UNSET,
        request: (
            models.ConversationRestartRequest | models.ConversationRestartRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse: ...

    @overload
    def restart(
        self,
        conversation_id: str,
        *,
        stream: Literal[True],
        from_entry_id: str,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationRestartRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> Stream[models.ConversationEvents]: ...

    @overload
    def restart(
        self,
        conversation_id: str,
        *,
        stream: Literal[True],
        request: (
            models.ConversationRestartStreamRequest
            | models.ConversationRestartStreamRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> Stream[models.ConversationEvents]: ...

    def restart(
        self,
        conversation_id: str,
        *,
        from_entry_id: str | Unset = UNSET,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationRestartRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        stream: bool | Unset = UNSET,
        request: (
            models.ConversationRestartRequest
            | models.ConversationRestartRequestDict
            | models.ConversationRestartStreamRequest
            | models.ConversationRestartStreamRequestDict
            | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.ConversationResponse | Stream[models.ConversationEvents]:
        """Branch off from an earlier entry.

        Takes the history of a conversation up to the entry `from_entry_id`, puts the
        new inputs after it and waits for an answer. The result is a second conversation
        with an id of its own; the original stays as it is. Good for editing a question
        or trying another answer.

        Args:
            conversation_id: Identifies the conversation to branch off from.
            from_entry_id: The last entry to take over from the original conversation.
            inputs: What to add: plain text as one user message, or a list of entries.
            store: Whether the server keeps this turn. A conversation that is not kept
                cannot be continued, read back or branched. Default of the server: true.
            handoff_execution: Who carries out a handoff to another agent: `server` goes
                on with the next agent by itself, `client` stops and returns the handoff
                to the caller. Default of the server: "server".
            completion_args: How the answer to this turn is sampled and shaped.
            guardrails: Moderation applied to what goes in and what comes out.
            metadata: Your own data, stored with the branch.
            agent_version: Number or alias of the agent version that answers in the
                branch. Without it, the version in use does.
            stream: Always `false`: the answer comes as one JSON object.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The branch and what it produced. Or the events as they arrive.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}/restart: ConversationRestartRequest -> ConversationResponse, or a stream of ConversationEvents
        if stream is True:
            return Stream.open(self._client, _RESTART_STREAM, locals())
        return self._client.call(_RESTART, locals())

    @property
    def with_raw_response(self) -> ConversationsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ConversationsRaw(self)

    @property
    def with_streaming_response(self) -> ConversationsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ConversationsStreaming(self)


class ConversationsRaw:
    """The methods of `Conversations`, giving status and headers beside the result."""

    def __init__(self, resource: Conversations) -> None:
        self.start = raw(resource.start)
        self.list = raw(resource.list)
        self.get = raw(resource.get)
        self.delete = raw(resource.delete)
        self.append = raw(resource.append)
        self.get_history = raw(resource.get_history)
        self.get_messages = raw(resource.get_messages)
        self.restart = raw(resource.restart)


class ConversationsStreaming:
    """The methods of `Conversations`, leaving the body of the answer unread."""

    def __init__(self, resource: Conversations) -> None:
        self.start = streaming(resource.start)
        self.list = streaming(resource.list)
        self.get = streaming(resource.get)
        self.delete = streaming(resource.delete)
        self.append = streaming(resource.append)
        self.get_history = streaming(resource.get_history)
        self.get_messages = streaming(resource.get_messages)
        self.restart = streaming(resource.restart)


class AsyncConversations(Resource):
    """Hold a dialogue with a model or an agent. The server keeps the history, runs
    tools, and streams answers on request. In beta: details may still change.
    """

    @overload
    def start(
        self,
        *,
        inputs: models.ConversationInputsParam,
        store: bool | None | Unset = UNSET,
        handoff_execution: (
            models.ConversationRequestBaseHandoffExecution | None | Unset
        ) = UNSET,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.ConversationRequestBaseToolParam] | None | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | None | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_id: str | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        stream: Literal[False] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> Coroutine[Any, Any, models.ConversationResponse]: ...

    @overload
    def start(
        self,
        *,
        stream: Literal[False] | Unset = UNSET,
        request: models.ConversationRequest | models.ConversationRequestDict,
        **options: Unpack[CallOptions],
    ) -> Coroutine[Any, Any, models.ConversationResponse]: ...

    @overload
    def start(
        self,
        *,
        stream: Literal[True],
        inputs: models.ConversationInputsParam,
        store: bool | None | Unset = UNSET,
        handoff_execution: (
            models.ConversationRequestBaseHandoffExecution | None | Unset
        ) = UNSET,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.ConversationRequestBaseToolParam] | None | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | None | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_id: str | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ConversationEvents]: ...

    @overload
    def start(
        self,
        *,
        stream: Literal[True],
        request: (
            models.ConversationStreamRequest | models.ConversationStreamRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ConversationEvents]: ...

    def start(
        self,
        *,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | None | Unset = UNSET,
        handoff_execution: (
            models.ConversationRequestBaseHandoffExecution | None | Unset
        ) = UNSET,
        instructions: str | None | Unset = UNSET,
        tools: Sequence[models.ConversationRequestBaseToolParam] | None | Unset = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | None | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_id: str | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        model: str | None | Unset = UNSET,
        stream: bool | Unset = UNSET,
        request: (
            models.ConversationRequest
            | models.ConversationRequestDict
            | models.ConversationStreamRequest
            | models.ConversationStreamRequestDict
            | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> (
        Coroutine[Any, Any, models.ConversationResponse]
        | AsyncStreamCall[models.ConversationEvents]
    ):
        """Start a conversation.

        Opens a conversation and waits for the first answer. Name either a `model`,
        together with the instructions, tools and completion arguments that it should
        use, or an `agent_id`, whose stored settings then apply.

        The answer holds what was produced, in order: messages, tool executions,
        function calls and handoffs. Pass its `conversation_id` to the append operation
        for the next turn. When the outputs end with a function call, run the function
        and append its result.

        Args:
            inputs: What to add: plain text as one user message, or a list of entries.
            store: Whether the server keeps this turn. A conversation that is not kept
                cannot be continued, read back or branched.
            handoff_execution: Who carries out a handoff to another agent: `server` goes
                on with the next agent by itself, `client` stops and returns the handoff
                to the caller.
            instructions: System prompt: the role, tone and rules that the model keeps
                to throughout.
            tools: What the model may use besides its own knowledge. The `type` of each
                element says which kind of tool it is.
            completion_args: How answers are sampled and shaped.
            guardrails: Moderation applied to what goes in and what comes out.
            name: A short name to recognise the conversation by.
            description: What the conversation is for.
            metadata: Your own data, stored with the conversation and usable as a filter
                when listing.
            agent_id: The agent to talk to. Its own model and tools apply.
            agent_version: Number or alias of the version to talk to. Without it, the
                version in use answers.
            model: Name of the model to talk to, when there is no agent.
            stream: Always `false`: the answer comes as one JSON object.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The new conversation and what it produced. Or the events as they arrive.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations: ConversationRequest -> ConversationResponse, or a stream of ConversationEvents
        if stream is True:
            return AsyncStreamCall.open(self._client, _START_STREAM, locals())
        return self._client.call_async(_START, locals())

    def list(
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
        return PageCall.open(self._client, _LIST, locals())

    async def get(
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
        return await self._client.call_async(_GET, locals())

    async def delete(
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
        return await self._client.call_async(_DELETE, locals())

    @overload
    def append(
        self,
        conversation_id: str,
        *,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationAppendRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        tool_confirmations: (
            Sequence[models.ToolCallConfirmation | models.ToolCallConfirmationDict]
            | None
            | Unset
        ) = UNSET,
        stream: Literal[False] | Unset = UNSET,
        request: (
            models.ConversationAppendRequest
            | models.ConversationAppendRequestDict
            | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> Coroutine[Any, Any, models.ConversationResponse]: ...

    @overload
    def append(
        self,
        conversation_id: str,
        *,
        stream: Literal[True],
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationAppendRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        tool_confirmations: (
            Sequence[models.ToolCallConfirmation | models.ToolCallConfirmationDict]
            | None
            | Unset
        ) = UNSET,
        request: (
            models.ConversationAppendStreamRequest
            | models.ConversationAppendStreamRequestDict
            | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ConversationEvents]: ...

    def append(
        self,
        conversation_id: str,
        *,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationAppendRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        tool_confirmations: (
            Sequence[models.ToolCallConfirmation | models.ToolCallConfirmationDict]
            | None
            | Unset
        ) = UNSET,
        stream: bool | Unset = UNSET,
        request: (
            models.ConversationAppendRequest
            | models.ConversationAppendRequestDict
            | models.ConversationAppendStreamRequest
            | models.ConversationAppendStreamRequestDict
            | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> (
        Coroutine[Any, Any, models.ConversationResponse]
        | AsyncStreamCall[models.ConversationEvents]
    ):
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
            inputs: What to add: plain text as one user message, or a list of entries.
            store: Whether the server keeps this turn. A conversation that is not kept
                cannot be continued, read back or branched. Default of the server: true.
            handoff_execution: Who carries out a handoff to another agent: `server` goes
                on with the next agent by itself, `client` stops and returns the handoff
                to the caller. Default of the server: "server".
            completion_args: How the answer to this turn is sampled and shaped.
            tool_confirmations: Decisions on tool calls of the previous answer that wait
                for approval.
            stream: Always `false`: the answer comes as one JSON object.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The entries that this turn produced. Or the events as they arrive.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}: ConversationAppendRequest -> ConversationResponse, or a stream of ConversationEvents
        if stream is True:
            return AsyncStreamCall.open(self._client, _APPEND_STREAM, locals())
        return self._client.call_async(_APPEND, locals())

    async def get_history(
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
        return await self._client.call_async(_GET_HISTORY, locals())

    async def get_messages(
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
        return await self._client.call_async(_GET_MESSAGES, locals())

    @overload
    def restart(
        self,
        conversation_id: str,
        *,
        from_entry_id: str,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationRestartRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        stream: Literal[False] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> Coroutine[Any, Any, models.ConversationResponse]: ...

    @overload
    def restart(
        self,
        conversation_id: str,
        *,
        stream: Literal[False] | Unset = UNSET,
        request: (
            models.ConversationRestartRequest | models.ConversationRestartRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> Coroutine[Any, Any, models.ConversationResponse]: ...

    @overload
    def restart(
        self,
        conversation_id: str,
        *,
        stream: Literal[True],
        from_entry_id: str,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationRestartRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ConversationEvents]: ...

    @overload
    def restart(
        self,
        conversation_id: str,
        *,
        stream: Literal[True],
        request: (
            models.ConversationRestartStreamRequest
            | models.ConversationRestartStreamRequestDict
        ),
        **options: Unpack[CallOptions],
    ) -> AsyncStreamCall[models.ConversationEvents]: ...

    def restart(
        self,
        conversation_id: str,
        *,
        from_entry_id: str | Unset = UNSET,
        inputs: models.ConversationInputsParam | Unset = UNSET,
        store: bool | Unset = UNSET,
        handoff_execution: (
            models.ConversationRestartRequestBaseHandoffExecution | Unset
        ) = UNSET,
        completion_args: (
            models.CompletionArgs | models.CompletionArgsDict | Unset
        ) = UNSET,
        guardrails: (
            Sequence[models.GuardrailConfig | models.GuardrailConfigDict] | None | Unset
        ) = UNSET,
        metadata: models.MetadataDictParam | None | Unset = UNSET,
        agent_version: str | int | None | Unset = UNSET,
        stream: bool | Unset = UNSET,
        request: (
            models.ConversationRestartRequest
            | models.ConversationRestartRequestDict
            | models.ConversationRestartStreamRequest
            | models.ConversationRestartStreamRequestDict
            | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> (
        Coroutine[Any, Any, models.ConversationResponse]
        | AsyncStreamCall[models.ConversationEvents]
    ):
        """Branch off from an earlier entry.

        Takes the history of a conversation up to the entry `from_entry_id`, puts the
        new inputs after it and waits for an answer. The result is a second conversation
        with an id of its own; the original stays as it is. Good for editing a question
        or trying another answer.

        Args:
            conversation_id: Identifies the conversation to branch off from.
            from_entry_id: The last entry to take over from the original conversation.
            inputs: What to add: plain text as one user message, or a list of entries.
            store: Whether the server keeps this turn. A conversation that is not kept
                cannot be continued, read back or branched. Default of the server: true.
            handoff_execution: Who carries out a handoff to another agent: `server` goes
                on with the next agent by itself, `client` stops and returns the handoff
                to the caller. Default of the server: "server".
            completion_args: How the answer to this turn is sampled and shaped.
            guardrails: Moderation applied to what goes in and what comes out.
            metadata: Your own data, stored with the branch.
            agent_version: Number or alias of the agent version that answers in the
                branch. Without it, the version in use does.
            stream: Always `false`: the answer comes as one JSON object.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The branch and what it produced. Or the events as they arrive.

        Raises:
            errors.HTTPValidationError: 422. The request does not fit the schema. Each
                problem is listed with its place.
        """
        # POST /v1/conversations/{conversation_id}/restart: ConversationRestartRequest -> ConversationResponse, or a stream of ConversationEvents
        if stream is True:
            return AsyncStreamCall.open(self._client, _RESTART_STREAM, locals())
        return self._client.call_async(_RESTART, locals())

    @property
    def with_raw_response(self) -> AsyncConversationsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return AsyncConversationsRaw(self)

    @property
    def with_streaming_response(self) -> AsyncConversationsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return AsyncConversationsStreaming(self)


class AsyncConversationsRaw:
    """The methods of `AsyncConversations`, giving status and headers beside the result."""

    def __init__(self, resource: AsyncConversations) -> None:
        self.start = raw_async(resource.start)
        self.list = raw_async(resource.list)
        self.get = raw_async(resource.get)
        self.delete = raw_async(resource.delete)
        self.append = raw_async(resource.append)
        self.get_history = raw_async(resource.get_history)
        self.get_messages = raw_async(resource.get_messages)
        self.restart = raw_async(resource.restart)


class AsyncConversationsStreaming:
    """The methods of `AsyncConversations`, leaving the body of the answer unread."""

    def __init__(self, resource: AsyncConversations) -> None:
        self.start = streaming_async(resource.start)
        self.list = streaming_async(resource.list)
        self.get = streaming_async(resource.get)
        self.delete = streaming_async(resource.delete)
        self.append = streaming_async(resource.append)
        self.get_history = streaming_async(resource.get_history)
        self.get_messages = streaming_async(resource.get_messages)
        self.restart = streaming_async(resource.restart)
