"""Cases: a tiny document, what is made of it, and a test that runs what was made.

A case is a directory of `tests/cases/`: `document.yaml`; `flavour.toml`, where the case is about a setting; `ir.json`,
the intermediate representation; `findings.txt`, the diagnostics one a line; `expected/`, the generated files to compare;
`test_behaviour.py`, which uses the fixtures `client`, `api` and `server`.

Without a flavour file the package has the name of the case, the client is called `Client`, and its methods are not
asynchronous: the same lines twice would tell a reader nothing. What is compared are the models and the resources; a file
`compared.txt` with patterns of paths below the package's folder, one a line, says otherwise.
"""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

from clientwright import config, pipeline
from clientwright.ir.dump import to_json

from support.paths import CASES

DOCUMENT, FLAVOUR = "document.yaml", "flavour.toml"
REPRESENTATION, FINDINGS, EXPECTED = "ir.json", "findings.txt", "expected"
COMPARED = "compared.txt"
USUAL = ("models/*.py", "resources/*.py")
"""What is compared where a case does not say: what its document alone makes."""


@dataclass(frozen=True)
class Outcome:
    """What a case came to: texts to compare, and the package's name."""

    representation: str
    findings: str
    files: dict[str, str]
    package: str


def names() -> list[str]:
    """Every case."""
    return sorted(path.parent.name for path in CASES.glob(f"*/{DOCUMENT}"))


def flavour_of(name: str, out: Path) -> config.Flavour:
    """How the client of a case is generated."""
    folder = CASES / name
    if (folder / FLAVOUR).exists():
        return replace(config.read(folder / FLAVOUR), output=out)
    settings = {
        "spec": str(folder / DOCUMENT),
        "output": str(out),
        "package.name": name,
        "package.client_class": "Client",
        "style.async": "none",
    }
    return config.from_options(settings)


def compared(name: str, path: str, package: str) -> bool:
    """Whether a file, by its path below the output folder, is held against an expected one."""
    told = CASES / name / COMPARED
    patterns = told.read_text(encoding="utf-8").split() if told.exists() else USUAL
    inner = path.removeprefix(f"{package}/")
    return not inner.endswith("__init__.py") and any(fnmatch(inner, item) for item in patterns)


def generate(name: str, out: Path) -> Outcome:
    """Generate the client of a case into a folder."""
    folder = CASES / name
    flavour = flavour_of(name, out)
    generated = pipeline.generate(flavour)
    findings = [str(finding) for finding in generated.prepared.diagnostics]
    files = {
        path: (out / path).read_text(encoding="utf-8")
        for path in sorted(generated.written)
        if compared(name, path, flavour.package.name)
    }
    return Outcome(
        json.dumps(to_json(generated.prepared.api), indent=2, ensure_ascii=False) + "\n",
        # The place of the checkout is nobody's business, so only the file's own name stays.
        "".join(f"{finding}\n" for finding in findings).replace(f"{folder}/", ""),
        files,
        flavour.package.name,
    )


def expected(name: str) -> dict[str, str]:
    """The committed texts of a case by their path below it."""
    folder = CASES / name
    paths = [folder / REPRESENTATION, folder / FINDINGS]
    paths += [path for path in sorted((folder / EXPECTED).rglob("*")) if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if path.exists()
    }


def made(outcome: Outcome) -> dict[str, str]:
    """The texts of an outcome by the path below the case at which they are expected."""
    files = {f"{EXPECTED}/{path}": text for path, text in outcome.files.items()}
    return {REPRESENTATION: outcome.representation, FINDINGS: outcome.findings, **files}


def differences(name: str, outcome: Outcome) -> str:
    """How the outcome differs from what is committed, as a diff; empty for not at all."""
    wanted, got = expected(name), made(outcome)
    parts: list[str] = []
    for path in dict.fromkeys([*got, *wanted]):
        old = wanted.get(path, "").splitlines(keepends=True)
        new = got.get(path, "").splitlines(keepends=True)
        if path not in wanted:
            parts.append(f"{path} is not there\n")
        parts += difflib.unified_diff(old, new, f"{name}/{path}", f"{name}/{path} (now)")
    return "".join(parts)


def update(name: str, out: Path) -> list[str]:
    """Write what a case comes to now over what is committed; the paths that changed."""
    outcome = generate(name, out)
    wanted, got = expected(name), made(outcome)
    changed: list[str] = []
    for path in dict.fromkeys([*got, *wanted]):
        target = CASES / name / path
        if path not in got:
            target.unlink()
        elif wanted.get(path) != got[path]:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(got[path], encoding="utf-8")
        else:
            continue
        changed.append(path)
    return changed
