"""Imports generated packages and uses them; run as a program of its own, so that what they do cannot reach the tests.

Reads a list of jobs (`Job` as JSON) from standard input, prints a list of complaints. Each job is one package: the checks name an
operation, how it is called, and what has to go over the wire or come back.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import pickle
import re
import sys
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx

ORIGIN = "https://api.example.com"
Call = Callable[..., Any]


class Wire(httpx.BaseTransport):
    """Keeps the last request and answers what the check wants."""

    def __init__(self) -> None:
        self.request: httpx.Request | None = None
        self.answer: Any = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.request = request
        if self.answer is None:
            return httpx.Response(200)
        return httpx.Response(200, json=self.answer)


class Package:
    """One package, imported, with a client whose requests go nowhere."""

    def __init__(self, folder: str, name: str, credentials: dict[str, Any]) -> None:
        sys.path.insert(0, folder)
        module = importlib.import_module(name)
        sys.path.remove(folder)
        for item in dir(module):
            getattr(module, item)
        self.models = importlib.import_module(f"{name}.models")
        for item in dir(self.models):
            getattr(self.models, item)
        errors = importlib.import_module(f"{name}.errors")
        client_module = importlib.import_module(f"{name}.client")
        self.refused = (errors.ArgumentError, errors.ConfigurationError)
        self.wire = Wire()
        base = client_module.BaseClient
        kind = next(
            item
            for item in vars(client_module).values()
            if isinstance(item, type) and issubclass(item, base) and item is not base
        )
        takes = inspect.signature(kind.__init__).parameters
        given = {key: value for key, value in credentials.items() if key in takes}
        self.client = kind(
            http_client=httpx.Client(transport=self.wire), server_url=f"{ORIGIN}/base", **given
        )

    def method(self, path: str) -> Call:
        found: Any = self.client
        for name in path.split("."):
            found = getattr(found, name)
        return found

    def send(
        self, call: str, arguments: dict[str, Any], answer: Any = None
    ) -> tuple[Any, httpx.Request]:
        self.wire.request, self.wire.answer = None, answer
        result = self.method(call)(**arguments)
        assert self.wire.request is not None, "nothing was sent"
        return result, self.wire.request


def _pairs(text: str) -> list[tuple[str, str]]:
    return parse_qsl(text, keep_blank_values=True)


def query(package: Package, check: dict[str, Any]) -> None:
    _, request = package.send(check["call"], check["arguments"])
    wanted = [tuple(pair) for pair in check["pairs"]]
    assert _pairs(request.url.query.decode()) == wanted, f"sent {request.url.query!r}"


def body(package: Package, check: dict[str, Any]) -> None:
    _, request = package.send(check["call"], check["arguments"])
    assert json.loads(request.content) == check["json"], f"sent {request.content!r}"


def form(package: Package, check: dict[str, Any]) -> None:
    _, request = package.send(check["call"], check["arguments"])
    wanted = [tuple(pair) for pair in check["pairs"]]
    assert _pairs(request.content.decode()) == wanted, f"sent {request.content!r}"


def path(package: Package, check: dict[str, Any]) -> None:
    """A value stays in its segment: the server sees as many segments as the path has, and no other path."""
    try:
        _, request = package.send(check["call"], check["arguments"])
    except package.refused:
        return
    sent = request.url.raw_path.decode("ascii")
    parts = urlsplit(ORIGIN + sent).path.split("/")
    assert parts[:3] == ["", "base", check["first"]], f"sent {sent!r}"
    assert len(parts) == check["segments"] and parts[-1] == check["last"], f"sent {sent!r}"
    assert unquote(parts[3]) == check["value"], f"sent {sent!r}"
    assert parts[3] not in (".", "..") and "?" not in sent and "#" not in sent, f"sent {sent!r}"
    assert request.url.host == "api.example.com", f"sent to {request.url.host}"


def lines(package: Package, check: dict[str, Any]) -> None:
    """Whatever is sent or refused: no header has a second line, no cookie a second part, and the request goes to its server."""
    try:
        _, request = package.send(check["call"], check["arguments"])
    except package.refused:
        return
    assert request.url.host == "api.example.com", f"sent to {request.url}"
    for name, value in request.headers.raw:
        assert not set(name + value) & set(b"\r\n\0"), f"{name!r}: {value!r}"
        assert set(name) <= TOKEN, f"{name!r}"
    if check.get("cookie"):
        assert request.headers.get("cookie", "").count(";") == 0, request.headers["cookie"]
    if "value" in check and check["value"].isascii() and check["value"].isprintable():
        sent = request.headers.get(check["header"])
        assert sent == check["value"].strip(), f"sent {sent!r}"


def multipart(package: Package, check: dict[str, Any]) -> None:
    """One part, named as the document says, with what was given, and no header of the document's own making."""
    _, request = package.send(check["call"], check["arguments"])
    kind = request.headers["content-type"]
    head = f"Content-Type: {kind}\r\n\r\n".encode()
    boundary = b"--" + kind.partition("boundary=")[2].encode()
    pieces = request.content.split(b"\r\n" + boundary)
    assert len(pieces) == 2 and pieces[1] == b"--\r\n", f"{head!r}{request.content!r}"
    top, _, content = pieces[0].removeprefix(boundary + b"\r\n").partition(b"\r\n\r\n")
    names = [line.partition(b":")[0].lower() for line in top.split(b"\r\n")]
    assert content == check["value"].encode(), f"sent {content!r}"
    assert names[0] == b"content-disposition" and len(set(names)) == len(names), f"sent {top!r}"
    assert b"\n" not in top.replace(b"\r\n", b"") and b"\r" not in top.replace(b"\r\n", b""), (
        f"sent {top!r}"
    )
    name = top.split(b"\r\n")[0].partition(b'name="')[2].partition(b'"')[0]
    wanted = check["wire"].replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
    assert name.decode() == wanted, f"sent {name!r}"


TOKEN = set(b"!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def answer(package: Package, check: dict[str, Any]) -> None:
    result, _ = package.send(check["call"], {}, check["answer"])
    dumped = result.model_dump(by_alias=True, mode="json", exclude_unset=True)
    assert dumped == check["answer"], f"came back as {dumped!r}"
    assert not type(result).__name__.startswith("Unknown"), f"came back as {type(result).__name__}"
    if "kind" in check:
        assert check["kind"] in type(result).__name__, f"came back as {type(result).__name__}"
    assert "\n" not in repr(result) and repr(result).isprintable(), f"{result!r}"
    assert pickle.loads(pickle.dumps(result)) == result


def documented(package: Package, check: dict[str, Any]) -> None:
    """The text stands in a docstring, apart from where its lines break."""
    found = (
        package.method(check["call"]).__doc__
        if "call" in check
        else getattr(package.models, check["model"]).__doc__
    )
    # What counts as space may be lost in wrapping, also where it is written as an escape.
    shown = _SPACES.sub("", "".join((found or "").split()))
    assert check["text"] in shown, f"documented as {found!r}"


_SPACES = re.compile(r"\\(x0[9a-d]|x1[c-f]|x85|u202[89])")


CHECKS: dict[str, Callable[[Package, dict[str, Any]], None]] = {
    "query": query,
    "body": body,
    "form": form,
    "path": path,
    "lines": lines,
    "multipart": multipart,
    "answer": answer,
    "documented": documented,
}


def main() -> None:
    complaints: list[str] = []
    done = 0
    for job in json.load(sys.stdin):
        try:
            package = Package(job["folder"], job["package"], job["credentials"])
        except BaseException as error:
            complaints.append(f"{job['payload']}: import: {type(error).__name__}: {error}")
            continue
        for check in job["checks"]:
            done += 1
            try:
                CHECKS[check["check"]](package, check)
            except BaseException as error:
                what = f"{check['check']} {check.get('call') or check.get('model')}"
                complaints.append(
                    f"{job['payload']}: {what}: {type(error).__name__}: {error}"[:600]
                )
        package.client.close()
    asyncio.run(asyncio.sleep(0))
    json.dump({"complaints": complaints, "checks": done}, sys.stdout)


if __name__ == "__main__":
    main()
