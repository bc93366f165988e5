"""Methods of `articles`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_ADD_ARTICLE: Operation[models.Article] = Operation(
    "articles.add_article",
    "POST",
    "/articles",
    body=Body(
        "application/json",
        lambda: models.Article,
        fields=("name", "price", "created", "updated", "state", "code", "own"),
    ),
    answers={"200": Answer("application/json", lambda: models.Article)},
)


class Articles(Resource):
    """The methods of `articles`."""

    @overload
    def add_article(
        self,
        *,
        name: str,
        price: int,
        created: datetime.datetime | str | Unset = UNSET,
        updated: datetime.datetime | str | Unset = UNSET,
        state: models.ArticleState | Unset = UNSET,
        code: int | Unset = UNSET,
        own: bool | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Article: ...

    @overload
    def add_article(
        self,
        *,
        request: models.Article | models.ArticleDict,
        **options: Unpack[CallOptions],
    ) -> models.Article: ...

    def add_article(
        self,
        *,
        name: str | Unset = UNSET,
        price: int | Unset = UNSET,
        created: datetime.datetime | str | Unset = UNSET,
        updated: datetime.datetime | str | Unset = UNSET,
        state: models.ArticleState | Unset = UNSET,
        code: int | Unset = UNSET,
        own: bool | Unset = UNSET,
        request: models.Article | models.ArticleDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Article:
        """Call `POST /articles`.

        Args:
            name: At least 3 characters. At most 40 characters.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The article.
        """
        # POST /articles: Article -> Article
        return self._client.call(_ADD_ARTICLE, locals())

    @property
    def with_raw_response(self) -> ArticlesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return ArticlesRaw(self)

    @property
    def with_streaming_response(self) -> ArticlesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return ArticlesStreaming(self)


class ArticlesRaw:
    """The methods of `Articles`, giving status and headers beside the result."""

    def __init__(self, resource: Articles) -> None:
        self.add_article = raw(resource.add_article)


class ArticlesStreaming:
    """The methods of `Articles`, leaving the body of the answer unread."""

    def __init__(self, resource: Articles) -> None:
        self.add_article = streaming(resource.add_article)
