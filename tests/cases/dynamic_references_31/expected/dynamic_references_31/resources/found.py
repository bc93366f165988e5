"""Methods of `found`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_FIND_PETS: Operation[models.PetPage] = Operation(
    "found.find_pets",
    "POST",
    "/pets",
    body=Body(
        "application/json", lambda: models.PetPage, fields=("data", "best", "next")
    ),
    answers={"200": Answer("application/json", lambda: models.PetPage)},
)
_FIND_TOWNS: Operation[models.PageOfTown] = Operation(
    "found.find_towns",
    "GET",
    "/towns",
    answers={"200": Answer("application/json", lambda: models.PageOfTown)},
)
_FIND_ANYTHING: Operation[models.Page] = Operation(
    "found.find_anything",
    "GET",
    "/anything",
    answers={"200": Answer("application/json", lambda: models.Page)},
)
_GET_TREE: Operation[models.PetTree] = Operation(
    "found.get_tree",
    "GET",
    "/tree",
    answers={"200": Answer("application/json", lambda: models.PetTree)},
)


class Found(Resource):
    """The methods of `found`."""

    @overload
    def find_pets(
        self,
        *,
        data: Sequence[models.Pet | models.PetDict],
        best: models.PetPageBest | models.PetPageBestDict | Unset = UNSET,
        next: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.PetPage: ...

    @overload
    def find_pets(
        self,
        *,
        request: models.PetPage | models.PetPageDict,
        **options: Unpack[CallOptions],
    ) -> models.PetPage: ...

    def find_pets(
        self,
        *,
        data: Sequence[models.Pet | models.PetDict] | Unset = UNSET,
        best: models.PetPageBest | models.PetPageBestDict | Unset = UNSET,
        next: str | Unset = UNSET,
        request: models.PetPage | models.PetPageDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.PetPage:
        """Call `POST /pets`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            Pets.
        """
        # POST /pets: PetPage -> PetPage
        return self._client.call(_FIND_PETS, locals())

    def find_towns(self, **options: Unpack[CallOptions]) -> models.PageOfTown:
        """Call `GET /towns`.

        Returns:
            Towns, by a schema without a name.
        """
        # GET /towns -> PageOfTown
        return self._client.call(_FIND_TOWNS, locals())

    def find_anything(self, **options: Unpack[CallOptions]) -> models.Page:
        """Call `GET /anything`.

        Returns:
            Whatever it is.
        """
        # GET /anything -> Page
        return self._client.call(_FIND_ANYTHING, locals())

    def get_tree(self, **options: Unpack[CallOptions]) -> models.PetTree:
        """Call `GET /tree`.

        Returns:
            A tree that says more of each node than the one that it extends.
        """
        # GET /tree -> PetTree
        return self._client.call(_GET_TREE, locals())

    @property
    def with_raw_response(self) -> FoundRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return FoundRaw(self)

    @property
    def with_streaming_response(self) -> FoundStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return FoundStreaming(self)


class FoundRaw:
    """The methods of `Found`, giving status and headers beside the result."""

    def __init__(self, resource: Found) -> None:
        self.find_pets = raw(resource.find_pets)
        self.find_towns = raw(resource.find_towns)
        self.find_anything = raw(resource.find_anything)
        self.get_tree = raw(resource.get_tree)


class FoundStreaming:
    """The methods of `Found`, leaving the body of the answer unread."""

    def __init__(self, resource: Found) -> None:
        self.find_pets = streaming(resource.find_pets)
        self.find_towns = streaming(resource.find_towns)
        self.find_anything = streaming(resource.find_anything)
        self.get_tree = streaming(resource.get_tree)
