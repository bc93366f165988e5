"""The reference of the models: a page for each module, with the fields of each class and the members of each union.

## `CompletionArgs`

| field | type | |
| --- | --- | --- |
| `temperature` | `float` or `None` | How freely answers are sampled. |
"""

from __future__ import annotations

from dataclasses import dataclass

from clientwright.ir import Constant, EnumModel, Named, ObjectModel, Property, UnionModel
from clientwright.targets.python import literals, text
from clientwright.targets.python.documented import TypeWords
from clientwright.targets.python.resources import Context


@dataclass(frozen=True, slots=True)
class FieldView:
    """One row of a table, each cell ready for it."""

    name: str
    type: str
    words: str


@dataclass(frozen=True, slots=True)
class ModelView:
    """One model. `lines` are items of a list: values of an enumeration, members of a union; `lead` stands before them."""

    name: str
    words: str
    lead: str
    lines: tuple[str, ...]
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class ModelsPage:
    """One page."""

    title: str
    words: str
    models: tuple[ModelView, ...]


def pages(context: Context) -> dict[str, ModelsPage]:
    """Write a page for each module of models that has any, by the module's name."""
    found: dict[str, list[ModelView]] = {}
    words = TypeWords(context.registry, "")
    for name in sorted(context.registry.models, key=lambda item: _place(context, item)):
        found.setdefault(context.names.models[name].module, []).append(_model(context, words, name))
    return {
        module: ModelsPage(
            title=f"Models of {literals.code_span(module)}"
            if module != "shared"
            else "Models that resources share",
            words=(
                "In the package each is `models.` and its name. Where an argument takes a class with fields, "
                "it takes a dict with the keys of the JSON object as well; what is optional may be left out."
            ),
            models=tuple(models),
        )
        for module, models in found.items()
    }


def _place(context: Context, name: str) -> tuple[str, str]:
    own = context.names.models[name].name
    return own.lower(), own


def _model(context: Context, words: TypeWords, name: str) -> ModelView:
    model = context.registry.models[name]
    names = context.names.models[name]
    lead, lines = "", list[str]()
    fields: tuple[FieldView, ...] = ()
    if isinstance(model, ObjectModel):
        fields = tuple(
            _field(
                words,
                item,
                names.fields.get(item.wire_name, item.name),
                given="part" if (model.name, item.wire_name) in context.registry.files else "",
            )
            for item in model.properties
        )
        lead = (
            _rest(model, words) if fields or model.additional is not None else "It has no fields."
        )
    elif isinstance(model, EnumModel):
        lead = "One of these values, or one that a later server may send:"
        lines = [
            _line(literals.code_span(literals.value(item.value)), item.doc) for item in model.values
        ]
    elif isinstance(model, UnionModel):
        lead, lines = _union(words, model, names.unknown)
    else:
        lead = f"Another name for: {words.of(model.type)}."
    return ModelView(
        name=literals.code_span(names.name),
        words=literals.prose_markdown(text.of_model(model.doc)),
        lead=lead,
        lines=tuple(lines),
        fields=fields,
    )


def _line(start: str, words: str) -> str:
    said = literals.cell(words)
    return f"{start}: {said}" if said else start


def _rest(model: ObjectModel, words: TypeWords) -> str:
    """Say what other properties may stand beside the named ones, when the document says so itself."""
    if model.additional is None or model.additional.kind == "any":
        return ""
    return f"Other properties: {words.of(model.additional)}."


def _field(words: TypeWords, item: Property, local: str, *, given: str) -> FieldView:
    shown = literals.code_span(local)
    if local != item.wire_name:
        shown += f" (in JSON {literals.code_span(item.wire_name)})"
    said = ["**required**"] if item.required and not item.constant else []
    doc = text.paragraphs(text.of_model(item.doc), text.constraints(item.constraints))
    said.append(literals.cell(doc))
    if item.constant and not isinstance(item.type, Constant):
        said.append(f"Always {literals.code_span(text.json_text(item.only))}.")
    elif item.has_default and item.default is not None and not item.constant:
        said.append(f"Default: {literals.code_span(text.json_text(item.default))}.")
    if item.read_only:
        said.append("Only in answers.")
    if item.write_only:
        said.append("Only in requests.")
    return FieldView(shown, words.of(item.type, given=given), " ".join(filter(None, said)))


def _union(words: TypeWords, model: UnionModel, unknown: str) -> tuple[str, list[str]]:
    lines: list[str] = []
    tag = literals.code_span(model.tag)
    for member in model.members:
        line = words.of(member.type)
        if model.tag and member.tags and isinstance(member.type, Named):
            values = " or ".join(literals.code_span(literals.value(item)) for item in member.tags)
            line += f" where {tag} is {values}"
        lines.append(line)
    if unknown:
        lines.append(
            f"{literals.code_span(unknown)} for what this client does not know yet: `raw` holds it"
        )
    lead = f"One of these; {tag} tells which:" if model.tag else "One of these:"
    return lead, lines
