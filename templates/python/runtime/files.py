"""What is taken for a file."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Awaitable, Iterable, Mapping
from typing import Protocol, TypeAlias


class Readable(Protocol):
    """A file that is open in binary mode. Asynchronous calls take one whose `read` is awaited as well."""

    def read(self, size: int, /) -> bytes | Awaitable[bytes]: ...


_Pieces: TypeAlias = Iterable[bytes] | AsyncIterable[bytes]
_Name: TypeAlias = str | None

FileContent: TypeAlias = bytes | bytearray | os.PathLike[str] | Readable | _Pieces
"""What is in a file: bytes, a path, a file that is open in binary mode, or pieces of bytes. Only bytes are held in memory."""

FileInput: TypeAlias = (
    FileContent
    | tuple[_Name, FileContent]
    | tuple[_Name, FileContent, _Name]
    | tuple[_Name, FileContent, _Name, Mapping[str, str]]
)
"""A file to upload: its content, or a tuple of name, content, media type and headers, of which the last two may be left out."""
