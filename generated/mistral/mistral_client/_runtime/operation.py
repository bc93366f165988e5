"""Operations as data: what generated resource modules say, and nothing that costs time before the first call."""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Coroutine, Generator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, Literal, TypeVar

from .wire import compact_json

if TYPE_CHECKING:
    import httpx

    from .client import BaseClient

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

# A type is named lazily, so that no model is imported before it is used.
LazyType = Callable[[], Any]
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
    raw: ClassVar[bool] = False

    def write(
        self, type_: Any, value: Any, extra: Mapping[str, Any], codec: Any
    ) -> tuple[Any, str]:
        """Content and Content-Type. `extra` are properties beside the value's own; `codec` is the module of that name."""
        data = codec.encode_json(Any if type_ is None else type_, value)
        return (_overlay(data, extra) if extra else data), self.media_type


def _overlay(data: bytes, extra: Mapping[str, Any]) -> bytes:
    value = json.loads(data)
    if not isinstance(value, dict):
        raise ValueError("extra_body needs a body that is a JSON object")
    return compact_json({**value, **extra}).encode()


@dataclass(eq=False, repr=False)
class Answer:
    """An answer in one media type; `events` has those that are streams.

    `kind` is `json`, `text`, `binary` or `none`. For errors `type` is the class that is raised.
    """

    media_type: str = ""
    type: LazyType | None = None
    _: KW_ONLY
    kind: str = "json"
    streams: ClassVar[bool] = False

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
