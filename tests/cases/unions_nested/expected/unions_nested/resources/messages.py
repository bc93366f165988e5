"""Methods of `messages`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_SEND_MESSAGE: Operation[models.Content] = Operation(
    "messages.send_message",
    "POST",
    "/messages",
    body=Body(
        "application/json",
        lambda: models.SendMessageRequest,
        fields=("content", "audience"),
    ),
    answers={"200": Answer("application/json", lambda: models.Content)},
)


class Messages(Resource):
    """The methods of `messages`."""

    @overload
    def send_message(
        self,
        *,
        content: models.ContentParam,
        audience: models.SendMessageRequestAudienceParam | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Content: ...

    @overload
    def send_message(
        self,
        *,
        request: models.SendMessageRequest | models.SendMessageRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Content: ...

    def send_message(
        self,
        *,
        content: models.ContentParam | Unset = UNSET,
        audience: models.SendMessageRequestAudienceParam | None | Unset = UNSET,
        request: (
            models.SendMessageRequest | models.SendMessageRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Content:
        """Call `POST /messages`.

        Args:
            audience: Everybody when absent.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            What was sent.
        """
        # POST /messages: SendMessageRequest -> Content
        return self._client.call(_SEND_MESSAGE, locals())

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
        self.send_message = raw(resource.send_message)


class MessagesStreaming:
    """The methods of `Messages`, leaving the body of the answer unread."""

    def __init__(self, resource: Messages) -> None:
        self.send_message = streaming(resource.send_message)
