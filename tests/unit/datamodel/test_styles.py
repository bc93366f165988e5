"""Packages whose models datamodel-code-generator writes: calls from end to end, and what a newer server sends."""

from __future__ import annotations

import datetime
import importlib
import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, get_overloads

import pytest
from clientwright import config, pipeline
from clientwright.diagnostics import InputError
from clientwright.targets.python.datamodel import package as datamodel
from support import api, spec
from support.api import ApiServer
from support.drive import Driver
from support.meaning import difference
from support.packages import fresh
from support.paths import FLAVOUR, PAYLOADS, RUNTIME

STYLES = ["dataclasses", "msgspec", "typed-dict", "pydantic_v2", "pydantic_v2-dataclasses"]
EXAMPLES = [
    (name, case, payload)
    for folder in (PAYLOADS, PAYLOADS / "tomorrow")
    for name, case, payload in spec.payload_cases(folder)
]


@pytest.fixture(scope="module", params=STYLES)
def styled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ModuleType]:
    """A package of the API in one style."""
    style: str = request.param
    out = tmp_path_factory.mktemp(style)
    name = f"styled_{style}".replace("-", "_")
    wanted = config.read(
        FLAVOUR,
        {
            "models.backend": "datamodel-code-generator",
            "models.style": style,
            "package.name": name,
            "style.formatter": "none",
        },
    )
    pipeline.generate(replace(wanted, output=Path(out)))
    with fresh(out, name) as package:
        yield package


def kind(value: Any) -> Any:
    """The class of models that a value is of: dicts that came from a server know their TypedDict."""
    return getattr(value, "declared", type(value))


def at(value: Any, *path: str | int) -> Any:
    """What stands at a path, by attributes or by keys."""
    for step in path:
        reads = isinstance(step, int) or isinstance(value, dict)
        value = value[step] if reads else getattr(value, str(step))
    return value


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, styled: ModuleType) -> Driver:
    return Driver(styled, request.param)


@pytest.fixture
def names(styled: ModuleType) -> ModuleType:
    return importlib.import_module(f"{styled.__name__}.models")


def test_start(server: ApiServer, call: Driver, names: ModuleType) -> None:
    entry = names.MessageInputEntry(role="user", content="Hello")
    arguments = names.CompletionArgs(temperature=0.3)
    reply = call(server, "conversations.start", inputs=[entry], completion_args=arguments)
    assert kind(reply) is names.ConversationResponse
    assert kind(at(reply, "outputs", 0)) is names.MessageOutputEntry
    assert at(reply, "outputs", 0, "created_at").tzinfo is not None
    assert server.requests[-1].json() == {
        "inputs": [
            {"object": "entry", "type": "message.input", "role": "user", "content": "Hello"}
        ],
        "completion_args": {"temperature": 0.3},
        "stream": False,
    }


def test_append_stream(server: ApiServer, call: Driver, names: ModuleType) -> None:
    api.start(server, {}, {"inputs": "Hi"})
    events = call(server, "conversations.append_stream", "conv_0001", inputs="More")
    assert {kind(event) for event in events} == {names.ConversationEvents}
    assert kind(at(events[0], "data")) is names.ResponseStartedEvent
    assert server.requests[-1].json()["stream"] is True


def test_list_and_history(server: ApiServer, call: Driver, names: ModuleType) -> None:
    api.start(server, {}, {"inputs": "Hi"})
    (conversation,) = call.walk(server, "conversations.list")
    assert kind(conversation) is names.ModelConversation
    history = call(server, "conversations.get_history", "conv_0001")
    assert [kind(entry) for entry in at(history, "entries")] == [
        names.MessageInputEntry,
        names.MessageOutputEntry,
    ]


def test_pages(server: ApiServer, call: Driver, names: ModuleType) -> None:
    api.create_agent(server, {}, {"model": "m", "name": "n"})
    page = call(server, "agents.list_pages")
    assert kind(page) is names.PagedAgentListPage
    assert [kind(agent) for agent in call.walk(server, "agents.list_pages")] == [names.Agent]


def test_a_page_that_is_a_dict_tells_the_types_of_its_keys(names: ModuleType) -> None:
    page = names.PagedAgentListPage
    if not issubclass(page, dict):
        pytest.skip("the fields of its pages are attributes")
    told = [each.__annotations__ for each in get_overloads(page.__getitem__)]
    assert {"key": "Literal['data']", "return": "list[Agent]"} in told
    assert {"key": "Literal['next_page_token']", "return": "str | None"} in told
    assert told[-1] == {"key": "str", "return": "Any"}


def test_declared_error(server: ApiServer, call: Driver, styled: ModuleType) -> None:
    errors = importlib.import_module(f"{styled.__name__}.errors")
    models = importlib.import_module(f"{styled.__name__}.models")
    server.fail(1, 422, body={"detail": [{"loc": ["body", 0], "msg": "no", "type": "missing"}]})
    with pytest.raises(errors.HTTPValidationError) as raised:
        call(server, "conversations.list")
    assert raised.value.status_code == 422
    assert kind(raised.value.data) is models.HTTPValidationError
    assert at(raised.value.data, "detail", 0, "msg") == "no"


def test_a_wrong_property_is_refused_before_sending(server: ApiServer, call: Driver) -> None:
    with pytest.raises(ValueError, match="temprature"):
        call(server, "conversations.start", inputs="x", completion_args={"temprature": 1})
    assert server.requests == []


@pytest.mark.parametrize(
    ("name", "payload"), [pytest.param(n, p, id=f"{n}: {c}") for n, c, p in EXAMPLES]
)
def test_what_came_goes_back(
    styled: ModuleType, names: ModuleType, name: str, payload: Any
) -> None:
    codec = importlib.import_module(f"{styled.__name__}._runtime.models")
    value = codec.decode_json(getattr(names, name), json.dumps(payload).encode())
    printed = names.to_json(value)
    assert difference(payload, without_added_constants(printed, payload)) == ""


def without_added_constants(printed: Any, payload: Any) -> Any:
    """Constants are sent with every object, also with one that came without."""
    if isinstance(printed, dict) and isinstance(payload, dict):
        return {
            key: without_added_constants(value, payload.get(key))
            for key, value in printed.items()
            if key in payload or key not in ("type", "object", "role", "stream")
        }
    if isinstance(printed, list) and isinstance(payload, list):
        pairs = zip(printed, payload, strict=True)
        return [without_added_constants(one, other) for one, other in pairs]
    return printed


def test_an_unknown_tag(styled: ModuleType, names: ModuleType) -> None:
    codec = importlib.import_module(f"{styled.__name__}._runtime.models")
    raw = {"type": "hologram", "depth": 3}
    (entry,) = codec.decode_json(names.InputEntries, json.dumps([raw]).encode())
    assert kind(entry) is names.UnknownInputEntry
    assert (at(entry, "type"), at(entry, "raw")) == ("UNKNOWN", raw)
    sent = codec.encode_json(names.ConversationRequest, {"inputs": [entry]})
    assert json.loads(sent)["inputs"] == [raw]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ModuleType:
        raise ModuleNotFoundError("no module", name=name)

    monkeypatch.setattr(
        datamodel.importlib, "import_module", lambda _: missing("datamodel_code_generator")
    )
    with pytest.raises(InputError, match=r"pip install clientwright\[datamodel-code-generator\]"):
        datamodel.load_backend()


def test_only_the_styles_of_pydantic_know_of_it(styled: ModuleType) -> None:
    uses = "pydantic" in styled.__name__
    folder = Path(str(styled.__file__)).parent
    sources = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    assert {"models.py", "requests.py", "readers.py"} <= sources.keys()
    project = (folder.parent / "pyproject.toml").read_text(encoding="utf-8")
    knowing = [
        name for name, text in sources.items() if re.search(r"(from|import) pydantic\b", text)
    ]
    assert (bool(knowing), '"pydantic>=' in project) == (uses, uses)


def test_a_model_given_whole_for_a_form(styled: ModuleType, names: ModuleType) -> None:
    codec = importlib.import_module(f"{styled.__name__}._runtime.models")
    inner = names.CompletionArgs(temperature=0.3)
    whole = names.ConversationRequest(inputs="x", completion_args=inner)
    fields = codec.given_fields(whole)
    constants = {} if isinstance(whole, dict) else {"stream": False}
    assert fields == {"inputs": "x", "completion_args": inner, **constants}
    assert fields["completion_args"] is inner
    given = {"file": b"x"}
    assert codec.given_fields(given) is given


def test_scalars_with_a_form_of_their_own(styled: ModuleType) -> None:
    codec = importlib.import_module(f"{styled.__name__}._runtime.models")
    name = f"{styled.__name__}._runtime.scalars"
    # The document has no such scalars, so the module is not in the package.
    spec = importlib.util.spec_from_file_location(name, RUNTIME / "scalars.py")
    assert spec is not None and spec.loader is not None
    scalars = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scalars)
    time = datetime.datetime(2024, 5, 1, tzinfo=datetime.UTC)
    unix = Annotated[datetime.datetime, scalars.UNIX_TIME]
    assert codec.decode_json(unix, b"1714521600") == time
    assert codec.encode_json(list[unix], [time]) == b"[1714521600]"
    assert codec.to_jsonable(Annotated[datetime.datetime, scalars.HTTP_DATE] | None, time) == (
        "Wed, 01 May 2024 00:00:00 GMT"
    )
    with pytest.raises(ValueError, match="not a Unix time"):
        codec.encode_json(unix, "noon")
