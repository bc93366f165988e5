"""`nullable` of 3.0 wherever authors write it: null is sent where it may be, refused where it may not, and read as it came.

Schema Object, `nullable`: https://spec.openapis.org/oas/v3.0.4.html#schema-nullable
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

NULLABLE = ["name", "quality", "samples", "by_hour", "station", "relay", "backup"]
FULL = {
    "name": "north",
    "quality": "good",
    "samples": [1.5, None],
    "by_hour": {"10": 3, "11": None},
    "station": {"id": "s", "opened": None},
    "relay": {"id": "r"},
    "backup": {"id": "b", "opened": "2026-02-03"},
}


def test_null_is_sent_where_it_may_be(api: Any, server: Any) -> None:
    nulls = dict.fromkeys(NULLABLE)
    server.reply = json_reply(nulls)
    found = api.readings.put_reading(**nulls)
    assert server.last.json() == nulls
    assert [getattr(found, name) for name in NULLABLE] == [None] * len(NULLABLE)
    assert found.model_dump(exclude_unset=True) == nulls


def test_null_is_refused_where_it_may_not_be(client: ModuleType, api: Any, server: Any) -> None:
    with pytest.raises(client.errors.ArgumentError, match="note"):
        api.readings.put_reading(name=None, quality=None, note=None)
    assert not server.requests


def test_what_is_not_given_is_not_sent(api: Any, server: Any) -> None:
    server.reply = json_reply(FULL)
    found = api.readings.put_reading(name=None, quality="poor")
    assert server.last.json() == {"name": None, "quality": "poor"}
    assert found.relay.id == "r"
    assert found.backup.opened.isoformat() == "2026-02-03"
    assert "opened" not in found.relay.model_fields_set


def test_values_come_and_go(api: Any, server: Any) -> None:
    server.reply = json_reply(FULL)
    found = api.readings.put_reading(**FULL)
    assert server.last.json() == FULL
    api.readings.put_reading(request=found)
    assert server.last.json() == FULL
