"""Methods of `vehicles`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_LIST_VEHICLES: Operation[list[models.Vehicle]] = Operation(
    "vehicles.list_vehicles",
    "GET",
    "/vehicles",
    answers={"200": Answer("application/json", lambda: list[models.Vehicle])},
)
_ADD_VEHICLE: Operation[models.Vehicle] = Operation(
    "vehicles.add_vehicle",
    "POST",
    "/vehicles",
    body=Body("application/json", lambda: models.Vehicle),
    answers={"200": Answer("application/json", lambda: models.Vehicle)},
)
_LIST_CARS: Operation[list[models.Car]] = Operation(
    "vehicles.list_cars",
    "GET",
    "/cars",
    answers={"200": Answer("application/json", lambda: list[models.Car])},
)
_ADD_TRUCK: Operation[models.Truck] = Operation(
    "vehicles.add_truck",
    "POST",
    "/trucks",
    body=Body("application/json", lambda: models.Truck),
    answers={"200": Answer("application/json", lambda: models.Truck)},
)
_LIST_TICKETS: Operation[list[models.Ticket]] = Operation(
    "vehicles.list_tickets",
    "GET",
    "/tickets",
    answers={"200": Answer("application/json", lambda: list[models.Ticket])},
)


class Vehicles(Resource):
    """The methods of `vehicles`."""

    def list_vehicles(self, **options: Unpack[CallOptions]) -> list[models.Vehicle]:
        """Call `GET /vehicles`.

        Returns:
            All of them.
        """
        # GET /vehicles -> list[Vehicle]
        return self._client.call(_LIST_VEHICLES, locals())

    def add_vehicle(
        self, *, request: models.VehicleParam, **options: Unpack[CallOptions]
    ) -> models.Vehicle:
        """Call `POST /vehicles`.

        Returns:
            The vehicle.
        """
        # POST /vehicles: Vehicle -> Vehicle
        return self._client.call(_ADD_VEHICLE, locals())

    def list_cars(self, **options: Unpack[CallOptions]) -> list[models.Car]:
        """Call `GET /cars`.

        Returns:
            Those that are cars.
        """
        # GET /cars -> list[Car]
        return self._client.call(_LIST_CARS, locals())

    def add_truck(
        self, *, request: models.TruckParam, **options: Unpack[CallOptions]
    ) -> models.Truck:
        """Call `POST /trucks`.

        Returns:
            The truck.
        """
        # POST /trucks: Truck -> Truck
        return self._client.call(_ADD_TRUCK, locals())

    def list_tickets(self, **options: Unpack[CallOptions]) -> list[models.Ticket]:
        """Call `GET /tickets`.

        Returns:
            All of them.
        """
        # GET /tickets -> list[Ticket]
        return self._client.call(_LIST_TICKETS, locals())

    @property
    def with_raw_response(self) -> VehiclesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return VehiclesRaw(self)

    @property
    def with_streaming_response(self) -> VehiclesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return VehiclesStreaming(self)


class VehiclesRaw:
    """The methods of `Vehicles`, giving status and headers beside the result."""

    def __init__(self, resource: Vehicles) -> None:
        self.list_vehicles = raw(resource.list_vehicles)
        self.add_vehicle = raw(resource.add_vehicle)
        self.list_cars = raw(resource.list_cars)
        self.add_truck = raw(resource.add_truck)
        self.list_tickets = raw(resource.list_tickets)


class VehiclesStreaming:
    """The methods of `Vehicles`, leaving the body of the answer unread."""

    def __init__(self, resource: Vehicles) -> None:
        self.list_vehicles = streaming(resource.list_vehicles)
        self.add_vehicle = streaming(resource.add_vehicle)
        self.list_cars = streaming(resource.list_cars)
        self.add_truck = streaming(resource.add_truck)
        self.list_tickets = streaming(resource.list_tickets)
