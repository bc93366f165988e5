"""Methods of `notes`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_NOTE: Operation[models.Note] = Operation(
    "notes.put_note",
    "PUT",
    "/notes",
    body=Body(
        "application/json",
        lambda: models.Note,
        fields=("text", "payload", "extra", "list", "fixed"),
    ),
    answers={"200": Answer("application/json", lambda: models.Note)},
)
_POST_ANYTHING: Operation[Any] = Operation(
    "notes.post_anything",
    "POST",
    "/anything",
    body=Body("application/json", lambda: Any),
    answers={"200": Answer("application/json", lambda: Any)},
)


class Notes(Resource):
    """The methods of `notes`."""

    @overload
    def put_note(
        self,
        *,
        text: str,
        payload: Any,
        extra: Any | Unset = UNSET,
        list: Sequence[Any] | Unset = UNSET,
        fixed: tuple[str] | tuple[()] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Note: ...

    @overload
    def put_note(
        self, *, request: models.Note | models.NoteDict, **options: Unpack[CallOptions]
    ) -> models.Note: ...

    def put_note(
        self,
        *,
        text: str | Unset = UNSET,
        payload: Any | Unset = UNSET,
        extra: Any | Unset = UNSET,
        list: Sequence[Any] | Unset = UNSET,
        fixed: tuple[str] | tuple[()] | Unset = UNSET,
        request: models.Note | models.NoteDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Note:
        """Call `PUT /notes`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The note.
        """
        # PUT /notes: Note -> Note
        return self._client.call(_PUT_NOTE, locals())

    def post_anything(self, *, request: Any, **options: Unpack[CallOptions]) -> Any:
        """Call `POST /anything`.

        Returns:
            Anything.
        """
        # POST /anything: Any -> Any
        return self._client.call(_POST_ANYTHING, locals())

    @property
    def with_raw_response(self) -> NotesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return NotesRaw(self)

    @property
    def with_streaming_response(self) -> NotesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return NotesStreaming(self)


class NotesRaw:
    """The methods of `Notes`, giving status and headers beside the result."""

    def __init__(self, resource: Notes) -> None:
        self.put_note = raw(resource.put_note)
        self.post_anything = raw(resource.post_anything)


class NotesStreaming:
    """The methods of `Notes`, leaving the body of the answer unread."""

    def __init__(self, resource: Notes) -> None:
        self.put_note = streaming(resource.put_note)
        self.post_anything = streaming(resource.post_anything)
