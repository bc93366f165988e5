"""Operations: what can be called, with everything that goes over the wire resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from clientwright.ir.models import Doc
from clientwright.ir.security import Requirement
from clientwright.ir.servers import Server
from clientwright.ir.types import Type

Location: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
ContentKind: TypeAlias = Literal[
    "json", "form", "multipart", "text", "binary", "xml", "sse", "json-lines"
]
Shape: TypeAlias = Literal["scalar", "array", "object", "any"]
ValuePath: TypeAlias = tuple[str | int, ...]
"""A way into a JSON value: wire names of properties, and positions in arrays (negative ones from the end)."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation, its serialisation resolved.

    `style`, `explode` and `allow_reserved` are never to be defaulted again; `media_type` is set instead for a
    parameter that is described by `content`. `shape` is what the styles distinguish; `any` when only the value can tell.
    A `constant` parameter is sent without asking.
    """

    name: str
    wire_name: str
    location: Location
    type: Type
    required: bool
    style: str = ""
    explode: bool = False
    allow_reserved: bool = False
    allow_empty_value: bool = False
    media_type: str = ""
    shape: Shape = "scalar"
    constant: bool = False
    has_default: bool = False
    default: Any = None
    doc: Doc = Doc()
    constraints: tuple[tuple[str, Any], ...] = ()
    examples: tuple[Any, ...] = ()
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """How one property of a form or multipart body is written.

    `kind` is `file` (binary: a path, bytes, a file object, a tuple), `json`, `text` (an object or array, where the schema
    allows one beside scalars, is written as JSON), or `style` (form styles of RFC 6570).
    `many` says that, where the value is an array, each member becomes a part of its own. `media_type` is what the part is labelled with,
    empty for none.
    """

    property: str
    kind: Literal["file", "json", "text", "style"]
    media_type: str = ""
    many: bool = False
    style: str = ""
    explode: bool = True
    allow_reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BodyContent:
    """One way to write a body. `media_type` as written, parameters included; `parts` for form and multipart bodies."""

    media_type: str
    kind: ContentKind
    type: Type
    parts: tuple[Part, ...] = ()
    examples: tuple[Any, ...] = ()
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A request body.

    `contents` has the preferred media type first. `flatten` says that `contents[0].type` is `Named` for an object
    model whose properties become arguments of their own; otherwise the whole body is the one argument `name`.
    """

    name: str
    required: bool
    contents: tuple[BodyContent, ...]
    flatten: bool
    doc: Doc = Doc()


@dataclass(frozen=True, slots=True)
class ResponseHeader:
    """A header that an answer declares."""

    wire_name: str
    type: Type
    required: bool = False
    doc: Doc = Doc()


@dataclass(frozen=True, slots=True)
class ResponseContent:
    """One way in which a body comes back.

    For streams (`sse`, `json-lines`) `type` is that of one event, and `envelope` says what it describes: the
    whole event as an object with `event`, `data`, `id`, `retry` (`event`), or the JSON in its data (`data`).
    `data_encoded` says that the data is declared as a string, so that it is handed over as text. `sentinel` is the data that
    ends the stream, empty when none does.
    """

    media_type: str
    kind: ContentKind
    type: Type
    envelope: Literal["", "event", "data"] = ""
    data_encoded: bool = False
    sentinel: str = ""
    examples: tuple[Any, ...] = ()
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer, by status (`200`, `4XX`, `default`). No `contents`: no body. `error` for what raises."""

    status: str
    error: bool
    contents: tuple[ResponseContent, ...] = ()
    headers: tuple[ResponseHeader, ...] = ()
    doc: Doc = Doc()


@dataclass(frozen=True, slots=True)
class PaginationInput:
    """An argument that walks the pages: `name` is the argument's code name, `location` where it goes."""

    name: str
    wire_name: str
    location: Literal["parameter", "body"]
    role: Literal["cursor", "page", "offset", "limit"]


@dataclass(frozen=True, slots=True)
class Pagination:
    """How the pages of a list follow each other.

    `items`, `next_cursor`, `next_url`, `has_more`, `page_count` and `total` are paths into the answer (empty tuple: the
    answer itself for `items`, not given for the others). `item` is the type of one item. `first_page` is the number of
    the first page for `page` kinds.
    """

    kind: Literal["cursor", "page", "offset", "url"]
    inputs: tuple[PaginationInput, ...]
    items: ValuePath
    item: Type
    next_cursor: ValuePath = ()
    next_url: ValuePath = ()
    has_more: ValuePath = ()
    page_count: ValuePath = ()
    total: ValuePath = ()
    first_page: int = 0
    link_header: bool = False


@dataclass(frozen=True, slots=True)
class Retries:
    """What the document says of retrying an operation. Times in milliseconds."""

    enabled: bool = True
    statuses: tuple[str, ...] = ()
    initial_interval: int = 500
    max_interval: int = 60_000
    exponent: float = 1.5
    max_elapsed_time: int = 3_600_000
    connection_errors: bool = True


@dataclass(frozen=True, slots=True)
class Sample:
    """A usage example that the document carries (`x-codeSamples`)."""

    language: str
    source: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of the client.

    `id` is the operationId, or `METHOD path_key` without one (plus `#stream` / `#json` when one operation with two answers
    becomes two). `resource` is the path of the resource (`("beta", "conversations")`), `name` the method's.
    `streams` says that the success answer is a stream. `pinned` holds (body property wire name, value) that this
    method always sends and that is no argument's business (`stream: true` of the streaming half of one operation).
    `security` is empty when none is needed; a `Requirement` without schemes among several means optional.
    `servers` is empty when the client's servers apply.
    """

    id: str
    operation_id: str
    name: str
    resource: tuple[str, ...]
    method: str
    path: str
    path_key: str
    variant: str
    doc: Doc
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    streams: bool = False
    pinned: tuple[tuple[str, Any], ...] = ()
    pagination: Pagination | None = None
    retries: Retries | None = None
    security: tuple[Requirement, ...] = ()
    servers: tuple[Server, ...] = ()
    idempotency_header: str = ""
    tags: tuple[str, ...] = ()
    samples: tuple[Sample, ...] = ()
    pointer: str = ""
