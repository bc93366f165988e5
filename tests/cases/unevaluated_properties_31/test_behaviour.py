"""Unions that let in what their members name, and nothing else.

`unevaluatedProperties`: https://json-schema.org/draft/2020-12/json-schema-core#section-11.3
"""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

VALID = [
    {"reward": {"amount": 2, "paid": "2026-02-03"}},
    {"reward": {"amount": 2, "points": 7}},
    {"way": {"kind": "sea", "ship": "Argo"}},
    {"note": {"text": "Soon."}},
    {"note": {"marks": 3, "by": {"name": "Ada"}}},
]
TOMORROW = [
    {"reward": {"points": 7, "amount": 2, "stars": [1]}},
    {"way": {"kind": "air", "ship": "Argo", "gate": None}},
    {"note": {"text": "Soon.", "marks": 3}},
    {"note": {"by": "Ada"}},
]


@pytest.mark.parametrize("order", [*VALID, *TOMORROW])
def test_what_comes_is_kept_whatever_it_holds(
    client: ModuleType, api: Any, server: Any, order: Any
) -> None:
    server.reply = json_reply(order)
    found = api.orders.put_order()
    assert json.loads(found.model_dump_json()) == order
    api.orders.put_order(request=found)
    assert server.last.json() == order


@pytest.mark.parametrize("order", VALID)
def test_what_follows_one_member_or_several_is_sent(api: Any, server: Any, order: Any) -> None:
    server.reply = json_reply({})
    api.orders.put_order(**order)
    assert server.last.json() == order


@pytest.mark.parametrize(
    ("order", "name"),
    [
        ({"way": {"kind": "sea", "flight": "SN 1"}}, "way.flight"),
        ({"note": {"text": "Soon.", "by": "Ada"}}, "note.by"),
    ],
)
def test_what_no_member_names_is_refused(
    client: ModuleType, api: Any, server: Any, order: Any, name: str
) -> None:
    with pytest.raises(client.errors.ArgumentError, match=name):
        api.orders.put_order(**order)
    assert not server.requests
