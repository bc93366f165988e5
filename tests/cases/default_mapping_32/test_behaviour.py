"""A tag that nothing maps to, or none at all, selects the member that `defaultMapping` names.

Discriminator Object: https://spec.openapis.org/oas/v3.2.0.html#discriminator-object
"""

from __future__ import annotations

from typing import Any

from support.loopback import json_reply

ITEMS = [
    {"kind": "book", "title": "Emma"},
    {"kind": "film", "title": "M"},
    {"kind": "atlas", "note": "n"},
    {"note": "m"},
]


def test_the_default_takes_the_rest(api: Any, server: Any) -> None:
    server.reply = json_reply(ITEMS)
    found = api.items.put_items(request=[])
    assert [type(item).__name__ for item in found] == ["Book", "Film", "Unsorted", "Unsorted"]
    assert (found[2].kind, found[2].note) == ("atlas", "n")
    api.items.put_items(request=found)
    assert server.last.json() == ITEMS


def test_dicts_are_told_apart_alike(api: Any, server: Any) -> None:
    server.reply = json_reply([])
    api.items.put_items(request=ITEMS)
    assert server.last.json() == ITEMS
