"""Event streams on the wire: WHATWG rules, any chunking, any line ending, broken and abandoned connections."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

import pytest
from support.api import KEY, ApiServer
from support.drive import Driver
from support.loopback import Reply
from support.sse import every, split_at, write_event

DELTA = "message.output.delta"
LINE_SEPARATOR = "\u2028"
TEXTS = ["One", f"two{LINE_SEPARATOR}lines", "dé \U0001f6a2 \u2029\x85", ""]


def delta(text: str) -> dict[str, Any]:
    return {"type": DELTA, "id": "m", "content": text}


def play(server: ApiServer, data: bytes) -> None:
    """The server answers each request with this stream."""
    headers = (("Content-Type", "text/event-stream"),)
    server.answer = lambda request: Reply(200, headers, stream=[data])


def written(texts: Iterable[str] = TEXTS, end: str = "\n") -> bytes:
    return b"".join(write_event(DELTA, delta(text), end=end) for text in texts)


def contents(drive: Driver, server: ApiServer) -> list[str]:
    events = drive(server, "conversations.start_stream", inputs="x")
    assert {event.event for event in events} <= {DELTA}
    return [event.data.content for event in events]


def broken(package: ModuleType, mode: str, server: ApiServer) -> tuple[list[str], Any]:
    """The contents that arrived, and what was raised after them (None when the stream ended well)."""
    arrived: list[str] = []
    options = {"api_key": KEY, "server_url": server.url}

    async def read() -> None:
        async with (
            package.Mistral(**options) as client,
            client.beta.conversations.start_stream_async(inputs="x") as events,
        ):
            async for event in events:
                arrived.append(event.data.content)

    try:
        if mode == "async":
            asyncio.run(read())
        else:
            with (
                package.Mistral(**options) as client,
                client.beta.conversations.start_stream(inputs="x") as events,
            ):
                for event in events:
                    arrived.append(event.data.content)
    except Exception as problem:
        return arrived, problem
    return arrived, None


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["LF", "CR", "CRLF"])
class TestChunks:
    """Where the chunks of the transfer end means nothing."""

    def test_cut_at_every_byte(self, server: ApiServer, package: ModuleType, end: str) -> None:
        data = written(end=end)
        play(server, data)
        with package.Mistral(api_key=KEY, server_url=server.url) as client:
            for position in range(1, len(data)):
                server.knobs.chunk = split_at(position)
                with client.beta.conversations.start_stream(inputs="x") as events:
                    assert [event.data.content for event in events] == TEXTS, position
        assert len(server.requests) == len(data) - 1
        assert server.connections == 1

    def test_cut_at_every_byte_async(
        self, server: ApiServer, package: ModuleType, end: str
    ) -> None:
        data = written(end=end)
        play(server, data)

        async def read() -> None:
            async with package.Mistral(api_key=KEY, server_url=server.url) as client:
                for position in range(1, len(data)):
                    server.knobs.chunk = split_at(position)
                    async with client.beta.conversations.start_stream_async(inputs="x") as events:
                        got = [event.data.content async for event in events]
                    assert got == TEXTS, position

        asyncio.run(read())
        assert len(server.requests) == len(data) - 1

    @pytest.mark.parametrize("size", [1, 2, 3, 7])
    def test_small_chunks(self, server: ApiServer, drive: Driver, end: str, size: int) -> None:
        play(server, written(end=end))
        server.knobs.chunk = every(size)
        assert contents(drive, server) == TEXTS


def payload(text: str) -> str:
    return json.dumps(delta(text))


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        pytest.param(f"data: {payload('a')}\n\n", ["a"], id="no event field"),
        pytest.param(f"\ufeffdata: {payload('a')}\n\n", ["a"], id="byte order mark"),
        pytest.param(f": hi\n:\n\ndata: {payload('a')}\n\n", ["a"], id="comments"),
        pytest.param(f"data: {payload('a')}\n: mid\n\n", ["a"], id="comment inside an event"),
        pytest.param(f"data:{payload('a')}\n\n", ["a"], id="no space after the colon"),
        pytest.param(
            'data: {"type": "message.output.delta",\ndata: "id": "m",\ndata: "content": "a"}\n\n',
            ["a"],
            id="data of several lines",
        ),
        pytest.param(f"data\ndata: {payload('a')}\ndata\n\n", ["a"], id="data without a value"),
        pytest.param(f"id: 7\nretry: 10\ndata: {payload('a')}\n\n", ["a"], id="id and retry"),
        pytest.param(
            f"retry: soon\nwhat: ever\ndata: {payload('a')}\n\n", ["a"], id="unknown field"
        ),
        pytest.param(
            "event: ping\n\n" + f"data: {payload('a')}\n\n", ["a"], id="event without data"
        ),
        pytest.param("\n\n\n" + f"data: {payload('a')}\n\n\n\n", ["a"], id="empty lines"),
        pytest.param(
            f"data: {payload('a')}\r\n\r\ndata: {payload('b')}\r\rdata: {payload('c')}\n\n",
            ["a", "b", "c"],
            id="mixed line ends",
        ),
        pytest.param(
            f"data: {payload('a')}\n\ndata: {payload('b')}\n", ["a"], id="unfinished last event"
        ),
        pytest.param(f"data: {payload('a')}\n\ndata: {payload('b')}", ["a"], id="unfinished line"),
        pytest.param(f"data: {payload('a')}\r\r", ["a"], id="CR at the very end"),
        pytest.param("", [], id="empty stream"),
        pytest.param(": nothing but a comment\n\n", [], id="no events"),
    ],
)
def test_form_of_events(server: ApiServer, drive: Driver, stream: str, expected: list[str]) -> None:
    play(server, stream.encode())
    events = drive(server, "conversations.start_stream", inputs="x")
    assert [event.data.content for event in events] == expected


def test_line_separators_do_not_end_lines(server: ApiServer, drive: Driver) -> None:
    play(server, written(["a\u2028b\u2029c\x85d\x0be\x0cf\x1cg"]))
    assert contents(drive, server) == ["a\u2028b\u2029c\x85d\x0be\x0cf\x1cg"]


def test_the_last_event_id_is_kept(server: ApiServer, package: ModuleType) -> None:
    play(server, f"id: 7\nretry: 1500\ndata: {payload('a')}\n\n".encode())
    with (
        package.Mistral(api_key=KEY, server_url=server.url) as client,
        client.beta.conversations.start_stream(inputs="x") as events,
    ):
        assert len(list(events)) == 1
        assert events.last_event_id == "7"


@pytest.mark.parametrize("mode", ["sync", "async"])
class TestBrokenConnections:
    def test_dies_at_every_byte(
        self, server: ApiServer, package: ModuleType, errors: ModuleType, mode: str
    ) -> None:
        texts = ["a", "b"]
        data = written(texts)
        ends = [len(written(texts[:count])) for count in range(1, 3)]
        play(server, data)
        for position in range(1, len(data) + 1):
            server.knobs.cut_after = position
            arrived, problem = broken(package, mode, server)
            # The blank line ends an event; its last byte need not have come when the line before ended in CR, but here is LF.
            assert arrived == texts[: sum(end <= position for end in ends)], position
            assert isinstance(problem, errors.ConnectionError), (position, problem)
        assert len(server.requests) == len(data)

    def test_a_reset(
        self, server: ApiServer, package: ModuleType, errors: ModuleType, mode: str
    ) -> None:
        data = written(["a", "b", "c"])
        play(server, data)
        server.knobs.chunk = lambda whole: [whole[:-5], whole[-5:]]
        server.knobs.gap = 0.1
        server.knobs.cut_after = len(data) - 3
        server.knobs.reset = True
        arrived, problem = broken(package, mode, server)
        assert arrived == ["a", "b"]
        assert isinstance(problem, errors.StreamInterrupted)

    def test_the_error_is_clear(
        self, server: ApiServer, package: ModuleType, errors: ModuleType, mode: str
    ) -> None:
        data = written(["a"])
        play(server, data)
        server.knobs.cut_after = len(data)
        _, problem = broken(package, mode, server)
        assert isinstance(problem, errors.StreamInterrupted)
        assert isinstance(problem, errors.MistralError)
        assert isinstance(problem, errors.ConnectionError)
        assert KEY not in str(problem) + repr(problem)
        assert "interrupted" in str(problem)

    def test_it_is_not_sent_again(
        self, server: ApiServer, package: ModuleType, errors: ModuleType, mode: str
    ) -> None:
        play(server, written(["a"]))
        server.knobs.cut_after = 3
        broken(package, mode, server)
        assert len(server.requests) == 1

    def test_data_that_is_no_json(
        self, server: ApiServer, package: ModuleType, errors: ModuleType, mode: str
    ) -> None:
        play(server, written(["a"]) + b"data: {oops\n\n")
        arrived, problem = broken(package, mode, server)
        assert arrived == ["a"]
        assert isinstance(problem, errors.ResponseValidationError)
        assert "{oops" in problem.body

    def test_an_error_in_place_of_a_stream(
        self, server: ApiServer, package: ModuleType, errors: ModuleType, mode: str
    ) -> None:
        server.fail(1, 403, body={"message": "no streams for you"})
        arrived, problem = broken(package, mode, server)
        assert arrived == []
        assert isinstance(problem, errors.SDKError)
        assert problem.status_code == 403
        assert "no streams for you" in problem.body

    def test_a_read_that_takes_too_long(
        self, server: ApiServer, package: ModuleType, errors: ModuleType, mode: str
    ) -> None:
        play(server, written(["a"]))
        server.knobs.hold = True
        options = {"api_key": KEY, "server_url": server.url, "timeout_ms": 200}
        arrived: list[str] = []

        async def read() -> None:
            async with (
                package.Mistral(**options) as client,
                client.beta.conversations.start_stream_async(inputs="x") as events,
            ):
                async for event in events:
                    arrived.append(event.data.content)

        def read_plainly() -> None:
            with (
                package.Mistral(**options) as client,
                client.beta.conversations.start_stream(inputs="x") as events,
            ):
                for event in events:
                    arrived.append(event.data.content)

        with pytest.raises(errors.TimeoutError):
            asyncio.run(read()) if mode == "async" else read_plainly()
        assert arrived == ["a"]
        assert server.wait_departure()


class Oops(Exception):
    """What a user's code raises in the middle of a stream."""


class TestLeaving:
    """Every way out of a stream closes its connection; the server, which would go on for long, sees it."""

    @pytest.fixture(autouse=True)
    def endless(self, server: ApiServer) -> None:
        play(server, written(["a", "b"]))
        server.knobs.hold = True

    def leave(self, server: ApiServer, package: ModuleType, use: Callable[[Any], None]) -> None:
        with package.Mistral(api_key=KEY, server_url=server.url) as client:
            use(client.beta.conversations.start_stream(inputs="x"))
            assert server.wait_departure()

    def leave_async(self, server: ApiServer, package: ModuleType, use: Any) -> None:
        async def run() -> None:
            async with package.Mistral(api_key=KEY, server_url=server.url) as client:
                await use(client.beta.conversations.start_stream_async(inputs="x"))
                assert await asyncio.to_thread(server.wait_departure)

        asyncio.run(run())

    def test_by_break(self, server: ApiServer, package: ModuleType) -> None:
        def use(stream: Any) -> None:
            with stream as events:
                for event in events:
                    assert event.data.content == "a"
                    break

        self.leave(server, package, use)

    def test_before_any_event(self, server: ApiServer, package: ModuleType) -> None:
        def use(stream: Any) -> None:
            with stream:
                pass

        self.leave(server, package, use)

    def test_by_exception(self, server: ApiServer, package: ModuleType) -> None:
        def use(stream: Any) -> None:
            with contextlib.suppress(Oops), stream as events:
                for _ in events:
                    raise Oops

        self.leave(server, package, use)

    def test_by_close(self, server: ApiServer, package: ModuleType) -> None:
        def use(stream: Any) -> None:
            assert next(stream).data.content == "a"
            stream.close()

        self.leave(server, package, use)

    def test_by_forgetting(self, server: ApiServer, package: ModuleType) -> None:
        def use(stream: Any) -> None:
            assert next(iter(stream)).data.content == "a"

        with package.Mistral(api_key=KEY, server_url=server.url) as client:
            use(client.beta.conversations.start_stream(inputs="x"))
            gc.collect()
        assert server.wait_departure()

    def test_by_break_async(self, server: ApiServer, package: ModuleType) -> None:
        async def use(stream: Any) -> None:
            async with stream as events:
                async for event in events:
                    assert event.data.content == "a"
                    break

        self.leave_async(server, package, use)

    def test_awaited_async(self, server: ApiServer, package: ModuleType) -> None:
        async def use(stream: Any) -> None:
            async with await stream as events:
                async for event in events:
                    assert event.data.content == "a"
                    break

        self.leave_async(server, package, use)

    def test_by_exception_async(self, server: ApiServer, package: ModuleType) -> None:
        async def use(stream: Any) -> None:
            with contextlib.suppress(Oops):
                async with stream as events:
                    async for _ in events:
                        raise Oops

        self.leave_async(server, package, use)

    def test_by_cancellation(self, server: ApiServer, package: ModuleType) -> None:
        arrived: list[str] = []

        async def read(stream: Any) -> None:
            async with stream as events:
                async for event in events:
                    arrived.append(event.data.content)

        async def use(stream: Any) -> None:
            task = asyncio.create_task(read(stream))
            while len(arrived) < 2:
                await asyncio.sleep(0.005)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

        self.leave_async(server, package, use)

    def test_by_timeout_of_asyncio(self, server: ApiServer, package: ModuleType) -> None:
        async def use(stream: Any) -> None:
            async def read() -> None:
                async with stream as events:
                    async for _ in events:
                        continue

            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(read(), 0.2)

        self.leave_async(server, package, use)


class TestTiming:
    def test_events_arrive_as_they_are_sent(self, server: ApiServer, package: ModuleType) -> None:
        """An event is given before the next chunk comes: with CR alone the end of the line is known at once."""
        play(server, written(["a"], end="\r"))
        server.knobs.hold = True
        with (
            package.Mistral(api_key=KEY, server_url=server.url, timeout_ms=3000) as client,
            client.beta.conversations.start_stream(inputs="x") as events,
        ):
            assert next(iter(events)).data.content == "a"

    def test_a_finished_stream_gives_its_connection_back(
        self, server: ApiServer, package: ModuleType
    ) -> None:
        play(server, written(["a"]))
        with package.Mistral(api_key=KEY, server_url=server.url) as client:
            for _ in range(3):
                with client.beta.conversations.start_stream(inputs="x") as events:
                    assert len(list(events)) == 1
        assert server.connections == 1

    def test_reading_a_closed_stream_gives_nothing_or_a_clear_error(
        self, server: ApiServer, package: ModuleType, errors: ModuleType
    ) -> None:
        play(server, written(["a", "b"]))
        with package.Mistral(api_key=KEY, server_url=server.url) as client:
            with client.beta.conversations.start_stream(inputs="x") as events:
                next(iter(events))
            with contextlib.suppress(errors.MistralError):
                assert list(events) == []
