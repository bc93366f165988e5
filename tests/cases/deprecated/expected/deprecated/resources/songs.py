"""Methods of `songs`."""

# pyright: reportDeprecated=false
from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import deprecated

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, path, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_FIND_SONGS: Operation[list[models.Song]] = Operation(
    "songs.find_songs",
    "GET",
    "/songs",
    parameters=(query("title"), query("q")),
    answers={"200": Answer("application/json", lambda: list[models.Song])},
)
_GET_SONG: Operation[models.Song] = Operation(
    "songs.get_song",
    "GET",
    "/songs/{id}",
    parameters=(path("id"),),
    answers={"200": Answer("application/json", lambda: models.Song)},
)


class Songs(Resource):
    """The methods of `songs`."""

    @deprecated("The API deprecates it.")
    def find_songs(
        self,
        *,
        title: str | Unset = UNSET,
        q: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> list[models.Song]:
        """Find songs by their title.

        Deprecated.

        Args:
            q: What title was called. Deprecated.

        Returns:
            Songs.
        """
        # GET /songs -> list[Song]
        return self._client.call(_FIND_SONGS, locals())

    def get_song(self, id: str, **options: Unpack[CallOptions]) -> models.Song:
        """Call `GET /songs/{id}`.

        Returns:
            The song.
        """
        # GET /songs/{id} -> Song
        return self._client.call(_GET_SONG, locals())

    @property
    def with_raw_response(self) -> SongsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return SongsRaw(self)

    @property
    def with_streaming_response(self) -> SongsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return SongsStreaming(self)


class SongsRaw:
    """The methods of `Songs`, giving status and headers beside the result."""

    def __init__(self, resource: Songs) -> None:
        self.find_songs = raw(resource.find_songs)
        self.get_song = raw(resource.get_song)


class SongsStreaming:
    """The methods of `Songs`, leaving the body of the answer unread."""

    def __init__(self, resource: Songs) -> None:
        self.find_songs = streaming(resource.find_songs)
        self.get_song = streaming(resource.get_song)
