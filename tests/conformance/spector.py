"""Runs the scenarios of TypeSpec Spector: hundreds of calls, each checked by the suite's own server.

The specs become documents of OpenAPI 3.0, 3.1 and 3.2 by the suite's own emitter, the documents clients, and each scenario a call
of its method, once with JSON values and once with the objects of Python that stand for them. The server refuses what it does not
expect; what comes back has to be what the scenario says, with types, and has to print back as it came.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import re
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from conformance.arguments import (
    NoArgument,
    Wanted,
    answers_of,
    says_bytes,
    typed,
    wanted_of,
)
from conformance.generated import Ungenerated, forget, generate
from conformance.outcomes import Outcome
from conformance.scenarios import (
    VERSIONS,
    Call,
    Place,
    Scenario,
    content_of,
    find_place,
    read_scenarios,
)
from conformance.typing_of_answers import untyped
from corpus.calling import member_of
from corpus.comparing import difference, printed
from corpus.packages import Package
from corpus.planning import kind_of
from pydantic import BaseModel


@dataclass(frozen=True)
class Job:
    """The scenarios of one spec in one version of OpenAPI."""

    suite: str
    folder: Path
    spec: str
    version: str
    url: str
    scenarios: tuple[Scenario, ...]

    def name_of(self, scenario: Scenario) -> str:
        return f"{scenario.name} {self.version}"


def run(suite: str, folder: Path, url: str, only: str = "") -> list[Outcome]:
    """Run all scenarios that were prepared in a folder against the server at a URL."""
    by_spec: dict[str, list[Scenario]] = {}
    for scenario in read_scenarios(folder):
        if re.search(only, scenario.name):
            by_spec.setdefault(scenario.spec, []).append(scenario)
    jobs = [
        Job(suite, folder, spec, version, url, tuple(scenarios))
        for spec, scenarios in by_spec.items()
        for version in VERSIONS
    ]
    with get_context("spawn").Pool(2, maxtasksperchild=20) as pool:
        return [outcome for found in pool.imap(run_job, jobs) for outcome in found]


def run_job(job: Job) -> list[Outcome]:
    documents = sorted((job.folder / job.spec / job.version).glob("*.json"))
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        packages: list[Package] = []
        try:
            for index, document in enumerate(documents):
                name = re.sub(r"\W", "_", f"{job.suite}_{job.spec}_{job.version}_{index}").lower()
                packages.append(generate(document, Path(folder), name))
        except Ungenerated as problem:
            return [
                Outcome(job.suite, job.name_of(s), "failed", f"nothing was generated: {problem}")
                for s in job.scenarios
            ]
        try:
            return [_run_scenario(job, packages, scenario) for scenario in job.scenarios]
        finally:
            for package in packages:
                forget(package)


def _run_scenario(job: Job, packages: list[Package], scenario: Scenario) -> Outcome:
    name = job.name_of(scenario)
    for call in scenario.calls:
        found = _find(packages, call)
        if found is None:
            why = f"no operation of the documents is {call.method.upper()} {call.uri}"
            return Outcome(job.suite, name, "not expressible", why)
        for asynchronous in (False, True):
            try:
                problem = asyncio.run(Caller(job.url, *found, call).run(scenario, asynchronous))
            except NoArgument as missing:
                return Outcome(job.suite, name, "not expressible", str(missing))
            except Exception as raised:
                where = traceback.extract_tb(raised.__traceback__)[-1]
                problem = f"{type(raised).__name__}: {raised} ({Path(where.filename).name}:{where.lineno})"
            if problem:
                how = "objects, async: " if asynchronous else ""
                return Outcome(job.suite, name, "failed", f"{how}{problem}"[:1200])
    return Outcome(job.suite, name, "passed")


def _find(packages: list[Package], call: Call) -> tuple[Package, Place] | None:
    """The package for a call: the newest one, unless the URL names the version of another."""
    found = [
        (package, place)
        for package in packages
        if (place := find_place(package.raw, call)) is not None
    ]
    for package, place in found:
        if f"api-version:{package.document.stem.rpartition('-')[2]}/" in call.uri:
            return package, place
    return found[-1] if found else None


class Caller:
    """Makes one call of a scenario."""

    def __init__(self, url: str, package: Package, place: Place, call: Call) -> None:
        self.url = url
        self.package = package
        self.place = place
        self.call = call

    async def run(self, scenario: Scenario, asynchronous: bool) -> str:
        """Make the call, and say what was wrong with it; empty for nothing."""
        entry = self._entry()
        wanted = wanted_of(self.package.raw, self.place, entry, self.call)
        async with self._client() as client:
            with client:
                method = self._method(client, entry, asynchronous)
                arguments = self._arguments(wanted, asynchronous)
                try:
                    if entry["streams"]:
                        return self._check_result(
                            await self._events(method, arguments, asynchronous)
                        )
                    answer = method(**arguments)
                    if inspect.isawaitable(answer):
                        answer = await answer
                    result = answer.parse()
                except self.package.module.errors.ClientError as problem:
                    status = getattr(problem, "status_code", None)
                    if status == self.call.status and (scenario.by_status or status >= 400):
                        return self._check_error(problem)
                    return (
                        f"{type(problem).__name__} {status}: {problem}; called with {arguments!r}"
                    )
                if scenario.by_status:
                    return f"nothing was raised for {self.call.status}"
                return self._check_head(answer) or self._check_result(result)

    def _entry(self) -> dict[str, Any]:
        operation = self.place.operation
        entries = [
            entry
            for entry in self.package.operations
            if (entry["path_key"], entry["http_method"].lower())
            == (operation.path_key, operation.method.lower())
        ]
        if not entries:
            raise NoArgument(f"dropped: {self.package.messages}")
        answer = (self.call.answer or {}).get("contentType", "")
        streams = kind_of(answer) in ("sse", "json-lines") if answer else False
        return next((entry for entry in entries if entry["streams"] is streams), entries[0])

    def _client(self) -> Any:
        taken = inspect.signature(self.package.module.Client).parameters
        settings: dict[str, Any] = {"retries": None, "timeout_ms": 10_000}
        settings["server_url"] = self.url + self.place.server_path
        for scheme, given in (
            (self.package.raw.tree.get("components") or {}).get("securitySchemes") or {}
        ).items():
            argument = next((n for n in self.package.credentials if _same(n, scheme)), None)
            if argument in taken and (secret := self._secret(given)):
                settings[argument] = secret
        return self.package.module.Client(**settings)

    def _secret(self, scheme: dict[str, Any]) -> str | None:
        """The credential that the scenario expects for a security scheme."""
        if scheme["type"] == "apiKey":
            given = self.call.query if scheme["in"] == "query" else self.call.headers
            return given.get(scheme["name"] if scheme["in"] == "query" else scheme["name"].lower())
        header = self.call.headers.get("authorization")
        return header.partition(" ")[2] if isinstance(header, str) else None

    def _method(self, client: Any, entry: dict[str, Any], asynchronous: bool) -> Any:
        path = entry["async_call" if asynchronous else "call"]
        if entry["streams"]:
            return member_of(client, path)
        above, _, name = path.rpartition(".")
        holder = member_of(client, above) if above else client
        return getattr(holder.with_raw_response, name)

    def _arguments(self, wanted: Wanted, objects: bool) -> dict[str, Any]:
        if not objects:
            return {**wanted.arguments, **wanted.options}
        given = {
            name: typed(self.package.raw, wanted.schemas[name], value)
            for name, value in wanted.arguments.items()
        }
        return {**given, **wanted.options}

    async def _events(self, method: Any, arguments: Any, asynchronous: bool) -> list[Any]:
        if asynchronous:
            async with method(**arguments) as events:
                return [event async for event in events]
        with method(**arguments) as events:
            return list(events)

    def _check_head(self, answer: Any) -> str:
        if answer.status_code != self.call.status:
            return f"status {answer.status_code} instead of {self.call.status}"
        for name, value in self.call.answer_headers.items():
            if (
                isinstance(value, str)
                and "BASE_URL" not in value
                and answer.headers.get(name) != value
            ):
                return f"header {name}: {answer.headers.get(name)!r} instead of {value!r}"
        return ""

    def _expected(self) -> tuple[str, Any]:
        body = self.call.answer
        if body is None or self.call.method == "head":
            return "none", None
        content = content_of(body)
        kind = kind_of(body["contentType"])
        if kind == "json":
            return kind, json.loads(content.replace(b"BASE_URL", self.url.encode()))
        if kind == "json-lines":
            return kind, [json.loads(line) for line in content.splitlines() if line.strip()]
        return kind, content.replace(b"BASE_URL", self.url.encode())

    def _check_result(self, result: Any) -> str:
        kind, expected = self._expected()
        if kind == "none":
            return (
                ""
                if self.call.custom or result in (None, b"", "")
                else f"{result!r} came of no body"
            )
        if kind in ("sse", "json-lines") and not self._items():
            content = content_of(self.call.answer or {}).decode()
            told = [data for _, data in events_of(content, decoded=False)]
            return difference(told if kind == "sse" else content.splitlines(), list(result))
        if kind == "sse":
            return difference(list(events_of(expected.decode())), [_event(each) for each in result])
        if says_bytes(self.package.raw, self._schema()):
            expected = content_of(self.call.answer or {})
        elif kind in ("json", "json-lines"):
            schema, document = self._schema(), self.package.raw
            # A value with a type of its own, outside of models, knows nothing of how it is written.
            same = (
                type(result) is type(value := typed(document, schema, expected)) and result == value
            )
            # What code of the suite makes may be more than what it says beforehand.
            more = self.call.custom
            found = (
                "" if same else difference(expected, printed(result), lambda _name, _value: more)
            )
            return found or next(untyped(document, schema, expected, result), "")
        got = result.encode() if isinstance(result, str) else result
        return "" if got == expected else f"{result!r} instead of {expected!r}"

    def _items(self) -> bool:
        """Whether the document says of a stream what its items are, and not only that it is text."""
        contents = answers_of(self.package.raw, self.place, self.call.status)
        media = contents.get((self.call.answer or {}).get("contentType", ""), {})
        return "itemSchema" in media or media.get("schema") != {"type": "string"}

    def _schema(self) -> Any:
        contents = answers_of(self.package.raw, self.place, self.call.status)
        told = (self.call.answer or {}).get("contentType", "").partition(";")[0]
        return self.package.raw.resolve(contents.get(told, {})).get("schema", {})

    def _check_error(self, problem: Any) -> str:
        kind, expected = self._expected()
        data = getattr(problem, "data", None)
        if kind != "json" or not self._schema() or data is None:
            return ""
        return difference(expected, printed(data))


def events_of(text: str, decoded: bool = True) -> Iterator[list[Any]]:
    """Type and data of the events of a stream: https://html.spec.whatwg.org/multipage/server-sent-events.html"""
    for block in re.split(r"(?:\r\n|\r|\n){2}", text.removeprefix("\ufeff")):
        fields = [line.partition(":") for line in re.split(r"\r\n|\r|\n", block)]
        data = [value.removeprefix(" ") for name, _, value in fields if name == "data"]
        kinds = [value.removeprefix(" ") for name, _, value in fields if name == "event"]
        if data:
            joined = "\n".join(data)
            yield [kinds[-1] if kinds else "message", _read(joined) if decoded else joined]


def _read(data: str) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        return data


def _event(event: Any) -> list[Any]:
    """Type and data of an event that came, whether the document describes all of it or its data alone."""
    told = printed(event)
    if isinstance(told, dict) and "data" in told:
        if not isinstance(event, BaseModel) or type(event.data) is dict:
            raise AssertionError(f"an event came untyped: {event!r}")
        return [told.get("event", "message"), told["data"]]
    return ["message", told]


def _same(argument: str, scheme: str) -> bool:
    plain = partial(re.sub, r"[^a-z0-9]", "")
    return plain(argument.lower()) == plain(scheme.lower())
