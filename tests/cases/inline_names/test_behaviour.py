"""Schemas without a name get one from where they stand.

Schema Object: https://spec.openapis.org/oas/v3.1.1.html#schema-object
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

NAMES = {
    "CreateUserRequest",
    "CreateUserRequestAddress",
    "CreateUserRequestAddressPosition",
    "CreateUserRequestContact",
    "CreateUserRequestContactPhone",
    "CreateUserRequestContactEmail",
    "CreateUserRequestRole",
    "CreateUserFilter",
    "CreateUserResponse",
    "CreateUserResponseAddress",
    "CreateUserConflictError",
}


def test_names_say_where_schemas_stand(client: ModuleType) -> None:
    public = {name for name in dir(client.models) if name.startswith("CreateUser")}
    assert {name for name in public if not name.endswith(("Dict", "Param"))} == NAMES


def test_classes_are_told_apart(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    server.reply = json_reply({"id": 1, "address": {"verified": True}})
    found = api.users.create_user(
        filter={"active": True},
        name="Ada",
        address=models.CreateUserRequestAddress(city="Brest", position={"x": 1}),
        contacts=[{"kind": "email", "address": "a@b"}, {"number": "1"}],
        role="guest",
    )
    assert server.last.target == "/users?filter%5Bactive%5D=true"
    assert server.last.json() == {
        "name": "Ada",
        "address": {"city": "Brest", "position": {"x": 1}},
        "contacts": [{"kind": "email", "address": "a@b"}, {"kind": "phone", "number": "1"}],
        "role": "guest",
    }
    assert found.address.verified is True


def test_an_error_is_called_after_its_status(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply({"taken_by": "Bob"}, 409)
    with pytest.raises(client.errors.CreateUserConflictError) as raised:
        api.users.create_user(name="Ada", address={"city": "Brest"})
    assert raised.value.data.taken_by == "Bob"
