"""Methods of `pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import errors, models
from .._runtime.operation import Answer, Operation, Resource, path
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_GET_PET: Operation[models.Pet] = Operation(
    "pets.get_pet",
    "GET",
    "/pets/{id}",
    parameters=(path("id"),),
    answers={"2XX": Answer("application/json", lambda: models.Pet)},
    errors={
        "404": Answer("application/json", lambda: errors.MissingError),
        "4XX": Answer("application/json", lambda: errors.ProblemError),
        "default": Answer("application/problem+json", lambda: errors.ProblemError),
    },
)
_PUT_PET: Operation[models.Pet | models.Ticket | None] = Operation(
    "pets.put_pet",
    "PUT",
    "/pets/{id}",
    parameters=(path("id"),),
    answers={
        "200": Answer("application/json", lambda: models.Pet),
        "201": Answer("application/json", lambda: models.Ticket),
        "202": Answer(kind="none"),
    },
)
_GET_ANY: Operation[models.Pet] = Operation(
    "pets.get_any",
    "GET",
    "/any",
    answers={"2XX": Answer("application/json", lambda: models.Pet)},
    errors={"default": Answer("application/json", lambda: errors.PetError)},
)
_MAYBE: Operation[models.Pet | None] = Operation(
    "pets.maybe",
    "POST",
    "/maybe",
    answers={
        "2XX": Answer("application/json", lambda: models.Pet),
        "303": Answer(kind="none"),
    },
    errors={"default": Answer("application/json", lambda: errors.PetError)},
)


class Pets(Resource):
    """The methods of `pets`."""

    def get_pet(self, id: str, **options: Unpack[CallOptions]) -> models.Pet:
        """Call `GET /pets/{id}`.

        Returns:
            The pet.

        Raises:
            errors.MissingError: 404. No such pet.
            errors.ProblemError: 4XX. Something is wrong with the request.
            errors.ProblemError: default. Anything else.
        """
        # GET /pets/{id} -> Pet
        return self._client.call(_GET_PET, locals())

    def put_pet(
        self, id: str, **options: Unpack[CallOptions]
    ) -> models.Pet | models.Ticket | None:
        """Call `PUT /pets/{id}`.

        Returns:
            There was one.
        """
        # PUT /pets/{id} -> Pet | Ticket | None
        return self._client.call(_PUT_PET, locals())

    def get_any(self, **options: Unpack[CallOptions]) -> models.Pet:
        """Call `GET /any`.

        Returns:
            The only answer that is described.

        Raises:
            errors.PetError: default. The only answer that is described.
        """
        # GET /any -> Pet
        return self._client.call(_GET_ANY, locals())

    def maybe(self, **options: Unpack[CallOptions]) -> models.Pet | None:
        """Call `POST /maybe`.

        Returns:
            What a 200 answers, among others.

        Raises:
            errors.PetError: default. What a 200 answers, among others.
        """
        # POST /maybe -> Pet | None
        return self._client.call(_MAYBE, locals())

    @property
    def with_raw_response(self) -> PetsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return PetsRaw(self)

    @property
    def with_streaming_response(self) -> PetsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return PetsStreaming(self)


class PetsRaw:
    """The methods of `Pets`, giving status and headers beside the result."""

    def __init__(self, resource: Pets) -> None:
        self.get_pet = raw(resource.get_pet)
        self.put_pet = raw(resource.put_pet)
        self.get_any = raw(resource.get_any)
        self.maybe = raw(resource.maybe)


class PetsStreaming:
    """The methods of `Pets`, leaving the body of the answer unread."""

    def __init__(self, resource: Pets) -> None:
        self.get_pet = streaming(resource.get_pet)
        self.put_pet = streaming(resource.put_pet)
        self.get_any = streaming(resource.get_any)
        self.maybe = streaming(resource.maybe)
