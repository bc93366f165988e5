"""The order of the stages: load, normalise, build, target, render. No other module knows it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clientwright import build, ir, load, normalise, render
from clientwright.config import Flavour
from clientwright.diagnostics import Diagnostic, Severity
from clientwright.load import UnresolvedReference, Workspace
from clientwright.targets import CallNames, GeneratedFile
from clientwright.targets.python import PythonOptions, PythonTarget


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document as far as it is the same for every target, with all that was found on the way.

    `fates` says for each operation id whether it is `generated`, `degraded` (something of it could not be honoured)
    or `dropped`.
    """

    api: ir.Api
    diagnostics: tuple[Diagnostic, ...]
    fates: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Generated:
    """What one flavour came to. `changed` and `removed` are paths of files, relative to the output folder."""

    flavour: Flavour
    prepared: Prepared
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    diffs: tuple[render.FileDiff, ...] = ()


def prepare(
    source: str,
    *,
    overlays: Sequence[Path] = (),
    tags: tuple[str, ...] = (),
    allow_remote: bool = False,
) -> Prepared:
    """Read a document and give its intermediate representation.

    Raises `InputError` when the document, or an overlay, cannot be read as a whole.
    """
    workspace = load.load(source, overlays=overlays, allow_remote=allow_remote)
    normalised = normalise.normalise(workspace)
    built = build.build(normalised.api, build.BuildOptions(select_tags=tags))
    found = [*workspace.diagnostics, *normalised.diagnostics, *built.diagnostics]
    fates: dict[str, str] = dict(built.fates)
    fates.update({dropped.id: "dropped" for dropped in normalised.dropped})
    placed = tuple(dict.fromkeys(_place(workspace, finding) for finding in found))
    return Prepared(built.api, tuple(sorted(placed, key=_reading_order)), fates)


def _place(workspace: Workspace, finding: Diagnostic) -> Diagnostic:
    """Fill in file, line and column of a finding that has a pointer alone."""
    if finding.line or not finding.pointer:
        return finding
    try:
        location = workspace.resolve(workspace.root.root, finding.pointer)
    except UnresolvedReference:
        return finding
    placed = workspace.diagnose(location, finding.severity, finding.code, finding.message)
    return dataclasses.replace(placed, hint=finding.hint)


def _reading_order(finding: Diagnostic) -> tuple[str, int, int]:
    return finding.file, finding.line, finding.column


def files_of(flavour: Flavour, api: ir.Api) -> list[GeneratedFile]:
    """Give the files that a flavour makes of an intermediate representation, not yet printed."""
    return PythonTarget().files(api, options_of(flavour))


def options_of(flavour: Flavour) -> PythonOptions:
    """Give what a flavour says in the terms of the Python target."""
    package, style = flavour.package, flavour.style
    given: dict[str, Any] = {
        "package": package.name,
        "version": package.version,
        "client_class": package.client_class,
        "env_prefix": package.env_prefix,
        "async_": style.async_,
        "streaming": style.streaming,
        "layout": style.layout,
        "http": style.http,
    }
    return PythonOptions(**{key: value for key, value in given.items() if value})


def generate(
    flavour: Flavour, *, allow_remote: bool = False, check: bool = False, force: bool = False
) -> Generated:
    """Write the client of a flavour, or with `check` only say how the disk differs.

    Nothing is written when nothing has changed, and nothing at all when the document cannot be read.
    Raises `InputError` for the document, overlays and templates, `render.WriteRefused` for an output folder that is not ours.
    """
    prepared = prepare(
        flavour.spec,
        overlays=flavour.overlays,
        tags=flavour.select.tags,
        allow_remote=allow_remote,
    )
    printed = render.render(files_of(flavour, prepared.api), formatter=flavour.style.formatter)
    if check:
        return Generated(flavour, prepared, diffs=tuple(render.compare(flavour.output, printed)))
    written = render.write(flavour.output, printed, force=force)
    return Generated(flavour, prepared, tuple(written.changed), tuple(written.removed))


def inspect(prepared: Prepared, options: PythonOptions) -> dict[str, Any]:
    """Say what would be generated, as plain JSON values; the shape is that of `clientwright inspect --json`."""
    names = {call.operation: call for call in PythonTarget().call_names(prepared.api, options)}
    return {
        "title": prepared.api.title,
        "operations": [_operation(item, names[item.id]) for item in prepared.api.operations],
        "models": [
            {"name": model.name, "schema": model.schema, "kind": model.kind}
            for model in prepared.api.models.values()
        ],
        "findings": [finding.to_json() for finding in prepared.diagnostics],
    }


def _operation(item: ir.Operation, names: CallNames) -> dict[str, Any]:
    return {
        "operation_id": item.id,
        "http_method": item.method,
        "path_key": item.path_key,
        "path": item.path,
        "variant": item.variant,
        "call": names.call,
        "async_call": names.async_call,
        "streams": item.streams,
        "paginated": item.pagination is not None,
        "deprecated": item.doc.deprecated,
        "parameters": [
            {
                "name_on_wire": argument.name_on_wire,
                "in": argument.location,
                "argument": argument.argument,
                "required": argument.required,
            }
            for argument in names.arguments
        ],
    }


def report(outcomes: Sequence[Generated]) -> dict[str, Any]:
    """Say what became of every operation, as plain JSON values; the shape is that of `generate --report`."""
    operations: dict[str, str] = {}
    findings: list[dict[str, Any]] = []
    for outcome in outcomes:
        operations.update(outcome.prepared.fates)
        findings.extend(finding.to_json() for finding in outcome.prepared.diagnostics)
    return {"operations": operations, "findings": findings}


def not_honoured(prepared: Prepared) -> tuple[Diagnostic, ...]:
    """Give the findings that say that something in the document was not honoured."""
    return tuple(
        finding for finding in prepared.diagnostics if finding.severity is not Severity.INFO
    )
