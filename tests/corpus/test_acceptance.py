"""Every operation of every document: generated, importable, callable, right on the wire and typed on the way back.

The documents are five large ones of others, when they are there, many small ones of our own that mix what
OpenAPI can say, and those of the cases, one for each thing. Requests are held to the original document by openapi-core.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus.calling import Caller, Problem
from corpus.conftest import DOCUMENTS
from corpus.known_faults import DROPPED, KNOWN
from corpus.packages import Package
from support.paths import CASES, ROOT
from support.validating_server import ValidatingServer

LARGE = ("cohere.yaml", "discord.json", "mistral.yaml", "openai.yaml", "qdrant.json")
TESTS = ROOT / "tests"
SHARED = ROOT.parent / "shared" / "specs"
OWN = sorted(
    path.relative_to(TESTS).as_posix()
    for path in (
        *DOCUMENTS.glob("*.yaml"),
        *CASES.glob("*/document.yaml"),
    )
    if not path.name.endswith(".judge.yaml")
)
PackageOf = Callable[[Path], Package]


@pytest.fixture(params=[*LARGE, *OWN])
def document(request: pytest.FixtureRequest) -> Path:
    """A document; a large one that is not there skips the test."""
    if request.param not in LARGE:
        return TESTS / request.param
    path = SHARED / request.param
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path


def name_of(document: Path) -> str:
    """How the known faults call a document."""
    return document.relative_to(TESTS).as_posix() if TESTS in document.parents else document.name


def test_every_operation_is_generated(document: Path, packages: PackageOf) -> None:
    package = packages(document)
    fates = package.report["operations"]
    dropped = {name for name, fate in fates.items() if fate == "dropped"}
    assert dropped == DROPPED.get(name_of(document), {}).keys()
    findings = package.report["findings"]
    told = [f for f in findings if f["severity"] in ("error", "warning")]
    assert package.status == (1 if told else 0), package.messages
    for name, fate in fates.items():
        assert fate in ("generated", "degraded", "dropped"), f"{name} is {fate}"
    if any(fate != "generated" for name, fate in fates.items() if name not in dropped):
        assert told, "something was not honoured, and no finding says what"
    assert all(f["message"] and f["code"] for f in findings), findings
    named = {(entry["path_key"], entry["http_method"].upper()) for entry in package.operations}
    raw = {(operation.path_key, operation.method.upper()) for operation in package.raw.operations}
    assert raw - named == set() or dropped, f"not generated: {sorted(raw - named)}"
    assert named - raw == set()


def test_every_module_imports(document: Path, packages: PackageOf) -> None:
    package = packages(document)
    names = package.modules()
    assert names
    for name in names:
        importlib.import_module(name)
    public = [name for name in dir(package.module.models) if not name.startswith("_")]
    assert all(hasattr(package.module.models, name) for name in public)


def test_every_call_reaches_the_server_and_comes_back(document: Path, packages: PackageOf) -> None:
    package = packages(document)
    with ValidatingServer(package.raw) as server:
        problems = Caller(package, server).run()
    known = KNOWN.get(name_of(document), {})
    found = [problem for problem in problems if problem.key not in known]
    unneeded = known.keys() - {problem.key for problem in problems}
    assert not found, listed(found)
    assert not unneeded, f"no longer needed in known_faults.py: {sorted(unneeded)}"


def listed(problems: list[Problem]) -> str:
    """The problems, a paragraph each, those that differ in the manner of the call alone told once."""
    told: dict[tuple[str, str, str], str] = {}
    for problem in problems:
        manner, _, detail = problem.detail.partition("] ")
        key = (problem.operation, problem.kind, detail.partition("\n")[0])
        told.setdefault(key, f"{problem.operation} ({problem.kind}) {manner}]: {detail}")
    return f"{len(told)} problems:\n" + "\n".join(told.values())


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_strict_type_checking_finds_nothing(name: str, packages: PackageOf) -> None:
    if not (SHARED / name).exists():
        pytest.skip(f"{SHARED / name} is not there")
    package = packages(SHARED / name)
    check_types(package.folder.parent, [f"{package.folder.name}/{package.name}"])


@pytest.mark.slow
def test_strict_type_checking_finds_nothing_in_small_ones(packages: PackageOf) -> None:
    made = [packages(TESTS / name) for name in OWN]
    root = made[0].folder.parents[1]
    check_types(root, [f"{p.folder.relative_to(root).as_posix()}/{p.name}" for p in made])


def check_types(project: Path, include: list[str]) -> None:
    """Have pyright look at some folders of a project, strictly."""
    settings = {
        "include": include,
        "typeCheckingMode": "strict",
        "pythonVersion": "3.10",
        "venvPath": str(Path(sys.prefix).parent),
        "venv": Path(sys.prefix).name,
    }
    (project / "pyrightconfig.json").write_text(json.dumps(settings))
    ran = subprocess.run(
        [sys.executable, "-m", "pyright", "--project", str(project), "--outputjson"],
        capture_output=True,
        text=True,
    )
    told = json.loads(ran.stdout)
    assert told["summary"]["filesAnalyzed"] > 0, ran.stderr
    found = [
        f"{'/'.join(Path(d['file']).parts[-3:])}:{d['range']['start']['line'] + 1}: {d['message']} ({d.get('rule')})"
        for d in told["generalDiagnostics"]
    ]
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:40])
