"""Every media type of JSON is JSON, sent and accepted under its own name; among several, JSON is what is sent.

Media types: RFC 6838 section 4.2.8 (`+json`), RFC 7396 (merge patch)
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from support.loopback import Reply, json_reply


def test_a_suffix_is_json(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = Reply(
        200, (("Content-Type", "application/vnd.profile.v2+json"),), b'{"city":"x"}'
    )
    found = api.profiles.merge(name=None)
    assert server.last.header("Content-Type") == "application/merge-patch+json"
    assert server.last.header("Accept") == "application/vnd.profile.v2+json"
    # In a merge patch null deletes, and what is absent stays.
    assert server.last.body == b'{"name":null}'
    assert isinstance(found, client.models.Profile)


def test_json_is_chosen_among_several(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply({"name": "Ada"})
    found = api.profiles.put(name="Ada")
    assert server.last.header("Content-Type") == "application/json; charset=utf-8"
    assert server.last.json() == {"name": "Ada"}
    assert isinstance(found, client.models.Profile)


def test_the_answer_is_what_its_content_type_says(api: Any, server: Any) -> None:
    server.reply = Reply(
        200, (("Content-Type", "text/html; charset=latin-1"),), "<p>é".encode("latin-1")
    )
    assert api.profiles.put(name="Ada") == "<p>é"


def test_json_alone_is_asked_for_where_the_others_say_the_same(
    client: ModuleType, api: Any, server: Any
) -> None:
    server.reply = json_reply([{"name": "Ada"}])
    (found,) = api.everyone.list_profiles()
    assert isinstance(found, client.models.Profile)
    assert server.last.header("Accept") == "application/json, text/json"


def test_the_other_media_type_may_be_chosen(api: Any, server: Any) -> None:
    server.reply = json_reply({})
    api.profiles.put(request="<profile/>", http_headers={"Content-Type": "application/xml"})
    assert server.last.header("Content-Type") == "application/xml"
    assert server.last.body == b"<profile/>"
