"""`clientwright diff`: what changes for users of a client between two documents or packages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from clientwright import config, pipeline
from clientwright.access import Access
from clientwright.cli.shell import (
    DONE,
    FINDINGS,
    access_options,
    files,
    guarded,
    overlay_option,
    say,
)
from clientwright.config import Flavour
from clientwright.diagnostics import Diagnostic, InputError, Severity, printable, printable_json
from clientwright.surface import lock
from clientwright.surface.changes import Changes, Level, next_version
from clientwright.surface.compare import compare
from clientwright.surface.lock import Lock
from clientwright.surface.markdown import as_markdown


@click.command(short_help="Say what changes for users.")
@click.argument("old", shell_complete=files)
@click.argument("new", shell_complete=files)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--markdown", is_flag=True, help="Print Markdown for a pull request.")
@overlay_option
@access_options
@guarded
def diff(
    old: str,
    new: str,
    as_json: bool,
    markdown: bool,
    overlays: Sequence[str],
    access: Access,
) -> int:
    """Say what changes for users of the client. Exit 1 when something of theirs breaks.

    OLD and NEW are documents, flavour files, lock files, or folders of generated packages. Overlays are applied to documents. A document
    is taken as the package on the other side was generated.
    """
    if as_json and markdown:
        raise click.UsageError("--json and --markdown: choose one")
    locks = (_lock(old), _lock(new))
    nothing: Mapping[str, Any] = {}
    options = next((item.options for item in locks if item is not None), nothing)
    first, second = (
        kept if kept is not None else _described(source, options, overlays, access)
        for kept, source in zip(locks, (old, new), strict=True)
    )
    items = compare(first.surface, second.surface)
    level = Changes(items).level
    changes = Changes(items, first.version, next_version(first.version, level), level)
    if as_json:
        click.echo(printable_json(json.dumps(changes.to_json(), indent=2, ensure_ascii=False)))
    elif markdown:
        click.echo(as_markdown(changes, "Changes for users of the client"), nl=False)
    else:
        for item in items:
            click.echo(printable(str(item)))
        say(_summary(changes))
    return FINDINGS if level is Level.MAJOR else DONE


def _summary(changes: Changes) -> str:
    if changes.level is None:
        return "nothing changes for users of the client"
    counts = {level: sum(item.level is level for item in changes.items) for level in Level}
    listed = ", ".join(f"{count} {level}" for level, count in counts.items() if count)
    raised = f"; {changes.version} becomes {changes.proposed}" if changes.proposed else ""
    return f"{listed}{raised}"


def _lock(source: str) -> Lock | None:
    """Give the lock of a folder or lock file; None for a document."""
    place = Path(source)
    if place.is_dir():
        if not (place / lock.NAME).exists():
            message = f"there is no generated package in this folder: it has no {lock.NAME}"
            hint = "name the folder that a client was generated into, a lock file, a flavour file or a document"
            raise InputError(Diagnostic(Severity.ERROR, "lock", message, hint, file=source))
        return lock.read_file(place / lock.NAME)
    return lock.read_file(place) if place.suffix == ".lock" else None


def _described(
    source: str, options: Mapping[str, Any], overlays: Sequence[str], access: Access
) -> Lock:
    flavour = _flavour(source, options, overlays)
    prepared = pipeline.prepare_for(flavour, access=access)
    pipeline.refuse_unread(prepared)
    return Lock(flavour.package.version, pipeline.surface_of(prepared.api, flavour))


def _flavour(source: str, options: Mapping[str, Any], overlays: Sequence[str]) -> Flavour:
    given: dict[str, Any] = {"overlays": list(overlays)} if overlays else {}
    if source.endswith(".toml"):
        return config.read(Path(source), given)
    # Names that follow from a document's title are no change for users who named their package.
    names = {"package.name": "client", "package.client_class": "Client"}
    kept = {key: value for key, value in options.items() if key in config.KEYS}
    settled = kept or names
    return config.from_options({**settled, **given, "spec": source, "output": "."})
