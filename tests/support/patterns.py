"""Text that matches a regular expression, the shortest of the simplest kind."""

from __future__ import annotations

import math
import re
import warnings
from functools import cache
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_constants
    import sre_parse

_CANDIDATES = "aA0-_. /:x~!bcdefghijklmnopqrstuvwyzBCDEFGHIJKLMNOPQRSTUVWXYZ123456789"


@cache
def matching(pattern: str, least: int = 0, most: float = math.inf) -> str:
    """Text that matches, at least `least` long when the pattern can stretch that far.

    Raises `AssertionError` when none is found.
    """
    # ECMA 262 and Python differ in a few escapes only.
    python = pattern.replace(r"\p{L}", "A-Za-z").replace(r"\p{N}", "0-9").replace(r"\d", "[0-9]")
    python = re.sub(r"\[([^\]\[]*)\[0-9\]", r"[\g<1>0-9", python)
    parsed = sre_parse.parse(python)
    for extra in range(max(least, 1) + 1):
        found = _written(parsed, extra)
        if not re.match(r"\^|\(\?", pattern) and not re.search(python, found):
            continue
        if re.search(python, found) and least <= len(found) <= most:
            return found
    raise AssertionError(f"no text was found for {pattern!r}")


def _written(nodes: Any, extra: int) -> str:
    return "".join(_one(kind, value, extra) for kind, value in nodes)


def _one(kind: Any, value: Any, extra: int) -> str:
    match kind:
        case sre_constants.LITERAL:
            return chr(value)
        case sre_constants.NOT_LITERAL:
            return next(char for char in _CANDIDATES if ord(char) != value)
        case sre_constants.ANY:
            return "a"
        case sre_constants.IN:
            return next(char for char in _CANDIDATES if _within(value, char))
        case sre_constants.MAX_REPEAT | sre_constants.MIN_REPEAT:
            low, high, inner = value
            return _written(inner, 0) * min(int(low) + extra, int(high))
        case sre_constants.SUBPATTERN:
            return _written(value[3], extra)
        case sre_constants.BRANCH:
            return _written(value[1][0], extra)
        case _:
            return ""


def _within(members: Any, char: str) -> bool:
    negated = members[0][0] is sre_constants.NEGATE
    hit = any(_is_member(kind, value, char) for kind, value in members)
    return hit is not negated


def _is_member(kind: Any, value: Any, char: str) -> bool:
    match kind:
        case sre_constants.LITERAL:
            return chr(value) == char
        case sre_constants.RANGE:
            return value[0] <= ord(char) <= value[1]
        case sre_constants.CATEGORY:
            return {
                sre_constants.CATEGORY_DIGIT: char.isdigit(),
                sre_constants.CATEGORY_WORD: char.isalnum() or char == "_",
                sre_constants.CATEGORY_SPACE: char.isspace(),
                sre_constants.CATEGORY_NOT_SPACE: not char.isspace(),
                sre_constants.CATEGORY_NOT_DIGIT: not char.isdigit(),
                sre_constants.CATEGORY_NOT_WORD: not (char.isalnum() or char == "_"),
            }[value]
        case _:
            return False
