"""Statuses: one alone before its range, the range before `default`; several successes, each with its own type.

Responses Object: https://spec.openapis.org/oas/v3.1.1.html#responses-object
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import Reply, json_reply


@pytest.mark.parametrize("status", [200, 203, 299])
def test_a_range_of_successes(client: ModuleType, api: Any, server: Any, status: int) -> None:
    server.script(
        b'HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{"name":"rex"}'
        % status
    )
    assert api.pets.get_pet("1") == client.models.Pet(name="rex")


@pytest.mark.parametrize(
    ("status", "body", "name", "detail"),
    [
        (404, {"wanted": "rex"}, "MissingError", "wanted"),
        (410, {"title": "no"}, "ProblemError", "title"),
        (503, {"title": "no"}, "ProblemError", "title"),
    ],
)
def test_the_nearest_description_is_taken(
    client: ModuleType, api: Any, server: Any, status: int, body: Any, name: str, detail: str
) -> None:
    server.reply = json_reply(body, status)
    with pytest.raises(getattr(client.errors, name)) as raised:
        api.pets.get_pet("1")
    assert raised.value.status_code == status
    assert getattr(raised.value.data, detail) == body[detail]


def test_each_success_has_its_type(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    server.reply = json_reply({"name": "rex"})
    assert isinstance(api.pets.put_pet("1"), models.Pet)
    server.reply = json_reply({"ticket": "t"}, 201)
    assert isinstance(api.pets.put_pet("1"), models.Ticket)
    server.reply = Reply(202)
    assert api.pets.put_pet("1") is None


def test_an_error_without_a_class_keeps_its_body(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply(["rex"], 409)
    with pytest.raises(client.errors.SDKError) as raised:
        api.pets.put_pet("1")
    assert (raised.value.status_code, raised.value.body) == (409, '["rex"]')


def test_default_alone_describes_the_success_too(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply({"name": "rex"})
    assert api.pets.get_any().name == "rex"
    server.reply = json_reply({"name": "none"}, 400)
    with pytest.raises(client.errors.PetError) as raised:
        api.pets.get_any()
    assert raised.value.data.name == "none"


def test_default_describes_the_success_beside_a_redirect(
    client: ModuleType, api: Any, server: Any
) -> None:
    server.reply = json_reply({"name": "rex"})
    assert api.pets.maybe().name == "rex"
    server.reply = Reply(303, (("Location", "/elsewhere"),))
    assert api.pets.maybe() is None
    server.reply = json_reply({"name": "none"}, 400)
    with pytest.raises(client.errors.PetError):
        api.pets.maybe()
