"""`errors.py`: a class for each schema that an error of the document has, beside what the runtime raises.

class HTTPValidationError(
    DeclaredError, UnprocessableEntityError, model=lambda: models.HTTPValidationError
):
    \"\"\"What is wrong with a request.\"\"\"

    data: models.HTTPValidationError
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clientwright.ir import Api, Named
from clientwright.targets.python import literals, text
from clientwright.targets.python.names import Scope
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.runtime import BASE, ERRORS, STATUS_ERRORS
from clientwright.targets.python.symbols import Symbols
from clientwright.targets.python.types import Registry, TypeWriter

_JSON = "json"


@dataclass(frozen=True, slots=True)
class ErrorView:
    """One class of errors, which derives from `bases`. `model` is evaluated when the first such error is read."""

    name: str
    bases: str
    doc: str
    model: str


@dataclass(frozen=True, slots=True)
class ErrorsModule:
    """The module. `base` is the package's name for the base class of all errors, empty where it is that of the runtime."""

    doc: str
    imports: tuple[str, ...]
    runtime: tuple[str, ...]
    base: str
    base_doc: str
    errors: tuple[ErrorView, ...]


def base_name(options: PythonOptions) -> str:
    """Name the base class of all errors after the client, by a name that no other class of errors has."""
    name = f"{options.client_class}Error"
    return f"{options.client_class}ClientError" if name in ERRORS and name != BASE else name


def assign(api: Api, registry: Registry, options: PythonOptions) -> dict[str, str]:
    """Name the class of errors for each model that an answer with an error holds, by the model's name."""
    scope = Scope(frozenset({*ERRORS, base_name(options), "models"}))
    result: dict[str, str] = {}
    for operation in api.operations:
        for response in operation.responses:
            for content in response.contents:
                type_ = content.type
                if not response.error or content.kind != _JSON or not isinstance(type_, Named):
                    continue
                if type_.name not in result:
                    name = registry.names.models[type_.name].name
                    wanted = name if name.endswith(("Error", "Exception")) else f"{name}Error"
                    result[type_.name] = scope.add(wanted, f"{wanted.removesuffix('Error')}Failure")
    return result


def _of_status(api: Api) -> dict[str, str]:
    """Give the class of a status for each model that errors of that one class hold, by the model's name."""
    found: dict[str, set[str]] = {}
    for operation in api.operations:
        for response in operation.responses:
            for content in response.contents:
                if response.error and isinstance(content.type, Named):
                    general = STATUS_ERRORS.get(response.status) or STATUS_ERRORS.get(
                        response.status[0], ""
                    )
                    found.setdefault(content.type.name, set()).add(general)
    return {name: min(classes) for name, classes in found.items() if len(classes) == 1}


def module(
    api: Api, registry: Registry, errors: Mapping[str, str], options: PythonOptions
) -> ErrorsModule:
    """Write the module."""
    base = base_name(options)
    symbols = Symbols({*errors.values(), base}, package=".")
    types = TypeWriter(registry, symbols)
    views: list[ErrorView] = []
    general = _of_status(api)
    for name, local in errors.items():
        words = text.of_model(registry.models[name].doc) or f"An answer that holds a `{name}`."
        own = registry.names.models[name].name
        bases = ", ".join(filter(None, ("DeclaredError", general.get(name))))
        model = types.model(name, own)
        views.append(ErrorView(local, bases, literals.docstring(words, 4), model))
    # Each name is exported as itself, so that checkers take it as public.
    imports = [line for line in symbols.lines() if line]
    return ErrorsModule(
        doc=literals.docstring("What this client raises."),
        imports=tuple(imports),
        runtime=ERRORS,
        base="" if base == BASE else base,
        base_doc=literals.docstring("The base class of everything that this client raises."),
        errors=tuple(views),
    )
