"""Other generators' configuration: what is carried over, and that the rest is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from clientwright import importers, pipeline
from clientwright.diagnostics import InputError
from clientwright.importers import Imported

SPEAKEASY = """\
configVersion: 2.0.0
generation:
  sdkClassName: Acme
  maintainOpenAPIOrder: true
  fixes: {nameResolutionDec2023: true}
python:
  version: 1.2.3
  packageName: acme-sdk
  envVarPrefix: acme
  asyncMode: split
  maxMethodParams: 4
typescript: {version: 1.0.0}
"""
STAINLESS = """\
organization: {name: acme labs}
targets:
  python: {package_name: acme}
  node: {package_name: "@acme/sdk"}
client_settings:
  opts:
    api_key: {type: string, read_env: ACME_API_KEY}
    other: {type: string, read_env: SOMETHING}
resources:
  $client: {methods: {ping: get /ping}}
  $shared: {models: {error: Error}}
  pets:
    models: {big_pet: '#/components/schemas/Pet', dog: Dog}
    methods:
      list: get /pets
      feed: {endpoint: "post /pets/{it's}/food", paginated: true}
      odd: not an endpoint
    subresources:
      toys: {methods: {all: get /toys}}
"""
OPENAPI_PYTHON_CLIENT = """\
project_name_override: acme-sdk
package_name_override: acme
package_version_override: 2.0.0
literal_enums: true
class_overrides:
  LongName: {class_name: Short, module_name: short}
"""


def read(folder: Path, text: str) -> Imported:
    place = folder / "settings.yaml"
    place.write_text(text)
    return importers.read(place)


def lost(imported: Imported) -> set[str]:
    return {item.message.split(" is not carried over")[0] for item in imported.lost}


def test_speakeasy(tmp_path: Path) -> None:
    imported = read(tmp_path, SPEAKEASY)
    assert imported.values == {
        "package.client_class": "Acme",
        "package.version": "1.2.3",
        "package.name": "acme_sdk",
        "package.env_prefix": "ACME",
        "style.async": "class",
    }
    assert lost(imported) == {"generation.fixes", "python.maxMethodParams"}


WHOLE_SPEAKEASY = """\
configVersion: 2.0.0
generation:
  sdkClassName: Acme
  inferSSEOverload: true
  auth: {oAuth2ClientCredentialsEnabled: true, oAuth2PasswordEnabled: true}
  tests: {generateTests: true, generateNewTests: false}
python:
  additionalDependencies:
    dev: {pytest: ^8.2.2}
    main: {tenacity: ^9.1, anyio: '>=4,<5', attrs: 25.1.0, idna: '*', rich: ^0.3.1, six: ~1.2, odd: {git: x}}
  baseErrorName: AcmeError
  defaultErrorName: APIError
  forwardCompatibleUnionsByDefault: tagged-only
  responseFormat: envelope
  somethingNew: 1
"""


def test_more_of_speakeasy(tmp_path: Path) -> None:
    imported = read(tmp_path, WHOLE_SPEAKEASY)
    assert imported.values == {
        "package.client_class": "Acme",
        "package.tests": True,
        "package.dependencies": [
            "tenacity>=9.1,<10",
            "anyio>=4,<5",
            "attrs==25.1.0",
            "idna",
            "rich>=0.3.1,<0.4",
        ],
        "style.streaming": "overload",
    }
    reasons = dict(item.message.split(" is not carried over: ") for item in imported.lost)
    assert reasons == {
        "generation.auth.oAuth2PasswordEnabled": "give the token of this flow yourself",
        "generation.tests.generateNewTests": "there is nothing like it here",
        "python.additionalDependencies.dev": "package.dependencies holds those of your own code",
        "python.additionalDependencies.main.six": "write it under package.dependencies as pip takes it",
        "python.additionalDependencies.main.odd": "write it under package.dependencies as pip takes it",
        "python.defaultErrorName": "it is SDKError",
        "python.responseFormat": (
            "a method gives the model; with_raw_response gives status and headers besides"
        ),
        "python.somethingNew": "there is nothing like it here",
    }


def test_the_workflow_of_speakeasy_names_the_document(tmp_path: Path) -> None:
    folder = tmp_path / ".speakeasy"
    folder.mkdir()
    (folder / "gen.yaml").write_text(SPEAKEASY)
    (folder / "workflow.yaml").write_text(
        "sources: {acme: {inputs: [{location: api.yaml}], overlays: [{location: o.yaml}]}}\n"
    )
    imported = importers.read(folder / "gen.yaml")
    assert imported.values["spec"] == str(tmp_path / "api.yaml")
    assert imported.values["overlays"] == [str(tmp_path / "o.yaml")]


def test_stainless(tmp_path: Path) -> None:
    imported = read(tmp_path, STAINLESS)
    assert imported.values == {
        "package.name": "acme",
        "package.client_class": "AcmeLabs",
        "package.env_prefix": "ACME",
        "style.async": "class",
        "style.streaming": "overload",
    }
    updates = {action["target"]: action["update"] for action in imported.actions}
    assert updates == {
        "$.paths['/ping'].get": {"x-clientwright-group": [], "x-clientwright-name": "ping"},
        "$.components.schemas['Pet']": {"x-clientwright-type-name": "BigPet"},
        "$.paths['/pets'].get": {"x-clientwright-group": ["pets"], "x-clientwright-name": "list"},
        "$.paths['/pets/{it\\'s}/food'].post": {
            "x-clientwright-group": ["pets"],
            "x-clientwright-name": "feed",
        },
        "$.paths['/toys'].get": {
            "x-clientwright-group": ["pets", "toys"],
            "x-clientwright-name": "all",
        },
    }
    assert lost(imported) == {
        "client_settings.opts.other.read_env",
        "resources.pets.methods.odd",
        "resources.pets.methods.feed.paginated",
    }


CURSOR = """\
- name: cursor_page
  type: cursor
  param_location: query
  request:
    limit: {type: integer}
    after: {type: string, x-stainless-pagination-property: {purpose: next_cursor_param}}
  response:
    data: {type: array, items: {}}
    more: {type: boolean, x-stainless-pagination-property: {purpose: has_next_page}}
    meta:
      type: object
      properties:
        next: {type: string, x-stainless-pagination-property: {purpose: next_cursor_field}}
"""
BY_ID = """\
- name: page
  type: cursor_id
  request:
    after: {type: string, x-stainless-pagination-property: {purpose: next_cursor_id_param}}
  response:
    found:
      type: array
      x-stainless-pagination-property: {purpose: items}
      items:
        type: object
        properties:
          id: {type: string, x-stainless-pagination-property: {purpose: cursor_item_id}}
"""
BY_NUMBER = """\
- name: numbered
  type: page_number
  param_location: body
  request: {page: {type: integer, x-stainless-pagination-property: {purpose: page_number_param}}}
  response:
    all: {type: array, x-stainless-pagination-property: {purpose: items, is_top_level_array: true}}
"""
BY_OFFSET = """\
- name: offsets
  type: offset
  request: {skip: {type: integer, x-stainless-pagination-property: {purpose: offset_count_param}}}
  response:
    data: {type: array}
    total: {type: integer, x-stainless-pagination-property: {purpose: offset_total_count_field}}
"""
BY_URL = """\
- name: links
  type: cursor_url
  request: {}
  response: {next: {type: string, x-stainless-pagination-property: {purpose: cursor_url_field}}}
"""
PAGED = """\
organization: {name: acme}
resources: {pets: {methods: {list: {endpoint: get /pets, paginated: true}, all: get /all}}}
pagination:
"""


@pytest.mark.parametrize(
    ("scheme", "pagination"),
    [
        (
            CURSOR,
            {
                "type": "cursor",
                "inputs": [{"name": "after", "type": "cursor", "in": "parameters"}],
                "outputs": {
                    "results": "$['data']",
                    "nextCursor": "$['meta']['next']",
                    "hasMore": "$['more']",
                },
            },
        ),
        (
            BY_ID,
            {
                "type": "cursor",
                "inputs": [{"name": "after", "type": "cursor"}],
                "outputs": {"results": "$['found']", "nextCursor": "$['found'][-1]['id']"},
            },
        ),
        (
            BY_NUMBER,
            {
                "type": "offsetLimit",
                "inputs": [{"name": "page", "type": "page", "in": "requestBody"}],
                "outputs": {"results": "$"},
            },
        ),
        (
            BY_OFFSET,
            {
                "type": "offsetLimit",
                "inputs": [{"name": "skip", "type": "offset"}],
                "outputs": {"results": "$['data']", "total": "$['total']"},
            },
        ),
        (BY_URL, {"type": "url", "outputs": {"nextUrl": "$['next']"}}),
    ],
)
def test_pages_of_stainless(tmp_path: Path, scheme: str, pagination: object) -> None:
    imported = read(tmp_path, PAGED + scheme)
    updates = {action["target"]: action["update"] for action in imported.actions}
    assert updates["$.paths['/pets'].get"]["x-clientwright-pagination"] == pagination
    assert "x-clientwright-pagination" not in updates["$.paths['/all'].get"]
    assert lost(imported) == set()


@pytest.mark.parametrize(
    ("schemes", "told"),
    [
        ("- {name: fake, type: fake_page}\n", "pagination.fake"),
        ("- {name: odd, type: [1]}\n", "pagination.odd"),
        (CURSOR.replace("next_cursor_param", "other"), "pagination.cursor_page"),
        (CURSOR.replace("purpose: next_cursor_field", "from_header: X"), "pagination.cursor_page"),
        (CURSOR.replace("next_cursor_field", "other"), "pagination.cursor_page"),
        (CURSOR + BY_URL, "pagination"),
    ],
)
def test_pages_of_stainless_that_mean_something_else(
    tmp_path: Path, schemes: str, told: str
) -> None:
    imported = read(tmp_path, PAGED + schemes)
    assert not any("x-clientwright-pagination" in each["update"] for each in imported.actions)
    assert lost(imported) == {told, "resources.pets.methods.list.paginated"}


def test_pages_of_stainless_that_no_method_has_are_told(tmp_path: Path) -> None:
    assert lost(read(tmp_path, PAGED.replace("true", "false") + CURSOR)) == {
        "pagination",
        "resources.pets.methods.list.paginated",
    }


def test_pages_of_stainless_come_to_pages_of_ours(tmp_path: Path) -> None:
    imported = read(tmp_path, PAGED + CURSOR)
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "paths": {
            "/pets": {
                "get": {
                    "parameters": [{"name": "after", "in": "query", "schema": {"type": "string"}}],
                    "responses": {
                        "200": {
                            "description": "Pets.",
                            "content": {"application/json": {"schema": PETS}},
                        }
                    },
                }
            }
        },
    }
    place, overlay = tmp_path / "pets.json", tmp_path / "overlay.json"
    place.write_text(json.dumps(document))
    actions = [each for each in imported.actions if "/pets'" in each["target"]]
    overlay.write_text(
        json.dumps({"overlay": "1.0.0", "info": {"title": "O", "version": "1"}, "actions": actions})
    )
    prepared = pipeline.prepare(str(place), overlays=[overlay])
    (operation,) = prepared.api.operations
    assert operation.pagination is not None
    assert operation.pagination.next_cursor == ("meta", "next")
    assert prepared.diagnostics == ()


PETS = {
    "type": "object",
    "properties": {
        "data": {"type": "array", "items": {"type": "string"}},
        "more": {"type": "boolean"},
        "meta": {"type": "object", "properties": {"next": {"type": "string"}}},
    },
}


def test_openapi_python_client(tmp_path: Path) -> None:
    imported = read(tmp_path, OPENAPI_PYTHON_CLIENT)
    assert imported.values == {"package.name": "acme", "package.version": "2.0.0"}
    assert [action["update"] for action in imported.actions] == [
        {"x-clientwright-type-name": "Short"}
    ]
    assert lost(imported) == {
        "class_overrides.LongName.module_name",
        "literal_enums",
        "project_name_override",
    }


@pytest.mark.parametrize("text", ["a: 1\n", "- 1\n", "resources: [", "", "openapi: 3.1.0\n"])
def test_anything_else(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        read(tmp_path, text)


@pytest.mark.parametrize("text", ["generation: 3\n", "resources: [1]\n", "class_overrides: x\n"])
def test_settings_of_a_wrong_shape_are_no_fault(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).values == {}
