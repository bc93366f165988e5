"""From a document to the intermediate representation, and from there to the files of a flavour."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clientwright import build, ir, load, normalise
from clientwright.access import ITSELF, Access
from clientwright.config import Flavour
from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.load import Location, UnresolvedReference, Workspace
from clientwright.normalise.vendor import PREFIX
from clientwright.pipeline import own_code
from clientwright.pipeline.uncollected import uncollected
from clientwright.targets import GeneratedFile
from clientwright.targets.python import PythonOptions, PythonTarget


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document as far as it is the same for every target, with all that was found on the way.

    `fates` says for each operation id whether it is `generated`, `degraded` (something of it could not be honoured)
    or `dropped`. `files` are the local files that were read, overlays included.
    """

    api: ir.Api
    diagnostics: tuple[Diagnostic, ...]
    fates: Mapping[str, str]
    files: tuple[Path, ...] = ()


# A reference to a file that is not read makes the whole document unfit to generate from: what would be left out is not known.
# One to a name that nothing has costs only what refers to it, which the findings and the report name.
_UNRESOLVED = frozenset(
    {
        "ref-file-not-found",
        "ref-malformed",
        "ref-outside-allowed",
        "ref-scheme",
        "ref-unreadable",
        "remote-not-allowed",
        "remote-unreadable",
    }
)


@uncollected()
def prepare(
    source: str,
    *,
    overlays: Sequence[Path] = (),
    tags: tuple[str, ...] = (),
    access: Access = ITSELF,
    progress: Callable[[str], None] = lambda _: None,
) -> Prepared:
    """Read a document and give its intermediate representation.

    Raises `InputError` when the document, or an overlay, cannot be read as a whole.
    """
    progress("reading")
    workspace = load.load(
        source, overlays=overlays, allow_remote=access.remote, allowed_roots=access.folders
    )
    progress("normalising")
    normalised = normalise.normalise(workspace)
    progress("building")
    early = (*workspace.diagnostics, *normalised.diagnostics)
    built = build.build(normalised.api, build.BuildOptions(select_tags=tags), early)
    found = [*early, *built.diagnostics]
    fates: dict[str, str] = dict(built.fates)
    fates.update({dropped.id_or_method_path: "dropped" for dropped in normalised.dropped})
    placed = tuple(dict.fromkeys(_place(workspace, finding) for finding in found))
    files = tuple(path.absolute() for path in workspace.files)
    return Prepared(built.api, tuple(sorted(placed, key=_reading_order)), fates, files)


def prepare_for(
    flavour: Flavour,
    *,
    access: Access = ITSELF,
    progress: Callable[[str], None] = lambda _: None,
) -> Prepared:
    """Read the document of a flavour, with its overlays and the folders that it allows. Raises `InputError`."""
    return prepare(
        flavour.spec,
        overlays=flavour.overlays,
        tags=flavour.select.tags,
        access=access.also(flavour.allow_dirs),
        progress=progress,
    )


def refuse_unread(prepared: Prepared) -> None:
    """Raise `InputError` with the references to files that were not read, where there are any."""
    unread = tuple(
        item
        for item in prepared.diagnostics
        if item.severity is Severity.ERROR and item.code in _UNRESOLVED
    )
    if unread:
        raise InputError(unread)


def _place(workspace: Workspace, finding: Diagnostic) -> Diagnostic:
    """Fill in file, line and column of a finding that has a pointer alone."""
    if finding.line or not finding.pointer:
        return finding
    location = _location(workspace, finding.pointer)
    if location is None and f"/{PREFIX}" in finding.pointer:
        # The extension of another tool stands in the document under a name of its own.
        location = _location(workspace, finding.pointer.rpartition("/")[0])
    if location is None:
        return finding
    placed = workspace.diagnose(location, finding.severity, finding.code, finding.message)
    return dataclasses.replace(placed, hint=finding.hint, remedy=finding.remedy)


def _location(workspace: Workspace, pointer: str) -> Location | None:
    try:
        return workspace.resolve(workspace.root.root, pointer)
    except UnresolvedReference:
        return None


def _reading_order(finding: Diagnostic) -> tuple[str, int, int]:
    return finding.file, finding.line, finding.column


def files_of(
    flavour: Flavour, api: ir.Api, target: PythonTarget | None = None
) -> list[GeneratedFile]:
    """Give the files that a flavour makes of an intermediate representation, not yet printed."""
    return (target or PythonTarget()).files(api, options_of(flavour))


def findings_of(flavour: Flavour, api: ir.Api, target: PythonTarget) -> tuple[Diagnostic, ...]:
    """Give what of a flavour has no effect on this document."""
    found = target.findings(api, options_of(flavour))
    return tuple(dataclasses.replace(item, file=str(flavour.file or "")) for item in found)


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
        "models": flavour.models.backend,
        "models_style": flavour.models.style,
        "dependencies": package.dependencies,
        "tests": package.tests,
        "custom": tuple(flavour.custom.items()),
        "own_code": own_code.sources(flavour),
    }
    found = {key: value for key, value in given.items() if value}
    return PythonOptions(**found, operations=flavour.select.operations)
