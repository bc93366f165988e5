"""Server-sent events, cut everywhere, and what becomes of a stream however it ends."""

from __future__ import annotations

import asyncio
import gc
import gzip
import warnings
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime_under_test.errors import (
    ConnectionError,
    ResponseValidationError,
    StreamInterrupted,
    TimeoutError,
)
from runtime_under_test.events import AsyncStream, EventParser, Stream
from runtime_under_test.lines import LineParser
from runtime_under_test.responses import (
    AsyncStreamedResponse,
    RawResponse,
    StreamedResponse,
)
from unit.runtime.loopback import Loopback, Reply, events, reply_json
from unit.runtime.sample_client import ProblemError, Sample

STREAM = (
    b"\xef\xbb\xbf: a comment\n"
    b"retry: 1500\n"
    b'event: one\ndata: {"a":\ndata:  "b"}\nid: 7\n\n'
    b"data\n\n"
    b"event: nothing\n\n"
    b"data: gr\xc3\xbc\xc3\x9fe\xe2\x80\xa8 \xf0\x9f\x98\x80\n\n"
    b"id: a\0b\ndata:two\nretry: soon\nunknown: field\n\n"
    b"data: cut off"
)
WANTED = [
    ("one", b'{"a":\n "b"}', "7", 1500),
    ("message", b"", None, None),
    ("message", "grüße\u2028 \U0001f600".encode(), None, None),
    ("message", b"two", None, None),
]


def parsed(chunks: list[bytes]) -> list[tuple[str, bytes, str | None, int | None]]:
    parser = EventParser()
    found = [event for chunk in chunks for event in parser.feed(chunk)]
    found += parser.finish()
    return [(event.event, event.data, event.id, event.retry) for event in found]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_cut_at_every_position(end: bytes) -> None:
    stream = STREAM.replace(b"\n", end)
    for cut in range(len(stream) + 1):
        assert parsed([stream[:cut], stream[cut:]]) == WANTED, cut
    assert parsed([bytes([byte]) for byte in stream]) == WANTED


@given(st.data())
def test_cutting_never_changes_what_is_parsed(data: st.DataObject) -> None:
    lines = data.draw(
        st.lists(
            st.one_of(
                st.just(b""),
                st.binary(max_size=8),
                st.sampled_from(
                    [b"data: x", b"data", b":c", b"event: e", b"id: 1", b"data:\xff\xc3"]
                ),
            ),
            max_size=12,
        )
    )
    stream = b"".join(line + data.draw(st.sampled_from([b"\n", b"\r", b"\r\n"])) for line in lines)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    chunks = [stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    assert parsed(chunks) == parsed([stream])


def test_a_line_feed_after_a_carriage_return_in_the_next_chunk_ends_no_line() -> None:
    assert parsed([b"data: a\r", b"\ndata: b\r", b"\n\r", b"\n"]) == [
        ("message", b"a\nb", None, None)
    ]


def test_bytes_that_are_no_utf_8_are_replaced() -> None:
    assert parsed([b"data: a\xffb\n\n"])[0][1] == "a\ufffdb".encode()


def test_the_last_id_is_kept_and_an_empty_one_resets_it() -> None:
    parser = EventParser()
    ids = [event.id for event in parser.feed(b"id: 3\ndata: a\n\ndata: b\n\n")]
    assert ids == ["3", None]
    # What comes without data is no event, and its id is known with the one that follows.
    assert parser.feed(b"id: 4\n\nid\n\n") == []
    assert [event.id for event in parser.feed(b"data: c\n\n")] == [""]


@pytest.mark.parametrize("chunks", [[b"data: " + b"x" * 200], [b"data: xxxxxxxxx\n"] * 20])
def test_an_event_is_bounded(chunks: list[bytes]) -> None:
    parser = EventParser(limit=100)
    with pytest.raises(ResponseValidationError, match="max_event_bytes"):
        for chunk in chunks:
            parser.feed(chunk)


def test_json_lines() -> None:
    stream = b'{"a":1}\r\n\n \x1e{"b":"\xe2\x80\xa8"}\n{"c":3}'
    for cut in range(len(stream) + 1):
        parser = LineParser()
        found = [*parser.feed(stream[:cut]), *parser.feed(stream[cut:]), *parser.finish()]
        assert [event.data for event in found] == [b'{"a":1}', b'{"b":"\xe2\x80\xa8"}', b'{"c":3}']


def chunk(number: int) -> bytes:
    return b'event: item\ndata: {"id": %d}\n\n' % number


def collect(client: Sample, asynchronous: bool) -> tuple[list[int], Exception | None]:
    """Ids of the events that arrive, and the error that ends the stream."""
    found: list[int] = []

    async def run() -> None:
        async with client, client.items.watch_async(id=1) as stream:
            async for event in stream:
                found.append(event.data.id)

    try:
        if asynchronous:
            asyncio.run(run())
        else:
            with client.items.watch(id=1) as stream:
                found.extend(event.data.id for event in stream)
    except Exception as error:
        return found, error
    return found, None


@pytest.mark.parametrize("packed", [False, True])
def test_a_transport_for_tests_may_give_a_stream_whole(packed: bool) -> None:
    text = b'event: a\ndata: {"id": 1}\n\nevent: b\ndata: {"id": 2}\n\n'
    headers = {"content-type": "text/event-stream"}
    if packed:
        text, headers["content-encoding"] = gzip.compress(text), "gzip"
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, content=text))
    with Sample("k", http_client=httpx.Client(transport=transport)) as client:
        client = client.with_options(server_url="https://a.test")
        with client.items.watch(id=1) as stream:
            assert [event.event for event in stream] == ["a", "b"]
        with client.items.with_streaming_response.watch(id=1) as raw:
            assert len(list(raw.parse())) == 2

    async def run() -> None:
        http = httpx.AsyncClient(transport=transport)
        client = Sample("k", async_http_client=http, server_url="https://a.test")
        async with client, client.items.watch_async(id=1) as stream:
            assert [event.event async for event in stream] == ["a", "b"]

    asyncio.run(run())


@pytest.mark.parametrize("asynchronous", [False, True])
class TestStream:
    def test_events_arrive_and_the_sentinel_ends_them(
        self, server: Loopback, client: Sample, asynchronous: bool
    ) -> None:
        server.replies = [events(chunk(1), chunk(2) + b"data: [DONE]\n\n", chunk(3))]
        assert collect(client, asynchronous) == ([1, 2], None)
        assert server.last.json() == {"id": 1, "stream": True}
        assert server.last.header("accept") == "text/event-stream"

    def test_a_connection_that_dies(
        self, server: Loopback, client: Sample, asynchronous: bool
    ) -> None:
        server.replies = [events(chunk(1), chunk(2)[:9], dies=True)]
        found, error = collect(client, asynchronous)
        assert found == [1]
        assert isinstance(error, StreamInterrupted) and isinstance(error, ConnectionError)
        assert "POST" in str(error) and "interrupted" in str(error)

    def test_a_timeout(self, server: Loopback, asynchronous: bool) -> None:
        def slow() -> Any:
            yield chunk(1)
            server.released.wait(5)

        server.replies = [events(*())]
        server.replies[0].chunks = slow()
        client = Sample("k", server_url=server.url, timeout_ms=200)
        found, error = collect(client, asynchronous)
        server.released.set()
        client.close()
        assert found == [1] and isinstance(error, TimeoutError)

    def test_a_declared_error(self, server: Loopback, client: Sample, asynchronous: bool) -> None:
        server.replies = [reply_json({"detail": "no"}, 422)]
        _, error = collect(client, asynchronous)
        assert isinstance(error, ProblemError) and error.data.detail == "no"

    def test_an_answer_that_is_no_stream(
        self, server: Loopback, client: Sample, asynchronous: bool
    ) -> None:
        server.replies = [Reply(200, b"<html>", {"Content-Type": "text/html"})]
        _, error = collect(client, asynchronous)
        assert isinstance(error, ResponseValidationError) and error.body == "<html>"
        assert "text/html" in str(error)

    def test_an_event_that_does_not_fit(
        self, server: Loopback, client: Sample, asynchronous: bool
    ) -> None:
        server.replies = [events(chunk(1), b"event: item\ndata: {\n\n")]
        found, error = collect(client, asynchronous)
        assert found == [1] and isinstance(error, ResponseValidationError)


def endless(server: Loopback) -> Any:
    """A stream that only ends when nobody listens any more; the server then says so."""
    while True:
        yield chunk(1)
        server.released.wait(0.005)


@pytest.mark.parametrize("way", ["break", "exception", "garbage", "close"])
def test_every_way_out_closes_the_connection(server: Loopback, client: Sample, way: str) -> None:
    server.replies = [events()]
    server.replies[0].chunks = endless(server)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if way == "break":
            with client.items.watch(id=1) as stream:
                for _ in stream:
                    break
        elif way == "exception":
            with pytest.raises(KeyError), client.items.watch(id=1) as stream:
                next(stream)
                raise KeyError
        elif way == "close":
            stream = client.items.watch(id=1)
            next(stream)
            stream.close()
        else:
            stream = client.items.watch(id=1)
            next(stream)
            del stream
            gc.collect()
        assert server.released.wait(5)


@pytest.mark.parametrize("way", ["break", "cancel"])
def test_every_way_out_of_an_async_stream_closes_the_connection(
    server: Loopback, client: Sample, way: str
) -> None:
    server.replies = [events()]
    server.replies[0].chunks = endless(server)

    async def read(begun: asyncio.Event) -> None:
        async with client.items.watch_async(id=1) as stream:
            async for _ in stream:
                begun.set()
                if way == "break":
                    break

    async def run() -> None:
        begun = asyncio.Event()
        task = asyncio.ensure_future(read(begun))
        if way == "cancel":
            await begun.wait()
            task.cancel()
        await asyncio.wait([task])
        assert await asyncio.to_thread(server.released.wait, 5)
        await client.aclose()

    asyncio.run(run())


def test_a_stream_can_be_awaited(server: Loopback, client: Sample) -> None:
    server.replies = [events(b"id: 9\n" + chunk(4))]

    async def run() -> list[Any]:
        stream = await client.items.watch_async(id=1)
        found = [event.data.id async for event in stream]
        found.append(stream.last_event_id)
        found.append(stream.response.status_code)
        await client.aclose()
        return found

    assert asyncio.run(run()) == [4, "9", 200]


def test_a_closed_stream_gives_no_more_events(server: Loopback, client: Sample) -> None:
    server.replies = [events(*[b'event: a\ndata: {"id": 1}\n\n' * 3])]
    with client.items.watch(id=1) as stream:
        assert next(stream).data.id == 1
    assert list(stream) == []

    async def run() -> None:
        async with client.items.watch_async(id=1) as stream:
            assert (await stream.__anext__()).data.id == 1
        assert [event async for event in stream] == []
        await client.aclose()

    asyncio.run(run())


class TestOtherForms:
    """Streams behind `with_raw_response` and `with_streaming_response`: `parse` gives what the plain call gives."""

    def test_raw(self, server: Loopback, client: Sample) -> None:
        server.replies = [events(chunk(1), chunk(2))]
        raw = client.items.with_raw_response.watch(id=1)
        assert (type(raw), raw.status_code) == (RawResponse, 200)
        stream = raw.parse()
        assert type(stream) is Stream and raw.parse() is stream
        with stream:
            assert [event.data.id for event in stream] == [1, 2]

    def test_streaming(self, server: Loopback, client: Sample) -> None:
        server.replies = [events(chunk(1), chunk(2))]
        with client.items.with_streaming_response.watch(id=1) as response:
            assert type(response) is StreamedResponse
            assert [event.data.id for event in response.parse()] == [1, 2]
        assert response.http_response.is_closed
        server.replies = [events(chunk(3))]
        with client.items.with_streaming_response.watch(id=1) as response:
            assert b"".join(response.iter_bytes()) == chunk(3)

    def test_async(self, server: Loopback, client: Sample) -> None:
        async def run() -> None:
            async with client:
                server.replies = [events(chunk(1))]
                raw = await client.items.with_raw_response.watch_async(id=1)
                assert type(raw) is RawResponse and type(raw.parse()) is AsyncStream
                assert [event.data.id async for event in raw.parse()] == [1]
                server.replies = [events(chunk(2))]
                async with client.items.with_streaming_response.watch_async(id=1) as response:
                    assert type(response) is AsyncStreamedResponse
                    stream = await response.parse()
                    assert [event.data.id async for event in stream] == [2]
                assert response.http_response.is_closed

        asyncio.run(run())

    def test_an_answer_that_is_no_stream(self, server: Loopback, client: Sample) -> None:
        server.replies = [reply_json({"id": 1})]
        with pytest.raises(ResponseValidationError, match="no event stream"):
            client.items.with_raw_response.watch(id=1)


def test_data_that_is_more_than_one_value_is_refused(server: Loopback, client: Sample) -> None:
    server.replies = [events(b'data: {"id":1},"event":"other"\n\n')]
    found, error = collect(client, False)
    assert found == [] and isinstance(error, ResponseValidationError)


def test_an_event_that_does_not_fit_is_shown(server: Loopback, client: Sample) -> None:
    """Servers tell in the middle of a stream what went wrong, and no schema says how."""
    told = b'data: {"error": {"message": "overloaded"}}\n\n'
    server.replies = [events(chunk(1), told)]
    found, error = collect(client, False)
    assert found == [1] and isinstance(error, ResponseValidationError)
    assert str(error).endswith('\n  {"error": {"message": "overloaded"}}')
    assert error.body == '{"error": {"message": "overloaded"}}'
