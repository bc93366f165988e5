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

NAMES = {
    "ours": "ours",
    "official": "mistralai (that part)",
    "openai": "openai (its conversations)",
    "other": "openapi-python-client",
}
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
        for place in _installed("mistralai"):
            sizes["official"] = _official(place / "client")
        for place in _installed("openai"):
            sizes["openai"] = _openai(place)
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
        "What each generator writes for the conversations and agents API; of OpenAI's SDK its own conversations, the part "
        "that is nearest. Of the two SDKs: the modules of these resources, each module of types that they lead to, and the "
        "runtime, but neither the other resources nor the class of the client."
    )
    programs = {name: title for name, title in NAMES.items() if name in sizes}
    return Table("Size", programs, rows, (), text)


def _installed(name: str) -> list[Path]:
    """Give the folder of a package, or nothing when it is not installed."""
    found = importlib.util.find_spec(name)
    return [Path(place) for place in (found.submodule_search_locations or [])] if found else []


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
    return _size({*resources, *models}, runtime, operations)


def _openai(package: Path) -> Size:
    """Count the conversations of OpenAI's SDK with what they need; `package` is the folder of the package."""
    resources = sorted((package / "resources" / "conversations").glob("*.py"))
    types = _followed(package / "types", resources)
    apart = {"_client.py", "_module_client.py"}
    runtime = {file for file in package.glob("_*.py") if file.name not in apart}
    runtime |= {*(package / "_utils").rglob("*.py"), package / "pagination.py"}
    sent = re.compile(r"self\._(?:get|post|put|patch|delete|get_api_list)\(")
    operations = sum(len(sent.findall(file.read_text("utf-8"))) for file in resources) // 2
    return _size({*resources, *types}, runtime, operations)


def _followed(folder: Path, start: Iterable[Path]) -> set[Path]:
    """Give the modules in a folder that some modules import, and those that these import, to the end."""
    reached: set[Path] = set()
    waiting = list(start)
    while waiting:
        for found in _imported(waiting.pop()):
            if found not in reached and found.is_relative_to(folder):
                reached.add(found)
                waiting.append(found)
    return reached


def _imported(file: Path) -> set[Path]:
    """Give the modules that a module takes names from by relative imports, past packages that only pass them on."""
    found: set[Path] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = file.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            found.update(home for alias in node.names if (home := _home(base, alias.name)))
    return found


def _home(base: Path, name: str) -> Path | None:
    """Give the module in which a name of a module or package is, as far as imports tell."""
    if base.with_suffix(".py").is_file():
        return base.with_suffix(".py")
    if (base / f"{name}.py").is_file():
        return base / f"{name}.py"
    init = base / "__init__.py"
    for node in ast.parse(init.read_text("utf-8")).body if init.is_file() else []:
        if not isinstance(node, ast.ImportFrom) or node.level != 1 or not node.module:
            continue
        if any((alias.asname or alias.name) == name for alias in node.names):
            return _home(base / node.module, name)
    return None


def _reached(models: Path, resources: Iterable[Path]) -> set[Path]:
    """Give the modules of models that the resources name, and those that these import, to the end."""
    homes = _homes(models / "__init__.py")
    names = {name for file in resources for name in _names(file)}
    direct = {models / f"{homes[name]}.py" for name in names & homes.keys()}
    return direct | _followed(models, direct)


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
