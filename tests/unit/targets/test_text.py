"""Sentences about values."""

from __future__ import annotations

import pytest
from clientwright.targets.python.text import constraints


@pytest.mark.parametrize(
    ("value", "text"),
    [(50, "50"), (50.0, "50"), (0.5, "0.5"), (-1.0, "-1"), (1e300, "1e+300")],
)
def test_a_bound_has_a_fraction_only_where_it_means_one(value: float, text: str) -> None:
    assert constraints((("minimum", value),)) == f"At least {text}."
