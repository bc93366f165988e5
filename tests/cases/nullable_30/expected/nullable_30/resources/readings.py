"""Methods of `readings`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_READING: Operation[models.Reading] = Operation(
    "readings.put_reading",
    "PUT",
    "/readings",
    body=Body(
        "application/json",
        lambda: models.Reading,
        fields=(
            "name",
            "quality",
            "note",
            "samples",
            "by_hour",
            "station",
            "relay",
            "backup",
        ),
    ),
    answers={"200": Answer("application/json", lambda: models.Reading)},
)


class Readings(Resource):
    """The methods of `readings`."""

    @overload
    def put_reading(
        self,
        *,
        name: str | None,
        quality: models.ReadingQuality | None,
        note: str | Unset = UNSET,
        samples: Sequence[float | None] | None | Unset = UNSET,
        by_hour: Mapping[str, int | None] | None | Unset = UNSET,
        station: models.Station | models.StationDict | None | Unset = UNSET,
        relay: models.Station | models.StationDict | None | Unset = UNSET,
        backup: models.Station | models.StationDict | None | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Reading: ...

    @overload
    def put_reading(
        self,
        *,
        request: models.Reading | models.ReadingDict,
        **options: Unpack[CallOptions],
    ) -> models.Reading: ...

    def put_reading(
        self,
        *,
        name: str | None | Unset = UNSET,
        quality: models.ReadingQuality | None | Unset = UNSET,
        note: str | Unset = UNSET,
        samples: Sequence[float | None] | None | Unset = UNSET,
        by_hour: Mapping[str, int | None] | None | Unset = UNSET,
        station: models.Station | models.StationDict | None | Unset = UNSET,
        relay: models.Station | models.StationDict | None | Unset = UNSET,
        backup: models.Station | models.StationDict | None | Unset = UNSET,
        request: models.Reading | models.ReadingDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Reading:
        """Call `PUT /readings`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The reading.
        """
        # PUT /readings: Reading -> Reading
        return self._client.call(_PUT_READING, locals())

    @property
    def with_raw_response(self) -> ReadingsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ReadingsRaw(self)

    @property
    def with_streaming_response(self) -> ReadingsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ReadingsStreaming(self)


class ReadingsRaw:
    """The methods of `Readings`, giving status and headers beside the result."""

    def __init__(self, resource: Readings) -> None:
        self.put_reading = raw(resource.put_reading)


class ReadingsStreaming:
    """The methods of `Readings`, leaving the body of the answer unread."""

    def __init__(self, resource: Readings) -> None:
        self.put_reading = streaming(resource.put_reading)
