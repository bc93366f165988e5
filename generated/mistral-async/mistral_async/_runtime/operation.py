"""Operations as data, as generated resource modules say them, and how values are written: JSON, headers, parameters.

Parameters are written here in the styles `simple` and `form`; `styles` has the others.
https://spec.openapis.org/oas/v3.2.0.html#style-examples and RFC 6570 say how; RFC 3986 says what is percent-encoded.
"""

from __future__ import annotations

import enum
import json
import re
from collections.abc import Callable, Coroutine, Generator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from decimal import Decimal
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeGuard, TypeVar
from urllib.parse import quote

from .errors import ArgumentError


class _Models:
    """The module `models`, imported when something of it is first wanted: by calls alone, and it takes longest."""

    def __getattr__(self, name: str) -> Any:
        value = getattr(import_module(".models", __package__), name)
        setattr(self, name, value)
        return value


if TYPE_CHECKING:
    import httpx

    from . import models as models
    from .client import BaseClient
else:
    models = _Models()

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

# All of RFC 3986 but `#`, which would end the query.
RESERVED: Final = ":/?[]@!$&'()*+,;="
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")

# A type is named lazily, so that no model is imported before it is used.
LazyType = Callable[[], Any]
# The arguments of a call by their names, or properties of an object by theirs.
Given = Mapping[str, Any]
# How a value of JSON is written as a parameter: as a text in paths and headers, else as a list of encoded pairs.
Writer = Callable[[Any, Any], Any]


class Unset(enum.Enum):
    """The type of `UNSET`."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
"""The value of an argument that was not given, as against `None`, which is sent as null."""


@dataclass(eq=False, repr=False)
class Parameter:
    """A parameter of an operation (https://spec.openapis.org/oas/v3.2.0.html#parameter-object).

    `wire` is its name there, `argument` the name of the method's argument. `write` is for styles other than `simple`
    and `form`, `json` for parameters described by `content`. `required` refuses `None`, which is else as good as not given.
    `codec` names the type whose wire form is sent; without one it follows from the value.
    """

    location: str
    wire: str
    _: KW_ONLY
    argument: str = ""
    write: Writer | None = None
    explode: bool | None = None
    required: bool = False
    allow_reserved: bool = False
    allow_empty: bool = False
    json: bool = False
    codec: LazyType | None = None
    constant: Any = UNSET

    def __post_init__(self) -> None:
        self.argument = self.argument or self.wire
        self.required = self.required or self.location == "path"
        if self.explode is None:
            self.explode = self.location in ("query", "cookie")


path = partial(Parameter, "path")
query = partial(Parameter, "query")
header = partial(Parameter, "header")
cookie = partial(Parameter, "cookie")


@dataclass(eq=False, repr=False)
class Body:
    """A request body in one media type, here JSON; `bodies` has the others.

    `fields` are the arguments that the body is made of, each a wire name or an (argument, wire name) pair; without them the
    argument `argument` is the whole body.
    """

    media_type: str
    type: LazyType | None = None
    _: KW_ONLY
    fields: tuple[str | tuple[str, str], ...] | None = None
    argument: str = "request"
    required: bool = True
    raw = False
    plain = False

    def write(self, type_: Any, value: Any, extra: Given) -> tuple[Any, str]:
        """Content and Content-Type. `extra` are properties beside the value's own."""
        data = models.encode_json(Any if type_ is None else type_, value)
        return (_overlay(data, extra) if extra else data), self.media_type


def _overlay(data: bytes, extra: Given) -> bytes:
    value = json.loads(data)
    if not isinstance(value, dict):
        raise ValueError("extra_body needs a body that is a JSON object")
    return compact_json({**value, **models.to_jsonable(None, extra)}).encode()


@dataclass(eq=False, repr=False)
class Answer:
    """An answer in one media type; `events` has those that are streams.

    `kind` is `json`, `text`, `binary` or `none`. For errors `type` is the class that is raised.
    """

    media_type: str = ""
    type: LazyType | None = None
    _: KW_ONLY
    kind: str = "json"
    streams = False

    def open(self, response: httpx.Response, limit: int, asynchronous: bool) -> Any:
        """Give the stream of such an answer, None for one that is not."""
        return None


@dataclass(eq=False, repr=False)
class Server:
    """A base URL. `variables` maps each variable of the URL to (default, allowed values; none at all: any)."""

    url: str
    name: str = ""
    variables: Mapping[str, tuple[str, tuple[str, ...]]] = field(
        default_factory=dict[str, tuple[str, tuple[str, ...]]]
    )


@dataclass(eq=False, repr=False)
class Scheme:
    """A security scheme (https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object).

    `kind` is `bearer`, `basic`, `http`, `api-key`, `oauth2`, `open-id-connect` or `mutual-tls`; `env` the environment
    variable that may hold the credential; `location` and `wire` are for API keys.
    """

    kind: str
    _: KW_ONLY
    env: str = ""
    location: str = "header"
    wire: str = ""
    http_scheme: str = ""
    token_url: str = ""


Answers = Mapping[str, "Answer | tuple[Answer, ...]"]
Security = tuple[tuple[str, ...], ...]


@dataclass(eq=False, repr=False)
class Operation(Generic[T]):
    """One method of the client; `T` is its result, or one event of its stream.

    `answers` and `errors` are by status (`200`, `4XX`, `default`). `pinned` are body properties that are always sent.
    `security` holds alternatives, each the names of the schemes that go together; None: as the client. `servers` take the place
    of the client's. `retries` are the arguments of the `RetryConfig` that the document declares. `idempotency` names the header for idempotency keys.
    `pagination` is one of `paging`. `plan` is made at the first call.
    """

    name: str
    method: str
    path: str
    _: KW_ONLY
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    bodies: tuple[Body, ...] = ()
    answers: Answers = field(default_factory=dict[str, Answer])
    errors: Answers = field(default_factory=dict[str, Answer])
    pinned: Mapping[str, Any] = field(default_factory=dict[str, Any])
    security: Security | None = None
    servers: tuple[Server, ...] = ()
    retries: Mapping[str, Any] | None = None
    idempotency: str = ""
    pagination: Any = None
    plan: Any = None

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"


class Resource:
    """A group of methods. It holds its client and nothing else."""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class Calling(Coroutine[Any, Any, T_co]):
    """A call that is made when it is awaited, and that can be used in other ways besides."""

    def __init__(self, call: Any, name: str = "") -> None:
        self._call = call
        # What Python and its tasks call it, when nobody awaits it.
        self.__name__ = self.__qualname__ = name
        call.__qualname__ = name or call.__qualname__

    def __await__(self) -> Generator[Any, Any, T_co]:
        found: Generator[Any, Any, T_co] = self._call.__await__()
        return found

    def send(self, value: Any, /) -> Any:
        return self._call.send(value)

    def throw(self, *exc: Any) -> Any:
        return self._call.throw(*exc)

    def close(self) -> None:
        self._call.close()


# How values are written


def percent(text: str, reserved: bool = False, safe: str = RESERVED) -> str:
    """Percent-encode as UTF-8. `reserved` keeps the reserved characters `safe` and what is encoded already."""
    if not reserved or "%" not in text:
        return quote(text, safe=safe if reserved else "")
    pieces = re.split("(%[0-9A-Fa-f]{2})", text)
    return "".join(p if i % 2 else quote(p, safe=safe) for i, p in enumerate(pieces))


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether a JSON value is an array."""
    return isinstance(value, list)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def text_of(value: Any) -> str:
    """The text of a scalar: JSON's, but without quotation marks and never in scientific notation."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise ValueError(f"{value} cannot be sent")
        text = repr(value)
        return format(Decimal(text), "f") if "e" in text else text
    return compact_json(value) if isinstance(value, (bool, dict, list)) else str(value)


def compact_json(value: Any, ascii_: bool = False) -> str:
    """JSON without white space; text that is not ASCII stays as it is, or is escaped when `ascii_` is wanted."""
    separators = (",", ":")
    return json.dumps(
        value, ensure_ascii=ascii_, separators=separators, allow_nan=False
    )


def header_bytes(name: str, value: str) -> bytes:
    """The value of a header (RFC 9110, section 5.5); text that is not ASCII goes as UTF-8.

    Raises `ArgumentError` for a name that is none, and for control characters.
    """
    if not _TOKEN.fullmatch(name):
        raise ArgumentError(f"{name!r} cannot be the name of a header")
    if not value.isprintable() and re.search(r"[\0-\x08\n-\x1f\x7f]", value):
        raise ArgumentError(f"header {name!r} cannot hold control characters")
    return value.strip(" \t").encode()


def texts_of(p: Parameter, value: Any, encode: Callable[[str], str]) -> list[str]:
    """The texts that a value comes to: `name=value` for an object that is exploded; else its names and values in turn.

    Nulls are left out (RFC 6570, section 2.3).
    """
    if is_array(value):
        return [encode(text_of(member)) for member in value if member is not None]
    if not is_object(value):
        return [encode(text_of(value))]
    given = [(str(k), text_of(v)) for k, v in value.items() if v is not None]
    if p.explode:
        return [f"{encode(name)}={encode(text)}" for name, text in given]
    return [encode(text) for pair in given for text in pair]


def in_path(p: Parameter, text: str) -> str:
    """A text as it stands in a path."""
    return percent(text, p.allow_reserved, ":@!$&'()*+,;=")


def simple(p: Parameter, value: Any) -> str:
    """A path parameter in style `simple`."""
    return ",".join(texts_of(p, value, partial(in_path, p)))


def header_text(p: Parameter, value: Any) -> str:
    """A header parameter, whose style is `simple`; nothing is percent-encoded."""
    return ",".join(texts_of(p, value, str))


def form(p: Parameter, value: Any, separator: str = ",") -> list[str]:
    """`name=value` pairs in style `form`, encoded. `separator` joins what is not exploded."""
    encode = partial(percent, reserved=p.allow_reserved)
    return pairs_of(p, percent(p.wire), value, encode, separator)


def pairs_of(
    p: Parameter,
    name: str,
    value: Any,
    encode: Callable[[str], str],
    separator: str = ",",
) -> list[str]:
    """`name=value` pairs; an object that is exploded has names of its own."""
    texts = texts_of(p, value, encode)
    if is_object(value) and p.explode:
        return texts
    if not texts:
        return [f"{name}="] if p.allow_empty else []
    if not p.explode:
        texts = [separator.join(texts)]
    return [f"{name}={text}" for text in texts]
