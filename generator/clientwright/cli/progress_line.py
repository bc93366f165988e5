"""A line on a terminal that says what is being done."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape


@contextmanager
def line(what: str) -> Generator[Callable[[str], None]]:
    """Show a line until the work is done; the function given takes the name of the step that begins."""
    console = Console(stderr=True)
    with console.status(escape(what)) as status:
        yield lambda step: status.update(escape(f"{what}: {step}"))
