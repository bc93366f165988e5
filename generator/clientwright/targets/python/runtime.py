"""Which module of the runtime has what generated modules use."""

from __future__ import annotations

OPERATION = "operation"
UNSET = "unset"
CLIENT = "client"
EVENTS = "events"
PAGING = "paging"
SECURITY = "security"

# What `errors` hands on from the runtime. A class of the document takes no name of these.
ERRORS = (
    "ArgumentError",
    "AuthenticationError",
    "BadRequestError",
    "ClientError",
    "ConfigurationError",
    "ConflictError",
    "ConnectionError",
    "DeclaredError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseValidationError",
    "SDKError",
    "ServerError",
    "StreamInterrupted",
    "TimeoutError",
    "UnprocessableEntityError",
)
