"""What documents leave to be understood: tags that members of unions lack, JSON in events, parts that are bytes,
optional keys, what is left over for `unevaluatedProperties`, and null in patches.

The judge of the other documents follows JSON Schema to the letter, and so cannot judge this one.
"""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from corpus.packages import Package
from support.loopback import HttpServer, Received, Reply, json_reply

PackageOf = Callable[[Path], Package]


def echo(request: Received) -> Reply:
    return json_reply(request.json()) if request.body else Reply(204)


@pytest.fixture(name="package")
def _package(packages: PackageOf) -> Package:
    return packages(Path(__file__).parent / "unjudged" / "left_unsaid.yaml")


def client_of(package: Package, server: HttpServer, **credentials: Any) -> Any:
    return package.module.Client(server_url=server.url, retries=None, **credentials)


def test_a_member_gets_the_tag_of_the_union_that_it_stands_in_and_no_other(
    package: Package,
) -> None:
    sent: list[Any] = []
    with HttpServer(echo) as server, client_of(package, server) as client:
        for method, value in (
            (client.unsaid.put_by_kind, {"kind": "cat", "name": "Tom"}),
            (client.unsaid.put_by_race, {"race": "Dog", "name": "Rex"}),
            (client.unsaid.put_held, {"kind": "any", "held": {"name": "Tom"}}),
        ):
            arguments = {"request": value} if "request" in _names(method) else value
            method(**arguments)
            sent.append(server.last.json())
    assert sent == [
        {"kind": "cat", "name": "Tom"},
        {"race": "Dog", "name": "Rex"},
        {"kind": "any", "held": {"name": "Tom"}},
    ]


def test_models_of_members_carry_the_tag_of_their_union(package: Package) -> None:
    models = package.module.models
    with HttpServer(echo) as server, client_of(package, server) as client:
        back = client.unsaid.put_by_kind(request=models.ByKindCat(name="Tom", indoor=True))
        assert server.last.json() == {"kind": "cat", "name": "Tom", "indoor": True}
        assert isinstance(back, models.ByKindCat) and back.kind == "cat"
        back = client.unsaid.put_by_race(request=models.ByRaceDog(name="Rex"))
        assert server.last.json() == {"race": "Dog", "name": "Rex"}
        assert isinstance(back, models.ByRaceDog)
    assert set(models.Cat.model_fields) == {"name", "indoor"}


STEP = b'event: step\ndata: {"at": "2026-02-03T04:05:06Z"}\n\n'
MOMENT = datetime.datetime(2026, 2, 3, 4, 5, 6, tzinfo=datetime.UTC)


@pytest.mark.parametrize("operation", ["follow_steps", "follow_only_steps"])
def test_data_of_events_comes_as_what_its_text_holds(package: Package, operation: str) -> None:
    reply = Reply(200, (("Content-Type", "text/event-stream"),), stream=[STEP])
    with (
        HttpServer(lambda _: reply) as server,
        client_of(package, server) as client,
        getattr(client.unsaid, operation)() as events,
    ):
        (event,) = list(events)
    assert isinstance(event.data, package.module.models.Step)
    assert (event.event, event.data.at) == ("step", MOMENT)


def test_data_that_is_text_stays_text_beside_data_that_is_json(package: Package) -> None:
    pieces = [b"event: note\ndata: half way\n\n", STEP]
    reply = Reply(200, (("Content-Type", "text/event-stream"),), stream=pieces)
    with (
        HttpServer(lambda _: reply) as server,
        client_of(package, server) as client,
        client.unsaid.follow_steps() as events,
    ):
        note, step = list(events)
    assert (note.event, note.data) == ("note", "half way")
    assert step.data.at == MOMENT


def test_a_part_is_a_file_where_only_its_encoding_says_so(package: Package) -> None:
    with HttpServer(lambda _: Reply(204)) as server, client_of(package, server) as client:
        client.unsaid.upload(
            picture=("a.gif", b"GIF89a", "image/gif"),
            more=[("b.png", b"\x89PNG", "image/png")],
            any={"a": 1},
        )
        body = server.last.body
    assert b'name="picture"; filename="a.gif"\r\nContent-Type: image/gif\r\n\r\nGIF89a' in body
    assert b'name="more"; filename="b.png"\r\nContent-Type: image/png\r\n\r\n\x89PNG' in body
    assert b'Content-Type: application/json\r\n\r\n{"a":1}' in body


def test_a_credential_is_sent_where_it_is_optional_in_whatever_order(package: Package) -> None:
    with HttpServer(echo) as server:
        with client_of(package, server, key="k-1") as client:
            client.unsaid.maybe_with_key()
            assert server.last.header("X-Key") == "k-1"
        with client_of(package, server) as client:
            client.unsaid.maybe_with_key()
            assert server.last.header("X-Key") is None


@pytest.mark.parametrize("name", ["adjacent", "nested", "inner", "dependent"])
def test_unevaluated_properties_forbid_nothing_that_something_else_lets_in(
    package: Package, name: str
) -> None:
    with HttpServer(echo) as server, client_of(package, server) as client:
        back = getattr(client.unsaid, f"put_{name}")(request={"a": 1, "more": "m"})
        assert server.last.json() == {"a": 1, "more": "m"}
    assert back.model_dump(mode="json", by_alias=True) == {"a": 1, "more": "m"}


def test_unevaluated_properties_see_what_all_parts_name(package: Package) -> None:
    with HttpServer(echo) as server, client_of(package, server) as client:
        client.unsaid.put_closed(request={"a": 1, "b": 2})
        assert server.last.json() == {"a": 1, "b": 2}
        with pytest.raises(package.module.errors.ClientError):
            client.unsaid.put_closed(request={"a": 1, "more": "m"})
        assert len(server.requests) == 1


def test_null_removes_in_a_merge_patch_and_nowhere_else(package: Package) -> None:
    nothing = {
        "note": None,
        "level": None,
        "name": {"first": "A", "last": None},
        "tags": {"a": None},
    }
    with HttpServer(echo) as server, client_of(package, server) as client:
        client.unsaid.patch_resource(id="1", **nothing)
        assert server.last.header("Content-Type") == "application/merge-patch+json"
        assert server.last.json() == {"id": "1", **nothing, "kind": "resource"}
        client.unsaid.patch_resource(id="1", name=None, words=None, tags=None)
        assert server.last.json() == {
            "id": "1",
            "name": None,
            "words": None,
            "tags": None,
            "kind": "resource",
        }
        client.unsaid.patch_resource(
            request=package.module.models.ResourcePatch(id="1", level="low")
        )
        assert server.last.json() == {"id": "1", "level": "low", "kind": "resource"}
        client.unsaid.put_resource(id="1", note="n", name={"first": "A"})
        sent = len(server.requests)
        for refused in (
            lambda: client.unsaid.put_resource(id="1", note=None),
            lambda: client.unsaid.patch_resource(id=None),
            lambda: client.unsaid.patch_resource(id="1", words=[{"first": "A", "last": None}]),
        ):
            with pytest.raises(package.module.errors.ClientError):
                refused()
        assert len(server.requests) == sent
        # The first of the schema, whatever the seed of hashes is.
        with pytest.raises(package.module.errors.ClientError, match="note"):
            client.unsaid.put_resource(
                id="1", tags=None, words=None, name=None, level=None, note=None
            )


def _names(method: Any) -> set[str]:
    return set(inspect.signature(method).parameters)
