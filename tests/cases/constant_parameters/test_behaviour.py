"""A parameter that can have one value is sent without asking, wherever it stands; an optional boolean is a switch.

Parameter Object: https://spec.openapis.org/oas/v3.1.1.html#parameter-object
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import Reply


def test_they_are_sent_unasked(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.lamps.list_lamps(colour="red")
    assert server.last.target == "/v2/lamps?format=json&unit=lumen&colour=red"
    assert server.last.header("X-Version") == "2026-01-01"
    assert server.last.header("Cookie") == "theme=dark"


def test_an_optional_boolean_is_a_switch(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.lamps.list_lamps(strict=True)
    assert server.last.query == [("format", "json"), ("unit", "lumen"), ("strict", "true")]


def test_the_one_value_may_be_given_and_no_other(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.lamps.list_lamps(version="v2", theme="dark")
    assert server.last.path == "/v2/lamps"
    for wrong in ({"version": "v3"}, {"format": "xml"}, {"theme": "light"}):
        with pytest.raises(client.errors.ArgumentError):
            api.lamps.list_lamps(**wrong)
    assert len(server.requests) == 1
