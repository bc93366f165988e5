"""Path Item Objects: https://spec.openapis.org/oas/v3.2.0.html#path-item-object"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.fields import Fields, fields_of, kind_of
from clientwright.normalise.form import Json, Operation, Parameter, Server
from clientwright.normalise.operation import (
    PathItemParts,
    drop,
    operation_name,
    read_operation,
    read_path_parameters,
)
from clientwright.normalise.parameter import override
from clientwright.normalise.path_template import split_path_key
from clientwright.normalise.security_requirement import SchemesInUse
from clientwright.normalise.server import read_servers
from clientwright.normalise.vendor import is_ignored

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

_FIELDS = frozenset(
    {
        "$ref",
        "summary",
        "description",
        "servers",
        "parameters",
        "additionalOperations",
        *METHODS,
    }
)

_MAX_KEY = 8_000
"""Characters of a path: what servers should take at least, https://www.rfc-editor.org/rfc/rfc9112#section-3"""

_MAX_CHAIN = 50
"""Path items that refer to one another: each path walks its whole chain."""

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""What a method may be: https://www.rfc-editor.org/rfc/rfc9110#section-9.1"""


def read_path_item(
    context: Context, key: str, location: Location, schemes: SchemesInUse, document_url: str
) -> Iterator[Operation]:
    """The operations of the path item at `location`, those that it refers to after its own."""
    chain = _chain(context, key, location)
    if not chain:
        return
    if any(is_ignored(fields.values) for fields in chain):
        context.info(location, "ignored-by-extension", "The path item is ignored, as it asks.")
        for _, method, place in _operations(chain):
            drop(
                context,
                operation_name(method, key, place.value),
                place,
                "An extension asks for it.",
            )
        return
    if len(key) > _MAX_KEY:
        context.error(
            location,
            "path-too-long",
            f"The path has {len(key)} characters, more than servers take; its operations are dropped.",
        )
        for _, method, place in _operations(chain):
            drop(context, operation_name(method, key, place.value), place, "Its path is too long.")
        return
    _check_key(context, key, location)
    item = _merged(key, chain, schemes, document_url)
    seen: set[str] = set()
    for fields, method, place in _operations(chain):
        if method in seen:
            fields.context.warning(
                place,
                "duplicate-operation",
                f"{method} of this path is defined nearer to the path; this one is dropped.",
            )
            drop(
                context,
                operation_name(method, key, place.value),
                place,
                "Another one stands before it.",
            )
            continue
        seen.add(method)
        operation = read_operation(context, method, place, item)
        if operation is not None:
            yield operation


def _merged(
    key: str, chain: list[Fields], schemes: SchemesInUse, document_url: str
) -> PathItemParts:
    """What the path items of the chain say together; the nearest has the last word."""
    template = split_path_key(key)
    parameters: tuple[Parameter, ...] = ()
    servers: tuple[Server, ...] = ()
    extensions: Mapping[str, Json] = {}
    summary = description = ""
    for fields in reversed(chain):
        fields.check_known(_FIELDS)
        parameters = override(parameters, read_path_parameters(fields, template))
        servers = read_servers(fields, document_url) or servers
        extensions = {**extensions, **fields.extensions("path item")}
        summary = fields.text("summary") or summary
        description = fields.text("description") or description
    return PathItemParts(
        location=chain[0].location,
        key=key,
        template=template,
        summary=summary,
        description=description,
        parameters=parameters,
        servers=servers,
        document_url=document_url,
        extensions=extensions,
        schemes=schemes,
    )


def _chain(context: Context, key: str, location: Location) -> list[Fields]:
    """The path item at `location` and those that it refers to, nearest first."""
    chain: list[Fields] = []
    seen: set[str] = set()
    here: Location | None = location
    while here is not None:
        if here.id in seen:
            context.error(
                location,
                "reference-cycle",
                "The path item refers back to itself; the reference is dropped.",
            )
            break
        if len(seen) == _MAX_CHAIN:
            context.error(
                location,
                "reference-chain",
                f"More than {_MAX_CHAIN} path items refer to one another here; the rest is dropped.",
            )
            break
        seen.add(here.id)
        fields = fields_of(context, here, "a path item")
        if fields is None:
            drop(context, key, here, "The path item is not an object.")
            break
        chain.append(fields)
        if "$ref" not in fields:
            break
        ref = fields.values["$ref"]
        if isinstance(ref, str):
            target = context.resolve(here, ref)
            if target is None:
                drop(context, key, here, "The path item refers to what is not there.")
            here = target
        else:
            context.error(
                here.child("$ref"), "wrong-type", f"`$ref` has to be a string, not {kind_of(ref)}."
            )
            drop(context, key, here, "The path item's reference is not a string.")
            here = None
    return chain


def _operations(chain: list[Fields]) -> Iterator[tuple[Fields, str, Location]]:
    """Owner, method and location of each operation of the chain, in the order of the document."""
    for fields in chain:
        for name in fields.values:
            if name in METHODS:
                yield fields, name.upper(), fields.child(name)
        for method, place in fields.entries("additionalOperations"):
            if method.lower() in METHODS and method.upper() == method:
                fields.context.warning(
                    place,
                    "method-has-field",
                    f"{method} has a field of its own in a path item; it is read all the same.",
                    f"Move it to `{method.lower()}`.",
                )
            if _TOKEN.fullmatch(method):
                yield fields, method, place
            else:
                fields.context.error(
                    place,
                    "not-a-method",
                    f"`{method}` is no method that HTTP can send; the operation is dropped.",
                )
                drop(
                    fields.context, operation_name(method, "", place.value), place, "Not a method."
                )


def _check_key(context: Context, key: str, location: Location) -> None:
    template = split_path_key(key)
    if not key.startswith("/"):
        context.warning(
            location,
            "path-without-slash",
            f"The path `{key}` has to begin with `/`, which is added.",
        )
    if template.query:
        context.info(
            location,
            "query-in-path",
            f"The path `{key}` has a query part, which OpenAPI does not allow; it is sent as it is.",
            "Declare query parameters, with `const` where the value is fixed.",
        )
