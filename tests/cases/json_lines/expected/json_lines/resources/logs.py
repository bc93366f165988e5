"""Methods of `logs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .. import models
from .._runtime.bodies import LinesBody
from .._runtime.events import Stream
from .._runtime.lines import LineStream
from .._runtime.operation import UNSET, Answer, Operation, Resource, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_READ_LOGS: Operation[models.Entry] = Operation(
    "logs.read_logs",
    "GET",
    "/logs",
    answers={"200": LineStream("application/x-ndjson", lambda: models.Entry)},
)
_READ_ALL_LOGS: Operation[list[models.Entry]] = Operation(
    "logs.read_all_logs",
    "GET",
    "/logs.jsonl",
    parameters=(query("stream", constant=False),),
    answers={"200": Answer("application/json", lambda: list[models.Entry])},
)
_READ_ALL_LOGS_STREAM: Operation[models.Entry] = Operation(
    "logs.read_all_logs_stream",
    "GET",
    "/logs.jsonl",
    parameters=(query("stream", constant=True),),
    answers={"200": LineStream("application/jsonl", lambda: models.Entry)},
)
_READ_WORDS: Operation[str] = Operation(
    "logs.read_words",
    "GET",
    "/words",
    answers={"200": LineStream("application/jsonl", lambda: str)},
)
_READ_TEXT: Operation[str] = Operation(
    "logs.read_text",
    "GET",
    "/text",
    answers={
        "200": LineStream(
            "application/x-ndjson", lambda: str, data_encoded=True, sentinel=""
        )
    },
)
_WRITE_TEXT: Operation[Any] = Operation(
    "logs.write_text",
    "POST",
    "/text",
    body=LinesBody("application/x-ndjson", lambda: str),
    answers={"200": LineStream("application/x-ndjson", lambda: Any)},
)


class Logs(Resource):
    """The methods of `logs`."""

    def read_logs(self, **options: Unpack[CallOptions]) -> Stream[models.Entry]:
        """Call `GET /logs`.

        Returns:
            One entry a line.
        """
        # GET /logs -> stream of Entry
        return Stream.open(self._client, _READ_LOGS, locals())

    def read_all_logs(
        self, *, stream: Literal[False] | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> list[models.Entry]:
        """Call `GET /logs.jsonl`.

        Returns:
            All of them at once, or one a line.
        """
        # GET /logs.jsonl -> list[Entry]
        return self._client.call(_READ_ALL_LOGS, locals())

    def read_all_logs_stream(
        self, *, stream: Literal[True] | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> Stream[models.Entry]:
        """Call `GET /logs.jsonl`.

        Returns:
            All of them at once, or one a line.
        """
        # GET /logs.jsonl -> stream of Entry
        return Stream.open(self._client, _READ_ALL_LOGS_STREAM, locals())

    def read_words(self, **options: Unpack[CallOptions]) -> Stream[str]:
        """Call `GET /words`.

        Returns:
            A word a line.
        """
        # GET /words -> stream of str
        return Stream.open(self._client, _READ_WORDS, locals())

    def read_text(self, **options: Unpack[CallOptions]) -> Stream[str]:
        """Call `GET /text`.

        Returns:
            Lines of which nothing is known.
        """
        # GET /text -> stream of str
        return Stream.open(self._client, _READ_TEXT, locals())

    def write_text(
        self, *, request: str, **options: Unpack[CallOptions]
    ) -> Stream[Any]:
        """Call `POST /text`.

        Returns:
            What is said of them, of which the schema tells only how it is carried.
        """
        # POST /text: str -> stream of Any
        return Stream.open(self._client, _WRITE_TEXT, locals())

    @property
    def with_raw_response(self) -> LogsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return LogsRaw(self)

    @property
    def with_streaming_response(self) -> LogsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return LogsStreaming(self)


class LogsRaw:
    """The methods of `Logs`, giving status and headers beside the result."""

    def __init__(self, resource: Logs) -> None:
        self.read_logs = raw(resource.read_logs)
        self.read_all_logs = raw(resource.read_all_logs)
        self.read_all_logs_stream = raw(resource.read_all_logs_stream)
        self.read_words = raw(resource.read_words)
        self.read_text = raw(resource.read_text)
        self.write_text = raw(resource.write_text)


class LogsStreaming:
    """The methods of `Logs`, leaving the body of the answer unread."""

    def __init__(self, resource: Logs) -> None:
        self.read_logs = streaming(resource.read_logs)
        self.read_all_logs = streaming(resource.read_all_logs)
        self.read_all_logs_stream = streaming(resource.read_all_logs_stream)
        self.read_words = streaming(resource.read_words)
        self.read_text = streaming(resource.read_text)
        self.write_text = streaming(resource.write_text)
