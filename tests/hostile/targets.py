"""What the fuzzer guided by coverage tries, each a function of bytes that fails for anything but a value or a clear refusal.

`python targets.py NAME SECONDS SEED` runs one of them under atheris; `fuzz.py` does so for all. What failed is in `cases/`, in a file whose
name begins with that of the target, and is tried again with every test run.
"""

from __future__ import annotations

import copy
import functools
import importlib
import itertools
import json
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx

HERE = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:
    sys.path.insert(0, str(HERE.parent))

from clientwright import pipeline  # noqa: E402
from clientwright.diagnostics import Diagnostic, InputError  # noqa: E402
from clientwright.load import overlay, swagger2  # noqa: E402
from clientwright.load.limits import Limits  # noqa: E402
from clientwright.load.reader import Parsed, parse  # noqa: E402

from hostile.mutations import KINDS, VALUES, Change, mutated, sources  # noqa: E402
from hostile.served import generate  # noqa: E402
from hostile.streams import RUNTIME_PACKAGE, plain_events, runtime  # noqa: E402

Target = Callable[[bytes], None]

_LIMITS = Limits(max_bytes=200_000, max_nodes=50_000)
_ACTING = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u2028\u2029"
)
"""What turns text around or ends its line, beside the control characters."""


def _hold(findings: tuple[Diagnostic, ...]) -> None:
    for finding in findings:
        line = str(finding)
        assert len(line) < 3_000
        assert not any(c in _ACTING or unicodedata.category(c) in ("Cc", "Cs") for c in line), line


def loader(data: bytes) -> None:
    """A file, as JSON or YAML: a tree that JSON writes and that reads back as itself, or one clear line."""
    for name in ("document.json", "document.yaml"):
        try:
            parsed = parse(data, name, _LIMITS)
        except InputError as problem:
            assert len(problem.diagnostics) == 1
            _hold(problem.diagnostics)
            continue
        _hold(parsed.diagnostics)
        try:
            text = json.dumps(parsed.tree, allow_nan=False)
        except ValueError:
            # The numbers of YAML that JSON has not.
            continue
        assert parse(text.encode() + b" ", "again.json", _LIMITS).tree == parsed.tree or (
            not isinstance(parsed.tree, dict | list)
        )


def _changed(data: bytes, names: list[str]) -> Any:
    """A document after the changes that bytes stand for: five of them each."""
    name = names[data[0] % len(names)] if data else names[0]
    steps = [
        Change(
            KINDS[data[at] % len(KINDS)],
            int.from_bytes(data[at + 1 : at + 3], "big"),
            int.from_bytes(data[at + 3 : at + 5], "big"),
        )
        for at in range(1, min(len(data), 61), 5)
    ]
    return mutated(sources()[name], steps)


def conversion(data: bytes) -> None:
    """OpenAPI 2.0 to 3.0: a document, in JSON, that is not what was given, which stays as it was."""
    tree = _changed(data, ["case swagger2_converted"])
    before = copy.deepcopy(tree)
    converted, findings = swagger2.convert(tree)
    json.dumps(converted)
    assert tree == before
    _hold(findings)


def documents(data: bytes) -> None:
    """A document through all stages but printing."""
    small = [name for name, text in sorted(sources().items()) if len(text) < 8_000]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "document.json"
        place.write_text(json.dumps(_changed(data, small)), encoding="utf-8")
        try:
            _hold(pipeline.prepare(str(place)).diagnostics)
        except InputError as problem:
            assert problem.diagnostics
            _hold(problem.diagnostics)


_TREE: Any = json.loads(sources()["case pagination"])


def overlays(data: bytes) -> None:
    """A JSONPath expression of an overlay, for each kind of action: the document changed, not the one that was given."""
    text, _, number = data.decode("utf-8", "replace").rpartition("@")
    value = VALUES[len(number) % len(VALUES)]
    action = [{"update": value}, {"remove": True}, {"copy": text}][len(text) % 3]
    tree = {
        "overlay": "1.1.0",
        "info": {"title": "O", "version": "1"},
        "actions": [{"target": text, **action}],
    }
    source: Parsed = parse(json.dumps(tree).encode(), "overlay.json", _LIMITS)
    before = copy.deepcopy(_TREE)
    try:
        applied = overlay.apply(_TREE, overlay.read_overlays([(source, "file:///o.json")]))
        _hold(applied.diagnostics)
        json.dumps(applied.tree)
    except InputError as problem:
        _hold(problem.diagnostics)
    assert before == _TREE


def events(data: bytes) -> None:
    """A stream, cut where its first bytes say: the events of a reader of the whole, within the limit or none."""
    module = runtime("events")
    cuts, stream = data[:4], data[4:]
    parser, found, at = module.EventParser(), list[Any](), 0
    while at < len(stream):
        size = 1 + cuts[at % len(cuts)] % 9
        found += parser.feed(stream[at : at + size])
        at += size
    found += parser.finish()
    assert [(event.event, event.data) for event in found] == plain_events(stream)
    limited = module.EventParser(40)
    try:
        # A byte that is no UTF-8 is handed over as the three of U+FFFD.
        assert all(len(event.data) <= 120 for event in limited.feed(stream))
    except ValueError:
        assert len(stream) > 40
    line_parser = runtime("lines").LineParser
    lines = line_parser()
    split = [piece for at in range(0, len(stream), 3) for piece in lines.feed(stream[at : at + 3])]
    split += lines.finish()
    whole = line_parser()
    assert [e.data for e in split] == [e.data for e in whole.feed(stream) + whole.finish()]


PLACES = [
    *(("path", style) for style in ("simple", "label", "matrix")),
    *(("query", style) for style in ("form", "spaceDelimited", "pipeDelimited", "deepObject")),
    *(("cookie", style) for style in ("form", "cookie")),
    ("header", "simple"),
    ("query", "reserved"),
    ("query", "json"),
    ("cookie", "json"),
    ("header", "json"),
    ("path", "json"),
]


def _parameters() -> dict[str, Any]:
    """An API with an operation for each place and style of a parameter, exploded and not."""
    paths: dict[str, Any] = {}
    for number in range(2 * len(PLACES)):
        location, style = PLACES[number // 2]
        parameter: dict[str, Any] = {"name": "v", "in": location, "required": True}
        if style == "json":
            parameter["content"] = {"application/json": {"schema": {}}}
        else:
            parameter |= {"schema": {}, "explode": number % 2 == 1}
            parameter |= {"allowReserved": True} if style == "reserved" else {"style": style}
        path = f"/{number}/{{v}}/end" if location == "path" else f"/{number}/end"
        responses = {"200": {"description": "Well."}}
        operation = {"operationId": f"call_{number}", "tags": ["api"], "responses": responses}
        paths[path] = {"get": {**operation, "parameters": [parameter]}}
    info = {"title": "Encoded", "version": "1"}
    return {"openapi": "3.2.0", "info": info, "paths": paths}


class _Sender:
    """The client of that API, whose requests go nowhere but here."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        name = generate(Path(self._folder.name), "pydantic", _parameters(), "encoded")
        sys.path.insert(0, str(Path(self._folder.name) / "pydantic"))
        package = importlib.import_module(name)
        self.requests: list[httpx.Request] = []
        transport = httpx.MockTransport(self._keep)
        http = httpx.Client(transport=transport)
        self.refused = importlib.import_module(f"{name}.errors").ArgumentError
        self.api = package.Served(server_url="https://a.example/base", http_client=http).api

    def _keep(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(200)

    def send(self, number: int, value: Any) -> httpx.Request | None:
        """The request of an operation with this value, None where it is refused."""
        self.requests.clear()
        try:
            getattr(self.api, f"call_{number}")(v=value)
        except self.refused:
            return None
        return self.requests[0]


_sender = functools.cache(_Sender)


def encoders(data: bytes) -> None:
    """A value as a parameter in each place and style: it stays in its segment, pair, cookie or line, or is refused."""
    head, text = data[:2].ljust(2, b"\0"), data[2:].decode("utf-8", "replace")
    items = text.split("\x1f")
    values: list[Any] = [text, items, dict(itertools.pairwise(items)), [items], len(text)]
    number = head[1] % (2 * len(PLACES))
    location, style = PLACES[number // 2]
    value = values[head[0] % len(values)]
    request = _sender().send(number, value)
    if request is None:
        return
    path, _, query = request.url.raw_path.partition(b"?")
    assert request.url.host == "a.example" and not request.url.fragment
    segments = path.split(b"/")
    assert segments[1:3] == [b"base", str(number).encode()] and segments[-1] == b"end", path
    assert len(segments) == (5 if location == "path" else 4) and b".." not in segments, path
    assert not set(path + query) & set(b' \r\n\0#<>"\x7f'), path + query
    for name, line in request.headers.raw:
        assert not set(line) & set(b"\r\n\0"), (name, line)
    if value == text and location == "path" and style == "simple":
        assert unquote(segments[3].decode()) == text
    if value == text and location == "query" and style in ("form", "json"):
        wanted = json.dumps(text, ensure_ascii=False) if style == "json" else text
        assert parse_qsl(query.decode(), keep_blank_values=True) == [("v", wanted)]
    if value == text and location == "cookie":
        assert request.headers.get("cookie", "").count(";") == 0
    assert location == "query" or not query


TARGETS: dict[str, Target] = {
    "loader": loader,
    "conversion": conversion,
    "documents": documents,
    "overlays": overlays,
    "events": events,
    "encoders": encoders,
}


def seeds(name: str) -> list[bytes]:
    """What a target begins with."""
    if name == "loader":
        return [text.encode() for text in sources().values() if len(text) < 3_000]
    if name == "overlays":
        return [
            b"$.paths['/a'].get",
            b"$..[?@.type=='string' && length(@.x) > 1]",
            b"$[0:9:2,'a',*]@1",
        ]
    if name == "events":
        return [b"\1\2\3\4event: a\r\ndata: {}\rid: 1\n\ndata\n\n:x\nretry: 5\n\n"]
    return [bytes([number, number]) + b"\x01\x02a\x1fb=c;d/..\x1f%2f" for number in range(40)]


def main(name: str, seconds: int, seed: int) -> None:
    """Run one target. Ends the process; the status is not 0 when something failed, and what did is kept."""
    atheris: Any = importlib.import_module("atheris")
    # What is loaded late would not be seen.
    runtime("events")
    _sender().send(0, "x")
    modules = ("clientwright", "yaml", "jsonpath_rfc9535", "encoded_pydantic", RUNTIME_PACKAGE)
    for loaded in list(sys.modules.values()):
        if loaded is not None and loaded.__name__.split(".")[0] in modules:
            _instrument(atheris, loaded)
    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(seeds(name)):
            (Path(corpus) / str(number)).write_bytes(data)
        options = {
            "max_total_time": seconds,
            "seed": seed % 2**32,
            "max_len": 4_000,
            "timeout": 30,
            "rss_limit_mb": 2_000,
            "artifact_prefix": f"{HERE / 'cases'}/{name}-",
            "verbosity": 0,
            "print_final_stats": 1,
        }
        atheris.Setup(
            [name, *(f"-{key}={value}" for key, value in options.items()), corpus], TARGETS[name]
        )
        atheris.Fuzz()


def _instrument(atheris: Any, module: ModuleType) -> None:
    """Let the fuzzer see which branches of a module are taken."""
    for holder in [module, *(each for each in vars(module).values() if isinstance(each, type))]:
        if holder is not module and holder.__module__ != module.__name__:
            continue
        for value in list(vars(holder).values()):
            plain = getattr(value, "__module__", "") == module.__name__
            if plain and type(value).__name__ == "function":
                atheris.instrument_func(value)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
