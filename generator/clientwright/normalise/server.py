"""Server Objects: https://spec.openapis.org/oas/v3.2.0.html#server-object"""

from __future__ import annotations

import re
from urllib.parse import urljoin

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.fields import Fields, fields_of
from clientwright.normalise.form import Server, ServerVariable
from clientwright.normalise.vendor import PREFIX

_FIELDS = frozenset({"url", "name", "description", "variables"})
_VARIABLE_FIELDS = frozenset({"enum", "default", "description"})

_EXPRESSION = re.compile(r"\{([^{}]*)\}")

# A scheme, or a variable in its place, is what makes a URL absolute.
_ABSOLUTE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*|\{[^{}]*\}):", re.ASCII)


def read_servers(owner: Fields, document_url: str = "") -> tuple[Server, ...]:
    """The servers in `servers` of the document, a path item or an operation; empty when there are none.

    `document_url` is where the document was fetched from, if it was: relative URLs start there.
    """
    found: list[Server] = []
    for location in owner.elements("servers"):
        fields = fields_of(owner.context, location, "a server")
        if fields is not None:
            server = _read(fields, document_url)
            if server is not None:
                found.append(server)
    return tuple(found)


def resolve_url(url: str, document_url: str) -> str:
    """`url` as seen from the document's own; unchanged when it is absolute or the document was not fetched."""
    if not document_url or _ABSOLUTE.match(url):
        return url
    try:
        return urljoin(document_url, url)
    except ValueError:
        return url


def _read(fields: Fields, document_url: str) -> Server | None:
    fields.check_known(_FIELDS)
    url = fields.text("url")
    if not url:
        fields.context.warning(
            fields.location, "server-without-url", "The server has no `url`; it is dropped."
        )
        return None
    variables = _variables(fields, url)
    url = resolve_url(url, document_url)
    extensions = fields.extensions("server")
    return Server(
        url=url,
        pointer=fields.location.id,
        name=fields.text("name") or extensions.get(f"{PREFIX}name", ""),
        description=fields.text("description"),
        variables=variables,
        extensions=extensions,
    )


def _variables(fields: Fields, url: str) -> tuple[ServerVariable, ...]:
    """The variables that the URL has; others, and expressions that nothing declares, are reported."""
    expressions = dict.fromkeys(_EXPRESSION.findall(url))
    found: list[ServerVariable] = []
    declared: set[str] = set()
    for name, location in fields.entries("variables"):
        declared.add(name)
        if name not in expressions:
            fields.context.info(
                location, "unused-server-variable", f"`{name}` does not occur in the server's URL."
            )
            continue
        variable = _variable(fields.context, name, location)
        if variable is not None:
            found.append(variable)
    for name in expressions:
        if name not in declared:
            fields.context.warning(
                fields.location,
                "undeclared-server-variable",
                f"The server's URL has `{{{name}}}`, which `variables` does not declare; "
                "its default is the empty string.",
            )
            found.append(ServerVariable(name=name, default=""))
    return tuple(found)


def _variable(context: Context, name: str, location: Location) -> ServerVariable | None:
    fields = fields_of(context, location, "a server variable")
    if fields is None:
        return None
    fields.check_known(_VARIABLE_FIELDS)
    enum = fields.texts("enum")
    default = fields.text("default")
    if "default" not in fields:
        default = enum[0] if enum else ""
        context.warning(
            location,
            "server-variable-without-default",
            f"The server variable `{name}` has no `default`; `{default}` is used.",
        )
    elif enum and default not in enum:
        context.warning(
            fields.child("default"),
            "server-default-not-allowed",
            f"The default of the server variable `{name}` is not among its `enum`, which gains it.",
        )
        enum = (default, *enum)
    return ServerVariable(
        name=name, default=default, enum=enum, description=fields.text("description")
    )
