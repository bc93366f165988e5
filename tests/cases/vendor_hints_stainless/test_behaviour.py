"""Hints of Stainless, and those that are nobody's: names of methods, parameters and values, deprecation.

Specification Extensions: https://spec.openapis.org/oas/v3.1.1.html#specification-extensions
"""

from __future__ import annotations

import inspect
import sys
from types import ModuleType
from typing import Any

import pytest
from support.loopback import Reply, json_reply


def test_names(api: Any, server: Any) -> None:
    server.reply = json_reply([{"suit": 1, "value": "10"}])
    (card,) = api.wallet.cards.list(words="w")
    assert server.last.target == "/v1/cards?q=w"
    assert card.points == "10"


def test_what_is_skipped_is_not_there(api: Any) -> None:
    public = {name for name in dir(api.wallet.cards) if not name.startswith(("_", "with_"))}
    assert public == {"list", "make"}


def test_a_message_of_deprecation(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    with pytest.warns(DeprecationWarning, match="Use the other one"):
        api.wallet.cards.make()


def test_names_of_values_are_told(client: ModuleType) -> None:
    source = inspect.getsource(sys.modules[client.models.Card.__module__])
    for told in ("- `1`: Hearts.", "- `2`: Spades.", '- `"r"`: Red. As blood.'):
        assert told in source
