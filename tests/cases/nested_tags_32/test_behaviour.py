"""Tags within tags are resources within resources.

Tag Object, `parent`: https://spec.openapis.org/oas/v3.2.0.html#tag-object
"""

from __future__ import annotations

from typing import Any

import pytest
from support.loopback import Reply


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("library.rules", "/rules"),
        ("library.books.list_books", "/books"),
        ("library.books.covers.list_covers", "/covers"),
    ],
)
def test_resources_follow_the_tags(api: Any, server: Any, place: str, path: str) -> None:
    server.reply = Reply(204)
    found = api
    for name in place.split("."):
        found = getattr(found, name)
    found()
    assert server.last.target == path


def test_words_of_tags_are_those_of_resources(api: Any) -> None:
    assert type(api.library).__doc__ == "Everything that can be lent."
    assert type(api.library.books).__doc__ == "Books alone."
