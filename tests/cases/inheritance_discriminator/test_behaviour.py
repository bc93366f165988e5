"""A base with a discriminator stands for whoever is made of it: the tag is the mapped name, or that of the schema.

Discriminator Object: https://spec.openapis.org/oas/v3.0.4.html#discriminator-object
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from support.loopback import json_reply

VEHICLES = [
    {"kind": "bike", "wheels": 2, "basket": True},
    {"kind": "Car", "wheels": 4, "doors": 5},
    {"kind": "Taxi", "wheels": 4, "doors": 5, "licence": "T1"},
    {"kind": "lorry", "wheels": 6, "load": 7.5},
    {"kind": "Crane", "wheels": 8, "load": 40.0, "reach": 60.0},
    {"kind": "FireEngine", "wheels": 6, "load": 3.5},
]


def test_the_tag_names_the_class(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    server.reply = json_reply([*VEHICLES, {"kind": "Sledge", "wheels": 0}])
    found = api.vehicles.list_vehicles()
    assert [type(each) for each in found] == [
        *(models.Bicycle, models.CarBase, models.Taxi, models.TruckBase, models.Crane),
        *(models.FireEngine, models.UnknownVehicle),
    ]
    assert found[6].raw == {"kind": "Sledge", "wheels": 0}


def test_one_in_the_middle_stands_for_itself_and_for_its_heirs(
    client: ModuleType, api: Any, server: Any
) -> None:
    models = client.models
    server.reply = json_reply([*VEHICLES[1:3], {"kind": "Bus", "wheels": 6}])
    found = api.vehicles.list_cars()
    assert [type(each) for each in found] == [models.CarBase, models.Taxi, models.UnknownCar]
    assert found[1].licence == "T1"


def test_one_in_the_middle_needs_no_discriminator_of_its_own(
    client: ModuleType, api: Any, server: Any
) -> None:
    models = client.models
    kinds = (models.TruckBase, models.Crane, models.FireEngine)
    for given, kind in zip(VEHICLES[3:], kinds, strict=True):
        server.reply = json_reply(given)
        found = api.vehicles.add_truck(request=given)
        assert type(found) is kind
        assert server.last.json() == given == found.model_dump()
    api.vehicles.add_truck(request=models.Crane(wheels=8, load=40, reach=60))
    assert server.last.json() == VEHICLES[4]


def test_the_tag_is_sent_unasked(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    server.reply = json_reply(VEHICLES[0])
    api.vehicles.add_vehicle(request=models.Bicycle(wheels=2, basket=True))
    assert server.last.json() == VEHICLES[0]
    api.vehicles.add_vehicle(request=models.Taxi(wheels=4, doors=5, licence="T1"))
    assert server.last.json() == VEHICLES[2]


def test_one_heir_does_not_stand_for_all(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    tickets = [{"zone": "City", "hours": 2}, {"zone": "Region", "days": 1}]
    server.reply = json_reply(tickets)
    city, region = api.vehicles.list_tickets()
    assert (type(city), city.hours) == (models.City, 2)
    assert (type(region), region.raw) == (models.UnknownTicket, tickets[1])
