"""A flavour file as frozen dataclasses.

A flavour says what to generate from which document: one TOML file for each client. `read` raises `ConfigError` with a
diagnostic that names the key, the line where TOML itself is wrong, and the nearest key that exists.
"""

from __future__ import annotations

import dataclasses
import difflib
import keyword
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from clientwright.diagnostics import Diagnostic, InputError, Severity


class ConfigError(InputError):
    """A flavour file, or an option that stands for one of its keys, cannot be used."""


@dataclass(frozen=True, slots=True)
class Package:
    """`[package]`: names of what is generated. Empty ones follow from the document's title."""

    name: str = ""
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


MODEL_STYLES: Mapping[str, str] = {
    "dataclasses.dataclass": "dataclasses",
    "msgspec.Struct": "msgspec",
    "typing.TypedDict": "typed-dict",
    "pydantic_v2.BaseModel": "pydantic_v2",
    "pydantic_v2.dataclass": "pydantic_v2-dataclasses",
}
"""What datamodel-code-generator calls its types of output -> the style that a flavour names."""


@dataclass(frozen=True, slots=True)
class Models:
    """`[models]`: what makes the models, and in which form. Of the other backend, its types of output are known by its names too."""

    backend: str = "pydantic"
    style: str = "pydantic"


@dataclass(frozen=True, slots=True)
class Flavour:
    """One client to generate. Paths are absolute, or URLs for `spec`.

    `templates` is a folder whose templates come before ours. `custom` maps resources to mixins, as `module:Class`; `aliases`
    maps names that methods had to those that they have.
    """

    spec: str
    output: Path
    overlays: tuple[Path, ...] = ()
    target: str = "python"
    package: Package = Package()
    select: Select = Select()
    style: Style = Style()
    models: Models = Models()
    file: Path | None = None
    templates: Path | None = None
    custom: Mapping[str, str] = field(default_factory=dict[str, str])
    aliases: Mapping[str, str] = field(default_factory=dict[str, str])


_DOTTED_NAME = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)
_REQUIREMENT = re.compile(r"[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?\s*(?![\w.-])", re.ASCII)
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+!_-]*", re.ASCII)


def _one_of(*allowed: str) -> Callable[[Any], str | None]:
    def judge(value: Any) -> str | None:
        if value in allowed:
            return None
        near = difflib.get_close_matches(str(value), allowed, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return f"must be one of {', '.join(allowed)}{hint}"

    return judge


def _text(value: Any) -> str | None:
    return None if isinstance(value, str) and value.strip() else "must be a text"


def _texts(value: Any) -> str | None:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):  # pyright: ignore[reportUnknownVariableType]
        return None
    return "must be a list of texts"


def _truth(value: Any) -> str | None:
    return None if isinstance(value, bool) else "must be true or false"


def _requirements(value: Any) -> str | None:
    """Judge a list of dependencies by their beginning (PEP 508); the installer reads the rest."""
    if (reason := _texts(value)) is not None:
        return reason
    wrong = [item for item in value if not _REQUIREMENT.match(item)]
    return f"has {wrong[0]!r}, which does not name a distribution" if wrong else None


def _module_name(value: Any) -> str | None:
    if not isinstance(value, str) or not _DOTTED_NAME.fullmatch(value):
        return "must be a name to import, such as petstore_client or acme.petstore"
    reserved = [part for part in value.split(".") if keyword.iskeyword(part)]
    return f"has the reserved word {reserved[0]!r} in it" if reserved else None


def _class_name(value: Any) -> str | None:
    if isinstance(value, str) and value.isidentifier() and not keyword.iskeyword(value):
        return None
    return "must be the name of a class"


def _version(value: Any) -> str | None:
    if isinstance(value, str) and _VERSION.fullmatch(value):
        return None
    return "must be a version such as 1.2.0"


def _env_prefix(value: Any) -> str | None:
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z_]\w*", value, re.ASCII):
        return None
    return "must be the first part of names of environment variables, such as PETSTORE"


def _folder(value: Any) -> str | None:
    return None if isinstance(value, str) and value.strip() else "must be the path of a folder"


def _dotted(value: Any) -> str | None:
    if isinstance(value, str) and _DOTTED_NAME.fullmatch(value):
        return None
    return "must be the name of a method, such as pets.list"


def _mixin(value: Any) -> str | None:
    if isinstance(value, str):
        module, separator, name = value.partition(":")
        if separator and _DOTTED_NAME.fullmatch(module) and name.isidentifier():
            return None
    return "must name a class, such as acme_extras.run:RunMixin"


def _table(judge: Callable[[Any], str | None]) -> Callable[[Any], str | None]:
    def judge_all(value: Any) -> str | None:
        if not isinstance(value, dict):
            return "must be a table of names"
        for key, item in value.items():  # pyright: ignore[reportUnknownVariableType]
            if (reason := judge(item)) is not None:
                return f"{key!r} = {item!r} {reason}"
        return None

    return judge_all


KEYS: Mapping[str, Callable[[Any], str | None]] = {
    "spec": _text,
    "overlays": _texts,
    "output": _text,
    "target": _one_of("python"),
    "package.name": _module_name,
    "package.version": _version,
    "package.client_class": _class_name,
    "package.env_prefix": _env_prefix,
    "package.dependencies": _requirements,
    "package.tests": _truth,
    "select.tags": _texts,
    "select.operations": _truth,
    "style.async": _one_of("methods", "class", "none"),
    "style.streaming": _one_of("separate", "overload"),
    "style.layout": _one_of("resources", "flat"),
    "style.http": _one_of("httpx", "httpx2"),
    "style.formatter": _one_of("ruff", "black", "none"),
    "models.backend": _one_of("pydantic", "datamodel-code-generator"),
    "models.style": _one_of("pydantic", *MODEL_STYLES.values(), *MODEL_STYLES),
    "templates.override": _folder,
    "custom": _table(_mixin),
    "aliases": _table(_dotted),
}
"""Every key of a flavour file, with the judge of its value: None for good, else what is wrong with it."""

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
        raise _problem(path, f"cannot read the flavour file: {reason}") from None
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _problem(path, f"not TOML: {problem}") from None
    values = _flatten(path, tree)
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


def _flatten(path: Path, tree: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in tree.items():
        if key in _SECTIONS and isinstance(value, dict):
            for name, item in value.items():  # pyright: ignore[reportUnknownVariableType]
                values[f"{key}.{name}"] = item
        else:
            values[key] = value
    _judge(values, path)
    return values


def _judge(values: Mapping[str, Any], path: Path | None) -> None:
    problems: list[Diagnostic] = []
    for key, value in values.items():
        judge = KEYS.get(key)
        if judge is None:
            near = difflib.get_close_matches(key, [*KEYS, *_SECTIONS], n=1)
            hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(KEYS)}"
            problems.append(_diagnostic(path, f"there is no key {key}", hint))
        elif (reason := judge(value)) is not None:
            problems.append(_diagnostic(path, f"{key} = {value!r}: {reason}", ""))
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
