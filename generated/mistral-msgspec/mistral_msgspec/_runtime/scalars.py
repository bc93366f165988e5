"""Scalars that Python has a type for and that JSON writes in a form of its own.

Each constant is a marker for `typing.Annotated`: `Annotated[datetime.datetime, UNIX_TIME]`.
"""

from __future__ import annotations

import base64
import datetime
import decimal
import email.utils
import re
from collections.abc import Callable
from typing import Any, Final

from .markers import Converted

_UTC: Final = datetime.timezone.utc


def _wire(
    what: str,
    type_: type,
    read: Callable[[Any], Any],
    write: Callable[[Any], Any],
    json: str = "string",
) -> Converted:
    def validate(value: Any) -> Any:
        # To Python a truth value is an integer, to JSON it is not.
        if isinstance(value, type_) and not isinstance(value, bool):
            return value
        try:
            return read(value)
        except (ArithmeticError, AttributeError, TypeError, ValueError) as problem:
            raise ValueError(f"not {what}") from problem

    def serialize(value: Any) -> Any:
        # What is of another type came from a server, and is left as it is.
        return write(value) if isinstance(value, type_) else value

    return Converted(validate, serialize, json)


def _read_http_date(value: Any) -> datetime.datetime:
    moment = email.utils.parsedate_to_datetime(value)
    # Python takes a year below 100 for one of two digits, which stands for another.
    years = [word for word in value.split() if len(word) == 4 and word.isdigit()]
    year = int(years[0]) if years else moment.year
    # Not all obsolete forms name a zone, and there is but one (RFC 9110, section 5.6.7).
    return moment.replace(year, tzinfo=moment.tzinfo or _UTC)


def _write_http_date(value: datetime.datetime) -> str:
    aware = value.replace(tzinfo=value.tzinfo or _UTC)
    return email.utils.format_datetime(aware.astimezone(_UTC), usegmt=True)


def _read_unix_time(value: Any) -> datetime.datetime:
    if isinstance(value, (bool, str)):
        raise TypeError
    return datetime.datetime.fromtimestamp(value, _UTC)


def _read_base64(value: Any) -> bytes:
    if isinstance(value, bytearray):
        return bytes(value)
    text = value.translate(_URL_SAFE)
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


class Duration(datetime.timedelta):
    """A duration that came in another form than days, hours, minutes and seconds: `text` is what it prints back as."""

    text: str = ""

    def __reduce__(self) -> Any:
        return read_duration, (self.text or write_duration(self),)


def read_duration(value: Any) -> datetime.timedelta:
    """Read a duration of ISO 8601, or of the form `1 day, 2:03:04`; years and months are taken for 365 and 30 days."""
    if not isinstance(value, str):
        raise TypeError
    found = _DURATION.fullmatch(value) or _CLOCK.fullmatch(value)
    if found is None or value[-1] in "PT":
        raise ValueError
    parts = {k: v for k, v in found.groupdict().items() if v}
    sign = -1 if parts.pop("sign", "") == "-" else 1
    length = {k: float(v.replace(",", ".")) for k, v in parts.items()}
    days = 365 * length.pop("years", 0) + 30 * length.pop("months", 0)
    whole = sign * (datetime.timedelta(days) + datetime.timedelta(**length))
    if "P" in value and "years" not in parts and "months" not in parts:
        return whole
    told = Duration(whole.days, whole.seconds, whole.microseconds)
    told.text = value
    return told


def write_duration(value: datetime.timedelta) -> str:
    """Write a duration in days, hours, minutes and seconds (ISO 8601), or as it came."""
    if isinstance(value, Duration) and value.text:
        return value.text
    length = abs(value)
    minutes, seconds = divmod(length.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{length.microseconds:06}".rstrip("0").rstrip(".")
    time = f"{hours}H" if hours else ""
    time += f"{minutes}M" if minutes else ""
    time += f"{seconds}{fraction}S" if seconds or fraction or not value else ""
    days = f"{length.days}D" if length.days else ""
    sign = "-" if value.days < 0 else ""
    return f"{sign}P{days}{'T' if time else ''}{time}"


def _read_integer(value: Any) -> int:
    if not isinstance(value, str):
        raise TypeError
    return int(value)


def write_decimal(value: decimal.Decimal) -> float:
    """Give the number for JSON. Raises `ValueError` for one that would lose digits."""
    if value.is_finite() and value == value.to_integral_value():
        return int(value)
    number = float(value)
    if decimal.Decimal(repr(number)) != value:
        raise ValueError(f"{value} cannot be sent as a number: digits would be lost")
    return number


_NUMBER = r"\d+(?:[.,]\d+)?"
_DURATION: Final = re.compile(
    rf"(?P<sign>[+-]?)P(?:(?P<years>{_NUMBER})Y)?(?:(?P<months>{_NUMBER})M)?"
    rf"(?:(?P<weeks>{_NUMBER})W)?(?:(?P<days>{_NUMBER})D)?"
    rf"(?:T(?:(?P<hours>{_NUMBER})H)?(?:(?P<minutes>{_NUMBER})M)?(?:(?P<seconds>{_NUMBER})S)?)?"
)
_CLOCK: Final = re.compile(
    r"(?P<sign>[+-]?)(?:(?P<days>\d+)(?: days?,? ?|[ .]))?"
    r"(?P<hours>\d+):(?P<minutes>\d\d)(?::(?P<seconds>\d\d(?:\.\d+)?))?"
)
_URL_SAFE: Final = str.maketrans("-_", "+/", "\r\n")


def _write_unix_time(value: datetime.datetime) -> float:
    seconds = value.timestamp()
    return int(seconds) if seconds.is_integer() else seconds


def _write_base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _write_base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


def _read_decimal(value: Any) -> decimal.Decimal:
    return decimal.Decimal(str(value))


_Time = datetime.datetime
_Decimal = decimal.Decimal

HTTP_DATE: Final = _wire("an HTTP date", _Time, _read_http_date, _write_http_date)
"""A date and time by RFC 7231."""
UNIX_TIME: Final = _wire(
    "a Unix time", _Time, _read_unix_time, _write_unix_time, "number"
)
"""A date and time as seconds since 1970."""
BASE64: Final = _wire("base64", bytes, _read_base64, _write_base64)
"""Bytes in base64, RFC 4648 section 4."""
BASE64URL: Final = _wire("base64", bytes, _read_base64, _write_base64url)
"""Bytes in base64url, RFC 4648 section 5."""
DECIMAL_NUMBER: Final = _wire(
    "a decimal", _Decimal, _read_decimal, write_decimal, "number"
)
"""A decimal number as a JSON number."""
DECIMAL_STRING: Final = _wire("a decimal", _Decimal, _read_decimal, str)
"""A decimal number in a string."""
DURATION: Final = _wire("a duration", datetime.timedelta, read_duration, write_duration)
"""A duration of ISO 8601."""
INTEGER_STRING: Final = _wire("an integer in a string", int, _read_integer, str)
"""An integer in a string."""
