"""Responses: which are successes, and what comes back.

https://spec.openapis.org/oas/v3.1.1.html#responses-object
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clientwright.build.bodies import (
    item_schema,
    item_type,
    media_kind,
    report_structure,
    schema_nature,
    text_type,
)
from clientwright.build.findings import Findings
from clientwright.build.hints import mapping, sequence
from clientwright.build.media_types import content_kind
from clientwright.build.names import component_place
from clientwright.build.status_words import error_words
from clientwright.build.streams import DONE, envelope_of, sentinel_of
from clientwright.build.types import Types
from clientwright.build.value_shapes import alike, shape_of
from clientwright.ir import operations as ir
from clientwright.ir.models import Doc
from clientwright.ir.types import AnyType, Named, Scalar, Type
from clientwright.normalise import form

ERRORS = "x-clientwright-errors"

# Statuses whose answers have no body: RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5.
_BODILESS = frozenset({"204", "205", "304"})
# Redirects that clients follow for safe methods, and those that keep any method: RFC 9110, section 15.4.
_FOLLOWED = frozenset({"301", "302", "303", "307", "308", "3XX"})
_REPEATED = frozenset({"307", "308"})


@dataclass(frozen=True, slots=True)
class _ErrorStatuses:
    """Which statuses raise: all but 2xx and 3xx, and those that the document lists; those alone when it overrides."""

    listed: tuple[str, ...]
    override: bool

    @staticmethod
    def of(extensions: Sequence[Mapping[str, Any]]) -> _ErrorStatuses:
        settings = mapping(next((each[ERRORS] for each in extensions if ERRORS in each), None))
        codes = tuple(str(code).upper() for code in sequence(settings.get("statusCodes")))
        return _ErrorStatuses(codes, settings.get("override") is True and bool(codes))

    def has(self, status: str) -> bool:
        if status in self.listed or f"{status[0]}XX" in self.listed:
            return True
        return not self.override and not status.startswith(("2", "3"))


@dataclass(frozen=True, slots=True)
class ResponseBuilder:
    """Builds the responses of one operation. `place` begins the names of the models that they need."""

    types: Types
    findings: Findings
    place: tuple[str, ...]
    extensions: tuple[Mapping[str, Any], ...]

    def build(self, operation: form.Operation) -> tuple[ir.Response, ...]:
        """Build the responses in order.

        2xx are successes, and 3xx are answers without a body; everything else raises. Redirects beside a success are
        left out: clients follow them to it. Where no 2xx is declared,
        `default` also stands for `2XX`. `x-clientwright-errors` names further statuses that raise, or all of them.
        """
        raising = _ErrorStatuses.of(self.extensions)
        leads = any(
            response.status.startswith("2") and not raising.has(response.status)
            for response in operation.responses
        )
        built: list[ir.Response] = []
        for response in operation.responses:
            error = raising.has(response.status)
            if leads and not error and _is_followed(operation.method, response.status):
                self.findings.info(
                    "redirect-followed",
                    response.pointer,
                    f"a redirect ({response.status}) is followed: it is no result of its own",
                )
                continue
            built.append(self._response(operation, response, response.status, error=error))
        if not any(response.status.startswith("2") for response in built):
            default = next((item for item in operation.responses if item.status == "default"), None)
            if default is not None:
                built.insert(0, self._response(operation, default, "2XX", error=False))
        return tuple(built)

    def _response(
        self, operation: form.Operation, response: form.Response, status: str, *, error: bool
    ) -> ir.Response:
        bodiless = (
            status in _BODILESS or operation.method.upper() == "HEAD" or status.startswith("3")
        )
        if bodiless and response.content and operation.method.upper() != "HEAD":
            self.findings.info(
                "response-body-ignored",
                response.pointer,
                f"an answer of status {status} has no body that is read; the declared content is ignored",
            )
        contents = () if bodiless else self._contents(response, error=error)
        return ir.Response(
            status=status,
            error=error,
            contents=contents,
            headers=tuple(self._header(header, status) for header in response.headers),
            doc=Doc(description=response.description),
        )

    def _contents(self, response: form.Response, *, error: bool) -> tuple[ir.ResponseContent, ...]:
        built = [
            self._content(media, response, error=error, ways=len(response.content))
            for media in response.content
        ]
        if not error and built and all(content.kind in ("xml", "multipart") for content in built):
            kind = "text" if built[0].kind == "xml" else "bytes"
            self.findings.degraded(
                f"{built[0].kind}-as-{kind}",
                built[0].pointer,
                f"an answer of {built[0].media_type} is handed over as {kind}",
                "describe the answer by application/json too when the server offers it",
            )
        if not error and len(response.content) == 1:
            media = response.content[0]
            report_structure("an answer", media, built[0].kind, self.types, self.findings)
        return tuple(built) if error else self._without_encodings(response.content, built)

    def _without_encodings(
        self, given: Sequence[form.MediaType], built: Sequence[ir.ResponseContent]
    ) -> tuple[ir.ResponseContent, ...]:
        """Leave out what would only be handed over as text or bytes where JSON of the same schema is offered."""
        kept: list[ir.ResponseContent] = []
        structures = [
            media
            for media, content in zip(given, built, strict=True)
            if content.kind == "json" and shape_of(media.schema, self.types) in ("object", "array")
        ]
        for media, content in zip(given, built, strict=True):
            if content.kind in ("text", "xml", "binary") and any(
                media.schema and other.schema and alike(media.schema, other.schema, self.types)
                for other in structures
            ):
                self.findings.info(
                    "other-encoding",
                    content.pointer,
                    f"an answer of {content.media_type} says what one of {structures[0].name} does, which is asked for",
                )
                continue
            kept.append(content)
        return tuple(kept)

    def _content(
        self, media: form.MediaType, response: form.Response, *, error: bool, ways: int
    ) -> ir.ResponseContent:
        kind = media_kind(media, self.types)
        if kind == "form" or (error and kind == "sse"):
            kind = "text"
        role = error_words(response.status) if error else ("response",)
        place = component_place(response.pointer, "response") or (*self.place, *role)
        sentinel = ""
        whole_text = False
        match kind:
            case "sse":
                return self._events(media, response)
            case "json-lines":
                type_ = item_type(media, self.types, (*self.place, "item"), "out")
                # A schema of text is that of the stream as a whole, of which a line is a piece.
                whole_text = (
                    schema_nature(media.schema, self.types)[1] and media.item_schema is None
                )
                sentinel = self._sentinel("" if whole_text else DONE, media, response)
            case "binary" | "multipart":
                type_ = Scalar("binary")
            case "text" | "xml":
                type_ = text_type(media.schema, self.types, place, "out")
            case _:
                type_ = self.types.type_of(media.schema, place, "out")
                if error:
                    self._say_unnamed(type_, media)
        return ir.ResponseContent(
            media_type=media.name,
            kind=kind,
            type=type_,
            data_encoded=whole_text,
            sentinel=sentinel,
            examples=_examples(media),
            pointer=media.pointer,
        )

    def _say_unnamed(self, type_: Type, media: form.MediaType) -> None:
        """Say of an error that it has no name by which a client could give it a class."""
        if not isinstance(type_, Named | AnyType):
            self.findings.info(
                "error-without-class",
                media.pointer,
                "this error holds no object or named schema, so it has no class of its own; its body is there as text",
                "give the schema a name in components/schemas",
            )

    def _events(self, media: form.MediaType, response: form.Response) -> ir.ResponseContent:
        schema = item_schema(media, self.types)
        envelope = envelope_of(schema, self.types)
        return ir.ResponseContent(
            media_type=media.name,
            kind="sse",
            type=item_type(media, self.types, (*self.place, "event"), "out"),
            envelope=envelope.kind,
            data_encoded=envelope.data_encoded,
            sentinel=self._sentinel(envelope.sentinel, media, response),
            examples=_examples(media),
            pointer=media.pointer,
        )

    def _sentinel(self, usual: str, media: form.MediaType, response: form.Response) -> str:
        return sentinel_of(usual, media.extensions, response.extensions, *self.extensions)

    def _header(self, header: form.Header, status: str) -> ir.ResponseHeader:
        schema = header.content.schema if header.content else header.schema
        return ir.ResponseHeader(
            wire_name=header.name,
            type=self.types.type_of(schema, (*self.place, "header", header.name), "out"),
            required=header.required,
            doc=Doc(description=header.description, deprecated=header.deprecated),
        )


def _is_followed(method: str, status: str) -> bool:
    return status in (_FOLLOWED if method.upper() in ("GET", "HEAD") else _REPEATED)


def _examples(media: form.MediaType) -> tuple[Any, ...]:
    return tuple(example.value for example in media.examples)


def answers_with_array(operation: form.Operation, types: Types) -> bool:
    """Say whether the first success of an operation is a JSON array."""
    for response in _successes(operation.responses):
        for media in response.content:
            if media.schema is not None and content_kind(media.name) == "json":
                return types.merged(media.schema).types == ("array",)
    return False


def _successes(responses: Sequence[form.Response]) -> list[form.Response]:
    return [response for response in responses if response.status.startswith("2")]
