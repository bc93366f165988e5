"""Whether two JSON values mean the same."""

from __future__ import annotations

import datetime
from typing import Any


def instant(text: str) -> datetime.datetime | None:
    """The moment that an RFC 3339 date-time names, None for other text."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def difference(one: Any, other: Any, at: str = "$") -> str:
    """Where two JSON values differ in meaning, empty for nowhere.

    Date-times compare as instants, 1 and 1.0 are the same number, true and 1 are not the same.
    """
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            return f"{at}: {sorted(one.keys() ^ other.keys())} on one side only"
        found = (difference(one[key], other[key], f"{at}.{key}") for key in one)
        return next(filter(None, found), "")
    if isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return f"{at}: {len(one)} and {len(other)} items"
        pairs = enumerate(zip(one, other, strict=True))
        found = (difference(a, b, f"{at}[{index}]") for index, (a, b) in pairs)
        return next(filter(None, found), "")
    if isinstance(one, bool) == isinstance(other, bool) and one == other:
        return ""
    if isinstance(one, str) and isinstance(other, str):
        first, second = instant(one), instant(other)
        if first is not None and first == second:
            return ""
    return f"{at}: {one!r} and {other!r}"
