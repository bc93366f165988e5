"""The values of vendor extensions in the neutral shapes that `vendor` lists.

Every function takes the value as it stands in the document. It returns ABSENT for a value that it cannot read, and None for
one that says nothing about the neutral extension.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, cast

from clientwright.normalise.form import ABSENT, Json

_MOST_RULES = 256
"""Every rule is tried on every operation."""


def _object(value: Json) -> Mapping[str, Json] | None:
    return cast("Mapping[str, Json]", value) if isinstance(value, Mapping) else None


def _is_integer(value: Json) -> bool:
    """Whether `value` is an integer of 64 bits, which can be printed at no cost."""
    return isinstance(value, int) and not isinstance(value, bool) and value.bit_length() <= 64


def _list(value: Json) -> Sequence[Json] | None:
    return cast("Sequence[Json]", value) if isinstance(value, list) else None


def text(value: Json) -> Json:
    """A string with something in it."""
    return value if isinstance(value, str) and value else ABSENT


def flag(value: Json) -> Json:
    """A boolean."""
    return value if isinstance(value, bool) else ABSENT


def number(value: Json) -> Json:
    """A finite number that is not negative."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return ABSENT
    return value if 0 <= value < math.inf else ABSENT


def mapping(value: Json) -> Json:
    """An object, as it is."""
    found = _object(value)
    return ABSENT if found is None else found


def mapping_or_flag(value: Json) -> Json:
    """An object, as it is, or a boolean."""
    return value if isinstance(value, bool) else mapping(value)


def texts(value: Json) -> Json:
    """A list or an object, for one text per value of an `enum`."""
    several = _list(value)
    return mapping(value) if several is None else several


def group(value: Json) -> Json:
    """`a.b` or `[a, b]` as the list of names from the outside in."""
    several = _list(value)
    parts: list[str] = []
    for part in (value,) if several is None else several:
        if not isinstance(part, str):
            return ABSENT
        parts += [name for name in part.split(".") if name]
    return parts or ABSENT


def ignore(value: Json) -> Json:
    """`true`, or the list of the targets that leave the object out."""
    if isinstance(value, str):
        return [value]
    several = _list(value)
    if several is not None and all(isinstance(target, str) for target in several):
        return list(several)
    return value if isinstance(value, bool) else ABSENT


def errors(value: Json) -> Json:
    """`{statusCodes: [404, 5XX], override: true}`, or the list of codes alone."""
    settings = _object(value)
    codes = _list(value if settings is None else settings.get("statusCodes", []))
    if codes is None:
        return ABSENT
    override = settings is not None and settings.get("override") is True
    if not all(isinstance(code, str) or _is_integer(code) for code in codes):
        return ABSENT
    return {"statusCodes": [str(code).upper() for code in codes], "override": override}


def unknown_values(value: Json) -> Json:
    """`allow` or `disallow`."""
    return value if value in ("allow", "disallow") else ABSENT


def extensible(value: Json) -> Json:
    """`x-extensible-enum` lists values to which others may be added."""
    return "allow" if isinstance(value, list) else ABSENT


def deprecation_message(value: Json) -> Json:
    """The reason why something is deprecated."""
    return {"message": value} if isinstance(value, str) else ABSENT


def deprecation_replacement(value: Json) -> Json:
    """The operationId of what to use instead."""
    return {"replacement": value} if isinstance(value, str) else ABSENT


def deprecated(value: Json) -> Json:
    """`true`, a reason, or an object with one in `message`, `reason` or `description`."""
    if isinstance(value, bool):
        return {} if value else None
    if isinstance(value, str):
        return {"message": value}
    settings = _object(value)
    if settings is None:
        return ABSENT
    for key in ("message", "reason", "description"):
        if isinstance(settings.get(key), str):
            return {"message": settings[key]}
    return {}


def method_names(value: Json) -> Json:
    """`[{operationId: ^get.*, methodNameOverride: get}]`.

    Patterns of a document are never run as regular expressions, whose cost has no bound: literal text, `^`, `$` and `.*` are
    understood, and a rule that has anything else makes the whole unreadable.
    """
    rules = _list(value)
    if rules is None or len(rules) > _MOST_RULES:
        return ABSENT
    found: list[dict[str, str]] = []
    for rule in rules:
        fields = _object(rule) or {}
        pattern, name = fields.get("operationId"), fields.get("methodNameOverride")
        if not isinstance(pattern, str) or not isinstance(name, str) or not name:
            return ABSENT
        glob = _glob(pattern)
        if glob is None:
            return ABSENT
        found.append({"operation-id": glob, "name": name})
    return found


def _glob(pattern: str) -> str | None:
    start = "" if pattern.startswith("^") else "*"
    end = "" if pattern.endswith("$") else "*"
    middle = pattern.removeprefix("^").removesuffix("$").replace(".*", "*")
    if any(character in middle for character in "\\.+?()[]{}|^$"):
        return None
    return f"{start}{middle}{end}"


def one_name(value: Json) -> Json:
    """A name, or an object of names by target and use that all agree."""
    if isinstance(value, str):
        return text(value)
    names: set[str] = set()
    waiting: list[Any] = [value]
    while waiting:
        here = waiting.pop()
        inner = _object(here)
        if isinstance(here, str):
            names.add(here)
        elif inner is not None:
            waiting += inner.values()
    return names.pop() if len(names) == 1 else ABSENT


def _stainless_path(value: Json) -> list[str]:
    settings = _object(value)
    path = value if settings is None else settings.get("path")
    return [part for part in path.split(".") if part] if isinstance(path, str) else []


def stainless_group(value: Json) -> Json:
    """The resource in `accounts.members.list`; none for `$client.me`, which stands on the client itself."""
    path = _stainless_path(value)
    if not path:
        return ABSENT
    resource = path[:-1]
    return None if resource in ([], ["$client"]) else resource


def stainless_name(value: Json) -> Json:
    """The method in `accounts.members.list`."""
    path = _stainless_path(value)
    return path[-1] if path else ABSENT


def purpose(value: Json) -> Json:
    """What a property or parameter is for in the pages of a list."""
    settings = _object(value)
    named = value if settings is None else settings.get("purpose")
    return {"purpose": named} if isinstance(named, str) else ABSENT


def fern_sentinel(value: Json) -> Json:
    """`terminator` of an event stream."""
    settings = _object(value)
    if settings is None:
        return None if isinstance(value, bool) else ABSENT
    terminator = settings.get("terminator")
    return terminator if isinstance(terminator, str) else None


def fern_stream_property(value: Json) -> Json:
    """`stream` of `stream-condition: $request.stream`."""
    settings = _object(value)
    condition = None if settings is None else settings.get("stream-condition")
    if not isinstance(condition, str):
        return None
    return condition.rpartition(".")[2] or None


def _fern_name(settings: Mapping[str, Json], key: str) -> str | None:
    """`after` of `$request.after`."""
    value = settings.get(key)
    return value.removeprefix("$request.") if isinstance(value, str) else None


def _fern_path(settings: Mapping[str, Json], key: str) -> str | None:
    """`$.page.next` of `$response.page.next`."""
    value = settings.get(key)
    return "$" + value.removeprefix("$response") if isinstance(value, str) else None


def fern_pagination(value: Json) -> Json:
    """`{cursor, next_cursor, results}` or `{offset, results, step, has-next-page}`.

    The inputs have no `in`: these are names of parameters or of properties of the body.
    """
    settings = _object(value)
    if settings is None:
        return None if isinstance(value, bool) else ABSENT
    outputs = {
        "results": _fern_path(settings, "results"),
        "nextCursor": _fern_path(settings, "next_cursor"),
        "nextUrl": _fern_path(settings, "next_uri"),
        "hasMore": _fern_path(settings, "has-next-page"),
    }
    inputs: list[dict[str, str]] = []
    cursor, offset = _fern_name(settings, "cursor"), _fern_name(settings, "offset")
    limit = _fern_name(settings, "step")
    if cursor is not None:
        kind = "cursor"
        inputs.append({"name": cursor, "type": "cursor"})
    elif offset is not None:
        kind = "offsetLimit"
        # Without a step the value counts pages.
        inputs.append({"name": offset, "type": "page" if limit is None else "offset"})
    elif outputs["nextUrl"] is not None:
        kind = "url"
    else:
        return ABSENT
    if limit is not None:
        inputs.append({"name": limit, "type": "limit"})
    given = {key: path for key, path in outputs.items() if path is not None}
    return {"type": kind, "inputs": inputs, "outputs": given}


def fern_retries(value: Json) -> Json:
    """`{disabled: true}`."""
    settings = _object(value)
    if settings is None:
        return ABSENT
    return False if settings.get("disabled") is True else None


def _fern_enum(value: Json, key: str) -> Json:
    values = _object(value)
    if values is None:
        return ABSENT
    found: dict[str, str] = {}
    for name, settings in values.items():
        said = (_object(settings) or {}).get(key)
        if isinstance(said, str):
            found[name] = said
    return found or None


def fern_enum_names(value: Json) -> Json:
    """`name` of `{value: {name, description}}`."""
    return _fern_enum(value, "name")


def fern_enum_descriptions(value: Json) -> Json:
    """`description` of `{value: {name, description}}`."""
    return _fern_enum(value, "description")


def fern_idempotency_header(value: Json) -> Json:
    """The first header of `[{header, name}]`."""
    for item in _list(value) or ():
        header = item if isinstance(item, str) else (_object(item) or {}).get("header")
        if isinstance(header, str) and header:
            return header
    return ABSENT


def fern_globals(value: Json) -> Json:
    """`[{header, name, optional}]` as header parameters."""
    parameters: list[dict[str, Json]] = []
    for item in _list(value) or ():
        fields = _object(item) or {}
        header = item if isinstance(item, str) else fields.get("header")
        if not isinstance(header, str) or not header:
            return ABSENT
        parameter: dict[str, Json] = {
            "name": header,
            "in": "header",
            "required": fields.get("optional") is not True,
            "schema": {"type": "string"},
        }
        if isinstance(fields.get("name"), str):
            parameter["x-clientwright-name"] = fields["name"]
        parameters.append(parameter)
    return {"parameters": parameters} if parameters else ABSENT


def _ms_enum(value: Json, key: str) -> Json:
    settings = _object(value)
    if settings is None:
        return ABSENT
    found: dict[str, str] = {}
    for item in _list(settings.get("values")) or ():
        fields = _object(item) or {}
        listed, said = fields.get("value"), fields.get(key)
        if isinstance(said, str) and (isinstance(listed, str) or _is_integer(listed)):
            found[str(listed)] = said
    return found or None


def ms_enum_names(value: Json) -> Json:
    """`name` of `{values: [{value, name, description}]}`."""
    return _ms_enum(value, "name")


def ms_enum_descriptions(value: Json) -> Json:
    """`description` of `{values: [{value, name, description}]}`."""
    return _ms_enum(value, "description")


def ms_enum_type(value: Json) -> Json:
    """`name` of the enumeration."""
    name = (_object(value) or {}).get("name")
    return name if isinstance(name, str) and name else None


def ms_pagination(value: Json) -> Json:
    """`{nextLinkName: nextLink, itemName: value}`; null as the name of the link means that there is one page."""
    settings = _object(value)
    if settings is None:
        return ABSENT
    link, items = settings.get("nextLinkName"), settings.get("itemName", "value")
    if not isinstance(link, str) or not isinstance(items, str):
        return None
    return {
        "type": "url",
        "inputs": [],
        "outputs": {"results": f"$.{items}", "nextUrl": f"$.{link}"},
    }


def samples(value: Json) -> Json:
    """`[{lang, label, source}]`; `language` is another word for `lang`."""
    several = _list(value)
    if several is None:
        return ABSENT
    found: list[dict[str, Json]] = []
    for item in several:
        fields = _object(item) or {}
        source = fields.get("source")
        if isinstance(source, str):
            language = fields.get("lang", fields.get("language", ""))
            found.append({"lang": language, "label": fields.get("label", ""), "source": source})
    return found
