"""Without a discriminator, members are told apart by what they require, then by what fits best.

`oneOf`: https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.3
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

SHAPES: list[tuple[Any, str]] = [
    ({"radius": 1.5, "colour": "red"}, "Circle"),
    ({"width": 1, "height": 2}, "Rectangle"),
    ({"width": 1}, "Square"),
    ({"width": 1, "colour": "red"}, "Square"),
    ({"radius": 1.5, "width": 1, "height": 2}, "Rectangle"),
    ([1, 2.5], "list"),
    ("unit circle", "str"),
    (7, "UnknownShape"),
    ({"sides": 5}, "UnknownShape"),
]


@pytest.mark.parametrize(("shape", "name"), SHAPES)
def test_the_member_that_fits_is_taken(api: Any, server: Any, shape: Any, name: str) -> None:
    server.reply = json_reply([shape])
    (found,) = api.shapes.put_shapes(request=[])
    assert type(found).__name__ == name
    api.shapes.put_shapes(request=[found])
    assert server.last.json() == [shape]


@pytest.mark.parametrize("shape", [shape for shape, name in SHAPES if name != "UnknownShape"])
def test_dicts_and_plain_values_are_taken(api: Any, server: Any, shape: Any) -> None:
    server.reply = json_reply([])
    api.shapes.put_shapes(request=[shape])
    assert server.last.json() == [shape]


def test_what_fits_nothing_is_refused(client: ModuleType, api: Any, server: Any) -> None:
    with pytest.raises(client.errors.ArgumentError):
        api.shapes.put_shapes(request=[{"sides": 5}])
    assert not server.requests
