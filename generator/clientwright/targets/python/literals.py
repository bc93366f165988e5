"""The only place that turns text of the document into Python source.

A template or a view never quotes by itself: strings, docstrings, comments and JSON values come from here, so that no text
of a document can end a literal, a comment or a line, or change the order in which an editor shows the source.

    string("it's")              "it's"
    docstring("Say \\"hi\\"")   \"\"\"Say \\"hi\\\\"\"\"\"
    comment("GET /v1/a\\nb")    GET /v1/a b
    value({"a": [1, None]})     {"a": [1, None]}
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

from clientwright.targets.python.prose import fill, wrap

_QUOTES = '"""'
# A quote at the end of a line that no backslash escapes.
_OPEN_QUOTE = re.compile(r'(?<!\\)(\\\\)*"\Z')

# The title of a part of a docstring (`Args`) and its entries: a name, or nothing, and a text.
Section: TypeAlias = tuple[str, Sequence[tuple[str, str]]]


def string(text: str) -> str:
    """Give a string literal, in double quotes unless the text has some. What does not print is escaped."""
    quote = "'" if '"' in text and "'" not in text else '"'
    if text.isascii() and text.isprintable() and "\\" not in text and quote not in text:
        return f"{quote}{text}{quote}"
    return quote + "".join(_escaped(character, quote) for character in text) + quote


# Kinds of characters that do not print, or that change what the rest of a line looks like. Not asked of `str.isprintable`,
# whose answer for new characters differs between versions of Python.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}


def _escaped(character: str, quote: str) -> str:
    if character == quote:
        return "\\" + quote
    if character in _SHORT:
        return _SHORT[character]
    category = unicodedata.category(character)
    if category in _HIDDEN or (category == "Zs" and character != " "):
        return _code(character)
    return character


def _code(character: str) -> str:
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def value(item: Any) -> str:
    """Give the source of a JSON value.

    Raises `TypeError` for anything that is not one. Numbers that JSON does not have (NaN, infinities) become calls of
    `float`.
    """
    if item is None or isinstance(item, (bool, int)):
        return repr(item)
    if isinstance(item, float):
        return repr(item) if math.isfinite(item) else f'float("{item}")'
    if isinstance(item, str):
        return string(item)
    if isinstance(item, Mapping):
        pairs = cast(Mapping[Any, Any], item)
        return "{" + ", ".join(f"{value(str(k))}: {value(v)}" for k, v in pairs.items()) + "}"
    if isinstance(item, Sequence):
        members = cast(Sequence[Any], item)
        return "[" + ", ".join(value(member) for member in members) + "]"
    raise TypeError(f"no JSON value: {type(item).__name__}")


def names(items: Sequence[str]) -> str:
    """Give a tuple of string literals: `("a",)`. Only one member has a comma after it: a formatter would break the line there."""
    return f"({', '.join(map(string, items))}{',' if len(items) == 1 else ''})"


def visible(text: str) -> str:
    """Write what could disturb a terminal, an editor or the order of reading as a visible escape."""
    if text.isascii() and text.isprintable():
        return text
    return _UNUSUAL.sub(_visible_character, text)


_UNUSUAL = re.compile(r"[^\n -~]")


def _visible_character(match: re.Match[str]) -> str:
    character = match.group()
    if character in "\n\u200d\ufe0f":
        return character
    if character == "\t":
        return "    "
    category = unicodedata.category(character)
    if category in _HIDDEN:
        return _code(character)
    # Any other kind of space would be lost in wrapping or look like one that is not.
    return " " if category == "Zs" else character


def docstring(text: str, indent: int = 0, sections: Sequence[Section] = (), width: int = 88) -> str:
    """Give a docstring, its lines wrapped and indented to where it stands (`indent` columns). Empty for empty text.

    `sections` follow the text: `Args:` and the like. The first line is not indented: a template puts it in place.
    """
    room = width - indent - len(_QUOTES)
    lines = wrap(visible(text), width - indent, first=room)
    for section in sections:
        lines += ["", *_section(section, width - indent)] if lines else _section(section, room)
    lines = [_quoted(line) for line in lines]
    if not lines:
        return ""
    # A quote at the end would join those that close.
    if _OPEN_QUOTE.search(lines[-1]):
        lines[-1] = lines[-1][:-1] + r"\""
    margin = " " * indent
    if len(lines) == 1:
        end = "" if len(lines[0]) <= room - len(_QUOTES) else f"\n{margin}"
        return f"{_QUOTES}{lines[0]}{end}{_QUOTES}"
    rest = [f"{margin}{line}" if line else "" for line in lines[1:]]
    return "\n".join([_QUOTES + lines[0], *rest, margin + _QUOTES])


def _section(section: Section, width: int) -> list[str]:
    title, entries = section
    lines = [f"{title}:"]
    for name, text in entries:
        start = f"{visible(name)}: " if name else ""
        words = " ".join(visible(text).split())
        wrapped = fill(start + words, max(width - 4, 24), "    " if name else "")
        lines += [f"    {line}".rstrip() for line in wrapped or [start.strip()]]
    return lines


def _quoted(line: str) -> str:
    return line.replace("\\", "\\\\").replace(_QUOTES, r"\"\"\"")


def comment(text: str) -> str:
    """Give text for one line after `# `."""
    return " ".join(visible(text).split())


def toml(text: str) -> str:
    """Give a basic string of TOML."""
    escaped = "".join(_toml_character(character) for character in text)
    return f'"{escaped}"'


def _toml_character(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\\uFFFD"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#])")


def markdown(text: str) -> str:
    """Give text for one line of Markdown, in which nothing is markup."""
    return _MARKDOWN.sub(r"\\\1", comment(text))


def cell(text: str) -> str:
    """Give prose for a cell of a table: its CommonMark stays, but nothing ends the cell or the row, and HTML does not stay."""
    return without_html(comment(text).replace("|", "\\|"))


def code_span(text: str) -> str:
    """Give text as a code span of Markdown, also inside of a table."""
    words = comment(text).replace("|", "\\|")
    if "`" not in words:
        return f"`{words}`" if words else ""
    longest = max((len(run) for run in re.findall(r"`+", words)), default=0)
    fence = "`" * (longest + 1)
    space = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{space}{words}{space}{fence}"


def prose_markdown(text: str) -> str:
    """Give prose of the document for a Markdown file: its CommonMark stays, HTML does not, headings do not take part.

    A block of code that the text leaves open ends with it.
    """
    lines: list[str] = []
    fence = ""
    literal = False
    given = visible(text).splitlines()
    whole = all(_spans(line) is not None for line in given if not _FENCE.match(line))
    for line in given:
        marker = _FENCE.match(line)
        if fence:
            # An end is as long as the beginning, and says nothing behind it (CommonMark 0.31, section 4.5).
            if marker and marker[1].startswith(fence) and not marker[2].strip():
                fence = ""
        elif marker and not ("`" in marker[1] and "`" in marker[2]):
            fence = marker[1]
            # An indented block ends with the item of a list that it may be in, whatever its fences are.
            literal = line.startswith(fence)
        elif _HEADING.match(line):
            line = f"\\{line.lstrip()}"
        if not (fence and literal and not marker):
            # A bar may end a cell of a table, and a span with it.
            spans = whole and not fence and "|" not in line
            line = without_html(line) if spans else line.replace("<", "&lt;")
        lines.append(line.rstrip())
    return "\n".join([*lines, fence]).strip()


def without_html(line: str) -> str:
    """Give a line of CommonMark in which nothing is HTML; what stands in code spans needs no care."""
    pieces = _spans(line)
    if pieces is None:
        return line.replace("<", "&lt;")
    pieces[::2] = [piece.replace("<", "&lt;") for piece in pieces[::2]]
    return "".join(pieces)


def _spans(line: str) -> list[str] | None:
    """Split a line into what is no code span and what is one, in turn; None where backticks are left over.

    https://spec.commonmark.org/0.31.2/#code-spans
    """
    if "`" not in line:
        return [line]
    pieces: list[str] = []
    start = 0
    for match in _SPAN.finditer(line):
        if match[1]:
            pieces += (line[start : match.start()], match[0])
            start = match.end()
        elif match[0].startswith("`"):
            return None
    return [*pieces, line[start:]]


# A character behind a backslash, a code span, or backticks that begin none.
_SPAN = re.compile(r"\\.|(`++)(?:[^`]|(?!\1(?!`))`++){1,400}?\1(?!`)|`++")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)\Z")
# A line of #, or one that makes a heading of the line before it.
_HEADING = re.compile(r"\s*#|\s*(=+|-+)\s*\Z")
