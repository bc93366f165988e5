"""What to call an operation with, and what the server is to answer."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, field, replace
from typing import Any

from corpus.raw_document import RawDocument, RawOperation, as_list
from support.loopback import Reply
from support.values import Aim, Day, File, Maker, Moment, Variant

_LINES = ("jsonl", "ndjson", "json-lines", "jsonlines", "x-json-stream", "stream+json")
_TEXTS = ("application/sdp", "application/yaml", "application/x-yaml", "application/jwt")


@dataclass
class Plan:
    """One call.

    `arguments` are those of the method; `parameters` what is to reach the server, by location and wire name; `body` the same for
    the body. `answer` is the value that comes back, and `reply` its bytes.
    """

    variant: Variant
    salt: str = ""
    arguments: dict[str, Any] = field(default_factory=dict[str, Any])
    parameters: dict[tuple[str, str], Any] = field(default_factory=dict[tuple[str, str], Any])
    media_type: str = ""
    body: Any = None
    whole: bool = False
    misfits: list[str] = field(default_factory=list[str])
    """What a validator has against the body: no value was found that the schema allows."""
    answer: Any = None
    answer_kind: str = "none"
    reply: Reply = Reply()


class MissingArgument(Exception):
    """The document has something for which the method has no argument."""


class Planner:
    """Plans calls for one document."""

    def __init__(self, document: RawDocument) -> None:
        self.document = document
        self.maker = Maker(document)

    def plan(
        self,
        operation: RawOperation,
        entry: dict[str, Any],
        variant: Variant,
        status: int | None = None,
        salt: str = "",
    ) -> Plan:
        """Plan a call of the method that `inspect` describes by `entry`."""
        plan = Plan(variant, salt)
        names = {
            (item["in"], item["name_on_wire"]): item["argument"] for item in entry["parameters"]
        }
        for (where, wire), parameter in operation.parameters.items():
            self._add_parameter(plan, entry, names, parameter, where, wire)
        # A method of two, told apart by `stream` in the body, always has a body.
        needed = operation.body.get("required") or entry["twins"]
        if operation.contents and (variant != "minimal" or needed):
            self._add_body(plan, operation, entry, names)
        self._add_answer(plan, operation, entry["streams"], status)
        return plan

    def _add_parameter(
        self,
        plan: Plan,
        entry: dict[str, Any],
        names: Any,
        parameter: dict[str, Any],
        where: str,
        wire: str,
    ) -> None:
        schema = parameter.get("schema")
        if schema is None:
            media = next(iter((parameter.get("content") or {"": {}}).values()))
            schema = self.document.resolve(media).get("schema", {})
        constant = self.document.constant(schema)
        if (
            entry["twins"]
            and wire == "stream"
            and "boolean" in as_list(self.document.flat(schema).get("type"))
        ):
            # Each of two methods sends its own.
            plan.parameters[where, wire] = entry["streams"]
            return
        argument = names.get((where, wire))
        if argument is None and constant is None:
            raise MissingArgument(f"{where} parameter {wire}")
        if plan.variant == "minimal" and not parameter.get("required") and where != "path":
            # An optional boolean of one value is a switch.
            if constant is not None and not isinstance(constant[0], bool):
                plan.parameters[where, wire] = constant[0]
            return
        plain = (where == "cookie" and "content" not in parameter) or "Delimited" in parameter.get(
            "style", ""
        )
        aim = Aim(
            plan.variant, plain=plain or where == "header", nulls=False, flat=True, salt=plan.salt
        )
        value = constant[0] if constant else self.maker.make(schema, aim, f"$.{wire}")
        if isinstance(value, list) and not value:
            value = self.maker.make(schema, replace(aim, variant="maximal"), f"$.{wire}")
        if value == {}:
            # Nothing would be sent of an object without properties.
            value = {"name": "anything"}
        if where == "path" and value == "":
            value = self.maker.make({"allOf": [schema, {"minLength": 1}]}, aim, f"$.{wire}")
        plan.parameters[where, wire] = value
        switch = constant is not None and isinstance(constant[0], bool)
        if argument is not None and (constant is None or switch):
            plan.arguments[argument] = value

    def _add_body(
        self, plan: Plan, operation: RawOperation, entry: dict[str, Any], names: Any
    ) -> None:
        plan.media_type = preferred(self.document, operation)
        media = operation.contents[plan.media_type]
        schema = media.get("schema", media.get("itemSchema", {}))
        binary = kind_of(plan.media_type) not in ("json", "json-lines")
        aim = Aim(
            plan.variant, binary=binary, nulls=kind_of(plan.media_type) == "json", salt=plan.salt
        )
        value = self._body_value(plan.media_type, schema, aim)
        fields = {
            wire: argument for (where, wire), argument in names.items() if where == "body-field"
        }
        whole = next((argument for (where, _), argument in names.items() if where == "body"), None)
        twins = entry["twins"]
        if (
            twins
            and isinstance(value, dict)
            and "stream" in (self.document.flat(schema).get("properties") or {})
        ):
            value["stream"] = entry["streams"]
        plan.body = value
        if kind_of(plan.media_type) == "json" and not self.maker.fits(schema, value):
            plan.misfits = self.maker.problems(schema, value)
        if whole is not None:
            plan.whole = True
            plan.arguments[whole] = value
            if kind_of(plan.media_type) == "json-lines" and self._is_whole_text(media):
                plan.arguments[whole] = "".join(f"{json.dumps(each)}\n" for each in value)
            return
        if not fields:
            if isinstance(value, dict) and all(self._is_constant(schema, key) for key in value):
                return
            raise MissingArgument(f"a body of {plan.media_type}")
        for wire, member in list(value.items()):
            if wire in fields:
                plan.arguments[fields[wire]] = member
            elif twins and wire == "stream":
                continue
            elif not self._is_constant(schema, wire):
                properties = self.document.flat(schema).get("properties") or {}
                if wire in properties:
                    raise MissingArgument(f"body property {wire}")
                # What only `additionalProperties` allows goes by an option of the call.
                plan.arguments.setdefault("extra_body", {})[wire] = member
        for wire in [w for w in value if self._is_constant(schema, w) and w in fields]:
            if plan.variant == "minimal":
                plan.arguments.pop(fields[wire], None)

    def _body_value(self, media_type: str, schema: Any, aim: Aim) -> Any:
        match kind_of(media_type):
            case "binary":
                return File(b"\x00\xff raw \r\n bytes")
            case "text" | "xml":
                flat = self.document.flat(schema)
                if flat.get("enum") or "const" in flat:
                    return self.maker.make(schema, aim)
                return "text \u00e9\u4e2d\r\n"
            case "json-lines":
                items = self.document.flat(schema).get("items", schema)
                return [self.maker.make(items, aim, f"$[{index}]") for index in range(2)]
            case "form" | "multipart":
                value = self.maker.make(schema, aim)
                if kind_of(media_type) == "form" and isinstance(value, str):
                    return "name=anything"
                if not isinstance(value, dict):
                    # Fields have names, whatever the schema says.
                    return {"name": "anything"}
                properties = self.document.flat(schema).get("properties") or {}
                full = replace(aim, variant="maximal")
                # A list without members cannot be written.
                return type(value)(
                    (name, self.maker.make(properties[name], full, f"$.{name}"))
                    if member == [] and name in properties
                    else (name, member)
                    for name, member in value.items()
                )
            case _:
                return self.maker.make(schema, aim)

    def _is_constant(self, schema: Any, name: str) -> bool:
        property_ = (self.document.flat(schema).get("properties") or {}).get(name)
        return property_ is not None and self.document.constant(property_) is not None

    def _add_answer(
        self, plan: Plan, operation: RawOperation, streams: bool, status: int | None
    ) -> None:
        for code, response in operation.successes:
            if status is not None and code != status:
                continue
            contents = {
                name: self.document.resolve(media)
                for name, media in (response.get("content") or {}).items()
            }
            fitting = [n for n in contents if (kind_of(n) in ("sse", "json-lines")) == streams]
            fitting.sort(key=lambda name: kind_of(name) != "json")
            if contents and not fitting and status is None:
                continue
            headers = self._headers(response)
            if operation.method == "head" or not fitting or code in (204, 205):
                plan.reply = Reply(code, headers)
                return
            self.answer_with(plan, code, fitting[0], contents[fitting[0]], headers)
            return

    def _headers(self, response: dict[str, Any]) -> tuple[tuple[str, str], ...]:
        found: list[tuple[str, str]] = []
        for name, given in (response.get("headers") or {}).items():
            header = self.document.resolve(given)
            value = self.maker.make(
                header.get("schema", {}), Aim("minimal", plain=True, nulls=False)
            )
            if isinstance(value, str | int | float) and name.lower() not in (
                "content-type",
                "content-length",
                "transfer-encoding",
                "link",
                "content-encoding",
            ):
                found.append((name, json.dumps(value) if not isinstance(value, str) else value))
        return tuple(found)

    def answer_with(
        self,
        plan: Plan,
        code: int,
        media_type: str,
        media: dict[str, Any],
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Make a reply of one media type, and what is to be read from it."""
        aim = Aim(plan.variant, "response", binary=True, salt=plan.salt)
        kind = kind_of(media_type)
        raw = self.document.flat(media.get("schema", {})).get("format") == "binary"
        if ("*" in media_type and "schema" not in media) or (
            raw and kind not in ("sse", "json-lines")
        ):
            kind = "binary"
        plan.answer_kind = kind
        schema = media.get("schema", {})
        sent = (
            {
                "json": "application/json",
                "binary": "application/octet-stream",
                "text": "text/plain",
            }[kind]
            if "*" in media_type
            else media_type
        )
        headers = (*headers, ("Content-Type", sent))
        if kind in ("sse", "json-lines"):
            plan.answer, pieces = self._stream(kind, media, aim)
            plan.reply = Reply(code, headers, stream=pieces)
            return
        if kind == "json":
            plan.answer = self.maker.make(schema, replace(aim, binary=False))
            body = json.dumps(plan.answer, ensure_ascii=False).encode()
        elif kind in ("text", "xml"):
            plan.answer = self._body_value("text/plain", schema, aim)
            body = plan.answer.encode()
        else:
            plan.answer = body = b"\x89PNG\r\n\x1a\n\x00 bytes \xff"
        plan.reply = Reply(code, headers, body)

    def _stream(self, kind: str, media: dict[str, Any], aim: Aim) -> tuple[list[Any], list[bytes]]:
        """Events as they are to come back, and the bytes of each."""
        schema = media.get("itemSchema", media.get("schema", {}))
        flat = self.document.flat(schema)
        if (
            "itemSchema" not in media
            and "items" in flat
            and "array" in as_list(flat.get("type", "array"))
        ):
            schema = flat["items"]
            flat = self.document.flat(schema)
        if "itemSchema" not in media and flat.get("format") == "binary":
            schema = flat = {}
        count = 2 if aim.variant == "minimal" else 4
        aim = replace(aim, binary=False)
        values = [self.maker.make(schema, aim, f"$.event{index}") for index in range(count)]
        if kind == "json-lines" and self._is_whole_text(media):
            return values, [f"{value}\n".encode() for value in values]
        if kind == "json-lines":
            return values, [json.dumps(value).encode() + b"\n" for value in values]
        pieces: list[bytes] = []
        for value in values:
            lines: list[str] = []
            if self._is_envelope(schema):
                # An event without data is never dispatched.
                properties = flat.get("properties") or {}
                inner = self.document.flat(properties.get("data")).get("contentSchema")
                if inner is not None or "data" not in value:
                    # What the text holds is what comes.
                    value["data"] = self.maker.make(inner or properties["data"], aim, "$.data")
                data = value["data"]
                lines += [
                    f"{key}: {value[key]}"
                    for key in ("event", "id", "retry")
                    if value.get(key) is not None
                ]
            else:
                data = value
            text = data if isinstance(data, str) and self._is_text(schema) else json.dumps(data)
            lines += [f"data: {line}" for line in text.split("\n")]
            pieces.append(("\n".join(lines) + "\n\n").encode())
        return values, pieces

    def _is_whole_text(self, media: dict[str, Any]) -> bool:
        """Whether a schema is that of all lines together, as one text."""
        flat = self.document.flat(media.get("schema", {}))
        text = "string" in as_list(flat.get("type", "")) and flat.get("format") != "binary"
        return text and "itemSchema" not in media

    def _is_envelope(self, schema: Any) -> bool:
        flat = self.document.flat(schema)
        if flat.get("unions"):
            return all(self._is_envelope(branch) for branch in flat["unions"][0])
        names = set(flat.get("properties") or {})
        return "data" in names and (
            names <= {"event", "data", "id", "retry"}
            or {"event", "data"} <= set(flat.get("required") or ())
        )

    def _is_text(self, schema: Any) -> bool:
        flat = self.document.flat(schema)
        if not self._is_envelope(schema):
            return "string" in as_list(flat.get("type", ""))
        if flat.get("unions"):
            return all(self._is_text(branch) for branch in flat["unions"][0])
        data = self.document.flat(flat["properties"]["data"])
        return "contentSchema" not in data and "string" in as_list(data.get("type", ""))


def kind_of(media_type: str) -> str:
    """What a media type holds: json, json-lines, sse, form, multipart, text, xml, binary."""
    name = media_type.partition(";")[0].strip().lower()
    if name == "text/event-stream":
        return "sse"
    if any(word in name for word in _LINES):
        return "json-lines"
    if name in ("application/json", "text/json", "*/*", "application/*") or name.endswith("+json"):
        return "json"
    if name == "application/x-www-form-urlencoded":
        return "form"
    if name.startswith("multipart/"):
        return "multipart"
    if name.endswith(("/xml", "+xml")):
        return "xml"
    if name.startswith("text/") or name in _TEXTS or name.endswith("+yaml"):
        return "text"
    return "binary"


def preferred(document: RawDocument, operation: RawOperation) -> str:
    """The media type that a client is to choose: JSON, unless there are files for which a multipart body is offered."""
    ranks = ("json", "multipart", "form", "binary", "json-lines", "text", "sse", "xml")
    found = sorted(operation.contents, key=lambda name: ranks.index(kind_of(name)))
    if kind_of(found[0]) == "json" and any(kind_of(name) == "multipart" for name in found):
        schema = operation.contents[found[0]].get("schema", {})
        if holds_files(document, schema):
            return next(name for name in found if kind_of(name) == "multipart")
    return found[0]


def holds_files(document: RawDocument, schema: Any, depth: int = 0) -> bool:
    flat = document.flat(schema)
    if flat.get("format") == "binary":
        return True
    inner = [
        *(flat.get("properties") or {}).values(),
        *([flat["items"]] if "items" in flat else []),
    ]
    inner += [branch for union in flat.get("unions", []) for branch in union]
    return depth < 4 and any(holds_files(document, part, depth + 1) for part in inner)


def in_python(value: Any) -> Any:
    """The value with date-times and dates as objects, as a user would rather give them."""
    if isinstance(value, Moment):
        return datetime.datetime.fromisoformat(value)
    if isinstance(value, Day):
        return datetime.date.fromisoformat(value)
    if isinstance(value, dict):
        return {key: in_python(member) for key, member in value.items()}
    if isinstance(value, list):
        return [in_python(member) for member in value]
    return value


def in_json(value: Any) -> Any:
    """The value in plain types: no subclass that would help a client."""
    if isinstance(value, bytes):
        return bytes(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dict):
        return {key: in_json(member) for key, member in value.items()}
    if isinstance(value, list):
        return [in_json(member) for member in value]
    return value
