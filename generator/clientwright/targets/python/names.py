"""Names in Python: what the neutral names of the representation become, given what the language and our runtime reserve.

argument_name("class")      class_
field_name("copy")          copy_
field_name("_links")        links
class_name("3DModel")       Model3DModel
"""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata

# Arguments that every method has besides its own.
CALL_OPTIONS = frozenset(
    {
        "retries",
        "server_url",
        "timeout_ms",
        "http_headers",
        "extra_query",
        "extra_body",
        "idempotency_key",
    }
)
# `locals` is what a method passes its arguments on with.
_ARGUMENTS = CALL_OPTIONS | {"self", "options", "request", "locals"}

# What `pydantic.BaseModel` and our `Model` have as attributes; a field of that name would hide it.
_MODEL_ATTRIBUTES = frozenset(
    [
        "construct",
        "copy",
        "dict",
        "from_orm",
        "json",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "schema",
        "schema_json",
        "update_forward_refs",
        "validate",
    ]
)

# What our base class of resources and clients has.
_RESOURCE_ATTRIBUTES = frozenset({"with_raw_response", "with_streaming_response"})
_CLIENT_ATTRIBUTES = _RESOURCE_ATTRIBUTES | {
    "aclose",
    "call",
    "call_async",
    "close",
    "copy",
    "hooks",
    "max_body_bytes",
    "max_event_bytes",
    "server_url",
    "stream",
    "stream_async",
    "with_options",
}

_RESERVED_CLASSES = frozenset(
    # The module that exports the classes has a name of `typing` itself.
    ["Any", *(name for name in dir(builtins) if name[0].isupper())]
)
_ILLEGAL = re.compile(r"\W+")
# Names that mean devices to Windows, whatever ending a file has.
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
# Bytes in the name of a file: file systems take 255, encrypting ones 143, and an ending has to fit as well.
_LONGEST_FILE = 120


def identifier(name: str, fallback: str = "value") -> str:
    """Make any text an identifier that is no keyword: in the form that Python itself gives it (NFKC), no leading underscore."""
    text = _ILLEGAL.sub("_", unicodedata.normalize("NFKC", name)).strip("_")
    if not text:
        return fallback
    if not text.isidentifier():
        text = f"{fallback}_{text}" if text[0].isdigit() else fallback
        if not text.isidentifier():
            return fallback
    return f"{text}_" if keyword.iskeyword(text) else text


def is_reserved(name: str) -> bool:
    """Say whether a class of this name would hide a builtin one."""
    return name in _RESERVED_CLASSES or keyword.iskeyword(name)


def argument_name(name: str) -> str:
    """Name an argument of a method."""
    text = identifier(name)
    return f"{text}_" if text in _ARGUMENTS else text


def field_name(name: str) -> str:
    """Name a field of a model. What pydantic or our base class uses gets an underscore at its end."""
    text = identifier(name, "field")
    if text in _MODEL_ATTRIBUTES or text.startswith("model_") or text.endswith("__"):
        return f"{text.rstrip('_')}_"
    return text


def method_name(name: str) -> str:
    """Name a method of a resource."""
    text = identifier(name, "call")
    return f"{text}_" if text in _RESOURCE_ATTRIBUTES else text


def client_member(name: str) -> str:
    """Name a method or resource that stands on the client itself."""
    text = identifier(name, "call")
    return f"{text}_" if text in _CLIENT_ATTRIBUTES else text


def module_name(name: str) -> str:
    """Name a module: one that every file system takes. `__init__` and the like cannot come out, since leading underscores go."""
    text = identifier(name.lower(), "module")
    encoded = text.encode()
    if len(encoded) > _LONGEST_FILE:
        text = encoded[:_LONGEST_FILE].decode(errors="ignore").rstrip("_")
    return f"{text}_" if text in _DEVICES else text


def class_name(name: str) -> str:
    """Name a class. A leading digit gets a word before it; a name that hides a builtin class gets one behind it."""
    text = _ILLEGAL.sub("", unicodedata.normalize("NFKC", name)).lstrip("_")
    if not text or not ("_" + text).isidentifier():
        return "Model"
    if not text.isidentifier():
        text = f"Model{text}"
    if text[0].islower():
        text = text[0].upper() + text[1:]
    return f"{text}Model" if is_reserved(text) else text


class Scope:
    """Names that must differ from each other, perhaps without regard to case. The first to ask gets a name as it is."""

    def __init__(self, taken: frozenset[str] = frozenset(), *, fold: bool = False) -> None:
        self._fold = fold
        self._taken = {self._key(name) for name in taken}

    def _key(self, name: str) -> str:
        return name.casefold() if self._fold else name

    def add(self, wanted: str, *others: str) -> str:
        """Take the first free name of those given; else the first with a number behind it."""
        for name in (wanted, *others):
            if self._key(name) not in self._taken:
                self._taken.add(self._key(name))
                return name
        number = 2
        stem = wanted if wanted.endswith("_") else f"{wanted}_" if wanted.islower() else wanted
        while self._key(f"{stem}{number}") in self._taken:
            number += 1
        self._taken.add(self._key(f"{stem}{number}"))
        return f"{stem}{number}"
