"""Progress of long work: a line that changes on a terminal, and nothing anywhere else."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager


@contextmanager
def progress(what: str, *, quiet: bool = False) -> Generator[Callable[[str], None]]:
    """Give a function that takes the name of the step that begins."""
    if quiet or not sys.stderr.isatty() or os.environ.get("CI"):
        yield lambda _: None
        return
    # A library that takes long to import, for terminals alone.
    bar = importlib.import_module("clientwright.cli.progress_line")
    with bar.line(what) as step:
        yield step
