"""All names of a package, assigned in one pass over the representation before anything is written.

Foo                     FooDict (its TypedDict), UnknownFoo and FooParam (a union's other names)
("beta", "agents")      class `Agents` in module `beta_agents`
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from clientwright.ir import AliasModel, Api, EnumModel, Model, ObjectModel, Resource, UnionModel
from clientwright.targets.python.graph import placement, portions
from clientwright.targets.python.names import (
    Scope,
    class_name,
    client_member,
    field_name,
    method_name,
    module_name,
)
from clientwright.targets.python.options import TYPED_DICT
from clientwright.targets.python.twins import union_of

# Names of modules that something else in the folder has.
_MODULES = frozenset({"__init__"})
# style of models -> fields that its classes cannot have beside those that ours cannot have either
_TAKEN: Mapping[str, frozenset[str]] = {
    "msgspec": frozenset({"field"}),
    "pydantic_v2": frozenset({"bool", "bytes", "float", "int", "list", "register", "str"}),
}


@dataclass(frozen=True, slots=True)
class ModelName:
    """What a model is called: its class or alias, the module, and the names that go with it (empty for none).

    `fields` maps wire names to fields. `param` is the name of the type that arguments take.
    """

    name: str
    module: str
    dict_name: str = ""
    param: str = ""
    unknown: str = ""
    fields: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class ResourceName:
    """What a resource is called: its class, its module (empty: it has no operations), and its attribute on its parent.

    `async_name` is the class of the style that has classes of its own for asynchronous calls.
    """

    name: str
    module: str
    attribute: str
    async_name: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of models by their name in the representation, and of resources by path."""

    models: Mapping[str, ModelName]
    model_modules: tuple[str, ...]
    resources: Mapping[tuple[str, ...], ResourceName]


def assign(api: Api, client_class: str = "", style: str = "") -> Names:
    """Assign the names of models and resources; no resource is called as the client is.

    `style`: that of the models, as the options have it.
    """
    modules = _model_modules(api)
    models = _models(api, modules, style)
    order = tuple(dict.fromkeys(name.module for name in models.values()))
    first = tuple(module for module in ("shared",) if module in order)
    return Names(
        models,
        (*first, *sorted(module for module in order if module not in first)),
        _resources(api.resources, client_class),
    )


def _model_modules(api: Api) -> dict[str, str]:
    """Give the module of each model. Groups that differ only by case share none."""
    scope = Scope(_MODULES, fold=True)
    groups = placement(api.models)
    portion = portions(api.models, groups)
    modules: dict[tuple[str, int], str] = {("shared", 1): scope.add("shared")}
    result: dict[str, str] = {}
    for model, group in groups.items():
        place = (group, portion[model])
        if place not in modules:
            name = module_name(group)
            modules[place] = scope.add(name if place[1] == 1 else f"{name}_{place[1]}")
        result[model] = modules[place]
    return result


def _models(api: Api, modules: Mapping[str, str], style: str) -> dict[str, ModelName]:
    fields: dict[str, dict[str, str]] = {
        name: _fields(model, style)
        for name, model in api.models.items()
        if isinstance(model, ObjectModel)
    }
    # In scripts without case a field can have the name of a class, which would hide the class in annotations.
    uncased = {text for names in fields.values() for text in names.values() if not text.islower()}
    scope = Scope(frozenset(uncased), fold=False)
    main = {name: scope.add(class_name(name), f"{class_name(name)}Model") for name in api.models}
    result: dict[str, ModelName] = {}
    for name, model in api.models.items():
        own = main[name]
        result[name] = ModelName(
            name=own,
            module=modules[name],
            dict_name=scope.add(f"{own}Dict", f"{own}TypedDict") if _has_dict(model) else "",
            param=(
                scope.add(f"{own}Param", f"{own}Argument")
                if isinstance(model, (UnionModel, AliasModel)) and model.direction != "out"
                else ""
            ),
            unknown=(
                scope.add(f"Unknown{own}", f"Unknown{own}Member")
                if isinstance(model, UnionModel) or union_of(model, api.models)
                else ""
            ),
            fields=fields.get(name, {}),
        )
    return result


def _has_dict(model: Model) -> bool:
    """Say whether users may write the model as a dict: nothing that only comes back needs that."""
    return isinstance(model, ObjectModel) and model.direction != "out"


def _fields(model: ObjectModel, style: str) -> dict[str, str]:
    if style == TYPED_DICT:
        return {item.wire_name: item.wire_name for item in model.properties}
    taken = _TAKEN.get(style, frozenset[str]())
    scope = Scope(taken)
    found: dict[str, str] = {}
    for item in model.properties:
        name = field_name(item.name)
        found[item.wire_name] = scope.add(f"{name}_" if name in taken else name)
    return found


def _resources(
    resources: tuple[Resource, ...], client_class: str
) -> dict[tuple[str, ...], ResourceName]:
    """Name resources: a class after the last part of the path where that is unique, a module after all of it."""
    short: dict[str, int] = {}
    for resource in resources:
        if resource.path:
            last = _pascal(resource.path[-1:])
            short[last] = short.get(last, 0) + 1
    classes = Scope(frozenset({client_class, f"Async{client_class}"}))
    modules = Scope(_MODULES, fold=True)
    attributes: dict[tuple[str, ...], Scope] = {}
    result: dict[tuple[str, ...], ResourceName] = {}
    for resource in resources:
        if not resource.path:
            continue
        parent = resource.path[:-1]
        wanted = _pascal(resource.path[-1:])
        full = _pascal(resource.path)
        result[resource.path] = ResourceName(
            name=classes.add(wanted if short[wanted] == 1 else full, full, f"{full}Resource"),
            module=modules.add(module_name("_".join(resource.path))) if resource.operations else "",
            attribute=attributes.setdefault(parent, Scope()).add(_attribute(resource.path)),
        )
    return {
        path: replace(own, async_name=classes.add(f"Async{own.name}"))
        for path, own in result.items()
    }


def _attribute(path: tuple[str, ...]) -> str:
    """Name the attribute that gives a resource: on the client, none of what the client has itself (`close`)."""
    return method_name(path[-1]) if path[1:] else client_member(path[-1])


def _pascal(path: tuple[str, ...]) -> str:
    words = "_".join(path).split("_")
    return class_name("".join(word[:1].upper() + word[1:] for word in words))


def is_plain(model: Model) -> bool:
    """Say whether a model is an enumeration: the one kind whose type is the same for what is sent and what comes."""
    return isinstance(model, EnumModel)
