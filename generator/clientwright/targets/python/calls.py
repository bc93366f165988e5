"""How each operation is called: the one source of truth for methods, references and `clientwright inspect`.

beta.conversations.start_stream(inputs=...)     beta.conversations.start_stream_async(inputs=...)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from clientwright.diagnostics import Diagnostic, Severity
from clientwright.ir import Api, Operation
from clientwright.targets.files import ArgumentName, CallNames
from clientwright.targets.python import pairs
from clientwright.targets.python.arguments import Arguments, plan
from clientwright.targets.python.names import Scope, client_member, method_name
from clientwright.targets.python.naming import Names
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.pairs import Pair
from clientwright.targets.python.types import Registry

_WRAPPERS = frozenset({"with_raw_response", "with_streaming_response"})


@dataclass(frozen=True, slots=True)
class Call:
    """The names of one operation's methods; `constant` is what its data is called in the module.

    `async_name` is the same as `name` where asynchronous calls have classes of their own, and empty where there are none.
    `pair` is there when the method is that of another operation as well.
    """

    name: str
    async_name: str
    constant: str
    path: tuple[str, ...]
    arguments: Arguments
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class Calls:
    """The calls by the operation's id."""

    by_operation: Mapping[str, Call]


def assign(api: Api, names: Names, registry: Registry, options: PythonOptions) -> Calls:
    """Name the methods of every operation. Within a resource, a resource below it keeps its name."""
    operations: Mapping[str, Operation] = {item.id: item for item in api.operations}
    result: dict[str, Call] = {}
    paired = pairs.by_operation(pairs.find(api, registry, options))
    for resource in api.resources:
        below = frozenset(
            names.resources[path].attribute for path in resource.children if path in names.resources
        )
        scope = Scope(below | _WRAPPERS)
        path = _attributes(resource.path, names)
        resource_names = frozenset(operations[identity].name for identity in resource.operations)
        wanted: dict[str, str] = {}
        for identity in resource.operations:
            if identity in paired and identity == paired[identity].streaming:
                continue
            name = _own_name(operations[identity], resource_names, options)
            wanted[identity] = scope.add(method_name(name) if path else client_member(name))
        for identity, name in wanted.items():
            twin = name if options.async_ == "class" else ""
            if options.async_ == "methods":
                twin = f"{name.rstrip('_')}_async"
                twin = scope.add(twin if path else client_member(twin))
            plain = Call(
                name=name,
                async_name=twin,
                constant="_" + re.sub(r"\W", "_", name.rstrip("_").upper()),
                path=path,
                arguments=plan(operations[identity], registry),
                pair=paired.get(identity),
            )
            result.update(_both(plain, identity))
    return Calls(_unique_constants(result))


def _own_name(operation: Operation, around: frozenset[str], options: PythonOptions) -> str:
    """Give the name of an operation, which is not that of another one's asynchronous method."""
    base = operation.name.removesuffix("_async")
    if options.async_ == "methods" and base != operation.name and base in around:
        return f"async_{base}"
    return operation.name


def renamed(operations: Iterable[Operation], calls: Calls) -> list[Diagnostic]:
    """Say which operations are not called as they are named, since another's asynchronous method has that name."""
    return [
        Diagnostic(
            Severity.INFO,
            "name-of-a-twin",
            f"`{operation.name}` would be the asynchronous form of another method; it is called `{call.name}`",
            "give one of the two another name by x-clientwright-name",
        )
        for operation in operations
        if (call := calls.by_operation.get(operation.id)) is not None
        and call.name == f"async_{operation.name.removesuffix('_async')}"
    ]


def _both(call: Call, identity: str) -> dict[str, Call]:
    """Give the call, and that of the operation that shares its method."""
    pair = call.pair
    if pair is None:
        return {identity: call}
    return {
        pair.plain: replace(call, arguments=pair.plain_arguments),
        pair.streaming: replace(
            call, arguments=pair.streaming_arguments, constant=f"{call.constant}_STREAM"
        ),
    }


def _unique_constants(calls: Mapping[str, Call]) -> dict[str, Call]:
    scopes: dict[tuple[str, ...], Scope] = {}
    result: dict[str, Call] = {}
    for identity, call in calls.items():
        constant = scopes.setdefault(call.path, Scope()).add(call.constant)
        result[identity] = replace(call, constant=constant)
    return result


def _attributes(path: tuple[str, ...], names: Names) -> tuple[str, ...]:
    return tuple(names.resources[path[: end + 1]].attribute for end in range(len(path)))


def call_names(api: Api, calls: Calls) -> list[CallNames]:
    """List how operations are called, in the document's order."""
    result: list[CallNames] = []
    for operation in api.operations:
        call = calls.by_operation.get(operation.id)
        if call is None:
            continue
        result.append(
            CallNames(
                operation=operation.id,
                call=".".join((*call.path, call.name)),
                async_call=".".join((*call.path, call.async_name or call.name)),
                arguments=[
                    ArgumentName(item.wire_name, item.location, item.name, item.required)
                    for item in call.arguments.items
                    if item.location
                ],
            )
        )
    return result
