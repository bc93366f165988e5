"""The reference in Markdown: a page per resource, with an example, the parameters, the result and the errors of each method.

## `beta.conversations.get`

| argument | type | |
| --- | --- | --- |
| `conversation_id` | `str` | **required** |
"""

from __future__ import annotations

from dataclasses import dataclass

from clientwright.ir import Nullable, Operation, Resource
from clientwright.targets.python import literals, prose, text
from clientwright.targets.python.arguments import Argument
from clientwright.targets.python.calls import Call
from clientwright.targets.python.client import credentials
from clientwright.targets.python.examples import ExampleWriter
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.resources import Context, operation_views
from clientwright.targets.python.symbols import Symbols
from clientwright.targets.python.types import TypeWriter

_WIDTH = 88


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a table, each cell ready for it."""

    name: str
    type: str
    words: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """One method."""

    call: str
    async_call: str
    request: str
    words: str
    example: str
    parameters: tuple[RowView, ...]
    result: str
    result_words: str
    errors: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """One page."""

    title: str
    words: str
    entries: tuple[EntryView, ...]


def pages(context: Context, options: PythonOptions) -> dict[str, PageView]:
    """Write a page for each resource with operations, by the name of its file. Methods of the client itself are `client`."""
    return {
        context.names.resources[path].module if path else "client": _page(context, options, item)
        for path, item in context.resources.items()
        if item.operations
    }


def _page(context: Context, options: PythonOptions, resource: Resource) -> PageView:
    operations = [context.operations[item] for item in resource.operations]
    symbols = Symbols()
    types = TypeWriter(context.registry, symbols)
    views = operation_views(context, operations, symbols, receiver="self")
    entries: list[EntryView] = []
    for operation, view in zip(operations, views, strict=True):
        call = context.calls.by_operation[operation.id]
        method = view.methods[0]
        twin = view.methods[1].name if len(view.methods) > 1 else ""
        entries.append(
            EntryView(
                call=".".join((*call.path, call.name)),
                async_call=".".join((*call.path, twin)) if twin else "",
                request=literals.code_span(f"{operation.method.upper()} {operation.path}"),
                words=literals.prose_markdown(text.of(operation.doc)),
                example=_example(context, options, operation, call),
                parameters=tuple(_row(item, types) for item in call.arguments.items),
                result=literals.code_span(method.result),
                result_words=literals.cell(_result_words(operation)),
                errors=_errors(context, operation),
            )
        )
    title = ".".join(context.calls.by_operation[operations[0].id].path) or options.client_class
    return PageView(title, literals.prose_markdown(text.of(resource.doc)), tuple(entries))


def _row(item: Argument, types: TypeWriter) -> RowView:
    words = literals.cell(item.doc)
    inner = item.type.inner if isinstance(item.type, Nullable) else item.type
    annotation = (
        types.literal([getattr(inner, "value", None)])
        if inner.kind == "constant"
        else types.input(item.type)
    )
    required = "**required** " if item.required else ""
    return RowView(
        literals.code_span(item.name), literals.code_span(annotation), f"{required}{words}".strip()
    )


def _result_words(operation: Operation) -> str:
    for response in operation.responses:
        if not response.error:
            return prose.sentence(response.doc.description or response.doc.summary)
    return ""


def _errors(context: Context, operation: Operation) -> tuple[RowView, ...]:
    rows: list[RowView] = []
    for response in operation.responses:
        if not response.error:
            continue
        names = [
            context.errors[name]
            for content in response.contents
            if (name := getattr(content.type, "name", "")) in context.errors
        ]
        error = f"errors.{names[0]}" if names else "errors.SDKError"
        words = prose.sentence(response.doc.description or response.doc.summary)
        rows.append(
            RowView(
                literals.code_span(error),
                literals.code_span(response.status),
                literals.cell(words),
            )
        )
    return tuple(rows)


def _example(context: Context, options: PythonOptions, operation: Operation, call: Call) -> str:
    """Write a whole program that makes the call."""
    return "\n".join(
        [
            f"from {options.package} import {options.client_class}",
            "",
            *example(context, options, operation, call),
        ]
    )


def example(
    context: Context, options: PythonOptions, operation: Operation, call: Call
) -> list[str]:
    """Write the lines of a program that set up a client and make a call."""
    variable = options.client_class.lower()
    target = ".".join((variable, *call.path, call.name))
    schemes = credentials(context.api)
    credential = f'{schemes[0][1]}="..."' if schemes else ""
    given = ExampleWriter(context.registry).arguments(call.arguments)
    opening = "    with " if operation.streams else "    result = "
    closing = " as events:" if operation.streams else ""
    line = f"{opening}{target}({', '.join(given)}){closing}"
    lines = [f"with {options.client_class}({credential}) as {variable}:"]
    if len(line) > _WIDTH and given:
        listed = [f"        {item}," for item in given]
        lines += [f"{opening}{target}(", *listed, f"    ){closing}"]
    else:
        lines.append(line)
    if operation.streams:
        return [*lines, "        for event in events:", "            print(event)"]
    return [*lines, "    print(result)"]
