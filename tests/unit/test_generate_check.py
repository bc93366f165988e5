"""What is committed under generated/ is what the generator writes, and others' tools find nothing to say about it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.paths import GENERATED, ROOT

PACKAGE = GENERATED / "mistral_client"


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a tool of the interpreter's own environment."""
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_generated_is_up_to_date() -> None:
    done = run("clientwright", "generate", "--check")
    assert done.returncode == 0, f"run `make generate`\n{done.stdout}{done.stderr}"


def test_generating_again_writes_nothing() -> None:
    before = {path: path.stat().st_mtime_ns for path in GENERATED.rglob("*") if path.is_file()}
    assert before
    done = run("clientwright", "generate")
    assert done.returncode == 0, done.stderr
    after = {path: path.stat().st_mtime_ns for path in GENERATED.rglob("*") if path.is_file()}
    cached = {path for path in before.keys() ^ after.keys() if "__pycache__" not in path.parts}
    assert cached == set()
    assert {
        path for path in before if path.suffix != ".pyc" and before[path] != after[path]
    } == set()


def test_the_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    def generated(seed: str) -> dict[str, bytes]:
        out = tmp_path / seed
        command = ["generate", "spec/flavours/mistral.toml", "--out", str(out)]
        done = subprocess.run(
            [sys.executable, "-m", "clientwright", *command],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return {
            str(path.relative_to(out)): path.read_bytes()
            for path in sorted(out.rglob("*"))
            if path.is_file()
        }

    one = generated("1")
    assert one
    assert one == generated("2")


def test_black_would_change_nothing() -> None:
    done = run(
        *("black", "--check", "--quiet", "--diff", "--target-version", "py310", str(GENERATED))
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


def test_the_oldest_python_can_read_it(tmp_path: Path) -> None:
    oldest = shutil.which("python3.10")
    if oldest is None or subprocess.run([oldest, "-c", ""], capture_output=True).returncode:
        pytest.skip("there is no python3.10 to run")
    done = subprocess.run(
        [oldest, "-X", f"pycache_prefix={tmp_path}", "-m", "compileall", "-q", str(PACKAGE)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_about_twenty_files() -> None:
    files = [path for path in GENERATED.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    runtime = [path for path in files if "_runtime" in path.parts]
    assert len(files) - len(runtime) <= 20, sorted(str(path) for path in files)


@pytest.mark.slow
@pytest.mark.parametrize("version", ["3.10", "3.13"])
def test_pyright_finds_nothing(tmp_path: Path, version: str) -> None:
    settings = {
        "include": [str(PACKAGE)],
        "typeCheckingMode": "strict",
        "pythonVersion": version,
        "extraPaths": [str(GENERATED)],
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    done = run(
        *("pyright", "--project", str(tmp_path), "--pythonpath", sys.executable), cwd=tmp_path
    )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    assert "0 errors, 0 warnings" in done.stdout


@pytest.mark.slow
def test_mypy_finds_nothing(tmp_path: Path) -> None:
    done = run(
        *("mypy", "--strict", "--python-version", "3.10", "--no-error-summary"),
        *("--cache-dir", str(tmp_path), "--config-file", os.devnull, str(PACKAGE)),
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout[-5000:] + done.stderr[-2000:]
