"""The life of a generated package, as a team lives it: generate, add own code, change the document, read, release.

Everything happens through the command line, in a folder of the team's own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from support.loopback import HttpServer, Received, Reply, json_reply
from support.packages import fresh
from support.paths import ROOT
from support.sse import write_events

DOCUMENT = """\
openapi: 3.1.0
info: {title: Newsroom, version: 1.0.0}
servers: [{url: https://news.example}]
tags: [{name: stories}]
paths:
  /stories:
    post:
      operationId: stories_write
      tags: [stories]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/NewStory'}}}
      responses:
        '200':
          description: The story.
          content: {application/json: {schema: {$ref: '#/components/schemas/Story'}}}
  /stories/{id}:
    get:
      operationId: stories_fetch
      tags: [stories]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: The story.
          content: {application/json: {schema: {$ref: '#/components/schemas/Story'}}}
  /stories/{id}/events:
    get:
      operationId: stories_follow
      tags: [stories]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: What happens to the story.
          content: {text/event-stream: {schema: {$ref: '#/components/schemas/Happening'}}}
components:
  schemas:
    NewStory:
      type: object
      required: [title]
      properties:
        title: {type: string}
    Story:
      type: object
      required: [id, title]
      properties:
        id: {type: string}
        title: {type: string}
        byline: {type: string}
    Edited:
      type: object
      required: [type, by]
      properties:
        type: {const: edited}
        by: {type: string}
    Printed:
      type: object
      required: [type, page]
      properties:
        type: {const: printed}
        page: {type: integer}
    Happening:
      type: object
      required: [event, data]
      properties:
        event: {type: string}
        data: {oneOf: [{$ref: '#/components/schemas/Edited'}, {$ref: '#/components/schemas/Printed'}]}
"""

FLAVOUR = """\
spec = "newsroom.yaml"
output = "sdk"
[package]
name = "newsroom"
version = "1.4.0"
client_class = "Newsroom"
[custom]
"stories" = "newsroom_extras:Headlines"
"""

MIXIN = """\
class Headlines:
    def headline(self, id: str) -> str:
        return self.{method}(id).title.upper()
"""

STORY = {"id": "s1", "title": "Fog in Brest"}


def changed() -> str:
    """The document a year later: a new event, a renamed operation, a field less, an argument that must be given."""
    document = yaml.safe_load(DOCUMENT)
    schemas = document["components"]["schemas"]
    schemas["Retracted"] = {
        "type": "object",
        "required": ["type", "why"],
        "properties": {"type": {"const": "retracted"}, "why": {"type": "string"}},
    }
    schemas["Happening"]["properties"]["data"]["oneOf"].append(
        {"$ref": "#/components/schemas/Retracted"}
    )
    document["paths"]["/stories/{id}"]["get"]["operationId"] = "stories_get"
    del schemas["Story"]["properties"]["byline"]
    schemas["NewStory"]["required"].append("desk")
    schemas["NewStory"]["properties"]["desk"] = {"type": "string"}
    return yaml.safe_dump(document, sort_keys=False)


def answer(request: Received) -> Reply:
    if not request.path.endswith("/events"):
        return json_reply(STORY)
    events = [
        ("happening", {"type": "edited", "by": "Ada"}),
        ("happening", {"type": "retracted", "why": "wrong"}),
    ]
    return Reply(200, (("Content-Type", "text/event-stream"),), stream=write_events(events))


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in the team's folder."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "clientwright", *arguments],
            cwd=tmp_path,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def server() -> Iterator[HttpServer]:
    with HttpServer(answer) as server:
        yield server


def follow(package: object, url: str) -> list[str]:
    with package.Newsroom(server_url=url) as news, news.stories.follow("s1") as events:  # type: ignore[attr-defined]
        return [type(event.data).__name__ for event in events]


def test_a_year(tmp_path: Path, run: Run, server: HttpServer) -> None:
    (tmp_path / "newsroom.yaml").write_text(DOCUMENT)
    flavour, sdk = tmp_path / "newsroom.toml", tmp_path / "sdk"
    flavour.write_text(FLAVOUR)

    # The first client, with a method of the team's own.
    done = run("generate", "newsroom.toml")
    assert done.returncode == 0, done.stderr
    extras = sdk / "newsroom_extras.py"
    extras.write_text(MIXIN.format(method="fetch"))
    with fresh(sdk, "newsroom") as newsroom, newsroom.Newsroom(server_url=server.url) as news:
        assert news.stories.headline("s1") == "FOG IN BREST"
        assert news.stories.write(title="Fog").id == "s1"
    with fresh(sdk, "newsroom") as newsroom:
        assert follow(newsroom, server.url) == ["Edited", "UnknownHappeningData"]
    # The reference lists that method from the next run on.
    assert run("generate", "newsroom.toml").returncode == 0
    assert "`headline(id: str) -> str`" in (sdk / "docs" / "stories.md").read_text()
    assert run("generate", "newsroom.toml", "--check").returncode == 0

    # The document changes. What that is for users is known before anything is written.
    (tmp_path / "newsroom.yaml").write_text(changed())
    before = {path: path.read_bytes() for path in sdk.rglob("*.py")}
    stopped = run("generate", "newsroom.toml", "--check", "--fail-on", "major")
    assert stopped.returncode == 1
    assert {path: path.read_bytes() for path in sdk.rglob("*.py")} == before
    told = run("diff", "sdk", "newsroom.toml", "--markdown")
    assert told.returncode == 1
    for line in (
        "Version 1.4.0 becomes **2.0.0**.",
        "- `stories.fetch` is called `stories.get` now",
        "- `stories.write` takes `desk` (string), which must be given",
        "- `Story.byline` is gone",
        "- the model `Retracted` is new",
        "- `HappeningData` has the new member Retracted",
    ):
        assert line in told.stdout, told.stdout
    machine = json.loads(run("diff", "sdk", "newsroom.toml", "--json").stdout)
    assert (machine["level"], machine["proposed"]) == ("major", "2.0.0")

    # It is taken over. The old name stays for a while, the version is raised, and own code survives.
    done = run("generate", "newsroom.toml", "--report", "report.json")
    assert done.returncode == 0, done.stderr
    assert "major: `Story.byline` is gone" in done.stderr
    assert 'the next version is 2.0.0: set [package] version = "2.0.0"' in done.stderr
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["operations"] == dict.fromkeys(
        ("stories_write", "stories_get", "stories_follow"), "generated"
    )
    flavour.write_text(
        FLAVOUR.replace("1.4.0", "2.0.0") + '[aliases]\n"stories.fetch" = "stories.get"\n'
    )
    done = run("generate", "newsroom.toml")
    assert (done.returncode, "next version" in done.stderr) == (0, False), done.stderr
    assert run("diff", "sdk", "newsroom.toml").returncode == 0
    assert "stories.fetch(id)" in run("inspect", "newsroom.toml").stdout
    assert 'version = "2.0.0"' in (sdk / "pyproject.toml").read_text()
    assert extras.read_text() == MIXIN.format(method="fetch")
    with fresh(sdk, "newsroom") as newsroom, newsroom.Newsroom(server_url=server.url) as news:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            assert news.stories.headline("s1") == "FOG IN BREST"
        assert [item.category for item in warned] == [DeprecationWarning]
        assert news.stories.get("s1").title == "Fog in Brest"
        news.stories.write(title="Fog", desk="weather")
        assert server.last.json() == {"title": "Fog", "desk": "weather"}
    with fresh(sdk, "newsroom") as newsroom:
        assert follow(newsroom, server.url) == ["Edited", "Retracted"]

    # A hand edit is noticed; and nothing at all happens when nothing has changed.
    client = sdk / "newsroom/client.py"
    original = client.read_bytes()
    client.write_bytes(original + b"# mine\n")
    assert run("generate", "newsroom.toml").returncode == 2
    assert client.read_bytes() == original + b"# mine\n"
    assert run("generate", "newsroom.toml", "--force").returncode == 0
    assert client.read_bytes() == original
    done = run("generate", "newsroom.toml")
    assert (done.returncode, "nothing has changed" in done.stderr) == (0, True)


def test_a_mixin_whose_resource_has_gone_is_reported(tmp_path: Path, run: Run) -> None:
    (tmp_path / "newsroom.yaml").write_text(DOCUMENT.replace("stories]", "articles]"))
    (tmp_path / "newsroom.toml").write_text(FLAVOUR)
    done = run("generate", "newsroom.toml")
    assert done.returncode == 0
    assert "newsroom_extras:Headlines" in done.stderr and "[orphaned-mixin]" in done.stderr


@pytest.mark.slow
def test_the_wheel_alone_serves_an_empty_folder(tmp_path: Path, server: HttpServer) -> None:
    wheels, home, place = tmp_path / "wheels", tmp_path / "env", tmp_path / "empty"
    build = ("wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(wheels), str(ROOT))
    subprocess.run([sys.executable, "-m", "pip", *build], check=True)
    (wheel,) = wheels.glob("clientwright-*.whl")
    venv.create(home, with_pip=False)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run(
        *([[sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps", str(wheel)]]),
        check=True,
    )  # fmt: skip
    purelib = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    # The libraries that it needs come from this environment; the checkout does not come with them.
    (Path(purelib) / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    place.mkdir()
    (place / "newsroom.yaml").write_text(DOCUMENT)

    def own(*command: str) -> str:
        path = f"{Path(sysconfig.get_path('scripts'))}{os.pathsep}{os.environ.get('PATH', '')}"
        done = subprocess.run(
            [python, *command],
            cwd=place,
            env={"PATH": path, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": "sdk"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    where = own("-c", "import clientwright; print(clientwright.__file__)").strip()
    assert Path(where).is_relative_to(home)
    own("-m", "clientwright", "init", "newsroom.yaml", "--out", "sdk", "--package", "newsroom")
    own("-m", "clientwright", "generate")
    own("-m", "clientwright", "generate", "--check")
    printed = own(
        "-c",
        "import newsroom\n"
        f"with newsroom.Newsroom(server_url={server.url!r}) as news:\n"
        "    print(news.stories.fetch('s1').title)",
    )
    assert printed == "Fog in Brest\n"
