"""Modules of resources: the operations as data, a class with the methods, and two small classes that wrap them.

_GET: Operation[models.ModelConversation] = Operation("...", "GET", "/v1/conversations/{conversation_id}", ...)

class Conversations(Resource):
    def get(self, conversation_id: str, **options: Unpack[CallOptions]) -> models.ModelConversation: ...

    @cached_property
    def with_raw_response(self) -> ConversationsRaw:
        return ConversationsRaw(self)

class ConversationsRaw:
    def __init__(self, resource: Conversations) -> None:
        self.get = raw(resource.get)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from clientwright.ir import Api, Operation, Resource
from clientwright.targets.python import literals, overloads, text
from clientwright.targets.python.calls import Calls
from clientwright.targets.python.custom import Mixins
from clientwright.targets.python.methods import (
    MethodView,
    MethodWriter,
    OperationViews,
    SpecView,
    WrapperView,
    pragma,
)
from clientwright.targets.python.naming import Names
from clientwright.targets.python.overloads import Half
from clientwright.targets.python.paging import Pages
from clientwright.targets.python.runtime import OPERATION
from clientwright.targets.python.specs import SpecWriter
from clientwright.targets.python.symbols import Symbols
from clientwright.targets.python.types import Registry, TypeWriter

Mode: TypeAlias = Literal["both", "sync", "async"]


@dataclass(frozen=True, slots=True)
class ChildView:
    """A property that gives a resource below: `from .module import name`, made when it is first used."""

    attribute: str
    module: str
    name: str
    doc: str


@dataclass(frozen=True, slots=True)
class WrapperClassView:
    """A class whose attributes are the methods of a resource, each wrapped."""

    name: str
    attribute: str
    resource: str
    doc: str
    property_doc: str
    lines: tuple[WrapperView, ...]


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A class of methods, with what belongs to it."""

    name: str
    base: str
    doc: str
    cached_property: str
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    wrappers: tuple[WrapperClassView, ...]


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """A module with one resource: one class, or one for synchronous and one for asynchronous calls."""

    doc: str
    pragma: str
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    specs: tuple[SpecView, ...]
    resources: tuple[ResourceView, ...]


@dataclass(frozen=True, slots=True)
class NamespacesModule:
    """`resources/__init__.py`: resources that only hold others."""

    doc: str
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    resources: tuple[ResourceView, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What every module of resources is written from.

    `modes` are the classes that each resource has: one with `both` kinds of methods, or a `sync` and an `async` one.
    """

    api: Api
    names: Names
    registry: Registry
    calls: Calls
    errors: Mapping[str, str]
    pages: Pages
    operations: Mapping[str, Operation]
    resources: Mapping[tuple[str, ...], Resource]
    modes: tuple[Mode, ...] = ("both",)
    mixins: Mixins = field(default_factory=lambda: Mixins({}))

    def place_of(self, path: tuple[str, ...]) -> str:
        """Give the path by which users reach a resource, with dots."""
        return ".".join(self.names.resources[path[: end + 1]].attribute for end in range(len(path)))

    def class_of(self, path: tuple[str, ...], mode: Mode) -> str:
        """Give the class of a resource for a kind of calls."""
        own = self.names.resources[path]
        return own.async_name if mode == "async" else own.name


def modules(context: Context) -> dict[str, ResourceModule]:
    """Write the module of each resource that has operations, by the module's name."""
    return {
        context.names.resources[path].module: _module(context, resource)
        for path, resource in context.resources.items()
        if path and resource.operations
    }


def namespaces(context: Context) -> NamespacesModule:
    """Write the resources without operations."""
    plain = [
        resource for path, resource in context.resources.items() if path and not resource.operations
    ]
    symbols = Symbols(
        {context.class_of(item.path, mode) for item in plain for mode in context.modes}
    )
    views = tuple(
        _class(context, resource, symbols, (), mode) for resource in plain for mode in context.modes
    )
    return NamespacesModule(
        doc=literals.docstring("Groups of methods, as the tags of the document have them."),
        imports=symbols.lines(),
        typing_imports=symbols.typing_lines(),
        resources=views,
    )


def _module(context: Context, resource: Resource) -> ResourceModule:
    operations = [context.operations[item] for item in resource.operations]
    calls = {item.id: context.calls.by_operation[item.id] for item in operations}
    paths = (resource.path, *resource.children)
    taken = {context.class_of(path, mode) for path in paths for mode in context.modes}
    taken |= {f"{name}{suffix}" for name in tuple(taken) for suffix in ("Raw", "Streaming")}
    taken |= {call.name for call in calls.values()} | {call.async_name for call in calls.values()}
    taken |= {context.names.resources[path].attribute for path in resource.children}
    symbols = Symbols(taken)
    views: dict[Mode, tuple[OperationViews, ...]] = {
        mode: operation_views(
            context, operations, symbols, receiver="self._client", mode=mode, merged=True
        )
        for mode in context.modes
    }
    classes = tuple(
        _class(context, resource, symbols, written, mode) for mode, written in views.items()
    )
    return ResourceModule(
        doc=literals.docstring(f"Methods of `{'.'.join(resource.path)}`."),
        pragma=pragma(operations),
        imports=symbols.lines(),
        typing_imports=symbols.typing_lines(),
        specs=tuple(item.spec for item in views[context.modes[0]]),
        resources=classes,
    )


def operation_views(
    context: Context,
    operations: list[Operation],
    symbols: Symbols,
    *,
    receiver: str,
    mode: Mode = "both",
    merged: bool = False,
) -> tuple[OperationViews, ...]:
    """Write the operations of one class. With `merged`, those that share a method have it once, the others alone."""
    types = TypeWriter(context.registry, symbols)
    specs = SpecWriter(context.api, context.registry, types, context.errors, context.pages)
    methods = MethodWriter(specs, types, context.errors, receiver=receiver)
    result: list[OperationViews] = []
    for operation in operations:
        call = context.calls.by_operation[operation.id]
        twin = call.async_name if call.async_name != call.name else ""
        names: Mapping[Mode, tuple[str, str]] = {
            "both": (call.name, twin),
            "sync": (call.name, ""),
            "async": ("", call.name),
        }
        view = methods.write(
            operation,
            call.arguments,
            *names[mode],
            constant=call.constant,
            spoken=".".join((*call.path, call.name)),
        )
        if merged and call.pair is not None:
            view = _merged(context, operation, view, methods, names[mode])
        result.append(view)
    return tuple(result)


def _merged(
    context: Context,
    operation: Operation,
    view: OperationViews,
    methods: MethodWriter,
    names: tuple[str, str],
) -> OperationViews:
    """Give what one of two operations that share a method adds to its class: both of them their data, one the method."""
    pair = context.calls.by_operation[operation.id].pair
    if pair is None or operation.id == pair.streaming:
        return OperationViews(view.spec, (), (), ())
    plain, streaming = (
        Half(context.operations[identity], context.calls.by_operation[identity])
        for identity in (pair.plain, pair.streaming)
    )
    written = overloads.write(methods, pair, plain, streaming, *names)
    return replace(view, methods=written)


def _class(
    context: Context,
    resource: Resource,
    symbols: Symbols,
    views: tuple[OperationViews, ...],
    mode: Mode,
) -> ResourceView:
    name = context.class_of(resource.path, mode)
    children = tuple(
        child(context, path, symbols, "", mode, resource) for path in resource.children
    )
    wrappers = wrapper_classes(name, views)
    cached = symbols.name("functools", "cached_property") if children else "cached_property"
    words = text.of(resource.doc) or f"The methods of `{'.'.join(resource.path)}`."
    return ResourceView(
        name=name,
        base=context.mixins.base(
            context.place_of(resource.path),
            symbols.runtime(OPERATION, "Resource"),
            symbols,
            is_async=mode == "async",
        ),
        doc=literals.docstring(words, 4),
        cached_property=cached,
        children=children,
        methods=tuple(method for item in views for method in item.methods),
        wrappers=wrappers,
    )


def wrapper_classes(name: str, views: tuple[OperationViews, ...]) -> tuple[WrapperClassView, ...]:
    """Write the two classes behind `with_raw_response` and `with_streaming_response`."""
    raw = tuple(line for item in views for line in item.raw)
    streaming = tuple(line for item in views for line in item.streaming)
    if not raw:
        return ()
    return (
        WrapperClassView(
            name=f"{name}Raw",
            attribute="with_raw_response",
            resource=name,
            doc=literals.docstring(
                f"The methods of `{name}`, giving status and headers beside the result.", 4
            ),
            property_doc=literals.docstring(
                "The same methods, giving status, headers and `.parse()`.", 8
            ),
            lines=raw,
        ),
        WrapperClassView(
            name=f"{name}Streaming",
            attribute="with_streaming_response",
            resource=name,
            doc=literals.docstring(
                f"The methods of `{name}`, leaving the body of the answer unread.", 4
            ),
            property_doc=literals.docstring(
                "The same methods, for `with`: the body of the answer is not read yet.", 8
            ),
            lines=streaming,
        ),
    )


def child(
    context: Context,
    path: tuple[str, ...],
    symbols: Symbols,
    folder: str,
    mode: Mode,
    within: Resource | None = None,
) -> ChildView:
    """Write the property for a resource below, which is in the class of the client or `within` another resource.

    `folder` is the folder of resources, seen from the module.
    """
    own = context.names.resources[path]
    resource = context.resources[path]
    # Resources without operations stand in the folder's own module, together.
    together = within is not None and not within.operations and not own.module
    module = "" if together else "." + ".".join(part for part in (folder, own.module) if part)
    if module:
        symbols.own(module, context.class_of(path, mode), runtime=False)
    words = text.of(resource.doc).split("\n\n")[0] or f"The methods of `{'.'.join(path)}`."
    name = context.class_of(path, mode)
    return ChildView(own.attribute, module, name, literals.docstring(words, 8))
