"""`clientwright overlay`: applying and suggesting OpenAPI Overlay documents."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click
import yaml

from clientwright import load, pipeline, suggest
from clientwright.access import Access
from clientwright.cli.shell import (
    DONE,
    FINDINGS,
    access_options,
    files,
    guarded,
    overlay_option,
    remote_option,
    say,
    say_all,
)
from clientwright.cli.subject import flavour_of
from clientwright.diagnostics import printable, printable_json


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines as it reads, where YAML can."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)  # pyright: ignore[reportUnknownMemberType]


_Dumper.add_representer(str, _text)

_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of YAML.")


@click.group()
def overlay() -> None:
    """Work with OpenAPI Overlay documents."""


@overlay.command("apply", short_help="Print the document with overlays applied.")
@click.argument("spec", shell_complete=files)
@click.argument("overlays", nargs=-1, required=True, metavar="OVERLAY...", shell_complete=files)
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


@overlay.command("suggest", short_help="Print an overlay that mends findings.")
@click.argument("spec", shell_complete=files)
@overlay_option
@_as_json
@access_options
@guarded
def suggestions(spec: str, overlays: Sequence[str], as_json: bool, access: Access) -> int:
    """Print an overlay that mends what can be mended in the document. Exit 1 when there is something.

    SPEC is a document, or a flavour file.
    """
    chosen = flavour_of(spec, overlays)
    prepared = pipeline.prepare_for(chosen, access=access)
    document = suggest.overlay_for(prepared.diagnostics, prepared.api.title, chosen.spec)
    if document is None:
        say(f"{spec}: there is nothing that an overlay could mend")
        return DONE
    _print(document, as_json)
    return FINDINGS


@overlay.command("samples", short_help="Print an overlay with code samples.")
@click.argument("spec", shell_complete=files)
@click.option(
    "--flavour", metavar="FILE", shell_complete=files, help="Names as this flavour has them."
)
@overlay_option
@_as_json
@access_options
@guarded
def samples(
    spec: str, flavour: str | None, overlays: Sequence[str], as_json: bool, access: Access
) -> int:
    """Print an overlay with a code sample in Python and one for curl for every operation (x-codeSamples).

    SPEC is a document, or a flavour file.
    """
    chosen = flavour_of(spec, overlays, flavour)
    prepared = pipeline.prepare_for(chosen, access=access)
    _print(pipeline.samples(prepared, pipeline.options_of(chosen)), as_json)
    return DONE


def _print(tree: Any, as_json: bool) -> None:
    if as_json:
        click.echo(printable_json(json.dumps(tree, indent=2, ensure_ascii=False)))
    else:
        text = _yaml(tree, as_it_is=True)
        hides = any(line != printable(line) for line in text.split("\n"))
        click.echo(_yaml(tree, as_it_is=False) if hides else text, nl=False)


def _yaml(tree: Any, *, as_it_is: bool) -> str:
    return yaml.dump(tree, Dumper=_Dumper, sort_keys=False, allow_unicode=as_it_is, width=100)
