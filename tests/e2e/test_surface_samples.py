"""Code samples as an overlay: it is valid, it applies, and what it adds runs, in Python and with curl."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from clientwright.cli import main
from support import api, spec
from support.api import ApiServer
from support.loopback import HttpServer, Received, Reply
from support.paths import FLAVOUR, ROOT, SPEC

ARCHIVE = Path(__file__).parent / "documents" / "archive.yaml"
SCHEMA = ROOT / "tests" / "unit" / "overlay_1_0.schema.json"
AGENT = "ag_0692b1379a0c7b448000c1d2e3f40516"


def invoke(*arguments: str) -> str:
    """What a command prints."""
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def overlay() -> Any:
    return yaml.safe_load(invoke("overlay", "samples", str(FLAVOUR)))


@pytest.fixture(scope="module")
def applied(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The document with its samples."""
    file = tmp_path_factory.mktemp("samples") / "samples.yaml"
    file.write_text(invoke("overlay", "samples", str(FLAVOUR)), encoding="utf-8")
    return yaml.safe_load(invoke("overlay", "apply", str(SPEC), str(file)))


def sample(applied: Any, operation: spec.Operation, language: str) -> str:
    """The one sample of an operation in a language."""
    path = operation.path + (f"#{operation.variant}" if operation.variant else "")
    written = applied["paths"][path][operation.method.lower()]["x-codeSamples"]
    [source] = [each["source"] for each in written if each["lang"] == language]
    return source


@pytest.fixture
def ready(server: ApiServer, monkeypatch: pytest.MonkeyPatch) -> ApiServer:
    """The API with what the samples name."""
    server.any_id = True
    agent = {"agent_id": AGENT}
    api.update_agent(server, agent, {"instructions": "Be brief."})
    api.put_alias(server, {**agent, "alias": "stable", "version": 0}, {})
    monkeypatch.setenv("MISTRAL_SERVER_URL", server.url)
    return server


def test_is_a_valid_overlay(overlay: Any) -> None:
    jsonschema.validate(overlay, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_prints_json_as_well(overlay: Any) -> None:
    assert json.loads(invoke("overlay", "samples", str(FLAVOUR), "--json")) == overlay


def test_changes_nothing_but_the_samples(applied: Any) -> None:
    before = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
    after = copy.deepcopy(applied)
    for item in after["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict):
                operation.pop("x-codeSamples", None)
    assert json.dumps(after, default=str) == json.dumps(before, default=str)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("identity", list(spec.operations()))
def test_python_runs(
    ready: ApiServer, package: ModuleType, errors: ModuleType, applied: Any, identity: str
) -> None:
    ready.key = "..."
    program = sample(applied, spec.operations()[identity], "Python")
    if "get_version(" in program:
        with pytest.raises(errors.NotFoundError):
            exec(compile(program, "sample", "exec"), {})
    else:
        exec(compile(program, "sample", "exec"), {})
    assert ready.served[0] == identity


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("identity", list(spec.operations()))
def test_curl_asks_for_the_same(ready: ApiServer, applied: Any, identity: str) -> None:
    command = sample(applied, spec.operations()[identity], "Shell")
    assert "https://api.mistral.ai/" in command
    run(command.replace("https://api.mistral.ai", ready.url), {"MISTRAL_API_KEY": ready.key})
    assert ready.served == [identity]


def run(command: str, environment: dict[str, str], folder: Path | None = None) -> str:
    """What a command prints in a POSIX shell."""
    done = subprocess.run(
        ["sh", "-c", f"exec {command}"],
        env={"PATH": "/usr/bin:/bin", "NO_PROXY": "*", **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def archive() -> dict[str, str]:
    """The commands for the archive, by method and path."""
    written = json.loads(invoke("overlay", "samples", str(ARCHIVE), "--json"))
    return {
        action["target"]: action["update"]["x-codeSamples"][1]["source"]
        for action in written["actions"]
    }


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
class TestCurl:
    """What the conversations do not have: files, forms, keys in the query."""

    def received(self, command: str, folder: Path) -> Received:
        (folder / "file").write_bytes(b"\x00\xffbytes")
        with HttpServer(lambda request: Reply(200)) as server:
            command = command.replace("https://archive.example.com/api", server.url)
            run(command, {"ARCHIVE_KEY": "k&y =1"}, folder)
            [request] = server.requests
        return request

    def test_key_comes_from_the_environment(self, archive: dict[str, str]) -> None:
        first = archive["$['paths']['/files']['get']"].splitlines()[0]
        assert "'api_key='\"$ARCHIVE_KEY\"" in first

    def test_multipart(self, archive: dict[str, str], tmp_path: Path) -> None:
        command = archive["$['paths']['/files']['post']"].replace("$ARCHIVE_KEY", "key")
        request = self.received(command, tmp_path)
        assert (request.method, request.path) == ("POST", "/files")
        assert dict(request.query) == {"api_key": "key"}
        assert request.header("Content-Type").startswith("multipart/form-data")
        assert b"\x00\xffbytes" in request.body
        assert b'name="purpose"\r\n\r\nkeep\r\n' in request.body

    def test_form(self, archive: dict[str, str], tmp_path: Path) -> None:
        request = self.received(archive["$['paths']['/token']['post']"], tmp_path)
        assert request.query == []
        assert request.body == b"grant_type=password&name=...&password=...&remember=true"

    def test_bytes(self, archive: dict[str, str], tmp_path: Path) -> None:
        command = archive["$['paths']['/files/{id}/content']['put']"]
        request = self.received(command.replace("$ARCHIVE_KEY", "key"), tmp_path)
        assert request.body == b"\x00\xffbytes"
        assert request.header("Content-Type") == "application/octet-stream"

    def test_text(self, archive: dict[str, str], tmp_path: Path) -> None:
        command = archive["$['paths']['/files/{id}/notes']['post']"]
        request = self.received(command.replace("$ARCHIVE_KEY", "key"), tmp_path)
        assert request.body == b"..."
        assert request.header("Content-Type") == "text/plain"
