"""Unions and enumerations that the document writes in several places, told once: the later ones become aliases.

AgentTool: TypeAlias = ConversationRequestBaseTool
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from clientwright.ir import (
    AliasModel,
    Array,
    EnumModel,
    Map,
    Model,
    Named,
    Nullable,
    Tuple,
    Type,
    UnionModel,
)

# Unions whose members are such unions become equal one round later; documents nest them once or twice.
_ROUNDS = 4


def merge(models: Mapping[str, Model]) -> Mapping[str, Model]:
    """Turn each union or enumeration that has no name of its own in the document into an alias of the first like it.

    One that has a name there goes before those that have none. What stands for several is as wide in its direction as they are together.
    """
    twins: dict[str, str] = {}
    for _ in range(_ROUNDS):
        found = _twins(models, twins)
        if found == twins:
            break
        twins = found
    directions: dict[str, set[str]] = {}
    for name, first in twins.items():
        known = directions.setdefault(first, {models[first].direction})
        known.add(models[name].direction)
    return {
        name: _alias(model, twins[name])
        if name in twins
        else _widened(model, directions.get(name, set()))
        for name, model in models.items()
    }


def _twins(models: Mapping[str, Model], known: Mapping[str, str]) -> dict[str, str]:
    """Map each model that can be an alias to the model that stands for it."""
    firsts: dict[str, str] = {}
    for inline in (False, True):
        for name, model in models.items():
            if isinstance(model, (UnionModel, EnumModel)) and model.inline == inline:
                firsts.setdefault(_shape(model, known), name)
    found: dict[str, str] = {}
    for name, model in models.items():
        if isinstance(model, (UnionModel, EnumModel)) and model.inline:
            first = firsts[_shape(model, known)]
            if first != name:
                found[name] = first
    return found


def _shape(model: UnionModel | EnumModel, known: Mapping[str, str]) -> str:
    """Write all that tells one from another, as text: `1` and `true` are equal in Python but not here."""
    if isinstance(model, EnumModel):
        return repr(model.values)
    members = [(_settled(member.type, known), member.tags) for member in model.members]
    return repr((members, model.tag, model.default_member))


def _settled(type_: Type, known: Mapping[str, str]) -> Type:
    """Give a type with each model that is an alias replaced by what it stands for."""
    if isinstance(type_, Named):
        return Named(known.get(type_.name, type_.name))
    if isinstance(type_, Array):
        return replace(type_, items=_settled(type_.items, known))
    if isinstance(type_, Map):
        return replace(type_, values=_settled(type_.values, known))
    if isinstance(type_, Nullable):
        return replace(type_, inner=_settled(type_.inner, known))
    if isinstance(type_, Tuple):
        rest = _settled(type_.rest, known) if type_.rest is not None else None
        return replace(type_, items=tuple(_settled(item, known) for item in type_.items), rest=rest)
    return type_


def _alias(model: Model, first: str) -> AliasModel:
    return AliasModel(
        name=model.name,
        type=Named(first),
        doc=model.doc,
        group=model.group,
        direction=model.direction,
        schema=model.schema,
        pointer=model.pointer,
        inline=True,
    )


def _widened(model: Model, directions: set[str]) -> Model:
    if not isinstance(model, (UnionModel, EnumModel)) or directions <= {model.direction, "none"}:
        return model
    if model.direction == "none" and len(directions) == 2:
        return replace(
            model,
            direction="in" if "in" in directions else "out" if "out" in directions else "both",
        )
    return replace(model, direction="both")


def union_of(model: Model, models: Mapping[str, Model]) -> str:
    """Name the union that an alias made here stands for; empty for every other model."""
    if isinstance(model, AliasModel) and model.inline and isinstance(model.type, Named):
        return model.type.name if isinstance(models[model.type.name], UnionModel) else ""
    return ""
