"""Changes in Markdown, for the text of a pull request.

### Breaking changes

- `pets.list` is called `pets.all` now
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from clientwright.surface.changes import Change, Changes, Level

_HEADINGS = {
    Level.MAJOR: "Breaking changes",
    Level.MINOR: "New and deprecated",
    Level.PATCH: "Other",
}
_NOTHING = "Nothing changes for users of the client."


def as_markdown(changes: Changes, title: str = "") -> str:
    """Write the changes of one client."""
    lines = [f"## {title}", ""] if title else []
    if not changes.items:
        return "\n".join([*lines, _NOTHING, ""])
    if changes.proposed and changes.proposed != changes.version:
        lines += [f"Version {changes.version} becomes **{changes.proposed}**.", ""]
    return "\n".join([*lines, *_listed(changes.items)])


def of_many(packages: Mapping[str, Changes]) -> str:
    """Write the changes of several clients, by the names of their packages: each change once, below the clients that have it."""
    if len(packages) == 1:
        ((name, changes),) = packages.items()
        return as_markdown(changes, f"`{name}`")
    changed = {name: changes for name, changes in packages.items() if changes.items}
    if not changed:
        return "Nothing changes for users of the clients.\n"
    lines = ["| client | changes | version |", "| --- | --- | --- |"]
    lines += [
        f"| `{name}` | {_counts(changes)} | {_version(changes)} |"
        for name, changes in packages.items()
    ]
    owners: dict[Change, list[str]] = {}
    for name, changes in changed.items():
        for item in changes.items:
            owners.setdefault(item, []).append(name)
    sections: dict[tuple[str, ...], list[Change]] = {}
    for item, names in owners.items():
        sections.setdefault(tuple(dict.fromkeys(names)), []).append(item)
    # What most clients have comes first.
    for names, items in sorted(sections.items(), key=lambda section: -len(section[0])):
        title = "Every client" if len(names) == len(packages) else _names(names)
        lines += ["", f"## {title}", "", *_listed(items)[:-1]]
    return "\n".join([*lines, ""])


def _listed(items: Iterable[Change]) -> list[str]:
    lines: list[str] = []
    for level, heading in _HEADINGS.items():
        found = [item for item in items if item.level is level]
        if found:
            lines += [f"### {heading}", "", *(f"- {_markdown(item)}" for item in found), ""]
    return lines


def _names(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _counts(changes: Changes) -> str:
    counts = ((level, sum(item.level is level for item in changes.items)) for level in _HEADINGS)
    return ", ".join(f"{count} {level.value}" for level, count in counts if count) or "none"


def _version(changes: Changes) -> str:
    if changes.proposed in ("", changes.version):
        return changes.version
    return f"{changes.version} becomes **{changes.proposed}**"


def _markdown(item: Change) -> str:
    text = f"{item.message} ({item.hint})" if item.hint else item.message
    # Text of the document must not become markup or a mention.
    escaped = re.sub(r"([\\*_<>\[\]#|@&])", r"\\\1", " ".join(text.split()))
    return re.sub(r"`[^`]*`", lambda match: re.sub(r"\\(.)", r"\1", match.group()), escaped)
