"""Schemas as types and models: https://spec.openapis.org/oas/v3.2.0.html#schema-object

Components are named first and built first. A model's body is built from a queue after its name is known, so that recursive
schemas end and deep ones need no deep stack; only arrays and maps without a name are built in place.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from clientwright import ir
from clientwright.build.directions import Directions
from clientwright.build.documentation import doc_of
from clientwright.build.findings import Findings
from clientwright.build.groups import Use, place_models
from clientwright.build.members import member_places
from clientwright.build.merge import ANY_ID, Merger
from clientwright.build.names import ModelNames, pointer_tokens
from clientwright.build.objects import Objects
from clientwright.build.schema_shapes import Shape
from clientwright.build.tags import Discriminators
from clientwright.build.union_tags import TagReader
from clientwright.build.unions import Shapes
from clientwright.build.words import singular
from clientwright.diagnostics import Diagnostic
from clientwright.normalise import form

Direction: TypeAlias = Literal["in", "out"]
Place: TypeAlias = tuple[str, ...]
MAX_NESTING = 40


@dataclass(frozen=True, slots=True)
class _Pending:
    """A model that has its name and waits for its body. `direction` is None when both directions share it."""

    schema: form.SchemaId
    shape: Shape
    name: str
    direction: Direction | None
    inline: bool


class Types:
    """The types and models of one document."""

    def __init__(self, api: form.Api) -> None:
        self._findings = Findings()
        self._merger = Merger(
            api.schemas, self._findings, frozenset(api.component_schemas.values())
        )
        self._names = ModelNames(api, self._merger.canonical)
        self._discriminators = Discriminators(api, self._merger, self._findings)
        named = frozenset(self._names.named)
        self._shapes = Shapes(self._merger, self._discriminators, named, self._findings)
        self._directions = Directions(api, self._merger, self._shapes)
        self._component_of = {schema: name for name, schema in api.component_schemas.items()}
        self._home = {
            f"components/schemas/{name}": model for name, model in self._names.components.items()
        }
        self._homes: dict[str, str] = {name: name for name in self._names.components.values()}
        self._wrappers: dict[form.SchemaId, form.SchemaId] = {}
        self._tags = TagReader(
            self._merger, self._discriminators, self._shapes, self._component_of, self._findings
        )
        self._objects = Objects(
            self._merger,
            self._shapes,
            self._discriminators,
            self._findings,
            self._names.named,
            self._type_at,
        )
        self._referenced = frozenset(
            schema.ref for schema in api.schemas.values() if schema.ref is not None
        )
        self._types: dict[tuple[form.SchemaId, Direction | None], ir.Type] = {}
        self._models: dict[str, ir.Model] = {}
        self._queue: deque[_Pending] = deque()
        self._open: dict[tuple[form.SchemaId, Direction | None], str] = {}
        self._lend_names(api)
        for name, schema in api.component_schemas.items():
            self._component(name, schema)
        self._drain()

    def _lend_names(self, api: form.Api) -> None:
        """Let the one schema that a component comes down to (`anyOf` of it and null) bear the component's name."""
        for component, schema in api.component_schemas.items():
            for end in (self._merger.canonical(schema), self._shapes.end(schema)[0]):
                if end not in self._component_of and end != ANY_ID:
                    self._component_of[end] = component
                    self._wrappers[end] = schema
                    self._names.named.setdefault(end, self._names.components[component])

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was found so far, each finding once; `pointer` is the id of a schema."""
        return list(dict.fromkeys(self._findings.items))

    def merged(self, schema: form.SchemaId) -> form.Schema:
        """The schema with its reference and siblings followed and `allOf` merged: `ref` is None, `all_of` empty."""
        return self._merger.merged(schema)

    def type_of(self, schema: form.SchemaId | None, place: Place, direction: Direction) -> ir.Type:
        """The type of a schema. `place` says in neutral words where it stands and names what has no name of its own."""
        if schema is None:
            return ir.AnyType()
        found = self._type_at(schema, place, direction)
        self._drain()
        return found

    def model(self, name: str) -> ir.Model:
        """The model of that name. Raises KeyError when no type names it."""
        self._drain()
        return self._models[name]

    def resolve(self, type_: ir.Type) -> ir.Type:
        """The type behind aliases; null and named objects, enumerations and unions stay as they are."""
        seen: set[str] = set()
        while isinstance(type_, ir.Named) and type_.name not in seen:
            seen.add(type_.name)
            model = self.model(type_.name)
            if not isinstance(model, ir.AliasModel):
                break
            type_ = model.type
        return type_

    def finish(self, uses: Iterable[Use]) -> Mapping[str, ir.Model]:
        """All models by name, each after those that it needs where that is possible.

        `uses` holds (code name of the resource, type, direction) for all that operations send and receive; from it follow each
        model's `group` and `direction`.
        """
        self._drain()
        return place_models(self._models, uses)

    def _component(self, component: str, schema: form.SchemaId) -> None:
        """Build a component and see to it that its name stands for something."""
        type_ = self._type_at(schema, (component,), "out")
        name = self._names.components[component]
        if name in self._models or any(pending.name == name for pending in self._queue):
            self._drain()
            return
        inner = type_.inner if isinstance(type_, ir.Nullable) else type_
        merged = self._merger.merged(schema)
        self._models[name] = ir.AliasModel(
            name,
            inner,
            doc_of(merged, name),
            schema=component,
            pointer=self._merger.pointer(schema),
        )

    def _type_at(self, schema: form.SchemaId, place: Place, direction: Direction) -> ir.Type:
        end, shape, nullable = self._shapes.end(schema)
        way = direction if self._directions.splits(end) else None
        known = self._types.get((end, way))
        if known is None:
            known = self._build(end, shape, place, way)
        if not nullable or isinstance(known, (ir.AnyType, ir.NeverType, ir.Nullable)):
            return known
        if isinstance(known, ir.Scalar) and known.scalar == "null":
            return known
        return ir.Nullable(known)

    def _build(
        self, schema: form.SchemaId, shape: Shape, place: Place, way: Direction | None
    ) -> ir.Type:
        key = (schema, way)
        if shape.kind == "any":
            return ir.AnyType()
        if shape.kind == "never":
            return ir.NeverType()
        name = self._names.named.get(schema)
        if shape.kind in ("null", "simple") and (
            name is None or isinstance(shape.type, ir.Constant)
        ):
            return shape.type or ir.AnyType()
        if shape.kind in ("object", "enum", "union") or name is not None:
            inline = name is None
            name = self._directed(name, schema, shape, place, way)
            self._types[key] = ir.Named(name)
            self._queue.append(_Pending(schema, shape, name, way, inline))
            return ir.Named(name)
        return self._in_place(key, shape, place)

    def _directed(
        self,
        name: str | None,
        schema: form.SchemaId,
        shape: Shape,
        place: Place,
        way: Direction | None,
    ) -> str:
        if name is None:
            return self._inline_name(schema, shape, place)
        return self._names.variant(name, "Input", "Request", "InputModel") if way == "in" else name

    def _inline_name(self, schema: form.SchemaId, shape: Shape, place: Place) -> str:
        origin = self._discriminators.originals.get(schema)
        if origin in self._discriminators.children and origin in self._names.named:
            return self._names.variant(self._names.named[origin], "Base", "Itself")
        home = pointer_tokens(self._merger.pointer(schema))[:3]
        component = self._home.get("/".join(home))
        if component is not None and self._homes.get(place[0], component) != component:
            # An inherited inline schema is called after where it stands, not after the first heir.
            place = (component, *place[1:])
        referenced = schema in self._referenced
        name = self._names.inline(self._merger.merged(schema), place, referenced, shape.kind)
        self._homes[name] = component or ""
        return name

    def _in_place(
        self, key: tuple[form.SchemaId, Direction | None], shape: Shape, place: Place
    ) -> ir.Type:
        """An array or a map without a name. One that holds itself gets a name after all."""
        schema, way = key
        if key in self._open:
            name = self._open[key] or self._inline_name(schema, shape, place)
            self._open[key] = name
            return ir.Named(name)
        if len(self._open) >= MAX_NESTING:
            self._findings.error(
                "too-deep",
                self._merger.pointer(schema),
                f"Arrays and maps are nested more than {MAX_NESTING} deep here; any value is accepted.",
                "Give the inner schemas names in components/schemas.",
            )
            return ir.AnyType()
        self._open[key] = ""
        built = self._container(shape, place, way or "out")
        name = self._open.pop(key)
        if name:
            self._models[name] = ir.AliasModel(
                name, built, pointer=self._merger.pointer(schema), inline=True
            )
            built = ir.Named(name)
        self._types[key] = built
        return built

    def _container(self, shape: Shape, place: Place, direction: Direction) -> ir.Type:
        merged = shape.schema
        if shape.kind == "map":
            return ir.Map(self._objects.values(shape, (*place, "value"), direction))
        one = (*place[:-1], singular(place[-1])) if place else ("item",)
        if not self._names.is_free(one):
            one = (*place, "item")
        rest = ir.AnyType() if merged.items is None else self._type_at(merged.items, one, direction)
        if shape.kind == "array":
            return ir.Array(rest, merged.unique_items)
        most = len(merged.prefix_items) if merged.max_items is None else merged.max_items
        items = tuple(self._type_at(each, one, direction) for each in merged.prefix_items[:most])
        full = merged.max_items is not None and merged.max_items <= len(items)
        if not full and not isinstance(rest, ir.NeverType):
            return ir.Tuple(items, rest)
        fewest = merged.min_items or 0
        return ir.Tuple(items, min_items=fewest if fewest < len(items) else None)

    def _drain(self) -> None:
        while self._queue:
            pending = self._queue.popleft()
            self._models[pending.name] = self._model(pending)

    def _model(self, pending: _Pending) -> ir.Model:
        shape, name = pending.shape, pending.name
        pointer = self._merger.pointer(pending.schema)
        component = self._component_of.get(pending.schema, "")
        doc = self._doc(pending)
        inline = pending.inline
        direction: Direction = pending.direction or "out"
        if shape.kind == "object":
            return ir.ObjectModel(
                name,
                self._objects.properties(pending.schema, shape, name, pending.direction),
                self._objects.additional(shape, name, direction),
                doc,
                schema=component,
                pointer=pointer,
                inline=inline,
                examples=shape.schema.examples,
            )
        if shape.kind == "enum":
            return ir.EnumModel(
                name, shape.values, doc, schema=component, pointer=pointer, inline=inline
            )
        if shape.kind == "union":
            return self._union(pending, doc, direction)
        type_ = shape.type or self._container(shape, (name,), direction)
        return ir.AliasModel(name, type_, doc, schema=component, pointer=pointer, inline=inline)

    def _doc(self, pending: _Pending) -> ir.Doc:
        inner = doc_of(pending.shape.schema, pending.name)
        wrapper = self._wrappers.get(pending.schema)
        if wrapper is None:
            return inner
        outer = doc_of(self._merger.merged(wrapper), pending.name)
        return replace(outer, description=outer.description or inner.description)

    def _union(self, pending: _Pending, doc: ir.Doc, direction: Direction) -> ir.Model:
        shape, name = pending.shape, pending.name
        given = (*shape.members, *self._tags.strangers(shape, shape.members))
        tags = self._tags.read(shape, given)
        places = member_places(name, given, tags.values, self._shapes)
        members: dict[ir.Type, tuple[object, ...]] = {}
        types: list[ir.Type] = []
        for member, place, values in zip(given, places, tags.values, strict=True):
            type_ = self._type_at(member, place, direction)
            # Null belongs to the union as a whole, which stands as `Nullable` where it is used.
            type_ = type_.inner if isinstance(type_, ir.Nullable) else type_
            types.append(type_)
            if type_ not in (ir.NeverType(), ir.Named(name)):
                members[type_] = (*members.get(type_, ()), *values)
        component = self._component_of.get(pending.schema, "")
        pointer = self._merger.pointer(pending.schema)
        # One member that is told by its tag is the first of several: another tag is a member still unknown.
        enough = 1 if tags.declared and any(tags.values) else 2
        if len(members) < enough or ir.AnyType() in members:
            only = next(iter(members)) if len(members) == 1 else ir.AnyType()
            return ir.AliasModel(
                name, only, doc, schema=component, pointer=pointer, inline=pending.inline
            )
        default = None if tags.default_member is None else types[tags.default_member]
        return ir.UnionModel(
            name,
            tuple(ir.UnionMember(type_, values) for type_, values in members.items()),
            tag=tags.property_name,
            declared=tags.declared,
            default_member=list(members).index(default) if default in members else None,
            doc=doc,
            schema=component,
            pointer=pointer,
            inline=pending.inline,
        )
