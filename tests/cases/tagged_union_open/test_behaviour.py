"""A union with a discriminator takes the member that the tag names, and keeps what it does not know.

Discriminator Object: https://spec.openapis.org/oas/v3.1.0.html#discriminator-object
"""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

KNOWN = [
    {"kind": "cat", "lives": 9},
    {"kind": "kitten", "lives": 9},
    {"kind": "dog", "bark": {"pitch": "high", "volume": 2.5}},
    {"kind": "bird", "wings": 2},
]
UNKNOWN = {"kind": "axolotl", "gills": [1, {"frilly": True}], "lives": 3}


def animals(client: ModuleType, server: Any, value: Any) -> list[Any]:
    server.reply = json_reply(value)
    with client.Zoo(server_url=server.url) as zoo:
        return list(zoo.animals.list_animals())


def test_the_tag_names_the_member(client: ModuleType, server: Any) -> None:
    models = client.models
    found = animals(client, server, KNOWN)
    assert [type(animal) for animal in found] == [models.Cat, models.Cat, models.Dog, models.Bird]
    assert [animal.kind for animal in found] == ["cat", "kitten", "dog", "bird"]
    assert [json.loads(animal.model_dump_json()) for animal in found] == KNOWN


def test_an_unknown_member_is_kept(client: ModuleType, server: Any) -> None:
    (animal,) = animals(client, server, [UNKNOWN])
    assert isinstance(animal, client.models.UnknownAnimal)
    # The property that tells members apart tells this one apart as well.
    assert animal.kind == "UNKNOWN"
    assert animal.raw == UNKNOWN


def test_a_missing_tag_is_no_error(client: ModuleType, server: Any) -> None:
    dog, bird = animals(client, server, [{"bark": {"pitch": "low", "seconds": 1}}, {"wings": 2}])
    assert isinstance(dog, client.models.Dog)
    assert isinstance(bird, client.models.Bird)
    assert dog.bark.seconds == 1


def test_an_inferred_tag(client: ModuleType, server: Any) -> None:
    high, low, unknown = (
        animals(client, server, [{"kind": "dog", "bark": bark}])[0].bark
        for bark in (
            {"pitch": "high", "volume": 1},
            {"pitch": "low", "seconds": 2},
            {"pitch": "ultra", "volume": 1},
        )
    )
    assert (high.volume, low.seconds) == (1, 2)
    assert unknown.pitch == "UNKNOWN"
    assert unknown.raw == {"pitch": "ultra", "volume": 1}


@pytest.mark.parametrize("animal", [*KNOWN, UNKNOWN])
def test_what_came_can_be_sent(client: ModuleType, server: Any, animal: Any) -> None:
    (found,) = animals(client, server, [animal])
    server.reply = json_reply(animal)
    with client.Zoo(server_url=server.url) as zoo:
        assert zoo.animals.add_animal(animal=found) == found
    assert server.last.json() == {"animal": animal}


def test_dicts_are_completed_with_the_tag(client: ModuleType, server: Any) -> None:
    server.reply = json_reply({"kind": "bird", "wings": 2})
    with client.Zoo(server_url=server.url) as zoo:
        zoo.animals.add_animal(animal={"wings": 2})
    assert server.last.json() == {"animal": {"kind": "bird", "wings": 2}}
