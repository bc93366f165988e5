"""The API description, its overlays and the example payloads agree with each other and with their source.

Specifications followed: OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0.html), OpenAPI Overlay 1.0
(https://spec.openapis.org/overlay/v1.0.0.html), JSONPath (RFC 9535), JSON Schema 2020-12.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonpath_rfc9535 import find
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "spec" / "conversations.yaml"
SOURCE = ROOT.parent / "shared" / "specs" / "mistral.yaml"
OVERLAYS = sorted((ROOT / "spec" / "overlays").glob("*.yaml"))
PAYLOADS = ROOT / "tests" / "payloads"
OVERLAY_SCHEMA = Path(__file__).with_name("overlay_1_0.schema.json")

TAGS = {"beta.conversations", "beta.agents"}
SCHEMA_PREFIX = "#/components/schemas/"
WORDS = {"title", "description", "summary", "example", "examples"}
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
EXTENSIONS = {
    "x-clientwright-name",
    "x-clientwright-group",
    "x-clientwright-pagination",
    "x-clientwright-retries",
    "x-clientwright-deprecation",
    "x-clientwright-sse-sentinel",
}

formats = FormatChecker(())


@formats.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    """RFC 3339 date-time: a full date, a full time and an offset."""
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


@cache
def read_yaml(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


def spec() -> Any:
    return read_yaml(SPEC)


@cache
def source() -> Any:
    if not SOURCE.exists():
        pytest.skip(f"the source of the facts, {SOURCE.name}, is not beside this checkout")
    return read_yaml(SOURCE)


SCHEMAS: list[str] = sorted(spec()["components"]["schemas"])


def operations(document: Any) -> dict[str, tuple[str, str, Any]]:
    """operationId -> path key, HTTP method and Operation Object, of the two tags."""
    return {
        operation["operationId"]: (path, method, operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in METHODS and TAGS & set(operation.get("tags", []))
    }


OPERATIONS = sorted(operations(spec()))


def references(node: Any) -> Iterator[str]:
    """Every `$ref` and mapping value under node that leads to a schema component, by name."""
    if isinstance(node, dict):
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)
    elif isinstance(node, str) and node.startswith(SCHEMA_PREFIX):
        yield node.removeprefix(SCHEMA_PREFIX)


def reachable(document: Any) -> set[str]:
    """Names of the schema components that the operations of the two tags need."""
    pending = [name for entry in operations(document).values() for name in references(entry[2])]
    seen: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in seen:
            seen.add(name)
            pending.extend(references(document["components"]["schemas"][name]))
    return seen


def structure(node: Any, keys_are_names: bool = False) -> Any:
    """The node without words and extensions; what is left decides what goes over the wire."""
    if isinstance(node, list):
        return [structure(value) for value in node]
    if not isinstance(node, dict):
        # In Python False == 0 and 1 == 1.0, which are different facts in a schema.
        return (type(node).__name__, node)
    return {
        key: structure(value, not keys_are_names and key in {"properties", "mapping"})
        for key, value in node.items()
        if keys_are_names or not (key in WORDS or key.startswith("x-"))
    }


def sentences(node: Any, keys_are_names: bool = False) -> Iterator[str]:
    """Every sentence of every description and summary, without markup, case and spacing."""
    if isinstance(node, list):
        for value in node:
            yield from sentences(value)
    elif isinstance(node, dict):
        for key, value in node.items():
            is_words = not keys_are_names and key in {"description", "summary"}
            if is_words and isinstance(value, str):
                for sentence in re.split(r"(?<=[.!?:;])\s+|\n\s*\n", value):
                    yield " ".join(re.findall(r"\w+", sentence)).casefold()
            elif keys_are_names or key not in {"example", "examples"}:
                yield from sentences(value, not keys_are_names and key == "properties")


def validator(schema: Any) -> Draft202012Validator:
    """A validator for a schema that may refer to the components of the document."""
    root = {"components": spec()["components"], "allOf": [schema]}
    return Draft202012Validator(root, format_checker=formats)


def named(name: str) -> Draft202012Validator:
    return validator({"$ref": SCHEMA_PREFIX + name})


def payloads(path: Path) -> list[tuple[str, Any]]:
    return [(case["name"], case["payload"]) for case in json.loads(path.read_text("utf-8"))]


def stems(folder: str) -> list[str]:
    return sorted(path.stem for path in (PAYLOADS / folder).glob("*.json"))


def test_document_is_valid_openapi() -> None:
    validate(spec())


def test_document_carries_no_extension() -> None:
    found = [
        node.path()
        for node in find("$..*", spec())
        if str(node.location[-1]).startswith("x-") and "examples" not in node.location
    ]
    assert found == []


def test_everything_has_words() -> None:
    bare = [
        f"{method.upper()} {path}"
        for path, method, operation in operations(spec()).values()
        if not (operation.get("summary") and operation.get("description"))
        or any(not parameter.get("description") for parameter in operation.get("parameters", []))
    ]
    for name, schema in spec()["components"]["schemas"].items():
        declaring = schema.get("allOf", [schema])[-1]
        places = {name: schema} | {
            f"{name}.{key}": value for key, value in declaring.get("properties", {}).items()
        }
        bare += [place for place, value in places.items() if not value.get("description")]
    assert bare == []


class TestAgainstSource:
    """The same facts as the source, in other words."""

    def test_same_operations(self) -> None:
        assert set(OPERATIONS) == set(operations(source()))

    def test_same_schemas(self) -> None:
        assert set(SCHEMAS) == reachable(source()) == reachable(spec())
        assert len(SCHEMAS) == 85

    def test_same_server_and_security(self) -> None:
        ours, theirs = spec(), source()
        assert [s["url"] for s in ours["servers"]] == [s["url"] for s in theirs["servers"]]
        assert ours["security"] == theirs["security"]
        assert structure(ours["components"]["securitySchemes"]) == structure(
            theirs["components"]["securitySchemes"]
        )

    @pytest.mark.parametrize("operation_id", OPERATIONS)
    def test_same_operation(self, operation_id: str) -> None:
        our_path, our_method, ours = operations(spec())[operation_id]
        their_path, their_method, theirs = operations(source())[operation_id]
        assert (our_path, our_method) == (their_path, their_method)
        # An empty list of parameters says what no list says.
        assert structure({"parameters": []} | ours) == structure({"parameters": []} | theirs)

    @pytest.mark.parametrize("name", SCHEMAS)
    def test_same_schema(self, name: str) -> None:
        ours, theirs = spec()["components"]["schemas"], source()["components"]["schemas"]
        assert structure(ours[name]) == structure(theirs[name])
        assert list(ours[name].get("properties", {})) == list(theirs[name].get("properties", {}))
        assert ours[name].get("title") == theirs[name].get("title")

    def test_own_words(self) -> None:
        assert sorted(set(sentences(spec())) & set(sentences(source())) - {""}) == []


@pytest.mark.parametrize("path", OVERLAYS, ids=lambda path: path.stem)
class TestOverlays:
    def test_is_valid(self, path: Path) -> None:
        schema = json.loads(OVERLAY_SCHEMA.read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(read_yaml(path))

    def test_targets_match(self, path: Path) -> None:
        for action in read_yaml(path)["actions"]:
            nodes = find(action["target"], spec()).values()
            assert nodes, action["target"]
            # An update merges into objects or appends to arrays; other nodes have no room for it.
            assert all(isinstance(node, dict | list) for node in nodes), action["target"]

    def test_updates_are_known_extensions(self, path: Path) -> None:
        if path.stem == "harbour":
            pytest.skip("a vendor's overlay changes what the document says as well")
        for action in read_yaml(path)["actions"]:
            assert set(action["update"]) <= EXTENSIONS, action["target"]

    def test_what_updates_refer_to_exists(self, path: Path) -> None:
        for action in read_yaml(path)["actions"]:
            update = action.get("update", {})
            pagination = update.get("x-clientwright-pagination")
            deprecation = update.get("x-clientwright-deprecation")
            for operation in find(action["target"], spec()).values():
                if pagination:
                    check_pagination(pagination, operation)
                if deprecation:
                    assert operation["deprecated"] is True
                    assert deprecation["replacement"] in OPERATIONS


def check_pagination(pagination: Any, operation: Any) -> None:
    """Inputs are parameters of the operation; outputs are found in an example of its answer."""
    declared = {parameter["name"] for parameter in operation["parameters"]}
    for entry in pagination["inputs"]:
        assert entry["in"] == "parameters"
        assert entry["name"] in declared
    assert pagination["type"] in {entry["type"] for entry in pagination["inputs"]}
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    schema = answer
    if "$ref" in answer:
        schema = spec()["components"]["schemas"][answer["$ref"].removeprefix(SCHEMA_PREFIX)]
    sample: Any = [] if schema.get("type") == "array" else schema["examples"][0]
    for output in pagination["outputs"].values():
        assert len(find(output, sample)) == 1, output
    assert isinstance(find(pagination["outputs"]["results"], sample).values()[0], list)


def media_type_examples() -> Iterator[tuple[str, str, Any, Any]]:
    """Place, media type, schema and value of every example of a body or answer."""
    for operation_id, (_, _, operation) in operations(spec()).items():
        bodies = {"request": operation.get("requestBody", {}), **operation["responses"]}
        for kind, body in bodies.items():
            for media_type, entry in body.get("content", {}).items():
                for key, example in entry.get("examples", {}).items():
                    place = f"{operation_id} {kind} {key}"
                    yield place, media_type, entry["schema"], example["value"]


MEDIA_TYPE_EXAMPLES = list(media_type_examples())


@pytest.mark.parametrize("example", MEDIA_TYPE_EXAMPLES, ids=lambda example: example[0])
def test_media_type_example_fits(example: tuple[str, str, Any, Any]) -> None:
    _, media_type, schema, value = example
    if media_type != "text/event-stream":
        validator(schema).validate(value)
        return
    events = [dict(line.split(": ", 1) for line in block.split("\n")) for block in blocks(value)]
    assert len(events) > 1
    for event in events:
        validator(schema).validate({"event": event["event"], "data": json.loads(event["data"])})


def blocks(stream: str) -> list[str]:
    """The events of an event stream that uses LF, one text each; each must be finished."""
    *finished, rest = stream.split("\n\n")
    assert rest == ""
    return finished


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_examples_fit(name: str) -> None:
    for example in spec()["components"]["schemas"][name].get("examples", []):
        named(name).validate(example)


def test_parameter_examples_fit() -> None:
    examples = [
        (parameter["schema"], parameter["example"])
        for _, _, operation in operations(spec()).values()
        for parameter in operation.get("parameters", [])
        if "example" in parameter
    ]
    assert examples
    for schema, example in examples:
        validator(schema).validate(example)


def test_every_schema_has_payloads() -> None:
    assert stems("") == SCHEMAS


@pytest.mark.parametrize("name", SCHEMAS)
class TestPayloads:
    def test_fit(self, name: str) -> None:
        check = named(name)
        for case, payload in payloads(PAYLOADS / f"{name}.json"):
            errors = [error.message for error in check.iter_errors(payload)]
            assert errors == [], case

    def test_names_are_unique(self, name: str) -> None:
        names = [case for case, _ in payloads(PAYLOADS / f"{name}.json")]
        assert len(names) == len(set(names))

    def test_cover_the_schema(self, name: str) -> None:
        schema = spec()["components"]["schemas"][name]
        values = [payload for _, payload in payloads(PAYLOADS / f"{name}.json")]
        if "enum" in schema:
            assert values == schema["enum"]
        elif "anyOf" in schema:
            check_members_covered(schema["anyOf"], values)
        elif schema.get("type") == "array":
            assert [] in values
            check_members_covered(
                schema["items"]["anyOf"], [element for value in values for element in value]
            )
        else:
            check_object_covered(schema, values)


def check_members_covered(members: list[Any], values: list[Any]) -> None:
    for member in members:
        assert any(validator(member).is_valid(value) for value in values), member


def check_object_covered(schema: Any, values: list[Any]) -> None:
    """A payload with only what is required, one with everything, and a null wherever one may be."""
    declared: dict[str, list[Any]] = {}
    required: set[str] = set()
    for part in schema.get("allOf", [schema]):
        if "$ref" in part:
            part = spec()["components"]["schemas"][part["$ref"].removeprefix(SCHEMA_PREFIX)]
        required |= set(part.get("required", []))
        for key, value in part.get("properties", {}).items():
            declared.setdefault(key, []).append(value)
    assert any(set(value) == required for value in values)
    if declared:
        assert any(set(value) == set(declared) for value in values)
    for key, parts in declared.items():
        if all(validator(part).is_valid(None) for part in parts):
            assert any(key in value and value[key] is None for value in values), key


@pytest.mark.parametrize("name", stems("misfits"))
def test_misfits_do_not_fit(name: str) -> None:
    """Shapes that reference pages show, or servers may send, although the schema refuses them."""
    for case, payload in payloads(PAYLOADS / "misfits" / f"{name}.json"):
        assert not named(name).is_valid(payload), case


@pytest.mark.parametrize("name", stems("answers"))
def test_answers_without_a_named_schema_fit(name: str) -> None:
    operation = operations(spec())[name][2]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    for _, payload in payloads(PAYLOADS / "answers" / f"{name}.json"):
        validator(schema).validate(payload)


def closed(node: Any) -> Any:
    """The schema with every object closed that lists its properties."""
    if isinstance(node, list):
        return [closed(value) for value in node]
    if not isinstance(node, dict):
        return node
    copy = {key: closed(value) for key, value in node.items()}
    if isinstance(copy.get("properties"), dict) and copy.get("type") == "object":
        copy.setdefault("additionalProperties", False)
    return copy


@pytest.mark.parametrize("name", stems("tomorrow"))
def test_tomorrow_is_not_today(name: str) -> None:
    """Each payload of a later server has something that the document of today does not know."""
    root = {"components": closed(spec()["components"]), "$ref": SCHEMA_PREFIX + name}
    check = Draft202012Validator(root)
    for case, payload in payloads(PAYLOADS / "tomorrow" / f"{name}.json"):
        assert not check.is_valid(payload), case
