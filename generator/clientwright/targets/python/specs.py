"""Operations as the data that the runtime works from.

_START: Operation[models.ConversationResponse] = Operation(
    "agents_api_v1_conversations_start",
    "POST",
    "/v1/conversations",
    body=Body("application/json", lambda: models.ConversationRequest, fields=("inputs", "stream")),
    answers={"200": Answer("application/json", lambda: models.ConversationResponse)},
    errors={"422": Answer("application/json", lambda: errors.HTTPValidationError)},
)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clientwright.ir import (
    AliasModel,
    Api,
    Array,
    BodyContent,
    EnumModel,
    Map,
    Named,
    Nullable,
    Operation,
    Parameter,
    Part,
    Response,
    ResponseContent,
    Retries,
    Scalar,
    ScalarUnion,
    Server,
    Tuple,
    Type,
)
from clientwright.targets.python import literals, paging
from clientwright.targets.python.arguments import Arguments, body_model
from clientwright.targets.python.paging import Pages
from clientwright.targets.python.runtime import (
    BODIES,
    BODY_CLASSES,
    OPERATION,
    PAGING,
    SENTINEL,
    STREAM_CLASSES,
    STYLE_WRITERS,
    STYLES,
    WHOLE_QUERY,
)
from clientwright.targets.python.symbols import Symbols
from clientwright.targets.python.types import Registry, TypeWriter

_PLAIN = frozenset({"string", "integer", "number", "boolean", "null", "date", "date-time", "uuid"})
_KINDS = {"xml": "text"}


def answer_contents(operation: Operation, response: Response) -> tuple[ResponseContent, ...]:
    """Give the ways in which this method takes an answer: streams for a method that streams, else all others."""
    return tuple(
        content
        for content in response.contents
        if (content.kind in STREAM_CLASSES) == operation.streams or response.error
    )


class SpecWriter:
    """Writes the operations of one module."""

    def __init__(
        self,
        api: Api,
        registry: Registry,
        types: TypeWriter,
        errors: Mapping[str, str],
        pages: Pages,
    ) -> None:
        self.pages = pages
        self._default_security = api.security
        self.registry = registry
        self.types = types
        self.errors = errors

    def _runtime(self, name: str, module: str = OPERATION) -> str:
        return self.types.symbols.runtime(module, name)

    def write(self, operation: Operation, arguments: Arguments, name: str) -> str:
        """Write the call that makes an operation; `name` is what messages call it."""
        parts = [
            literals.string(name),
            literals.string(operation.method),
            literals.string(operation.path),
        ]
        parameters = [self._parameter(item, arguments) for item in operation.parameters]
        if parameters:
            parts.append(f"parameters={_tuple(parameters)}")
        parts += self._bodies(operation, arguments)
        for title, error in (("answers", False), ("errors", True)):
            answers = [
                f"{literals.string(response.status)}: {self._answers(operation, response)}"
                for response in operation.responses
                if response.error == error and (not error or self._raised(response))
            ]
            if answers:
                parts.append(f"{title}={{{', '.join(answers)}}}")
        if operation.pinned:
            parts.append(f"pinned={literals.value(dict(operation.pinned))}")
        if operation.security != self._default_security:
            parts.append(f"security={self._security(operation)}")
        if operation.servers:
            servers = [write_server(server, self.types.symbols) for server in operation.servers]
            parts.append(f"servers={_tuple(servers)}")
        parts += self._habits(operation, arguments)
        return f"{self._runtime('Operation')}({', '.join(parts)})"

    def _parameter(self, item: Parameter, arguments: Arguments) -> str:
        parts = [literals.string(item.wire_name)]
        argument = arguments.of(item)
        if argument is not None and argument.name != item.wire_name:
            parts.append(f"argument={literals.string(argument.name)}")
        whole, writer = WHOLE_QUERY
        writer = writer if item.location == whole else STYLE_WRITERS.get(item.style, "")
        if writer:
            parts.append(f"write={self._runtime(writer, STYLES)}")
        form = item.location in ("query", "cookie")
        if not item.media_type and item.explode != form and item.style != "deepObject":
            parts.append(f"explode={item.explode}")
        if self._must_be_given(item):
            parts.append("required=True")
        if item.allow_reserved:
            parts.append("allow_reserved=True")
        if item.allow_empty_value:
            parts.append("allow_empty=True")
        if "json" in item.media_type:
            parts.append("json=True")
        if self._needs_codec(item.type):
            parts.append(f"codec=lambda: {self.types.codec(item.type)}")
        if item.constant:
            parts.append(f"constant={literals.value(constant_of(item.type))}")
        location = "query" if item.location == whole else item.location
        return f"{self._runtime(location)}({', '.join(parts)})"

    def _must_be_given(self, item: Parameter) -> bool:
        """Say whether a value is needed that the runtime would not ask for by itself."""
        if not item.required or item.constant or item.location == "path":
            return False
        model = self.registry.models[item.type.name] if isinstance(item.type, Named) else None
        aliased = model.type if isinstance(model, AliasModel) else None
        return not isinstance(item.type, Nullable) and not isinstance(aliased, Nullable)

    def _needs_codec(self, type_: Type) -> bool:
        """Say whether the wire form does not follow from the value that a user gives."""
        if isinstance(type_, Nullable):
            return self._needs_codec(type_.inner)
        if isinstance(type_, Array):
            return self._needs_codec(type_.items)
        if isinstance(type_, Map):
            return self._needs_codec(type_.values)
        if isinstance(type_, Tuple):
            rest = () if type_.rest is None else (type_.rest,)
            return any(self._needs_codec(item) for item in (*type_.items, *rest))
        if isinstance(type_, ScalarUnion):
            return any(self._needs_codec(item) for item in type_.members)
        if isinstance(type_, Scalar):
            return type_.scalar not in _PLAIN
        if isinstance(type_, Named):
            model = self.registry.models[type_.name]
            if isinstance(model, AliasModel) and type_.name not in self.registry.recursive:
                return self._needs_codec(model.type)
            return not isinstance(model, EnumModel)
        return False

    # Bodies

    def _bodies(self, operation: Operation, arguments: Arguments) -> list[str]:
        body = operation.body
        if body is None or not body.contents:
            return []
        written = [
            self._body(content, operation, arguments, first=index == 0)
            for index, content in enumerate(body.contents)
        ]
        parts = [f"body={written[0]}"]
        if len(written) > 1:
            parts.append(f"bodies={_tuple(written[1:])}")
        return parts

    def _body(
        self, content: BodyContent, operation: Operation, arguments: Arguments, *, first: bool
    ) -> str:
        assert operation.body is not None
        parts = [literals.string(content.media_type)]
        if content.kind in ("json", "form", "multipart", "json-lines"):
            parts.append(f"lambda: {self.types.codec(content.type)}")
        if body_model(operation, self.registry) is not None and (
            first or content.type == operation.body.contents[0].type
        ):
            fields = [
                literals.string(item.wire_name)
                if item.name == item.wire_name
                else f"({literals.string(item.name)}, {literals.string(item.wire_name)})"
                for item in arguments.body_fields
            ]
            parts.append(f"fields={_tuple(fields)}")
        whole = arguments.whole or next(
            (item for item in arguments.items if item.location == "body"), None
        )
        if whole is not None and whole.name != "request":
            parts.append(f"argument={literals.string(whole.name)}")
        if not operation.body.required:
            parts.append("required=False")
        if content.parts:
            parts.append(f"parts={_tuple([self._part(item, content) for item in content.parts])}")
        home = BODIES if content.kind in BODY_CLASSES else OPERATION
        made = self._runtime(BODY_CLASSES.get(content.kind, "Body"), home)
        return f"{made}({', '.join(parts)})"

    def _part(self, item: Part, content: BodyContent) -> str:
        parts = [literals.string(item.property)]
        if item.kind != "text":
            parts.append(f"kind={literals.string(item.kind)}")
        if item.media_type:
            parts.append(f"media_type={literals.string(item.media_type)}")
        if item.many:
            parts.append("many=True")
        if item.kind == "style":
            if item.style in STYLE_WRITERS:
                parts.append(f"write={self._runtime(STYLE_WRITERS[item.style], STYLES)}")
            if not item.explode:
                parts.append("explode=False")
            if item.allow_reserved:
                parts.append("allow_reserved=True")
        if item.headers:
            parts.append(f"headers={literals.value(dict(item.headers))}")
        parts += self._part_type(item, content)
        return f"{self._runtime('Part', BODIES)}({', '.join(parts)})"

    def _part_type(self, item: Part, content: BodyContent) -> list[str]:
        model = (
            self.registry.models.get(content.type.name) if isinstance(content.type, Named) else None
        )
        for entry in getattr(model, "properties", ()):
            if entry.wire_name != item.property:
                continue
            if entry.constant:
                return [f"constant={literals.value(constant_of(entry.type))}"]
            files = any(part.kind == "file" for part in content.parts)
            wanted = entry.required and not (entry.read_only or isinstance(entry.type, Nullable))
            required = ["required=True"] if files and wanted else []
            if item.kind != "file" and self._needs_codec(entry.type):
                inner = entry.type.inner if isinstance(entry.type, Nullable) else entry.type
                single = inner.items if item.many and isinstance(inner, Array) else entry.type
                return [*required, f"codec=lambda: {self.types.codec(single)}"]
            return required
        return []

    # Answers

    def _raised(self, response: Response) -> bool:
        return any(
            isinstance(content.type, Named) and content.type.name in self.errors
            for content in response.contents
        )

    def _answers(self, operation: Operation, response: Response) -> str:
        page = "" if response.error else self.pages.by_operation.get(operation.id, "")
        written = [
            text
            for content in answer_contents(operation, response)
            if (text := self._answer(content, page, error=response.error))
        ]
        if not written:
            return f'{self._runtime("Answer")}(kind="none")'
        return written[0] if len(written) == 1 else _tuple(written)

    def _answer(self, content: ResponseContent, page: str, *, error: bool) -> str:
        kind = _KINDS.get(content.kind, content.kind)
        parts = [literals.string(content.media_type)]
        if error:
            if not isinstance(content.type, Named) or content.type.name not in self.errors:
                return ""
            errors = self.types.symbols.name(self.types.symbols.package, "errors")
            parts.append(f"lambda: {errors}.{self.errors[content.type.name]}")
        elif page:
            parts.append(f"lambda: {self.types.generated(page)}")
        elif kind not in ("text", "binary"):
            parts.append(f"lambda: {self.types.codec(content.type)}")
        streams = kind in STREAM_CLASSES and not error
        if kind != "json" and not streams:
            parts.append(f"kind={literals.string(kind)}")
        if content.envelope:
            parts.append(f"envelope={literals.string(content.envelope)}")
        if content.data_encoded:
            parts.append("data_encoded=True")
        if streams and content.sentinel != SENTINEL:
            parts.append(f"sentinel={literals.string(content.sentinel)}")
        home, name = STREAM_CLASSES[kind] if streams else (OPERATION, "Answer")
        made = self._runtime(name, home)
        return f"{made}({', '.join(parts)})"

    # The rest

    def _security(self, operation: Operation) -> str:
        return _tuple(
            [
                _tuple([literals.string(name) for name, _ in requirement.schemes])
                for requirement in operation.security
            ]
        )

    def _habits(self, operation: Operation, arguments: Arguments) -> list[str]:
        parts: list[str] = []
        if operation.id in self.pages.by_operation:
            maker = self._runtime("Pagination", PAGING)
            made = paging.write(operation, arguments, self.registry, maker)
            parts.append(f"pagination={made}")
        if operation.retries is not None:
            parts.append(f"retries={_retries(operation.retries)}")
        if operation.idempotency_header:
            parts.append(f"idempotency={literals.string(operation.idempotency_header)}")
        return parts


def write_server(server: Server, symbols: Symbols) -> str:
    """Write a server with its variables."""
    parts = [literals.string(server.url)]
    if server.name:
        parts.append(literals.string(server.name))
    if server.variables:
        variables = ", ".join(
            f"{literals.string(item.wire_name)}: "
            f"({literals.string(item.default)}, {literals.names(item.enum)})"
            for item in server.variables
        )
        parts.append(f"variables={{{variables}}}")
    return f"{symbols.runtime(OPERATION, 'Server')}({', '.join(parts)})"


def _retries(retries: Retries) -> str:
    """Write the arguments of the runtime's `RetryConfig`."""
    if not retries.enabled:
        return literals.value({"max_attempts": 1})
    found: dict[str, object] = {
        "max_attempts": None,
        "initial_interval_ms": retries.initial_interval,
        "max_interval_ms": retries.max_interval,
        "exponent": retries.exponent,
        "max_elapsed_ms": retries.max_elapsed_time,
    }
    if retries.statuses:
        found["statuses"] = list(retries.statuses)
    if not retries.connection_errors:
        found["connection_errors"] = False
    return literals.value(found)


def constant_of(type_: Type) -> object:
    """Give the value of a type that has one."""
    inner = type_.inner if isinstance(type_, Nullable) else type_
    return getattr(inner, "value", None)


def _tuple(items: Sequence[str]) -> str:
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"
