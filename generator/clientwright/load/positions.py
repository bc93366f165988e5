"""Where each node of a document stands in its text.

The positions of a document are a tree of the same shape as the document: a mark for a scalar, a mark
and the positions of the children for an object or array. A mark is the offset of a member's key, or
of an array's item, with the number of the file it is in above ``FILE_SHIFT``, so that what an
overlay brought keeps the place it came from.
"""

from __future__ import annotations

import re
from typing import TypeAlias, cast

from clientwright.load.tree import array_index

FILE_SHIFT = 40
OFFSET_MASK = (1 << FILE_SHIFT) - 1

Children: TypeAlias = "dict[str, Node] | list[Node]"
Node: TypeAlias = "int | tuple[int, Children]"

_JSON_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]:]|[^\s{}\[\]:,"]++', re.DOTALL)
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SIMPLE_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def marked(node: Node, mark: int) -> Node:
    """Return the node with another mark of its own."""
    return mark if isinstance(node, int) else (mark, node[1])


def mark_of(node: Node) -> int:
    """Return the mark of a node."""
    return node if isinstance(node, int) else node[0]


def shifted(node: Node, base: int) -> Node:
    """Return the positions with ``base`` added to each mark."""
    if base == 0:
        return node
    # What aliases share stays shared, and no nesting is too deep.
    made: dict[int, Children] = {}
    pending: list[tuple[Children, Children]] = []

    def moved(old: Node) -> Node:
        if isinstance(old, int):
            return old + base
        below = made.get(id(old[1]))
        if below is None:
            below = made[id(old[1])] = {} if isinstance(old[1], dict) else []
            pending.append((old[1], below))
        return old[0] + base, below

    root = moved(node)
    while pending:
        source, target = pending.pop()
        if isinstance(source, dict) and isinstance(target, dict):
            target.update((key, moved(child)) for key, child in source.items())
        elif isinstance(source, list) and isinstance(target, list):
            target.extend(map(moved, source))
    return root


def descend(node: Node, tokens: list[str]) -> tuple[int, int]:
    """Follow the tokens as far as they lead.

    Returns the mark of the deepest node that exists, and how many tokens led to it.
    """
    for depth, token in enumerate(tokens):
        child = _child(node, token)
        if child is None:
            return mark_of(node), depth
        node = child
    return mark_of(node), len(tokens)


def _child(node: Node, token: str) -> Node | None:
    if isinstance(node, int):
        return None
    below = node[1]
    if isinstance(below, dict):
        return below.get(token)
    index = array_index(token)
    return below[index] if index is not None and index < len(below) else None


def json_positions(text: str, base: int) -> tuple[Node, list[tuple[str, int, int]]]:
    """Return the positions in a valid JSON text, and its duplicate keys.

    ``base`` is added to each mark. A duplicate is its name with the offsets of the first and of the
    repeated key. The text must have been read before: nothing is validated here.
    """
    duplicates: list[tuple[str, int, int]] = []
    stack: list[tuple[int, Children]] = []
    root: Node = base
    key: str | None = None
    key_mark = 0
    pending: tuple[str, int] | None = None
    below: Children | None = None
    for match in _JSON_TOKEN.finditer(text):
        token = match.group()
        first = token[0]
        if first == ":":
            if pending is not None:
                key, key_mark = _decode(pending[0]), pending[1]
                pending = None
            continue
        if first == "}" or first == "]":
            stack.pop()
            below = stack[-1][1] if stack else None
            continue
        start = match.start() + base
        if first == '"' and key is None and type(below) is dict:
            pending = (token, start)
            continue
        node: Node = start
        if first == "{":
            node = (start, {})
        elif first == "[":
            node = (start, [])
        if below is None:
            root = node
        elif type(below) is dict:
            name = cast("str", key)
            if name in below:
                duplicates.append((name, mark_of(below[name]) - base, key_mark - base))
            node = marked(node, key_mark)
            below[name] = node
            key = None
        else:
            cast("list[Node]", below).append(node)
        if not isinstance(node, int):
            stack.append(node)
            below = node[1]
    return root, duplicates


def _decode(quoted: str) -> str:
    if "\\" not in quoted:
        return quoted[1:-1]
    text = _ESCAPED.sub(_unescape, quoted[1:-1])
    return _SURROGATES.sub(_combine, text)


def _unescape(match: re.Match[str]) -> str:
    if match[1] is not None:
        return chr(int(match[1], 16))
    return _SIMPLE_ESCAPES.get(match[2], match[2])


def _combine(match: re.Match[str]) -> str:
    high, low = match[0]
    return chr(0x10000 + ((ord(high) - 0xD800) << 10) + (ord(low) - 0xDC00))
