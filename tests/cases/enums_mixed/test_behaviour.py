"""Lists of values: known ones are typed, others are no error, and values of several types stay what they are.

`enum`: https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2
"""

from __future__ import annotations

import inspect
import sys
from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply


def put(api: Any, server: Any, **values: Any) -> Any:
    ticket = {"state": "open", **values}
    server.reply = json_reply(ticket)
    found = api.tickets.put_ticket(**ticket)
    assert server.last.json() == ticket
    return found


@pytest.mark.parametrize("value", [1, "1", True, None, "x", 2, "y"])
def test_mixed_values_stay_what_they_are(api: Any, server: Any, value: Any) -> None:
    found = put(api, server, mixed=value)
    assert (found.mixed, found.mixed is None) == (value, value is None)
    assert isinstance(found.mixed, bool) is isinstance(value, bool)


@pytest.mark.parametrize(
    ("name", "known", "unknown"),
    [
        ("state", "in progress", "frozen"),
        ("priority", 10, 11),
        ("weight", 2.25, 7.5),
        ("weight", 1, 3),
        ("solution", None, "postponed"),
        ("titled", 2, 9),
        ("label", "red", "blue"),
    ],
)
def test_values_of_tomorrow_are_no_error(
    api: Any, server: Any, name: str, known: Any, unknown: Any
) -> None:
    assert getattr(put(api, server, **{name: known}), name) == known
    found = put(api, server, **{name: unknown})
    assert getattr(found, name) == unknown
    api.tickets.put_ticket(request=found)
    assert server.last.json()[name] == unknown


def test_parameters_take_them(api: Any, server: Any) -> None:
    server.reply = json_reply({"state": "open"})
    api.tickets.put_ticket(level=2, kinds=["bug", "idea"], state="open")
    assert server.last.query == [("level", "2"), ("kinds", "bug"), ("kinds", "idea")]


def test_names_and_words_of_values_are_told(client: ModuleType) -> None:
    source = inspect.getsource(sys.modules[client.models.Ticket.__module__])
    assert '- `"in progress"`: Somebody works on it.' in source
    assert "- `10`: Urgent." in source
    assert "- `2`: High." in source
    assert '"""One of 0.5, 1, 2.25."""' in source
