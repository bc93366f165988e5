"""Components Objects: https://spec.openapis.org/oas/v3.2.0.html#components-object"""

from __future__ import annotations

from clientwright.load import Location
from clientwright.normalise.fields import Fields

_SECTIONS = frozenset(
    {
        "schemas",
        "responses",
        "parameters",
        "examples",
        "requestBodies",
        "headers",
        "securitySchemes",
        "links",
        "callbacks",
        "pathItems",
        "mediaTypes",
    }
)


def read_components(document: Fields, section: str) -> dict[str, Location]:
    """Names and locations of the components of one section, in the order of the document."""
    components = document.object("components", "components")
    if components is None:
        return {}
    components.check_known(_SECTIONS)
    return dict(components.entries(section))
