"""How the properties of form and multipart bodies are written.

https://spec.openapis.org/oas/v3.1.1.html#encoding-object
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from clientwright.build.media_types import content_kind, is_range
from clientwright.build.scalars import is_bytes
from clientwright.build.types import Types
from clientwright.build.value_shapes import is_null, members_of, object_members, shape_of
from clientwright.ir import operations as ir
from clientwright.normalise import form

PartKind: TypeAlias = Literal["file", "json", "text", "style"]

_JSON = "application/json"
_DEPTH = 16
# Encodings that leave bytes as they are: RFC 2045, section 6.2.
_PLAIN_ENCODINGS = frozenset({"binary", "8bit"})


def parts_of(media: form.MediaType, kind: ir.ContentKind, types: Types) -> tuple[ir.Part, ...]:
    """Say for each property of a form or multipart body how it is written.

    The properties of a union are those of all its members; the first to have one decides. A body that is no object
    has no parts that are known beforehand.
    """
    if media.schema is None:
        return ()
    encodings = {encoding.property_name: encoding for encoding in media.encodings}
    properties: dict[str, form.SchemaId] = {}
    for member in object_members(media.schema, types):
        for name, schema in member.properties.items():
            properties.setdefault(name, schema)
    return tuple(
        _part(name, schema, encodings.get(name), kind, types) for name, schema in properties.items()
    )


def holds_files(schema: form.SchemaId, types: Types) -> bool:
    """Say whether an object of `schema` has a property that is a file."""
    return any(
        _leaves(each, types).any(is_file)
        for member in object_members(schema, types)
        for each in member.properties.values()
    )


@dataclass(frozen=True, slots=True)
class _Leaves:
    """The schemas that one part may follow: unions taken apart, and arrays replaced by their items (`many`)."""

    schemas: tuple[form.Schema, ...]
    many: bool

    def all(self, test: Callable[[form.Schema], bool]) -> bool:
        return bool(self.schemas) and all(map(test, self.schemas))

    def any(self, test: Callable[[form.Schema], bool]) -> bool:
        return any(map(test, self.schemas))


def _leaves(schema: form.SchemaId, types: Types) -> _Leaves:
    found: dict[form.SchemaId, form.Schema] = {}
    many = False
    waiting = [(schema, 0, "")]
    while waiting:
        here, depth, word = waiting.pop(0)
        merged = types.merged(here)
        if word and merged.types == ("string",) and not merged.format:
            merged = replace(merged, format=word)
        members = members_of(merged)
        if is_null(merged) or here in found or depth > _DEPTH:
            continue
        if members and not merged.properties:
            # A format beside a union is that of the text in it.
            waiting += [(member, depth + 1, merged.format or word) for member in members]
        elif merged.items is not None and not many and shape_of(here, types) == "array":
            many = True
            waiting.append((merged.items, depth + 1, ""))
        else:
            found[here] = merged
    return _Leaves(tuple(found.values()), many)


def _part(
    name: str,
    schema: form.SchemaId,
    encoding: form.Encoding | None,
    kind: ir.ContentKind,
    types: Types,
) -> ir.Part:
    headers = _headers(encoding, types)
    leaves = _leaves(schema, types)
    # No style says how bytes are written.
    is_upload = kind == "multipart" and leaves.any(is_file)
    if encoding is not None and encoding.style is not None and not is_upload:
        return ir.Part(
            property=name,
            kind="style",
            style=encoding.style,
            explode=encoding.explode,
            allow_reserved=encoding.allow_reserved,
            headers=headers,
        )
    media_types = encoding.content_types if encoding is not None else ()
    if kind == "form":
        return _form_part(name, leaves, media_types)
    part_kind, media_type = _multipart_kind(leaves, media_types)
    return ir.Part(
        property=name, kind=part_kind, media_type=media_type, many=leaves.many, headers=headers
    )


def _form_part(name: str, leaves: _Leaves, media_types: tuple[str, ...]) -> ir.Part:
    """Write scalars as they are, arrays of them by repeating the name, and everything else as JSON."""
    if media_types and content_kind(media_types[0]) == "json":
        # One value of this type, arrays included.
        return ir.Part(property=name, kind="json", media_type=media_types[0])
    if leaves.all(_is_structured):
        return ir.Part(property=name, kind="json", media_type=_JSON, many=leaves.many)
    if leaves.any(_is_structured) or leaves.any(_is_open):
        # The value tells: an object is JSON, everything else as it is.
        return ir.Part(property=name, kind="text", many=leaves.many)
    return ir.Part(property=name, kind="style", style="form", explode=True)


def _multipart_kind(leaves: _Leaves, media_types: tuple[str, ...]) -> tuple[PartKind, str]:
    """Return kind and label of a part, by its declared content types or else by its schema.

    Several content types, or a range, leave the label to the file.
    """
    single = media_types[0] if len(media_types) == 1 and not is_range(media_types[0]) else ""
    # A range of everything says nothing.
    kinds = {content_kind(name) for name in media_types if name.strip() != "*/*"}
    if leaves.any(is_file):
        return "file", single
    if kinds == {"json"}:
        return "json", single or _JSON
    if kinds & {"binary", "multipart"}:
        return "file", single
    if kinds:
        return "text", single
    if leaves.all(_is_structured):
        return "json", _JSON
    # A schema without `type` is of application/octet-stream by default.
    return ("file", "") if leaves.all(_is_open) else ("text", "")


def is_file(schema: form.Schema) -> bool:
    """Say whether a part of a merged schema is a file: bytes by format or content type, not encoded as text."""
    if schema.types and "string" not in schema.types:
        return False
    encoding = schema.content_encoding.strip().lower()
    if encoding:
        return encoding in _PLAIN_ENCODINGS
    return schema.format == "binary" or is_bytes(schema)


def _is_structured(schema: form.Schema) -> bool:
    return bool({"object", "array"}.intersection(schema.types) or schema.properties)


def _is_open(schema: form.Schema) -> bool:
    return not (schema.types or schema.enum or schema.properties) and schema.const is form.ABSENT


def _headers(encoding: form.Encoding | None, types: Types) -> tuple[tuple[str, str], ...]:
    """Return the part headers whose value the document fixes: a constant, or a default."""
    if encoding is None:
        return ()
    found: list[tuple[str, str]] = []
    for header in encoding.headers:
        if header.schema is None or header.name.lower() == "content-type":
            continue
        merged = types.merged(header.schema)
        fixed = merged.const
        if fixed is form.ABSENT and merged.enum is not None and len(merged.enum) == 1:
            fixed = merged.enum[0]
        if fixed is form.ABSENT:
            fixed = merged.default
        if isinstance(fixed, (str, int, float)) and not isinstance(fixed, bool):
            found.append((header.name, str(fixed)))
    return tuple(found)
