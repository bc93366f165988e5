"""Hints about operations that need more than their own object: names by pattern, places of pagination inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from clientwright.normalise.fields import as_array, as_object
from clientwright.normalise.form import Json, Operation
from clientwright.normalise.vendor import PREFIX

_NAME = f"{PREFIX}name"


@dataclass(frozen=True, slots=True)
class NameRule:
    """Operations whose operationId fits `pattern`, in which `*` stands for any text, are called `name`."""

    pattern: str
    name: str

    def fits(self, operation_id: str) -> bool:
        """Whether the pattern covers the whole of `operation_id`; the cost is linear for each `*`."""
        first, *others = self.pattern.split("*")
        if not others:
            return operation_id == first
        last = others.pop()
        if not operation_id.startswith(first) or len(operation_id) < len(first) + len(last):
            return False
        at, end = len(first), len(operation_id) - len(last)
        for part in others:
            found = operation_id.find(part, at, end)
            if found < 0:
                return False
            at = found + len(part)
        return operation_id.endswith(last)


def name_rules(extensions: Mapping[str, Json]) -> tuple[NameRule, ...]:
    """The rules in the extensions of a document."""
    found: list[NameRule] = []
    for rule in as_array(extensions.get(f"{PREFIX}method-names")) or ():
        fields = as_object(rule) or {}
        pattern, name = fields.get("operation-id"), fields.get("name")
        if isinstance(pattern, str) and isinstance(name, str) and name:
            found.append(NameRule(pattern, name))
    return tuple(found)


def named_by_rules(operation: Operation, rules: Sequence[NameRule]) -> Operation:
    """`operation` with the name that the first fitting rule gives it, unless it has one."""
    if _NAME in operation.extensions:
        return operation
    for rule in rules:
        if rule.fits(operation.operation_id):
            return replace(operation, extensions={**operation.extensions, _NAME: rule.name})
    return operation


def with_places(operation: Operation) -> Operation:
    """`operation` with `in` filled in where the inputs of its pagination do not say it.

    An input that is no parameter is a property of the request body.
    """
    key = f"{PREFIX}pagination"
    settings = as_object(operation.extensions.get(key))
    inputs = as_array(settings.get("inputs")) if settings is not None else None
    if (
        settings is None
        or not inputs
        or all("in" in (as_object(each) or {"in": ""}) for each in inputs)
    ):
        return operation
    names = {parameter.name for parameter in operation.parameters}
    placed: list[Json] = []
    for each in inputs:
        values = as_object(each)
        if values is None or "in" in values:
            placed.append(each)
            continue
        is_parameter = values.get("name") in names or operation.request_body is None
        placed.append({**values, "in": "parameters" if is_parameter else "requestBody"})
    return replace(
        operation, extensions={**operation.extensions, key: {**settings, "inputs": placed}}
    )
