"""The README's example does what the README says."""

from __future__ import annotations

import doctest
import re

import pytest
from support import demo
from support.paths import ROOT


def test_example_prints_what_the_readme_shows() -> None:
    done = demo.run()
    assert done.stderr == ""
    assert done.stdout == demo.promised()
    assert done.returncode == 0


def test_the_mistake_is_told_as_the_readme_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"^```pycon\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    monkeypatch.setenv("MISTRAL_SERVER_URL", "http://127.0.0.1:9")
    test = doctest.DocTestParser().get_doctest(shown, {}, "README", "README.md", 0)
    assert len(test.examples) == 3
    said: list[str] = []
    failed = doctest.DocTestRunner(verbose=False).run(test, out=said.append).failed
    assert not failed, "".join(said)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_what_is_named_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    text = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    named = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    named += re.findall(r"`([a-z][\w.]*/[\w./]*\w)`", text)
    assert named
    bases = (ROOT, ROOT / "generator" / "clientwright", ROOT / "templates" / "python")
    missing = [name for name in named if not any((base / name).exists() for base in bases)]
    assert missing == []
