"""Scalars that Python has a type for and that JSON writes in a form which pydantic does not have by itself.

Each constant is a marker for `typing.Annotated`: `Annotated[datetime.datetime, UNIX_TIME]`.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import decimal
import email.utils
from collections.abc import Callable
from typing import Any, Final

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class _Wire:
    """A scalar that Python has a type for and JSON writes in a form that pydantic does not have."""

    def __init__(self, read: Callable[[Any], Any], write: Callable[[Any], Any]) -> None:
        self.read = read
        self.write = write

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.write, when_used="json"
            ),
        )


def _read_http_date(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return value
    try:
        return email.utils.parsedate_to_datetime(value)
    except (TypeError, ValueError) as problem:
        raise ValueError("not a date of RFC 7231") from problem


def _write_http_date(value: Any) -> Any:
    if not isinstance(value, datetime.datetime):
        return value
    aware = value if value.tzinfo else value.replace(tzinfo=datetime.timezone.utc)
    return email.utils.format_datetime(
        aware.astimezone(datetime.timezone.utc), usegmt=True
    )


def _read_unix_time(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError("not a number of seconds since 1970")
    return datetime.datetime.fromtimestamp(value, datetime.timezone.utc)


def _write_unix_time(value: Any) -> Any:
    if not isinstance(value, datetime.datetime):
        return value
    seconds = value.timestamp()
    return int(seconds) if seconds.is_integer() else seconds


def _read_base64(value: Any) -> Any:
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    try:
        text = value.translate(_URL_SAFE)
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (AttributeError, TypeError, ValueError, binascii.Error) as problem:
        raise ValueError("not base64") from problem


_URL_SAFE: Final = str.maketrans("-_", "+/", "\r\n")


def _write_base64(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _write_base64url(value: Any) -> Any:
    return (
        base64.urlsafe_b64encode(value).decode().rstrip("=")
        if isinstance(value, bytes)
        else value
    )


def _read_decimal(value: Any) -> Any:
    try:
        return (
            value if isinstance(value, decimal.Decimal) else decimal.Decimal(str(value))
        )
    except decimal.InvalidOperation as problem:
        raise ValueError("not a decimal number") from problem


def _write_decimal(value: Any) -> Any:
    if not isinstance(value, decimal.Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _read_integer(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise ValueError("not an integer in a string")
    return int(value)


HTTP_DATE: Final = _Wire(_read_http_date, _write_http_date)
"""A date and time by RFC 7231."""
UNIX_TIME: Final = _Wire(_read_unix_time, _write_unix_time)
"""A date and time as seconds since 1970."""
BASE64: Final = _Wire(_read_base64, _write_base64)
"""Bytes in base64, RFC 4648 section 4."""
BASE64URL: Final = _Wire(_read_base64, _write_base64url)
"""Bytes in base64url, RFC 4648 section 5."""
DECIMAL_NUMBER: Final = _Wire(_read_decimal, _write_decimal)
"""A decimal number as a JSON number."""
DECIMAL_STRING: Final = _Wire(_read_decimal, str)
"""A decimal number in a string."""
INTEGER_STRING: Final = _Wire(_read_integer, str)
"""An integer in a string."""
