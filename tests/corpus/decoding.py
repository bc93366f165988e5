"""What a server reads from a request, by the tables of the specification.

https://spec.openapis.org/oas/v3.2.0.html#style-values. Parameters and forms are taken apart while they are percent-encoded, so
that a delimiter inside a value is never mistaken for one between values.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, unquote_plus

from corpus.raw_document import RawDocument, as_list

Pairs = Sequence[tuple[str, str]]
Texts = Any
"""A string, or a list or an object of strings and further such values."""
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")


@dataclass
class Part:
    """One part of a multipart body, or one field of a form."""

    name: str
    body: bytes
    filename: str | None = None
    headers: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def split_query(text: str) -> list[tuple[str, str]]:
    """Names and values, encoded as they came."""
    pairs = (pair.partition("=") for pair in text.split("&") if pair)
    return [(name, value) for name, _, value in pairs]


def split_cookies(text: str) -> list[tuple[str, str]]:
    """Names and values of a Cookie header (RFC 6265, section 5.4), as they came."""
    pairs = (pair.strip().partition("=") for pair in text.split(";") if pair.strip())
    return [(name, value) for name, _, value in pairs]


def split_multipart(body: bytes, content_type: str) -> list[Part]:
    """The parts of a body (RFC 7578). Raises `AssertionError` when it is none."""
    found = re.search(r'boundary="?([^";]+)"?', content_type)
    assert found, f"no boundary in {content_type!r}"
    mark = b"--" + found[1].encode()
    assert body.startswith(mark + b"\r\n") or body.startswith(mark + b"--"), "no first boundary"
    pieces = (b"\r\n" + body).split(b"\r\n" + mark)
    assert pieces[-1].rstrip(b"\r\n") == b"--", "no last boundary"
    parts: list[Part] = []
    for piece in pieces[1:-1]:
        head, _, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        headers = {
            name.strip().lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head.decode().split("\r\n"))
        }
        disposition = headers["content-disposition"]
        name = re.search(r'[; ]name="([^"]*)"', disposition)
        filename = re.search(r'filename="([^"]*)"', disposition)
        assert name, f"a part without a name: {disposition}"
        text = name[1].replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")
        parts.append(Part(text, content, filename[1] if filename else None, headers))
    return parts


class Shape:
    """What styles distinguish of a schema, with the casts that text needs."""

    def __init__(self, document: RawDocument, schema: Any) -> None:
        self.document = document
        self.flats = list(_branches(document, schema))

    @property
    def kind(self) -> str:
        """`array`, `object` or `scalar`."""
        for flat in self.flats:
            types = as_list(flat.get("type")) if flat.get("type") else []
            for name, words in (("array", ("items",)), ("object", ("properties",))):
                if name in types or (not types and any(word in flat for word in words)):
                    return name
        return "scalar"

    @property
    def mixed(self) -> bool:
        """Whether a single value may stand in the place of an array."""
        types = [
            as_list(flat.get("type") or ["array"] if "items" in flat else flat.get("type"))
            for flat in self.flats
        ]
        return any("array" in t for t in types) and any(
            {*t} & {"string", "integer", "number"} for t in types
        )

    @property
    def properties(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for flat in self.flats:
            found |= flat.get("properties") or {}
        return found

    @property
    def open(self) -> bool:
        return any(
            flat.get("additionalProperties", "properties" not in flat) is not False
            for flat in self.flats
            if "object" in as_list(flat.get("type"))
        )

    def of_items(self) -> Shape:
        for flat in self.flats:
            if "items" in flat:
                return Shape(self.document, flat["items"])
        return Shape(self.document, {})

    def of_property(self, name: str) -> Shape:
        for flat in self.flats:
            if name in (flat.get("properties") or {}):
                return Shape(self.document, flat["properties"][name])
        more = [flat.get("additionalProperties") for flat in self.flats]
        return Shape(self.document, next((schema for schema in more if schema), {}))

    def cast(self, texts: Texts) -> Any:
        """The JSON value that texts stand for."""
        if isinstance(texts, list):
            items = self.of_items()
            return [items.cast(text) for text in texts]
        if isinstance(texts, dict):
            return {name: self.of_property(name).cast(text) for name, text in texts.items()}
        if not isinstance(texts, str):
            return texts
        types = {name for flat in self.flats for name in as_list(flat.get("type"))}
        types |= {
            {bool: "boolean", int: "integer", float: "number"}.get(type(value), "")
            for flat in self.flats
            for value in (*(flat.get("enum") or ()), *([flat["const"]] if "const" in flat else ()))
        }
        if "boolean" in types and texts in ("true", "false"):
            return texts == "true"
        if types & {"integer", "number"} and _INTEGER.fullmatch(texts):
            return int(texts)
        if "number" in types and _NUMBER.fullmatch(texts):
            return float(texts)
        return None if texts == "" and "null" in types and "string" not in types else texts


def _branches(document: RawDocument, schema: Any, depth: int = 0) -> Iterable[dict[str, Any]]:
    flat = document.flat(schema)
    if not flat.get("unions") or depth > 8:
        yield flat
        return
    if flat.get("type"):
        yield flat
    for union in flat["unions"]:
        for branch in union:
            yield from _branches(document, branch, depth + 1)


def decode_path(raw: str, name: str, style: str, explode: bool, shape: Shape) -> Texts:
    """The texts of a path parameter; `raw` is what stands in its place, encoded."""
    if style == "matrix":
        assert raw.startswith(";"), f"{raw!r} is no matrix"
        if shape.kind == "object" and explode:
            return dict(_equals(pair) for pair in raw[1:].split(";"))
        if shape.kind == "array" and explode:
            pairs = [_equals(pair) for pair in raw[1:].split(";")]
            assert all(key == name for key, _ in pairs), f"{raw!r} names another parameter"
            return [value for _, value in pairs]
        key, _, raw = raw[1:].partition("=")
        assert unquote(key) == name, f"{raw!r} names another parameter"
        return _listed(raw, ",", explode, shape)
    if style == "label":
        assert raw.startswith("."), f"{raw!r} is no label"
        return _listed(raw[1:], "." if explode else ",", explode, shape)
    return _listed(raw, ",", explode, shape)


def _equals(pair: str) -> tuple[str, str]:
    name, _, value = pair.partition("=")
    return unquote(name), unquote(value)


def _listed(raw: str, mark: str, explode: bool, shape: Shape) -> Texts:
    if shape.kind == "scalar":
        return unquote(raw)
    if shape.kind == "object" and explode:
        return dict(_equals(pair) for pair in raw.split(mark))
    texts = [unquote(text) for text in raw.split(mark)]
    return texts if shape.kind == "array" else dict(zip(texts[::2], texts[1::2], strict=True))


def decode_query(
    pairs: Pairs, name: str, style: str, explode: bool, shape: Shape, others: frozenset[str]
) -> Texts:
    """The texts of a query parameter, a cookie or a form field. Raises `KeyError` when it is not there.

    `others` are the names of the parameters beside it, which an exploded object of any properties does not own.
    """
    named = [(unquote_plus(key), value) for key, value in pairs]
    if style == "deepObject":
        return _deep(named, name, shape)
    if shape.kind == "object" and explode:
        found = {
            key: unquote_plus(value)
            for key, value in named
            if key in shape.properties or (shape.open and key not in others)
        }
        if not found:
            raise KeyError(name)
        return {
            key: [unquote_plus(v) for k, v in named if k == key]
            if shape.of_property(key).kind == "array"
            else text
            for key, text in found.items()
        }
    own = [value for key, value in named if key == name]
    if not own:
        raise KeyError(name)
    if shape.kind == "scalar":
        assert len(own) == 1, f"{name} was sent {len(own)} times"
        return unquote_plus(own[0])
    if shape.mixed and len(own) == 1 and "," not in own[0]:
        return unquote_plus(own[0])
    if explode and shape.kind == "array":
        return [unquote_plus(value) for value in own]
    assert len(own) == 1, f"{name} was sent {len(own)} times"
    mark = {"spaceDelimited": "%20|\\+", "pipeDelimited": "%7[Cc]|\\|"}.get(style, ",")
    texts = [unquote_plus(text) for text in re.split(mark, own[0])]
    return texts if shape.kind == "array" else dict(zip(texts[::2], texts[1::2], strict=True))


def _deep(named: Pairs, name: str, shape: Shape) -> Texts:
    found: dict[str, Any] = {}
    for key, value in named:
        if not key.startswith(f"{name}["):
            continue
        steps = re.findall(r"\[([^\]]*)\]", key)
        inner, node = shape, found
        for step in steps[:-1]:
            node = node.setdefault(step, {})
            inner = inner.of_property(step)
        text = unquote_plus(value)
        if inner.of_property(steps[-1]).kind == "array":
            node.setdefault(steps[-1], []).append(text)
        else:
            node[steps[-1]] = text
    if not found:
        raise KeyError(name)
    return found


def decode_header(value: str, explode: bool, shape: Shape) -> Texts:
    """The texts of a header, style `simple`, which has no percent-encoding."""
    if shape.kind == "scalar":
        return value
    texts = [text.strip() for text in value.split(",")]
    if shape.kind == "array":
        return texts
    if explode:
        return dict(_plain_equals(text) for text in texts)
    return dict(zip(texts[::2], texts[1::2], strict=True))


def _plain_equals(pair: str) -> tuple[str, str]:
    name, _, value = pair.partition("=")
    return name, value


def decode_part(parts: list[Part], shape: Shape) -> Any:
    """The value of one property of a multipart body, of the parts that bear its name."""
    if shape.mixed and len(parts) == 1:
        return _one_part(parts[0], shape)
    if shape.kind == "array" and not (
        len(parts) == 1 and parts[0].media_type == "application/json"
    ):
        items = shape.of_items()
        return [_one_part(part, items) for part in parts]
    assert len(parts) == 1, f"{parts[0].name} was sent {len(parts)} times"
    return _one_part(parts[0], shape)


def _one_part(part: Part, shape: Shape) -> Any:
    if part.media_type == "application/json" or part.media_type.endswith("+json"):
        return json.loads(part.body)
    if any(flat.get("format") == "binary" for flat in shape.flats) or part.filename is not None:
        return part.body
    if shape.kind == "object":
        try:
            return json.loads(part.body)
        except ValueError:
            # A union of an object with text.
            assert any("string" in as_list(flat.get("type")) for flat in shape.flats), "no JSON"
    return shape.cast(part.body.decode())
