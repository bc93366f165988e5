"""Words: how a text of the document is split into words, and how words become a name.

Names in the representation follow Unicode's identifier rules (UAX #31, as most languages do) in their NFKC form, so that
two names that a language would take for one are one here as well. Wire names are never touched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_APOSTROPHES = "'’`´"
_SYMBOLS = {
    "+": "plus",
    "-": "minus",
    "*": "star",
    "/": "slash",
    "\\": "backslash",
    ".": "dot",
    "@": "at",
    "#": "hash",
    "$": "dollar",
    "%": "percent",
    "&": "and",
    "!": "not",
    "?": "question",
    "=": "equals",
    "<": "less",
    ">": "greater",
    "~": "tilde",
    "^": "caret",
    "|": "pipe",
    ":": "colon",
    ";": "semicolon",
    ",": "comma",
    "_": "underscore",
    "'": "quote",
    '"': "quotes",
    " ": "space",
    "(": "open",
    ")": "close",
    "[": "open",
    "]": "close",
    "{": "open",
    "}": "close",
}
_IRREGULAR = {
    "children": "child",
    "people": "person",
    "indices": "index",
    "vertices": "vertex",
    "matrices": "matrix",
    "criteria": "criterion",
    "analyses": "analysis",
    "bases": "base",
    "axes": "axis",
    "movies": "movie",
    "cookies": "cookie",
    "caches": "cache",
    "aliases": "alias",
    "biases": "bias",
    "buses": "bus",
    "gases": "gas",
}
_UNCHANGING = frozenset({"news", "series", "species", "analysis", "https", "dns", "gps", "sms"})
# Names that are one word in spite of the capitals within. After another capital only a version tells them from what
# ends there: `PSUOAuth2` is PSU and OAuth2, `SSOAuth` is SSO and Auth. `APIkey` has a small letter for a capital.
_ONE_WORD = re.compile(
    r"""(?: (?<![A-Z]) (?: OAuth | IPv(?=[46]) | GraphQL | GitHub | GitLab | YouTube | LinkedIn | PayPal | WhatsApp
                         | JavaScript | TypeScript | MySQL | PostgreSQL | NoSQL | PyPI | LaTeX | IoT | TikTok | [SPI]aaS )
          | OAuth(?=[12]) | IPv(?=[46])
          | \A (?: iOS | iPhone | iPad | macOS | gRPC | mTLS | gET | pOST | pUT | pATCH | dELETE ) ) [0-9]* (?![a-z])
          | (?<![A-Z]) (?: API | URL ) (?= [a-rt-z] [a-z]{2} )""",
    re.VERBOSE,
)
# The 2 of agent-to-agent; of `V2` it is a version.
_TO = re.compile("[A-UW-Z]2")
# `3D`, `2FA` and `3DS2`, which the digit belongs to.
_DIMENSIONS = frozenset("23")
_DIMENSIONAL = re.compile(r"D|FA|DS\d*")
_MAX_TEXT = 240
_ASCII_RUN = re.compile("[0-9A-Za-z]+")
_WITHOUT_APOSTROPHES = dict.fromkeys(map(ord, _APOSTROPHES))


def _kept(char: str) -> bool:
    return char != "_" and ("x" + char).isidentifier()


def _chunks(text: str) -> list[str]:
    """The runs of characters that may stand in an identifier, in NFKC."""
    if text.isascii():
        return _ASCII_RUN.findall(text[:_MAX_TEXT].translate(_WITHOUT_APOSTROPHES))
    chunks: list[str] = []
    run: list[str] = []
    for char in unicodedata.normalize("NFKC", text[:_MAX_TEXT]):
        if _kept(char):
            run.append(char)
        elif char not in _APOSTROPHES and run:
            chunks.append("".join(run))
            run = []
    if run:
        chunks.append("".join(run))
    return chunks


def _humps(chunk: str) -> list[str]:
    """Split at the humps of camelCase: `getHTTPResponse` -> get, HTTP, Response; `userIDs` -> user, IDs."""
    if chunk.isascii() and chunk[1:] == chunk[1:].lower():
        return [chunk]
    known = _ONE_WORD.search(chunk)
    if known is not None:
        before, after = chunk[: known.start()], chunk[known.end() :]
        return [
            *(_humps(before) if before else ()),
            known.group(),
            *(_humps(after) if after else ()),
        ]
    words: list[str] = []
    start = 0
    for index in range(1, len(chunk)):
        here, before = chunk[index], chunk[index - 1]
        after = chunk[index + 1] if index + 1 < len(chunk) else ""
        if not here.isupper():
            continue
        plural = after == "s" and not chunk[index + 2 : index + 3].islower()
        if not before.isupper() or (after.islower() and not plural):
            words.append(chunk[start:index])
            start = index
    words.append(chunk[start:])
    return _joined(words)


def _joined(humps: list[str]) -> list[str]:
    """Join the humps of what is one word by its digit: `A2A`, `2FA`."""
    words: list[str] = []
    for hump in humps:
        last = words[-1] if words else ""
        if _TO.fullmatch(last) and hump.isupper():
            words[-1] += hump
        elif last[-1:] in _DIMENSIONS and _DIMENSIONAL.fullmatch(hump):
            words[-1:] = [word for word in (last[:-1], last[-1] + hump) if word]
        else:
            words.append(hump)
    return words


@lru_cache(maxsize=65_536)
def split_words(text: str) -> tuple[str, ...]:
    """The words of a text in their own case: `HTTPValidationError` -> HTTP, Validation, Error."""
    return tuple(word for chunk in _chunks(text) for word in _humps(chunk))


def spell(text: str) -> str:
    """The same text with its symbols as words: `+1` -> `plus 1`, `>=` -> `greater equals`."""
    parts: list[str] = []
    for char in unicodedata.normalize("NFKC", text[:_MAX_TEXT]):
        if _kept(char):
            parts.append(char)
            continue
        name = _SYMBOLS.get(char) or unicodedata.name(char, "").lower()
        parts.append(f" {name} ")
    return "".join(parts)


def _signed(text: str) -> bool:
    """Whether dropping the symbol in front would leave a number that means something else (`-1`)."""
    return len(text) > 1 and text[0] in "+-<>=~" and text.lstrip("+-<>=~ ")[:1].isdigit()


def _capital(chunk: str) -> str:
    return chunk[:1].upper() + chunk[1:]


def _texts(words: str | Iterable[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


@lru_cache(maxsize=4096)
def _pascal_text(text: str) -> str:
    chunks = _chunks(spell(text) if _signed(text) else text) or _chunks(spell(text))
    shouted = len(chunks) > 1 and not any(char.islower() for char in text)
    result = ""
    for chunk in chunks:
        word = _capital(chunk.lower() if shouted else chunk)
        # Two numbers that meet would read as one: `v1.2` is not `V12`.
        glue = "_" if result[-1:].isdigit() and word[:1].isdigit() else ""
        result += glue + word
    return unicodedata.normalize("NFKC", result)


def pascal(words: str | Iterable[str], prefix: str = "Model") -> str:
    """PascalCase from one or several texts: `ocr_response` -> `OcrResponse`. Capitals inside words are kept.

    `prefix` is put before a name that would start with a digit, and stands for a text that has no word at all.
    """
    result = ""
    for text in _texts(words):
        word = _pascal_text(text)
        result += ("_" if result[-1:].isdigit() and word[:1].isdigit() else "") + word
    return result if result.isidentifier() else prefix + result


@lru_cache(maxsize=65_536)
def _snake_text(text: str) -> str:
    found = split_words(spell(text) if _signed(text) else text) or split_words(spell(text))
    return "_".join(word.lower() for word in found)


def snake(words: str | Iterable[str], prefix: str = "value") -> str:
    """snake_case from one or several texts: `conversationId` -> `conversation_id`, `-1` -> `minus_1`.

    `prefix` is put before a name that would start with a digit; the empty text is `empty`.
    """
    parts = (part for text in _texts(words) if (part := _snake_text(text)))
    result = unicodedata.normalize("NFKC", "_".join(parts))
    if not result:
        return "empty"
    return result if result.isidentifier() else f"{prefix}_{result}"


def singular_word(word: str) -> str:
    low = word.lower()
    if low in _IRREGULAR:
        single = _IRREGULAR[low]
        return single if word.islower() else _capital(single)
    if low in _UNCHANGING or len(word) < 3 or not low.endswith("s"):
        return word
    if low.endswith(("ss", "us", "is")):
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "tuses", "nuses", "ruses", "puses")):
        return word[:-2]
    return word[:-1]


def singular(text: str) -> str:
    """The name of one of many: `outputs` -> `output`, `InputEntries` -> `InputEntry`; `data` -> `data item`."""
    words = split_words(text)
    if not words:
        return f"{text} item"
    single = singular_word(words[-1])
    if single == words[-1]:
        return f"{text} item"
    position = text.rfind(words[-1])
    if position < 0:
        return " ".join((*words[:-1], single))
    return text[:position] + single + text[position + len(words[-1]) :]


def lower(words: Iterable[str]) -> tuple[str, ...]:
    """Words in lower case."""
    return tuple(word.lower() for word in words)
