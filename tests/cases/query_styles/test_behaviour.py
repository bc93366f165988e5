"""Query parameters by the table of styles (form, spaceDelimited, pipeDelimited, deepObject), explode both ways.

Style examples: https://spec.openapis.org/oas/v3.1.1.html#style-examples
"""

from __future__ import annotations

from typing import Any

import pytest
from support.loopback import Reply

RGB = {"R": 100, "G": 200, "B": 150}
LIST = ["blue", "black", "brown"]
REQUESTS: list[tuple[str, dict[str, Any], str]] = [
    ("get_form", {}, "/form"),
    ("get_form", {"text": "a b&c=d+e#é"}, "/form?text=a%20b%26c%3Dd%2Be%23%C3%A9"),
    ("get_form", {"text": ""}, "/form?text="),
    ("get_form", {"number": 0.00001, "flag": False}, "/form?number=0.00001&flag=false"),
    ("get_form", {"number": 1e21}, "/form?number=1000000000000000000000"),
    ("get_form", {"list": LIST}, "/form?list=blue&list=black&list=brown"),
    ("get_form", {"list": []}, "/form"),
    ("get_form", {"commas": LIST}, "/form?commas=blue,black,brown"),
    ("get_form", {"commas": ["a,b", "c"]}, "/form?commas=a%2Cb,c"),
    ("get_form", {"object": RGB}, "/form?object=R,100,G,200,B,150"),
    ("get_form", {"spread": RGB}, "/form?R=100&G=200&B=150"),
    ("get_form", {"empty": ""}, "/form?empty="),
    ("get_delimited", {"spaces": LIST}, "/delimited?spaces=blue%20black%20brown"),
    ("get_delimited", {"pipes": [1, 2, 3]}, "/delimited?pipes=1%7C2%7C3"),
    (
        "get_delimited",
        {"pipe_object": RGB},
        "/delimited?pipeObject=R%7C100%7CG%7C200%7CB%7C150",
    ),
    (
        "get_deep",
        {"filter": {"name": "a b", "size": {"min": 1}, "tags": ["x", "y"]}},
        "/deep?filter%5Bname%5D=a%20b&filter%5Bsize%5D%5Bmin%5D=1&filter%5Btags%5D=x&filter%5Btags%5D=y",
    ),
    (
        "get_reserved",
        {"path": "/a/b?c=:[]@!$&'()*+,; #"},
        "/reserved?path=/a/b?c=:[]@!$&'()*+,;%20%23",
    ),
    ("get_reserved", {"odd_name": ["1", "2"]}, "/reserved?odd%20name%5B%5D=1&odd%20name%5B%5D=2"),
]


@pytest.mark.parametrize(("method", "arguments", "target"), REQUESTS)
def test_request_is_what_the_table_says(
    api: Any, server: Any, method: str, arguments: Any, target: str
) -> None:
    server.reply = Reply(204)
    getattr(api.queries, method)(**arguments)
    assert server.last.target == target
