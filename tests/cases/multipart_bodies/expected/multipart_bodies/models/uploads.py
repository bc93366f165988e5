"""Models that only `uploads` uses."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from typing_extensions import NotRequired, TypedDict

from .._runtime.files import FileInput
from .._runtime.markers import Constant
from .._runtime.models import Model


class Meta(Model, not_null=("words",)):
    id: int
    words: list[str] | None = None


class MetaDict(TypedDict):
    """What may be given for `Meta`."""

    id: int
    words: NotRequired[Sequence[str]]


class UploadsUploadRequest(
    Model,
    constants=("purpose",),
    not_null=("urgent", "meta", "labels", "records", "pages", "cover", "when"),
):
    file: Any
    purpose: Annotated[Literal["import"], Constant()] = "import"
    urgent: bool | None = None
    meta: Meta | None = None
    labels: list[str] | None = None
    records: list[Meta] | None = None
    pages: list[Any] | None = None
    cover: Any = None
    when: datetime.datetime | None = None


class UploadsUploadRequestDict(TypedDict):
    """What may be given for `UploadsUploadRequest`."""

    file: FileInput
    purpose: NotRequired[Literal["import"]]
    urgent: NotRequired[bool]
    meta: NotRequired[Meta | MetaDict]
    labels: NotRequired[Sequence[str]]
    records: NotRequired[Sequence[Meta | MetaDict]]
    pages: NotRequired[Sequence[FileInput]]
    cover: NotRequired[FileInput]
    when: NotRequired[datetime.datetime | str]


class AddNoteRequest(Model, not_null=("file",)):
    file: Any = None
    note: str | None = None
    picture: Any = None
    extra: Any = None


class AddNoteRequestDict(TypedDict):
    """What may be given for `AddNoteRequest`."""

    file: NotRequired[FileInput]
    note: NotRequired[str | None]
    picture: NotRequired[FileInput | None]
    extra: NotRequired[Any]
