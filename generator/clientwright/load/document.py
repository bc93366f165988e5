"""A document, and places in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from clientwright.load.json_places import JsonPlaces
from clientwright.load.positions import FILE_SHIFT, OFFSET_MASK, Node, descend, shifted
from clientwright.load.reader import Parsed
from clientwright.load.source import Position
from clientwright.load.swagger2_context import inverse, moved
from clientwright.load.tree import Array, Object, Tree, escape, split

# Makes the positions of the tree as it is now from those of each file that it was made from.
Replay = Callable[[list[Node]], Node]


class Document:
    """One file of a workspace, read.

    ``uri`` identifies it: the absolute ``file:`` or ``https:`` URI. ``name`` is the same relative to
    the root document and empty for the root document itself. ``tree`` is its content; ``path`` its
    file, ``None`` for a remote one.
    """

    __slots__ = (
        "_moves",
        "_origins",
        "_parsed",
        "_positions",
        "_replay",
        "name",
        "path",
        "tree",
        "uri",
    )

    def __init__(
        self,
        uri: str,
        name: str,
        path: Path | None,
        parsed: Parsed,
        *,
        overlays: tuple[Parsed, ...] = (),
        replay: Replay | None = None,
        tree: Tree = None,
        origins: dict[str, str] | None = None,
    ) -> None:
        self.uri = uri
        self.name = name
        self.path = path
        self.tree = parsed.tree if tree is None else tree
        self._parsed = (parsed, *overlays)
        self._replay = replay
        self._origins = origins
        self._moves: dict[str, str] | None = None
        self._positions: Node | None = None

    def __repr__(self) -> str:
        return f"Document({self.uri!r})"

    def converted(self, tree: Tree, origins: dict[str, str]) -> Document:
        """Return the document as converted to another version.

        ``origins`` maps pointers of ``tree`` to pointers of the tree as it is here.
        """
        return Document(
            self.uri,
            self.name,
            self.path,
            self._parsed[0],
            overlays=self._parsed[1:],
            replay=self._replay,
            tree=tree,
            origins=origins,
        )

    @property
    def root(self) -> Location:
        """The place of the whole document."""
        return Location(self, "", self.tree)

    @property
    def text(self) -> str:
        """The text of the file as it was read, before overlays."""
        return self._parsed[0].source.text

    @property
    def display(self) -> str:
        """The name of the file as messages show it."""
        return self._parsed[0].source.name

    def original_pointer(self, pointer: str) -> str:
        """Return where a node stood before the document was converted from Swagger 2.0.

        The nearest ancestor that was there when the node itself was not; the pointer itself for a
        document that was not converted.
        """
        if self._origins is None:
            return pointer
        head, rest = pointer, ""
        while True:
            found = self._origins.get(head)
            if found is not None:
                return found + rest
            if not head:
                return pointer
            head, _, last = head.rpartition("/")
            rest = f"/{last}{rest}"

    def converted_pointer(self, pointer: str) -> str:
        """Return where a node stands now that stood at ``pointer`` in a Swagger 2.0 document."""
        if self._origins is None:
            return pointer
        if self._moves is None:
            self._moves = inverse(self._origins)
        return moved(pointer, self._moves)

    def existing_pointer(self, pointer: str) -> str:
        """Return the pointer of the nearest ancestor that stands in the text of the file."""
        tokens = split(pointer)
        depth = self._descend(tokens)[1]
        return "".join(f"/{escape(token)}" for token in tokens[:depth])

    def position(self, pointer: str) -> Position:
        """Return where a node stands, or else its nearest ancestor that stands in a file."""
        mark = self._descend(split(self.original_pointer(pointer)))[0]
        return self._parsed[mark >> FILE_SHIFT].source.position(mark & OFFSET_MASK)

    def _descend(self, tokens: list[str]) -> tuple[int, int]:
        places = self._parsed[0].places
        if self._replay is not None:
            return descend(self._replayed(self._replay), tokens)
        return places.descend(tokens) if isinstance(places, JsonPlaces) else descend(places, tokens)

    def _replayed(self, replay: Replay) -> Node:
        if self._positions is None:
            nodes: list[Node] = []
            for number, parsed in enumerate(self._parsed):
                places = parsed.places
                node = places.whole() if isinstance(places, JsonPlaces) else places
                nodes.append(shifted(node, number << FILE_SHIFT))
            self._positions = replay(nodes)
        return self._positions


@dataclass(frozen=True, slots=True, eq=False)
class Location:
    """A node of a document: equal to another when document and pointer are the same.

    ``pointer`` is a JSON Pointer (RFC 6901), empty for the whole document; ``value`` the node.
    """

    document: Document
    pointer: str
    value: Any

    def child(self, key: str | int) -> Location:
        """Return the place of a member or item; KeyError or IndexError when there is none."""
        if isinstance(key, int):
            return Location(self.document, f"{self.pointer}/{key}", cast("Array", self.value)[key])
        return Location(
            self.document, f"{self.pointer}/{escape(key)}", cast("Object", self.value)[key]
        )

    @property
    def id(self) -> str:
        """The canonical name: the document relative to the root document, ``#``, the pointer."""
        return f"{self.document.name}#{self.pointer}"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Location):
            return NotImplemented
        return self.pointer == other.pointer and self.document.uri == other.document.uri

    def __hash__(self) -> int:
        return hash((self.document.uri, self.pointer))
