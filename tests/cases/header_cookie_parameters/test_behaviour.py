"""Headers and cookies: lists and objects by their style, no line breaks, none of the headers that are not parameters.

Parameter Object: https://spec.openapis.org/oas/v3.1.1.html#parameter-object; RFC 6265 (cookies)
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import Reply

RGB = {"R": 100, "G": 200, "B": 150}


def test_headers_are_what_the_table_says(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.messages.send_headers(
        x_text="plain, text", x_list=[1, 2, 3], x_object=RGB, x_spread=RGB, x_flag=True
    )
    sent = {name: server.last.header(name) for name in ("X-Text", "X-List", "X-Object")}
    assert sent == {"X-Text": "plain, text", "X-List": "1,2,3", "X-Object": "R,100,G,200,B,150"}
    assert server.last.header("X-Spread") == "R=100,G=200,B=150"
    assert server.last.header("X-Flag") == "true"
    assert server.last.header("Authorization") is None


def test_cookies_go_in_one_header(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.messages.send_cookies(session="a b;c", visits=3, list=["x", "y"])
    assert server.last.header("Cookie") == "session=a%20b%3Bc; visits=3; list=x,y"


@pytest.mark.parametrize("text", ["a\r\nX-Evil: 1", "a\nb", "a\0b"])
def test_a_line_break_is_refused(client: ModuleType, api: Any, server: Any, text: str) -> None:
    with pytest.raises(client.errors.ArgumentError):
        api.messages.send_headers(x_text=text)
    assert not server.requests


def test_headers_that_are_no_parameters(api: Any) -> None:
    with pytest.raises(TypeError, match="authorization"):
        api.messages.send_headers(x_text="a", authorization="secret")
