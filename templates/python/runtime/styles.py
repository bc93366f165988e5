"""The rarer styles of parameters (https://spec.openapis.org/oas/v3.2.0.html#style-values).

Each function writes a value of JSON as `operation.simple` and `operation.form` do.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from .errors import ArgumentError
from .operation import (
    RESERVED,
    Parameter,
    form,
    header_bytes,
    in_path,
    is_array,
    is_object,
    pairs_of,
    percent,
    text_of,
    texts_of,
)

space_delimited = partial(form, separator="%20")
pipe_delimited = partial(form, separator="%7C")


def label(p: Parameter, value: Any) -> str:
    """A path parameter that begins with a dot."""
    texts = texts_of(p, value, partial(in_path, p))
    return "." + ("." if p.explode else ",").join(texts) if texts else ""


def matrix(p: Parameter, value: Any) -> str:
    """A path parameter that begins with a semicolon and its name."""
    texts, name = texts_of(p, value, partial(in_path, p)), percent(p.wire)
    if not p.explode:
        texts = [",".join(texts)] if texts else []
    if not (p.explode and is_object(value)):
        texts = [f"{name}={text}" if text else name for text in texts]
    return "".join(f";{text}" for text in texts)


def deep_object(p: Parameter, value: Any) -> list[str]:
    """Nested names in a query: `a[b][c]`. An array of scalars repeats its name; other arrays are numbered."""
    if not isinstance(value, (list, dict)):
        return form(p, value)
    pairs = _deep(percent(p.wire), value)
    return [f"{name}={percent(text, p.allow_reserved)}" for name, text in pairs]


def _deep(name: str, value: Any) -> Iterator[tuple[str, str]]:
    members = value.items() if is_object(value) else enumerate(value)
    for key, member in members:
        yield from _deep_member(f"{name}%5B{percent(str(key))}%5D", member)


def _deep_member(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if is_array(value) and not any(isinstance(each, (list, dict)) for each in value):
        yield from ((name, text_of(each)) for each in value if each is not None)
    elif isinstance(value, (list, dict)):
        yield from _deep(name, value)
    elif value is not None:
        yield name, text_of(value)


def plain_cookie(p: Parameter, value: Any) -> list[str]:
    """Cookies in style `cookie`: as they are."""

    def checked(text: str) -> str:
        if ";" in text:
            raise ArgumentError(f"cookie {p.wire!r} cannot hold a semicolon")
        return header_bytes("Cookie", text).decode()

    return pairs_of(p, p.wire, value, checked)


def whole_query(p: Parameter, value: Any) -> list[str]:
    """The query as one form (https://spec.openapis.org/oas/v3.2.0.html#parameter-locations)."""
    if p.json or not is_object(value):
        return [percent(text_of(value), not p.json, RESERVED)]
    members = [(key, each) for key, each in value.items() if each is not None]
    return [
        pair for key, each in members for pair in form(Parameter("query", key), each)
    ]
