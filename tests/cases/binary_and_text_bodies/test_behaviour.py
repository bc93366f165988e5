"""Bodies that are not JSON: bytes, text, XML as text, JSON lines; streamed both ways when asked.

Media Type Object: https://spec.openapis.org/oas/v3.1.1.html#media-type-object
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from support.loopback import Reply

RAW = b"\x00\xff raw \r\n"


def test_bytes_come_and_go(api: Any, server: Any, tmp_path: Path) -> None:
    path = tmp_path / "raw"
    path.write_bytes(RAW)
    server.reply = Reply(200, (("Content-Type", "application/octet-stream"),), RAW)
    for given in (RAW, path, io.BytesIO(RAW), iter([RAW[:3], RAW[3:]])):
        assert api.files.put_blob(request=given) == RAW
        assert server.last.body == RAW
        assert server.last.header("Content-Type") == "application/octet-stream"


def test_an_answer_goes_to_a_file(api: Any, server: Any, tmp_path: Path) -> None:
    server.reply = Reply(200, (("Content-Type", "application/octet-stream"),), RAW)
    with api.files.with_streaming_response.put_blob(request=b"") as response:
        response.stream_to_file(tmp_path / "answer")
    assert (tmp_path / "answer").read_bytes() == RAW


def test_a_range_of_media_types_leaves_the_choice(api: Any, server: Any) -> None:
    server.reply = Reply(200, (("Content-Type", "image/png"),), b"\x89PNG")
    assert api.files.put_image(request=b"\xff", http_headers={"Content-Type": "image/jpeg"}) == (
        b"\x89PNG"
    )
    assert server.last.header("Content-Type") == "image/jpeg"
    api.files.put_image()
    assert server.last.body == b""
    assert server.last.header("Content-Type") is None


def test_text_comes_and_goes(api: Any, server: Any) -> None:
    server.reply = Reply(200, (("Content-Type", "text/plain; charset=utf-8"),), "ü".encode())
    assert api.files.put_text(request="é") == "ü"
    assert server.last.body == "é".encode()
    assert (server.last.header("Content-Type") or "").startswith("text/plain")


def test_what_is_called_bytes_is_not_read(api: Any, server: Any, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a;b\r\n")
    for kind, body in (("application/json", b'{"a": 1 }'), ("text/csv", b"\xff;\n")):
        server.reply = Reply(200, (("Content-Type", kind),), body)
        assert api.files.put_export(request=tmp_path / "a.csv") == body
        assert server.last.body == b"a;b\r\n"
        assert server.last.header("Content-Type") == "text/csv"


def test_xml_is_text(api: Any, server: Any) -> None:
    server.reply = Reply(200, (("Content-Type", "application/xml"),), b"<a>1</a>")
    assert api.files.put_xml(request="<a/>") == "<a>1</a>"
    assert server.last.body == b"<a/>"


def test_lines_of_json_are_sent(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.files.post_lines(request=[{"name": "a"}, {"size": 2}])
    assert server.last.header("Content-Type") == "application/x-ndjson"
    assert server.last.body == b'{"name":"a"}\n{"size":2}\n'
