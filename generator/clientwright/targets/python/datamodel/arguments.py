"""What arguments take beside models that another generator writes, and the pages of lists.

models/_arguments.py    class TextChunkDict(TypedDict): ...
                        ChunkParam: TypeAlias = TextChunk | TextChunkDict | ...
models/_pages.py        class PagedAgentList(Page[Agent], AgentList): ...
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clientwright.ir import Model, ObjectModel
from clientwright.targets.python import literals
from clientwright.targets.python.graph import definition_order
from clientwright.targets.python.models import (
    AliasView,
    DictView,
    ModelsModule,
    ModuleWriter,
    PageView,
    names_of_models,
)
from clientwright.targets.python.paging import PagedModel, PageKeys
from clientwright.targets.python.symbols import Symbols
from clientwright.targets.python.types import Registry, TypeWriter

ARGUMENTS = "_arguments"
PAGES = "_pages"


@dataclass(frozen=True, slots=True)
class DictItem:
    """A TypedDict that stands alone."""

    typed_dict: DictView
    template: str = "python/datamodel/dict.py.jinja"


@dataclass(frozen=True, slots=True)
class ArgumentsModule:
    """The module of types that arguments take."""

    doc: str
    imports: tuple[str, ...]
    items: tuple[DictItem | AliasView, ...]
    pragma: str = ""


class _Types(TypeWriter):
    """Refers to models from beside them; dicts and types of arguments are at home here."""

    def __init__(self, registry: Registry, symbols: Symbols) -> None:
        super().__init__(registry, symbols, module=ARGUMENTS)

    def model(self, name: str, local: str) -> str:
        own = self.registry.names.models[name]
        if local and local in (own.dict_name, own.param):
            return local
        return self.symbols.own(f".{own.module}", local)


def arguments(registry: Registry) -> ArgumentsModule:
    """Write the module of dicts and types of arguments."""
    writer = ModuleWriter(registry, ARGUMENTS, (), names_of_models(registry))
    writer.types = _Types(registry, writer.symbols)
    items: list[DictItem | AliasView] = []
    for name in definition_order(registry.models, list(registry.models), registry.recursive):
        model, own = registry.models[name], registry.names.models[name]
        if isinstance(model, ObjectModel):
            if own.dict_name:
                items.append(DictItem(writer.typed_dict(own.name, own.dict_name, model)))
        elif declaration := writer.param(name):
            items.append(AliasView(name=own.param, declaration=declaration, doc=""))
    return ArgumentsModule(
        doc=literals.docstring("What arguments take in the place of models."),
        imports=writer.symbols.lines(),
        items=tuple(items),
    )


def _keys(model: Model, types: TypeWriter) -> PageKeys | None:
    """Give the keys of a page that is a dict, which no TypedDict can be a base of."""
    if not isinstance(model, ObjectModel) or not model.properties:
        return None
    return PageKeys(
        keys=tuple(
            (types.literal([item.wire_name]), types.result(item.type)) for item in model.properties
        ),
        overload=types.symbols.typing("overload"),
        text=types.symbols.builtin("str"),
        anything=types.symbols.typing("Any"),
    )


def pages(registry: Registry, found: Sequence[PagedModel], derived: bool) -> ModelsModule:
    """Write the module of models that are pages of lists; those that cannot be `derived` from a model name it."""
    symbols = Symbols({own.name for own in registry.names.models.values()})
    types = _Types(registry, symbols)
    base = symbols.runtime("records", "Page")
    items: list[PageView] = []
    for page in found:
        own = types.model(page.model, registry.names.models[page.model].name)
        doc = f"One page of an `{own}`; iterating goes on to the pages that follow."
        bases = f"{base}[{types.result(page.item)}]"
        items.append(
            PageView(
                name=page.name,
                bases=f"{bases}, {own}" if derived else bases,
                doc=literals.docstring(doc, 4),
                declared="" if derived else own,
                typed=None if derived else _keys(registry.models[page.model], types),
            )
        )
    return ModelsModule(
        doc=literals.docstring("Models that are pages of lists."),
        pragma="",
        imports=symbols.lines(),
        items=tuple(items),
    )
