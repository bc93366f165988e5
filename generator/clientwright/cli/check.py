"""`clientwright check`: findings about a document."""

from __future__ import annotations

from collections.abc import Sequence

import click

from clientwright import pipeline, suggest
from clientwright.access import Access
from clientwright.cli.progress import progress
from clientwright.cli.shell import (
    DONE,
    FINDINGS,
    access_options,
    counted,
    files,
    guarded,
    overlay_option,
    say,
    say_grouped,
)
from clientwright.cli.subject import flavour_of
from clientwright.diagnostics import Diagnostic, Severity


@click.command(short_help="Look a document over.")
@click.argument("spec", shell_complete=files)
@click.option("--all", "everything", is_flag=True, help="Print every finding, however many.")
@overlay_option
@access_options
@guarded
def check(spec: str, everything: bool, overlays: Sequence[str], access: Access) -> int:
    """Look a document over: findings with file:line:column, JSON pointer and a hint.

    SPEC is a document, or a flavour file. Exit 1 when anything in it cannot be honoured. Findings that an overlay can mend say so. Of many findings of one kind
    only the first are printed, unless `--all` is given.
    """
    chosen = flavour_of(spec, overlays)
    with progress(spec) as step:
        prepared = pipeline.prepare_for(chosen, access=access, progress=step)
    actions = {
        finding: suggest.action_for(finding, chosen.spec) for finding in prepared.diagnostics
    }

    def text(finding: Diagnostic) -> str:
        action = actions[finding]
        return f"{finding}; an overlay mends it: {suggest.line(action)}" if action else str(finding)

    if everything:
        for finding in prepared.diagnostics:
            say(text(finding))
    else:
        say_grouped(prepared.diagnostics, "--all prints them", text)
    counts = {
        severity: sum(item.severity is severity for item in prepared.diagnostics)
        for severity in Severity
    }
    summary = ", ".join(
        f"{count} {severity}{'s' if count > 1 and severity is not Severity.INFO else ''}"
        for severity, count in counts.items()
        if count
    )
    say(
        f"{spec}: {counted(len(prepared.api.operations), 'operation')}; {summary or 'nothing found'}"
    )
    mendable = sum(actions[finding] is not None for finding in prepared.diagnostics)
    if mendable:
        say(f"clientwright overlay suggest prints an overlay that mends {mendable} of them")
    return FINDINGS if pipeline.not_honoured(prepared) else DONE
