"""A tree under change, copied only where it changes, with a record to move positions alike.

Merge rules: https://spec.openapis.org/overlay/v1.1.0.html#action-object
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from clientwright.load.positions import Children, Node, mark_of, marked
from clientwright.load.tree import Object, Tree, children, kind

Tokens: TypeAlias = tuple[str | int, ...]
# The number of a file (0 for the document under change itself) and a place in it.
Origin: TypeAlias = tuple[int, Tokens]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two values that cannot be merged: where, and what kind each is."""

    place: Tokens
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """One change: ``origin`` None removes, ``append`` adds to an array, else a member is set."""

    place: Tokens
    origin: Origin | None
    append: bool = False


class Edits:
    """Changes a copy of a tree, sharing with the original whatever did not change."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._log: list[_Edit] = []
        # Kept by identity, together with the container itself so that the identity stays taken.
        self._owned: dict[int, Any] = {}

    def get(self, place: Tokens) -> Tree:
        """Return the node at a place."""
        value = self.tree
        for token in place:
            value = value[token]
        return value

    def _writable(self, place: Tokens) -> Any:
        self.tree = value = self._own(self.tree)
        for token in place:
            child = self._own(value[token])
            value[token] = child
            value = child
        return value

    def _own(self, value: Any) -> Any:
        if id(value) in self._owned or not isinstance(value, (dict, list)):
            return value
        copied: Any = cast("Any", value).copy()
        self._owned[id(copied)] = copied
        return copied

    def remove(self, places: Sequence[Tokens]) -> None:
        """Remove nodes; later items of an array go first, so that indexes stay true."""
        doomed = set(places)
        kept = [each for each in places if not any(each[:n] in doomed for n in range(len(each)))]
        arrays: dict[Tokens, list[int]] = {}
        for place in kept:
            last = place[-1]
            if isinstance(last, int):
                arrays.setdefault(place[:-1], []).append(last)
            else:
                del self._writable(place[:-1])[last]
                self._log.append(_Edit(place, None))
        # Longer paths first: an item's removal moves what lies below the items after it.
        for parent in sorted(arrays, key=lambda each: (-len(each), -_last_index(each))):
            items = self._writable(parent)
            for index in sorted(arrays[parent], reverse=True):
                del items[index]
                self._log.append(_Edit((*parent, index), None))

    def update(self, place: Tokens, value: Any, origin: Origin) -> Iterator[Clash]:
        """Merge a value into the node at a place; yields what could not be merged.

        An array joins an array, in Overlay 1.0 as well: its text has the array for one entry of the
        other, but arrays of arrays are nothing that an API description holds.
        """
        _disown(self._owned, value, iter_tree)
        old = self.get(place)
        if isinstance(old, list):
            if not isinstance(value, list):
                self._append(place, value, origin)
            else:
                self._concatenate(place, cast("list[Any]", value), origin)
        elif isinstance(old, dict):
            yield from self._merge(place, cast("Object", value), origin)
        else:
            self._set(place, value, origin)

    def _append(self, place: Tokens, value: Any, origin: Origin) -> None:
        self._writable(place).append(value)
        self._log.append(_Edit(place, origin, append=True))

    def _concatenate(self, place: Tokens, values: list[Any], origin: Origin) -> None:
        file, path = origin
        # The length is fixed first: an array may be copied onto itself.
        for index, value in enumerate(list(values)):
            self._append(place, value, (file, (*path, index)))

    def _set(self, place: Tokens, value: Any, origin: Origin) -> None:
        self._log.append(_Edit(place, origin))
        if not place:
            self.tree = value
        else:
            self._writable(place[:-1])[place[-1]] = value

    def _merge(self, place: Tokens, value: Object, origin: Origin) -> Iterator[Clash]:
        pending: list[tuple[Tokens, Object, Tokens]] = [(place, value, origin[1])]
        while pending:
            here, members, path = pending.pop()
            target: Object = self.get(here)
            for name, new in list(members.items()):
                there: Tokens = (*here, name)
                source: Origin = (origin[0], (*path, name))
                old = target.get(name)
                if name not in target:
                    self._set(there, new, source)
                elif isinstance(old, dict) and isinstance(new, dict):
                    pending.append((there, cast("Object", new), source[1]))
                elif isinstance(old, list) and isinstance(new, list):
                    self._concatenate(there, cast("list[Any]", new), source)
                elif isinstance(old, (dict, list)) or isinstance(new, (dict, list)):
                    yield Clash(there, kind(cast("Any", old)), kind(cast("Any", new)))
                else:
                    self._set(there, new, source)
                target = self.get(here)

    def replay(self, nodes: list[Node]) -> Node:
        """Make the positions of the changed tree from those of the document and its overlays."""
        return _Replay(nodes).run(self._log)


def iter_tree(value: Any) -> Iterable[Any]:
    """Return the containers right below a container of the tree."""
    return [each for _, each in children(value) if isinstance(each, (dict, list))]


def iter_nodes(below: Any) -> Iterable[Any]:
    """Return the containers right below a container of positions."""
    return [each[1] for _, each in children(below) if not isinstance(each, int)]


def _disown(owned: dict[int, Any], value: Any, inner: Callable[[Any], Iterable[Any]]) -> None:
    """Have what is about to stand in two places copied again before it changes."""
    pending = [value] if owned else []
    while pending:
        container = pending.pop()
        # What is not ours holds nothing that is: a copy begins at the root.
        if owned.pop(id(container), None) is not None:
            pending.extend(inner(container))


def _last_index(place: Tokens) -> int:
    return next((each for each in reversed(place) if isinstance(each, int)), -1)


class _Replay:
    def __init__(self, nodes: list[Node]) -> None:
        self._root = nodes[0]
        self._files = nodes
        self._owned: dict[int, Children] = {}

    def run(self, log: list[_Edit]) -> Node:
        for edit in log:
            if edit.origin is None:
                del self._writable(edit.place[:-1])[edit.place[-1]]
                continue
            node = self._find(edit.origin)
            if edit.append:
                self._writable(edit.place).append(node)
            elif edit.place:
                self._writable(edit.place[:-1])[edit.place[-1]] = node
            else:
                self._root = node
        return self._root

    def _find(self, origin: Origin) -> Node:
        number, path = origin
        node: Any = self._root if number == 0 else self._files[number]
        for token in path:
            node = node[1][token]
        if not isinstance(node, int):
            _disown(self._owned, node[1], iter_nodes)
        return node

    def _writable(self, place: Tokens) -> Any:
        below = self._own(self._root)
        self._root = (mark_of(self._root), below)
        for token in place:
            child: Node = below[token]
            deeper = self._own(child)
            below[token] = marked((0, deeper), mark_of(child))
            below = deeper
        return below

    def _own(self, node: Node) -> Any:
        below: Children = {} if isinstance(node, int) else node[1]
        if id(below) in self._owned:
            return below
        copied = below.copy()
        self._owned[id(copied)] = copied
        return copied
