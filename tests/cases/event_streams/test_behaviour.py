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


def test_one_of_some_texts(api: Any, server: Any) -> None:
    server.reply = stream(b"data: ready\n\ndata: lost\n\n")
    with api.events.states() as events:
        assert list(events) == ["ready", "lost"]


def test_what_ends_a_stream(api: Any, server: Any) -> None:
    """`[DONE]` is no JSON, and many servers end a stream of JSON by it; in a stream of text it is text."""
    delta = b'data: {"text":"a"}\n\n'
    for ended, call in (
        (delta + b"data: [DONE]\n\n" + delta, api.events.data),
        (delta + b"data: over\n\n" + delta, api.events.until_over),
        (EVENTS[: EVENTS.index(b"event: stop")] + b"data: [DONE]\n\n", api.events.envelopes),
    ):
        server.reply = stream(ended)
        with call() as events:
            assert len(list(events)) == 1
    server.reply = stream(b"data: [DONE]\n\ndata: more\n\n")
    with api.events.text() as events:
        assert list(events) == ["[DONE]", "more"]


def test_events_without_data(api: Any, server: Any) -> None:
    """Such an event keeps the connection alive; there is nothing in it that could be read as JSON."""
    server.reply = stream(b'data:\n\ndata: {"text":"a"}\n\nevent: ping\ndata\n\n')
    with api.events.data() as events:
        assert [event.text for event in events] == ["a"]
    server.reply = stream(b"data:\n\ndata: a\n\n")
    with api.events.text() as events:
        assert list(events) == ["", "a"]
