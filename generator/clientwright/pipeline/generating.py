"""Through all stages for one flavour, and onto the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from clientwright import render
from clientwright.access import ITSELF, Access
from clientwright.config import Flavour
from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.pipeline.aliases import with_aliases
from clientwright.pipeline.documents import Documents
from clientwright.pipeline.outcome import Difference, Outcome
from clientwright.pipeline.preparing import Prepared, files_of, findings_of, refuse_unread
from clientwright.pipeline.surfaces import lock_of
from clientwright.surface import lock
from clientwright.surface.changes import Changes
from clientwright.targets.python import PythonTarget


@dataclass(frozen=True, slots=True)
class Generated:
    """What one flavour came to.

    `changed`, `removed` and `written` are paths of files, relative to the output folder: those that were other before, those that are
    gone, and all that there are. `changes` are those that users of the client see.
    """

    flavour: Flavour
    prepared: Prepared
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    diffs: tuple[render.FileDiff, ...] = ()
    changes: Changes = Changes()
    written: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """The same without the representation."""
        return Outcome(
            self.flavour,
            len(self.prepared.api.operations),
            self.prepared.diagnostics,
            self.prepared.fates,
            self.changed,
            self.removed,
            tuple(Difference(item.path, item.text) for item in self.diffs),
            self.changes,
            tuple(str(path) for path in self.prepared.files),
            self.written,
        )


def generate(
    flavour: Flavour,
    *,
    access: Access = ITSELF,
    check: bool = False,
    force: bool = False,
    documents: Documents | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Generated:
    """Write the client of a flavour, or with `check` only say how the disk differs.

    Runs that share `documents` read a document that several of them begin with once.
    Nothing is written when nothing has changed, and nothing at all when the document cannot be used.
    Raises `InputError` for the document, overlays and templates, a reference to a file that is not read, and an output folder that is not ours.
    """
    if flavour.templates is not None and not flavour.templates.is_dir():
        message = f"templates.override: there is no folder {flavour.templates}"
        raise _refused("flavour", message, flavour.file)
    prepared = (documents or Documents()).prepare(
        flavour.spec,
        overlays=flavour.overlays,
        tags=flavour.select.tags,
        access=access.also(flavour.allow_dirs),
        progress=progress,
    )
    refuse_unread(prepared)
    api = with_aliases(prepared.api, flavour)
    # One for all: what is asked of it three times is worked out once.
    target = PythonTarget()
    found = (*prepared.diagnostics, *findings_of(flavour, api, target))
    prepared = replace(prepared, diagnostics=found)
    progress("writing")
    old = lock.read(flavour.output)
    try:
        rendered = render.render(
            files_of(flavour, api, target),
            formatter=flavour.style.formatter,
            overrides=flavour.templates,
        )
        new, changes = lock_of(flavour, api, prepared.files, old, target, rendered.sources)
        printed = {**rendered.files, lock.NAME: lock.text(new)}
        return _put(flavour, prepared, printed, changes, check=check, force=force)
    except render.WriteRefused as problem:
        raise _refused("output", str(problem), flavour.output) from problem
    except (render.TemplateProblem, render.FormatterError) as problem:
        raise _refused("rendering", str(problem)) from problem


def _put(
    flavour: Flavour,
    prepared: Prepared,
    printed: Mapping[str, bytes],
    changes: Changes,
    *,
    check: bool,
    force: bool,
) -> Generated:
    paths = tuple(printed)
    if check:
        diffs = tuple(render.compare(flavour.output, printed))
        return Generated(flavour, prepared, diffs=diffs, changes=changes, written=paths)
    done = render.write(flavour.output, printed, force=force)
    return Generated(
        flavour,
        prepared,
        changed=tuple(done.changed),
        removed=tuple(done.removed),
        changes=changes,
        written=paths,
    )


def _refused(code: str, message: str, place: Path | None = None) -> InputError:
    file = "" if place is None else os.path.relpath(place)
    return InputError(Diagnostic(Severity.ERROR, code, message, file=file))
