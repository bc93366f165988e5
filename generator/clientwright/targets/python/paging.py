"""Lists that come in pages: which type a method gives, and how the runtime gets from one page to the next.

Pagination("cursor", "page_token", items=("data",), next_cursor=("next_page_token",))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clientwright.ir import (
    AliasModel,
    Api,
    Array,
    Map,
    Named,
    Nullable,
    ObjectModel,
    Operation,
    Pagination,
    Type,
)
from clientwright.targets.python import literals
from clientwright.targets.python.arguments import Arguments
from clientwright.targets.python.names import Scope
from clientwright.targets.python.types import Registry

_PATHS = ("items", "next_cursor", "next_url", "has_more", "page_count", "total")
_WALKING = ("cursor", "page", "offset")


@dataclass(frozen=True, slots=True)
class PagedModel:
    """An object model that is a page in some answer: `name` is the class that can also be walked."""

    name: str
    model: str
    item: Type


@dataclass(frozen=True, slots=True)
class PageKeys:
    """The keys of a page that is a dict: (type of the key, type of its value), and the words that tell them to a type checker."""

    keys: tuple[tuple[str, str], ...]
    overload: str
    text: str
    anything: str


@dataclass(frozen=True, slots=True)
class Pages:
    """The paged models, and by operation id which one its answer is (empty: the answer is an array)."""

    models: Sequence[PagedModel]
    by_operation: Mapping[str, str]


def assign(api: Api, registry: Registry) -> Pages:
    """Find the operations whose answers can be walked, and name the classes that this needs."""
    taken = {
        text
        for own in registry.names.models.values()
        for text in (own.name, own.dict_name, own.param, own.unknown)
    }
    scope = Scope(frozenset(taken))
    found: dict[tuple[str, Type], PagedModel] = {}
    operations: dict[str, str] = {}
    for operation in api.operations:
        how = operation.pagination
        result = _result(operation)
        if how is None or result is None or operation.streams:
            continue
        settled = settle(result, registry)
        if isinstance(settled, Array):
            operations[operation.id] = ""
        elif isinstance(settled, Named) and isinstance(registry.models[settled.name], ObjectModel):
            key = (settled.name, how.item)
            if key not in found:
                name = scope.add(f"Paged{registry.names.models[settled.name].name}")
                found[key] = PagedModel(name, settled.name, how.item)
            operations[operation.id] = found[key].name
    return Pages(tuple(found.values()), operations)


def _result(operation: Operation) -> Type | None:
    """Give the type of the answer when there is just one."""
    types = [
        content.type
        for response in operation.responses
        if not response.error
        for content in response.contents
        if content.kind == "json"
    ]
    return types[0] if len(set(types)) == 1 else None


def settle(type_: Type, registry: Registry) -> Type:
    """Follow names of aliases to the type that they stand for."""
    seen: set[str] = set()
    while isinstance(type_, Named) and type_.name not in seen:
        seen.add(type_.name)
        model = registry.models[type_.name]
        if not isinstance(model, AliasModel):
            break
        type_ = model.type
    return type_


def write(operation: Operation, arguments: Arguments, registry: Registry, maker: str) -> str:
    """Write the call of `Pagination`, called `maker` in the module."""
    how = operation.pagination
    result = _result(operation)
    assert how is not None and result is not None
    parts = [literals.string(how.kind)]
    argument = _argument(how, arguments)
    if argument:
        parts.append(literals.string(argument))
    for name in _PATHS:
        path: tuple[str, ...] = getattr(how, name)
        if path:
            parts.append(f"{name}={literals.names(_code_path(path, result, registry))}")
    if how.kind == "page" and how.first_page != 1:
        parts.append(f"first_page={how.first_page}")
    if how.link_header:
        parts.append("link_header=True")
    return f"{maker}({', '.join(parts)})"


def _argument(how: Pagination, arguments: Arguments) -> str:
    """Find the argument that asks for another page."""
    for entry in how.inputs:
        if entry.role not in _WALKING:
            continue
        for item in arguments.items:
            if item.wire_name == entry.wire_name and (
                (item.location == "body-field") == (entry.location == "body")
            ):
                return item.name
    return ""


def _code_path(path: tuple[str, ...], type_: Type, registry: Registry) -> list[str]:
    """Turn a path of wire names into one of fields; keys of maps and of unnamed properties stay."""
    result: list[str] = []
    current: Type | None = type_
    for key in path:
        settled = settle(current, registry) if current is not None else None
        if isinstance(settled, Nullable):
            settled = settle(settled.inner, registry)
        model = registry.models[settled.name] if isinstance(settled, Named) else None
        current = settled.values if isinstance(settled, Map) else None
        name = key
        if isinstance(model, ObjectModel):
            name = registry.names.models[model.name].fields.get(key, key)
            current = next((item.type for item in model.properties if item.wire_name == key), None)
        result.append(name)
    return result
