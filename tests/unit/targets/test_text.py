"""Sentences about values."""

from __future__ import annotations

import pytest
from clientwright.ir import Doc, Property, Scalar
from clientwright.targets.python.text import constraints, of_argument


@pytest.mark.parametrize(
    ("value", "text"),
    [(50, "50"), (50.0, "50"), (0.5, "0.5"), (-1.0, "-1"), (1e300, "1e+300")],
)
def test_a_bound_has_a_fraction_only_where_it_means_one(value: float, text: str) -> None:
    assert constraints((("minimum", value),)) == f"At least {text}."


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("How many", "How many. At least 1."),
        ("How many.", "How many. At least 1."),
        ("How many (of `all`)", "How many (of `all`). At least 1."),
        ("How many?\n\nOr:\n- one", "How many? Or:\n- one. At least 1."),
        ("", "At least 1."),
    ],
)
def test_what_is_said_ends_before_what_is_added(said: str, text: str) -> None:
    item = Property(
        "n", "n", Scalar("integer"), False, doc=Doc(description=said), constraints=(("minimum", 1),)
    )
    assert of_argument(item) == text
