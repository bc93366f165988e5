"""JSON text to a tree.

JSON: https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, cast

from clientwright.load.limits import Limits
from clientwright.load.source import SyntaxProblem
from clientwright.load.tree import Object, Tree

_CONSTANT = re.compile(r'"(?:[^"\\]++|\\.)*+"|(-?Infinity|NaN)', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u([dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)


class _NotJson(Exception):
    """A constant that Python's reader knows and JSON does not."""


def read_json(text: str, limits: Limits) -> tuple[Tree, bool]:
    """Read one JSON document.

    Returns the tree and whether any object has a duplicate key, of which the last value stays.

    Raises SyntaxProblem for anything that is no JSON document within the limits.
    """
    duplicated = False

    def make_object(pairs: list[tuple[str, Any]]) -> Object:
        nonlocal duplicated
        made = dict(pairs)
        if len(made) != len(pairs):
            duplicated = True
        return made

    def make_integer(digits: str) -> int:
        if len(digits) > limits.max_digits:
            raise _too_long(text, digits)
        return int(digits)

    # Most numbers are short: the hook is worth its cost only where a long one may stand.
    long_number = re.search(f"[0-9]{{{limits.max_digits}}}", text) is not None
    try:
        tree = json.loads(
            text,
            object_pairs_hook=make_object,
            parse_constant=_refuse_constant,
            parse_int=make_integer if long_number else None,
        )
    except json.JSONDecodeError as error:
        hint = _hint(text, error)
        raise SyntaxProblem("not-json", f"not valid JSON: {error.msg}", hint, error.pos) from None
    except _NotJson as error:
        raise SyntaxProblem(
            "json-constant",
            f"{error} is not a JSON value",
            "JSON has no such number; use null or a string",
            _constant_index(text),
        ) from None
    except RecursionError:
        raise _too_deep(limits) from None
    check_depth(tree, limits)
    return tree, duplicated


def _hint(text: str, error: json.JSONDecodeError) -> str:
    before, after = text[: error.pos].rstrip()[-1:], text[error.pos :].lstrip()[:1]
    if "," in (before, text[error.pos : error.pos + 1]) and after in (",", "]", "}"):
        return "remove the comma: JSON has none after the last item"
    if after == "'":
        return "JSON has double quotes alone"
    if text.startswith(("//", "/*"), error.pos) or after == "#":
        return "JSON has no comments"
    if not after:
        return "the file ends too early; it may be cut off"
    return "a comma may be missing before it" if error.msg.startswith("Expecting ','") else ""


def _refuse_constant(name: str) -> Any:
    raise _NotJson(name)


def _constant_index(text: str) -> int:
    return next((match.start() for match in _CONSTANT.finditer(text) if match[1]), -1)


def _too_long(text: str, digits: str) -> SyntaxProblem:
    return SyntaxProblem(
        "number-too-long", f"a number of {len(digits)} characters", "", text.find(digits)
    )


def _too_deep(limits: Limits) -> SyntaxProblem:
    return SyntaxProblem(
        "too-deep", f"objects and arrays are nested more than {limits.max_depth} deep"
    )


def check_depth(tree: Tree, limits: Limits) -> None:
    """Raise SyntaxProblem when the tree nests deeper than allowed, or holds too many containers."""
    level: list[Any] = [tree] if isinstance(tree, (dict, list)) else []
    depth = 0
    total = 0
    while level:
        depth += 1
        total += len(level)
        if depth > limits.max_depth:
            raise _too_deep(limits)
        if total > limits.max_nodes:
            raise SyntaxProblem(
                "too-many-nodes",
                f"the document holds more than {limits.max_nodes} objects and arrays",
            )
        level = [
            child
            for container in level
            for child in _values(container)
            if type(child) is dict or type(child) is list
        ]


def _values(container: Any) -> Iterable[Any]:
    return cast("Object", container).values() if type(container) is dict else container


def replace_lone_surrogates(text: str) -> tuple[str, int]:
    """Replace escapes of lone surrogates, which are no characters, by U+FFFD of the same length.

    Returns the text and the offset of the first one replaced, -1 when there is none.
    """
    if _SURROGATE.search(text) is None:
        return text, -1
    first = -1

    def replace(match: re.Match[str]) -> str:
        nonlocal first
        if match[1] is None:
            return match[0]
        if first < 0:
            first = match.start()
        return "\\ufffd"

    return _ESCAPE.sub(replace, text), first
