"""Walks over schemas in normal form."""

from __future__ import annotations

from clientwright.normalise.form import Schema
from clientwright.normalise.walk import of_one_value, reached, together

SCHEMAS = {
    each.id: each
    for each in (
        Schema("a", ref="b", all_of=("c",), any_of=("d",), properties={"p": "e"}),
        Schema("b", all_of=("a", "c", "gone")),
        Schema("c"),
        Schema("d", one_of=("a",)),
        Schema("e"),
    )
}


def test_each_schema_is_reached_once_by_the_ways_that_are_asked_for() -> None:
    assert [each.id for each in reached(["a"], SCHEMAS, together)] == ["a", "b", "c"]
    assert {each.id for each in reached(["d"], SCHEMAS, of_one_value)} == {"a", "b", "c", "d"}
    assert list(reached(["gone"], SCHEMAS, together)) == []
