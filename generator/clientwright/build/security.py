"""https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object and #security-requirement-object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clientwright.build.findings import Findings
from clientwright.build.names import Scope
from clientwright.build.words import snake
from clientwright.ir import security as ir
from clientwright.normalise import form

_FLOWS: Mapping[str, str] = {
    "implicit": "implicit",
    "password": "password",
    "clientCredentials": "client-credentials",
    "authorizationCode": "authorization-code",
    "deviceAuthorization": "device-authorization",
}
_KINDS: Mapping[str, ir.SchemeKind] = {
    "apiKey": "api-key",
    "oauth2": "oauth2",
    "openIdConnect": "open-id-connect",
    "mutualTLS": "mutual-tls",
}


def security_schemes(
    schemes: Iterable[form.SecurityScheme],
) -> tuple[tuple[ir.SecurityScheme, ...], Mapping[str, str]]:
    """Build the schemes of a document. Gives also the name of each by its key.

    A scheme's name is its key in snake case, unique among all. Schemes that differ in nothing but how the key is spelt are one.
    """
    scope = Scope("_")
    built: dict[ir.SecurityScheme, str] = {}
    found: list[ir.SecurityScheme] = []
    names: dict[str, str] = {}
    for scheme in schemes:
        word = snake(scheme.id, prefix="scheme")
        made = ir.SecurityScheme(
            name=word,
            id="",
            kind=_kind(scheme),
            http_scheme=scheme.http_scheme,
            location=scheme.api_key_in,
            wire_name=scheme.api_key_name,
            flows=tuple(_flow(flow) for flow in scheme.flows),
            open_id_connect_url=scheme.open_id_connect_url,
            oauth2_metadata_url=scheme.oauth2_metadata_url,
            deprecated=scheme.deprecated,
        )
        if made not in built:
            built[made] = scope.take(word)
            found.append(
                replace(made, name=built[made], id=scheme.id, description=scheme.description)
            )
        names[scheme.id] = built[made]
    return tuple(found), names


def _kind(scheme: form.SecurityScheme) -> ir.SchemeKind:
    if scheme.kind != "http":
        return _KINDS[scheme.kind]
    if scheme.http_scheme == "bearer":
        return "bearer"
    return "basic" if scheme.http_scheme == "basic" else "http"


def _flow(flow: form.OAuthFlow) -> ir.Flow:
    return ir.Flow(
        kind=_FLOWS[flow.kind],  # type: ignore[arg-type]
        authorization_url=flow.authorization_url,
        token_url=flow.token_url,
        refresh_url=flow.refresh_url,
        device_authorization_url=flow.device_authorization_url,
        scopes=flow.scopes,
    )


def requirements(
    alternatives: Iterable[form.SecurityRequirement],
    names: Mapping[str, str],
    findings: Findings,
    pointer: str,
) -> tuple[ir.Requirement, ...]:
    """Build the alternatives of a `security` list. `names` maps a scheme's key to its name in the client.

    An alternative that asks for an undeclared scheme cannot be met: it is left out and reported.
    """
    built: list[ir.Requirement] = []
    for alternative in alternatives:
        missing = [key for key, _ in alternative.schemes if key not in names]
        if missing:
            findings.degraded(
                "security-scheme-unknown",
                pointer,
                f"security asks for {missing[0]!r}, which components/securitySchemes does not declare",
                "declare the scheme or remove the requirement",
            )
            continue
        requirement = ir.Requirement(
            tuple((names[key], scopes) for key, scopes in alternative.schemes)
        )
        if requirement not in built:
            built.append(requirement)
    if all(not requirement.schemes for requirement in built):
        return ()
    return tuple(built)
