"""Methods of `words`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.events import Stream
from .._runtime.lines import LineStream
from .._runtime.operation import Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_READ_WORDS: Operation[str] = Operation(
    "words.read_words",
    "GET",
    "/words",
    answers={"200": LineStream("application/jsonl", lambda: str)},
)


class Words(Resource):
    """The methods of `words`."""

    def read_words(self, **options: Unpack[CallOptions]) -> Stream[str]:
        """Call `GET /words`.

        Returns:
            One string a line.
        """
        # GET /words -> stream of str
        return Stream.open(self._client, _READ_WORDS, locals())

    @property
    def with_raw_response(self) -> WordsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return WordsRaw(self)

    @property
    def with_streaming_response(self) -> WordsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return WordsStreaming(self)


class WordsRaw:
    """The methods of `Words`, giving status and headers beside the result."""

    def __init__(self, resource: Words) -> None:
        self.read_words = raw(resource.read_words)


class WordsStreaming:
    """The methods of `Words`, leaving the body of the answer unread."""

    def __init__(self, resource: Words) -> None:
        self.read_words = streaming(resource.read_words)
