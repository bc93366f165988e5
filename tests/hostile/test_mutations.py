"""Documents that are almost real: never a traceback, never source that is no Python, never a run without bound."""

from __future__ import annotations

import importlib
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from clientwright import config, pipeline
from clientwright.diagnostics import InputError
from clientwright.load import overlay, swagger2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.packages import fresh

from hostile.mutations import KINDS, Change, mutated, sources, try_document, try_file
from hostile.targets import TARGETS, seeds

CASES = Path(__file__).parent / "cases"
NUMBERS = st.integers(0, 20_000)
CHANGES = st.lists(
    st.builds(Change, st.sampled_from(KINDS), NUMBERS, NUMBERS), min_size=1, max_size=6
)
RELAXED = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@RELAXED
@given(st.sampled_from(sorted(sources())), CHANGES, st.booleans())
def test_any_change_of_a_real_document(
    tmp_path: Path, name: str, changes: list[Change], as_yaml: bool
) -> None:
    assert try_document(mutated(sources()[name], changes), tmp_path, as_yaml=as_yaml) in (
        "generated",
        "refused",
    )


def test_most_changes_leave_something_to_generate(tmp_path: Path) -> None:
    """Else the test above would try little more than the reading."""
    outcomes: Counter[str] = Counter()
    for number, (name, text) in enumerate(sorted(sources().items())):
        change = Change(KINDS[number % len(KINDS)], number * 7919, number * 104_729)
        outcomes[try_document(mutated(text, [change]), tmp_path)] += 1
        assert outcomes.total(), name
    assert outcomes["generated"] > 2 * outcomes["refused"], outcomes


@settings(RELAXED, max_examples=15)
@given(st.sampled_from(sorted(sources())), CHANGES)
def test_what_is_generated_can_be_imported(
    tmp_path: Path, name: str, changes: list[Change]
) -> None:
    source = tmp_path / "document.json"
    source.write_text(json.dumps(mutated(sources()[name], changes)), encoding="utf-8")
    flavour = config.from_options(
        {"spec": str(source), "output": str(tmp_path / "out"), "package.name": "mutated"}
    )
    try:
        pipeline.generate(flavour)
    except InputError:
        return
    with fresh(tmp_path / "out", "mutated") as package:
        assert [getattr(package, item) for item in dir(package)]
        models = importlib.import_module("mutated.models")
        assert all(getattr(models, item) is not None for item in dir(models))


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_what_once_failed(tmp_path: Path, case: Path) -> None:
    target = TARGETS.get(case.name.partition("-")[0])
    if target is not None:
        target(case.read_bytes())
        return
    assert try_file(case, tmp_path) in ("generated", "refused")


@pytest.mark.parametrize("name", TARGETS)
def test_each_target_of_the_fuzzer_holds(name: str) -> None:
    """With what it begins with, and some bytes of chance: `make fuzz` goes on from there."""
    rng = random.Random(name)
    given = seeds(name)
    for data in [*given, *(rng.randbytes(rng.randrange(60)) for _ in range(40))]:
        TARGETS[name](data)
    spliced = [rng.choice(given)[: rng.randrange(80)] + rng.choice(given)[5:80] for _ in range(40)]
    for data in spliced:
        TARGETS[name](data)


def test_a_target_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """The targets see what goes wrong behind them."""

    def damaged(tree: Any) -> Any:
        tree["info"] = None
        return tree, ()

    monkeypatch.setattr(swagger2, "convert", damaged)
    with pytest.raises(AssertionError):
        TARGETS["conversion"](b"")
    monkeypatch.setattr(overlay, "apply", lambda tree, _: None)
    with pytest.raises(AttributeError):
        TARGETS["overlays"](b"$.paths@")
