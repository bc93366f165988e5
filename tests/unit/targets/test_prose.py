"""Prose laid out in lines, beside what the standard library makes of it."""

from __future__ import annotations

import textwrap

from clientwright.targets.python.prose import fill
from hypothesis import given
from hypothesis import strategies as st

_WORDS = st.lists(st.text("ab-é\xa0\t.", min_size=1, max_size=30), max_size=30)


@given(_WORDS, st.sampled_from([" ", "  "]), st.integers(24, 90), st.integers(0, 12))
def test_lines_are_filled_as_the_standard_library_fills_them(
    words: list[str], space: str, width: int, hanging: int
) -> None:
    text = space.join(words)
    expected = textwrap.wrap(
        text,
        width,
        subsequent_indent=" " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    assert fill(text, width, " " * hanging) == expected


@given(_WORDS, st.integers(24, 90), st.integers(10, 90))
def test_the_first_line_has_room_of_its_own(words: list[str], width: int, first: int) -> None:
    text = " ".join(words)
    lines = fill(text, width, "  ", "- ", first)
    placeholder = "*" * max(width - first, 0)
    expected = textwrap.wrap(
        text,
        width,
        initial_indent=f"- {placeholder}",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    assert lines == [line.replace(placeholder, "", 1) if placeholder else line for line in expected]
