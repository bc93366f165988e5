"""Lists of types: each of them is accepted, comes back as what it is, and null among them is null.

`type`: https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.1
"""

from __future__ import annotations

import datetime
from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply


@pytest.mark.parametrize("value", ["on", 3, True, None])
def test_each_type_comes_and_goes(api: Any, server: Any, value: Any) -> None:
    server.reply = json_reply({"key": "k", "value": value})
    found = api.settings.put_setting(key="k", value=value)
    assert server.last.json() == {"key": "k", "value": value}
    assert found.value == value
    assert type(found.value) is type(value)


@pytest.mark.parametrize("value", [{"on": 1}, ["on"]])
def test_other_types_are_taken_from_a_server_alone(
    client: ModuleType, api: Any, server: Any, value: Any
) -> None:
    with pytest.raises(client.errors.ArgumentError, match="value: can only be a valid string or"):
        api.settings.put_setting(key="k", value=value)
    assert not server.requests
    server.reply = json_reply({"key": "k", "value": value})
    found = api.settings.put_setting(key="k", value=1)
    assert found.model_dump() == {"key": "k", "value": value}


def test_texts_beside_arrays_and_numbers_beside_objects(
    client: ModuleType, api: Any, server: Any
) -> None:
    settings = api.settings
    one = {"key": "k", "value": 1, "words": "one", "range": 2.5, "mode": None, "nothing": None}
    many = {"key": "k", "value": 1, "words": ["a", "b"], "range": {"low": 1}, "mode": "turbo"}
    server.reply = json_reply(one)
    found = settings.put_setting(**one)
    assert server.last.json() == one
    assert (found.words, found.range, found.mode) == ("one", 2.5, None)
    server.reply = json_reply(many)
    found = settings.put_setting(**many)
    assert server.last.json() == many
    assert (found.words, found.mode) == (["a", "b"], "turbo")
    assert isinstance(found.range, client.models.SettingRangeObject)


def test_a_format_holds_beside_null(api: Any, server: Any) -> None:
    moment = datetime.datetime(2026, 2, 3, 4, 5, 6, tzinfo=datetime.UTC)
    server.reply = json_reply({"key": "k", "value": 1, "until": None})
    assert api.settings.put_setting(key="k", value=1, until=moment).until is None
    assert server.last.json()["until"] == "2026-02-03T04:05:06Z"
