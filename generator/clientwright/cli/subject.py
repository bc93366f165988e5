"""What a command is about: a document with its overlays, or a flavour file that names them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from clientwright import config
from clientwright.config import Flavour


def flavour_of(spec: str, overlays: Sequence[str], flavour: str | None = None) -> Flavour:
    """Give the flavour for the arguments of a command.

    SPEC is a document, for which `flavour` may have the names, or a flavour file itself. Overlays take the place of those
    of the file. Raises `ConfigError`, and `click.UsageError` for two flavour files.
    """
    given = {"overlays": list(overlays)} if overlays else {}
    if spec.endswith(".toml"):
        if flavour is not None:
            raise click.UsageError("--flavour is for documents: SPEC is a flavour file itself")
        return config.read(Path(spec), given)
    given_spec = {**given, "spec": spec}
    if flavour is not None:
        return config.read(Path(flavour), given_spec)
    return config.from_options({**given_spec, "output": "."})
