"""Each case comes to what is committed: representation, findings, generated files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support import cases
from support.cases import Outcome
from support.paths import CASES

NAMES = cases.names()


def test_there_are_cases() -> None:
    assert {"stream_variant", "tagged_union_open", "constants_always_sent"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_comes_to_what_is_expected(
    name: str, generated: Callable[[str], tuple[Outcome, Path]]
) -> None:
    found = cases.differences(name, generated(name)[0])
    if found:
        pytest.fail(f"{found}\nWhen this is right: make case C={name}", pytrace=False)


@pytest.mark.parametrize("name", NAMES)
def test_has_a_behaviour(name: str) -> None:
    """A snapshot that nothing executes would keep what does not work."""
    path = CASES / name / "test_behaviour.py"
    assert path.is_file()
    assert "def test_" in path.read_text(encoding="utf-8")
    assert any((CASES / name / cases.EXPECTED).rglob("*.py"))


def test_every_folder_is_a_case() -> None:
    folders = {path.name for path in CASES.iterdir() if path.is_dir()} - {"__pycache__"}
    assert folders == set(NAMES)
