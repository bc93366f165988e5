"""Models that only `reports` uses."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant, UnrecognizedStr
from .._runtime.models import Model


class ReportRequest(Model, constants=("stream",)):
    place: str
    stream: Annotated[Literal[False], Constant()] = False


class ReportRequestDict(TypedDict):
    """What may be given for `ReportRequest`."""

    place: str
    stream: NotRequired[Literal[False]]


class ReportStreamRequest(Model, constants=("stream",)):
    place: str
    stream: Annotated[Literal[True], Constant()] = True


class ReportStreamRequestDict(TypedDict):
    """What may be given for `ReportStreamRequest`."""

    place: str
    stream: NotRequired[Literal[True]]


class Report(Model):
    text: str


ReportEventEvent: TypeAlias = Literal["word", "end"] | UnrecognizedStr


class ReportEvent(Model):
    event: ReportEventEvent
    data: Report
