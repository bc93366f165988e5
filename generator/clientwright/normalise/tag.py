"""Tag Objects: https://spec.openapis.org/oas/v3.2.0.html#tag-object"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from clientwright.load import Location
from clientwright.normalise.fields import Fields, fields_of
from clientwright.normalise.form import Tag

_FIELDS = frozenset({"name", "summary", "description", "externalDocs", "parent", "kind"})


def read_tags(document: Fields) -> tuple[Tag, ...]:
    """The tags in `tags` of the document, each once; parents that are missing or form a circle are cleared."""
    found: dict[str, Tag] = {}
    places: dict[str, Location] = {}
    for location in document.elements("tags"):
        if isinstance(location.value, str) and location.value:
            document.context.warning(
                location, "tag-string", "A tag is an object; the string is read as its `name`."
            )
            tag: Tag | None = Tag(name=location.value)
        else:
            fields = fields_of(document.context, location, "a tag")
            tag = None if fields is None else _read(fields)
        if tag is None:
            continue
        if tag.name in found:
            document.context.warning(
                location,
                "duplicate-tag",
                f"The tag `{tag.name}` is declared twice; the first counts.",
            )
            continue
        found[tag.name] = tag
        places[tag.name] = location
    for name in _without_parent(found.values()):
        document.context.warning(
            places[name],
            "tag-parent",
            f"The parent `{found[name].parent}` of the tag `{name}` does not exist or stands below it; "
            "the tag has none.",
        )
        found[name] = replace(found[name], parent="")
    return tuple(found.values())


def _read(fields: Fields) -> Tag | None:
    fields.check_known(_FIELDS)
    name = fields.text("name")
    if not name:
        fields.context.warning(
            fields.location, "tag-without-name", "The tag has no `name`; it is dropped."
        )
        return None
    return Tag(
        name=name,
        summary=fields.text("summary"),
        description=fields.text("description"),
        parent=fields.text("parent"),
        kind=fields.text("kind"),
        extensions=fields.extensions("tag"),
    )


def _without_parent(tags: Iterable[Tag]) -> list[str]:
    """The names of the tags whose parent cannot be honoured; of each circle, one."""
    parents = {tag.name: tag.parent for tag in tags}
    settled: set[str] = set()
    broken: list[str] = []
    for start in parents:
        walked: dict[str, None] = {}
        name = start
        while name not in settled:
            walked[name] = None
            parent = parents[name]
            if not parent:
                break
            if parent not in parents or parent in walked:
                broken.append(name)
                break
            name = parent
        settled.update(walked)
    return broken
