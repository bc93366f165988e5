"""Tests that come with a package: for each operation, what goes over the wire and what comes back, on a loopback server.

def test_get(server: Server, client: Mistral) -> None:
    server.answer(200, json={"id": "...", ...})
    result = client.beta.agents.get("...")
    assert (server.request.method, server.request.path) == ("GET", "/v1/agents/...")
    assert isinstance(result, models.Agent)
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from clientwright.ir import (
    Array,
    Named,
    Nullable,
    ObjectModel,
    Operation,
    Resource,
    ResponseContent,
    Type,
    UnionModel,
)
from clientwright.targets.files import GeneratedFile
from clientwright.targets.python import literals, paging, requests
from clientwright.targets.python.client import credentials
from clientwright.targets.python.examples import ExampleWriter, Given, source
from clientwright.targets.python.names import Scope
from clientwright.targets.python.options import TYPED_DICT, PythonOptions
from clientwright.targets.python.requests import Request
from clientwright.targets.python.resources import Context
from clientwright.targets.python.results import results
from clientwright.targets.python.types import Registry

# No line is broken here; the formatter does that.
_UNBROKEN = 100_000
_SECRET = "test"
_BODILESS = (204, 205, 304)


@dataclass(frozen=True, slots=True)
class ConftestView:
    """`tests/conftest.py`: `arguments` are the credentials that the client of the tests is given."""

    package: str
    client: str
    arguments: str


@dataclass(frozen=True, slots=True)
class TestView:
    """One test; `lines` are its body."""

    name: str
    deprecated: bool
    doc: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TestsModule:
    """The tests of one resource; `imports` are names of the package."""

    doc: str
    package: str
    client: str
    variable: str
    imports: str
    pytest: bool
    tests: tuple[TestView, ...]


def files(context: Context, options: PythonOptions) -> list[GeneratedFile]:
    """Give the files of the folder `tests`, one module for each resource; none for a package without operations."""
    modules = {
        context.names.resources[path].module if path else "client": _module(context, options, item)
        for path, item in context.resources.items()
        if item.operations
    }
    if not modules:
        return []
    found = [
        _file("__init__", "nothing", Empty(literals.docstring("Tests of the package."))),
        _file("conftest", "tests_conftest", _conftest(context, options)),
    ]
    return [
        *found,
        *(_file(f"test_{name}", "tests_module", view) for name, view in modules.items()),
    ]


@dataclass(frozen=True, slots=True)
class Empty:
    """A module that holds nothing but its docstring."""

    doc: str


def _file(name: str, template: str, view: object) -> GeneratedFile:
    return GeneratedFile(f"tests/{name}.py", f"python/{template}.py.jinja", view, language="python")


def _conftest(context: Context, options: PythonOptions) -> ConftestView:
    given = [
        f'{local}=("user", "{_SECRET}")' if scheme.kind == "basic" else f'{local}="{_SECRET}"'
        for scheme, local in credentials(context.api)
        if scheme.kind != "mutual-tls"
    ]
    return ConftestView(options.package, options.client_class, ", ".join([*given, ""]))


def _module(context: Context, options: PythonOptions, resource: Resource) -> TestsModule:
    scope = Scope()
    operations = [context.operations[item] for item in resource.operations]
    tests = tuple(_Writer(context, options, operation).test(scope) for operation in operations)
    body = "\n".join(line for test in tests for line in test.lines)
    path = ".".join(context.calls.by_operation[operations[0].id].path) or options.client_class
    return TestsModule(
        doc=literals.docstring(f"What `{path}` sends and receives."),
        package=options.package,
        client=options.client_class,
        variable="client",
        imports=", ".join((options.client_class, *(("models",) if "models." in body else ()))),
        pytest=any(test.deprecated for test in tests),
        tests=tests,
    )


class _Writer:
    """Writes the test of one operation."""

    def __init__(self, context: Context, options: PythonOptions, operation: Operation) -> None:
        self._context = context
        self._registry: Registry = context.registry
        # Typed dicts are no classes that something is an instance of.
        self._dicts = options.models_style == TYPED_DICT
        self._operation = operation
        self._call = context.calls.by_operation[operation.id]

    def test(self, scope: Scope) -> TestView:
        operation, call = self._operation, self._call
        given = ExampleWriter(self._registry, documented=False).call(operation, call.arguments)
        complete = ExampleWriter(self._registry, documented=False, complete=True)
        expected = requests.write(
            operation, complete.call(operation, call.arguments), self._registry
        )
        name = f"{call.name}_stream" if operation.streams and call.pair else call.name
        return TestView(
            name=scope.add(f"test_{name.strip('_')}"),
            deprecated=operation.doc.deprecated,
            doc=literals.docstring(f"{operation.method} {operation.path}", 4),
            lines=(
                *self._exchange(given),
                *self._sent(expected),
            ),
        )

    # What comes back

    def _exchange(self, given: Sequence[Given]) -> list[str]:
        """Prepare the answer, make the call, look at the result."""
        target = ".".join(("client", *self._call.path, self._call.name))
        arguments = ", ".join(
            text if item.argument.positional else f"{item.argument.name}={text}"
            for item in given
            for text in (source(item.value, 0, _UNBROKEN),)
        )
        call = f"{target}({arguments})"
        status, content = self._success()
        if content is None:
            return [f"server.answer({status})", call]
        value = _answer(self._registry, content)
        if self._operation.streams:
            return [
                self._prepared(status, content, _stream(content, value)),
                f"with {call} as events:",
                "    assert len(list(events)) == 1",
            ]
        if content.kind == "json":
            prepared = f"server.answer({status}, {_media(content)}, json={literals.value(value)})"
            return [prepared, f"result = {call}", *self._checks(content.type)]
        body = value if isinstance(value, bytes) else str(value).encode()
        shown = "b" + literals.string(body.decode())
        wanted = shown if content.kind == "binary" else literals.string(str(value))
        return [
            self._prepared(status, content, body),
            f"result = {call}",
            f"assert result == {wanted}",
        ]

    def _success(self) -> tuple[int, ResponseContent | None]:
        """Find the answer of the test: the first that is no error, and the first content that it may have."""
        for response in results(self._operation):
            status = int(response.status) if response.status.isdigit() else 200
            streams = ("sse", "json-lines")
            fitting = [
                content
                for content in response.contents
                if (content.kind in streams) == self._operation.streams
            ]
            # HTTP gives some answers no body, whatever the document says (RFC 9110, section 6.4.1).
            return status, None if status in _BODILESS else next(iter(fitting), None)
        return 200, None

    def _prepared(self, status: int, content: ResponseContent, body: bytes) -> str:
        text = literals.string(body.decode())
        encoded = f"b{text}" if text.isascii() else f"{text}.encode()"
        return f"server.answer({status}, {_media(content)}, {encoded})"

    def _checks(self, type_: Type) -> list[str]:
        """Look at a result as far as its type can be told from outside."""
        settled = paging.settle(type_, self._registry)
        paged = self._context.pages.by_operation.get(self._operation.id)
        if paged:
            return [f"assert isinstance(result, models.{paged})"]
        if isinstance(settled, Array):
            return ["assert len(result) == 1"]
        if isinstance(settled, Nullable):
            settled = paging.settle(settled.inner, self._registry)
        model = self._registry.models[settled.name] if isinstance(settled, Named) else None
        if isinstance(model, UnionModel) and isinstance(model.members[0].type, Named):
            model = self._registry.models[model.members[0].type.name]
        if isinstance(model, ObjectModel):
            name = self._registry.names.models[model.name].name
            kind = "dict" if self._dicts else f"models.{name}"
            return [f"assert isinstance(result, {kind})"]
        return ["assert result is not None"]

    # What went out

    def _sent(self, expected: Request) -> list[str]:
        method, path = literals.string(expected.method), literals.string(expected.path)
        lines = [f"assert (server.request.method, server.request.path) == ({method}, {path})"]
        if expected.exact:
            query = [*expected.query, *self._keys()]
            pairs = ", ".join(
                f"({literals.string(a)}, {literals.string(b)})" for a, b in sorted(query)
            )
            lines.append(f"assert sorted(server.request.query) == [{pairs}]")
        for name, value in expected.headers:
            lines.append(
                f"assert server.request.headers[{literals.string(name)}] == {literals.string(value)}"
            )
        for name, value in expected.cookies:
            cookie = literals.string(f"{name}={value}")
            lines.append(f'assert {cookie} in server.request.headers["Cookie"]')
        return [*lines, *_body(expected)]

    def _keys(self) -> list[tuple[str, str]]:
        """List the credentials that go into the query."""
        security = self._operation.security
        wanted = {name for name, _ in security[0].schemes} if security else set[str]()
        return [
            (scheme.wire_name, _SECRET)
            for scheme, _ in credentials(self._context.api)
            if scheme.name in wanted and scheme.kind == "api-key" and scheme.location == "query"
        ]


def _answer(registry: Registry, content: ResponseContent) -> Any:
    if content.kind == "binary":
        return b"..."
    if content.kind in ("text", "xml"):
        return "..."
    writer = ExampleWriter(registry, documented=False)
    value = writer.answer(content.type)
    settled = paging.settle(content.type, registry)
    model = registry.models[settled.name] if isinstance(settled, Named) else None
    if content.envelope != "event" or not isinstance(model, ObjectModel):
        return value
    # An event without data is none, whether the document requires the data or not.
    data = {
        item.wire_name: writer.answer(item.type)
        for item in model.properties
        if item.wire_name == "data"
    }
    return {**value, **data}


def _media(content: ResponseContent) -> str:
    # A range such as `image/*` stands for a type that it covers.
    return literals.string(
        content.media_type.replace("*/*", "application/octet-stream").replace("*", "x")
    )


def _stream(content: ResponseContent, value: Any) -> bytes:
    """Write a stream of one event (https://html.spec.whatwg.org/multipage/server-sent-events.html), or of one line."""
    if content.kind == "json-lines":
        start = "\x1e" if "json-seq" in content.media_type else ""
        line = value if content.data_encoded and isinstance(value, str) else json.dumps(value)
        return f"{start}{line}\n".encode()
    lines: list[str] = []
    data = value
    if content.envelope == "event" and isinstance(value, Mapping):
        event = cast(Mapping[str, Any], value)
        lines += [f"{name}: {event[name]}" for name in ("event", "id", "retry") if name in event]
        data = event.get("data", {})
    text = data if content.data_encoded and isinstance(data, str) else json.dumps(data)
    lines += [f"data: {text}", "", ""]
    if content.sentinel:
        lines[-1:] = [f"data: {content.sentinel}", "", ""]
    return "\n".join(lines).encode()


def _body(expected: Request) -> list[str]:
    content, body = expected.content, expected.body
    if content is None:
        return ['assert server.request.body == b""']
    if content.kind == "json":
        return [f"assert server.request.json() == {literals.value(body)}"]
    lines: list[str] = []
    if content.kind == "multipart" and isinstance(body, Mapping):
        label = literals.string(content.media_type.split(";")[0])
        lines.append(f'assert server.request.headers["Content-Type"].startswith({label})')
        for name in cast(Mapping[str, Any], body):
            part = literals.string(f'name="{name}"')
            lines.append(f"assert {part} in server.request.body.decode()")
    elif content.kind == "form" and isinstance(body, Mapping):
        fields = cast(Mapping[str, Any], body)
        if any(isinstance(value, Mapping | list) for value in fields.values()):
            return ["assert server.request.form()"]
        pairs = {name: requests.text_of(value) for name, value in fields.items()}
        lines.append(f"assert server.request.form() == {literals.value(pairs)}")
    elif isinstance(body, bytes | str):
        data = body if isinstance(body, bytes) else body.encode()
        lines.append(f"assert server.request.body == b{literals.string(data.decode())}")
    return lines
