"""Calls from their arguments to their result or error: retries, redirects, credentials, settings."""

from __future__ import annotations

import asyncio
import builtins
import logging
import pickle
import socket
import threading
import time
from typing import Any, ClassVar

import httpx
import pytest
from runtime_under_test import errors
from runtime_under_test.bodies import BinaryBody
from runtime_under_test.client import BaseClient
from runtime_under_test.oauth import ClientCredentials
from runtime_under_test.operation import Answer, Operation, Scheme, Server, header, query
from runtime_under_test.settings import Hooks, RetryConfig, retry_after
from unit.runtime.loopback import Loopback, Received, Reply, reply_json
from unit.runtime.sample_client import CREATE, Item, ProblemError, Sample

QUICK = RetryConfig(initial_interval_ms=1, max_interval_ms=2)
ANY = {"200": Answer("application/json")}
SECRET = "sk-very-secret"


def test_a_call(server: Loopback, client: Sample) -> None:
    server.replies = [reply_json({"id": 1, "name": None, "new": [1]})]
    item = client.items.create(id=1, name=None)
    assert isinstance(item, Item) and item.id == 1
    received = server.last
    assert (received.method, received.target, received.json()) == (
        "POST",
        "/v1/items",
        {"id": 1, "name": None},
    )
    assert received.header("authorization") == f"Bearer {SECRET}"
    assert received.header("accept") == "application/json"
    assert (received.header("user-agent") or "").startswith(
        "sample_client/1.2.3 clientwright httpx/"
    )
    assert received.header("host") == server.url.removeprefix("http://")


def test_async_calls_share_one_client(server: Loopback) -> None:
    server.replies = [reply_json({"id": 1})]

    async def run() -> None:
        async with Sample("k", server_url=server.url) as client:
            found = await asyncio.gather(*(client.items.get_async(str(i)) for i in range(20)))
            assert [item.id for item in found] == [1] * 20
            assert client._pools[0].http is None

    asyncio.run(run())
    assert sorted(r.target for r in server.received) == sorted(f"/v1/items/{i}" for i in range(20))


def test_threads_share_one_client(server: Loopback, client: Sample) -> None:
    server.replies = [reply_json({"id": 1})]
    seen: list[Any] = []

    def work() -> None:
        client.items.get("1")
        seen.append(client._pools[0].http)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8 and len(set(map(id, seen))) == 1


def test_a_misspelt_argument(server: Loopback, client: Sample) -> None:
    with pytest.raises(TypeError, match="nmae"):
        client.items.create(id=1, nmae="x")
    assert not server.received


def test_arguments_that_do_not_fit(server: Loopback, client: Sample) -> None:
    with pytest.raises(errors.ArgumentError) as caught:
        client.items.create(id="no")  # type: ignore[arg-type]
    assert isinstance(caught.value, ValueError) and "create_item" in str(caught.value)
    assert not server.received


STATUSES = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    418: errors.SDKError,
    429: errors.RateLimitError,
    500: errors.ServerError,
    599: errors.ServerError,
}


@pytest.mark.parametrize("status", STATUSES)
def test_statuses(server: Loopback, client: Sample, status: int) -> None:
    server.replies = [reply_json({"why": "because"}, status, X_Request_Id="r-1")]
    with pytest.raises(errors.SDKError) as caught:
        client.items.get("1", retries=None)
    error = caught.value
    assert type(error) is STATUSES[status]
    assert (error.status_code, error.request_id, error.body) == (
        status,
        "r-1",
        '{"why": "because"}',
    )
    assert f"GET {server.url}/v1/items/1: {status}" in str(error)
    assert "r-1" in str(error) and "because" in str(error)
    assert error.headers["x-request-id"] == "r-1"
    assert error.request is not None and error.request.method == "GET"
    assert error.response is not None and error.response.json() == {"why": "because"}


def test_declared_errors(server: Loopback, client: Sample) -> None:
    server.replies = [reply_json({"detail": "no", "more": 1}, 422), reply_json([1], 422)]
    with pytest.raises(ProblemError) as caught:
        client.items.create(id=1)
    assert caught.value.data.detail == "no" and isinstance(caught.value, errors.SDKError)
    with pytest.raises(errors.UnprocessableEntityError):
        client.items.create(id=1)


def test_bodies_that_do_not_fit(server: Loopback, client: Sample) -> None:
    server.replies = [Reply(200, b"<html>", {"Content-Type": "text/html"})]
    with pytest.raises(errors.ResponseValidationError, match="text/html") as caught:
        client.items.get("1")
    assert caught.value.body == "<html>" and caught.value.status_code == 200


def test_no_content(server: Loopback, client: Sample) -> None:
    server.replies = [Reply(204)]
    assert client.items.get("1") is None
    op: Operation[None] = Operation("x", "DELETE", "/x", answers={"204": Answer(kind="none")})
    assert client.call(op, {}) is None


def test_not_modified_answers_a_condition(server: Loopback, client: Sample) -> None:
    op: Operation[Any] = Operation("x", "GET", "/x", answers={**ANY, "304": Answer(kind="none")})
    server.replies = [Reply(304, b"")]
    condition = {"options": {"http_headers": {"If-None-Match": '"a"'}}}
    assert client.call(op, condition) is None
    with pytest.raises(errors.ResponseValidationError, match="304"):
        client.call(op, {})


def test_kinds_of_answers(server: Loopback, client: Sample) -> None:
    op: Operation[Any] = Operation(
        "x",
        "GET",
        "/x",
        answers={
            "200": (
                Answer("application/json", lambda: Item),
                Answer("text/*", kind="text"),
                Answer("application/octet-stream", kind="binary"),
            ),
            "2XX": Answer("text/plain", kind="text"),
        },
    )
    server.replies = [
        reply_json({"id": 1}),
        Reply(200, b'{"id": 2}', {"Content-Type": "application/hal+json"}),
        Reply(200, "ü".encode("latin-1"), {"Content-Type": "text/plain; charset=latin-1"}),
        Reply(200, b"\0\1", {"Content-Type": "Application/Octet-Stream"}),
        Reply(201, b"other", {"Content-Type": "text/plain"}),
    ]
    found = [client.call(op, {}) for _ in range(5)]
    assert found == [Item(id=1), Item(id=2), "ü", b"\0\1", "other"]
    assert (
        server.last.header("accept")
        == "application/json, text/*, application/octet-stream, text/plain"
    )


def everything_shown(error: BaseException) -> str:
    request = getattr(error, "request", None)
    texts = [str(error), repr(error), str(pickle.dumps(error))]
    if request is not None:
        texts += [repr(request), str(request.url), str(dict(request.headers))]
    response = getattr(error, "response", None)
    if response is not None:
        texts += [str(response.request.url), str(dict(response.request.headers))]
    return "\n".join(texts)


def test_an_error_whose_body_is_cut_short(server: Loopback, client: Sample) -> None:
    server.replies = [Reply(500, headers={"X-Request-Id": "r"}, chunks=[b"abc"], dies=True)]
    with (
        pytest.raises(errors.ServerError) as caught,
        client.items.with_streaming_response.get("1", retries=None),
    ):
        pass
    assert (caught.value.body, caught.value.request_id) == ("", "r")
    pickle.loads(pickle.dumps(caught.value))


@pytest.mark.parametrize(
    ("scheme", "credential", "location", "sent"),
    [
        (Scheme("bearer"), "top/secret+1", "authorization", "Bearer top/secret+1"),
        (Scheme("oauth2"), "top/secret+1", "authorization", "Bearer top/secret+1"),
        (
            Scheme("basic"),
            ("user", "top/secret+1"),
            "authorization",
            "Basic dXNlcjp0b3Avc2VjcmV0KzE=",
        ),
        (Scheme("basic"), "user:top/secret+1", "authorization", "Basic dXNlcjp0b3Avc2VjcmV0KzE="),
        (
            Scheme("http", http_scheme="Custom"),
            "top/secret+1",
            "authorization",
            "Custom top/secret+1",
        ),
        (Scheme("api-key", wire="X-Api"), "top/secret+1", "x-api", "top/secret+1"),
        (Scheme("api-key", location="query", wire="k"), "top/secret+1", "", "?k=top%2Fsecret%2B1"),
        (
            Scheme("api-key", location="cookie", wire="c"),
            "top/secret+1",
            "cookie",
            "c=top%2Fsecret%2B1",
        ),
    ],
)
def test_credentials_are_sent_and_never_shown(
    server: Loopback,
    scheme: Scheme,
    credential: Any,
    location: str,
    sent: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")

    class Client(BaseClient):
        _schemes: ClassVar = {"key": scheme}
        _security = (("key",),)

    lines: list[str] = []

    class Logger:
        def debug(self, msg: str, /) -> None:
            lines.append(msg)

    server.replies = [reply_json({"your key": "top/secret+1"}, 403)]
    op: Operation[Any] = Operation("x", "GET", "/x", answers=ANY)
    for given in (credential, lambda: credential):
        with Client(
            credentials={"key": given}, server_url=server.url, debug_logger=Logger()
        ) as client:
            with pytest.raises(errors.PermissionDeniedError) as caught:
                client.call(op, {})
            received = server.last
            assert (
                received.header(location) if location else received.target.removeprefix("/x")
            ) == sent
            shown = everything_shown(caught.value) + "".join(lines) + repr(client) + caplog.text
            for secret in ("top/secret+1", "top%2Fsecret%2B1", "dXNlcjp0b3Avc2VjcmV0KzE="):
                assert secret not in shown
    assert lines and "/x" in lines[0] and "HTTP Request: GET" in caplog.text


def test_the_log_of_httpx_is_clean_beside_another_package(
    server: Loopback, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(record: logging.LogRecord) -> bool:
        record.args = tuple(str(v) if isinstance(v, httpx.URL) else v for v in record.args or ())
        return True

    class Client(BaseClient):
        _schemes: ClassVar = {"key": Scheme("api-key", wire="zz", location="query")}
        _security = (("key",),)

    monkeypatch.setattr(logging.getLogger("httpx"), "filters", [other])
    caplog.set_level("INFO")
    server.replies = [reply_json({})]
    with Client(credentials={"key": "hush"}, server_url=server.url) as client:
        client.call(Operation("x", "GET", "/x", answers=ANY), {})
    assert "zz=" in caplog.text and "hush" not in caplog.text and "200" in caplog.text


def test_errors_are_pickled_whole(server: Loopback, client: Sample) -> None:
    server.replies = [reply_json({"detail": "no"}, 422)]
    with pytest.raises(ProblemError) as caught:
        client.items.create(id=1)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert type(copy) is type(caught.value) and isinstance(copy, ProblemError)
    assert copy.data.detail == "no"
    assert str(copy) == str(caught.value) and copy.status_code == 422
    assert copy.response.json() == {"detail": "no"}


@pytest.mark.parametrize(
    ("status", "general"),
    [
        (404, errors.NotFoundError),
        (422, errors.UnprocessableEntityError),
        (503, errors.ServerError),
        (418, None),
    ],
)
def test_a_declared_error_is_caught_by_its_status_too(
    server: Loopback, client: Sample, status: int, general: type[Exception] | None
) -> None:
    declared = {"default": Answer("application/json", lambda: ProblemError)}
    op = Operation[Any]("read", "GET", "/x", answers=ANY, errors=declared)
    server.replies = [reply_json({"detail": "no"}, status)]
    with pytest.raises(ProblemError) as caught:
        client.call(op, {"options": {"retries": None}})
    error = caught.value
    assert (type(error).__name__, type(error).__module__) == (
        "ProblemError",
        ProblemError.__module__,
    )
    assert type(error) is ProblemError if general is None else isinstance(error, general)
    assert not isinstance(error, errors.BadRequestError)
    assert type(pickle.loads(pickle.dumps(error))) is type(error)


def test_alternatives_of_security(server: Loopback) -> None:
    class Client(BaseClient):
        _schemes: ClassVar = {
            "one": Scheme("api-key", wire="X-One"),
            "two": Scheme("api-key", wire="X-Two"),
            "three": Scheme("bearer"),
        }
        _security = (("one", "two"), ("three",))

    def sent(credentials: dict[str, Any], security: Any = None) -> list[str]:
        op: Operation[Any] = Operation("x", "GET", "/x", answers=ANY, security=security)
        with Client(credentials=credentials, server_url=server.url) as client:
            client.call(op, {})
        return [n for n in ("x-one", "x-two", "authorization") if server.last.header(n)]

    assert sent({"one": "1", "two": "2", "three": "3"}) == ["x-one", "x-two"]
    assert sent({"one": "1", "three": "3"}) == ["authorization"]
    assert sent({"one": "1"}) == ["x-one"]
    assert sent({}) == []
    assert sent({"three": "3"}, ()) == []
    assert sent({"one": "1"}, ((), ("one",))) == ["x-one"]
    assert sent({"one": "1"}, (("one", "two"), ())) == []
    assert sent({}, ((), ("one",))) == []
    assert sent({"three": "3"}, (("one",), ("three",))) == ["authorization"]


def test_the_environment_and_a_hint(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    server.replies = [reply_json({}, 401)]
    monkeypatch.delenv("SAMPLE_API_KEY", raising=False)
    with (
        Sample(server_url=server.url) as client,
        pytest.raises(errors.AuthenticationError) as caught,
    ):
        client.items.get("1")
    assert server.last.header("authorization") is None
    assert "api_key=" in str(caught.value) and "SAMPLE_API_KEY" in str(caught.value)
    monkeypatch.setenv("SAMPLE_API_KEY", "from-env")
    with Sample(server_url=server.url) as client, pytest.raises(errors.AuthenticationError):
        client.items.get("1")
    assert server.last.header("authorization") == "Bearer from-env"


def test_async_credentials(server: Loopback) -> None:
    server.replies = [reply_json({"id": 1})]

    async def key() -> str:
        await asyncio.sleep(0)
        return "async-key"

    async def run() -> None:
        async with Sample(key, server_url=server.url) as client:
            await client.items.get_async("1")

    asyncio.run(run())
    assert server.last.header("authorization") == "Bearer async-key"
    with Sample(key, server_url=server.url) as client, pytest.raises(errors.ConfigurationError):
        client.items.get("1")


class TokenClient(BaseClient):
    _schemes: ClassVar = {"oauth": Scheme("oauth2", token_url="/token")}
    _security = (("oauth",),)


@pytest.mark.parametrize("asynchronous", [False, True])
def test_client_credentials(server: Loopback, asynchronous: bool) -> None:
    issued: list[Received] = []
    accepted = {"t1"}

    def answer(received: Received) -> Reply:
        if received.target == "/token":
            issued.append(received)
            return reply_json({"access_token": f"t{len(issued)}", "expires_in": 3600})
        token = (received.header("authorization") or "").removeprefix("Bearer ")
        return reply_json({"token": token}, 200 if token in accepted else 401)

    server.answer = answer
    credentials = ClientCredentials("id", "s e/cret", scopes=("a", "b"))
    assert "cret" not in repr(credentials)
    op: Operation[Any] = Operation("x", "POST", "/x", answers=ANY)
    client = TokenClient(credentials={"oauth": credentials}, server_url=server.url)

    async def call_all() -> list[Any]:
        return list(await asyncio.gather(*(client.call_async(op, {}) for _ in range(3))))

    async def run() -> None:
        assert await call_all() == [{"token": "t1"}] * 3
        assert len(issued) == 1
        accepted.clear()
        accepted.add("t2")
        assert await call_all() == [{"token": "t2"}] * 3
        await client.aclose()

    if asynchronous:
        asyncio.run(run())
    else:
        assert [client.call(op, {}), client.with_options(timeout_ms=5000).call(op, {})] == [
            {"token": "t1"}
        ] * 2
        accepted.clear()
        accepted.add("t2")
        assert client.call(op, {}) == {"token": "t2"}
        accepted.clear()
        with pytest.raises(errors.AuthenticationError):
            client.call(op, {})
        client.close()
    assert issued[0].body == b"grant_type=client_credentials&scope=a%20b"
    assert issued[0].header("authorization") == "Basic aWQ6cyUyMGUlMkZjcmV0"
    assert len(issued) == (2 if asynchronous else 3)


def test_no_token(server: Loopback) -> None:
    server.replies = [reply_json({"error": "invalid_client"}, 400)]
    op: Operation[Any] = Operation("x", "GET", "/x", answers=ANY)
    credentials = {"oauth": ClientCredentials("id", "hidden-secret")}
    with (
        TokenClient(credentials=credentials, server_url=server.url) as client,
        pytest.raises(errors.ConfigurationError) as caught,
    ):
        client.call(op, {})
    assert "400" in str(caught.value) and "hidden-secret" not in everything_shown(caught.value)


# Retries


def attempts(
    server: Loopback, call: Any, *statuses: int, headers: dict[str, str] | None = None
) -> int:
    server.received.clear()
    server.replies = [
        *(
            Reply(s, b"{}", {"Content-Type": "application/json", **(headers or {})})
            for s in statuses
        ),
        reply_json({"id": 1}),
    ]
    try:
        call()
    except errors.SDKError:
        return -len(server.received)
    return len(server.received)


def test_idempotent_methods_are_tried_again(server: Loopback) -> None:
    with Sample("k", server_url=server.url, retries=QUICK) as client:
        for status in (408, 429, 500, 502, 503, 504):
            assert attempts(server, lambda: client.items.get("1"), status, status) == 3
        assert attempts(server, lambda: client.items.get("1"), 500, 500, 500) == -3
        assert attempts(server, lambda: client.items.get("1"), 404) == -1
        assert attempts(server, lambda: client.items.get("1", retries=None), 500) == -1


def test_other_methods_are_tried_again_only_when_asked(server: Loopback, client: Sample) -> None:
    assert attempts(server, lambda: client.items.create(id=1), 503) == -1
    assert attempts(server, lambda: client.items.create(id=1), 429) == -1
    assert attempts(server, lambda: client.items.create(id=1, retries=QUICK), 500, 500) == 3
    patient = client.with_options(retries=QUICK)
    assert attempts(server, lambda: patient.call(CREATE, {"id": 1}), 503, 429) == 3
    assert attempts(server, lambda: patient.call(CREATE, {"id": 1}), 500) == -1
    keyed = {"id": 1, "options": {"idempotency_key": "k-1"}}
    assert attempts(server, lambda: patient.call(CREATE, keyed), 500) == 2
    assert [r.header("idempotency-key") for r in server.received] == ["k-1", "k-1"]


def test_declared_retries_and_keys(server: Loopback, client: Sample) -> None:
    declared: Operation[Any] = Operation(
        "x", "POST", "/x", answers=ANY, retries={"statuses": ("5XX",), "initial_interval_ms": 1}
    )
    assert attempts(server, lambda: client.call(declared, {}), 599) == 2
    keyed: Operation[Any] = Operation("x", "POST", "/x", answers=ANY, idempotency="Idem-Key")
    patient = client.with_options(retries=QUICK)
    assert attempts(server, lambda: patient.call(keyed, {}), 500) == 2
    keys = [r.header("idem-key") for r in server.received]
    assert keys[0] and keys[0] == keys[1]


def test_bodies_that_cannot_be_sent_twice(server: Loopback, client: Sample) -> None:
    op: Operation[Any] = Operation(
        "x", "PUT", "/x", body=BinaryBody("application/octet-stream"), answers=ANY
    )
    options = {"retries": QUICK}
    once = {"request": iter([b"a"]), "options": options}
    assert attempts(server, lambda: client.call(op, once), 500) == -1
    again = {"request": [b"a"], "options": options}
    assert attempts(server, lambda: client.call(op, again), 500) == 2
    assert [r.body for r in server.received] == [b"a", b"a"]


def test_the_server_says_how_long_to_wait(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("runtime_under_test.client.time.sleep", waits.append)
    with Sample("k", server_url=server.url) as client:
        for name, value in (("Retry-After", "3"), ("retry-after-ms", "250")):
            assert attempts(server, lambda: client.items.get("1"), 429, headers={name: value}) == 2
        assert waits == [3.0, 0.25]
        assert (
            attempts(server, lambda: client.items.get("1"), 429, headers={"Retry-After": "3600"})
            == -1
        )


def test_retry_after_dates() -> None:
    assert retry_after({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0
    assert (retry_after({"retry-after": "Wed, 21 Oct 2099 07:28:00 GMT"}) or 0) > 1e6
    soon = time.asctime(time.gmtime(time.time() + 90))
    assert 80 < (retry_after({"retry-after": soon}) or 0) <= 90
    assert retry_after({"retry-after": "soon"}) is None
    assert retry_after({"retry-after-ms": "x"}) is None
    assert retry_after({}) is None


def test_waits_grow_and_are_bounded() -> None:
    config = RetryConfig(max_attempts=None, max_elapsed_ms=60_000)
    for attempt in range(1, 30):
        wait = config.delay(attempt, 0, None)
        assert wait is not None and 0 <= wait <= min(8, 0.5 * 2 ** (attempt - 1))
    assert config.delay(2, 60, None) is None
    assert config.delay(10**6, 0, None) is not None


def test_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with (
            Sample(SECRET, server_url=url, retries=QUICK) as client,
            pytest.raises(errors.ConnectionError) as caught,
        ):
            client.items.create(id=1)
    assert isinstance(caught.value, builtins.ConnectionError)
    assert caught.value.status_code == 0 and SECRET not in everything_shown(caught.value)
    assert type(pickle.loads(pickle.dumps(caught.value))) is errors.ConnectionError


def test_a_timeout(server: Loopback, client: Sample) -> None:
    server.replies = [Reply(200, b"{}", waits=5)]
    with pytest.raises(errors.TimeoutError) as caught:
        client.items.create(id=1, timeout_ms=100)
    server.released.set()
    assert isinstance(caught.value, builtins.TimeoutError) and len(server.received) == 1


# Redirects


def redirect(target: str, status: int) -> Reply:
    return Reply(status, b"", {"Location": target})


def test_redirects_within_the_origin_keep_credentials(server: Loopback, client: Sample) -> None:
    server.replies = [redirect("/v1/other?a=1", 302), reply_json({"id": 1})]
    client.items.get("1", http_headers={"X-Key": "k"})
    assert server.last.target == "/v1/other?a=1"
    assert server.last.header("authorization") and server.last.header("x-key") == "k"
    server.replies = [redirect("/v1/items/", 307), reply_json({"id": 1})]
    client.items.create(id=5)
    assert (server.last.method, server.last.json()) == ("POST", {"id": 5})
    server.replies = [redirect("/v1/items/", 302), reply_json({"id": 1})]
    with pytest.raises(errors.SDKError, match="302"):
        client.items.create(id=5)


def test_redirects_to_another_origin_carry_no_credential(server: Loopback, client: Sample) -> None:
    with Loopback() as other:
        other.replies = [reply_json({"id": 2})]
        server.replies = [redirect(f"{other.url}/there", 302)]
        item = client.with_options(http_headers={"X-Key": "k"}).items.get(
            "1", http_headers={"X-More": "k"}
        )
        assert item.id == 2
        names = {name.lower() for name, _ in other.last.headers}
        assert names == {"host", "accept", "accept-encoding", "connection", "user-agent"}
        server.replies = [redirect(f"{other.url}/there", 307)]
        with pytest.raises(errors.SDKError, match="307"):
            client.items.create(id=1)
        assert len(other.received) == 1


def test_endless_redirects(server: Loopback, client: Sample) -> None:
    server.replies = [redirect("/again", 302)]
    with pytest.raises(errors.SDKError, match="302"):
        client.items.get("1")
    assert len(server.received) == 21


# Settings


def test_options_of_a_call(server: Loopback, client: Sample) -> None:
    server.replies = [reply_json({"id": 1})]
    with Loopback() as other:
        other.replies = [reply_json({"id": 1})]
        client.items.get(
            "1",
            page=2,
            server_url=other.url + "/base/",
            http_headers={"user-agent": "me", "X-A": "1"},
            extra_query={"q": [1, 2]},
        )
        assert other.last.target == "/base/v1/items/1?page=2&q=1&q=2"
        assert other.last.header("user-agent") == "me" and other.last.header("x-a") == "1"
    client.items.create(id=1, extra_body={"extra": {"a": 1}})
    assert server.last.json() == {"id": 1, "extra": {"a": 1}}


def test_default_headers_give_way_to_those_of_the_call(server: Loopback) -> None:
    op: Operation[Any] = Operation(
        "x", "GET", "/x", parameters=(header("X-A", argument="a"),), answers=ANY
    )
    with BaseClient(server_url=server.url, http_headers={"X-A": "default", "X-B": "b"}) as client:
        client.call(op, {})
        assert (server.last.header("x-a"), server.last.header("x-b")) == ("default", "b")
        client.call(op, {"a": "argument"})
        assert server.last.header("x-a") == "argument"
        client.call(op, {"a": "argument", "options": {"http_headers": {"x-a": "option"}}})
        assert server.last.header("x-a") == "option"
        assert sum(name.lower() == "x-a" for name, _ in server.last.headers) == 1


def test_copies_share_connections(server: Loopback, client: Sample) -> None:
    server.replies = [reply_json({"id": 1})]
    client.items.get("1")
    copy = client.with_options(http_headers={"X-A": "1"})
    assert type(copy) is Sample
    copy.items.get("1")
    assert server.received[0].connection == server.received[1].connection
    assert server.received[0].header("x-a") is None and server.received[1].header("x-a") == "1"


def test_a_misspelt_setting(client: Sample) -> None:
    with pytest.raises(TypeError, match=r"Sample got .*'server_ulr'"):
        Sample("k", server_ulr="http://a")
    with pytest.raises(TypeError, match="'api_kye'"):
        Sample(api_kye="k")
    with pytest.raises(TypeError, match="'timeout'"):
        client.with_options(timeout=1)  # type: ignore[call-arg]


def test_a_client_of_your_own(server: Loopback) -> None:
    server.replies = [Reply(200, b'{"id": 1}', {"Set-Cookie": "s=1"}), reply_json({"id": 1})]
    own = httpx.Client(headers={"X-Own": "1", "User-Agent": "own"}, params={"p": "1"}, timeout=7)
    asynchronous = httpx.AsyncClient()
    with Sample(
        "k", server_url=server.url, http_client=own, async_http_client=asynchronous
    ) as client:
        client.items.get("1")
        client.items.get("1", page=2)
    assert not own.is_closed
    own.close()
    assert server.last.target in ("/v1/items/1?p=1&page=2", "/v1/items/1?page=2&p=1")
    assert (server.last.header("x-own"), server.last.header("user-agent")) == ("1", "own")
    assert server.last.header("cookie") == "s=1"


def test_a_closed_client(server: Loopback) -> None:
    client = Sample("k", server_url=server.url)
    client.close()
    with pytest.raises(errors.ConfigurationError, match="closed"):
        client.items.get("1")


class Servers(BaseClient):
    _servers = (
        Server("https://{region}.example.com/v1", "prod", {"region": ("eu", ("eu", "us"))}),
        Server("http://localhost:1", ""),
    )


def test_servers() -> None:
    assert Servers()._base == "https://eu.example.com/v1"
    assert (
        Servers(server="prod", server_variables={"region": "us"})._base
        == "https://us.example.com/v1"
    )
    assert Servers(server=1)._base == "http://localhost:1"
    assert Servers(server=1, server_url="http://a/")._base == "http://a"
    assert Servers(server_url="http://a").with_options(server="prod")._base.endswith("/v1")
    with pytest.raises(errors.ConfigurationError, match="prod"):
        Servers(server="test")
    with pytest.raises(errors.ConfigurationError, match="eu, us"):
        Servers(server_variables={"region": "mars"})


def test_servers_of_an_operation(server: Loopback) -> None:
    op: Operation[Any] = Operation(
        "x", "GET", "/x", answers=ANY, servers=(Server(server.url + "/own"),)
    )
    relative: Operation[Any] = Operation(
        "x", "GET", "/x", answers=ANY, servers=(Server("/relative"),)
    )

    class Client(BaseClient):
        _servers = (Server(server.url + "/base"),)

    with Client() as client:
        client.call(op, {})
        assert server.last.target == "/own/x"
        client.call(relative, {})
        assert server.last.target == "/relative/x"
    with Client(server_url=server.url) as client:
        client.call(op, {})
        assert server.last.target == "/x"
    with BaseClient() as client, pytest.raises(errors.ConfigurationError, match="server_url"):
        client.call(Operation("x", "GET", "/x"), {})


def test_hooks(server: Loopback) -> None:
    seen: list[Any] = []

    def before(request: httpx.Request) -> httpx.Request:
        seen.append("before")
        request.headers["X-Hook"] = "1"
        return request

    hooks = Hooks(
        before,
        lambda response: seen.append(response.status_code),
        lambda error: seen.append(type(error)),
    )
    server.replies = [reply_json({"id": 1}), reply_json({}, 404)]
    with Sample("k", server_url=server.url, hooks=hooks) as client:
        client.items.get("1")
        assert server.last.header("x-hook") == "1"
        with pytest.raises(errors.NotFoundError):
            client.items.get("1")
    assert seen == ["before", 200, "before", errors.NotFoundError]

    async def before_async(request: httpx.Request) -> None:
        seen.append("async")

    async def run() -> None:
        server.replies = [reply_json({"id": 1})]
        async with Sample("k", server_url=server.url, hooks=Hooks(before_async)) as client:
            await client.items.get_async("1")

    asyncio.run(run())
    assert seen[-1] == "async"


# Other views of an answer


def test_raw_responses(server: Loopback, client: Sample) -> None:
    server.replies = [reply_json({"id": 1}, X_Request_Id="r")]
    found = client.items.with_raw_response.get("1", page=3)
    assert (found.status_code, found.request_id, found.headers["x-request-id"]) == (200, "r", "r")
    assert found.parse().id == 1 and found.parse() is found.parse()
    assert server.last.target == "/v1/items/1?page=3"

    async def run() -> None:
        async with Sample("k", server_url=server.url) as client:
            raw = await client.items.with_raw_response.get_async("1")
            assert raw.parse().id == 1

    asyncio.run(run())


def test_streamed_responses(server: Loopback, client: Sample, tmp_path: Any) -> None:
    body = b'{"id": 1, "name": "%s"}' % (b"x" * 100_000)
    server.replies = [
        Reply(headers={"Content-Type": "application/json"}, chunks=[body[:10], body[10:]])
    ]
    with client.items.with_streaming_response.get("1") as found:
        assert not found.http_response.is_closed
        assert found.stream_to_file(tmp_path / "out") == len(body)
    assert (tmp_path / "out").read_bytes() == body and found.http_response.is_closed
    with client.items.with_streaming_response.get("1") as found:
        assert found.parse().id == 1
    with client.items.with_streaming_response.get("1") as found:
        assert "".join(found.iter_text()).encode() == body

    async def run() -> None:
        async with Sample("k", server_url=server.url) as client:
            async with client.items.with_streaming_response.get_async("1") as found:
                assert await found.stream_to_file(tmp_path / "async") == len(body)
            assert found.http_response.is_closed
            async with client.items.with_streaming_response.get_async("1") as found:
                assert (await found.parse()).id == 1
            async with client.items.with_streaming_response.get_async("1") as found:
                assert b"".join([part async for part in found.iter_bytes()]) == body

    asyncio.run(run())
    assert (tmp_path / "async").read_bytes() == body


def test_a_download_that_is_cut_short(server: Loopback, client: Sample, tmp_path: Any) -> None:
    server.replies = [Reply(chunks=[b"abc"], dies=True)]
    with (
        client.items.with_streaming_response.get("1") as found,
        pytest.raises(errors.StreamInterrupted),
    ):
        found.stream_to_file(tmp_path / "out")


def test_cancelling_closes_the_connection(server: Loopback) -> None:
    server.replies = [Reply(200, b"{}", waits=5)]

    async def run() -> None:
        async with Sample("k", server_url=server.url) as client:
            task = asyncio.ensure_future(client.items.get_async("1"))
            await asyncio.sleep(0.2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            pool: Any = client._pools[1].http
            assert pool._transport._pool.connections == []

    asyncio.run(run())
    server.released.set()


def test_none_is_refused_for_what_is_required(server: Loopback, client: Sample) -> None:
    op = Operation[Any](
        "x", "GET", "/x", parameters=(query("a", required=True), query("b")), answers=ANY
    )
    client.call(op, {"a": 0, "b": None})
    assert server.last.target == "/x?a=0"
    with pytest.raises(errors.ArgumentError, match="a must be given"):
        client.call(op, {"a": None, "b": 1})
    assert len(server.received) == 1


def test_errors_of_arguments_name_the_method(client: Sample) -> None:
    with pytest.raises(TypeError, match=r"^get_item got an unexpected argument 'pgae'; did you"):
        client.items.get("1", pgae=1)
    with pytest.raises(errors.ArgumentError, match=r"^get_item: item_id must not be empty"):
        client.items.get("")
    with pytest.raises(errors.ArgumentError, match=r"^get_item: '\.\.' cannot be a segment"):
        client.items.get("..")


@pytest.mark.parametrize("retries", [3, True, {"max_attempts": 3}])
def test_retries_are_a_configuration(client: Sample, server: Loopback, retries: Any) -> None:
    with pytest.raises(TypeError, match="retries must be a RetryConfig or None, not "):
        client.items.get("1", retries=retries)
    with pytest.raises(TypeError, match="retries must be a RetryConfig or None, not "):
        client.with_options(retries=retries).items.get("1")
    assert server.received == []


def test_a_server_that_is_no_url() -> None:
    with pytest.raises(errors.ConfigurationError, match="not an absolute URL of a server: 'api'"):
        Sample("k", server_url="api").items.get("1")


def test_the_server_may_be_named_in_the_environment(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Client(BaseClient):
        _server_env = "SAMPLE_SERVER_URL"
        _servers = (Server("https://one.test", "one"), Server("https://two.test", "two"))

    monkeypatch.setenv("SAMPLE_SERVER_URL", server.url + "/")
    assert repr(Client()) == f"<Client of {server.url}>"
    assert repr(Client(server_url="http://given.test")) == "<Client of http://given.test>"
    assert repr(Client(server="two")) == "<Client of https://two.test>"
    assert repr(Client().with_options(server="two")) == "<Client of https://two.test>"
    monkeypatch.delenv("SAMPLE_SERVER_URL")
    assert repr(Client()) == "<Client of https://one.test>"


def test_query_parameters_of_the_server_url_are_left_alone(
    server: Loopback, client: Sample
) -> None:
    op: Operation[Any] = Operation("x", "GET", "/x", parameters=(query("a"),), answers=ANY)
    client.call(op, {"a": "1", "options": {"extra_query": {"a": "2"}}})
    assert server.last.target == "/x?a=1&a=2"
