"""Models that only `animals` uses."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant, OpenUnion, UnknownMember, UnrecognizedStr
from .._runtime.models import Model

CatKind: TypeAlias = Literal["cat", "kitten"] | UnrecognizedStr


class Cat(Model):
    kind: CatKind
    lives: int


class CatDict(TypedDict):
    """What may be given for `Cat`."""

    kind: CatKind
    lives: int


class SoundHigh(Model, constants=("pitch",)):
    pitch: Annotated[Literal["high"], Constant()] = "high"
    volume: float


class SoundHighDict(TypedDict):
    """What may be given for `SoundHigh`."""

    pitch: NotRequired[Literal["high"]]
    volume: float


class SoundLow(Model, constants=("pitch",)):
    pitch: Annotated[Literal["low"], Constant()] = "low"
    seconds: float


class SoundLowDict(TypedDict):
    """What may be given for `SoundLow`."""

    pitch: NotRequired[Literal["low"]]
    seconds: float


class UnknownSound(UnknownMember):
    """A kind of `Sound` that this client does not know yet: `raw` holds it."""

    pitch: Literal["UNKNOWN"] = "UNKNOWN"


Sound: TypeAlias = Annotated[
    SoundHigh | SoundLow | UnknownSound,
    OpenUnion("pitch", {"high": SoundHigh, "low": SoundLow}, unknown=UnknownSound),
]

SoundParam: TypeAlias = (
    SoundHigh | SoundHighDict | SoundLow | SoundLowDict | UnknownSound
)


class Dog(Model, constants=("kind",)):
    kind: Annotated[Literal["dog"], Constant()] = "dog"
    bark: Sound


class DogDict(TypedDict):
    """What may be given for `Dog`."""

    kind: NotRequired[Literal["dog"]]
    bark: SoundParam


class Bird(Model, constants=("kind",)):
    kind: Annotated[Literal["bird"], Constant()] = "bird"
    wings: int


class BirdDict(TypedDict):
    """What may be given for `Bird`."""

    kind: NotRequired[Literal["bird"]]
    wings: int


class UnknownAnimal(UnknownMember):
    """A kind of `Animal` that this client does not know yet: `raw` holds it."""

    kind: Literal["UNKNOWN"] = "UNKNOWN"


Animal: TypeAlias = Annotated[
    Cat | Dog | Bird | UnknownAnimal,
    OpenUnion(
        "kind",
        {"cat": Cat, "kitten": Cat, "dog": Dog, "bird": Bird},
        unknown=UnknownAnimal,
    ),
]

AnimalParam: TypeAlias = Cat | CatDict | Dog | DogDict | Bird | BirdDict | UnknownAnimal


class AddAnimalRequest(Model):
    animal: Animal


class AddAnimalRequestDict(TypedDict):
    """What may be given for `AddAnimalRequest`."""

    animal: AnimalParam
