"""Methods of `parcels`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_PARCEL: Operation[models.Parcel] = Operation(
    "parcels.put_parcel",
    "PUT",
    "/parcels",
    body=Body(
        "application/json",
        lambda: models.Parcel,
        fields=("sender", "receiver", "size", "inner"),
    ),
    answers={"200": Answer("application/json", lambda: models.Parcel)},
)


class Parcels(Resource):
    """The methods of `parcels`."""

    @overload
    def put_parcel(
        self,
        *,
        sender: models.Address | models.AddressDict,
        receiver: models.Address | models.AddressDict | Unset = UNSET,
        size: models.Size | models.SizeDict | Unset = UNSET,
        inner: models.Parcel | models.ParcelDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Parcel: ...

    @overload
    def put_parcel(
        self,
        *,
        request: models.Parcel | models.ParcelDict,
        **options: Unpack[CallOptions],
    ) -> models.Parcel: ...

    def put_parcel(
        self,
        *,
        sender: models.Address | models.AddressDict | Unset = UNSET,
        receiver: models.Address | models.AddressDict | Unset = UNSET,
        size: models.Size | models.SizeDict | Unset = UNSET,
        inner: models.Parcel | models.ParcelDict | Unset = UNSET,
        request: models.Parcel | models.ParcelDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Parcel:
        """Call `PUT /parcels`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The parcel.
        """
        # PUT /parcels: Parcel -> Parcel
        return self._client.call(_PUT_PARCEL, locals())

    @property
    def with_raw_response(self) -> ParcelsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ParcelsRaw(self)

    @property
    def with_streaming_response(self) -> ParcelsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ParcelsStreaming(self)


class ParcelsRaw:
    """The methods of `Parcels`, giving status and headers beside the result."""

    def __init__(self, resource: Parcels) -> None:
        self.put_parcel = raw(resource.put_parcel)


class ParcelsStreaming:
    """The methods of `Parcels`, leaving the body of the answer unread."""

    def __init__(self, resource: Parcels) -> None:
        self.put_parcel = streaming(resource.put_parcel)
