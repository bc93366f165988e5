"""The configuration file of openapi-python-client.

https://github.com/openapi-generators/openapi-python-client#configuration
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from clientwright.importers.imported import Imported, Reader, mapping, name_in_path, text

KEYS = frozenset(
    {
        "class_overrides",
        "content_type_overrides",
        "docstrings_on_attributes",
        "field_prefix",
        "generate_all_tags",
        "http_timeout",
        "literal_enums",
        "package_name_override",
        "package_version_override",
        "post_hooks",
        "project_name_override",
        "use_path_prefixes_for_title_model_names",
    }
)
_REASONS = {
    "content_type_overrides": "a media type that ends in +json is JSON; others are changed by an overlay",
    "docstrings_on_attributes": "fields are always documented where they are declared",
    "field_prefix": "names that cannot be used get an underscore behind them",
    "generate_all_tags": "an operation belongs to its first tag",
    "http_timeout": "it is an argument of the client and of each call: timeout_ms",
    "literal_enums": "enumerations are always literal types, and open",
    "post_hooks": "style.formatter says which formatter runs; run others after `clientwright generate`",
    "use_path_prefixes_for_title_model_names": "models are named after their component, or where they stand",
}


def convert(tree: Mapping[str, Any], path: Path) -> Imported:
    """Give the settings in our terms: names as a flavour, renamed classes as an overlay."""
    reader = Reader(tree, str(path))
    values: dict[str, Any] = {}
    package = text(reader.take("package_name_override"))
    project = text(reader.take("project_name_override"))
    if package or project:
        values["package.name"] = package or re.sub(r"\W", "_", project).lower()
    if project and package and re.sub(r"\W", "_", project).lower() != package:
        reader.lose(("project_name_override",), "the project is called after the package")
    version = text(reader.take("package_version_override"))
    if version:
        values["package.version"] = version
    actions = _classes(reader)
    for key, reason in _REASONS.items():
        if key in tree:
            reader.lose((key,), reason)
    return Imported("openapi-python-client", values, tuple(actions), reader.finish())


def _classes(reader: Reader) -> list[Mapping[str, Any]]:
    """Rename schemas. Module names do not follow: types stand together by resource."""
    actions: list[Mapping[str, Any]] = []
    for key, override in mapping(reader.take("class_overrides")).items():
        new = text(mapping(override).get("class_name"))
        if new:
            actions.append(
                {
                    "target": f"$.components.schemas{name_in_path(key)}",
                    "description": f"It is called {new}.",
                    "update": {"x-clientwright-type-name": new},
                }
            )
        if "module_name" in mapping(override):
            place = ("class_overrides", key, "module_name")
            reader.lose(place, "types stand together by resource")
    return actions
