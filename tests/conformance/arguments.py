"""What to call a method with, so that the request is the one that a scenario expects."""

from __future__ import annotations

import base64
import datetime
import json
from dataclasses import dataclass, field
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

import isodate
from conformance.scenarios import Call, Place, content_of
from corpus.decoding import Shape, decode_header, decode_path, decode_query
from corpus.planning import kind_of
from corpus.raw_document import RawDocument, as_list
from support.scalar_values import Aim
from support.values import Maker

_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


class NoArgument(Exception):
    """The request has something for which the document, or the method, has no argument."""


@dataclass
class Wanted:
    """What goes by keyword: JSON values, with bytes where whole bodies and parts are bytes."""

    arguments: dict[str, Any] = field(default_factory=dict[str, Any])
    schemas: dict[str, Any] = field(default_factory=dict[str, Any])
    body: Any = None
    body_fields: dict[str, str] = field(default_factory=dict[str, str])
    """Arguments by the body's property that they stand for."""
    options: dict[str, Any] = field(default_factory=dict[str, Any])


def wanted_of(document: RawDocument, place: Place, entry: dict[str, Any], call: Call) -> Wanted:
    """What to call the method that `inspect` describes by `entry` with. Raises `NoArgument`."""
    wanted = Wanted()
    if place.crosses:
        raise NoArgument("a path parameter with a slash that is not encoded")
    names = {(item["in"], item["name_on_wire"]): item["argument"] for item in entry["parameters"]}
    for (where, wire), parameter in place.operation.parameters.items():
        argument = names.get((where, wire))
        schema = parameter.get("schema", {})
        if argument is None:
            continue
        try:
            value = _sent(document, place, call, parameter, where, wire)
        except KeyError:
            if not parameter.get("required"):
                continue
            value = Maker(document).make(schema, Aim("minimal"))
        wanted.arguments[argument] = value
        wanted.schemas[argument] = schema
    _check_query(document, place, call)
    # Which of several representations to have is the caller's to say (RFC 9110, section 12.5.1), and so is the type of any bytes.
    accept = call.headers.get("accept")
    if accept and len(answers_of(document, place, call.status)) > 1:
        wanted.options["http_headers"] = {"Accept": accept}
    if call.body is not None:
        _add_body(document, place, names, call.body, wanted)
        if "*/*" in place.operation.contents:
            wanted.options["http_headers"] = {"Content-Type": call.body["contentType"]}
    elif any(item["required"] for item in entry["parameters"] if item["in"].startswith("body")):
        raise NoArgument("the document requires a body that the scenario does not have")
    return wanted


def _check_query(document: RawDocument, place: Place, call: Call) -> None:
    """Raise `NoArgument` for a part of the query that no parameter and no credential stands for."""
    own = {wire for where, wire in place.operation.parameters if where == "query"}
    schemes = (document.tree.get("components") or {}).get("securitySchemes") or {}
    own |= {scheme.get("name", "") for scheme in schemes.values()}
    open_ended = any(
        Shape(document, parameter.get("schema", {})).kind == "object"
        for (where, _), parameter in place.operation.parameters.items()
        if where == "query"
    )
    left = set(call.query) - own
    if left and not open_ended:
        raise NoArgument(f"the document has no query parameter {', '.join(sorted(left))}")


def answers_of(document: RawDocument, place: Place, status: int) -> dict[str, Any]:
    """The media types of the answer with a status."""
    responses = place.operation.operation.get("responses", {})
    for key in (str(status), f"{status // 100}XX", "default"):
        if key in responses:
            return document.resolve(responses[key]).get("content") or {}
    return {}


def _sent(
    document: RawDocument, place: Place, call: Call, parameter: Any, where: str, wire: str
) -> Any:
    """The value of a parameter in the request that is expected. Raises `KeyError` when it is not there."""
    style = parameter.get("style", _STYLES[where])
    explode = parameter.get("explode", style == "form")
    shape = Shape(document, parameter.get("schema", {}))
    if where == "path":
        return shape.cast(decode_path(place.values[wire], wire, style, explode, shape))
    if where == "header":
        given = call.headers[wire.lower()]
        text = ",".join(map(str, given)) if isinstance(given, list) else _text(given)
        return shape.cast(decode_header(text, explode, shape))
    pairs = [
        (quote(name), quote(_text(value), safe=","))
        for name, given in call.query.items()
        for value in (given if isinstance(given, list) else [given])
    ]
    others = frozenset(n for place, n in place.operation.parameters if place == "query") - {wire}
    return shape.cast(decode_query(pairs, wire, style, explode, shape, others))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _add_body(
    document: RawDocument, place: Place, names: Any, body: dict[str, Any], wanted: Wanted
) -> None:
    contents = place.operation.contents
    media_type = body["contentType"].partition(";")[0]
    media = contents.get(media_type) or next(iter(contents.values()), None)
    if media is None:
        raise NoArgument(f"the document has no body for {place.operation.id}")
    schema = media.get("schema", {})
    value = wanted.body = _body_value(document, media_type, schema, body)
    fields = {wire: argument for (where, wire), argument in names.items() if where == "body-field"}
    whole = next((argument for (where, _), argument in names.items() if where == "body"), None)
    if whole is not None:
        wanted.arguments[whole] = value
        wanted.schemas[whole] = schema
        return
    if not isinstance(value, dict):
        raise NoArgument("there is no argument for the body")
    properties = document.flat(schema).get("properties") or {}
    for wire, member in value.items():
        if wire in fields:
            wanted.arguments[fields[wire]] = member
            wanted.schemas[fields[wire]] = properties.get(wire, {})
            wanted.body_fields[wire] = fields[wire]
        elif document.constant(properties.get(wire, {})) is None:
            wanted.options.setdefault("extra_body", {})[wire] = member


def _body_value(document: RawDocument, media_type: str, schema: Any, body: dict[str, Any]) -> Any:
    if "parts" in body:
        return _parts(document, schema, body)
    content = content_of(body)
    if says_bytes(document, schema):
        return content
    match kind_of(media_type):
        case "json":
            return json.loads(content)
        case "json-lines":
            return [json.loads(line) for line in content.splitlines() if line.strip()]
        case "text" | "xml":
            return content.decode()
        case _:
            return content


def says_bytes(document: RawDocument, schema: Any) -> bool:
    """Whether a schema only says that there are bytes, whatever the media type says that they hold."""
    flat = document.flat(schema)
    return flat.get("type") == "string" and flat.get("format") == "binary"


def _parts(document: RawDocument, schema: Any, body: dict[str, Any]) -> dict[str, Any]:
    properties = document.flat(schema).get("properties") or {}
    found: dict[str, Any] = {}
    for name, value in body["parts"].items():
        typed = Shape(document, properties.get(name, {}))
        found[name] = typed.cast(_text(value)) if not isinstance(value, dict | list) else value
        if "string" in as_list(document.flat(properties.get(name, {})).get("type")):
            found[name] = _text(value)
    for file in body["files"]:
        content = base64.b64decode(file["buffer"]["$base64"])
        given = (file["originalname"], content, file["mimetype"])
        if "array" in as_list(document.flat(properties.get(file["fieldname"], {})).get("type")):
            found.setdefault(file["fieldname"], []).append(given)
        else:
            found[file["fieldname"]] = given
    return found


def typed(document: RawDocument, schema: Any, value: Any, depth: int = 0) -> Any:
    """A JSON value with the objects of Python that users would rather give: datetimes, dates and bytes."""
    flat = document.flat(schema)
    if isinstance(value, dict):
        properties = flat.get("properties") or {}
        more = flat.get("additionalProperties")
        return {
            name: typed(document, properties.get(name, more or {}), member, depth + 1)
            for name, member in value.items()
        }
    if isinstance(value, list):
        return [typed(document, flat.get("items", {}), member, depth + 1) for member in value]
    wanted = scalar_type(flat)
    if isinstance(value, str) and wanted is datetime.datetime:
        if flat["format"] == "http-date":
            return parsedate_to_datetime(value)
        return datetime.datetime.fromisoformat(value)
    if isinstance(value, str) and wanted is datetime.timedelta:
        return isodate.parse_duration(value)
    if wanted is Decimal:
        return Decimal(str(value))
    if isinstance(value, str) and wanted is datetime.date:
        return datetime.date.fromisoformat(value)
    if isinstance(value, str) and wanted is bytes:
        padded = value + "=" * (-len(value) % 4)
        return base64.urlsafe_b64decode(padded.replace("+", "-").replace("/", "_"))
    if isinstance(value, int) and wanted is datetime.datetime:
        return datetime.datetime.fromtimestamp(value, datetime.UTC)
    return value


_TYPES: dict[str, type] = {
    "date-time": datetime.datetime,
    "http-date": datetime.datetime,
    "unixtime": datetime.datetime,
    "date": datetime.date,
    "duration": datetime.timedelta,
    "byte": bytes,
    "base64url": bytes,
}


def scalar_type(flat: dict[str, Any]) -> type | None:
    """What a client makes of a scalar of a schema, where that is not what JSON has."""
    types = as_list(flat.get("type"))
    if "number" in types and flat.get("format") in ("decimal", "decimal128"):
        return Decimal
    if "string" not in types and flat.get("format") != "unixtime":
        return None
    if flat.get("contentEncoding") in ("base64", "base64url"):
        return bytes
    return _TYPES.get(flat.get("format", ""))
