"""Security Scheme Objects: https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object"""

from __future__ import annotations

from dataclasses import replace

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.field_syntax import TOKEN_HINT, is_token
from clientwright.normalise.fields import Fields
from clientwright.normalise.form import SecurityScheme
from clientwright.normalise.oauth_flow import read_flows
from clientwright.normalise.reference import read_shared

_FIELDS = frozenset(
    {
        "type",
        "description",
        "name",
        "in",
        "scheme",
        "bearerFormat",
        "flows",
        "openIdConnectUrl",
        "oauth2MetadataUrl",
        "deprecated",
    }
)

_KINDS = ("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS")


def read_security_scheme(context: Context, name: str, location: Location) -> SecurityScheme | None:
    """The scheme at `location` under the id `name`; None, with a finding, when it cannot be used."""
    result = read_shared(context, location, "a security scheme", _read)
    if result is None:
        return None
    scheme, followed = result
    return replace(scheme, id=name, description=followed.description or scheme.description)


def _read(fields: Fields) -> SecurityScheme | None:
    fields.check_known(_FIELDS)
    kind = fields.text("type")
    if kind not in _KINDS:
        _unusable(
            fields,
            f"`type` of the security scheme is `{kind}`",
            f"It is one of {', '.join(_KINDS)}.",
        )
        return None
    http_scheme = fields.text("scheme").strip().lower()
    if kind == "http" and not http_scheme:
        _unusable(
            fields, "The security scheme has no `scheme`", "Name one, as in `scheme: bearer`."
        )
        return None
    place, name = fields.text("in"), fields.text("name")
    if kind != "apiKey":
        place = name = ""
    elif place not in ("query", "header", "cookie") or not name:
        _unusable(
            fields,
            "The API key has no `name`, or its `in` is none of query, header and cookie",
            "Give both.",
        )
        return None
    elif place != "query" and not is_token(name):
        _unusable(fields, f"`{name}` cannot be the name of a {place}", TOKEN_HINT)
        return None
    return SecurityScheme(
        id="",
        pointer=fields.location.id,
        kind=kind,
        description=fields.text("description"),
        http_scheme=http_scheme if kind == "http" else "",
        bearer_format=fields.text("bearerFormat"),
        api_key_in=place,
        api_key_name=name,
        flows=read_flows(fields) if kind == "oauth2" else (),
        open_id_connect_url=fields.text("openIdConnectUrl"),
        oauth2_metadata_url=fields.text("oauth2MetadataUrl"),
        deprecated=fields.flag("deprecated"),
        extensions=fields.extensions("security scheme"),
    )


def _unusable(fields: Fields, what: str, hint: str) -> None:
    fields.context.error(
        fields.location, "unusable-security-scheme", f"{what}; the scheme is dropped.", hint
    )
