"""`itemSchema` describes each event or line; JSON within the data of an event arrives parsed when its schema is known.

Sequential media types: https://spec.openapis.org/oas/v3.2.0.html#sequential-media-types
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from support.loopback import Reply

EVENTS = b'event: lent\nid: 7\ndata: {"title":"Ulysses",\ndata: "pages":730}\n\ndata: {"title":"Emma"}\n\n'


def test_the_data_of_events_arrives_parsed(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = Reply(200, (("Content-Type", "text/event-stream"),), stream=[EVENTS])
    with api.library.follow_loans() as events:
        first, second = events
    assert (first.event, first.id) == ("lent", "7")
    assert first.data == client.models.Book(title="Ulysses", pages=730)
    assert isinstance(second.data, client.models.Book)


def test_lines_arrive_as_items(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = Reply(
        200,
        (("Content-Type", "application/jsonl"),),
        stream=[b'{"title":"Emma"}\n{"ti', b'tle":"Ada"}'],
    )
    with api.library.read_books() as books:
        assert [book.title for book in books] == ["Emma", "Ada"]


def test_items_are_sent_as_lines(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.library.add_books(request=[client.models.Book(title="Emma"), {"title": "Ada", "pages": 2}])
    assert server.last.header("Content-Type") == "application/jsonl"
    assert server.last.body == b'{"title":"Emma"}\n{"title":"Ada","pages":2}\n'
