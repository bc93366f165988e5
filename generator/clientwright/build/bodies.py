"""Request bodies and how each of their media types is written.

https://spec.openapis.org/oas/v3.1.1.html#request-body-object
"""

from __future__ import annotations

from dataclasses import dataclass

from clientwright.build.findings import Findings
from clientwright.build.media_types import content_kind, is_range, request_rank, sent_as
from clientwright.build.parts import holds_files, parts_of
from clientwright.build.scalars import is_bytes
from clientwright.build.types import Types
from clientwright.build.value_shapes import Direction, shape_of
from clientwright.ir import operations as ir
from clientwright.ir.types import AnyType, Array, Map, Nullable, Scalar, Type
from clientwright.normalise import form


@dataclass(frozen=True, slots=True)
class BodyBuilder:
    """Builds the body of one operation. `place` names the models that it needs."""

    types: Types
    findings: Findings
    place: tuple[str, ...]

    def contents(self, body: form.RequestBody) -> tuple[ir.BodyContent, ...]:
        """Build the ways to write `body`, the preferred media type first.

        XML is handed over as text: the operation is degraded when nothing else is accepted.
        """
        built: list[tuple[int, ir.BodyContent]] = []
        for media in body.content:
            kind = request_kind(media, self.types)
            content = self._content(media, kind, len(body.content))
            built.append((self._rank(media, kind), content))
            if kind == "xml":
                self._report_xml(media, alone=len(body.content) == 1)
            if len(body.content) == 1:
                report_structure("a body", media, kind, self.types, self.findings)
            if kind in ("form", "multipart") and self._has_no_names(media):
                self._report_nameless(media)
        built.sort(key=lambda pair: pair[0])
        return tuple(content for _, content in built)

    def _rank(self, media: form.MediaType, kind: ir.ContentKind) -> int:
        rank = request_rank(media.name, kind)
        if kind == "json" and media.schema is not None and holds_files(media.schema, self.types):
            # JSON has no bytes; the multipart form of the same body has.
            return request_rank("multipart/form-data", "multipart") + 1
        return rank

    def _content(self, media: form.MediaType, kind: ir.ContentKind, ways: int) -> ir.BodyContent:
        sent = sent_as(media.name, kind)
        if is_range(media.name) and sent == media.name:
            sent = "application/octet-stream"
        return ir.BodyContent(
            media_type=sent,
            kind=kind,
            type=self._type(media, kind, ways),
            parts=parts_of(media, kind, self.types) if kind in ("form", "multipart") else (),
            examples=tuple(example.value for example in media.examples),
            pointer=media.pointer,
        )

    def _type(self, media: form.MediaType, kind: ir.ContentKind, ways: int) -> Type:
        place = self.place
        match kind:
            case "binary":
                return Scalar("binary")
            case "text" | "sse" | "xml":
                return text_type(media.schema, self.types, place, "in")
            case "json-lines" if (
                media.item_schema is None and schema_nature(media.schema, self.types)[1]
            ):
                return Scalar("string")
            case "json-lines":
                return Array(item_type(media, self.types, (*place, "item"), "in"))
            case "form" | "multipart" if self._has_no_names(media):
                return Map(AnyType())
            case "form" | "multipart" if ways > 1:
                return self.types.type_of(media.schema, (*place, kind), "in")
            case _:
                return self.types.type_of(media.schema, place, "in")

    def _has_no_names(self, media: form.MediaType) -> bool:
        """Whether the schema of a form is one of something else than an object, so that its fields have no names."""
        return shape_of(media.schema, self.types) not in ("object", "any")

    def _report_nameless(self, media: form.MediaType) -> None:
        self.findings.degraded(
            "form-not-object",
            media.pointer,
            f"a body of {media.name} has fields with names, and its schema is no object; it is given as a mapping of any names",
            "describe the fields as properties of an object",
        )

    def _report_xml(self, media: form.MediaType, *, alone: bool) -> None:
        message = f"a body of {media.name} is given and sent as text"
        hint = "describe the body by application/json too when the server takes it"
        report = self.findings.degraded if alone else self.findings.info
        report("xml-as-text", media.pointer, message, hint)


def report_structure(
    what: str, media: form.MediaType, kind: ir.ContentKind, types: Types, findings: Findings
) -> None:
    """Report content whose schema is an object or an array while its media type is one of text or bytes."""
    if kind in ("text", "binary") and shape_of(media.schema, types) in ("object", "array"):
        held = "text" if kind == "text" else "bytes"
        findings.degraded(
            f"structure-as-{held}",
            media.pointer,
            f"{what} of {media.name} is handed over as {held}; its schema is not followed",
            "name the media type that has this structure, such as application/json, or describe the content as a string",
        )


def media_kind(media: form.MediaType, types: Types) -> ir.ContentKind:
    """Say what content of `media` holds: bytes where its schema says so, whatever they hold in turn.

    For `*/*` and the like the schema decides.
    """
    kind = content_kind(media.name, *schema_nature(media.schema, types))
    return "binary" if kind in ("json", "text", "xml") and _is_raw(media.schema, types) else kind


def request_kind(media: form.MediaType, types: Types) -> ir.ContentKind:
    """Say how a body of `media` is written.

    A form whose schema is a string is that string, encoded by whoever gives it. A sequence whose schema is bytes, and not that of
    an item, is written beforehand.
    """
    kind = media_kind(media, types)
    if kind == "form" and schema_nature(media.schema, types)[1]:
        return "text"
    written = kind == "json-lines" and media.item_schema is None
    return "binary" if written and _is_raw(media.schema, types) else kind


def _is_raw(schema: form.SchemaId | None, types: Types) -> bool:
    """Say whether a schema only says that there are bytes."""
    if schema is None:
        return False
    merged = types.merged(schema)
    return merged.types == ("string",) and (merged.format == "binary" or is_bytes(merged))


def schema_nature(schema: form.SchemaId | None, types: Types) -> tuple[bool, bool]:
    """Say of a schema whether it is more than bytes or text, and whether it is text."""
    if schema is None:
        return False, False
    merged = types.merged(schema)
    if merged.types == ("string",):
        return False, not _is_raw(schema, types)
    return shape_of(schema, types) != "any" or bool(merged.any_of or merged.one_of), False


def text_type(
    schema: form.SchemaId | None, types: Types, place: tuple[str, ...], direction: Direction
) -> Type:
    """Return the type of a text body: that of its schema when that is one scalar, else a plain string."""
    if schema is None or shape_of(schema, types) != "scalar":
        return Scalar("string")
    type_ = types.type_of(schema, place, direction)
    inner = type_.inner if isinstance(type_, Nullable) else type_
    raw = isinstance(inner, Scalar) and inner.scalar == "binary"
    return Scalar("string") if raw else inner


def item_type(
    media: form.MediaType, types: Types, place: tuple[str, ...], direction: Direction
) -> Type:
    """Return the type of one item of a sequence: 3.2's `itemSchema`, the items of an array schema, or the schema.

    No item is bytes: a schema that says so is that of the sequence as it is sent, and says nothing of what is in it.
    """
    type_ = types.type_of(item_schema(media, types), place, direction)
    return AnyType() if isinstance(type_, Scalar) and type_.scalar == "binary" else type_


def item_schema(media: form.MediaType, types: Types) -> form.SchemaId | None:
    """Return the schema of one item of a sequential media type."""
    if media.item_schema is not None:
        return media.item_schema
    if media.schema is None:
        return None
    merged = types.merged(media.schema)
    is_array = merged.types == ("array",) or not merged.types
    return merged.items if is_array and merged.items is not None else media.schema
