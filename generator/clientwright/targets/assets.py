"""Where the templates and the runtime sources are: beside the installed package, or in the checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def templates_folder() -> Path:
    """Give the folder with the templates of all targets.

    Raises `FileNotFoundError` when the installation lacks it.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_templates", package.parent.parent / "templates"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the templates are not there: clientwright is not installed as a whole")
