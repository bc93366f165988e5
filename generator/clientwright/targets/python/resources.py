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
from dataclasses import dataclass

from clientwright.ir import Api, Operation, Resource
from clientwright.targets.python import literals, text
from clientwright.targets.python.calls import Calls
from clientwright.targets.python.methods import (
    MethodView,
    MethodWriter,
    OperationViews,
    SpecView,
    WrapperView,
    pragma,
)
from clientwright.targets.python.naming import Names
from clientwright.targets.python.paging import Pages
from clientwright.targets.python.runtime import OPERATION
from clientwright.targets.python.specs import SpecWriter
from clientwright.targets.python.symbols import Symbols
from clientwright.targets.python.types import Registry, TypeWriter


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
    """A module with one resource."""

    doc: str
    pragma: str
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    specs: tuple[SpecView, ...]
    resource: ResourceView


@dataclass(frozen=True, slots=True)
class NamespacesModule:
    """`resources/__init__.py`: resources that only hold others."""

    doc: str
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    resources: tuple[ResourceView, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What every module of resources is written from."""

    api: Api
    names: Names
    registry: Registry
    calls: Calls
    errors: Mapping[str, str]
    pages: Pages
    operations: Mapping[str, Operation]
    resources: Mapping[tuple[str, ...], Resource]


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
    symbols = Symbols({context.names.resources[item.path].name for item in plain})
    views = tuple(_class(context, resource, symbols, ()) for resource in plain)
    return NamespacesModule(
        doc=literals.docstring("Groups of methods, as the tags of the document have them."),
        imports=symbols.lines(),
        typing_imports=symbols.typing_lines(),
        resources=views,
    )


def _module(context: Context, resource: Resource) -> ResourceModule:
    own = context.names.resources[resource.path]
    operations = [context.operations[item] for item in resource.operations]
    calls = {item.id: context.calls.by_operation[item.id] for item in operations}
    taken = {own.name, f"{own.name}Raw", f"{own.name}Streaming"}
    taken |= {call.name for call in calls.values()} | {call.async_name for call in calls.values()}
    taken |= {context.names.resources[path].attribute for path in resource.children}
    taken |= {context.names.resources[path].name for path in resource.children}
    symbols = Symbols(taken)
    views = operation_views(context, operations, symbols, receiver="self._client")
    view = _class(context, resource, symbols, views)
    return ResourceModule(
        doc=literals.docstring(f"Methods of `{'.'.join(resource.path)}`."),
        pragma=pragma(operations),
        imports=symbols.lines(),
        typing_imports=symbols.typing_lines(),
        specs=tuple(item.spec for item in views),
        resource=view,
    )


def operation_views(
    context: Context,
    operations: list[Operation],
    symbols: Symbols,
    *,
    receiver: str,
) -> tuple[OperationViews, ...]:
    """Write the operations of one module."""
    types = TypeWriter(context.registry, symbols)
    specs = SpecWriter(context.api, context.registry, types, context.errors, context.pages)
    methods = MethodWriter(specs, types, context.errors, receiver=receiver)
    result: list[OperationViews] = []
    for operation in operations:
        call = context.calls.by_operation[operation.id]
        result.append(
            methods.write(operation, call.arguments, call.name, call.async_name, call.constant)
        )
    return tuple(result)


def _class(
    context: Context, resource: Resource, symbols: Symbols, views: tuple[OperationViews, ...]
) -> ResourceView:
    own = context.names.resources[resource.path]
    children = tuple(child(context, path, symbols, "") for path in resource.children)
    wrappers = wrapper_classes(own.name, views)
    cached = symbols.name("functools", "cached_property") if children else "cached_property"
    words = text.of(resource.doc) or f"The methods of `{'.'.join(resource.path)}`."
    return ResourceView(
        name=own.name,
        base=symbols.runtime(OPERATION, "Resource"),
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


def child(context: Context, path: tuple[str, ...], symbols: Symbols, folder: str) -> ChildView:
    """Write the property for a resource below; `folder` is the folder of resources, seen from the module."""
    own = context.names.resources[path]
    resource = context.resources[path]
    # A resource without operations stands in the folder's own module.
    module = "." + ".".join(part for part in (folder, own.module) if part)
    if module == ".":
        module = ""
    else:
        symbols.own(module, own.name, runtime=False)
    words = text.of(resource.doc).split("\n\n")[0] or f"The methods of `{'.'.join(path)}`."
    return ChildView(own.attribute, module, own.name, literals.docstring(words, 8))
