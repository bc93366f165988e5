import json

import pytest
from clientwright.load.json_reader import read_json, replace_lone_surrogates
from clientwright.load.limits import Limits
from clientwright.load.source import SyntaxProblem


def problem(text: str, **limits: int) -> SyntaxProblem:
    with pytest.raises(SyntaxProblem) as caught:
        read_json(text, Limits(**limits))
    return caught.value


def test_reads_and_notices_duplicates() -> None:
    assert read_json('{"a": 1, "b": [1.5, null]}', Limits()) == ({"a": 1, "b": [1.5, None]}, False)
    assert read_json('{"x": {"a": 1, "a": 2}}', Limits()) == ({"x": {"a": 2}}, True)


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_constants_that_json_does_not_have(constant: str) -> None:
    text = f'{{"NaN": "Infinity", "a": {constant}}}'
    found = problem(text)
    assert found.code == "json-constant"
    assert found.index == text.rindex(constant)


def test_syntax_errors_have_their_place() -> None:
    found = problem('{"a": 1,\n "b" 2}')
    assert (found.code, found.index) == ("not-json", 14)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('{"a": [1, 2, ]}', "remove the comma"),
        ('{"a": 1,}', "remove the comma"),
        ('{"a": 1,, "b": 2}', "remove the comma"),
        ("{'a': 1}", "double quotes"),
        ('{"a": 1, // one\n"b": 2}', "no comments"),
        ('{"a": 1, # one\n"b": 2}', "no comments"),
        ('{"a": 1 "b": 2}', "a comma may be missing"),
        ('{"a": {"b": 1', "may be cut off"),
        ('{"a": 1, "b', ""),
    ],
)
def test_syntax_errors_say_what_to_do(text: str, hint: str) -> None:
    assert hint in problem(text).hint


def test_bounds() -> None:
    assert problem("[" * 100_000).code in ("too-deep", "not-json")
    assert problem("[" * 100_000 + "]" * 100_000).code == "too-deep"
    assert problem("[" * 30 + "]" * 30, max_depth=29).code == "too-deep"
    assert problem("[" + "9" * 5000 + "]").code == "number-too-long"
    assert problem(json.dumps([[]] * 100), max_nodes=50).code == "too-many-nodes"


def test_lone_surrogates_are_replaced_and_pairs_stay() -> None:
    text = r'"\ud83d\ude42 \ud83d x \ude42 \\ud83d A"'
    replaced, first = replace_lone_surrogates(text)
    assert json.loads(replaced) == "🙂 \ufffd x \ufffd \\ud83d A"
    assert first == text.index(r"\ud83d x")
    assert len(replaced) == len(text)
    assert replace_lone_surrogates('"a"') == ('"a"', -1)
