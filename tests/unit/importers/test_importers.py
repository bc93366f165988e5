"""Other generators' configuration: what is carried over, and that the rest is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from clientwright import importers
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
