"""Models that only `messages` uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant, OpenUnion, UnknownMember, UnrecognizedStr
from .._runtime.models import Model


class TextChunk(Model, constants=("type",)):
    type: Annotated[Literal["text"], Constant()] = "text"
    text: str


class TextChunkDict(TypedDict):
    """What may be given for `TextChunk`."""

    type: NotRequired[Literal["text"]]
    text: str


class ImageChunk(Model, constants=("type",)):
    type: Annotated[Literal["image"], Constant()] = "image"
    url: str


class ImageChunkDict(TypedDict):
    """What may be given for `ImageChunk`."""

    type: NotRequired[Literal["image"]]
    url: str


class SoundChunk(Model, constants=("type",)):
    type: Annotated[Literal["sound"], Constant()] = "sound"
    seconds: float


class SoundChunkDict(TypedDict):
    """What may be given for `SoundChunk`."""

    type: NotRequired[Literal["sound"]]
    seconds: float


class UnknownMedia(UnknownMember):
    """A kind of `Media` that this client does not know yet: `raw` holds it."""


Media: TypeAlias = Annotated[
    ImageChunk | SoundChunk | UnknownMedia,
    OpenUnion("type", {"image": ImageChunk, "sound": SoundChunk}, unknown=UnknownMedia),
]

MediaParam: TypeAlias = (
    ImageChunk | ImageChunkDict | SoundChunk | SoundChunkDict | UnknownMedia
)


class UnknownChunk(UnknownMember):
    """A kind of `Chunk` that this client does not know yet: `raw` holds it."""


Chunk: TypeAlias = Annotated[
    TextChunk | Media | UnknownChunk,
    OpenUnion(
        "type",
        {"text": TextChunk, "image": Media, "sound": Media},
        unknown=UnknownChunk,
    ),
]

ChunkParam: TypeAlias = TextChunk | TextChunkDict | MediaParam | UnknownChunk


class UnknownContent(UnknownMember):
    """A kind of `Content` that this client does not know yet: `raw` holds it."""


Content: TypeAlias = Annotated[
    str | list[Chunk] | UnknownContent, OpenUnion(unknown=UnknownContent)
]

ContentParam: TypeAlias = str | Sequence[ChunkParam] | UnknownContent

SendMessageRequestAudienceEnum: TypeAlias = (
    Literal["friends", "nobody"] | UnrecognizedStr
)


class UnknownSendMessageRequestAudience(UnknownMember):
    """A kind of `SendMessageRequestAudience` that this client does not know yet: `raw`
    holds it.
    """


SendMessageRequestAudience: TypeAlias = Annotated[
    SendMessageRequestAudienceEnum | list[str] | UnknownSendMessageRequestAudience,
    OpenUnion(unknown=UnknownSendMessageRequestAudience),
]
"""Everybody when absent."""

SendMessageRequestAudienceParam: TypeAlias = (
    SendMessageRequestAudienceEnum | Sequence[str] | UnknownSendMessageRequestAudience
)


class SendMessageRequest(Model):
    content: Content
    audience: SendMessageRequestAudience | None = None
    """Everybody when absent."""


class SendMessageRequestDict(TypedDict):
    """What may be given for `SendMessageRequest`."""

    content: ContentParam
    audience: NotRequired[SendMessageRequestAudienceParam | None]
