"""Resources: the tree that tags and groups make.

https://spec.openapis.org/oas/v3.2.0.html#tag-object
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from clientwright.build.findings import Findings
from clientwright.build.names import Scope
from clientwright.build.words import snake, split_words
from clientwright.ir import api as ir
from clientwright.ir.models import Doc
from clientwright.normalise import form

Path = tuple[str, ...]

# A dot between digits (`v1.0`) is part of a number.
_SEPARATOR = re.compile(r"\s+-+\s+|\s*[/:>|\\]+\s*|(?<!\d)\.|\.(?!\d)")
GROUP = "x-clientwright-group"
NAME = "x-clientwright-name"
_ROOT_GROUP = "client"
_SHARED_GROUP = "shared"


def tag_path(tag: str) -> Path:
    """Return the place in the tree that a tag names: `beta.conversations` -> `("beta", "conversations")`.

    Dots, slashes, colons and dashes between blanks part its words into levels.
    """
    return _path(_SEPARATOR.split(tag))


def _path(parts: Iterable[str]) -> Path:
    return tuple(snake(part, prefix="group") for part in parts if split_words(part))


class Places:
    """Where operations belong, by the tags of one document."""

    def __init__(self, tags: Iterable[form.Tag], findings: Findings) -> None:
        self._tags = {tag.name: tag for tag in tags}
        self._findings = findings

    def of_tag(self, name: str) -> Path:
        """Return the place of a tag below its parents (3.2 `parent`); a loop of parents ends where it closes."""
        seen = {name}
        tag = self._tags.get(name)
        path = _own_path(name, tag)
        while tag is not None and tag.parent and tag.parent not in seen:
            seen.add(tag.parent)
            above = _own_path(tag.parent, self._tags.get(tag.parent))
            if path[: len(above)] != above:
                path = above + path
            tag = self._tags.get(tag.parent)
        return path

    def of(self, operation: form.Operation) -> Path:
        """Return the place of an operation: its group, else its first tag, else the client itself."""
        group = operation.extensions.get(GROUP)
        if group is not None:
            path = _group_path(group)
            if path is not None:
                return path
            self._findings.degraded(
                "group-invalid",
                operation.pointer,
                f"{GROUP} is neither a string nor a list of strings",
                'write it as "a.b" or as ["a", "b"]',
            )
        for tag in operation.tags:
            return self.of_tag(tag)
        return ()

    def docs(self) -> Mapping[Path, Doc]:
        """Return what the document says of its tags, by place."""
        result: dict[Path, Doc] = {}
        for tag in self._tags.values():
            doc = Doc(summary=tag.summary, description=tag.description)
            if doc != Doc():
                result.setdefault(self.of_tag(tag.name), doc)
        return result


def _own_path(name: str, tag: form.Tag | None) -> Path:
    extensions: Mapping[str, Any] = tag.extensions if tag is not None else {}
    group = _group_path(extensions[GROUP]) if GROUP in extensions else None
    path = group or tag_path(name)
    given = extensions.get(NAME)
    return (*path[:-1], *_path((given,))) if isinstance(given, str) and given else path


def _group_path(group: Any) -> Path | None:
    if isinstance(group, str):
        return tag_path(group)
    if isinstance(group, list) and all(isinstance(part, str) for part in group):  # pyright: ignore[reportUnknownVariableType]
        parts: list[str] = group  # pyright: ignore[reportUnknownVariableType]
        return _path(parts)
    return None


@dataclass(slots=True)
class _Node:
    operations: list[str] = field(default_factory=list[str])
    children: dict[Path, None] = field(default_factory=dict[Path, None])


def resource_tree(
    operations: Iterable[tuple[str, Path]], docs: Mapping[Path, Doc]
) -> tuple[ir.Resource, ...]:
    """Build the resources from (operation id, place) pairs, in the order in which the places come up.

    The client itself, place `()`, comes first and is always there. A place that only holds others exists too.
    """
    nodes: dict[Path, _Node] = {(): _Node()}
    for operation, path in operations:
        for depth in range(1, len(path) + 1):
            nodes.setdefault(path[:depth], _Node())
            nodes[path[: depth - 1]].children[path[:depth]] = None
        nodes[path].operations.append(operation)
    groups = group_names(nodes)
    return tuple(
        ir.Resource(
            path=path,
            group=groups[path],
            operations=tuple(node.operations),
            children=tuple(node.children),
            doc=docs.get(path, Doc()),
        )
        for path, node in nodes.items()
    )


def group_names(paths: Iterable[Path]) -> Mapping[Path, str]:
    """Name each place for the models that belong to it: `beta_conversations`; the client's own is `client`."""
    scope = Scope("_")
    scope.take(_SHARED_GROUP)
    return {path: scope.take("_".join(path) or _ROOT_GROUP) for path in paths}
