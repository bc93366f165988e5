"""Methods of `trees`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .. import errors, models
from .._runtime.bodies import FormBody, MultipartBody, Part
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, path, query
from .._runtime.responses import raw, streaming
from .._runtime.styles import pipe_delimited

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.files import FileInput
    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_LIST_TREES: Operation[list[models.Tree]] = Operation(
    "trees.list_trees",
    "GET",
    "/trees",
    parameters=(
        query("limit"),
        query("kinds"),
        query("rows", explode=False),
        query("marks", write=pipe_delimited, explode=False),
    ),
    answers={"200": Answer("application/json", lambda: list[models.Tree])},
)
_PLANT_TREE: Operation[models.Tree] = Operation(
    "trees.plant_tree",
    "POST",
    "/trees",
    body=Body(
        "application/json",
        lambda: models.Tree,
        fields=("kind", "planted", "height", "fruit"),
    ),
    answers={"201": Answer("application/json", lambda: models.Tree)},
    errors={"410": Answer("application/json", lambda: errors.ProblemError)},
)
_ADD_PHOTO: Operation[None] = Operation(
    "trees.add_photo",
    "POST",
    "/trees/{treeId}/photo",
    parameters=(path("treeId", argument="tree_id"),),
    body=MultipartBody(
        "multipart/form-data",
        lambda: models.AddPhotoRequest,
        fields=("photo", "caption", "year"),
        parts=(
            Part("photo", kind="file", required=True),
            Part("caption"),
            Part("year"),
        ),
    ),
    answers={"204": Answer(kind="none")},
)
_GET_PHOTO: Operation[bytes] = Operation(
    "trees.get_photo",
    "GET",
    "/trees/{treeId}/photo",
    parameters=(path("treeId", argument="tree_id"),),
    answers={"200": Answer("image/png", kind="binary")},
)
_PRUNE_TREE: Operation[models.Tree] = Operation(
    "trees.prune_tree",
    "POST",
    "/trees/{treeId}/prune",
    parameters=(path("treeId", argument="tree_id"),),
    body=FormBody(
        "application/x-www-form-urlencoded",
        lambda: models.PruneTreeRequest,
        fields=("branches", "hard"),
        parts=(Part("branches", kind="style"), Part("hard", kind="style")),
    ),
    answers={"2XX": Answer("application/json", lambda: models.Tree)},
    errors={"default": Answer("application/json", lambda: errors.TreeError)},
)


class Trees(Resource):
    """The methods of `trees`."""

    def list_trees(
        self,
        *,
        limit: int | Unset = UNSET,
        kinds: Sequence[str] | Unset = UNSET,
        rows: Sequence[int] | Unset = UNSET,
        marks: Sequence[str] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> list[models.Tree]:
        """Call `GET /trees`.

        Args:
            limit: At least 1. At most 50.

        Returns:
            Trees.
        """
        # GET /trees -> list[Tree]
        return self._client.call(_LIST_TREES, locals())

    @overload
    def plant_tree(
        self,
        *,
        kind: models.TreeKind,
        planted: datetime.date | str | Unset = UNSET,
        height: float | None | Unset = UNSET,
        fruit: Sequence[models.FruitParam] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Tree: ...

    @overload
    def plant_tree(
        self, *, request: models.Tree | models.TreeDict, **options: Unpack[CallOptions]
    ) -> models.Tree: ...

    def plant_tree(
        self,
        *,
        kind: models.TreeKind | Unset = UNSET,
        planted: datetime.date | str | Unset = UNSET,
        height: float | None | Unset = UNSET,
        fruit: Sequence[models.FruitParam] | Unset = UNSET,
        request: models.Tree | models.TreeDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Tree:
        """Call `POST /trees`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            Planted.

        Raises:
            errors.ProblemError: 410. Gone.
        """
        # POST /trees: Tree -> Tree
        return self._client.call(_PLANT_TREE, locals())

    @overload
    def add_photo(
        self,
        tree_id: str,
        *,
        photo: FileInput,
        caption: str | Unset = UNSET,
        year: int | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None: ...

    @overload
    def add_photo(
        self,
        tree_id: str,
        *,
        request: models.AddPhotoRequest | models.AddPhotoRequestDict,
        **options: Unpack[CallOptions],
    ) -> None: ...

    def add_photo(
        self,
        tree_id: str,
        *,
        photo: FileInput | Unset = UNSET,
        caption: str | Unset = UNSET,
        year: int | Unset = UNSET,
        request: models.AddPhotoRequest | models.AddPhotoRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /trees/{treeId}/photo`.

        Args:
            request: The whole body at once, in place of its properties one by one.
        """
        # POST /trees/{treeId}/photo: AddPhotoRequest -> None
        return self._client.call(_ADD_PHOTO, locals())

    def get_photo(self, tree_id: str, **options: Unpack[CallOptions]) -> bytes:
        """Call `GET /trees/{treeId}/photo`.

        Returns:
            The picture.
        """
        # GET /trees/{treeId}/photo -> bytes
        return self._client.call(_GET_PHOTO, locals())

    @overload
    def prune_tree(
        self,
        tree_id: str,
        *,
        branches: Sequence[str],
        hard: bool | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Tree: ...

    @overload
    def prune_tree(
        self,
        tree_id: str,
        *,
        request: models.PruneTreeRequest | models.PruneTreeRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.Tree: ...

    def prune_tree(
        self,
        tree_id: str,
        *,
        branches: Sequence[str] | Unset = UNSET,
        hard: bool | Unset = UNSET,
        request: models.PruneTreeRequest | models.PruneTreeRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Tree:
        """Call `POST /trees/{treeId}/prune`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            Pruned.

        Raises:
            errors.TreeError: default. Pruned.
        """
        # POST /trees/{treeId}/prune: PruneTreeRequest -> Tree
        return self._client.call(_PRUNE_TREE, locals())

    @property
    def with_raw_response(self) -> TreesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return TreesRaw(self)

    @property
    def with_streaming_response(self) -> TreesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return TreesStreaming(self)


class TreesRaw:
    """The methods of `Trees`, giving status and headers beside the result."""

    def __init__(self, resource: Trees) -> None:
        self.list_trees = raw(resource.list_trees)
        self.plant_tree = raw(resource.plant_tree)
        self.add_photo = raw(resource.add_photo)
        self.get_photo = raw(resource.get_photo)
        self.prune_tree = raw(resource.prune_tree)


class TreesStreaming:
    """The methods of `Trees`, leaving the body of the answer unread."""

    def __init__(self, resource: Trees) -> None:
        self.list_trees = streaming(resource.list_trees)
        self.plant_tree = streaming(resource.plant_tree)
        self.add_photo = streaming(resource.add_photo)
        self.get_photo = streaming(resource.get_photo)
        self.prune_tree = streaming(resource.prune_tree)
