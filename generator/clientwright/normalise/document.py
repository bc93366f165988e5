"""OpenAPI Objects, the root of a document: https://spec.openapis.org/oas/v3.2.0.html#openapi-object"""

from __future__ import annotations

from functools import partial

from clientwright.load import Location
from clientwright.normalise.components import read_components
from clientwright.normalise.context import Context
from clientwright.normalise.cycles import break_cycles
from clientwright.normalise.dynamic_reference import resolve_dynamic_references
from clientwright.normalise.event_data import with_event_data
from clientwright.normalise.fields import Fields, fields_of
from clientwright.normalise.file_parts import with_file_parts
from clientwright.normalise.form import Api, Json, Operation, Server
from clientwright.normalise.info import read_info
from clientwright.normalise.merge_patch import with_merge_patches
from clientwright.normalise.operation_hints import name_rules, named_by_rules, with_places
from clientwright.normalise.path_item import read_path_item
from clientwright.normalise.schema import read_schema
from clientwright.normalise.security_requirement import (
    declared_schemes,
    read_security,
)
from clientwright.normalise.server import read_servers, resolve_url
from clientwright.normalise.tag import read_tags
from clientwright.normalise.union_members import with_tagged_members
from clientwright.normalise.vendor import PREFIX

_FIELDS = frozenset(
    {
        "openapi",
        "$self",
        "info",
        "jsonSchemaDialect",
        "servers",
        "paths",
        "webhooks",
        "components",
        "security",
        "tags",
        "externalDocs",
    }
)


def read_document(context: Context, root: Location, document_url: str) -> Api:
    """The document at `root` in normal form; an empty one, with findings, where nothing of it can be read."""
    read = partial(read_schema, context)
    fields = fields_of(context, root, "the document") or Fields(context, root, {}, "the document")
    fields.check_known(_FIELDS)
    component_schemas = {
        name: context.schemas.add(location)
        for name, location in read_components(fields, "schemas").items()
    }
    context.schemas.drain(read)
    schemes = declared_schemes(context, read_components(fields, "securitySchemes"))
    extensions = {**_hints_of_paths(fields), **fields.extensions("document")}
    rules = name_rules(extensions)
    operations: list[Operation] = []
    for key, location in fields.entries("paths"):
        if key.startswith("x-"):
            continue
        operations += (
            named_by_rules(with_places(operation), rules)
            for operation in read_path_item(context, key, location, schemes, document_url)
        )
        context.schemas.drain(read)
    context.schemas.finish(read)
    resolve_dynamic_references(context, read)
    if "webhooks" in fields:
        context.info(
            fields.child("webhooks"),
            "webhooks-not-expressed",
            "Webhooks are requests to the client's own server; they have no effect on a client.",
        )
    schemas = with_tagged_members(break_cycles(context, context.schemas.read), component_schemas)
    schemas = with_file_parts(tuple(operations), with_event_data(tuple(operations), schemas))
    schemas = with_merge_patches(tuple(operations), schemas)
    info = read_info(fields)
    security = read_security(fields, schemes)
    return Api(
        title=info.title,
        version=info.version,
        summary=info.summary,
        description=info.description,
        openapi=fields.text("openapi") or context.workspace.version,
        servers=read_servers(fields, document_url) or _default_servers(document_url),
        security=security or (),
        security_schemes=schemes.usable(),
        tags=read_tags(fields),
        operations=tuple(operations),
        schemas=schemas,
        component_schemas=component_schemas,
        terms_of_service=info.terms_of_service,
        contact=info.contact,
        license=info.license,
        extensions=extensions,
    )


def _hints_of_paths(document: Fields) -> dict[str, Json]:
    """The neutral extensions of `paths`, which hold for the whole document where it has none of its own."""
    paths = document.object("paths", "the paths")
    if paths is None:
        return {}
    found = paths.extensions("paths")
    return {key: value for key, value in found.items() if key.startswith(PREFIX)}


def _default_servers(document_url: str) -> tuple[Server, ...]:
    return (Server(url=resolve_url("/", document_url)),)
