"""What users of a client expect of its surface, on a client generated for the archive: files, pages, options, connections."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import logging
import shutil
import ssl
import subprocess
import threading
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
from click.testing import CliRunner
from clientwright.cli import main
from support.loopback import HttpServer, Received, Reply, json_reply
from support.packages import fresh

ARCHIVE = Path(__file__).parent / "documents" / "archive.yaml"
ID = "123e4567-e89b-42d3-a456-426614174000"
FILE = {"object": "file", "id": ID, "name": "chart.png", "size": 3}
SECRET = "s3cret-key/with+signs"
PIECE = bytes(range(256)) * 256
MIB = 1024 * 1024


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The client of the archive, generated for these tests."""
    out = tmp_path_factory.mktemp("archive") / "out"
    command = ["generate", "--spec", str(ARCHIVE), "--package", "archive_client", "--quiet"]
    done = CliRunner().invoke(main, [*command, "--out", str(out)])
    assert done.exit_code == 0, done.output
    with fresh(out, "archive_client") as package:
        yield package


class Pieces(Sequence[bytes]):
    """A body that is made while it is sent: `count` times the same piece."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: Any) -> Any:
        if index >= self.count:
            raise IndexError(index)
        return PIECE


class Shelf(HttpServer):
    """The archive on a loopback port. `large` is how many pieces its file has."""

    def __init__(self) -> None:
        super().__init__(self.reply)
        self.large = 512

    def reply(self, request: Received) -> Reply:
        if request.path.endswith("/content") and request.method == "GET":
            kind = (("Content-Type", "application/octet-stream"),)
            return Reply(200, kind, stream=Pieces(self.large))
        if request.path == "/search":
            hit = b'data: {"kind": "hit", "file": ' + json.dumps(FILE).encode() + b"}\n\n"
            return Reply(200, (("Content-Type", "text/event-stream"),), stream=[hit] * 3)
        if request.path == "/token":
            return json_reply({"token": "t", "expires": "2026-01-31T12:00:00Z"})
        if request.path == "/files" and request.method == "GET":
            return json_reply(self.page(dict(request.query).get("cursor")))
        return json_reply(FILE, 201 if request.path == "/files" else 200, [("X-Request-Id", "r-7")])

    def page(self, cursor: str | None) -> dict[str, Any]:
        number = int(cursor or 0)
        files = [{**FILE, "name": f"{number}-{place}"} for place in range(2)]
        return {"files": files, "next": str(number + 1) if number < 2 else None}


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with Shelf() as server:
        yield server


@pytest.fixture
def client(archive: ModuleType, shelf: Shelf) -> Iterator[Any]:
    with archive.Archive(SECRET, server_url=shelf.url) as client:
        yield client


def asynchronously(archive: ModuleType, server: HttpServer, use: Callable[[Any], Any]) -> Any:
    """Run a coroutine function with a client of its own."""

    async def run() -> Any:
        async with archive.Archive(SECRET, server_url=server.url) as client:
            return await use(client)

    return asyncio.run(run())


@contextlib.contextmanager
def little_memory(limit: int = 8 * MIB) -> Iterator[None]:
    """Fail when more than so many bytes are held at once by what runs inside."""
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < limit, f"{peak / MIB:.1f} MiB"


class TestDownloads:
    """32 MiB, never held as a whole."""

    def test_to_a_file(self, client: Any, shelf: Shelf, tmp_path: Path) -> None:
        target = tmp_path / "content"
        with little_memory(), client.files.with_streaming_response.download(ID) as response:
            assert response.stream_to_file(target) == 512 * len(PIECE)
        assert target.stat().st_size == 512 * len(PIECE)
        with target.open("rb") as file:
            assert file.read(len(PIECE)) == PIECE

    def test_to_a_file_async(self, archive: ModuleType, shelf: Shelf, tmp_path: Path) -> None:
        async def use(client: Any) -> int:
            async with client.files.with_streaming_response.download_async(ID) as response:
                return await response.stream_to_file(tmp_path / "content")

        with little_memory():
            assert asynchronously(archive, shelf, use) == 512 * len(PIECE)

    def test_in_pieces_of_a_size(self, client: Any, shelf: Shelf) -> None:
        shelf.large = 2
        with client.files.with_streaming_response.download(ID) as response:
            assert response.status_code == 200
            sizes = [len(piece) for piece in response.iter_bytes(50_000)]
        assert sizes == [50_000, 50_000, 31_072]

    def test_nothing_is_read_unasked(self, client: Any, shelf: Shelf) -> None:
        shelf.large = 100_000
        with client.files.with_streaming_response.download(ID) as response:
            assert response.headers["Content-Type"] == "application/octet-stream"
        assert shelf.wait_departure(), "the connection stayed open"

    def test_plain(self, client: Any, shelf: Shelf) -> None:
        shelf.large = 3
        assert client.files.download(ID) == PIECE * 3

    def test_a_break_is_told(self, archive: ModuleType, client: Any, shelf: Shelf) -> None:
        shelf.knobs.cut_after = 100_000
        errors = archive.errors
        streaming = client.files.with_streaming_response
        with streaming.download(ID) as response, pytest.raises(errors.StreamInterrupted):
            response.read()

    def test_an_error_is_raised_before_the_body(
        self, archive: ModuleType, client: Any, shelf: Shelf
    ) -> None:
        errors = archive.errors
        shelf.answer = lambda request: json_reply({"reason": "gone"}, 404)
        with pytest.raises(errors.SDKError) as raised:
            client.files.with_streaming_response.download(ID)
        assert raised.value.status_code == 404
        assert "gone" in raised.value.body


class Recorder(io.RawIOBase):
    """A file of 32 MiB that nobody holds, and that says how it was read."""

    def __init__(self) -> None:
        self.left = 512 * len(PIECE)
        self.asked: list[int] = []
        self.name = "/somewhere/chart.png"

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        self.asked.append(size)
        given = PIECE[: min(size, self.left)] if size >= 0 else PIECE * (self.left // len(PIECE))
        self.left -= len(given)
        return given

    @property
    def in_pieces(self) -> bool:
        return bool(self.asked) and all(0 < size <= MIB for size in self.asked) and not self.left


class TestUploads:
    """Files are read while they are sent."""

    def test_multipart(self, client: Any, shelf: Shelf) -> None:
        file = Recorder()
        client.files.upload(file=file, purpose="keep")
        assert file.in_pieces
        assert b'filename="chart.png"' in shelf.last.body
        assert len(shelf.last.body) > 512 * len(PIECE)

    def test_raw(self, client: Any, shelf: Shelf) -> None:
        file = Recorder()
        client.files.replace(ID, request=file)
        assert file.in_pieces
        assert len(shelf.last.body) == 512 * len(PIECE)
        assert shelf.last.header("Content-Type") == "application/octet-stream"

    def test_multipart_async(self, archive: ModuleType, shelf: Shelf) -> None:
        file = Recorder()
        asynchronously(archive, shelf, lambda c: c.files.upload_async(file=file, purpose="keep"))
        assert file.in_pieces

    def test_a_path(self, client: Any, shelf: Shelf, tmp_path: Path) -> None:
        path = tmp_path / "tide table.csv"
        path.write_bytes(PIECE)
        client.files.upload(file=path, purpose="share", labels=["a", "b"], details={"note": "n"})
        body = shelf.last.body
        assert b'filename="tide table.csv"' in body
        assert PIECE in body
        assert body.count(b'name="labels"') == 2
        assert b'{"kind":"details","note":"n"}' in body.replace(b", ", b",").replace(b": ", b":")
        assert shelf.last.header("Content-Length") == str(len(body))

    def test_a_tuple(self, client: Any, shelf: Shelf) -> None:
        client.files.upload(file=("x.bin", b"abc", "image/png"), purpose="keep")
        assert b'filename="x.bin"' in shelf.last.body
        assert b"Content-Type: image/png" in shelf.last.body

    def test_a_path_that_is_missing(self, archive: ModuleType, client: Any, shelf: Shelf) -> None:
        errors = archive.errors
        with pytest.raises(errors.ArgumentError):
            client.files.upload(file=Path("no such file"), purpose="keep")
        assert shelf.requests == []


class TestPages:
    """Six files on three pages."""

    NAMES = ("0-0", "0-1", "1-0", "1-1", "2-0", "2-1")

    def test_walked(self, client: Any, shelf: Shelf) -> None:
        files = client.files.list(x_tenant="t", label=["a", "b"], created={"from": "2026-01-31"})
        assert len(shelf.requests) == 1, "a page was fetched before it was reached"
        assert tuple(file.name for file in files) == self.NAMES
        for number, request in enumerate(shelf.requests):
            wanted = [("label", "a"), ("label", "b"), ("created[from]", "2026-01-31")]
            cursor = [("cursor", str(number))] if number else []
            assert sorted(request.query) == sorted([*wanted, *cursor, ("api_key", SECRET)])
            assert request.header("X-Tenant") == "t"

    def test_walked_async(self, archive: ModuleType, shelf: Shelf) -> None:
        async def use(client: Any) -> list[str]:
            return [file.name async for file in await client.files.list_async(x_tenant="t")]

        assert tuple(asynchronously(archive, shelf, use)) == self.NAMES

    def test_by_hand(self, client: Any, shelf: Shelf) -> None:
        page = client.files.list(x_tenant="t")
        seen = []
        while page is not None:
            seen.append([file.name for file in page.files])
            page = page.next_page()
        assert seen == [["0-0", "0-1"], ["1-0", "1-1"], ["2-0", "2-1"]]

    def test_from_a_raw_answer(self, client: Any, shelf: Shelf) -> None:
        raw = client.files.with_raw_response.list(x_tenant="t")
        assert tuple(file.name for file in raw.parse()) == self.NAMES

    def test_options_go_along(self, client: Any, shelf: Shelf) -> None:
        list(client.files.list(x_tenant="t", http_headers={"X-Trace": "1"}))
        assert [request.header("X-Trace") for request in shelf.requests] == ["1"] * 3


class TestOptions:
    """What every call takes."""

    def test_headers_query_and_body(self, client: Any, shelf: Shelf) -> None:
        client.accounts.sign_in(
            name="a",
            password="b",
            remember=True,
            http_headers={"X-Trace": "1", "User-Agent": "mine"},
            extra_query={"debug": True},
            extra_body={"scope": "all"},
        )
        request = shelf.last
        assert (request.header("X-Trace"), request.header("User-Agent")) == ("1", "mine")
        assert request.query == [("debug", "true")]
        assert b"scope=all" in request.body

    def test_another_server(self, client: Any, shelf: Shelf) -> None:
        with Shelf() as other:
            client.files.get(ID, server_url=other.url)
            assert len(other.requests) == 1
        assert shelf.requests == []

    def test_an_unknown_one_is_refused(self, client: Any, shelf: Shelf) -> None:
        with pytest.raises(TypeError, match="timeout"):
            client.files.get(ID, timeout=5)
        assert shelf.requests == []

    def test_a_key_makes_a_post_repeatable(self, archive: ModuleType, shelf: Shelf) -> None:
        retries = archive.RetryConfig(initial_interval_ms=1)
        shelf.fail(2, 503)
        with archive.Archive(SECRET, server_url=shelf.url, retries=retries) as client:
            client.files.upload(file=b"abc", purpose="keep", idempotency_key="k-1")
        keys = [request.header("Idempotency-Key") for request in shelf.requests]
        assert keys == ["k-1"] * 3

    def test_raw(self, archive: ModuleType, client: Any, shelf: Shelf) -> None:
        raw = client.files.with_raw_response.get(ID)
        assert (raw.status_code, raw.request_id) == (200, "r-7")
        assert raw.parse().name == "chart.png"
        assert repr(raw) == "<RawResponse 200>"


class TestCopies:
    def test_share_connections(self, client: Any, shelf: Shelf) -> None:
        client.files.get(ID)
        other = client.with_options(http_headers={"X-Copy": "1"}, timeout_ms=5000)
        other.files.get(ID)
        client.copy().files.get(ID)
        assert shelf.connections == 1
        assert [request.header("X-Copy") for request in shelf.requests] == [None, "1", None]

    def test_of_resources_in_use(self, client: Any, shelf: Shelf) -> None:
        assert client.files is client.files
        with Shelf() as elsewhere:
            client.with_options(server_url=elsewhere.url).files.get(ID)
            client.files.get(ID)
            assert (len(elsewhere.requests), len(shelf.requests)) == (1, 1)


class TestOwnHttpClient:
    def test_proxy(self, archive: ModuleType, shelf: Shelf) -> None:
        with httpx.Client(proxy=shelf.url) as http:
            client = archive.Archive(
                SECRET, server_url="http://archive.invalid/api", http_client=http
            )
            assert client.files.get(ID).name == "chart.png"
        assert shelf.last.target.startswith(f"http://archive.invalid/api/files/{ID}?")

    def test_is_not_closed(self, archive: ModuleType, shelf: Shelf) -> None:
        with httpx.Client() as http:
            with archive.Archive(SECRET, server_url=shelf.url, http_client=http) as client:
                client.files.get(ID)
            assert not http.is_closed

    @pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
    def test_tls(self, archive: ModuleType, tmp_path: Path) -> None:
        """A certificate that only the user's own settings trust."""
        errors = archive.errors
        with https_server(tmp_path) as url:
            client = archive.Archive(SECRET, server_url=url, retries=None)
            with client, pytest.raises(errors.ConnectionError, match=r"(?i)certificate"):
                client.files.get(ID)
            trusted = ssl.create_default_context(cafile=str(tmp_path / "cert.pem"))
            with httpx.Client(verify=trusted) as http:
                client = archive.Archive(SECRET, server_url=url, http_client=http)
                assert client.files.get(ID).name == "chart.png"


@contextlib.contextmanager
def https_server(folder: Path) -> Iterator[str]:
    """A server with a certificate of its own making, which stays in the folder."""
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject, *files]
    subprocess.run(command, check=True, capture_output=True)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(FILE).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Keep the output of the tests clean."""

    class Listener(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that does not trust the certificate goes away, as it must."""

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    with Listener(("127.0.0.1", 0), Handler) as listener:
        listener.socket = context.wrap_socket(
            listener.socket, server_side=True, do_handshake_on_connect=False
        )
        thread = threading.Thread(target=listener.serve_forever, args=(0.01,))
        thread.start()
        yield f"https://127.0.0.1:{listener.server_port}"
        listener.shutdown()
        thread.join()


class TestCancellation:
    def test_of_a_call_closes_its_connection(self, archive: ModuleType, shelf: Shelf) -> None:
        shelf.large = 1
        shelf.knobs.hold = True

        async def use(client: Any) -> None:
            task = asyncio.create_task(client.files.download_async(ID))
            while not shelf.requests:
                await asyncio.sleep(0.005)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(shelf.wait_departure)

        asynchronously(archive, shelf, use)

    def test_of_an_upload_is_no_error_of_ours(self, archive: ModuleType, shelf: Shelf) -> None:
        shelf.knobs.delay = 5

        async def use(client: Any) -> None:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.files.replace_async(ID, request=b"x"), 0.1)
            shelf.knobs.delay = 0
            assert (await client.files.get_async(ID)).name == "chart.png"

        asynchronously(archive, shelf, use)


def leave(way: str, events: Any) -> None:
    """Leave a stream in one of the ways in which programs do."""
    match way:
        case "end":
            assert len(list(events)) == 3
        case "break":
            with events:
                for _ in events:
                    break
        case "exception":
            with contextlib.suppress(KeyError), events:
                raise KeyError
        case "close":
            events.close()
        case "unused":
            with events:
                pass


class TestOneConnection:
    """A pool of one connection: what is not given back is missed by the next call."""

    WAYS = ("end", "break", "exception", "close", "unused")

    @pytest.fixture
    def narrow(self, archive: ModuleType, shelf: Shelf) -> Iterator[Any]:
        limits = httpx.Limits(max_connections=1)
        with httpx.Client(limits=limits, timeout=httpx.Timeout(2)) as http:
            yield archive.Archive(SECRET, server_url=shelf.url, http_client=http, retries=None)

    @pytest.mark.parametrize("way", WAYS)
    def test_streams(self, narrow: Any, shelf: Shelf, way: str) -> None:
        for _ in range(3):
            leave(way, narrow.search.search_stream(query={"by": "name", "name": "x"}))
            narrow.files.get(ID)

    def test_an_event_that_does_not_fit(
        self, archive: ModuleType, narrow: Any, shelf: Shelf
    ) -> None:
        errors = archive.errors
        kind = (("Content-Type", "text/event-stream"),)
        plain = shelf.answer
        shelf.answer = lambda request: (
            Reply(200, kind, stream=[b"data: {\n\n", b"data: {}\n\n"])
            if request.path == "/search"
            else plain(request)
        )
        events = narrow.search.search_stream(query={"by": "name", "name": "x"})
        with pytest.raises(errors.ResponseValidationError):
            list(events)
        narrow.files.get(ID)

    def test_errors(self, archive: ModuleType, narrow: Any, shelf: Shelf) -> None:
        errors = archive.errors
        shelf.fail(1, 500)
        with pytest.raises(errors.ServerError):
            narrow.search.search_stream(query={"by": "name", "name": "x"})
        narrow.files.get(ID)

    def test_downloads(self, narrow: Any, shelf: Shelf) -> None:
        shelf.large = 4
        with narrow.files.with_streaming_response.download(ID):
            pass
        with narrow.files.with_streaming_response.download(ID) as response:
            next(iter(response.iter_bytes()))
        assert len(narrow.files.download(ID)) == 4 * len(PIECE)
        narrow.files.get(ID)


def test_threads_make_one_client_and_one_resource(archive: ModuleType, shelf: Shelf) -> None:
    """All that is built on first use is built once, whoever comes first."""
    barrier = threading.Barrier(12)
    with archive.Archive(SECRET, server_url=shelf.url) as client:
        seen: list[Any] = []

        def work() -> None:
            barrier.wait()
            seen.append(client.files.get(ID).name)

        threads = [threading.Thread(target=work) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert seen == ["chart.png"] * 12
    assert shelf.connections <= 12


def test_no_log_shows_the_key(
    archive: ModuleType, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """A key in the query: neither our own lines nor those of the HTTP library repeat it, whatever goes wrong."""
    caplog.set_level(logging.DEBUG)
    errors = archive.errors
    logger = logging.getLogger("archive-test")
    options = {"server_url": shelf.url, "debug_logger": logger, "retries": None}
    with archive.Archive(SECRET, **options) as client:
        client.files.get(ID)
        shelf.fail(1, 500)
        with pytest.raises(errors.ServerError) as raised:
            client.files.get(ID)
        shown = [repr(client), str(raised.value), repr(raised.value), repr(raised.value.request)]
        shown.append(str(raised.value.request.url))
    assert any(record.name == "archive-test" for record in caplog.records)
    shown += [record.getMessage() for record in caplog.records]
    for text in shown:
        assert SECRET not in text
        assert "s3cret" not in text
