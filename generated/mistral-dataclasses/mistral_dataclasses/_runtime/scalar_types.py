"""Scalars that JSON writes in a form of its own, as types of fields."""

from __future__ import annotations

import datetime
import decimal
from typing import Annotated, TypeAlias

from . import scalars

HttpDate: TypeAlias = Annotated[datetime.datetime, scalars.HTTP_DATE]
UnixTime: TypeAlias = Annotated[datetime.datetime, scalars.UNIX_TIME]
Base64: TypeAlias = Annotated[bytes, scalars.BASE64]
Base64Url: TypeAlias = Annotated[bytes, scalars.BASE64URL]
DecimalNumber: TypeAlias = Annotated[decimal.Decimal, scalars.DECIMAL_NUMBER]
DecimalString: TypeAlias = Annotated[decimal.Decimal, scalars.DECIMAL_STRING]
IntegerString: TypeAlias = Annotated[int, scalars.INTEGER_STRING]
