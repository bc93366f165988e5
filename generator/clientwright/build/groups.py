"""Where each model belongs: to the one resource that alone uses it, or to all.

A model of a group is referred to by models of that group alone, so that what a target writes for one group needs nothing
but itself and the shared models. Cost is linear in the number of references.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal, TypeAlias

from clientwright import ir

Direction: TypeAlias = Literal["in", "out"]
Use: TypeAlias = "tuple[str, ir.Type, Direction]"
SHARED = "shared"
_SEVERAL = -1
_DIRECTIONS: tuple[Literal["none", "in", "out", "both"], ...] = ("none", "in", "out", "both")


def names_in(type_: ir.Type | None) -> Iterator[str]:
    """The models that a type names, in its order."""
    stack: list[ir.Type | None] = [type_]
    while stack:
        here = stack.pop()
        if isinstance(here, ir.Named):
            yield here.name
        elif isinstance(here, ir.Array):
            stack.append(here.items)
        elif isinstance(here, ir.Map):
            stack.append(here.values)
        elif isinstance(here, ir.Nullable):
            stack.append(here.inner)
        elif isinstance(here, ir.Tuple):
            stack.append(here.rest)
            stack.extend(reversed(here.items))


def needs_of(model: ir.Model) -> tuple[str, ...]:
    """The models that a model refers to, each once."""
    types: list[ir.Type | None] = []
    if isinstance(model, ir.ObjectModel):
        types = [each.type for each in model.properties]
        types.append(model.additional)
    elif isinstance(model, ir.UnionModel):
        types = [each.type for each in model.members]
    elif isinstance(model, ir.AliasModel):
        types = [model.type]
    return tuple(dict.fromkeys(name for each in types for name in names_in(each)))


def place_models(models: Mapping[str, ir.Model], uses: Iterable[Use]) -> dict[str, ir.Model]:
    """The models with their group and direction, each after those that it needs where that is possible."""
    needs = {
        name: tuple(each for each in needs_of(model) if each in models)
        for name, model in models.items()
    }
    bits: dict[str, int] = {}
    groups: dict[str, int] = {}
    ways: dict[str, int] = {}
    for group, type_, direction in uses:
        bit = 1 << bits.setdefault(group, len(bits))
        for name in names_in(type_):
            groups[name] = _joined(groups.get(name, 0), bit)
            ways[name] = ways.get(name, 0) | (1 if direction == "in" else 2)
    _spread(groups, needs, _joined)
    _spread(ways, needs, int.__or__)
    _include_unused(groups, needs)
    by_bit = {1 << position: group for group, position in bits.items()}
    return {
        name: replace(
            models[name],
            group=by_bit.get(groups.get(name, 0), SHARED),
            direction=_DIRECTIONS[ways.get(name, 0)],
        )
        for name in _ordered(needs)
    }


def _joined(one: int, other: int) -> int:
    """Give the mark of what has both marks. Which groups they are no longer counts when they are several."""
    mark = one | other
    return mark if mark & (mark - 1) == 0 else _SEVERAL


def _spread(
    marks: dict[str, int], needs: Mapping[str, tuple[str, ...]], join: Callable[[int, int], int]
) -> None:
    """Give every model the marks of those that need it."""
    stack = list(reversed(marks))
    while stack:
        here = stack.pop()
        for below in needs.get(here, ()):
            known = marks.get(below, 0)
            mark = join(known, marks[here])
            if mark != known:
                marks[below] = mark
                stack.append(below)


def _include_unused(groups: dict[str, int], needs: Mapping[str, tuple[str, ...]]) -> None:
    """Put what no operation uses with the one group whose models it needs, or make all that it needs shared."""
    unused = [name for name in needs if not groups.get(name)]
    above: dict[str, list[str]] = {}
    for name in unused:
        for below in needs[name]:
            above.setdefault(below, []).append(name)
    reached: dict[str, int] = {}
    # What is shared already may be needed by any group.
    stack = [(name, mark) for name in above if _single(mark := groups.get(name, 0))]
    while stack:
        here, mark = stack.pop()
        for name in above.get(here, ()):
            known = reached.get(name, 0)
            joined = _joined(known, mark)
            if joined != known:
                reached[name] = joined
                stack.append((name, joined))
    groups.update(reached)
    # A mark of several groups goes down again: what it needs cannot stay in one of them.
    marked = {name: mark for name, mark in reached.items() if not _single(mark)}
    _spread_all(groups, marked, needs)


def _single(mark: int) -> bool:
    """Tell whether a mark is that of one group."""
    return mark != 0 and mark & (mark - 1) == 0


def _spread_all(
    groups: dict[str, int], marked: Mapping[str, int], needs: Mapping[str, tuple[str, ...]]
) -> None:
    stack = list(marked)
    while stack:
        here = stack.pop()
        for below in needs[here]:
            known = groups.get(below, 0)
            mark = _joined(known, groups[here])
            if mark != known:
                groups[below] = mark
                stack.append(below)


def _ordered(needs: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The names, those needed first; where a circle makes that impossible, in the order of the models."""
    order: list[str] = []
    seen: set[str] = set()
    for root in needs:
        stack = [(root, False)]
        while stack:
            here, left = stack.pop()
            if left:
                order.append(here)
            elif here not in seen:
                seen.add(here)
                stack.append((here, True))
                stack.extend((each, False) for each in reversed(needs[here]) if each not in seen)
    return order
