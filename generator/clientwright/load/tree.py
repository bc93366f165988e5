"""The tree that a document is read into, and JSON Pointers over it.

A tree is made of ``dict`` with string keys, ``list``, ``str``, ``int``, ``float``, ``bool`` and
``None``. YAML aliases share nodes, so nothing may change a tree in place.

JSON Pointer: https://www.rfc-editor.org/rfc/rfc6901
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias, cast
from urllib.parse import quote

Tree: TypeAlias = Any
Object: TypeAlias = dict[str, Any]
Array: TypeAlias = list[Any]

# What RFC 3986, section 3.5 allows in a fragment besides letters and digits.
_FRAGMENT_SAFE = "/~!$&'()*+,;=:@?-._"


def as_object(value: Tree) -> Object | None:
    """Return ``value`` when it is an object, else ``None``."""
    return cast("Object", value) if isinstance(value, dict) else None


def as_array(value: Tree) -> Array | None:
    """Return ``value`` when it is an array, else ``None``."""
    return cast("Array", value) if isinstance(value, list) else None


def as_string(value: Tree) -> str | None:
    """Return ``value`` when it is a string, else ``None``."""
    return value if isinstance(value, str) else None


def kind(value: Tree) -> str:
    """Return the JSON name of the type of ``value``, with its article, for messages."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "an array"
    return "a string" if isinstance(value, str) else "a number"


def escape(token: str) -> str:
    """Escape one reference token (RFC 6901, section 3)."""
    return token.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """Undo :func:`escape` (RFC 6901, section 4)."""
    return token.replace("~1", "/").replace("~0", "~")


def split(pointer: str) -> list[str]:
    """Split a pointer such as ``/paths/~1pets`` into its unescaped tokens."""
    return [unescape(token) for token in pointer.split("/")[1:]]


def join(tokens: Iterable[str | int]) -> str:
    """Make a pointer of tokens; the empty sequence gives the empty pointer of the whole tree."""
    return "".join("/" + escape(str(token)) for token in tokens)


def fragment(pointer: str) -> str:
    """Return the pointer as URI fragment, ``#`` included (RFC 6901, section 6)."""
    try:
        return "#" + quote(pointer, safe=_FRAGMENT_SAFE)
    except UnicodeEncodeError:
        return "#" + quote(pointer, safe=_FRAGMENT_SAFE, errors="replace")


def array_index(token: str) -> int | None:
    """Return the array index that a token stands for, ``None`` when it is none (RFC 6901, section 4)."""
    if not (token.isascii() and token.isdigit()) or len(token) > 9:
        return None
    return None if token[0] == "0" and token != "0" else int(token)


def step(value: Tree, token: str) -> tuple[bool, Tree]:
    """Go one token down; return whether there is such a child, and the child."""
    if isinstance(value, dict):
        members = cast("Object", value)
        return (True, members[token]) if token in members else (False, None)
    if isinstance(value, list):
        items = cast("Array", value)
        index = array_index(token)
        if index is not None and index < len(items):
            return True, items[index]
    return False, None


def children(value: Tree) -> Iterable[tuple[str | int, Tree]]:
    """Return key and value of each member or item of a container, nothing for anything else."""
    if isinstance(value, dict):
        return cast("Object", value).items()
    if isinstance(value, list):
        return enumerate(cast("Array", value))
    return ()
