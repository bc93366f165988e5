"""What a flavour file says of a Python client, with what the document gives for the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from clientwright.ir import Api
from clientwright.targets.python.names import class_name, is_reserved

TYPED_DICT = "typed-dict"
"""The style of models that are dicts: fields have the names of JSON, and are read as `value["key"]`."""


@dataclass(frozen=True, slots=True)
class PythonOptions:
    """How the package is called and which style it has.

    `package` may have dots, for a package inside a package. `client_class` and `env_prefix` are worked out from the document's title
    and the class when empty. `async_`: `_async` methods beside the others, a second class, or none. `streaming`: a method
    of its own, or overloads on `stream`. `layout`: resources as a tree, or one class per tag with operation ids.
    `models`: what writes the models, and `models_style` in which form, where there is a choice.
    `operations`: whether there is a client at all beside the models. `dependencies` are those of own code, as `pyproject.toml` has
    them. `tests`: whether tests come with it. `custom` are mixins: (path of a resource with dots, or `client`; `module:Class`).
    `own_code` are (name, text) of their modules, as far as those can be read: the reference tells of their methods.
    """

    package: str = "client"
    version: str = "0.1.0"
    client_class: str = ""
    env_prefix: str = ""
    async_: Literal["methods", "class", "none"] = "methods"
    streaming: Literal["separate", "overload"] = "separate"
    layout: Literal["resources", "flat"] = "resources"
    http: Literal["httpx", "httpx2"] = "httpx"
    models: Literal["pydantic", "datamodel-code-generator"] = "pydantic"
    models_style: str = "pydantic"
    operations: bool = True
    dependencies: tuple[str, ...] = ()
    tests: bool = False
    custom: tuple[tuple[str, str], ...] = ()
    own_code: tuple[tuple[str, str], ...] = ()


_NOISE = frozenset(
    [
        "api",
        "apis",
        "http",
        "https",
        "rest",
        "restful",
        "openapi",
        "spec",
        "specification",
        "swagger",
        "service",
        "services",
        "v1",
        "v2",
        "v3",
        "the",
        "of",
        "and",
        "for",
        "a",
        "an",
        "documentation",
        "docs",
        "reference",
        "public",
        "full",
    ]
)


def complete(api: Api, options: PythonOptions) -> PythonOptions:
    """Give the options with nothing left open."""
    client = options.client_class or _client_class(api.title)
    prefix = options.env_prefix or re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", client).upper()
    return replace(options, client_class=client, env_prefix=re.sub(r"[^A-Z0-9_]", "_", prefix))


def _client_class(title: str) -> str:
    """Name the class after the title without words that every API has in it; `Client` when nothing is left."""
    words = [word for word in re.findall(r"[A-Za-z0-9]+", title) if word.lower() not in _NOISE]
    name = class_name("".join(word[:1].upper() + word[1:] for word in words[:4]))
    if not words or is_reserved(name) or name[0] == "_" or len(name) > 40:
        return "Client"
    return name
