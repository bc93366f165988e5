"""What goes wrong on the way of a call: hooks that replace or raise, files that change, loops that end, answers that break off."""

from __future__ import annotations

import asyncio
import copy
import os
import pickle
import threading
import traceback
from pathlib import Path
from typing import Any

import httpx
import pytest
from runtime_under_test import errors
from runtime_under_test.bodies import BinaryBody, LinesBody, MultipartBody, Part, TextBody
from runtime_under_test.client import BaseClient
from runtime_under_test.operation import Answer, Body, Operation
from runtime_under_test.paging import Pagination
from runtime_under_test.settings import Hooks, RetryConfig
from unit.runtime.loopback import Loopback, Reply, events, reply_json
from unit.runtime.sample_client import CREATE, Item, Sample

ANY = {"200": Answer("application/json")}
SECRET = "sk/very-secret"
QUICK = RetryConfig(initial_interval_ms=1, max_interval_ms=2)


def sending(server: Loopback, body: Any, **given: Any) -> Any:
    operation: Operation[Any] = Operation("send", "POST", "/send", body=body, answers=ANY)
    with BaseClient(server_url=server.url) as client:
        return client.call(operation, given)


class TestHooks:
    def test_another_request_keeps_secrets_and_timeouts(self, server: Loopback) -> None:
        server.replies = [reply_json({"told": f"Bearer {SECRET}"}, 404)]
        seen: list[httpx.Request] = []

        def replace(request: httpx.Request) -> httpx.Request:
            seen.append(httpx.Request(request.method, request.url, headers=request.headers))
            return seen[-1]

        hooks = Hooks(before_request=replace)
        with (
            Sample(SECRET, server_url=server.url, hooks=hooks) as client,
            pytest.raises(errors.NotFoundError) as caught,
        ):
            client.items.get("1", timeout_ms=2000)
        assert SECRET not in str(caught.value) + caught.value.body
        assert seen[0].extensions["timeout"]["read"] == 2

    def test_what_is_no_request_is_refused(self, server: Loopback) -> None:
        hooks = Hooks(before_request=lambda request: "x")  # type: ignore[arg-type, return-value]
        with (
            Sample("k", server_url=server.url, hooks=hooks) as client,
            pytest.raises(errors.ConfigurationError, match="gives a request"),
        ):
            client.items.get("1")

    @pytest.mark.parametrize("asynchronous", [False, True])
    def test_one_that_raises_leaves_no_connection_behind(
        self, server: Loopback, asynchronous: bool
    ) -> None:
        def fail(response: httpx.Response) -> None:
            raise LookupError("mine")

        server.replies = [events(b'data: {"id": 1}\n\n')]
        hooks = Hooks(after_success=fail)

        async def run(client: Sample, http: Any) -> None:
            with pytest.raises(LookupError):
                if asynchronous:
                    await client.items.watch_async(id=1)
                else:
                    client.items.watch(id=1)
            assert not [each for each in http._transport._pool.connections if not each.is_idle()]

        http: Any = (httpx.AsyncClient if asynchronous else httpx.Client)()
        name = "async_http_client" if asynchronous else "http_client"
        client = Sample("k", server_url=server.url, hooks=hooks, **{name: http})
        asyncio.run(run(client, http))

    def test_after_error_hears_of_answers_that_do_not_fit(self, server: Loopback) -> None:
        heard: list[Exception] = []
        server.replies = [reply_json({"id": "no number"})]
        hooks = Hooks(after_error=heard.append)
        with (
            Sample("k", server_url=server.url, hooks=hooks) as client,
            pytest.raises(errors.ResponseValidationError) as caught,
        ):
            client.items.get("1")
        assert heard == [caught.value]

    def test_a_task_is_no_result_of_a_synchronous_call(self, server: Loopback) -> None:
        async def run() -> None:
            def later(request: httpx.Request) -> Any:
                return asyncio.ensure_future(asyncio.sleep(0))

            with (
                Sample("k", server_url=server.url, hooks=Hooks(before_request=later)) as client,
                pytest.raises(errors.ConfigurationError, match="needs an async call"),
            ):
                client.items.get("1")

        asyncio.run(run())


class TestSecrets:
    def test_a_line_break_behind_a_key_is_not_sent(self, server: Loopback) -> None:
        server.replies = [reply_json({"told": SECRET}, 401)]
        with (
            Sample(f" {SECRET}\n", server_url=server.url) as client,
            pytest.raises(errors.AuthenticationError) as caught,
        ):
            client.items.get("1")
        assert server.last.header("authorization") == f"Bearer {SECRET}"
        assert SECRET not in str(caught.value)

    def test_an_answer_may_escape_them(self, server: Loopback) -> None:
        escaped = SECRET.replace("/", "\\/")
        server.replies = [Reply(400, f'{{"told": "{escaped}"}}'.encode())]
        with (
            Sample(SECRET, server_url=server.url) as client,
            pytest.raises(errors.BadRequestError) as caught,
        ):
            client.items.get("1")
        error = caught.value
        assert escaped not in str(error) + error.body + str(error.data)
        assert SECRET not in str(error.data)

    def test_the_cause_of_an_error_shows_none(self, server: Loopback) -> None:
        def refuse(request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError(f"no way with {request.headers['authorization']}")

        http = httpx.Client(transport=httpx.MockTransport(refuse))
        with (
            Sample(SECRET, server_url=server.url, http_client=http, retries=None) as client,
            pytest.raises(errors.ConnectionError) as caught,
        ):
            client.items.get("1")
        shown = "".join(traceback.format_exception(caught.value))
        assert SECRET not in shown

    def test_an_error_has_the_body_that_was_sent(self, server: Loopback) -> None:
        server.replies = [reply_json({}, 409)]
        with (
            Sample("k", server_url=server.url) as client,
            pytest.raises(errors.ConflictError) as caught,
        ):
            client.items.create(id=7)
        assert caught.value.request is not None
        assert caught.value.request.content == server.last.body == b'{"id":7}'


class TestConnections:
    def test_copies_have_timeouts_of_their_own(self, server: Loopback) -> None:
        server.replies = [Reply(200, b'{"id": 1}', waits=0.3)]
        with Sample("k", server_url=server.url) as client:
            with pytest.raises(errors.TimeoutError):
                client.with_options(timeout_ms=50, retries=None).items.get("1")
            assert client.items.get("1").id == 1

    def test_none_is_the_timeout_of_the_client(self, server: Loopback) -> None:
        server.replies = [Reply(200, b'{"id": 1}', waits=0.3)]
        http = httpx.Client(timeout=0.05)
        with Sample("k", server_url=server.url, http_client=http, timeout_ms=3000) as client:
            assert client.items.get("1", timeout_ms=None).id == 1

    def test_an_http_client_of_ones_own_leaves_the_other_kind_shared(
        self, server: Loopback
    ) -> None:
        server.replies = [reply_json({"id": 1})]

        async def run() -> None:
            async with Sample("k", server_url=server.url) as client:
                other = client.with_options(http_client=httpx.Client())
                await client.items.get_async("1")
                await other.items.get_async("1")
            assert len({each.connection for each in server.received}) == 1
            assert other._pools[1].http is None

        asyncio.run(run())

    def test_one_client_serves_one_loop_after_the_other(self, server: Loopback) -> None:
        server.replies = [reply_json({"id": 1})]
        client = Sample("k", server_url=server.url, retries=None)
        for _ in range(4):
            assert asyncio.run(client.items.get_async("1")).id == 1

    @pytest.mark.parametrize("url", ["http://x/base#there", "http://x/base?a=1"])
    def test_a_server_is_neither_query_nor_fragment(self, url: str) -> None:
        with pytest.raises(errors.ConfigurationError, match="neither query nor fragment"):
            Sample("k", server_url=url)

    @pytest.mark.parametrize("body", [b"", b"moved"])
    def test_a_redirect_keeps_its_connection(self, server: Loopback, body: bytes) -> None:
        moved = Reply(307, body, {"Location": "/v1/items/2"})
        server.replies = [moved, reply_json({"id": 2})]
        with Sample("k", server_url=server.url) as client:
            assert client.items.get("1").id == 2
        assert len({each.connection for each in server.received}) == 1

    def test_a_client_that_raises_for_a_status_gives_it(self, server: Loopback) -> None:
        server.replies = [reply_json({"why": "gone"}, 404)]
        http = httpx.Client(event_hooks={"response": [httpx.Response.raise_for_status]})
        with (
            Sample("k", server_url=server.url, http_client=http) as client,
            pytest.raises(errors.NotFoundError),
        ):
            client.items.get("1")
        assert len(server.received) == 1

    def test_a_body_that_breaks_off_keeps_its_status(self, server: Loopback) -> None:
        server.replies = [Reply(429, chunks=[b"half"], dies=True)]
        with (
            Sample("k", server_url=server.url, retries=None) as client,
            pytest.raises(errors.RateLimitError),
        ):
            client.items.get("1")

    def test_what_cannot_be_decompressed_is_not_asked_for_again(self, server: Loopback) -> None:
        server.replies = [Reply(200, b"no gzip", {"Content-Encoding": "gzip"})]
        with (
            Sample("k", server_url=server.url, retries=QUICK) as client,
            pytest.raises(errors.ResponseValidationError),
        ):
            client.items.get("1")
        assert len(server.received) == 1


class TestStreams:
    def test_the_last_id_is_that_of_what_was_handed_over(self, server: Loopback) -> None:
        one, two = (f'id: {n}\nevent: e\ndata: {{"id": {n}}}\n\n'.encode() for n in (1, 2))
        server.replies = [events(one + two, b'id: 3\ndata: {"id', dies=True)]
        with Sample("k", server_url=server.url) as client, client.items.watch(id=1) as stream:
            found = []
            with pytest.raises(errors.StreamInterrupted):
                for event in stream:
                    found.append((event.data.id, stream.last_event_id))
        assert found == [(1, "1"), (2, "2")]
        assert stream.last_event_id == "2"

    def test_another_thread_may_close_it(self, server: Loopback) -> None:
        server.replies = [events(b'event: e\ndata: {"id": 1}\n\n', b"")]
        with Sample("k", server_url=server.url) as client:
            stream = client.items.watch(id=1)
            inside, go = threading.Event(), threading.Event()

            def decode(event: Any) -> Any:
                inside.set()
                go.wait(5)
                return event

            stream._decoder = decode
            reader = threading.Thread(target=lambda: next(stream, None))
            reader.start()
            assert inside.wait(5)
            stream.close()
            go.set()
            reader.join(5)
        assert stream.response.is_closed


class TestBodies:
    def test_a_file_that_grows_is_sent_as_it_was(self, server: Loopback, tmp_path: Path) -> None:
        class Growing:
            """Measures three bytes and gives five."""

            def tell(self) -> int:
                return 0

            def seek(self, offset: int, whence: int = 0) -> int:
                return 3 if whence else offset

            def read(self, size: int) -> bytes:
                data, self.data = getattr(self, "data", b"12345"), b""
                return data

        sending(server, BinaryBody("application/octet-stream"), request=Growing())
        assert server.last.body == b"123"

    def test_a_file_that_shrinks_is_an_error_of_ours(self, server: Loopback) -> None:
        class Shrinking:
            def tell(self) -> int:
                return 0

            def seek(self, offset: int, whence: int = 0) -> int:
                return 3 if whence else offset

            def read(self, size: int) -> bytes:
                return b""

        with pytest.raises(errors.ArgumentError, match="3 bytes before its end"):
            sending(server, BinaryBody("application/octet-stream"), request=Shrinking())

    def test_a_pipe_is_sent_as_it_comes(self, server: Loopback, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_bytes, args=(b"from a pipe",))
        writer.start()
        sending(server, BinaryBody("application/octet-stream"), request=pipe)
        writer.join(5)
        assert server.last.body == b"from a pipe"

    @pytest.mark.parametrize("content", ["folder", None, 7])
    def test_what_cannot_be_read_is_refused_before_sending(
        self, server: Loopback, tmp_path: Path, content: Any
    ) -> None:
        content = tmp_path if content == "folder" else content
        body = MultipartBody("multipart/form-data", parts=(Part("file", "file", many=True),))
        with pytest.raises(errors.ArgumentError):
            sending(server, body, request={"file": [content, ()]})
        assert not server.received

    def test_one_or_many(self, server: Loopback) -> None:
        part = Part("item", "json", many=True, codec=lambda: Item)
        sending(
            server, MultipartBody("multipart/related", parts=(part,)), request={"item": {"id": 1}}
        )
        assert b'{"id":1}' in server.last.body
        assert (server.last.header("content-type") or "").startswith("multipart/related; boundary=")

    @pytest.mark.parametrize(
        ("media_type", "body"),
        [("application/x-ndjson", b"1\n[2]\n"), ("application/json-seq", b"\x1e1\n\x1e[2]\n")],
    )
    def test_texts_of_json(self, server: Loopback, media_type: str, body: bytes) -> None:
        sending(server, LinesBody(media_type), request=[1, [2]])
        assert server.last.body == body

    def test_a_text_is_sent_as_the_text_that_the_document_allows(self, server: Loopback) -> None:
        bodies = (Body("application/json", lambda: Item), TextBody("text/plain"))
        operation: Operation[Any] = Operation("send", "POST", "/x", bodies=bodies, answers=ANY)
        with BaseClient(server_url=server.url) as client:
            client.call(operation, {"request": "hé"})
            assert (server.last.header("content-type"), server.last.body) == (
                "text/plain",
                "hé".encode(),
            )
            client.call(operation, {"request": {"id": 1}})
            assert server.last.json() == {"id": 1}

    @pytest.mark.parametrize("value", [float("nan"), float("inf"), [-float("inf")]])
    def test_numbers_that_json_has_not_are_refused(self, server: Loopback, value: Any) -> None:
        with pytest.raises(errors.ArgumentError, match="cannot be sent"):
            sending(server, Body("application/json"), request={"x": value, "y": "NaN"})
        assert not server.received
        sending(server, Body("application/json"), request={"y": "NaN"})
        assert server.last.json() == {"y": "NaN"}

    def test_what_is_added_is_written_as_arguments_are(self, server: Loopback) -> None:
        server.replies = [reply_json({"id": 1})]
        with BaseClient(server_url=server.url) as client:
            options = {"extra_query": {"ids": (1, 2)}, "extra_body": {"more": Item(id=2)}}
            client.call(CREATE, {"id": 1, "options": options})
            assert server.last.target == "/v1/items?ids=1&ids=2"
            assert server.last.json() == {"id": 1, "more": {"id": 2}}
            client.call(CREATE, {"id": 1, "options": {"extra_query": None, "extra_body": None}})


class TestAnswers:
    @pytest.mark.parametrize(("version", "kind"), [("1", int), ("2", Item)])
    def test_parameters_of_media_types_tell_answers_apart(
        self, server: Loopback, version: str, kind: type
    ) -> None:
        first = Answer("application/json; v=1", lambda: int)
        second = Answer("application/json;v=2", lambda: Item)
        operation: Operation[Any] = Operation("get", "GET", "/x", answers={"200": (first, second)})
        body = b"3" if kind is int else b'{"id": 3}'
        server.replies = [Reply(200, body, {"Content-Type": f"application/json;v={version}"})]
        with BaseClient(server_url=server.url) as client:
            assert isinstance(client.call(operation, {}), kind)

    def test_a_page_can_be_copied(self, server: Loopback) -> None:
        server.replies = [reply_json([1, 1])]
        operation: Operation[Any] = Operation(
            "list", "GET", "/x", answers=ANY, pagination=Pagination("page", "page")
        )
        with BaseClient(server_url=server.url) as client:
            found = client.call(operation, {})
            assert copy.deepcopy(found) == [1, 1] and copy.deepcopy(found).has_next_page()
            kept = pickle.loads(pickle.dumps(found))
        assert (kept, kept.has_next_page()) == ([1, 1], False)
