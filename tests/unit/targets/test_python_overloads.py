"""One method for an operation and its stream: which operations share one, and what the method sends."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import httpx
import pytest
from clientwright import ir, render
from clientwright.targets.python import PythonOptions, PythonTarget
from support.packages import fresh
from unit.targets import sample

OPTIONS = PythonOptions(package="pet_shop_streams", streaming="overload", client_class="PetShop")


def _halves(**of_stream: Any) -> ir.Api:
    """The sample with an operation that answers in two ways, as the representation has it: `update` and its stream."""
    api = sample.api()
    update = next(item for item in api.operations if item.id == "pets_update")
    watch = next(item for item in api.operations if item.id == "pets_watch")
    stream = dataclasses.replace(
        update,
        id="pets_update#stream",
        name="update_stream",
        responses=watch.responses,
        streams=True,
        **{"pinned": (("stream", True),), **of_stream},
    )
    plain = dataclasses.replace(update, pinned=(("stream", False),))
    operations = [plain if item.id == "pets_update" else item for item in api.operations]
    resources = tuple(
        dataclasses.replace(item, operations=(*item.operations, stream.id)) if item.path else item
        for item in api.resources
    )
    order = api.models["Order"]
    assert isinstance(order, ir.ObjectModel)
    properties = tuple(
        ir.Property("stream", "stream", ir.Scalar("boolean"), False)
        if item.name == "stream"
        else item
        for item in order.properties
    )
    return dataclasses.replace(
        api,
        operations=(*operations, stream),
        resources=resources,
        models={**api.models, "Order": dataclasses.replace(order, properties=properties)},
    )


def _names(api: ir.Api, options: PythonOptions = OPTIONS) -> dict[str, str]:
    return {item.operation: item.call for item in PythonTarget().call_names(api, options)}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("streams")
    render.write(folder, render.render(PythonTarget().files(_halves(), OPTIONS)).files)
    with fresh(folder, OPTIONS.package) as module:
        yield module


def test_the_two_share_a_method_only_in_that_style() -> None:
    shared = _names(_halves())
    assert shared["pets_update"] == shared["pets_update#stream"] == "pets.update"
    assert shared["pets_watch"] == "pets.watch"
    apart = _names(_halves(), dataclasses.replace(OPTIONS, streaming="separate"))
    assert apart["pets_update#stream"] == "pets.update_stream"


def test_two_that_take_different_arguments_keep_a_method_each() -> None:
    more = ir.Parameter("speed", "speed", "query", ir.Scalar("integer"), False, style="form")
    names = _names(_halves(parameters=(more,)))
    assert names["pets_update#stream"] == "pets.update_stream"


def test_another_argument_of_that_name_keeps_them_apart() -> None:
    parameter = ir.Parameter("stream", "stream", "query", ir.Scalar("string"), False, style="form")
    api = _halves()
    operations = tuple(
        dataclasses.replace(item, parameters=(*item.parameters, parameter), pinned=(), body=None)
        if item.id.startswith("pets_update")
        else item
        for item in api.operations
    )
    names = _names(dataclasses.replace(api, operations=operations))
    assert names["pets_update#stream"] == "pets.update_stream"


@pytest.mark.parametrize(
    ("given", "sent"), [({}, False), ({"stream": False}, False), ({"stream": True}, True)]
)
def test_its_argument_says_which_is_called(
    package: ModuleType, given: dict[str, bool], sent: bool
) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if json.loads(request.content)["stream"]:
            events = b'data: {"kind": "cat"}\n\n'
            return httpx.Response(
                200, stream=httpx.ByteStream(events), headers={"Content-Type": "text/event-stream"}
            )
        return httpx.Response(200, json=[])

    http = httpx.Client(transport=httpx.MockTransport(answer))
    client = package.PetShop("secret", http_client=http)
    result = client.pets.update("a", pet={"kind": "cat"}, id_2="7", **given)
    assert json.loads(seen[0].content)["stream"] is sent
    assert seen[0].headers["accept"] == ("text/event-stream" if sent else "application/json")
    if sent:
        with result as events:
            assert [event.kind for event in events] == ["cat"]
    else:
        assert result == []
    assert not hasattr(client.pets, "update_stream")


def _answer(request: httpx.Request) -> httpx.Response:
    if not json.loads(request.content)["stream"]:
        return httpx.Response(200, json=[])
    kind = {"Content-Type": "text/event-stream"}
    events = httpx.ByteStream(b'data: {"kind": "cat"}\n\n')
    return httpx.Response(200, stream=events, headers=kind)


@pytest.mark.parametrize("stream", [False, True])
def test_raw_answers_hold_what_the_call_gives(package: ModuleType, stream: bool) -> None:
    http = httpx.Client(transport=httpx.MockTransport(_answer))
    pets = package.PetShop("secret", http_client=http).pets
    given: Any = {"pet": {"kind": "cat"}, "id_2": "7", "stream": stream}
    raw = pets.with_raw_response.update("a", **given)
    assert (type(raw).__name__, raw.status_code) == ("RawResponse", 200)
    result = raw.parse()
    assert [event.kind for event in result] == (["cat"] if stream else [])
    with pets.with_streaming_response.update("a", **given) as response:
        assert type(response).__name__ == "StreamedResponse"
        assert type(response.parse()) is type(result)


@pytest.mark.parametrize("stream", [False, True])
def test_so_do_those_of_asynchronous_calls(package: ModuleType, stream: bool) -> None:
    given: Any = {"pet": {"kind": "cat"}, "id_2": "7", "stream": stream}

    async def run() -> None:
        http = httpx.AsyncClient(transport=httpx.MockTransport(_answer))
        pets = package.PetShop("secret", async_http_client=http).pets
        raw = await pets.with_raw_response.update_async("a", **given)
        result = raw.parse()
        found = [event.kind async for event in result] if stream else result
        assert (type(raw).__name__, found) == ("RawResponse", ["cat"] if stream else [])
        async with pets.with_streaming_response.update_async("a", **given) as response:
            assert type(await response.parse()) is type(result)

    asyncio.run(run())
