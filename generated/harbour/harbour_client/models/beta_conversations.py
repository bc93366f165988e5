"""Models that only `beta_conversations` uses."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field
from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import (
    Constant,
    Lenient,
    OpenUnion,
    UnknownMember,
    UnrecognizedStr,
)
from .._runtime.models import Model

MessageInputEntryRole: TypeAlias = Literal["assistant", "user"] | UnrecognizedStr
"""Who speaks."""


class TextChunk(Model, constants=("type",), closed=True):
    """Text within a message."""

    type: Annotated[Literal["text"], Constant()] = "text"
    """Always `text`."""

    text: str
    """The text."""


class TextChunkDict(TypedDict):
    """What may be given for `TextChunk`."""

    type: NotRequired[Literal["text"]]
    text: str


ImageDetail: TypeAlias = Literal["low", "auto", "high"] | UnrecognizedStr
"""How closely a picture is looked at. More detail costs more tokens."""


class ImageURL(Model, closed=True):
    """Where a picture is, and how closely to look at it."""

    url: str
    """A web address, or a `data:` URL that holds the picture itself."""

    detail: ImageDetail | None = None
    """How closely the model looks."""


class ImageURLDict(TypedDict):
    """What may be given for `ImageURL`."""

    url: str
    detail: NotRequired[ImageDetail | None]


class UnknownImageURLChunkImageUrl(UnknownMember):
    """A kind of `ImageURLChunkImageUrl` that this client does not know yet: `raw` holds
    it.
    """


ImageURLChunkImageUrl: TypeAlias = Annotated[
    ImageURL | str | UnknownImageURLChunkImageUrl,
    OpenUnion(unknown=UnknownImageURLChunkImageUrl),
]
"""The picture, as a bare URL or together with the wanted level of detail."""

ImageURLChunkImageUrlParam: TypeAlias = (
    ImageURL | ImageURLDict | str | UnknownImageURLChunkImageUrl
)


class ImageURLChunk(Model, constants=("type",), closed=True):
    """A picture within a message."""

    type: Annotated[Literal["image_url"], Constant()] = "image_url"
    """Always `image_url`."""

    image_url: ImageURLChunkImageUrl
    """The picture, as a bare URL or together with the wanted level of detail."""


class ImageURLChunkDict(TypedDict):
    """What may be given for `ImageURLChunk`."""

    type: NotRequired[Literal["image_url"]]
    image_url: ImageURLChunkImageUrlParam


BuiltInConnectors: TypeAlias = (
    Literal[
        "web_search",
        "web_search_premium",
        "code_interpreter",
        "image_generation",
        "document_library",
    ]
    | UnrecognizedStr
)
"""Names of the tools that the service itself provides."""


class ToolFileChunk(Model, constants=("type",), closed=True):
    """A file that a tool made. Its contents are fetched from the Files API."""

    type: Annotated[Literal["tool_file"], Constant()] = "tool_file"
    """Always `tool_file`."""

    tool: BuiltInConnectors
    """The tool that made the file."""

    file_id: str
    """Identifies the file in the Files API."""

    file_name: str | None = None
    """A name to save the file under."""

    file_type: str | None = None
    """Kind of file, such as `png`."""


class ToolFileChunkDict(TypedDict):
    """What may be given for `ToolFileChunk`."""

    type: NotRequired[Literal["tool_file"]]
    tool: BuiltInConnectors
    file_id: str
    file_name: NotRequired[str | None]
    file_type: NotRequired[str | None]


class DocumentURLChunk(Model, constants=("type",), closed=True):
    """A document within a message."""

    type: Annotated[Literal["document_url"], Constant()] = "document_url"
    """Always `document_url`."""

    document_url: str
    """A web address, or a `data:` URL that holds the document itself."""

    document_name: str | None = None
    """Name of the file."""


class DocumentURLChunkDict(TypedDict):
    """What may be given for `DocumentURLChunk`."""

    type: NotRequired[Literal["document_url"]]
    document_url: str
    document_name: NotRequired[str | None]


class ToolReferenceChunk(Model, constants=("type",), closed=True):
    """A source that a tool found and that the text before it relies on."""

    type: Annotated[Literal["tool_reference"], Constant()] = "tool_reference"
    """Always `tool_reference`."""

    tool: BuiltInConnectors
    """The tool that found the source."""

    title: str
    """Title of the source."""

    url: str | None = None
    """Where to read the source."""

    favicon: str | None = None
    """Icon of the site that has the source."""

    description: str | None = None
    """What the source is about."""


class ToolReferenceChunkDict(TypedDict):
    """What may be given for `ToolReferenceChunk`."""

    type: NotRequired[Literal["tool_reference"]]
    tool: BuiltInConnectors
    title: str
    url: NotRequired[str | None]
    favicon: NotRequired[str | None]
    description: NotRequired[str | None]


class ReferenceChunk(Model, constants=("type",), closed=True):
    """Points at sources by number."""

    type: Annotated[Literal["reference"], Constant()] = "reference"
    """Always `reference`."""

    reference_ids: list[int]
    """Numbers of the sources."""


class ReferenceChunkDict(TypedDict):
    """What may be given for `ReferenceChunk`."""

    type: NotRequired[Literal["reference"]]
    reference_ids: Sequence[int]


class UnknownThinkChunkThinkingItem(UnknownMember):
    """A kind of `ThinkChunkThinkingItem` that this client does not know yet: `raw`
    holds it.
    """


ThinkChunkThinkingItem: TypeAlias = Annotated[
    TextChunk | ToolReferenceChunk | ReferenceChunk | UnknownThinkChunkThinkingItem,
    OpenUnion(
        "type",
        {
            "text": TextChunk,
            "tool_reference": ToolReferenceChunk,
            "reference": ReferenceChunk,
        },
        unknown=UnknownThinkChunkThinkingItem,
    ),
]

ThinkChunkThinkingItemParam: TypeAlias = (
    TextChunk
    | TextChunkDict
    | ToolReferenceChunk
    | ToolReferenceChunkDict
    | ReferenceChunk
    | ReferenceChunkDict
    | UnknownThinkChunkThinkingItem
)


class ThinkChunk(Model, constants=("type",), closed=True, not_null=("closed",)):
    """Thoughts of a reasoning model on the way to its answer."""

    type: Annotated[Literal["thinking"], Constant()] = "thinking"
    """Always `thinking`."""

    thinking: list[ThinkChunkThinkingItem]
    """The thoughts: text, with the sources they rely on."""

    closed: bool = True
    """Whether the thinking has come to an end. Set it to `false` to have the model go
    on with these thoughts.
    """


class ThinkChunkDict(TypedDict):
    """What may be given for `ThinkChunk`."""

    type: NotRequired[Literal["thinking"]]
    thinking: Sequence[ThinkChunkThinkingItemParam]
    closed: NotRequired[bool]


class UnknownMessageInputContentChunk(UnknownMember):
    """A kind of `MessageInputContentChunk` that this client does not know yet: `raw`
    holds it.
    """


MessageInputContentChunk: TypeAlias = Annotated[
    TextChunk
    | ImageURLChunk
    | ToolFileChunk
    | DocumentURLChunk
    | ThinkChunk
    | UnknownMessageInputContentChunk,
    OpenUnion(
        "type",
        {
            "text": TextChunk,
            "image_url": ImageURLChunk,
            "tool_file": ToolFileChunk,
            "document_url": DocumentURLChunk,
            "thinking": ThinkChunk,
        },
        unknown=UnknownMessageInputContentChunk,
    ),
]

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

MessageInputContentChunks: TypeAlias = list[MessageInputContentChunk]
"""The parts of a message given to the model."""

MessageInputContentChunksParam: TypeAlias = Sequence[MessageInputContentChunkParam]


class UnknownMessageInputEntryContent(UnknownMember):
    """A kind of `MessageInputEntryContent` that this client does not know yet: `raw`
    holds it.
    """


MessageInputEntryContent: TypeAlias = Annotated[
    str | MessageInputContentChunks | UnknownMessageInputEntryContent,
    OpenUnion(unknown=UnknownMessageInputEntryContent),
]
"""The message: text, or a list of chunks when it holds more than text."""

MessageInputEntryContentParam: TypeAlias = (
    str | MessageInputContentChunksParam | UnknownMessageInputEntryContent
)


class MessageInputEntry(
    Model,
    constants=("object", "type"),
    closed=True,
    not_null=("created_at", "id", "prefix"),
):
    """A message given to the model: by the user, or in the name of the assistant to set
    an example.
    """

    object: Annotated[Literal["entry"], Constant()] = "entry"
    """Always `entry`."""

    type: Annotated[Literal["message.input"], Constant()] = "message.input"
    """Always `message.input`."""

    created_at: datetime.datetime | None = None
    """When the entry was begun."""

    completed_at: datetime.datetime | None = None
    """When the entry was finished; null or absent while it is not."""

    id: str | None = None
    """Identifies the entry within the service. Pass it as `from_entry_id` to branch off
    here.
    """

    role: MessageInputEntryRole
    """Who speaks."""

    content: MessageInputEntryContent
    """The message: text, or a list of chunks when it holds more than text."""

    prefix: bool = False
    """For a last message of the assistant: whether the answer must begin with this very
    content.
    """


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


class UnknownOutputContentChunks(UnknownMember):
    """A kind of `OutputContentChunks` that this client does not know yet: `raw` holds
    it.
    """


OutputContentChunks: TypeAlias = Annotated[
    TextChunk
    | ImageURLChunk
    | ToolFileChunk
    | DocumentURLChunk
    | ThinkChunk
    | ToolReferenceChunk
    | UnknownOutputContentChunks,
    OpenUnion(
        "type",
        {
            "text": TextChunk,
            "image_url": ImageURLChunk,
            "tool_file": ToolFileChunk,
            "document_url": DocumentURLChunk,
            "thinking": ThinkChunk,
            "tool_reference": ToolReferenceChunk,
        },
        unknown=UnknownOutputContentChunks,
    ),
]
"""One part of a message while it is being streamed."""

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

MessageOutputContentChunk: TypeAlias = OutputContentChunks
UnknownMessageOutputContentChunk: TypeAlias = UnknownOutputContentChunks
MessageOutputContentChunkParam: TypeAlias = OutputContentChunksParam

MessageOutputContentChunks: TypeAlias = list[MessageOutputContentChunk]
"""The parts of a message written by the model."""

MessageOutputContentChunksParam: TypeAlias = Sequence[MessageOutputContentChunkParam]


class UnknownMessageOutputEntryContent(UnknownMember):
    """A kind of `MessageOutputEntryContent` that this client does not know yet: `raw`
    holds it.
    """


MessageOutputEntryContent: TypeAlias = Annotated[
    str | MessageOutputContentChunks | UnknownMessageOutputEntryContent,
    OpenUnion(unknown=UnknownMessageOutputEntryContent),
]
"""The message: text, or a list of chunks when it holds more than text."""

MessageOutputEntryContentParam: TypeAlias = (
    str | MessageOutputContentChunksParam | UnknownMessageOutputEntryContent
)


class MessageOutputEntry(
    Model,
    constants=("object", "type", "role"),
    closed=True,
    not_null=("created_at", "id"),
):
    """A message that the model wrote."""

    object: Annotated[Literal["entry"], Constant()] = "entry"
    """Always `entry`."""

    type: Annotated[Literal["message.output"], Constant()] = "message.output"
    """Always `message.output`."""

    created_at: datetime.datetime | None = None
    """When the entry was begun."""

    completed_at: datetime.datetime | None = None
    """When the entry was finished; null or absent while it is not."""

    agent_id: str | None = None
    """The agent that produced the entry, if one did."""

    model: str | None = None
    """The model that produced the entry, if one did."""

    id: str | None = None
    """Identifies the entry within the service. Pass it as `from_entry_id` to branch off
    here.
    """

    role: Annotated[Literal["assistant"], Constant()] = "assistant"
    """Always `assistant`."""

    content: MessageOutputEntryContent
    """The message: text, or a list of chunks when it holds more than text."""


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


class FunctionResultEntry(
    Model, constants=("object", "type"), closed=True, not_null=("created_at", "id")
):
    """What a function returned, given to the model by the caller."""

    object: Annotated[Literal["entry"], Constant()] = "entry"
    """Always `entry`."""

    type: Annotated[Literal["function.result"], Constant()] = "function.result"
    """Always `function.result`."""

    created_at: datetime.datetime | None = None
    """When the entry was begun."""

    completed_at: datetime.datetime | None = None
    """When the entry was finished; null or absent while it is not."""

    id: str | None = None
    """Identifies the entry within the service. Pass it as `from_entry_id` to branch off
    here.
    """

    tool_call_id: str
    """The call that this answers."""

    result: str
    """The result as text; JSON is a good choice."""


class FunctionResultEntryDict(TypedDict):
    """What may be given for `FunctionResultEntry`."""

    object: NotRequired[Literal["entry"]]
    type: NotRequired[Literal["function.result"]]
    created_at: NotRequired[datetime.datetime | str]
    completed_at: NotRequired[datetime.datetime | str | None]
    id: NotRequired[str]
    tool_call_id: str
    result: str


class UnknownFunctionCallEntryArguments(UnknownMember):
    """A kind of `FunctionCallEntryArguments` that this client does not know yet: `raw`
    holds it.
    """


FunctionCallEntryArguments: TypeAlias = Annotated[
    dict[str, Any] | str | UnknownFunctionCallEntryArguments,
    OpenUnion(unknown=UnknownFunctionCallEntryArguments),
]
"""Arguments of a function: a JSON object, or the same as text, which is what models
write and which may be malformed.
"""

FunctionCallEntryArgumentsParam: TypeAlias = (
    Mapping[str, Any] | str | UnknownFunctionCallEntryArguments
)

FunctionCallEntryConfirmationStatus: TypeAlias = (
    Literal["pending", "allowed", "denied"] | UnrecognizedStr
)


class FunctionCallEntry(
    Model, constants=("object", "type"), closed=True, not_null=("created_at", "id")
):
    """The model asks for a function to be run. Answer with a function result that has
    the same `tool_call_id`.
    """

    object: Annotated[Literal["entry"], Constant()] = "entry"
    """Always `entry`."""

    type: Annotated[Literal["function.call"], Constant()] = "function.call"
    """Always `function.call`."""

    created_at: datetime.datetime | None = None
    """When the entry was begun."""

    completed_at: datetime.datetime | None = None
    """When the entry was finished; null or absent while it is not."""

    agent_id: str | None = None
    """The agent that produced the entry, if one did."""

    model: str | None = None
    """The model that produced the entry, if one did."""

    id: str | None = None
    """Identifies the entry within the service. Pass it as `from_entry_id` to branch off
    here.
    """

    tool_call_id: str
    """Ties the call to its result."""

    name: str
    """The function to run."""

    arguments: FunctionCallEntryArguments
    """What to run it with."""

    confirmation_status: FunctionCallEntryConfirmationStatus | None = None
    """Where the approval of the call stands, if it needs any."""


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


ToolExecutionInfo: TypeAlias = dict[str, Any]
"""What a tool reports about a run. Keys differ from tool to tool."""

ToolExecutionInfoParam: TypeAlias = Mapping[str, Any]


class ToolExecutionEntry(
    Model,
    constants=("object", "type"),
    closed=True,
    not_null=("created_at", "id", "info"),
):
    """A tool that the service ran on behalf of the model."""

    object: Annotated[Literal["entry"], Constant()] = "entry"
    """Always `entry`."""

    type: Annotated[Literal["tool.execution"], Constant()] = "tool.execution"
    """Always `tool.execution`."""

    created_at: datetime.datetime | None = None
    """When the entry was begun."""

    completed_at: datetime.datetime | None = None
    """When the entry was finished; null or absent while it is not."""

    agent_id: str | None = None
    """The agent that produced the entry, if one did."""

    model: str | None = None
    """The model that produced the entry, if one did."""

    id: str | None = None
    """Identifies the entry within the service. Pass it as `from_entry_id` to branch off
    here.
    """

    name: BuiltInConnectors
    """The tool: a built-in one or the name of a connector."""

    arguments: str
    """What the tool was run with, as JSON text."""

    info: ToolExecutionInfo | None = None
    """What the tool reported."""


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


class AgentHandoffEntry(
    Model, constants=("object", "type"), closed=True, not_null=("created_at", "id")
):
    """The moment at which one agent passed the conversation on to another."""

    object: Annotated[Literal["entry"], Constant()] = "entry"
    """Always `entry`."""

    type: Annotated[Literal["agent.handoff"], Constant()] = "agent.handoff"
    """Always `agent.handoff`."""

    created_at: datetime.datetime | None = None
    """When the entry was begun."""

    completed_at: datetime.datetime | None = None
    """When the entry was finished; null or absent while it is not."""

    id: str | None = None
    """Identifies the entry within the service. Pass it as `from_entry_id` to branch off
    here.
    """

    previous_agent_id: str
    """Id of the agent that handed over."""

    previous_agent_name: str
    """Name of the agent that handed over."""

    next_agent_id: str
    """Id of the agent that took over."""

    next_agent_name: str
    """Name of the agent that took over."""


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


class UnknownInputEntry(UnknownMember):
    """A kind of `InputEntry` that this client does not know yet: `raw` holds it."""


InputEntry: TypeAlias = Annotated[
    MessageInputEntry
    | MessageOutputEntry
    | FunctionResultEntry
    | FunctionCallEntry
    | ToolExecutionEntry
    | AgentHandoffEntry
    | UnknownInputEntry,
    OpenUnion(
        "type",
        {
            "message.input": MessageInputEntry,
            "message.output": MessageOutputEntry,
            "function.result": FunctionResultEntry,
            "function.call": FunctionCallEntry,
            "tool.execution": ToolExecutionEntry,
            "agent.handoff": AgentHandoffEntry,
        },
        unknown=UnknownInputEntry,
    ),
]

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

InputEntries: TypeAlias = list[InputEntry]
"""Entries to add to a conversation. Messages and function results are the usual ones;
entries of an earlier history may be passed in as they came.
"""

InputEntriesParam: TypeAlias = Sequence[InputEntryParam]


class UnknownConversationInputs(UnknownMember):
    """A kind of `ConversationInputs` that this client does not know yet: `raw` holds
    it.
    """


ConversationInputs: TypeAlias = Annotated[
    str | InputEntries | UnknownConversationInputs,
    OpenUnion(unknown=UnknownConversationInputs),
]
"""Input to a conversation: plain text, which stands for one message of the user, or a
list of entries.
"""

ConversationInputsParam: TypeAlias = str | InputEntriesParam | UnknownConversationInputs

ConversationRequestBaseHandoffExecution: TypeAlias = (
    Literal["client", "server"] | UnrecognizedStr
)


class Function(Model, closed=True, not_null=("description", "strict")):
    """Declares a function to the model."""

    name: str
    """What the model calls the function by; it comes back in the call."""

    description: str = ""
    """When and why to use the function. The model decides by this text."""

    strict: bool = False
    """Whether the arguments must follow the schema to the letter."""

    parameters: dict[str, Any]
    """JSON Schema of the arguments, an object at the top."""


class FunctionDict(TypedDict):
    """What may be given for `Function`."""

    name: str
    description: NotRequired[str]
    strict: NotRequired[bool]
    parameters: Mapping[str, Any]


class FunctionTool(Model, constants=("type",), closed=True):
    """Lets the model ask for a function that the caller runs."""

    type: Annotated[Literal["function"], Constant()] = "function"
    """Always `function`."""

    function: Function
    """What the function is called and what it takes."""


class FunctionToolDict(TypedDict):
    """What may be given for `FunctionTool`."""

    type: NotRequired[Literal["function"]]
    function: Function | FunctionDict


class ToolConfiguration(Model, closed=True):
    """Narrows down what a tool may do."""

    exclude: list[str] | None = None
    """Names of functions that may not be used."""

    include: list[str] | None = None
    """Names of the only functions that may be used."""

    requires_confirmation: list[str] | None = None
    """Names of functions that wait for the approval of the caller before they run."""


class ToolConfigurationDict(TypedDict):
    """What may be given for `ToolConfiguration`."""

    exclude: NotRequired[Sequence[str] | None]
    include: NotRequired[Sequence[str] | None]
    requires_confirmation: NotRequired[Sequence[str] | None]


class WebSearchTool(Model, constants=("type",), closed=True):
    """Lets the model search the web."""

    tool_configuration: ToolConfiguration | None = None
    """Which functions of the tool may be used, and which need approval first."""

    type: Annotated[Literal["web_search"], Constant()] = "web_search"
    """Always `web_search`."""


class WebSearchToolDict(TypedDict):
    """What may be given for `WebSearchTool`."""

    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]
    type: NotRequired[Literal["web_search"]]


class WebSearchPremiumTool(Model, constants=("type",), closed=True):
    """Lets the model search the web and the archives of news agencies."""

    tool_configuration: ToolConfiguration | None = None
    """Which functions of the tool may be used, and which need approval first."""

    type: Annotated[Literal["web_search_premium"], Constant()] = "web_search_premium"
    """Always `web_search_premium`."""


class WebSearchPremiumToolDict(TypedDict):
    """What may be given for `WebSearchPremiumTool`."""

    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]
    type: NotRequired[Literal["web_search_premium"]]


class CodeInterpreterTool(Model, constants=("type",), closed=True):
    """Lets the model write code and run it in a sandbox."""

    tool_configuration: ToolConfiguration | None = None
    """Which functions of the tool may be used, and which need approval first."""

    type: Annotated[Literal["code_interpreter"], Constant()] = "code_interpreter"
    """Always `code_interpreter`."""


class CodeInterpreterToolDict(TypedDict):
    """What may be given for `CodeInterpreterTool`."""

    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]
    type: NotRequired[Literal["code_interpreter"]]


class ImageGenerationTool(Model, constants=("type",), closed=True):
    """Lets the model draw pictures."""

    tool_configuration: ToolConfiguration | None = None
    """Which functions of the tool may be used, and which need approval first."""

    type: Annotated[Literal["image_generation"], Constant()] = "image_generation"
    """Always `image_generation`."""


class ImageGenerationToolDict(TypedDict):
    """What may be given for `ImageGenerationTool`."""

    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]
    type: NotRequired[Literal["image_generation"]]


class DocumentLibraryTool(Model, constants=("type",), closed=True):
    """Lets the model search documents that were uploaded to libraries."""

    tool_configuration: ToolConfiguration | None = None
    """Which functions of the tool may be used, and which need approval first."""

    type: Annotated[Literal["document_library"], Constant()] = "document_library"
    """Always `document_library`."""

    library_ids: list[str]
    """The libraries to search, one at least.

    Not empty.
    """


class DocumentLibraryToolDict(TypedDict):
    """What may be given for `DocumentLibraryTool`."""

    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]
    type: NotRequired[Literal["document_library"]]
    library_ids: Sequence[str]


class OAuth2TokenAuth(Model, constants=("type",), closed=True):
    """Authorizes calls to a connector with an OAuth 2 access token."""

    type: Annotated[Literal["oauth2-token"], Constant()] = "oauth2-token"
    """Always `oauth2-token`."""

    value: str
    """The access token. Treat it as a secret."""


class OAuth2TokenAuthDict(TypedDict):
    """What may be given for `OAuth2TokenAuth`."""

    type: NotRequired[Literal["oauth2-token"]]
    value: str


class APIKeyAuth(Model, constants=("type",), closed=True):
    """Authorizes calls to a connector with an API key."""

    type: Annotated[Literal["api-key"], Constant()] = "api-key"
    """Always `api-key`."""

    value: str
    """The key. Treat it as a secret."""


class APIKeyAuthDict(TypedDict):
    """What may be given for `APIKeyAuth`."""

    type: NotRequired[Literal["api-key"]]
    value: str


class UnknownCustomConnectorAuthorization(UnknownMember):
    """A kind of `CustomConnectorAuthorization` that this client does not know yet:
    `raw` holds it.
    """


CustomConnectorAuthorization: TypeAlias = Annotated[
    OAuth2TokenAuth | APIKeyAuth | UnknownCustomConnectorAuthorization,
    OpenUnion(
        "type",
        {"oauth2-token": OAuth2TokenAuth, "api-key": APIKeyAuth},
        unknown=UnknownCustomConnectorAuthorization,
    ),
]
"""Credentials to call the connector with, when it wants any."""

CustomConnectorAuthorizationParam: TypeAlias = (
    OAuth2TokenAuth
    | OAuth2TokenAuthDict
    | APIKeyAuth
    | APIKeyAuthDict
    | UnknownCustomConnectorAuthorization
)


class CustomConnector(Model, constants=("type",), closed=True):
    """Lets the model use a connector that was registered with the workspace."""

    type: Annotated[Literal["connector"], Constant()] = "connector"
    """Always `connector`."""

    connector_id: str
    """Id or name of the registered connector."""

    authorization: CustomConnectorAuthorization | None = None
    """Credentials to call the connector with, when it wants any."""

    tool_configuration: ToolConfiguration | None = None
    """Which functions of the tool may be used, and which need approval first."""


class CustomConnectorDict(TypedDict):
    """What may be given for `CustomConnector`."""

    type: NotRequired[Literal["connector"]]
    connector_id: str
    authorization: NotRequired[CustomConnectorAuthorizationParam | None]
    tool_configuration: NotRequired[ToolConfiguration | ToolConfigurationDict | None]


class UnknownConversationRequestBaseTool(UnknownMember):
    """A kind of `ConversationRequestBaseTool` that this client does not know yet: `raw`
    holds it.
    """


ConversationRequestBaseTool: TypeAlias = Annotated[
    FunctionTool
    | WebSearchTool
    | WebSearchPremiumTool
    | CodeInterpreterTool
    | ImageGenerationTool
    | DocumentLibraryTool
    | CustomConnector
    | UnknownConversationRequestBaseTool,
    OpenUnion(
        "type",
        {
            "function": FunctionTool,
            "web_search": WebSearchTool,
            "web_search_premium": WebSearchPremiumTool,
            "code_interpreter": CodeInterpreterTool,
            "image_generation": ImageGenerationTool,
            "document_library": DocumentLibraryTool,
            "connector": CustomConnector,
        },
        unknown=UnknownConversationRequestBaseTool,
    ),
]

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


class UnknownCompletionArgsStop(UnknownMember):
    """A kind of `CompletionArgsStop` that this client does not know yet: `raw` holds
    it.
    """


CompletionArgsStop: TypeAlias = Annotated[
    str | list[str] | UnknownCompletionArgsStop,
    OpenUnion(unknown=UnknownCompletionArgsStop),
]
"""Text, or several texts, at which writing ends. The text itself is not part of the
answer.
"""

CompletionArgsStopParam: TypeAlias = str | Sequence[str] | UnknownCompletionArgsStop


class Prediction(Model, constants=("type",), closed=True, not_null=("content",)):
    """An outline of the expected answer. What turns out as predicted arrives sooner,
    which pays off when editing a long text.
    """

    type: Annotated[Literal["content"], Constant()] = "content"
    """Always `content`."""

    content: str = ""
    """The expected text."""


class PredictionDict(TypedDict):
    """What may be given for `Prediction`."""

    type: NotRequired[Literal["content"]]
    content: NotRequired[str]


ResponseFormats: TypeAlias = (
    Literal["text", "json_object", "json_schema"] | UnrecognizedStr
)
"""Forms of an answer: prose, any JSON, or JSON that follows a schema."""


class JsonSchema(Model, closed=True, not_null=("strict",)):
    """A JSON Schema that an answer has to follow."""

    name: str
    """A name for the schema, which helps the model to understand it."""

    description: str | None = None
    """What the JSON is meant to hold."""

    schema_definition: Annotated[dict[str, Any], Field(alias="schema")]
    """The JSON Schema itself."""

    strict: bool = False
    """Whether the schema must be followed to the letter."""


class JsonSchemaDict(TypedDict):
    """What may be given for `JsonSchema`."""

    name: str
    description: NotRequired[str | None]
    schema: Mapping[str, Any]
    strict: NotRequired[bool]


class ResponseFormat(Model, closed=True, not_null=("type",)):
    """The form of the answer. Plain text unless told otherwise. In JSON mode, say in
    the instructions that you want JSON; with a schema, the answer has exactly the shape
    it describes.
    """

    type: ResponseFormats = "text"
    """Which of the forms is wanted."""

    json_schema: JsonSchema | None = None
    """The shape to follow; belongs to `json_schema`."""


class ResponseFormatDict(TypedDict):
    """What may be given for `ResponseFormat`."""

    type: NotRequired[ResponseFormats]
    json_schema: NotRequired[JsonSchema | JsonSchemaDict | None]


ToolChoiceEnum: TypeAlias = Literal["auto", "none", "any", "required"] | UnrecognizedStr
"""Use of tools: `auto` leaves it to the model, `none` rules it out, `any` and
`required` insist on at least one call.
"""


CompletionArgsReasoningEffort: TypeAlias = Literal["high", "none"] | UnrecognizedStr


class CompletionArgs(Model, closed=True, not_null=("tool_choice",)):
    """How an answer is sampled and shaped. What is absent or null is left to the model."""

    stop: CompletionArgsStop | None = None
    """Text at which writing ends."""

    presence_penalty: float | None = None
    """Above zero, makes new topics likelier; below zero, less so.

    At least -2. At most 2.
    """

    frequency_penalty: float | None = None
    """Above zero, makes repetition of the same words unlikelier; below zero, likelier.

    At least -2. At most 2.
    """

    temperature: float | None = None
    """How much chance plays a part: 0 gives nearly the same answer every time, higher
    values vary more. Change this or `top_p`, not both.

    At least 0. At most 1.
    """

    top_p: float | None = None
    """Considers only the likeliest tokens that together reach this probability.

    At least 0. At most 1.
    """

    max_tokens: int | None = None
    """The largest number of tokens to write.

    At least 0.
    """

    random_seed: int | None = None
    """Makes sampling repeatable: the same seed and request tend to give the same
    answer.

    At least 0.
    """

    prediction: Prediction | None = None
    """Text that the answer will probably contain much of."""

    response_format: ResponseFormat | None = None
    """Whether to answer in prose or in JSON."""

    tool_choice: ToolChoiceEnum = "auto"
    """Whether the model may, must or must not use tools."""

    reasoning_effort: CompletionArgsReasoningEffort | None = None
    """How much a reasoning model thinks before it answers: `high` at length, `none` not
    at all.
    """


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


class ModerationLLMV1CategoryThresholds(Model):
    """Score for each category of the first moderation model from which content counts
    as belonging to it.
    """

    sexual: float | None = None
    """Score from which this category counts: sexual content."""

    hate_and_discrimination: float | None = None
    """Score from which this category counts: hate speech and discrimination."""

    violence_and_threats: float | None = None
    """Score from which this category counts: violence and threats of it."""

    dangerous_and_criminal_content: float | None = None
    """Score from which this category counts: dangerous or criminal undertakings."""

    selfharm: float | None = None
    """Score from which this category counts: self-harm."""

    health: float | None = None
    """Score from which this category counts: medical advice."""

    financial: float | None = None
    """Score from which this category counts: financial advice."""

    law: float | None = None
    """Score from which this category counts: legal advice."""

    pii: float | None = None
    """Score from which this category counts: personal data."""


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


ModerationLLMAction: TypeAlias = Literal["none", "block"] | UnrecognizedStr
"""What to do about content over a threshold: `none` only reports it, `block` refuses
the request.
"""


class ModerationLLMV1Config(
    Model, not_null=("model_name_", "ignore_other_categories", "action")
):
    """Moderation by the first generation of the moderation model."""

    model_name_: Annotated[str, Field(alias="model_name")] = "mistral-moderation-2411"
    """The moderation model to ask. The default suits nearly everyone."""

    custom_category_thresholds: ModerationLLMV1CategoryThresholds | None = None
    """Scores from which each category counts. Categories that are not given keep the
    built-in threshold.
    """

    ignore_other_categories: bool = False
    """Whether only the categories with a threshold of their own are looked at."""

    action: ModerationLLMAction = "none"
    """What happens when a category reaches its threshold."""


class ModerationLLMV1ConfigDict(TypedDict):
    """What may be given for `ModerationLLMV1Config`."""

    model_name: NotRequired[str]
    custom_category_thresholds: NotRequired[
        ModerationLLMV1CategoryThresholds | ModerationLLMV1CategoryThresholdsDict | None
    ]
    ignore_other_categories: NotRequired[bool]
    action: NotRequired[ModerationLLMAction]


class ModerationLLMV2CategoryThresholds(Model):
    """Score for each category of the second moderation model from which content counts
    as belonging to it.
    """

    sexual: float | None = None
    """Score from which this category counts: sexual content."""

    hate_and_discrimination: float | None = None
    """Score from which this category counts: hate speech and discrimination."""

    violence_and_threats: float | None = None
    """Score from which this category counts: violence and threats of it."""

    dangerous: float | None = None
    """Score from which this category counts: dangerous undertakings."""

    criminal: float | None = None
    """Score from which this category counts: criminal undertakings."""

    selfharm: float | None = None
    """Score from which this category counts: self-harm."""

    health: float | None = None
    """Score from which this category counts: medical advice."""

    financial: float | None = None
    """Score from which this category counts: financial advice."""

    law: float | None = None
    """Score from which this category counts: legal advice."""

    pii: float | None = None
    """Score from which this category counts: personal data."""

    jailbreaking: float | None = None
    """Score from which this category counts: attempts to talk the model out of its
    rules.
    """


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


class ModerationLLMV2Config(
    Model, not_null=("model_name_", "ignore_other_categories", "action")
):
    """Moderation by the second generation of the moderation model, which tells danger
    from crime and notices jailbreaks.
    """

    model_name_: Annotated[str, Field(alias="model_name")] = "mistral-moderation-2603"
    """The moderation model to ask. The default suits nearly everyone."""

    custom_category_thresholds: ModerationLLMV2CategoryThresholds | None = None
    """Scores from which each category counts. Categories that are not given keep the
    built-in threshold.
    """

    ignore_other_categories: bool = False
    """Whether only the categories with a threshold of their own are looked at."""

    action: ModerationLLMAction = "none"
    """What happens when a category reaches its threshold."""


class ModerationLLMV2ConfigDict(TypedDict):
    """What may be given for `ModerationLLMV2Config`."""

    model_name: NotRequired[str]
    custom_category_thresholds: NotRequired[
        ModerationLLMV2CategoryThresholds | ModerationLLMV2CategoryThresholdsDict | None
    ]
    ignore_other_categories: NotRequired[bool]
    action: NotRequired[ModerationLLMAction]


class GuardrailConfig(Model, not_null=("block_on_error",)):
    """Moderation of a conversation. Either generation of the moderation model may be
    set up.
    """

    block_on_error: bool = False
    """What happens when moderation itself fails: `true` refuses the request with status
    403, `false` lets it pass unchecked.
    """

    moderation_llm_v1: ModerationLLMV1Config | None = None
    """Settings for the first generation of the moderation model."""

    moderation_llm_v2: ModerationLLMV2Config | None = None
    """Settings for the second generation of the moderation model."""


class GuardrailConfigDict(TypedDict):
    """What may be given for `GuardrailConfig`."""

    block_on_error: NotRequired[bool]
    moderation_llm_v1: NotRequired[
        ModerationLLMV1Config | ModerationLLMV1ConfigDict | None
    ]
    moderation_llm_v2: NotRequired[
        ModerationLLMV2Config | ModerationLLMV2ConfigDict | None
    ]


MetadataDict: TypeAlias = dict[str, Any]
"""Free-form data of your own: any keys, any JSON values."""

MetadataDictParam: TypeAlias = Mapping[str, Any]


class ConversationRequest(Model, constants=("stream",)):
    """Starts a conversation and waits for the whole answer."""

    inputs: ConversationInputs
    """What to add: plain text as one user message, or a list of entries."""

    stream: Annotated[Literal[False], Constant()] = False
    """Always `false`: the answer comes as one JSON object."""

    store: bool | None = None
    """Whether the server keeps this turn. A conversation that is not kept cannot be
    continued, read back or branched.
    """

    handoff_execution: ConversationRequestBaseHandoffExecution | None = None
    """Who carries out a handoff to another agent: `server` goes on with the next agent
    by itself, `client` stops and returns the handoff to the caller.
    """

    instructions: str | None = None
    """System prompt: the role, tone and rules that the model keeps to throughout."""

    tools: list[ConversationRequestBaseTool] | None = None
    """What the model may use besides its own knowledge. The `type` of each element says
    which kind of tool it is.
    """

    completion_args: CompletionArgs | None = None
    """How answers are sampled and shaped."""

    guardrails: list[GuardrailConfig] | None = None
    """Moderation applied to what goes in and what comes out."""

    name: str | None = None
    """A short name to recognise the conversation by."""

    description: str | None = None
    """What the conversation is for."""

    metadata: MetadataDict | None = None
    """Your own data, stored with the conversation and usable as a filter when listing.
    """

    agent_id: str | None = None
    """The agent to talk to. Its own model and tools apply."""

    agent_version: Annotated[str | int, Lenient()] | None = None
    """Number or alias of the version to talk to. Without it, the version in use
    answers.
    """

    model: str | None = None
    """Name of the model to talk to, when there is no agent."""


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


class ConversationStreamRequest(Model, constants=("stream",)):
    """Starts a conversation and streams the answer."""

    inputs: ConversationInputs
    """What to add: plain text as one user message, or a list of entries."""

    stream: Annotated[Literal[True], Constant()] = True
    """Always `true`: the answer comes as server-sent events."""

    store: bool | None = None
    """Whether the server keeps this turn. A conversation that is not kept cannot be
    continued, read back or branched.
    """

    handoff_execution: ConversationRequestBaseHandoffExecution | None = None
    """Who carries out a handoff to another agent: `server` goes on with the next agent
    by itself, `client` stops and returns the handoff to the caller.
    """

    instructions: str | None = None
    """System prompt: the role, tone and rules that the model keeps to throughout."""

    tools: list[ConversationRequestBaseTool] | None = None
    """What the model may use besides its own knowledge. The `type` of each element says
    which kind of tool it is.
    """

    completion_args: CompletionArgs | None = None
    """How answers are sampled and shaped."""

    guardrails: list[GuardrailConfig] | None = None
    """Moderation applied to what goes in and what comes out."""

    name: str | None = None
    """A short name to recognise the conversation by."""

    description: str | None = None
    """What the conversation is for."""

    metadata: MetadataDict | None = None
    """Your own data, stored with the conversation and usable as a filter when listing.
    """

    agent_id: str | None = None
    """The agent to talk to. Its own model and tools apply."""

    agent_version: Annotated[str | int, Lenient()] | None = None
    """Number or alias of the version to talk to. Without it, the version in use
    answers.
    """

    model: str | None = None
    """Name of the model to talk to, when there is no agent."""


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


ConversationAppendRequestBaseHandoffExecution: TypeAlias = (
    ConversationRequestBaseHandoffExecution
)
"""Who carries out a handoff to another agent: `server` goes on with the next agent by
itself, `client` stops and returns the handoff to the caller.
"""


ToolCallConfirmationConfirmation: TypeAlias = Literal["allow", "deny"] | UnrecognizedStr
"""`allow` runs the tool, `deny` tells the model that it may not."""


class ToolCallConfirmation(Model, closed=True):
    """Approves or refuses a tool call that waits for a decision."""

    tool_call_id: str
    """The waiting call."""

    confirmation: ToolCallConfirmationConfirmation
    """`allow` runs the tool, `deny` tells the model that it may not."""


class ToolCallConfirmationDict(TypedDict):
    """What may be given for `ToolCallConfirmation`."""

    tool_call_id: str
    confirmation: ToolCallConfirmationConfirmation


class ConversationAppendRequest(
    Model,
    constants=("stream",),
    closed=True,
    not_null=("inputs", "store", "handoff_execution", "completion_args"),
):
    """Continues a conversation and waits for the whole answer."""

    inputs: ConversationInputs | None = None
    """What to add: plain text as one user message, or a list of entries."""

    stream: Annotated[Literal[False], Constant()] = False
    """Always `false`: the answer comes as one JSON object."""

    store: bool = True
    """Whether the server keeps this turn. A conversation that is not kept cannot be
    continued, read back or branched.
    """

    handoff_execution: ConversationAppendRequestBaseHandoffExecution = "server"
    """Who carries out a handoff to another agent: `server` goes on with the next agent
    by itself, `client` stops and returns the handoff to the caller.
    """

    completion_args: CompletionArgs | None = None
    """How the answer to this turn is sampled and shaped."""

    tool_confirmations: list[ToolCallConfirmation] | None = None
    """Decisions on tool calls of the previous answer that wait for approval."""


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


class ConversationAppendStreamRequest(
    Model,
    constants=("stream",),
    closed=True,
    not_null=("inputs", "store", "handoff_execution", "completion_args"),
):
    """Continues a conversation and streams the answer."""

    inputs: ConversationInputs | None = None
    """What to add: plain text as one user message, or a list of entries."""

    stream: Annotated[Literal[True], Constant()] = True
    """Always `true`: the answer comes as server-sent events."""

    store: bool = True
    """Whether the server keeps this turn. A conversation that is not kept cannot be
    continued, read back or branched.
    """

    handoff_execution: ConversationAppendRequestBaseHandoffExecution = "server"
    """Who carries out a handoff to another agent: `server` goes on with the next agent
    by itself, `client` stops and returns the handoff to the caller.
    """

    completion_args: CompletionArgs | None = None
    """How the answer to this turn is sampled and shaped."""

    tool_confirmations: list[ToolCallConfirmation] | None = None
    """Decisions on tool calls of the previous answer that wait for approval."""


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


ConversationRestartRequestBaseHandoffExecution: TypeAlias = (
    ConversationRequestBaseHandoffExecution
)
"""Who carries out a handoff to another agent: `server` goes on with the next agent by
itself, `client` stops and returns the handoff to the caller.
"""


class ConversationRestartRequest(
    Model,
    constants=("stream",),
    closed=True,
    not_null=("inputs", "store", "handoff_execution", "completion_args"),
):
    """Branches off a conversation and waits for the whole answer."""

    inputs: ConversationInputs | None = None
    """What to add: plain text as one user message, or a list of entries."""

    stream: Annotated[Literal[False], Constant()] = False
    """Always `false`: the answer comes as one JSON object."""

    store: bool = True
    """Whether the server keeps this turn. A conversation that is not kept cannot be
    continued, read back or branched.
    """

    handoff_execution: ConversationRestartRequestBaseHandoffExecution = "server"
    """Who carries out a handoff to another agent: `server` goes on with the next agent
    by itself, `client` stops and returns the handoff to the caller.
    """

    completion_args: CompletionArgs | None = None
    """How the answer to this turn is sampled and shaped."""

    guardrails: list[GuardrailConfig] | None = None
    """Moderation applied to what goes in and what comes out."""

    metadata: MetadataDict | None = None
    """Your own data, stored with the branch."""

    from_entry_id: str
    """The last entry to take over from the original conversation."""

    agent_version: Annotated[str | int, Lenient()] | None = None
    """Number or alias of the agent version that answers in the branch. Without it, the
    version in use does.
    """


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


class ConversationRestartStreamRequest(
    Model,
    constants=("stream",),
    closed=True,
    not_null=("inputs", "store", "handoff_execution", "completion_args"),
):
    """Branches off a conversation and streams the answer."""

    inputs: ConversationInputs | None = None
    """What to add: plain text as one user message, or a list of entries."""

    stream: Annotated[Literal[True], Constant()] = True
    """Always `true`: the answer comes as server-sent events."""

    store: bool = True
    """Whether the server keeps this turn. A conversation that is not kept cannot be
    continued, read back or branched.
    """

    handoff_execution: ConversationRestartRequestBaseHandoffExecution = "server"
    """Who carries out a handoff to another agent: `server` goes on with the next agent
    by itself, `client` stops and returns the handoff to the caller.
    """

    completion_args: CompletionArgs | None = None
    """How the answer to this turn is sampled and shaped."""

    guardrails: list[GuardrailConfig] | None = None
    """Moderation applied to what goes in and what comes out."""

    metadata: MetadataDict | None = None
    """Your own data, stored with the branch."""

    from_entry_id: str
    """The last entry to take over from the original conversation."""

    agent_version: Annotated[str | int, Lenient()] | None = None
    """Number or alias of the agent version that answers in the branch. Without it, the
    version in use does.
    """


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


class UnknownConversationResponseOutput(UnknownMember):
    """A kind of `ConversationResponseOutput` that this client does not know yet: `raw`
    holds it.
    """


ConversationResponseOutput: TypeAlias = Annotated[
    MessageOutputEntry
    | ToolExecutionEntry
    | FunctionCallEntry
    | AgentHandoffEntry
    | UnknownConversationResponseOutput,
    OpenUnion(
        "type",
        {
            "message.output": MessageOutputEntry,
            "tool.execution": ToolExecutionEntry,
            "function.call": FunctionCallEntry,
            "agent.handoff": AgentHandoffEntry,
        },
        unknown=UnknownConversationResponseOutput,
    ),
]


class ConversationUsageInfo(
    Model, closed=True, not_null=("prompt_tokens", "completion_tokens", "total_tokens")
):
    """Tokens spent on one turn."""

    prompt_tokens: int = 0
    """Tokens read by the model."""

    completion_tokens: int = 0
    """Tokens written by the model."""

    total_tokens: int = 0
    """All tokens that the turn cost."""

    connector_tokens: int | None = None
    """Tokens that tools contributed; null when no tool ran."""

    connectors: dict[str, int] | None = None
    """How often each tool was used, by its name; null when no tool ran."""


class ConversationResponse(Model, constants=("object",), closed=True):
    """What one turn of a conversation produced."""

    object: Annotated[Literal["conversation.response"], Constant()] = (
        "conversation.response"
    )
    """Always `conversation.response`."""

    conversation_id: str
    """The conversation that the turn belongs to; pass it on to continue."""

    outputs: list[ConversationResponseOutput]
    """Entries that the model, its tools and agents produced, oldest first."""

    usage: ConversationUsageInfo
    """Tokens spent on this turn."""

    guardrails: list[dict[str, Any]] | None = None
    """Verdicts of the guardrails, when any were set up."""


ConversationHistoryEntry: TypeAlias = InputEntry
UnknownConversationHistoryEntry: TypeAlias = UnknownInputEntry


class ConversationHistory(Model, constants=("object",), closed=True):
    """A conversation entry by entry."""

    object: Annotated[Literal["conversation.history"], Constant()] = (
        "conversation.history"
    )
    """Always `conversation.history`."""

    conversation_id: str
    """The conversation that the entries belong to."""

    entries: list[ConversationHistoryEntry]
    """All entries, oldest first."""


class UnknownMessageEntry(UnknownMember):
    """A kind of `MessageEntry` that this client does not know yet: `raw` holds it."""


MessageEntry: TypeAlias = Annotated[
    MessageInputEntry | MessageOutputEntry | UnknownMessageEntry,
    OpenUnion(
        "type",
        {"message.input": MessageInputEntry, "message.output": MessageOutputEntry},
        unknown=UnknownMessageEntry,
    ),
]


MessageEntries: TypeAlias = list[MessageEntry]
"""Messages of both sides."""


class ConversationMessages(Model, constants=("object",), closed=True):
    """A conversation reduced to its messages."""

    object: Annotated[Literal["conversation.messages"], Constant()] = (
        "conversation.messages"
    )
    """Always `conversation.messages`."""

    conversation_id: str
    """The conversation that the messages belong to."""

    messages: MessageEntries
    """All messages, oldest first."""


ModelConversationTool: TypeAlias = ConversationRequestBaseTool
UnknownModelConversationTool: TypeAlias = UnknownConversationRequestBaseTool


class ModelConversation(
    Model, constants=("object",), closed=True, not_null=("tools", "completion_args")
):
    """A conversation held with a model directly."""

    instructions: str | None = None
    """System prompt: the role, tone and rules that the model keeps to throughout."""

    tools: list[ModelConversationTool] | None = None
    """What the model may use besides its own knowledge. The `type` of each element says
    which kind of tool it is.
    """

    completion_args: CompletionArgs | None = None
    """How answers are sampled and shaped."""

    guardrails: list[GuardrailConfig] | None = None
    """Moderation applied to what goes in and what comes out."""

    name: str | None = None
    """A short name to recognise the conversation by."""

    description: str | None = None
    """What the conversation is for."""

    metadata: MetadataDict | None = None
    """Your own data, stored with the conversation and usable as a filter when listing.
    """

    object: Annotated[Literal["conversation"], Constant()] = "conversation"
    """Always `conversation`."""

    id: str
    """Identifies the conversation; pass it as `conversation_id`."""

    created_at: datetime.datetime
    """When the conversation was started."""

    updated_at: datetime.datetime
    """When something was last added to it."""

    model: str
    """Name of the model that answers."""


class AgentConversation(Model, constants=("object",), closed=True):
    """A conversation held with an agent."""

    name: str | None = None
    """A short name to recognise the conversation by."""

    description: str | None = None
    """What the conversation is for."""

    metadata: MetadataDict | None = None
    """Your own data, stored with the conversation and usable as a filter when listing.
    """

    object: Annotated[Literal["conversation"], Constant()] = "conversation"
    """Always `conversation`."""

    id: str
    """Identifies the conversation; pass it as `conversation_id`."""

    created_at: datetime.datetime
    """When the conversation was started."""

    updated_at: datetime.datetime
    """When something was last added to it."""

    agent_id: str
    """The agent that answers."""

    agent_version: Annotated[str | int, Lenient()] | None = None
    """Number or alias of the version that answers; null stands for whichever is in use.
    """


SSETypes: TypeAlias = (
    Literal[
        "conversation.response.started",
        "conversation.response.done",
        "conversation.response.error",
        "message.output.delta",
        "tool.execution.started",
        "tool.execution.delta",
        "tool.execution.done",
        "agent.handoff.started",
        "agent.handoff.done",
        "function.call.delta",
    ]
    | UnrecognizedStr
)
"""Names of the events in a streamed answer."""


class ResponseStartedEvent(
    Model, constants=("type",), closed=True, not_null=("created_at",)
):
    """First event of a stream."""

    type: Annotated[Literal["conversation.response.started"], Constant()] = (
        "conversation.response.started"
    )
    """Always `conversation.response.started`."""

    created_at: datetime.datetime | None = None
    """When the event was sent."""

    conversation_id: str
    """The conversation that the answer belongs to; pass it on to continue."""


class ResponseDoneEvent(
    Model, constants=("type",), closed=True, not_null=("created_at",)
):
    """Last event of a stream that went well."""

    type: Annotated[Literal["conversation.response.done"], Constant()] = (
        "conversation.response.done"
    )
    """Always `conversation.response.done`."""

    created_at: datetime.datetime | None = None
    """When the event was sent."""

    usage: ConversationUsageInfo
    """Tokens spent on this turn."""


class ResponseErrorEvent(
    Model, constants=("type",), closed=True, not_null=("created_at",)
):
    """Last event of a stream that failed. What arrived before it is incomplete."""

    type: Annotated[Literal["conversation.response.error"], Constant()] = (
        "conversation.response.error"
    )
    """Always `conversation.response.error`."""

    created_at: datetime.datetime | None = None
    """When the event was sent."""

    message: str
    """What went wrong."""

    code: int
    """Number of the error, in the manner of an HTTP status."""


class ToolExecutionStartedEvent(
    Model, constants=("type",), closed=True, not_null=("created_at", "output_index")
):
    """A tool begins to run."""

    type: Annotated[Literal["tool.execution.started"], Constant()] = (
        "tool.execution.started"
    )
    """Always `tool.execution.started`."""

    created_at: datetime.datetime | None = None
    """When the event was sent."""

    output_index: int = 0
    """Position, in the outputs of the whole answer, of the entry that the event belongs
    to; counts from 0.
    """

    id: str
    """Identifies the entry that the event belongs to. All events of one entry share it.
    """

    model: str | None = None
    """The model at work, if known."""

    agent_id: str | None = None
    """The agent at work, if there is one."""

    name: BuiltInConnectors
    """The tool: a built-in one or the name of a connector."""

    arguments: str
    """What the tool is run with, as JSON text; deltas may follow."""


class ToolExecutionDeltaEvent(
    Model, constants=("type",), closed=True, not_null=("created_at", "output_index")
):
    """The next piece of the arguments of a tool."""

    type: Annotated[Literal["tool.execution.delta"], Constant()] = (
        "tool.execution.delta"
    )
    """Always `tool.execution.delta`."""

    created_at: datetime.datetime | None = None
    """When the event was sent."""

    output_index: int = 0
    """Position, in the outputs of the whole answer, of the entry that the event belongs
    to; counts from 0.
    """

    id: str
    """Identifies the entry that the event belongs to. All events of one entry share it.
    """

    name: BuiltInConnectors
    """The tool: a built-in one or the name of a connector."""

    arguments: str
    """The piece, to be put after those before it."""


class ToolExecutionDoneEvent(
    Model,
    constants=("type",),
    closed=True,
    not_null=("created_at", "output_index", "info"),
):
    """A tool has finished."""

    type: Annotated[Literal["tool.execution.done"], Constant()] = "tool.execution.done"
    """Always `tool.execution.done`."""

    created_at: datetime.datetime | None = None
    """When the event was sent."""

    output_index: int = 0
    """Position, in the outputs of the whole answer, of the entry that the event belongs
    to; counts from 0.
    """

    id: str
    """Identifies the entry that the event belongs to. All events of one entry share it.
    """

    name: BuiltInConnectors
    """The tool: a built-in one or the name of a connector."""

    info: ToolExecutionInfo | None = None
    """What the tool reported."""


class UnknownMessageOutputEventContent(UnknownMember):
    """A kind of `MessageOutputEventContent` that this client does not know yet: `raw`
    holds it.
    """


MessageOutputEventContent: TypeAlias = Annotated[
    str | OutputContentChunks | UnknownMessageOutputEventContent,
    OpenUnion(unknown=UnknownMessageOutputEventContent),
]
"""The piece: text, or a chunk of another kind."""


class MessageOutputEvent(
    Model,
    constants=("type", "role"),
    closed=True,
    not_null=("created_at", "output_index", "content_index"),
):
    """The next piece of a message. Join the text of pieces with the same `id` and
    `content_index`.
    """

    type: Annotated[Literal["message.output.delta"], Constant()] = (
        "message.output.delta"
    )
    """Always `message.output.delta`."""

    created_at: datetime.datetime | None = None
    """When the event was sent."""

    output_index: int = 0
    """Position, in the outputs of the whole answer, of the entry that the event belongs
    to; counts from 0.
    """

    id: str
    """Identifies the entry that the event belongs to. All events of one entry share it.
    """

    content_index: int = 0
    """Position, within the message, of the chunk that the piece belongs to; counts from
    0.
    """

    model: str | None = None
    """The model at work, if known."""

    agent_id: str | None = None
    """The agent at work, if there is one."""

    role: Annotated[Literal["assistant"], Constant()] = "assistant"
    """Always `assistant`."""

    content: MessageOutputEventContent
    """The piece: text, or a chunk of another kind."""


FunctionCallEventConfirmationStatus: TypeAlias = FunctionCallEntryConfirmationStatus


class FunctionCallEvent(
    Model, constants=("type",), closed=True, not_null=("created_at", "output_index")
):
    """The next piece of a function call. Join the `arguments` of pieces with the same
    `id`.
    """

    type: Annotated[Literal["function.call.delta"], Constant()] = "function.call.delta"
    """Always `function.call.delta`."""

    created_at: datetime.datetime | None = None
    """When the event was sent."""

    output_index: int = 0
    """Position, in the outputs of the whole answer, of the entry that the event belongs
    to; counts from 0.
    """

    id: str
    """Identifies the entry that the event belongs to. All events of one entry share it.
    """

    model: str | None = None
    """The model at work, if known."""

    agent_id: str | None = None
    """The agent at work, if there is one."""

    name: str
    """The function to run."""

    tool_call_id: str
    """Ties the call to its result."""

    arguments: str
    """The next piece of the arguments, as JSON text."""

    confirmation_status: FunctionCallEventConfirmationStatus | None = None
    """Where the approval of the call stands, if it needs any."""


class AgentHandoffStartedEvent(
    Model, constants=("type",), closed=True, not_null=("created_at", "output_index")
):
    """An agent is about to pass the conversation on."""

    type: Annotated[Literal["agent.handoff.started"], Constant()] = (
        "agent.handoff.started"
    )
    """Always `agent.handoff.started`."""

    created_at: datetime.datetime | None = None
    """When the event was sent."""

    output_index: int = 0
    """Position, in the outputs of the whole answer, of the entry that the event belongs
    to; counts from 0.
    """

    id: str
    """Identifies the entry that the event belongs to. All events of one entry share it.
    """

    previous_agent_id: str
    """Id of the agent that hands over."""

    previous_agent_name: str
    """Name of the agent that hands over."""


class AgentHandoffDoneEvent(
    Model, constants=("type",), closed=True, not_null=("created_at", "output_index")
):
    """Another agent has taken the conversation over."""

    type: Annotated[Literal["agent.handoff.done"], Constant()] = "agent.handoff.done"
    """Always `agent.handoff.done`."""

    created_at: datetime.datetime | None = None
    """When the event was sent."""

    output_index: int = 0
    """Position, in the outputs of the whole answer, of the entry that the event belongs
    to; counts from 0.
    """

    id: str
    """Identifies the entry that the event belongs to. All events of one entry share it.
    """

    next_agent_id: str
    """Id of the agent that takes over."""

    next_agent_name: str
    """Name of the agent that takes over."""


class UnknownConversationEventsData(UnknownMember):
    """A kind of `ConversationEventsData` that this client does not know yet: `raw`
    holds it.
    """


ConversationEventsData: TypeAlias = Annotated[
    ResponseStartedEvent
    | ResponseDoneEvent
    | ResponseErrorEvent
    | ToolExecutionStartedEvent
    | ToolExecutionDeltaEvent
    | ToolExecutionDoneEvent
    | MessageOutputEvent
    | FunctionCallEvent
    | AgentHandoffStartedEvent
    | AgentHandoffDoneEvent
    | UnknownConversationEventsData,
    OpenUnion(
        "type",
        {
            "conversation.response.started": ResponseStartedEvent,
            "conversation.response.done": ResponseDoneEvent,
            "conversation.response.error": ResponseErrorEvent,
            "tool.execution.started": ToolExecutionStartedEvent,
            "tool.execution.delta": ToolExecutionDeltaEvent,
            "tool.execution.done": ToolExecutionDoneEvent,
            "message.output.delta": MessageOutputEvent,
            "function.call.delta": FunctionCallEvent,
            "agent.handoff.started": AgentHandoffStartedEvent,
            "agent.handoff.done": AgentHandoffDoneEvent,
        },
        unknown=UnknownConversationEventsData,
    ),
]
"""What happened. The property `type` tells which shape it has."""


class ConversationEvents(Model):
    """One server-sent event of a streamed answer: its name, and the JSON object in its
    data.
    """

    event: SSETypes
    """Name of the event, the same as the `type` of the data."""

    data: ConversationEventsData
    """What happened. The property `type` tells which shape it has."""


class ValidationError(Model, not_null=("ctx",)):
    """One problem with a request."""

    loc: list[Annotated[str | int, Lenient()]]
    """Path to the value at fault: first the part of the request (`body`, `query`,
    `path`), then property names and list positions.
    """

    msg: str
    """Explanation in English."""

    type: str
    """Machine-readable kind of problem, such as `missing`."""

    input: Any = None
    """The value that was refused."""

    ctx: dict[str, Any] | None = None
    """Further facts about the problem, such as the bound that was passed."""


class HTTPValidationError(Model, not_null=("detail",)):
    """Body of a 422 answer: why the request was refused."""

    detail: list[ValidationError] | None = None
    """One element per problem found."""


class UnknownConversationsListResponseItem(UnknownMember):
    """A kind of `ConversationsListResponseItem` that this client does not know yet:
    `raw` holds it.
    """


ConversationsListResponseItem: TypeAlias = Annotated[
    ModelConversation | AgentConversation | UnknownConversationsListResponseItem,
    OpenUnion(unknown=UnknownConversationsListResponseItem),
]


ResponseV1ConversationsGet: TypeAlias = ConversationsListResponseItem
UnknownResponseV1ConversationsGet: TypeAlias = UnknownConversationsListResponseItem
