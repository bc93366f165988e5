"""Schemas that hold themselves, each other, or unions of themselves.

`$ref`: https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

TREE = {
    "value": 1,
    "children": [{"value": 2, "children": [{"value": 3}]}],
    "by_name": {"left": {"value": 4}},
    "parent": None,
    "owner": {"name": "Ada", "trees": [{"value": 5, "parent": {"value": 6}}]},
}


def test_models_hold_themselves_and_each_other(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply(TREE)
    found = api.trees.put_tree(**TREE)
    assert server.last.json() == TREE
    assert found.children[0].children[0].value == 3
    assert found.owner.trees[0].parent.value == 6
    assert isinstance(found.by_name["left"], client.models.Tree)
    api.trees.put_tree(request=found)
    assert server.last.json() == TREE


@pytest.mark.parametrize(
    "value", ["text", 1.5, True, None, [1, ["a", None, {"b": [{}]}]], {"deep": {"er": [[], None]}}]
)
def test_a_union_holds_itself(api: Any, server: Any, value: Any) -> None:
    server.reply = json_reply(value)
    assert api.trees.put_value(request=value) == value
    assert server.last.json() == value
