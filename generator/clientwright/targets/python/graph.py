"""Which models need which: where each is put, and in what order a module defines them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clientwright.ir import (
    AliasModel,
    Array,
    EnumModel,
    Map,
    Model,
    Named,
    Nullable,
    ObjectModel,
    Tuple,
    Type,
    UnionModel,
)


def named_in(type_: Type) -> Iterator[str]:
    """Give the names of the models that a type mentions, in order."""
    stack: list[Type] = [type_]
    while stack:
        item = stack.pop()
        if isinstance(item, Named):
            yield item.name
        elif isinstance(item, Array):
            stack.append(item.items)
        elif isinstance(item, Map):
            stack.append(item.values)
        elif isinstance(item, Nullable):
            stack.append(item.inner)
        elif isinstance(item, Tuple):
            if item.rest is not None:
                stack.append(item.rest)
            stack.extend(reversed(item.items))


def types_of(model: Model) -> tuple[Type, ...]:
    """Give the types that a model is made of."""
    if isinstance(model, ObjectModel):
        own = tuple(item.type for item in model.properties)
        return own if model.additional is None else (*own, model.additional)
    if isinstance(model, UnionModel):
        return tuple(member.type for member in model.members)
    return (model.type,) if isinstance(model, AliasModel) else ()


def needs(model: Model) -> Iterator[str]:
    """Give the names of the models that a model mentions, in order."""
    for type_ in types_of(model):
        yield from named_in(type_)


def placement(models: Mapping[str, Model]) -> dict[str, str]:
    """Give the group of each model: its own, but `shared` when a model of another group needs it.

    Modules then import each other one way only: those of resources import the shared one.
    """
    groups = {name: model.group or "shared" for name, model in models.items()}
    pending = [
        needed
        for name, model in models.items()
        for needed in needs(model)
        if needed in groups and groups[needed] not in ("shared", groups[name])
    ]
    pending += [
        needed
        for name, model in models.items()
        if groups[name] == "shared"
        for needed in needs(model)
        if needed in groups
    ]
    while pending:
        name = pending.pop()
        if groups[name] != "shared":
            groups[name] = "shared"
            pending.extend(needed for needed in needs(models[name]) if needed in groups)
    return groups


MODULE_WEIGHT = 10_000
"""About how many lines of models one module may hold. Type checkers give up on a module many times longer."""


def portions(models: Mapping[str, Model], groups: Mapping[str, str]) -> dict[str, int]:
    """Give the portion of its group that each model is in, from 1: one for most groups, more for very large ones.

    Portions need none but themselves and those before them, so that modules go on importing each other one way.
    Models that need each other in a circle stay together.
    """
    members: dict[str, list[str]] = {}
    for name, group in groups.items():
        members.setdefault(group, []).append(name)
    result: dict[str, int] = {}
    for names in members.values():
        if sum(_weight(models[name]) for name in names) <= MODULE_WEIGHT:
            result.update(dict.fromkeys(names, 1))
            continue
        own = set(names)
        edges = {name: [each for each in needs(models[name]) if each in own] for name in names}
        portion, filled = 1, 0
        for component in _components(edges):
            weight = sum(_weight(models[name]) for name in component)
            if filled and filled + weight > MODULE_WEIGHT:
                portion, filled = portion + 1, 0
            filled += weight
            result.update(dict.fromkeys(component, portion))
    return result


def _weight(model: Model) -> int:
    """Estimate the lines that a model takes, its dict included."""
    if isinstance(model, ObjectModel):
        return 12 + 4 * len(model.properties)
    return 10 + len(model.members) if isinstance(model, UnionModel) else 6


def recursive_aliases(models: Mapping[str, Model]) -> frozenset[str]:
    """Give the unions and aliases that need themselves without an object in between (JSON values, nested lists).

    An alias is an expression that Python evaluates when the module loads; these cannot be.
    """
    edges = {
        name: [
            needed
            for needed in dict.fromkeys(needs(model))
            if isinstance(models.get(needed), (UnionModel, AliasModel))
        ]
        for name, model in models.items()
        if isinstance(model, (UnionModel, AliasModel))
    }
    return frozenset(
        name
        for component in _components(edges)
        for name in component
        if len(component) > 1 or name in edges[name]
    )


def _components(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Give the strongly connected components (Tarjan's algorithm, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    on_stack: set[str] = set()
    stack: list[str] = []
    for root in edges:
        if root in index:
            continue
        work: list[tuple[str, Iterator[str]]] = []
        _enter(root, index, low, stack, on_stack)
        work.append((root, iter(edges[root])))
        while work:
            node, rest = work[-1]
            step = next(rest, None)
            if step is None:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    yield _leave(node, stack, on_stack)
            elif step not in index:
                _enter(step, index, low, stack, on_stack)
                work.append((step, iter(edges[step])))
            elif step in on_stack:
                low[node] = min(low[node], index[step])


def _enter(
    node: str, index: dict[str, int], low: dict[str, int], stack: list[str], on_stack: set[str]
) -> None:
    index[node] = low[node] = len(index)
    stack.append(node)
    on_stack.add(node)


def _leave(node: str, stack: list[str], on_stack: set[str]) -> list[str]:
    component: list[str] = []
    while True:
        last = stack.pop()
        on_stack.discard(last)
        component.append(last)
        if last == node:
            return component


def definition_order(
    models: Mapping[str, Model], names: Sequence[str], recursive: frozenset[str]
) -> list[str]:
    """Give the order in which one module defines its models: the document's, but what an alias needs before it.

    Objects and enumerations need nothing when the module loads, since their annotations are text until they are used.
    """
    own = set(names)
    done: set[str] = set()
    order: list[str] = []
    for start in names:
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            name, expanded = stack.pop()
            if name in done:
                continue
            model = models[name]
            simple = isinstance(model, (ObjectModel, EnumModel)) or name in recursive
            if simple or expanded:
                done.add(name)
                order.append(name)
                continue
            stack.append((name, True))
            stack.extend(
                (needed, False) for needed in reversed(list(needs(model))) if needed in own
            )
    return order
