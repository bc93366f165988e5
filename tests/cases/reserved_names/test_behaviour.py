"""Names that Python, pydantic or the client have already: the code name gives way, the name on the wire never changes.

Schema Object, Parameter Object: https://spec.openapis.org/oas/v3.1.1.html#parameter-object
"""

from __future__ import annotations

import datetime
from types import ModuleType
from typing import Any

from support.loopback import Reply, json_reply

MODEL = {
    "class": "c",
    "copy": 1,
    "json": "j",
    "schema": "s",
    "model_config": "m",
    "model_dump": "d",
    "__init__": "i",
    "_private": "p",
    "True": True,
    "date": "2026-02-03",
    "list": [1],
    "1st": "1",
    "a b": "ab",
    "a-b": "a-b",
    "日本": "n",
    "": "e",
    "constant": {"kind": "constant", "value": "v"},
    "lenient": {"value": 3},
}


def test_parameters_keep_their_names_on_the_wire(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.import_.import_(
        "a/b",
        "c",
        retries_=1,
        timeout_ms_=2,
        request_="r",
        locals_="l",
        filter="f",
        id="q",
        id_header="h",
        id_cookie="k",
        a_b_query="x",
        a_b="y",
        at="z",
        timeout_ms=5000,
    )
    assert server.last.path == "/a%2Fb/c"
    assert server.last.query == [
        *(("retries", "1"), ("timeout_ms", "2"), ("request", "r"), ("locals", "l")),
        *(("$filter", "f"), ("id", "q"), ("a-b", "x"), ("a_b", "y"), ("@", "z")),
    ]
    assert server.last.header("id") == "h"
    assert server.last.header("Cookie") == "id=k"


def test_properties_keep_theirs(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply(MODEL)
    found = api.group_9_lives.none(request=MODEL)
    assert server.last.json() == MODEL
    assert (found.class_, found.copy_, found.json_, found.init) == ("c", 1, "j", "i")
    assert (found.a_b, found.a_minus_b, found.日本, found.empty) == ("ab", "a-b", "n", "e")
    assert found.date == datetime.date(2026, 2, 3)
    api.group_9_lives.none(request=found)
    assert server.last.json() == MODEL


def test_schemas_called_like_what_models_are_made_with(
    client: ModuleType, api: Any, server: Any
) -> None:
    models = client.models
    server.reply = json_reply(MODEL)
    api.group_9_lives.none(class_="c", copy=1, constant=models.Constant(value=7))
    assert server.last.json()["constant"] == {"kind": "constant", "value": 7}
    assert issubclass(models.Model, models.Constant.__mro__[1])


def test_a_marker_that_a_schema_is_called_like(api: Any, server: Any) -> None:
    server.reply = json_reply(["a", 1, None])
    assert api.café.prix_du_café(constant={"x": 1, "y": "2"}) == ["a", 1, None]
    assert server.last.query == [("constant[x]", "1"), ("constant[y]", "2")]
