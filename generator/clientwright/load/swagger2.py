"""The Swagger Object of Swagger 2.0 to the OpenAPI Object of OpenAPI 3.0.

https://spec.openapis.org/oas/v2.0.html#swagger-object
"""

from __future__ import annotations

from dataclasses import dataclass

from clientwright.diagnostics import Diagnostic, Severity
from clientwright.load.swagger2_context import Context, Problem, ReadExternal, extensions
from clientwright.load.swagger2_operation import (
    Defaults,
    convert_path_item,
    convert_response,
    media_types,
)
from clientwright.load.swagger2_parameter import Place, convert_parameter
from clientwright.load.swagger2_schema import convert_schema
from clientwright.load.swagger2_security import convert_security_scheme
from clientwright.load.tree import Object, Tree, as_array, as_object, as_string, escape, fragment

_COPIED = ("info", "tags", "externalDocs", "security")
_USED = frozenset(
    (
        *_COPIED,
        "swagger",
        "host",
        "basePath",
        "schemes",
        "consumes",
        "produces",
        "paths",
        "definitions",
        "parameters",
        "responses",
        "securityDefinitions",
    )
)
_SCHEMES = ("https", "http", "wss", "ws")


@dataclass(frozen=True, slots=True)
class Converted:
    """A document of OpenAPI 3.0, what was found, and where its nodes stood before.

    ``origins`` maps pointers of the converted document to pointers of the original; what lies below
    a pointer moves along with it.
    """

    tree: Tree
    problems: tuple[Problem, ...]
    origins: dict[str, str]


def convert(tree: Tree) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """Convert a Swagger 2.0 document, which is not changed, to OpenAPI 3.0.0.

    Whatever has no counterpart there is among the diagnostics.
    """
    converted = convert_with_origins(tree)
    found = tuple(
        Diagnostic(each.severity, each.code, each.message, each.hint, fragment(each.pointer))
        for each in converted.problems
    )
    return converted.tree, found


def convert_with_origins(tree: Tree, read_external: ReadExternal | None = None) -> Converted:
    """Convert as :func:`convert` does.

    ``read_external`` returns the node of another file that a reference names, or ``None``:
    parameters, responses and path items from there are written out in place.
    """
    document = as_object(tree)
    if document is None:
        return Converted(tree, (), {})
    context = Context(document, read_external)
    by_scheme = _servers(context, document)
    defaults = Defaults(
        media_types(document.get("consumes")) or [],
        media_types(document.get("produces")) or [],
        by_scheme,
    )
    converted: Object = {"openapi": "3.0.0"}
    context.moved("/openapi", "/swagger")
    converted.update({name: document[name] for name in _COPIED if name in document})
    converted.update(extensions(document))
    converted["servers"] = _default_servers(context, document, by_scheme)
    for name in ("schemes", "basePath", "host"):
        if name in document:
            context.moved("/servers", f"/{name}")
    paths = as_object(document.get("paths"))
    converted["paths"] = (
        document.get("paths", {})
        if paths is None
        else {
            path: item
            if path.startswith("x-")
            else convert_path_item(
                context, item, defaults, f"/paths/{escape(path)}", f"/paths/{escape(path)}"
            )
            for path, item in paths.items()
        }
    )
    components = _components(context, document, defaults)
    if components:
        converted["components"] = components
    for name in document:
        if name not in _USED and not name.startswith("x-"):
            context.report(
                f"/{escape(name)}",
                "swagger2-unknown-field",
                f"a Swagger 2.0 document has no field {name[:80]!r}; it is ignored",
            )
    context.rewrite_references()
    return Converted(converted, tuple(context.problems), context.origins)


def _components(context: Context, document: Object, defaults: Defaults) -> Object:
    components: Object = {}
    schemas = as_object(document.get("definitions"))
    if schemas is not None:
        context.moved("/components/schemas", "/definitions")
        components["schemas"] = {
            name: convert_schema(
                context,
                schema,
                f"/definitions/{escape(name)}",
                f"/components/schemas/{escape(name)}",
            )
            for name, schema in schemas.items()
        }
    parameters = as_object(document.get("parameters"))
    if parameters is not None:
        components["parameters"] = _shared_parameters(context, parameters)
    responses = as_object(document.get("responses"))
    if responses is not None:
        context.moved("/components/responses", "/responses")
        components["responses"] = {
            name: convert_response(
                context,
                response,
                "",
                defaults.produces,
                f"/responses/{escape(name)}",
                f"/components/responses/{escape(name)}",
            )
            for name, response in responses.items()
        }
    schemes = as_object(document.get("securityDefinitions"))
    if schemes is not None:
        context.moved("/components/securitySchemes", "/securityDefinitions")
        components["securitySchemes"] = {
            name: convert_security_scheme(context, scheme, f"/securityDefinitions/{escape(name)}")
            for name, scheme in schemes.items()
        }
    return components


def _shared_parameters(context: Context, parameters: Object) -> Object:
    """Convert the shared parameters; operations hold copies, so this only keeps them reachable."""
    shared: Object = {}
    for name, value in parameters.items():
        old = f"/parameters/{escape(name)}"
        members = as_object(value)
        if members is not None and members.get("in") in ("path", "query", "header"):
            place = Place(members, "", old)
            shared[name] = convert_parameter(
                context, place, f"/components/parameters/{escape(name)}"
            )
    return shared


def _servers(context: Context, document: Object) -> dict[str, Object]:
    host = as_string(document.get("host"))
    path = as_string(document.get("basePath")) or ""
    path = "" if path == "/" else "/" + path.strip("/") if path else ""
    if not host:
        return {}
    if "://" in host or "/" in host:
        context.report(
            "/host", "swagger2-host", "host is a name, without scheme and path", "use basePath"
        )
        host = host.partition("://")[2] or host
        host = host.strip("/")
    return {scheme: {"url": f"{scheme}://{host}{path}"} for scheme in _SCHEMES}


def _default_servers(
    context: Context, document: Object, by_scheme: dict[str, Object]
) -> list[Object]:
    if not by_scheme:
        path = as_string(document.get("basePath")) or "/"
        return [{"url": "/" + path.strip("/")}]
    wanted = [each for each in as_array(document.get("schemes")) or [] if isinstance(each, str)]
    # The order of schemes means nothing, so the safe one comes first.
    chosen = [each for each in ("https", "http") if each in wanted]
    if not chosen:
        context.report(
            "/schemes" if wanted else "/host",
            "swagger2-scheme",
            "the document names neither http nor https; https is used",
            "add schemes: [https]",
            Severity.INFO,
        )
    return [by_scheme[each] for each in chosen or ["https"]]
