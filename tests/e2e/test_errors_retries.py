"""What goes wrong, and what is done about it: errors, retries, timeouts, hooks, credentials, threads, imports."""

from __future__ import annotations

import asyncio
import builtins
import gc
import json
import logging
import pickle
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate
from types import ModuleType
from typing import Any

import httpx
import pytest
from support import api
from support.api import KEY, ApiServer
from support.drive import Driver, raises_before_sending
from support.loopback import Clock, Reply, raw_reply
from support.paths import GENERATED

JSON = "application/json"
GET = ("conversations.get", "conv_0001")
DETAIL = {
    "detail": [
        {"loc": ["body", "inputs", 0], "msg": "Field required", "type": "missing", "input": None}
    ]
}


def quick(package: ModuleType, **settings: Any) -> Any:
    """A retry configuration whose waits are short."""
    values = {"initial_interval_ms": 1, "max_interval_ms": 5, **settings}
    return package.RetryConfig(**values)


def failure(run: Callable[[], Any]) -> Any:
    """What is raised."""
    try:
        run()
    except Exception as problem:
        return problem
    raise AssertionError("nothing was raised")


@pytest.fixture(autouse=True)
def known(server: ApiServer) -> None:
    api.start(server, {}, {"inputs": "Hi"})


class TestErrors:
    def test_declared(
        self, server: ApiServer, drive: Driver, errors: ModuleType, models: ModuleType
    ) -> None:
        server.fail(1, 422, body=DETAIL)
        problem = failure(lambda: drive(server, "conversations.start", inputs="x"))
        assert type(problem) is errors.HTTPValidationError
        assert isinstance(problem, errors.UnprocessableEntityError)
        assert isinstance(problem, errors.MistralError)
        assert type(problem.data) is models.HTTPValidationError
        assert type(problem.data.detail[0]) is models.ValidationError
        assert problem.data.detail[0].loc == ["body", "inputs", 0]
        assert problem.data.detail[0].msg == "Field required"
        assert problem.status_code == 422
        assert json.loads(problem.body) == DETAIL
        assert problem.headers["content-type"] == "application/json"
        assert problem.response.status_code == 422
        assert problem.request.method == "POST"
        assert "422" in str(problem)
        assert "Field required" in str(problem)

    def test_declared_by_the_server_itself(
        self, server: ApiServer, drive: Driver, errors: ModuleType
    ) -> None:
        """The server holds what it is sent against the document."""
        problem = failure(
            lambda: drive(
                server,
                "conversations.start",
                inputs="x",
                completion_args={"temperature": 7},
            )
        )
        assert type(problem) is errors.HTTPValidationError
        assert problem.data.detail[0].loc == ["body", "completion_args"]

    @pytest.mark.parametrize(
        ("status", "name"),
        [
            (400, "BadRequestError"),
            (401, "AuthenticationError"),
            (403, "PermissionDeniedError"),
            (404, "NotFoundError"),
            (409, "ConflictError"),
            (418, "SDKError"),
            (429, "RateLimitError"),
            (500, "ServerError"),
            (503, "ServerError"),
            (507, "ServerError"),
        ],
    )
    def test_by_status(
        self, server: ApiServer, drive: Driver, errors: ModuleType, status: int, name: str
    ) -> None:
        server.fail(1, status, body={"message": "so it is"})
        problem = failure(lambda: drive(server, *GET, retries=None))
        assert type(problem) is getattr(errors, name)
        assert isinstance(problem, errors.SDKError)
        assert problem.status_code == status
        assert json.loads(problem.body) == {"message": "so it is"}
        assert len(server.requests) == 1

    @pytest.mark.parametrize(
        "body", [b"", b"<html>oops</html>", b"\xff\xfe", b"[1]", b'{"detail":']
    )
    def test_a_declared_status_with_another_body(
        self, server: ApiServer, drive: Driver, errors: ModuleType, body: bytes
    ) -> None:
        server.script(raw_reply(body, "application/json", 422))
        problem = failure(lambda: drive(server, *GET))
        assert isinstance(problem, errors.SDKError)
        assert problem.status_code == 422

    def test_a_request_id_is_told(self, server: ApiServer, drive: Driver) -> None:
        server.answer = lambda request: Reply(404, (("X-Request-Id", "req-7"),), b"{}")
        problem = failure(lambda: drive(server, *GET))
        assert problem.request_id == "req-7"
        assert "req-7" in str(problem)

    @pytest.mark.parametrize(
        "answer",
        [
            raw_reply(b"{oops", "application/json"),
            raw_reply(b"", "application/json"),
            raw_reply(b"<html></html>", "text/html"),
            raw_reply(b"[1, 2]", "application/json"),
            raw_reply(b'{"conversation_id": ["x"], "outputs": 3}', "application/json"),
            raw_reply(b'"text"', "application/json"),
        ],
    )
    def test_an_answer_that_does_not_fit(
        self, server: ApiServer, drive: Driver, errors: ModuleType, answer: bytes
    ) -> None:
        server.script(answer)
        problem = failure(lambda: drive(server, "conversations.start", inputs="x"))
        assert type(problem) is errors.ResponseValidationError
        assert isinstance(problem, errors.MistralError)
        assert not isinstance(problem, errors.SDKError)
        assert problem.status_code == 200
        assert problem.body == answer.partition(b"\r\n\r\n")[2].decode()
        assert len(server.requests) == 1

    def test_no_server(self, drive: Driver, errors: ModuleType, package: ModuleType) -> None:
        with ApiServer() as gone:
            url = gone.url
        retries = quick(package, max_attempts=2)
        problem = failure(lambda: drive.with_client({"server_url": url}, *GET, retries=retries))
        assert type(problem) is errors.ConnectionError
        assert isinstance(problem, builtins.ConnectionError)
        assert isinstance(problem, errors.MistralError)
        assert (problem.status_code, problem.response) == (0, None)
        assert isinstance(problem.__cause__, httpx.ConnectError)

    def test_no_answer(self, server: ApiServer, drive: Driver, errors: ModuleType) -> None:
        server.refuse(1)
        problem = failure(lambda: drive(server, "conversations.start", inputs="x"))
        assert type(problem) is errors.ConnectionError
        assert len(server.requests) == 1

    def test_half_an_answer(self, server: ApiServer, drive: Driver, errors: ModuleType) -> None:
        server.knobs.cut_after = 10
        problem = failure(lambda: drive(server, "conversations.start", inputs="x"))
        assert isinstance(problem, errors.ConnectionError)

    def test_no_http(self, server: ApiServer, drive: Driver, errors: ModuleType) -> None:
        server.script(b"220 mail.example.com ESMTP\r\n")
        problem = failure(lambda: drive(server, *GET, retries=None))
        assert isinstance(problem, errors.ConnectionError)

    def test_arguments(self, server: ApiServer, drive: Driver, errors: ModuleType) -> None:
        problem = raises_before_sending(
            server,
            lambda: drive(server, "conversations.start", inputs=3),
            errors.MistralError,
        )
        assert isinstance(problem, ValueError)

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_a_key_never_follows_a_redirect_elsewhere(
        self, server: ApiServer, drive: Driver, errors: ModuleType, status: int
    ) -> None:
        with ApiServer() as other:
            where = (("Location", f"{other.url}/v1/conversations/conv_0001"),)
            server.answer = lambda request: Reply(status, where)
            failure(lambda: drive(server, *GET, retries=None))
            for request in other.requests:
                assert KEY not in str(request.headers)


class TestMessages:
    """What is wrong is told in words of the API, without what only its library knows."""

    @pytest.mark.pydantic
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ({}, "inputs: Field required"),
            ({"inputs": [{"role": "user"}]}, "inputs.0.content: Field required"),
            ({"inputs": "x", "stream": True}, "stream: can only be False (got True)"),
            (
                {"inputs": "x", "completion_args": {"temprature": 1}},
                "completion_args.temprature: no property of this name (got 1)",
            ),
        ],
    )
    def test_an_argument(
        self, server: ApiServer, drive: Driver, arguments: Any, message: str
    ) -> None:
        problem = failure(lambda: drive(server, "conversations.start", **arguments))
        assert str(problem) == f"beta.conversations.start: {message}"

    def test_a_model_that_is_nearly_right(self, models: ModuleType) -> None:
        with pytest.raises(AttributeError) as found:
            models.CompletionArg  # noqa: B018
        # What Python takes for its own "Did you mean".
        assert (found.value.name, found.value.obj) == ("CompletionArg", models)
        assert "CompletionArgs" in dir(models)

    def test_a_keyword_that_is_nearly_right(self, server: ApiServer, drive: Driver) -> None:
        for wrong, right in (("input", "inputs"), ("timeout", "timeout_ms")):
            with pytest.raises(TypeError, match=f"{wrong!r}; did you mean {right!r}"):
                drive(server, "conversations.start", **{wrong: "x"})
        with pytest.raises(TypeError, match=r"argument 'zzz'$"):
            drive(server, "conversations.start", inputs="x", zzz=1)
        assert server.requests == []

    @pytest.mark.pydantic
    def test_an_answer(self, server: ApiServer, drive: Driver) -> None:
        server.script(raw_reply(b'{"conversation_id": "c", "outputs": [], "usage": 3}', JSON))
        problem = failure(lambda: drive(server, "conversations.start", inputs="x"))
        assert str(problem).endswith(" does not fit: usage: Input should be an object (got 3)")

    @pytest.mark.pydantic
    def test_several_places(self, server: ApiServer, drive: Driver) -> None:
        body = b'{"conversation_id": 1, "outputs": "%s", "usage": {}}' % (b"x" * 200)
        server.script(raw_reply(body, JSON))
        problem = failure(lambda: drive(server, "conversations.start", inputs="x"))
        lines = str(problem).splitlines()
        assert lines[1:] == [
            "  conversation_id: Input should be a valid string (got 1)",
            f"  outputs: Input should be a valid array (got '{'x' * 79})",
        ]

    @pytest.mark.pydantic
    def test_a_member_of_a_union(self, server: ApiServer, drive: Driver) -> None:
        event = b'data: {"type": "message.output.delta"}\n\n'
        server.script(raw_reply(event, "text/event-stream"))
        problem = failure(lambda: drive(server, "conversations.start_stream", inputs="x"))
        assert str(problem).splitlines()[1:] == [
            "  data.id: Field required",
            "  data.content: Field required",
            '  {"type": "message.output.delta"}',
        ]


class TestRetries:
    @pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
    def test_get_is_tried_again(
        self, server: ApiServer, drive: Driver, package: ModuleType, status: int
    ) -> None:
        server.fail(2, status)
        conversation = drive.with_client(
            {"server_url": server.url, "retries": quick(package)}, *GET
        )
        assert conversation.id == "conv_0001"
        assert len(server.requests) == 3
        first, *others = [(r.method, r.target, r.body) for r in server.requests]
        assert others == [first, first]

    @pytest.mark.parametrize("status", [400, 401, 404, 409, 422, 501])
    def test_what_will_not_change_is_not(
        self, server: ApiServer, drive: Driver, package: ModuleType, errors: ModuleType, status: int
    ) -> None:
        server.fail(5, status)
        assert failure(lambda: drive(server, *GET, retries=quick(package))).status_code == status
        assert len(server.requests) == 1

    @pytest.mark.parametrize(
        ("call", "positional", "arguments", "again"),
        [
            ("conversations.start", (), {"inputs": "x"}, False),
            ("conversations.append", ("conv_0001",), {}, False),
            ("conversations.start_stream", (), {"inputs": "x"}, False),
            ("agents.create", (), {"model": "m", "name": "n"}, False),
            ("agents.update", ("ag_0001",), {}, False),
            ("conversations.delete", ("conv_0001",), {}, True),
            ("conversations.get_history", ("conv_0001",), {}, True),
            ("conversations.list", (), {}, True),
        ],
    )
    def test_by_method(
        self,
        server: ApiServer,
        drive: Driver,
        call: str,
        positional: tuple[Any, ...],
        arguments: dict[str, Any],
        again: bool,
    ) -> None:
        """Without a word about retries, what may have had an effect is not sent twice."""
        api.create_agent(server, {}, {"model": "m", "name": "n"})
        server.fail(1, 500, retry_after="0")
        if again:
            drive(server, call, *positional, **arguments)
        else:
            assert failure(lambda: drive(server, call, *positional, **arguments))
        assert len(server.requests) == 1 + again

    def test_post_when_asked(self, server: ApiServer, drive: Driver, package: ModuleType) -> None:
        server.fail(2, 503)
        reply = drive(server, "conversations.start", inputs="x", retries=quick(package))
        assert reply.conversation_id == "conv_0002"
        assert [request.json() for request in server.requests] == [
            {"inputs": "x", "stream": False}
        ] * 3

    def test_a_stream_when_asked(
        self, server: ApiServer, drive: Driver, package: ModuleType
    ) -> None:
        server.fail(1, 503)
        events = drive(server, "conversations.start_stream", inputs="x", retries=quick(package))
        assert len(events) > 2
        assert len(server.requests) == 2

    def test_a_lost_connection(self, server: ApiServer, drive: Driver, package: ModuleType) -> None:
        server.refuse(1)
        assert drive(server, *GET, retries=quick(package)).id == "conv_0001"
        assert len(server.requests) == 2

    def test_it_gives_up(
        self, server: ApiServer, drive: Driver, package: ModuleType, errors: ModuleType
    ) -> None:
        server.fail(9, 503)
        retries = quick(package, max_attempts=4)
        assert type(failure(lambda: drive(server, *GET, retries=retries))) is errors.ServerError
        assert len(server.requests) == 4

    def test_none_at_all(self, server: ApiServer, drive: Driver) -> None:
        server.fail(9, 503)
        failure(lambda: drive(server, *GET, retries=None))
        failure(lambda: drive.with_client({"server_url": server.url, "retries": None}, *GET))
        assert len(server.requests) == 2

    def test_retry_after_in_seconds(
        self, server: ApiServer, drive: Driver, package: ModuleType
    ) -> None:
        server.fail(1, 429, retry_after="1")
        drive(server, *GET, retries=quick(package))
        first, second = server.requests
        assert 0.95 <= second.at - first.at < 5

    def test_retry_after_as_a_date(
        self, server: ApiServer, drive: Driver, package: ModuleType
    ) -> None:
        clock = Clock()
        # Two seconds on, cut to whole ones, are more than one second away.
        server.answer, today = (
            lambda request: (
                today(request)
                if len(server.requests) > 1
                else Reply(503, (("Retry-After", formatdate(_now() + 2, usegmt=True)),))
            ),
            server.answer,
        )
        drive(server, *GET, retries=quick(package))
        assert 0.9 < clock.elapsed < 6
        assert len(server.requests) == 2

    @pytest.mark.parametrize("value", ["soon", "-1", "", "1e400", "Wed, 99 Foo"])
    def test_a_senseless_retry_after(
        self, server: ApiServer, drive: Driver, package: ModuleType, value: str
    ) -> None:
        server.fail(1, 503, retry_after=value)
        clock = Clock()
        drive(server, *GET, retries=quick(package))
        assert clock.elapsed < 3

    def test_a_long_retry_after_is_not_waited_for(
        self, server: ApiServer, drive: Driver, package: ModuleType, errors: ModuleType
    ) -> None:
        server.fail(1, 429, retry_after="86400")
        clock = Clock()
        problem = failure(lambda: drive(server, *GET, retries=quick(package)))
        assert type(problem) is errors.RateLimitError
        assert clock.elapsed < 3

    def test_waits_grow(self, server: ApiServer, package: ModuleType) -> None:
        """Drawn at random below a bound that doubles; over many waits each bound is kept and nearly reached."""
        config = package.RetryConfig(max_attempts=None, initial_interval_ms=100, exponent=2.0)
        for attempt, bound in [(1, 0.1), (2, 0.2), (3, 0.4), (30, 8.0)]:
            waits = [config.delay(attempt, 0.0, {}) for _ in range(500)]
            assert max(waits) <= bound
            assert max(waits) > bound * 0.9
            assert min(waits) < bound * 0.5

    def test_no_longer_than_allowed(
        self, server: ApiServer, drive: Driver, package: ModuleType
    ) -> None:
        server.fail(999, 503, retry_after="0.05")
        retries = quick(package, max_attempts=None, max_elapsed_ms=300)
        clock = Clock()
        failure(lambda: drive(server, *GET, retries=retries))
        assert 2 <= len(server.requests) <= 7
        assert clock.elapsed < 5


def _now() -> float:
    return time.time()


class TestTimeouts:
    def test_of_the_call(self, server: ApiServer, drive: Driver, errors: ModuleType) -> None:
        server.knobs.delay = 1.0
        clock = Clock()
        problem = failure(lambda: drive(server, "conversations.start", inputs="x", timeout_ms=100))
        assert clock.elapsed < 0.9
        assert type(problem) is errors.TimeoutError
        assert isinstance(problem, builtins.TimeoutError)
        assert isinstance(problem, errors.MistralError)

    def test_of_the_client(self, server: ApiServer, drive: Driver, errors: ModuleType) -> None:
        server.knobs.delay = 1.0
        options = {"server_url": server.url, "timeout_ms": 100}
        problem = failure(lambda: drive.with_client(options, "conversations.start", inputs="x"))
        assert type(problem) is errors.TimeoutError

    def test_the_call_overrules_the_client(self, server: ApiServer, drive: Driver) -> None:
        server.knobs.delay = 0.3
        options = {"server_url": server.url, "timeout_ms": 50}
        reply = drive.with_client(options, "conversations.start", inputs="x", timeout_ms=5000)
        assert reply.conversation_id == "conv_0002"


class TestHooks:
    def test_all_three(self, server: ApiServer, drive: Driver, package: ModuleType) -> None:
        seen: list[Any] = []

        def before(request: httpx.Request) -> None:
            seen.append(("before", request.method, request.url.path))
            request.headers["X-Hook"] = "yes"

        hooks = package.Hooks(
            before_request=before,
            after_success=lambda response: seen.append(("success", response.status_code)),
            after_error=lambda error: seen.append(("error", type(error).__name__)),
        )
        options = {"server_url": server.url, "hooks": hooks}
        drive.with_client(options, *GET)
        assert server.last.header("X-Hook") == "yes"
        failure(lambda: drive.with_client(options, "conversations.get", "nobody"))
        assert seen == [
            ("before", "GET", "/v1/conversations/conv_0001"),
            ("success", 200),
            ("before", "GET", "/v1/conversations/nobody"),
            ("error", "NotFoundError"),
        ]

    def test_before_each_attempt(
        self, server: ApiServer, drive: Driver, package: ModuleType
    ) -> None:
        seen: list[str] = []
        hooks = package.Hooks(before_request=lambda request: seen.append(request.method))
        server.fail(2, 503)
        options = {"server_url": server.url, "hooks": hooks, "retries": quick(package)}
        drive.with_client(options, *GET)
        assert seen == ["GET"] * 3

    def test_another_request(self, server: ApiServer, drive: Driver, package: ModuleType) -> None:
        def elsewhere(request: httpx.Request) -> httpx.Request:
            url = request.url.copy_with(path="/v1/conversations/conv_0001/history")
            return httpx.Request("GET", url, headers=request.headers)

        hooks = package.Hooks(before_request=elsewhere)
        options = {"server_url": server.url, "hooks": hooks}
        drive.with_client(options, "conversations.get_history", "conv_0000")
        assert server.last.target == "/v1/conversations/conv_0001/history"

    def test_async_functions(self, server: ApiServer, package: ModuleType) -> None:
        seen: list[str] = []

        async def before(request: httpx.Request) -> None:
            await asyncio.sleep(0)
            seen.append("before")

        async def success(response: httpx.Response) -> None:
            await asyncio.sleep(0)
            seen.append("success")

        hooks = package.Hooks(before_request=before, after_success=success)
        options = {"server_url": server.url, "hooks": hooks}
        Driver(package, "async").with_client(options, *GET)
        assert seen == ["before", "success"]


class TestOwnHttpClient:
    def test_sync(self, server: ApiServer, package: ModuleType) -> None:
        with httpx.Client(headers={"X-Mine": "1", "User-Agent": "mine/1"}) as own:
            with package.Mistral(api_key=KEY, server_url=server.url, http_client=own) as client:
                client.beta.conversations.get("conv_0001")
            assert server.last.header("X-Mine") == "1"
            assert server.last.header("User-Agent") == "mine/1"
            assert not own.is_closed

    def test_async(self, server: ApiServer, package: ModuleType) -> None:
        async def run() -> None:
            async with httpx.AsyncClient(headers={"X-Mine": "1"}) as own:
                options = {"api_key": KEY, "server_url": server.url, "async_http_client": own}
                async with package.Mistral(**options) as client:
                    await client.beta.conversations.get_async("conv_0001")
                assert not own.is_closed

        asyncio.run(run())
        assert server.last.header("X-Mine") == "1"

    def test_its_transport(self, package: ModuleType) -> None:
        def answer(request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, json={"data": [], "next_page_token": None})

        with httpx.Client(transport=httpx.MockTransport(answer)) as own:
            client = package.Mistral(api_key=KEY, http_client=own)
            assert client.beta.agents.list_pages().data == []

    def test_one_connection_serves_many_calls(self, server: ApiServer, package: ModuleType) -> None:
        with package.Mistral(api_key=KEY, server_url=server.url) as client:
            for _ in range(5):
                client.beta.conversations.get("conv_0001")
        assert server.connections == 1

    def test_a_closed_client_says_so(
        self, server: ApiServer, package: ModuleType, errors: ModuleType
    ) -> None:
        client = package.Mistral(api_key=KEY, server_url=server.url)
        with client:
            client.beta.conversations.get("conv_0001")
        raises_before_sending(
            server, lambda: client.beta.conversations.get("conv_0001"), errors.MistralError
        )


class TestKeys:
    def test_positional(self, server: ApiServer, package: ModuleType) -> None:
        with package.Mistral(KEY, server_url=server.url) as client:
            client.beta.conversations.get("conv_0001")
        assert server.last.header("Authorization") == f"Bearer {KEY}"

    def test_from_the_environment(
        self, server: ApiServer, package: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("MISTRAL_API_KEY", KEY)
        with package.Mistral(server_url=server.url) as client:
            client.beta.conversations.get("conv_0001")
        assert server.last.header("Authorization") == f"Bearer {KEY}"

    def test_an_argument_goes_before_the_environment(
        self, server: ApiServer, package: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("MISTRAL_API_KEY", "another")
        with package.Mistral(api_key=KEY, server_url=server.url) as client:
            assert client.beta.conversations.get("conv_0001").id == "conv_0001"

    def test_from_a_function(self, server: ApiServer, drive: Driver) -> None:
        keys = iter(["first", "second"])
        server.key = "first"
        options = {"server_url": server.url, "api_key": lambda: next(keys)}
        drive.with_client(options, *GET)
        assert server.last.header("Authorization") == "Bearer first"

    def test_none(
        self,
        server: ApiServer,
        drive: Driver,
        errors: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.delenv("MISTRAL_API_KEY", raising=False)
        problem = failure(
            lambda: drive.with_client({"server_url": server.url, "api_key": None}, *GET)
        )
        assert isinstance(problem, errors.MistralError)
        assert "MISTRAL_API_KEY" in str(problem)
        assert all(request.header("Authorization") is None for request in server.requests)

    @pytest.mark.parametrize("key", ["a\r\nX-Evil: 1", "a\nb", "a\0b"])
    def test_line_breaks(
        self, server: ApiServer, drive: Driver, errors: ModuleType, key: str
    ) -> None:
        options = {"server_url": server.url, "api_key": key}
        problem = raises_before_sending(
            server, lambda: drive.with_client(options, *GET), (errors.MistralError, ValueError)
        )
        assert key not in str(problem) + repr(problem)


class TestSecrets:
    """A key is in no message, repr, log line, pickle or traceback."""

    def everything(self, problem: BaseException) -> str:
        parts = [str(problem), repr(problem), "".join(traceback.format_exception(problem))]
        for name in ("request", "response", "headers", "body", "message"):
            value = getattr(problem, name, None)
            parts += [str(value), repr(value), str(getattr(value, "headers", ""))]
            parts.append(str(dict(getattr(value, "headers", None) or {})))
        return "\n".join(parts)

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda server: server.fail(1, 401, body={"message": f"the key {KEY} is not known"}),
            lambda server: server.fail(1, 422, body=DETAIL),
            lambda server: server.fail(1, 500),
            lambda server: server.refuse(1),
            lambda server: server.script(raw_reply(b"{oops", "application/json")),
        ],
        ids=["401", "422", "500", "connection", "body"],
    )
    def test_in_errors(
        self, server: ApiServer, drive: Driver, spoil: Callable[[ApiServer], None]
    ) -> None:
        spoil(server)
        problem = failure(lambda: drive(server, "conversations.start", inputs="x"))
        assert KEY not in self.everything(problem)
        pickled = pickle.dumps(problem)
        assert KEY.encode() not in pickled
        again = pickle.loads(pickled)
        assert type(again) is type(problem)
        assert str(again) == str(problem)
        assert (again.status_code, again.body) == (problem.status_code, problem.body)

    def test_in_reprs(self, server: ApiServer, package: ModuleType) -> None:
        with package.Mistral(api_key=KEY, server_url=server.url) as client:
            values = [client, client.beta, client.beta.conversations]
            stream = client.beta.conversations.start_stream(inputs="x")
            values += [stream, stream.response, stream.response.request]
            texts = [repr(value) + str(value) for value in values]
            stream.close()
        assert not [text for text in texts if KEY in text]

    def test_in_logs(
        self,
        server: ApiServer,
        drive: Driver,
        package: ModuleType,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        caplog.set_level(logging.DEBUG)
        server.fail(1, 503)
        options = {
            "server_url": server.url,
            "debug_logger": logging.getLogger("mine"),
            "retries": quick(package),
        }
        drive.with_client(options, *GET)
        ours = [record.getMessage() for record in caplog.records if record.name == "mine"]
        assert any("/v1/conversations/conv_0001" in line for line in ours)
        assert not [line for line in ours if KEY in line]

    def test_in_a_url(self, server: ApiServer, drive: Driver) -> None:
        url = server.url.replace("://", "://someone:hunter2@")
        problem = failure(
            lambda: drive.with_client({"server_url": url}, "conversations.get", "nobody")
        )
        assert "hunter2" not in self.everything(problem)


class TestConcurrency:
    def test_twenty_threads_share_a_client(self, server: ApiServer, package: ModuleType) -> None:
        def work(client: Any, number: int) -> list[str]:
            texts: list[str] = []
            for turn in range(5):
                said = f"{number}-{turn}"
                texts.append(client.beta.conversations.start(inputs=said).outputs[0].content)
                with client.beta.conversations.start_stream(inputs=said) as events:
                    pieces = [e.data.content for e in events if e.event == "message.output.delta"]
                texts.append("".join(pieces).strip())
            return texts

        with (
            package.Mistral(api_key=KEY, server_url=server.url) as client,
            ThreadPoolExecutor(20) as pool,
        ):
            results = list(pool.map(lambda number: work(client, number), range(20)))
        for number, texts in enumerate(results):
            expected = [f"You said: {number}-{turn}" for turn in range(5) for _ in range(2)]
            assert texts == expected
        assert len(server.requests) == 200
        assert server.connections <= 20

    def test_fifty_tasks_share_a_client(self, server: ApiServer, package: ModuleType) -> None:
        async def run() -> list[Any]:
            async with package.Mistral(api_key=KEY, server_url=server.url) as client:
                calls = [
                    client.beta.conversations.start_async(inputs=str(number))
                    for number in range(50)
                ]
                return await asyncio.gather(*calls)

        replies = asyncio.run(run())
        assert [reply.outputs[0].content for reply in replies] == [
            f"You said: {number}" for number in range(50)
        ]

    def test_one_client_both_ways(self, server: ApiServer, package: ModuleType) -> None:
        async def run() -> Any:
            async with package.Mistral(api_key=KEY, server_url=server.url) as client:
                one = await asyncio.to_thread(client.beta.conversations.get, "conv_0001")
                return one, await client.beta.conversations.get_async("conv_0001")

        one, other = asyncio.run(run())
        assert one == other

    @pytest.mark.filterwarnings("error::ResourceWarning")
    @pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
    def test_nothing_stays_open(self, server: ApiServer, drive: Driver) -> None:
        drive(server, *GET)
        drive(server, "conversations.start_stream", inputs="x")
        gc.collect()


class TestResponses:
    def test_raw(self, server: ApiServer, package: ModuleType, models: ModuleType) -> None:
        with package.Mistral(api_key=KEY, server_url=server.url) as client:
            raw = client.beta.conversations.with_raw_response.start(inputs="x")
            assert raw.status_code == 200
            assert raw.headers["content-type"] == "application/json"
            reply = raw.parse()
        assert type(reply) is models.ConversationResponse

    def test_raw_async(self, server: ApiServer, package: ModuleType, models: ModuleType) -> None:
        async def run() -> Any:
            async with package.Mistral(api_key=KEY, server_url=server.url) as client:
                return await client.beta.conversations.with_raw_response.get_async("conv_0001")

        raw = asyncio.run(run())
        assert raw.status_code == 200
        assert type(raw.parse()) is models.ModelConversation

    def test_streaming(self, server: ApiServer, package: ModuleType) -> None:
        with (
            package.Mistral(api_key=KEY, server_url=server.url) as client,
            client.beta.conversations.with_streaming_response.get("conv_0001") as response,
        ):
            assert response.status_code == 200
            text = b"".join(response.iter_bytes())
        assert json.loads(text)["id"] == "conv_0001"


def loaded(program: str) -> set[str]:
    """The modules that a program has loaded at its end."""
    program += "\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(GENERATED), "MISTRAL_API_KEY": KEY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


class TestImports:
    """Nothing is loaded before it is used."""

    def test_the_package_alone(self) -> None:
        modules = loaded("import mistral_client")
        assert not modules & {"httpx", "httpcore", "pydantic", "pydantic_core", "ssl", "asyncio"}
        assert not {name for name in modules if name.startswith("mistral_client.models")}
        assert not {name for name in modules if name.startswith("mistral_client.resources.")}

    def test_names_are_listed_without_loading(self) -> None:
        modules = loaded(
            "import mistral_client\n"
            "assert {'Mistral', 'models', 'errors'} <= set(dir(mistral_client))\n"
            "assert mistral_client.__version__"
        )
        assert not modules & {"httpx", "pydantic"}

    def test_an_unknown_name(self) -> None:
        loaded(
            "import mistral_client\n"
            "try: mistral_client.nothing\n"
            "except AttributeError as problem: assert 'nothing' in str(problem)\n"
            "else: raise SystemExit('no error')"
        )

    def test_conversations_do_not_load_agents(self, server: ApiServer) -> None:
        modules = loaded(
            "from mistral_client import Mistral\n"
            f"client = Mistral(server_url={server.url!r})\n"
            "client.beta.conversations.start(inputs='x')"
        )
        assert "mistral_client.resources.beta_conversations" in modules
        assert "mistral_client.models.beta_conversations" in modules
        assert not {name for name in modules if "agents" in name and "mistral" in name}

    def test_a_client_that_calls_nothing_loads_no_models(self) -> None:
        modules = loaded(
            "from mistral_client import Mistral\n"
            "client = Mistral()\n"
            "client.beta.conversations, client.beta.agents"
        )
        assert {"httpx", "mistral_client.resources.beta_agents"} <= modules
        assert "pydantic" not in modules

    def test_a_model_alone_loads_no_client(self) -> None:
        modules = loaded("from mistral_client.models import TextChunk\nTextChunk(text='x')")
        assert "pydantic" in modules
        assert "httpx" not in modules
        assert not {name for name in modules if name.startswith("mistral_client.resources.")}
