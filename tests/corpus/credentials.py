"""Whether a request carries the credentials that its operation asks for, and no others.

https://spec.openapis.org/oas/v3.2.0.html#security-requirement-object
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus.packages import SECRETS, Package
from corpus.raw_document import RawOperation
from support.validating_server import Judgement, basic


def credentials_problems(
    package: Package, operation: RawOperation, judgement: Judgement
) -> Iterator[str]:
    """What is wrong with the credentials of a request: an alternative that is met must be met whole, and no more sent."""
    tree = package.raw.tree
    security = operation.operation.get("security", tree.get("security")) or []
    schemes = {
        name: package.raw.resolve(given)
        for name, given in ((tree.get("components") or {}).get("securitySchemes") or {}).items()
    }
    if operation.parameters.keys() & keys_of(package):
        # An argument of the call may stand in for the credential.
        return
    request = judgement.request
    carried = {name for name, scheme in schemes.items() if carries(scheme, request)}
    wanted = [set(alternative) & set(schemes) for alternative in security]
    places = [{place(schemes[name]) for name in names} - {None} for names in wanted]
    sent = {place(schemes[name]) for name in carried} - {None}
    if not security and sent:
        yield f"credentials were sent where none are asked for: {sorted(map(str, sent))}"
    if security and not any(names <= carried for names in wanted):
        yield f"none of {[sorted(names) for names in wanted]} was met"
    elif security and not any(sent == found for found in places):
        yield f"{sorted(map(str, sent))} was sent where {places} is asked for"


def keys_of(package: Package) -> set[tuple[str, str]]:
    """Location and name of the parameters that hold the API keys of a document, as operations may declare them."""
    schemes = (package.raw.tree.get("components") or {}).get("securitySchemes") or {}
    keys = {place(package.raw.resolve(given)) for given in schemes.values()}
    return {
        (where, name)
        for operation in package.raw.operations
        for where, name in operation.parameters
        if (where, name.lower()) in keys
    }


def place(scheme: dict[str, Any]) -> Any:
    """Where a scheme's credential goes."""
    if scheme["type"] == "mutualTLS":
        return None
    if scheme["type"] == "apiKey":
        return (scheme["in"], scheme["name"].lower())
    return ("header", "authorization")


def carries(scheme: dict[str, Any], request: Any) -> bool:
    """Whether a request carries the credential of a scheme."""
    header = request.header("Authorization") or ""
    match scheme["type"]:
        case "mutualTLS":
            return True
        case "http" if scheme["scheme"].lower() == "basic":
            return header == basic(*SECRETS["basic"])
        case "http":
            return header.lower() == f"{scheme['scheme']} {SECRETS['other']}".lower()
        case "apiKey" if scheme["in"] == "header":
            return request.header(scheme["name"]) == SECRETS["other"]
        case "apiKey" if scheme["in"] == "query":
            return (scheme["name"], SECRETS["other"]) in request.query
        case "apiKey":
            return f"{scheme['name']}={SECRETS['other']}" in (request.header("Cookie") or "").split(
                "; "
            )
        case _:
            return header == f"Bearer {SECRETS['other']}"
