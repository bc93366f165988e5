"""Request bodies that are not JSON: forms, files, text, and what is sent while it is read."""

from __future__ import annotations

import mimetypes
import os
import stat
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence, Set
from dataclasses import KW_ONLY, dataclass, field
from inspect import isawaitable
from typing import Any, cast, get_origin
from urllib.parse import unquote

from .errors import ArgumentError
from .operation import (
    UNSET,
    Body,
    Given,
    LazyType,
    compact_json,
    form,
    header_bytes,
    is_array,
    is_object,
    models,
    text_of,
)
from .requests import Content

_CHUNK = 65_536
# What goes as JSON or as text where the document leaves open whether a part is a file.
_NO_FILE = (dict, int, float)


class BinaryBody(Body):
    """A body of bytes: bytes, a file by path, a binary file object, or an iterable of bytes."""

    raw = True

    def write(self, type_: Any, value: Any, extra: Given) -> tuple[Any, str]:
        data = as_bytes(value)
        return data if isinstance(data, bytes) else Pieces([data]), self.media_type


class TextBody(Body):
    """A text, XML among others; bytes go as they are."""

    plain = True

    def write(self, type_: Any, value: Any, extra: Given) -> tuple[Any, str]:
        if not isinstance(value, bytes):
            value = text_of(models.to_jsonable(type_, value)).encode()
        return value, self.media_type


class LinesBody(TextBody):
    """JSON lines, from a list of values; a text goes as it is."""

    def write(self, type_: Any, value: Any, extra: Given) -> tuple[Any, str]:
        if not isinstance(value, (str, bytes)):
            # Of a type that is a text, the items are not described.
            items = type_ if get_origin(type_) is list else None
            lines = models.to_jsonable(items, list(value))
            # RFC 7464 begins each text with a separator.
            start = "\x1e" if "json-seq" in self.media_type else ""
            value = "".join(f"{start}{compact_json(line)}\n" for line in lines)
        return super().write(None, value, extra)


@dataclass(eq=False, repr=False)
class Part:
    """How one property of a form or multipart body is written.

    `kind` is `file`, `json`, `text` or `style` (RFC 6570), where `write` is for styles other than `form`; `many` says that
    each member of an array becomes a part of its own. `headers` are sent with each part. `required` is for bodies with files,
    which are not held to a type.
    """

    wire: str
    kind: str = "text"
    _: KW_ONLY
    media_type: str = ""
    many: bool = False
    write: Any = form
    explode: bool = True
    allow_reserved: bool = False
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    codec: LazyType | None = None
    constant: Any = UNSET
    required: bool = False
    allow_empty = False


@dataclass(eq=False, repr=False)
class FormBody(Body):
    """An application/x-www-form-urlencoded body. Spaces are `%20`, which every decoder takes."""

    _: KW_ONLY
    parts: tuple[Part, ...] = ()
    files = False

    def write(self, type_: Any, value: Any, extra: Given) -> tuple[Any, str]:
        pairs: list[str] = []
        for part, plain in self.split(type_, value, extra):
            if part.kind == "json":
                plain = compact_json(plain)
            pairs += part.write(part, plain)
        return "&".join(pairs).encode(), self.media_type

    def split(self, type_: Any, value: Any, extra: Given) -> Iterator[tuple[Part, Any]]:
        """Each property that is given with its part; arrays of which each member is a part of its own come apart."""
        files = any(part.kind == "file" for part in self.parts)
        if type_ is not None and not files and (self.parts or not self.files):
            values = models.to_jsonable(type_, value)
        else:
            # Files are left as they were given, and what is not declared may be one.
            values = models.given_fields(value)
        declared = {part.wire: part for part in self.parts}
        given = {
            k: v
            for k, v in {**values, **extra}.items()
            if v is not UNSET and v is not None
        }
        for part in self.parts:
            if part.constant is not UNSET:
                given.setdefault(part.wire, part.constant)
            elif part.required and part.wire not in given:
                raise ValueError(f"{part.wire}: Field required")
        for wire, found in given.items():
            kind = "file" if self.files and _is_content(found) else ""
            own = declared.get(wire)
            if not own or (own.kind == "file" and isinstance(found, _NO_FILE)):
                own = Part(wire, kind, many=True)
            yield from _split(own, found, models.to_jsonable, self.files)


def _split(part: Part, value: Any, jsonable: Any, files: bool) -> Iterator[Any]:
    if part.kind == "file":
        several = is_array(value) or (isinstance(value, tuple) and not _is_file(value))
        given: Any = cast(Any, value) if part.many and several else (value,)
        yield from ((part, item) for item in given)
        return
    codec = part.codec() if part.codec is not None else None
    several = isinstance(value, (Sequence, Set)) and not isinstance(value, (str, bytes))
    if codec is not None and part.many and several:
        # With `many` the type is that of a member, since each becomes a part.
        plain: Any = [jsonable(codec, each) for each in cast("Sequence[Any]", value)]
    else:
        plain = jsonable(codec, value)
    if part.kind in ("", "text") and is_object(plain):
        part = Part(part.wire, "json", media_type="application/json")
    if part.kind == "style" and files:
        # Each pair that the style gives is a part.
        for name, _, text in (p.partition("=") for p in part.write(part, plain)):
            yield Part(unquote(name), headers=part.headers), unquote(text)
        return
    items = plain if part.many and is_array(plain) else (plain,)
    yield from ((part, item) for item in items if item is not None)


def _is_content(value: Any) -> bool:
    """Whether what is given under a name that is not declared is a file, or a list of files."""
    if is_array(value):
        return bool(value) and all(map(_is_content, value))
    content: Any = value
    if isinstance(value, tuple) and len(content) > 1 and _is_file(content):
        content = content[1]
    return isinstance(content, (bytes, os.PathLike)) or hasattr(content, "read")


def _is_file(value: Any) -> bool:
    """Whether a tuple is one file, named, rather than several files."""
    return bool(value) and (value[0] is None or isinstance(value[0], str))


class MultipartBody(FormBody):
    """A multipart/form-data body (RFC 7578), parts in the order given, each file read while it is sent."""

    files = True

    def write(self, type_: Any, value: Any, extra: Given) -> tuple[Any, str]:
        boundary = os.urandom(16).hex()
        pieces: list[Any] = []
        for part, plain in self.split(type_, value, extra):
            headers, filename, kind = part.headers, None, part.media_type
            if part.kind == "file":
                filename, content, own_kind, own = _file(plain)
                headers = {**headers, **own}
                guessed = mimetypes.guess_type(filename or "")[0]
                kind = own_kind or guessed or kind or "application/octet-stream"
            else:
                content = compact_json(plain) if part.kind == "json" else text_of(plain)
            head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(part.wire)}"'
            if filename:
                head += f'; filename="{_quoted(filename)}"'
            if kind and not any(name.lower() == "content-type" for name in headers):
                headers = {"Content-Type": kind, **headers}
            lines = [
                f"\r\n{k}: ".encode() + header_bytes(k, v) for k, v in headers.items()
            ]
            pieces += [head.encode() + b"".join(lines) + b"\r\n\r\n", content, b"\r\n"]
        pieces.append(f"--{boundary}--\r\n")
        media_type = self.media_type.partition(";")[0].replace("*", "form-data")
        media_type += f"; boundary={boundary}"
        return Pieces(_join(pieces)), media_type


def _join(pieces: list[Any]) -> list[Any]:
    """The same with neighbouring bytes joined, so that a small body is one write."""
    joined: list[Any] = []
    for data in map(as_bytes, pieces):
        if joined and isinstance(data, bytes) and isinstance(joined[-1], bytes):
            joined[-1] += data
        else:
            joined.append(data)
    return joined


def _quoted(text: str) -> str:
    """A name in Content-Disposition (WHATWG HTML, multipart/form-data encoding algorithm)."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


def _file(value: Any) -> tuple[str | None, Any, str | None, Mapping[str, str]]:
    """File name, content, media type and headers of a file argument: content alone or a tuple of up to all four."""
    given: Any = value
    if isinstance(value, tuple):
        name, content, kind, headers = (*given, None, None)[:4]
        return name, content, kind, headers or {}
    own: Any = value if hasattr(value, "__fspath__") else getattr(value, "name", None)
    named = isinstance(own, (str, os.PathLike))
    return os.path.basename(own) if named else "upload", value, None, {}


def as_bytes(value: Any) -> Any:
    """Text and buffers as bytes; anything else as it is."""
    if isinstance(value, str):
        return value.encode()
    buffer = isinstance(value, (bytearray, memoryview))
    return bytes(cast(bytes, value)) if buffer else value


class Pieces(Content):
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
        for piece, size, start in self.pieces:
            left = _Left(size)
            for chunk in self._chunks(piece, start):
                yield left.take(chunk)
            left.end()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece, size, start in self.pieces:
            left = _Left(size)
            if hasattr(piece, "__aiter__") and not hasattr(piece, "read"):
                async for chunk in piece:
                    yield left.take(chunk)
                continue
            for chunk in self._chunks(piece, start):
                if isawaitable(chunk):
                    chunk = await chunk
                    if not chunk:
                        break
                yield left.take(chunk)
            left.end()


def _measure(piece: Any) -> tuple[int | None, int | None]:
    if isinstance(piece, bytes):
        return len(piece), 0
    if isinstance(piece, os.PathLike):
        path = cast("os.PathLike[str]", piece)
        if stat.S_ISFIFO(os.stat(path).st_mode):
            return None, None
        # Opened once, so that what cannot be read is known before anything is sent.
        with open(path, "rb") as file:
            return os.fstat(file.fileno()).st_size, 0
    if not any(hasattr(piece, each) for each in ("read", "__iter__", "__aiter__")):
        raise TypeError(f"no file: {piece!r:.80}")
    try:
        start = piece.tell()
        size = piece.seek(0, os.SEEK_END) - start
        piece.seek(start)
        return size, start
    except (AttributeError, OSError, TypeError):
        return None, None


class _Left:
    """What is left to send of a piece whose size, if it is known, was announced: files change while they are read."""

    def __init__(self, size: int | None) -> None:
        self.size = size

    def take(self, chunk: Any) -> bytes:
        """Give what may be sent of some bytes."""
        if not isinstance(chunk, bytes):
            raise ArgumentError("a body must give bytes; open files in binary mode")
        if self.size is None:
            return chunk
        part = chunk[: self.size]
        self.size -= len(part)
        return part

    def end(self) -> None:
        """Raise `ArgumentError` when there was less than was announced."""
        if self.size:
            raise ArgumentError(f"a file ended {self.size} bytes before its end")
