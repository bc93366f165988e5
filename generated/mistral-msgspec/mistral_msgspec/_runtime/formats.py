"""Dates, times, numbers and bytes between JSON and Python, for the types of Python that JSON has no word for."""

from __future__ import annotations

import base64
import datetime
import decimal
import re
import uuid
from collections.abc import Callable, Mapping
from typing import Any, Final

from .scalars import read_duration, write_decimal, write_duration

_FRACTION = re.compile(r"\.(\d+)")


def _plain(text: str) -> str:
    """Write a time as `fromisoformat` of Python 3.10 can read it."""
    if text[-1:] in ("Z", "z"):
        text = text[:-1] + "+00:00"
    return _FRACTION.sub(lambda found: f".{found[1][:6]:0<6}", text)


def _read_date_time(value: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(_plain(value))


def _read_time(value: str) -> datetime.time:
    return datetime.time.fromisoformat(_plain(value))


def _write_time(value: Any) -> str:
    text: str = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


# A type of Python -> how its JSON is read, which is text for all of them.
READERS: Final[Mapping[Any, Callable[[str], Any]]] = {
    datetime.datetime: _read_date_time,
    datetime.date: datetime.date.fromisoformat,
    datetime.time: _read_time,
    datetime.timedelta: read_duration,
    uuid.UUID: uuid.UUID,
    decimal.Decimal: decimal.Decimal,
    bytes: lambda value: base64.b64decode(value, validate=True),
}
# A date-time is a date as well: the narrower type comes first.
_WRITERS: Final[Mapping[type, Callable[[Any], Any]]] = {
    datetime.datetime: _write_time,
    datetime.date: datetime.date.isoformat,
    datetime.time: _write_time,
    datetime.timedelta: write_duration,
    uuid.UUID: str,
    decimal.Decimal: write_decimal,
    bytes: lambda value: base64.b64encode(value).decode(),
}


def is_special(value: Any) -> bool:
    """Say whether a value has a type of those that JSON has no word for."""
    return isinstance(value, tuple(_WRITERS))


def write(value: Any) -> Any:
    """Give the JSON value of such a value."""
    for type_, writer in _WRITERS.items():
        if isinstance(value, type_):
            return writer(value)
    return value
