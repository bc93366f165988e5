"""The names of a client that its users write: what the surface of a client is described with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clientwright.targets.files import CallNames


@dataclass(frozen=True, slots=True)
class PublicModel:
    """What a model is called, and its fields by the name they have in JSON."""

    name: str
    fields: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class PublicNames:
    """All names of a client that users write.

    `models` is by the model's name in the representation, as is `errors`, which holds the classes of errors. `arguments`
    are those that construct the client, with the security scheme that each is for. `types` are other names that can be imported
    beside the models, each with what it is and of which model: `dict of Agent`.
    """

    package: str
    client_class: str
    calls: tuple[CallNames, ...]
    models: Mapping[str, PublicModel]
    errors: Mapping[str, str]
    arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    types: Mapping[str, str] = field(default_factory=dict[str, str])
