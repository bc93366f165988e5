"""Server-sent events: the declared type is the type that arrives, be it the event, its data, or text.

Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from support.loopback import Reply

EVENTS = (
    b': hello\nevent: start\ndata: {"text":\ndata: "a"}\n\n'
    b'event: stop\ndata: {"reason":"done"}\n\n'
    b'event: pause\ndata: {"seconds":3}\n\n'
)


def stream(body: bytes) -> Reply:
    return Reply(200, (("Content-Type", "text/event-stream"),), stream=[body])


def test_whole_events(client: ModuleType, api: Any, server: Any) -> None:
    models = client.models
    server.reply = stream(EVENTS)
    with api.events.envelopes() as events:
        start, stop, pause = events
    assert isinstance(start, models.EventsEnvelopesEventStart)
    assert start.data == models.Delta(text="a")
    assert stop.data.reason == "done"
    assert isinstance(pause, models.UnknownEventsEnvelopesEvent)
    assert pause.raw == {"event": "pause", "data": {"seconds": 3}}


def test_data_alone(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = stream(b'data: {"text":"a","at":"2026-02-03T04:05:06Z"}\n\n')
    with api.events.data() as events:
        (found,) = events
    assert isinstance(found, client.models.Delta)
    assert found.at.year == 2026


def test_text(api: Any, server: Any) -> None:
    server.reply = stream(b'data: one\ndata: two\n\ndata: {"not": "parsed"}\n\n')
    with api.events.text() as events:
        assert list(events) == ["one\ntwo", '{"not": "parsed"}']
