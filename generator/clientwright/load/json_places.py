"""Where nodes of a JSON text stand, found for those that are asked for and not for all others.

JSON: https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

import json
import re

from clientwright.load.positions import Node, descend, json_positions
from clientwright.load.tree import array_index

_SPACE = re.compile(r"[ \t\n\r]*")
_SEPARATOR = re.compile(r"[ \t\n\r]*[,:]?[ \t\n\r]*")
# A text is skipped through as often as this before all positions are found in one go.
_MOST_PASSES = 8


class _Container:
    """An object or array as far as it has been looked through.

    ``found`` has for each member or item where it stands and where its value begins; ``next`` is where the first that is not in there begins.
    """

    __slots__ = ("ended", "found", "is_object", "last", "next")

    def __init__(self, is_object: bool, start: int) -> None:
        self.is_object = is_object
        self.found: dict[str | int, tuple[int, int]] = {}
        self.next = start
        self.last = -1
        self.ended = False


class JsonPlaces:
    """The positions in a valid JSON text without duplicate keys, looked up one by one.

    Whole values are passed over at the speed of the JSON decoder, each container at most once, and what was passed is
    remembered, so that many look-ups cost about as much as few.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._containers: dict[int, _Container] = {}
        self._skip = json.JSONDecoder().raw_decode
        self._left = _MOST_PASSES * len(text)
        self._all: Node | None = None

    def whole(self) -> Node:
        """Return all positions."""
        if self._all is None:
            self._all = json_positions(self._text, 0)[0]
            self._containers.clear()
        return self._all

    def descend(self, tokens: list[str]) -> tuple[int, int]:
        """Follow the tokens as far as they lead, as `positions.descend` does."""
        mark = value = self._after(_SPACE, 0)
        for depth, token in enumerate(tokens):
            if self._left < 0 or self._all is not None:
                return descend(self.whole(), tokens)
            place = self._child(value, token)
            if place is None:
                return mark, depth
            mark, value = place
        return mark, len(tokens)

    def _child(self, start: int, token: str) -> tuple[int, int] | None:
        container = self._containers.get(start)
        if container is None:
            opening = self._text[start]
            if opening not in "{[":
                return None
            container = _Container(opening == "{", self._after(_SPACE, start + 1))
            self._containers[start] = container
        key = token if container.is_object else array_index(token)
        if key is None:
            return None
        while key not in container.found and not container.ended:
            self._advance(container)
        return container.found.get(key)

    def _advance(self, container: _Container) -> None:
        if container.last >= 0:
            end = self._skip(self._text, container.last)[1]
            self._left -= end - container.last
            container.next = self._after(_SEPARATOR, end)
        mark = container.next
        if self._text[mark] in "}]":
            container.ended = True
            return
        key: str | int = len(container.found)
        value = mark
        if container.is_object:
            key, end = self._skip(self._text, mark)
            value = self._after(_SEPARATOR, end)
        container.found[key] = (mark, value)
        container.last = value

    def _after(self, pattern: re.Pattern[str], index: int) -> int:
        found = pattern.match(self._text, index)
        return index if found is None else found.end()
