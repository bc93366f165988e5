"""Schemas referred to by address, by anchor and by place within another schema.

`$id`, `$anchor`, `$defs`: https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from support.loopback import json_reply

PARCEL = {
    "sender": {"city": "Brest"},
    "receiver": {"city": "Nice"},
    "size": {"width": 3, "unit": "mm"},
    "inner": {"sender": {"city": "Metz"}},
}


def test_every_reference_is_found(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    server.reply = json_reply(PARCEL)
    found = api.parcels.put_parcel(**PARCEL)
    assert server.last.json() == PARCEL
    assert type(found) is models.Parcel
    assert type(found.inner) is models.Parcel
    assert type(found.size) is models.Size
    # The same schema by two ways is one class.
    assert type(found.sender) is type(found.receiver)
    assert found.receiver.city == "Nice"
