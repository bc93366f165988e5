"""Methods of `tracks`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_TRACK: Operation[models.Track] = Operation(
    "tracks.put_track",
    "PUT",
    "/tracks",
    body=Body(
        "application/json",
        lambda: models.Track,
        fields=("start", "stop", "matrix", "legs", "leader", "marks", "pair"),
    ),
    answers={"200": Answer("application/json", lambda: models.Track)},
)


class Tracks(Resource):
    """The methods of `tracks`."""

    @overload
    def put_track(
        self,
        *,
        start: tuple[float, float],
        stop: (
            Sequence[models.Place | models.PlaceDict | datetime.date | str] | Unset
        ) = UNSET,
        matrix: Sequence[Sequence[int]] | Unset = UNSET,
        legs: Sequence[tuple[str, int]] | Unset = UNSET,
        leader: (
            tuple[models.Place | models.PlaceDict, int]
            | tuple[models.Place | models.PlaceDict]
            | tuple[()]
            | Unset
        ) = UNSET,
        marks: Sequence[str | int] | Unset = UNSET,
        pair: models.TrackPairParam | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Track: ...

    @overload
    def put_track(
        self,
        *,
        request: models.Track | models.TrackDict,
        **options: Unpack[CallOptions],
    ) -> models.Track: ...

    def put_track(
        self,
        *,
        start: tuple[float, float] | Unset = UNSET,
        stop: (
            Sequence[models.Place | models.PlaceDict | datetime.date | str] | Unset
        ) = UNSET,
        matrix: Sequence[Sequence[int]] | Unset = UNSET,
        legs: Sequence[tuple[str, int]] | Unset = UNSET,
        leader: (
            tuple[models.Place | models.PlaceDict, int]
            | tuple[models.Place | models.PlaceDict]
            | tuple[()]
            | Unset
        ) = UNSET,
        marks: Sequence[str | int] | Unset = UNSET,
        pair: models.TrackPairParam | Unset = UNSET,
        request: models.Track | models.TrackDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Track:
        """Call `PUT /tracks`.

        Args:
            stop: A place, when it was reached, and then any words.
            leader: Who leads, and how many follow; a list of none is valid, too.
            marks: More lengths than a type says well.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The track.
        """
        # PUT /tracks: Track -> Track
        return self._client.call(_PUT_TRACK, locals())

    @property
    def with_raw_response(self) -> TracksRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return TracksRaw(self)

    @property
    def with_streaming_response(self) -> TracksStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return TracksStreaming(self)


class TracksRaw:
    """The methods of `Tracks`, giving status and headers beside the result."""

    def __init__(self, resource: Tracks) -> None:
        self.put_track = raw(resource.put_track)


class TracksStreaming:
    """The methods of `Tracks`, leaving the body of the answer unread."""

    def __init__(self, resource: Tracks) -> None:
        self.put_track = streaming(resource.put_track)
