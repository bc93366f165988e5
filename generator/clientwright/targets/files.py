"""What a target hands to the renderer: files that are still to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """One file of the output.

    `path` is relative to the output folder, with forward slashes. `template` names the template that prints `view`; it is
    empty when `content` holds the bytes already. `language` says which formatter the text goes through, empty for none.
    """

    path: str
    template: str = ""
    view: Any = None
    content: bytes = b""
    language: str = ""


@dataclass(frozen=True, slots=True)
class ArgumentName:
    """The argument of a method that carries a parameter or a property of the body.

    `location` is `path`, `query`, `header`, `cookie`, `querystring`, `body` (the whole body) or `body-field`.
    """

    name_on_wire: str
    location: str
    argument: str
    required: bool


@dataclass(frozen=True, slots=True)
class CallNames:
    """How an operation is called: dotted paths below the client, and the names of the arguments."""

    operation: str
    call: str
    async_call: str
    arguments: Sequence[ArgumentName]
