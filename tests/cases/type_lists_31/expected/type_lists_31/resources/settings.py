"""Methods of `settings`."""

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

_PUT_SETTING: Operation[models.Setting] = Operation(
    "settings.put_setting",
    "PUT",
    "/settings",
    body=Body(
        "application/json",
        lambda: models.Setting,
        fields=("key", "value", "until", "words", "range", "nothing", "mode", "listed"),
    ),
    answers={"200": Answer("application/json", lambda: models.Setting)},
)


class Settings(Resource):
    """The methods of `settings`."""

    @overload
    def put_setting(
        self,
        *,
        key: str,
        value: str | int | bool | None,
        until: datetime.datetime | str | None | Unset = UNSET,
        words: models.SettingWordsParam | Unset = UNSET,
        range: models.SettingRangeParam | Unset = UNSET,
        nothing: None | Unset = UNSET,
        mode: models.SettingMode | None | Unset = UNSET,
        listed: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Setting: ...

    @overload
    def put_setting(
        self,
        *,
        request: models.Setting | models.SettingDict,
        **options: Unpack[CallOptions],
    ) -> models.Setting: ...

    def put_setting(
        self,
        *,
        key: str | Unset = UNSET,
        value: str | int | bool | None | Unset = UNSET,
        until: datetime.datetime | str | None | Unset = UNSET,
        words: models.SettingWordsParam | Unset = UNSET,
        range: models.SettingRangeParam | Unset = UNSET,
        nothing: None | Unset = UNSET,
        mode: models.SettingMode | None | Unset = UNSET,
        listed: str | Unset = UNSET,
        request: models.Setting | models.SettingDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Setting:
        """Call `PUT /settings`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The setting.
        """
        # PUT /settings: Setting -> Setting
        return self._client.call(_PUT_SETTING, locals())

    @property
    def with_raw_response(self) -> SettingsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return SettingsRaw(self)

    @property
    def with_streaming_response(self) -> SettingsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return SettingsStreaming(self)


class SettingsRaw:
    """The methods of `Settings`, giving status and headers beside the result."""

    def __init__(self, resource: Settings) -> None:
        self.put_setting = raw(resource.put_setting)


class SettingsStreaming:
    """The methods of `Settings`, leaving the body of the answer unread."""

    def __init__(self, resource: Settings) -> None:
        self.put_setting = streaming(resource.put_setting)
