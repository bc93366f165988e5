r"""Multipart bodies: files, JSON parts, lists of either, media types of parts, parts that are left out.

Encoding multipart media types: https://spec.openapis.org/oas/v3.1.1.html#encoding-multipart-media-types; RFC 7578
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from support.loopback import Received, Reply, json_reply


def parts(request: Received) -> list[tuple[str, str, bytes]]:
    """Name and file name, media type and content of each part."""
    found = re.fullmatch("multipart/form-data; boundary=(.+)", request.header("Content-Type") or "")
    assert found
    boundary = f"--{found[1]}".encode()
    first, *pieces, last = request.body.split(boundary)
    assert (first, last) == (b"", b"--\r\n")
    read: list[tuple[str, str, bytes]] = []
    for piece in pieces:
        head, _, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        disposition, *others = head.decode().split("\r\n")
        name = disposition.removeprefix("Content-Disposition: form-data; ")
        kind = "".join(others).removeprefix("Content-Type: ")
        read.append((name, kind, content.removesuffix(b"\r\n")))
    return read


def test_parts_are_labelled_and_whole(api: Any, server: Any) -> None:
    server.reply = json_reply({"id": 1}, 201)
    found = api.uploads.upload(
        file=("a.txt", b"hello"),
        meta={"id": 1},
        labels=["x", "y"],
        records=[{"id": 2}],
        pages=[("p1", b"1"), ("p2", b"2")],
        cover=("c", b"\x89"),
        urgent=True,
    )
    assert found.id == 1
    assert sorted(parts(server.last)) == [
        ('name="cover"; filename="c"', "image/png", b"\x89"),
        ('name="file"; filename="a.txt"', "text/plain", b"hello"),
        ('name="labels"', "", b"x"),
        ('name="labels"', "", b"y"),
        ('name="meta"', "application/json", b'{"id":1}'),
        ('name="pages"; filename="p1"', "application/octet-stream", b"1"),
        ('name="pages"; filename="p2"', "application/octet-stream", b"2"),
        ('name="purpose"', "", b"import"),
        ('name="records"', "application/json", b'{"id":2}'),
        ('name="urgent"', "", b"true"),
    ]


def test_files_come_from_anywhere(api: Any, server: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF")
    server.reply = Reply(204)
    with path.open("rb") as opened:
        for file in (path, opened, ("report.pdf", path, "application/pdf")):
            api.uploads.add_note(file=file)
            assert parts(server.last) == [
                ('name="file"; filename="report.pdf"', "application/pdf", b"%PDF")
            ]


@pytest.mark.parametrize(
    "given", [{}, {"labels": ["x"]}, {"file": None}, {"request": {"labels": ["x"]}}]
)
def test_a_part_that_is_required_is_asked_for(client: Any, api: Any, given: Any) -> None:
    with pytest.raises(
        client.errors.ArgumentError, match=r"^uploads\.upload: file: Field required"
    ):
        api.uploads.upload(**given)


def test_a_part_that_is_required_may_come_by_another_way(api: Any, server: Any) -> None:
    server.reply = json_reply({"id": 1}, 201)
    api.uploads.upload(extra_body={"file": b"1"})
    assert [part[0] for part in parts(server.last)] == [
        'name="file"; filename="upload"',
        'name="purpose"',
    ]


def test_a_file_or_null_is_a_file(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.uploads.add_note(picture=("p.png", b"\x89"))
    assert parts(server.last) == [('name="picture"; filename="p.png"', "image/png", b"\x89")]


def test_what_is_not_given_is_no_part(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.uploads.add_note(note="n")
    assert parts(server.last) == [('name="note"', "", b"n")]
    api.uploads.add_note()
    assert server.last.body == b""
    assert server.last.header("Content-Type") is None


def test_parts_of_any_name_may_be_files(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.uploads.send_parts(
        request={"file": b"\xff", "pages": [("a.txt", b"1"), b"2"], "note": "n", "meta": {"id": 1}}
    )
    assert parts(server.last) == [
        ('name="file"; filename="upload"', "application/octet-stream", b"\xff"),
        ('name="pages"; filename="a.txt"', "text/plain", b"1"),
        ('name="pages"; filename="upload"', "application/octet-stream", b"2"),
        ('name="note"', "", b"n"),
        ('name="meta"', "application/json", b'{"id":1}'),
    ]


@pytest.mark.parametrize(
    ("extra", "part"),
    [
        (b"1", ('name="extra"; filename="upload"', "application/octet-stream", b"1")),
        ({"id": 1}, ('name="extra"', "application/json", b'{"id":1}')),
        (True, ('name="extra"', "", b"true")),
        (1.5, ('name="extra"', "", b"1.5")),
    ],
)
def test_a_part_of_any_type_is_written_by_its_value(
    api: Any, server: Any, extra: Any, part: Any
) -> None:
    server.reply = Reply(204)
    api.uploads.add_note(extra=extra)
    assert parts(server.last) == [part]
