"""Generates clients of documents that others publish as examples: nothing is dropped without a reason, and everything is imported."""

from __future__ import annotations

import re
import warnings
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from conformance.generated import Ungenerated, forget, generate
from conformance.outcomes import Outcome
from corpus.raw_document import METHODS, read

SUITE = "documents"
PACKAGES = ("@readme/oas-examples", "@scalar/galaxy")


def run(modules: Path, only: str = "") -> list[Outcome]:
    """Run the documents in the packages of examples below `node_modules`."""
    found = [
        file
        for package in PACKAGES
        for file in sorted((modules / package).rglob("*"))
        if file.suffix in (".json", ".yaml", ".yml")
        and re.search(only, str(file.relative_to(modules)))
        and re.search(r"^\s*\"?(?:openapi|swagger)\"?\s*:\s*[\"']?[23]\.", file.read_text(), re.M)
    ]
    with get_context("spawn").Pool(2, maxtasksperchild=20) as pool:
        return list(pool.imap(partial(run_document, modules), found))


def run_document(modules: Path, file: Path) -> Outcome:
    """Generate and import a client, and look for each operation in it or in its report."""
    name = str(file.relative_to(modules))
    try:
        tree = read(file)
    except ValueError as problem:
        return Outcome(SUITE, name, "not expressible", f"no JSON or YAML: {type(problem).__name__}")
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            package = generate(file, Path(folder), re.sub(r"\W", "_", f"example_{name}").lower())
        except Ungenerated as problem:
            return Outcome(SUITE, name, "failed", str(problem)[:600])
        forget(package)
    told = package.report["operations"].keys()
    missing = [names[-1] for names in _operations(tree) if not told & set(names)]
    return Outcome(
        SUITE,
        name,
        "failed" if missing else "passed",
        f"neither written nor reported: {', '.join(missing)}"[:600] if missing else "",
    )


def _operations(tree: Any) -> list[tuple[str, str]]:
    """What each operation may be called in a report: by its id, or by verb and path."""
    return [
        (str(item[method].get("operationId")), f"{method.upper()} {path}")
        for path, item in (tree.get("paths") or {}).items()
        if path.startswith("/") and isinstance(item, dict)
        for method in METHODS
        if isinstance(item.get(method), dict)
    ]
