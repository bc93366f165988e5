"""`clientwright generate`: write clients, or compare them with the disk."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from clientwright import config
from clientwright.access import Access
from clientwright.cli.progress import progress
from clientwright.cli.shell import (
    DONE,
    FINDINGS,
    access_options,
    counted,
    files,
    folders,
    guarded,
    overlay_option,
    say,
    say_all,
    say_grouped,
    settings,
)
from clientwright.cli.watch import watch as watch_files
from clientwright.config import Flavour
from clientwright.diagnostics import Diagnostic, InputError, Severity, printable
from clientwright.pipeline.outcome import Outcome, changes_of, report
from clientwright.pipeline.running import Shared, run
from clientwright.surface.changes import Change, Level
from clientwright.surface.markdown import of_many

_SUMMARY = 20


@dataclass(frozen=True, slots=True)
class _Wishes:
    """The options that are about the run, not about what is generated."""

    check: bool
    strict: bool
    fail_on: str | None
    report: str | None
    changes: str | None
    changes_markdown: str | None
    force: bool
    quiet: bool
    access: Access
    use_cache: bool


@click.command(short_help="Write clients.")
@click.argument("flavours", nargs=-1, metavar="[FLAVOUR.toml]...", shell_complete=files)
@click.option(
    "--spec",
    metavar="FILE|URL",
    shell_complete=files,
    help="The document; no flavour file is needed with it.",
)
@click.option("--package", metavar="NAME", help="Name to import the client by; dots nest.")
@click.option("--out", metavar="DIR", shell_complete=folders, help="Folder to write into.")
@overlay_option
@click.option("--target", metavar="NAME", help="What to generate: python.")
@click.option("--client-class", metavar="NAME", help="Name of the client's class.")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    shell_complete=settings,
    help="Any key of the flavour file.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit 1 and print a diff when the disk differs."
)
@click.option(
    "--strict", is_flag=True, help="Exit 1 when anything in the document was not honoured."
)
@click.option(
    "--fail-on",
    type=click.Choice(["major", "minor", "patch"]),
    help="Exit 1 when there is a change as grave as this for which the version was not raised.",
)
@click.option(
    "--report",
    metavar="FILE",
    shell_complete=files,
    help="Write what became of every operation, as JSON.",
)
@click.option(
    "--changes", metavar="FILE", shell_complete=files, help="Write what changes for users, as JSON."
)
@click.option(
    "--changes-markdown",
    metavar="FILE",
    shell_complete=files,
    help="Write what changes for users, for a pull request.",
)
@click.option("--force", is_flag=True, help="Overwrite files that clientwright did not write.")
@click.option("--watch", is_flag=True, help="Go on, and generate again when a file changes.")
@click.option("--no-cache", is_flag=True, help="Do all the work, whatever an earlier run did.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")
@access_options
@guarded
def generate(
    flavours: Sequence[str],
    check: bool,
    strict: bool,
    fail_on: str | None,
    report: str | None,
    changes: str | None,
    changes_markdown: str | None,
    force: bool,
    watch: bool,
    no_cache: bool,
    quiet: bool,
    access: Access,
    **options: Any,
) -> int:
    """Write clients: of the flavours named, else of the document given, else of every flavour in spec/flavours/."""
    wishes = _Wishes(
        check=check,
        strict=strict,
        fail_on=fail_on,
        report=report,
        changes=changes,
        changes_markdown=changes_markdown,
        force=force,
        quiet=quiet,
        access=access,
        use_cache=not no_cache,
    )
    if not watch:
        return _generate(_flavours(flavours, options), wishes)[0]
    if check:
        raise click.UsageError("--watch writes and --check does not: choose one")
    return watch_files(lambda: _once(flavours, options, wishes))


def _once(files: Sequence[str], options: Mapping[str, Any], wishes: _Wishes) -> tuple[str, ...]:
    """Do one round of watching. Gives the files to look at for the next."""
    named = [str(file) for file in config.flavour_files([Path(file) for file in files])]
    try:
        flavours = _flavours(files, options)
        for flavour in flavours:
            named += [flavour.spec, *(str(path) for path in flavour.overlays)]
            named += [str(flavour.templates)] if flavour.templates else []
        outcomes = _generate(flavours, wishes)[1]
        named += [path for outcome in outcomes for path in outcome.inputs]
    except InputError as problem:
        say_all(problem.diagnostics)
        named += [item.file for item in problem.diagnostics if item.file]
    return tuple(dict.fromkeys(named))


def _generate(flavours: Sequence[Flavour], wishes: _Wishes) -> tuple[int, list[Outcome]]:
    outcomes: list[Outcome] = []
    shared = Shared()
    for flavour in flavours:
        with progress(os.path.relpath(flavour.output), quiet=wishes.quiet) as step:
            outcomes.append(
                run(
                    flavour,
                    access=wishes.access,
                    check=wishes.check,
                    force=wishes.force,
                    use_cache=wishes.use_cache,
                    shared=shared,
                    progress=step,
                )
            )
    told = _Told(set[Diagnostic](), set[Change]())
    for outcome in outcomes:
        _tell(outcome, wishes, told)
    _write_reports(outcomes, wishes)
    differs = any(outcome.differences for outcome in outcomes)
    ignored = wishes.strict and any(outcome.not_honoured for outcome in outcomes)
    grave = any(_too_grave(outcome, wishes.fail_on) for outcome in outcomes)
    return (FINDINGS if differs or ignored or grave else DONE), outcomes


def _write_reports(outcomes: Sequence[Outcome], wishes: _Wishes) -> None:
    for place, told in (
        (wishes.report, report(outcomes)),
        (wishes.changes, changes_of(outcomes)),
    ):
        if place:
            _write(place, json.dumps(told, indent=2, ensure_ascii=False) + "\n")
    if wishes.changes_markdown:
        packages = {outcome.flavour.package.name: outcome.changes for outcome in outcomes}
        _write(wishes.changes_markdown, of_many(packages))


def _write(place: str, text: str) -> None:
    Path(place).parent.mkdir(parents=True, exist_ok=True)
    Path(place).write_text(text, encoding="utf-8", errors="backslashreplace")


def _too_grave(outcome: Outcome, limit: str | None) -> bool:
    level = outcome.changes.pending
    return limit is not None and level is not None and level.weight >= Level(limit).weight


def _flavours(files: Sequence[str], options: Mapping[str, Any]) -> list[Flavour]:
    overrides = _overrides(options)
    if not files and "spec" in overrides:
        if "output" not in overrides:
            raise click.UsageError("--spec without a flavour file needs --out")
        return [config.from_options(overrides)]
    found = config.flavour_files([Path(file) for file in files])
    if not found:
        raise click.UsageError(
            "there is no flavour file in spec/flavours/; `clientwright init SPEC` writes one, "
            "and with --spec and --out none is needed"
        )
    if len(found) > 1 and "output" in overrides:
        raise click.UsageError("--out takes one flavour file, or they would overwrite each other")
    flavours = [config.read(file, overrides) for file in found]
    _each_by_itself(dict(zip(found, flavours, strict=True)))
    return flavours


def _each_by_itself(flavours: Mapping[Path, Flavour]) -> None:
    """Raise `UsageError` for flavours that would overwrite each other."""
    homes: dict[Path, Path] = {}
    for file, flavour in flavours.items():
        home = flavour.output.resolve()
        first = homes.setdefault(home, file)
        if first.resolve() != file.resolve():
            raise click.UsageError(
                f"{first} and {file} have the same output, {flavour.output}, "
                "and would overwrite each other; give each a folder of its own"
            )


def _overrides(options: Mapping[str, Any]) -> dict[str, Any]:
    keys = {
        "spec": "spec",
        "out": "output",
        "package": "package.name",
        "target": "target",
        "client_class": "package.client_class",
    }
    overrides = {key: options[name] for name, key in keys.items() if options.get(name)}
    if options.get("overlays"):
        overrides["overlays"] = list(options["overlays"])
    overrides.update(config.parse_setting(setting) for setting in options.get("settings", ()))
    return overrides


@dataclass(frozen=True, slots=True)
class _Told:
    """What has been printed for flavours before this one: several clients of one document have much in common."""

    findings: set[Diagnostic]
    changes: set[Change]


def _tell(outcome: Outcome, wishes: _Wishes, told: _Told) -> None:
    """Print what a flavour came to: the diff to standard output, everything else to standard error."""
    findings = outcome.findings
    if wishes.quiet:
        findings = tuple(item for item in findings if item.severity is Severity.ERROR)
    elif not wishes.strict:
        findings = tuple(item for item in findings if item.severity is not Severity.INFO)
    again = len(findings)
    findings = tuple(item for item in findings if item not in told.findings)
    told.findings.update(findings)
    again -= len(findings)
    some = () if wishes.strict or wishes.quiet else (_SUMMARY,)
    say_grouped(findings, "--report FILE has them all", str, *some)
    if wishes.check:
        for difference in outcome.differences:
            click.echo(difference.text, nl=False)
    if wishes.quiet:
        return
    where = os.path.relpath(outcome.flavour.output)
    say(f"{where} {_state(outcome)}" if wishes.check else f"{where}: {_done(outcome)}")
    if again:
        say(f"  {counted(again, 'finding')} as told above")
    _tell_changes(outcome, wishes, told)
    if _too_grave(outcome, wishes.fail_on):
        level = outcome.changes.pending
        say(
            f"  {level} changes, and the version was not raised for them (--fail-on {wishes.fail_on})"
        )


def _state(outcome: Outcome) -> str:
    count = len(outcome.differences)
    return f"differs in {counted(count, 'file')}" if count else "is up to date"


def _done(outcome: Outcome) -> str:
    operations = counted(outcome.operations, "operation")
    if not outcome.operations and outcome.flavour.select.operations:
        operations += " (the document has none that can be called, or none that is selected)"
    if not outcome.changed and not outcome.removed:
        return f"{operations}, nothing has changed"
    removed = f", {len(outcome.removed)} removed" if outcome.removed else ""
    return f"{operations}, {counted(len(outcome.changed), 'file')} written{removed}"


def _tell_changes(outcome: Outcome, wishes: _Wishes, told: _Told) -> None:
    changes = outcome.changes
    items = [item for item in changes.items if item not in told.changes]
    told.changes.update(items)
    for change in items if wishes.strict else items[:_SUMMARY]:
        say(printable(f"  {change}"))
    if len(items) > _SUMMARY and not wishes.strict:
        say(f"  ... and {counted(len(items) - _SUMMARY, 'change')} more")
    if len(items) < len(changes.items):
        say(f"  {counted(len(changes.items) - len(items), 'change')} as told above")
    version = outcome.flavour.package.version
    if changes.pending and changes.proposed not in ("", version):
        say(
            f'  the next version is {changes.proposed}: set [package] version = "{changes.proposed}"'
        )
