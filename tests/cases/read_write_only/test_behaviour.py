"""A schema with `readOnly` and `writeOnly` becomes two classes: what is sent, and what comes back.

Schema Object: https://spec.openapis.org/oas/v3.0.4.html#properties (`readOnly`, `writeOnly`)
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

ANSWER = {
    "id": 7,
    "created": "2026-02-03T04:05:06Z",
    "name": "Ada",
    "profile": {"slug": "ada", "bio": "b"},
}


def test_each_way_has_its_own_properties(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply(ANSWER)
    found = api.users.create_user(
        name="Ada", password="secret", profile={"bio": "b", "secret": "s"}
    )
    assert server.last.json() == {
        "name": "Ada",
        "password": "secret",
        "profile": {"bio": "b", "secret": "s"},
    }
    assert type(found) is client.models.User
    assert (found.id, found.created.year, found.profile.slug) == (7, 2026, "ada")
    assert not hasattr(found, "password")


def test_the_other_way_has_no_arguments(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    assert set(models.UserInput.model_fields) == {"name", "password", "profile"}
    assert set(models.ProfileInput.model_fields) == {"bio", "secret"}
    with pytest.raises(TypeError, match="created"):
        api.users.create_user(name="Ada", password="p", created="now")
    assert not server.requests
