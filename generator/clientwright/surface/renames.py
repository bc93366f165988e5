"""Models that have only been called differently: one change, and not one for every place that names them."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from typing import Any

from clientwright.surface.changes import Change, Level
from clientwright.surface.model import Method, Model, Surface, model_json
from clientwright.surface.types import TypeJson, renamed


def renames(old: Surface, new: Surface) -> Mapping[str, str]:
    """Pair the models that went with those that came and hold the same. Those that several could be are left alone."""
    removed = {name: model for name, model in old.models.items() if name not in new.models}
    added = {name: model for name, model in new.models.items() if name not in old.models}
    found: dict[str, str] = {}
    while removed and added:
        # Models that hold renamed ones are the same only when those are known.
        before = _by_content(
            {name: _model(model, {**found, name: ""}) for name, model in removed.items()}
        )
        after = _by_content({name: _model(model, {name: ""}) for name, model in added.items()})
        pairs = {
            names[0]: after[content][0]
            for content, names in before.items()
            if len(names) == 1 and len(after.get(content, ())) == 1
        }
        if not pairs:
            break
        found.update(pairs)
        for one, other in pairs.items():
            del removed[one], added[other]
    return found


def changes(found: Mapping[str, str]) -> Iterator[Change]:
    """Tell the new names."""
    for old, new in found.items():
        text = f"the model `{old}` is called `{new}` now"
        yield Change(Level.MAJOR, "model-renamed", old, text)


def apply(surface: Surface, names: Mapping[str, str]) -> Surface:
    """Give a surface in which models have their new names wherever they stand."""
    if not names:
        return surface
    return dataclasses.replace(
        surface,
        methods={name: _method(item, names) for name, item in surface.methods.items()},
        models={
            names.get(name, name): _model(item, names) for name, item in surface.models.items()
        },
        errors={name: renamed(item, names) for name, item in surface.errors.items()},
        types=dict(_types(surface.types, names)),
    )


def _types(types: Mapping[str, str], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Rename what is called after a model as the model is; what is called otherwise keeps its name."""
    for name, what in types.items():
        kind, _, model = what.rpartition(" of ")
        now = names.get(model, model)
        yield (name.replace(model, now) if model in names else name), f"{kind} of {now}"


def _by_content(models: Mapping[str, Model]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, model in models.items():
        content: Any = model_json(model)
        if len(content) > 2:  # more than the kind and the direction
            found.setdefault(json.dumps(content, sort_keys=True), []).append(name)
    return found


def _method(method: Method, names: Mapping[str, str]) -> Method:
    return dataclasses.replace(
        method,
        returns=renamed(method.returns, names),
        arguments={
            name: dataclasses.replace(item, type=renamed(item.type, names))
            for name, item in method.arguments.items()
        },
    )


def _model(model: Model, names: Mapping[str, str]) -> Model:
    members: tuple[TypeJson, ...] = tuple(renamed(item, names) for item in model.members)
    return dataclasses.replace(
        model,
        fields={
            name: dataclasses.replace(item, type=renamed(item.type, names))
            for name, item in model.fields.items()
        },
        members=members,
        type=renamed(model.type, names),
    )
