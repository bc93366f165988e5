"""`clientwright overlay`: applying and suggesting OpenAPI Overlay documents."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import yaml

from clientwright import load, pipeline, suggest
from clientwright.cli.shell import (
    DONE,
    FINDINGS,
    guarded,
    overlay_option,
    remote_option,
    say,
    say_all,
)

_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of YAML.")


@click.group()
def overlay() -> None:
    """Work with OpenAPI Overlay documents."""


@overlay.command("apply")
@click.argument("spec")
@click.argument("overlays", nargs=-1, required=True, metavar="OVERLAY...")
@_as_json
@remote_option
@guarded
def apply(spec: str, overlays: Sequence[str], as_json: bool, allow_remote: bool) -> int:
    """Print the document with the overlays applied."""
    read, found = load.read_tree(spec, allow_remote=allow_remote)
    tree, further = load.apply_overlays(read, overlays)
    findings = (*found, *further)
    say_all(findings)
    _print(tree, as_json)
    return FINDINGS if findings else DONE


@overlay.command("suggest")
@click.argument("spec")
@overlay_option
@_as_json
@remote_option
@guarded
def suggestions(spec: str, overlays: Sequence[str], as_json: bool, allow_remote: bool) -> int:
    """Print an overlay that mends what can be mended in the document. Exit 1 when there is something."""
    paths = [Path(item) for item in overlays]
    prepared = pipeline.prepare(spec, overlays=paths, allow_remote=allow_remote)
    document = suggest.overlay_for(prepared.diagnostics, prepared.api.title, spec)
    if document is None:
        say(f"{spec}: there is nothing that an overlay could mend")
        return DONE
    _print(document, as_json)
    return FINDINGS


def _print(tree: Any, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(tree, indent=2, ensure_ascii=False))
    else:
        click.echo(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True, width=100), nl=False)
