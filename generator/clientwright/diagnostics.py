"""Problems as values: what is wrong, where it stands, and what to do about it.

Every stage returns its findings as :class:`Diagnostic` values; only input that cannot be read as a
whole is an exception, :class:`InputError`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# Control characters, line and paragraph separators, zero-width and bidirectional controls, the byte
# order mark, lone surrogates and Unicode tags: each can forge or hide a line of terminal output.
_UNSAFE = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f"
    "\\ud800-\\udfff\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e007f]"
)
# How much of a text one line of output repeats: a name in a document may have any length.
_LONGEST = 600
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Severity(StrEnum):
    """How much a finding matters: an error drops something, a warning changes it, info tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def printable(text: str) -> str:
    """Return ``text`` as one harmless line: what a terminal would act on is escaped visibly."""
    return _UNSAFE.sub(_escape, text)


def printable_json(text: str) -> str:
    """Return JSON text that means the same, with escapes for what a terminal or an editor would act on."""
    return _UNSAFE.sub(_json_escape, text)


def _json_escape(match: re.Match[str]) -> str:
    character = match.group()
    # The only one of them that stands between values, where there is no escape.
    return character if character == "\n" else json.dumps(character)[1:-1]


def _shortened(text: str) -> str:
    """Return ``text``, or of a very long one its beginning and end."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST - 100]}...{text[-97:]}"


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    short = _SHORT.get(character)
    if short is not None:
        return short
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    ``code`` is a stable kebab-case name; ``pointer`` a JSON Pointer as URI fragment (RFC 6901,
    section 6), empty when the finding concerns no node; ``file`` is for display; ``line`` and
    ``column`` count from 1, and 0 stands for unknown. ``remedy`` is JSON text of an object whose
    members, put into the node at ``pointer``, mend what the finding is about; empty where it is not told.
    """

    severity: Severity
    code: str
    message: str
    hint: str = ""
    pointer: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    remedy: str = ""

    def __str__(self) -> str:
        """Return the finding as one line, whatever text of a document it quotes."""
        place = self.file
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        parts = [
            f"{place}: " if place else "",
            f"{self.severity.value}: {_shortened(self.message)}",
        ]
        if self.pointer:
            parts.append(f" ({_shortened(self.pointer)})")
        parts.append(f" [{self.code}]")
        if self.hint:
            parts.append(f"; hint: {_shortened(self.hint)}")
        return printable("".join(parts))

    def to_json(self) -> dict[str, str | int]:
        """Return the finding as a JSON object that always has the same members."""
        return {
            "severity": self.severity.value,
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
            "pointer": self.pointer,
            "file": self.file,
            "line": self.line,
            "column": self.column,
        }


class InputError(Exception):
    """Input that cannot be read as a whole; the command ends with exit status 2.

    ``diagnostics`` says why, one finding or more.
    """

    def __init__(self, diagnostics: Diagnostic | Iterable[Diagnostic]) -> None:
        found = (diagnostics,) if isinstance(diagnostics, Diagnostic) else tuple(diagnostics)
        super().__init__("\n".join(str(each) for each in found))
        self.diagnostics: tuple[Diagnostic, ...] = found
