"""The method QUERY, and any other that a document names.

Path Item Object, `query` and `additionalOperations`: https://spec.openapis.org/oas/v3.2.0.html#path-item-object
"""

from __future__ import annotations

from typing import Any

from support.loopback import Reply, json_reply


def test_query_has_a_body(api: Any, server: Any) -> None:
    server.reply = json_reply(["Emma"])
    assert api.books.query(words=["a"]) == ["Emma"]
    assert (server.last.method, server.last.target) == ("QUERY", "/books")
    assert server.last.json() == {"words": ["a"]}


def test_methods_that_the_document_names(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.books.link(to="x/y")
    assert (server.last.method, server.last.target) == ("LINK", "/books?to=x%2Fy")
    server.reply = json_reply(3)
    assert api.books.copy(to="shelf") == 3
    assert (server.last.method, server.last.json()) == ("COPY", {"to": "shelf"})
