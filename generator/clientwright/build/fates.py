"""What became of the operations of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias
from urllib.parse import unquote

from clientwright.build.groups import names_in, needs_of
from clientwright.build.operations import types_used
from clientwright.diagnostics import Diagnostic, Severity
from clientwright.ir.models import Model
from clientwright.ir.operations import Operation

Fate: TypeAlias = Literal["generated", "degraded", "dropped"]


def with_findings(
    fates: Mapping[str, Fate],
    operations: Sequence[Operation],
    models: Mapping[str, Model],
    diagnostics: Iterable[Diagnostic],
) -> Mapping[str, Fate]:
    """Mark as degraded the operations of which, or of whose models, something could not be honoured.

    A finding belongs to the models and operations at its pointer and above it, one about the parameters of a path item to all
    of the item's operations.
    """
    pointers = {item.pointer for item in diagnostics if item.severity is not Severity.INFO}
    if not pointers:
        return fates
    # Those of earlier stages are URI fragments, in which some characters are percent-encoded.
    pointers |= {unquote(pointer) for pointer in pointers}
    places = {pointer for found in sorted(pointers) for pointer in _with_ancestors(found)}
    marked = _needing([name for name, model in models.items() if model.pointer in places], models)
    result = dict(fates)
    for operation in operations:
        used = (name for type_, _ in types_used(operation) for name in names_in(type_))
        shared = f"{operation.pointer.rpartition('/')[0]}/parameters"
        if not places.isdisjoint((operation.pointer, shared)) or not marked.isdisjoint(used):
            id_ = operation.id if operation.id in result else operation.id.rpartition("#")[0]
            result[id_] = "degraded"
    return result


def _with_ancestors(pointer: str) -> Iterator[str]:
    while "/" in pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def _needing(names: Iterable[str], models: Mapping[str, Model]) -> set[str]:
    """Return the models among `names`, and all that need them."""
    above: dict[str, list[str]] = {}
    for name, model in models.items():
        for below in needs_of(model):
            above.setdefault(below, []).append(name)
    found = set(names)
    waiting = list(found)
    while waiting:
        for name in above.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found
