"""The Security Scheme Object of Swagger 2.0 to OpenAPI 3.0.

https://spec.openapis.org/oas/v2.0.html#security-scheme-object
"""

from __future__ import annotations

from clientwright.diagnostics import Severity
from clientwright.load.swagger2_context import Context, extensions
from clientwright.load.tree import Object, Tree, as_object, as_string

_FLOWS = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}


def convert_security_scheme(context: Context, value: Tree, old: str) -> Tree:
    """Convert one security definition; of an unknown type it stays as it is and is reported."""
    members = as_object(value)
    if members is None:
        return value
    kind = as_string(members.get("type"))
    if kind == "apiKey":
        return members
    scheme = extensions(members)
    if "description" in members:
        scheme["description"] = members["description"]
    if kind == "basic":
        return {"type": "http", "scheme": "basic", **scheme}
    if kind != "oauth2":
        context.report(
            f"{old}/type",
            "swagger2-security-type",
            f"Swagger 2.0 has no security type {str(members.get('type'))[:40]!r}",
            "it has basic, apiKey and oauth2",
            Severity.ERROR,
        )
        return members
    flow = as_string(members.get("flow")) or ""
    name = _FLOWS.get(flow)
    if name is None:
        context.report(
            f"{old}/flow",
            "swagger2-oauth2-flow",
            f"there is no OAuth2 flow {flow[:40]!r}; the scheme takes a token",
            "flows are implicit, password, application, accessCode",
        )
        return {"type": "http", "scheme": "bearer", **scheme}
    converted: Object = {
        field: members[field] for field in ("authorizationUrl", "tokenUrl") if field in members
    }
    converted["scopes"] = as_object(members.get("scopes")) or {}
    return {"type": "oauth2", "flows": {name: converted}, **scheme}
