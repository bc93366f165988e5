"""Methods of `café`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, query
from .._runtime.responses import raw, streaming
from .._runtime.styles import deep_object

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PRIX_DU_CAFÉ: Operation[list[str | int]] = Operation(
    "café.prix_du_café",
    "GET",
    "/prices",
    parameters=(query("constant", write=deep_object),),
    answers={
        "200": Answer(
            "application/json", lambda: list[Annotated[str | int, models.Lenient_()]]
        )
    },
)


class Café(Resource):
    """The methods of `café`."""

    def prix_du_café(
        self,
        *,
        constant: Mapping[str, str | int] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> list[str | int]:
        """Call `GET /prices`.

        Returns:
            Texts and numbers, which need a marker that a schema here is called like.
        """
        # GET /prices -> list[str | int]
        return self._client.call(_PRIX_DU_CAFÉ, locals())

    @property
    def with_raw_response(self) -> CaféRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return CaféRaw(self)

    @property
    def with_streaming_response(self) -> CaféStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return CaféStreaming(self)


class CaféRaw:
    """The methods of `Café`, giving status and headers beside the result."""

    def __init__(self, resource: Café) -> None:
        self.prix_du_café = raw(resource.prix_du_café)


class CaféStreaming:
    """The methods of `Café`, leaving the body of the answer unread."""

    def __init__(self, resource: Café) -> None:
        self.prix_du_café = streaming(resource.prix_du_café)
