"""The client: the way of a call from its request to its result."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from inspect import isawaitable
from os import urandom
from typing import Any, TypeVar, cast
from urllib.parse import urljoin

import httpx2 as httpx

from . import errors
from .operation import UNSET, Given, Operation, header_bytes
from .requests import (
    DEFAULT_RETRIES,
    HARMLESS,
    Call,
    Requests,
    Steps,
    origin,
    usable,
)
from .responses import (
    UNUSABLE_URL,
    AsyncStreamedResponse,
    RawResponse,
    StreamedResponse,
    failure_of,
)
from .settings import Applied, RetryConfig, TokenSource, choose

T = TypeVar("T")

_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"})
_NO_RETRIES = RetryConfig(max_attempts=1)
_UNPROCESSED = frozenset({429, 503})
_UNREADABLE = (httpx.HTTPError, httpx.StreamError)
_NEVER_AGAIN = (*UNUSABLE_URL, httpx.DecodingError)
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_MAX_REDIRECTS = 20


class BaseClient(Requests):
    """What generated clients derive from. All methods may be used by several threads or tasks at once."""

    # From a request to an answer

    def _prepare_retries(self, call: Call) -> None:
        op, options = call.op, call.options
        safe: bool | None = op.method in _IDEMPOTENT
        key = options.get("idempotency_key")
        if key or (op.idempotency and not safe):
            name = op.idempotency or "Idempotency-Key"
            value = header_bytes(name, key or urandom(16).hex())
            call.headers.append((name.encode(), value))
            safe = True
        retry: Any = DEFAULT_RETRIES
        if "retries" in options:
            retry, safe = options["retries"], True
        elif (configured := self._settings.get("retries", UNSET)) is not UNSET:
            retry, safe = configured, safe or None
        if op.retries is not None:
            safe = True
            if retry is DEFAULT_RETRIES:
                retry = RetryConfig(**op.retries)
        if retry is not None and not isinstance(retry, RetryConfig):
            raise TypeError(f"retries must be a RetryConfig or None, not {retry!r}")
        call.retry = retry if retry and call.replayable else _NO_RETRIES
        call.retry_all = safe

    def _authorize(self, call: Call) -> Steps[tuple[Applied, list[tuple[Any, str]]]]:
        """The steps that lead to credentials, and the tokens among them. Those that are plain values are kept."""
        alternatives = self._security if call.op.security is None else call.op.security
        if call.foreign:
            alternatives = ()
        if (known := self._applied.get(alternatives)) is not None:
            return known, []
        applied, tokens = Applied(), list[tuple[Any, str]]()
        fixed = True
        for name in choose(alternatives, self._credentials):
            scheme, value = self._schemes[name], cast(Any, self._credentials[name])
            if callable(value):
                value, fixed = (yield value), False
            elif hasattr(value, "token"):
                token, fixed = self._token(scheme.token_url, value), False
                fetch = token.fetch_async if call.asynchronous else token.fetch
                try:
                    value = yield partial(fetch, call.http, self._timeout(call))
                except httpx.HTTPError as error:
                    raise failure_of(error, error.request) from error
                tokens.append((token, value))
            try:
                applied.add(scheme, value)
            except UnicodeEncodeError:
                # Its text would show the credential.
                reason = f"{name}: a credential must be text that UTF-8 has"
                raise errors.ConfigurationError(reason) from None
        if fixed:
            self._applied[alternatives] = applied
        return applied, tokens

    def _token(self, declared: str, source: TokenSource) -> Any:
        url = urljoin(self._base + "/", source.token_url or declared)
        return self._tokens.setdefault((url, source), source.token(url))

    def _exchange(self, call: Call) -> Steps[httpx.Response]:
        """All the steps of a call: credentials, attempts, redirects, hooks."""
        hooks, started, attempt, renewed = self._hooks, time.monotonic(), 0, False
        while True:
            attempt += 1
            applied, tokens = yield from self._authorize(call)
            request = self._build(call, applied)
            if hooks.before_request is not None:
                built = request
                request = (yield partial(hooks.before_request, built)) or built
                if not isinstance(request, httpx.Request):
                    raise errors.ConfigurationError("before_request gives a request")
                request.extensions = {**built.extensions, **request.extensions}
            self._log("request", request)
            cause: Exception | None
            headers: Mapping[str, str] | None
            try:
                response = yield from self._send(call, request)
            except (httpx.HTTPError, *UNUSABLE_URL) as error:
                cause, headers, failure = error, None, failure_of(error, request)
                safe = call.retry_all or isinstance(error, _NOT_SENT)
                again = call.retry.connection_errors and safe
                again = again and not isinstance(error, _NEVER_AGAIN)
            else:
                status, headers = response.status_code, response.headers
                self._log(f"{status} for", request)
                if call.plan.answers_for(status) is not None:
                    if hooks.after_success is not None:
                        after = partial(hooks.after_success, response)
                        yield from self._closing(call, response, after)
                    return response
                if status == 401 and tokens and not renewed and call.replayable:
                    renewed = True
                    for token, value in tokens:
                        token.discard(value)
                    yield _bound(call, response, "close")
                    continue
                again = call.retry.covers(status) and (
                    call.retry_all
                    or (call.retry_all is None and status in _UNPROCESSED)
                )
                failure, cause = yield from self._refused(call, response)
            elapsed = time.monotonic() - started
            delay = call.retry.delay(attempt, elapsed, headers) if again else None
            if delay is None:
                raise failure from cause and errors.cause_of(cause, request)
            self._log(f"waiting {delay:.2f} s before another attempt of", request)
            # A dependency of httpx; imported here because few calls ever wait.
            sleep = import_module("anyio").sleep if call.asynchronous else time.sleep
            yield partial(sleep, delay)

    def _send(self, call: Call, request: httpx.Request) -> Steps[httpx.Response]:
        """One attempt and the redirects that it leads to."""
        send = partial(call.http.send, stream=True, follow_redirects=False)
        # What a client of the user's own authenticates with is for the API alone.
        away, foreign = partial(send, auth=None), call.foreign
        response = yield from _sent(partial(away if foreign else send, request))
        while (following := _redirected(call, response)) is not None:
            # Read, so that the connection serves again.
            yield from self._read(call, response)
            foreign = foreign or origin(following.url) != origin(response.request.url)
            response = yield from _sent(partial(away if foreign else send, following))
        unread = call.mode == "streamed" or call.plan.streams
        if not unread and call.plan.answers_for(response.status_code) is not None:
            yield from self._read(call, response)
        return response

    def _closing(
        self, call: Call, response: httpx.Response, step: Callable[[], Any]
    ) -> Steps[Any]:
        """Take a step. When it fails, the answer is closed."""
        try:
            return (yield step)
        except BaseException:
            yield _bound(call, response, "close")
            raise

    def _read(self, call: Call, response: httpx.Response) -> Steps[None]:
        """Read the body of an answer. Raises `ResponseValidationError` when it is larger than the user allows."""
        limit = self.max_body_bytes
        if limit is None or response.is_closed:
            yield from self._closing(call, response, _bound(call, response, "read"))
            return
        pieces = _bound(call, response, "iter_bytes")()
        advance = pieces.__anext__ if call.asynchronous else pieces.__next__
        body = bytearray()
        try:
            while len(body) <= limit:
                body += yield advance
        except (StopIteration, StopAsyncIteration):
            # As `read` of httpx leaves it.
            response._content = bytes(body)  # pyright: ignore[reportPrivateUsage]
            return
        finally:
            yield _bound(call, response, "close")
        raise errors.ResponseValidationError(
            f"{errors.describe(response)}: the body is larger than max_body_bytes",
            request=response.request,
            response=response,
        )

    def _refused(
        self, call: Call, response: httpx.Response
    ) -> Steps[tuple[errors.SDKError, Exception | None]]:
        """The error for an answer that is none of the successes, and what kept its body from being read."""
        request, cause = response.request, None
        try:
            yield from self._read(call, response)
        except (*_UNREADABLE, errors.ResponseValidationError) as error:
            # The status is worth more than the rest of a body that does not come.
            headers, cause = errors.unsent(response.headers), error
            response = httpx.Response(
                response.status_code, headers=headers, request=request
            )
        body = errors.body_of(response)
        kind, data = call.plan.error_of(response, body)
        message = errors.describe(response, body)
        if response.status_code == 401 and not errors.secrets_of(request):
            message += self._hint(call.op)
        failure = kind(message, request=request, response=response, body=body)
        failure.data = data
        return failure, cause

    def _hint(self, op: Operation[Any]) -> str:
        alternatives = self._security if op.security is None else op.security
        ways: list[str] = []
        for name in alternatives[0] if alternatives else ():
            env = self._schemes[name].env
            ways.append(f"{name}=..." + (f" or set {env}" if env else ""))
        return f" (no credential was sent; give {', '.join(ways)})" if ways else ""

    def _log(self, what: str, request: httpx.Request) -> None:
        if self._logger is None:
            return
        line = f"{self._package}: {what} {errors.target_of(request)}"
        if what == "request":
            secrets = errors.secrets_of(request)
            line += f" {errors.redact_headers(request.headers, secrets)}"
        self._logger.debug(line)

    # From an answer to a result

    def _calling(
        self, op: Operation[Any], given: Given, asynchronous: bool
    ) -> Steps[Any]:
        """All the steps of a call, to its result."""
        call = self._prepare(op, given, asynchronous)
        self._prepare_retries(call)
        try:
            response = yield from self._exchange(call)
            decode = partial(self._decode, call, given)
            if call.plan.streams:
                stream = yield from self._open(call, response)
                decode = partial(_same, stream)
            if (mode := call.mode) is None:
                return decode(response)
        except errors.ClientError as failure:
            if (after_error := self._hooks.after_error) is not None:
                yield partial(after_error, failure)
            raise
        kind: Any = RawResponse
        if mode == "streamed":
            kind = AsyncStreamedResponse if asynchronous else StreamedResponse
        return kind(response, decode, call.plan.streams)

    def _decode(self, call: Call, given: Given, response: httpx.Response) -> Any:
        try:
            value = call.plan.decode(response)
        except (ValueError, RecursionError) as error:
            cause = errors.cause_of(error, response.request)
            raise errors.misfit(response, error) from cause
        if call.op.pagination is not None:
            return call.op.pagination.bind(self, call.op, given, value, response)
        return value

    def _open(self, call: Call, response: httpx.Response) -> Steps[Any]:
        """The stream that an answer is."""
        answer = call.plan.pick(response)
        stream: Any = None
        if answer is not None:
            stream = answer.open(response, self.max_event_bytes, call.asynchronous)
        if stream is None:
            try:
                yield from self._read(call, response)
            except (httpx.HTTPError, errors.ResponseValidationError):
                yield _bound(call, response, "close")
            raise errors.misfit(response, ValueError("it is no event stream"))
        return stream

    def call(self, op: Operation[T], given: Given) -> T:
        """Make a call: `given` holds its arguments by name, and `options`. Raises a `ClientError`."""
        return cast(T, _run(self._calling(op, given, False)))

    async def call_async(self, op: Operation[T], given: Given) -> T:
        """As `call`, awaited."""
        return cast(T, await _run_async(self._calling(op, given, True)))


def _sent(step: Callable[[], Any]) -> Steps[httpx.Response]:
    """Send a request. A client of the user's own may raise for an answer, which is one all the same."""
    try:
        return cast(httpx.Response, (yield step))
    except httpx.HTTPStatusError as error:
        return error.response


def _same(value: Any, response: httpx.Response) -> Any:
    return value


def _run(steps: Steps[Any]) -> Any:
    """Take the steps one after the other."""
    try:
        step = next(steps)
        while True:
            try:
                result = step()
                if isawaitable(result):
                    # A coroutine, or a task.
                    end: Any = (
                        getattr(result, "close", None) or cast(Any, result).cancel
                    )
                    end()
                    raise errors.ConfigurationError(
                        "an async function needs an async call"
                    )
            except BaseException as error:
                step = steps.throw(error)
            else:
                step = steps.send(result)
    except StopIteration as stop:
        return stop.value


async def _run_async(steps: Steps[Any]) -> Any:
    """As `_run`, awaiting what can be awaited."""
    try:
        step = next(steps)
        while True:
            try:
                result = step()
                if isawaitable(result):
                    result = await result
            except BaseException as error:
                step = steps.throw(error)
            else:
                step = steps.send(result)
    except StopIteration as stop:
        return stop.value


def _bound(call: Call, response: httpx.Response, name: str) -> Any:
    """The method of an answer that fits the kind of call: `read`, or `aread` to be awaited."""
    return getattr(response, "a" + name if call.asynchronous else name)


def _redirected(call: Call, response: httpx.Response) -> httpx.Request | None:
    """The request that a redirect asks for, None when it is not followed. No credential goes to another origin."""
    request, following = response.request, response.next_request
    status = response.status_code
    if following is None or call.plan.answers_for(status) is not None:
        return None
    hops: int = request.extensions.get("redirects", 0) + 1
    same = origin(request.url) == origin(following.url)
    safe = request.method in ("GET", "HEAD")
    repeats = same and status in (307, 308) and call.replayable
    if hops > _MAX_REDIRECTS or not (safe or repeats) or not usable(following.url):
        return None
    if not same:
        kept = [item for item in following.headers.raw if item[0].lower() in HARMLESS]
        following.headers = httpx.Headers(kept)
    following.extensions = {**request.extensions, "redirects": hops}
    return following
