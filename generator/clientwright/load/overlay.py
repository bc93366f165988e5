"""Changes to a document that stand in a document of their own.

OpenAPI Overlay 1.0 and 1.1: https://spec.openapis.org/overlay/v1.1.0.html
JSONPath: https://www.rfc-editor.org/rfc/rfc9535
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import jsonpath_rfc9535

from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.load.document import Document, Replay
from clientwright.load.overlay_edits import Edits, Tokens
from clientwright.load.reader import Parsed
from clientwright.load.tree import (
    Object,
    Tree,
    as_array,
    as_object,
    as_string,
    fragment,
    join,
    kind,
)

_VERSION = re.compile(r"(1\.[01])(?:\.\d+(?:[-+].*)?)?\Z")
_ACTION_FIELDS = frozenset(("target", "description", "update", "copy", "remove"))
_OVERLAY_FIELDS = frozenset(("overlay", "info", "extends", "actions"))


class _Environment(jsonpath_rfc9535.JSONPathEnvironment):
    # The reader bounds the depth; this bound is only to be beyond it.
    max_recursion_depth = 5_000


_JSONPATH = _Environment()


@dataclass(frozen=True, slots=True)
class Applied:
    """A tree with its overlays applied, what was found, and how positions follow the changes."""

    tree: Tree
    diagnostics: tuple[Diagnostic, ...]
    replay: Replay


@dataclass(frozen=True, slots=True)
class _Action:
    target: jsonpath_rfc9535.JSONPathQuery
    copy: jsonpath_rfc9535.JSONPathQuery | None
    fields: Object


class _Overlay:
    """One overlay document, validated."""

    def __init__(self, parsed: Parsed, uri: str) -> None:
        self.document = Document(uri, parsed.source.name, None, parsed)
        self.findings: list[Diagnostic] = list(parsed.diagnostics)
        root = as_object(parsed.tree)
        if root is None:
            raise self.invalid("", f"an overlay is an object, this file holds {kind(parsed.tree)}")
        self.root = root
        self.version = self._version()
        self._check_fields(root, _OVERLAY_FIELDS, "")
        info = as_object(root.get("info"))
        if info is None or "title" not in info or "version" not in info:
            self.find("", "overlay-info", "the overlay has no info with title and version")
        actions = as_array(root.get("actions"))
        if not actions:
            raise self.invalid("/actions", "an overlay has at least one action in actions")
        self.actions = [self._action(number, each) for number, each in enumerate(actions)]

    def invalid(self, pointer: str, message: str, hint: str = "") -> InputError:
        return InputError(self._finding(Severity.ERROR, pointer, "invalid-overlay", message, hint))

    def find(
        self,
        pointer: str,
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = Severity.WARNING,
    ) -> None:
        self.findings.append(self._finding(severity, pointer, code, message, hint))

    def _finding(
        self, severity: Severity, pointer: str, code: str, message: str, hint: str
    ) -> Diagnostic:
        place = self.document.position(pointer)
        return Diagnostic(
            severity, code, message, hint, fragment(pointer), place.file, place.line, place.column
        )

    def _version(self) -> str:
        found = self.root.get("overlay")
        hint = "supported are overlay: 1.0.0 and overlay: 1.1.0"
        if found is None:
            raise self.invalid("", "this is no overlay: the field overlay is missing", hint)
        match = _VERSION.match(str(found))
        if match is None:
            raise self.invalid("/overlay", f"Overlay {str(found)[:40]!r} is not supported", hint)
        return match[1]

    def _check_fields(self, fields: Object, known: frozenset[str], pointer: str) -> None:
        for name in fields:
            if name not in known and not name.startswith("x-"):
                self.find(
                    f"{pointer}{join([name])}",
                    "overlay-unknown-field",
                    f"the field {name[:80]!r} means nothing in an overlay and is ignored",
                    "known are " + ", ".join(sorted(known)),
                )

    def _action(self, number: int, value: Tree) -> _Action:
        pointer = f"/actions/{number}"
        fields = as_object(value)
        if fields is None:
            raise self.invalid(pointer, f"an action is an object, not {kind(value)}")
        self._check_fields(fields, _ACTION_FIELDS, pointer)
        target = self._query(fields.get("target"), f"{pointer}/target")
        if not isinstance(fields.get("remove", False), bool):
            raise self.invalid(f"{pointer}/remove", "remove is true or false")
        copy = self._query(fields["copy"], f"{pointer}/copy") if "copy" in fields else None
        if "copy" in fields and self.version == "1.0":
            self.find(
                f"{pointer}/copy",
                "overlay-version",
                "copy came with Overlay 1.1; it is applied all the same",
                "write overlay: 1.1.0",
            )
        return _Action(target, copy, fields)

    def _query(self, value: Tree, pointer: str) -> jsonpath_rfc9535.JSONPathQuery:
        expression = as_string(value)
        if expression is None:
            raise self.invalid(pointer, "an action has a target, a JSONPath expression")
        try:
            return _JSONPATH.compile(expression)
        except (jsonpath_rfc9535.JSONPathError, RecursionError, ValueError) as error:
            reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
            raise self.invalid(
                pointer,
                f"{expression[:120]!r} is no JSONPath expression: {reason}",
                "names with other characters than letters, digits and _ are written $['a-b']",
            ) from None


def read_overlays(files: Sequence[tuple[Parsed, str]]) -> list[_Overlay]:
    """Validate overlay documents, each given with its URI. Raises InputError for an invalid one."""
    return [_Overlay(parsed, uri) for parsed, uri in files]


def apply(tree: Tree, overlays: Sequence[_Overlay], root_uri: str = "") -> Applied:
    """Apply overlays in order. ``root_uri`` is what their `extends` is compared with."""
    edits = Edits(tree)
    for number, overlay in enumerate(overlays, start=1):
        _check_extends(overlay, root_uri)
        for index, action in enumerate(overlay.actions):
            _apply_action(edits, overlay, number, index, action)
    found = tuple(each for overlay in overlays for each in overlay.findings)
    return Applied(edits.tree, found, edits.replay)


def _check_extends(overlay: _Overlay, root_uri: str) -> None:
    extends = overlay.root.get("extends")
    if extends is None or not root_uri:
        return
    text = as_string(extends)
    try:
        same = text is not None and urljoin(overlay.document.uri, text) == root_uri
    except ValueError:
        same = False
    if not same:
        overlay.find(
            "/extends",
            "overlay-extends",
            f"the overlay says that it extends another document: {str(extends)[:200]!r}",
            "it is applied all the same",
            Severity.INFO,
        )


def _apply_action(
    edits: Edits, overlay: _Overlay, number: int, index: int, action: _Action
) -> None:
    pointer = f"/actions/{index}"
    places = _select(edits, overlay, action.target, f"{pointer}/target")
    if places is None:
        return
    if not places:
        overlay.find(
            f"{pointer}/target",
            "overlay-no-match",
            f"the target {action.fields['target'][:200]!r} selects nothing",
            "check the path against the document, with the earlier actions applied",
        )
        return
    if action.fields.get("remove") is True:
        if () in places:
            overlay.find(
                pointer, "overlay-remove-root", "the whole document cannot be removed", "",
                Severity.ERROR,
            )  # fmt: skip
            return
        edits.remove(places)
        return
    if "update" in action.fields and action.copy is not None:
        overlay.find(
            pointer,
            "overlay-ambiguous",
            "the action has both update and copy; neither is applied",
            "make two actions of it",
            Severity.ERROR,
        )
        return
    if action.copy is not None:
        sources = _select(edits, overlay, action.copy, f"{pointer}/copy")
        if sources is None:
            return
        if len(sources) != 1:
            overlay.find(
                f"{pointer}/copy",
                "overlay-copy",
                f"copy selects {len(sources)} nodes; it must select one",
                "",
                Severity.ERROR,
            )
            return
        _update(edits, overlay, places, pointer, edits.get(sources[0]), (0, sources[0]))
    elif "update" in action.fields:
        origin: Tokens = ("actions", index, "update")
        _update(edits, overlay, places, pointer, action.fields["update"], (number, origin))
    else:
        overlay.find(pointer, "overlay-empty-action", "the action has none of update, copy, remove")


def _select(
    edits: Edits, overlay: _Overlay, query: jsonpath_rfc9535.JSONPathQuery, pointer: str
) -> list[Tokens] | None:
    try:
        found = [node.location for node in query.find(edits.tree)]
    except (jsonpath_rfc9535.JSONPathError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        overlay.find(
            pointer, "overlay-target", f"the expression failed: {reason}", "", Severity.ERROR
        )
        return None
    return list(dict.fromkeys(found))


def _shape(value: Tree) -> str:
    if isinstance(value, dict):
        return "object"
    return "array" if isinstance(value, list) else "primitive"


def _update(
    edits: Edits,
    overlay: _Overlay,
    places: Sequence[Tokens],
    pointer: str,
    value: Any,
    origin: tuple[int, Tokens],
) -> None:
    shapes = {_shape(edits.get(place)) for place in places}
    if len(shapes) > 1:
        overlay.find(
            f"{pointer}/target",
            "overlay-mixed-targets",
            "the target selects nodes of different kinds: " + ", ".join(sorted(shapes)),
            "make one action for each kind",
            Severity.ERROR,
        )
        return
    shape = shapes.pop()
    wrong = (shape == "object" and not isinstance(value, dict)) or (
        shape == "primitive" and isinstance(value, (dict, list))
    )
    if wrong:
        overlay.find(
            pointer,
            "overlay-incompatible",
            f"the target is a node of the kind {shape}, which cannot take {kind(value)}",
            "remove the node first, then update the node above it",
            Severity.ERROR,
        )
        return
    if shape == "primitive" and overlay.version == "1.0":
        overlay.find(
            f"{pointer}/target",
            "overlay-version",
            "Overlay 1.0 has no updates of primitive values; it is applied all the same",
            "write overlay: 1.1.0",
        )
    for place in places:
        for clash in edits.update(place, value, origin):
            overlay.find(
                pointer,
                "overlay-incompatible",
                f"{fragment(join(clash.place))} is {clash.old}, which cannot be merged with "
                f"{clash.new}; it is left as it was",
                "remove it with an action of its own first",
                Severity.ERROR,
            )
