"""The benchmarks still run: their smallest mode, and no number is held against them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from support.paths import GENERATED, ROOT

BENCH = ROOT / "tests" / "bench"


def run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(BENCH / script), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_part_measures_something(tmp_path: Path) -> None:
    numbers = tmp_path / "numbers.json"
    printed = run("run.py", "--smoke", "--package", str(GENERATED), "--json", str(numbers))
    tables: list[dict[str, Any]] = json.loads(numbers.read_text())["tables"]
    titles = [table["title"] for table in tables]
    assert titles[:2] == ["Generating", "The generated client"]
    assert titles[-1] == "Size"
    for table in tables:
        assert f"### {table['title']}\n" in printed
        for row in table["rows"]:
            assert f"| {row['name']} |" in printed
            assert row["values"] and all(value > 0 for value in row["values"].values()), row
    calls = {row["name"]: row for row in tables[1]["rows"]}
    assert len(calls) == 10
    for row in calls.values():
        assert row["values"].keys() == {"ours", "bare"}
        assert row["ratios"]["ours/bare"] == row["values"]["ours"] / row["values"]["bare"]


def test_the_synthetic_document_is_as_large_as_asked_and_always_the_same(tmp_path: Path) -> None:
    first, second, larger = (
        tmp_path / name for name in ("first.yaml", "second.yaml", "larger.yaml")
    )
    run("big_document.py", str(first), "24")
    run("big_document.py", str(second), "24")
    run("big_document.py", str(larger), "48")
    assert first.read_bytes() == second.read_bytes()
    for place, operations in ((first, 24), (larger, 48)):
        document = yaml.safe_load(place.read_text())
        assert sum(len(item) for item in document["paths"].values()) == operations
        assert len(document["components"]["schemas"]) == operations * 2 + 1
    assert 1.8 < larger.stat().st_size / first.stat().st_size < 2.2
