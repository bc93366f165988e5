"""docs/overlays.md: its overlays fit a document and do what the page says, and its table has every extension that has an effect."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from clientwright.normalise import vendor
from support.paths import GENERATOR, ROOT

from .conftest import Run

PAGE = (ROOT / "docs" / "overlays.md").read_text(encoding="utf-8")
OVERLAYS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
# Hints that are read, of which the client makes nothing.
WITHOUT_EFFECT = {
    *("error-message", "globals", "pagination-property", "return-value"),
    *("samples", "timeout", "unknown-values", "usage-example"),
}
DOCUMENT = """\
openapi: 3.1.0
info: {title: Pet shop, version: 1.0.0}
servers: [{url: https://pets.example}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters:
        - {name: cursor, in: query, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer}}
      responses: {'200': {$ref: '#/components/responses/Page'}}
  /pets/{petId}:
    parameters: [{name: petId, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getPet
      tags: [pets]
      responses: {'200': {$ref: '#/components/responses/Page'}}
    delete: {operationId: deletePet, tags: [pets], responses: {'204': {description: Gone.}}}
    patch: {operationId: retirePet, tags: [pets], responses: {'204': {description: Retired.}}}
  /pets/{petId}/events:
    parameters: [{name: petId, in: path, required: true, schema: {type: string}}]
    get:
      operationId: watchPet
      tags: [pets]
      responses: {'200': {description: Events., content: {text/event-stream: {}}}}
  /owners:
    get:
      operationId: listOwners
      tags: [owners]
      parameters: [{name: page, in: query, schema: {type: integer, default: 1}}]
      responses: {'200': {description: Names., content: {application/json: {schema: {type: array, items: {type: string}}}}}}
  /visits:
    get:
      operationId: listVisits
      tags: [visits]
      parameters: [{name: offset, in: query, schema: {type: integer}}]
      responses: {'200': {$ref: '#/components/responses/Page'}}
  /shops:
    get: {operationId: listShops, tags: [shops], responses: {'200': {$ref: '#/components/responses/Page'}}}
  /orders:
    post: {operationId: createOrder, tags: [orders], responses: {'201': {description: Done.}}}
  /internal:
    get: {operationId: inside, tags: [internal], responses: {'204': {description: Done.}}}
components:
  responses:
    Page:
      description: A page.
      content:
        application/json:
          schema:
            type: object
            properties:
              items: {type: array, items: {$ref: '#/components/schemas/Species'}}
              nextCursor: {type: string}
              next: {type: string}
              total: {type: integer}
  schemas:
    Species: {type: string, enum: [cat, dog, bird]}
"""


def calls(here: Path, run: Run, overlay: str) -> dict[str, Any]:
    """What the calls are with an overlay, by operationId, when the document and it fit."""
    (here / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    (here / "names.yaml").write_text(overlay, encoding="utf-8")
    done = run("check", "openapi.yaml", "--overlay", "names.yaml")
    assert not re.search(": (warning|error): ", done.stderr), done.stderr
    told = run("inspect", "openapi.yaml", "--overlay", "names.yaml", "--json")
    return {item["operation_id"]: item for item in json.loads(told.stdout)["operations"]}


def test_there_are_three_overlays() -> None:
    assert len(OVERLAYS) == 3


def test_names(here: Path, run: Run) -> None:
    found = calls(here, run, OVERLAYS[0])
    assert (found["listPets"]["call"], found["getPet"]["call"]) == ("pets.list", "pets.get")


def test_pages(here: Path, run: Run) -> None:
    found = calls(here, run, OVERLAYS[1])
    assert {id_ for id_, item in found.items() if item["paginated"]} == {
        *("listPets", "listOwners", "listVisits", "listShops"),
    }


def test_pages_are_suggested_as_the_page_tells_them(here: Path, run: Run) -> None:
    (here / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    assert run("check", "openapi.yaml").exit_code == 0
    suggested = yaml.safe_load(run("overlay", "suggest", "openapi.yaml").stdout)
    found = {item["target"]: item["update"] for item in suggested["actions"]}
    for action in yaml.safe_load(OVERLAYS[1])["actions"]:
        told, wanted = found[action["target"]], action["update"]
        told, wanted = told["x-clientwright-pagination"], wanted["x-clientwright-pagination"]
        assert told["type"] == wanted["type"]
        names = [item["name"] for item in wanted.get("inputs", []) if item["type"] != "limit"]
        assert [i["name"] for i in told.get("inputs", []) if i["type"] != "limit"] == names
        assert told["outputs"]["results"] == wanted["outputs"]["results"]
    calls(here, run, yaml.safe_dump(suggested))


def test_calls(here: Path, run: Run) -> None:
    found = calls(here, run, OVERLAYS[2])
    assert found["createOrder"]["call"] == "shop.orders.place"
    assert found["deletePet"]["deprecated"]
    assert "inside" not in found
    done = run(
        *("generate", "--spec", "openapi.yaml", "--overlay", "names.yaml"),
        *("--package", "pet_client", "--out", "out"),
    )
    assert done.exit_code == 0, done.stderr
    package = here / "out/pet_client"
    orders = (package / "resources/shop_orders.py").read_text(encoding="utf-8")
    assert 'idempotency="Idempotency-Key"' in orders
    assert "429" in orders and "5XX" in orders
    pets = (package / "resources/pets.py").read_text(encoding="utf-8")
    assert 'sentinel="[END]"' in pets
    assert "Pets are not deleted any more." in pets
    assert "Barks." in (package / "models/__init__.py").read_text(encoding="utf-8") + "".join(
        path.read_text(encoding="utf-8") for path in (package / "models").glob("*.py")
    )


def test_the_commands_run(here: Path, run: Run) -> None:
    (here / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    (here / "names.yaml").write_text(OVERLAYS[0], encoding="utf-8")
    block = re.findall(r"^```sh\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)[0]
    commands = [line.partition("#")[0].split() for line in block.splitlines()]
    assert len(commands) == 3
    for program, *arguments in commands:
        assert program == "clientwright"
        assert run(*arguments).exit_code == 0, arguments


def test_the_table_has_every_extension_with_an_effect() -> None:
    told = set(re.findall(r"^\| `x-clientwright-([\w-]+)` \|", PAGE, re.MULTILINE))
    rows = re.findall(r"^\| (`.*?) \| ", vendor.__doc__ or "", re.MULTILINE)
    known = {name for row in rows for name in re.findall(r"`([\w-]+)`", row)}
    assert told == known - WITHOUT_EFFECT


@pytest.mark.parametrize("name", sorted(WITHOUT_EFFECT - {"globals", "return-value", "timeout"}))
def test_what_is_said_to_have_no_effect_is_read_nowhere(name: str) -> None:
    for path in (GENERATOR / "build").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert f"x-clientwright-{name}" not in text or name == "samples", path
