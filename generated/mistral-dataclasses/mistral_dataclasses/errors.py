"""What this client raises."""

from __future__ import annotations

from . import models
from ._runtime.errors import (
    ArgumentError as ArgumentError,
    AuthenticationError as AuthenticationError,
    BadRequestError as BadRequestError,
    ClientError as ClientError,
    ConfigurationError as ConfigurationError,
    ConflictError as ConflictError,
    ConnectionError as ConnectionError,
    DeclaredError as DeclaredError,
    NotFoundError as NotFoundError,
    PermissionDeniedError as PermissionDeniedError,
    RateLimitError as RateLimitError,
    ResponseValidationError as ResponseValidationError,
    SDKError as SDKError,
    ServerError as ServerError,
    StreamInterrupted as StreamInterrupted,
    TimeoutError as TimeoutError,
    UnprocessableEntityError as UnprocessableEntityError,
)

MistralError = ClientError
"""The base class of everything that this client raises."""


class HTTPValidationError(
    DeclaredError, UnprocessableEntityError, model=lambda: models.HTTPValidationError
):
    """Body of a 422 answer: why the request was refused."""

    data: models.HTTPValidationError
