"""Where the members of a union stand: the words that name those without a name of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from clientwright.build.schema_shapes import Shape
from clientwright.build.unions import Shapes
from clientwright.build.words import split_words
from clientwright.normalise import form

_POSITIONS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)


def member_places(
    name: str, members: Sequence[form.SchemaId], tags: Sequence[tuple[Any, ...]], shapes: Shapes
) -> list[tuple[str, ...]]:
    """A place for each member of the union `name`: by its title, its tag, its JSON type, a property, or its position."""
    ends = [shapes.end(member)[1] for member in members]
    titles = Counter(_key(shape.schema.title) for shape in ends)
    kinds = Counter(shape.kind for shape in ends)
    places: list[tuple[str, ...]] = []
    for position, (shape, values) in enumerate(zip(ends, tags, strict=True)):
        title = shape.schema.title
        telling = _key(title) not in ("", _key(name)) and titles[_key(title)] == 1
        if telling and len(split_words(title)) <= 5:
            places.append((_without_echo(name, title), title))
        elif len(values) == 1 and isinstance(values[0], str) and values[0]:
            places.append((name, values[0]))
        elif shape.kind in ("array", "tuple", "map") and kinds[shape.kind] == 1:
            # The array's members take the singular, the map's values a word: the union's own name is free for neither.
            places.append((name,))
        elif kinds[shape.kind] == 1:
            places.append((name, shape.kind))
        elif (own := _own_property(position, ends)) is not None:
            places.append((name, own))
        else:
            word = _POSITIONS[position] if position < len(_POSITIONS) else f"variant {position + 1}"
            places.append((name, word))
    return places


def _own_property(position: int, ends: Sequence[Shape]) -> str | None:
    """The one property that a member requires, where no other member has it."""
    required = ends[position].schema.required
    if ends[position].kind != "object" or len(required) != 1:
        return None
    others = (each.schema for index, each in enumerate(ends) if index != position)
    shared = any(required[0] in each.properties or required[0] in each.required for each in others)
    return None if shared else required[0]


def _without_echo(name: str, title: str) -> str:
    """The name without the words at its end that the title repeats: `ToolChoice` and `Named Tool Choice`."""
    words, echo = split_words(name), split_words(title)
    same = 0
    while same < min(len(words) - 1, len(echo)) and (
        words[-1 - same].casefold() == echo[-1 - same].casefold()
    ):
        same += 1
    return "".join(words[: len(words) - same]) if same and same < len(echo) else name


def _key(title: str) -> str:
    return "".join(split_words(title)).casefold()
