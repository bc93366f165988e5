"""Schemas that apply together become one class: bounds meet, types narrow, and what contradicts is reported.

`allOf`: https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.1
"""

from __future__ import annotations

import inspect
from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

ARTICLE = {
    "name": "chair",
    "price": 12,
    "state": "used",
    "code": 7,
    "own": True,
    "created": "2026-02-03T04:05:06Z",
}


def test_properties_of_all_come_and_go(api: Any, server: Any) -> None:
    server.reply = json_reply(ARTICLE)
    found = api.articles.add_article(**ARTICLE)
    assert server.last.json() == ARTICLE
    assert (found.price, found.state, found.own) == (12, "used", True)
    assert found.created.year == 2026


def test_what_any_of_them_requires_is_required(client: ModuleType, api: Any, server: Any) -> None:
    with pytest.raises(client.errors.ArgumentError, match="price"):
        api.articles.add_article(request={"name": "chair"})
    assert not server.requests


def test_bounds_and_values_meet(client: ModuleType) -> None:
    source = inspect.getsource(client.models.Article)
    assert '"""At least 3 characters. At most 40 characters."""' in source
    assert "price: int\n" in source
    assert str(client.models.ArticleState).count("new") == 0
