"""A client for part of an API: which operations are wanted."""

from __future__ import annotations

from collections.abc import Iterable

from clientwright.build.resources import tag_path


class Selection:
    """The operations under some tags, each a dotted path (`beta.conversations`, or `beta` for all below it).

    No tag at all selects everything. `unused()` names the tags that selected nothing.
    """

    def __init__(self, tags: Iterable[str]) -> None:
        self._wanted = {tag: tag_path(tag) for tag in tags}
        self._used: dict[str, None] = {}

    def has(self, resource: tuple[str, ...], tags: Iterable[str]) -> bool:
        """Say whether an operation of `resource`, with these tags, is wanted."""
        if not self._wanted:
            return True
        paths = (resource, *(tag_path(tag) for tag in tags))
        found = False
        for tag, wanted in self._wanted.items():
            if any(path[: len(wanted)] == wanted for path in paths):
                self._used[tag] = None
                found = True
        return found

    def unused(self) -> tuple[str, ...]:
        """Return the tags that no operation had."""
        return tuple(tag for tag in self._wanted if tag not in self._used)
