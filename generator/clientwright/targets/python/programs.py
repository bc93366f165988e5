"""Whole programs that show a call, for the reference, the readme and code samples.

from mistral_client import Mistral

with Mistral(api_key="...") as mistral:
    result = mistral.beta.conversations.get("conv_1")
    print(result)
"""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Sequence
from dataclasses import dataclass

from clientwright.ir import Named, Nullable, ObjectModel, Operation, Type, UnionModel
from clientwright.targets.python import literals, paging
from clientwright.targets.python.calls import Call
from clientwright.targets.python.client import class_name, credentials
from clientwright.targets.python.examples import ExampleWriter, Given, source
from clientwright.targets.python.options import TYPED_DICT, PythonOptions
from clientwright.targets.python.resources import Context
from clientwright.targets.python.types import Registry

_WIDTH = 88
# What a piece of text in an event is usually called, and what the tags of such events say.
_TEXTS = ("content", "text", "delta")
_PIECES = ("delta", "chunk", "token")


@dataclass(frozen=True, slots=True)
class Shown:
    """A call in a program: what it needs from the package, and its lines, not indented."""

    imports: tuple[str, ...]
    lines: tuple[str, ...]


def program(
    context: Context, options: PythonOptions, operation: Operation, call: Call
) -> list[str]:
    """Write a program that makes the call and does with the result what one does with it."""
    shown = show(context, options, operation, call)
    names = ", ".join((options.client_class, *shown.imports))
    return [
        f"from {options.package} import {names}",
        "",
        f"with {construction(context, options, operation)} as {variable(options)}:",
        *(_indented(line, 4) for line in shown.lines),
    ]


def program_async(
    context: Context, options: PythonOptions, operation: Operation, call: Call
) -> list[str]:
    """Write the asynchronous program for a call that gives a plain result; empty where there are no such calls."""
    if not call.async_name or operation.streams:
        return []
    mode = "async" if options.async_ == "class" else "both"
    name = class_name(options, mode)
    target = ".".join((variable(options), *call.path, call.async_name))
    given = ExampleWriter(context.registry).call(operation, call.arguments)
    return [
        "import asyncio",
        "",
        f"from {options.package} import {name}",
        "",
        "",
        "async def main() -> None:",
        f"    async with {construction(context, options, operation, name)} as {variable(options)}:",
        *(
            _indented(line, 8)
            for line in _using(operation, context, f"await {target}", given, indent=8)
        ),
        "",
        "",
        "asyncio.run(main())",
    ]


def opening_async(
    context: Context, options: PythonOptions, operation: Operation, call: Call
) -> list[str]:
    """Write how the asynchronous use of a stream or a list begins, its arguments left out; empty where there is none."""
    if not call.async_name:
        return []
    target = ".".join((variable(options), *call.path, call.async_name))
    if operation.streams:
        chosen = f"{call.pair.selector}=True, ..." if call.pair is not None else "..."
        return [f"async with {target}({chosen}) as events:", "async for event in events:"]
    return [f"async for item in {target}(...):"]


def variable(options: PythonOptions) -> str:
    """Name the variable that holds the client."""
    name = options.client_class.lower()
    return "client" if keyword.iskeyword(name) or hasattr(builtins, name) else name


def construction(
    context: Context, options: PythonOptions, operation: Operation | None = None, name: str = ""
) -> str:
    """Write how the client is made, with the credentials that an operation needs."""
    api = context.api
    needs = operation.security if operation is not None else api.security
    wanted = {scheme for scheme, _ in needs[0].schemes} if needs else set[str]()
    given = [
        f'{local}=("...", "...")' if scheme.kind == "basic" else f'{local}="..."'
        for scheme, local in credentials(api)
        if scheme.name in wanted and scheme.kind != "mutual-tls"
    ]
    if not any(server.url.startswith(("http://", "https://")) for server in api.servers):
        given.append('server_url="https://api.example.com"')
    return f"{name or options.client_class}({', '.join(given)})"


def show(context: Context, options: PythonOptions, operation: Operation, call: Call) -> Shown:
    """Write the call in the lines that use its result."""
    target = ".".join((variable(options), *call.path, call.name))
    given = ExampleWriter(context.registry).call(operation, call.arguments)
    if not operation.streams:
        return Shown((), tuple(_using(operation, context, target, given, indent=4)))
    opening = _call(f"with {target}", given, " as events:", indent=4)
    event = _event(operation, context.registry, options.models_style == TYPED_DICT)
    inside = ["    for event in events:", *(f"        {line}" for line in event.lines)]
    return Shown(event.imports, (*opening, *inside))


def _using(
    operation: Operation, context: Context, target: str, given: Sequence[Given], *, indent: int
) -> list[str]:
    """Write a call that is not a stream: a list is walked, a result printed, no result left alone."""
    if operation.id in context.pages.by_operation:
        asynchronous = target.startswith("await ")
        loop = "async for item in" if asynchronous else "for item in"
        walked = f"{loop} {target.removeprefix('await ')}"
        return [*_call(walked, given, ":", indent), "    print(item)"]
    kinds = {
        content.kind
        for response in operation.responses
        if not response.error
        for content in response.contents
    }
    if not kinds:
        return _call(target, given, "", indent)
    shown = "len(content)" if kinds == {"binary"} else "result"
    name = "content" if kinds == {"binary"} else "result"
    return [*_call(f"{name} = {target}", given, "", indent), f"print({shown})"]


def _call(start: str, given: Sequence[Given], end: str, indent: int) -> list[str]:
    """Write a call, on one line when there is room."""
    texts = [_argument(item, source(item.value, 0, 10_000)) for item in given]
    line = f"{start}({', '.join(texts)}){end}"
    if indent + len(line) <= _WIDTH or not given:
        return [line]
    listed = [
        f"    {_argument(item, source(item.value, 4, _WIDTH - indent - 7 - len(item.argument.name)))},"
        for item in given
    ]
    return [f"{start}(", *"\n".join(listed).split("\n"), f"){end}"]


def _argument(item: Given, text: str) -> str:
    return text if item.argument.positional else f"{item.argument.name}={text}"


def _indented(line: str, columns: int) -> str:
    return f"{' ' * columns}{line}" if line else ""


def _event(operation: Operation, registry: Registry, keys: bool) -> Shown:
    """Write what is done with an event: where events are of several kinds, one kind is picked out.

    `keys`: models are dicts.
    """
    path, type_ = _data("event", _event_type(operation), registry, keys)
    model = registry.models[type_.name] if isinstance(type_, Named) else None
    if not isinstance(model, UnionModel):
        return Shown((), (f"print({path})",))
    objects = [
        (member.tags, found)
        for member in model.members
        if isinstance(member.type, Named)
        and isinstance(found := registry.models[member.type.name], ObjectModel)
    ]
    if not objects:
        return Shown((), (f"print({path})",))
    tags, chosen = next((item for item in objects if _text(*item)), objects[0])
    text = _text(tags, chosen)
    name = registry.names.models[chosen.name]
    shown = f'{_field(path, name.fields.get(text, text), keys)}, end=""' if text else path
    # A union with members that are no objects, or with a tag of another name, is narrowed by class.
    if model.tag == "type" and len(objects) == len(model.members) and len(tags) == 1:
        test, imports = f"{_field(path, 'type', keys)} == {literals.value(tags[0])}", ()
    elif keys:
        return Shown((), (f"print({path})",))
    else:
        test, imports = f"isinstance({path}, models.{name.name})", ("models",)
    return Shown(imports, (f"if {test}:", f"    print({shown})"))


def _event_type(operation: Operation) -> Type | None:
    for response in operation.responses:
        for content in response.contents:
            if not response.error and content.kind in ("sse", "json-lines"):
                return content.type
    return None


def _field(path: str, name: str, keys: bool) -> str:
    return f"{path}[{literals.string(name)}]" if keys else f"{path}.{name}"


def _data(path: str, type_: Type | None, registry: Registry, keys: bool) -> tuple[str, Type | None]:
    """Go from an event to its data, when the type describes the whole event."""
    settled = paging.settle(type_, registry) if type_ is not None else None
    model = registry.models[settled.name] if isinstance(settled, Named) else None
    if isinstance(model, ObjectModel):
        for item in model.properties:
            if item.wire_name == "data" and not isinstance(item.type, Nullable) and item.required:
                name = registry.names.models[model.name].fields.get("data", "data")
                return _field(path, name, keys), paging.settle(item.type, registry)
    return path, settled


def _text(tags: Sequence[object], model: ObjectModel) -> str:
    """Find the property that holds a piece of text in events such as `message.output.delta`; empty for none."""
    says = any(piece in str(tag) for tag in tags for piece in _PIECES)
    names = {item.wire_name for item in model.properties if item.required}
    return next((name for name in _TEXTS if says and name in names), "")
