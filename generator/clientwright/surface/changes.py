"""Changes that users of a client see, and the version that they ask for.

https://semver.org/spec/v2.0.0.html; before 1.0.0 a breaking change raises the second number, and any other the third.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)(?![\d.])")


class Level(StrEnum):
    """What a change asks of those who use the client: major breaks their code, minor adds, patch is not seen."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"

    @property
    def weight(self) -> int:
        """Greater for what matters more."""
        return {Level.PATCH: 1, Level.MINOR: 2, Level.MAJOR: 3}[self]


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `code` is a stable kebab-case name; `subject` is the dotted name of what changed."""

    level: Level
    code: str
    subject: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f"; hint: {self.hint}" if self.hint else ""
        return f"{self.level.value}: {self.message} [{self.code}]{hint}"

    def to_json(self) -> dict[str, str]:
        """Give the change as a JSON object that always has the same members."""
        return {
            "level": self.level.value,
            "code": self.code,
            "subject": self.subject,
            "message": self.message,
            "hint": self.hint,
        }


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes between two surfaces, the gravest first.

    `version` is the version of the old one, `proposed` what the next one should be called; both empty when that is not known.
    `pending` is the gravest change, of these and of earlier ones, for which the version was not raised.
    """

    items: tuple[Change, ...] = ()
    version: str = ""
    proposed: str = ""
    pending: Level | None = None

    @property
    def level(self) -> Level | None:
        """The gravest level, None without any change."""
        return gravest(item.level for item in self.items)

    def to_json(self) -> dict[str, Any]:
        """Give all as plain JSON values."""
        return {
            "level": self.level.value if self.level else "none",
            "version": self.version,
            "proposed": self.proposed,
            "pending": self.pending.value if self.pending else "none",
            "changes": [item.to_json() for item in self.items],
        }


def gravest(levels: Iterable[Level]) -> Level | None:
    """Give the gravest of some levels, None of none."""
    return max(levels, key=lambda level: level.weight, default=None)


def ordered(items: Iterable[Change]) -> tuple[Change, ...]:
    """Put the gravest first, and otherwise leave the order as it is."""
    return tuple(sorted(items, key=lambda item: -item.level.weight))


def next_version(version: str, level: Level | None) -> str:
    """Give the version after one, for changes of a level; empty when the version has not three numbers."""
    match = _VERSION.match(version)
    if match is None:
        return ""
    if level is None:
        return version
    first, second, third = (int(part) for part in match.groups())
    if first == 0:
        return f"0.{second + 1}.0" if level is Level.MAJOR else f"0.{second}.{third + 1}"
    if level is Level.MAJOR:
        return f"{first + 1}.0.0"
    return f"{first}.{second + 1}.0" if level is Level.MINOR else f"{first}.{second}.{third + 1}"


def reaches(version: str, wanted: str) -> bool:
    """Say whether a version is at least the one wanted; true when they cannot be compared."""
    have, want = _VERSION.match(version), _VERSION.match(wanted)
    if have is None or want is None:
        return True
    return tuple(int(part) for part in have.groups()) >= tuple(int(part) for part in want.groups())
