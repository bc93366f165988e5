"""Operations: from what the document says of one to the method, or two methods, that a client has.

https://spec.openapis.org/oas/v3.2.0.html#operation-object
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from clientwright.build.arguments import ArgumentNames, argument_names
from clientwright.build.bodies import BodyBuilder
from clientwright.build.findings import Findings
from clientwright.build.hints import documented, mapping, sequence, text
from clientwright.build.names import Scope, component_place
from clientwright.build.pagination import PAGINATION, Pageable, pagination_of
from clientwright.build.parameters import ParameterBuilder, sent_parameters
from clientwright.build.responses import ResponseBuilder
from clientwright.build.retries import RETRIES, retries_of
from clientwright.build.security import requirements
from clientwright.build.servers import servers
from clientwright.build.streams import (
    STREAMING,
    answers_by,
    body_has_switch,
    needs_more,
    only_streams,
    pin_parameters,
    switch_name,
    two_answers,
)
from clientwright.build.types import Types
from clientwright.build.value_shapes import Direction, object_model, unwrapped
from clientwright.ir import operations as ir
from clientwright.ir.models import Doc, ObjectModel
from clientwright.ir.security import Requirement
from clientwright.ir.types import Named, Type
from clientwright.normalise import form

IDEMPOTENCY = "x-clientwright-idempotency-header"
IDEMPOTENT = "x-clientwright-idempotent"
SAMPLES = "x-clientwright-samples"
_FLATTENED = frozenset({"json", "form", "multipart"})


@dataclass(frozen=True, slots=True)
class Identity:
    """What an operation is called: its id, its place, its method's name, and the words that its models begin with."""

    id: str
    resource: tuple[str, ...]
    name: str
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OperationBuilder:
    """Builds the operations of one document.

    `schemes` maps a security scheme's key to its name, `security` and `retries` are what applies unless an operation says otherwise.
    `method_scopes` holds the method names taken, by resource.
    """

    api: form.Api
    types: Types
    findings: Findings
    schemes: Mapping[str, str]
    security: tuple[Requirement, ...]
    retries: ir.Retries | None
    method_scopes: Mapping[tuple[str, ...], Scope]

    def build(self, operation: form.Operation, identity: Identity) -> tuple[ir.Operation, ...]:
        """Build the methods for `operation`: one, or two when a success answers with a stream or without one."""
        parameters = sent_parameters(operation, self.findings)
        contents = self._body_contents(operation, identity)
        model = self._flat_model(operation.request_body, contents)
        names = argument_names(
            parameters,
            [item.name for item in model.properties if not item.read_only]
            if model is not None
            else None,
        )
        parameter_builder = ParameterBuilder(self.types, self.findings, identity.place)
        built = ir.Operation(
            id=identity.id,
            operation_id=operation.operation_id,
            name=identity.name,
            resource=identity.resource,
            method=operation.method,
            path=operation.path,
            path_key=operation.path_key,
            variant=operation.variant,
            doc=_doc(operation),
            parameters=tuple(
                parameter_builder.build(parameter, name)
                for parameter, name in zip(parameters, names.parameters, strict=True)
            ),
            body=_body(operation.request_body, contents, model, names),
            responses=self._responses(operation, identity),
            retries=self._retries(operation),
            security=self._security(operation),
            servers=servers(operation.servers),
            idempotency_header=self._idempotency_header(operation),
            tags=operation.tags,
            samples=_samples(operation),
            pointer=operation.pointer,
        )
        if two_answers(built.responses):
            return self._split(built, operation)
        if only_streams(built.responses):
            return (self._asking(replace(built, streams=True), operation, streaming=True),)
        return (replace(built, pagination=self._pagination(built, operation)),)

    def _body_contents(
        self, operation: form.Operation, identity: Identity
    ) -> tuple[ir.BodyContent, ...]:
        body = operation.request_body
        if body is None:
            return ()
        place = component_place(body.pointer, "request") or (*identity.place, "request")
        return BodyBuilder(self.types, self.findings, place).contents(body)

    def _flat_model(
        self, body: form.RequestBody | None, contents: tuple[ir.BodyContent, ...]
    ) -> ObjectModel | None:
        """Return the object model whose properties could be arguments; None when the body is no object.

        A body that may be null is an object too when it may be left out instead.
        """
        if body is None or not contents or contents[0].kind not in _FLATTENED:
            return None
        type_ = contents[0].type
        model = object_model(type_ if body.required else unwrapped(type_, self.types), self.types)
        return model if model is not None and model.properties else None

    def _responses(self, operation: form.Operation, identity: Identity) -> tuple[ir.Response, ...]:
        extensions = (operation.extensions, self.api.extensions)
        return ResponseBuilder(self.types, self.findings, identity.place, extensions).build(
            operation
        )

    def _retries(self, operation: form.Operation) -> ir.Retries | None:
        own = retries_of(operation.extensions.get(RETRIES), self.findings, operation.pointer)
        if own is not None:
            return own
        if operation.extensions.get(IDEMPOTENT) is True:
            # The document declares the call safe to repeat.
            return ir.Retries()
        return self.retries

    def _security(self, operation: form.Operation) -> tuple[Requirement, ...]:
        if operation.security is None:
            return self.security
        return requirements(operation.security, self.schemes, self.findings, operation.pointer)

    def _idempotency_header(self, operation: form.Operation) -> str:
        for extensions in (operation.extensions, self.api.extensions):
            found = extensions.get(IDEMPOTENCY)
            if isinstance(found, str):
                return found if operation.method.upper() not in ("GET", "HEAD", "OPTIONS") else ""
        return ""

    def _pagination(self, built: ir.Operation, operation: form.Operation) -> ir.Pagination | None:
        return pagination_of(
            operation.extensions.get(PAGINATION),
            Pageable(built.parameters, built.body, built.responses),
            self.types,
            self.findings,
            f"{operation.pointer}/{PAGINATION}",
        )

    def _split(self, built: ir.Operation, operation: form.Operation) -> tuple[ir.Operation, ...]:
        """Make two methods of one operation: `create`, and `create_stream` for the events."""
        whole_name, stream_name = _two_names(built.name, self.method_scopes[built.resource])
        told = text(mapping(operation.extensions.get(STREAMING)).get("stream-description"))
        plain = replace(
            built, name=whole_name, responses=answers_by(built.responses, streaming=False)
        )
        events = replace(
            built,
            id=f"{built.id}#stream",
            doc=replace(built.doc, description=told) if told else built.doc,
            name=stream_name,
            responses=answers_by(built.responses, streaming=True),
            streams=True,
        )
        plain = replace(plain, pagination=self._pagination(plain, operation))
        return (
            self._asking(plain, operation, streaming=False),
            self._asking(events, operation, streaming=True),
        )

    def _asking(
        self, built: ir.Operation, operation: form.Operation, *, streaming: bool
    ) -> ir.Operation:
        """Have a method send the property or parameter that asks for its kind of answer, where there is one.

        Since that sends a body, what the body requires must be given, even where the document lets the body be left out.
        """
        name = switch_name(operation)
        if body_has_switch(operation.request_body, name, self.types):
            body = built.body
            if body is not None and needs_more(operation.request_body, name, self.types):
                body = replace(body, required=True)
            return replace(built, body=body, pinned=((name, streaming),))
        return replace(built, parameters=pin_parameters(built.parameters, name, streaming))


def _two_names(name: str, scope: Scope) -> tuple[str, str]:
    """Name the method for the whole answer and the one for the events, which keeps a name that says so already."""
    words = name.split("_")
    for rest, said in ((words[:-1], words[-1]), (words[1:], words[0])):
        if rest and said == "stream":
            base = "_".join(rest)
            return scope.take(base, f"{base}_whole"), name
    return name, scope.take(f"{name}_stream", f"stream_{name}", f"{name}_events")


def _body(
    body: form.RequestBody | None,
    contents: tuple[ir.BodyContent, ...],
    model: ObjectModel | None,
    names: ArgumentNames,
) -> ir.Body | None:
    if body is None or not contents:
        return None
    if names.flatten and model is not None:
        contents = (replace(contents[0], type=Named(model.name)), *contents[1:])
    return ir.Body(
        name=names.body,
        required=body.required,
        contents=contents,
        flatten=names.flatten,
        doc=Doc(description=body.description),
    )


def _doc(operation: form.Operation) -> Doc:
    return documented(
        operation.extensions,
        operation.deprecated,
        summary=operation.summary,
        description=operation.description,
        external_docs=operation.external_docs,
    )


def _samples(operation: form.Operation) -> tuple[ir.Sample, ...]:
    items = [mapping(item) for item in sequence(operation.extensions.get(SAMPLES))]
    return tuple(
        ir.Sample(text(item.get("lang")), source, text(item.get("label")))
        for item in items
        if (source := text(item.get("source")))
    )


def types_used(operation: ir.Operation) -> Iterator[tuple[Type, Direction]]:
    """Yield the types that a method needs, and whether it sends (`in`) or receives (`out`) them."""
    for parameter in operation.parameters:
        yield parameter.type, "in"
    for content in operation.body.contents if operation.body is not None else ():
        yield content.type, "in"
    for response in operation.responses:
        for answer in response.contents:
            yield answer.type, "out"
        for header in response.headers:
            yield header.type, "out"
