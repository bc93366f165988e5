"""Methods of `files`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.bodies import BinaryBody, LinesBody, TextBody
from .._runtime.operation import UNSET, Answer, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.files import FileContent
    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_BLOB: Operation[bytes] = Operation(
    "files.put_blob",
    "PUT",
    "/blob",
    body=BinaryBody("application/octet-stream"),
    answers={"200": Answer("application/octet-stream", kind="binary")},
)
_PUT_IMAGE: Operation[bytes] = Operation(
    "files.put_image",
    "PUT",
    "/image",
    body=BinaryBody("image/png", required=False),
    answers={"200": Answer("image/png", kind="binary")},
)
_PUT_TEXT: Operation[str] = Operation(
    "files.put_text",
    "PUT",
    "/text",
    body=TextBody("text/plain"),
    answers={"200": Answer("text/plain", kind="text")},
)
_PUT_EXPORT: Operation[bytes] = Operation(
    "files.put_export",
    "PUT",
    "/export",
    body=BinaryBody("text/csv"),
    answers={
        "200": (
            Answer("application/json", kind="binary"),
            Answer("text/csv", kind="binary"),
        )
    },
)
_PUT_XML: Operation[str] = Operation(
    "files.put_xml",
    "PUT",
    "/xml",
    body=TextBody("application/xml"),
    answers={"200": Answer("application/xml", kind="text")},
)
_POST_LINES: Operation[None] = Operation(
    "files.post_lines",
    "POST",
    "/lines",
    body=LinesBody("application/x-ndjson", lambda: list[models.Line]),
    answers={"204": Answer(kind="none")},
)


class Files(Resource):
    """The methods of `files`."""

    def put_blob(
        self, *, request: FileContent, **options: Unpack[CallOptions]
    ) -> bytes:
        """Call `PUT /blob`.

        Returns:
            The bytes.
        """
        # PUT /blob: application/octet-stream -> bytes
        return self._client.call(_PUT_BLOB, locals())

    def put_image(
        self, *, request: FileContent | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> bytes:
        """Call `PUT /image`.

        Returns:
            The image.
        """
        # PUT /image: image/png -> bytes
        return self._client.call(_PUT_IMAGE, locals())

    def put_text(self, *, request: str, **options: Unpack[CallOptions]) -> str:
        """Call `PUT /text`.

        Returns:
            The text.
        """
        # PUT /text: str -> str
        return self._client.call(_PUT_TEXT, locals())

    def put_export(
        self, *, request: FileContent, **options: Unpack[CallOptions]
    ) -> bytes:
        """Call `PUT /export`.

        Returns:
            The bytes again.
        """
        # PUT /export: text/csv -> bytes
        return self._client.call(_PUT_EXPORT, locals())

    def put_xml(self, *, request: str, **options: Unpack[CallOptions]) -> str:
        """Call `PUT /xml`.

        Returns:
            The document.
        """
        # PUT /xml: str -> str
        return self._client.call(_PUT_XML, locals())

    def post_lines(
        self,
        *,
        request: Sequence[models.Line | models.LineDict],
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /lines`."""
        # POST /lines: list[Line] -> None
        return self._client.call(_POST_LINES, locals())

    @property
    def with_raw_response(self) -> FilesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return FilesRaw(self)

    @property
    def with_streaming_response(self) -> FilesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return FilesStreaming(self)


class FilesRaw:
    """The methods of `Files`, giving status and headers beside the result."""

    def __init__(self, resource: Files) -> None:
        self.put_blob = raw(resource.put_blob)
        self.put_image = raw(resource.put_image)
        self.put_text = raw(resource.put_text)
        self.put_export = raw(resource.put_export)
        self.put_xml = raw(resource.put_xml)
        self.post_lines = raw(resource.post_lines)


class FilesStreaming:
    """The methods of `Files`, leaving the body of the answer unread."""

    def __init__(self, resource: Files) -> None:
        self.put_blob = streaming(resource.put_blob)
        self.put_image = streaming(resource.put_image)
        self.put_text = streaming(resource.put_text)
        self.put_export = streaming(resource.put_export)
        self.put_xml = streaming(resource.put_xml)
        self.post_lines = streaming(resource.post_lines)
