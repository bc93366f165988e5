"""The flat layout: one class per tag, methods named by operationId, and bodies as one argument.

client.beta_conversations.agents_api_v1_conversations_start({"inputs": "..."})
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from clientwright.ir import Api, Operation, Resource
from clientwright.targets.python import twins
from clientwright.targets.python.options import PythonOptions

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_OTHER = re.compile(r"\W+")


def apply(api: Api, options: PythonOptions) -> Api:
    """Give the representation as a layout wants it: that of `resources` is how it comes, what is written twice aside.

    A package of models alone has neither operations nor resources.
    """
    api = replace(api, models=twins.merge(api.models))
    if not options.operations:
        return replace(api, operations=(), resources=())
    if options.layout == "resources":
        return api
    paths = {item.path: _flat(item.path) for item in api.resources}
    return replace(
        api,
        operations=tuple(_operation(item, paths) for item in api.operations),
        resources=_resources(api, paths),
    )


def _flat(path: tuple[str, ...]) -> tuple[str, ...]:
    return ("_".join(path),) if path else ()


def _resources(api: Api, paths: Mapping[tuple[str, ...], tuple[str, ...]]) -> tuple[Resource, ...]:
    """Give the resources that have operations, all on the client itself; those whose flat paths are the same are one."""
    found: dict[tuple[str, ...], Resource] = {}
    for item in api.resources:
        path = paths[item.path]
        if item.operations and path in found:
            merged = (*found[path].operations, *item.operations)
            found[path] = replace(found[path], operations=merged)
        elif item.operations:
            found[path] = replace(item, path=path, children=())
    if () in found:
        found[()] = replace(found[()], children=tuple(path for path in found if path))
    return tuple(found.values())


def _operation(item: Operation, paths: Mapping[tuple[str, ...], tuple[str, ...]]) -> Operation:
    words = _OTHER.sub("_", _HUMP.sub("_", item.operation_id)).strip("_").lower()
    body = replace(item.body, flatten=False) if item.body is not None else None
    return replace(
        item,
        name=words or item.name,
        resource=paths.get(item.resource, _flat(item.resource)),
        body=body,
    )
