"""A document of 2.0: bodies, forms, files, collection formats, shared parameters and answers, inheritance.

Swagger 2.0: https://spec.openapis.org/oas/v2.0.html
"""

from __future__ import annotations

import datetime
from types import ModuleType
from typing import Any

import pytest
from support.loopback import Reply, json_reply

TREE = {"kind": "apple", "planted": "2026-02-03", "height": None, "fruit": [{"sort": "Apple"}]}


@pytest.fixture
def orchard(client: ModuleType, server: Any) -> Any:
    return client.Client(server_url=server.url, key="k", retries=None)


def test_collection_formats(orchard: Any, server: Any) -> None:
    server.reply = json_reply([])
    orchard.trees.list_trees(limit=3, kinds=["a", "b"], rows=[1, 2], marks=["x", "y"])
    assert server.last.target == "/trees?limit=3&kinds=a&kinds=b&rows=1,2&marks=x%7Cy"
    assert server.last.header("X-Orchard-Key") == "k"


def test_a_body_and_its_answers(client: ModuleType, orchard: Any, server: Any) -> None:
    server.reply = json_reply(TREE, 201)
    found = orchard.trees.plant_tree(**TREE)
    assert server.last.json() == TREE
    assert found.planted == datetime.date(2026, 2, 3)
    assert found.height is None
    assert isinstance(found.fruit[0], client.models.Apple)
    server.reply = json_reply({"message": "sold"}, 410)
    with pytest.raises(client.errors.ProblemError) as raised:
        orchard.trees.plant_tree(kind="pear")
    assert raised.value.data.message == "sold"


def test_forms_and_files(orchard: Any, server: Any) -> None:
    server.reply = Reply(204)
    orchard.trees.add_photo("t 1", photo=("p.png", b"\x89"), year=2026)
    assert server.last.path == "/trees/t%201/photo"
    assert (
        b'name="photo"; filename="p.png"\r\nContent-Type: image/png\r\n\r\n\x89' in server.last.body
    )
    assert b'name="year"\r\n\r\n2026' in server.last.body
    server.reply = json_reply({"kind": "pear"})
    assert orchard.trees.prune_tree("1", branches=["a", "b"], hard=True).kind == "pear"
    assert server.last.body == b"branches=a&branches=b&hard=true"


def test_a_file_comes_back(orchard: Any, server: Any) -> None:
    server.reply = Reply(200, (("Content-Type", "image/png"),), b"\x89PNG")
    assert orchard.trees.get_photo("1") == b"\x89PNG"


def test_host_base_path_and_schemes_make_the_server(client: ModuleType) -> None:
    assert "https://orchard.example.com/api" in repr(client.Client(key="k"))
