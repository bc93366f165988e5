"""Hints of Fern: names of methods, groups, parameters, properties and types, pagination, what is left out.

Specification Extensions: https://spec.openapis.org/oas/v3.1.1.html#specification-extensions
"""

from __future__ import annotations

import inspect
import sys
from types import ModuleType
from typing import Any

from support.loopback import Received, Reply, json_reply


def test_names(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply({"items": [{"ttl": "M", "genre": "d"}]})
    movie = api.cinema.movies.list(trace="t").items[0]
    assert server.last.header("X-Trace-Header") == "t"
    assert isinstance(movie, client.models.Movie)
    assert movie.title == "M"


def test_what_is_ignored_is_not_there(api: Any) -> None:
    assert not hasattr(api.cinema.movies, "add")


def test_pages_follow_each_other(api: Any, server: Any) -> None:
    def page(request: Received) -> Reply:
        number = int(dict(request.query).get("page", "1"))
        return json_reply({"items": [{"ttl": str(number)}] if number < 3 else []})

    server.reply = page
    assert [movie.title for movie in api.cinema.movies.list()] == ["1", "2"]


def test_names_of_values_are_told(client: ModuleType) -> None:
    source = inspect.getsource(sys.modules[client.models.Movie.__module__])
    assert '- `"d"`: Drama. Somebody suffers.' in source
    assert '- `"c"`: Comedy.' in source


def test_an_answer_that_streams_when_it_is_asked_to(
    client: ModuleType, api: Any, server: Any
) -> None:
    server.reply = json_reply({"text": "Good."})
    review = api.cinema.reviews.write(movie="M")
    assert isinstance(review, client.models.Review) and review.text == "Good."
    assert server.last.json() == {"movie": "M", "stream": False}
    events = b'data: {"word":"Good"}\n\ndata: {"word":"."}\n\n'
    server.reply = Reply(200, (("Content-Type", "text/event-stream"),), stream=[events])
    with api.cinema.reviews.write_stream(movie="M") as words:
        assert [word.word for word in words] == ["Good", "."]
    assert server.last.json() == {"movie": "M", "stream": True}
    assert server.last.header("Accept") == "text/event-stream"
    assert "one by one" in api.cinema.reviews.write_stream.__doc__


def test_an_answer_that_always_streams(client: ModuleType, api: Any, server: Any) -> None:
    """Without a format the events are lines of JSON, in whatever media type the server says."""
    lines = [b'{"word":"M"}\n{"wor', b'd":"K"}']
    server.reply = Reply(200, (("Content-Type", "application/json"),), stream=lines)
    with api.cinema.showings.follow() as showings:
        assert [each.word for each in showings] == ["M", "K"]
