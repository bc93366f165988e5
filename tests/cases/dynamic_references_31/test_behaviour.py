"""Templates that are filled in by those that refer to them.

`$dynamicRef`: https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
"""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

from support.loopback import json_reply


def test_a_template_holds_what_the_schema_says_that_refers_to_it(
    client: ModuleType, api: Any, server: Any
) -> None:
    answer = {"data": [{"name": "Rex"}], "best": {"hit": {"name": "Tom"}}, "next": "x"}
    server.reply = json_reply(answer)
    page = api.found.find_pets(data=[{"name": "Rex"}])
    assert server.last.json() == {"data": [{"name": "Rex", "kind": "pet"}]}
    assert type(page) is client.models.PetPage
    assert type(page.data[0]) is client.models.Pet
    assert page.best.hit == client.models.Pet.model_validate({"name": "Tom"})
    assert json.loads(page.model_dump_json()) == answer


def test_one_without_a_name_is_called_after_what_fills_it(
    client: ModuleType, api: Any, server: Any
) -> None:
    server.reply = json_reply({"data": [{"mayor": {"name": "Rex"}}]})
    page = api.found.find_towns()
    assert type(page) is client.models.PageOfTown
    assert page.data[0].mayor.name == "Rex"


def test_the_template_itself_is_as_open_as_it_says(
    client: ModuleType, api: Any, server: Any
) -> None:
    server.reply = json_reply({"data": [1, "a"]})
    page = api.found.find_anything()
    assert type(page) is client.models.Page
    assert page.data == [1, "a"]


def test_what_extends_a_recursive_schema_holds_its_own_kind(
    client: ModuleType, api: Any, server: Any
) -> None:
    server.reply = json_reply({"children": [{"children": [{"pet": {"name": "Rex"}}]}]})
    tree = api.found.get_tree()
    assert tree.children[0].children[0].pet.name == "Rex"
    assert type(tree.children[0]) is client.models.PetTree
