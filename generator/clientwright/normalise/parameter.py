"""Parameter Objects: https://spec.openapis.org/oas/v3.2.0.html#parameter-object"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.encoding import read_encodings
from clientwright.normalise.example import read_examples
from clientwright.normalise.field_syntax import TOKEN_HINT, is_token
from clientwright.normalise.fields import Fields, as_object
from clientwright.normalise.form import Json, MediaType, Parameter, ParameterIn, Schema, SchemaId
from clientwright.normalise.media_type import read_content
from clientwright.normalise.parameter_style import resolve_style
from clientwright.normalise.reference import read_shared
from clientwright.normalise.vendor import PREFIX, is_ignored

_FIELDS = frozenset(
    {
        "name",
        "in",
        "description",
        "required",
        "deprecated",
        "allowEmptyValue",
        "style",
        "explode",
        "allowReserved",
        "schema",
        "content",
        "example",
        "examples",
    }
)

_PLACES = ("path", "query", "header", "cookie", "querystring")

_FORM = "application/x-www-form-urlencoded"

_HEADERS_OF_OTHERS = {
    "accept": "the media types of the responses",
    "content-type": "the media types of the request body",
    "authorization": "the security schemes",
}


def read_parameters(fields: Fields) -> Iterator[Parameter]:
    """The parameters in `parameters` of a path item or operation, each pair of name and place once."""
    seen: set[tuple[str, str]] = set()
    for location in fields.elements("parameters"):
        parameter = _one(fields.context, location)
        if parameter is None:
            continue
        key = identity(parameter)
        if key in seen:
            fields.context.warning(
                location,
                "duplicate-parameter",
                f"The {parameter.in_} parameter `{parameter.name}` is declared twice in one list; the first counts.",
            )
            continue
        seen.add(key)
        yield parameter


def identity(parameter: Parameter) -> tuple[str, str]:
    """What makes two parameters the same: place and name, the latter in any case for headers."""
    name = parameter.name.lower() if parameter.in_ == "header" else parameter.name
    return parameter.in_, name


def override(outer: Iterable[Parameter], inner: Iterable[Parameter]) -> tuple[Parameter, ...]:
    """`outer` with those of `inner` in the places of their namesakes, and the others of `inner` after them."""
    merged = {identity(parameter): parameter for parameter in outer}
    merged.update({identity(parameter): parameter for parameter in inner})
    return tuple(merged.values())


def missing_path_parameter(context: Context, owner: Location, name: str) -> Parameter:
    """A required string for the expression `name` of a path template that nothing declares."""
    # Braces keep the id apart from those of the elements of a real list.
    pointer = f"{owner.id}/parameters/{{{name}}}"
    schema = context.schemas.put(Schema(id=f"{pointer}/schema", types=("string",)), owner)
    return Parameter(
        name=name,
        in_="path",
        pointer=pointer,
        required=True,
        style="simple",
        explode=False,
        schema=schema,
    )


def _one(context: Context, location: Location) -> Parameter | None:
    result = read_shared(context, location, "a parameter", _read)
    if result is None:
        return None
    parameter, followed = result
    if not followed.description:
        return parameter
    return replace(parameter, description=followed.description)


def _read(fields: Fields) -> Parameter | None:
    context = fields.context
    fields.check_known(_FIELDS)
    name, place = fields.text("name"), fields.text("in")
    if place == "querystring":
        # Its name is never sent, so a missing one does no harm.
        name = name or "querystring"
    if not name:
        context.error(
            fields.location, "parameter-without-name", "The parameter has no `name`; it is dropped."
        )
        return None
    if place not in _PLACES:
        context.error(
            fields.location,
            "unknown-parameter-place",
            f"`in` of the parameter `{name}` is `{place}`; the parameter is dropped.",
            f"It has to be one of {', '.join(_PLACES)}.",
        )
        return None
    in_: ParameterIn = place
    if not _can_be_sent(fields, name, in_):
        return None
    if _is_left_out(fields, name, in_):
        return None
    schema, content = _value(fields, name)
    if in_ == "querystring" and schema is not None:
        schema, content = None, _form(fields, schema)
    style, explode = resolve_style(fields, in_)
    return Parameter(
        name=name,
        in_=in_,
        pointer=fields.location.id,
        required=_required(fields, name, in_),
        style=style,
        explode=explode,
        allow_reserved=_allow_reserved(fields, in_),
        allow_empty_value=_allow_empty_value(fields, in_),
        schema=schema,
        content=content,
        description=fields.text("description"),
        deprecated=fields.deprecated(),
        examples=read_examples(fields),
        extensions=_extensions(fields),
    )


def _can_be_sent(fields: Fields, name: str, in_: ParameterIn) -> bool:
    # In style `form` the name of a cookie is percent-encoded like its value.
    raw = in_ == "header" or (in_ == "cookie" and fields.values.get("style") == "cookie")
    if raw and not is_token(name):
        fields.context.error(
            fields.location,
            "not-a-token",
            f"`{name}` cannot be the name of a {in_}; the parameter is dropped.",
            TOKEN_HINT,
        )
        return False
    return True


def _is_left_out(fields: Fields, name: str, in_: ParameterIn) -> bool:
    if in_ == "header" and name.lower() in _HEADERS_OF_OTHERS:
        fields.context.info(
            fields.location,
            "ignored-header",
            f"The header `{name}` follows from {_HEADERS_OF_OTHERS[name.lower()]}; the parameter is ignored, "
            "as the specification says.",
        )
        return True
    if is_ignored(fields.values) and in_ != "path":
        fields.context.info(
            fields.location,
            "ignored-by-extension",
            f"The parameter `{name}` is ignored, as it asks.",
        )
        return True
    return False


def _required(fields: Fields, name: str, in_: ParameterIn) -> bool:
    required = fields.flag("required")
    if in_ == "path" and not required:
        fields.context.warning(
            fields.location,
            "path-parameter-not-required",
            f"The path parameter `{name}` has to have `required: true`; it is required.",
        )
        return True
    return required


def _value(fields: Fields, name: str) -> tuple[SchemaId | None, MediaType | None]:
    """The schema or the media type of the parameter; exactly one of the two."""
    context = fields.context
    if "schema" in fields:
        if "content" in fields:
            context.warning(
                fields.child("content"),
                "schema-and-content",
                f"The parameter `{name}` has `schema` and `content`; the schema is used.",
            )
        return context.schemas.add(fields.child("schema")), None
    content = read_content(fields, read_encodings)
    if len(content) > 1:
        context.warning(
            fields.child("content"),
            "several-contents",
            f"`content` of the parameter `{name}` has to have one media type; the first is used.",
        )
    if content:
        return None, content[0]
    context.warning(
        fields.location,
        "parameter-without-schema",
        f"The parameter `{name}` has neither `schema` nor `content`; it takes any value.",
    )
    return context.schemas.put(Schema(id=f"{fields.location.id}/schema"), fields.location), None


def _form(fields: Fields, schema: SchemaId) -> MediaType:
    """The media type that a whole query string is written in when only its schema is given."""
    fields.context.warning(
        fields.location,
        "querystring-without-content",
        f"A parameter `in: querystring` has to have `content`; `{_FORM}` is used.",
    )
    return MediaType(name=_FORM, pointer=fields.location.id, schema=schema)


def _allow_reserved(fields: Fields, in_: ParameterIn) -> bool:
    allowed = fields.flag("allowReserved")
    places = (
        ("query", "path", "cookie") if fields.context.workspace.version == "3.2" else ("query",)
    )
    if allowed and in_ not in places:
        fields.context.warning(
            fields.child("allowReserved"),
            "allow-reserved-not-here",
            f"`allowReserved` has no meaning in {in_}; it is ignored.",
        )
        return False
    return allowed


def _allow_empty_value(fields: Fields, in_: ParameterIn) -> bool:
    allowed = fields.flag("allowEmptyValue")
    if allowed and in_ != "query":
        fields.context.warning(
            fields.child("allowEmptyValue"),
            "allow-empty-value-not-here",
            f"`allowEmptyValue` has no meaning in {in_}; it is ignored.",
        )
        return False
    return allowed


def _extensions(fields: Fields) -> Mapping[str, Json]:
    """The extensions of the parameter, with the name that its schema may give it."""
    found = fields.extensions("parameter")
    schema = as_object(fields.values.get("schema")) or {}
    name = schema.get("x-stainless-param")
    if isinstance(name, str) and name:
        return {PREFIX + "name": name, **found}
    return found
