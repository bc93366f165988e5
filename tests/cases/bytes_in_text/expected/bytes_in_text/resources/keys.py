"""Methods of `keys`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_KEY: Operation[models.Key] = Operation(
    "keys.put_key",
    "PUT",
    "/keys",
    parameters=(query("salt", codec=lambda: Annotated[bytes, models.BASE64URL]),),
    body=Body(
        "application/json",
        lambda: models.Key,
        fields=("public", "private", "fingerprint", "picture", "settings"),
    ),
    answers={"200": Answer("application/json", lambda: models.Key)},
)


class Keys(Resource):
    """The methods of `keys`."""

    def put_key(
        self,
        *,
        salt: bytes | str | Unset = UNSET,
        public: bytes | str | Unset = UNSET,
        private: bytes | str | Unset = UNSET,
        fingerprint: bytes | str | Unset = UNSET,
        picture: bytes | str | Unset = UNSET,
        settings: str | Unset = UNSET,
        request: models.Key | models.KeyDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Key:
        """Call `PUT /keys`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The key.
        """
        # PUT /keys: Key -> Key
        return self._client.call(_PUT_KEY, locals())

    @property
    def with_raw_response(self) -> KeysRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return KeysRaw(self)

    @property
    def with_streaming_response(self) -> KeysStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return KeysStreaming(self)


class KeysRaw:
    """The methods of `Keys`, giving status and headers beside the result."""

    def __init__(self, resource: Keys) -> None:
        self.put_key = raw(resource.put_key)


class KeysStreaming:
    """The methods of `Keys`, leaving the body of the answer unread."""

    def __init__(self, resource: Keys) -> None:
        self.put_key = streaming(resource.put_key)
