"""Which generator a configuration is for, by what is in it."""

from __future__ import annotations

from pathlib import Path

from clientwright import load
from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.importers import openapi_python_client, speakeasy, stainless
from clientwright.importers.imported import Imported, mapping


def read(path: Path) -> Imported:
    """Read a configuration of Speakeasy (`gen.yaml`), Stainless (`stainless.yml`) or openapi-python-client.

    Raises `InputError` when it is none of these, or cannot be read.
    """
    tree, found = load.read_tree(path)
    serious = [item for item in found if item.severity is Severity.ERROR]
    if serious:
        raise InputError(serious)
    settings = mapping(tree)
    if "generation" in settings or "configVersion" in settings:
        return speakeasy.convert(settings, path)
    if "resources" in settings or ("organization" in settings and "targets" in settings):
        return stainless.convert(settings, path)
    if openapi_python_client.KEYS & settings.keys():
        return openapi_python_client.convert(settings, path)
    raise InputError(
        Diagnostic(
            Severity.ERROR,
            "unknown-configuration",
            "this is the configuration of no generator that is known",
            "gen.yaml, stainless.yml and the configuration of openapi-python-client can be read",
            file=str(path),
        )
    )
