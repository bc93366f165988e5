"""A parameter that is the whole query string, as a form or as JSON; and the style `cookie`.

Parameter Object, `in: querystring`: https://spec.openapis.org/oas/v3.2.0.html#parameter-locations
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

from support.loopback import Reply


def test_a_form_is_the_whole_query(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.shelves.read_shelf(criteria={"floor": 2, "words": ["a b", "c"]}, session="x=y")
    assert server.last.path == "/shelf"
    assert server.last.query == [("floor", "2"), ("words", "a b"), ("words", "c")]
    assert server.last.header("Cookie") == "session=x=y"


def test_json_is_the_whole_query(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.shelves.search_shelves(filter={"words": ["a b"]})
    _, _, query = server.last.target.partition("?")
    assert json.loads(unquote(query)) == {"words": ["a b"]}
    api.shelves.search_shelves()
    assert server.last.target == "/search"
