"""The names that users of a Python client write.

Mistral, beta.conversations.start(inputs=...), models.ConversationResponse.conversation_id, errors.HTTPValidationError
"""

from __future__ import annotations

from clientwright.ir import Api
from clientwright.targets.public import PublicModel, PublicNames
from clientwright.targets.python import calls, errors, layout, naming, options
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.types import Registry


def public_names(api: Api, wanted: PythonOptions) -> PublicNames:
    """Give the names that the package of these options has."""
    settled = options.complete(api, wanted)
    api = layout.apply(api, settled)
    names = naming.assign(api, settled.client_class, settled.models_style)
    registry = Registry(api.models, names, api.operations)
    models = {
        name: PublicModel(item.name, dict(item.fields)) for name, item in names.models.items()
    }
    if not settled.operations:
        return PublicNames(settled.package, "", (), models, {})
    assigned = calls.assign(api, names, registry, settled)
    return PublicNames(
        package=settled.package,
        client_class=settled.client_class,
        calls=tuple(calls.call_names(api, assigned)),
        models=models,
        errors=errors.assign(api, registry, settled),
        arguments={scheme.name: scheme.kind for scheme in api.security_schemes},
    )
