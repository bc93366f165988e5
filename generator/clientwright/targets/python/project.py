"""Files beside the package: `pyproject.toml` and `README.md`.

[project]
name = "mistral-client"
version = "0.1.0"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clientwright.ir import Api, Operation
from clientwright.targets.python import exports, literals, programs, prose
from clientwright.targets.python.calls import Call
from clientwright.targets.python.client import class_name, credentials, environment_variable
from clientwright.targets.python.custom import CLIENT
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.resources import Context

_HTTP = {"httpx": "httpx>=0.27,<1", "httpx2": "httpx2>=2,<3"}

# style of models -> what it depends on
_STYLES: Mapping[str, tuple[str, ...]] = {
    "pydantic": ("pydantic>=2.11,<3",),
    "dataclasses": (),
    "msgspec": ("msgspec>=0.19",),
    "typed-dict": (),
    "pydantic_v2": ("pydantic>=2.11,<3",),
    "pydantic_v2-dataclasses": ("pydantic>=2.11,<3",),
}


@dataclass(frozen=True, slots=True)
class ProjectView:
    """`pyproject.toml`; every value is a TOML literal."""

    name: str
    version: str
    description: str
    dependencies: tuple[str, ...]
    package: str
    tests: bool


@dataclass(frozen=True, slots=True)
class ReadmeView:
    """`README.md`. `credentials` says where they may come from; the examples are programs, empty for what the API has not.

    `asynchronous` says how asynchronous methods are found; `stream_async` and `walk_async` how the examples begin with them.
    """

    name: str
    title: str
    description: str
    package: str
    client: str
    base_error: str
    credentials: str
    example: tuple[str, ...]
    asynchronous: str
    example_async: tuple[str, ...]
    stream: tuple[str, ...]
    stream_async: str
    walk: tuple[str, ...]
    walk_async: str
    guarded: tuple[str, ...]
    error: str
    pages: tuple[tuple[str, str], ...]
    mixins: tuple[tuple[str, str], ...]
    models: tuple[str, ...]
    style: str
    files: bool


@dataclass(frozen=True, slots=True)
class NothingView:
    """An empty module: the folder of a package inside a package."""

    doc: str


def distribution(options: PythonOptions) -> str:
    """Name the distribution after the package."""
    return re.sub(r"[._]+", "-", options.package).strip("-").lower()


def pyproject(api: Api, options: PythonOptions) -> ProjectView:
    """Write `pyproject.toml`."""
    title = prose.sentence(api.title)
    what = "Client" if options.operations else "Models"
    return ProjectView(
        name=literals.toml(distribution(options)),
        version=literals.toml(options.version),
        description=literals.toml(f"{what} of {title or 'an API'}."),
        dependencies=tuple(
            literals.toml(item)
            for item in (
                *((_HTTP[options.http],) if options.operations else ()),
                *_STYLES[options.models_style],
                "typing-extensions>=4.10",
                *options.dependencies,
            )
        ),
        package=literals.toml(options.package.split(".")[0]),
        tests=options.tests,
    )


def readme(context: Context, options: PythonOptions, models: Iterable[str]) -> ReadmeView:
    """Write `README.md`; `models` are the modules of models that have a page in the reference."""
    api = context.api
    chosen, stream, paged = _call(context), _stream(context), _list(context)
    error = next(iter(context.errors.values()), "")
    pages = tuple(
        (
            literals.markdown(".".join(path) or options.client_class),
            context.names.resources[path].module if path else "client",
        )
        for path, resource in context.resources.items()
        if resource.operations
    )
    return ReadmeView(
        name=distribution(options),
        title=literals.markdown(prose.sentence(api.title)) or "API client",
        description=literals.markdown(prose.sentence(api.doc.description or api.doc.summary)),
        package=options.package,
        client=options.client_class,
        base_error=f"{options.client_class}Error",
        credentials=_credentials(api, options),
        example=tuple(programs.program(context, options, *chosen) if chosen else ()),
        example_async=tuple(programs.program_async(context, options, *chosen) if chosen else ()),
        asynchronous=_asynchronous(options),
        stream=tuple(programs.program(context, options, *stream) if stream else ()),
        stream_async=_spans(programs.opening_async(context, options, *stream)) if stream else "",
        walk=tuple(programs.program(context, options, *paged) if paged else ()),
        walk_async=_spans(programs.opening_async(context, options, *paged)) if paged else "",
        guarded=tuple(_guarded(context, options, error or "SDKError")),
        error=error,
        pages=pages,
        mixins=tuple(_mixins(context, options)),
        models=tuple(models),
        style=options.models_style,
        files=exports.sends_files(context),
    )


def _credentials(api: Api, options: PythonOptions) -> str:
    """Say which environment variables are read for credentials, and for which arguments where there are several."""
    named = [(environment_variable(scheme, options), local) for scheme, local in credentials(api)]
    if not named:
        return ""
    if len(named) == 1:
        start = "Without the argument, the credential comes from the environment variable"
        return f"{start} `{named[0][0]}`."
    *others, last = (f"`{variable}` (for `{local}`)" for variable, local in named)
    start = "Without arguments, credentials come from the environment variables"
    return f"{start} {', '.join(others)} and {last}."


def _asynchronous(options: PythonOptions) -> str:
    if options.async_ == "class":
        name = literals.code_span(class_name(options, "async"))
        return f"{name} has the same methods, to be awaited"
    return "Each method has a twin that ends in `_async`, to be awaited"


def _spans(lines: Sequence[str]) -> str:
    return " and ".join(literals.code_span(line.removesuffix(":")) for line in lines)


def _mixins(context: Context, options: PythonOptions) -> Iterator[tuple[str, str]]:
    """List what has methods of own code: how users reach it, and the class that the methods are in."""
    for path in ((), *(item for item in context.resources if item)):
        place = context.place_of(path)
        reached = ".".join(filter(None, (programs.variable(options), place)))
        for name in context.mixins.named(place or CLIENT, apart="async" in context.modes):
            yield literals.code_span(reached), literals.code_span(name)


def _call(context: Context) -> tuple[Operation, Call] | None:
    """Choose the call that the readme shows: the first that gives a result which is neither a list nor a stream."""
    found = [
        (operation, context.calls.by_operation[operation.id])
        for operation in context.api.operations
        if operation.id in context.calls.by_operation
    ]
    plain = [
        item
        for item in found
        if not item[0].streams and item[0].id not in context.pages.by_operation
    ]
    return next(iter(plain or found), None)


def _stream(context: Context) -> tuple[Operation, Call] | None:
    return next(
        (
            (operation, context.calls.by_operation[operation.id])
            for operation in context.api.operations
            if operation.streams and operation.id in context.calls.by_operation
        ),
        None,
    )


def _list(context: Context) -> tuple[Operation, Call] | None:
    return next(
        (
            (operation, context.calls.by_operation[operation.id])
            for operation in context.api.operations
            if operation.id in context.pages.by_operation and not operation.doc.deprecated
        ),
        None,
    )


def _guarded(context: Context, options: PythonOptions, error: str) -> list[str]:
    """Show how the errors of a call are caught."""
    chosen = _call(context)
    if chosen is None:
        return []
    lines = programs.program(context, options, *chosen)
    start = next(number for number, line in enumerate(lines) if line.startswith("with "))
    head = f"from {options.package} import {options.client_class}, errors"
    inside = [f"    {line}" if line else "" for line in lines[start + 1 :]]
    return [
        head,
        "",
        lines[start],
        "    try:",
        *inside,
        f"    except errors.{error} as error:",
        "        print(error.status_code, error.body)",
    ]


def nothing() -> NothingView:
    """Write the `__init__.py` of a folder above the package."""
    return NothingView(literals.docstring("A folder of packages."))
