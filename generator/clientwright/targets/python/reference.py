"""The reference in Markdown: a page per resource, with an example, the parameters, the result and the errors of each method.

## `beta.conversations.get`

| argument | type | |
| --- | --- | --- |
| `conversation_id` | `str` | **required** |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clientwright.ir import Operation, Resource
from clientwright.targets.files import GeneratedFile
from clientwright.targets.python import documented, literals, programs, prose, text
from clientwright.targets.python.arguments import Argument
from clientwright.targets.python.calls import Call
from clientwright.targets.python.client import class_name
from clientwright.targets.python.custom import CLIENT
from clientwright.targets.python.documented import TypeWords
from clientwright.targets.python.model_reference import ModelsPage
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.resources import Context
from clientwright.targets.python.results import results, unmodified


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a table, each cell ready for it."""

    name: str
    type: str
    words: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """One method. `asynchronous` says how it is called without waiting, `example` is a whole program."""

    call: str
    request: str
    asynchronous: str
    words: str
    example: tuple[str, ...]
    parameters: tuple[RowView, ...]
    result: str
    errors: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class MixinView:
    """A class of own code, and its methods as far as they are known: (call, what it says of itself)."""

    name: str
    methods: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """One page. `contents` are (text, fragment) of its entries, `mixins` the classes of own code that it has besides."""

    title: str
    words: str
    contents: tuple[tuple[str, str], ...]
    mixins: tuple[MixinView, ...]
    entries: tuple[EntryView, ...]


def files(
    context: Context, options: PythonOptions, models: Mapping[str, ModelsPage]
) -> list[GeneratedFile]:
    """Give the pages: one for each resource with operations, and those of the models, by module."""
    found = [
        GeneratedFile(f"docs/{name}.md", "python/reference.md.jinja", view)
        for name, view in pages(context, options).items()
    ]
    found += [
        GeneratedFile(f"docs/models/{name}.md", "python/models_reference.md.jinja", view)
        for name, view in models.items()
    ]
    return found


def pages(context: Context, options: PythonOptions) -> dict[str, PageView]:
    """Write a page for each resource with operations, by the name of its file. Methods of the client itself are `client`."""
    return {
        context.names.resources[path].module if path else "client": _page(context, options, item)
        for path, item in context.resources.items()
        if item.operations
    }


def _page(context: Context, options: PythonOptions, resource: Resource) -> PageView:
    operations = [context.operations[item] for item in resource.operations]
    words = TypeWords(context.registry, "models/")
    entries = tuple(
        _entry(context, options, operation, context.calls.by_operation[operation.id], words)
        for operation in operations
    )
    title = ".".join(context.calls.by_operation[operations[0].id].path) or options.client_class
    return PageView(
        title=title,
        words=literals.prose_markdown(text.of(resource.doc)),
        contents=_contents(entries),
        mixins=tuple(_mixins(context, resource)),
        entries=entries,
    )


def _mixins(context: Context, resource: Resource) -> Iterator[MixinView]:
    found = context.mixins.methods(
        context.place_of(resource.path) or CLIENT, apart="async" in context.modes
    )
    for name, methods in found.items():
        told = ((literals.code_span(each.call), literals.cell(each.words)) for each in methods)
        yield MixinView(literals.code_span(name), tuple(told))


def _contents(entries: tuple[EntryView, ...]) -> tuple[tuple[str, str], ...]:
    """List the entries with their fragments; a heading that occurs again gets a number, as renderers count them."""
    seen: dict[str, int] = {}
    found: list[tuple[str, str]] = []
    for entry in entries:
        fragment = documented.anchor(entry.call)
        count = seen.get(fragment, 0)
        seen[fragment] = count + 1
        found.append((entry.call, f"{fragment}-{count}" if count else fragment))
    return tuple(found)


def _entry(
    context: Context, options: PythonOptions, operation: Operation, call: Call, words: TypeWords
) -> EntryView:
    return EntryView(
        call=_heading(operation, call),
        request=literals.code_span(f"{operation.method} {operation.path}"),
        asynchronous=_asynchronous(options, operation, call),
        words=literals.prose_markdown(text.of(operation.doc)),
        example=tuple(programs.program(context, options, operation, call)),
        parameters=tuple(_row(item, words) for item in call.arguments.items),
        result=_result(context, operation, words),
        errors=_errors(context, operation),
    )


def _heading(operation: Operation, call: Call) -> str:
    """Name the method, and the argument that makes it that of the stream where it has both."""
    name = ".".join((*call.path, call.name))
    if call.pair is not None and operation.id == call.pair.streaming:
        return f"{name}({call.pair.selector}=True)"
    return name


def _asynchronous(options: PythonOptions, operation: Operation, call: Call) -> str:
    if not call.async_name:
        return ""
    name = literals.code_span(".".join((*call.path, call.async_name)))
    if options.async_ == "class":
        name = f"the same of {literals.code_span(class_name(options, 'async'))}"
    return f"{name}, in `async with`" if operation.streams else f"{name}, awaited"


def _row(item: Argument, words: TypeWords) -> RowView:
    required = "**required** " if item.required else ""
    given = "content" if item.location == "body" else "part" if item.uploaded else ""
    types = dict.fromkeys(words.of(type_, given=given) for type_ in (item.type, *item.others))
    return RowView(
        name=literals.code_span(item.name),
        type=" or ".join(types),
        words=f"{required}{literals.cell(item.doc)}".strip(),
    )


def _result(context: Context, operation: Operation, words: TypeWords) -> str:
    """Say what the method gives: its type, and what the document says of it."""
    types: list[str] = []
    said = ""
    for response in results(operation):
        said = said or literals.cell(prose.sentence(text.of_result(response.doc)))
        for content in response.contents:
            plain = {"binary": "`bytes`", "text": "`str`", "xml": "`str`"}.get(content.kind)
            types.append(plain or words.of(content.type))
        if not response.contents:
            types.append("`None`")
    found = " or ".join(dict.fromkeys(types)) or "`None`"
    if operation.streams:
        found = f"a stream, each event {found}"
    elif operation.id in context.pages.by_operation:
        found += ", a page that can be walked"
    return " ".join(filter(None, (f"{found}.", said, literals.cell(unmodified(operation)))))


def _errors(context: Context, operation: Operation) -> tuple[RowView, ...]:
    """List the errors that the document declares, then what stands for every other status."""
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
        said = prose.sentence(response.doc.description or response.doc.summary)
        rows.append(
            RowView(
                literals.code_span(error), literals.code_span(response.status), literals.cell(said)
            )
        )
    if all(response.status != "default" for response in operation.responses):
        rows.append(
            RowView(
                "`errors.SDKError`",
                "any other status",
                "Its subclasses name the usual ones: `errors.NotFoundError`, `errors.RateLimitError`, ...",
            )
        )
    return tuple(rows)
