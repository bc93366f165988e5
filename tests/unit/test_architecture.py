"""The rules of the house, read from the source: which stage may import which, and how long things may be."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from clientwright import pipeline
from clientwright.ir.dump import to_json
from support.paths import GENERATED, GENERATOR, ROOT, RUNTIME, SPEC

PACKAGE = "clientwright"
MODULE_LINES = 400
FUNCTION_LINES = 60
# Lines of code: blank lines, comments and docstrings aside. Ratchets: the runtime as a whole, and what the client of the
# conversations carries of it, become larger for what is wrong without, and for nothing else.
RUNTIME_LINES = 3193
CARRIED_LINES = 2639
CARRIED_FILES = 22

# What a stage may import beside itself. `diagnostics` is for everyone.
ALLOWED: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"cli"},
    "access": set(),
    "cli": {"access", "pipeline", "config", "surface", "importers", "suggest"},
    "pipeline": {
        "access",
        *("config", "load", "normalise", "build", "ir", "targets", "render"),
        *("surface", "cache"),
    },
    "cache": set(),
    "suggest": set(),
    "surface": {"ir"},
    "importers": set(),
    "config": set(),
    "diagnostics": set(),
    "load": set(),
    "normalise": {"load"},
    "build": {"normalise.form", "ir"},
    "ir": set(),
    "targets": {"ir"},
    "render": set(),
}
# The stage before may be read by the one after; and files to print are what a target gives and what is rendered.
VALUES = {
    "cli": {"load"},
    "importers": {"load"},
    "render": {"targets"},
    "surface": {"targets.files", "targets.public"},
}


@cache
def modules() -> dict[str, Path]:
    """Every module of the generator by its name below the package."""
    found: dict[str, Path] = {}
    for path in sorted(GENERATOR.rglob("*.py")):
        parts = path.relative_to(GENERATOR).with_suffix("").parts
        if parts[-1] == "__init__" and len(parts) > 1:
            parts = parts[:-1]
        found[".".join(parts)] = path
    assert found
    return found


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(name: str, path: Path) -> Iterator[tuple[int, str]]:
    """(line, module below our package) of each import of ours."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name == PACKAGE or alias.name.startswith(f"{PACKAGE}."):
                    yield node.lineno, alias.name.removeprefix(PACKAGE).removeprefix(".")
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                here = [PACKAGE, *name.split(".")]
                if path.name != "__init__.py":
                    here = here[:-1]
                kept = here[: len(here) - node.level + 1]
                base = ".".join([*kept, *([node.module] if node.module else [])])
            if base == PACKAGE:
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif base.startswith(f"{PACKAGE}."):
                below = base.removeprefix(f"{PACKAGE}.")
                submodules = [f"{below}.{alias.name}" for alias in node.names]
                for one in submodules:
                    yield node.lineno, one if one in modules() else below


def may(importer: str, target: str) -> bool:
    """Whether a module may import another."""
    stage, of = importer.split(".")[0], target.split(".")[0]
    if of == "diagnostics" or target == "__version__":
        return True
    if stage == of == "targets":
        mine, theirs = importer.split(".")[1:2], target.split(".")[1:2]
        # Targets share what stands directly under `targets`, and never import each other.
        return mine == theirs or not theirs or theirs[0] not in languages()
    if stage == of:
        return True
    granted = ALLOWED[stage] | VALUES.get(stage, set())
    return any(target == one or target.startswith(f"{one}.") for one in granted)


def languages() -> set[str]:
    return {path.name for path in (GENERATOR / "targets").iterdir() if path.is_dir()}


def test_every_stage_is_known() -> None:
    assert {name.split(".")[0] for name in modules()} <= ALLOWED.keys()


def test_imports_run_one_way() -> None:
    wrong = [
        f"{name}:{line} imports {target}"
        for name, path in modules().items()
        for line, target in imported(name, path)
        if not may(name, target)
    ]
    assert wrong == []


def test_the_rule_finds_what_it_forbids() -> None:
    forbidden = [
        ("ir.types", "build"),
        ("ir.api", "diagnostics_"),
        ("load.tree", "normalise"),
        ("normalise.schema", "ir"),
        ("build.names", "targets"),
        ("build.names", "normalise.schema"),
        ("build.names", "config"),
        ("build.names", "load"),
        ("targets.python.models", "build"),
        ("targets.python.models", "normalise.form"),
        ("render.writer", "ir"),
        ("config", "pipeline"),
        ("pipeline", "cli"),
        ("cli", "build"),
        ("load", "config"),
        ("cli.generate", "cache"),
        ("cli.generate", "render"),
        ("surface.describe", "build"),
        ("surface.describe", "targets.python"),
        ("suggest", "pipeline"),
        ("importers.stainless", "pipeline"),
    ]
    assert [pair for pair in forbidden if may(*pair)] == []


def place(path: Path) -> str:
    """A file's path below the root of the repository."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_sizes() -> None:
    wrong: list[str] = []
    for path in [*modules().values(), *sorted(RUNTIME.glob("*.py"))]:
        count = len(path.read_text(encoding="utf-8").splitlines())
        if count > MODULE_LINES and path.is_relative_to(GENERATOR):
            wrong.append(f"{place(path)}: {count} lines")
        for function in functions(path):
            size = (function.end_lineno or 0) - function.lineno + 1
            if size > FUNCTION_LINES:
                wrong.append(f"{place(path)}:{function.lineno} {function.name}: {size} lines")
    assert wrong == []


def test_no_import_inside_a_function() -> None:
    wrong = sorted(
        f"{place(path)}:{node.lineno} in {function.name}"
        for path in modules().values()
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    )
    assert wrong == []


def test_size_of_the_runtime() -> None:
    sizes = {path.name: code_lines(path) for path in sorted(RUNTIME.glob("*.py"))}
    total = sum(sizes.values())
    assert sizes, "there is no runtime"
    assert total <= RUNTIME_LINES, f"{total} lines, {total - RUNTIME_LINES} too many: {sizes}"


def test_size_of_the_client_of_the_conversations() -> None:
    package = GENERATED / "mistral_client"
    carried = sum(code_lines(path) for path in package.glob("_runtime/*.py"))
    assert 0 < carried <= CARRIED_LINES
    assert len(list(package.rglob("*.py"))) <= CARRIED_FILES


def code_lines(path: Path) -> int:
    """Count the lines of a module that are neither blank nor comment nor docstring."""
    text = path.read_text(encoding="utf-8")
    documented: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        body = getattr(node, "body", None)
        first = body[0] if isinstance(body, list) and body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            documented.update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return sum(
        bool(line.strip()) and not line.lstrip().startswith("#") and number not in documented
        for number, line in enumerate(text.splitlines(), 1)
    )


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """Line and value of each string that is no docstring."""
    root = tree(path)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(root)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(root):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


PYTHON_SYNTAX = re.compile(
    r"\bdict\[|\blist\[|\bOptional\[|\bUnion\[|\bLiteral\[|\bself\b|\bdef \b|\bimport\b|\basync\b"
    r"|pydantic|httpx|TypedDict|datetime\.|__\w+__|\bNone\b"
)


def test_the_representation_holds_no_python() -> None:
    """No value or default of the representation is written in the syntax of a target language."""
    wrong = [
        f"{name}:{line} {text!r}"
        for name, path in modules().items()
        if name.split(".")[0] == "ir"
        for line, text in strings_of(path)
        # An alias in quotes is Python of ours, not of the client.
        if PYTHON_SYNTAX.search(text) and "|" not in text
    ]
    assert wrong == []


# Keys of the dump whose values are the document's own words and examples.
WORDS = {"doc", "examples", "samples", "default", "description", "summary", "constraints"}


def texts_in(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in WORDS:
                yield from texts_in(item, f"{at}/{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts_in(item, f"{at}/{index}")
    elif isinstance(value, str):
        yield at, value


def test_the_representation_of_a_document_holds_no_python() -> None:
    prepared = pipeline.prepare(str(SPEC))
    texts = list(texts_in(to_json(prepared.api)))
    assert len(texts) > 1000
    assert [found for found in texts if PYTHON_SYNTAX.search(found[1])] == []


def test_nothing_is_left_undone() -> None:
    words = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|NotImplemented" r"Error")
    wrong: list[str] = []
    for path in [*modules().values(), *sorted(RUNTIME.glob("*.py"))]:
        text = path.read_text(encoding="utf-8")
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if words.search(token.string):
                wrong.append(f"{place(path)}:{token.start[0]} {token.string.strip()}")
    assert wrong == []
