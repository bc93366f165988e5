"""Models that only `users` uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant, OpenUnion, UnknownMember, UnrecognizedStr
from .._runtime.models import Model


class CreateUserRequestAddressPosition(Model, not_null=("x", "y")):
    x: float | None = None
    y: float | None = None


class CreateUserRequestAddressPositionDict(TypedDict):
    """What may be given for `CreateUserRequestAddressPosition`."""

    x: NotRequired[float]
    y: NotRequired[float]


class CreateUserRequestAddress(Model, not_null=("position",)):
    city: str
    position: CreateUserRequestAddressPosition | None = None


class CreateUserRequestAddressDict(TypedDict):
    """What may be given for `CreateUserRequestAddress`."""

    city: str
    position: NotRequired[
        CreateUserRequestAddressPosition | CreateUserRequestAddressPositionDict
    ]


class CreateUserRequestContactPhone(Model, constants=("kind",)):
    kind: Annotated[Literal["phone"], Constant()] = "phone"
    number: str


class CreateUserRequestContactPhoneDict(TypedDict):
    """What may be given for `CreateUserRequestContactPhone`."""

    kind: NotRequired[Literal["phone"]]
    number: str


class CreateUserRequestContactEmail(Model, constants=("kind",)):
    kind: Annotated[Literal["email"], Constant()] = "email"
    address: str


class CreateUserRequestContactEmailDict(TypedDict):
    """What may be given for `CreateUserRequestContactEmail`."""

    kind: NotRequired[Literal["email"]]
    address: str


class UnknownCreateUserRequestContact(UnknownMember):
    """A kind of `CreateUserRequestContact` that this client does not know yet: `raw`
    holds it.
    """

    kind: Literal["UNKNOWN"] = "UNKNOWN"


CreateUserRequestContact: TypeAlias = Annotated[
    CreateUserRequestContactPhone
    | CreateUserRequestContactEmail
    | UnknownCreateUserRequestContact,
    OpenUnion(
        "kind",
        {
            "phone": CreateUserRequestContactPhone,
            "email": CreateUserRequestContactEmail,
        },
        unknown=UnknownCreateUserRequestContact,
    ),
]

CreateUserRequestContactParam: TypeAlias = (
    CreateUserRequestContactPhone
    | CreateUserRequestContactPhoneDict
    | CreateUserRequestContactEmail
    | CreateUserRequestContactEmailDict
    | UnknownCreateUserRequestContact
)

CreateUserRequestRole: TypeAlias = Literal["admin", "guest"] | UnrecognizedStr


class CreateUserRequest(Model, not_null=("contacts", "role")):
    name: str
    address: CreateUserRequestAddress
    contacts: list[CreateUserRequestContact] | None = None
    role: CreateUserRequestRole | None = None


class CreateUserRequestDict(TypedDict):
    """What may be given for `CreateUserRequest`."""

    name: str
    address: CreateUserRequestAddress | CreateUserRequestAddressDict
    contacts: NotRequired[Sequence[CreateUserRequestContactParam]]
    role: NotRequired[CreateUserRequestRole]


class CreateUserFilter(Model, not_null=("active",)):
    active: bool | None = None


class CreateUserFilterDict(TypedDict):
    """What may be given for `CreateUserFilter`."""

    active: NotRequired[bool]


class CreateUserResponseAddress(Model, not_null=("verified",)):
    verified: bool | None = None


class CreateUserResponse(Model, not_null=("address",)):
    id: int
    address: CreateUserResponseAddress | None = None


class CreateUserConflictError(Model):
    taken_by: str
