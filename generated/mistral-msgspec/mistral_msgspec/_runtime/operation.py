"""Operations as data: what generated resource modules say, and nothing that costs time before the first call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Generator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from functools import partial, wraps
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Final,
    Generic,
    ParamSpec,
    Protocol,
    TypeVar,
)

from .unset import UNSET

if TYPE_CHECKING:
    from .client import BaseClient
    from .responses import AsyncStreamedResponse, RawResponse, StreamedResponse

T = TypeVar("T")
C = TypeVar("C", bound="AsyncCloses")
P = ParamSpec("P")

# A type is named lazily, so that no model is imported before it is used.
LazyType = Callable[[], Any]

_STYLES: Final = {"path": "simple", "header": "simple"}


@dataclass(eq=False, repr=False)
class Parameter:
    """A parameter of an operation (https://spec.openapis.org/oas/v3.2.0.html#parameter-object).

    `wire` is its name there, `argument` the name of the method's argument. `json` is for parameters described by
    `content`. `required` refuses `None`, which is else as good as not given. `codec` names the type whose wire form is
    sent; without one it follows from the value.
    """

    location: str
    wire: str
    _: KW_ONLY
    argument: str = ""
    style: str = ""
    explode: bool | None = None
    required: bool = False
    allow_reserved: bool = False
    allow_empty: bool = False
    json: bool = False
    codec: LazyType | None = None
    constant: Any = UNSET

    def __post_init__(self) -> None:
        self.argument = self.argument or self.wire
        self.style = self.style or _STYLES.get(self.location, "form")
        self.required = self.required or self.location == "path"
        if self.explode is None:
            self.explode = self.style in ("form", "cookie")


path = partial(Parameter, "path")
query = partial(Parameter, "query")
header = partial(Parameter, "header")
cookie = partial(Parameter, "cookie")
querystring = partial(Parameter, "querystring")


@dataclass(eq=False, repr=False)
class Part:
    """How one property of a form or multipart body is written.

    `kind` is `file`, `json`, `text` or `style` (RFC 6570); `many` says that each member of an array becomes a part
    of its own. `headers` are sent with each part.
    """

    wire: str
    kind: str = "text"
    _: KW_ONLY
    media_type: str = ""
    many: bool = False
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    codec: LazyType | None = None
    constant: Any = UNSET
    allow_empty: ClassVar[bool] = False

    @property
    def json(self) -> bool:
        """Whether the property is written as JSON."""
        return self.kind == "json"


@dataclass(eq=False, repr=False)
class Body:
    """A request body in one media type.

    `kind` is `json`, `form`, `multipart`, `text` or `binary`. `fields` are the arguments that the body is made of, each
    a wire name or an (argument, wire name) pair; without them the argument `argument` is the whole body.
    """

    media_type: str
    type: LazyType | None = None
    _: KW_ONLY
    kind: str = "json"
    fields: tuple[str | tuple[str, str], ...] | None = None
    argument: str = "request"
    required: bool = True
    parts: tuple[Part, ...] = ()


@dataclass(eq=False, repr=False)
class Answer:
    """An answer in one media type.

    `kind` is `json`, `text`, `binary`, `sse`, `json-lines` or `none`. For streams `type` is that of one event and
    `envelope` what it describes (`event`, `data` or nothing); `sentinel` is the data that ends the stream.
    For errors `type` is the class that is raised.
    """

    media_type: str = ""
    type: LazyType | None = None
    _: KW_ONLY
    kind: str = "json"
    envelope: str = ""
    data_encoded: bool = False
    sentinel: str = ""


@dataclass(eq=False, repr=False)
class Server:
    """A base URL. `variables` maps each variable of the URL to (default, allowed values; none at all: any)."""

    url: str
    name: str = ""
    variables: Mapping[str, tuple[str, tuple[str, ...]]] = field(
        default_factory=dict[str, tuple[str, tuple[str, ...]]]
    )


@dataclass(eq=False, repr=False)
class Pagination:
    """How the pages of a list follow each other.

    `kind` is `cursor`, `page`, `offset` or `url`; `argument` the method's argument that asks for another page. The rest are
    paths of attribute names (keys, for maps) into the result; `items` is empty when the result itself is the list.
    `link_header` takes the URL from the header `Link` (RFC 8288).
    """

    kind: str
    argument: str = ""
    _: KW_ONLY
    items: tuple[str, ...] = ()
    next_cursor: tuple[str, ...] = ()
    next_url: tuple[str, ...] = ()
    has_more: tuple[str, ...] = ()
    page_count: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    first_page: int = 1
    link_header: bool = False


Answers = Mapping[str, "Answer | tuple[Answer, ...]"]
Security = tuple[tuple[str, ...], ...]


@dataclass(eq=False, repr=False)
class Operation(Generic[T]):
    """One method of the client; `T` is its result, or one event of its stream.

    `answers` and `errors` are by status (`200`, `4XX`, `default`). `pinned` are body properties that are always sent.
    `security` holds alternatives, each the names of the schemes that go together; None: as the client. `servers` take the place
    of the client's. `retries` are the arguments of the `RetryConfig` that the document declares. `idempotency` names the header for idempotency keys.
    `plan` is made at the first call.
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
    accept: str = ""
    pinned: Mapping[str, Any] = field(default_factory=dict[str, Any])
    security: Security | None = None
    servers: tuple[Server, ...] = ()
    retries: Mapping[str, Any] | None = None
    idempotent: bool | None = None
    idempotency: str = ""
    pagination: Pagination | None = None
    plan: Any = None

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"


class Resource:
    """A group of methods. It holds its client and nothing else."""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncCloses(Protocol):
    """What `async with` closes."""

    async def aclose(self) -> None: ...


class Opening(Generic[C]):
    """A call under way that gives something to be closed: `await` it, or use it in `async with`."""

    def __init__(self, opening: Coroutine[Any, Any, C]) -> None:
        self._opening = opening
        self._opened: C | None = None

    def __await__(self) -> Generator[Any, Any, C]:
        return self._opening.__await__()

    async def __aenter__(self) -> C:
        self._opened = await self._opening
        return self._opened

    async def __aexit__(self, *exc: object) -> None:
        if self._opened is not None:
            await self._opened.aclose()


def _with_mode(method: Callable[..., Any], mode: str) -> Callable[..., Any]:
    @wraps(method)
    def call(*args: Any, **kwargs: Any) -> Any:
        return method(*args, **kwargs, _response=mode)

    return call


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """The same call, giving status and headers beside the result."""
    return _with_mode(method, "raw")


def raw_async(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Awaitable[RawResponse[T]]]:
    """As `raw`, awaited."""
    return _with_mode(method, "raw")


def streaming(method: Callable[P, T]) -> Callable[P, StreamedResponse[T]]:
    """The same call, the body of its answer not read: use the result in a `with` statement."""
    return _with_mode(method, "streamed")


def streaming_async(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Opening[AsyncStreamedResponse[T]]]:
    """As `streaming`, for `async with`."""
    call = _with_mode(method, "streamed")

    @wraps(method)
    def opening(*args: P.args, **kwargs: P.kwargs) -> Opening[AsyncStreamedResponse[T]]:
        return Opening(call(*args, **kwargs))

    return opening
