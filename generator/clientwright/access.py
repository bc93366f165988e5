"""What a document may lead to: by itself, the files below its own folder and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Access:
    """What references may lead to beside the files below the folder of the document: http(s) URLs with `remote`, files below `folders`."""

    remote: bool = False
    folders: tuple[Path, ...] = ()

    def also(self, folders: Iterable[Path]) -> Access:
        """Give the same with further folders."""
        return replace(self, folders=(*self.folders, *folders))


ITSELF = Access()
"""What a document may lead to where nobody allows more."""
