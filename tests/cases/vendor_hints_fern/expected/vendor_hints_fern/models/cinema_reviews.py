"""Models that only `cinema_reviews` uses."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Review(Model):
    text: str


class ReviewsWriteRequest(Model, not_null=("stream",)):
    movie: str
    stream: bool | None = None


class ReviewsWriteRequestDict(TypedDict):
    """What may be given for `ReviewsWriteRequest`."""

    movie: str
    stream: NotRequired[bool]


class ReviewsWriteUnprocessableContentError(Model, not_null=("detail",)):
    detail: str | None = None
