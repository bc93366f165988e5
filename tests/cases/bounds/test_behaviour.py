"""Bounds of 3.0 and 3.1 are told to readers; holding values to them is the server's.

Schema Object, `exclusiveMinimum` as a boolean: https://spec.openapis.org/oas/v3.0.4.html#properties
"""

from __future__ import annotations

import inspect
from types import ModuleType
from typing import Any

from support.loopback import json_reply


def test_bounds_are_told(client: ModuleType, api: Any) -> None:
    source = inspect.getsource(client.models.Mixture)
    for told in (
        '"""More than 0. Less than 1."""',
        '"""At least 10. A multiple of 5."""',
        '"""At least 2 characters. At most 4 characters. Matches `^[A-Z]+$`."""',
        '"""Not empty. At most 3 items. No two items are the same."""',
    ):
        assert told in source
    assert "Default of the server: 10. At least 1. At most 50." in api.mixtures.add_mixture.__doc__


def test_a_value_out_of_bounds_is_the_server_s_to_judge(api: Any, server: Any) -> None:
    server.reply = json_reply({"ratio": 2, "steps": 3, "tags": []})
    found = api.mixtures.add_mixture(limit=99, ratio=2, steps=3, label="too long for it")
    assert server.last.query == [("limit", "99")]
    assert server.last.json() == {"ratio": 2, "steps": 3, "label": "too long for it"}
    assert (found.ratio, found.steps, found.tags) == (2.0, 3, [])
