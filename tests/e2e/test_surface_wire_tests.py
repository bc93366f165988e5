"""The tests that a package can bring along: one for each operation, green out of the box, red when the client is wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from clientwright.cli import main
from support.paths import FLAVOUR

ARCHIVE = Path(__file__).parent / "documents" / "archive.yaml"


def generate(out: Path, *arguments: str) -> Path:
    """Generate a package with tests."""
    command = ["generate", *arguments, "--out", str(out), "--set", "package.tests=true", "--quiet"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    return out


def archive(out: Path, *arguments: str) -> Path:
    return generate(out, "--spec", str(ARCHIVE), "--package", "archive_client", *arguments)


def run(out: Path) -> tuple[dict[str, int], str]:
    """Run the tests of a package as its owner would; how many ended in which way."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--color=no"],
        cwd=out,
        env={key: value for key, value in os.environ.items() if not key.startswith("PYTEST")},
        capture_output=True,
        text=True,
        timeout=120,
    )
    last = done.stdout.strip().splitlines()[-1]
    counts = {
        word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|error)", last)
    }
    return counts, done.stdout + done.stderr


def test_mistral_is_green(tmp_path: Path) -> None:
    counts, output = run(generate(tmp_path / "out", str(FLAVOUR)))
    assert counts == {"passed": 23}, output


@pytest.mark.parametrize(
    "style",
    [
        pytest.param((), id="plain"),
        pytest.param(("--set", "style.async=class"), id="classes"),
        pytest.param(("--set", "style.async=none", "--set", "style.layout=flat"), id="flat"),
        pytest.param(("--package", "acme.archive"), id="nested"),
    ],
)
def test_archive_is_green(tmp_path: Path, style: tuple[str, ...]) -> None:
    """Files, forms, text, bytes, streams of events and of lines, keys in the query."""
    counts, output = run(archive(tmp_path / "out", *style))
    assert counts == {"passed": 10}, output


def test_one_method_for_both_answers_is_green(tmp_path: Path) -> None:
    overload = ("--set", "style.streaming=overload")
    counts, output = run(generate(tmp_path / "out", str(FLAVOUR), *overload))
    assert counts == {"passed": 23}, output


@pytest.mark.parametrize(
    ("module", "right", "wrong", "test"),
    [
        ("files", '"/files/{id}/content"', '"/files/{id}/contents"', "test_download"),
        ("files", '"X-Tenant"', '"X-Tenants"', "test_list"),
        ("accounts", '"remember"', '"recall"', "test_sign_in"),
    ],
)
def test_a_wrong_client_is_red(
    tmp_path: Path, module: str, right: str, wrong: str, test: str
) -> None:
    out = archive(tmp_path / "out")
    file = out / "archive_client" / "resources" / f"{module}.py"
    source = file.read_text(encoding="utf-8")
    assert right in source
    file.write_text(source.replace(right, wrong), encoding="utf-8")
    counts, output = run(out)
    assert counts["failed"] >= 1, output
    assert f"::{test}" in output


def test_without_the_key_there_are_none(tmp_path: Path) -> None:
    command = ["generate", "--spec", str(ARCHIVE), "--package", "a", "--out", str(tmp_path / "a")]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert not (tmp_path / "a" / "tests").exists()
    assert "pytest" not in (tmp_path / "a" / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["pyright", "mypy"])
def test_checkers_find_nothing(tmp_path: Path, checker: str) -> None:
    out = archive(tmp_path / "out")
    if checker == "pyright":
        (out / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', encoding="utf-8")
        command = ["pyright", "--pythonpath", sys.executable]
    else:
        command = ["mypy", "--strict", "tests"]
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=out, capture_output=True, text=True, timeout=200
    )
    assert done.returncode == 0, done.stdout
