"""A property whose one value is an object or an array is sent unasked, as other constants are.

`const`: https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.3
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

CONSTANTS = {
    "format": {"type": "table", "header": True},
    "columns": ["id", "name"],
    "choice": {"a": 1},
}


def test_they_are_sent_unasked(client: ModuleType, api: Any, server: Any) -> None:
    whole = {"text": "t", **CONSTANTS}
    server.reply = json_reply(whole)
    found = api.queries.run_query(text="t")
    assert server.last.json() == whole
    assert found.format == CONSTANTS["format"]
    api.queries.run_query(request={"text": "t"})
    assert server.last.json() == whole
    api.queries.run_query(request=client.models.Query(text="t"))
    assert server.last.json() == whole


def test_the_one_value_may_be_given(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply({"text": "t", **CONSTANTS})
    api.queries.run_query(text="t", columns=["id", "name"], one_of_two={"b": 2})
    assert server.last.json() == {"text": "t", **CONSTANTS, "one_of_two": {"b": 2}}
    with pytest.raises(client.errors.ArgumentError, match="columns"):
        api.queries.run_query(text="t", columns=["id"])
    assert len(server.requests) == 1


def test_another_value_of_the_server_is_no_error(api: Any, server: Any) -> None:
    server.reply = json_reply({"text": "t", "format": {"type": "list"}})
    assert api.queries.run_query(text="t").format == {"type": "list"}
