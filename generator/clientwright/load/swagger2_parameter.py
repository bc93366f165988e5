"""The Parameter Object and Header Object of Swagger 2.0 to OpenAPI 3.0.

https://spec.openapis.org/oas/v2.0.html#parameter-object
"""

from __future__ import annotations

from dataclasses import dataclass

from clientwright.diagnostics import Severity
from clientwright.load.swagger2_context import Context, extensions
from clientwright.load.swagger2_schema import convert_schema
from clientwright.load.tree import Object, Tree, as_object

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

# Members of a parameter, header or form field that belong to its schema in OpenAPI 3.0.
_SCHEMA_FIELDS = frozenset(
    (
        "type",
        "format",
        "items",
        "default",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "pattern",
        "maxItems",
        "minItems",
        "uniqueItems",
        "enum",
        "multipleOf",
        "title",
        "x-nullable",
        "x-enum-varnames",
        "x-enum-descriptions",
        "x-enumNames",
        "x-ms-enum",
    )
)
_KEPT_FIELDS = frozenset(("name", "in", "description", "required", "allowEmptyValue"))
# Where a parameter stands and its collectionFormat, to style and explode.
_STYLES: dict[tuple[str, str], tuple[str, bool]] = {
    ("query", "csv"): ("form", False),
    ("query", "ssv"): ("spaceDelimited", False),
    ("query", "pipes"): ("pipeDelimited", False),
    ("query", "multi"): ("form", True),
    ("formData", "csv"): ("form", False),
    ("formData", "ssv"): ("spaceDelimited", False),
    ("formData", "pipes"): ("pipeDelimited", False),
    ("formData", "multi"): ("form", True),
    ("path", "csv"): ("simple", False),
    ("header", "csv"): ("simple", False),
}
_SEPARATORS = {"csv": "commas", "ssv": "spaces", "tsv": "tabs", "pipes": "vertical bars"}


@dataclass(frozen=True, slots=True)
class Place:
    """A parameter followed to where it is written: its members, file and pointers."""

    members: Object
    base: str
    old: str


def value_schema(context: Context, place: Place, where: str, new: str) -> tuple[Tree, str, bool]:
    """Return the schema of a parameter that is no body, with its style and explode.

    The style is empty when the value is no array. An array whose collectionFormat no style can
    express becomes a string, to be given as it goes over the wire, and is reported.
    """
    fields = {name: each for name, each in place.members.items() if name in _SCHEMA_FIELDS}
    context.moved(new, place.old)
    if fields.get("type") != "array":
        return convert_schema(context, fields, place.old, new, place.base), "", False
    separator = place.members.get("collectionFormat", "csv")
    style = _STYLES.get((where, separator)) if isinstance(separator, str) else None
    if style is None:
        joined = _SEPARATORS.get(str(separator), "the separator")
        context.report(
            f"{place.old}/collectionFormat",
            "swagger2-collection-format",
            f"OpenAPI 3 has no style for collectionFormat {str(separator)[:40]!r} in {where}; "
            "the parameter is a string",
            f"give the values joined by {joined}",
        )
        return {"type": "string"}, "", False
    _check_nested(context, fields, place.old)
    return convert_schema(context, fields, place.old, new, place.base), style[0], style[1]


def _check_nested(context: Context, fields: Object, old: str) -> None:
    items = as_object(fields.get("items"))
    if items is not None and items.get("type") == "array":
        context.report(
            f"{old}/items",
            "swagger2-nested-array",
            "OpenAPI 3 has no style for arrays within arrays outside bodies",
            "give each inner array as one string",
        )
        fields["items"] = {"type": "string"}


def convert_parameter(context: Context, place: Place, new: str) -> Object:
    """Convert a parameter in path, query or header."""
    members = place.members
    where = str(members.get("in"))
    context.moved(new, place.old)
    parameter: Object = {name: each for name, each in members.items() if name in _KEPT_FIELDS}
    if where == "path":
        parameter["required"] = True
    schema, style, explode = value_schema(context, place, where, f"{new}/schema")
    parameter["schema"] = schema
    if style:
        parameter["style"] = style
        parameter["explode"] = explode
    for name, each in extensions(members).items():
        if name == "x-example":
            parameter["example"] = each
        elif name not in _SCHEMA_FIELDS:
            parameter[name] = each
    _report_unknown(context, place, (*_KEPT_FIELDS, "collectionFormat"))
    return parameter


def _report_unknown(context: Context, place: Place, known: tuple[str, ...]) -> None:
    for name in place.members:
        if name not in known and name not in _SCHEMA_FIELDS and not name.startswith("x-"):
            context.report(
                f"{place.old}/{name}",
                "swagger2-unknown-field",
                f"a parameter in {place.members.get('in')} has no field {name[:80]!r}; it is ignored",
            )


def convert_header(context: Context, place: Place, new: str) -> Object:
    """Convert a header of a response."""
    header = extensions(place.members)
    if "description" in place.members:
        header["description"] = place.members["description"]
    schema, style, explode = value_schema(context, place, "header", f"{new}/schema")
    header["schema"] = schema
    if style:
        header["style"] = style
        header["explode"] = explode
    context.moved(new, place.old)
    return header


def convert_body(context: Context, place: Place, consumes: list[str], new: str) -> Object:
    """Convert the parameter in body to a Request Body Object."""
    body = extensions(place.members)
    context.moved(new, place.old)
    for name in ("description", "required"):
        if name in place.members:
            body[name] = place.members[name]
    if isinstance(place.members.get("name"), str):
        body.setdefault("x-body-name", place.members["name"])
    content: Object = {}
    for media_type in consumes or ["application/json"]:
        there = f"{new}/content/{media_type.replace('~', '~0').replace('/', '~1')}"
        context.moved(there, place.old)
        content[media_type] = {
            "schema": convert_schema(
                context,
                place.members.get("schema", {}),
                f"{place.old}/schema",
                f"{there}/schema",
                place.base,
            )
        }
    body["content"] = content
    return body


def convert_form(context: Context, places: list[Place], consumes: list[str], new: str) -> Object:
    """Convert the parameters in formData to one Request Body Object."""
    has_file = any(place.members.get("type") == "file" for place in places)
    media_types = [each for each in consumes if each.partition(";")[0] in (FORM, MULTIPART)]
    if has_file:
        media_types = [each for each in media_types if each.startswith(MULTIPART)] or [MULTIPART]
    if not media_types:
        media_types = [FORM]
        if consumes:
            context.report(
                places[0].old,
                "swagger2-form-media-type",
                f"form fields cannot be sent as {consumes[0][:80]!r}; {FORM} is used",
                f"add {FORM} or {MULTIPART} to consumes",
            )
    context.moved(new, places[0].old)
    required = [place.members["name"] for place in places if place.members.get("required") is True]
    content: Object = {}
    for media_type in media_types:
        there = f"{new}/content/{media_type.replace('~', '~0').replace('/', '~1')}"
        content[media_type] = _form_content(context, places, required, there)
    body: Object = {"content": content}
    if required:
        body["required"] = True
    return body


def _form_content(context: Context, places: list[Place], required: list[str], new: str) -> Object:
    properties: Object = {}
    encoding: Object = {}
    for place in places:
        name: str = place.members["name"]
        token = name.replace("~", "~0").replace("/", "~1")
        schema, style, explode = value_schema(
            context, place, "formData", f"{new}/schema/properties/{token}"
        )
        converted = as_object(schema) or {}
        for field in ("description", "x-example"):
            if field in place.members:
                converted[field.removeprefix("x-")] = place.members[field]
        for field, each in extensions(place.members).items():
            if field not in _SCHEMA_FIELDS and field != "x-example":
                converted[field] = each
        if place.members.get("allowEmptyValue") is True:
            context.report(
                f"{place.old}/allowEmptyValue",
                "swagger2-allow-empty-value",
                "a form field of OpenAPI 3 has no allowEmptyValue; it is ignored",
                severity=Severity.INFO,
            )
        properties[name] = converted
        if style:
            encoding[name] = {"style": style, "explode": explode}
    form: Object = {"type": "object", "properties": properties}
    if required:
        form["required"] = required
    content: Object = {"schema": form}
    if encoding:
        content["encoding"] = encoding
    return content
