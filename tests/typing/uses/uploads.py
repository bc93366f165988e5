"""What may be given for a file, and what a checker says of the rest."""

# fmt: off
# ruff: noqa: UP035
from __future__ import annotations

import io
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from archive_client import Archive, FileContent, FileInput
from typing_extensions import reveal_type

ID = "123e4567-e89b-42d3-a456-426614174000"


def pieces() -> Iterator[bytes]:
    yield b"a"


async def later() -> AsyncIterator[bytes]:
    yield b"a"


def contents(client: Archive) -> None:
    upload = client.files.upload
    upload(file=b"abc", purpose="keep")
    upload(file=Path("chart.png"), purpose="keep")
    upload(file=io.BytesIO(b"abc"), purpose="keep")
    upload(file=pieces(), purpose="keep")
    upload(request={"file": b"abc", "purpose": "keep"})
    with open("chart.png", "rb") as file:
        upload(file=file, purpose="keep")
    with open("chart.png") as text:
        upload(file=text, purpose="keep")  # error: reportArgumentType / call-overload
    upload(file="chart.png", purpose="keep")  # error: reportArgumentType / call-overload
    upload(file=3, purpose="keep")  # error: reportArgumentType / call-overload
    upload(request={"file": "chart.png", "purpose": "keep"})  # error: reportArgumentType / call-overload


def named(client: Archive) -> None:
    upload = client.files.upload
    upload(file=("chart.png", b"abc"), purpose="keep")
    upload(file=("chart.png", Path("x"), "image/png"), purpose="keep")
    upload(file=(None, b"abc", None, {"X-A": "b"}), purpose="keep")
    upload(file=(b"abc", "chart.png"), purpose="keep")  # error: reportArgumentType / call-overload


def whole(client: Archive, own: FileContent) -> None:
    client.files.replace(ID, request=b"abc")
    client.files.replace(ID, request=own)
    client.files.replace(ID, request="abc")  # error: reportArgumentType / arg-type
    client.files.replace(ID, request=("chart.png", b"abc"))  # error: reportArgumentType / arg-type
    reveal_type(client.files.download(ID))  # revealed: bytes


async def asynchronous(client: Archive) -> None:
    await client.files.upload_async(file=later(), purpose="keep")
    mine: FileInput = ("chart.png", later())
    await client.files.upload_async(file=mine, purpose="keep")
