"""The Path Item, Operation and Response Objects of Swagger 2.0 to OpenAPI 3.0.

https://spec.openapis.org/oas/v2.0.html#operation-object
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from clientwright.diagnostics import Severity
from clientwright.load.swagger2_context import Context, absolute, extensions
from clientwright.load.swagger2_parameter import (
    Place,
    convert_body,
    convert_form,
    convert_header,
    convert_parameter,
)
from clientwright.load.swagger2_schema import convert_schema
from clientwright.load.tree import Object, Tree, as_array, as_object, as_string, escape

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_COPIED = (
    "tags",
    "summary",
    "description",
    "externalDocs",
    "operationId",
    "deprecated",
    "security",
)
_USED = frozenset((*_COPIED, "parameters", "responses", "consumes", "produces", "schemes"))
_RESPONSE_FIELDS = frozenset(("description", "schema", "headers", "examples"))


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the document says for all operations: media types, and servers by scheme."""

    consumes: list[str]
    produces: list[str]
    servers_for: dict[str, Object]


def media_types(value: Tree) -> list[str] | None:
    """Return the strings of a list of media types, ``None`` when there is no such list."""
    items = as_array(value)
    if items is None:
        return None
    return list(dict.fromkeys(each for each in items if isinstance(each, str)))


def convert_path_item(
    context: Context, value: Tree, defaults: Defaults, old: str, new: str
) -> Tree:
    """Convert a path item and its operations; one in another file is written out in place."""
    item, base, old = context.follow(value, "", old)
    members = as_object(item)
    if members is None:
        return item
    converted = extensions(members)
    if "$ref" in members:
        converted["$ref"] = members["$ref"]
    context.moved(new, old)
    shared = _places(context, members.get("parameters"), base, f"{old}/parameters")
    plain = [each for each in shared if each.members.get("in") not in ("body", "formData")]
    bodies = [each for each in shared if each.members.get("in") in ("body", "formData")]
    if plain:
        converted["parameters"] = _parameters(context, plain, f"{new}/parameters")
    for name, each in members.items():
        if name in _METHODS:
            converted[name] = _operation(
                context, each, base, bodies, defaults, f"{old}/{name}", f"{new}/{name}"
            )
        elif name not in ("parameters", "$ref") and not name.startswith("x-"):
            context.report(
                f"{old}/{escape(name)}",
                "swagger2-unknown-field",
                f"a path item of Swagger 2.0 has no field {name[:80]!r}; it is ignored",
            )
    return converted


def _places(context: Context, value: Tree, base: str, old: str) -> list[Place]:
    found: list[Place] = []
    for index, each in enumerate(as_array(value) or []):
        pointer = f"{old}/{index}"
        target, file, where = context.follow(each, base, pointer)
        members = as_object(target)
        if members is None or "$ref" in members or not isinstance(members.get("name"), str):
            ref = as_string((members or {}).get("$ref"))
            context.report(
                pointer,
                "swagger2-parameter" if ref is None else "ref-not-found",
                "this is no parameter; it is left out"
                if ref is None
                else f"{ref[:200]!r} names no parameter; it is left out",
                "a parameter has name and in",
                Severity.ERROR,
            )
            continue
        # A parameter of another file has no pointer here: its place is that of the reference.
        found.append(Place(members, file, where if not file or file == base else pointer))
    return found


def _parameters(context: Context, places: list[Place], new: str) -> list[Tree]:
    converted: list[Tree] = []
    for place in places:
        if place.members.get("in") not in ("path", "query", "header"):
            context.report(
                f"{place.old}/in",
                "swagger2-parameter",
                f"a parameter of Swagger 2.0 cannot stand in {place.members.get('in')!r}; "
                "it is left out",
                "in is path, query, header, formData or body",
                Severity.ERROR,
            )
            continue
        converted.append(convert_parameter(context, place, f"{new}/{len(converted)}"))
    return converted


def _operation(
    context: Context,
    value: Tree,
    base: str,
    inherited: list[Place],
    defaults: Defaults,
    old: str,
    new: str,
) -> Tree:
    members = as_object(value)
    if members is None:
        return value
    operation: Object = {name: members[name] for name in _COPIED if name in members}
    operation.update(extensions(members))
    places = _places(context, members.get("parameters"), base, f"{old}/parameters")
    plain = [each for each in places if each.members.get("in") not in ("body", "formData")]
    if plain:
        operation["parameters"] = _parameters(context, plain, f"{new}/parameters")
    own = [each for each in places if each.members.get("in") in ("body", "formData")]
    names = {each.members["name"] for each in own}
    bodies = own + [each for each in inherited if each.members["name"] not in names]
    consumes = media_types(members.get("consumes"))
    if bodies:
        types = defaults.consumes if consumes is None else consumes
        operation["requestBody"] = _request_body(context, bodies, types, f"{new}/requestBody")
    produces = media_types(members.get("produces"))
    types = defaults.produces if produces is None else produces
    responses = as_object(members.get("responses"))
    if responses is not None:
        operation["responses"] = {
            status: response
            if status.startswith("x-")
            else convert_response(
                context,
                response,
                base,
                types,
                f"{old}/responses/{escape(status)}",
                f"{new}/responses/{escape(status)}",
                keep_reference=produces is None or produces == defaults.produces,
            )
            for status, response in responses.items()
        }
    schemes = media_types(members.get("schemes"))
    if schemes:
        servers = [defaults.servers_for[each] for each in schemes if each in defaults.servers_for]
        if servers:
            operation["servers"] = servers
    for name in members:
        if name not in _USED and not name.startswith("x-"):
            context.report(
                f"{old}/{escape(name)}",
                "swagger2-unknown-field",
                f"an operation of Swagger 2.0 has no field {name[:80]!r}; it is ignored",
            )
    return operation


def _request_body(context: Context, places: list[Place], consumes: list[str], new: str) -> Object:
    bodies = [each for each in places if each.members.get("in") == "body"]
    form = [each for each in places if each.members.get("in") == "formData"]
    for extra in bodies[1:] + (form if bodies else []):
        context.report(
            extra.old,
            "swagger2-two-bodies",
            f"an operation has one body; the parameter {extra.members['name'][:80]!r} is left out",
            "have one parameter in body, or only parameters in formData",
            Severity.ERROR,
        )
    if bodies:
        return convert_body(context, bodies[0], consumes, new)
    return convert_form(context, form, consumes, new)


def convert_response(
    context: Context,
    value: Tree,
    base: str,
    produces: list[str],
    old: str,
    new: str,
    *,
    keep_reference: bool = False,
) -> Tree:
    """Convert a response; a reference to a shared one stays when it means the same here."""
    reference = as_object(value)
    ref = as_string((reference or {}).get("$ref"))
    if reference is not None and ref is not None and keep_reference:
        target = absolute(ref, base)
        if target.startswith("#/responses/"):
            kept: Object = {**reference, "$ref": target}
            context.references.append(kept)
            return kept
    found, file, place = context.follow(value, base, old)
    members = as_object(found)
    if members is None:
        return found
    if not file or file == base:
        old = place
    context.moved(new, old)
    response = extensions(members)
    response["description"] = members.get("description", "")
    headers = as_object(members.get("headers"))
    if headers is not None:
        response["headers"] = {
            name: convert_header(
                context,
                Place(as_object(header) or {}, file, f"{old}/headers/{escape(name)}"),
                f"{new}/headers/{escape(name)}",
            )
            for name, header in headers.items()
        }
    content = _content(context, members, file, produces, old, new)
    if content:
        response["content"] = content
    if "$ref" in members:
        response["$ref"] = members["$ref"]
    for name in members:
        if name not in _RESPONSE_FIELDS and not name.startswith("x-") and name != "$ref":
            context.report(
                f"{old}/{escape(name)}",
                "swagger2-unknown-field",
                f"a response of Swagger 2.0 has no field {name[:80]!r}; it is ignored",
            )
    return response


def _content(
    context: Context, members: Object, base: str, produces: list[str], old: str, new: str
) -> Object:
    examples = as_object(members.get("examples")) or {}
    schema = as_object(members.get("schema"))
    content: Object = {}
    if "schema" in members:
        is_file = schema is not None and schema.get("type") == "file"
        fallback = "application/octet-stream" if is_file else "application/json"
        for media_type in produces or [fallback]:
            there = f"{new}/content/{escape(media_type)}"
            context.moved(there, old)
            converted = convert_schema(
                context, members["schema"], f"{old}/schema", f"{there}/schema", base
            )
            context.moved(f"{there}/schema", f"{old}/schema")
            content[media_type] = {"schema": converted}
    for media_type, example in examples.items():
        if media_type in content:
            content[media_type]["example"] = example
        elif not content or "/" in media_type:
            first: Object = next(iter(content.values()), cast("Object", {}))
            content[media_type] = {**first, "example": example}
            first_place = f"{new}/content/{escape(media_type)}"
            context.moved(first_place, old)
            context.moved(f"{first_place}/example", f"{old}/examples/{escape(media_type)}")
        else:
            context.report(
                f"{old}/examples/{escape(media_type)}",
                "swagger2-example",
                f"{media_type[:80]!r} is no media type; the example is left out",
                severity=Severity.INFO,
            )
    return content
