"""Models that only `songs` uses."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Song(Model, not_null=("seconds", "length")):
    title: str
    seconds: int | None = None
    length: str | None = None
    """Minutes and seconds, as 3:05.

    Deprecated.
    """


class Tape(Model, not_null=("songs",)):
    """Deprecated."""

    songs: list[Song] | None = None


class TapeDict(TypedDict):
    """What may be given for `Tape`."""

    songs: NotRequired[Sequence[Song]]
