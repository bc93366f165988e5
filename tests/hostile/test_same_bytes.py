"""The same input gives the same bytes: whatever the hash seed, the locale, the time zone, the folder, the Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.paths import GENERATOR, ROOT, SPEC

DOCUMENTS = [SPEC, *sorted((ROOT / "tests" / "corpus" / "documents").glob("[a-h]*.yaml"))[:6]]
COMMAND = [sys.executable, "-m", "clientwright", "generate", "--package", "made"]
SURROUNDINGS = {
    "seed 0": {"PYTHONHASHSEED": "0"},
    "seed 4242": {"PYTHONHASHSEED": "4242"},
    "turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "c": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "east": {"TZ": "Pacific/Kiritimati"},
    "west": {"TZ": "America/St_Johns", "LC_ALL": "POSIX"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


def made(
    document: Path, out: Path, cwd: Path, python: str = sys.executable, **environment: str
) -> dict[str, bytes]:
    """Generate a client with a command of its own; its files."""
    command = [python, *COMMAND[1:], "--spec", str(document), "--out", str(out)]
    surroundings = {**os.environ, "XDG_CACHE_HOME": str(out) + ".cache", **environment}
    done = subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2_000:]
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("same")
    return {
        document: made(document, folder / str(number), ROOT, PYTHONHASHSEED="1")
        for number, document in enumerate(DOCUMENTS)
    }


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_do_not_show(
    tmp_path: Path, expected: dict[Path, dict[str, bytes]], name: str
) -> None:
    """Each surrounding with two documents, which differ from one to the next."""
    start = list(SURROUNDINGS).index(name)
    # What has letters beyond ASCII in the names of its files cannot be written where file systems have none.
    documents = [
        document
        for document, files in expected.items()
        if name != "c" or all(path.isascii() for path in files)
    ]
    for document in {documents[start % len(documents)], SPEC}:
        out = tmp_path / document.stem
        assert made(document, out, ROOT, **SURROUNDINGS[name]) == expected[document]


def test_names_that_the_file_system_lacks_are_refused(tmp_path: Path) -> None:
    document = ROOT / "tests" / "corpus" / "documents" / "hostile_names.yaml"
    out = tmp_path / "out"
    for more in ([], ["--check"]):
        done = subprocess.run(
            [*COMMAND, "--spec", str(document), "--out", str(out), *more],
            cwd=tmp_path,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), **SURROUNDINGS["c"]},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (1, 2), done.stderr
        assert "Traceback" not in done.stderr
        assert "a fault of clientwright" not in done.stderr
        assert more or "cannot be the name of a file" in done.stderr
        assert not out.exists()


def test_the_working_directory_does_not_show(
    tmp_path: Path, expected: dict[Path, dict[str, bytes]]
) -> None:
    """Nor where the output is, nor by which path the document is named, nor whether an earlier run is remembered."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    document = Path(os.path.relpath(SPEC, folder))
    assert made(document, folder / "out", folder) == expected[SPEC]
    shutil.rmtree(folder / "out")
    assert made(document, folder / "out", folder) == expected[SPEC]


@pytest.mark.parametrize("version", ["3.12", "3.13", "3.14"])
def test_the_python_does_not_show(
    tmp_path: Path, expected: dict[Path, dict[str, bytes]], version: str
) -> None:
    """Another Python that has the libraries, where there is one: named in CLIENTWRIGHT_PYTHONS, or on the path."""
    named = [
        place for place in os.environ.get("CLIENTWRIGHT_PYTHONS", "").split(os.pathsep) if place
    ]
    for python in [*named, f"python{version}"]:
        probe = "import sys, click, jinja2, jsonpath_rfc9535, rich, yaml; print('%d.%d' % sys.version_info[:2])"
        found = shutil.which(python)
        if found is None:
            continue
        told = subprocess.run([found, "-c", probe], capture_output=True, text=True, check=False)
        if told.stdout.strip() == version:
            break
    else:
        pytest.skip(f"no Python {version} with the libraries; name one in CLIENTWRIGHT_PYTHONS")
    environment = {"PYTHONPATH": str(GENERATOR.parent)}
    for number, document in enumerate(DOCUMENTS):
        assert (
            made(document, tmp_path / str(number), ROOT, found, **environment) == expected[document]
        )
