"""The names that users of a Python client write.

Mistral, beta.conversations.start(inputs=...), models.ConversationResponse.conversation_id, errors.HTTPValidationError
"""

from __future__ import annotations

from clientwright.targets.public import PublicModel, PublicNames
from clientwright.targets.python.calls import call_names
from clientwright.targets.python.client import credentials
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.resources import Context


def public_names(context: Context, settled: PythonOptions) -> PublicNames:
    """Give the names that the package of these options has."""
    models = {
        name: PublicModel(item.name, dict(item.fields))
        for name, item in context.names.models.items()
    }
    types = _types(context, settled)
    if not settled.operations:
        return PublicNames(settled.package, "", (), models, {}, types=types)
    return PublicNames(
        package=settled.package,
        client_class=settled.client_class,
        calls=tuple(call_names(context.api, context.calls)),
        models=models,
        errors=context.errors,
        arguments={scheme.name: scheme.kind for scheme, _ in credentials(context.api)},
        types=types,
    )


def _types(context: Context, settled: PythonOptions) -> dict[str, str]:
    """Name what else `models` has: what arguments take in the place of models, members that are not known, pages of lists."""
    found: dict[str, str] = {}
    for model, own in context.names.models.items():
        param = own.param if context.registry.has_param(model) else ""
        for name, what in (
            (own.dict_name, "dict"),
            (param, "argument"),
            (own.unknown, "unknown member"),
        ):
            if name:
                found[name] = f"{what} of {own.name}"
    for page in context.pages.models if settled.operations else ():
        found[page.name] = f"page of {context.names.models[page.model].name}"
    return found
