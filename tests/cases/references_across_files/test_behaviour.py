"""References to other files, to places within them, and back: each schema is one class, wherever it stands.

Reference Object, relative references: https://spec.openapis.org/oas/v3.1.1.html#relative-references-in-api-description-uris
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

BOAT = {
    "name": "Emma",
    "flag": "is",
    "mooring": {"pier": 3, "since": "2026-02-03"},
    "harbour": {"name": "Brest", "boats": [{"name": "Ada"}]},
    "tenders": [{"name": "Bob"}],
}


def test_schemas_of_other_files(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    server.reply = json_reply(BOAT)
    found = api.boats.replace_boat("7", **BOAT)
    assert (server.last.method, server.last.target) == ("PUT", "/boats/7")
    assert server.last.json() == BOAT
    assert type(found) is type(found.tenders[0]) is type(found.harbour.boats[0]) is models.Boat
    assert found.mooring.since.year == 2026


def test_parameters_of_other_files(api: Any, server: Any) -> None:
    server.reply = json_reply([])
    api.boats.list_boats(page=2, flag="fr")
    assert server.last.target == "/boats?page=2&flag=fr"


def test_an_answer_there_and_back(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply({"wanted": "7", "near": ["8"]}, 404)
    with pytest.raises(client.errors.ClientError) as raised:
        api.boats.replace_boat("7", name="Emma")
    assert raised.value.data.near == ["8"]
