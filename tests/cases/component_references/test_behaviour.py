"""References to every kind of component, to references, and into other operations.

Reference Object: https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

ORDER = {"id": "1", "part": {"id": "2"}}


def test_what_is_referred_to_is_used(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply(ORDER)
    found = api.orders.create(**ORDER, x_trace="t")
    assert (server.last.target, server.last.header("X-Trace")) == ("/orders", "t")
    assert server.last.json() == ORDER
    assert type(found.part) is client.models.Order
    assert type(api.orders.get("a/b")) is client.models.Order
    assert server.last.target == "/orders/a%2Fb"
    assert type(api.drafts.get("3")) is client.models.Order
    assert server.last.target == "/drafts/3"


def test_words_beside_a_reference_take_the_place_of_its_own(api: Any) -> None:
    assert "What was ordered." in api.orders.create.__doc__
    assert "The order." in api.orders.get.__doc__


def test_an_error_behind_two_references(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply({"title": "sold out"}, 422)
    with pytest.raises(client.errors.ClientError) as raised:
        api.orders.create(id="1")
    assert raised.value.data.title == "sold out"
