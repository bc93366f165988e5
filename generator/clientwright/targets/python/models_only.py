"""A package of models alone: no client, no resources, and of the runtime what the models need.

from pet_shop_models import Cat

cat = Cat.model_validate_json(text)
"""

from __future__ import annotations

from dataclasses import dataclass

from clientwright.ir import Api
from clientwright.targets.python import literals, prose
from clientwright.targets.python.exports import PackageModule
from clientwright.targets.python.options import PythonOptions


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
