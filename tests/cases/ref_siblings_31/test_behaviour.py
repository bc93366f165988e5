"""What stands beside `$ref` applies together with what it refers to.

`$ref` with siblings: https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.1
"""

from __future__ import annotations

import inspect
from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

TRIP = {
    "start": {"x": 1, "y": 2},
    "labelled": {"x": 3, "y": 4, "label": "here"},
    "code": "abc",
}


def test_words_are_those_of_the_place(client: ModuleType) -> None:
    source = inspect.getsource(client.models.Trip)
    assert '"""Where the trip begins."""' in source
    assert '"""Deprecated."""' in source
    assert '"""At least 2 characters. At most 8 characters."""' in source
    assert client.models.Point.__doc__ == "A place on the map."


def test_properties_are_those_of_both(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply(TRIP)
    found = api.trips.put_trip(**TRIP)
    assert server.last.json() == TRIP
    assert type(found.start) is client.models.Point
    assert (found.labelled.x, found.labelled.label) == (3, "here")
    assert found.speed == 4
    with pytest.raises(client.errors.ArgumentError, match="label"):
        api.trips.put_trip(start={"x": 1, "y": 2}, labelled={"x": 1, "y": 2})
