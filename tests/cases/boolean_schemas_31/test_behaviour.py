"""The schema `true` takes any value as it is; nothing stands where the schema is `false`.

Boolean schemas: https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.2
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

VALUES = [None, 1, 1.5, True, "text", [1, {"a": None}], {"deep": {"er": []}}]


@pytest.mark.parametrize("value", VALUES)
def test_any_value_comes_and_goes(api: Any, server: Any, value: Any) -> None:
    server.reply = json_reply(value)
    assert api.notes.post_anything(request=value) == value
    assert server.last.json() == value
    server.reply = json_reply({"text": "t", "payload": value, "extra": value, "list": [value]})
    found = api.notes.put_note(text="t", payload=value, list=[value], fixed=("one",))
    assert server.last.json() == {"text": "t", "payload": value, "list": [value], "fixed": ["one"]}
    assert (found.payload, found.extra, found.list) == (value, value, [value])


def test_what_no_value_fits_is_not_sent(client: ModuleType, api: Any, server: Any) -> None:
    assert "forbidden" not in client.models.Note.model_fields
    with pytest.raises(client.errors.ArgumentError, match="forbidden"):
        api.notes.put_note(request={"text": "t", "payload": 1, "forbidden": 1})
    assert not server.requests
