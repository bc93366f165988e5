"""The normal form: what any OpenAPI document looks like once its version no longer shows.

Versions 2.0, 3.0, 3.1 and 3.2 all arrive here. Defaults that the specification gives are filled in, references
of everything but schemas are followed, and each schema is one `Schema` value reachable by its id. Nothing is
named, merged or judged here: that is the work of `build`.

Every object keeps `pointer`, its place in the document (`Location.id`), for findings and for names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Json: TypeAlias = Any
"""A JSON value as the document has it; never changed after loading."""

SchemaId: TypeAlias = str
"""`Location.id` of a schema: `#/components/schemas/Pet`, `pets.yaml#/Pet`, `#/paths/~1pets/get/...`."""

ParameterIn: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
Style: TypeAlias = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
    "tabDelimited",
]


class _Absent:
    """The type of ABSENT."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"

    def __bool__(self) -> bool:
        return False


ABSENT = _Absent()
"""Marks a keyword that a schema does not have, where null is a value of its own (`const`, `default`)."""


@dataclass(frozen=True, slots=True)
class Discriminator:
    """https://spec.openapis.org/oas/v3.2.0.html#discriminator-object. Mapping values are schema ids, resolved."""

    property_name: str
    mapping: tuple[tuple[str, SchemaId], ...] = ()
    default_mapping: SchemaId | None = None


@dataclass(frozen=True, slots=True)
class Schema:
    """One schema, in the terms of JSON Schema 2020-12 whatever version it was written in.

    `types` holds the JSON types that the `type` keyword allows, empty when it is absent (any type). 3.0's `nullable`
    has become the type `null` (and, where the 3.0 schema is a `$ref` or has no `type`, an `any_of` with null), boolean
    `exclusiveMinimum` has become a number, `format: binary`/`base64` have become `content_encoding`/`format` as
    documented in `normalise.schema`. `true` is the empty schema, `false` has `never=True`.

    `ref` names the schema that this one refers to. Siblings of `$ref` are the other fields of this value: they
    apply together with the schema referred to.
    """

    id: SchemaId
    ref: SchemaId | None = None
    types: tuple[str, ...] = ()
    never: bool = False
    title: str = ""
    description: str = ""
    format: str = ""
    enum: tuple[Json, ...] | None = None
    const: Json = ABSENT
    default: Json = ABSENT
    properties: Mapping[str, SchemaId] = field(default_factory=dict[str, str])
    required: tuple[str, ...] = ()
    additional_properties: SchemaId | None = None
    pattern_properties: tuple[tuple[str, SchemaId], ...] = ()
    property_names: SchemaId | None = None
    unevaluated_properties: SchemaId | None = None
    items: SchemaId | None = None
    prefix_items: tuple[SchemaId, ...] = ()
    all_of: tuple[SchemaId, ...] = ()
    any_of: tuple[SchemaId, ...] = ()
    one_of: tuple[SchemaId, ...] = ()
    not_: SchemaId | None = None
    discriminator: Discriminator | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None
    content_encoding: str = ""
    content_media_type: str = ""
    content_schema: SchemaId | None = None
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    examples: tuple[Json, ...] = ()
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Example:
    """https://spec.openapis.org/oas/v3.1.1.html#example-object, references followed."""

    name: str
    value: Json
    summary: str = ""
    serialized: str | None = None


@dataclass(frozen=True, slots=True)
class Encoding:
    """https://spec.openapis.org/oas/v3.1.1.html#encoding-object, for one property of a form or multipart body.

    `style` is None when the property is encoded by its content type.
    """

    property_name: str
    content_types: tuple[str, ...] = ()
    headers: tuple[Header, ...] = ()
    style: Style | None = None
    explode: bool = True
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class MediaType:
    """https://spec.openapis.org/oas/v3.2.0.html#media-type-object. `item_schema` is 3.2's `itemSchema`."""

    name: str
    pointer: str
    schema: SchemaId | None = None
    item_schema: SchemaId | None = None
    encodings: tuple[Encoding, ...] = ()
    examples: tuple[Example, ...] = ()
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Parameter:
    """https://spec.openapis.org/oas/v3.2.0.html#parameter-object with `style` and `explode` always resolved.

    Exactly one of `schema` and `content` says what the value is; `content` holds its single media type.
    """

    name: str
    in_: ParameterIn
    pointer: str
    required: bool
    style: Style
    explode: bool
    allow_reserved: bool = False
    allow_empty_value: bool = False
    schema: SchemaId | None = None
    content: MediaType | None = None
    description: str = ""
    deprecated: bool = False
    examples: tuple[Example, ...] = ()
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Header:
    """https://spec.openapis.org/oas/v3.1.1.html#header-object; style is always simple."""

    name: str
    pointer: str
    required: bool = False
    explode: bool = False
    schema: SchemaId | None = None
    content: MediaType | None = None
    description: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class RequestBody:
    """https://spec.openapis.org/oas/v3.1.1.html#request-body-object."""

    pointer: str
    required: bool
    content: tuple[MediaType, ...]
    description: str = ""
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Response:
    """https://spec.openapis.org/oas/v3.1.1.html#response-object. `status` is `200`, `2XX` (upper case) or `default`."""

    status: str
    pointer: str
    content: tuple[MediaType, ...] = ()
    headers: tuple[Header, ...] = ()
    description: str = ""
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """https://spec.openapis.org/oas/v3.1.1.html#server-variable-object."""

    name: str
    default: str
    enum: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """https://spec.openapis.org/oas/v3.2.0.html#server-object. `url` keeps its `{variables}`; `/` is the default."""

    url: str
    pointer: str = ""
    name: str = ""
    description: str = ""
    variables: tuple[ServerVariable, ...] = ()
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class OAuthFlow:
    """https://spec.openapis.org/oas/v3.2.0.html#oauth-flow-object."""

    kind: Literal[
        "implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"
    ]
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    device_authorization_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object. `http_scheme` is in lower case."""

    id: str
    pointer: str
    kind: Literal["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
    description: str = ""
    http_scheme: str = ""
    bearer_format: str = ""
    api_key_in: Literal["", "query", "header", "cookie"] = ""
    api_key_name: str = ""
    flows: tuple[OAuthFlow, ...] = ()
    open_id_connect_url: str = ""
    oauth2_metadata_url: str = ""
    deprecated: bool = False
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class SecurityRequirement:
    """One alternative: all of `schemes` (scheme id, scopes) together. Empty: the call may go without."""

    schemes: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """https://spec.openapis.org/oas/v3.2.0.html#operation-object, with what its path item gives merged in.

    `path_key` is the key in `paths` as written (`/v1/conversations#stream`), `path` what goes over the wire and
    `variant` the fragment. `parameters` holds the path item's, overridden by the operation's (same name and `in`);
    a path parameter that the path template has and nothing declares is added as a required string and reported.
    `servers` is empty when the document's apply. `security` is None when the document's applies.
    """

    pointer: str
    method: str
    path_key: str
    path: str
    variant: str
    operation_id: str = ""
    summary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    deprecated: bool = False
    parameters: tuple[Parameter, ...] = ()
    request_body: RequestBody | None = None
    responses: tuple[Response, ...] = ()
    servers: tuple[Server, ...] = ()
    security: tuple[SecurityRequirement, ...] | None = None
    external_docs: str = ""
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Tag:
    """https://spec.openapis.org/oas/v3.2.0.html#tag-object."""

    name: str
    summary: str = ""
    description: str = ""
    parent: str = ""
    kind: str = ""
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Api:
    """A whole document in normal form.

    `schemas` holds every schema that is reachable from the operations or stands in `components/schemas` (of the root
    document), by id, in document order. `component_schemas` maps a component's name to its id. `unused` components
    (webhooks, callbacks, links) are reported as findings, not kept.
    """

    title: str
    version: str
    summary: str
    description: str
    openapi: str
    servers: tuple[Server, ...]
    security: tuple[SecurityRequirement, ...]
    security_schemes: tuple[SecurityScheme, ...]
    tags: tuple[Tag, ...]
    operations: tuple[Operation, ...]
    schemas: Mapping[SchemaId, Schema]
    component_schemas: Mapping[str, SchemaId]
    terms_of_service: str = ""
    contact: str = ""
    license: str = ""
    extensions: Mapping[str, Json] = field(default_factory=dict[str, Any])
