"""A parameter described by `content` is written in that media type, JSON in a query or a header included.

Parameter Object, `content`: https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-content
"""

from __future__ import annotations

import datetime
import json
from types import ModuleType
from typing import Any

import pytest
from support.loopback import Reply


def test_json_goes_everywhere(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = Reply(204)
    filter_ = {"all": ["a", "é"], "since": datetime.date(2026, 2, 3)}
    wire = {"all": ["a", "é"], "since": "2026-02-03"}
    api.books.find_books(client.models.Key(shelf=3), filter=filter_, x_filter=filter_, note="a b")
    assert json.loads(server.last.segments[1]) == {"shelf": 3}
    assert server.last.query == [
        ("filter", '{"all":["a","é"],"since":"2026-02-03"}'),
        ("note", "a b"),
    ]
    header = server.last.header("X-Filter")
    assert header.isascii()
    assert json.loads(header) == wire


def test_values_are_held_to_the_schema(client: ModuleType, api: Any, server: Any) -> None:
    with pytest.raises(client.errors.ArgumentError, match="shelf"):
        api.books.find_books({"shelf": "top"})
    assert not server.requests
