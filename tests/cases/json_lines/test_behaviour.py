"""JSON lines arrive one by one; where whole JSON is offered as well, each way is a method of its own.

Sequential media types: https://spec.openapis.org/oas/v3.2.0.html#sequential-media-types
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from support.loopback import Reply, json_reply

LINES = [b'{"text":"a","at":"2026-02-03T04:05:06Z"}\n', b"\r\n", b'{"te', b'xt":"\xc3', b'\xa9"}']


def test_lines_arrive_one_by_one(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = Reply(200, (("Content-Type", "application/x-ndjson"),), stream=LINES)
    with api.logs.read_logs() as entries:
        found = list(entries)
    assert server.last.header("Accept") == "application/x-ndjson"
    assert [each.text for each in found] == ["a", "é"]
    assert found[0].at.year == 2026
    assert isinstance(found[1], client.models.Entry)


def test_each_way_is_a_method(api: Any, server: Any) -> None:
    server.reply = json_reply([{"text": "a"}])
    assert [each.text for each in api.logs.read_all_logs()] == ["a"]
    assert (server.last.target, server.last.header("Accept")) == (
        "/logs.jsonl?stream=false",
        "application/json",
    )
    server.reply = Reply(200, (("Content-Type", "application/jsonl"),), stream=LINES)
    with api.logs.read_all_logs_stream() as entries:
        assert [each.text for each in entries] == ["a", "é"]
    assert (server.last.target, server.last.header("Accept")) == (
        "/logs.jsonl?stream=true",
        "application/jsonl",
    )


def test_a_line_is_json_of_a_string(api: Any, server: Any) -> None:
    lines = [b'"\\u00e9"\n', b'"b"\n']
    server.reply = Reply(200, (("Content-Type", "application/jsonl"),), stream=lines)
    with api.logs.read_words() as words:
        assert list(words) == ["é", "b"]


def test_a_line_of_a_text_is_as_it_is(api: Any, server: Any) -> None:
    lines = [b'{"state":"running"}\n', b"plain\n", b'"a"\n']
    server.reply = Reply(200, (("Content-Type", "application/x-ndjson"),), stream=lines)
    with api.logs.read_text() as text:
        assert list(text) == ['{"state":"running"}', "plain", '"a"']


def test_lines_may_be_written_beforehand_and_hold_anything(api: Any, server: Any) -> None:
    lines = [b'{"a":[1]}\n', b'"b"\n']
    server.reply = Reply(200, (("Content-Type", "application/x-ndjson"),), stream=lines)
    with api.logs.write_text(request='{"index":{}}\n{}\n') as found:
        assert list(found) == [{"a": [1]}, "b"]
    assert server.last.header("Content-Type") == "application/x-ndjson"
    assert server.last.body == b'{"index":{}}\n{}\n'
    with api.logs.write_text(request=[{"index": {}}, {}]):
        assert server.last.body == b'{"index":{}}\n{}\n'
