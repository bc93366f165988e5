"""Which dicts are written as classes."""

from __future__ import annotations

import pytest
from clientwright.targets.python.dicts import fit_a_class


@pytest.mark.parametrize(
    ("keys", "fits"),
    [
        ([("type", 'NotRequired[Literal["text"]]'), ("text", "str")], True),
        ([("date", "datetime.date")], True),
        ([("a", 'Literal["it\'s \\" b"]'), ("b", "str")], True),
        ([("str", "int"), ("name", "str")], False),
        ([("list", "builtins.list[str]"), ("Sequence", "Sequence[str]")], False),
        ([("content-type", "str")], False),
        ([("class", "str")], False),
        ([("__private", "str")], False),
    ],
)
def test_a_class_cannot_hide_what_its_annotations_need(
    keys: list[tuple[str, str]], fits: bool
) -> None:
    assert fit_a_class(keys) is fits
