"""The size part: how much there is to read in what each generator writes for the conversations and agents API.

Lines are lines of Python as they stand in the files. The runtime is what is the same whatever the API; the rest is counted per operation,
each of which is one method in two forms, plain and asynchronous.
"""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generating import CONVERSATIONS, other_written
from measure import Row, Table

NAMES = {"ours": "ours", "official": "mistralai (that part)", "other": "openapi-python-client"}
# The modules of the official SDK with the operations of conversations.yaml.
_OFFICIAL_RESOURCES = ("conversations.py", "beta_agents.py")
_OPERATION = re.compile(r"operation_id=")


@dataclass(frozen=True, slots=True)
class Size:
    """Files and lines of one client; `api` without the runtime."""

    files: int
    api: int
    runtime: int
    operations: int


def measure(folder: Path, package: Path, *, others: bool) -> Table:
    """Count the client in `package`, and those of the others where they are installed."""
    sizes = {"ours": _ours(package / "mistral_client")}
    if others:
        found = importlib.util.find_spec("mistralai")
        for place in (found.submodule_search_locations or []) if found else []:
            sizes["official"] = _official(Path(place) / "client")
        output = folder / "size"
        if other_written(CONVERSATIONS, output):
            sizes["other"] = _other(output)
    rows = [
        Row("operations", "", {name: size.operations for name, size in sizes.items()}),
        Row("files of Python", "", {name: size.files for name, size in sizes.items()}),
        Row("lines without the runtime", "", {name: size.api for name, size in sizes.items()}),
        Row(
            "lines per operation",
            "",
            {name: round(size.api / size.operations) for name, size in sizes.items()},
        ),
        Row("lines of runtime", "", {name: size.runtime for name, size in sizes.items()}),
    ]
    text = (
        "What each generator writes for the conversations and agents API. Of the official SDK: the two modules of the "
        "resources, every module of models and errors that they lead to, and the runtime; not its other resources."
    )
    programs = {name: title for name, title in NAMES.items() if name in sizes}
    return Table("Size", programs, rows, (), text)


def _lines(files: Iterable[Path]) -> int:
    return sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files)


def _size(every: Iterable[Path], runtime: Iterable[Path], operations: int) -> Size:
    files, shared = set(every), set(runtime)
    return Size(len(files | shared), _lines(files - shared), _lines(shared), operations)


def _ours(package: Path) -> Size:
    resources = package.glob("resources/*.py")
    operations = sum(
        len(re.findall(r"^_\w+: Operation\[", file.read_text(encoding="utf-8"), re.MULTILINE))
        for file in resources
    )
    return _size(package.rglob("*.py"), (package / "_runtime").rglob("*.py"), operations)


def _other(package: Path) -> Size:
    operations = [file for file in package.glob("api/*/*.py") if file.name != "__init__.py"]
    runtime = [package / name for name in ("client.py", "errors.py", "types.py")]
    return _size(package.rglob("*.py"), runtime, len(operations))


def _official(client: Path) -> Size:
    """Count the two resources with what they need; `client` is the folder of the SDK's generated part."""
    resources = [client / name for name in _OFFICIAL_RESOURCES]
    models = _reached(client / "models", resources)
    classes = {file for file in client.glob("*.py") if "(BaseSDK)" in file.read_text("utf-8")}
    runtime = {
        file
        for file in client.rglob("*.py")
        if file not in classes and "models" not in file.relative_to(client).parts
    }
    operations = sum(len(_OPERATION.findall(file.read_text("utf-8"))) for file in resources) // 2
    return _size({*resources, *models, client / "sdk.py", client / "beta.py"}, runtime, operations)


def _reached(models: Path, resources: Iterable[Path]) -> set[Path]:
    """Give the modules of models that the resources name, and those that these import, to the end."""
    homes = _homes(models / "__init__.py")
    names = {name for file in resources for name in _names(file)}
    waiting = [models / f"{homes[name]}.py" for name in sorted(names & homes.keys())]
    reached: set[Path] = set()
    while waiting:
        file = waiting.pop()
        if file in reached:
            continue
        reached.add(file)
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module:
                waiting.append(models / f"{node.module}.py")
    return reached


def _homes(init: Path) -> dict[str, str]:
    """Read from the package's table of lazy imports in which module each name is."""
    for node in ast.parse(init.read_text("utf-8")).body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "_dynamic_imports":
            table: dict[str, str] = ast.literal_eval(node.value) if node.value else {}
            return {name: module.removeprefix(".") for name, module in table.items()}
    return {}


def _names(file: Path) -> set[str]:
    """Give each name that a module takes from the models."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "models":
            names.add(node.attr)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").endswith("client.models"):
            names.update(alias.name for alias in node.names)
    return names
