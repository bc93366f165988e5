"""Files beside the package: `pyproject.toml` and `README.md`.

[project]
name = "mistral-client"
version = "0.1.0"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from clientwright.ir import Api
from clientwright.targets.python import literals, prose, reference
from clientwright.targets.python.client import credentials, environment_variable
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.resources import Context

_HTTP = {"httpx": "httpx>=0.27,<1", "httpx2": "httpx2>=2,<3"}


@dataclass(frozen=True, slots=True)
class ProjectView:
    """`pyproject.toml`; every value is a TOML literal."""

    name: str
    version: str
    description: str
    dependencies: tuple[str, ...]
    package: str


@dataclass(frozen=True, slots=True)
class ReadmeView:
    """`README.md`. `credential` is what the constructor is given in the example, `variable` where it may come from."""

    name: str
    title: str
    description: str
    package: str
    client: str
    base_error: str
    credential: str
    variable: str
    example: tuple[str, ...]
    error: str
    pages: tuple[tuple[str, str], ...]


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
    return ProjectView(
        name=literals.toml(distribution(options)),
        version=literals.toml(options.version),
        description=literals.toml(f"Client of {title}." if title else "Client of an API."),
        dependencies=tuple(
            literals.toml(item)
            for item in (
                _HTTP[options.http],
                "pydantic>=2.11,<3",
                "typing-extensions>=4.10",
            )
        ),
        package=literals.toml(options.package.split(".")[0]),
    )


def readme(context: Context, options: PythonOptions) -> ReadmeView:
    """Write `README.md`."""
    api = context.api
    schemes = credentials(api)
    pages = tuple(
        (literals.markdown(".".join(path)), context.names.resources[path].module)
        for path, resource in context.resources.items()
        if path and resource.operations
    )
    return ReadmeView(
        name=distribution(options),
        title=literals.markdown(prose.sentence(api.title)) or "API client",
        description=literals.markdown(prose.sentence(api.doc.description or api.doc.summary)),
        package=options.package,
        client=options.client_class,
        base_error=f"{options.client_class}Error",
        credential=f'{schemes[0][1]}="..."' if schemes else "",
        variable=environment_variable(schemes[0][0], options) if schemes else "",
        example=tuple(_example(context, options)),
        error=next(iter(context.errors.values()), "SDKError"),
        pages=pages,
    )


def _example(context: Context, options: PythonOptions) -> list[str]:
    """Show the first operation that the document has."""
    for operation in context.api.operations:
        call = context.calls.by_operation.get(operation.id)
        if call is not None:
            return reference.example(context, options, operation, call)
    return []


def nothing() -> NothingView:
    """Write the `__init__.py` of a folder above the package."""
    return NothingView(literals.docstring("A folder of packages."))
