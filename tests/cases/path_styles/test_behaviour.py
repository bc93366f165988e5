"""Path parameters by the table of styles (simple, label, matrix), each value within its segment.

Style examples: https://spec.openapis.org/oas/v3.1.1.html#style-examples
"""

from __future__ import annotations

import datetime
from types import ModuleType
from typing import Any

import pytest
from support.loopback import Reply

RGB = {"R": 100, "G": 200, "B": 150}
LIST = ["blue", "black", "brown"]
ALL: dict[str, Any] = {"list": LIST, "object": RGB, "spread": RGB}
REQUESTS: list[tuple[str, dict[str, Any], str]] = [
    (
        "get_simple",
        {"text": "a/b c", **ALL},
        "/simple/a%2Fb%20c/blue,black,brown/R,100,G,200,B,150/R=100,G=200,B=150",
    ),
    (
        "get_simple",
        {"text": "../x", "list": ["x,y", "z"], "object": {"R": 1}, "spread": {"R": 1}},
        "/simple/..%2Fx/x%2Cy,z/R,1/R=1",
    ),
    (
        "get_label",
        {"text": "blue", "spread_list": LIST, **ALL},
        "/label/.blue/.blue,black,brown/.blue.black.brown/.R,100,G,200,B,150/.R=100.G=200.B=150",
    ),
    (
        "get_matrix",
        {"text": "blue", "spread_list": LIST, **ALL},
        "/matrix/;text=blue/;list=blue,black,brown/;spreadList=blue;spreadList=black;spreadList=brown"
        "/;object=R,100,G,200,B,150/;R=100;G=200;B=150",
    ),
    (
        "get_kinds",
        {
            "number": 7,
            "flag": True,
            "day": datetime.date(2026, 2, 3),
            "uuid": "6f1b1c7e-7d43-4d0a-9f3c-2b6f5a1e9c11",
            "level": 3,
        },
        "/kinds/7-true/2026-02-03.6f1b1c7e-7d43-4d0a-9f3c-2b6f5a1e9c11?mode=fast&level=3",
    ),
]


@pytest.mark.parametrize(("method", "arguments", "target"), REQUESTS)
def test_request_is_what_the_table_says(
    api: Any, server: Any, method: str, arguments: Any, target: str
) -> None:
    server.reply = Reply(204)
    getattr(api.paths, method)(**arguments)
    assert server.last.target == target


def test_models_are_written_as_their_dicts_are(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = Reply(204)
    colour = client.models.Colour(**RGB)
    api.paths.get_simple("a", ("b",), colour, colour)
    assert server.last.target == "/simple/a/b/R,100,G,200,B,150/R=100,G=200,B=150"


@pytest.mark.parametrize("text", ["", ".", ".."])
def test_value_that_leaves_its_segment_is_refused(
    client: ModuleType, api: Any, server: Any, text: str
) -> None:
    """Percent-encoding does not help: `%2E%2E` is a dot segment as well (WHATWG URL, double-dot URL path segment)."""
    with pytest.raises(client.errors.ArgumentError):
        api.paths.get_simple(text, ["a"], RGB, RGB)
    assert not server.requests
