"""The scenarios of TypeSpec Spector, as `spector.mjs` writes them, and the operations of a document that they are about."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from corpus.raw_document import RawDocument, RawOperation

VERSIONS = ("3.0", "3.1", "3.2")


@dataclass(frozen=True)
class Call:
    """One request that a scenario expects, with the answer of its server."""

    uri: str
    method: str
    query: dict[str, Any]
    headers: dict[str, Any]
    body: dict[str, Any] | None
    status: int
    answer_headers: dict[str, Any]
    custom: bool
    answer: dict[str, Any] | None
    """The body of the answer; none may also mean that code of the suite makes it."""

    @classmethod
    def of(cls, told: dict[str, Any]) -> Call:
        uri = told["uri"]
        for name, value in told["pathParams"].items():
            uri = re.sub(rf"(?<!\\):{re.escape(name)}(?![A-Za-z0-9_])", str(value), uri)
        uri, _, query = uri.replace("\\:", ":").partition("?")
        return cls(
            uri,
            told["method"],
            dict(parse_qsl(query)) | told["query"],
            {name.lower(): value for name, value in told["headers"].items()},
            told["body"],
            told["status"],
            told["answerHeaders"],
            told["custom"],
            told["answer"],
        )


@dataclass(frozen=True)
class Scenario:
    """A scenario by its name: all of its calls have to go well."""

    name: str
    spec: str
    by_status: bool
    """It passes with the status of its answer, an error of the server's."""
    calls: tuple[Call, ...]


def read_scenarios(folder: Path) -> list[Scenario]:
    """The scenarios that were prepared in a folder."""
    return [
        Scenario(
            told["name"],
            told["spec"],
            told["passCondition"] == "status-code",
            tuple(Call.of(call) for call in told["apis"]),
        )
        for told in json.loads((folder / "scenarios.json").read_text())
    ]


def content_of(body: dict[str, Any]) -> bytes:
    """The bytes of a body."""
    raw = body.get("raw")
    if isinstance(raw, dict):
        return base64.b64decode(raw["$base64"])
    return (raw or "").encode()


@dataclass(frozen=True)
class Place:
    """An operation that a call is for, with what its URL says: server variables and path parameters, encoded."""

    operation: RawOperation
    server_path: str
    """The path of the server's URL with its variables put in."""
    variables: dict[str, str]
    values: dict[str, str]

    @property
    def crosses(self) -> bool:
        """Whether a path parameter holds a slash, which OpenAPI has no way to let through unencoded."""
        return any("/" in value for value in self.values.values())


_VARIABLE = re.compile(r"\{([^{}]+)\}")


def find_place(document: RawDocument, call: Call) -> Place | None:
    """The operation of a document whose URL a call has; the one with the fewest parameters where several fit."""
    found: list[tuple[int, Place]] = []
    for operation in document.operations:
        if operation.method.lower() != call.method:
            continue
        for server in _servers(document, operation):
            place = _fit(operation, server, call.uri)
            if place is not None:
                found.append(
                    (place.crosses * 100 + len(place.values) * 10 + len(place.variables), place)
                )
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _servers(document: RawDocument, operation: RawOperation) -> list[str]:
    for holder in (operation.operation, operation.item, document.tree):
        if holder.get("servers"):
            return [server["url"] for server in holder["servers"]]
    return ["/"]


def _fit(operation: RawOperation, server: str, uri: str) -> Place | None:
    # A variable at the beginning of a URL stands for scheme and host, which the runner gives.
    base = re.sub(r"^(?:[a-z]+://[^/]+|\{[^{}]+\})", "", server).rstrip("/")
    groups: dict[str, tuple[str, str]] = {}
    pattern = "".join(
        (
            _pattern(base, "variable", groups),
            _pattern(operation.path.rstrip("/"), "path", groups),
            "/?",
        )
    )
    # A value with a slash only where no other reading fits.
    match = re.fullmatch(pattern.replace(".+?", "[^/]+?"), uri) or re.fullmatch(pattern, uri)
    if match is None:
        return None
    given = {group: value or "" for group, value in match.groupdict().items()}
    variables = {name: given[g] for g, (kind, name) in groups.items() if kind == "variable"}
    values = {name: given[g] for g, (kind, name) in groups.items() if kind == "path"}
    path = _VARIABLE.sub(lambda found: variables[found[1]], base)
    return Place(operation, path, variables, values)


def _pattern(template: str, kind: str, groups: dict[str, tuple[str, str]]) -> str:
    pieces: list[str] = []
    for index, piece in enumerate(_VARIABLE.split(template)):
        if index % 2:
            group = f"g{len(groups)}"
            groups[group] = (kind, piece)
            pieces.append(f"(?P<{group}>.+?)")
        else:
            pieces.append(re.escape(piece))
    return "".join(pieces)
