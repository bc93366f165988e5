"""Info, Contact and License Objects: https://spec.openapis.org/oas/v3.2.0.html#info-object"""

from __future__ import annotations

from dataclasses import dataclass

from clientwright.normalise.fields import Fields

_FIELDS = frozenset(
    {"title", "summary", "description", "termsOfService", "contact", "license", "version"}
)
_CONTACT_FIELDS = frozenset({"name", "url", "email"})
_LICENSE_FIELDS = frozenset({"name", "identifier", "url"})


@dataclass(frozen=True, slots=True)
class Info:
    """What a document says about itself; `""` for what it does not say."""

    title: str = ""
    version: str = ""
    summary: str = ""
    description: str = ""
    terms_of_service: str = ""
    contact: str = ""
    license: str = ""


def read_info(document: Fields) -> Info:
    """The information in `info`. Contact and license are one line each: name, then address or identifier."""
    fields = document.object("info", "the information about the API")
    if fields is None:
        if "info" not in document:
            document.context.warning(
                document.location, "document-without-info", "The document has no `info`."
            )
        return Info()
    fields.check_known(_FIELDS)
    return Info(
        title=fields.text("title"),
        version=fields.text("version"),
        summary=fields.text("summary"),
        description=fields.text("description"),
        terms_of_service=fields.text("termsOfService"),
        contact=_line(fields, "contact", _CONTACT_FIELDS, ("name", "email", "url")),
        license=_line(fields, "license", _LICENSE_FIELDS, ("name", "identifier", "url")),
    )


def _line(fields: Fields, key: str, known: frozenset[str], keys: tuple[str, ...]) -> str:
    found = fields.object(key, f"the {key}")
    if found is None:
        return ""
    found.check_known(known)
    name, *others = (found.text(each) for each in keys)
    more = ", ".join(each for each in others if each)
    return f"{name} ({more})" if name and more else name or more
