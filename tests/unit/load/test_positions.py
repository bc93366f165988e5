import json
from typing import Any

import pytest
from clientwright.load.json_places import JsonPlaces
from clientwright.load.limits import Limits
from clientwright.load.positions import (
    OFFSET_MASK,
    Node,
    descend,
    json_positions,
    shifted,
)
from clientwright.load.tree import children, split
from clientwright.load.yaml_reader import read_yaml
from hypothesis import assume, given
from hypothesis import strategies as st


def pointers(value: Any) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for key, child in children(value):
        found += [[str(key), *rest] for rest in pointers(child)]
    return found


def text_at(node: Node, text: str, tokens: list[str]) -> str:
    mark, depth = descend(node, tokens)
    assert depth == len(tokens)
    return text[mark & OFFSET_MASK :]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda below: (
        st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=6), below, max_size=4)
    ),
    max_leaves=25,
)


@given(_JSON, st.sampled_from([None, 2]), st.booleans())
def test_every_node_of_json_is_at_its_key_or_item(
    value: Any, indent: int | None, ascii_: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_)
    node, duplicates = json_positions(text, 0)
    assert duplicates == []
    for tokens in pointers(value):
        rest = text_at(node, text, tokens)
        parent: Any = value
        for token in tokens[:-1]:
            parent = parent[int(token)] if isinstance(parent, list) else parent[token]
        if tokens and isinstance(parent, dict):
            assert rest.startswith(json.dumps(tokens[-1], ensure_ascii=ascii_))
        elif tokens:
            expected = json.dumps(parent[int(tokens[-1])], ensure_ascii=ascii_)
            assert rest.startswith(expected[:1] if expected[0] in "[{" else expected)


@given(_JSON)
def test_yaml_and_json_agree_on_positions(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False)
    assume("\x7f" not in text and text.isprintable())
    as_json = json_positions(text, 0)[0]
    as_yaml = read_yaml(text, Limits())[2]
    for tokens in pointers(value):
        assert descend(as_json, tokens) == descend(as_yaml, tokens)


@given(_JSON, st.sampled_from([None, 2]), st.randoms(use_true_random=False))
def test_a_place_of_json_is_found_alone_as_among_all(
    value: Any, indent: int | None, chance: Any
) -> None:
    text = f" {json.dumps(value, indent=indent)} "
    whole = json_positions(text, 0)[0]
    asked = [[*tokens, *more] for tokens in pointers(value) for more in ([], ["0"], ["no", "x"])]
    chance.shuffle(asked)
    places = JsonPlaces(text)
    for tokens in asked:
        assert places.descend(tokens) == descend(whole, tokens), tokens
    assert places.whole() == whole


def test_places_of_json_are_found_without_passing_over_the_text_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    value: Any = {"leaf": 1}
    for _ in range(100):
        value = {"before": "x" * 100, "below": value, "after": 1}
    text = json.dumps(value)
    passed = 0
    raw_decode = json.JSONDecoder.raw_decode

    def counted(self: json.JSONDecoder, text: str, start: int = 0) -> tuple[Any, int]:
        nonlocal passed
        found, end = raw_decode(self, text, start)
        passed += end - start
        return found, end

    monkeypatch.setattr(json.JSONDecoder, "raw_decode", counted)
    places = JsonPlaces(text)
    for depth in range(100, -1, -1):
        tokens = ["below"] * depth
        assert places.descend([*tokens, "leaf" if depth == 100 else "after"])[1] == depth + 1
    # Each level passes over what is below it, until it is cheaper to look at everything once.
    assert passed < 10 * len(text)


def test_positions_of_a_further_file_are_told_apart() -> None:
    text = "a: &x {b: [1, {c: 2}]}\nd: *x\n"
    node = read_yaml(text, Limits())[2]
    moved = shifted(node, 5 << 40)
    for pointer in ("", "/a", "/a/b/1/c", "/d/b/0"):
        mark, depth = descend(node, split(pointer))
        assert descend(moved, split(pointer)) == (mark + (5 << 40), depth)
    deep = read_yaml("[" * 490 + "]" * 490, Limits())[2]
    assert descend(shifted(deep, 1 << 40), ["0"] * 489) == ((1 << 40) + 489, 489)


def test_yaml_positions() -> None:
    text = "a:\n  b: [x, {c: 1}]\nd: &d\n  e: 1\nf: *d\ng:\n  <<: *d\n  h: 2\n200: z\n"
    node = read_yaml(text, Limits())[2]
    for pointer, start in [
        ("/a", "a:"),
        ("/a/b", "b: [x"),
        ("/a/b/1", "{c"),
        ("/a/b/1/c", "c: 1"),
        ("/f", "f: *d"),
        ("/f/e", "e: 1"),
        ("/g/e", "e: 1"),
        ("/g/h", "h: 2"),
        ("/200", "200"),
    ]:
        assert text_at(node, text, split(pointer)).startswith(start), pointer


def test_what_does_not_exist_is_at_its_nearest_ancestor() -> None:
    text = '{"a": {"b": 1}}'
    node = json_positions(text, 0)[0]
    assert descend(node, ["a", "x", "y"]) == (text.index('"a"'), 1)
    assert descend(node, ["a", "b", "0"]) == (text.index('"b"'), 2)


@pytest.mark.parametrize("text", ['{"a": 1, "b": {"x": 1, "x": 2}, "a": 3}'])
def test_duplicates_of_json_have_both_places(text: str) -> None:
    _, duplicates = json_positions(text, 0)
    assert duplicates == [
        ("x", text.index('"x"'), text.rindex('"x"')),
        ("a", text.index('"a"'), text.rindex('"a"')),
    ]
