"""Clients generated within this process, for suites of hundreds of documents."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from click.testing import CliRunner
from clientwright.cli import main
from corpus.packages import Package


class Ungenerated(Exception):
    """Nothing was generated, or what was generated cannot be imported."""


def generate(document: Path, folder: Path, name: str) -> Package:
    """Generate a client of a document into a folder, and import it. Raises `Ungenerated`."""
    report = folder / f"{name}.report.json"
    arguments = ("--package", name, "--out", folder / name, "--client-class", "Client")
    told = ("--strict", "--no-cache", "--force", "--report", report)
    status, messages = _run("generate", "--spec", document, *arguments, *told)
    if status not in (0, 1) or not report.exists():
        raise Ungenerated(messages)
    _, listed = _run("inspect", document, "--json")
    operations = json.loads(listed[listed.index("{") :])["operations"]
    for entry in operations:
        place = (entry["path_key"], entry["http_method"])
        entry["twins"] = sum((o["path_key"], o["http_method"]) == place for o in operations) > 1
    package = Package(
        document,
        document,
        folder / name,
        name,
        status,
        messages,
        json.loads(report.read_text()),
        operations,
    )
    try:
        for module in (package.module.__name__, *package.modules()):
            importlib.import_module(module)
    except Exception as problem:
        raise Ungenerated(f"{type(problem).__name__}: {problem}") from problem
    return package


def forget(package: Package) -> None:
    """Let go of the modules of a package."""
    for name in [m for m in sys.modules if m == package.name or m.startswith(f"{package.name}.")]:
        del sys.modules[name]


def _run(*arguments: str | Path) -> tuple[int, str]:
    """Run the command, and give its status with what it printed. An exception is a fault: commands have none."""
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise Ungenerated(f"a traceback: {done.exception!r}") from done.exception
    return done.exit_code, done.output
