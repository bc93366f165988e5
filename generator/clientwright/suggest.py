"""From findings to the overlay that mends what they are about.

OpenAPI Overlay: https://spec.openapis.org/overlay/v1.0.0.html; targets are JSONPath, RFC 9535.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import unquote

from clientwright.diagnostics import Diagnostic

Action: TypeAlias = dict[str, Any]

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_QUOTED = re.compile(r"`([^`]+)`")
_LOST = re.compile(r"'(#/[^']*)' names nothing")
_NEAREST = re.compile(r"did you mean (.+?)(?: or .+)?\?\Z")


def json_path(pointer: str) -> str:
    """Give the JSONPath of a JSON Pointer in the form of a URI fragment (RFC 6901, section 6)."""
    path = "$"
    for token in pointer.removeprefix("#").split("/")[1:]:
        key = unquote(token).replace("~1", "/").replace("~0", "~")
        if _NAME.match(key):
            path += f".{key}"
        elif key.isdigit():
            # An index where it stands in an array, a name where it stands in an object: statuses have three digits.
            path += f"[{key}]" if len(key) < 3 else f"['{key}']"
        else:
            path += f"[{_quoted(key)}]"
    return path


def _quoted(key: str) -> str:
    """Write a name as RFC 9535 has it, between single quotation marks."""
    inner = json.dumps(key)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inner}'"


def action_for(finding: Diagnostic, document: str = "") -> Action | None:
    """Give the action that mends what a finding is about; None where there is none.

    `document` is the file that an overlay would be applied to; what stands in another cannot be mended by it.
    """
    if not finding.pointer or (document and not _same_file(finding.file, document)):
        return None
    if finding.remedy:
        made: _Made = finding.pointer, {"update": json.loads(finding.remedy)}
    else:
        make = _ACTIONS.get(finding.code)
        made = None if make is None else make(finding)
    if made is None:
        return None
    place, change = made
    return {"target": json_path(place), "description": finding.message, **change}


def overlay_for(
    findings: Iterable[Diagnostic], title: str, document: str = ""
) -> dict[str, Any] | None:
    """Give the overlay with all actions that mend something; None when there are none."""
    actions: list[Action] = []
    for finding in findings:
        action = action_for(finding, document)
        if action is not None and not any(_alike(action, other) for other in actions):
            actions.append(action)
    if not actions:
        return None
    return {
        "overlay": "1.0.0",
        "info": {"title": f"Corrections to {title}".strip(), "version": "1.0.0"},
        "actions": actions,
    }


def line(action: Mapping[str, Any]) -> str:
    """Write an action in one line, as flow-style YAML, which is JSON."""
    return json.dumps(
        {key: value for key, value in action.items() if key != "description"}, ensure_ascii=False
    )


def _alike(one: Action, other: Action) -> bool:
    return {**one, "description": ""} == {**other, "description": ""}


def _same_file(one: str, other: str) -> bool:
    return one == other or Path(one).resolve() == Path(other).resolve()


_Made: TypeAlias = "tuple[str, dict[str, Any]] | None"


def _remove(finding: Diagnostic) -> _Made:
    return finding.pointer, {"remove": True}


def _remove_default(finding: Diagnostic) -> _Made:
    return f"{finding.pointer}/default", {"remove": True}


def _require(finding: Diagnostic) -> _Made:
    return finding.pointer, {"update": {"required": True}}


def _any_schema(finding: Diagnostic) -> _Made:
    return finding.pointer, {"update": {"schema": {}}}


def _declare(finding: Diagnostic) -> _Made:
    name = _QUOTED.search(finding.message)
    if name is None:
        return None
    parameter = {"name": name[1], "in": "path", "required": True, "schema": {"type": "string"}}
    return finding.pointer, {"update": {"parameters": [parameter]}}


def _rename(finding: Diagnostic) -> _Made:
    """Name an operation after its method and path."""
    _, _, rest = finding.pointer.partition("/paths/")
    path, _, method = rest.rpartition("/")
    words = re.findall(r"[A-Za-z0-9]+", unquote(path).replace("~1", "/").replace("~0", "~"))
    if not method:
        return None
    return finding.pointer, {"update": {"operationId": "_".join([method, *words])}}


def _correct_reference(finding: Diagnostic) -> _Made:
    lost, nearest = _LOST.search(finding.message), _NEAREST.search(finding.hint)
    if lost is None or nearest is None:
        return None
    head, _, _ = lost[1].rpartition("/")
    name = nearest[1].replace("~", "~0").replace("/", "~1")
    return finding.pointer, {"update": {"$ref": f"{head}/{name}"}}


_ACTIONS: Mapping[str, Callable[[Diagnostic], _Made]] = {
    "allow-empty-value-not-here": _remove,
    "allow-reserved-not-here": _remove,
    "boolean-required": _remove,
    "default-mismatch": _remove_default,
    "default-null": _remove_default,
    "discriminator-without-property": _remove,
    "empty-enum": _remove,
    "operation-id-duplicate": _rename,
    "parameter-without-schema": _any_schema,
    "path-parameter-not-required": _require,
    "ref-not-found": _correct_reference,
    "undeclared-path-parameter": _declare,
    "unknown-field": _remove,
    "unknown-keyword": _remove,
    "unused-server-variable": _remove,
}
