"""Scalars that JSON writes in a form of its own, in every style of models; and styles that do without pydantic."""

from __future__ import annotations

import datetime
import decimal
import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from clientwright import config, pipeline
from support.loopback import HttpServer, Received, Reply
from support.packages import fresh

DOCUMENT = """\
openapi: 3.1.0
info: {title: Almanac, version: '1'}
servers: [{url: 'https://almanac.example'}]
paths:
  /days:
    post:
      operationId: days_note
      tags: [days]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Day'}}}
      responses:
        '200':
          description: The day.
          content: {application/json: {schema: {$ref: '#/components/schemas/Day'}}}
components:
  schemas:
    Stamp: {type: integer, format: unix-time}
    Day:
      type: object
      required: [at]
      properties:
        at: {type: string, format: http-date}
        stamp: {$ref: '#/components/schemas/Stamp'}
        earlier: {type: array, items: {type: integer, format: unix-time}}
        named: {type: object, additionalProperties: {type: string, format: byte}}
        picture: {type: string, format: byte}
        key: {type: string, contentEncoding: base64url}
        price: {type: number, format: decimal}
        exact: {type: [string, 'null'], format: decimal}
        count: {type: string, format: int64}
        begun: {type: string, format: date-time}
        from: {type: string, format: date}
        lasts: {type: string, format: duration}
"""

SENT: dict[str, Any] = {
    "at": "Wed, 01 May 2024 00:00:00 GMT",
    "stamp": 1714521600,
    "earlier": [0, 60],
    "named": {"a": "+/8="},
    "picture": "+/8=",
    "key": "-_8",
    "price": 1.25,
    "exact": "1.10",
    "count": "9007199254740993",
    "begun": "2024-05-01T00:00:00Z",
    "from": "2024-05-01",
}

_TIME = datetime.datetime(2024, 5, 1, tzinfo=datetime.UTC)
HELD: dict[str, Any] = {
    "at": _TIME,
    "stamp": _TIME,
    "earlier": [
        datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC),
        datetime.datetime(1970, 1, 1, 0, 1, tzinfo=datetime.UTC),
    ],
    "named": {"a": b"\xfb\xff"},
    "picture": b"\xfb\xff",
    "key": b"\xfb\xff",
    "price": decimal.Decimal("1.25"),
    "exact": decimal.Decimal("1.10"),
    "count": 9007199254740993,
    "begun": _TIME,
    "from": datetime.date(2024, 5, 1),
}

WITHOUT_PYDANTIC = ["dataclasses", "msgspec", "typed-dict"]
STYLES = ["pydantic", *WITHOUT_PYDANTIC, "pydantic_v2", "pydantic_v2-dataclasses"]


def generated(style: str, out: Path, text: str = DOCUMENT) -> str:
    """Generate a client of the document in a style; give the name of the package."""
    document = out.with_name(f"{out.name}.yaml")
    document.write_text(text)
    name = f"almanac_{style}".replace("-", "_")
    options: dict[str, Any] = {
        "spec": str(document),
        "output": str(out),
        "package.name": name,
        "package.client_class": "Almanac",
        "style.formatter": "none",
    }
    if style != "pydantic":
        options |= {"models.backend": "datamodel-code-generator", "models.style": style}
    pipeline.generate(config.from_options(options))
    return name


def echo(request: Received) -> Reply:
    return Reply(200, (("Content-Type", "application/json"),), request.body)


@pytest.fixture
def server() -> Iterator[HttpServer]:
    with HttpServer(echo) as server:
        yield server


@pytest.fixture(scope="module", params=STYLES)
def almanac(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ModuleType]:
    out = tmp_path_factory.mktemp(request.param)
    with fresh(out, generated(request.param, out)) as package:
        yield package


def held(package: ModuleType, day: Any) -> dict[str, Any]:
    """What is in a day, by the names of JSON."""
    if isinstance(day, dict):
        return {key: day[key] for key in HELD}
    return {key: getattr(day, "from_" if key == "from" else key) for key in HELD}


def test_values_have_the_types_of_python_and_go_back_in_their_form(
    almanac: ModuleType, server: HttpServer
) -> None:
    with almanac.Almanac(server_url=server.url) as client:
        given = {"from_" if key == "from" else key: value for key, value in HELD.items()}
        day = client.days.note(**given)
        assert server.last.json() == SENT
        assert held(almanac, day) == HELD
        client.days.note(request=day)
        assert server.last.json() == SENT
        client.days.note(request={**SENT, "exact": None})
        assert server.last.json() == {**SENT, "exact": None}


def test_a_duration_in_years_and_months_goes_back_as_it_came(
    almanac: ModuleType, server: HttpServer
) -> None:
    told = {"at": SENT["at"], "lasts": "P1Y2MT3M"}
    with almanac.Almanac(server_url=server.url) as client:
        day = client.days.note(request=told)
        lasts = day["lasts"] if isinstance(day, dict) else day.lasts
        assert lasts == datetime.timedelta(days=425, minutes=3)
        client.days.note(at=SENT["at"], lasts=lasts)
        assert server.last.json() == told
        client.days.note(request=day)
        assert server.last.json() == told


def test_a_form_that_does_not_fit_is_an_error_of_its_own_kind(
    almanac: ModuleType, server: HttpServer
) -> None:
    with (
        almanac.Almanac(server_url=server.url) as client,
        pytest.raises(ValueError, match=r"\bat\b"),
    ):
        client.days.note(at="some day")
    assert server.requests == []


BLOCKED = """\
import sys


class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("pydantic", "pydantic_core"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, Blocker())
import asyncio, importlib, json

package = importlib.import_module(sys.argv[1])
sent = json.loads(sys.argv[3])


async def later():
    async with package.Almanac(server_url=sys.argv[2]) as client:
        return await client.days.note_async(request=sent)


with package.Almanac(server_url=sys.argv[2]) as client:
    first = client.days.note(request=sent)
    try:
        client.days.note(at=7)
    except ValueError as problem:
        refused = str(problem)
print(json.dumps([package.models.to_json(first), package.models.to_json(asyncio.run(later())), refused]))
"""


@pytest.mark.parametrize("style", WITHOUT_PYDANTIC)
def test_calls_where_there_is_no_pydantic(style: str, tmp_path: Path, server: HttpServer) -> None:
    place = tmp_path / "sdk"
    name = generated(style, place)
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, name, server.url, json.dumps(SENT)],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, later, refused = json.loads(done.stdout)
    assert (first, later) == (SENT, SENT)
    assert "at: not an HTTP date" in refused


CROWDED = """\
openapi: 3.1.0
info: {title: Crowded, version: '1'}
paths: {}
components:
  schemas:
    Record: {type: object, required: [id], properties: {id: {type: integer}}}
    UnixTime: {type: integer, format: unix-time}
    Tree:
      type: object
      required: [_meta]
      properties:
        _meta: {type: string}
        field: {type: string, default: x}
        list: {type: array, items: {type: string}, default: []}
        float: {type: number}
        date: {type: string, format: date}
        datetime: {type: string, format: date-time}
        uuid: {type: string, format: uuid}
        time: {type: string, format: time}
        at: {$ref: '#/components/schemas/UnixTime'}
        record: {$ref: '#/components/schemas/Record'}
        branches: {$ref: '#/components/schemas/Branches'}
    Branches:
      anyOf:
        - {type: object, additionalProperties: {$ref: '#/components/schemas/Branches'}}
        - {type: string}
"""


@pytest.mark.parametrize("style", STYLES)
def test_names_that_the_library_or_the_runtime_has_too(style: str, tmp_path: Path) -> None:
    out = tmp_path / "sdk"
    name = generated(style, out, CROWDED)
    tree = {
        "_meta": "m",
        "field": "x",
        "float": 1.5,
        "date": "2024-05-01",
        "datetime": "2024-05-01T00:00:00Z",
        "uuid": "123e4567-e89b-12d3-a456-426614174000",
        "time": "12:00:00Z",
        "at": 60,
        "record": {"id": 1},
        "branches": {"a": {"b": "c"}},
    }
    with fresh(out, name) as package:
        models = importlib.import_module(f"{package.__name__}.models")
        codec = importlib.import_module(f"{package.__name__}._runtime.models")
        read = codec.decode_json(models.Tree, json.dumps(tree).encode())
        assert codec.to_jsonable(None, read) == tree
