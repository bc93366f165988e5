"""Files as bytes: each view goes through its template, and source code through a formatter."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2

from clientwright.render.formatting import format_sources
from clientwright.render.overrides import OverrideProblem, check, loader
from clientwright.targets.assets import templates_folder
from clientwright.targets.files import GeneratedFile


class TemplateProblem(Exception):
    """A template that cannot be read or does not fit its view; the message names it and the line."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """Every file by path, in the order given, and the hash of what they were made with: templates that were read, sources that were copied."""

    files: Mapping[str, bytes]
    sources: str


def render(
    files: Sequence[GeneratedFile], *, formatter: str = "ruff", overrides: Path | None = None
) -> Rendered:
    """Print every file.

    `formatter` is `ruff`, `black` or `none`. `overrides` is a folder whose templates come before ours.
    Raises `TemplateProblem`, and `FormatterError` when the formatter is missing or does not take the text.
    """
    environment = _environment(overrides)
    # The environment keeps templates that it has read: each is noted once.
    reader = _Reader(environment.loader)
    environment.loader = reader
    printed: dict[str, bytes] = {}
    sources: dict[str, str] = {}
    for file in files:
        if not file.template:
            printed[file.path] = file.content
            continue
        text = _print(environment, file, overrides)
        printed[file.path] = b""
        if file.language:
            sources[file.path] = text
        else:
            printed[file.path] = text.encode("utf-8", "replace")
    for path, text in format_sources(sources, formatter).items():
        printed[path] = text.encode("utf-8", "replace")
    copied = {file.path: file.content for file in files if not file.template}
    return Rendered(printed, _digest({**reader.read, **copied}))


def _digest(sources: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for name in sorted(sources):
        total.update(f"{name}\0{hashlib.sha256(sources[name]).hexdigest()}\n".encode())
    return total.hexdigest()


class _Reader(jinja2.BaseLoader):
    """Finds templates as another loader does, and notes which ones were read."""

    def __init__(self, loader: jinja2.BaseLoader | None) -> None:
        assert loader is not None
        self._loader = loader
        self.read: dict[str, bytes] = {}

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        found = self._loader.get_source(environment, template)
        self.read[template] = found[0].encode()
        return found


def _environment(overrides: Path | None) -> jinja2.Environment:
    """Make the environment. A template sees its view, called `view`, and nothing else; what is not there is an error."""
    environment = jinja2.Environment(
        loader=loader(overrides, templates_folder()),
        undefined=jinja2.StrictUndefined,
        # What is printed is source code and Markdown; text of the document was encoded for its place by the views.
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    if overrides is not None:
        try:
            check(environment, overrides, templates_folder())
        except jinja2.TemplateSyntaxError as problem:
            raise TemplateProblem(
                f"{problem.name}:{problem.lineno}: {problem.message}"
            ) from problem
        except (OverrideProblem, OSError, UnicodeDecodeError) as problem:
            raise TemplateProblem(str(problem)) from problem
    return environment


def _print(environment: jinja2.Environment, file: GeneratedFile, overrides: Path | None) -> str:
    try:
        return environment.get_template(file.template).render(view=file.view)
    except jinja2.TemplateSyntaxError as problem:
        raise TemplateProblem(f"{problem.name}:{problem.lineno}: {problem.message}") from problem
    except jinja2.TemplateNotFound as problem:
        raise TemplateProblem(f"there is no template {problem.name}") from problem
    except Exception as problem:
        place = _own_place(problem, overrides)
        if place is None and not isinstance(problem, jinja2.TemplateError):
            raise
        words = str(problem) or type(problem).__name__
        raise TemplateProblem(f"{place or file.template}: {words}") from problem


def _own_place(problem: Exception, overrides: Path | None) -> str | None:
    """Say where in a template of the user something went wrong: the last line of one on the way there."""
    frames = traceback.extract_tb(problem.__traceback__)
    for frame in reversed(frames):
        path = Path(frame.filename)
        if overrides is not None and path.is_relative_to(overrides):
            return f"{path.relative_to(overrides).as_posix()}:{frame.lineno}"
    return None
