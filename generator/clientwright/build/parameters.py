"""Parameters, their serialisation resolved.

https://spec.openapis.org/oas/v3.2.0.html#parameter-object
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clientwright.build.documentation import constraints_of
from clientwright.build.findings import Findings
from clientwright.build.hints import documented
from clientwright.build.media_types import content_kind
from clientwright.build.names import component_place
from clientwright.build.types import Types
from clientwright.build.value_shapes import fits, shape_of
from clientwright.ir import operations as ir
from clientwright.ir.models import Doc
from clientwright.ir.types import Constant, Type
from clientwright.normalise import form

# The specification has these ignored: media types and security schemes decide them.
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})


def sent_parameters(operation: form.Operation, findings: Findings) -> tuple[form.Parameter, ...]:
    """Return the parameters that a call sends, in the order of their arguments.

    Path parameters come first, in the order of the path; then required ones, then the others, as declared.
    """
    kept: list[form.Parameter] = []
    for parameter in operation.parameters:
        if parameter.in_ == "header" and parameter.name.lower() in _IGNORED_HEADERS:
            findings.info(
                "parameter-ignored",
                parameter.pointer,
                f"the header parameter {parameter.name} is ignored, as the specification asks",
                "content types and security schemes say what this header holds",
            )
            continue
        if parameter.in_ == "path" and "{" + parameter.name + "}" not in operation.path:
            findings.warning(
                "path-parameter-unused",
                parameter.pointer,
                f"the path {operation.path} has no {{{parameter.name}}}; the parameter is left out",
                "name it in the path, or remove it",
            )
            continue
        kept.append(parameter)

    def order(parameter: form.Parameter) -> tuple[int, int]:
        if parameter.in_ == "path":
            return (0, operation.path.find("{" + parameter.name + "}"))
        return (1 if parameter.required else 2, 0)

    return tuple(sorted(kept, key=order))


@dataclass(frozen=True, slots=True)
class ParameterBuilder:
    """Builds the parameters of one operation. `place` begins the names of the models that they need."""

    types: Types
    findings: Findings
    place: tuple[str, ...]

    def build(self, parameter: form.Parameter, name: str) -> ir.Parameter:
        """Build `parameter` under the argument name `name`."""
        schema_id = parameter.content.schema if parameter.content else parameter.schema
        schema = self.types.merged(schema_id) if schema_id is not None else None
        place = component_place(parameter.pointer) or (*self.place, name)
        type_ = self.types.type_of(schema_id, place, "in")
        has_default = (
            schema is not None
            and schema.default is not form.ABSENT
            and fits(schema.default, type_, self.types)
        )
        return ir.Parameter(
            name=name,
            wire_name=parameter.name,
            location=parameter.in_,
            type=type_,
            required=parameter.required,
            style="" if parameter.content else parameter.style,
            explode=parameter.explode and parameter.content is None,
            allow_reserved=parameter.allow_reserved,
            allow_empty_value=parameter.allow_empty_value,
            media_type=self._media_type(parameter),
            shape=shape_of(schema_id, self.types),
            constant=_is_always_sent(parameter, type_),
            has_default=has_default,
            default=schema.default if has_default and schema is not None else None,
            doc=_doc(parameter, schema),
            constraints=constraints_of(schema) if schema is not None else (),
            examples=_examples(parameter, schema),
            pointer=parameter.pointer,
        )

    def _media_type(self, parameter: form.Parameter) -> str:
        if parameter.content is None:
            return ""
        media_type = parameter.content.name
        if content_kind(media_type) not in ("json", "text", "form"):
            self.findings.degraded(
                "parameter-media-type",
                parameter.content.pointer,
                f"parameter {parameter.name!r} has content of type {media_type}, which is sent as JSON",
                "describe the parameter by a schema, or by application/json",
            )
            return "application/json"
        return media_type


def _is_always_sent(parameter: form.Parameter, type_: Type) -> bool:
    """Say whether a parameter of one possible value is sent without asking.

    An optional boolean of one value is a switch: whether to send it is the choice that it offers.
    """
    if not isinstance(type_, Constant):
        return False
    return parameter.required or not isinstance(type_.value, bool)


def _doc(parameter: form.Parameter, schema: form.Schema | None) -> Doc:
    return documented(
        parameter.extensions,
        parameter.deprecated or (schema is not None and schema.deprecated),
        description=parameter.description or (schema.description if schema else ""),
    )


def _examples(parameter: form.Parameter, schema: form.Schema | None) -> tuple[object, ...]:
    own: Iterable[object] = (example.value for example in parameter.examples)
    return tuple(own) or (schema.examples if schema else ())
