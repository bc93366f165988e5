"""Methods of `trips`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_TRIP: Operation[models.Trip] = Operation(
    "trips.put_trip",
    "PUT",
    "/trips",
    body=Body(
        "application/json",
        lambda: models.Trip,
        fields=("start", "goal", "labelled", "speed", "code"),
    ),
    answers={"200": Answer("application/json", lambda: models.Trip)},
)


class Trips(Resource):
    """The methods of `trips`."""

    @overload
    def put_trip(
        self,
        *,
        start: models.Point | models.PointDict,
        goal: models.Point | models.PointDict | Unset = UNSET,
        labelled: models.TripLabelled | models.TripLabelledDict | Unset = UNSET,
        speed: models.Speed | Unset = UNSET,
        code: models.Code | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Trip: ...

    @overload
    def put_trip(
        self, *, request: models.Trip | models.TripDict, **options: Unpack[CallOptions]
    ) -> models.Trip: ...

    def put_trip(
        self,
        *,
        start: models.Point | models.PointDict | Unset = UNSET,
        goal: models.Point | models.PointDict | Unset = UNSET,
        labelled: models.TripLabelled | models.TripLabelledDict | Unset = UNSET,
        speed: models.Speed | Unset = UNSET,
        code: models.Code | Unset = UNSET,
        request: models.Trip | models.TripDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Trip:
        """Call `PUT /trips`.

        Args:
            start: Where the trip begins.
            goal: Deprecated.
            labelled: A point with a label.
            speed: Default of the server: 4. At least 1.
            code: At least 2 characters. At most 8 characters.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The trip.
        """
        # PUT /trips: Trip -> Trip
        return self._client.call(_PUT_TRIP, locals())

    @property
    def with_raw_response(self) -> TripsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return TripsRaw(self)

    @property
    def with_streaming_response(self) -> TripsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return TripsStreaming(self)


class TripsRaw:
    """The methods of `Trips`, giving status and headers beside the result."""

    def __init__(self, resource: Trips) -> None:
        self.put_trip = raw(resource.put_trip)


class TripsStreaming:
    """The methods of `Trips`, leaving the body of the answer unread."""

    def __init__(self, resource: Trips) -> None:
        self.put_trip = streaming(resource.put_trip)
