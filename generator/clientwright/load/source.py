"""The text of one file: bytes to characters, and offsets in it to lines and columns."""

from __future__ import annotations

import codecs
import os
import re
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from clientwright.diagnostics import Diagnostic, InputError, Severity

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Position:
    """Where a node stands: ``file`` for display, ``line`` and ``column`` from 1, 0 when unknown."""

    file: str
    line: int = 0
    column: int = 0


class SyntaxProblem(Exception):
    """Text that is no document; ``index`` is the offset in characters, -1 when unknown."""

    def __init__(self, code: str, message: str, hint: str = "", index: int = -1) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.index = index


class Source:
    """The characters of one file, its name for display, and its line table (made when asked for)."""

    __slots__ = ("_lines", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._lines: list[int] | None = None

    def position(self, index: int) -> Position:
        """Return line and column of the character at ``index``."""
        if index < 0:
            return Position(self.name)
        if self._lines is None:
            self._lines = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        line = bisect_right(self._lines, index)
        return Position(self.name, line, index - self._lines[line - 1] + 1)

    def input_error(self, problem: SyntaxProblem) -> InputError:
        """Return the problem as the exception for unreadable input, with its position."""
        place = self.position(problem.index)
        return InputError(
            Diagnostic(
                Severity.ERROR,
                problem.code,
                problem.message,
                problem.hint,
                file=place.file,
                line=place.line,
                column=place.column,
            )
        )


def display_name(path: Path) -> str:
    """Return the path as users see it: from the working directory where that is shorter, and without detours."""
    try:
        place = path.absolute()
        plain = Path(os.path.normpath(place))
        # Behind a link, `..` leads elsewhere than its text.
        if plain != place and plain.exists() and plain.samefile(place):
            place = plain
        relative = Path(os.path.relpath(place))
        return min(relative.as_posix(), place.as_posix(), key=len)
    except (ValueError, OSError):
        return path.as_posix()


def decode(data: bytes, name: str) -> Source:
    """Decode the bytes of a document: UTF-8, or what its byte order mark says.

    Raises InputError with line and column of the first byte that does not decode.
    """
    encoding, start = "utf-8", 0
    for mark, marked_encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            encoding, start = marked_encoding, len(mark)
            break
    body = data[start:]
    try:
        return Source(name, body.decode(encoding))
    except UnicodeDecodeError as error:
        return _refuse(body, error, encoding, name)


def _refuse(body: bytes, error: UnicodeDecodeError, encoding: str, name: str) -> Source:
    before = body[: error.start].decode(encoding, errors="replace")
    place = Source(name, before).position(len(before))
    byte = f" (byte 0x{body[error.start]:02x})" if error.start < len(body) else ""
    hint = "save the file as UTF-8"
    if b"\0" in body[:64]:
        hint = "this is a binary file, or UTF-16 without a byte order mark; save it as UTF-8"
    raise InputError(
        Diagnostic(
            Severity.ERROR,
            "not-decodable",
            f"not valid {encoding.upper()}{byte}: {error.reason}",
            hint,
            file=place.file,
            line=place.line,
            column=place.column,
        )
    )
