"""`stainless.yml` of Stainless: resources, methods and models by name, over the document.

https://www.stainless.com/docs/reference/config
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, TypeAlias, cast

from clientwright.importers.imported import Imported, Reader, mapping, name_in_path, text
from clientwright.importers.stainless_pages import Unlike, pagination

Action: TypeAlias = Mapping[str, Any]
Pages: TypeAlias = Mapping[str, Any]

_ENDPOINT = re.compile(
    r"(get|put|post|delete|options|head|patch|trace|query)\s+(/\S*)\Z", re.IGNORECASE
)
_SCHEMA = re.compile(r"(?:#/components/schemas/)?([^/]+)\Z")
_PAGINATION = "x-clientwright-pagination"
_BY_OVERLAY = f"give operations {_PAGINATION} by an overlay"
_METHOD_KEYS = frozenset({"type", "endpoint"})


def convert(tree: Mapping[str, Any], path: Path) -> Imported:
    """Give the settings in our terms: the package as a flavour; resources, methods and models as an overlay."""
    reader = Reader(tree, str(path))
    values: dict[str, Any] = {}
    package = text(reader.take("targets", "python", "package_name"))
    if package:
        values["package.name"] = re.sub(r"[^\w.]", "_", package)
    name = text(reader.take("organization", "name"))
    if name:
        values["package.client_class"] = "".join(
            word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", name)
        )
    prefix = _prefix(reader)
    if prefix:
        values["package.env_prefix"] = prefix
    pages = _pages(reader)
    actions: list[Action] = []
    actions += _resources(reader, ("resources",), mapping(reader.take("resources")), (), pages)
    if pages and not any(_PAGINATION in action["update"] for action in actions):
        reader.lose(("pagination",), f"no method says `paginated: true`; {_BY_OVERLAY}")
    _reasons(reader, tree)
    if values or actions:
        # Its clients come as two classes, and take `stream=True`.
        values |= {"style.async": "class", "style.streaming": "overload"}
    return Imported(
        "Stainless", values, tuple(actions), reader.finish("$schema", "edition", "readme")
    )


def _prefix(reader: Reader) -> str:
    """Give what the names of environment variables have in common: `ACME` of `ACME_API_KEY`."""
    found = ""
    for name, option in mapping(reader.take("client_settings", "opts")).items():
        variable = text(mapping(option).get("read_env"))
        if variable.endswith(f"_{name.upper()}"):
            found = found or variable.removesuffix(f"_{name.upper()}")
        elif variable:
            reason = f"the variable {variable} is not called after the argument; check its new name"
            reader.lose(("client_settings", "opts", name, "read_env"), reason)
    return found


_REASONS = {
    "environments": "the servers of the document are what clients choose from",
    "security": "the security requirements of the document hold",
    "security_schemes": "the security schemes of the document hold",
    "settings": "there is nothing like it here",
    "query_settings": "the style of each parameter in the document holds",
    "openapi": "write what it does to the document as an overlay",
}


def _pages(reader: Reader) -> Pages:
    """Read the schemes by which lists come in pages, which is the one when a method says that it is such a list."""
    listed: Any = reader.take("pagination")
    found: list[Pages] = []
    for scheme in cast("list[Any]", listed) if isinstance(listed, list) else []:
        name = text(mapping(scheme).get("name"))
        try:
            found.append(pagination(mapping(scheme)))
        except Unlike as problem:
            reader.lose(("pagination", name), str(problem))
    if len(found) == 1:
        return found[0]
    if found:
        reader.lose(("pagination",), f"which scheme a method has is not said; {_BY_OVERLAY}")
    return {}


def _reasons(reader: Reader, tree: Mapping[str, Any]) -> None:
    for key, reason in _REASONS.items():
        if key in tree:
            reader.lose((key,), reason)
    reader.explain(("targets", "python"), "building and publishing the package is left to you")
    reader.explain(("client_settings",), "the client's own options are there without settings")
    reader.explain(("organization",), "the document says whom to ask")
    reader.explain(
        ("unspecified_endpoints",), "these operations are there; remove them by an overlay"
    )
    for target in mapping(tree.get("targets")):
        if target != "python":
            reader.take("targets", target)


def _resources(
    reader: Reader,
    at: tuple[str, ...],
    resources: Mapping[str, Any],
    group: tuple[str, ...],
    pages: Pages,
) -> Iterator[Action]:
    for name, resource in resources.items():
        here = (*at, name)
        if not isinstance(resource, dict):
            reader.lose(here, "it is no resource")
            continue
        path = group if name == "$client" else () if name == "$shared" else (*group, name)
        for part, value in mapping(resource).items():
            place = (*here, part)
            if part == "models":
                yield from _models(reader, place, mapping(value))
            elif part == "methods":
                yield from _methods(reader, place, mapping(value), path, pages)
            elif part == "subresources":
                yield from _resources(reader, place, mapping(value), path, pages)
            else:
                reader.lose(place, "there is nothing like it here")


def _methods(
    reader: Reader,
    at: tuple[str, ...],
    methods: Mapping[str, Any],
    group: tuple[str, ...],
    pages: Pages,
) -> Iterator[Action]:
    for name, method in methods.items():
        here = (*at, name)
        settings = mapping(method)
        match = _ENDPOINT.match((text(settings.get("endpoint")) or text(method)).strip())
        if match is None:
            reader.lose(here, "it names no endpoint such as `get /pets`")
            continue
        is_paged = settings.get("paginated") is True and bool(pages)
        # A copy for each, since YAML would write one and refer to it.
        paged = {_PAGINATION: deepcopy(pages)} if is_paged else {}
        yield {
            "target": f"$.paths{name_in_path(match[2])}.{match[1].lower()}",
            "description": ".".join((*group, name)),
            "update": {"x-clientwright-group": list(group), "x-clientwright-name": name, **paged},
        }
        for setting in settings:
            if setting not in _METHOD_KEYS and not (paged and setting == "paginated"):
                reader.lose((*here, setting), "say it in the document by an overlay")


def _models(reader: Reader, at: tuple[str, ...], models: Mapping[str, Any]) -> Iterator[Action]:
    for name, schema in models.items():
        match = _SCHEMA.match(text(schema).strip())
        if match is None:
            reader.lose((*at, name), "it names no schema of the document's components")
            continue
        wanted = "".join(word[:1].upper() + word[1:] for word in name.split("_"))
        if wanted != match[1]:
            yield {
                "target": f"$.components.schemas{name_in_path(match[1])}",
                "description": f"The model {name}.",
                "update": {"x-clientwright-type-name": wanted},
            }
