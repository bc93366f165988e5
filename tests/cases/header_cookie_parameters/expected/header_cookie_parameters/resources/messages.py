"""Methods of `messages`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, cookie, header
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_SEND_HEADERS: Operation[None] = Operation(
    "messages.send_headers",
    "GET",
    "/headers",
    parameters=(
        header("X-Text", argument="x_text", required=True),
        header("X-List", argument="x_list"),
        header("X-Object", argument="x_object", codec=lambda: models.Colour),
        header(
            "X-Spread", argument="x_spread", explode=True, codec=lambda: models.Colour
        ),
        header("X-Flag", argument="x_flag"),
    ),
    answers={"204": Answer(kind="none")},
)
_SEND_COOKIES: Operation[None] = Operation(
    "messages.send_cookies",
    "GET",
    "/cookies",
    parameters=(
        cookie("session", required=True),
        cookie("visits"),
        cookie("list", explode=False),
    ),
    answers={"204": Answer(kind="none")},
)


class Messages(Resource):
    """The methods of `messages`."""

    def send_headers(
        self,
        *,
        x_text: str,
        x_list: Sequence[int] | Unset = UNSET,
        x_object: models.Colour | models.ColourDict | Unset = UNSET,
        x_spread: models.Colour | models.ColourDict | Unset = UNSET,
        x_flag: bool | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /headers`."""
        # GET /headers -> None
        return self._client.call(_SEND_HEADERS, locals())

    def send_cookies(
        self,
        *,
        session: str,
        visits: int | Unset = UNSET,
        list: Sequence[str] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /cookies`."""
        # GET /cookies -> None
        return self._client.call(_SEND_COOKIES, locals())

    @property
    def with_raw_response(self) -> MessagesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return MessagesRaw(self)

    @property
    def with_streaming_response(self) -> MessagesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return MessagesStreaming(self)


class MessagesRaw:
    """The methods of `Messages`, giving status and headers beside the result."""

    def __init__(self, resource: Messages) -> None:
        self.send_headers = raw(resource.send_headers)
        self.send_cookies = raw(resource.send_cookies)


class MessagesStreaming:
    """The methods of `Messages`, leaving the body of the answer unread."""

    def __init__(self, resource: Messages) -> None:
        self.send_headers = streaming(resource.send_headers)
        self.send_cookies = streaming(resource.send_cookies)
