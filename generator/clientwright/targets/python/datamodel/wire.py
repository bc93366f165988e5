"""`models/_wire.py`: what the classes of another generator do not say of JSON.

RECORDS = {"TextChunk": Fields({"type": "type", "text": "text"}, required=("text",), constants={"type": "text"})}
UNIONS = {"UnknownChunk": OpenUnion("type", {"text": "TextChunk"})}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clientwright.ir import Named, ObjectModel, Type, UnionModel
from clientwright.targets.python import literals
from clientwright.targets.python.paging import settle
from clientwright.targets.python.properties import allows_null, is_required
from clientwright.targets.python.types import Registry

WIRE = "_wire"


@dataclass(frozen=True, slots=True)
class WireModule:
    """Two tables: (name of a class as a literal, expression)."""

    doc: str
    records: tuple[tuple[str, str], ...]
    unions: tuple[tuple[str, str], ...]


def module(registry: Registry) -> WireModule:
    """Write the tables of all models."""
    records: list[tuple[str, str]] = []
    unions: list[tuple[str, str]] = []
    for name, model in registry.models.items():
        own = registry.names.models[name]
        if isinstance(model, ObjectModel):
            records.append((literals.string(own.name), _record(model, registry)))
        elif isinstance(model, UnionModel):
            unions.append((literals.string(own.unknown), _union(model, registry)))
    doc = "How JSON writes the models, and how members of unions are told apart."
    return WireModule(literals.docstring(doc), tuple(records), tuple(unions))


def _record(model: ObjectModel, registry: Registry) -> str:
    names = registry.names.models[model.name].fields
    constants: dict[str, Any] = {}
    required: list[str] = []
    not_null: list[str] = []
    for item in model.properties:
        if item.constant:
            constants[item.wire_name] = item.only
        elif is_required(item, model):
            required.append(item.wire_name)
        if not is_required(item, model) and not allows_null(item.type, registry):
            not_null.append(item.wire_name)
    parts = [_mapping({item.wire_name: names[item.wire_name] for item in model.properties})]
    if required:
        parts.append(f"required={literals.names(required)}")
    if constants:
        parts.append(f"constants={_mapping(constants)}")
    if not_null:
        parts.append(f"not_null={literals.names(not_null)}")
    if model.additional is None:
        parts.append("closed=True")
    return f"Fields({', '.join(parts)})"


def _union(model: UnionModel, registry: Registry) -> str:
    parts: list[str] = []
    tags = {
        tag: name
        for member in model.members
        if (name := _class_of(member.type, registry))
        for tag in member.tags
    }
    if model.tag:
        parts += [literals.string(model.tag), _mapping(tags)]
    if model.default_member is not None:
        name = _class_of(model.members[model.default_member].type, registry)
        if name:
            parts.append(f"default={literals.string(name)}")
    return f"OpenUnion({', '.join(parts)})"


def _class_of(type_: Type, registry: Registry) -> str:
    """Give the class that a member of a union is; empty when it is none."""
    settled = settle(type_, registry)
    if not isinstance(settled, Named) or not isinstance(registry.models[settled.name], ObjectModel):
        return ""
    return registry.names.models[settled.name].name


def _mapping(items: Mapping[Any, Any]) -> str:
    pairs = (f"{literals.value(key)}: {literals.value(item)}" for key, item in items.items())
    return "{" + ", ".join(pairs) + "}"
