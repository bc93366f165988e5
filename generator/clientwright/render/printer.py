"""Files as bytes: each view goes through its template, and source code through a formatter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import jinja2

from clientwright.render.formatting import format_sources
from clientwright.render.overrides import OverrideProblem, check, loader
from clientwright.targets.assets import templates_folder
from clientwright.targets.files import GeneratedFile


class TemplateProblem(Exception):
    """A template that cannot be read or does not fit its view; the message names it and the line."""


def render(
    files: Sequence[GeneratedFile], *, formatter: str = "ruff", overrides: Path | None = None
) -> Mapping[str, bytes]:
    """Print every file; the result is by path, in the order given.

    `formatter` is `ruff`, `black` or `none`. `overrides` is a folder whose templates come before ours.
    Raises `TemplateProblem`, and `FormatterError` when the formatter is missing or does not take the text.
    """
    environment = _environment(overrides)
    printed: dict[str, bytes] = {}
    sources: dict[str, str] = {}
    for file in files:
        if not file.template:
            printed[file.path] = file.content
            continue
        text = _print(environment, file)
        printed[file.path] = b""
        if file.language:
            sources[file.path] = text
        else:
            printed[file.path] = text.encode("utf-8", "replace")
    for path, text in format_sources(sources, formatter).items():
        printed[path] = text.encode("utf-8", "replace")
    return printed


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


def _print(environment: jinja2.Environment, file: GeneratedFile) -> str:
    try:
        return environment.get_template(file.template).render(view=file.view)
    except jinja2.TemplateSyntaxError as problem:
        raise TemplateProblem(f"{problem.name}:{problem.lineno}: {problem.message}") from problem
    except jinja2.TemplateNotFound as problem:
        raise TemplateProblem(f"there is no template {problem.name}") from problem
    except jinja2.TemplateError as problem:
        raise TemplateProblem(f"{file.template}: {problem}") from problem
