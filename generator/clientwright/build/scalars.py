"""Scalars: https://spec.openapis.org/oas/v3.2.0.html#data-type-format and https://spec.openapis.org/registry/format/

A format that is not in the tables leaves the JSON type as it is and stays as a word for the documentation. The tables hold
registered formats and names that say exactly which standard is meant: a word of somebody's own, such as `datetime`,
promises no way to write the value, and `timestamp` no unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clientwright import ir
from clientwright.ir.types import ScalarKind
from clientwright.normalise import form

SCALAR_TYPES = frozenset({"string", "integer", "number", "boolean"})

_STRING_FORMATS: Mapping[str, ScalarKind] = {
    "date": "date",
    "full-date": "date",
    "date-time": "date-time",
    "rfc3339": "date-time",
    "date-time-rfc3339": "date-time",
    "http-date": "http-date",
    "rfc7231": "http-date",
    "date-time-rfc7231": "http-date",
    "date-time-rfc1123": "http-date",
    "rfc1123": "http-date",
    "time": "time",
    "duration": "duration",
    "uuid": "uuid",
    "decimal": "decimal-string",
    "decimal128": "decimal-string",
    "int64": "integer-string",
    "uint64": "integer-string",
    "int32": "integer-string",
    "uint32": "integer-string",
    "byte": "base64",
    "base64": "base64",
    "base64url": "base64url",
    "binary": "binary",
}
_UNIX_TIMES = frozenset({"unix-time", "unixtime", "unix_time", "unix-timestamp", "epoch-seconds"})
_NUMBER_FORMATS: Mapping[str, ScalarKind] = {
    "decimal": "decimal",
    "decimal128": "decimal",
    **dict.fromkeys(_UNIX_TIMES, "unix-time"),
}
_INTEGER_FORMATS: Mapping[str, ScalarKind] = dict.fromkeys(_UNIX_TIMES, "unix-time")
_ENCODINGS: Mapping[str, ScalarKind] = {"base64": "base64", "base64url": "base64url"}
_JSON_TYPE: Mapping[str, str] = {
    "integer": "integer",
    "unix-time": "integer",
    "number": "number",
    "decimal": "number",
    "boolean": "boolean",
    "null": "null",
}


def is_bytes(schema: form.Schema) -> bool:
    """Whether `contentMediaType` alone says that the value is raw bytes, as 3.1 does for uploads.

    https://spec.openapis.org/oas/v3.1.1.html#considerations-for-file-uploads
    """
    media_type = schema.content_media_type.partition(";")[0].strip().lower()
    if not media_type or schema.content_encoding:
        return False
    readable = media_type.startswith("text/") or media_type.endswith(("json", "xml", "yaml"))
    return not readable and "x-www-form-urlencoded" not in media_type


def scalar_of(schema: form.Schema, json_type: str) -> ir.Scalar:
    """The scalar that a schema describes for one of its JSON types."""
    word = schema.format.strip().lower()
    if json_type == "string":
        encoded = _ENCODINGS.get(schema.content_encoding.strip().lower())
        kind = encoded or _STRING_FORMATS.get(word, "string")
        if kind == "string" and is_bytes(schema):
            kind = "binary"
        return ir.Scalar(kind, schema.format)
    if json_type == "integer":
        return ir.Scalar(_INTEGER_FORMATS.get(word, "integer"), schema.format)
    if json_type == "number":
        return ir.Scalar(_NUMBER_FORMATS.get(word, "number"), schema.format)
    return ir.Scalar("boolean" if json_type == "boolean" else "null", schema.format)


def json_type_of(scalar: ir.Scalar) -> str:
    """The JSON type over the wire."""
    return _JSON_TYPE.get(scalar.scalar, "string")


def unite(scalars: Iterable[ir.Scalar]) -> tuple[ir.Scalar, ...]:
    """One scalar for each JSON type: `date | string` is a string, `integer | number` a number."""
    found: dict[str, ir.Scalar] = {}
    for scalar in scalars:
        kind = json_type_of(scalar)
        before = found.get(kind)
        if before is None:
            found[kind] = scalar
        elif before.scalar != scalar.scalar:
            plain = "string" if kind == "string" else kind
            found[kind] = next(
                (each for each in (before, scalar) if each.scalar == plain and not each.format),
                ir.Scalar(_plain(kind)),
            )
        elif before.format != scalar.format:
            found[kind] = ir.Scalar(scalar.scalar)
    if "integer" in found and "number" in found and found["integer"].scalar == "integer":
        del found["integer"]
    return tuple(found.values())


def _plain(kind: str) -> ScalarKind:
    if kind == "integer":
        return "integer"
    if kind == "number":
        return "number"
    if kind == "boolean":
        return "boolean"
    return "null" if kind == "null" else "string"
