"""Calls every operation of a generated package, and says what went wrong on the way there and back."""

from __future__ import annotations

import asyncio
import inspect
import json
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus.comparing import difference, printed, textual_difference, untyped
from corpus.credentials import credentials_problems, keys_of
from corpus.packages import Package
from corpus.planning import MissingArgument, Plan, Planner, in_json, in_python, kind_of
from corpus.raw_document import RawOperation
from support.loopback import Reply
from support.validating_server import Judgement, ValidatingServer
from support.values import Aim, Unmakeable, Variant


@dataclass(frozen=True)
class Problem:
    """Something wrong with one operation. `kind` is what a list of known faults names."""

    operation: str
    kind: str
    detail: str

    @property
    def key(self) -> str:
        return f"{self.operation}: {self.kind}"


@dataclass(frozen=True)
class Mode:
    """One way to call: synchronously or not, and with which values."""

    asynchronous: bool
    variant: Variant
    objects: bool = False
    """Date-times as objects."""
    salt: str = ""
    """Another one takes other branches of unions."""
    request: bool = False
    """The whole body by `request=` where there is such an argument."""


MODES = (
    Mode(False, "minimal"),
    Mode(False, "maximal", objects=True),
    Mode(True, "maximal", request=True),
    Mode(True, "nulls"),
    Mode(False, "maximal", salt="1"),
    Mode(True, "maximal", salt="2"),
    Mode(False, "maximal", salt="3"),
)


class Caller:
    """Calls the operations of one package against one server."""

    def __init__(self, package: Package, server: ValidatingServer) -> None:
        self.package = package
        self.server = server
        self.planner = Planner(package.raw)
        self.raw = {(op.path_key, op.method.upper()): op for op in package.raw.operations}
        self.settings = {"server_url": server.api_url, "retries": None, "timeout_ms": 10_000}
        self.problems: list[Problem] = []

    def run(self, modes: tuple[Mode, ...] = MODES) -> list[Problem]:
        """Call everything, and give what was wrong."""
        asyncio.run(self._run(modes))
        return self.problems

    async def _run(self, modes: tuple[Mode, ...]) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            taken = inspect.signature(self.package.module.Client).parameters
            for name in self.package.credentials.keys() - taken.keys():
                self._note("*", "client", f"there is no argument {name}")
            try:
                client = self.package.module.Client(**self.package.credentials, **self.settings)
            except Exception as problem:
                self._note("*", "client", f"{type(problem).__name__}: {problem}")
                return
            async with client:
                with client:
                    for entry in self.package.operations:
                        operation = self.raw[entry["path_key"], entry["http_method"].upper()]
                        for mode in modes:
                            await self._try(client, entry, operation, mode)
                        for status, _ in operation.successes[1:]:
                            await self._try(client, entry, operation, modes[0], status)
                        await self._try_error(client, entry, operation)

    def _note(self, operation: str, kind: str, detail: str) -> None:
        self.problems.append(Problem(operation, kind, detail))

    async def _try(
        self,
        client: Any,
        entry: dict[str, Any],
        operation: RawOperation,
        mode: Mode,
        status: int | None = None,
    ) -> None:
        name = entry["operation_id"]
        tag = f"[{'async ' if mode.asynchronous else ''}{mode.variant}{mode.salt}{f' {status}' if status else ''}]"
        try:
            plan = self.planner.plan(operation, entry, mode.variant, status, mode.salt)
        except MissingArgument as problem:
            self._note(name, "argument", f"{tag} there is no argument for {problem}")
            return
        except (Unmakeable, AssertionError) as problem:
            self._note(name, "value", f"{tag} {problem}")
            return
        if status is not None and entry["streams"] is not (plan.reply.stream is not None):
            return
        self.server.expect(operation, plan.reply)
        try:
            arguments = self._arguments(client, entry, plan, mode)
        except AttributeError as problem:
            self._note(name, "name", f"{tag} {entry['call']}: {problem}")
            return
        try:
            result = await self._call(client, entry, arguments, mode.asynchronous)
        except Exception as problem:
            sent = bool(self.server.judgements)
            kind = "answer" if sent else "call"
            self._note(
                name,
                kind,
                f"{tag} {type(problem).__name__}: {problem}"[:1500]
                + self._context(plan, arguments, sent),
            )
            if sent:
                self._check_request(name, tag, operation, plan, self.server.judgements[0])
            return
        if not self.server.judgements:
            self._note(name, "call", f"{tag} nothing reached the server")
            return
        self._check_request(name, tag, operation, plan, self.server.judgements[0])
        for problem in self._wrong_results(plan, result):
            self._note(name, "result", f"{tag} {problem}")

    def _context(self, plan: Plan, arguments: Any, sent: bool) -> str:
        return f"\n      {'answered' if sent else 'called with'} {plan.answer if sent else arguments!r}"[
            :600
        ]

    def _arguments(
        self, client: Any, entry: dict[str, Any], plan: Plan, mode: Mode
    ) -> dict[str, Any]:
        arguments = in_python(plan.arguments) if mode.objects else plan.arguments
        arguments = {
            key: in_json(value) if not mode.objects else value for key, value in arguments.items()
        }
        method = member_of(client, entry["call"])
        parameters = inspect.signature(method).parameters
        fields = [a["argument"] for a in entry["parameters"] if a["in"] == "body-field"]
        if (
            mode.request
            and fields
            and "request" in parameters
            and "request" not in fields
            and plan.body is not None
        ):
            arguments = {
                key: value
                for key, value in arguments.items()
                if key != "extra_body"
                and (key not in fields or parameters[key].default is inspect.Parameter.empty)
            }
            body = {k: v for k, v in plan.body.items() if not (entry["twins"] and k == "stream")}
            arguments["request"] = in_json(body)
        return arguments

    async def _call(
        self, client: Any, entry: dict[str, Any], arguments: dict[str, Any], asynchronous: bool
    ) -> Any:
        method = member_of(client, entry["async_call" if asynchronous else "call"])
        if asynchronous and entry["streams"]:
            async with method(**arguments) as events:
                return [event async for event in events]
        if asynchronous:
            return await method(**arguments)
        return await asyncio.to_thread(self._call_now, method, arguments, entry["streams"])

    def _call_now(self, method: Any, arguments: dict[str, Any], streams: bool) -> Any:
        if streams:
            with method(**arguments) as events:
                return list(events)
        return method(**arguments)

    def _check_request(
        self, name: str, tag: str, operation: RawOperation, plan: Plan, judgement: Judgement
    ) -> None:
        if plan.misfits:
            self._note(name, "value", f"{tag} {plan.misfits[0]}"[:400])
        for problem in [p for p in judgement.problems if not (plan.misfits and "RequestBody" in p)]:
            self._note(name, "request", f"{tag} {problem}\n      {self._seen(judgement)}")
        for (where, wire), given in plan.parameters.items():
            if where == "querystring":
                continue
            if (where, wire) not in judgement.parameters:
                self._note(
                    name,
                    "parameter",
                    f"{tag} {where} {wire}={given!r} did not arrive\n      {self._seen(judgement)}",
                )
                continue
            found = textual_difference(given, judgement.parameters[where, wire])
            if found:
                self._note(
                    name,
                    "parameter",
                    f"{tag} {where} {wire}: {found}\n      {self._seen(judgement)}",
                )
        extra = judgement.parameters.keys() - plan.parameters.keys() - keys_of(self.package)
        # Every client has headers of its own.
        extra = {key for key in extra if key[1].lower() not in ("user-agent", "accept-encoding")}
        for where, wire in sorted(extra):
            schema = operation.parameters[where, wire].get("schema", {})
            if self.package.raw.constant(schema) is None:
                self._note(name, "parameter", f"{tag} {where} {wire} was sent without being given")
        self._check_body(name, tag, plan, judgement)
        if judgement.request.header("Accept") is None:
            self._note(name, "request", f"{tag} there is no Accept")
        for problem in credentials_problems(self.package, operation, judgement):
            self._note(name, "credentials", f"{tag} {problem}")

    def _seen(self, judgement: Judgement) -> str:
        request = judgement.request
        return f"{request.method} {request.target} {request.body[:1000]!r}"

    def _check_body(self, name: str, tag: str, plan: Plan, judgement: Judgement) -> None:
        if plan.body is None:
            if judgement.request.body and not self._only_constants(judgement.body):
                self._note(
                    name,
                    "body",
                    f"{tag} a body was sent without being given: {judgement.request.body!r}",
                )
            return
        kind = kind_of(plan.media_type)
        if kind in ("json", "json-lines"):
            if judgement.body is None and judgement.request.body:
                return
            found = difference(plan.body, judgement.body, self._constant)
        elif kind in ("form", "multipart") and not isinstance(plan.body, str):
            found = difference(
                text_without_nulls(plan.body),
                text_without_nulls(judgement.body or {}),
                self._constant,
            )
        else:
            expected = plan.body.encode() if isinstance(plan.body, str) else plan.body
            found = (
                ""
                if judgement.request.body == expected
                else f"{judgement.request.body!r} instead of {expected!r}"
            )
        if found:
            self._note(name, "body", f"{tag} {found}\n      {self._seen(judgement)}")

    def _constant(self, name: str, value: Any) -> bool:
        """Whether a property may be sent without asking; of a form, its text."""
        texts = {json.dumps(value), value if isinstance(value, str) else ""}
        return any((name, text) in self.package.raw.constants for text in texts)

    def _only_constants(self, value: Any) -> bool:
        return isinstance(value, dict) and all(self._constant(k, v) for k, v in value.items())

    def _wrong_results(self, plan: Plan, result: Any) -> Iterator[str]:
        match plan.answer_kind:
            case "none":
                if (
                    result is not None
                    and result != b""
                    and not (isinstance(result, str) and not result)
                ):
                    yield f"{result!r} came of an answer without a body"
            case "binary" | "text" | "xml":
                got = (
                    result.encode()
                    if isinstance(plan.answer, bytes) and isinstance(result, str)
                    else result
                )
                if found := difference(printed(plan.answer), printed(got)):
                    yield found
            case _:
                # The type of an event that names none is `message` (WHATWG HTML, "dispatch the event").

                def dispatched(name: str, value: Any) -> bool:
                    return plan.answer_kind == "sse" and (name, value) == ("event", "message")

                got = printed(result)
                if found := difference(plan.answer, got, dispatched):
                    yield f"{found}\n      answered {json.dumps(plan.answer)[:800]}"
                yield from untyped(plan.answer, result)

    async def _try_error(self, client: Any, entry: dict[str, Any], operation: RawOperation) -> None:
        """Have the server answer with the first error that is declared with a JSON body."""
        name = entry["operation_id"]
        for status, given in operation.operation.get("responses", {}).items():
            code = {"4XX": 418, "5XX": 500, "DEFAULT": 418}.get(str(status).upper())
            code = code or (int(status) if str(status).isdigit() else 0)
            contents = self.package.raw.resolve(given).get("content") or {}
            media_type = next((n for n in contents if kind_of(n) == "json"), None)
            if code < 400 or media_type is None or operation.method == "head":
                continue
            try:
                plan = self.planner.plan(operation, entry, "minimal")
                schema = self.package.raw.resolve(contents[media_type]).get("schema", {})
                answer = self.planner.maker.make(schema, Aim("maximal", "response"))
            except (MissingArgument, Unmakeable, AssertionError):
                return
            body = json.dumps(answer).encode()
            self.server.expect(operation, Reply(code, (("Content-Type", media_type),), body))
            await self._expect_error(client, entry, plan, code, answer, name)
            return

    async def _expect_error(
        self, client: Any, entry: dict[str, Any], plan: Plan, code: int, answer: Any, name: str
    ) -> None:
        errors = self.package.module.errors
        arguments = {key: in_json(value) for key, value in plan.arguments.items()}
        try:
            await self._call(client, entry, arguments, False)
        except errors.ClientError as problem:
            if getattr(problem, "status_code", None) != code:
                self._note(name, "error", f"[{code}] {type(problem).__name__}: {problem}"[:500])
                return
            data = getattr(problem, "data", None)
            if isinstance(answer, dict) and (found := difference(answer, printed(data))):
                self._note(
                    name,
                    "error",
                    f"[{code}] {type(problem).__name__}.data: {found}\n      answered {answer!r}"[
                        :900
                    ],
                )
        except Exception as problem:
            if self.server.judgements:
                self._note(name, "error", f"[{code}] {type(problem).__name__}: {problem}"[:500])
        else:
            self._note(name, "error", f"[{code}] nothing was raised")


def member_of(client: Any, path: str) -> Any:
    """What a dotted path such as `beta.conversations.start` leads to."""
    for name in path.split("."):
        client = getattr(client, name)
    return client


def text_without_nulls(value: Any) -> Any:
    """A form's value with every scalar as text; what is null is not sent."""
    if isinstance(value, dict):
        return {
            key: text_without_nulls(member) for key, member in value.items() if member is not None
        }
    if isinstance(value, list):
        return [text_without_nulls(member) for member in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return str(value) if not isinstance(value, float) or not value.is_integer() else str(int(value))
