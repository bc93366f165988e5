"""Methods of `jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Answer, Operation, Resource, path
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_EXISTS: Operation[None] = Operation(
    "jobs.exists",
    "HEAD",
    "/jobs/{id}",
    parameters=(path("id"),),
    answers={"200": Answer(kind="none")},
)
_GET_JOB: Operation[models.GetJobResponse] = Operation(
    "jobs.get_job",
    "GET",
    "/jobs/{id}",
    parameters=(path("id"),),
    answers={"200": Answer("application/json", lambda: models.GetJobResponse)},
)
_DELETE_JOB: Operation[None] = Operation(
    "jobs.delete_job",
    "DELETE",
    "/jobs/{id}",
    parameters=(path("id"),),
    answers={"204": Answer(kind="none")},
)
_JOB_WAYS: Operation[None] = Operation(
    "jobs.job_ways",
    "OPTIONS",
    "/jobs/{id}",
    parameters=(path("id"),),
    answers={"204": Answer(kind="none")},
)


class Jobs(Resource):
    """The methods of `jobs`."""

    def exists(self, id: str, **options: Unpack[CallOptions]) -> None:
        """Call `HEAD /jobs/{id}`.

        Returns:
            There is one.
        """
        # HEAD /jobs/{id} -> None
        return self._client.call(_EXISTS, locals())

    def get_job(self, id: str, **options: Unpack[CallOptions]) -> models.GetJobResponse:
        """Call `GET /jobs/{id}`.

        Returns:
            The job.
        """
        # GET /jobs/{id} -> GetJobResponse
        return self._client.call(_GET_JOB, locals())

    def delete_job(self, id: str, **options: Unpack[CallOptions]) -> None:
        """Call `DELETE /jobs/{id}`.

        Returns:
            Gone.
        """
        # DELETE /jobs/{id} -> None
        return self._client.call(_DELETE_JOB, locals())

    def job_ways(self, id: str, **options: Unpack[CallOptions]) -> None:
        """Call `OPTIONS /jobs/{id}`.

        Returns:
            What may be done.
        """
        # OPTIONS /jobs/{id} -> None
        return self._client.call(_JOB_WAYS, locals())

    @property
    def with_raw_response(self) -> JobsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return JobsRaw(self)

    @property
    def with_streaming_response(self) -> JobsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return JobsStreaming(self)


class JobsRaw:
    """The methods of `Jobs`, giving status and headers beside the result."""

    def __init__(self, resource: Jobs) -> None:
        self.exists = raw(resource.exists)
        self.get_job = raw(resource.get_job)
        self.delete_job = raw(resource.delete_job)
        self.job_ways = raw(resource.job_ways)


class JobsStreaming:
    """The methods of `Jobs`, leaving the body of the answer unread."""

    def __init__(self, resource: Jobs) -> None:
        self.exists = streaming(resource.exists)
        self.get_job = streaming(resource.get_job)
        self.delete_job = streaming(resource.delete_job)
        self.job_ways = streaming(resource.job_ways)
