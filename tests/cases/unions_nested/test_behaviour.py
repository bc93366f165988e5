"""A union may be a member of a union: the tag leads through both, and each stays open.

`oneOf` within `oneOf`, `anyOf` of text and array: https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

CHUNKS = [
    {"type": "text", "text": "hi"},
    {"type": "image", "url": "u"},
    {"type": "sound", "seconds": 2.5},
]


def test_the_tag_leads_through_both(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    server.reply = json_reply([*CHUNKS, {"type": "smell", "strength": 3}])
    found = api.messages.send_message(content="hi")
    assert [type(each) for each in found] == [
        *(models.TextChunk, models.ImageChunk, models.SoundChunk, models.UnknownChunk)
    ]
    api.messages.send_message(content=found)
    assert server.last.json() == {"content": [*CHUNKS, {"type": "smell", "strength": 3}]}


def test_text_is_text(api: Any, server: Any) -> None:
    server.reply = json_reply("hi")
    assert api.messages.send_message(content="hi") == "hi"
    assert server.last.json() == {"content": "hi"}


@pytest.mark.parametrize("audience", ["friends", ["ada", "bob"], None])
def test_lists_texts_and_null_stand_beside_each_other(api: Any, server: Any, audience: Any) -> None:
    server.reply = json_reply("hi")
    api.messages.send_message(content=[{"text": "no tag needed"}], audience=audience)
    assert server.last.json() == {
        "content": [{"type": "text", "text": "no tag needed"}],
        "audience": audience,
    }
