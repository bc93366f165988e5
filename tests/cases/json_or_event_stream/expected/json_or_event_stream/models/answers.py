"""Models that only `answers` uses."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Answer(Model):
    text: str


class Piece(Model):
    delta: str


class AnswersAskRequest(Model, not_null=("stream",)):
    prompt: str
    stream: bool = False


class AnswersAskRequestDict(TypedDict):
    """What may be given for `AnswersAskRequest`."""

    prompt: str
    stream: NotRequired[bool]
