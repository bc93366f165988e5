"""The command line: arguments in, a call of the pipeline, an exit status out.

Exit status: 0 done, 1 findings or differences, 2 wrong usage or unreadable input.
"""

from __future__ import annotations

import functools
import json
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import yaml

from clientwright import __version__, config, load, pipeline, render
from clientwright.config import Flavour
from clientwright.diagnostics import Diagnostic, InputError, Severity

_DONE, _FINDINGS, _UNUSABLE = 0, 1, 2
_SUMMARY = 20


def _say(text: str) -> None:
    click.echo(text, err=True)


def _say_all(findings: Sequence[Diagnostic]) -> None:
    for finding in findings:
        _say(str(finding))


def _guarded(command: Callable[..., int]) -> Callable[..., None]:
    """Turn what a command raises into a message and an exit status; no traceback ever reaches a user."""

    @functools.wraps(command)
    def run(**arguments: Any) -> None:
        try:
            status = command(**arguments)
        except InputError as problem:
            _say_all(problem.diagnostics)
            status = _UNUSABLE
        except render.WriteRefused as problem:
            _say(f"error: {problem}")
            status = _UNUSABLE
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = _DONE
        except OSError as problem:
            where = f"{problem.filename}: " if problem.filename else ""
            _say(f"error: {where}{problem.strerror or problem}")
            status = _UNUSABLE
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as problem:
            status = _fault(problem)
        sys.exit(status)

    return run


def _fault(problem: Exception) -> int:
    """Say that this is our fault, with what helps to find it."""
    if os.environ.get("CLIENTWRIGHT_DEBUG"):
        traceback.print_exception(problem)
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    _say(f"error: a fault of clientwright itself: {type(problem).__name__} at {place}: {problem}")
    _say("please report it with the document; CLIENTWRIGHT_DEBUG=1 shows where it happened")
    return _UNUSABLE


_overlay = click.option(
    "--overlay",
    "overlays",
    multiple=True,
    metavar="FILE",
    help="OpenAPI Overlay to apply to the document; may be repeated, applied in order.",
)
_remote = click.option(
    "--allow-remote", is_flag=True, help="Fetch documents and references from http(s) URLs."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="clientwright")
def main() -> None:
    """Write API clients from OpenAPI documents.

    \b
    clientwright generate --spec openapi.yaml --package petstore_client --out client
    clientwright generate                       every flavour in spec/flavours/
    clientwright inspect openapi.yaml           what would be generated
    """


@main.command()
@click.argument("flavours", nargs=-1, metavar="[FLAVOUR.toml]...")
@click.option("--spec", metavar="FILE|URL", help="The document; no flavour file is needed with it.")
@click.option("--package", metavar="NAME", help="Name to import the client by; dots nest.")
@click.option("--out", metavar="DIR", help="Folder to write into.")
@_overlay
@click.option("--target", metavar="NAME", help="What to generate: python.")
@click.option("--client-class", metavar="NAME", help="Name of the client's class.")
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="Any key of the flavour file."
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit 1 and print a diff when the disk differs."
)
@click.option(
    "--strict", is_flag=True, help="Exit 1 when anything in the document was not honoured."
)
@click.option("--report", metavar="FILE", help="Write what became of every operation, as JSON.")
@click.option("--force", is_flag=True, help="Write into a folder that clientwright did not make.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")
@_remote
@_guarded
def generate(
    flavours: Sequence[str],
    check: bool,
    strict: bool,
    report: str | None,
    force: bool,
    quiet: bool,
    allow_remote: bool,
    **options: Any,
) -> int:
    """Write clients: of the flavours named, else of the document given, else of every flavour in spec/flavours/."""
    outcomes = [
        pipeline.generate(flavour, allow_remote=allow_remote, check=check, force=force)
        for flavour in _flavours(flavours, options)
    ]
    for outcome in outcomes:
        _tell(outcome, check=check, quiet=quiet, everything=strict)
    if report:
        text = json.dumps(pipeline.report(outcomes), indent=2, ensure_ascii=False)
        Path(report).write_text(text + "\n", encoding="utf-8")
    differs = any(outcome.diffs for outcome in outcomes)
    ignored = strict and any(pipeline.not_honoured(outcome.prepared) for outcome in outcomes)
    return _FINDINGS if differs or ignored else _DONE


def _flavours(files: Sequence[str], options: Mapping[str, Any]) -> list[Flavour]:
    overrides = _overrides(options)
    if not files and "spec" in overrides:
        if "output" not in overrides:
            raise click.UsageError("--spec without a flavour file needs --out")
        overrides.setdefault("package.name", "client")
        return [config.from_options(overrides)]
    found = config.flavour_files([Path(file) for file in files])
    if not found:
        raise click.UsageError(
            "there is no flavour file in spec/flavours/; name one, or give --spec and --out"
        )
    if len(found) > 1 and "output" in overrides:
        raise click.UsageError("--out takes one flavour file, or they would overwrite each other")
    return [config.read(file, overrides) for file in found]


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


def _tell(outcome: pipeline.Generated, *, check: bool, quiet: bool, everything: bool) -> None:
    """Print what a flavour came to: the diff to standard output, everything else to standard error."""
    findings = outcome.prepared.diagnostics
    if quiet:
        findings = tuple(item for item in findings if item.severity is Severity.ERROR)
    elif not everything:
        findings = tuple(item for item in findings if item.severity is not Severity.INFO)
    shown = findings if everything or quiet else findings[:_SUMMARY]
    _say_all(shown)
    if len(findings) > len(shown):
        _say(
            f"... and {len(findings) - len(shown)} findings more: clientwright check shows them all"
        )
    if quiet:
        return
    operations = len(outcome.prepared.api.operations)
    where = os.path.relpath(outcome.flavour.output)
    if check:
        for diff in outcome.diffs:
            click.echo(diff.text, nl=False)
        state = f"differs in {len(outcome.diffs)} files" if outcome.diffs else "is up to date"
        _say(f"{where} {state}")
    elif outcome.changed or outcome.removed:
        removed = f", {len(outcome.removed)} removed" if outcome.removed else ""
        _say(f"{where}: {operations} operations, {len(outcome.changed)} files written{removed}")
    else:
        _say(f"{where}: {operations} operations, nothing has changed")


@main.command()
@click.argument("spec")
@_overlay
@_remote
@_guarded
def check(spec: str, overlays: Sequence[str], allow_remote: bool) -> int:
    """Look a document over: findings with file:line:column, JSON pointer and a hint. Exit 1 when there are any."""
    paths = [Path(item) for item in overlays]
    prepared = pipeline.prepare(spec, overlays=paths, allow_remote=allow_remote)
    _say_all(prepared.diagnostics)
    counts = {
        severity: sum(item.severity is severity for item in prepared.diagnostics)
        for severity in Severity
    }
    summary = ", ".join(f"{count} {severity}" for severity, count in counts.items() if count)
    _say(f"{spec}: {len(prepared.api.operations)} operations; {summary or 'nothing found'}")
    return _FINDINGS if pipeline.not_honoured(prepared) else _DONE


@main.command()
@click.argument("spec")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--flavour", metavar="FILE", help="Names as this flavour has them.")
@_overlay
@_remote
@_guarded
def inspect(
    spec: str, as_json: bool, flavour: str | None, overlays: Sequence[str], allow_remote: bool
) -> int:
    """Say what would be generated. SPEC is a document, or a flavour file."""
    named = flavour or (spec if spec.endswith(".toml") else None)
    overrides = {"overlays": list(overlays)} if overlays else {}
    if named:
        chosen = config.read(Path(named), overrides)
        source = chosen.spec if spec == named else spec
    else:
        chosen = config.from_options({"spec": spec, "output": ".", **overrides})
        source = spec
    prepared = pipeline.prepare(
        source,
        overlays=chosen.overlays,
        tags=chosen.select.tags,
        allow_remote=allow_remote,
    )
    told = pipeline.inspect(prepared, pipeline.options_of(chosen))
    if as_json:
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return _DONE
    _say_all(prepared.diagnostics)
    for operation in told["operations"]:
        streams = "  streams" if operation["streams"] else ""
        pages = "  pages" if operation["paginated"] else ""
        place = f"{operation['http_method']} {operation['path_key']}"
        click.echo(f"{operation['call']}({_signature(operation)})  {place}{streams}{pages}")
    click.echo(f"{len(told['operations'])} operations, {len(told['models'])} models")
    return _DONE


def _signature(operation: Mapping[str, Any]) -> str:
    names = [
        item["argument"] if item["required"] else f"[{item['argument']}]"
        for item in operation["parameters"]
    ]
    return ", ".join(names)


@main.group()
def overlay() -> None:
    """Work with OpenAPI Overlay documents."""


@overlay.command("apply")
@click.argument("spec")
@click.argument("overlays", nargs=-1, required=True, metavar="OVERLAY...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of YAML.")
@_guarded
def apply(spec: str, overlays: Sequence[str], as_json: bool) -> int:
    """Print the document with the overlays applied."""
    read, found = load.read_tree(spec)
    tree, further = load.apply_overlays(read, overlays)
    findings = (*found, *further)
    _say_all(findings)
    if as_json:
        click.echo(json.dumps(tree, indent=2, ensure_ascii=False))
    else:
        click.echo(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True, width=100), nl=False)
    return _FINDINGS if findings else _DONE
