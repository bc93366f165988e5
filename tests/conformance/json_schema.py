"""Runs the JSON Schema Test Suite: each schema as the body and the answer of an operation, each valid instance there and back.

A client is no validator: what does not fit may pass. What fits has to be sent and read back without loss. Schemas of the draft
2020-12 stand in documents of 3.1, those of draft 4 that 3.0 knows in documents of 3.0.
"""

from __future__ import annotations

import base64
import inspect
import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from conformance.generated import Ungenerated, forget, generate
from conformance.outcomes import Outcome
from corpus.calling import member_of
from corpus.comparing import difference, printed
from corpus.packages import Package
from support.loopback import HttpServer, Received, Reply

SUITE = "json-schema"
DRAFTS = {"3.1.0": "draft2020-12", "3.0.3": "draft4"}
_UNKNOWN_TO_30 = frozenset(
    {
        "$ref",
        "$schema",
        "id",
        "additionalItems",
        "definitions",
        "dependencies",
        "patternProperties",
    }
)
"""Keywords of draft 4 that a Schema Object of 3.0 does not have; references go elsewhere there."""


@dataclass(frozen=True)
class Group:
    """A schema with its instances."""

    name: str
    schema: Any
    instances: tuple[tuple[str, Any], ...]
    """The valid ones, with what the suite says of each."""


def run(tests: Path, only: str = "") -> list[Outcome]:
    """Run the groups in the suite's folder of tests."""
    files = [
        (version, file)
        for version, draft in DRAFTS.items()
        for file in sorted((tests / draft).glob("*.json"))
    ]
    with get_context("spawn").Pool(2, maxtasksperchild=20) as pool:
        found = pool.imap(partial(run_file, only=only), files)
        return [outcome for outcomes in found for outcome in outcomes]


def run_file(named: tuple[str, Path], only: str) -> list[Outcome]:
    version, file = named
    groups = [group for group in read_groups(file, version) if re.search(only, group.name)]
    if not groups:
        return []
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        name = re.sub(r"\W", "_", f"suite_{version}_{file.stem}").lower()
        try:
            return _run_document(Path(folder), name, groups, version)
        except Ungenerated:
            # One that leads out of the document must not take the others with it.
            return [
                outcome
                for index, group in enumerate(groups)
                for outcome in _run_alone(Path(folder), f"{name}_{index}", group, version)
            ]


def _run_alone(folder: Path, name: str, group: Group, version: str) -> list[Outcome]:
    try:
        return _run_document(folder, name, [group], version)
    except Ungenerated as problem:
        # A relative reference to a document at an `$id` by http is looked for beside the file.
        if "remote-not-allowed" in str(problem) or "http://localhost:1234" in str(group.schema):
            why = "the schema refers to another document, by http"
            return [Outcome(SUITE, group.name, "not expressible", why)]
        return [Outcome(SUITE, group.name, "failed", f"nothing was generated: {problem}"[:600])]


def _run_document(folder: Path, name: str, groups: list[Group], version: str) -> list[Outcome]:
    document = folder / f"{name}.json"
    document.write_text(json.dumps(document_of(groups, version)))
    package = generate(document, folder, name)
    try:
        return _run_groups(package, groups)
    finally:
        forget(package)


def read_groups(file: Path, version: str) -> list[Group]:
    """The groups of a file that a document of this version can hold."""
    return [
        Group(
            f"{version[:3]} {file.stem}: {told['description']}",
            told["schema"],
            tuple((t["description"], t["data"]) for t in told["tests"] if t["valid"]),
        )
        for told in json.loads(file.read_text())
        if version.startswith("3.1") or _fits_30(told["schema"])
    ]


def _fits_30(schema: Any) -> bool:
    if isinstance(schema, list):
        return all(map(_fits_30, schema))
    if not isinstance(schema, dict):
        return True
    if _UNKNOWN_TO_30 & schema.keys() or not isinstance(schema.get("type", ""), str):
        return False
    items = schema.get("items", {})
    return (
        isinstance(items, dict)
        and schema.get("type") != "null"
        and all(map(_fits_30, schema.values()))
    )


def document_of(groups: list[Group], version: str) -> dict[str, Any]:
    """A document with an operation for each group."""
    schemas = {f"Group{index}": _placed(group, index) for index, group in enumerate(groups)}
    return {
        "openapi": version,
        "info": {"title": "Suite", "version": "1"},
        "components": {"schemas": schemas},
        "paths": {
            f"/group{index}": {"post": _operation(index, f"#/components/schemas/Group{index}")}
            for index in range(len(groups))
        },
    }


def _placed(group: Group, index: int) -> Any:
    """A schema that refers to itself by `#` needs a base of its own within a document."""
    if not isinstance(group.schema, dict) or "$id" in group.schema:
        return group.schema
    if "$ref" not in json.dumps(group.schema) and "$dynamicRef" not in json.dumps(group.schema):
        return group.schema
    return {"$id": f"https://suite.test/group{index}", **group.schema}


def _operation(index: int, reference: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": reference}}}
    return {
        "operationId": f"group{index}",
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "The same.", "content": content}},
    }


def _run_groups(package: Package, groups: list[Group]) -> list[Outcome]:
    entries = {entry["operation_id"]: entry for entry in package.operations}
    outcomes: list[Outcome] = []
    with (
        HttpServer(_echo) as server,
        package.module.Client(server_url=server.url, retries=None) as client,
    ):
        for index, group in enumerate(groups):
            entry = entries.get(f"group{index}")
            if entry is None:
                outcomes.append(Outcome(SUITE, group.name, "failed", "the operation was dropped"))
                continue
            for said, instance in group.instances:
                name = f"{group.name}: {said}"
                problem = "; ".join(_try(package, client, server, entry, instance))
                kind = "failed" if problem else "passed"
                if problem and _of_another_type(group.schema, instance):
                    kind, problem = (
                        "not expressible",
                        "a type that no keyword of the schema speaks of",
                    )
                outcomes.append(Outcome(SUITE, name, kind, problem[:600]))
    return outcomes


def _echo(request: Received) -> Reply:
    return Reply(200, (("Content-Type", "application/json"),), request.body)


def _try(
    package: Package, client: Any, server: HttpServer, entry: dict[str, Any], instance: Any
) -> Iterator[str]:
    """What went wrong when an instance was sent and came back; what is sent by itself is no difference."""
    method = member_of(client, entry["call"])
    constant = partial(_is_constant, package)
    try:
        result = method(**_arguments(method, entry, instance))
    except Exception as problem:
        yield f"sending {instance!r}: {type(problem).__name__}: {problem}"
    else:
        if found := difference(instance, server.last.json(), constant):
            yield f"sent: {found}"
        elif found := difference(instance, _printed(result), constant):
            yield f"came back: {found}"


def _printed(result: Any) -> Any:
    """The JSON of a result; bytes outside of models know nothing of how they are written."""
    return base64.b64encode(result).decode() if isinstance(result, bytes) else printed(result)


def _is_constant(package: Package, name: str, value: Any) -> bool:
    return (name, json.dumps(value)) in package.raw.constants


def _arguments(method: Any, entry: dict[str, Any], instance: Any) -> dict[str, Any]:
    fields = {
        item["name_on_wire"]: item["argument"]
        for item in entry["parameters"]
        if item["in"] == "body-field"
    }
    whole = next((i["argument"] for i in entry["parameters"] if i["in"] == "body"), None)
    if whole is not None:
        return {whole: instance}
    if "request" in inspect.signature(method).parameters and "request" not in fields.values():
        return {"request": instance}
    if not isinstance(instance, dict):
        raise TypeError(f"there is no argument for {instance!r}")
    given = {fields[name]: value for name, value in instance.items() if name in fields}
    more = {name: value for name, value in instance.items() if name not in fields}
    return {**given, **({"extra_body": more} if more else {})}


_KEYWORDS = {
    "object": {
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "unevaluatedProperties",
        "propertyNames",
        "minProperties",
        "maxProperties",
        "dependentRequired",
        "dependentSchemas",
    },
    "array": {
        "items",
        "prefixItems",
        "contains",
        "minItems",
        "maxItems",
        "uniqueItems",
        "unevaluatedItems",
    },
    "string": {"contentEncoding"},
}


def _of_another_type(schema: Any, instance: Any) -> bool:
    """Whether a schema without `type` speaks of values of one type alone, and the instance is of another type.

    JSON Schema lets everything else pass; documents of OpenAPI mean the type that they speak of.
    """
    if not isinstance(schema, dict) or "type" in schema:
        return False
    own = {kind for kind, words in _KEYWORDS.items() if words & schema.keys()}
    kind = {dict: "object", list: "array", str: "string"}.get(type(instance), "other")
    if own:
        return kind not in own
    parts = [p for word in ("allOf", "anyOf", "oneOf") for p in schema.get(word, [])]
    return any(_of_another_type(part, instance) for part in parts)
