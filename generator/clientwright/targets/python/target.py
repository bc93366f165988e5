"""The Python target: every file of a package, from the representation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clientwright.diagnostics import Diagnostic
from clientwright.ir import Api
from clientwright.targets.assets import templates_folder
from clientwright.targets.files import CallNames, GeneratedFile
from clientwright.targets.public import PublicNames
from clientwright.targets.python import (
    calls,
    client,
    custom,
    errors,
    exports,
    layout,
    model_reference,
    models,
    models_only,
    naming,
    options,
    paging,
    project,
    public,
    reference,
    resources,
    runtime,
    samples,
    wire_tests,
)
from clientwright.targets.python.calls import Calls, renamed
from clientwright.targets.python.datamodel import package as datamodel
from clientwright.targets.python.methods import SpecView
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.resources import ResourceModule
from clientwright.targets.python.types import Registry

_PART = re.compile(r"[^\W\d]\w*\Z")


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is known of a package before any of its files is written."""

    options: PythonOptions
    context: resources.Context


class PythonTarget:
    """Writes Python packages. What was planned last is kept: its files, names and findings follow from the same plan."""

    def __init__(self) -> None:
        self._planned: tuple[Api, PythonOptions, _Plan] | None = None

    def call_names(self, api: Api, wanted: PythonOptions) -> list[CallNames]:
        """List how each operation is called, in the document's order; for models alone, how it would be."""
        return _listed(self._plan(api, replace(wanted, operations=True)).context)

    def findings(self, api: Api, wanted: PythonOptions) -> list[Diagnostic]:
        """Say what has no effect: mixins for resources that there are not, and names that others have."""
        context = self._plan(api, wanted).context
        places = [context.place_of(path) for path in context.resources if path]
        found = custom.orphans(dict(wanted.custom), places, apart="async" in context.modes)
        return [*found, *renamed(api.operations, context.calls)]

    def public_names(self, api: Api, wanted: PythonOptions) -> PublicNames:
        """Give the names that users of the package write."""
        plan = self._plan(api, wanted)
        return public.public_names(plan.context, plan.options)

    def files(self, api: Api, wanted: PythonOptions) -> list[GeneratedFile]:
        """Give every file of the package, sorted by path."""
        plan = self._plan(api, wanted)
        context = plan.context
        folder = plan.options.package.replace(".", "/")
        if not plan.options.operations:
            files = [*_models_alone(plan, folder), *_folders(folder)]
            files += _runtime(plan.options, folder, files)
            return sorted(files, key=lambda item: item.path)
        main = client.module(context, plan.options)
        written = resources.modules(context)
        specs = [*main.specs, *(item for module in written.values() for item in module.specs)]
        files = [
            *self._project(plan, folder),
            _python(f"{folder}/client.py", "client", main),
            *_models(context, plan.options, folder, specs),
            *_resources(context, folder, written),
            *_folders(folder),
        ]
        files += _runtime(plan.options, folder, files)
        return sorted(files, key=lambda item: item.path)

    def samples(self, api: Api, wanted: PythonOptions) -> dict[str, Any]:
        """Give an Overlay document, as plain JSON values, that adds a code sample to every operation."""
        plan = self._plan(api, wanted)
        return samples.overlay(plan.context, plan.options)

    def _plan(self, api: Api, wanted: PythonOptions) -> _Plan:
        if self._planned is not None:
            before, with_, plan = self._planned
            if before is api and with_ == wanted:
                return plan
        plan = _plan(api, wanted)
        self._planned = (api, wanted, plan)
        return plan

    def _project(self, plan: _Plan, folder: str) -> list[GeneratedFile]:
        context = plan.context
        registry = context.registry
        described = model_reference.pages(context)
        found = [
            _python(f"{folder}/__init__.py", "package", exports.package(context, plan.options)),
            _python(
                f"{folder}/errors.py",
                "errors",
                errors.module(context.api, registry, context.errors, plan.options),
            ),
            GeneratedFile(f"{folder}/py.typed"),
            GeneratedFile(
                "pyproject.toml",
                "python/pyproject.toml.jinja",
                project.pyproject(context.api, plan.options),
            ),
            GeneratedFile(
                "README.md",
                "python/README.md.jinja",
                project.readme(context, plan.options, described),
            ),
        ]
        found += reference.files(context, plan.options, described)
        if plan.options.tests:
            found += wire_tests.files(context, plan.options)
        return found


def _plan(api: Api, wanted: PythonOptions) -> _Plan:
    settled = options.complete(api, wanted)
    api = layout.apply(api, settled)
    names = naming.assign(api, settled.client_class, settled.models_style)
    operations = api.operations if settled.operations else ()
    registry = Registry(api.models, names, operations)
    return _Plan(
        settled,
        resources.Context(
            api=api,
            names=names,
            registry=registry,
            calls=_calls(api, names, registry, settled),
            errors=errors.assign(api, registry, settled),
            pages=paging.assign(api, registry),
            operations={item.id: item for item in api.operations},
            resources={item.path: item for item in api.resources},
            modes=("sync", "async") if settled.async_ == "class" else ("both",),
            mixins=custom.Mixins(dict(settled.custom), settled.package, dict(settled.own_code)),
        ),
    )


def _models_alone(plan: _Plan, folder: str) -> list[GeneratedFile]:
    """Give what a package without operations has."""
    api, settled = plan.context.api, plan.options
    classes = [item.name for item in plan.context.names.models.values() if item.dict_name]
    view = models_only.readme(api, settled, project.distribution(settled), next(iter(classes), ""))
    return [
        _python(f"{folder}/__init__.py", "package", models_only.package(api, settled)),
        GeneratedFile(f"{folder}/py.typed"),
        GeneratedFile(
            "pyproject.toml", "python/pyproject.toml.jinja", project.pyproject(api, settled)
        ),
        GeneratedFile("README.md", "python/models_readme.md.jinja", view),
        *_models(plan.context, settled, folder, ()),
    ]


def _folders(folder: str) -> list[GeneratedFile]:
    """Give the `__init__.py` of each folder above the package."""
    parts = folder.split("/")
    return [
        _python("/".join((*parts[:end], "__init__.py")), "nothing", project.nothing())
        for end in range(1, len(parts))
    ]


_IMPORT = re.compile(rb"^( *)import httpx$", re.MULTILINE)


def _runtime(
    settled: PythonOptions, folder: str, files: Sequence[GeneratedFile]
) -> list[GeneratedFile]:
    """Give what the generated files need of the runtime.

    It is byte for byte as it stands here, but for the name of another library with the interface of httpx.
    """
    sources = {
        path.stem: path.read_bytes()
        for path in (templates_folder() / "python" / "runtime").glob("*.py")
    }
    if settled.models != "pydantic":
        sources = {name: text for name, text in sources.items() if not datamodel.is_replaced(name)}
        sources.update(datamodel.runtime(settled.models_style))
    if settled.http != "httpx":
        other = rb"\1import " + settled.http.encode() + rb" as httpx"
        sources = {name: _IMPORT.sub(other, text) for name, text in sources.items()}
    begin = {name for item in files for name in runtime.named(_imports(item.view))}
    if settled.operations:
        begin.add(runtime.CLIENT)
    return [
        GeneratedFile(f"{folder}/_runtime/{name}.py", content=sources[name])
        for name in sorted(runtime.needed(sources, begin))
    ]


def _imports(view: object) -> list[str]:
    """Give the lines that import in a module."""
    source: str = getattr(view, "source", "")
    attributes = (getattr(view, name, ()) for name in ("imports", "typing_imports"))
    return [*(line for lines in attributes for line in lines), *source.splitlines()]


def _listed(context: resources.Context) -> list[CallNames]:
    return calls.call_names(context.api, context.calls)


def is_package(name: str) -> bool:
    """Say whether a text can be the name of a package: identifiers joined by dots."""
    return all(_PART.match(part) for part in name.split("."))


def _calls(api: Api, names: naming.Names, registry: Registry, settled: PythonOptions) -> Calls:
    return calls.assign(api, names, registry, settled)


def _python(path: str, template: str, view: object) -> GeneratedFile:
    return GeneratedFile(path, f"python/{template}.py.jinja", view, language="python")


def _models(
    context: resources.Context, settled: PythonOptions, folder: str, specs: Sequence[SpecView]
) -> list[GeneratedFile]:
    init = exports.models(context, specs)
    if settled.models != "pydantic":
        style = settled.models_style
        return datamodel.files(context.registry, context.pages, init, style, folder)
    found = [
        _python(f"{folder}/models/{name}.py", "models", view)
        for name, view in models.modules(context.registry, context.pages.models).items()
    ]
    found.append(_python(f"{folder}/models/__init__.py", "package", init))
    return found


def _resources(
    context: resources.Context, folder: str, written: Mapping[str, ResourceModule]
) -> list[GeneratedFile]:
    found = [
        _python(f"{folder}/resources/{name}.py", "resource", view) for name, view in written.items()
    ]
    found.append(
        _python(f"{folder}/resources/__init__.py", "namespaces", resources.namespaces(context))
    )
    return found
