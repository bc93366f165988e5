"""What pyright and mypy, both strict, say of programs that use the generated client: no more and no less than is written there.

A line of `uses/` may end in `# revealed: X` (for `reveal_type`) and `# error: rules / codes`: rules of pyright, codes of mypy,
each once for every error on that line, `* n` for n of them, `-` for none. Names are compared without the modules they are in.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from clientwright.cli import main
from support.paths import GENERATED

HERE = Path(__file__).parent
USES = HERE / "uses"
PROGRAMS = HERE.parent / "e2e" / "programs"
ARCHIVE = HERE.parent / "e2e" / "documents" / "archive.yaml"
FILES = [*sorted(USES.glob("*.py")), *sorted(PROGRAMS.glob("*.py"))]
OLDEST = "3.10"
"""The oldest Python that the generated package runs on."""

PYRIGHT = (sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable)
MYPY = (sys.executable, "-m", "mypy", "--output", "json")

Place = tuple[str, int]
Said = dict[Place, Counter[str]]


def expected(column: int) -> tuple[Said, dict[Place, str]]:
    """The errors (column 0: pyright, 1: mypy) and the revealed types that the files ask for, by line."""
    errors: Said = {}
    revealed: dict[Place, str] = {}
    for path in FILES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := re.search(r"# revealed: (.*?)\s*(#|$)", line):
                revealed[path.name, number] = found[1]
            if found := re.search(r"# error: (.*)$", line):
                counted = counts(found[1].split(" / ")[column])
                if counted:
                    errors[path.name, number] = counted
    return errors, revealed


def counts(text: str) -> Counter[str]:
    """`a, b * 2` as numbers of errors."""
    result: Counter[str] = Counter()
    for item in text.split(","):
        name, _, times = item.strip().partition(" * ")
        if name != "-":
            result[name] += int(times or 1)
    return result


def short(type_: str) -> str:
    """A type as one of the checkers prints it, in the one form that the files use."""
    type_ = re.sub(r"(?<!')\b(?:\w+\.)+(\w+)", r"\1", type_)
    return type_.replace('"', "'").replace("?", "")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a client that uploads and downloads files."""
    out = tmp_path_factory.mktemp("archive") / "out"
    command = ["generate", "--spec", str(ARCHIVE), "--package", "archive_client", "--quiet"]
    done = CliRunner().invoke(main, [*command, "--out", str(out)])
    assert done.exit_code == 0, done.output
    return out


@pytest.fixture(scope="module")
def pyright(
    tmp_path_factory: pytest.TempPathFactory, archive: Path
) -> tuple[Said, dict[Place, str]]:
    """The errors and the revealed types of pyright."""
    config = tmp_path_factory.mktemp("pyright") / "pyrightconfig.json"
    settings = {
        "include": [os.path.relpath(path, config.parent) for path in (USES, PROGRAMS)],
        "extraPaths": [str(GENERATED), str(archive)],
        "pythonVersion": OLDEST,
        "typeCheckingMode": "strict",
    }
    config.write_text(json.dumps(settings), encoding="utf-8")
    done = subprocess.run(
        [*PYRIGHT, "--project", str(config)],
        capture_output=True,
        text=True,
    )
    said: Said = {}
    revealed: dict[Place, str] = {}
    for item in json.loads(done.stdout)["generalDiagnostics"]:
        place = Path(item["file"]).name, item["range"]["start"]["line"] + 1
        if found := re.match(r'Type of ".*" is "(.*)"$', item["message"], re.DOTALL):
            revealed[place] = short(found[1])
        else:
            said.setdefault(place, Counter())[item.get("rule", item["message"])] += 1
    return said, revealed


@pytest.fixture(scope="module")
def mypy(tmp_path_factory: pytest.TempPathFactory, archive: Path) -> tuple[Said, dict[Place, str]]:
    """The errors and the revealed types of mypy."""
    folder = tmp_path_factory.mktemp("mypy")
    config = folder / "mypy.ini"
    config.write_text(
        f"[mypy]\nstrict = True\npython_version = {OLDEST}\nmypy_path = {GENERATED}:{archive}\n"
        f"cache_dir = {folder / 'cache'}\nfollow_imports = silent\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [*MYPY, "--config-file", str(config), *map(str, FILES)],
        capture_output=True,
        text=True,
    )
    assert done.returncode < 2, done.stdout + done.stderr
    said: Said = {}
    revealed: dict[Place, str] = {}
    for line in done.stdout.splitlines():
        item = json.loads(line)
        place = Path(item["file"]).name, item["line"]
        if item["severity"] == "error":
            said.setdefault(place, Counter())[item["code"]] += 1
        elif found := re.match(r'Revealed type is "(.*)"$', item["message"]):
            revealed[place] = short(found[1])
    return said, revealed


def test_the_files_expect_something() -> None:
    errors, revealed = expected(0)
    assert len(errors) > 20
    assert len(revealed) > 40


def test_pyright_finds_these_errors_and_no_others(
    pyright: tuple[Said, dict[Place, str]],
) -> None:
    assert pyright[0] == expected(0)[0]


def test_pyright_reveals_these_types(pyright: tuple[Said, dict[Place, str]]) -> None:
    assert pyright[1] == expected(0)[1]


def test_mypy_finds_these_errors_and_no_others(mypy: tuple[Said, dict[Place, str]]) -> None:
    assert mypy[0] == expected(1)[0]


def test_mypy_reveals_these_types(mypy: tuple[Said, dict[Place, str]]) -> None:
    assert mypy[1] == expected(1)[1]
