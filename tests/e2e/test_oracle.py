"""What our models accept and print, models that datamodel-code-generator writes of the same document do as well.

They come from our normal form, turned back into JSON Schema: that of the API, with variants, constants and names settled.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from clientwright import config, pipeline
from clientwright.targets.python import layout, naming, options
from clientwright.targets.python.datamodel import backend, document
from clientwright.targets.python.types import Registry
from hypothesis import HealthCheck, Phase, given, settings
from pydantic import TypeAdapter, ValidationError
from support import spec
from support.meaning import difference
from support.paths import FLAVOUR, PAYLOADS
from support.strategies import fitting

SCHEMAS = sorted(spec.schemas())
EXAMPLES = [
    pytest.param(name, payload, id=f"{name}: {case}")
    for name, case, payload in spec.payload_cases(PAYLOADS)
]
# Schemas whose null the other models refuse, since the normal form moves it to the places where the schema is used.
NULL_ELSEWHERE = {"CompletionArgsStop"}


def registry_of(flavour: Path) -> Registry:
    """The models of a flavour, with the names that its package gives them."""
    wanted = config.read(flavour)
    prepared = pipeline.prepare(wanted.spec, overlays=wanted.overlays)
    api = layout.apply(prepared.api, options.complete(prepared.api, options.PythonOptions()))
    return Registry(api.models, naming.assign(api))


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The module of the other models."""
    registry = registry_of(FLAVOUR)
    as_declared = document.DocumentOptions(opened=False, dotted=False, described=False)
    aliases = {
        f"{own.name}.{key}": field
        for own in registry.names.models.values()
        for key, field in own.fields.items()
        if key != field
    }
    written = backend.write(document.write(registry, as_declared), "pydantic_v2-alone", "", aliases)
    place = tmp_path_factory.mktemp("oracle") / "oracle_models.py"
    place.write_text(written[""], encoding="utf-8")
    found = importlib.util.spec_from_file_location("oracle_models", place)
    assert found is not None and found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules["oracle_models"] = module
    found.loader.exec_module(module)
    yield module
    del sys.modules["oracle_models"]


def printed(kind: Any, payload: Any) -> Any:
    """The payload parsed from text and printed as text. Raises `ValidationError`."""
    adapter = TypeAdapter(kind)
    parsed = adapter.validate_json(json.dumps(payload))
    return json.loads(adapter.dump_json(parsed, exclude_unset=True, by_alias=True))


def agree(models: ModuleType, oracle: ModuleType, name: str, payload: Any) -> None:
    """Both accept the payload, and print what means the same."""
    if payload is None and name in NULL_ELSEWHERE:
        with pytest.raises(ValidationError):
            printed(getattr(oracle, name), payload)
        return
    ours = printed(getattr(models, name), payload)
    try:
        theirs = printed(getattr(oracle, name), payload)
    except ValidationError as problem:
        pytest.fail(f"the oracle refuses {payload!r}: {problem}")
    assert difference(ours, theirs) == ""


def test_every_schema_has_its_name(oracle: ModuleType) -> None:
    assert [name for name in SCHEMAS if not hasattr(oracle, name)] == []


@pytest.mark.parametrize(("name", "payload"), EXAMPLES)
def test_examples(models: ModuleType, oracle: ModuleType, name: str, payload: Any) -> None:
    agree(models, oracle, name, payload)


@pytest.mark.parametrize("name", SCHEMAS)
def test_made_from_the_schema(models: ModuleType, oracle: ModuleType, name: str) -> None:
    @settings(
        max_examples=10,
        phases=[Phase.explicit, Phase.generate],
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(fitting(spec.named(name)))
    def check(payload: Any) -> None:
        agree(models, oracle, name, payload)

    check()
