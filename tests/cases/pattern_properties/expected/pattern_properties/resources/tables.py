"""Methods of `tables`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_TABLE: Operation[models.Table] = Operation(
    "tables.put_table",
    "PUT",
    "/tables",
    body=Body(
        "application/json",
        lambda: models.Table,
        fields=("name", "headings", "marks", "colours"),
    ),
    answers={"200": Answer("application/json", lambda: models.Table)},
)


class Tables(Resource):
    """The methods of `tables`."""

    @overload
    def put_table(
        self,
        *,
        name: str,
        headings: Mapping[str, int] | Unset = UNSET,
        marks: models.TableMarks | models.TableMarksDict | Unset = UNSET,
        colours: Mapping[str, float] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Table: ...

    @overload
    def put_table(
        self,
        *,
        request: models.Table | models.TableDict,
        **options: Unpack[CallOptions],
    ) -> models.Table: ...

    def put_table(
        self,
        *,
        name: str | Unset = UNSET,
        headings: Mapping[str, int] | Unset = UNSET,
        marks: models.TableMarks | models.TableMarksDict | Unset = UNSET,
        colours: Mapping[str, float] | Unset = UNSET,
        request: models.Table | models.TableDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Table:
        """Call `PUT /tables`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The table.
        """
        # PUT /tables: Table -> Table
        return self._client.call(_PUT_TABLE, locals())

    @property
    def with_raw_response(self) -> TablesRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return TablesRaw(self)

    @property
    def with_streaming_response(self) -> TablesStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return TablesStreaming(self)


class TablesRaw:
    """The methods of `Tables`, giving status and headers beside the result."""

    def __init__(self, resource: Tables) -> None:
        self.put_table = raw(resource.put_table)


class TablesStreaming:
    """The methods of `Tables`, leaving the body of the answer unread."""

    def __init__(self, resource: Tables) -> None:
        self.put_table = streaming(resource.put_table)
