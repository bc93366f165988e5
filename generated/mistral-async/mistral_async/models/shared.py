"""Models that several resources use."""

from __future__ import annotations

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
