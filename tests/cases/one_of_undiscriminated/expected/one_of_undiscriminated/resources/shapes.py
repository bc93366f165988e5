"""Methods of `shapes`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_PUT_SHAPES: Operation[list[models.Shape]] = Operation(
    "shapes.put_shapes",
    "PUT",
    "/shapes",
    body=Body("application/json", lambda: list[models.Shape]),
    answers={"200": Answer("application/json", lambda: list[models.Shape])},
)


class Shapes(Resource):
    """The methods of `shapes`."""

    def put_shapes(
        self, *, request: Sequence[models.ShapeParam], **options: Unpack[CallOptions]
    ) -> list[models.Shape]:
        """Call `PUT /shapes`.

        Returns:
            The shapes.
        """
        # PUT /shapes: list[Shape] -> list[Shape]
        return self._client.call(_PUT_SHAPES, locals())

    @property
    def with_raw_response(self) -> ShapesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ShapesRaw(self)

    @property
    def with_streaming_response(self) -> ShapesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ShapesStreaming(self)


class ShapesRaw:
    """The methods of `Shapes`, giving status and headers beside the result."""

    def __init__(self, resource: Shapes) -> None:
        self.put_shapes = raw(resource.put_shapes)


class ShapesStreaming:
    """The methods of `Shapes`, leaving the body of the answer unread."""

    def __init__(self, resource: Shapes) -> None:
        self.put_shapes = streaming(resource.put_shapes)
