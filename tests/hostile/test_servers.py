"""Servers that do not keep to the rules: no credential goes elsewhere or is shown, and every call ends in a value or in an error of the client."""

from __future__ import annotations

import base64
import contextlib
import gzip
import importlib
import logging
import pickle
import sys
import time
import traceback
import tracemalloc
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import httpx
import pytest
from support.loopback import HttpServer, Received, Reply, json_reply
from support.packages import forget

from hostile.served import CREDENTIALS, SECRET, Talk, forms, generate, talking, token_reply

MODES = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
STYLES = ("pydantic", "msgspec", "dataclasses")
PROBLEM = {"detail": "no"}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    """The client of the served API, by style of models."""
    folder = tmp_path_factory.mktemp("served")
    made: dict[str, ModuleType] = {}
    for style in STYLES:
        name = generate(folder, style)
        sys.path.insert(0, str(folder / style))
        made[style] = importlib.import_module(name)
        sys.path.remove(str(folder / style))
    yield made
    for package in made.values():
        forget(package.__name__)


@pytest.fixture
def package(packages: dict[str, ModuleType]) -> ModuleType:
    return packages["pydantic"]


class Api(HttpServer):
    """Hands out tokens, and gives one reply to everything else."""

    def __init__(self, reply: Reply | None = None) -> None:
        super().__init__(self._reply)
        self.reply = reply or json_reply({})

    def _reply(self, request: Received) -> Reply:
        return token_reply() if request.path == "/token" else self.reply

    @property
    def calls(self) -> list[Received]:
        """The requests that were no request for a token."""
        return [request for request in self.requests if request.path != "/token"]

    def __enter__(self) -> Api:
        return self


@pytest.fixture
def api() -> Iterator[Api]:
    with Api() as server:
        yield server


@pytest.fixture
def elsewhere() -> Iterator[Api]:
    with Api(json_reply({"data": [2], "value": 2})) as server:
        yield server


# A link may hold a name for the server that it leads to.
IN_THE_LINK = "Basic " + base64.b64encode(b"somebody:").decode()


def assert_no_secret(request: Received) -> None:
    whole = f"{request.target}\n{request.headers}\n{request.body!r}"
    for form in (*forms(), "sesame"):
        assert form not in whole, whole
    names = {name.lower() for name, value in request.headers if value != IN_THE_LINK}
    assert not names & {"authorization", "cookie", "x-k", "x-own"}, names


# Redirects


TARGETS = {
    "another port": "http://127.0.0.1:{port}/there",
    "no scheme": "//127.0.0.1:{port}/there",
    "another name": "http://localhost:{port}/there",
    "a name before": "http://somebody@127.0.0.1:{port}/there",
    "upper case": "HTTP://127.0.0.1:{port}/there",
    "with a fragment": "http://127.0.0.1:{port}/there#{own}",
}


@MODES
@pytest.mark.parametrize("scheme", CREDENTIALS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_elsewhere_takes_no_credential_along(
    package: ModuleType, api: Api, elsewhere: Api, scheme: str, status: int, asynchronous: bool
) -> None:
    settings = {"http_headers": {"X-Own": "sesame"}}
    with talking(package, asynchronous, api.url, **settings) as talk:
        for target in TARGETS.values():
            url = target.format(port=elsewhere.port, own=api.port)
            api.reply = Reply(status, (("Location", url), ("Set-Cookie", "session=sesame")))
            assert talk.call(f"get_{scheme}") == {"data": [2], "value": 2}
            assert_no_secret(elsewhere.last)
            assert elsewhere.last.target == "/there"
            seen = len(elsewhere.requests)
            # A call that is not safe to repeat is not repeated elsewhere, nor as another method.
            with pytest.raises(talk.errors.SDKError) as caught:
                talk.call(f"post_{scheme}", request=PROBLEM)
            assert caught.value.status_code == status
            assert len(elsewhere.requests) == seen


@MODES
def test_what_a_client_of_the_user_adds_does_not_go_elsewhere(
    package: ModuleType, api: Api, elsewhere: Api, asynchronous: bool
) -> None:
    """Headers, parameters, cookies and authentication that an `httpx.Client` was made with."""
    kind: Any = httpx.AsyncClient if asynchronous else httpx.Client
    own = kind(
        auth=("user", SECRET),
        params={"own": "sesame"},
        headers={"X-Own": "sesame"},
        cookies={"session": "sesame"},
        follow_redirects=True,
    )
    name = "async_http_client" if asynchronous else "http_client"
    there = f"http://127.0.0.1:{elsewhere.port}/there"
    with talking(package, asynchronous, api.url, **{name: own}) as talk:
        api.reply = Reply(302, (("Location", there),))
        talk.call("get_in_header")
        assert api.last.header("X-Own") == "sesame" and ("own", "sesame") in api.last.query
        assert_no_secret(elsewhere.last)
        api.reply = json_reply({"data": [1], "next": there})
        assert talk.second_page(talk.call("list_in_header")).data == [2]
        assert_no_secret(elsewhere.last)
        assert len(elsewhere.requests) == 2


@MODES
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_secret_of_a_client_is_not_redirected(
    package: ModuleType, api: Api, elsewhere: Api, status: int, asynchronous: bool
) -> None:
    """The request for a token goes to the token endpoint alone, whatever that answers."""
    kind: Any = httpx.AsyncClient if asynchronous else httpx.Client
    own = kind(follow_redirects=True)
    name = "async_http_client" if asynchronous else "http_client"
    there = Reply(status, (("Location", f"{elsewhere.url}/token"),))
    with (
        HttpServer(lambda _: there) as server,
        talking(package, asynchronous, server.url, **{name: own}) as talk,
    ):
        with pytest.raises(talk.errors.ConfigurationError, match="no access token"):
            talk.call("get_oauth")
        assert elsewhere.requests == []


ODD_TARGETS = [
    "",
    "http://",
    "http://[",
    "http://[::1",
    "//",
    "///",
    "http:///there",
    "http://127.0.0.1:99999/",
    "http://127.0.0.1:-1/",
    "http://127.0.0.1:x/",
    "file:///etc/passwd",
    "ftp://127.0.0.1/",
    "javascript:alert(1)",
    "data:text/plain,x",
    "http://a b/",
    "http://\u202e/",
    "http://xn--a/",
    "http://" + "a" * 300 + "/",
    "http://127.0.0.1:1/" + "a" * 70_000,
    "?",
    "#",
    "%",
    "http://%zz/",
    "http://.../",
    "http://127.0.0.1\x00/",
    "/\x7f\x1b[31m",
    "\\\\127.0.0.1\\x",
    "mailto:x@y",
    "http:",
    ":",
    "http://user:pass@",
]


@MODES
@pytest.mark.parametrize("target", ODD_TARGETS, ids=range(len(ODD_TARGETS)))
def test_a_target_that_is_none_is_an_error_of_the_client(
    package: ModuleType, api: Api, target: str, asynchronous: bool
) -> None:
    """In the headers `Location` and `Link`, and as the link to a next page in the body."""
    sent = target.replace("\x00", "").encode("utf-8").decode("latin-1")
    with talking(package, asynchronous, api.url, retries=None) as talk:
        api.reply = Reply(302, (("Location", sent),))
        with pytest.raises(talk.errors.ClientError) as caught:
            talk.call("get_bearer")
        assert_shown_well(caught.value)
        api.reply = json_reply({"data": [1], "next": target})
        ends_well(talk, "list_bearer")
        link = (("Link", f'<{sent}>; rel="next"'),)
        api.reply = json_reply([1], headers=link)
        ends_well(talk, "links")


def ends_well(talk: Talk, method: str) -> None:
    """The page is there, and the one after it is a page, none, or an error of the client."""
    page = talk.call(method)
    try:
        talk.second_page(page)
    except talk.errors.ClientError as error:
        assert_shown_well(error)


@MODES
@pytest.mark.parametrize("odd", [5, 1.5, True, [], ["/x"], {}, {"url": "/x"}, "", None])
def test_a_next_page_of_another_type(
    package: ModuleType, api: Api, odd: Any, asynchronous: bool
) -> None:
    api.reply = json_reply({"data": [1], "next": odd})
    with talking(package, asynchronous, api.url) as talk:
        ends_well(talk, "list_bearer")


ODD_LINKS = [
    "",
    ";",
    ",",
    "<",
    "<>",
    "<>; rel=next",
    "</x>; rel=next; rel=next",
    "</x>; rel",
    "</x; rel=next",
    '</x>; rel="next',
    "<" * 5_000,
    '</x>; rel="next", ' * 1_000,
    "</x>;" + "a=b;" * 5_000,
    "\xff\xfe",
]


@MODES
def test_odd_link_headers(package: ModuleType, api: Api, asynchronous: bool) -> None:
    with talking(package, asynchronous, api.url, retries=None) as talk:
        for odd in ODD_LINKS:
            api.reply = json_reply([1], headers=(("Link", odd),))
            ends_well(talk, "links")


@MODES
@pytest.mark.parametrize("scheme", CREDENTIALS)
def test_a_next_page_elsewhere_takes_no_credential_along(
    package: ModuleType, api: Api, elsewhere: Api, scheme: str, asynchronous: bool
) -> None:
    settings = {"http_headers": {"X-Own": "sesame"}}
    cookie = (("Set-Cookie", "session=sesame"),)
    with talking(package, asynchronous, api.url, **settings) as talk:
        for target in TARGETS.values():
            there = target.format(port=elsewhere.port, own=api.port)
            api.reply = json_reply({"data": [1], "next": there}, headers=cookie)
            own = {"http_headers": {"X-K": "sesame", "Cookie": "a=sesame"}}
            page = talk.call(f"list_{scheme}", **own)
            assert talk.second_page(page).data == [2]
            assert_no_secret(elsewhere.last)
        link = (("Link", f'<{elsewhere.url}/there>; rel="next"'), *cookie)
        api.reply = json_reply([1], headers=link)
        elsewhere.reply = json_reply([2])
        assert list(talk.second_page(talk.call("links"))) == [2]
        assert_no_secret(elsewhere.last)


# What is shown


def assert_shown_well(error: Any) -> None:
    """Nothing that a terminal acts on."""
    assert isinstance(error, BaseException)
    for text in (str(error), repr(error)):
        assert all(c.isprintable() or c == "\n" for c in text), repr(text)


def everything_shown(error: BaseException) -> str:
    """What a program prints, logs or keeps of an error."""
    lines = traceback.format_exception(error)
    copied = pickle.dumps(error)
    again = pickle.loads(copied)
    data = getattr(error, "data", None)
    return "\n".join(
        [str(error), repr(error), *lines, repr(copied), repr(vars(again)), repr(data), repr(again)]
    )


ECHOES: dict[str, tuple[int, Any]] = {
    "in the body": (403, lambda s: Reply(403, (), s.encode())),
    "in JSON": (403, lambda s: json_reply({"key": s, s: [s]}, 403)),
    "in declared JSON": (422, lambda s: json_reply({"detail": s, "more": {s: s}}, 422)),
    "in a header": (403, lambda s: Reply(403, (("X-Echo", s), ("WWW-Authenticate", s)))),
    "in a request id": (500, lambda s: Reply(500, (("X-Request-Id", s),))),
    "in a content type": (200, lambda s: Reply(200, (("Content-Type", f"text/{s}"),), b"<")),
    "in a location": (302, lambda s: Reply(302, (("Location", f"ftp://x/{s}"),))),
    "in a success that does not fit": (200, lambda s: Reply(200, (), s.encode())),
}


@MODES
@pytest.mark.parametrize("echo", ECHOES)
@pytest.mark.parametrize("scheme", CREDENTIALS)
def test_a_credential_that_a_server_repeats_is_not_shown(
    package: ModuleType,
    api: Api,
    scheme: str,
    echo: str,
    asynchronous: bool,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for name in ("served", "httpx"):
        caplog.set_level(logging.DEBUG, name)
    logger = logging.getLogger("served")
    with talking(package, asynchronous, api.url, debug_logger=logger, retries=None) as talk:
        for form in forms()[:3]:
            api.reply = ECHOES[echo][1](form)
            with pytest.raises(talk.errors.ClientError) as caught:
                talk.call(f"get_{scheme}")
            assert_shown_well(caught.value)
            sent = forms()[:3] if scheme == "basic" else forms()[:2]
            if form in sent:
                shown = everything_shown(caught.value) + repr(talk.client) + caplog.text
                assert form not in shown
    assert "/get" in caplog.text or scheme in caplog.text


def test_a_client_cannot_be_pickled(package: ModuleType, api: Api) -> None:
    """It would take its credentials along."""
    with talking(package, False, api.url) as talk:
        with pytest.raises(TypeError):
            pickle.dumps(talk.client)
        assert not any(form in repr(talk.client) for form in forms())


ODD_TEXTS = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "a\rb",
    "a\u202eb",
    "\x9b2J",
    "a\u2028b",
    "\x00\x01\x7f",
    "a\nb\nTraceback (most recent call last):",
    "w" * 100_000,
]


@MODES
def test_messages_hold_text_alone(package: ModuleType, api: Api, asynchronous: bool) -> None:
    """What the body and the headers of an answer say does not act on the terminal that shows an error."""
    with talking(package, asynchronous, api.url, retries=None) as talk:
        for text in ODD_TEXTS:
            header = "".join(c for c in text if c not in "\r\n\0")[:2_000]
            header = header.encode().decode("latin-1")
            for reply in (
                Reply(500, (("X-Request-Id", header),), text.encode()),
                json_reply({"detail": text}, 422),
                Reply(200, (("Content-Type", header),), text.encode()),
            ):
                api.reply = reply
                with pytest.raises(talk.errors.ClientError) as caught:
                    talk.call("get_bearer")
                assert_shown_well(caught.value)
                assert len(str(caught.value)) < 6_000
                assert "\n" not in str(caught.value) or reply.status == 200


# Answers that are none


def whole(body: bytes, *headers: str, status: int = 200, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {size}", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def chunked(rest: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + rest


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data, 9)


BROKEN: dict[str, bytes] = {
    "nothing": b"",
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\n",
    "an older HTTP": b"HTTP/0.9 200 OK\r\n\r\n",
    "a newer HTTP": b"HTTP/3.0 200 OK\r\n\r\n",
    "half a status line": b"HTTP/1.1 2",
    "a status of four digits": b"HTTP/1.1 2000 OK\r\n\r\n",
    "a negative status": b"HTTP/1.1 -20 OK\r\n\r\n",
    "status 0": b"HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n",
    "status 999": b"HTTP/1.1 999 ?\r\nContent-Length: 2\r\n\r\n{}",
    "only an interim answer": b"HTTP/1.1 100 Continue\r\n\r\n",
    "many interim answers": b"HTTP/1.1 100 Continue\r\n\r\n" * 2_000,
    "another protocol": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    "no end of the headers": b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
    "endless headers": b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 200_000,
    "an endless header": b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 1_000_000,
    "a header without a name": b"HTTP/1.1 200 OK\r\n: a\r\n\r\n{}",
    "a header with a NUL": b"HTTP/1.1 200 OK\r\nX-A: a\0b\r\n\r\n{}",
    "a folded header": b"HTTP/1.1 200 OK\r\nX-A: a\r\n b\r\nContent-Length: 2\r\n\r\n{}",
    "a header with a space": b"HTTP/1.1 200 OK\r\nX A: a\r\n\r\n{}",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "a length of words": b"HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}",
    "a negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}",
    "a huge length": b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 300 + b"\r\n\r\n{}",
    "too long a length": whole(b"{}", length=1_000),
    "a length and chunks": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "an unknown coding": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: x\r\n\r\n{}",
    "half a chunk": chunked(b"ff\r\n{}"),
    "a chunk without a size": chunked(b"zz\r\n{}\r\n0\r\n\r\n"),
    "a negative chunk": chunked(b"-2\r\n{}\r\n0\r\n\r\n"),
    "a huge chunk": chunked(b"f" * 40 + b"\r\n{}"),
    "no last chunk": chunked(b"2\r\n{}\r\n"),
    "endless trailers": chunked(b"2\r\n{}\r\n0\r\n" + b"X-A: b\r\n" * 200_000),
    "no gzip": whole(b"{}", "Content-Encoding: gzip"),
    "half a gzip": whole(gzipped(b"[1]" * 500)[:20], "Content-Encoding: gzip"),
    "a broken gzip": whole(gzipped(b"{}")[:-4] + b"abcd", "Content-Encoding: gzip"),
    "no deflate": whole(b"{}", "Content-Encoding: deflate"),
    "no br": whole(b"{}", "Content-Encoding: br"),
    "no zstd": whole(b"{}", "Content-Encoding: zstd"),
    "an unknown encoding": whole(b"{}", "Content-Encoding: x"),
    "many encodings": whole(b"{}", "Content-Encoding: " + "gzip, " * 1_000),
}


@MODES
@pytest.mark.parametrize("method", ["get_bearer", "watch", "text", "post_bearer"])
def test_a_broken_answer_is_an_error_of_the_client(
    package: ModuleType, api: Api, method: str, asynchronous: bool
) -> None:
    """Of a plain call, of a stream and of text; soon, and the client can be used again."""
    for name, data in BROKEN.items():
        with talking(package, asynchronous, api.url) as talk:
            api.script(data)
            began = time.monotonic()
            try:
                talk.call(method, retries=None)
            except talk.errors.ClientError as error:
                assert_shown_well(error)
                pickle.loads(pickle.dumps(error))
            assert time.monotonic() - began < 20, name
            api.reply = json_reply({"a": 1})
            assert talk.call("get_bearer") == {"a": 1}, name


@MODES
def test_a_slow_answer_ends_with_the_time_given(
    package: ModuleType, api: Api, asynchronous: bool
) -> None:
    """Each wait is bounded: for the head, and for the next piece of the body."""
    with talking(package, asynchronous, api.url, retries=None, timeout_ms=200) as talk:
        api.knobs.delay = 1.0
        began = time.monotonic()
        with pytest.raises(talk.errors.TimeoutError):
            talk.call("get_bearer")
        assert time.monotonic() - began < 0.9
        api.knobs.delay = 0.0
        api.knobs.gap, api.knobs.chunk = 1.0, lambda data: [data[:1], data[1:]]
        api.reply = Reply(200, (("Content-Type", "application/json"),), stream=[b"{}"])
        with pytest.raises(talk.errors.TimeoutError):
            talk.call("get_bearer")


BOMB = gzip.compress(bytes(150_000_000), 9)


@MODES
@pytest.mark.parametrize("status", [200, 403, 422, 500])
@pytest.mark.parametrize("kind", ["plain", "without a length", "endless", "bomb"])
def test_a_body_is_bounded_where_the_user_says_so(
    package: ModuleType, api: Api, kind: str, status: int, asynchronous: bool
) -> None:
    """Whatever it says of its length, whether it is an answer, an error or no stream; and what fits is not touched."""
    kind_of = "Content-Type: application/json"
    head = f"HTTP/1.1 {status} X\r\n{kind_of}\r\n".encode()
    data = {
        "plain": whole(b"x" * 300_000, kind_of, status=status),
        "without a length": head + b"\r\n" + b"x" * 300_000,
        "endless": head + b"Transfer-Encoding: chunked\r\n\r\n" + b"2\r\n[[\r\n" * 30_000,
        "bomb": whole(BOMB, kind_of, "Content-Encoding: gzip", status=status),
    }[kind]
    with talking(package, asynchronous, api.url, retries=None, max_body_bytes=20_000) as talk:
        api.reply = json_reply({"a": "x" * 19_000})
        assert talk.call("get_bearer") == {"a": "x" * 19_000}
        for method in ("get_bearer", "text", "watch"):
            api.script(data)
            tracemalloc.start()
            try:
                with pytest.raises(talk.errors.ClientError) as caught:
                    talk.call(method)
                # One piece of a body, 64 KiB, may be a thousand times as large when it is decompressed.
                assert tracemalloc.get_traced_memory()[1] < 150_000_000
            finally:
                tracemalloc.stop()
            assert caught.value.status_code == status and caught.value.body == ""
            known = talk.errors.ResponseValidationError if status == 200 else talk.errors.SDKError
            assert isinstance(caught.value, known)
            pickle.loads(pickle.dumps(caught.value))


CHARSETS = [
    "hex",
    "base64",
    "zip",
    "bz2",
    "rot13",
    "uu",
    "quopri",
    "idna",
    "punycode",
    "undefined",
    "unicode_escape",
    "raw_unicode_escape",
    "utf-7",
    "utf-16",
    "utf-32",
    "mbcs",
    "x" * 500,
    "os",
    "..",
    "\xff",
    '"',
    "utf_8_sig",
    "cp037",
]


@MODES
def test_a_charset_that_is_none(package: ModuleType, api: Api, asynchronous: bool) -> None:
    """Also one that Python knows, but not for text."""
    with talking(package, asynchronous, api.url, retries=None) as talk:
        for charset in CHARSETS:
            header = (("Content-Type", f"text/plain; charset={charset}"),)
            for body in (b"plain", b"\xff\x00\xd8", b"a+\\x41\\N{"):
                api.reply = Reply(200, header, body)
                assert isinstance(talk.call("text"), str), charset
                with contextlib.suppress(talk.errors.ResponseValidationError):
                    assert isinstance(talk.pieces("text"), str), charset
                api.reply = Reply(500, header, body)
                with pytest.raises(talk.errors.ServerError):
                    talk.call("text")


def deep(opening: str, closing: str, depth: int, inner: str = "1") -> bytes:
    return (opening * depth + inner + closing * depth).encode()


ODD_JSON: dict[str, bytes] = {
    "deep arrays": deep("[", "]", 100_000),
    "arrays without end": b"[" * 100_000,
    "deep objects": deep('{"a":', "}", 100_000),
    "deep in a value": b'{"any": ' + deep("[", "]", 50_000) + b"}",
    "nodes, 150 deep": deep('{"children": [', "]}", 150, '{"value": 1}'),
    "nodes, 900 deep": deep('{"children": [', "]}", 900, '{"value": 1}'),
    "nodes, 5,000 deep": deep('{"children": [', "]}", 5_000, '{"value": 1}'),
    "wrong nodes, 100 deep": deep('{"children": [', "]}", 100, '{"value": "x"}'),
    "a long number": b'{"value": ' + b"9" * 1_000_000 + b"}",
    "a long number in a value": b'{"any": ' + b"9" * 100_000 + b"}",
    "a long fraction": b'{"any": 0.' + b"9" * 100_000 + b"}",
    "an exponent": b'{"value": 1e999999999, "any": 1e999999999}',
    "no number": b'{"value": NaN, "any": [NaN, Infinity, -Infinity]}',
    "half a pair": b'{"name": "\\ud800", "any": "\\udc00\\ud800", "\\ud800": 1}',
    "invalid UTF-8": b'{"name": "\xff\xfe", "\xc0\xaf": "\xed\xa0\x80"}',
    "UTF-16": '{"value": 1}'.encode("utf-16"),
    "UTF-32": '{"value": 1}'.encode("utf-32"),
    "a mark first": b'\xef\xbb\xbf{"value": 1}',
    "a NUL": b'{"value": 1}\x00',
    "a NUL within": b'{"na\x00me": "\x00"}',
    "keys twice": b'{"value": 1, "value": 2, "name": "a", "name": null}',
    "100,000 keys": ("{" + ",".join(f'"k{n}": {n}' for n in range(100_000)) + "}").encode(),
    "100,000 wrong nodes": b'{"children": [' + b"5," * 99_999 + b"5]}",
    "one long string": b'{"name": "' + b"a" * 2_000_000 + b'"}',
    "a long wrong string": b'{"value": "' + b"a" * 2_000_000 + b'"}',
    "names of Python": b'{"__class__": 1, "__dict__": {}, "model_fields": 1, "model_config": {}, "self": 1, "__init__": 2, "_walk": 3}',
    "an array": b"[]",
    "null": b"null",
    "a string": b'"x"',
    "nothing": b"",
    "a page": b"<html>",
}


@MODES
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ODD_JSON)
def test_odd_json_is_a_value_or_an_error_of_the_client(
    packages: dict[str, ModuleType], api: Api, style: str, name: str, asynchronous: bool
) -> None:
    """As the answer of a call, as a page, as an error, as an event and as a line; what comes back can be shown and kept."""
    data = ODD_JSON[name]
    json_head, lines = "Content-Type: application/json", "Content-Type: application/jsonl"
    events = b"data: " + data.replace(b"\n", b"") + b"\n\n"
    answers = {
        "node": [whole(data, json_head), whole(data, json_head, status=422)],
        "get_bearer": [whole(data, json_head), whole(data, json_head, status=500)],
        "list_bearer": [whole(data, json_head)],
        "links": [whole(data, json_head)],
        "watch": [whole(events, "Content-Type: text/event-stream")],
        "rows": [whole(data + b"\n", lines)],
    }
    with talking(packages[style], asynchronous, api.url, retries=None) as talk:
        for method, replies in answers.items():
            for reply in replies:
                api.script(reply)
                began = time.process_time()
                try:
                    shown = repr(talk.call(method))
                except talk.errors.ClientError as error:
                    assert_shown_well(error)
                    assert len(str(error)) < 6_000
                    shown = repr(pickle.loads(pickle.dumps(error)))
                assert shown and "\x1b" not in shown
                assert time.process_time() - began < 10


# Trying again


ABSURD = [
    "-1",
    "-999999999999",
    "0",
    "1e9",
    "nan",
    "NaN",
    "inf",
    "-inf",
    "1" * 400,
    "99999999999999",
    "0x10",
    "٣",
    "²",
    "",
    " ",
    "soon",
    "1;2",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "Fri, 31 Dec 99999 23:59:59 GMT",
    "Mon, 00 Foo 0000 99:99:99 GMT",
    "Mon, 01 Jan 0001 00:00:00 +9999",
    "31 Dec 2999",
    ", , ,",
]


@MODES
@pytest.mark.parametrize("header", ["Retry-After", "Retry-After-Ms"])
def test_an_absurd_wait_is_not_waited(
    package: ModuleType,
    api: Api,
    header: str,
    asynchronous: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No wait is below 0, no number, or longer than a minute; and no call is made more often than it may be."""
    waits: list[float] = []

    async def slept(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("anyio.sleep", slept)
    monkeypatch.setattr("time.sleep", waits.append)
    with talking(package, asynchronous, api.url) as talk:
        for value in ABSURD:
            sent = value.encode().decode("latin-1")
            api.script(whole(b"", f"{header}: {sent}", status=503), close=False)
            api.reply = json_reply({}, 503)
            seen = len(api.calls)
            with pytest.raises(talk.errors.ServerError):
                talk.call("get_bearer")
            assert 1 <= len(api.calls) - seen <= 3, value
    assert len(waits) > len(ABSURD)
    assert all(0 <= wait <= 60 for wait in waits), waits


FAILURES = {
    "status 500": lambda: whole(b"", status=500),
    "status 503": lambda: whole(b"", "Retry-After: 0", status=503),
    "status 429": lambda: whole(b"", "Retry-After: 0", status=429),
    "status 408": lambda: whole(b"", status=408),
    "the end of the connection": lambda: b"",
    "half an answer": lambda: whole(b"{}", length=10),
    "no HTTP": lambda: b"?\r\n\r\n",
    "a redirect": lambda: whole(b"", "Location: /elsewhere", status=302),
    "a redirect that keeps the method": lambda: whole(b"", "Location: ftp://x/", status=307),
}


@MODES
@pytest.mark.parametrize("name", FAILURES)
def test_a_call_that_is_not_safe_to_repeat_is_made_once(
    package: ModuleType, api: Api, name: str, asynchronous: bool
) -> None:
    """Even where a client that keeps connections open could think that the server never saw it."""
    with talking(package, asynchronous, api.url) as talk:
        api.reply = json_reply({})
        talk.call("get_bearer")
        for _ in range(2):
            seen = len(api.calls)
            api.script(FAILURES[name]())
            with pytest.raises(talk.errors.ClientError):
                talk.call("post_bearer", request=PROBLEM)
            assert len(api.calls) == seen + 1


@MODES
def test_a_token_endpoint_that_answers_nonsense(
    package: ModuleType, api: Api, asynchronous: bool
) -> None:
    """Is asked once a call, and what it says is in no message."""
    answers = [
        b"",
        b"null",
        b"[]",
        b'"x"',
        b"{}",
        b'{"access_token": null}',
        b'{"access_token": ["hush"]}',
        b'{"access_token": "hu\\nsh"}',
        b'{"access_token": "\\ud800hush"}',
        b'{"access_token": "hush\\u202e"}',
        b'{"access_token": "hush", "expires_in": "soon"}',
        b'{"access_token": "hush", "expires_in": {}}',
        b'{"access_token": "hush", "expires_in": -5}',
        b'{"access_token": "hush", "expires_in": NaN}',
        b'{"access_token": "hush", "expires_in": 1e999}',
        b'{"access_token": "hush", "expires_in": ' + b"9" * 5_000 + b"}",
        b'{"access_token": "' + b"h" * 200_000 + b'"}',
        deep("[", "]", 100_000),
    ]
    for answer in answers:
        asked: list[Received] = []

        def reply(request: Received, answer: bytes = answer, asked: Any = asked) -> Reply:
            if request.path == "/token":
                asked.append(request)
                return Reply(200, (("Content-Type", "application/json"),), answer)
            return json_reply({})

        with (
            HttpServer(reply) as server,
            talking(package, asynchronous, server.url, retries=None) as talk,
        ):
            try:
                talk.call("get_oauth")
            except talk.errors.ClientError as error:
                assert_shown_well(error)
                assert "hush" not in everything_shown(error)
            assert len(asked) == 1
