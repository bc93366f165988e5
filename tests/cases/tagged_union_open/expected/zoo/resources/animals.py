"""Methods of `animals`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, raw_async, streaming, streaming_async

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_LIST_ANIMALS: Operation[list[models.Animal]] = Operation(
    "animals.list_animals",
    "GET",
    "/animals",
    answers={"200": Answer("application/json", lambda: list[models.Animal])},
)
_ADD_ANIMAL: Operation[models.Animal] = Operation(
    "animals.add_animal",
    "POST",
    "/animals",
    body=Body("application/json", lambda: models.AddAnimalRequest, fields=("animal",)),
    answers={"200": Answer("application/json", lambda: models.Animal)},
)


class Animals(Resource):
    """The methods of `animals`."""

    def list_animals(self, **options: Unpack[CallOptions]) -> list[models.Animal]:
        """Call `GET /animals`.

        Returns:
            Every animal.
        """
        # GET /animals -> list[Animal]
        return self._client.call(_LIST_ANIMALS, locals())

    async def list_animals_async(
        self, **options: Unpack[CallOptions]
    ) -> list[models.Animal]:
        """Call `GET /animals`.

        Returns:
            Every animal.
        """
        # GET /animals -> list[Animal]
        return await self._client.call_async(_LIST_ANIMALS, locals())

    @overload
    def add_animal(
        self, *, animal: models.AnimalParam, **options: Unpack[CallOptions]
    ) -> models.Animal: ...

    @overload
    def add_animal(
        self,
        *,
        request: models.AddAnimalRequest | models.AddAnimalRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Animal: ...

    def add_animal(
        self,
        *,
        animal: models.AnimalParam | Unset = UNSET,
        request: models.AddAnimalRequest | models.AddAnimalRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Animal:
        """Call `POST /animals`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The animal.
        """
        # POST /animals: AddAnimalRequest -> Animal
        return self._client.call(_ADD_ANIMAL, locals())

    @overload
    async def add_animal_async(
        self, *, animal: models.AnimalParam, **options: Unpack[CallOptions]
    ) -> models.Animal: ...

    @overload
    async def add_animal_async(
        self,
        *,
        request: models.AddAnimalRequest | models.AddAnimalRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Animal: ...

    async def add_animal_async(
        self,
        *,
        animal: models.AnimalParam | Unset = UNSET,
        request: models.AddAnimalRequest | models.AddAnimalRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Animal:
        """Call `POST /animals`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The animal.
        """
        # POST /animals: AddAnimalRequest -> Animal
        return await self._client.call_async(_ADD_ANIMAL, locals())

    @property
    def with_raw_response(self) -> AnimalsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return AnimalsRaw(self)

    @property
    def with_streaming_response(self) -> AnimalsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return AnimalsStreaming(self)


class AnimalsRaw:
    """The methods of `Animals`, giving status and headers beside the result."""

    def __init__(self, resource: Animals) -> None:
        self.list_animals = raw(resource.list_animals)
        self.list_animals_async = raw_async(resource.list_animals_async)
        self.add_animal = raw(resource.add_animal)
        self.add_animal_async = raw_async(resource.add_animal_async)


class AnimalsStreaming:
    """The methods of `Animals`, leaving the body of the answer unread."""

    def __init__(self, resource: Animals) -> None:
        self.list_animals = streaming(resource.list_animals)
        self.list_animals_async = streaming_async(resource.list_animals_async)
        self.add_animal = streaming(resource.add_animal)
        self.add_animal_async = streaming_async(resource.add_animal_async)
