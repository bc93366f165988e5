"""A property that can have one value is always sent when its object is, required or not, model or dict.

JSON Schema, const and enum: https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

LINE = {"object": "line", "item": "tea"}
ORDER = {"type": "order", "format": 3, "urgent": False, "lines": [LINE]}


@pytest.fixture(autouse=True)
def echo(server: Any) -> None:
    server.reply = lambda request: json_reply(request.json())


def create(client: ModuleType, server: Any, **arguments: Any) -> Any:
    with client.Orders(server_url=server.url) as orders:
        return orders.orders.create_order(**arguments)


def test_nobody_types_them(client: ModuleType, server: Any) -> None:
    create(client, server, lines=[{"item": "tea"}])
    assert server.last.json() == ORDER
    assert server.last.target == "/orders?api-version=2024-01"
    assert server.last.header("X-Kind") == "order"


def test_models_have_them(client: ModuleType, server: Any) -> None:
    line = client.models.Line(item="tea")
    assert line.object == "line"
    assert line.model_dump() == LINE
    create(client, server, lines=[line], gift=client.models.Gift())
    assert server.last.json() == {**ORDER, "gift": {"wrapped": True}}


def test_objects_that_are_absent_or_null_have_none(client: ModuleType, server: Any) -> None:
    create(client, server, lines=[], gift=None)
    assert server.last.json() == {**ORDER, "lines": [], "gift": None}


def test_the_value_may_be_given(client: ModuleType, server: Any) -> None:
    create(client, server, lines=[LINE], type="order", format=3, urgent=False, marks=["fragile"])
    assert server.last.json() == {**ORDER, "marks": ["fragile"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "offer"},
        {"format": 4},
        {"urgent": True},
        {"lines": [{"object": "page", "item": "tea"}]},
        {"gift": {"wrapped": False}},
        {"marks": ["fragile", "heavy"]},
    ],
)
def test_another_value_is_refused_before_sending(
    client: ModuleType, server: Any, wrong: dict[str, Any]
) -> None:
    with pytest.raises(ValueError):
        create(client, server, **{"lines": [LINE], **wrong})
    assert server.requests == []


def test_answers_may_have_another_value_or_none(client: ModuleType, server: Any) -> None:
    answer = {"type": "order.v2", "lines": [{"item": "tea"}], "marks": ["fragile", "heavy"]}
    server.reply = json_reply(answer)
    order = create(client, server, lines=[])
    assert order.type == "order.v2"
    assert order.model_dump() == answer
