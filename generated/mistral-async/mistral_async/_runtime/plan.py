"""An operation made ready: everything that can be known before a call is worked out once, at the first one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

import httpx

from . import codec
from .errors import DeclaredError, SDKError, of_status, status_class, text_of
from .operation import UNSET, Answer, Answers, Body, Operation, Parameter
from .wire import compact_json, form, header_bytes, header_text, percent, simple

if TYPE_CHECKING:
    from .settings import CallOptions

# Of a parameter or a body, with the type whose wire form is sent.
_Typed = tuple[Parameter, Any]
_Fields = tuple[tuple[str, str], ...]

_SCALARS = frozenset({str, int, float, bool})


def media_type(text: str) -> str:
    """A media type without its parameters, in lower case."""
    return text.partition(";")[0].strip().lower()


class Plan:
    """What one operation sends and how it reads what comes back."""

    def __init__(self, op: Operation[Any]) -> None:
        self.op = op
        found: dict[str, list[_Typed]] = {}
        for p in op.parameters:
            typed = (p, p.codec() if p.codec is not None else None)
            found.setdefault(p.location, []).append(typed)
        self.query = found.get("query", [])
        self.headers = found.get("header", [])
        self.cookies = found.get("cookie", [])
        in_path = {p.wire: (p, type_) for p, type_ in found.get("path", [])}
        # A path of the document may end in a query of its own.
        path, _, fixed = op.path.partition("?")
        self.path = _pieces("/" + path.lstrip("/"), in_path)
        self.fixed = _pieces(fixed, in_path) if fixed else []
        bodies = op.bodies if op.body is None else (op.body, *op.bodies)
        self.bodies = [
            (body, body.type() if body.type else None, _fields(body)) for body in bodies
        ]
        self.accept = _accept(op.answers)
        self.streams = any(
            a.streams for each in op.answers.values() for a in _tuple(each)
        )
        self._statuses: dict[int, tuple[Answer, ...] | None] = {}

    # What is sent

    def target(
        self, given: Mapping[str, Any]
    ) -> tuple[str, list[str], list[tuple[bytes, bytes]], list[str]]:
        """Path, query pairs, headers and cookies. Raises `ValueError` or `TypeError` for what cannot be sent."""
        path = self._path(given) if len(self.path) > 1 else self.path[0]
        pairs = ["".join(_texts(self.fixed, given))] if self.fixed else list[str]()
        for p, value in _values(self.query, given):
            pairs += (p.write or form)(p, value)
        headers = [
            (p.wire.encode(), header_bytes(p.wire, header_text(p, value)))
            for p, value in _values(self.headers, given)
        ]
        cookies: list[str] = []
        for p, value in _values(self.cookies, given):
            cookies += (p.write or form)(p, value)
        return path, pairs, headers, cookies

    def _path(self, given: Mapping[str, Any]) -> str:
        path = "".join(_texts(self.path, given))
        if "/." in path or "/%2" in path:
            for segment in path.split("/"):
                if segment.lower().replace("%2e", ".") in (".", ".."):
                    raise ValueError(f"{segment!r} cannot be a segment of the path")
        return path

    def body(self, given: Mapping[str, Any], options: CallOptions) -> tuple[Any, str]:
        """Content and Content-Type. Raises `ArgumentError`, `ValueError` or `TypeError` for what cannot be sent."""
        extra = options.get("extra_body") or {}
        for body, type_, fields in self._candidates(given, options):
            value = self._value_of(body, type_, fields, given)
            if value is not UNSET:
                return body.write(type_, value, extra, codec)
        return (
            (compact_json(extra).encode(), "application/json") if extra else (None, "")
        )

    def _candidates(
        self, given: Mapping[str, Any], options: CallOptions
    ) -> list[tuple[Body, Any, _Fields]]:
        """The bodies that come into question, those that the given Content-Type or value asks for first."""
        if len(self.bodies) < 2:
            return self.bodies
        headers = {k.lower(): v for k, v in options.get("http_headers", {}).items()}
        wanted = media_type(headers.get("content-type", ""))

        def rank(candidate: tuple[Body, Any, _Fields]) -> bool:
            body = candidate[0]
            if wanted:
                return media_type(body.media_type) != wanted
            value = given.get(body.argument, UNSET)
            raw = isinstance(value, (bytes, bytearray, os.PathLike))
            return (raw or hasattr(value, "read")) != body.raw

        return sorted(self.bodies, key=rank)

    def _value_of(
        self, body: Body, type_: Any, fields: _Fields, given: Mapping[str, Any]
    ) -> Any:
        whole = given.get(body.argument, UNSET)
        values: dict[str, Any] = {}
        for argument, name in fields:
            value = given.get(argument, UNSET)
            if value is not UNSET:
                values[name] = value
        values.update(self.op.pinned)
        if whole is UNSET or (whole is None and not body.required and not values):
            wanted = values or (body.fields is not None and body.required)
            return values if wanted else UNSET
        if values:
            if not isinstance(whole, Mapping):
                whole = codec.to_jsonable(type_, whole)
            whole = {**cast(Mapping[str, Any], whole), **values}
        return whole

    # What comes back

    def answers_for(self, status: int) -> tuple[Answer, ...] | None:
        """The answers for a status that is a success, None when it is an error. Empty: nothing is declared."""
        if status not in self._statuses:
            self._statuses[status] = self._find(status)
        return self._statuses[status]

    def _find(self, status: int) -> tuple[Answer, ...] | None:
        answers = self.op.answers
        found = _declared(answers, status)
        if found is not None:
            return found
        if not 200 <= status < 300 or str(status) in self.op.errors:
            return None
        if status in (204, 205):
            return ()
        # A success that is not declared is read as the one that is.
        return _tuple(answers.get("default") or next(iter(answers.values()), ()))

    def pick(self, response: httpx.Response) -> Answer | None:
        """The answer that fits the content type best; the first when none does, None when nothing is declared."""
        return _pick(self.answers_for(response.status_code) or (), response)

    def decode(self, response: httpx.Response) -> Any:
        """The result. Raises `ValueError` when the body does not fit."""
        answer = self.pick(response)
        if response.status_code == 304 and not _has_condition(response.request):
            raise ValueError("304 answers a condition, and none was sent")
        if answer is None or answer.kind == "none":
            return None
        if answer.kind == "json":
            if not response.content and self._may_be_empty(response):
                return None
            return codec.decode_json(
                answer.type() if answer.type else Any, response.content
            )
        return response.content if answer.kind == "binary" else text_of(response)

    def _may_be_empty(self, response: httpx.Response) -> bool:
        status = response.status_code
        head = response.request.method == "HEAD"
        return head or status in (204, 205) or str(status) not in self.op.answers

    def error_of(
        self, response: httpx.Response, body: str
    ) -> tuple[type[SDKError], Any]:
        """The class for an error and its data; a body that does not fit gets the class of its status.

        `body` is the text without secrets, from which the data is read.
        """
        status, table = response.status_code, self.op.errors
        found = _declared(table, status) or _tuple(table.get("default", ()))
        answer = _pick(found, response)
        kind: Any = answer.type() if answer is not None and answer.type else None
        if isinstance(kind, type) and issubclass(kind, DeclaredError):
            try:
                data = codec.decode_json(kind.lazy_model(), body.encode())
                return of_status(kind, status), data
            except (ValueError, RecursionError):
                pass
        elif isinstance(kind, type) and issubclass(kind, SDKError):
            return kind, None
        try:
            data = codec.decode_json(Any, body.encode()) if body else None
        except (ValueError, RecursionError):
            data = None
        return status_class(status), data


def _pieces(template: str, parameters: Mapping[str, _Typed]) -> list[Any]:
    """Texts and parameters in turn."""
    pieces: list[Any] = re.split(r"\{([^{}]*)\}", template)
    for index, piece in enumerate(pieces):
        if index % 2 and piece in parameters:
            pieces[index] = parameters[piece]
        else:
            # The document's own part: only what neither path nor query may hold is encoded.
            literal = f"{{{piece}}}" if index % 2 else piece
            pieces[index] = percent(literal, True, "/:@!$&'()*+,;=")
    return pieces


def _texts(pieces: list[Any], given: Mapping[str, Any]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
            continue
        found = _values([piece], given)
        text = "".join((p.write or simple)(p, value) for p, value in found)
        p = piece[0]
        if not text and p.write is None and p.constant != "":
            raise ValueError(f"{p.argument} must not be empty: it is part of the path")
        yield text


def _has_condition(request: httpx.Request) -> bool:
    headers = request.headers
    return "if-none-match" in headers or "if-modified-since" in headers


def _fields(body: Body) -> _Fields:
    fields = body.fields or ()
    return tuple((item, item) if isinstance(item, str) else item for item in fields)


def _values(
    parameters: list[_Typed], given: Mapping[str, Any]
) -> Iterator[tuple[Parameter, Any]]:
    """The JSON values of the parameters that are sent; `None` is as good as not given."""
    for p, type_ in parameters:
        value = given.get(p.argument, UNSET)
        if value is UNSET or value is None:
            if p.required and p.constant is UNSET:
                raise ValueError(f"{p.argument} must be given")
            value = p.constant
        elif p.constant is not UNSET and value != p.constant:
            raise ValueError(f"{p.argument} can only be {p.constant!r}")
        if value is UNSET:
            continue
        if type_ is not None or type(value) not in _SCALARS:
            value = codec.to_jsonable(type_, value)
        if p.json:
            value = compact_json(value, p.location == "header")
        if value is not None:
            yield p, value


def _accept(answers: Answers) -> str:
    """The media types of the answers that are a success, in the document's order."""
    found = {
        each.media_type: None
        for status, answer in answers.items()
        if status[:1] in "23d"
        for each in _tuple(answer)
        if each.media_type
    }
    return ", ".join(found) or "*/*"


def _tuple(found: Answer | tuple[Answer, ...]) -> tuple[Answer, ...]:
    return found if isinstance(found, tuple) else (found,)


def _declared(table: Answers, status: int) -> tuple[Answer, ...] | None:
    found = table.get(str(status)) or table.get(f"{status // 100}XX")
    return None if found is None else _tuple(found)


def _pick(answers: tuple[Answer, ...], response: httpx.Response) -> Answer | None:
    if len(answers) < 2:
        return answers[0] if answers else None
    received = media_type(response.headers.get("content-type", ""))
    json_received = received.endswith(("/json", "+json"))

    def fit(answer: Answer) -> int:
        declared = media_type(answer.media_type)
        if declared == received:
            return 3
        if declared.endswith("/*") and received.startswith(declared[:-1]):
            return 2
        return answer.kind == "json" if json_received else declared == "*/*"

    return max(answers, key=fit)
