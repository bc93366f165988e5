"""Every Python sample of the official pages runs against the server, under the package name that it imports.

The pages are kept beside the repository, not in it. Their text lost its indentation, which `support.samples` restores.
Where a page is wrong by itself, the sample must fail for exactly that reason.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from support import spec
from support.api import KEY, ApiServer
from support.packages import fresh
from support.paths import FLAVOUR, ROOT, SEEDS
from support.samples import Sample, find

GUIDE = "agents-and-conversations-guide.txt"
SAMPLES = [sample for path in sorted(SEEDS.glob("*.txt")) for sample in find(path)]

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the pages with the samples are not beside this checkout"
)


@dataclass(frozen=True)
class Wrong:
    """A sample that is wrong by itself: where, what it says, why that cannot work, and how it fails."""

    page: str
    says: str
    reason: str
    message: str


WRONG = [
    Wrong(
        "api-reference-page.txt",
        "print(conversation.id)",
        "the answer is a ConversationResponse, which has a conversation_id and no id",
        r"'ConversationResponse' object has no attribute 'id'",
    ),
    Wrong(
        GUIDE,
        "response = client.beta.conversations.append_stream(\n"
        "conversation_id=response.conversation_id,",
        "response is the stream that the sample before opened, not an answer",
        r"'Stream' object has no attribute 'conversation_id'",
    ),
    Wrong(
        GUIDE,
        "response = client.beta.conversations.restart_stream(\n"
        "conversation_id=response.conversation_id,",
        "response is the stream that the sample before opened, not an answer",
        r"'Stream' object has no attribute 'conversation_id'",
    ),
]


def wrong(sample: Sample) -> Wrong | None:
    text = "\n".join(sample.lines)
    return next((w for w in WRONG if w.page == sample.page and w.says in text), None)


def name_of(sample: Sample) -> str:
    return f"{sample.page}:{sample.line} {sample.call}"


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Generates the client under another name, once for the whole run, and gives its folder."""
    done: dict[str, Path] = {}

    def make(name: str) -> Path:
        if name not in done:
            out = tmp_path_factory.mktemp("samples") / name
            command = ["generate", str(FLAVOUR), "--package", name, "--out", str(out)]
            ran = subprocess.run(
                [sys.executable, "-m", "clientwright", *command],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
            assert ran.returncode == 0, ran.stderr
            done[name] = out
        return done[name]

    return make


@pytest.fixture
def package(
    generated: Callable[[str], Path], server: ApiServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], ModuleType]]:
    """Imports the client under the name that a sample uses; clients that it makes talk to the server."""
    monkeypatch.setenv("MISTRAL_API_KEY", KEY)
    server.any_id = True
    with ExitStack() as stack:

        def prepare(name: str) -> ModuleType:
            module = stack.enter_context(fresh(generated(name), name))
            construct = module.Mistral.__init__

            def to_the_server(self: Any, *args: Any, **kwargs: Any) -> None:
                construct(self, *args, **{"server_url": server.url, **kwargs})

            monkeypatch.setattr(module.Mistral, "__init__", to_the_server)
            return module

        yield prepare


def execute(sample: Sample, names: dict[str, Any]) -> None:
    exec(compile(sample.code, name_of(sample), "exec"), names)


def expected_operation(sample: Sample) -> str:
    """The operation that a sample calls, by its method's name."""
    resource, _, method = sample.call.partition(".")
    return f"agents_api_v1_{resource}_{method.removeprefix('get_') if method in ('get_history', 'get_messages') else method}"


def test_the_samples_are_found() -> None:
    counts = {path.name: 0 for path in SEEDS.glob("*.txt")}
    for sample in SAMPLES:
        counts[sample.page] += 1
        compile(sample.code, name_of(sample), "exec")
    assert counts == {
        GUIDE: 16,
        "api-reference-page.txt": 22,
        "python-sdk-reference.txt": 11,
        "rust-client-reference.txt": 0,
        "typescript-sdk-reference.txt": 0,
    }
    # Nothing that calls the API in Python is left over in the pages.
    for path in SEEDS.glob("*.txt"):
        calls = re.findall(
            r"^(?!const|await).*(?:client|mistral)\.beta\.\w+\.[a-z_]+\((?!\{).*$",
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        own = [call for call in calls if "await" not in call and "const" not in call]
        assert len(own) == counts[path.name], own


def test_what_is_listed_as_wrong_is_there() -> None:
    listed = {entry for sample in SAMPLES if (entry := wrong(sample)) is not None}
    assert listed == set(WRONG)


STANDALONE = [sample for sample in SAMPLES if sample.page != GUIDE]


@pytest.mark.parametrize("sample", STANDALONE, ids=name_of)
def test_sample(
    sample: Sample,
    server: ApiServer,
    package: Callable[[str], ModuleType],
    capsys: pytest.CaptureFixture[str],
) -> None:
    package(sample.imports)
    listed = wrong(sample)
    if listed is None:
        execute(sample, {})
        if "print(" in sample.code:
            assert capsys.readouterr().out.strip()
    else:
        with pytest.raises(AttributeError, match=listed.message):
            execute(sample, {})
        # All but the wrong line works.
        right = tuple(line for line in sample.lines if line != listed.says)
        execute(Sample(sample.page, sample.line, right), {})
    assert server.served[-1] == expected_operation(sample)


def test_guide(server: ApiServer, package: Callable[[str], ModuleType]) -> None:
    """The samples of the guide go on from one another, so they run in their order and share their names."""
    samples = [sample for sample in SAMPLES if sample.page == GUIDE]
    module = package(next(sample.imports for sample in samples if sample.imports))
    names: dict[str, Any] = {}
    answer: Any = None
    for sample in samples:
        listed = wrong(sample)
        if listed is not None:
            with pytest.raises(AttributeError, match=listed.message):
                execute(sample, names)
            # With an answer in place of the stream the same lines work.
            names["response"] = answer
        elif isinstance(names.get("response"), module.models.ConversationResponse):
            answer = names["response"]
        before = len(server.served)
        execute(sample, names)
        assert server.served[before:] == [expected_operation(sample)], name_of(sample)
        if "append_stream" in sample.call:
            assert type(names["response"]).__name__ == "Stream"
    assert {name for name in names if not name.startswith("__")} >= {
        "simple_agent",
        "websearch_agent",
        "conversations_list",
        "conversation",
    }
    assert set(server.served) <= spec.operations().keys()
