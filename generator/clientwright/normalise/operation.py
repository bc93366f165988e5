"""Operation Objects: https://spec.openapis.org/oas/v3.2.0.html#operation-object"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clientwright.load import Location
from clientwright.normalise.context import Context, DroppedOperation
from clientwright.normalise.external_docs import read_external_docs
from clientwright.normalise.fields import Fields, as_object, fields_of
from clientwright.normalise.form import Json, Operation, Parameter, RequestBody, Server
from clientwright.normalise.parameter import missing_path_parameter, override, read_parameters
from clientwright.normalise.path_template import PathKey
from clientwright.normalise.request_body import read_request_body
from clientwright.normalise.response import read_responses
from clientwright.normalise.security_requirement import SchemesInUse, read_security
from clientwright.normalise.server import read_servers
from clientwright.normalise.streamed_answer import with_streams
from clientwright.normalise.vendor import PREFIX, is_ignored

_FIELDS = frozenset(
    {
        "tags",
        "summary",
        "description",
        "externalDocs",
        "operationId",
        "parameters",
        "requestBody",
        "responses",
        "callbacks",
        "deprecated",
        "security",
        "servers",
    }
)


@dataclass(frozen=True, slots=True)
class PathItemParts:
    """What a path item gives to each of its operations."""

    location: Location
    key: str
    template: PathKey
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    servers: tuple[Server, ...]
    document_url: str
    extensions: Mapping[str, Json]
    schemes: SchemesInUse


def read_operation(
    context: Context, method: str, location: Location, item: PathItemParts
) -> Operation | None:
    """The operation at `location`; None when it is dropped, which is noted in the context."""
    fields = fields_of(context, location, "an operation")
    if fields is None:
        drop(context, f"{method} {item.key}", location, "It is not an object.")
        return None
    operation_id = fields.text("operationId")
    if is_ignored(fields.values):
        context.info(location, "ignored-by-extension", "The operation is ignored, as it asks.")
        drop(context, operation_id or f"{method} {item.key}", location, "An extension asks for it.")
        return None
    fields.check_known(_FIELDS)
    if "callbacks" in fields:
        context.info(
            fields.child("callbacks"),
            "callbacks-not-expressed",
            "Callbacks are requests to the client's own server; they have no effect on a client.",
        )
    parameters = _parameters(fields, item)
    in_query = {each.name: each.required for each in parameters if each.in_ == "query"}
    inherited = {key: value for key, value in item.extensions.items() if key.startswith(PREFIX)}
    return Operation(
        pointer=location.id,
        method=method,
        path_key=item.key,
        path=item.template.on_the_wire(in_query),
        variant=item.template.variant,
        operation_id=operation_id,
        summary=fields.text("summary") or item.summary,
        description=fields.text("description") or item.description,
        tags=fields.texts("tags"),
        deprecated=fields.deprecated(),
        parameters=parameters,
        request_body=_request_body(fields, method),
        responses=with_streams(fields, read_responses(fields)),
        servers=read_servers(fields, item.document_url) or item.servers,
        security=read_security(fields, item.schemes),
        external_docs=read_external_docs(fields),
        extensions={**inherited, **fields.extensions("operation")},
    )


def drop(context: Context, name: str, location: Location, reason: str) -> None:
    """Note that an operation, or all operations of a path item, are not in the normal form."""
    context.dropped.append(DroppedOperation(name, location.id, reason))


def read_path_parameters(fields: Fields, template: PathKey) -> tuple[Parameter, ...]:
    """The parameters in `fields`, without path parameters that the path template has no place for."""
    names = template.expressions()
    found: list[Parameter] = []
    for parameter in read_parameters(fields):
        if parameter.in_ == "path" and parameter.name not in names:
            fields.context.warning(
                fields.location,
                "parameter-not-in-path",
                f"The path has no `{{{parameter.name}}}`; the path parameter of that name is dropped.",
                f"The path is `{template.path}`.",
            )
            continue
        found.append(parameter)
    return tuple(found)


def _parameters(fields: Fields, item: PathItemParts) -> tuple[Parameter, ...]:
    """All parameters of the operation, those that its path has and nothing declares included."""
    own = read_path_parameters(fields, item.template)
    merged = override(item.parameters, own)
    declared = {each.name for each in merged if each.in_ in ("path", "query")}
    in_path = {each.name for each in merged if each.in_ == "path"}
    added: list[Parameter] = []
    for name in item.template.expressions():
        in_query_alone = f"{{{name}}}" not in item.template.path
        if name in in_path or (in_query_alone and name in declared):
            continue
        fields.context.warning(
            fields.location,
            "undeclared-path-parameter",
            f"Nothing declares the path parameter `{name}`; it is taken to be a required string.",
            "Declare it in `parameters` with `in: path`.",
        )
        added.append(missing_path_parameter(fields.context, item.location, name))
    querystrings = [each for each in merged if each.in_ == "querystring"]
    if querystrings and any(each.in_ == "query" for each in merged):
        fields.context.warning(
            fields.location,
            "query-and-querystring",
            "An operation has to have either query parameters or one `in: querystring`, not both; "
            "the querystring is dropped.",
        )
        merged = tuple(each for each in merged if each.in_ != "querystring")
    elif len(querystrings) > 1:
        fields.context.warning(
            fields.location,
            "several-querystrings",
            "An operation can have one parameter `in: querystring`; the first counts.",
        )
        merged = tuple(
            each for each in merged if each.in_ != "querystring" or each is querystrings[0]
        )
    return (*merged, *added)


def _request_body(fields: Fields, method: str) -> RequestBody | None:
    if method == "TRACE" and "requestBody" in fields:
        fields.context.warning(
            fields.child("requestBody"),
            "trace-with-body",
            "A TRACE request has no content (RFC 9110, section 9.3.8); the body is dropped.",
        )
        return None
    return read_request_body(fields)


def operation_name(method: str, key: str, value: Json) -> str:
    """How a report names an operation: by its operationId or by method and path."""
    values = as_object(value)
    operation_id = None if values is None else values.get("operationId")
    return operation_id if isinstance(operation_id, str) and operation_id else f"{method} {key}"
