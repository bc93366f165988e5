"""A default is the server's: it is what an absent property reads as, and never sent unasked.

`default`: https://json-schema.org/draft/2020-12/json-schema-validation#section-9.2
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from support.loopback import json_reply


def test_defaults_are_not_sent(api: Any, server: Any) -> None:
    server.reply = json_reply({"words": "w"})
    api.searches.search(words="w")
    assert server.last.json() == {"words": "w"}
    assert server.last.query == []


def test_what_is_absent_reads_as_its_default(api: Any, server: Any) -> None:
    server.reply = json_reply({"words": "w"})
    found = api.searches.search(words="w")
    assert found.quoted == 'it\'s "quoted" \\ and ☕'
    assert (found.limit, found.share, found.strict, found.nothing) == (20, 1, False, None)
    assert (found.fields, found.colour) == (["title", "text"], "red")
    # What Python cannot hold as it stands is absent all the same.
    assert (found.after, found.weights, found.wrong) == (None, None, None)
    assert found.model_dump(exclude_unset=True) == {"words": "w"}


def test_a_default_that_is_given_is_sent(api: Any, server: Any) -> None:
    server.reply = json_reply({"words": "w"})
    api.searches.search(words="w", limit=20, nothing=None, page=1, order="up")
    assert server.last.json() == {"words": "w", "limit": 20, "nothing": None}
    assert server.last.query == [("page", "1"), ("order", "up")]


def test_a_list_is_everyone_s_own(client: ModuleType) -> None:
    first = client.models.Search(words="w")
    first.fields.append("more")
    assert client.models.Search(words="w").fields == ["title", "text"]
