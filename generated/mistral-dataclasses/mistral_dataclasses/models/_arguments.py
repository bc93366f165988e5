"""What arguments take in the place of models."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .beta_conversations import (
    AgentHandoffEntry,
    BuiltInConnectors,
    ConversationAppendRequestBaseHandoffExecution,
    ConversationRequestBaseHandoffExecution,
    ConversationRestartRequestBaseHandoffExecution,
    DocumentURLChunk,
    FunctionCallEntry,
    FunctionCallEntryConfirmationStatus,
    FunctionResultEntry,
    ImageDetail,
    ImageURL,
    ImageURLChunk,
    MessageInputEntry,
    MessageInputEntryRole,
    MessageOutputEntry,
    ReferenceChunk,
    TextChunk,
    ThinkChunk,
    ToolCallConfirmation,
    ToolCallConfirmationConfirmation,
    ToolExecutionEntry,
    ToolFileChunk,
    ToolReferenceChunk,
    UnknownConversationInputs,
    UnknownFunctionCallEntryArguments,
    UnknownImageURLChunkImageUrl,
    UnknownInputEntry,
    UnknownMessageInputContentChunk,
    UnknownMessageInputEntryContent,
    UnknownMessageOutputEntryContent,
    UnknownOutputContentChunks,
    UnknownThinkChunkThinkingItem,
)
from .shared import (
    APIKeyAuth,
    CodeInterpreterTool,
    CompletionArgs,
    CompletionArgsReasoningEffort,
    CustomConnector,
    DocumentLibraryTool,
    Function,
    FunctionTool,
    GuardrailConfig,
    ImageGenerationTool,
    JsonSchema,
    ModerationLLMAction,
    ModerationLLMV1CategoryThresholds,
    ModerationLLMV1Config,
    ModerationLLMV2CategoryThresholds,
    ModerationLLMV2Config,
    OAuth2TokenAuth,
    Prediction,
    ResponseFormat,
    ResponseFormats,
    ToolChoiceEnum,
    ToolConfiguration,
    UnknownCompletionArgsStop,
    UnknownConversationRequestBaseTool,
    UnknownCustomConnectorAuthorization,
    WebSearchPremiumTool,
    WebSearchTool,
)


class TextChunkDict(TypedDict):
    """What may be given for `TextChunk`."""

    type: NotRequired[Literal["text"]]
    text: str


class ImageURLDict(TypedDict):
    """What may be given for `ImageURL`."""

    url: str
    detail: NotRequired[ImageDetail | None]


ImageURLChunkImageUrlParam: TypeAlias = (
    ImageURL | ImageURLDict | str | UnknownImageURLChunkImageUrl
)


class ImageURLChunkDict(TypedDict):
    """What may be given for `ImageURLChunk`."""

    type: NotRequired[Literal["image_url"]]
    image_url: ImageURLChunkImageUrlParam


class ToolFileChunkDict(TypedDict):
    """What may be given for `ToolFileChunk`."""

    type: NotRequired[Literal["tool_file"]]
    tool: BuiltInConnectors
    file_id: str
    file_name: NotRequired[str | None]
    file_type: NotRequired[str | None]


class DocumentURLChunkDict(TypedDict):
    """What may be given for `DocumentURLChunk`."""

    type: NotRequired[Literal["document_url"]]
    document_url: str
    document_name: NotRequired[str | None]


class ToolReferenceChunkDict(TypedDict):
    """What may be given for `ToolReferenceChunk`."""

    type: NotRequired[Literal["tool_reference"]]
    tool: BuiltInConnectors
    title: str
    url: NotRequired[str | None]
    favicon: NotRequired[str | None]
    description: NotRequired[str | None]


class ReferenceChunkDict(TypedDict):
    """What may be given for `ReferenceChunk`."""

    type: NotRequired[Literal["reference"]]
    reference_ids: Sequence[int]


ThinkChunkThinkingItemParam: TypeAlias = (
    TextChunk
    | TextChunkDict
    | ToolReferenceChunk
    | ToolReferenceChunkDict
    | ReferenceChunk
    | ReferenceChunkDict
    | UnknownThinkChunkThinkingItem
)


class ThinkChunkDict(TypedDict):
    """What may be given for `ThinkChunk`."""

    type: NotRequired[Literal["thinking"]]
    thinking: Sequence[ThinkChunkThinkingItemParam]
    closed: NotRequired[bool]


MessageInputContentChunkParam: TypeAlias = (
    TextChunk
    | TextChunkDict
    | ImageURLChunk
    | ImageURLChunkDict
    | ToolFileChunk
    | ToolFileChunkDict
    | DocumentURLChunk
    | DocumentURLChunkDict
    | ThinkChunk
    | ThinkChunkDict
    | UnknownMessageInputContentChunk
)


MessageInputContentChunksParam: TypeAlias = Sequence[MessageInputContentChunkParam]


MessageInputEntryContentParam: TypeAlias = (
    str | MessageInputContentChunksParam | UnknownMessageInputEntryContent
)


class MessageInputEntryDict(TypedDict):
    """What may be given for `MessageInputEntry`."""

    object: NotRequired[Literal["entry"]]
    type: NotRequired[Literal["message.input"]]
    created_at: NotRequired[datetime.datetime | str]
    completed_at: NotRequired[datetime.datetime | str | None]
    id: NotRequired[str]
    role: MessageInputEntryRole
    content: MessageInputEntryContentParam
    prefix: NotRequired[bool]


OutputContentChunksParam: TypeAlias = (
    TextChunk
    | TextChunkDict
    | ImageURLChunk
    | ImageURLChunkDict
    | ToolFileChunk
    | ToolFileChunkDict
    | DocumentURLChunk
    | DocumentURLChunkDict
    | ThinkChunk
    | ThinkChunkDict
    | ToolReferenceChunk
    | ToolReferenceChunkDict
    | UnknownOutputContentChunks
)


MessageOutputContentChunkParam: TypeAlias = OutputContentChunksParam


MessageOutputContentChunksParam: TypeAlias = Sequence[MessageOutputContentChunkParam]


MessageOutputEntryContentParam: TypeAlias = (
    str | MessageOutputContentChunksParam | UnknownMessageOutputEntryContent
)


class MessageOutputEntryDict(TypedDict):
    """What may be given for `MessageOutputEntry`."""

    object: NotRequired[Literal["entry"]]
    type: NotRequired[Literal["message.output"]]
    created_at: NotRequired[datetime.datetime | str]
    completed_at: NotRequired[datetime.datetime | str | None]
    agent_id: NotRequired[str | None]
    model: NotRequired[str | None]
    id: NotRequired[str]
    role: NotRequired[Literal["assistant"]]
    content: MessageOutputEntryContentParam


class FunctionResultEntryDict(TypedDict):
    """What may be given for `FunctionResultEntry`."""

    object: NotRequired[Literal["entry"]]
    type: NotRequired[Literal["function.result"]]
    created_at: NotRequired[datetime.datetime | str]
    completed_at: NotRequired[datetime.datetime | str | None]
    id: NotRequired[str]
    tool_call_id: str
    result: str


FunctionCallEntryArgumentsParam: TypeAlias = (
    Mapping[str, Any] | str | UnknownFunctionCallEntryArguments
)


class FunctionCallEntryDict(TypedDict):
    """What may be given for `FunctionCallEntry`."""

    object: NotRequired[Literal["entry"]]
    type: NotRequired[Literal["function.call"]]
    created_at: NotRequired[datetime.datetime | str]
    completed_at: NotRequired[datetime.datetime | str | None]
    agent_id: NotRequired[str | None]
    model: NotRequired[str | None]
    id: NotRequired[str]
    tool_call_id: str
    name: str
    arguments: FunctionCallEntryArgumentsParam
    confirmation_status: NotRequired[FunctionCallEntryConfirmationStatus | None]


ToolExecutionInfoParam: TypeAlias = Mapping[str, Any]


class ToolExecutionEntryDict(TypedDict):
    """What may be given for `ToolExecutionEntry`."""

    object: NotRequired[Literal["entry"]]
    type: NotRequired[Literal["tool.execution"]]
    created_at: NotRequired[datetime.datetime | str]
    completed_at: NotRequired[datetime.datetime | str | None]
    agent_id: NotRequired[str | None]
    model: NotRequired[str | None]
    id: NotRequired[str]
    name: BuiltInConnectors
    arguments: str
    info: NotRequired[ToolExecutionInfoParam]


class AgentHandoffEntryDict(TypedDict):
    """What may be given for `AgentHandoffEntry`."""

    object: NotRequired[Literal["entry"]]
    type: NotRequired[Literal["agent.handoff"]]
    created_at: NotRequired[datetime.datetime | str]
    completed_at: NotRequired[datetime.datetime | str | None]
    id: NotRequired[str]
    previous_agent_id: str
    previous_agent_name: str
    next_agent_id: str
    next_agent_name: str


InputEntryParam: TypeAlias = (
    MessageInputEntry
    | MessageInputEntryDict
    | MessageOutputEntry
    | MessageOutputEntryDict
    | FunctionResultEntry
    | FunctionResultEntryDict
    | FunctionCallEntry
    | FunctionCallEntryDict
    | ToolExecutionEntry
    | ToolExecutionEntryDict
    | AgentHandoffEntry
    | AgentHandoffEntryDict
    | UnknownInputEntry
)


InputEntriesParam: TypeAlias = Sequence[InputEntryParam]


ConversationInputsParam: TypeAlias = str | InputEntriesParam | UnknownConversationInputs


class FunctionDict(TypedDict):
    """What may be given for `Function`."""

    name: str
    description: NotRequired[str]
    strict: NotRequired[bool]
    parameters: Mapping[str, Any]


class FunctionToolDict(TypedDict):
    """What may be given for `FunctionTool`."""

    type: NotRequired[Literal["function"]]
    function: Function | FunctionDict


class ToolConfigurationDict(TypedDict):
    """What may be given for `ToolConfiguration`."""

    exclude: NotRequired[Sequence[str] | None]
    include: NotRequired[Sequence[str] | None]
    requires_confirmation: NotRequired[Sequence[str] | None]


class WebSearchToolDict(TypedDict):
    """What may be given for `WebSearchTool`."""

    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]
    type: NotRequired[Literal["web_search"]]


class WebSearchPremiumToolDict(TypedDict):
    """What may be given for `WebSearchPremiumTool`."""

    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]
    type: NotRequired[Literal["web_search_premium"]]


class CodeInterpreterToolDict(TypedDict):
    """What may be given for `CodeInterpreterTool`."""

    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]
    type: NotRequired[Literal["code_interpreter"]]


class ImageGenerationToolDict(TypedDict):
    """What may be given for `ImageGenerationTool`."""

    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]
    type: NotRequired[Literal["image_generation"]]


class DocumentLibraryToolDict(TypedDict):
    """What may be given for `DocumentLibraryTool`."""

    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]
    type: NotRequired[Literal["document_library"]]
    library_ids: Sequence[str]


class OAuth2TokenAuthDict(TypedDict):
    """What may be given for `OAuth2TokenAuth`."""

    type: NotRequired[Literal["oauth2-token"]]
    value: str


class APIKeyAuthDict(TypedDict):
    """What may be given for `APIKeyAuth`."""

    type: NotRequired[Literal["api-key"]]
    value: str


CustomConnectorAuthorizationParam: TypeAlias = (
    OAuth2TokenAuth
    | OAuth2TokenAuthDict
    | APIKeyAuth
    | APIKeyAuthDict
    | UnknownCustomConnectorAuthorization
)


class CustomConnectorDict(TypedDict):
    """What may be given for `CustomConnector`."""

    type: NotRequired[Literal["connector"]]
    connector_id: str
    authorization: NotRequired[CustomConnectorAuthorizationParam | None]
    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]


ConversationRequestBaseToolParam: TypeAlias = (
    FunctionTool
    | FunctionToolDict
    | WebSearchTool
    | WebSearchToolDict
    | WebSearchPremiumTool
    | WebSearchPremiumToolDict
    | CodeInterpreterTool
    | CodeInterpreterToolDict
    | ImageGenerationTool
    | ImageGenerationToolDict
    | DocumentLibraryTool
    | DocumentLibraryToolDict
    | CustomConnector
    | CustomConnectorDict
    | UnknownConversationRequestBaseTool
)


CompletionArgsStopParam: TypeAlias = str | Sequence[str] | UnknownCompletionArgsStop


class PredictionDict(TypedDict):
    """What may be given for `Prediction`."""

    type: NotRequired[Literal["content"]]
    content: NotRequired[str]


class JsonSchemaDict(TypedDict):
    """What may be given for `JsonSchema`."""

    name: str
    description: NotRequired[str | None]
    schema: Mapping[str, Any]
    strict: NotRequired[bool]


class ResponseFormatDict(TypedDict):
    """What may be given for `ResponseFormat`."""

    type: NotRequired[ResponseFormats]
    json_schema: NotRequired[JsonSchema | JsonSchemaDict | None]


class CompletionArgsDict(TypedDict):
    """What may be given for `CompletionArgs`."""

    stop: NotRequired[CompletionArgsStopParam | None]
    presence_penalty: NotRequired[float | None]
    frequency_penalty: NotRequired[float | None]
    temperature: NotRequired[float | None]
    top_p: NotRequired[float | None]
    max_tokens: NotRequired[int | None]
    random_seed: NotRequired[int | None]
    prediction: NotRequired[Prediction | PredictionDict | None]
    response_format: NotRequired[ResponseFormat | ResponseFormatDict | None]
    tool_choice: NotRequired[ToolChoiceEnum]
    reasoning_effort: NotRequired[CompletionArgsReasoningEffort | None]


class ModerationLLMV1CategoryThresholdsDict(TypedDict):
    """What may be given for `ModerationLLMV1CategoryThresholds`."""

    sexual: NotRequired[float | None]
    hate_and_discrimination: NotRequired[float | None]
    violence_and_threats: NotRequired[float | None]
    dangerous_and_criminal_content: NotRequired[float | None]
    selfharm: NotRequired[float | None]
    health: NotRequired[float | None]
    financial: NotRequired[float | None]
    law: NotRequired[float | None]
    pii: NotRequired[float | None]


class ModerationLLMV1ConfigDict(TypedDict):
    """What may be given for `ModerationLLMV1Config`."""

    model_name: NotRequired[str]
    custom_category_thresholds: NotRequired[
        ModerationLLMV1CategoryThresholds | ModerationLLMV1CategoryThresholdsDict | None
    ]
    ignore_other_categories: NotRequired[bool]
    action: NotRequired[ModerationLLMAction]


class ModerationLLMV2CategoryThresholdsDict(TypedDict):
    """What may be given for `ModerationLLMV2CategoryThresholds`."""

    sexual: NotRequired[float | None]
    hate_and_discrimination: NotRequired[float | None]
    violence_and_threats: NotRequired[float | None]
    dangerous: NotRequired[float | None]
    criminal: NotRequired[float | None]
    selfharm: NotRequired[float | None]
    health: NotRequired[float | None]
    financial: NotRequired[float | None]
    law: NotRequired[float | None]
    pii: NotRequired[float | None]
    jailbreaking: NotRequired[float | None]


class ModerationLLMV2ConfigDict(TypedDict):
    """What may be given for `ModerationLLMV2Config`."""

    model_name: NotRequired[str]
    custom_category_thresholds: NotRequired[
        ModerationLLMV2CategoryThresholds | ModerationLLMV2CategoryThresholdsDict | None
    ]
    ignore_other_categories: NotRequired[bool]
    action: NotRequired[ModerationLLMAction]


class GuardrailConfigDict(TypedDict):
    """What may be given for `GuardrailConfig`."""

    block_on_error: NotRequired[bool]
    moderation_llm_v1: NotRequired[
        ModerationLLMV1Config | ModerationLLMV1ConfigDict | None
    ]
    moderation_llm_v2: NotRequired[
        ModerationLLMV2Config | ModerationLLMV2ConfigDict | None
    ]


MetadataDictParam: TypeAlias = Mapping[str, Any]


class ConversationRequestBaseDict(TypedDict):
    """What may be given for `ConversationRequestBase`."""

    inputs: ConversationInputsParam
    stream: NotRequired[bool | None]
    store: NotRequired[bool | None]
    handoff_execution: NotRequired[ConversationRequestBaseHandoffExecution | None]
    instructions: NotRequired[str | None]
    tools: NotRequired[Sequence[ConversationRequestBaseToolParam] | None]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict | None]
    guardrails: NotRequired[Sequence[GuardrailConfig | GuardrailConfigDict] | None]
    name: NotRequired[str | None]
    description: NotRequired[str | None]
    metadata: NotRequired[MetadataDictParam | None]
    agent_id: NotRequired[str | None]
    agent_version: NotRequired[str | int | None]
    model: NotRequired[str | None]


class ConversationRequestDict(TypedDict):
    """What may be given for `ConversationRequest`."""

    inputs: ConversationInputsParam
    stream: NotRequired[Literal[False]]
    store: NotRequired[bool | None]
    handoff_execution: NotRequired[ConversationRequestBaseHandoffExecution | None]
    instructions: NotRequired[str | None]
    tools: NotRequired[Sequence[ConversationRequestBaseToolParam] | None]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict | None]
    guardrails: NotRequired[Sequence[GuardrailConfig | GuardrailConfigDict] | None]
    name: NotRequired[str | None]
    description: NotRequired[str | None]
    metadata: NotRequired[MetadataDictParam | None]
    agent_id: NotRequired[str | None]
    agent_version: NotRequired[str | int | None]
    model: NotRequired[str | None]


class ConversationStreamRequestDict(TypedDict):
    """What may be given for `ConversationStreamRequest`."""

    inputs: ConversationInputsParam
    stream: NotRequired[Literal[True]]
    store: NotRequired[bool | None]
    handoff_execution: NotRequired[ConversationRequestBaseHandoffExecution | None]
    instructions: NotRequired[str | None]
    tools: NotRequired[Sequence[ConversationRequestBaseToolParam] | None]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict | None]
    guardrails: NotRequired[Sequence[GuardrailConfig | GuardrailConfigDict] | None]
    name: NotRequired[str | None]
    description: NotRequired[str | None]
    metadata: NotRequired[MetadataDictParam | None]
    agent_id: NotRequired[str | None]
    agent_version: NotRequired[str | int | None]
    model: NotRequired[str | None]


class ToolCallConfirmationDict(TypedDict):
    """What may be given for `ToolCallConfirmation`."""

    tool_call_id: str
    confirmation: ToolCallConfirmationConfirmation


class ConversationAppendRequestBaseDict(TypedDict):
    """What may be given for `ConversationAppendRequestBase`."""

    inputs: NotRequired[ConversationInputsParam]
    stream: NotRequired[bool]
    store: NotRequired[bool]
    handoff_execution: NotRequired[ConversationAppendRequestBaseHandoffExecution]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict]
    tool_confirmations: NotRequired[
        Sequence[ToolCallConfirmation | ToolCallConfirmationDict] | None
    ]


class ConversationAppendRequestDict(TypedDict):
    """What may be given for `ConversationAppendRequest`."""

    inputs: NotRequired[ConversationInputsParam]
    stream: NotRequired[Literal[False]]
    store: NotRequired[bool]
    handoff_execution: NotRequired[ConversationAppendRequestBaseHandoffExecution]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict]
    tool_confirmations: NotRequired[
        Sequence[ToolCallConfirmation | ToolCallConfirmationDict] | None
    ]


class ConversationAppendStreamRequestDict(TypedDict):
    """What may be given for `ConversationAppendStreamRequest`."""

    inputs: NotRequired[ConversationInputsParam]
    stream: NotRequired[Literal[True]]
    store: NotRequired[bool]
    handoff_execution: NotRequired[ConversationAppendRequestBaseHandoffExecution]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict]
    tool_confirmations: NotRequired[
        Sequence[ToolCallConfirmation | ToolCallConfirmationDict] | None
    ]


class ConversationRestartRequestBaseDict(TypedDict):
    """What may be given for `ConversationRestartRequestBase`."""

    inputs: NotRequired[ConversationInputsParam]
    stream: NotRequired[bool]
    store: NotRequired[bool]
    handoff_execution: NotRequired[ConversationRestartRequestBaseHandoffExecution]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict]
    guardrails: NotRequired[Sequence[GuardrailConfig | GuardrailConfigDict] | None]
    metadata: NotRequired[MetadataDictParam | None]
    from_entry_id: str
    agent_version: NotRequired[str | int | None]


class ConversationRestartRequestDict(TypedDict):
    """What may be given for `ConversationRestartRequest`."""

    inputs: NotRequired[ConversationInputsParam]
    stream: NotRequired[Literal[False]]
    store: NotRequired[bool]
    handoff_execution: NotRequired[ConversationRestartRequestBaseHandoffExecution]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict]
    guardrails: NotRequired[Sequence[GuardrailConfig | GuardrailConfigDict] | None]
    metadata: NotRequired[MetadataDictParam | None]
    from_entry_id: str
    agent_version: NotRequired[str | int | None]


class ConversationRestartStreamRequestDict(TypedDict):
    """What may be given for `ConversationRestartStreamRequest`."""

    inputs: NotRequired[ConversationInputsParam]
    stream: NotRequired[Literal[True]]
    store: NotRequired[bool]
    handoff_execution: NotRequired[ConversationRestartRequestBaseHandoffExecution]
    completion_args: NotRequired[CompletionArgs | CompletionArgsDict]
    guardrails: NotRequired[Sequence[GuardrailConfig | GuardrailConfigDict] | None]
    metadata: NotRequired[MetadataDictParam | None]
    from_entry_id: str
    agent_version: NotRequired[str | int | None]


AgentCreationRequestToolParam: TypeAlias = ConversationRequestBaseToolParam


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


AgentUpdateRequestToolParam: TypeAlias = ConversationRequestBaseToolParam


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
