"""What each change of a document is for users of the client, from document to level."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from clientwright import config, pipeline
from clientwright.surface.changes import Change
from clientwright.surface.compare import compare
from clientwright.surface.model import Surface, from_json, to_json

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Zoo", "version": "1"},
    "servers": [{"url": "https://zoo.example"}],
    "security": [{"token": []}],
    "paths": {
        "/pets/{id}/{part}": {
            "post": {
                "operationId": "pets_feed",
                "tags": ["pets"],
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "part", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "many", "in": "query", "schema": {"type": "integer"}},
                ],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Food"}}},
                },
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
                        },
                    },
                    "422": {
                        "description": "no",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                        },
                    },
                },
            }
        },
        "/count": {
            "get": {
                "operationId": "pets_count",
                "tags": ["pets"],
                "security": [],
                "responses": {"204": {"description": "none"}},
            }
        },
        "/pets": {
            "get": {
                "operationId": "pets_list",
                "tags": ["pets"],
                "responses": {"204": {"description": "none"}},
            }
        },
    },
    "components": {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        "schemas": {
            "Food": {
                "type": "object",
                "required": ["kind"],
                "properties": {
                    "kind": {"type": "string"},
                    "spice": {"$ref": "#/components/schemas/Spice"},
                },
            },
            "Spice": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": {"type": "string"}, "heat": {"type": "integer"}},
            },
            "Mood": {"type": "string", "enum": ["calm", "wild"]},
            "Cat": {"type": "object", "required": ["t"], "properties": {"t": {"const": "cat"}}},
            "Dog": {"type": "object", "required": ["t"], "properties": {"t": {"const": "dog"}}},
            "Friend": {
                "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]
            },
            "Pet": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string"},
                    "age": {"type": "integer"},
                    "mood": {"$ref": "#/components/schemas/Mood"},
                    "friend": {"$ref": "#/components/schemas/Friend"},
                },
            },
            "Problem": {"type": "object", "properties": {"detail": {"type": "string"}}},
        },
    },
}  # fmt: skip


def surface(document: dict[str, Any], folder: Path) -> Surface:
    place = folder / "zoo.json"
    place.write_text(json.dumps(document))
    flavour = config.from_options(
        {"spec": str(place), "output": ".", "package.name": "zoo", "package.client_class": "Zoo"}
    )
    return pipeline.surface_of(pipeline.prepare(str(place)).api, flavour)


def at(document: dict[str, Any], path: str) -> Any:
    for key in path.split():
        document = document[int(key) if isinstance(document, list) else key]
    return document


def put(path: str, key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda document: at(document, path).__setitem__(key, value)


def drop(path: str, key: str | int) -> Callable[[dict[str, Any]], None]:
    return lambda document: at(document, path).__delitem__(key)


SECURED = "paths /count get"
FEED = "paths /pets/{id}/{part} post"
SCHEMAS = "components schemas"
LISTED = f"{SCHEMAS} Mood enum"

# edit -> the gravest change that it makes: level, code, subject
CASES: dict[str, tuple[Callable[[dict[str, Any]], None], str, str, str]] = {
    "method removed": (drop("paths", "/pets"), "major", "method-removed", "pets.list"),
    "method renamed": (put("paths /pets get", "operationId", "pets_all"), "major", "method-renamed", "pets.list"),
    "method added": (put("paths /pets", "delete", {"operationId": "pets_clear", "tags": ["pets"], "responses": {"204": {"description": ""}}}), "minor", "method-added", "pets.clear"),
    "method deprecated": (put(FEED, "deprecated", True), "minor", "method-deprecated", "pets.feed"),
    "moved": (lambda d: d["paths"].__setitem__("/animals", d["paths"].pop("/pets")), "patch", "request-changed", "pets.list"),
    "argument removed": (drop(f"{FEED} parameters", 2), "major", "argument-removed", "pets.feed.many"),
    "argument renamed": (put(f"{FEED} parameters 2", "x-clientwright-name", "count"), "major", "argument-renamed", "pets.feed.many"),
    "argument required": (put(f"{FEED} parameters 2", "required", True), "major", "argument-required", "pets.feed.many"),
    "argument narrowed": (put(f"{FEED} parameters 2", "schema", {"const": 3}), "major", "argument-type", "pets.feed.many"),
    "argument widened": (put(f"{FEED} parameters 2", "schema", {"type": "number"}), "minor", "argument-type", "pets.feed.many"),
    "optional argument added": (lambda d: at(d, f"{FEED} parameters").append({"name": "to", "in": "query", "schema": {"type": "string"}}), "minor", "argument-added", "pets.feed.to"),
    "required argument added": (lambda d: at(d, f"{FEED} parameters").append({"name": "to", "in": "query", "required": True, "schema": {"type": "string"}}), "major", "argument-added", "pets.feed.to"),
    "body argument optional": (put(f"{SCHEMAS} Food", "required", []), "minor", "argument-optional", "pets.feed.kind"),
    "result none": (drop(f"{FEED} responses 200", "content"), "major", "result-changed", "pets.feed"),
    "result streams": (lambda d: put(f"{FEED} responses 200", "content", {"text/event-stream": {"schema": {"$ref": "#/components/schemas/Pet"}}})(d), "major", "result-changed", "pets.feed"),
    "error removed": (drop(f"{FEED} responses", "422"), "major", "error-removed", "ProblemError"),
    "field removed": (drop(f"{SCHEMAS} Pet properties", "age"), "major", "field-removed", "Pet.age"),
    "field renamed": (put(f"{SCHEMAS} Pet properties age", "x-clientwright-name", "years"), "major", "field-renamed", "Pet.age"),
    "read field added": (put(f"{SCHEMAS} Pet properties", "size", {"type": "string"}), "minor", "field-added", "Pet.size"),
    "read field surer": (put(f"{SCHEMAS} Pet", "required", ["name", "age"]), "minor", "field-required", "Pet.age"),
    "read field less sure": (put(f"{SCHEMAS} Pet", "required", []), "major", "field-optional", "Pet.name"),
    "read field nullable": (put(f"{SCHEMAS} Pet properties age", "type", ["integer", "null"]), "major", "field-type", "Pet.age"),
    "read field deprecated": (put(f"{SCHEMAS} Pet properties age", "deprecated", True), "minor", "field-deprecated", "Pet.age"),
    "written field needed": (put(f"{SCHEMAS} Spice", "required", ["name", "heat"]), "major", "field-required", "Spice.heat"),
    "written field free": (put(f"{SCHEMAS} Spice", "required", []), "minor", "field-optional", "Spice.name"),
    "written field nullable": (put(f"{SCHEMAS} Spice properties heat", "type", ["integer", "null"]), "minor", "field-type", "Spice.heat"),
    "value added": (lambda d: at(d, LISTED).append("shy"), "minor", "value-added", "Mood"),
    "value removed": (lambda d: (at(d, LISTED).append("shy"), at(d, LISTED).pop(0)), "major", "value-removed", "Mood"),
    "member removed": (lambda d: (at(d, f"{SCHEMAS} Friend oneOf").pop(), at(d, f"{SCHEMAS} Friend oneOf").append({"$ref": "#/components/schemas/Spice"})), "major", "member-removed", "Friend"),
    "model removed": (lambda d: (d["components"]["schemas"].pop("Problem"), at(d, f"{FEED} responses").pop("422")), "major", "error-removed", "ProblemError"),
    "credential renamed": (lambda d: (d.__setitem__("security", [{"key": []}]), put("components", "securitySchemes", {"key": {"type": "http", "scheme": "bearer"}})(d)), "major", "credential-removed", "token"),
    "other server": (put("servers 0", "url", "https://new.example"), "minor", "server-default", "server_url"),
    "server added": (lambda d: d["servers"].append({"url": "https://eu.example", "x-speakeasy-server-id": "eu"}), "minor", "server-added", "server.eu"),
    "server renamed": (put("servers 0", "x-speakeasy-server-id", "main"), "major", "server-removed", "server.0"),
    "key that was not needed": (put(f"{SECURED}", "security", [{"token": []}]), "major", "security-changed", "pets.count"),
    "key that is not needed any more": (put(FEED, "security", [{}, {"token": []}]), "minor", "security-changed", "pets.feed"),
    "no key at all any more": (put("", "security", []), "minor", "security-changed", "security"),
    "server of its own": (put(FEED, "servers", [{"url": "https://feed.example"}]), "minor", "method-servers", "pets.feed"),
    "never repeated": (put(FEED, "x-fern-retries", {"disabled": True}), "minor", "retries-changed", "pets.feed"),
    "dict gone": (lambda d: (d["paths"]["/pets/{id}/{part}"]["post"].pop("requestBody"), put(f"{SCHEMAS} Pet properties", "food", {"$ref": "#/components/schemas/Food"})(d)), "major", "type-removed", "FoodDict"),
    "dict added": (put("paths /pets get", "requestBody", {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}), "minor", "type-added", "PetDict"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_level(tmp_path: Path, name: str) -> None:
    edit, level, code, subject = CASES[name]
    document = copy.deepcopy(DOCUMENT)
    edit(document)
    old, new = surface(DOCUMENT, tmp_path), surface(document, tmp_path)
    found = compare(old, new)
    assert (level, code, subject) in [(item.level, item.code, item.subject) for item in found], (
        found
    )
    assert found[0].level == level, found


def levels(found: tuple[Change, ...]) -> dict[str, str]:
    return {item.subject: item.level.value for item in found}


def test_nothing_changes_without_a_change(tmp_path: Path) -> None:
    described = copy.deepcopy(DOCUMENT)
    at(described, FEED)["description"] = "Feeds."
    assert compare(surface(DOCUMENT, tmp_path), surface(described, tmp_path)) == ()


def test_a_new_member_of_a_union_is_an_addition(tmp_path: Path) -> None:
    document = copy.deepcopy(DOCUMENT)
    at(document, SCHEMAS)["Fox"] = {
        "type": "object",
        "required": ["t"],
        "properties": {"t": {"const": "fox"}},
    }
    at(document, f"{SCHEMAS} Friend oneOf").append({"$ref": "#/components/schemas/Fox"})
    found = levels(compare(surface(DOCUMENT, tmp_path), surface(document, tmp_path)))
    assert found == {"Friend": "minor", "Fox": "minor"}


def test_positional_arguments_in_another_order(tmp_path: Path) -> None:
    document = copy.deepcopy(DOCUMENT)
    parameters = at(document, f"{FEED} parameters")
    parameters[0], parameters[1] = parameters[1], parameters[0]
    document["paths"]["/pets/{part}/{id}"] = document["paths"].pop("/pets/{id}/{part}")
    found = compare(surface(DOCUMENT, tmp_path), surface(document, tmp_path))
    assert ("major", "arguments-reordered") in [(item.level, item.code) for item in found]


def test_a_rename_names_the_alias_that_keeps_the_old_name(tmp_path: Path) -> None:
    document = copy.deepcopy(DOCUMENT)
    document["paths"]["/pets"]["get"]["operationId"] = "pets_all"
    (change,) = compare(surface(DOCUMENT, tmp_path), surface(document, tmp_path))
    assert '"pets.list" = "pets.all"' in change.hint


def test_a_surface_prints_as_json_and_back(tmp_path: Path) -> None:
    whole = surface(DOCUMENT, tmp_path)
    assert whole.methods.keys() == {"pets.count", "pets.feed", "pets.list"}
    assert list(whole.methods["pets.feed"].arguments) == ["id", "part", "kind", "many", "spice"]
    assert from_json(json.loads(json.dumps(to_json(whole)))) == whole


def test_how_calls_are_sent_is_told_in_words(tmp_path: Path) -> None:
    document = copy.deepcopy(DOCUMENT)
    put(FEED, "security", [])(document)
    put(FEED, "servers", [{"url": "https://feed.example"}])(document)
    put(FEED, "x-fern-retries", {"disabled": True})(document)
    found = compare(surface(DOCUMENT, tmp_path), surface(document, tmp_path))
    assert [item.message for item in found] == [
        "calls of `pets.feed` ask for nothing, no longer for `token`",
        "`pets.feed` goes to https://feed.example, no longer to the server of the client",
        "`pets.feed` is never repeated, no longer repeated as other calls are",
    ]


def test_types_of_models_that_come_and_go_are_not_told_apart_from_them(tmp_path: Path) -> None:
    document = copy.deepcopy(DOCUMENT)
    del at(document, f"{SCHEMAS} Food properties")["spice"]
    del at(document, SCHEMAS)["Spice"]
    old, new = surface(DOCUMENT, tmp_path), surface(document, tmp_path)
    assert "SpiceDict" in old.types and "SpiceDict" not in new.types
    assert not [item for item in compare(old, new) if item.code.startswith("type-")]
    assert not [item for item in compare(new, old) if item.code.startswith("type-")]


def test_a_model_that_is_only_called_differently_is_one_change(tmp_path: Path) -> None:
    text = json.dumps(DOCUMENT).replace("Spice", "Herb").replace("Mood", "Temper")
    found = compare(surface(DOCUMENT, tmp_path), surface(json.loads(text), tmp_path))
    assert sorted(item.message for item in found) == [
        "the model `Mood` is called `Temper` now",
        "the model `Spice` is called `Herb` now",
    ]
    assert {item.level for item in found} == {"major"}


def test_models_that_hold_renamed_ones_are_found_too(tmp_path: Path) -> None:
    text = json.dumps(DOCUMENT).replace("Food", "Meal").replace("Spice", "Herb")
    document = json.loads(text)
    at(document, f"{SCHEMAS} Pet properties")["size"] = {"type": "string"}
    found = compare(surface(DOCUMENT, tmp_path), surface(document, tmp_path))
    assert sorted((item.code, item.subject) for item in found) == [
        ("field-added", "Pet.size"),
        ("model-renamed", "Food"),
        ("model-renamed", "Spice"),
    ]


def test_a_model_that_two_could_have_become_is_gone(tmp_path: Path) -> None:
    document = copy.deepcopy(DOCUMENT)
    spice = at(document, SCHEMAS).pop("Spice")
    at(document, SCHEMAS).update({"Herb": spice, "Salt": copy.deepcopy(spice)})
    at(document, f"{SCHEMAS} Food properties spice")["$ref"] = "#/components/schemas/Herb"
    at(document, f"{SCHEMAS} Food properties")["salt"] = {"$ref": "#/components/schemas/Salt"}
    found = compare(surface(DOCUMENT, tmp_path), surface(document, tmp_path))
    codes = {(item.code, item.subject) for item in found}
    assert {("model-removed", "Spice"), ("model-added", "Herb"), ("model-added", "Salt")} <= codes
    assert not [code for code, _ in codes if code == "model-renamed"]
