"""Packages that load what is in them when it is first used.

if TYPE_CHECKING:
    from .client import Mistral as Mistral

__all__ = ["Mistral"]
_EXPORTS = {"Mistral": ".client"}

def __getattr__(name: str) -> Any:
    return lazy_attribute(__name__, _EXPORTS, name)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clientwright.targets.python import client, errors, literals, prose
from clientwright.targets.python.methods import SpecView
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.resources import Context
from clientwright.targets.python.runtime import FILES, MARKERS, OAUTH, OPERATION, SETTINGS

# Names that the package hands on from its runtime.
_RUNTIME: Mapping[str, str] = {
    "Hooks": f"._runtime.{SETTINGS}",
    "RetryConfig": f"._runtime.{SETTINGS}",
    "UNSET": f"._runtime.{OPERATION}",
    "Unset": f"._runtime.{OPERATION}",
}
# Those of a package that sends files.
_FILES: Mapping[str, str] = {name: f"._runtime.{FILES}" for name in ("FileContent", "FileInput")}
# What it hands on as well where credentials of some kinds are wanted.
_OAUTH: Mapping[str, str] = {"ClientCredentials": f"._runtime.{OAUTH}"}
_OAUTH_KINDS = ("oauth2", "open-id-connect")
# Markers of types that modules of resources name when a call first needs them.
_MARKERS: Mapping[str, str] = {
    "BASE64": ".._runtime.scalars",
    "BASE64URL": ".._runtime.scalars",
    "Constant": f".._runtime.{MARKERS}",
    "DECIMAL_NUMBER": ".._runtime.scalars",
    "DECIMAL_STRING": ".._runtime.scalars",
    "DURATION": ".._runtime.scalars",
    "HTTP_DATE": ".._runtime.scalars",
    "INTEGER_STRING": ".._runtime.scalars",
    "Lenient": f".._runtime.{MARKERS}",
    "UNIX_TIME": ".._runtime.scalars",
}


_OF_MODELS = re.compile(r"\bmodels\.(\w+)")


@dataclass(frozen=True, slots=True)
class PackageModule:
    """An `__init__.py`. `exports` maps names to modules (`module:name` where the name is another one there), `own` imports
    them for checkers; `version` may be empty.
    """

    doc: str
    runtime: str
    imports: tuple[str, ...]
    version: str
    names: tuple[str, ...]
    exports: tuple[tuple[str, str], ...]


def package(context: Context, options: PythonOptions) -> PackageModule:
    """Write the package's own `__init__.py`."""
    kinds = {scheme.kind for scheme in context.api.security_schemes}
    homes = {
        **_RUNTIME,
        **(_FILES if sends_files(context) else {}),
        **(_OAUTH if not kinds.isdisjoint(_OAUTH_KINDS) else {}),
        **{client.class_name(options, mode): ".client" for mode in context.modes},
        errors.base_name(options): ".errors",
    }
    imports = ["from . import errors as errors", "from . import models as models"]
    imports += _imports(homes)
    exports = {**{name: homes[name] for name in homes}, "errors": "", "models": ""}
    title = prose.sentence(context.api.title) or "an API"
    return PackageModule(
        doc=literals.docstring(f"Client of {title}."),
        runtime="._runtime",
        imports=tuple(imports),
        version=literals.string(options.version),
        names=tuple(literals.string(name) for name in sorted(exports)),
        exports=_pairs(exports),
    )


def sends_files(context: Context) -> bool:
    """Say whether a call of the package uploads something."""
    if context.registry.files:
        return True
    bodies = (operation.body for operation in context.api.operations)
    return any(content.kind == "binary" for body in bodies if body for content in body.contents)


def models(context: Context, specs: Iterable[SpecView]) -> PackageModule:
    """Write `models/__init__.py`; `specs` are those of all modules, which may name markers of types."""
    registry = context.registry
    homes: dict[str, str] = {}
    for page in context.pages.models:
        homes[page.name] = f".{registry.names.models[page.model].module}"
    for name, own in registry.names.models.items():
        local = [own.name, own.dict_name, own.unknown]
        local.append(own.param if own.param and registry.has_param(name) else "")
        homes.update({item: f".{own.module}" for item in local if item})
    used = {name for item in specs for name in _OF_MODELS.findall(item.expression)}
    markers = {
        local: home if local == name else f"{home}:{name}"
        for name, home in _MARKERS.items()
        if (local := registry.marker(name)) in used
    }
    return PackageModule(
        doc=literals.docstring(
            "Models of the API. A module of models loads when it is first used."
        ),
        runtime=".._runtime",
        imports=tuple(_imports({**homes, **markers})),
        version="",
        names=(),
        exports=_pairs({**homes, **markers}),
    )


def _imports(homes: Mapping[str, str]) -> list[str]:
    by_module: dict[str, list[str]] = {}
    others: list[str] = []
    for name in sorted(homes):
        home, _, attribute = homes[name].partition(":")
        if attribute:
            # Checkers take `import a as b` for a name that is no one else's.
            package, _, module = home.rpartition(".")
            others += [
                f"from {package} import {module} as _{module}",
                f"{name} = _{module}.{attribute}",
            ]
        else:
            by_module.setdefault(home, []).append(f"{name} as {name}")
    return [
        *(
            f"from {module} import {', '.join(names)}"
            for module, names in sorted(by_module.items())
        ),
        *dict.fromkeys(others),
    ]


def _pairs(exports: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (literals.string(name), literals.string(exports[name])) for name in sorted(exports)
    )
