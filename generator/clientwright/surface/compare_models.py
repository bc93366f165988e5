"""Models: what has changed for those who write them as arguments (`in`), read them from answers (`out`), or both.

What is written may become more, and must not become less or needed; what is read may become surer, and must not become
less sure. Enumerations and unions are open, so a new value or member is always an addition.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from clientwright.surface.changes import Change, Level
from clientwright.surface.model import Field, Model
from clientwright.surface.types import relation, type_text

_MAJOR, _MINOR = Level.MAJOR, Level.MINOR
# relation -> level, by whether the model is written, read, or both
_TYPE = {
    "in": {"wider": _MINOR, "narrower": _MAJOR, "other": _MAJOR},
    "out": {"wider": _MAJOR, "narrower": _MINOR, "other": _MAJOR},
    "both": {"wider": _MAJOR, "narrower": _MAJOR, "other": _MAJOR},
}


def model_changes(old: Mapping[str, Model], new: Mapping[str, Model]) -> Iterator[Change]:
    """Compare all models, by their public names."""
    for name, model in old.items():
        if name not in new:
            yield Change(_MAJOR, "model-removed", name, f"the model `{name}` is gone")
        else:
            yield from _model(name, model, new[name])
    for name in new:
        if name not in old:
            yield Change(_MINOR, "model-added", name, f"the model `{name}` is new")


def _model(name: str, old: Model, new: Model) -> Iterator[Change]:
    if old.kind != new.kind:
        text = f"`{name}` is of the kind {new.kind}, no longer {old.kind}"
        yield Change(_MAJOR, "model-kind", name, text)
        return
    if new.deprecated and not old.deprecated:
        yield Change(_MINOR, "model-deprecated", name, f"the model `{name}` is deprecated")
    # What users have written counts by how they could use the model before.
    direction = old.direction if old.direction == new.direction else "both"
    if old.direction == "out" and new.direction == "both":
        direction = "out"
    elif old.direction == "in" and new.direction == "both":
        direction = "in"
    yield from _fields(name, old.fields, new.fields, direction)
    yield from _values(name, old.values, new.values)
    yield from _members(name, old, new)
    found = relation(old.type, new.type)
    if found != "same":
        text = f"`{name}` is {type_text(new.type)}, no longer {type_text(old.type)}"
        yield Change(_TYPE[direction][found], "model-type", name, text)


def _fields(
    model: str, old: Mapping[str, Field], new: Mapping[str, Field], direction: str
) -> Iterator[Change]:
    wires = {item.wire_name: name for name, item in new.items()}
    for name, item in old.items():
        if name in new and new[name].wire_name == item.wire_name:
            yield from _field(f"{model}.{name}", item, new[name], direction)
        elif item.wire_name in wires:
            now = wires[item.wire_name]
            text = f"`{model}.{name}` is called `{now}` now"
            yield Change(_MAJOR, "field-renamed", f"{model}.{name}", text)
        else:
            text = f"`{model}.{name}` is gone"
            yield Change(_MAJOR, "field-removed", f"{model}.{name}", text)
    known = {item.wire_name for item in old.values()}
    for name, item in new.items():
        if item.wire_name in known:
            continue
        must = item.required and direction != "out"
        text = f"`{model}.{name}` ({type_text(item.type)}) is new"
        if must:
            text += " and must be given"
        yield Change(_MAJOR if must else _MINOR, "field-added", f"{model}.{name}", text)


def _field(subject: str, old: Field, new: Field, direction: str) -> Iterator[Change]:
    if new.required and not old.required:
        text = (
            f"`{subject}` is always there now"
            if direction == "out"
            else f"`{subject}` must be given now"
        )
        yield Change(_MINOR if direction == "out" else _MAJOR, "field-required", subject, text)
    elif old.required and not new.required:
        text = f"`{subject}` may be left out now"
        yield Change(_MINOR if direction == "in" else _MAJOR, "field-optional", subject, text)
    if new.deprecated and not old.deprecated:
        yield Change(_MINOR, "field-deprecated", subject, f"`{subject}` is deprecated")
    found = relation(old.type, new.type)
    if found != "same":
        text = f"`{subject}` is {type_text(new.type)}, no longer {type_text(old.type)}"
        yield Change(_TYPE[direction][found], "field-type", subject, text)


def _values(model: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Change]:
    before = {_written(value) for value in old}
    after = {_written(value) for value in new}
    for value in old:
        if _written(value) not in after:
            text = f"`{model}` has no value {_written(value)} any more"
            yield Change(_MAJOR, "value-removed", model, text)
    for value in new:
        if _written(value) not in before:
            text = f"`{model}` has the new value {_written(value)}"
            yield Change(_MINOR, "value-added", model, text)


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _members(model: str, old: Model, new: Model) -> Iterator[Change]:
    for member in old.members:
        if member not in new.members:
            text = f"`{model}` has no member {type_text(member)} any more"
            yield Change(_MAJOR, "member-removed", model, text)
    for member in new.members:
        if member not in old.members:
            text = f"`{model}` has the new member {type_text(member)}"
            yield Change(_MINOR, "member-added", model, text)
