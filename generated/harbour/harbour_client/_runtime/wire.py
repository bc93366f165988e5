"""Texts that go over the wire: JSON, headers, and parameters in the styles `simple` and `form`; `styles` has the others.

https://spec.openapis.org/oas/v3.2.0.html#style-examples and RFC 6570 say how; RFC 3986 says what is percent-encoded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeGuard
from urllib.parse import quote

from .errors import ArgumentError

if TYPE_CHECKING:
    from .operation import Parameter

# All of RFC 3986 but `#`, which would end the query.
RESERVED: Final = ":/?[]@!$&'()*+,;="
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def percent(text: str, reserved: bool = False, safe: str = RESERVED) -> str:
    """Percent-encode as UTF-8. `reserved` keeps the reserved characters `safe` and what is encoded already."""
    if not reserved or "%" not in text:
        return quote(text, safe=safe if reserved else "")
    pieces = re.split("(%[0-9A-Fa-f]{2})", text)
    return "".join(p if i % 2 else quote(p, safe=safe) for i, p in enumerate(pieces))


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether a JSON value is an array."""
    return isinstance(value, list)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def text_of(value: Any) -> str:
    """The text of a scalar: JSON's, but without quotation marks and never in scientific notation."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise ValueError(f"{value} cannot be sent")
        text = repr(value)
        return format(Decimal(text), "f") if "e" in text else text
    return compact_json(value) if isinstance(value, (bool, dict, list)) else str(value)


def compact_json(value: Any, ascii_: bool = False) -> str:
    """JSON without white space; text that is not ASCII stays as it is, or is escaped when `ascii_` is wanted."""
    separators = (",", ":")
    return json.dumps(
        value, ensure_ascii=ascii_, separators=separators, allow_nan=False
    )


def header_bytes(name: str, value: str) -> bytes:
    """The value of a header (RFC 9110, section 5.5); text that is not ASCII goes as UTF-8.

    Raises `ArgumentError` for a name that is none, and for control characters.
    """
    if not _TOKEN.fullmatch(name):
        raise ArgumentError(f"{name!r} cannot be the name of a header")
    if not value.isprintable() and re.search(r"[\0-\x08\n-\x1f\x7f]", value):
        raise ArgumentError(f"header {name!r} cannot hold control characters")
    return value.strip(" \t").encode()


def texts_of(p: Parameter, value: Any, encode: Callable[[str], str]) -> list[str]:
    """The texts that a value comes to: `name=value` for an object that is exploded; else its names and values in turn.

    Nulls are left out (RFC 6570, section 2.3).
    """
    if is_array(value):
        return [encode(text_of(member)) for member in value if member is not None]
    if not is_object(value):
        return [encode(text_of(value))]
    given = [(str(k), text_of(v)) for k, v in value.items() if v is not None]
    if p.explode:
        return [f"{encode(name)}={encode(text)}" for name, text in given]
    return [encode(text) for pair in given for text in pair]


def in_path(p: Parameter, text: str) -> str:
    """A text as it stands in a path."""
    return percent(text, p.allow_reserved, ":@!$&'()*+,;=")


def simple(p: Parameter, value: Any) -> str:
    """A path parameter in style `simple`."""
    return ",".join(texts_of(p, value, partial(in_path, p)))


def header_text(p: Parameter, value: Any) -> str:
    """A header parameter, whose style is `simple`; nothing is percent-encoded."""
    return ",".join(texts_of(p, value, str))


def form(p: Parameter, value: Any, separator: str = ",") -> list[str]:
    """`name=value` pairs in style `form`, encoded. `separator` joins what is not exploded."""
    encode = partial(percent, reserved=p.allow_reserved)
    return pairs_of(p, percent(p.wire), value, encode, separator)


def pairs_of(
    p: Parameter,
    name: str,
    value: Any,
    encode: Callable[[str], str],
    separator: str = ",",
) -> list[str]:
    """`name=value` pairs; an object that is exploded has names of its own."""
    texts = texts_of(p, value, encode)
    if is_object(value) and p.explode:
        return texts
    if not texts:
        return [f"{name}="] if p.allow_empty else []
    if not p.explode:
        texts = [separator.join(texts)]
    return [f"{name}={text}" for text in texts]
