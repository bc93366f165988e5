"""What goes over the wire: parameters and bodies, encoded by the tables of the OpenAPI specification.

https://spec.openapis.org/oas/v3.2.0.html#style-examples and RFC 6570 say how; RFC 3986 says what is percent-encoded.
"""

from __future__ import annotations

import json
import mimetypes
import os
import re
from collections.abc import (
    AsyncIterator,
    Callable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from decimal import Decimal
from inspect import isawaitable
from typing import Any, Final, TypeGuard, cast
from urllib.parse import quote

import httpx

from .errors import ArgumentError
from .operation import Body, Parameter, Part
from .unset import UNSET

# All of RFC 3986 but `#`, which would end the query.
RESERVED: Final = ":/?[]@!$&'()*+,;="
_SEPARATORS: Final = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
_CHUNK: Final = 65_536

Pair = tuple[str, str]


def percent(text: str, reserved: bool = False, safe: str = RESERVED) -> str:
    """Percent-encode as UTF-8. `reserved` keeps the reserved characters `safe` and what is encoded already."""
    if not reserved or "%" not in text:
        return quote(text, safe=safe if reserved else "")
    pieces = re.split("(%[0-9A-Fa-f]{2})", text)
    return "".join(p if i % 2 else quote(p, safe=safe) for i, p in enumerate(pieces))


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether a JSON value is an array."""
    return isinstance(value, list)


def is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    """Whether a value is a tuple."""
    return isinstance(value, tuple)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def text_of(value: Any) -> str:
    """The text of a scalar: JSON's, but without quotation marks and never in scientific notation."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise ValueError(f"{value} cannot be sent")
        text = repr(value)
        return format(Decimal(text), "f") if "e" in text else text
    if isinstance(value, (dict, list)):
        return compact_json(value)
    return str(value)


def compact_json(value: Any) -> str:
    """JSON without white space; text that is not ASCII stays as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def header_bytes(name: str, value: str) -> bytes:
    """The value of a header (RFC 9110, section 5.5); text that is not ASCII goes as UTF-8. Raises `ArgumentError` for control characters."""
    if not value.isprintable() and any(
        (c < " " and c != "\t") or c == "\x7f" for c in value
    ):
        raise ArgumentError(f"header {name!r} cannot hold control characters")
    return value.strip(" \t").encode()


def items_of(value: Any) -> list[str]:
    """The members of an array, or the names and values of an object in turn; nulls are left out (RFC 6570, section 2.3)."""
    if is_object(value):
        pairs = value.items()
        return [t for k, v in pairs if v is not None for t in (str(k), text_of(v))]
    return [text_of(member) for member in value if member is not None]


def pairs_of(value: dict[str, Any]) -> list[Pair]:
    """The properties of an object as texts, without nulls."""
    return [(str(k), text_of(v)) for k, v in value.items() if v is not None]


def path_segment(p: Parameter, value: Any) -> str:
    """A path parameter in style `simple`, `label` or `matrix`, encoded. Empty when there is nothing to write."""

    def enc(text: str) -> str:
        return percent(text, p.allow_reserved, ":@!$&'()*+,;=")

    if p.json:
        return percent(compact_json(value))
    style, name = p.style, percent(p.wire)
    if not isinstance(value, (list, dict)):
        text = enc(text_of(value))
        if style == "label":
            return "." + text
        if style == "matrix":
            return f";{name}={text}" if text else f";{name}"
        return text
    prefix = {"label": ".", "matrix": ";"}.get(style, "")
    if p.explode and is_object(value):
        pairs = pairs_of(value)
        texts = [f"{enc(k)}={enc(v)}" for k, v in pairs]
    else:
        texts = [enc(text) for text in items_of(value)]
        if not texts:
            return ""
        if style == "matrix":
            if not p.explode:
                return f";{name}=" + ",".join(texts)
            texts = [f"{name}={text}" if text else name for text in texts]
    return prefix + ((prefix if p.explode else "") or ",").join(texts) if texts else ""


def query_pairs(p: Parameter | Part, value: Any) -> list[str]:
    """`name=value` pairs in style `form`, `spaceDelimited`, `pipeDelimited` or `deepObject`, encoded."""

    def enc(text: str) -> str:
        return percent(text, p.allow_reserved)

    name = percent(p.wire)
    if p.json:
        return [f"{name}={percent(compact_json(value))}"]
    if p.style == "deepObject" and isinstance(value, (list, dict)):
        return [f"{k}={enc(v)}" for k, v in _deep(name, value)]
    if is_object(value) and p.explode:
        return [f"{enc(k)}={enc(v)}" for k, v in pairs_of(value)]
    if not isinstance(value, (list, dict)):
        return [f"{name}={enc(text_of(value))}"]
    texts = [enc(text) for text in items_of(value)]
    if not texts:
        return [f"{name}="] if p.allow_empty else []
    if p.explode:
        return [f"{name}={text}" for text in texts]
    return [f"{name}=" + _SEPARATORS.get(p.style, ",").join(texts)]


def _deep(name: str, value: Any) -> Iterator[Pair]:
    """Nested names: `a[b][c]`. An array of scalars repeats its name; other arrays are numbered."""
    members: Any = value.items() if is_object(value) else enumerate(value)
    for key, member in members:
        yield from _deep_member(f"{name}%5B{percent(str(key))}%5D", member)


def _deep_member(name: str, value: Any) -> Iterator[Pair]:
    if is_array(value) and not any(isinstance(m, (list, dict)) for m in value):
        yield from ((name, text_of(m)) for m in value if m is not None)
    elif isinstance(value, (list, dict)):
        yield from _deep(name, value)
    elif value is not None:
        yield name, text_of(value)


def header_text(p: Parameter, value: Any) -> str:
    """A header parameter in style `simple`; nothing is percent-encoded."""
    if p.json:
        return json.dumps(value, separators=(",", ":"))
    if not isinstance(value, (list, dict)):
        return text_of(value)
    if is_object(value) and p.explode:
        return ",".join(f"{k}={v}" for k, v in pairs_of(value))
    return ",".join(items_of(value))


def cookie_pairs(p: Parameter, value: Any) -> list[str]:
    """Cookies in style `form` (percent-encoded) or `cookie` (as they are)."""
    if p.json:
        return [f"{p.wire}={percent(compact_json(value))}"]
    if p.style != "cookie":
        return query_pairs(p, value)
    if not isinstance(value, (list, dict)):
        texts = [(p.wire, text_of(value))]
    elif not p.explode:
        texts = [(p.wire, ",".join(items_of(value)))] if value else []
    elif is_object(value):
        texts = pairs_of(value)
    else:
        texts = [(p.wire, text) for text in items_of(value)]
    if any(";" in name + text for name, text in texts):
        raise ArgumentError(f"cookie {p.wire!r} cannot hold a semicolon")
    return [f"{name}={text}" for name, text in texts]


def as_bytes(value: Any) -> Any:
    """Text and buffers as bytes; anything else as it is."""
    if isinstance(value, str):
        return value.encode()
    buffer = isinstance(value, (bytearray, memoryview))
    return bytes(cast(bytes, value)) if buffer else value


class Content(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that is read while it is sent: bytes, files by path, binary file objects and iterables of bytes.

    `length` is in bytes, None when it is not known. `replayable` says whether it can be sent a second time.
    """

    def __init__(self, pieces: Sequence[Any]) -> None:
        # Each with its length and where it starts, None when that is not known.
        self.pieces = [(piece, *_measure(piece)) for piece in pieces]
        sizes = [size for _, size, _ in self.pieces if size is not None]
        self.length = sum(sizes) if len(sizes) == len(self.pieces) else None
        self.replayable = all(
            start is not None or isinstance(piece, (list, tuple))
            for piece, _, start in self.pieces
        )

    def _chunks(self, piece: Any, start: int | None) -> Iterator[Any]:
        """Pieces of bytes; of an asynchronous file, what is to be awaited."""
        if isinstance(piece, bytes):
            yield piece
        elif isinstance(piece, os.PathLike):
            with open(cast("os.PathLike[str]", piece), "rb") as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        elif hasattr(piece, "read"):
            if start is not None:
                piece.seek(start)
            while chunk := piece.read(_CHUNK):
                yield chunk
        elif hasattr(piece, "__aiter__"):
            raise ArgumentError("an asynchronous body needs an asynchronous call")
        else:
            yield from piece

    def __iter__(self) -> Iterator[bytes]:
        for piece, _, start in self.pieces:
            for chunk in self._chunks(piece, start):
                yield _checked(chunk)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece, _, start in self.pieces:
            if hasattr(piece, "__aiter__") and not hasattr(piece, "read"):
                async for chunk in piece:
                    yield _checked(chunk)
                continue
            for chunk in self._chunks(piece, start):
                if isawaitable(chunk):
                    chunk = await chunk
                    if not chunk:
                        break
                yield _checked(chunk)


def _measure(piece: Any) -> tuple[int | None, int | None]:
    if isinstance(piece, bytes):
        return len(piece), 0
    if isinstance(piece, os.PathLike):
        return os.stat(cast("os.PathLike[str]", piece)).st_size, 0
    try:
        start = piece.tell()
        size = piece.seek(0, os.SEEK_END) - start
        piece.seek(start)
        return size, start
    except (AttributeError, OSError, TypeError):
        return None, None


def _checked(chunk: Any) -> bytes:
    if not isinstance(chunk, bytes):
        raise ArgumentError("a body must give bytes; open files in binary mode")
    return chunk


def _quoted(text: str) -> str:
    """A name in Content-Disposition (WHATWG HTML, multipart/form-data encoding algorithm)."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


def _file(value: Any) -> tuple[str | None, Any, str | None, Mapping[str, str]]:
    """File name, content, media type and headers of a file argument: content alone or a tuple of up to all four."""
    if is_tuple(value):
        name, content, kind, headers = (*value, None, None)[:4]
        return name, content, kind, headers or {}
    own: Any = value if hasattr(value, "__fspath__") else getattr(value, "name", None)
    named = isinstance(own, (str, os.PathLike))
    return os.path.basename(own) if named else "upload", value, None, {}


def multipart(parts: Iterable[tuple[Part, Any]]) -> tuple[str, Content]:
    """The Content-Type and the content of a multipart/form-data body (RFC 7578), parts in the order given."""
    boundary = os.urandom(16).hex()
    pieces: list[Any] = []
    for part, value in parts:
        headers, filename, media_type = part.headers, None, part.media_type
        if part.kind == "file":
            filename, content, kind, own = _file(value)
            headers = {**headers, **own}
            guessed = mimetypes.guess_type(filename or "")[0]
            media_type = kind or guessed or media_type or "application/octet-stream"
        else:
            content = compact_json(value) if part.json else text_of(value)
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(part.wire)}"'
        if filename:
            head += f'; filename="{_quoted(filename)}"'
        if media_type and not any(name.lower() == "content-type" for name in headers):
            headers = {"Content-Type": media_type, **headers}
        lines = [f"\r\n{k}: ".encode() + header_bytes(k, v) for k, v in headers.items()]
        pieces += [head.encode() + b"".join(lines) + b"\r\n\r\n", content, b"\r\n"]
    pieces.append(f"--{boundary}--\r\n")
    return f"multipart/form-data; boundary={boundary}", Content(_join(pieces))


def _join(pieces: list[Any]) -> list[Any]:
    """The same with neighbouring bytes joined, so that a small body is one write."""
    joined: list[Any] = []
    for data in map(as_bytes, pieces):
        if joined and isinstance(data, bytes) and isinstance(joined[-1], bytes):
            joined[-1] += data
        else:
            joined.append(data)
    return joined


def split_parts(
    body: Body, values: Mapping[str, Any], jsonable: Callable[[Any, Any], Any]
) -> Iterator[tuple[Part, Any]]:
    """Each property that is given with its part; arrays of which each member is a part of its own come apart."""
    declared = {part.wire: part for part in body.parts}
    given = {k: v for k, v in values.items() if v is not UNSET and v is not None}
    for part in body.parts:
        if part.constant is not UNSET:
            given.setdefault(part.wire, part.constant)
    for wire, value in given.items():
        members = is_array(value) or (is_tuple(value) and not _is_file(value))
        kind = "file" if body.kind == "multipart" and _is_content(value) else ""
        part = declared.get(wire) or Part(wire, kind, many=True)
        if part.kind == "file":
            files: Any = value if part.many and members else (value,)
            yield from ((part, item) for item in files)
            continue
        codec = part.codec() if part.codec is not None else None
        each = codec is not None and part.many and not isinstance(value, (str, bytes))
        # With `many` the type is that of a member, since each becomes a part.
        plain: Any = [jsonable(codec, v) for v in value] if each else None
        plain = plain if each else jsonable(codec, value)
        if not part.kind:
            label = "application/json" if is_object(plain) else ""
            kind = "json" if label else "text"
            part = Part(wire, kind, media_type=label, many=is_array(plain))
        items = plain if part.many and is_array(plain) else (plain,)
        yield from ((part, item) for item in items if item is not None)


def _is_content(value: Any) -> bool:
    """Whether what is given under a name that is not declared is a file, or a list of files."""
    if is_array(value):
        return bool(value) and all(map(_is_content, value))
    content = value[1] if is_tuple(value) and value[1:] and _is_file(value) else value
    return isinstance(content, (bytes, os.PathLike)) or hasattr(content, "read")


def _is_file(value: Any) -> bool:
    """Whether a tuple is one file, named, rather than several files."""
    return value[0] is None or isinstance(value[0], str)


def form(parts: Iterable[tuple[Part, Any]]) -> str:
    """An application/x-www-form-urlencoded body. Spaces are `%20`, which every decoder takes."""
    return "&".join(pair for part, value in parts for pair in query_pairs(part, value))
