"""Real documents, when they are at hand: nothing is dropped, and all names are unique."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from clientwright.build import Built, build
from clientwright.ir import ObjectModel, Operation
from clientwright.load import load
from clientwright.normalise import normalise

SPECS = Path(__file__).resolve().parents[4] / "shared" / "specs"
NAMES = ("mistral.yaml", "openai.yaml", "cohere.yaml", "discord.json", "qdrant.json")


@pytest.fixture(scope="module", params=NAMES)
def built(request: pytest.FixtureRequest) -> Built:
    path = SPECS / request.param
    if not path.exists():
        pytest.skip(f"{request.param} is not at hand: it is no part of this repository")
    return build(normalise(load(path)).api)


def arguments(built: Built, operation: Operation) -> list[str]:
    names = [parameter.name for parameter in operation.parameters]
    if operation.body is not None:
        names.append(operation.body.name)
        if operation.body.flatten:
            model = built.api.models[operation.body.contents[0].type.name]
            assert isinstance(model, ObjectModel)
            names += [item.name for item in model.properties]
    return names


def test_nothing_is_dropped(built: Built) -> None:
    assert built.fates
    assert set(built.fates.values()) <= {"generated", "degraded"}
    assert len(built.api.operations) >= len(built.fates)


def test_methods_resources_and_arguments_have_names_of_their_own(built: Built) -> None:
    places = [(*operation.resource, operation.name) for operation in built.api.operations]
    places += [resource.path for resource in built.api.resources if resource.path]
    assert [place for place, count in Counter(places).items() if count > 1] == []
    ids = Counter(operation.id for operation in built.api.operations)
    assert max(ids.values()) == 1
    for operation in built.api.operations:
        assert operation.name.isidentifier()
        names = Counter(name.casefold() for name in arguments(built, operation))
        assert [name for name, count in names.items() if count > 1] == []


def test_resources_hold_all_operations_once(built: Built) -> None:
    held = [id_ for resource in built.api.resources for id_ in resource.operations]
    assert sorted(held) == sorted(operation.id for operation in built.api.operations)
    paths = {resource.path for resource in built.api.resources}
    assert all(set(resource.children) <= paths for resource in built.api.resources)
    groups = [resource.group for resource in built.api.resources]
    assert len(set(groups)) == len(groups)


def test_a_degraded_operation_has_a_finding(built: Built) -> None:
    if "degraded" in built.fates.values():
        assert built.diagnostics
