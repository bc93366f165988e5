"""What the conversion from Swagger 2.0 carries along: problems, moves, references still to rewrite.

Swagger 2.0: https://spec.openapis.org/oas/v2.0.html
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import unquote

from clientwright.diagnostics import Severity
from clientwright.load.tree import Object, Tree, as_object, as_string, fragment, step, unescape

# Reads the node that a reference into another file names, the file relative to the root document.
ReadExternal: TypeAlias = Callable[[str], Tree]

_MAX_HOPS = 32


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding of the conversion; ``pointer`` is a JSON Pointer into the Swagger 2.0 document."""

    severity: Severity
    code: str
    message: str
    hint: str
    pointer: str


@dataclass(slots=True)
class Context:
    """The state of one conversion.

    ``origins`` maps pointers of the converted document to those of the original; ``references`` are
    the converted objects whose `$ref` is still the original one.
    """

    tree: Object
    read_external: ReadExternal | None = None
    problems: dict[Problem, None] = field(default_factory=dict[Problem, None])
    origins: dict[str, str] = field(default_factory=lambda: {"": ""})
    references: list[Object] = field(default_factory=list[Object])

    def report(
        self,
        pointer: str,
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Add a finding about a node of the original document."""
        problem = Problem(severity, code, message, hint, pointer)
        # A shared parameter is converted once for each use.
        self.problems.setdefault(problem)

    def moved(self, new: str, old: str) -> None:
        """Record that the node at ``old`` stands at ``new`` in the converted document."""
        if new != old:
            self.origins[new] = old

    def follow(self, value: Tree, base: str, pointer: str) -> tuple[Tree, str, str]:
        """Follow the references of a parameter, response or path item to the object itself.

        ``base`` is the file that ``value`` stands in, relative to the root document and empty for
        it. Returns the object, its file, and the pointer that findings about it are given.
        """
        for _ in range(_MAX_HOPS):
            members = as_object(value)
            ref = None if members is None else as_string(members.get("$ref"))
            if ref is None:
                return value, base, pointer
            target = absolute(ref, base)
            file, _, part = target.partition("#")
            if file:
                if self.read_external is None:
                    return value, base, pointer
                found = self.read_external(target)
                if found is None:
                    return value, base, pointer
                value, base = found, file
                continue
            place = unquote(part)
            found = self._node(place)
            if found is None:
                return value, base, pointer
            value, base, pointer = found, "", place
        return value, base, pointer

    def _node(self, pointer: str) -> Tree:
        value: Tree = self.tree
        for token in pointer.split("/")[1:]:
            found, value = step(value, unescape(token))
            if not found:
                return None
        return value

    def rewrite_references(self) -> None:
        """Have each reference within the document name the place its target moved to."""
        moves = inverse(self.origins)
        for each in self.references:
            ref: str = each["$ref"]
            if ref.startswith("#/"):
                each["$ref"] = fragment(moved(unquote(ref[1:]), moves))


def inverse(origins: dict[str, str]) -> dict[str, str]:
    """Return where each moved node stands now; the first place of one that stands in several."""
    moves: dict[str, str] = {}
    for new, old in origins.items():
        moves.setdefault(old, new)
    return moves


def moved(pointer: str, moves: dict[str, str]) -> str:
    """Return the pointer with its longest part that moved replaced by where that stands now."""
    head, rest = pointer, ""
    while head:
        new = moves.get(head)
        if new is not None:
            return new + rest
        head, _, last = head.rpartition("/")
        rest = f"/{last}{rest}"
    return pointer


def absolute(ref: str, base: str) -> str:
    """Return a reference that stands in the file ``base`` as one that stands in the root document."""
    if not base or "://" in ref:
        return ref
    if ref.startswith("#"):
        return base + ref
    file, hash_sign, part = ref.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), file)) + hash_sign + part


def extensions(members: Object) -> Object:
    """Return the `x-` members, which pass through unchanged."""
    return {name: value for name, value in members.items() if name.startswith("x-")}
