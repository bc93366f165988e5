"""Which specification and version a document follows, or what it is instead.

OpenAPI: https://spec.openapis.org/oas/v3.2.0.html#openapi-object
Swagger: https://spec.openapis.org/oas/v2.0.html#swagger-object
"""

from __future__ import annotations

import re

from clientwright.load.tree import Object, Tree, as_object, as_string, kind

_SUPPORTED = "supported are OpenAPI 3.0, 3.1 and 3.2, and Swagger 2.0"
_VERSION = re.compile(r"(3\.[012])(?:\.\d+(?:[-+].*)?)?\Z")


class NotOpenApi(Exception):
    """The document follows no supported version; ``pointer`` is where that shows."""

    def __init__(self, code: str, message: str, hint: str, pointer: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.pointer = pointer


def version_of(tree: Tree) -> tuple[str, bool]:
    """Return "2.0", "3.0", "3.1" or "3.2", and whether the field is a string as it should be.

    Raises NotOpenApi for a document that is none of these, with what it looks like as the hint.
    """
    document = as_object(tree)
    if document is None:
        raise NotOpenApi(
            "not-an-object",
            f"an OpenAPI document is an object, this file holds {kind(tree)}",
            "check that this is the right file",
        )
    if "openapi" in document:
        return _openapi_version(document["openapi"])
    if "swagger" in document:
        found = document["swagger"]
        if str(found) in ("2.0", "2"):
            return "2.0", isinstance(found, str)
        raise NotOpenApi(
            "unsupported-version",
            f"Swagger {_shown(found)} is not supported",
            _SUPPORTED,
            "/swagger",
        )
    raise NotOpenApi(
        "not-openapi", "the document has no field openapi or swagger", _what_it_is(document)
    )


def _openapi_version(found: Tree) -> tuple[str, bool]:
    is_string = isinstance(found, str)
    if is_string or isinstance(found, float):
        match = _VERSION.match(str(found).strip())
        if match:
            return match[1], is_string
    if isinstance(found, int) and not isinstance(found, bool) and found == 3:
        return "3.0", False
    raise NotOpenApi(
        "unsupported-version", f"OpenAPI {_shown(found)} is not supported", _SUPPORTED, "/openapi"
    )


def _shown(value: Tree) -> str:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return repr(value)[:60]
    return kind(value)


_OTHER_FORMATS = (
    ("asyncapi", "this is an AsyncAPI document"),
    ("arazzo", "this is an Arazzo document"),
    ("overlay", "this is an OpenAPI Overlay; give it with --overlay beside the document"),
    ("swaggerVersion", "this is Swagger 1.x; convert it to 2.0 or later first"),
    ("discoveryVersion", "this is a Google API discovery document"),
    ("smithy", "this is a Smithy model"),
    ("raml", "this is a RAML document"),
    ("__schema", "this is a GraphQL introspection result"),
    ("$schema", "this is a JSON Schema"),
)


def _what_it_is(document: Object) -> str:
    info = as_object(document.get("info")) or {}
    if "_postman_id" in info or "getpostman" in (as_string(info.get("schema")) or ""):
        return "this is a Postman collection; export it as OpenAPI"
    for field, hint in _OTHER_FORMATS:
        if field in document:
            return hint
    if "__schema" in (as_object(document.get("data")) or {}):
        return "this is a GraphQL introspection result"
    if "entries" in (as_object(document.get("log")) or {}):
        return "this is an HTTP archive (HAR)"
    if "apiVersion" in document and "kind" in document:
        return "this is a Kubernetes resource"
    if "_type" in document and "resources" in document:
        return "this is an Insomnia export; export it as OpenAPI"
    for field in document:
        if field.lower() in ("openapi", "swagger"):
            return f"the field {field} must be written {field.lower()}"
    if "paths" in document or "components" in document:
        return 'add the version, for example openapi: "3.1.0"'
    if "properties" in document or "$defs" in document or "definitions" in document:
        return "this looks like a JSON Schema"
    return f"check that this is the right file; {_SUPPORTED}"
