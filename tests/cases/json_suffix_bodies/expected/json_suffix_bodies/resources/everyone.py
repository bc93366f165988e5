"""Methods of `everyone`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Answer, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_LIST_PROFILES: Operation[list[models.Profile]] = Operation(
    "everyone.list_profiles",
    "GET",
    "/profiles",
    answers={
        "200": (
            Answer("application/json", lambda: list[models.Profile]),
            Answer("text/json", lambda: list[models.Profile]),
        )
    },
)


class Everyone(Resource):
    """The methods of `everyone`."""

    def list_profiles(self, **options: Unpack[CallOptions]) -> list[models.Profile]:
        """Call `GET /profiles`.

        Returns:
            What some frameworks say of all that they answer.
        """
        # GET /profiles -> list[Profile]
        return self._client.call(_LIST_PROFILES, locals())

    @property
    def with_raw_response(self) -> EveryoneRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return EveryoneRaw(self)

    @property
    def with_streaming_response(self) -> EveryoneStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return EveryoneStreaming(self)


class EveryoneRaw:
    """The methods of `Everyone`, giving status and headers beside the result."""

    def __init__(self, resource: Everyone) -> None:
        self.list_profiles = raw(resource.list_profiles)


class EveryoneStreaming:
    """The methods of `Everyone`, leaving the body of the answer unread."""

    def __init__(self, resource: Everyone) -> None:
        self.list_profiles = streaming(resource.list_profiles)
