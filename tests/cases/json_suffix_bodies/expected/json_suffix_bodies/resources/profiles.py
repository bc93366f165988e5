"""Methods of `profiles`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.bodies import TextBody
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_MERGE: Operation[models.Profile] = Operation(
    "profiles.merge",
    "PATCH",
    "/profile",
    body=Body(
        "application/merge-patch+json",
        lambda: models.ProfilePatch,
        fields=("name", "city"),
    ),
    answers={"200": Answer("application/vnd.profile.v2+json", lambda: models.Profile)},
)
_PUT: Operation[str | models.Profile] = Operation(
    "profiles.put",
    "PUT",
    "/profile",
    body=Body(
        "application/json; charset=utf-8",
        lambda: models.Profile,
        fields=("name", "city"),
    ),
    bodies=(TextBody("application/xml"),),
    answers={
        "200": (
            Answer("text/html", kind="text"),
            Answer("application/json", lambda: models.Profile),
        )
    },
)


class Profiles(Resource):
    """The methods of `profiles`."""

    def merge(
        self,
        *,
        name: str | None | Unset = UNSET,
        city: str | None | Unset = UNSET,
        request: models.ProfilePatch | models.ProfilePatchDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Profile:
        """Call `PATCH /profile`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The profile.
        """
        # PATCH /profile: ProfilePatch -> Profile
        return self._client.call(_MERGE, locals())

    def put(
        self,
        *,
        name: str | None | Unset = UNSET,
        city: str | Unset = UNSET,
        request: models.Profile | models.ProfileDict | str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> str | models.Profile:
        """Call `PUT /profile`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The profile, or a page about it.
        """
        # PUT /profile: Profile -> str | Profile
        return self._client.call(_PUT, locals())

    @property
    def with_raw_response(self) -> ProfilesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ProfilesRaw(self)

    @property
    def with_streaming_response(self) -> ProfilesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ProfilesStreaming(self)


class ProfilesRaw:
    """The methods of `Profiles`, giving status and headers beside the result."""

    def __init__(self, resource: Profiles) -> None:
        self.merge = raw(resource.merge)
        self.put = raw(resource.put)


class ProfilesStreaming:
    """The methods of `Profiles`, leaving the body of the answer unread."""

    def __init__(self, resource: Profiles) -> None:
        self.merge = streaming(resource.merge)
        self.put = streaming(resource.put)
