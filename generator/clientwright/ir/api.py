"""The root of the intermediate representation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clientwright.ir.models import Doc, Model
from clientwright.ir.operations import Operation
from clientwright.ir.security import Requirement, SecurityScheme
from clientwright.ir.servers import Server


@dataclass(frozen=True, slots=True)
class Contact:
    """Who answers for the document."""

    contact: str = ""
    license: str = ""
    terms_of_service: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A group of operations: a node of the tree that the tags make.

    `path` is its place (`("beta", "conversations")`); `operations` are ids of `Operation`, in the document's order. A
    node that only holds others has none. `group` is the code name that models use to say that they belong here.
    """

    path: tuple[str, ...]
    group: str
    operations: tuple[str, ...]
    children: tuple[tuple[str, ...], ...] = ()
    doc: Doc = Doc()


@dataclass(frozen=True, slots=True)
class Api:
    """A client, whole. `models` are by name, each after the models it needs where that is possible."""

    title: str
    version: str
    doc: Doc
    servers: tuple[Server, ...]
    security_schemes: tuple[SecurityScheme, ...]
    security: tuple[Requirement, ...]
    resources: tuple[Resource, ...]
    operations: tuple[Operation, ...]
    models: Mapping[str, Model]
    contact: Contact = Contact()
