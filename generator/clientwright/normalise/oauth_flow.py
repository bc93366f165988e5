"""OAuth Flow Objects: https://spec.openapis.org/oas/v3.2.0.html#oauth-flow-object"""

from __future__ import annotations

from typing import Literal, TypeAlias

from clientwright.normalise.fields import Fields, as_object, fields_of, kind_of
from clientwright.normalise.form import OAuthFlow

_Kind: TypeAlias = Literal[
    "implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"
]

_NEEDED: dict[_Kind, tuple[str, ...]] = {
    "implicit": ("authorizationUrl",),
    "password": ("tokenUrl",),
    "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
    "deviceAuthorization": ("deviceAuthorizationUrl", "tokenUrl"),
}
"""The URLs that each flow has to name."""

_FIELDS = frozenset(
    {"authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl", "scopes"}
)


def read_flows(scheme: Fields) -> tuple[OAuthFlow, ...]:
    """The flows in `flows` of an OAuth2 scheme, in the order of the specification."""
    flows = scheme.object("flows", "OAuth flows")
    if flows is None:
        if "flows" not in scheme:
            scheme.context.warning(
                scheme.location,
                "oauth2-without-flows",
                "The OAuth2 scheme has no `flows`; users can hand over a token alone.",
            )
        return ()
    flows.check_known(frozenset(_NEEDED))
    found: list[OAuthFlow] = []
    for kind, needed in _NEEDED.items():
        if kind in flows:
            fields = fields_of(scheme.context, flows.child(kind), "an OAuth flow")
            if fields is not None:
                found.append(_read(kind, needed, fields))
    return tuple(found)


def _read(kind: _Kind, needed: tuple[str, ...], fields: Fields) -> OAuthFlow:
    fields.check_known(_FIELDS)
    for key in needed:
        if not fields.text(key):
            fields.context.warning(
                fields.location, "oauth-flow-without-url", f"The flow `{kind}` has no `{key}`."
            )
    return OAuthFlow(
        kind=kind,
        authorization_url=fields.text("authorizationUrl"),
        token_url=fields.text("tokenUrl"),
        refresh_url=fields.text("refreshUrl"),
        device_authorization_url=fields.text("deviceAuthorizationUrl"),
        scopes=_scopes(fields),
    )


def _scopes(fields: Fields) -> tuple[tuple[str, str], ...]:
    scopes = fields.object("scopes", "scopes")
    if scopes is None:
        return ()
    for key, value in scopes.values.items():
        if as_object(value) is not None:
            fields.context.warning(
                scopes.child(key),
                "wrong-type",
                f"The text of a scope has to be a string, not {kind_of(value)}; it is ignored.",
            )
    return tuple(
        (key, value if isinstance(value, str) else "") for key, value in scopes.values.items()
    )
