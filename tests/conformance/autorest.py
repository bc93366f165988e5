"""Calls the AutoRest test server: dozens of documents of OpenAPI 2.0, and a server that judges what it gets and counts its scenarios.

What to call an operation with is in `autorest.yaml` where its document does not say it, each call once with JSON values by keyword and
once with a whole body, asynchronously. The server answers with an error what it did not expect; what it answers else has to print
back as it came, or to be told as what does not follow the document. In the end each scenario has to have been reached.
"""

from __future__ import annotations

import asyncio
import inspect
import re
import traceback
import warnings
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import yaml
from conformance.generated import Ungenerated, forget, generate
from conformance.outcomes import Outcome
from conformance.swagger_answers import follows, same
from corpus.calling import member_of
from corpus.packages import Package
from corpus.raw_document import read

SUITE = "autorest"
_COUNTED = ("vanilla", "optional", "dpg")
"""The server's lists of scenarios, but for that of the extensions that only Azure has."""
TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text())
"""The calls of each document's operations."""
_OPTIONS = ("$headers", "$refused", "$streamed")
_NO_ROUTE = re.compile(r"<pre>Cannot [A-Z]+ /")


class NoRoute(Exception):
    """The server does not know the operation."""


@dataclass(frozen=True)
class Job:
    """One document, and the server that its client is to call."""

    document: Path
    url: str
    only: str


def run(documents: Path, url: str, only: str = "") -> list[Outcome]:
    """Call all operations of the documents in a folder, and look for the scenarios that were not reached."""
    jobs = [Job(file, url, only) for file in sorted(documents.glob("*.json"))]
    # One at a time: the scenarios of all documents have the same counters.
    with get_context("spawn").Pool(1, maxtasksperchild=20) as pool:
        outcomes = [outcome for found in pool.imap(run_document, jobs) for outcome in found]
    if not only:
        outcomes += [
            Outcome(SUITE, name, "passed" if count else "failed", "the scenario was not reached")
            for name, count in reached(url).items()
        ]
    return outcomes


def reached(url: str, *more: str) -> dict[str, int]:
    """How often each scenario was reached."""
    found: dict[str, int] = {}
    for category in (*_COUNTED, *more):
        found |= httpx.get(f"{url}/report/{category}", verify=False).json()
    return found


def run_document(job: Job) -> list[Outcome]:
    """Call each operation of a document."""
    name = job.document.stem
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            module = re.sub(r"\W", "_", f"autorest_{name}").lower()
            package = generate(job.document, Path(folder), module)
        except Ungenerated as problem:
            return [Outcome(SUITE, name, "failed", str(problem)[:600])]
        try:
            return asyncio.run(_call_all(Service(job.url, package, read(job.document)), job.only))
        finally:
            forget(package)


async def _call_all(service: Service, only: str) -> list[Outcome]:
    outcomes: list[Outcome] = []
    name = service.package.document.stem
    async with service.client:
        with service.client:
            for entry in service.package.operations:
                label = f"{name}: {entry['operation_id']}"
                if not re.search(only, label):
                    continue
                if "$skip" in service.table:
                    why = service.table["$skip"]
                    outcomes.append(Outcome(SUITE, label, "not expressible", why))
                else:
                    outcomes += await _call(Caller(service, entry), label)
    return outcomes


async def _call(caller: Caller, label: str) -> list[Outcome]:
    """What became of the calls of one operation."""
    outcomes: list[Outcome] = []
    for index, call in enumerate(caller.calls()):
        name = f"{label} {index + 1}" if index else label
        try:
            problem = await caller.run(call, False) or await caller.run(call, True)
        except NoRoute:
            outcomes.append(Outcome(SUITE, name, "not expressible", "the server has no route"))
            continue
        except Exception as raised:
            where = traceback.extract_tb(raised.__traceback__)[-1]
            problem = (
                f"{type(raised).__name__}: {raised} ({Path(where.filename).name}:{where.lineno})"
            )
        kind = "failed" if problem else "passed"
        outcomes.append(Outcome(SUITE, name, kind, problem[:1200]))
    return outcomes


class Service:
    """One document, with the client that was generated from it."""

    def __init__(self, server: str, package: Package, tree: Any) -> None:
        self.server = server
        self.package = package
        self.tree = tree
        self.table: dict[str, Any] = TABLE.get(package.document.stem, {})
        self.url = server + self.table.get("$base", tree.get("basePath", "")).rstrip("/")
        self.answers: list[httpx.Response] = []
        """The answers that were a success, the last one last."""
        self.client = package.module.Client(
            server_url=self.url,
            timeout_ms=20_000,
            retries=package.module.RetryConfig(initial_interval_ms=1),
            hooks=package.module.Hooks(after_success=self.answers.append),
            **self.table.get("$client", {}),
        )


class Caller:
    """Calls one operation."""

    def __init__(self, service: Service, entry: dict[str, Any]) -> None:
        self.service = service
        self.errors = service.package.module.errors
        self.entry = entry
        paths = {**service.tree["paths"], **service.tree.get("x-ms-paths", {})}
        self.item = paths[entry["path_key"]]
        self.operation = self.item[entry["http_method"].lower()]

    def calls(self) -> list[dict[str, Any]]:
        """The calls of the operation: those of the table, or one."""
        listed = self.service.table.get(self.entry["operation_id"])
        if listed is not None:
            return listed
        places = {item["in"] for item in self.entry["parameters"]}
        if (
            self.entry["http_method"] == "PUT"
            and "get" in self.item
            and places & {"body", "body-field"}
        ):
            answer = httpx.get(self.service.url + self.entry["path_key"], verify=False)
            if answer.is_success and answer.content:
                in_json = "json" in answer.headers["content-type"]
                return [{"body": answer.json() if in_json else answer.text}]
        return [{}]

    async def run(self, call: dict[str, Any], asynchronous: bool) -> str:
        """Make the call, and say what was wrong with it; empty for nothing."""
        method = self._method(asynchronous, "$streamed" in call)
        arguments = self._arguments(call, method, asynchronous)
        try:
            result = await self._result(method, arguments, asynchronous)
        except self.errors.ArgumentError as problem:
            return "" if "$refused" in call else f"refused: {problem}"
        except self.errors.ResponseValidationError as problem:
            if not follows(self.service.answers[-1], self.operation, self.service.tree):
                return ""
            return f"unreadable: {problem}"
        except self.errors.ClientError as problem:
            if _NO_ROUTE.search(str(getattr(problem, "body", ""))):
                raise NoRoute from problem
            if await self._is_expected(arguments):
                data = getattr(problem, "data", None)
                return "" if data is None else same(problem.body, data)
            return f"{type(problem).__name__}: {problem}; called with {arguments!r}"
        if "$refused" in call:
            return f"not refused: {arguments!r}"
        return self._check(result) if "$streamed" not in call else ""

    async def _result(self, method: Any, arguments: dict[str, Any], asynchronous: bool) -> Any:
        answer = method(**arguments)
        if hasattr(answer, "iter_bytes"):
            with answer:
                return next(answer.iter_bytes())
        if hasattr(answer, "__aenter__"):
            async with answer as opened:
                return await anext(opened.iter_bytes())
        result = await answer if inspect.isawaitable(answer) else answer
        if self.entry["paginated"]:
            return [item async for item in result] if asynchronous else list(result)
        return result

    async def _is_expected(self, arguments: dict[str, Any]) -> bool:
        """Whether an answer that is an error is what a scenario is about: the same call again counts as one."""
        before = reached(self.service.server, "azure")
        with suppress(self.errors.ClientError):
            await self._result(self._method(True, False), arguments, True)
        return reached(self.service.server, "azure") != before

    def _method(self, asynchronous: bool, streamed: bool) -> Any:
        path = self.entry["async_call" if asynchronous else "call"]
        above, _, name = path.rpartition(".")
        holder = member_of(self.service.client, above) if above else self.service.client
        return getattr(holder.with_streaming_response if streamed else holder, name)

    def _arguments(self, call: dict[str, Any], method: Any, request: bool) -> dict[str, Any]:
        names = {(p["in"], p["name_on_wire"]): p["argument"] for p in self.entry["parameters"]}
        found: dict[str, Any] = {}
        if "$headers" in call:
            found["http_headers"] = call["$headers"]
        for wire, value in call.items():
            if wire == "body":
                self._add_body(value, names, method, request, found)
            elif wire not in _OPTIONS:
                found[_argument(names, wire)] = value
        return found

    def _add_body(
        self, body: Any, names: Any, method: Any, request: bool, found: dict[str, Any]
    ) -> None:
        whole = next((argument for (where, _), argument in names.items() if where == "body"), None)
        fields = {wire: name for (where, wire), name in names.items() if where == "body-field"}
        if whole is None and "request" in inspect.signature(method).parameters:
            whole = "request" if "request" not in fields.values() else None
        body = self._with_bytes(body)
        if whole is not None and (request or not fields or not isinstance(body, dict)):
            found[whole] = body
            return
        for wire, value in body.items():
            if wire in fields:
                found[fields[wire]] = value
            else:
                found.setdefault("extra_body", {})[wire] = value

    def _with_bytes(self, body: Any) -> Any:
        """A body with the texts that stand for files as bytes."""
        files = {p["name"] for p in self.operation.get("parameters", ()) if _is_file(p)}
        if isinstance(body, dict) and files:
            return {name: _bytes(value) if name in files else value for name, value in body.items()}
        types = self.operation.get("consumes") or self.service.tree.get("consumes", ())
        binary = not all("json" in each or "text" in each or "xml" in each for each in types)
        return _bytes(body) if binary else body

    def _check(self, result: Any) -> str:
        content = self.service.answers[-1].content
        if not content or self.entry["http_method"] == "HEAD":
            return "" if result in (None, "", b"", True) else f"{result!r} came of no body"
        if result is None or self.entry["paginated"]:
            return ""
        told = self.service.answers[-1].headers.get("content-type", "")
        if "json" in told or not isinstance(result, str | bytes):
            return same(content, result)
        got = result.encode() if isinstance(result, str) else result
        return "" if got == content else f"{result!r} instead of {content!r}"


def _argument(names: dict[tuple[str, str], str], wire: str) -> str:
    found = [name for (where, n), name in names.items() if n == wire and "body" not in where]
    if not found:
        raise LookupError(f"the method has no argument for {wire}")
    return found[0]


def _is_file(parameter: dict[str, Any]) -> bool:
    kinds = (parameter.get("type"), (parameter.get("items") or {}).get("type"))
    return parameter.get("in") == "formData" and ("file" in kinds or kinds[0] == "array")


def _bytes(value: Any) -> Any:
    if isinstance(value, list):
        return [_bytes(item) for item in value]
    return value.encode() if isinstance(value, str) else value
