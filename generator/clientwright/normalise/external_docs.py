"""External Documentation Objects: https://spec.openapis.org/oas/v3.2.0.html#external-documentation-object"""

from __future__ import annotations

from clientwright.normalise.fields import Fields

_FIELDS = frozenset({"description", "url"})


def read_external_docs(owner: Fields) -> str:
    """The URL in `externalDocs`, `""` when there is none."""
    fields = owner.object("externalDocs", "external documentation")
    if fields is None:
        return ""
    fields.check_known(_FIELDS)
    return fields.text("url")
