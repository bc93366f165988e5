"""What was parsed prints back equal in meaning: explicit nulls stay, absent stays absent, unknown fields stay."""

from __future__ import annotations

import json
from functools import cache
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter
from support import spec
from support.api import ApiServer
from support.drive import Driver
from support.loopback import raw_reply
from support.meaning import difference
from support.paths import PAYLOADS
from support.sse import write_event
from support.strategies import fitting

SCHEMAS = sorted(spec.schemas())
FOLDERS = {"today": PAYLOADS, "tomorrow": PAYLOADS / "tomorrow", "misfits": PAYLOADS / "misfits"}
EXAMPLES = [
    pytest.param(name, payload, id=f"{folder}: {name}: {case}")
    for folder, path in FOLDERS.items()
    for name, case, payload in spec.payload_cases(path)
]


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def there_and_back(kind: Any, payload: Any) -> list[Any]:
    """The payload parsed and printed, in each way that there is, as JSON values."""
    text = json.dumps(payload)
    if is_model(kind):
        parsed = [kind.model_validate(payload), kind.model_validate_json(text)]
        assert parsed[0] == parsed[1]
        printed = [value.model_dump(mode="json") for value in parsed]
        return [*printed, json.loads(parsed[0].model_dump_json())]
    known = adapter(kind)
    parsed = [known.validate_python(payload), known.validate_json(text)]
    assert parsed[0] == parsed[1]
    as_given = {"exclude_unset": True, "by_alias": True}
    printed = [known.dump_python(value, mode="json", **as_given) for value in parsed]
    return [*printed, json.loads(known.dump_json(parsed[0], **as_given))]


def test_every_schema_is_a_type(models: ModuleType) -> None:
    assert [name for name in SCHEMAS if not hasattr(models, name)] == []


@pytest.mark.parametrize(("name", "payload"), EXAMPLES)
def test_examples(models: ModuleType, name: str, payload: Any) -> None:
    for printed in there_and_back(getattr(models, name), payload):
        assert difference(payload, printed) == ""


@pytest.mark.parametrize("name", SCHEMAS)
def test_made_from_the_schema(models: ModuleType, name: str) -> None:
    kind = getattr(models, name)

    @settings(
        max_examples=25,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(fitting(spec.named(name)))
    def check(payload: Any) -> None:
        assert spec.validator(spec.named(name)).is_valid(payload)
        for printed in there_and_back(kind, payload):
            assert difference(payload, printed) == ""

    check()


def tagged_members() -> dict[str, dict[str, str]]:
    """Union schemas whose object members have a constant `type`: union -> member -> its constant."""
    found: dict[str, dict[str, str]] = {}
    for name, schema in spec.schemas().items():
        union = schema["items"] if schema.get("type") == "array" else schema
        for member in union.get("anyOf", []):
            target = member.get("$ref", "").removeprefix(spec.SCHEMA_PREFIX)
            tag = spec.schemas().get(target, {}).get("properties", {}).get("type", {})
            if "const" in tag:
                found.setdefault(name, {})[target] = tag["const"]
    return found


@pytest.mark.parametrize(("name", "tags"), tagged_members().items(), ids=lambda value: str(value))
def test_members_are_told_apart(models: ModuleType, name: str, tags: dict[str, str]) -> None:
    many = spec.schemas()[name].get("type") == "array"
    kind = getattr(models, name)

    @settings(max_examples=10, deadline=None, database=None, derandomize=True)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        for member, tag in tags.items():
            payload = {**data.draw(fitting(spec.named(member))), "type": tag}
            parsed = adapter(kind).validate_python([payload] if many else payload)
            assert type(parsed[0] if many else parsed) is getattr(models, member)

    check()


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        pytest.param(name, payload, id=f"{name}: {case}")
        for name, case, payload in spec.payload_cases(PAYLOADS / "answers")
    ],
)
def test_answers(server: ApiServer, drive: Driver, name: str, payload: Any) -> None:
    resource, _, method = name.removeprefix("agents_api_v1_").partition("_")
    server.script(raw_reply(json.dumps(payload).encode(), "application/json"))
    result = drive(server, f"{resource}.{method}")
    printed = [json.loads(item.model_dump_json()) for item in result[:]]
    assert difference(payload, printed) == ""


@pytest.mark.parametrize("folder", ["today", "tomorrow"])
def test_events(server: ApiServer, drive: Driver, models: ModuleType, folder: str) -> None:
    sent = [
        payload
        for name, _, payload in spec.payload_cases(FOLDERS[folder])
        if name == "ConversationEvents" and payload.keys() == {"event", "data"}
    ]
    assert len(sent) > 2
    stream = b"".join(write_event(payload["event"], payload["data"]) for payload in sent)
    server.script(raw_reply(stream, "text/event-stream"))
    events = drive(server, "conversations.start_stream", inputs="x")
    assert {type(event) for event in events} == {models.ConversationEvents}
    printed = [json.loads(event.model_dump_json()) for event in events]
    assert difference(sent, printed) == ""
