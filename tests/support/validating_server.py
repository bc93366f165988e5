"""A loopback server that holds each request to the original document, by openapi-core.

openapi-core finds the operation, checks what is required and validates every value by JSON Schema. How a value is read
from text is left to `corpus.decoding`, which knows all styles.
"""

from __future__ import annotations

import base64
import json
import re
import warnings
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote, unquote_plus

from corpus.decoding import (
    Part,
    Shape,
    decode_header,
    decode_part,
    decode_path,
    decode_query,
    split_cookies,
    split_multipart,
    split_query,
)
from corpus.planning import kind_of
from corpus.raw_document import METHODS, RawDocument, RawOperation, request_view
from jsonschema_path import SchemaPath
from openapi_core import V30RequestValidator, V31RequestValidator, V32RequestValidator
from openapi_core.datatypes import RequestParameters

from support.loopback import HttpServer, Received, Reply

BASE = "/base/v1"
"""Where the server's API begins, so that a client that drops part of its server's URL is found out."""
_VALIDATORS = {
    (3, 0): V30RequestValidator,
    (3, 1): V31RequestValidator,
    (3, 2): V32RequestValidator,
}
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


class Value(str):
    """The encoded value of a parameter, which knows its parameter."""

    where: str
    name: str


class Located(dict[str, str]):
    """The values of one location (`path`, `query`, `header`, `cookie`) by decoded name, with the pairs as they came."""

    def __init__(self, where: str, pairs: list[tuple[str, str]]) -> None:
        super().__init__((_key(where, unquote_plus(name)), value) for name, value in pairs)
        self.where = where
        self.pairs = pairs

    def __contains__(self, name: object) -> bool:
        return super().__contains__(_key(self.where, str(name)))

    def __getitem__(self, name: str) -> str:
        value = Value(super().__getitem__(_key(self.where, name)))
        value.where, value.name = self.where, name
        return value


def _key(where: str, name: str) -> str:
    return name.lower() if where == "header" else name


@dataclass
class Judgement:
    """What came of one request: the values read from it, and all that was wrong with it.

    Parameters are by location and name. Parts keep their bytes and headers.
    """

    request: Received
    parameters: dict[tuple[str, str], Any] = field(default_factory=dict[tuple[str, str], Any])
    body: Any = None
    parts: list[Part] = field(default_factory=list[Part])
    problems: list[str] = field(default_factory=list[str])


@dataclass
class _Request:
    """A request as openapi-core wants to see it."""

    host_url: str
    path: str
    method: str
    body: bytes
    content_type: str
    parameters: RequestParameters


class _Decoder:
    """Stands in for openapi-core's deserialisers, and remembers what it has read."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge

    def create(self, spec: SchemaPath, *args: Any, **kwargs: Any) -> Any:
        """Of a parameter: schema, style, explode, name. Of a body: media type, and its parameters."""
        if "name" in kwargs:
            return _Reading(lambda location: self.judge.read_parameter(kwargs["name"], location))
        return _Reading(lambda data: self.judge.read_content(args[0], data))


@dataclass
class _Reading:
    read: Any

    def deserialize(self, value: Any) -> Any:
        return self.read(value)


class Judge:
    """Holds requests to one operation of a document."""

    def __init__(self, viewed: RawDocument, operation: RawOperation) -> None:
        self.document = viewed
        self.operation = next(
            found
            for found in viewed.operations
            if (found.path_key, found.method) == (operation.path_key, operation.method)
        )
        self.judgement = Judgement(Received("", "", (), b"", 0, 0.0))
        version = viewed.version
        decoder: Any = _Decoder(self)
        self.validator: Any = _VALIDATORS[version](
            SchemaPath.from_dict(self._alone()),
            base_url=None,
            style_deserializers_factory=decoder,
            media_type_deserializers_factory=decoder,
            # Its own check for `time` knows no offset.
            extra_format_validators={"time": lambda value: True},
        )

    @property
    def method(self) -> str:
        """The method in openapi-core's eyes, which knows the eight old ones only."""
        return self.operation.method if self.operation.method in METHODS else "post"

    def _alone(self) -> dict[str, Any]:
        """The document with one operation, its path clean, at the server's address."""
        operation = dict(self.operation.operation)
        operation.pop("servers", None)
        # An operation's parameters are those of its path too, and those that the specification ignores are left out.
        operation["parameters"] = [
            self._sendable(parameter)
            for parameter in self.operation.parameters.values()
            if parameter["in"] != "querystring"
        ]
        if self.operation.body:
            contents = {
                name: self._media(name, media) for name, media in self.operation.contents.items()
            }
            operation["requestBody"] = {**self.operation.body, "content": contents}
        tree = {
            key: value
            for key, value in self.document.tree.items()
            if key
            in (
                "openapi",
                "info",
                "components",
                "security",
                "x-files",
                "x-paths",
                "jsonSchemaDialect",
            )
        }
        tree["servers"] = [{"url": BASE}]
        tree["paths"] = {"/operation": {self.method: operation}}
        schemes = (tree.get("components") or {}).get("securitySchemes") or {}
        if schemes:
            known = {
                name: understood(self.document.resolve(given)) for name, given in schemes.items()
            }
            tree["components"] = {**tree["components"], "securitySchemes": known}
        return tree

    def _sendable(self, parameter: dict[str, Any]) -> dict[str, Any]:
        """A parameter without `readOnly`, which speaks of properties only."""
        schema = self.document.resolve(parameter.get("schema"))
        if not isinstance(schema, dict) or "readOnly" not in schema:
            return parameter
        return {**parameter, "schema": {k: v for k, v in schema.items() if k != "readOnly"}}

    def _media(self, name: str, media: dict[str, Any]) -> dict[str, Any]:
        """What a body is held to: openapi-core knows neither the meaning of XML nor lines, nor boolean schemas here."""
        schema = media.get("schema", {})
        if "xml" in name or schema is True:
            return {**media, "schema": {}}
        if kind_of(name) == "json-lines":
            schema = media.get("itemSchema", schema)
            if Shape(self.document, schema).kind != "array":
                return {**media, "schema": {"type": "array", "items": schema}}
        return media

    def judge(self, request: Received) -> Judgement:
        """Read a request and say what is wrong with it."""
        self.judgement = judgement = Judgement(request)
        try:
            parameters = self._located(request)
        except AssertionError as problem:
            judgement.problems.append(str(problem))
            return judgement
        seen = _Request(
            host_url="http://127.0.0.1",
            path=f"{BASE}/operation",
            method=self.method,
            body=request.body,
            content_type=request.header("Content-Type") or "",
            parameters=parameters,
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for problem in self.validator.iter_errors(seen):
                judgement.problems.append(explained(problem))
        self._beyond(request)
        return judgement

    def _located(self, request: Received) -> RequestParameters:
        wanted = self.operation.method if self.operation.method not in METHODS else self.method
        assert request.method.lower() == wanted.lower(), f"the method is {request.method}"
        path, _, query = request.target.partition("?")
        template, _, fixed = self.operation.path.partition("?")
        pairs = split_query(query)
        for pair in split_query(fixed):
            assert pair in pairs, f"the query {query!r} has lost {pair}, which the path names"
            pairs.remove(pair)
        pattern = "".join(
            f"(?P<g{index // 2}>[^/]*)" if index % 2 else re.escape(piece)
            for index, piece in enumerate(re.split(r"\{([^}]*)\}", template))
        )
        names = re.findall(r"\{([^}]*)\}", template)
        found = re.fullmatch(re.escape(BASE) + pattern, path)
        assert found, f"the path {path} is not {BASE}{template}"
        headers = [
            (name, value.encode("latin-1").decode("utf-8")) for name, value in request.headers
        ]
        parameters: Any = RequestParameters(
            path=Located("path", list(zip(names, found.groups(), strict=True))),
            query=Located("query", pairs),
            header=Located("header", headers),
            cookie=Located("cookie", split_cookies(request.header("Cookie") or "")),
        )
        return parameters

    def _beyond(self, request: Received) -> None:
        """What openapi-core does not look at."""
        problems = self.judgement.problems
        declared = {unquote_plus(name) for name, _ in split_query(request.target.partition("?")[2])}
        known = {name for location, name in self.operation.parameters if location == "query"}
        loose = any(
            parameter["in"] == "querystring"
            or Shape(self.document, parameter.get("schema", {})).kind == "object"
            for parameter in self.operation.parameters.values()
        )
        keys = {
            scheme.get("name")
            for scheme in (
                self.document.resolve(given)
                for given in (self.document.tree.get("components") or {})
                .get("securitySchemes", {})
                .values()
            )
        }
        known |= {name for name, _ in split_query(self.operation.path.partition("?")[2])}
        if not loose and declared - known - keys:
            problems.append(
                f"the query has what nobody declared: {sorted(declared - known - keys)}"
            )
        if request.body and not self.operation.body:
            problems.append("a body was sent where none is declared")
        if self.operation.body.get("required") and request.header("Content-Type") is None:
            problems.append("the body has no Content-Type")

    def read_parameter(self, name: str, location: Any) -> Any:
        """The value of a parameter. Raises `KeyError` when it is not there."""
        where = location.where
        parameter = self.operation.parameters[where, name]
        style = parameter.get("style") or _STYLES[where]
        explode = parameter.get("explode", style in ("form", "cookie"))
        shape = Shape(self.document, parameter.get("schema", {}))
        others = frozenset(n for place, n in self.operation.parameters if place == where)
        try:
            if where == "path":
                texts = decode_path(location[name], name, style, explode, shape)
            elif where == "header":
                texts = decode_header(location[name], explode, shape)
            elif style == "cookie":
                texts = {key: value for key, value in location.pairs}[name]
            else:
                texts = decode_query(location.pairs, name, style, explode, shape, others)
        except (AssertionError, ValueError) as problem:
            self.judgement.problems.append(f"{where} parameter {name}: {problem}")
            raise KeyError(name) from problem
        self.judgement.parameters[where, name] = shape.cast(texts)
        return shape.cast(texts)

    def read_content(self, media_type: str, data: Any) -> Any:
        """The value of a body, or of a parameter that is described by `content`."""
        if isinstance(data, Value):
            text = {"header": str, "path": unquote}.get(data.where, unquote_plus)(data)
            value = json.loads(text) if "json" in media_type else text
            self.judgement.parameters[data.where, data.name] = value
            return value
        try:
            self.judgement.body = self._body(media_type, data)
        except (AssertionError, ValueError) as problem:
            self.judgement.problems.append(f"RequestBody cannot be read: {problem}")
            return None
        return self._for_validation(self.judgement.body)

    def _for_validation(self, value: Any) -> Any:
        if isinstance(value, bytes):
            return value.decode("latin-1")
        if isinstance(value, dict):
            return {key: self._for_validation(member) for key, member in value.items()}
        if isinstance(value, list):
            return [self._for_validation(member) for member in value]
        return value

    def _body(self, media_type: str, data: bytes) -> Any:
        kind = media_type.lower()
        media = self.operation.contents.get(media_type) or next(
            iter(self.operation.contents.values())
        )
        schema = media.get("schema", {})
        shape = Shape(self.document, schema)
        if kind == "application/json" or kind.endswith("+json"):
            return json.loads(data)
        if kind.startswith("multipart/"):
            content_type = self.judgement.request.header("Content-Type") or ""
            self.judgement.parts = split_multipart(data, content_type)
            styled = self._styled_parts(media, shape)
            names = dict.fromkeys(part.name for part in self.judgement.parts)
            return styled | {
                name: decode_part(
                    [part for part in self.judgement.parts if part.name == name],
                    shape.of_property(name),
                )
                for name in names
            }
        if kind == "application/x-www-form-urlencoded":
            return self._form(data.decode(), media, shape)
        if "json" in kind and ("lines" in kind or "jsonl" in kind or "ndjson" in kind):
            return [json.loads(line) for line in data.splitlines() if line]
        return data.decode() if kind.startswith("text/") or "xml" in kind else data

    def _styled_parts(self, media: dict[str, Any], shape: Shape) -> dict[str, Any]:
        """The properties whose encoding has a style, taken from the parts. OpenAPI 3.0 knows none here, and no file has one."""
        encodings = media.get("encoding") or {}
        styled = {name: each for name, each in encodings.items() if "style" in each}
        if not styled or self.document.version < (3, 1):
            return {}
        texts = [part for part in self.judgement.parts if part.filename is None]
        pairs = [(quote(part.name), quote(part.body.decode(), safe=",")) for part in texts]
        found: dict[str, Any] = {}
        for name, encoding in styled.items():
            inner = shape.of_property(name)
            explode = encoding.get("explode", encoding["style"] == "form")
            try:
                read = decode_query(pairs, name, encoding["style"], explode, inner, frozenset())
            except KeyError:
                continue
            found[name] = inner.cast(read)
        owned = {name for name, each in found.items() if isinstance(each, dict) for name in each}
        owned |= found.keys() | {f"{name}[{key}]" for name in found for key in owned}
        self.judgement.parts = [
            part
            for part in self.judgement.parts
            if part.name not in owned or part.filename is not None
        ]
        return found

    def _form(self, text: str, media: dict[str, Any], shape: Shape) -> dict[str, Any]:
        pairs = split_query(text)
        encodings = media.get("encoding") or {}
        found: dict[str, Any] = {}
        declared = frozenset(shape.properties)
        loose = {unquote_plus(name).partition("[")[0] for name, _ in pairs} if shape.open else set()
        for name in dict.fromkeys([*shape.properties, *sorted(loose - declared)]):
            encoding = encodings.get(name, {})
            inner = shape.of_property(name)
            style = encoding.get("style", "form")
            try:
                if "contentType" in encoding and "json" in encoding["contentType"]:
                    raw = dict((unquote_plus(key), value) for key, value in pairs)[name]
                    found[name] = json.loads(unquote_plus(raw))
                    continue
                explode = encoding.get("explode", style == "form")
                texts = decode_query(pairs, name, style, explode, inner, declared - {name})
            except KeyError:
                continue
            found[name] = inner.cast(texts)
        return found


def understood(scheme: dict[str, Any]) -> dict[str, Any]:
    """A security scheme as openapi-core takes it: it compares names that have no case, and knows no mutual TLS."""
    if scheme["type"] == "mutualTLS":
        return {"type": "openIdConnect", "openIdConnectUrl": "https://example.com"}
    return {**scheme, "scheme": scheme["scheme"].lower()} if "scheme" in scheme else scheme


def explained(problem: BaseException) -> str:
    """An error of openapi-core with its causes, in short."""
    parts: list[str] = []
    current: BaseException | None = problem
    while current is not None:
        errors = getattr(current, "schema_errors", None)
        if errors is not None:
            parts += [f"{error.json_path}: {error.message[:300]}" for error in errors]
        elif current.__cause__ is None or current is problem:
            parts.append(f"{type(current).__name__}: {str(current)[:100]}")
        current = current.__cause__
    return " <- ".join(parts)


class ValidatingServer(HttpServer):
    """Answers every request with `reply`, after holding it to the operation that is expected."""

    def __init__(self, document: RawDocument) -> None:
        self.viewed = RawDocument(request_view(document.tree))
        self.judges: dict[tuple[str, str], Judge] = {}
        self.expected: RawOperation | None = None
        self.reply = Reply()
        self.judgements: list[Judgement] = []
        super().__init__(self._judged)

    @property
    def api_url(self) -> str:
        return self.url + BASE

    def expect(self, operation: RawOperation, reply: Reply) -> None:
        """The next request must be one for this operation, and gets this reply."""
        self.expected, self.reply = operation, reply
        self.judgements.clear()

    def _judged(self, request: Received) -> Reply:
        assert self.expected is not None, "nothing was expected"
        key = (self.expected.path_key, self.expected.method)
        if key not in self.judges:
            self.judges[key] = Judge(self.viewed, self.expected)
        self.judgements.append(self.judges[key].judge(request))
        return self.reply


def basic(user: str, password: str) -> str:
    """The value of an Authorization header (RFC 7617)."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
