"""Prose of the document, laid out for docstrings: CommonMark is kept as text, and only its paragraphs are wrapped.

wrap("One long sentence ...", 20)   ["One long sentence", "..."]
"""

from __future__ import annotations

import html
import re
import textwrap

_ITEM = re.compile(r"^(\s*)([-*+]|\d{1,9}[.)])(\s+)")
_KEPT = re.compile(r"^(\s*(#{1,6}\s|\||>|<)|\s{4,})")
_ROW = re.compile(r"\s\|\s")
_ONE_SPACE_APART = re.compile(r"\S++(?: \S++)*+")
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_CODE = re.compile(r"(```[\s\S]*?```|`[^`\n]{1,200}`)")
_LINK = re.compile(
    r"""<a\s[^<>]{0,200}?href=["'](https?://[^\s"'<>()]{1,500})["'][^<>]{0,200}>([^<>\[\]]{1,200})</a>""",
    re.IGNORECASE,
)
# A place on the page of whoever shows the document, such as `#operation/listPets`.
_PLACE = re.compile(r"\[([^\[\]\n]{1,200})\]\((#[^()\s]{0,200})\)")
_HEADING = re.compile(r"^#{1,6}\s", re.MULTILINE)
_SPAN = re.compile(r"<(code|tt|kbd)>([^<>`\n]{1,200})</\1>", re.IGNORECASE)
_TAG = re.compile(
    r"[ \t]{0,8}</?(br|p|div|h[1-6]|ul|ol|li|dl|dt|dd|aside|blockquote|section)\b[^<>]{0,200}>[ \t]{0,8}"
    r"|</?(?:span|b|i|u|em|strong|small|sub|sup|font|center|nobr|code|tt|kbd|pre|a)\b[^<>]{0,200}>",
    re.IGNORECASE,
)
_BREAKS = {"br": "\n", "li": "\n- ", "dt": "\n- "}
_CLOSED_ITEM = re.compile(r"\s*</(li|dt)>\s*", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,12});", re.IGNORECASE)


def wrap(text: str, width: int, first: int = 0) -> list[str]:
    """Lay text out in lines of at most `width` columns where that can be done; `first` is the room on the first line.

    Code (fenced or indented), tables, headings and quotes stay line by line as they are. Blank lines at either
    end are dropped, several in a row become one.
    """
    width = max(width, 24)
    blocks: list[str] = []
    lines: list[str] = []
    fence = ""

    def flush() -> None:
        if lines:
            blocks.extend(_paragraph(lines, width, first if first and not blocks else width))
            lines.clear()

    for raw in text.expandtabs(4).splitlines():
        line = raw.rstrip()
        marker = _FENCE.match(line)
        if fence:
            blocks.append(line)
            if marker and marker.group(1).startswith(fence):
                fence = ""
        elif marker:
            flush()
            fence = marker.group(1)
            blocks.append(line)
        elif not line.strip():
            flush()
            if blocks and blocks[-1]:
                blocks.append("")
        elif _ITEM.match(line):
            flush()
            lines.append(line)
        elif _is_kept(line) and not (lines and line.startswith("    ")):
            flush()
            blocks.append(line)
        else:
            lines.append(line)
    flush()
    while blocks and not blocks[-1]:
        blocks.pop()
    if blocks:
        blocks[0] = blocks[0].lstrip()
    return blocks


def _is_kept(line: str) -> bool:
    return _KEPT.match(line) is not None or ("|" in line and _ROW.search(line) is not None)


def _paragraph(lines: list[str], width: int, first: int) -> list[str]:
    """Wrap the lines of one paragraph or list item, which hangs below its marker."""
    item = _ITEM.match(lines[0])
    initial = item.group(0) if item else ""
    if len(initial) > width // 2:
        initial = initial.strip() + " "
    hanging = " " * len(initial)
    body = [lines[0][item.end() :] if item else lines[0], *lines[1:]]
    text = " ".join(part.strip() for part in body)
    if len(initial) + len(text) <= min(width, first):
        # Most paragraphs are one line; white space inside is folded as the wrapper would.
        return [initial + " ".join(text.split())] if text else []
    return fill(text, width, hanging, initial, first)


def fill(
    text: str, width: int, hanging: str = "", initial: str = "", first: int | None = None
) -> list[str]:
    """Fill lines of `width` columns with words, as many in each as fit; `first` is the room on the first line.

    The first line begins with `initial`, all others with `hanging`. No word is broken.
    """
    first = width if first is None else min(first, width)
    if _ONE_SPACE_APART.fullmatch(text) is None:
        wrapper = textwrap.TextWrapper(
            width=width,
            # Room that the first line does not have is taken by a placeholder, cut off again below.
            initial_indent=initial + "\0" * (width - first),
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
        wrapped = wrapper.wrap(text)
        return [wrapped[0].replace("\0", ""), *wrapped[1:]] if wrapped else []
    lines: list[str] = []
    margin, room = initial, first - len(initial)
    start, end = 0, len(text)
    while start < end:
        # A word that is longer than a line has one of its own.
        cut = end if end - start <= room else text.rfind(" ", start, start + room + 1)
        if cut < 0:
            cut = text.find(" ", start)
        if cut < 0:
            cut = end
        lines.append(margin + text[start:cut])
        start = cut + 1
        margin, room = hanging, width - len(hanging)
    return lines


def sentence(text: str) -> str:
    """Give the first paragraph of a text as one line, for tables and summaries."""
    for block in re.split(r"\n\s*\n", text.strip()):
        line = " ".join(block.split())
        if line:
            return line
    return ""


def plain(text: str) -> str:
    """Turn the simple HTML that documents use for layout into CommonMark, without links to places elsewhere; code is left as it is.

    `One<br>two &amp; <code>x</code>` -> One, and on the next line: two & `x`
    """
    linked = "](#" in text
    if "<" not in text and "&" not in text and not linked:
        return text
    pieces = _CODE.split(text)
    if linked:
        headed = _HEADING.search(text) is not None
        pieces[::2] = [_without_places(piece, headed=headed) for piece in pieces[::2]]
    pieces[::2] = map(_without_html, pieces[::2])
    return "".join(pieces)


def _without_places(text: str, *, headed: bool) -> str:
    """Keep the words of links that lead nowhere here. A text with headings may mean one of its own."""
    return _PLACE.sub(lambda match: match[0] if headed and "/" not in match[2] else match[1], text)


def _without_html(text: str) -> str:
    if "<" in text:
        text = _SPAN.sub(r"`\2`", _LINK.sub(r"[\2](\1)", text))
        # A row of a table is one line.
        text = "\n".join(
            _TAG.sub(_inline if "|" in line else _block, line)
            for line in _CLOSED_ITEM.sub("", text).split("\n")
        )
    return _ENTITY.sub(lambda match: html.unescape(match[0]).replace("\xa0", " "), text)


def _block(match: re.Match[str]) -> str:
    name = (match[1] or "").lower()
    return _BREAKS.get(name, "\n\n") if name else ""


def _inline(match: re.Match[str]) -> str:
    return " " if match[1] else ""
