"""HTML in descriptions becomes CommonMark, and answers of which nothing is said stay silent."""

from __future__ import annotations

import time

import pytest
from clientwright.ir import Doc
from clientwright.targets.python import text
from clientwright.targets.python.prose import plain


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("One<br>two<BR />three", "One\ntwo\nthree"),
        ("<p>A <b>bold</b> word.</p><p>Next.</p>", "A bold word.\n\n\n\nNext."),
        ("<ul><li>one</li>\n<li>two</li></ul>", "- one\n- two"),
        (
            "See <a class='x' href='https://a.example/b?c=d'>there</a>.",
            "See [there](https://a.example/b?c=d).",
        ),
        ("Not <a href='javascript:x()'>there</a>.", "Not there."),
        ("Use <code>x</code> &amp; &lt;y&gt;&nbsp;z&#39;s", "Use `x` & <y> z's"),
        ("| <nobr>`a`</nobr> | b<br>c |", "| `a` | b c |"),
        ("<aside>Take care.</aside>", "Take care."),
        ("`<br>` stays, ```\n<p>&amp;\n``` too", "`<br>` stays, ```\n<p>&amp;\n``` too"),
        ("See [how](#operation/list), [why](#why), `[x](#y)`.", "See how, why, `[x](#y)`."),
        ("# Why\n[why](#why) [how](#tag/how)", "# Why\n[why](#why) how"),
        ("[there](https://a.example/#b)", "[there](https://a.example/#b)"),
        ("a < b, List<T>, ?a=1&copy=2", "a < b, List<T>, ?a=1&copy=2"),
    ],
)
def test_html_becomes_commonmark(given: str, shown: str) -> None:
    assert plain(given).strip() == shown


@pytest.mark.parametrize(
    "piece",
    ["<a href='", "<code>", "`", "<p ", "&amp", "</li> ", "```", "< ", "[", "[a](#", "[a](#b)"],
)
def test_the_time_is_linear(piece: str) -> None:
    started = time.perf_counter()
    plain(piece * 20_000)
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    "words", ["OK", "Success.", "Successful Response", "successful operation", "No content", ""]
)
def test_an_answer_of_which_nothing_is_said(words: str) -> None:
    assert text.of_result(Doc(description=words)) == ""


def test_an_answer_of_which_something_is_said() -> None:
    assert text.of_result(Doc(description="OK, the file.")) == "OK, the file."
