"""Packages generated from documents, as a user would generate them: by the command line."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from click.testing import CliRunner
from clientwright.cli import main
from corpus.raw_document import RawDocument

_LARGE = 100_000
"""Bytes of a document that may take seconds."""
SECRETS: dict[str, Any] = {"basic": ("ada", "secret:word"), "other": "secret-token-1"}


@dataclass(frozen=True)
class Package:
    """A generated package. `judged` is the document that judges it: the same one, or what it means in OpenAPI 3.x."""

    document: Path
    judged: Path
    folder: Path
    name: str
    status: int
    messages: str
    report: dict[str, Any]
    operations: list[dict[str, Any]]

    @cached_property
    def raw(self) -> RawDocument:
        return RawDocument.load(self.judged)

    @cached_property
    def module(self) -> ModuleType:
        if str(self.folder) not in sys.path:
            sys.path.insert(0, str(self.folder))
        return importlib.import_module(self.name)

    def modules(self) -> list[str]:
        """The names of all modules of the package."""
        found = pkgutil.walk_packages(self.module.__path__, f"{self.name}.")
        return [module.name for module in found]

    @cached_property
    def credentials(self) -> dict[str, Any]:
        """A credential for each security scheme that is asked for and takes one, by the argument's name."""
        found: dict[str, Any] = {}
        asked = {
            name
            for holder in (self.raw.tree, *(each.operation for each in self.raw.operations))
            for alternative in holder.get("security") or ()
            for name in alternative
        }
        for name, given in (
            (self.raw.tree.get("components") or {}).get("securitySchemes") or {}
        ).items():
            scheme = self.raw.resolve(given)
            if scheme["type"] != "mutualTLS" and name in asked:
                basic = scheme.get("scheme", "").lower() == "basic"
                found[snake(name)] = SECRETS["basic" if basic else "other"]
        return found


def generate(document: Path, folder: Path, judged: Path | None = None) -> Package:
    """Generate a package from a document into a folder. Raises `AssertionError` when nothing was generated.

    Small documents are generated within this process, which is as good and saves starting it.
    """
    run = clientwright if document.stat().st_size > _LARGE else within
    name = ("case_" if document.stem == "document" else "corpus_") + re.sub(
        r"\W",
        "_",
        document.parent.name if document.stem in ("openapi", "document") else document.stem,
    )
    report = folder / "report.json"
    made = run(
        "generate",
        "--spec",
        str(document),
        "--package",
        name,
        "--out",
        str(folder / "out"),
        "--client-class",
        "Client",
        "--strict",
        "--report",
        str(report),
    )
    assert made.returncode in (0, 1) and report.exists(), made.stderr
    told = run("inspect", str(document), "--json")
    assert told.returncode == 0, told.stderr
    operations = json.loads(told.stdout)["operations"]
    for entry in operations:
        place = (entry["path_key"], entry["http_method"])
        entry["twins"] = sum((o["path_key"], o["http_method"]) == place for o in operations) > 1
    return Package(
        document,
        judged or document,
        folder / "out",
        name,
        made.returncode,
        made.stderr,
        json.loads(report.read_text()),
        operations,
    )


def clientwright(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "clientwright", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def within(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The same, without a process of its own."""
    ran = CliRunner().invoke(main, arguments)
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return subprocess.CompletedProcess(arguments, ran.exit_code, ran.stdout, ran.stderr)


def snake(name: str) -> str:
    """A name in snake case: how a security scheme is called as an argument."""
    name = name.replace("OAuth", "Oauth").replace("OpenID", "Openid")
    spaced = re.sub(r"([a-z0-9])([A-Z])|([A-Z]+)([A-Z][a-z])", r"\1\3_\2\4", name)
    return re.sub(r"\W+", "_", spaced).strip("_").lower()
