"""Where a key stands in a flavour file. The library that reads TOML does not tell."""

from __future__ import annotations

import re

_TABLE = re.compile(r"\s*\[+\s*([^\]]*?)\s*\]")
_KEY = re.compile(
    r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*="
)


def place_of(text: str, key: str) -> tuple[int, int]:
    """Give line and column of a dotted key, or else of the table that it is in; 0 and 0 when there is neither.

    Goes by lines: what looks like a key inside a text of several lines is taken for one.
    """
    table = ""
    found: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if (header := _TABLE.match(line)) is not None:
            table = _plain(header[1])
            found.setdefault(table, (number, header.start(1) + 1))
        elif (pair := _KEY.match(line)) is not None:
            name = _plain(pair[1])
            place = number, pair.start(1) + 1
            found.setdefault(f"{table}.{name}" if table else name, place)
    return found.get(key) or found.get(key.partition(".")[0]) or (0, 0)


def _plain(name: str) -> str:
    """Write a dotted key without quotes and spaces."""
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
