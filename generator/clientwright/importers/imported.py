"""What an importer gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from clientwright.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Imported:
    """A foreign configuration in our terms.

    `values` are dotted keys of a flavour file, paths among them relative to the file that was read; `actions` are those of
    an overlay; `lost` says what could not be carried over, and why.
    """

    tool: str
    values: Mapping[str, Any] = field(default_factory=dict[str, Any])
    actions: tuple[Mapping[str, Any], ...] = ()
    lost: tuple[Diagnostic, ...] = ()


class Reader:
    """A tree of settings, of which each is either taken or told as lost."""

    def __init__(self, tree: Mapping[str, Any], file: str) -> None:
        self.tree = tree
        self.file = file
        self.lost: list[Diagnostic] = []
        self._taken: set[tuple[str, ...]] = set()
        self._reasons: dict[tuple[str, ...], str] = {}

    def take(self, *path: str) -> Any:
        """Give a setting, None where it is not there, and count it as carried over."""
        self._taken.add(path)
        return self.get(*path)

    def get(self, *path: str) -> Any:
        """Give a setting, None where it is not there."""
        value: Any = self.tree
        for key in path:
            if not isinstance(value, Mapping) or key not in value:
                return None
            value = value[key]  # pyright: ignore[reportUnknownVariableType]
        return value  # pyright: ignore[reportUnknownVariableType]

    def lose(self, path: tuple[str, ...], reason: str) -> None:
        """Say that a setting could not be carried over."""
        self._taken.add(path)
        pointer = "#/" + "/".join(key.replace("~", "~0").replace("/", "~1") for key in path)
        self.lost.append(
            Diagnostic(
                Severity.WARNING,
                "not-carried-over",
                f"{'.'.join(path)} is not carried over: {reason}",
                pointer=pointer,
                file=self.file,
            )
        )

    def has_taken(self, path: tuple[str, ...]) -> bool:
        """Say whether a setting was carried over, or told as lost, already."""
        return path in self._taken

    def explain(self, path: tuple[str, ...], reason: str) -> None:
        """Say why a setting, and what is below it, is lost, should it be there and nobody take it."""
        self._reasons[path] = reason

    def _reason(self, path: tuple[str, ...]) -> str:
        for end in range(len(path), 0, -1):
            if path[:end] in self._reasons:
                return self._reasons[path[:end]]
        return "there is nothing like it here"

    def finish(self, *ignored: str) -> tuple[Diagnostic, ...]:
        """Tell every setting that was not taken as lost, but for top-level keys that say nothing about a client."""
        for path in list(self._rest((), self.tree)):
            if path[0] not in ignored:
                self.lose(path, self._reason(path))
        return tuple(self.lost)

    def _rest(self, path: tuple[str, ...], value: Any) -> Iterator[tuple[str, ...]]:
        if path in self._taken:
            return
        if isinstance(value, Mapping) and any(
            taken[: len(path)] == path for taken in self._taken if len(taken) > len(path)
        ):
            for key, item in value.items():  # pyright: ignore[reportUnknownVariableType]
                yield from self._rest((*path, str(key)), item)  # pyright: ignore[reportUnknownArgumentType]
        elif path:
            yield path


def text(value: Any) -> str:
    """Give a scalar as text, and nothing for anything else."""
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, (str, int, float)) else ""


def mapping(value: Any) -> Mapping[str, Any]:
    """Give an object with texts for keys, and an empty one for anything else."""
    if not isinstance(value, dict):
        return {}
    found: dict[Any, Any] = value  # pyright: ignore[reportUnknownVariableType]
    return {str(key): item for key, item in found.items()}


def name_in_path(name: str) -> str:
    """Write a name in a JSONPath (RFC 9535), between brackets."""
    quoted = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"['{quoted}']"
