"""Servers that do not keep to the rules: no credential goes elsewhere or is shown, and every call ends in a value or in an error of the client."""

from __future__ import annotations

import base64
import importlib
import logging
import pickle
import sys
import traceback
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
