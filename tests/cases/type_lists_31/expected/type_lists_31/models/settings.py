"""Models that only `settings` uses."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Lenient, OpenUnion, UnknownMember, UnrecognizedStr
from .._runtime.models import Model


class UnknownSettingWords(UnknownMember):
    """A kind of `SettingWords` that this client does not know yet: `raw` holds it."""


SettingWords: TypeAlias = Annotated[
    list[str] | str | UnknownSettingWords, OpenUnion(unknown=UnknownSettingWords)
]

SettingWordsParam: TypeAlias = Sequence[str] | str | UnknownSettingWords


class SettingRangeObject(Model, not_null=("high",)):
    low: float
    high: float | None = None


class SettingRangeObjectDict(TypedDict):
    """What may be given for `SettingRangeObject`."""

    low: float
    high: NotRequired[float]


class UnknownSettingRange(UnknownMember):
    """A kind of `SettingRange` that this client does not know yet: `raw` holds it."""


SettingRange: TypeAlias = Annotated[
    SettingRangeObject | float | UnknownSettingRange,
    OpenUnion(unknown=UnknownSettingRange),
]

SettingRangeParam: TypeAlias = (
    SettingRangeObject | SettingRangeObjectDict | float | UnknownSettingRange
)

SettingMode: TypeAlias = Literal["fast", "slow"] | UnrecognizedStr


class Setting(Model, not_null=("words", "range", "listed")):
    key: str
    value: Annotated[str | int | bool, Lenient()] | None
    until: datetime.datetime | None = None
    words: SettingWords | None = None
    range: SettingRange | None = None
    nothing: None = None
    mode: SettingMode | None = None
    listed: str | None = None


class SettingDict(TypedDict):
    """What may be given for `Setting`."""

    key: str
    value: str | int | bool | None
    until: NotRequired[datetime.datetime | str | None]
    words: NotRequired[SettingWordsParam]
    range: NotRequired[SettingRangeParam]
    nothing: NotRequired[None]
    mode: NotRequired[SettingMode | None]
    listed: NotRequired[str]
