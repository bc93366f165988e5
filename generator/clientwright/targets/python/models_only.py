"""A package of models alone: no client, no resources, and of the runtime what the models need.

from pet_shop_models import Cat

cat = Cat.model_validate_json(text)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clientwright.ir import Api
from clientwright.targets.python import literals, prose
from clientwright.targets.python.exports import PackageModule
from clientwright.targets.python.options import PythonOptions

_BEGIN = ("__init__", "models", "scalars")
_OWN_IMPORT = re.compile(rb"^\s*from \.(\w+) import", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ModelsReadmeView:
    """`README.md` of such a package. `model` is one of its models, empty when there is none."""

    name: str
    title: str
    package: str
    model: str


def package(api: Api, options: PythonOptions) -> PackageModule:
    """Write the package's own `__init__.py`."""
    title = prose.sentence(api.title) or "an API"
    return PackageModule(
        doc=literals.docstring(f"Models of {title}."),
        runtime="._runtime",
        imports=("from . import models as models",),
        version=literals.string(options.version),
        names=(literals.string("models"),),
        exports=((literals.string("models"), literals.string("")),),
    )


def readme(api: Api, options: PythonOptions, name: str, model: str) -> ModelsReadmeView:
    """Write `README.md`."""
    title = literals.markdown(prose.sentence(api.title)) or "an API"
    return ModelsReadmeView(name, title, options.package, model)


def runtime(sources: Mapping[str, bytes], more: Sequence[str] = ()) -> frozenset[str]:
    """Give the names of the runtime's modules that models need, from the sources of all; `more` are some that they need too."""
    pending = [*_BEGIN, *more]
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name in found or name not in sources:
            continue
        found.add(name)
        pending += [item.decode() for item in _OWN_IMPORT.findall(sources[name])]
    return frozenset(found)
