"""`clientwright check`: findings about a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from clientwright import pipeline, suggest
from clientwright.cli.progress import progress
from clientwright.cli.shell import DONE, FINDINGS, guarded, overlay_option, remote_option, say
from clientwright.diagnostics import Severity


@click.command(short_help="Look a document over.")
@click.argument("spec")
@overlay_option
@remote_option
@guarded
def check(spec: str, overlays: Sequence[str], allow_remote: bool) -> int:
    """Look a document over: findings with file:line:column, JSON pointer and a hint.

    Exit 1 when anything in it cannot be honoured. Findings that an overlay can mend say so.
    """
    paths = [Path(item) for item in overlays]
    with progress(spec) as step:
        prepared = pipeline.prepare(spec, overlays=paths, allow_remote=allow_remote, progress=step)
    mendable = 0
    for finding in prepared.diagnostics:
        action = suggest.action_for(finding, spec)
        mendable += action is not None
        say(f"{finding}; an overlay mends it: {suggest.line(action)}" if action else str(finding))
    counts = {
        severity: sum(item.severity is severity for item in prepared.diagnostics)
        for severity in Severity
    }
    summary = ", ".join(f"{count} {severity}" for severity, count in counts.items() if count)
    say(f"{spec}: {len(prepared.api.operations)} operations; {summary or 'nothing found'}")
    if mendable:
        say(f"clientwright overlay suggest prints an overlay that mends {mendable} of them")
    return FINDINGS if pipeline.not_honoured(prepared) else DONE
