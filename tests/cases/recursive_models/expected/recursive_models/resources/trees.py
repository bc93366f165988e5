"""Methods of `trees`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_TREE: Operation[models.Tree] = Operation(
    "trees.put_tree",
    "PUT",
    "/trees",
    body=Body(
        "application/json",
        lambda: models.Tree,
        fields=("value", "children", "by_name", "parent", "owner"),
    ),
    answers={"200": Answer("application/json", lambda: models.Tree)},
)
_PUT_VALUE: Operation[models.Value | None] = Operation(
    "trees.put_value",
    "PUT",
    "/values",
    body=Body("application/json", lambda: models.Value | None),
    answers={"200": Answer("application/json", lambda: models.Value | None)},
)


class Trees(Resource):
    """The methods of `trees`."""

    @overload
    def put_tree(
        self,
        *,
        value: int,
        children: Sequence[models.Tree | models.TreeDict] | Unset = UNSET,
        by_name: Mapping[str, models.Tree | models.TreeDict] | Unset = UNSET,
        parent: models.Tree | models.TreeDict | None | Unset = UNSET,
        owner: models.Owner | models.OwnerDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Tree: ...

    @overload
    def put_tree(
        self, *, request: models.Tree | models.TreeDict, **options: Unpack[CallOptions]
    ) -> models.Tree: ...

    def put_tree(
        self,
        *,
        value: int | Unset = UNSET,
        children: Sequence[models.Tree | models.TreeDict] | Unset = UNSET,
        by_name: Mapping[str, models.Tree | models.TreeDict] | Unset = UNSET,
        parent: models.Tree | models.TreeDict | None | Unset = UNSET,
        owner: models.Owner | models.OwnerDict | Unset = UNSET,
        request: models.Tree | models.TreeDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Tree:
        """Call `PUT /trees`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The tree.
        """
        # PUT /trees: Tree -> Tree
        return self._client.call(_PUT_TREE, locals())

    def put_value(
        self, *, request: models.ValueParam | None, **options: Unpack[CallOptions]
    ) -> models.Value | None:
        """Call `PUT /values`.

        Returns:
            The value.
        """
        # PUT /values: Value | None -> Value | None
        return self._client.call(_PUT_VALUE, locals())

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
        self.put_tree = raw(resource.put_tree)
        self.put_value = raw(resource.put_value)


class TreesStreaming:
    """The methods of `Trees`, leaving the body of the answer unread."""

    def __init__(self, resource: Trees) -> None:
        self.put_tree = streaming(resource.put_tree)
        self.put_value = streaming(resource.put_value)
