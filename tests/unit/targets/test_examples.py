"""Values that stand in examples and in generated tests: each is one that its type takes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from clientwright import ir
from clientwright.targets.python.arguments import Argument
from clientwright.targets.python.documented import TypeWords
from clientwright.targets.python.examples import ExampleWriter

TEXT = ir.Scalar("string")


def holder(name: str, key: str, type_: ir.Type) -> ir.ObjectModel:
    """An object that needs one property."""
    return ir.ObjectModel(name, (ir.Property(key, key, type_, True),), None)


def chain(length: int) -> dict[str, ir.Model]:
    """Objects of which each needs the next; the last needs a text."""
    types = [*(ir.Named(f"M{number}") for number in range(1, length)), TEXT]
    return {f"M{number}": holder(f"M{number}", "a", type_) for number, type_ in enumerate(types)}


def writer(models: dict[str, ir.Model]) -> ExampleWriter:
    registry: Any = SimpleNamespace(models=models)
    return ExampleWriter(registry)


def test_what_is_needed_is_there_however_deep() -> None:
    value = writer(chain(11)).answer(ir.Named("M0"))
    for _ in range(11):
        value = value["a"]
    assert value == "..."


def test_what_leads_back_to_itself_ends() -> None:
    models: dict[str, ir.Model] = {
        "Tree": holder("Tree", "below", ir.Array(ir.Named("Tree"))),
        "Ring": holder("Ring", "next", ir.Nullable(ir.Named("Ring"))),
    }
    assert "'below': []" in repr(writer(models).answer(ir.Named("Tree")))
    assert "'next': None" in repr(writer(models).answer(ir.Named("Ring")))


def test_a_parameter_of_any_type_is_text() -> None:
    parameter = ir.Parameter("id", "id", "path", ir.AnyType(), True)
    argument = Argument("id", "id", "path", parameter.type, True, "", parameter)
    operation: Any = SimpleNamespace(body=None)
    arguments: Any = SimpleNamespace(items=(argument,), body_fields=())
    (given,) = writer({}).call(operation, arguments)
    assert given.value == "..."


def test_json_has_no_bytes() -> None:
    type_ = ir.Array(ir.Scalar("binary"))
    given: list[Any] = []
    for uploaded in (False, True):
        item = Argument("a", "a", "body-field", type_, True, "", None, (), uploaded)
        operation: Any = SimpleNamespace(body=None)
        arguments: Any = SimpleNamespace(items=(item,), body_fields=(item,))
        given += [each.value for each in writer({}).call(operation, arguments)]
    assert given == [["..."], [b"..."]]
    registry: Any = SimpleNamespace(models={})
    words = TypeWords(registry, "")
    assert words.of(type_) == "list of text (`bytes` become base64)"
    assert words.of(type_, given="part").startswith("list of a file (`FileInput`)")
