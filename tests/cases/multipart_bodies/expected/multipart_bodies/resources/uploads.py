"""Methods of `uploads`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

from .. import models
from .._runtime.bodies import MultipartBody, Part
from .._runtime.operation import UNSET, Answer, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.files import FileContent, FileInput
    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_UPLOAD: Operation[models.Meta] = Operation(
    "uploads.upload",
    "POST",
    "/uploads",
    body=MultipartBody(
        "multipart/form-data",
        lambda: models.UploadsUploadRequest,
        fields=(
            "file",
            "purpose",
            "urgent",
            "meta",
            "labels",
            "records",
            "pages",
            "cover",
            "when",
        ),
        parts=(
            Part("file", kind="file", required=True),
            Part("purpose", constant="import"),
            Part("urgent"),
            Part(
                "meta",
                kind="json",
                media_type="application/json",
                codec=lambda: models.Meta,
            ),
            Part("labels", many=True),
            Part(
                "records",
                kind="json",
                media_type="application/json",
                many=True,
                codec=lambda: models.Meta,
            ),
            Part("pages", kind="file", many=True),
            Part("cover", kind="file", media_type="image/png"),
            Part("when"),
        ),
    ),
    answers={"201": Answer("application/json", lambda: models.Meta)},
)
_ADD_NOTE: Operation[None] = Operation(
    "uploads.add_note",
    "POST",
    "/notes",
    body=MultipartBody(
        "multipart/form-data",
        lambda: models.AddNoteRequest,
        fields=("file", "note", "picture", "extra"),
        required=False,
        parts=(
            Part("file", kind="file"),
            Part("note"),
            Part("picture", kind="file"),
            Part("extra", kind="file"),
        ),
    ),
    answers={"204": Answer(kind="none")},
)
_SEND_PARTS: Operation[None] = Operation(
    "uploads.send_parts",
    "POST",
    "/parts",
    body=MultipartBody("multipart/form-data", lambda: dict[str, Any]),
    answers={"204": Answer(kind="none")},
)


class Uploads(Resource):
    """The methods of `uploads`."""

    @overload
    def upload(
        self,
        *,
        file: FileInput,
        purpose: Literal["import"] | Unset = UNSET,
        urgent: bool | Unset = UNSET,
        meta: models.Meta | models.MetaDict | Unset = UNSET,
        labels: Sequence[str] | Unset = UNSET,
        records: Sequence[models.Meta | models.MetaDict] | Unset = UNSET,
        pages: Sequence[FileInput] | Unset = UNSET,
        cover: FileInput | Unset = UNSET,
        when: datetime.datetime | str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Meta: ...

    @overload
    def upload(
        self,
        *,
        request: models.UploadsUploadRequest | models.UploadsUploadRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Meta: ...

    def upload(
        self,
        *,
        file: FileInput | Unset = UNSET,
        purpose: Literal["import"] | Unset = UNSET,
        urgent: bool | Unset = UNSET,
        meta: models.Meta | models.MetaDict | Unset = UNSET,
        labels: Sequence[str] | Unset = UNSET,
        records: Sequence[models.Meta | models.MetaDict] | Unset = UNSET,
        pages: Sequence[FileInput] | Unset = UNSET,
        cover: FileInput | Unset = UNSET,
        when: datetime.datetime | str | Unset = UNSET,
        request: (
            models.UploadsUploadRequest | models.UploadsUploadRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Meta:
        """Call `POST /uploads`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            What was made of it.
        """
        # POST /uploads: UploadsUploadRequest -> Meta
        return self._client.call(_UPLOAD, locals())

    def add_note(
        self,
        *,
        file: FileInput | Unset = UNSET,
        note: str | None | Unset = UNSET,
        picture: FileInput | None | Unset = UNSET,
        extra: Any | Unset = UNSET,
        request: models.AddNoteRequest | models.AddNoteRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /notes`.

        Args:
            request: The whole body at once, in place of its properties one by one.
        """
        # POST /notes: AddNoteRequest -> None
        return self._client.call(_ADD_NOTE, locals())

    def send_parts(
        self, *, request: Mapping[str, FileContent], **options: Unpack[CallOptions]
    ) -> None:
        """Call `POST /parts`."""
        # POST /parts: dict[str, bytes] -> None
        return self._client.call(_SEND_PARTS, locals())

    @property
    def with_raw_response(self) -> UploadsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return UploadsRaw(self)

    @property
    def with_streaming_response(self) -> UploadsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return UploadsStreaming(self)


class UploadsRaw:
    """The methods of `Uploads`, giving status and headers beside the result."""

    def __init__(self, resource: Uploads) -> None:
        self.upload = raw(resource.upload)
        self.add_note = raw(resource.add_note)
        self.send_parts = raw(resource.send_parts)


class UploadsStreaming:
    """The methods of `Uploads`, leaving the body of the answer unread."""

    def __init__(self, resource: Uploads) -> None:
        self.upload = streaming(resource.upload)
        self.add_note = streaming(resource.add_note)
        self.send_parts = streaming(resource.send_parts)
