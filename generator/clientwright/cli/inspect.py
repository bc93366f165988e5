"""`clientwright inspect`: what would be generated."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import click

from clientwright import pipeline
from clientwright.access import Access
from clientwright.cli.shell import (
    DONE,
    access_options,
    counted,
    files,
    guarded,
    overlay_option,
    say_grouped,
)
from clientwright.cli.subject import flavour_of
from clientwright.diagnostics import printable, printable_json


@click.command()
@click.argument("spec", shell_complete=files)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--flavour", metavar="FILE", shell_complete=files, help="Names as this flavour has them."
)
@overlay_option
@access_options
@guarded
def inspect(
    spec: str, as_json: bool, flavour: str | None, overlays: Sequence[str], access: Access
) -> int:
    """Say what would be generated. SPEC is a document, or a flavour file."""
    chosen = flavour_of(spec, overlays, flavour)
    prepared = pipeline.prepare_for(chosen, access=access)
    pipeline.refuse_unread(prepared)
    prepared = replace(prepared, api=pipeline.with_aliases(prepared.api, chosen))
    told = pipeline.inspect(prepared, pipeline.options_of(chosen))
    if as_json:
        click.echo(printable_json(json.dumps(told, indent=2, ensure_ascii=False)))
        return DONE
    say_grouped(prepared.diagnostics, "--json has them all")
    for operation in told["operations"]:
        streams = "  streams" if operation["streams"] else ""
        pages = "  pages" if operation["paginated"] else ""
        place = f"{operation['http_method']} {operation['path_key']}"
        line = f"{operation['call']}({_signature(operation)})  {place}{streams}{pages}"
        click.echo(printable(line))
    operations, models = len(told["operations"]), len(told["models"])
    click.echo(f"{counted(operations, 'operation')}, {counted(models, 'model')}")
    return DONE


def _signature(operation: Mapping[str, Any]) -> str:
    names = [
        item["argument"] if item["required"] else f"[{item['argument']}]"
        for item in operation["parameters"]
    ]
    return ", ".join(names)
