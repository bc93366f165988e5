"""Hints of Speakeasy: names, groups, pagination, retries, what is left out, names of values.

Specification Extensions: https://spec.openapis.org/oas/v3.1.1.html#specification-extensions
"""

from __future__ import annotations

import inspect
import sys
from types import ModuleType
from typing import Any

from support.loopback import Received, Reply, json_reply


def test_names_and_groups(api: Any, server: Any) -> None:
    server.reply = json_reply({"users": [{"name": "Ada", "role": "a"}]})
    (user,) = api.admin.users.list(begin_after="x").users
    assert server.last.target == "/v1/users?after=x"
    assert user.full_name == "Ada"


def test_what_is_ignored_is_not_there(client: ModuleType, api: Any) -> None:
    assert not hasattr(api, "misc")
    assert "internal" not in inspect.signature(api.admin.users.list).parameters
    assert "secret" not in client.models.User.model_fields


def test_pages_follow_each_other(api: Any, server: Any) -> None:
    def page(request: Received) -> Reply:
        later = ("after", "2") in request.query
        users = [{"name": "Bob"}] if later else [{"name": "Ada"}]
        return json_reply({"users": users, "next": None if later else "2"})

    server.reply = page
    assert [user.full_name for user in api.admin.users.list()] == ["Ada", "Bob"]


def test_calls_are_repeated(client: ModuleType, server: Any) -> None:
    server.reply = json_reply({"users": []})
    server.fail(2, 503)
    with client.Client(server_url=server.url) as api:
        api.admin.users.list()
    assert len(server.requests) == 3


def test_names_of_values_are_told(client: ModuleType) -> None:
    source = inspect.getsource(sys.modules[client.models.User.__module__])
    assert '- `"a"`: Admin.' in source
