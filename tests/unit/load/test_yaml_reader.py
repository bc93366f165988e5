import json
import math
from typing import Any

import pytest
from clientwright.load.limits import Limits
from clientwright.load.source import SyntaxProblem
from clientwright.load.yaml_reader import read_yaml, widen_surrogates
from hypothesis import given
from hypothesis import strategies as st


def read(text: str, **limits: int) -> Any:
    return read_yaml(text, Limits(**limits))[0]


def problem(text: str, **limits: int) -> SyntaxProblem:
    with pytest.raises(SyntaxProblem) as caught:
        read_yaml(text, Limits(**limits))
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on", "on"),
        ("yes", "yes"),
        ("No", "No"),
        ("y", "y"),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("Null", None),
        ("2020-01-01", "2020-01-01"),
        ("12:30:45", "12:30:45"),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("+12", 12),
        ("-7", -7),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        (".", "."),
        ("-", [None]),
        ("1.2.3", "1.2.3"),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("=", "="),
        ("99999999999999999999999", 99999999999999999999999),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("! 12", "12"),
        ("!!int '12'", 12),
        ("!!float 3", 3.0),
        ("!!null ''", None),
        ("", None),
    ],
)
def test_plain_scalars_follow_the_core_schema(text: str, value: object) -> None:
    found = read(text)
    assert found == value
    assert type(found) is type(value)


def test_nan_is_a_number() -> None:
    assert math.isnan(read(".nan"))


def test_keys_are_strings_as_they_are_written() -> None:
    text = "200: a\ntrue: b\n~: c\n1.10: d\nnull: e\n'x': f\n"
    assert read(text) == {"200": "a", "true": "b", "~": "c", "1.10": "d", "null": "e", "x": "f"}


def test_duplicate_keys_are_found_with_both_places_and_the_last_wins() -> None:
    text = "a: 1\n200: x\nb: {}\n'200': y\na: 2\n"
    tree, duplicates, _ = read_yaml(text, Limits())
    assert tree == {"a": 2, "200": "y", "b": {}}
    assert duplicates == [
        ("200", text.index("200"), text.index("'200'")),
        ("a", 0, text.rindex("a")),
    ]


def test_merge_keys() -> None:
    text = """
base: &base {a: 1, b: 2}
other: &other {b: 3, c: 4}
one: {<<: *base, b: 9}
two:
  <<: [*base, *other]
quoted: {"<<": 1}
"""
    tree = read(text)
    assert tree["one"] == {"a": 1, "b": 9}
    assert tree["two"] == {"a": 1, "b": 2, "c": 4}
    assert tree["quoted"] == {"<<": 1}
    assert tree["base"] == {"a": 1, "b": 2}


def test_aliases_share_what_they_name_and_may_be_keys() -> None:
    tree = read("a: &a [1]\nb: *a\nname: &n 200\nmap: {*n : x}\n")
    assert tree["b"] is tree["a"]
    assert tree["map"] == {"200": "x"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: !!python/object/apply:os.system ['true']", "yaml-tag"),
        ("a: !custom x", "yaml-tag"),
        ("a: !!binary aGk=", "yaml-tag"),
        ("a: !!set {x}", "yaml-tag"),
        ("a: !!int x", "yaml-tag"),
        ("a: !!bool 1", "yaml-tag"),
        ("a: 1\n---\nb: 2\n", "several-documents"),
        ("a: *nobody", "yaml-alias"),
        ("a: &a [*a]", "yaml-recursive-alias"),
        ("a: &a\n  b: *a\n", "yaml-recursive-alias"),
        ("{[1]: 2}", "yaml-complex-key"),
        ("? {a: 1}\n: 2", "yaml-complex-key"),
        ("a: &a {}\nb: {*a : 1}", "yaml-complex-key"),
        ("<<: 1", "yaml-merge"),
        ("a: [", "not-yaml"),
        ("a:\n\t- b", "not-yaml"),
        ("a: b: c", "not-yaml"),
        ("a: \x00", "not-yaml"),
        ("a: " + "9" * 5000, "number-too-long"),
        ("a: 0x" + "f" * 5000, "number-too-long"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    found = problem(text)
    assert found.code == code
    assert 0 <= found.index <= len(text)


def test_refusals_point_at_the_place() -> None:
    text = "a: 1\nb:\n  c: !custom x\n"
    assert problem(text).index == text.index("!custom")
    assert problem("äöü: 1\nx: !t y\n").index == 10


def test_refusals_tell_where_a_bracket_was_opened() -> None:
    found = problem("info:\n  title: [x\npaths: {}\n")
    assert found.index == len("info:\n  title: [x\npaths")
    assert "a flow sequence (which begins in line 2, column 10)" in found.message


def test_alias_bombs_are_refused_quickly() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    assert problem("\n".join(lines)).code == "too-many-nodes"


def test_merge_bombs_are_refused() -> None:
    members = ", ".join(f"k{n}: 1" for n in range(100))
    text = f"a: &a {{{members}}}\n" + "".join(f"b{n}: {{<<: *a}}\n" for n in range(100))
    assert problem(text, max_nodes=5_000).code == "too-many-nodes"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused(opening: str) -> None:
    assert problem(opening * 100_000).code == "too-deep"


def test_depth_through_aliases_is_bounded() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 1000)]
    assert problem("\n".join(lines)).code == "too-deep"


def test_depth_up_to_the_limit_is_read() -> None:
    assert read("[" * 20 + "]" * 20, max_depth=20) is not None
    assert problem("[" * 21 + "]" * 21, max_depth=20).code == "too-deep"


def test_escaped_surrogate_pairs_of_json_are_widened() -> None:
    text = 'a: "\\ud83d\\ude42 \\\\ud83d\\\\ude42"'
    assert problem(text).code == "not-yaml"
    assert read(widen_surrogates(text)) == {"a": "🙂 \\ud83d\\ude42"}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text(max_size=8),
    lambda below: (
        st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=6), below, max_size=4)
    ),
    max_leaves=20,
)


@given(_JSON)
def test_json_reads_as_yaml(value: object) -> None:
    assert read(widen_surrogates(json.dumps(value))) == value
