"""The folder `models` of a package whose models datamodel-code-generator writes, and the runtime that goes with them.

models/beta_agents.py    its classes and aliases, with our names
models/_wire.py          what the classes do not say of JSON
models/_arguments.py     TypedDicts, and the types that arguments take
models/_pages.py         models that are pages of lists
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.ir import ObjectModel
from clientwright.targets.assets import templates_folder
from clientwright.targets.files import GeneratedFile
from clientwright.targets.python import literals
from clientwright.targets.python.datamodel import arguments, document, wire
from clientwright.targets.python.exports import PackageModule
from clientwright.targets.python.options import TYPED_DICT
from clientwright.targets.python.paging import Pages
from clientwright.targets.python.types import Registry

_BACKEND = "clientwright.targets.python.datamodel.backend"
# The runtime, as the backend calls it.
_RUNTIME = "clientwright_runtime"
# scalar -> its type in `_runtime.scalar_types`
_FORMS: Mapping[str, str] = {
    "http-date": "HttpDate",
    "unix-time": "UnixTime",
    "decimal-string": "DecimalString",
    "decimal": "DecimalNumber",
    "integer-string": "IntegerString",
    "base64": "Base64",
    "base64url": "Base64Url",
}
_REPLACED = frozenset(["models", "markers", "pages"])


@dataclass(frozen=True, slots=True)
class SourceModule:
    """A module as another generator wrote it."""

    doc: str
    source: str


def load_backend() -> Any:
    """Load the module that calls datamodel-code-generator.

    Raises `InputError` when that is not installed.
    """
    try:
        return importlib.import_module(_BACKEND)
    except ModuleNotFoundError as problem:
        if (problem.name or "").partition(".")[0] == "clientwright":
            raise
        raise _problem(
            "the models of this flavour need datamodel-code-generator, which is not installed",
            "pip install clientwright[datamodel-code-generator]",
        ) from None


def files(
    registry: Registry, found: Pages, init: PackageModule, style: str, folder: str
) -> list[GeneratedFile]:
    """Give the files of the folder `models`; `init` is what its `__init__.py` would be with models of our own.

    Raises `InputError` when datamodel-code-generator is missing, or does not give the names that are wanted.
    """
    modules = _written(registry, style)
    views: dict[str, tuple[str, object]] = {
        name: ("datamodel/source", SourceModule(_doc(name), source))
        for name, source in modules.items()
    }
    views[wire.WIRE] = ("datamodel/wire", wire.module(registry))
    views[arguments.ARGUMENTS] = ("models", arguments.arguments(registry))
    if found.models:
        views[arguments.PAGES] = (
            "models",
            arguments.pages(registry, found.models, style != TYPED_DICT),
        )
    views["__init__"] = ("package", _moved(registry, found, init))
    return [
        GeneratedFile(
            f"{folder}/models/{name}.py", f"python/{template}.py.jinja", view, language="python"
        )
        for name, (template, view) in views.items()
    ]


def runtime(style: str) -> Mapping[str, bytes]:
    """Give the modules of the runtime that a style has of its own: name -> content."""
    folder = templates_folder() / "python" / "runtime_styles"
    # What a style has of its own stands in the place of what they share.
    places = [*sorted(folder.glob("*.py")), *sorted((folder / style).glob("*.py"))]
    return {path.stem: path.read_bytes() for path in places}


def is_replaced(name: str) -> bool:
    """Say whether a module of the runtime has no place beside models of another style."""
    return name in _REPLACED


def _written(registry: Registry, style: str) -> Mapping[str, str]:
    # Which keys a dict takes beside those that it names is for the runtime to say: not every checker reads it yet.
    forms = {
        scalar: f"{_RUNTIME}.scalar_types.{_free(name, registry)}"
        for scalar, name in _FORMS.items()
    }
    options = document.DocumentOptions(closed=style != TYPED_DICT, forms=forms)
    aliases = {
        f"{own.module}.{own.name}.{key}": field
        for own in registry.names.models.values()
        for key, field in own.fields.items()
        # The library renames what begins with an underscore, unless it is told otherwise.
        if key != field or (style == TYPED_DICT and key[:1] == "_" != key[1:2])
    }
    record = f"{_RUNTIME}.records.{_free('Record', registry)}"
    source = document.write(registry, options)
    try:
        modules: Mapping[str, str] = load_backend().write(source, style, record, aliases)
    except ValueError as problem:
        message = f"datamodel-code-generator does not take the models: {problem}"
        raise _problem(message, "") from problem
    missing = list(_missing(registry, modules))
    if missing:
        raise _problem(
            f"datamodel-code-generator calls these differently: {', '.join(missing[:10])}",
            "give them other names with x-clientwright-name in an overlay, or use models.backend = pydantic",
        )
    return modules


def _free(name: str, registry: Registry) -> str:
    """Give a name of the runtime with as many underscores behind it as tell it from every model."""
    taken = {local for own in registry.names.models.values() for local in (own.name, own.unknown)}
    while name in taken:
        name += "_"
    return name


def _missing(registry: Registry, modules: Mapping[str, str]) -> Iterator[str]:
    """List the names of models and fields that are not where they are wanted."""
    trees = {name: ast.parse(source) for name, source in modules.items()}
    places = {name: set(_defined(tree)) for name, tree in trees.items()}
    fields = {
        statement.name: {
            item.target.id
            for item in statement.body
            if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
        }
        for tree in trees.values()
        for statement in tree.body
        if isinstance(statement, ast.ClassDef)
    }
    for name, own in registry.names.models.items():
        defined = places.get(own.module, set[str]())
        yield from (local for local in (own.name, own.unknown) if local and local not in defined)
        if isinstance(registry.models[name], ObjectModel) and own.name in fields:
            wanted = own.fields.values()
            yield from (f"{own.name}.{key}" for key in wanted if key not in fields[own.name])


def _defined(tree: ast.Module) -> Iterator[str]:
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef):
            yield statement.name
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id
        elif isinstance(statement, ast.Assign):
            yield from (item.id for item in statement.targets if isinstance(item, ast.Name))
        elif isinstance(statement, ast.ImportFrom) and statement.level == 1:
            yield from (item.asname or item.name for item in statement.names)


def _doc(name: str) -> str:
    if name.startswith("_"):
        return literals.docstring("Models that need each other across modules.")
    whose = "several resources use" if name == "shared" else f"only `{name}` uses"
    return literals.docstring(f"Models that {whose}, written by datamodel-code-generator.")


def _moved(registry: Registry, found: Pages, init: PackageModule) -> PackageModule:
    """Say where names are that have another home beside models of another style."""
    homes = {page.name: f".{arguments.PAGES}" for page in found.models}
    for own in registry.names.models.values():
        homes.update(
            {own.dict_name: f".{arguments.ARGUMENTS}", own.param: f".{arguments.ARGUMENTS}"}
        )
    moved = {literals.string(name): literals.string(home) for name, home in homes.items()}
    pairs = {name: moved.get(name, home) for name, home in init.exports}
    # Classes of other styles have no method that prints them.
    pairs.setdefault(literals.string("to_json"), literals.string(".._runtime.models"))
    exports = tuple(sorted(pairs.items()))
    by_module: dict[str, list[str]] = {}
    for name, home in exports:
        local = ast.literal_eval(name)
        by_module.setdefault(ast.literal_eval(home), []).append(f"{local} as {local}")
    imports = (
        f"from {module} import {', '.join(names)}" for module, names in sorted(by_module.items())
    )
    return replace(init, imports=tuple(imports), exports=exports)


def _problem(message: str, hint: str) -> InputError:
    return InputError(
        (Diagnostic(severity=Severity.ERROR, code="models-backend", message=message, hint=hint),)
    )
