"""Every schema of large documents becomes a model."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from clientwright import ir
from clientwright.build.groups import needs_of
from clientwright.build.types import Types
from clientwright.diagnostics import Severity
from clientwright.load import load
from clientwright.normalise import normalise

SPECS = Path(__file__).parents[4] / "shared" / "specs"
DOCUMENTS = ("mistral.yaml", "cohere.yaml", "discord.json", "openai.yaml", "qdrant.json")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_component_has_a_model(name: str) -> None:
    path = SPECS / name
    if not path.exists():
        pytest.skip(f"{name} is not there")
    api = normalise(load(str(path))).api
    built = Types(api)
    models = built.finish([])
    assert {model.schema for model in models.values()} >= set(api.component_schemas)
    assert len({model.casefold() for model in models}) == len(models)
    assert all(model == held.name and model.isidentifier() for model, held in models.items())
    assert [found for found in built.diagnostics if found.severity == Severity.ERROR] == []
    # A counter is the last resort for what stands inline, and these documents need none.
    assert [
        each
        for each, model in models.items()
        if model.inline and re.search(r"[^0-9_][2-9]$", each) and each[:-1] in models
    ] == []
    for model in models.values():
        assert set(needs_of(model)) <= set(models)
        if isinstance(model, ir.ObjectModel):
            names = [each.name.casefold() for each in model.properties]
            assert len(set(names)) == len(names)
