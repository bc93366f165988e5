"""Vendor extensions as aliases of our own: https://spec.openapis.org/oas/v3.2.0.html#specification-extensions

Later stages read `x-clientwright-*` alone. Each hint of a vendor is one or more rows of `ALIASES`: its key, the neutral name
and the function of `vendor_shapes` that brings its value into the neutral shape. A neutral extension of the document
wins over a vendor's; of several vendors' the first row wins, except that the members of `deprecation` are put together.
What a vendor's hint is written in stays under its own key beside; other `x-` fields pass as they are.

| neutral name, after `x-clientwright-` | stands on | shape |
| --- | --- | --- |
| `name` | operation, parameter, schema, server, tag | the name in code, a string in any case |
| `type-name` | schema | the name of the type, a string |
| `group` | operation | the resource, a list of strings from the outside in |
| `ignore` | path item, operation, parameter, property | `true`, or the list of the targets that leave it out |
| `deprecation` | operation, parameter, schema | object: `message`, `replacement` (an operationId), strings |
| `pagination` | operation | object: `type` (`offsetLimit`, `cursor`, `url`), `inputs` (list of `name`, `in`, `type`), `outputs` (JSONPaths) |
| `pagination-property` | schema, parameter | object: `purpose`, a string |
| `retries` | document, operation | object: `strategy`, `backoff`, `statusCodes`, `retryConnectionErrors`; `false` for none |
| `timeout` | document, operation | milliseconds, a number |
| `idempotency-header` | document, operation | the name of the header, a string |
| `idempotent` | operation | `true`: the call may be repeated |
| `errors` | document, path item, operation | object: `statusCodes` (list of strings), `override` |
| `error-message` | property schema | `true`: the property that holds the message of an error |
| `unknown-values` | schema | `allow` or `disallow` |
| `discriminator-value` | schema | the value of the discriminator that selects it, a string |
| `enum-names`, `enum-descriptions` | schema | list beside `enum`, or object by value |
| `sse-sentinel` | document, operation, response, media type | the data that ends a stream, a string: else `[DONE]` where it is no event; empty for none |
| `streaming` | operation | `true`, or object: `format` (`sse` or `json`), `response`, `response-stream`, `stream-description` |
| `stream-property` | operation | the property or parameter that asks for a stream, a string |
| `usage-example` | operation | object: `title`, `description`, `position`, `tags`, or `true` |
| `samples` | operation | list of objects: `lang`, `label`, `source` |
| `return-value` | operation | the property of the answer to return, a string |
| `globals` | document | object: `parameters`, a list of Parameter Objects |
| `method-names` | document | list of objects: `operation-id` (with `*` for any text), `name` |
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clientwright.normalise import vendor_shapes as shapes
from clientwright.normalise.form import ABSENT, Json

if TYPE_CHECKING:
    from clientwright.load import Location
    from clientwright.normalise.context import Context

PREFIX = "x-clientwright-"


@dataclass(frozen=True, slots=True)
class Alias:
    """A vendor's extension as a neutral one.

    `shape` gives the neutral value, or ABSENT for a value that it cannot read. `places` limits the row to some objects;
    empty, it holds for all.
    """

    key: str
    name: str
    shape: Callable[[Json], Json]
    places: tuple[str, ...] = ()


_NAMED = ("operation", "parameter", "schema", "server", "tag")

ALIASES: tuple[Alias, ...] = (
    Alias("x-speakeasy-name-override", "name", shapes.text, _NAMED),
    Alias("x-speakeasy-name-override", "method-names", shapes.method_names, ("document",)),
    Alias("x-speakeasy-group", "group", shapes.group),
    Alias("x-speakeasy-ignore", "ignore", shapes.ignore),
    Alias("x-speakeasy-pagination", "pagination", shapes.mapping),
    Alias("x-speakeasy-retries", "retries", shapes.mapping_or_flag),
    Alias("x-speakeasy-timeout", "timeout", shapes.number),
    Alias("x-speakeasy-errors", "errors", shapes.errors),
    Alias("x-speakeasy-error-message", "error-message", shapes.flag),
    Alias("x-speakeasy-unknown-values", "unknown-values", shapes.unknown_values),
    Alias("x-speakeasy-enums", "enum-names", shapes.texts),
    Alias("x-speakeasy-enum-descriptions", "enum-descriptions", shapes.texts),
    Alias("x-speakeasy-usage-example", "usage-example", shapes.mapping_or_flag),
    Alias("x-speakeasy-deprecation-message", "deprecation", shapes.deprecation_message),
    Alias("x-speakeasy-deprecation-replacement", "deprecation", shapes.deprecation_replacement),
    Alias("x-speakeasy-sse-sentinel", "sse-sentinel", shapes.text),
    Alias("x-speakeasy-globals", "globals", shapes.mapping),
    Alias("x-speakeasy-server-id", "name", shapes.text, ("server",)),
    Alias("x-stainless-method", "group", shapes.stainless_group),
    Alias("x-stainless-method", "name", shapes.stainless_name),
    Alias("x-stainless-naming", "name", shapes.one_name, _NAMED),
    Alias("x-stainless-param", "name", shapes.text, ("parameter",)),
    Alias("x-stainless-skip", "ignore", shapes.ignore),
    Alias("x-stainless-pagination-property", "pagination-property", shapes.purpose),
    Alias("x-stainless-paginationProperty", "pagination-property", shapes.purpose),
    Alias("x-stainless-deprecation-message", "deprecation", shapes.deprecation_message),
    Alias("x-fern-sdk-method-name", "name", shapes.text, ("operation",)),
    Alias("x-fern-sdk-group-name", "group", shapes.group),
    Alias("x-fern-parameter-name", "name", shapes.text, ("parameter",)),
    Alias("x-fern-property-name", "name", shapes.text, ("schema",)),
    Alias("x-fern-type-name", "type-name", shapes.text, ("schema",)),
    Alias("x-fern-server-name", "name", shapes.text, ("server",)),
    Alias("x-fern-ignore", "ignore", shapes.ignore),
    Alias("x-fern-streaming", "streaming", shapes.mapping_or_flag),
    Alias("x-fern-streaming", "sse-sentinel", shapes.fern_sentinel),
    Alias("x-fern-streaming", "stream-property", shapes.fern_stream_property),
    Alias("x-fern-pagination", "pagination", shapes.fern_pagination, ("operation",)),
    Alias("x-fern-retries", "retries", shapes.fern_retries),
    Alias("x-fern-enum", "enum-names", shapes.fern_enum_names),
    Alias("x-fern-enum", "enum-descriptions", shapes.fern_enum_descriptions),
    Alias("x-fern-idempotency-headers", "idempotency-header", shapes.fern_idempotency_header),
    Alias("x-fern-idempotent", "idempotent", shapes.flag),
    Alias("x-fern-sdk-return-value", "return-value", shapes.text),
    Alias("x-fern-global-headers", "globals", shapes.fern_globals),
    Alias("x-enum-varnames", "enum-names", shapes.texts),
    Alias("x-enumNames", "enum-names", shapes.texts),
    Alias("x-enum-names", "enum-names", shapes.texts),
    Alias("x-enum-descriptions", "enum-descriptions", shapes.texts),
    Alias("x-enumDescriptions", "enum-descriptions", shapes.texts),
    Alias("x-ms-enum", "enum-names", shapes.ms_enum_names),
    Alias("x-ms-enum", "enum-descriptions", shapes.ms_enum_descriptions),
    Alias("x-ms-enum", "type-name", shapes.ms_enum_type),
    Alias("x-ms-discriminator-value", "discriminator-value", shapes.text, ("schema",)),
    Alias("x-ms-client-name", "name", shapes.text, _NAMED),
    Alias("x-ms-pageable", "pagination", shapes.ms_pagination),
    Alias("x-extensible-enum", "unknown-values", shapes.extensible),
    Alias("x-codeSamples", "samples", shapes.samples),
    Alias("x-code-samples", "samples", shapes.samples),
    Alias("x-deprecated", "deprecation", shapes.deprecated),
    Alias("x-deprecated-reason", "deprecation", shapes.deprecation_message),
    Alias("x-deprecation-message", "deprecation", shapes.deprecation_message),
    Alias("x-deprecation-details", "deprecation", shapes.deprecated),
)

_TEXT: Mapping[type, str] = {str: "a string"}
_FLAG: Mapping[type, str] = {bool: "a boolean"}
# Neutral name -> the kinds of value that it may have; none: what reads it says more.
_OWN: Mapping[str, Mapping[type, str]] = {
    **{alias.name: {} for alias in ALIASES},
    **dict.fromkeys(("sse-sentinel", "stream-property"), _TEXT),
    **dict.fromkeys(("discriminator-value", "idempotency-header"), _TEXT),
    "idempotent": _FLAG,
    "ignore": {**_FLAG, list: "an array"},
}

_BY_KEY: dict[str, list[Alias]] = {}
for _alias in ALIASES:
    _BY_KEY.setdefault(_alias.key, []).append(_alias)
_ORDER = {alias.key: index for index, alias in reversed(list(enumerate(ALIASES)))}

_DEPRECATION = PREFIX + "deprecation"
_DEPRECATED_BY = frozenset(
    {_DEPRECATION, "x-speakeasy-deprecation-message", "x-stainless-deprecation-message"}
)
_IGNORED_BY = ("x-speakeasy-ignore", "x-stainless-skip", "x-fern-ignore")


def neutral_extensions(
    context: Context, location: Location, values: Mapping[str, Json], place: str
) -> Mapping[str, Any]:
    """The `x-` fields of `values`, with every vendor's hint under its neutral name too.

    `place` is the kind of object that has them. A hint that cannot be read is reported and left as it is.
    """
    found = {key: value for key, value in values.items() if key.startswith("x-")}
    if not found:
        return found
    for key in found:
        if key.startswith(PREFIX):
            _report_own(context, location.child(key), key.removeprefix(PREFIX))
    for key in sorted((key for key in found if key in _BY_KEY), key=_ORDER.__getitem__):
        for alias in _BY_KEY[key]:
            if alias.places and place not in alias.places:
                continue
            value = alias.shape(values[key])
            if value is ABSENT:
                context.info(
                    location.child(key),
                    "extension-not-read",
                    f"The value of `{key}` is not of a form that is known; it has no effect.",
                )
                break
            _put(found, values, PREFIX + alias.name, value)
    return found


def _report_own(context: Context, location: Location, name: str) -> None:
    """Report a neutral extension that is not known, or whose value is not of its kind."""
    kinds = _OWN.get(name)
    if kinds is None:
        near = difflib.get_close_matches(name, sorted(_OWN), n=1)
        hint = (
            f"Did you mean `{PREFIX}{near[0]}`?"
            if near
            else "See `docs/overlays.md` for those that there are."
        )
        message = f"There is no extension `{PREFIX}{name}`; it has no effect."
        context.warning(location, "unknown-extension", message, hint)
    elif kinds and not isinstance(location.value, tuple(kinds)):
        wanted = " or ".join(kinds.values())
        context.warning(
            location,
            "extension-not-read",
            f"`{PREFIX}{name}` has to be {wanted}; this value has no effect.",
        )


def _put(found: dict[str, Json], values: Mapping[str, Json], name: str, value: Json) -> None:
    if value is None or name in values:
        return
    if name == _DEPRECATION and name in found:
        found[name] = {**value, **found[name]}
    else:
        found.setdefault(name, value)


def source_of(values: Mapping[str, Json], name: str) -> str:
    """The key by which an object with these fields gives the neutral extension `name`, a vendor's perhaps; ours when none does."""
    own = PREFIX + name
    given = (alias.key for alias in ALIASES if alias.name == name and alias.key in values)
    return own if own in values else next(given, own)


def is_ignored(values: Mapping[str, Json]) -> bool:
    """Whether an extension asks to leave the object with these fields out, whatever the target."""
    if PREFIX + "ignore" in values:
        return values[PREFIX + "ignore"] is True
    return any(values.get(key) is True for key in _IGNORED_BY)


def is_deprecated(values: Mapping[str, Json]) -> bool:
    """Whether an extension says that the object with these fields is deprecated."""
    if values.get("x-deprecated") is True:
        return True
    return not _DEPRECATED_BY.isdisjoint(values) and any(map(values.get, _DEPRECATED_BY))
