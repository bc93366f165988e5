"""What the reference and the readme of the package show works: every program runs, every link leads somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType

import pytest
from support import api, spec
from support.api import ApiServer
from support.paths import GENERATED

PAGES = sorted(GENERATED.glob("docs/*.md"))
MODELS = sorted(GENERATED.glob("docs/models/*.md"))
README = GENERATED / "README.md"
KEY = "..."
AGENT = "ag_0692b1379a0c7b448000c1d2e3f40516"


def programs(page: Path) -> list[str]:
    """The Python programs of a page."""
    found = re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
    assert found, f"{page} has no examples"
    return found


def entries(page: Path) -> list[tuple[str, str]]:
    """The methods that a page describes, each with its text."""
    parts = re.split(r"^## `(.*)`$", page.read_text(encoding="utf-8"), flags=re.M)
    return list(zip(parts[1::2], parts[2::2], strict=True))


OTHERS = (
    "mistral-async",
    "mistral-flat",
    "mistral-httpx2",
    "mistral-msgspec",
    "mistral-dataclasses",
)
"""Flavours of the same document in another style: what their pages show is written for that style."""

SHOWN = [
    pytest.param(program, id=f"{page.stem}-{number}")
    for page in (*PAGES, README)
    for number, program in enumerate(programs(page))
]


SHOWN_ELSEWHERE = [
    pytest.param(flavour, program, id=f"{flavour}-{page.stem}-{number}")
    for flavour in OTHERS
    for page in sorted((GENERATED.parent / flavour).rglob("*.md"))
    if page.parent.name != "models"
    for number, program in enumerate(programs(page))
    if "get_version(" not in program
]


class Runner:
    """Runs a program as it is printed; only the address of the server comes from outside, from the environment."""

    def __init__(self, server: ApiServer, capsys: pytest.CaptureFixture[str]) -> None:
        self.server = server
        self._capsys = capsys

    def __call__(self, program: str) -> str:
        """Give what the program prints."""
        exec(compile(program, "example", "exec"), {"__name__": "__main__"})
        return self._capsys.readouterr().out


@pytest.fixture
def run(
    server: ApiServer,
    package: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Runner:
    """Programs find the API knowing every id, and the agent of the examples with two versions and an alias, and a conversation."""
    server.key = KEY
    server.any_id = True
    agent = {"agent_id": AGENT}
    api.start(server, {}, {"inputs": "hello"})
    api.update_agent(server, agent, {"instructions": "Be brief."})
    api.put_alias(server, {**agent, "alias": "stable", "version": 0}, {})
    monkeypatch.setenv("MISTRAL_SERVER_URL", server.url)
    return Runner(server, capsys)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("program", SHOWN)
def test_runs(run: Runner, errors: ModuleType, program: str) -> None:
    if "get_version(" in program:
        # The document has no example of a version, and its placeholder names none.
        with pytest.raises(errors.NotFoundError):
            run(program)
    else:
        printed = run(program)
        assert bool(printed) == ("print(" in program)
    assert len(run.server.served) >= 1


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("flavour", "program"), SHOWN_ELSEWHERE)
def test_runs_in_other_styles(run: Runner, flavour: str, program: str) -> None:
    printed = run(program)
    assert bool(printed) == ("print(" in program)
    assert len(run.server.served) >= 1


def test_the_style_of_asynchronous_calls_is_told() -> None:
    readme = README.read_text(encoding="utf-8")
    assert "`async with mistral.beta.conversations.start_stream_async(...) as events`" in readme
    assert "`async for item in mistral.beta.conversations.list_async(...)`" in readme
    folder = GENERATED.parent / "mistral-async"
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert "async with AsyncMistral(" in readme
    assert "`async with mistral.beta.conversations.start(stream=True, ...) as events`" in readme
    assert "_async(" not in readme
    page = folder / "docs" / "beta_conversations.md"
    found = dict(entries(page))
    assert "the same of `AsyncMistral`, awaited" in found["beta.conversations.start"]
    streamed = found["beta.conversations.start(stream=True)"]
    assert "the same of `AsyncMistral`, in `async with`" in streamed


@pytest.mark.parametrize("program", SHOWN)
def test_shows_the_whole_surface_of_a_call(program: str) -> None:
    """No placeholders that a reader would have to fill with code."""
    compile(program, "example", "exec")
    assert "pass\n" not in program
    assert max(len(line) for line in program.splitlines()) <= 88


def test_every_operation_has_its_entry() -> None:
    shown = [text for page in PAGES for _, text in entries(page)]
    for operation in spec.operations().values():
        request = f"`{operation.method} {operation.path}`"
        assert any(request in text for text in shown), request
    assert len(shown) == len(spec.operations())


def test_a_stream_is_narrowed_and_printed(run: Runner) -> None:
    name = "message.output.delta"
    deltas = [(name, {"type": name, "id": "m", "content": text}) for text in ("At ", "nine.")]
    other = ("conversation.response.started", {"conversation_id": "c"})
    run.server.events = [other, *deltas]
    page = next(page for page in PAGES if page.stem == "beta_conversations")
    streamed = [text for call, text in entries(page) if call.endswith("_stream")]
    assert len(streamed) == 3
    for text in streamed:
        [program] = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
        assert run(program) == "At nine."


def test_a_list_is_walked_over_its_pages(run: Runner) -> None:
    page = next(page for page in PAGES if page.stem == "beta_agents")
    [text] = [text for call, text in entries(page) if call.endswith(".list_versions")]
    [program] = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
    assert run(program).count("name=") == 2
    assert len(run.server.requests) == 2, "the page after the last was not asked for"


@pytest.mark.parametrize("page", [*PAGES, *MODELS, README], ids=lambda page: page.stem)
def test_links_lead_to_headings(page: Path) -> None:
    text = re.sub(r"(?<!\[)`[^`\n]+`(?!\])", "", page.read_text(encoding="utf-8"))
    links = re.findall(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)", text)
    for target, fragment in links:
        if target.startswith(("http://", "https://")):
            continue
        file = page.parent / target if target else page
        assert file.is_file(), f"{page.name}: {target}"
        if fragment:
            headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.M)
            anchors = {
                re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in headings
            }
            assert fragment in anchors, f"{page.name}: {target}#{fragment}"


def test_every_model_of_an_argument_or_result_is_listed() -> None:
    listed = {name for page in MODELS for name, _ in entries(page)}
    document = json.dumps(spec.document())
    for name in re.findall(r'#/components/schemas/(\w+)"', document):
        assert name in listed, name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_errors_end_with_what_any_status_may_raise(page: Path) -> None:
    for call, text in entries(page):
        table = text.split("| error | status | |")[1]
        rows = [line for line in table.splitlines() if line.startswith("| `errors.")]
        assert "`errors.HTTPValidationError` | `422`" in rows[0], call
        assert "`errors.SDKError` | any other status" in rows[-1], call
