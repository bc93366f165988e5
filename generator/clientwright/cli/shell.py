"""What all commands share: messages, exit statuses, common options, and that no traceback reaches a user."""

from __future__ import annotations

import functools
import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from clientwright import config
from clientwright.access import Access
from clientwright.diagnostics import Diagnostic, InputError, Severity, printable

T = TypeVar("T")

DONE, FINDINGS, UNUSABLE = 0, 1, 2
# From this number of findings on, only so many of each code are printed.
_MOST, _OF_EACH, _ERRORS_OF_EACH = 30, 5, 10


def say(text: str) -> None:
    """Print a line for people, to standard error; what a terminal would act on is escaped."""
    click.echo("\n".join(printable(line) for line in text.split("\n")), err=True)


def counted(count: int, what: str) -> str:
    """Write a number of things: `1 file`, `2 files`."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def say_all(findings: Sequence[Diagnostic]) -> None:
    """Print findings, one a line."""
    for finding in findings:
        say(str(finding))


def say_grouped(
    findings: Sequence[Diagnostic],
    where: str,
    text: Callable[[Diagnostic], str] = str,
    most: int = _MOST,
) -> None:
    """Print findings as `text` has them, one a line; of more than `most`, only the first of each code, more of them for errors.

    A line for each code tells how many there are besides, and `where` all of them are to be found.
    """
    many = len(findings) > most
    told: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for finding in findings:
        told[finding.code] += 1
        shown = _ERRORS_OF_EACH if finding.severity is Severity.ERROR else _OF_EACH
        if many and told[finding.code] > shown:
            left[finding.code] += 1
        else:
            say(text(finding))
    for code, count in left.items():
        say(f"... and {count} more [{code}]: {where}")


def guarded(command: Callable[..., int]) -> Callable[..., None]:
    """Turn what a command raises into a message and an exit status; no traceback ever reaches a user."""

    @functools.wraps(command)
    def run(**arguments: Any) -> None:
        try:
            status = command(**arguments)
        except InputError as problem:
            say_all(problem.diagnostics)
            status = UNUSABLE
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = DONE
        except OSError as problem:
            where = f"{problem.filename}: " if problem.filename else ""
            say(f"error: {where}{problem.strerror or problem}")
            status = UNUSABLE
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as problem:
            status = _fault(problem)
        sys.exit(status)

    return run


def _fault(problem: Exception) -> int:
    """Say that this is our fault, with what helps to find it."""
    if os.environ.get("CLIENTWRIGHT_DEBUG"):
        traceback.print_exception(problem)
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    say(
        printable(
            f"error: a fault of clientwright itself: {type(problem).__name__} at {place}: {problem}"
        )
    )
    say("please report it with the document; CLIENTWRIGHT_DEBUG=1 shows where it happened")
    return UNUSABLE


def files(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete the name of a file; paths stay texts, since a URL may stand for one."""
    return [CompletionItem(begun, type="file")]


def folders(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete the name of a folder."""
    return [CompletionItem(begun, type="dir")]


def settings(
    context: click.Context, parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Complete the key of a setting."""
    return [CompletionItem(f"{key}=") for key in config.KEYS if key.startswith(begun)]


overlay_option = click.option(
    "--overlay",
    "overlays",
    multiple=True,
    metavar="FILE",
    shell_complete=files,
    help="OpenAPI Overlay to apply to the document; may be repeated, applied in order.",
)

remote_option = click.option(
    "--allow-remote", is_flag=True, help="Fetch documents and references from http(s) URLs."
)


def access_options(function: Callable[..., T]) -> Callable[..., T]:
    """Add the options that say what references may lead to; the function takes them as `access`."""

    @functools.wraps(function)
    def with_access(*args: Any, allow_remote: bool, allow_dirs: Sequence[str], **more: Any) -> T:
        access = Access(allow_remote, tuple(Path(folder) for folder in allow_dirs))
        return function(*args, access=access, **more)

    beside = click.option(
        "--allow-dir",
        "allow_dirs",
        multiple=True,
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False),
        shell_complete=folders,
        help="Let references lead to files below this folder too; may be repeated.",
    )
    return remote_option(beside(with_access))
