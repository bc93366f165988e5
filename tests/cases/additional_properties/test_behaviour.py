"""Properties beside those that are named: typed where the schema gives a type, kept where it does not, refused where it forbids.

`additionalProperties`: https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2.3
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

BOX = {
    "name": "b",
    "free": {"any": [1, None]},
    "anything": "x",
    "counts": {"a": 1},
    "nested": {"a": {"b": ["c"]}},
    "loose": {"a": "x", "more": [True]},
    "front": {"text": "up"},
}


def test_maps_of_models(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply({"a b": {"text": "x", "new": 1}})
    found = api.labels.put_labels(request={"a b": {"text": "x"}})
    assert server.last.json() == {"a b": {"text": "x"}}
    assert isinstance(found["a b"], client.models.Label)
    assert found["a b"].model_extra == {"new": 1}


def test_further_properties_have_their_type(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply(BOX)
    found = api.labels.put_box(request=BOX)
    assert server.last.json() == BOX
    assert isinstance(found.front, client.models.Label)
    assert found.loose.more == [True]
    assert found.nested == {"a": {"b": ["c"]}}


def test_an_object_made_by_hand_takes_them_too(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    server.reply = json_reply(BOX)
    box = models.Box(name="b", back=models.Label(text="down"))
    api.labels.put_box(request=box)
    assert server.last.json() == {"name": "b", "back": {"text": "down"}}


@pytest.mark.parametrize(
    "box",
    [{"name": "b", "front": {"text": "up", "more": 1}}, {"name": "b", "counts": {"a": "many"}}],
)
def test_what_is_forbidden_is_refused(client: ModuleType, api: Any, server: Any, box: Any) -> None:
    with pytest.raises(client.errors.ArgumentError):
        api.labels.put_box(request=box)
    assert not server.requests
