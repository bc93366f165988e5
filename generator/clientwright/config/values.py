"""The keys of a flavour file, and what their values may be."""

from __future__ import annotations

import difflib
import keyword
import re
import sys
from collections.abc import Callable, Mapping
from typing import Any, cast

MODEL_STYLES: Mapping[str, str] = {
    "dataclasses.dataclass": "dataclasses",
    "msgspec.Struct": "msgspec",
    "typing.TypedDict": "typed-dict",
    "pydantic_v2.BaseModel": "pydantic_v2",
    "pydantic_v2.dataclass": "pydantic_v2-dataclasses",
}
"""What datamodel-code-generator calls its types of output -> the style that a flavour names."""

_DOTTED_NAME = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)
_BOUND = r"\s*(?:===?|~=|!=|<=|>=|<|>)\s*[\w.*+!-]+\s*"
_REQUIREMENT = re.compile(
    r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?\s*(?:\[[\w\s.,-]*\])?\s*"
    rf"(?:@.+|(?:\({_BOUND}(?:,{_BOUND})*\)|{_BOUND}(?:,{_BOUND})*)?\s*(?:;.+)?)",
    re.ASCII,
)
# https://packaging.python.org/en/latest/specifications/version-specifiers/, with the spellings that installers normalise.
_VERSION = re.compile(
    r"v?(\d+!)?\d+(\.\d+)*([-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?\d*)?"
    r"(-\d+|[-_.]?(post|rev|r)[-_.]?\d*)?([-_.]?dev[-_.]?\d*)?(\+[a-z0-9]+([-_.][a-z0-9]+)*)?",
    re.ASCII | re.IGNORECASE,
)
# What generated packages import: a client of that name would be found in its place, or it in the client's.
_NEEDED = frozenset(
    [
        *("annotated_types", "anyio", "certifi", "h11", "httpcore", "httpx", "idna", "sniffio"),
        *("httpcore2", "httpx2", "msgspec", "pydantic", "pydantic_core", "typing_extensions"),
        *("typing_inspection", "pytest"),
    ]
)

# What the package calls its own modules.
_MODULES = frozenset(["client", "errors", "models", "resources"])


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
    return 'must be a list of texts, such as ["pets"]'


def _truth(value: Any) -> str | None:
    return None if isinstance(value, bool) else "must be true or false"


def _requirements(value: Any) -> str | None:
    """Judge a list of dependencies (PEP 508)."""
    if (reason := _texts(value)) is not None:
        return reason
    wrong = [item for item in value if not _REQUIREMENT.fullmatch(item.strip())]
    return f"has {wrong[0]!r}, which is no requirement, such as tenacity>=9" if wrong else None


def _module_name(value: Any) -> str | None:
    if not isinstance(value, str) or not _DOTTED_NAME.fullmatch(value):
        return "must be a name to import, such as petstore_client or acme.petstore"
    parts = value.split(".")
    reserved = [part for part in parts if keyword.iskeyword(part)]
    if reserved:
        return f"has the reserved word {reserved[0]!r} in it"
    if parts[0] in sys.stdlib_module_names:
        return f"is in the way of Python's own module {parts[0]}; take another, such as {parts[0]}_client"
    if parts[0] in _NEEDED:
        return f"is in the way of the library {parts[0]}; take another, such as {parts[0]}_client"
    return None


def _class_name(value: Any) -> str | None:
    if not isinstance(value, str) or not value.isidentifier() or keyword.iskeyword(value):
        return "must be the name of a class"
    if value in _MODULES:
        return (
            f"is the name of a module of the package; take another, such as {value.title()}Client"
        )
    return None


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


def _folders(value: Any) -> str | None:
    if not isinstance(value, list) or any(map(_folder, cast("list[Any]", value))):
        return "must be a list of paths of folders"
    return None


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
    "allow_dirs": _folders,
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
