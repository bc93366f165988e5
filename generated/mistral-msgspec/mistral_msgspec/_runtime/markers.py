"""What types alone do not say of the models: how JSON writes them, and what a union does with what it does not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final


class Model:
    """Stands for the classes of models, which derive from nothing in this style."""


class Lenient:
    """Marks a type of scalars alone: a value of another kind is kept as it came."""


class Constant(Lenient):
    """Marks a value that can only be one: others are accepted from a server, that one is what is sent."""


class Converted:
    """Marks a scalar that JSON writes in a form of its own.

    `read` gives its value for one of JSON, and raises `ValueError`; `write` gives the value for JSON, whose type is `json`.
    """

    def __init__(
        self, read: Callable[[Any], Any], write: Callable[[Any], Any], json: str
    ) -> None:
        self.read: Final = read
        self.write: Final = write
        self.json: Final = json


class ValidationError(ValueError):
    """A value that does not fit its type. `path` leads to it: keys and positions, outermost first."""

    def __init__(self, message: str, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.path = path

    def __str__(self) -> str:
        place = "".join(
            f"[{key}]" if isinstance(key, int) else f".{key}" for key in self.path
        )
        return f"{place.lstrip('.')}: {self.message}" if place else self.message


class Fields:
    """How JSON writes the objects of one class.

    `names` maps keys in JSON to fields of the class, `constants` keys to what is always sent. `required` and `not_null`
    hold keys. `closed`: no other keys may be sent.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        *,
        required: tuple[str, ...] = (),
        constants: Mapping[str, Any] | None = None,
        not_null: tuple[str, ...] = (),
        closed: bool = False,
    ) -> None:
        self.names: Final = names
        self.required: Final = frozenset(required)
        self.constants: Final = dict(constants or {})
        self.not_null: Final = frozenset(not_null)
        self.closed: Final = closed


class OpenUnion:
    """How the members of a union are told apart: by the value of the key `tag`, which names a class in `mapping`.

    An empty tag leaves it to their keys. `default` names the class that a missing or unknown tag selects.
    """

    def __init__(
        self,
        tag: str = "",
        mapping: Mapping[Any, str] | None = None,
        default: str = "",
    ) -> None:
        self.tag: Final = tag
        self.mapping: Final = dict(mapping or {})
        self.default: Final = default
