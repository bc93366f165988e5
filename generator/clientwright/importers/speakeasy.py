"""`gen.yaml` of Speakeasy, with `workflow.yaml` beside it.

https://www.speakeasy.com/docs/speakeasy-reference/generation/gen-yaml
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from clientwright import load
from clientwright.diagnostics import InputError
from clientwright.importers.imported import Imported, Reader, mapping, text

_ASYNC = {"both": "methods", "split": "class"}
# setting -> the values that say what is always so here, and what is so for all others
_FIXED: Mapping[str, tuple[tuple[Any, ...], str]] = {
    "generation.maintainOpenAPIOrder": ((True,), "the order is always that of the document"),
    "generation.requestBodyFieldName": (("",), "a whole body is the argument `request`"),
    "generation.auth.oAuth2ClientCredentialsEnabled": ((True,), "they are always fetched"),
    "generation.auth.oAuth2PasswordEnabled": ((False,), "give the token of this flow yourself"),
    "python.baseErrorName": ((), "it is called after the client's class"),
    "python.clientServerStatusCodesAsErrors": ((True,), "statuses from 400 on are always errors"),
    "python.defaultErrorName": (("SDKError",), "it is SDKError"),
    "python.enumFormat": (("union",), "enumerations are literal types, and open"),
    "python.flattenGlobalSecurity": ((True,), "each credential is an argument of the client"),
    "python.flattenRequests": ((True,), "parameters and properties are arguments"),
    "python.forwardCompatibleEnumsByDefault": ((True,), "enumerations are always open"),
    "python.forwardCompatibleUnionsByDefault": ((True, "tagged-only"), "unions are always open"),
    "python.inferUnionDiscriminators": ((True,), "they are always inferred"),
    "python.responseFormat": (
        ("flat",),
        "a method gives the model; with_raw_response gives status and headers besides",
    ),
    "python.useAsyncHooks": ((False,), "hooks of asynchronous calls may be asynchronous functions"),
}
_METADATA = "write it into pyproject.toml by a template of your own"
_HOUSE = "it is about the layout or the history of the other generator's package"
_ARGUMENTS = "parameters and properties are keywords, and `request` takes a whole body"
_REASONS: Mapping[str, str] = {
    "generation.auth": "OAuth 2.0 client credentials are fetched; tokens of other flows are given",
    "generation.fixes": _HOUSE,
    "generation.persistentEdits": "own code goes into mixins: [custom]",
    "generation.schemas": "allOf is merged as JSON Schema has it",
    "generation.sdkHooksConfigAccess": "hooks are given to the client",
    "generation.usageSnippets": "samples show what must be given",
    "generation.useClassNamesForArrayFields": _HOUSE,
    "generation.versioningStrategy": "each run proposes the next version; you set package.version",
    "python.additionalDependencies": "package.dependencies holds those of your own code",
    "python.allowedRedefinedBuiltins": "arguments have the names of the document",
    "python.authors": _METADATA,
    "python.description": _METADATA,
    "python.documentationUrl": _METADATA,
    "python.enableCustomCodeRegions": "own code goes into mixins: [custom]",
    "python.fixFlags": _HOUSE,
    "python.flatteningOrder": _ARGUMENTS,
    "python.homepage": _METADATA,
    "python.imports": _HOUSE,
    "python.inputModelSuffix": _HOUSE,
    "python.legacyPyright": _HOUSE,
    "python.license": _METADATA,
    "python.maxMethodParams": _ARGUMENTS,
    "python.methodArguments": _ARGUMENTS,
    "python.outputModelSuffix": _HOUSE,
    "python.packageManager": "pyproject.toml is built by hatchling",
    "python.preApplyUnionDiscriminators": "discriminators are always used",
    "python.projectUrls": _METADATA,
    "python.templateVersion": _HOUSE,
    "python.typeReferencesDisabledInReadme": _HOUSE,
}
_CARET = re.compile(r"\^\s*(\d+)(?:\.(\d+))?(?:\.\d+)*\Z")
_SPECIFIER = re.compile(r"(===?|~=|!=|<=?|>=?)")


def convert(tree: Mapping[str, Any], path: Path) -> Imported:
    """Give the settings of `gen.yaml` in our terms. Settings of targets other than Python are left alone."""
    reader = Reader(tree, str(path))
    reader.take("configVersion")
    values: dict[str, Any] = {}
    client_class = text(reader.take("generation", "sdkClassName"))
    if client_class:
        values["package.client_class"] = client_class
    version = text(reader.take("python", "version"))
    if version:
        values["package.version"] = version
    package = text(reader.take("python", "moduleName")) or text(reader.get("python", "packageName"))
    reader.take("python", "packageName")
    if package:
        values["package.name"] = re.sub(r"[^\w.]", "_", package)
    prefix = text(reader.take("python", "envVarPrefix"))
    if prefix:
        values["package.env_prefix"] = prefix.upper()
    mode = text(reader.take("python", "asyncMode"))
    if mode in _ASYNC:
        values["style.async"] = _ASYNC[mode]
    elif mode:
        reader.lose(("python", "asyncMode"), f"{mode!r} is not known")
    if reader.take("generation", "inferSSEOverload") is True:
        values["style.streaming"] = "overload"
    if reader.take("generation", "tests", "generateTests") is True:
        values["package.tests"] = True
    dependencies = _dependencies(reader)
    if dependencies:
        values["package.dependencies"] = dependencies
    if text(reader.get("python", "baseErrorName")) == f"{client_class}Error":
        reader.take("python", "baseErrorName")
    _settings(reader)
    _server(reader)
    values.update(_workflow(path))
    others = [
        key for key in tree if key not in ("configVersion", "generation", "python", "management")
    ]
    return Imported("Speakeasy", values, (), reader.finish(*others))


def _dependencies(reader: Reader) -> list[str]:
    """Give what the package needs besides, as PEP 508 has it. What tests and tools need is no part of a package."""
    place = ("python", "additionalDependencies", "main")
    found: list[str] = []
    for name, version in mapping(reader.take(*place)).items():
        wanted = text(version).strip()
        caret = _CARET.match(wanted)
        if caret is not None:
            # The first number that is not zero stays.
            major, minor = int(caret[1]), int(caret[2] or 0)
            end = f"0.{minor + 1}" if major == 0 and caret[2] else f"{major + 1}"
            found.append(f"{name}>={wanted[1:].strip()},<{end}")
        elif _SPECIFIER.match(wanted):
            found.append(f"{name}{wanted}")
        elif wanted in ("", "*") and not isinstance(version, dict):
            found.append(name)
        elif wanted[:1].isdigit():
            found.append(f"{name}=={wanted}")
        else:
            reader.lose((*place, name), "write it under package.dependencies as pip takes it")
    return found


def _settings(reader: Reader) -> None:
    """Take what is always so here, and say of the rest why it is left."""
    for setting, (same, reason) in _FIXED.items():
        path = tuple(setting.split("."))
        value = reader.get(*path)
        if value is None:
            continue
        if any(value == item and type(value) is type(item) for item in same):
            reader.take(*path)
        elif not reader.has_taken(path):
            reader.lose(path, reason)
    for setting, reason in _REASONS.items():
        reader.explain(tuple(setting.split(".")), reason)


def _server(reader: Reader) -> None:
    base = text(reader.take("generation", "baseServerUrl"))
    if base:
        reader.lose(
            ("generation", "baseServerUrl"), f"add a server {base!r} to the document by an overlay"
        )


def _workflow(path: Path) -> dict[str, Any]:
    """Give the document and overlays that `workflow.yaml` names, relative to `gen.yaml`."""
    for place in (path.parent / "workflow.yaml", path.parent / ".speakeasy" / "workflow.yaml"):
        if not place.is_file():
            continue
        try:
            tree = load.read_tree(place)[0]
        except InputError:
            continue
        sources = mapping(mapping(tree).get("sources"))
        if not sources:
            continue
        # Its paths are relative to the folder that holds `.speakeasy`.
        root = place.parent.parent if place.parent.name == ".speakeasy" else place.parent
        first = mapping(next(iter(sources.values())))
        inputs, overlays = _locations(first, "inputs"), _locations(first, "overlays")
        found: dict[str, Any] = {}
        if inputs:
            found["spec"] = inputs[0] if "://" in inputs[0] else str(root / inputs[0])
        if overlays:
            found["overlays"] = [str(root / item) for item in overlays if "://" not in item]
        return found
    return {}


def _locations(source: Mapping[str, Any], key: str) -> list[str]:
    listed: Any = source.get(key)
    items: list[Any] = [*listed] if isinstance(listed, list) else []  # pyright: ignore[reportUnknownArgumentType]
    found = [text(mapping(item).get("location")) for item in items]
    return [item for item in found if item]
