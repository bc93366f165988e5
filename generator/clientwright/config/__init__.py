"""A flavour file as frozen dataclasses.

A flavour says what to generate from which document: one TOML file for each client. `read` raises `ConfigError` with a
diagnostic that names the key, where it stands, and the nearest key that exists.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from clientwright.config.places import place_of
from clientwright.config.values import KEYS, MODEL_STYLES
from clientwright.diagnostics import Diagnostic, InputError, Severity

__all__ = [
    "KEYS",
    "MODEL_STYLES",
    "ConfigError",
    "Flavour",
    "Models",
    "Package",
    "Select",
    "Style",
    "flavour_files",
    "from_options",
    "parse_setting",
    "read",
]


class ConfigError(InputError):
    """A flavour file, or an option that stands for one of its keys, cannot be used."""


@dataclass(frozen=True, slots=True)
class Package:
    """`[package]`: names of what is generated. The class and the prefix follow from the document's title when they are empty."""

    name: str = "client"
    version: str = "0.1.0"
    client_class: str = ""
    env_prefix: str = ""
    dependencies: tuple[str, ...] = ()
    tests: bool = False


@dataclass(frozen=True, slots=True)
class Select:
    """`[select]`: the part of an API that a client is for; all of it when empty.

    Without `operations` the package has the models alone.
    """

    tags: tuple[str, ...] = ()
    operations: bool = True


@dataclass(frozen=True, slots=True)
class Style:
    """`[style]`: how the client looks."""

    async_: str = "methods"
    streaming: str = "separate"
    layout: str = "resources"
    http: str = "httpx"
    formatter: str = "ruff"


@dataclass(frozen=True, slots=True)
class Models:
    """`[models]`: what makes the models, and in which form. Of the other backend, its types of output are known by its names too."""

    backend: str = "pydantic"
    style: str = "pydantic"


@dataclass(frozen=True, slots=True)
class Flavour:
    """One client to generate. Paths are absolute, or URLs for `spec`.

    `allow_dirs` are folders that references may lead into. `templates` is a folder whose templates come before ours.
    `custom` maps resources to mixins, as `module:Class`; `aliases` maps names that methods had to those that they have.
    """

    spec: str
    output: Path
    overlays: tuple[Path, ...] = ()
    allow_dirs: tuple[Path, ...] = ()
    target: str = "python"
    package: Package = Package()
    select: Select = Select()
    style: Style = Style()
    models: Models = Models()
    file: Path | None = None
    templates: Path | None = None
    custom: Mapping[str, str] = field(default_factory=dict[str, str])
    aliases: Mapping[str, str] = field(default_factory=dict[str, str])


_SECTIONS = tuple(dict.fromkeys(key.split(".")[0] for key in KEYS if "." in key))


def read(path: Path, overrides: Mapping[str, Any] | None = None) -> Flavour:
    """Read a flavour file; `overrides` holds dotted keys that take the place of the file's.

    Paths in the file are relative to it, those among the overrides to the working directory.
    Raises `ConfigError`.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        message = f"cannot read the flavour file: {reason}"
        raise _problem(path, message, _nearest(path)) from None
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _not_toml(path, str(problem)) from None
    values = _flatten(path, tree, text)
    base = path.resolve().parent
    return _flavour(values, overrides or {}, base, path)


def from_options(overrides: Mapping[str, Any]) -> Flavour:
    """Make a flavour of options alone, without a file. Raises `ConfigError`."""
    return _flavour({}, overrides, Path.cwd(), None)


def parse_setting(text: str) -> tuple[str, Any]:
    """Read `KEY=VALUE` of `--set`: the value is TOML when it is that, else a text. Raises `ConfigError`."""
    key, separator, value = text.partition("=")
    if not separator:
        raise _problem(None, f"--set {text}: write KEY=VALUE, such as style.formatter=black")
    try:
        parsed = tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        parsed = value
    return key.strip(), parsed


_SYNTAX = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


def _not_toml(path: Path, problem: str) -> ConfigError:
    """Give the error for a syntax that is none, whose place the library has in its text alone."""
    found = _SYNTAX.fullmatch(problem)
    reason, line, column = found.groups("0") if found else (problem, "0", "0")
    if found and line == "0":
        reason += " at the end of the file"
    hint = ""
    if path.suffix != ".toml":
        hint = f"a flavour file is TOML; a document is given by --spec {path}, with --out"
    diagnostic = _diagnostic(path, f"not TOML: {reason}", hint)
    return ConfigError(replace(diagnostic, line=int(line), column=int(column)))


def _nearest(path: Path) -> str:
    try:
        names = [item.name for item in path.parent.iterdir() if item.suffix == ".toml"]
    except OSError:
        return f"there is no folder {path.parent}"
    if path.name in names:
        return "a flavour file is TOML in UTF-8"
    near = difflib.get_close_matches(path.name, sorted(names), n=1)
    return f"did you mean {path.with_name(near[0])}?" if near else ""


def _flatten(path: Path, tree: Mapping[str, Any], text: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in tree.items():
        if key in _SECTIONS and isinstance(value, dict):
            for name, item in value.items():  # pyright: ignore[reportUnknownVariableType]
                values[f"{key}.{name}"] = item
        else:
            values[key] = value
    _judge(values, path, text)
    return values


def _judge(values: Mapping[str, Any], path: Path | None, text: str = "") -> None:
    problems: list[Diagnostic] = []
    for key, value in values.items():
        line, column = place_of(text, key)
        judge = KEYS.get(key)
        if judge is None:
            near = difflib.get_close_matches(key, [*KEYS, *_SECTIONS], n=1)
            hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(KEYS)}"
            if key in _SECTIONS:
                hint = f"it is a table: write [{key}] and its keys below"
            problem = _diagnostic(path, f"there is no key {key}", hint)
        elif (reason := judge(value)) is not None:
            problem = _diagnostic(path, f"{key} = {value!r}: {reason}", "")
        else:
            continue
        problems.append(replace(problem, line=line, column=column))
    if problems:
        raise ConfigError(tuple(problems))


def _flavour(
    values: Mapping[str, Any], overrides: Mapping[str, Any], base: Path, path: Path | None
) -> Flavour:
    _judge(overrides, None)
    merged = {**values, **overrides}
    for key, option in (("spec", "--spec"), ("output", "--out")):
        if key not in merged:
            raise _problem(
                path, f"the key {key} is missing", f"write {key} = ..., or give {option}"
            )

    models = _section(Models, "models", merged)
    models = replace(models, style=MODEL_STYLES.get(models.style, models.style))
    if (models.backend == "pydantic") != (models.style == "pydantic"):
        raise _problem(
            path,
            f"models.style = {models.style!r} does not go with models.backend = {models.backend!r}",
            'write backend = "datamodel-code-generator" with style = '
            + ", ".join(f'"{style}"' for style in MODEL_STYLES.values()),
        )

    def place(key: str, item: str) -> str:
        if item.startswith(("http://", "https://")):
            return item
        return str((Path.cwd() if key in overrides else base) / item)

    return Flavour(
        spec=place("spec", merged["spec"]),
        output=Path(place("output", merged["output"])),
        overlays=tuple(Path(place("overlays", item)) for item in merged.get("overlays", ())),
        allow_dirs=tuple(Path(place("allow_dirs", item)) for item in merged.get("allow_dirs", ())),
        target=merged.get("target", "python"),
        package=_section(Package, "package", merged),
        select=Select(
            tags=tuple(merged.get("select.tags", ())),
            operations=merged.get("select.operations", True),
        ),
        style=_section(Style, "style", merged),
        models=models,
        file=path,
        templates=(
            Path(place("templates.override", merged["templates.override"]))
            if "templates.override" in merged
            else None
        ),
        custom=dict(merged.get("custom", {})),
        aliases=dict(merged.get("aliases", {})),
    )


_T = TypeVar("_T", Package, Style, Models)


def _section(kind: type[_T], section: str, values: Mapping[str, Any]) -> _T:
    given: dict[str, Any] = {}
    for item in dataclasses.fields(kind):
        key = f"{section}.{item.name.rstrip('_')}"
        if key in values:
            value = values[key]
            given[item.name] = tuple(value) if isinstance(value, list) else value  # pyright: ignore[reportUnknownArgumentType]
    return kind(**given)


def _diagnostic(path: Path | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        severity=Severity.ERROR,
        code="flavour",
        message=message,
        hint=hint,
        file=str(path) if path else "",
    )


def _problem(path: Path | None, message: str, hint: str = "") -> ConfigError:
    return ConfigError((_diagnostic(path, message, hint),))


def flavour_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Give the flavour files named, or every one in `spec/flavours/`, in the order of their names."""
    if paths:
        return tuple(paths)
    return tuple(sorted(Path("spec/flavours").glob("*.toml")))
