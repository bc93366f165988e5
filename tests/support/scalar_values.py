"""Scalars made from raw schemas: text with a format, a pattern or a length, and numbers within bounds."""

from __future__ import annotations

import base64
import math
import re
from dataclasses import dataclass
from typing import Any, Literal

from support.patterns import matching

Variant = Literal["minimal", "maximal", "nulls"]


class Moment(str):
    """An RFC 3339 date-time: a client gives a datetime."""


class Day(str):
    """An RFC 3339 full-date: a client gives a date."""


class File(bytes):
    """The bytes of a whole body or of one part."""


FORMATS: dict[str, Any] = {
    "date-time": Moment("2026-02-03T04:05:06Z"),
    "date": Day("2026-02-03"),
    "time": "04:05:06Z",
    "duration": "P1DT2H3M4S",
    "uuid": "6f1b1c7e-7d43-4d0a-9f3c-2b6f5a1e9c11",
    "email": "ada@example.com",
    "idn-email": "ada@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/a?b=c",
    "url": "https://example.com/a",
    "iri": "https://example.com/a",
    "uri-reference": "/a/b",
    "uri-template": "/a/{b}",
    "json-pointer": "/a/b",
    "regex": "^a+$",
    "byte": base64.b64encode(b"some bytes").decode(),
    "base64": base64.b64encode(b"some bytes").decode(),
    "base64url": base64.urlsafe_b64encode(b"\xfb\xff").decode().rstrip("="),
    "date-time-rfc1123": "Tue, 03 Feb 2026 04:05:06 GMT",
    "http-date": "Tue, 03 Feb 2026 04:05:06 GMT",
    "decimal": "12.50",
    "int64": "9007199254740993",
    "uint64": "9007199254740993",
    "int32": "42",
    "partial-date-time": "2026-02-03T04:05:06",
}


@dataclass(frozen=True)
class Aim:
    """What a value is for.

    `plain`: no text that some place of a request cannot carry. `binary`: `format: binary` gives bytes. `flat`: free-form
    values are scalars. Another `salt` takes other branches of unions and other values of enumerations.
    """

    variant: Variant = "maximal"
    direction: Literal["request", "response"] = "request"
    plain: bool = False
    nulls: bool = True
    binary: bool = False
    flat: bool = False
    salt: str = ""


def anything(aim: Aim) -> Any:
    """A value where every value is allowed."""
    if aim.plain or aim.flat or aim.variant == "minimal":
        return "anything"
    return {"free": ["form", 1, 2.5, True, {}]}


def distinct(value: Any, index: int) -> Any:
    """Another value of the same kind, for arrays without duplicates."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + index
    if type(value) is str and value not in FORMATS.values():
        return f"{value}{index}" if not value.isdigit() else str(int(value) + index)
    return value


def text(flat: dict[str, Any], aim: Aim, at: str) -> Any:
    """A string for its format, pattern and lengths."""
    least, most = flat.get("minLength", 0), flat.get("maxLength", math.inf)
    shape = flat.get("format") or ""
    if (
        shape == "binary"
        or flat.get("contentEncoding") == "binary"
        or (flat.get("contentMediaType") and not flat.get("contentEncoding") and aim.binary)
    ):
        return File(b"\x89bytes\r\n\x00of " + at.encode()) if aim.binary else "bytes"
    encoding = flat.get("contentEncoding")
    if encoding in ("base64", "base64url"):
        return FORMATS["byte"] if encoding == "base64" else FORMATS["base64url"]
    if shape in FORMATS and least <= len(FORMATS[shape]) <= most:
        value = FORMATS[shape]
        if "pattern" not in flat or re.search(flat["pattern"], value):
            return value
    if "pattern" in flat:
        return matching(flat["pattern"], int(least), most)
    word = re.sub(r"[^A-Za-z0-9]", "", at.rpartition(".")[2]) or "text"
    if aim.variant != "minimal" and not aim.plain:
        word += ' \u00e9"\\/\u4e2d\U0001f600'
    elif aim.variant != "minimal":
        word += "-2"
    return (word.ljust(int(least), "x"))[: int(min(most, 10_000))]


def number(flat: dict[str, Any], kind: str, aim: Aim) -> int | float:
    """A number within its bounds."""
    low, high = flat.get("minimum", -math.inf), flat.get("maximum", math.inf)
    above, below = flat.get("exclusiveMinimum", False), flat.get("exclusiveMaximum", False)
    step = flat.get("multipleOf") or (1 if kind == "integer" else 0.25)
    if above is True:
        low += step
    elif above is not False:
        low = max(low, above + step)
    if below is True:
        high -= step
    elif below is not False:
        high = min(high, below - step)
    if low > high:
        low = high = (low + high) / 2
    if flat.get("format") in ("unixtime", "unix-time"):
        return 1_770_091_506
    wish = 1 if aim.variant == "minimal" else 7 if kind == "integer" else 2.5
    value = min(max(wish, low), high)
    if "multipleOf" in flat:
        value = math.ceil(value / step) * step
    if kind == "integer" and not isinstance(value, int):
        value = math.ceil(value)
    return value
