"""Methods of `answers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.events import EventStream, Stream
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_ASK: Operation[models.Answer] = Operation(
    "answers.ask",
    "POST",
    "/answers",
    body=Body("application/json", lambda: models.AnswersAskRequest, fields=("prompt",)),
    answers={"200": Answer("application/json", lambda: models.Answer)},
    pinned={"stream": False},
)
_ASK_STREAM: Operation[models.Piece] = Operation(
    "answers.ask_stream",
    "POST",
    "/answers",
    body=Body("application/json", lambda: models.AnswersAskRequest, fields=("prompt",)),
    answers={
        "200": EventStream("text/event-stream", lambda: models.Piece, envelope="data")
    },
    pinned={"stream": True},
)


class Answers(Resource):
    """The methods of `answers`."""

    @overload
    def ask(self, *, prompt: str, **options: Unpack[CallOptions]) -> models.Answer: ...

    @overload
    def ask(
        self,
        *,
        request: models.AnswersAskRequest | models.AnswersAskRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Answer: ...

    def ask(
        self,
        *,
        prompt: str | Unset = UNSET,
        request: (
            models.AnswersAskRequest | models.AnswersAskRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Answer:
        """Call `POST /answers`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The whole answer, or pieces of it.
        """
        # POST /answers: AnswersAskRequest -> Answer
        return self._client.call(_ASK, locals())

    @overload
    def ask_stream(
        self, *, prompt: str, **options: Unpack[CallOptions]
    ) -> Stream[models.Piece]: ...

    @overload
    def ask_stream(
        self,
        *,
        request: models.AnswersAskRequest | models.AnswersAskRequestDict,
        **options: Unpack[CallOptions],
    ) -> Stream[models.Piece]: ...

    def ask_stream(
        self,
        *,
        prompt: str | Unset = UNSET,
        request: (
            models.AnswersAskRequest | models.AnswersAskRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> Stream[models.Piece]:
        """Call `POST /answers`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The whole answer, or pieces of it.
        """
        # POST /answers: AnswersAskRequest -> stream of Piece
        return Stream.open(self._client, _ASK_STREAM, locals())

    @property
    def with_raw_response(self) -> AnswersRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return AnswersRaw(self)

    @property
    def with_streaming_response(self) -> AnswersStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return AnswersStreaming(self)


class AnswersRaw:
    """The methods of `Answers`, giving status and headers beside the result."""

    def __init__(self, resource: Answers) -> None:
        self.ask = raw(resource.ask)
        self.ask_stream = raw(resource.ask_stream)


class AnswersStreaming:
    """The methods of `Answers`, leaving the body of the answer unread."""

    def __init__(self, resource: Answers) -> None:
        self.ask = streaming(resource.ask)
        self.ask_stream = streaming(resource.ask_stream)
