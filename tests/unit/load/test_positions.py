import json
from typing import Any

import pytest
from clientwright.load.positions import OFFSET_MASK, Node, descend, json_positions, yaml_positions
from clientwright.load.tree import children, split
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
    as_yaml = yaml_positions(text, 0)
    for tokens in pointers(value):
        assert descend(as_json, tokens) == descend(as_yaml, tokens)


def test_yaml_positions() -> None:
    text = "a:\n  b: [x, {c: 1}]\nd: &d\n  e: 1\nf: *d\ng:\n  <<: *d\n  h: 2\n200: z\n"
    node = yaml_positions(text, 0)
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
