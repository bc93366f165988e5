"""The imports of one generated module, gathered while its code is written.

A name that the module (or a class in it) uses for something else is imported under another one:

    import datetime                              `datetime.datetime`
    import uuid as _uuid                         a model has a field `uuid`
    import builtins                              a class has a method `list`: `builtins.list`
    from .._runtime.models import Model as _Model    the document has a schema `Model`
"""

from __future__ import annotations

import sys
from collections.abc import Collection


class Symbols:
    """Gives the text by which a module refers to what it imports.

    `taken` are the names that mean something else there, `everywhere` those that do so in all modules of the package, which
    share the set; `package` is the package as the module sees it (`.`, `..`).
    """

    def __init__(
        self,
        taken: Collection[str] = (),
        package: str = "..",
        everywhere: frozenset[str] = frozenset(),
    ) -> None:
        self._taken = frozenset(taken)
        self._everywhere = everywhere
        self.package = package
        # (module, name) -> [local name, needed at run time]; an empty name imports the module itself.
        self._imports: dict[tuple[str, str], tuple[str, bool]] = {}

    def builtin(self, name: str, *, runtime: bool = True) -> str:
        """Refer to a builtin, through its module when the plain name means something else here."""
        if not self._is_taken(name):
            return name
        return f"{self.module('builtins', runtime=runtime)}.{name}"

    def _is_taken(self, name: str) -> bool:
        return name in self._taken or name in self._everywhere

    def module(self, name: str, *, runtime: bool = True) -> str:
        """Refer to a module of the standard library or a library: `datetime`."""
        return self._use(name, "", runtime)

    def name(self, module: str, name: str, *, runtime: bool = True) -> str:
        """Refer to a name of a module (`.._runtime.unset`, `typing`)."""
        return self._use(module, name, runtime)

    def runtime(self, module: str, name: str, *, runtime: bool = True) -> str:
        """Refer to a name of the package's runtime (`operation`, `models`)."""
        return self._use(f"{self.package}_runtime.{module}", name, runtime)

    def own(self, module: str, name: str, *, runtime: bool = True) -> str:
        """Refer to a generated name of another module of the package, which is unique in all of it."""
        needed = runtime or self._imports.get((module, name), ("", False))[1]
        self._imports[(module, name)] = (name, needed)
        return name

    def typing(self, name: str, *, runtime: bool = True) -> str:
        """Refer to a name of `typing`."""
        return self._use("typing", name, runtime)

    def _use(self, module: str, name: str, runtime: bool) -> str:
        key = (module, name)
        known = self._imports.get(key)
        if known is None:
            wanted = name or module
            local = f"_{wanted}" if self._is_taken(wanted) else wanted
            self._imports[key] = (local, runtime)
            return local
        if runtime and not known[1]:
            self._imports[key] = (known[0], True)
        return known[0]

    def known(self, module: str, name: str) -> str:
        """Give what a name is called here, empty when nothing has referred to it."""
        return self._imports.get((module, name), ("", False))[0]

    def lines(self) -> tuple[str, ...]:
        """Give the imports that the module needs when it runs, sorted and in sections (an empty line between two)."""
        if any(not runtime for _, runtime in self._imports.values()):
            self.typing("TYPE_CHECKING")
        return _sections({k: v[0] for k, v in self._imports.items() if v[1]})

    def typing_lines(self) -> tuple[str, ...]:
        """Give the imports that only a type checker needs."""
        return _sections({k: v[0] for k, v in self._imports.items() if not v[1]})


def _sections(imports: dict[tuple[str, str], str]) -> tuple[str, ...]:
    plain: dict[int, list[str]] = {}
    named: dict[int, dict[str, list[str]]] = {}
    for (module, name), local in imports.items():
        section = _section(module)
        if name:
            text = name if name == local else f"{name} as {local}"
            named.setdefault(section, {}).setdefault(module, []).append(text)
        else:
            text = module if module == local else f"{module} as {local}"
            plain.setdefault(section, []).append(f"import {text}")
    result: list[str] = []
    for section in sorted({*plain, *named}):
        if result:
            result.append("")
        result += sorted(plain.get(section, []))
        for module in sorted(named.get(section, {}), key=_module_key):
            names = ", ".join(sorted(named[section][module], key=_name_key))
            result.append(f"from {module} import {names}")
    return tuple(result)


def _section(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.split(".")[0] in sys.stdlib_module_names else 1


def _module_key(module: str) -> tuple[int, str]:
    depth = len(module) - len(module.lstrip("."))
    return (-depth, module)


def _name_key(text: str) -> tuple[int, str]:
    """Constants first, then classes, then functions, as import sorters have it."""
    name = text.split(" ")[0]
    rank = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return (rank, text)
