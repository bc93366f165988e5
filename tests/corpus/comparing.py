"""Whether what arrived is what was given, on the wire and in Python."""

from __future__ import annotations

import base64
import datetime
import json
from collections.abc import Callable, Iterator
from typing import Any

import isodate
from pydantic import BaseModel
from support.values import Day, Moment, Shaped

Allowed = Callable[[str, Any], bool]


def instant(value: Any) -> datetime.datetime | None:
    """The moment that a date-time names."""
    if isinstance(value, datetime.datetime):
        return value if value.tzinfo else value.replace(tzinfo=datetime.UTC)
    if not isinstance(value, str) or len(value) < 19:
        return None
    try:
        moment = datetime.datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


def duration(value: Any) -> Any:
    """The length of a duration of ISO 8601, else None."""
    if not isinstance(value, str) or not value.startswith("P"):
        return None
    try:
        return isodate.parse_duration(value)
    except ValueError:
        return None


def difference(
    given: Any, arrived: Any, allowed: Allowed = lambda name, value: False, at: str = "$"
) -> str:
    """Where two JSON values differ in meaning, empty for nowhere.

    `allowed` says which properties may have come on the way.
    """
    if isinstance(given, dict) and isinstance(arrived, dict):
        for key in given:
            if key not in arrived:
                return f"{at}.{key} is gone; it was {given[key]!r}"
        for key in arrived:
            if key not in given and not allowed(key, arrived[key]):
                return f"{at}.{key} was not there; it is {arrived[key]!r}"
        found = (difference(given[key], arrived[key], allowed, f"{at}.{key}") for key in given)
        return next(filter(None, found), "")
    if isinstance(given, list) and isinstance(arrived, list):
        if len(given) != len(arrived):
            return f"{at} has {len(arrived)} items instead of {len(given)}"
        pairs = enumerate(zip(given, arrived, strict=True))
        return next(
            filter(None, (difference(a, b, allowed, f"{at}[{i}]") for i, (a, b) in pairs)), ""
        )
    if isinstance(given, bool) == isinstance(arrived, bool) and given == arrived:
        return ""
    if isinstance(given, str) and isinstance(arrived, str):
        for meaning in (instant, duration):
            if (first := meaning(given)) is not None and first == meaning(arrived):
                return ""
    if isinstance(given, bytes) and isinstance(arrived, str):
        return "" if base64.b64encode(given).decode() == arrived else f"{at}: other bytes"
    return f"{at} is {arrived!r} instead of {given!r}"


def text_of(value: Any) -> Any:
    """A value with its scalars as the texts that a style writes."""
    if isinstance(value, dict):
        return {key: text_of(member) for key, member in value.items() if member is not None}
    if isinstance(value, list):
        return [text_of(member) for member in value if member is not None]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str | bytes) else json.dumps(value)


def textual_difference(given: Any, arrived: Any) -> str:
    """As `difference`, for values that went as text, where 1 and "1" are the same."""
    one, other = text_of(given), text_of(arrived)
    if isinstance(one, list) and len(one) == 1 and not isinstance(other, list):
        other = [other]
    return difference(one, other)


def printed(result: Any) -> Any:
    """The JSON value of a result: models by their wire names, without what was not there."""
    if isinstance(result, BaseModel):
        return result.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(result, dict):
        return {key: printed(value) for key, value in result.items()}
    if isinstance(result, list | tuple):
        # By position: iterating over a page goes on to the pages that follow.
        return [printed(result[index]) for index in range(len(result))]
    if isinstance(result, datetime.datetime | datetime.date | datetime.time):
        return result.isoformat()
    if isinstance(result, datetime.timedelta):
        return isodate.duration_isoformat(result)
    if isinstance(result, bytes):
        return result
    if isinstance(result, str | int | float | None):
        return result
    if type(result).__name__.startswith("Unknown"):
        return printed(result.raw)
    return str(result)


def untyped(given: Any, result: Any, at: str = "$") -> Iterator[str]:
    """What should have come back with a type of its own and did not."""
    kind = type(result)
    if any(base.__name__ == "UnknownMember" for base in kind.__mro__):
        yield f"{at} came back as {kind.__name__}: {given!r}"[:300]
        return
    if isinstance(given, Shaped) and not isinstance(result, BaseModel):
        yield f"{at} came back as {kind.__name__} instead of a model"
        return
    if isinstance(given, Moment) and not isinstance(result, datetime.datetime):
        yield f"{at} came back as {kind.__name__} instead of a datetime"
    if isinstance(given, Day) and not isinstance(result, datetime.date):
        yield f"{at} came back as {kind.__name__} instead of a date"
    if isinstance(result, BaseModel) and isinstance(given, dict):
        for key, value in given.items():
            yield from untyped(value, member(result, key), f"{at}.{key}")
    elif isinstance(result, dict) and isinstance(given, dict):
        for key, value in given.items():
            yield from untyped(value, result.get(key), f"{at}.{key}")
    elif isinstance(result, list | tuple) and isinstance(given, list):
        for index in range(min(len(given), len(result))):
            yield from untyped(given[index], result[index], f"{at}[{index}]")


def member(model: BaseModel, wire: str) -> Any:
    """The value of a property by its wire name."""
    for name, field in type(model).model_fields.items():
        if (field.alias or name) == wire:
            return getattr(model, name)
    return (model.model_extra or {}).get(wire)
