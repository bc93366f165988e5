"""Methods of `boats`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .. import errors, models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, path, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_LIST_BOATS: Operation[list[models.Boat]] = Operation(
    "boats.list_boats",
    "GET",
    "/boats",
    parameters=(query("page"), query("flag")),
    answers={"200": Answer("application/json", lambda: list[models.Boat])},
)
_REPLACE_BOAT: Operation[models.Boat] = Operation(
    "boats.replace_boat",
    "PUT",
    "/boats/{boat_id}",
    parameters=(path("boat_id"),),
    body=Body(
        "application/json",
        lambda: models.Boat,
        fields=("name", "flag", "mooring", "harbour", "tenders"),
    ),
    answers={"200": Answer("application/json", lambda: models.Boat)},
    errors={"404": Answer("application/json", lambda: errors.MissingError)},
)


class Boats(Resource):
    """The methods of `boats`."""

    def list_boats(
        self,
        *,
        page: int | Unset = UNSET,
        flag: models.Flag | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> list[models.Boat]:
        """Call `GET /boats`.

        Returns:
            Boats.
        """
        # GET /boats -> list[Boat]
        return self._client.call(_LIST_BOATS, locals())

    @overload
    def replace_boat(
        self,
        boat_id: str,
        *,
        name: str,
        flag: models.Flag | Unset = UNSET,
        mooring: models.Mooring | models.MooringDict | Unset = UNSET,
        harbour: models.Harbour | models.HarbourDict | Unset = UNSET,
        tenders: Sequence[models.Boat | models.BoatDict] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Boat: ...

    @overload
    def replace_boat(
        self,
        boat_id: str,
        *,
        request: models.Boat | models.BoatDict,
        **options: Unpack[CallOptions],
    ) -> models.Boat: ...

    def replace_boat(
        self,
        boat_id: str,
        *,
        name: str | Unset = UNSET,
        flag: models.Flag | Unset = UNSET,
        mooring: models.Mooring | models.MooringDict | Unset = UNSET,
        harbour: models.Harbour | models.HarbourDict | Unset = UNSET,
        tenders: Sequence[models.Boat | models.BoatDict] | Unset = UNSET,
        request: models.Boat | models.BoatDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Boat:
        """Call `PUT /boats/{boat_id}`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The boat.

        Raises:
            errors.MissingError: 404. Not there.
        """
        # PUT /boats/{boat_id}: Boat -> Boat
        return self._client.call(_REPLACE_BOAT, locals())

    @property
    def with_raw_response(self) -> BoatsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return BoatsRaw(self)

    @property
    def with_streaming_response(self) -> BoatsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return BoatsStreaming(self)


class BoatsRaw:
    """The methods of `Boats`, giving status and headers beside the result."""

    def __init__(self, resource: Boats) -> None:
        self.list_boats = raw(resource.list_boats)
        self.replace_boat = raw(resource.replace_boat)


class BoatsStreaming:
    """The methods of `Boats`, leaving the body of the answer unread."""

    def __init__(self, resource: Boats) -> None:
        self.list_boats = streaming(resource.list_boats)
        self.replace_boat = streaming(resource.replace_boat)
