"""Text of a document in generated source: it comes back as it was, and changes nothing around it."""

from __future__ import annotations

import ast
import time
import tomllib

import pytest
from clientwright.targets.python import literals
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

NASTY = [
    "",
    'say "hi"',
    "it's",
    "both ' and \"",
    '"""',
    '"""; import os; os._exit(1) #',
    'ends with a quote"',
    "ends with a backslash\\",
    "\\",
    "\\u0041 {{ 7 * 7 }} {% raw %} %s {0}",
    "line\nbreak\r\nand\x0b\x0c\x1c\x85\u2028\u2029",
    "null \x00 bell \x07 escape \x1b[31m",
    "override \u202e and isolate \u2066 end",
    "lone \ud800 surrogate",
    'escaped \\"',
    'escaped \\\\"',
    "no-break\u00a0space",
    "\ufeffmark",
]


@pytest.mark.parametrize("text", NASTY)
def test_a_string_literal_gives_the_text_back(text: str) -> None:
    source = literals.string(text)
    assert ast.literal_eval(source) == text
    assert "\n" not in source and "\u202e" not in source and "\x1b" not in source


@given(st.text())
def test_any_string_literal_gives_the_text_back(text: str) -> None:
    assert ast.literal_eval(literals.string(text)) == text


@pytest.mark.parametrize("text", NASTY)
def test_a_docstring_is_one_string_and_shows_what_does_not_print(text: str) -> None:
    source = literals.docstring(text, 4)
    if not text.strip():
        assert source == ""
        return
    body = ast.parse(f"class A:\n    {source}\n    after = 1\n").body[0]
    assert isinstance(body, ast.ClassDef)
    assert len(body.body) == 2, "the docstring is one statement and the next line another"
    shown = ast.get_docstring(body) or ""
    assert "\x1b" not in shown and "\u202e" not in shown and "\x00" not in shown


@given(st.text())
def test_any_docstring_is_one_string(text: str) -> None:
    source = literals.docstring(text, 4) or "pass"
    body = ast.parse(f"class A:\n    {source}\n    after = 1\n".encode("utf-8", "replace")).body[0]
    assert isinstance(body, ast.ClassDef)
    assert len(body.body) == 2


def test_a_docstring_keeps_its_words_and_its_width() -> None:
    words = " ".join(f"word{number}" for number in range(60))
    source = literals.docstring(words, 8)
    assert (
        max(len(line) + (8 if index == 0 else 0) for index, line in enumerate(source.split("\n")))
        <= 88
    )
    assert ast.literal_eval(source).split() == words.split()


def test_code_and_lists_in_a_docstring_keep_their_lines() -> None:
    text = "Use:\n\n```python\na = 1\n    b = 2\n```\n\n- one\n- two"
    shown = ast.literal_eval(literals.docstring(text))
    assert "a = 1\n    b = 2" in shown
    assert "- one\n- two" in shown


@pytest.mark.parametrize("text", NASTY)
def test_a_comment_stays_on_its_line(text: str) -> None:
    line = literals.comment(text)
    assert len(f"# {line}".splitlines()) == 1
    assert ast.parse(f"# {line}\nx = 1").body


@pytest.mark.parametrize("text", [text for text in NASTY if "\ud800" not in text])
def test_a_toml_string_gives_the_text_back(text: str) -> None:
    assert tomllib.loads(f"a = {literals.toml(text)}")["a"] == text


@pytest.mark.parametrize(
    "value", [None, True, 1, -2.5, "a", [1, [None]], {"a": {"b": [False]}}, {'"': "'"}, 10**40]
)
def test_a_json_value_gives_itself_back(value: object) -> None:
    assert ast.literal_eval(literals.value(value)) == value


def test_numbers_that_json_lacks_become_calls() -> None:
    assert eval(literals.value(float("inf"))) == float("inf")


def test_what_is_no_json_value_is_refused() -> None:
    with pytest.raises(TypeError):
        literals.value(object())


def rendered(text: str) -> str:
    """The HTML of Markdown, without line breaks."""
    return MarkdownIt("commonmark").enable("table").render(text).replace("\n", "")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a `x<y>` <b>", "<p>a <code>x&lt;y&gt;</code> &lt;b&gt;</p>"),
        ("``a` <b>`` c", "<p><code>a` &lt;b&gt;</code> c</p>"),
        (r"\`<a>`", "<p>`&lt;a&gt;`</p>"),
        ("` <b>", "<p>` &lt;b&gt;</p>"),
        ("```\n<p>\n```", "<pre><code>&lt;p&gt;</code></pre>"),
    ],
)
def test_code_in_prose_shows_as_it_is_written(written: str, shown: str) -> None:
    assert rendered(literals.prose_markdown(written)) == shown


@pytest.mark.parametrize(
    "written",
    [
        "`\n` <script> `\n`",
        "- x\n  ```\n<script>\n",
        "> ```\n<script>\n",
        "a | b\n--- | ---\n`c | <script> | d`\n",
        "`a\n```\n<script>\n```\n`<script>`",
        "    ```\n<script>\n    ```",
        r"\\`<script>`\` <script> `",
        "`` ` <script> ```",
    ],
)
def test_nothing_in_prose_becomes_html(written: str) -> None:
    assert "<script>" not in rendered(literals.prose_markdown(written))
    cell = literals.cell(written)
    assert "<script>" not in rendered(f"| a |\n| --- |\n| {cell} |\n")


@pytest.mark.parametrize("piece", ["`", "` ", "`a", "\\", "`<", "``"])
def test_code_spans_are_found_in_linear_time(piece: str) -> None:
    started = time.perf_counter()
    literals.cell(piece * 20_000)
    assert time.perf_counter() - started < 3
