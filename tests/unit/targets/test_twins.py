"""Unions and enumerations that are written in several places, and members of them that nobody knows yet."""

from __future__ import annotations

import dataclasses

import pytest
from clientwright.ir import AliasModel, EnumModel, EnumValue, Model, Named, UnionMember, UnionModel
from clientwright.targets.python import twins


def _union(name: str, *members: str, inline: bool = True, **more: object) -> UnionModel:
    made = tuple(UnionMember(Named(member), (member,)) for member in members)
    return dataclasses.replace(
        UnionModel(name, made, tag="type", inline=inline),
        **more,  # pyright: ignore[reportArgumentType]
    )


def _merged(*models: Model) -> dict[str, Model]:
    return dict(twins.merge({model.name: model for model in models}))


def test_the_first_of_equal_unions_stands_for_the_others() -> None:
    merged = _merged(
        _union("A", "x", "y"), _union("B", "x", "y"), _union("C", "y", "x"), _union("D", "x", "y")
    )
    assert [merged[name].kind for name in "ABCD"] == ["union", "alias", "union", "alias"]
    found = merged["D"]
    assert isinstance(found, AliasModel) and found.type == Named("A")
    assert twins.union_of(found, merged) == "A"


def test_one_that_the_document_names_goes_first() -> None:
    merged = _merged(
        _union("A", "x"), _union("B", "x", inline=False), _union("C", "x", inline=False)
    )
    assert [merged[name].kind for name in "ABC"] == ["alias", "union", "union"]
    assert getattr(merged["A"], "type", None) == Named("B")


def test_unions_of_equal_unions_are_equal() -> None:
    merged = _merged(
        _union("A", "x"), _union("B", "x"), _union("C", "A"), _union("D", "A"), _union("E", "B")
    )
    aliases = {name for name, model in merged.items() if model.kind == "alias"}
    # D has its own tag for the member, and so has E.
    assert aliases == {"B", "D"}


@pytest.mark.parametrize(
    ("values", "same"), [((1, 2), True), ((True, 2), False), ((1.0, 2), False), ((2, 1), False)]
)
def test_enumerations_are_equal_by_their_values(values: tuple[object, ...], same: bool) -> None:
    first = EnumModel("A", (EnumValue(1), EnumValue(2)), inline=True)
    second = EnumModel("B", tuple(EnumValue(value) for value in values), inline=True)
    assert (_merged(first, second)["B"].kind == "alias") == same


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [("in", "out", "both"), ("in", "in", "in"), ("none", "out", "out"), ("both", "in", "both")],
)
def test_what_stands_for_several_goes_wherever_they_go(
    first: str, second: str, together: str
) -> None:
    merged = _merged(_union("A", "x", direction=first), _union("B", "x", direction=second))
    found = merged["A"]
    assert isinstance(found, UnionModel) and found.direction == together
