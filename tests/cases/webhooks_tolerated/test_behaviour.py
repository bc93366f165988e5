"""Webhooks and callbacks are what a server calls: no method of a client, no error, and their schemas are models.

OpenAPI Object, `webhooks`: https://spec.openapis.org/oas/v3.1.1.html#openapi-object
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from support.loopback import Reply


def test_only_operations_are_methods(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.orders.create_order(url="https://example.com")
    assert server.last.json() == {"url": "https://example.com"}
    public = {name for name in dir(api.orders) if not name.startswith("_")}
    assert public == {"create_order", "with_raw_response", "with_streaming_response"}


def test_what_a_webhook_sends_can_be_read(client: ModuleType) -> None:
    body = b'{"order":"7","at":"2026-02-03T04:05:06Z","new":1}'
    shipment = client.models.Shipment.model_validate_json(body)
    assert (shipment.order, shipment.at.year, shipment.model_extra) == ("7", 2026, {"new": 1})
