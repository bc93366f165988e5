"""Modules of models: pydantic classes, the dicts that may stand for them, enumerations, unions and other aliases.

class ImageURL(Model, not_null=("detail",)):
    url: str
    detail: ImageDetail | None = None

class ImageURLDict(TypedDict):
    url: str
    detail: NotRequired[ImageDetail]

ImageDetail: TypeAlias = Literal["auto", "low"] | UnrecognizedStr

class UnknownChunk(UnknownMember):
    ...

Chunk: TypeAlias = Annotated[
    TextChunk | ImageChunk | UnknownChunk,
    OpenUnion("type", {"text": TextChunk, "image": ImageChunk}, unknown=UnknownChunk),
]
ChunkParam: TypeAlias = TextChunk | TextChunkDict | ImageChunk | ImageChunkDict | UnknownChunk

class PagedChunkList(Page[Chunk], ChunkList):
    \"\"\"One page; iterating goes on to the pages that follow.\"\"\"
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clientwright.ir import (
    AliasModel,
    AnyType,
    Constant,
    EnumModel,
    Model,
    Named,
    ObjectModel,
    Property,
    UnionModel,
)
from clientwright.targets.python import literals, text
from clientwright.targets.python.dicts import fit_a_class
from clientwright.targets.python.graph import definition_order
from clientwright.targets.python.paging import PagedModel, PageKeys
from clientwright.targets.python.properties import allows_null, default_literal, is_required
from clientwright.targets.python.runtime import MARKERS, MODELS, PAGES
from clientwright.targets.python.symbols import Symbols
from clientwright.targets.python.twins import union_of
from clientwright.targets.python.types import Registry, TypeWriter, join


@dataclass(frozen=True, slots=True)
class FieldView:
    """`name: annotation = default`, and a docstring below. Empty texts are left out."""

    name: str
    annotation: str
    default: str
    doc: str


@dataclass(frozen=True, slots=True)
class DictView:
    """A TypedDict: as a class, or as a call (`functional`) when a key is no identifier or hides a type that it needs."""

    name: str
    base: str
    doc: str
    keys: tuple[tuple[str, str], ...]
    functional: str = ""


@dataclass(frozen=True, slots=True)
class ObjectView:
    """A class. `bases` is what stands in its parentheses; `extra` the type of properties that are not named, when known.

    `filler` is `pass` for a class that would be empty.
    """

    name: str
    bases: str
    doc: str
    fields: tuple[FieldView, ...]
    extra: str
    filler: str
    typed_dict: DictView | None
    template: str = "python/models/object.py.jinja"


@dataclass(frozen=True, slots=True)
class AliasView:
    """`name: TypeAlias = expression`, with the alias that arguments take (`param`).

    `unknown` is a class that it needs; `other_unknown` is in its place where that class has another name already.
    """

    name: str
    declaration: str
    doc: str
    unknown: UnknownView | None = None
    other_unknown: str = ""
    param: str = ""
    template: str = "python/models/alias.py.jinja"


@dataclass(frozen=True, slots=True)
class UnknownView:
    """The class of a union's members that this client does not know. `tag` is a line that declares the tag, or empty."""

    name: str
    base: str
    doc: str
    tag: str


@dataclass(frozen=True, slots=True)
class ModelsModule:
    """A module of models, in the order in which Python needs them. `pragma` is a comment for pyright, or empty."""

    doc: str
    pragma: str
    imports: tuple[str, ...]
    items: tuple[ObjectView | AliasView | PageView, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A model that is also a page of a list: `class name(bases)`, or one that names its `declared` type, with its keys."""

    name: str
    bases: str
    doc: str
    declared: str = ""
    typed: PageKeys | None = None
    template: str = "python/models/page.py.jinja"


# With a longer one, `name: TypeAlias = Annotated[` does not fit on a line.
_LONG_NAME = 64
_EXTRA_DOC = "Properties that the document does not name."


def modules(registry: Registry, pages: Sequence[PagedModel] = ()) -> dict[str, ModelsModule]:
    """Write every module of models, by its name. `pages` are the models that answers to lists have."""
    by_module: dict[str, list[str]] = {}
    for name in registry.models:
        by_module.setdefault(registry.names.models[name].module, []).append(name)
    paged: dict[str, list[PagedModel]] = {}
    for page in pages:
        paged.setdefault(registry.names.models[page.model].module, []).append(page)
    everywhere = names_of_models(registry)
    return {
        module: ModuleWriter(registry, module, members, everywhere).view(paged.get(module, ()))
        for module, members in sorted(by_module.items())
    }


def names_of_models(registry: Registry) -> frozenset[str]:
    """Gather what belongs to models in any module: each of these names may be imported into any other."""
    names = registry.names.models.values()
    return frozenset(
        name for own in names for name in (own.name, own.dict_name, own.param, own.unknown) if name
    )


class ModuleWriter:
    """Writes one module."""

    def __init__(
        self, registry: Registry, module: str, members: Sequence[str], everywhere: frozenset[str]
    ) -> None:
        self.registry = registry
        self.module = module
        self.members = members
        fields = frozenset(
            local for name in members for local in registry.names.models[name].fields.values()
        )
        self.symbols = Symbols(fields, everywhere=everywhere)
        self.types = TypeWriter(registry, self.symbols, module=module)

    def view(self, pages: Sequence[PagedModel]) -> ModelsModule:
        models = self.registry.models
        order = definition_order(models, self.members, self.registry.recursive)
        items = (
            *(self._item(name, models[name]) for name in order),
            *(self._page(page) for page in pages),
        )
        shared = self.module == "shared"
        whose = "several resources use" if shared else f"only `{self.module}` uses"
        # pydantic reads the type of further properties from an attribute whose type in its own class is wider.
        narrowed = any(isinstance(item, ObjectView) and item.extra for item in items)
        return ModelsModule(
            doc=literals.docstring(f"Models that {whose}."),
            pragma="# pyright: reportIncompatibleVariableOverride=false" if narrowed else "",
            imports=self.symbols.lines(),
            items=items,
        )

    def _item(self, name: str, model: Model) -> ObjectView | AliasView:
        if isinstance(model, ObjectModel):
            return self._object(name, model)
        if isinstance(model, EnumModel):
            return self._alias(name, model, self._enum(model), text.enum_doc(model))
        if isinstance(model, UnionModel):
            return self._union(name, model)
        return self._alias(name, model, self.types.field(model.type), text.of_model(model.doc))

    def _enum(self, model: EnumModel) -> str:
        return self.types.enumeration([item.value for item in model.values])

    def _page(self, page: PagedModel) -> PageView:
        base = self.symbols.runtime(PAGES, "Page")
        own = self.registry.names.models[page.model].name
        doc = f"`{own}` as one of several pages: iterating goes on to those that follow."
        return PageView(
            name=page.name,
            bases=f"{base}[{self.types.result(page.item)}], {own}",
            doc=literals.docstring(doc, 4),
        )

    # Objects

    def _object(self, name: str, model: ObjectModel) -> ObjectView:
        own = self.registry.names.models[name]
        constants: list[str] = []
        not_null: list[str] = []
        fields: list[FieldView] = []
        for item in model.properties:
            field = own.fields[item.wire_name]
            if item.constant:
                constants.append(field)
            elif not is_required(item, model) and not allows_null(item.type, self.registry):
                not_null.append(field)
            fields.append(self._field(item, field, model))
        bases = [self.symbols.runtime(MODELS, "Model")]
        if constants:
            bases.append(f"constants={literals.names(constants)}")
        if model.additional is None:
            bases.append("closed=True")
        if not_null:
            bases.append(f"not_null={literals.names(not_null)}")
        doc = literals.docstring(text.of_model(model.doc), 4)
        extra = self._extra(model)
        return ObjectView(
            name=own.name,
            bases=", ".join(bases),
            doc=doc,
            fields=tuple(fields),
            extra=extra,
            filler="" if doc or fields or extra else "pass",
            typed_dict=self.typed_dict(own.name, own.dict_name, model) if own.dict_name else None,
        )

    def _extra(self, model: ObjectModel) -> str:
        """Write the type of further properties, which pydantic reads from `__pydantic_extra__`."""
        if model.additional is None or isinstance(model.additional, AnyType):
            return ""
        values = self.types.field(model.additional)
        mapping = f"{self.symbols.builtin('dict')}[{self.symbols.builtin('str')}, {values}]"
        return f"{mapping} = {self.symbols.name('pydantic', 'Field')}(init=False)"

    def _field(self, item: Property, name: str, model: ObjectModel) -> FieldView:
        markers: list[str] = []
        if name != item.wire_name:
            field = self.symbols.name("pydantic", "Field")
            markers.append(f"{field}(alias={literals.string(item.wire_name)})")
        needed = is_required(item, model)
        default = "" if needed else default_literal(item, self.registry)
        doc = literals.docstring(text.of_property(item, shown=default != "None"), 4)
        if item.constant:
            return self._constant(item, name, markers, doc)
        annotation = self.types.field(item.type)
        if default == "None":
            annotation = self.types.optional(annotation)
        return FieldView(name, self.types.marked(annotation, *markers), default, doc)

    def _constant(self, item: Property, name: str, markers: list[str], doc: str) -> FieldView:
        annotation = self.types.field(item.type)
        if isinstance(item.type, Constant):
            annotation = self.types.literal([item.type.value])
            markers = [f"{self.symbols.runtime(MARKERS, 'Constant')}()", *markers]
        annotation = self.types.marked(annotation, *markers)
        return FieldView(name, annotation, literals.value(item.only), doc)

    def typed_dict(self, name: str, dict_name: str, model: ObjectModel) -> DictView:
        """Write the dict that may stand for an object."""
        required = self.symbols.name
        keys: list[tuple[str, str]] = []
        for item in model.properties:
            if not item.wire_name:
                continue  # legal in JSON, but type checkers take no empty key; the dict may hold it all the same
            uploaded = (model.name, item.wire_name) in self.registry.files
            value = self.types.part(item.type) if uploaded else self.types.input(item.type)
            if not is_required(item, model) or item.constant or item.read_only:
                value = f"{required('typing_extensions', 'NotRequired')}[{value}]"
            keys.append((item.wire_name, value))
        base = self.symbols.name("typing_extensions", "TypedDict")
        doc = literals.docstring(f"What may be given for `{name}`.", 4)
        if fit_a_class(keys):
            return DictView(dict_name, base, doc, tuple(keys))
        pairs = ", ".join(f"{literals.string(k)}: {literals.string(v)}" for k, v in keys)
        call = f"{base}({literals.string(dict_name)}, {{{pairs}}})"
        doc = literals.docstring(f"What may be given for `{name}`.")
        return DictView(dict_name, base, doc, (), functional=call)

    # Aliases

    def _alias(self, name: str, model: Model, expression: str, doc: str) -> AliasView:
        own = self.registry.names.models[name]
        other = ""
        first = union_of(model, self.registry.models)
        if own.unknown and first:
            known = self.types.model(first, self.registry.names.models[first].unknown)
            other = self._declare("", own.unknown, known)
        return AliasView(
            name=own.name,
            declaration=self._declare(name, own.name, expression),
            doc=literals.docstring(doc),
            other_unknown=other,
            param=self.param(name),
        )

    def _declare(self, name: str, local: str, expression: str) -> str:
        """Declare an alias; a recursive one as text that is read when it is first used."""
        if name in self.registry.recursive:
            maker = self.symbols.name("typing_extensions", "TypeAliasType")
            return f"{local} = {maker}({literals.string(local)}, {literals.string(expression)})"
        if len(local) > _LONG_NAME:
            return f"{local} = {expression}"
        return f"{local}: {self.symbols.typing('TypeAlias')} = {expression}"

    def param(self, name: str) -> str:
        """Declare the type of arguments for a union or alias; empty when it is the type itself."""
        model, own = self.registry.models[name], self.registry.names.models[name]
        given: list[str] = []
        write = self.types.part if name in self.registry.uploaded else self.types.input
        if self.registry.has_param(name) and isinstance(model, AliasModel):
            given = [write(model.type)]
        elif self.registry.has_param(name) and isinstance(model, UnionModel):
            # What came and is not known may be sent back.
            given = [write(member.type) for member in model.members]
            given.append(self.types.model(name, own.unknown))
        return self._declare(name, own.param, join(given)) if given else ""

    def _union(self, name: str, model: UnionModel) -> AliasView:
        own = self.registry.names.models[name]
        members = [self.types.field(member.type) for member in model.members]
        open_union = self.symbols.runtime(MARKERS, "OpenUnion")
        arguments: list[str] = []
        tags = [
            f"{literals.value(tag)}: {members[index]}"
            for index, member in enumerate(model.members)
            for tag in member.tags
        ]
        if model.tag:
            arguments.append(literals.string(model.tag))
            if tags:
                arguments.append("{" + ", ".join(tags) + "}")
        arguments.append(f"unknown={own.unknown}")
        if model.default_member is not None:
            arguments.append(f"default={members[model.default_member]}")
        expression = self.types.marked(
            join([*members, own.unknown]), f"{open_union}({', '.join(arguments)})"
        )
        return AliasView(
            name=own.name,
            declaration=self._declare(name, own.name, expression),
            doc=literals.docstring(text.of_model(model.doc)),
            unknown=self._unknown(own.name, own.unknown, model),
            param=self.param(name),
        )

    def _unknown(self, name: str, local: str, model: UnionModel) -> UnknownView:
        tag = ""
        field = self._tag_field(model)
        if field and field not in ("type", "raw", "wrap"):
            tag = f'{field}: {self.symbols.typing("Literal")}["UNKNOWN"] = "UNKNOWN"'
        doc = f"A kind of `{name}` that this client does not know yet: `raw` holds it."
        return UnknownView(
            name=local,
            base=self.symbols.runtime(MARKERS, "UnknownMember"),
            doc=literals.docstring(doc, 4),
            tag=tag,
        )

    def _tag_field(self, model: UnionModel) -> str:
        """Give the field that members have for the tag, so that a checker narrows by it."""
        for member in model.members:
            if isinstance(member.type, Named):
                fields: Mapping[str, str] = self.registry.names.models[member.type.name].fields
                if model.tag in fields:
                    return fields[model.tag]
        return ""
