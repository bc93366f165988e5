"""Python samples out of pages whose text lost its leading white space: find them, and give them their indentation back.

A page is prose, tables, shell and other languages between the samples, so what starts a sample is a line that can only be a
Python statement. A bracket keeps a statement going over lines; a colon at its end opens a block, which in these pages
lasts to the end of the sample.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(r"from [\w.]+ import \w+(, \w+)*|import [\w.]+")
_STATEMENT = re.compile(
    r"with .+[:(]|for \w+ in .+:|print\(.*|[A-Za-z_]\w* = .*[^;]|[a-z_]\w*(\.\w+)+\(.*[^;{]"
)
_TEXTS = re.compile(r'"(?:[^"\\]|\\.)*"' + r"|'(?:[^'\\]|\\.)*'|#.*")


@dataclass(frozen=True)
class Sample:
    """One sample. `line` is where it starts in its page; `lines` are as the page has them."""

    page: str
    line: int
    lines: tuple[str, ...]

    @property
    def imports(self) -> str:
        """The package that the sample imports its client from, empty when it goes on from an earlier one."""
        found = re.search(r"^from ([\w.]+) import Mistral$", "\n".join(self.lines), re.MULTILINE)
        return found[1] if found else ""

    @property
    def code(self) -> str:
        return restore(self.lines)

    @property
    def call(self) -> str:
        """The method that the sample is about, such as `conversations.start`."""
        found = re.findall(r"\.beta\.(\w+\.\w+)\(", "\n".join(self.lines))
        return found[-1] if found else ""


def depth(line: str) -> int:
    """By how many brackets a line goes deeper; negative when it comes back."""
    bare = _TEXTS.sub("", line)
    return sum(bare.count(one) for one in "([{") - sum(bare.count(one) for one in ")]}")


def restore(lines: tuple[str, ...]) -> str:
    """The lines with an indentation that makes them Python again."""
    result: list[str] = []
    blocks = brackets = 0
    for line in lines:
        closes = len(line) - len(line.lstrip(")]}"))
        result.append("    " * (blocks + max(brackets - closes, 0)) + line)
        brackets += depth(line)
        if brackets == 0 and _TEXTS.sub("", line).rstrip().endswith(":"):
            blocks += 1
    return "\n".join(result) + "\n"


def find(path: Path) -> Iterator[Sample]:
    """Every Python sample of a page, in order."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    at = 0
    while at < len(lines):
        end = end_of(lines, at)
        if end == at:
            at += 1
            continue
        yield Sample(path.name, at + 1, tuple(lines[at:end]))
        at = end


def end_of(lines: list[str], start: int) -> int:
    """The line after the sample that starts at a line; the same line when none does."""
    at, brackets, calls = start, 0, False
    while at < len(lines):
        line = lines[at]
        if brackets == 0:
            is_import = _IMPORT.fullmatch(line) is not None
            if is_import and calls:
                # The page shows the same sample again.
                break
            comment = line.startswith("# ") and calls
            if not (is_import or comment or _STATEMENT.fullmatch(line)):
                break
            calls = calls or not is_import
        brackets += depth(line)
        at += 1
    return at if calls else start
