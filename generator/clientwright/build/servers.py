"""https://spec.openapis.org/oas/v3.2.0.html#server-object."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clientwright.build.names import Scope
from clientwright.build.words import snake, split_words
from clientwright.ir import servers as ir
from clientwright.normalise import form

NAME = "x-clientwright-name"

_NOISE = frozenset(
    re.findall(
        r"\w+",
        "api base default endpoint env environment host instance our server servers the url",
    )
)
_LONGEST_NAME = 3


def servers(declared: Iterable[form.Server]) -> tuple[ir.Server, ...]:
    """Build the servers of a document or of an operation, in their order.

    A server's name is the one that it gives, or else its description when that is short and no other server's
    (`Production server` -> `production`), or else empty.
    """
    declared = tuple(declared)
    given = [_given_name(server) for server in declared]
    wanted = [name or _described(server) for server, name in zip(declared, given, strict=True)]
    scope = Scope("_")
    built: list[ir.Server] = []
    for server, own, name in zip(declared, given, wanted, strict=True):
        if not own and wanted.count(name) > 1:
            name = ""
        built.append(
            ir.Server(
                url=server.url,
                name=scope.take(name) if name else "",
                description=server.description,
                variables=_variables(server),
            )
        )
    return tuple(built)


def _given_name(server: form.Server) -> str:
    name = server.extensions.get(NAME, server.name)
    return snake(name, prefix="server") if isinstance(name, str) and name else ""


def _described(server: form.Server) -> str:
    words = [word for word in split_words(server.description) if word.lower() not in _NOISE]
    return snake(words, prefix="server") if 0 < len(words) <= _LONGEST_NAME else ""


def _variables(server: form.Server) -> tuple[ir.ServerVariable, ...]:
    scope = Scope("_")
    return tuple(
        ir.ServerVariable(
            name=scope.take(snake(variable.name, prefix="variable")),
            wire_name=variable.name,
            default=variable.default,
            enum=variable.enum,
            description=variable.description,
        )
        for variable in server.variables
    )
