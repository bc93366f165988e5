"""Methods of resources and of the client: one operation becomes a method, its `_async` twin, and a line in each wrapper.

def get(
    self, conversation_id: str, **options: Unpack[CallOptions]
) -> models.ModelConversation:
    \"\"\"Retrieve a conversation.

    Args:
        conversation_id: Which conversation.

    Raises:
        errors.HTTPValidationError: 422. ...
    \"\"\"
    # GET /v1/conversations/{conversation_id} -> ModelConversation
    return self._client.call(_GET, locals())
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from clientwright.ir import Constant, Nullable, Operation, Type
from clientwright.targets.python import literals, text
from clientwright.targets.python.arguments import Argument, Arguments
from clientwright.targets.python.results import results, unmodified
from clientwright.targets.python.runtime import EVENTS, OPERATION, PAGING, RESPONSES, SETTINGS
from clientwright.targets.python.specs import SpecWriter, answer_contents
from clientwright.targets.python.types import TypeWriter, join, split_union

ASYNC_SUFFIX = "_async"


@dataclass(frozen=True, slots=True)
class SpecView:
    """A module-level constant that holds an operation."""

    name: str
    annotation: str
    expression: str


@dataclass(frozen=True, slots=True)
class OverloadView:
    """A form in which a checker lets a method be called. `keyword` is `def` or `async def`."""

    keyword: str
    parameters: str
    result: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """One method. `keyword` is `def` or `async def`; `parameters` and `statement` are whole.

    `overload` is the decorator of `overloads`, the forms in which a checker lets it be called.
    """

    overload: str
    overloads: tuple[OverloadView, ...]
    decorators: tuple[str, ...]
    keyword: str
    name: str
    parameters: str
    result: str
    doc: str
    comment: str
    statement: str


@dataclass(frozen=True, slots=True)
class WrapperView:
    """One line of a wrapper class: `self.name = function(resource.name)`."""

    name: str
    function: str


@dataclass(frozen=True, slots=True)
class OperationViews:
    """All that one operation becomes in its module."""

    spec: SpecView
    methods: tuple[MethodView, ...]
    raw: tuple[WrapperView, ...]
    streaming: tuple[WrapperView, ...]


class MethodWriter:
    """Writes the methods of one module. `receiver` is what calls are made on (`self._client`)."""

    def __init__(
        self,
        specs: SpecWriter,
        types: TypeWriter,
        errors: Mapping[str, str],
        *,
        receiver: str = "self._client",
    ) -> None:
        self.specs = specs
        self.types = types
        self.symbols = types.symbols
        self.errors = errors
        self.receiver = receiver

    def write(
        self,
        operation: Operation,
        arguments: Arguments,
        name: str,
        async_name: str,
        *,
        constant: str,
        spoken: str,
    ) -> OperationViews:
        """Write everything for one operation; `name` or `async_name` is empty when there is no such method.

        `spoken` is what messages call it.
        """
        event = self.paged(operation) or self.result(operation)
        spec = SpecView(
            constant,
            f"{self.symbols.runtime(OPERATION, 'Operation')}[{event}]",
            self.specs.write(operation, arguments, spoken),
        )
        methods = [
            self._method(operation, arguments, local, constant, event, is_async=is_async)
            for local, is_async in ((name, False), (async_name, True))
            if local
        ]
        raw, streaming = self._wrappers(operation, name, async_name)
        return OperationViews(spec, tuple(methods), raw, streaming)

    # Results

    def result(self, operation: Operation) -> str:
        """Annotate what an operation gives: for one that streams, one event."""
        found: list[str] = []
        for response in results(operation):
            contents = answer_contents(operation, response)
            if not contents:
                found.append("None")
            found += [self._content(content.kind, content.type) for content in contents]
        return join(found) if found else "None"

    def _content(self, kind: str, type_: Type) -> str:
        if kind == "binary":
            return self.symbols.builtin("bytes", runtime=False)
        if kind in ("text", "xml"):
            return self.symbols.builtin("str", runtime=False)
        return self.types.result(type_)

    def paged(self, operation: Operation) -> str:
        """Annotate a page that can be walked; empty when the answer is no such page."""
        page = self.specs.pages.by_operation.get(operation.id)
        if page is None or operation.pagination is None:
            return ""
        if page:
            return self.types.generated(page)
        kind = self.symbols.runtime(PAGING, "PagedList", runtime=False)
        return f"{kind}[{self.types.result(operation.pagination.item)}]"

    # Methods

    def _method(
        self,
        operation: Operation,
        arguments: Arguments,
        name: str,
        constant: str,
        event: str,
        *,
        is_async: bool,
    ) -> MethodView:
        if operation.streams:
            kind = self.stream(is_async=is_async)
            keyword, result = "def", f"{kind}[{event}]"
            statement = f"return {kind}.open({self.receiver}, {constant}, locals())"
        elif is_async and self.paged(operation):
            kind = self.symbols.runtime(PAGING, "PageCall")
            keyword, result = "def", f"{kind}[{event}]"
            statement = f"return {kind}.open({self.receiver}, {constant}, locals())"
        else:
            keyword = "async def" if is_async else "def"
            result = event
            wait = "await " if is_async else ""
            suffix = "_async" if is_async else ""
            statement = f"return {wait}{self.receiver}.call{suffix}({constant}, locals())"
        forms = self.forms(arguments)
        overloads = [OverloadView(keyword, form, result) for form in forms if len(forms) > 1]
        return MethodView(
            overload=self.symbols.typing("overload") if overloads else "",
            overloads=tuple(overloads),
            decorators=self.decorators(operation),
            keyword=keyword,
            name=name,
            parameters=self._signature(arguments),
            result=result,
            doc=self.doc(operation, arguments),
            comment=self.comment(operation, event),
            statement=statement,
        )

    def stream(self, *, is_async: bool) -> str:
        """Refer to the class of streams, which also opens them."""
        return self.symbols.runtime(EVENTS, "AsyncStreamCall" if is_async else "Stream")

    def decorators(self, operation: Operation) -> tuple[str, ...]:
        """Write what stands above a method: that it is deprecated, when it is."""
        if not operation.doc.deprecated:
            return ()
        reason = " ".join(operation.doc.deprecation.split()) or "The API deprecates it."
        deprecated = self.symbols.name("typing_extensions", "deprecated")
        return (f"{deprecated}({literals.string(reason)})",)

    def forms(self, arguments: Arguments, selector: str = "") -> tuple[str, ...]:
        """Write the ways to give the arguments: two when a body has required properties, one by one or whole.

        `selector` is the argument that both ways have although the body has it too.
        """
        whole = arguments.whole
        if whole is None:
            return (self.parameters(arguments.items),)
        if not any(item.required for item in arguments.body_fields if item.name != selector):
            return (self.parameters((*arguments.items, whole)),)
        apart = tuple(
            item
            for item in arguments.items
            if item.location != "body-field" or item.name == selector
        )
        return (
            self.parameters(arguments.items),
            self.parameters((*apart, replace(whole, required=True))),
        )

    def _signature(self, arguments: Arguments) -> str:
        """Write the parameters of the method itself, which takes the body in either way."""
        return self.parameters(loose(arguments))

    def parameters(
        self, items: Iterable[Argument], annotations: Mapping[str, str] | None = None
    ) -> str:
        """Write parameters; `annotations` take the place of what the types of some come to."""
        listed = list(items)
        known = annotations or {}
        positional = [self._argument(item, known) for item in listed if item.positional]
        named = [self._argument(item, known) for item in listed if not item.positional]
        options = self.symbols.runtime(SETTINGS, "CallOptions", runtime=False)
        unpack = self.symbols.name("typing_extensions", "Unpack", runtime=False)
        parts = ["self", *positional, *(["*", *named] if named else ())]
        parts.append(f"**options: {unpack}[{options}]")
        # A comma at the end gives each argument a line of its own.
        return ", ".join(parts) + ("," if len(positional) + len(named) > 1 else "")

    def annotation(self, item: Argument) -> str:
        """Annotate what a user gives for an argument."""
        type_ = item.type
        inner = type_.inner if isinstance(type_, Nullable) else type_
        if isinstance(inner, Constant):
            annotation = self.types.literal([inner.value])
            return annotation if type_ is inner else self.types.optional(annotation)
        write = self.types.part if item.uploaded else self.types.input
        if item.location == "body":
            write = self.types.content
        return join(write(each) for each in (type_, *item.others))

    def _argument(self, item: Argument, known: Mapping[str, str]) -> str:
        annotation = known.get(item.name) or self.annotation(item)
        if item.required:
            return _fitted(item.name, annotation, "")
        unset_type = self.symbols.runtime(OPERATION, "Unset", runtime=False)
        unset = self.symbols.runtime(OPERATION, "UNSET")
        return _fitted(item.name, f"{annotation} | {unset_type}", f" = {unset}")

    # Words

    def doc(self, operation: Operation, arguments: Arguments, streamed: str = "") -> str:
        """Write the docstring; `streamed` is what else the method gives."""
        sections: list[literals.Section] = []
        described = [
            (item.name, item.doc)
            for item in (*arguments.items, *((arguments.whole,) if arguments.whole else ()))
            if item.doc
        ]
        if described:
            sections.append(("Args", described))
        returns = text.paragraphs(self._returns(operation), streamed, unmodified(operation))
        if returns:
            sections.append(("Returns", [("", returns)]))
        raises = self.raises(operation)
        if raises:
            sections.append(("Raises", raises))
        summary = text.of(operation.doc)
        if not summary:
            summary = f"Call `{operation.method} {operation.path}`."
        return literals.docstring(summary, 8, sections)

    def _returns(self, operation: Operation) -> str:
        for response in results(operation):
            return text.of_result(response.doc)
        return ""

    def raises(self, operation: Operation) -> list[tuple[str, str]]:
        """List the errors that the document declares: (name of the class, status and words)."""
        found: list[tuple[str, str]] = []
        for response in operation.responses:
            if not response.error:
                continue
            for content in response.contents:
                name = self.errors.get(getattr(content.type, "name", ""))
                if name:
                    words = text.paragraphs(response.doc.summary, response.doc.description)
                    found.append((f"errors.{name}", f"{response.status}. {words}".strip()))
                    break
        return found

    def comment(self, operation: Operation, event: str) -> str:
        """Name verb, path, body and result in one line."""
        given = ""
        if operation.body is not None and operation.body.contents:
            content = operation.body.contents[0]
            given = (
                self.types.result(content.type) if content.kind != "binary" else content.media_type
            )
        answer = f"stream of {event}" if operation.streams else event
        call = f"{operation.method} {operation.path}"
        words = f"{call}: {given} -> {answer}" if given else f"{call} -> {answer}"
        return literals.comment(self.types.bare(words))

    # Wrappers

    def _wrappers(
        self, operation: Operation, name: str, async_name: str
    ) -> tuple[tuple[WrapperView, ...], tuple[WrapperView, ...]]:
        raw: list[WrapperView] = []
        streaming: list[WrapperView] = []
        for method, suffix in ((name, ""), (async_name, "_async")):
            if method:
                for views, function in ((raw, "raw"), (streaming, "streaming")):
                    local = self.symbols.runtime(RESPONSES, f"{function}{suffix}")
                    views.append(WrapperView(method, local))
        return tuple(raw), tuple(streaming)


def loose(arguments: Arguments) -> tuple[Argument, ...]:
    """Give the arguments as the method itself has them: the properties of a body may be missing where all of it is given."""
    if arguments.whole is None:
        return arguments.items
    items = (
        replace(item, required=item.required and item.location != "body-field")
        for item in arguments.items
    )
    return (*items, arguments.whole)


_ARGUMENT_INDENT = 8
_WIDTH = 88


def pragma(operations: Iterable[Operation]) -> str:
    """Give the comment on top of a module whose own wrappers name methods that are deprecated."""
    deprecated = any(operation.doc.deprecated for operation in operations)
    return "# pyright: reportDeprecated=false" if deprecated else ""


def _fitted(name: str, annotation: str, default: str) -> str:
    """Write an argument; a union that is too long for its line goes in parentheses, as Black has it."""
    text = f"{name}: {annotation}{default}"
    if _ARGUMENT_INDENT + len(text) + 1 > _WIDTH and len(split_union(annotation)) > 1:
        return f"{name}: ({annotation}){default}"
    return text
