"""Old names of methods that are kept for a while: `[aliases]` of a flavour file.

"beta.conversations.history" = "beta.conversations.get_history" gives the same operation twice, the old name deprecated.
"""

from __future__ import annotations

import difflib
from dataclasses import replace

from clientwright.config import ConfigError, Flavour
from clientwright.diagnostics import Diagnostic, Severity
from clientwright.ir import Api, Operation, Resource
from clientwright.pipeline.preparing import options_of
from clientwright.targets.python import PythonTarget


def with_aliases(api: Api, flavour: Flavour) -> Api:
    """Give the representation with the old names beside the new ones.

    Raises `ConfigError` when a new name is no method, or an old one is one still or belongs to another resource.
    """
    for old, new in flavour.aliases.items():
        api = _with_alias(api, flavour, old, new)
    return api


def _with_alias(api: Api, flavour: Flavour, old: str, new: str) -> Api:
    by_call = {
        item.call: item.operation for item in PythonTarget().call_names(api, options_of(flavour))
    }
    if new not in by_call:
        near = difflib.get_close_matches(new, by_call, n=1)
        hint = f"did you mean {near[0]}?" if near else "clientwright inspect lists the methods"
        raise _problem(flavour, f"aliases: there is no method {new}", hint)
    if old in by_call:
        raise _problem(flavour, f"aliases: {old} is a method of the document", "remove the alias")
    holder, _, name = old.rpartition(".")
    if holder != new.rpartition(".")[0]:
        hint = f"write it as {new.rpartition('.')[0]}.{name}"
        raise _problem(flavour, f"aliases: {old} and {new} belong to different resources", hint)
    original = next(item for item in api.operations if item.id == by_call[new])
    doc = replace(
        original.doc,
        deprecated=True,
        deprecation=f"It is called {new.rpartition('.')[2]} now.",
        replacement=original.id,
    )
    alias = replace(
        original, id=f"{original.id}#{name}", operation_id=name, name=name, doc=doc, samples=()
    )
    return replace(
        api,
        operations=_after(api.operations, original, alias),
        resources=tuple(_holding(item, original.id, alias.id) for item in api.resources),
    )


def _after(
    operations: tuple[Operation, ...], original: Operation, alias: Operation
) -> tuple[Operation, ...]:
    place = operations.index(original) + 1
    return (*operations[:place], alias, *operations[place:])


def _holding(resource: Resource, original: str, alias: str) -> Resource:
    if original not in resource.operations:
        return resource
    place = resource.operations.index(original) + 1
    ids = resource.operations
    return replace(resource, operations=(*ids[:place], alias, *ids[place:]))


def _problem(flavour: Flavour, message: str, hint: str) -> ConfigError:
    file = "" if flavour.file is None else str(flavour.file)
    return ConfigError((Diagnostic(Severity.ERROR, "flavour", message, hint, file=file),))
