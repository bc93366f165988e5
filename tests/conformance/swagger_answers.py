"""Whether an answer follows a document of OpenAPI 2.0, and whether what came of it is what it says."""

from __future__ import annotations

import base64
import datetime
import json
from collections.abc import Callable
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import isodate
from corpus.comparing import difference, printed
from jsonschema import Draft4Validator, FormatChecker
from pydantic import BaseModel

_FORMATS = FormatChecker(())


def follows(answer: httpx.Response, operation: Any, tree: Any) -> bool:
    """Whether an answer is JSON that its schema allows: https://spec.openapis.org/oas/v2.0.html#response-object"""
    responses = operation["responses"]
    told = responses.get(str(answer.status_code), responses.get("default", {}))
    try:
        value = json.loads(answer.content)
    except ValueError:
        return False
    schema = {**told.get("schema", {}), "definitions": tree.get("definitions", {})}
    return Draft4Validator(schema, format_checker=_FORMATS).is_valid(value)


@_FORMATS.checks("date", ValueError)
def _date(value: Any) -> bool:
    return bool(datetime.date.fromisoformat(value))


@_FORMATS.checks("date-time", ValueError)
def _date_time(value: Any) -> bool:
    return bool(datetime.datetime.fromisoformat(value.upper()))


@_FORMATS.checks("date-time-rfc1123", (ValueError, TypeError))
def _http_date(value: Any) -> bool:
    # Beyond year 9999 there is nothing that Python has an object for.
    return bool(parsedate_to_datetime(value))


@_FORMATS.checks("duration", ValueError)
def _duration(value: Any) -> bool:
    return bool(isodate.parse_duration(value))


@_FORMATS.checks("byte", ValueError)
def _byte(value: Any) -> bool:
    return isinstance(base64.b64decode(value, validate=True), bytes)


@_FORMATS.checks("uuid", ValueError)
def _uuid(value: Any) -> bool:
    return len(value.replace("-", "")) == 32


def same(content: str | bytes, result: Any) -> str:
    """Where what came of a JSON body differs from it, empty for nowhere."""
    return _difference(json.loads(content), result) if content else ""


def _difference(given: Any, result: Any) -> str:
    if isinstance(given, dict) and type(result) is dict:
        if given.keys() != result.keys():
            return f"{result!r} instead of {given!r}"
        return next(filter(None, (_difference(given[k], result[k]) for k in given)), "")
    if isinstance(given, list) and type(result) is list and len(given) == len(result):
        return next(filter(None, map(_difference, given, result)), "")
    if not isinstance(result, BaseModel) and result in _meanings(given):
        return ""
    return difference(given, printed(result))


def _meanings(value: Any) -> list[Any]:
    """The objects that a JSON value may stand for."""
    found: list[Any] = []
    for read in _READERS:
        with suppress(ValueError, TypeError, AttributeError, OverflowError):
            found.append(read(value))
    return found


_READERS: tuple[Callable[[Any], Any], ...] = (
    lambda value: datetime.datetime.fromtimestamp(value, datetime.UTC),
    lambda value: base64.urlsafe_b64decode(
        value.replace("+", "-").replace("/", "_") + "=" * (-len(value) % 4)
    ),
    lambda value: datetime.datetime.fromisoformat(value.upper()),
    parsedate_to_datetime,
    isodate.parse_duration,
)
