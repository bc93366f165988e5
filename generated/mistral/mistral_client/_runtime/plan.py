"""An operation made ready: everything that can be known before a call is worked out once, at the first one."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

import httpx

from . import events, models, paging, wire
from .codec import decode_json, encode_json, event_decoder, to_jsonable
from .errors import ArgumentError, DeclaredError, SDKError, status_class
from .operation import Answer, Answers, Body, Operation, Parameter
from .unset import UNSET

if TYPE_CHECKING:
    from .client import CallOptions

_SCALARS = frozenset({str, int, float, bool})
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_STREAMS = ("sse", "json-lines")
_READ_AS_JSON = re.compile(r"[/+]json$")


def media_type(headers: Mapping[str, str]) -> str:
    """The media type of a body without its parameters, in lower case; empty when there is none."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


class Plan:
    """What one operation sends and how it reads what comes back."""

    def __init__(self, op: Operation[Any]) -> None:
        self.op = op
        by_location: dict[str, list[tuple[Parameter, Any]]] = {}
        for p in op.parameters:
            codec = p.codec() if p.codec is not None else None
            by_location.setdefault(p.location, []).append((p, codec))
        self.query = by_location.get("query", [])
        self.headers = by_location.get("header", [])
        self.cookies = by_location.get("cookie", [])
        self.querystring = by_location.get("querystring", [])
        in_path = {p.wire: (p, codec) for p, codec in by_location.get("path", [])}
        # Texts and parameters in turn.
        pieces = _PLACEHOLDER.split("/" + op.path.lstrip("/"))
        self.path: list[Any] = [
            (
                in_path.get(piece, percent_literal("{" + piece + "}"))
                if index % 2
                else percent_literal(piece)
            )
            for index, piece in enumerate(pieces)
        ]
        self.bodies = [(body, body.type() if body.type else None) for body in op.bodies]
        self.accept = op.accept or _accept(op.answers)
        self._statuses: dict[int, tuple[Answer, ...] | None] = {}
        self._decoders: dict[Answer, Callable[[httpx.Response], Any]] = {}
        self._events: dict[Answer, Callable[[events.ServerSentEvent], Any]] = {}

    # What is sent

    def target(
        self, given: Mapping[str, Any]
    ) -> tuple[str, list[str], list[tuple[bytes, bytes]], list[str]]:
        """Path, query pairs, headers and cookies. Raises `ArgumentError`, `ValueError` or `TypeError` for what cannot be sent."""
        path = self._path(given) if len(self.path) > 1 else self.path[0]
        pairs: list[str] = []
        for p, codec in self.query:
            value = _value(p, codec, given)
            if value is not UNSET:
                pairs += (
                    [f"{wire.percent(p.wire)}={wire.percent(wire.compact_json(value))}"]
                    if p.json
                    else wire.query_pairs(p, value)
                )
        for p, codec in self.querystring:
            value = _value(p, codec, given)
            if value is not UNSET:
                whole = wire.percent(wire.compact_json(value)) if p.json else None
                pairs += [whole] if whole is not None else _whole_query(p, value)
        headers = [
            (p.wire.encode(), wire.header_bytes(p.wire, wire.header_text(p, value)))
            for p, codec in self.headers
            if (value := _value(p, codec, given)) is not UNSET
        ]
        cookies = [
            pair
            for p, codec in self.cookies
            if (value := _value(p, codec, given)) is not UNSET
            for pair in wire.cookie_pairs(p, value)
        ]
        return path, pairs, headers, cookies

    def _path(self, given: Mapping[str, Any]) -> str:
        texts: list[str] = []
        for piece in self.path:
            if isinstance(piece, str):
                texts.append(piece)
                continue
            p, codec = piece
            value = _value(p, codec, given)
            text = ""
            if value is not UNSET and p.json:
                text = wire.percent(wire.compact_json(value))
            elif value is not UNSET:
                text = wire.path_segment(p, value)
            if not text and p.style == "simple":
                raise ArgumentError(
                    f"{p.argument} must not be empty: it is part of the path"
                )
            texts.append(text)
        path = "".join(texts)
        if "/." in path or "/%2" in path:
            for segment in path.split("/"):
                if segment.lower().replace("%2e", ".") in (".", ".."):
                    raise ArgumentError(f"{segment!r} cannot be a segment of the path")
        return path

    def body(
        self, given: Mapping[str, Any], options: CallOptions
    ) -> tuple[bytes | wire.Content | None, str]:
        """Content and Content-Type. Raises `ArgumentError`, `ValueError` or `TypeError` for what cannot be sent."""
        extra = options.get("extra_body")
        for body, type_ in self._candidates(given, options):
            value = self._value_of(body, type_, given)
            if value is UNSET:
                continue
            if body.kind == "json":
                data = encode_json(Any if type_ is None else type_, value)
                if extra:
                    data = _overlay(data, extra)
                return data, body.media_type
            if body.kind == "json-lines" and not isinstance(value, (str, bytes)):
                lines = (to_jsonable(None, item) for item in value)
                text = "".join(wire.compact_json(line) + "\n" for line in lines)
                return text.encode(), body.media_type
            if body.kind in ("text", "sse", "json-lines", "xml"):
                if isinstance(value, bytes):
                    return value, body.media_type
                plain = to_jsonable(type_, value)
                return wire.text_of(plain).encode(), body.media_type
            if body.kind == "binary":
                return _binary(value), body.media_type
            fields = self._fields_of(body, type_, value)
            parts = wire.split_parts(body, {**fields, **(extra or {})}, to_jsonable)
            if body.kind == "form":
                return wire.form(parts).encode(), body.media_type
            kind, content = wire.multipart(parts)
            return content, kind
        if extra:
            return wire.compact_json(extra).encode(), "application/json"
        return None, ""

    def _candidates(
        self, given: Mapping[str, Any], options: CallOptions
    ) -> list[tuple[Body, Any]]:
        """The bodies that come into question, those that the given Content-Type or value asks for first."""
        if len(self.bodies) < 2:
            return self.bodies
        headers = {k.lower(): v for k, v in options.get("http_headers", {}).items()}
        wanted = media_type(headers)

        def rank(candidate: tuple[Body, Any]) -> bool:
            body, _ = candidate
            if wanted:
                return media_type({"content-type": body.media_type}) != wanted
            value = given.get(body.argument, UNSET)
            raw = isinstance(value, (bytes, bytearray, os.PathLike)) or hasattr(
                value, "read"
            )
            return raw != (body.kind == "binary")

        return sorted(self.bodies, key=rank)

    def _value_of(self, body: Body, type_: Any, given: Mapping[str, Any]) -> Any:
        whole = given.get(body.argument, UNSET)
        pinned = self.op.pinned
        if body.fields is None:
            values: dict[str, Any] = dict(pinned)
        else:
            values = {
                name: value
                for argument, name in body.fields
                if (value := given.get(argument, UNSET)) is not UNSET
            }
            values.update(pinned)
        if whole is UNSET or (whole is None and not body.required and not values):
            return (
                values
                if values or (body.fields is not None and body.required)
                else UNSET
            )
        if not values:
            return whole
        if not isinstance(whole, Mapping):
            whole = to_jsonable(type_, whole)
        return {**cast(Mapping[str, Any], whole), **values}

    def _fields_of(self, body: Body, type_: Any, value: Any) -> Mapping[str, Any]:
        if type_ is not None and not any(part.kind == "file" for part in body.parts):
            value = to_jsonable(type_, value)
        elif not isinstance(value, Mapping):
            model = cast(models.Model, value)
            fields = type(model).model_fields.items()
            return {
                field.alias or name: getattr(model, name)
                for name, field in fields
                if name in model.model_fields_set
            } | (model.model_extra or {})
        return cast(Mapping[str, Any], value)

    # What comes back

    bind = staticmethod(paging.bind)

    def answers_for(self, status: int) -> tuple[Answer, ...] | None:
        """The answers for a status that is a success, None when it is an error. Empty: nothing is declared."""
        if status not in self._statuses:
            self._statuses[status] = self._find(status)
        return self._statuses[status]

    def _find(self, status: int) -> tuple[Answer, ...] | None:
        answers = self.op.answers
        found = answers.get(str(status)) or answers.get(f"{status // 100}XX")
        if found is None:
            if not 200 <= status < 300 or str(status) in self.op.errors:
                return None
            # A success that is not declared is read as the one that is.
            found = answers.get("default") or next(iter(answers.values()), ())
            if status in (204, 205):
                found = ()
        return found if isinstance(found, tuple) else (found,)

    def pick(self, response: httpx.Response) -> Answer | None:
        """The answer that fits the content type best; the first when none does, None when nothing is declared."""
        answers = self.answers_for(response.status_code) or ()
        return _pick(answers, media_type(response.headers)) if answers else None

    def decode(self, response: httpx.Response) -> Any:
        """The result. Raises `ValueError` (pydantic's `ValidationError` is one) when the body does not fit."""
        answer = self.pick(response)
        if answer is None or answer.kind == "none":
            return None
        if not response.content and self._may_be_empty(answer, response):
            return None
        if answer.kind == "json":
            return decode_json(answer.type() if answer.type else Any, response.content)
        if answer.kind in _STREAMS:
            raise ValueError("the answer is a stream")
        return response.content if answer.kind == "binary" else response.text

    def _may_be_empty(self, answer: Answer, response: httpx.Response) -> bool:
        if answer.kind != "json":
            return False
        if response.status_code in (204, 205) or response.request.method == "HEAD":
            return True
        return str(response.status_code) not in self.op.answers

    def error_of(self, response: httpx.Response) -> tuple[type[SDKError], Any]:
        """The class for an error, and the data of a declared one; a body that does not fit gets the class of its status."""
        status = response.status_code
        table = self.op.errors
        found = (
            table.get(str(status))
            or table.get(f"{status // 100}XX")
            or table.get("default")
        )
        answers = found if isinstance(found, tuple) else (found,) if found else ()
        answer = _pick(answers, media_type(response.headers)) if answers else None
        kind: Any = answer.type() if answer is not None and answer.type else None
        if isinstance(kind, type) and issubclass(kind, DeclaredError):
            try:
                return kind, decode_json(kind.lazy_model(), response.content)
            except ValueError:
                pass
        elif isinstance(kind, type) and issubclass(kind, SDKError):
            return kind, None
        return status_class(status), None

    def reader(self, answer: Answer) -> Callable[[events.ServerSentEvent], Any]:
        """The function that decodes one event."""
        decode = self._events.get(answer)
        if decode is None:
            type_ = answer.type() if answer.type else Any
            envelope = answer.envelope if answer.kind == "sse" else "data"
            decode = event_decoder(type_, envelope, answer.data_encoded)
            self._events[answer] = decode
        return decode


def percent_literal(text: str) -> str:
    """The document's own part of a path: only what no URL may hold is encoded."""
    return wire.percent(text, True, "/:@!$&'()*+,;=")


def _value(p: Parameter, codec: Any, given: Mapping[str, Any]) -> Any:
    """The JSON value of a parameter; `UNSET` when it is not sent, which `None` is not either."""
    value = given.get(p.argument, UNSET)
    if value is UNSET or value is None:
        value = p.constant
        if value is UNSET:
            if p.required:
                raise ArgumentError(f"{p.argument} must be given")
            return UNSET
    elif p.constant is not UNSET and value != p.constant:
        raise ArgumentError(f"{p.argument} can only be {p.constant!r}")
    if codec is None and type(value) in _SCALARS:
        return value
    plain = to_jsonable(codec, value)
    return UNSET if plain is None and not p.json else plain


def _whole_query(p: Parameter, value: Any) -> list[str]:
    """The query as one form (https://spec.openapis.org/oas/v3.2.0.html#parameter-locations)."""
    if isinstance(value, str):
        return [wire.percent(value, True, wire.RESERVED)]
    form = Parameter("query", p.wire, style="form", explode=True)
    pairs: list[str] = []
    for key, member in value.items():
        form.wire = key
        if member is not None:
            pairs += wire.query_pairs(form, member)
    return pairs


def _binary(value: Any) -> bytes | wire.Content:
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(cast(bytes, value))
    return value.encode() if isinstance(value, str) else wire.Content([value])


def _overlay(data: bytes, extra: Mapping[str, Any]) -> bytes:
    value = json.loads(data)
    if not isinstance(value, dict):
        raise ArgumentError("extra_body needs a body that is a JSON object")
    return wire.compact_json({**value, **extra}).encode()


def _accept(answers: Answers) -> str:
    """The media types of the answers that are a success, in the document's order."""
    found: dict[str, None] = {}
    for status, answer in answers.items():
        if status[:1] in "23d":
            for each in answer if isinstance(answer, tuple) else (answer,):
                if each.media_type:
                    found[each.media_type] = None
    return ", ".join(found) or "*/*"


def _pick(answers: tuple[Answer, ...], received: str) -> Answer:
    if len(answers) == 1:
        return answers[0]
    for answer in answers:
        if media_type({"content-type": answer.media_type}) == received:
            return answer
    for answer in answers:
        kind = answer.media_type.lower()
        if kind.endswith("/*") and received.startswith(kind[:-1]):
            return answer
    if _READ_AS_JSON.search(received):
        return next((a for a in answers if a.kind == "json"), answers[0])
    return next((a for a in answers if a.media_type == "*/*"), answers[0])
