"""Models that only `cinema_movies` uses."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime.markers import UnrecognizedStr
from .._runtime.models import Model
from .._runtime.pages import Page

MovieGenre: TypeAlias = Literal["d", "c"] | UnrecognizedStr
"""- `"d"`: Drama. Somebody suffers.
- `"c"`: Comedy.
"""


class Movie(Model, not_null=("title", "genre")):
    title: Annotated[str | None, Field(alias="ttl")] = None
    genre: MovieGenre | None = None


class MoviesListResponse(Model, not_null=("items",)):
    items: list[Movie] | None = None


class PagedMoviesListResponse(Page[Movie], MoviesListResponse):
    """`MoviesListResponse` as one of several pages: iterating goes on to those that
    follow.
    """
