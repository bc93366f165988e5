"""Fetching a remote document, only when the user allows it."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from email.message import Message
from http.client import HTTPException
from typing import IO
from urllib.parse import urlsplit

from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.load.limits import Limits
from clientwright.load.reader import too_large

_CHUNK = 64 * 1024
_ACCEPT = "application/yaml, application/json, application/vnd.oai.openapi+json, */*;q=0.1"


class _HttpOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http and https alone: the default handler also follows ftp."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise urllib.error.URLError("redirected to something that is not http or https")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def without_credentials(url: str) -> str:
    """Return the address without user name and password, fit for messages."""
    scheme, separator, rest = url.partition("//")
    authority, slash, path = rest.partition("/")
    return scheme + separator + authority.rpartition("@")[2] + slash + path


def fetch(url: str, limits: Limits) -> bytes:
    """Return the body that a GET of ``url`` gives.

    Raises InputError when the scheme is not http or https, the server does not answer with success
    within ``limits.timeout`` seconds in all, or the body is larger than ``limits.max_bytes``.
    """
    try:
        if urlsplit(url).scheme not in ("http", "https"):
            raise _failed(url, "only http and https are fetched")
        if "@" in urlsplit(url).netloc:
            # Sent along, they would follow a redirect to another host.
            raise _failed(url, "an address with a user name or password is not fetched")
        opener = urllib.request.build_opener(_HttpOnly())
        request = urllib.request.Request(
            url, headers={"Accept": _ACCEPT, "User-Agent": "clientwright"}
        )
        end = time.monotonic() + limits.timeout
        with opener.open(request, timeout=limits.timeout) as reply:
            parts: list[bytes] = []
            size = 0
            while part := reply.read(_CHUNK):
                parts.append(part)
                size += len(part)
                if size > limits.max_bytes:
                    raise too_large(limits, without_credentials(url))
                if time.monotonic() > end:
                    raise _failed(url, f"took longer than {limits.timeout:g} seconds")
    except urllib.error.HTTPError as error:
        raise _failed(url, f"the server answered with status {error.code}") from None
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise _failed(url, f"cannot be fetched: {reason}") from None
    return b"".join(parts)


def _failed(url: str, message: str) -> InputError:
    return InputError(
        Diagnostic(
            Severity.ERROR,
            "remote-unreadable",
            message,
            "check the address",
            file=without_credentials(url),
        )
    )
