"""Code samples for every operation, as an overlay for the document that documentation sites read.

OpenAPI Overlay 1.0: https://spec.openapis.org/overlay/v1.0.0.html

{"overlay": "1.0.0", "actions": [
    {"target": "$['paths']['/v1/agents']['post']", "update": {"x-codeSamples": [{"lang": "Python", "source": "..."}]}},
]}
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping, Sequence
from typing import Any, cast
from urllib.parse import quote

from clientwright.ir import Api, Operation, SecurityScheme
from clientwright.targets.python import programs, requests
from clientwright.targets.python.client import credentials, environment_variable
from clientwright.targets.python.examples import ExampleWriter
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.requests import Request
from clientwright.targets.python.resources import Context

# What means nothing to a shell between double quotes.
_PLAIN = re.compile(r"[\w :=.,-]*\Z", re.ASCII)
# JSON of more characters than this is spread over lines.
_LONG = 60
_ELSEWHERE = "https://api.example.com"


def overlay(context: Context, options: PythonOptions) -> dict[str, Any]:
    """Give an Overlay document of plain JSON values that adds `x-codeSamples` to every operation: Python and curl.

    Where one operation of the document became two methods (an answer as JSON, and one as a stream), it gets the samples of both.
    Samples that the document has already stay.
    """
    api = context.api
    samples: dict[str, list[dict[str, str]]] = {}
    for operation in api.operations:
        if operation.id in context.calls.by_operation and operation.pointer.startswith("#/"):
            found = samples.setdefault(json_path(operation.pointer), [])
            found += _samples(context, options, operation)
    return {
        "overlay": "1.0.0",
        "info": {
            "title": f"Code samples: {api.title}" if api.title else "Code samples",
            "version": api.version or "0",
        },
        "actions": [
            {"target": target, "update": {"x-codeSamples": found}}
            for target, found in samples.items()
        ],
    }


def json_path(pointer: str) -> str:
    """Turn a JSON pointer in a fragment into a JSONPath (https://www.rfc-editor.org/rfc/rfc9535).

    "#/paths/~1v1~1agents/get" -> "$['paths']['/v1/agents']['get']"
    """
    tokens = [token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/")[1:]]
    return "$" + "".join(f"['{_in_quotes(token)}']" for token in tokens)


def _in_quotes(text: str) -> str:
    """Escape a name for single quotes (RFC 9535, section 2.3.1.1)."""
    return "".join(
        f"\\u{ord(character):04x}"
        if character < " "
        else f"\\{character}"
        if character in "'\\"
        else character
        for character in text
    )


def _samples(
    context: Context, options: PythonOptions, operation: Operation
) -> list[dict[str, str]]:
    call = context.calls.by_operation[operation.id]
    more = ", streamed" if operation.streams and "#" in operation.id else ""
    python = "\n".join(programs.program(context, options, operation, call)) + "\n"
    given = ExampleWriter(context.registry).call(operation, call.arguments)
    request = requests.write(operation, given, context.registry)
    return [
        {"lang": "Python", "label": f"Python{more}", "source": python},
        {
            "lang": "Shell",
            "label": f"curl{more}",
            "source": curl(context.api, options, operation, request),
        },
    ]


def curl(api: Api, options: PythonOptions, operation: Operation, request: Request) -> str:
    """Write a request as a command for a POSIX shell. Credentials come from the variables that the client reads as well."""
    flags, in_query = _credentials(api, options, operation)
    url = server(api, operation) + request.path
    pairs = [f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in request.query]
    address = shlex.quote(url + ("?" if pairs or in_query else "") + "&".join(pairs))
    for number, (name, variable) in enumerate(in_query):
        between = "&" if pairs or number else ""
        address += f"'{between}{quote(name, safe='')}='\"${variable}\""
    lines = [f"curl -X {request.method} {address}", *flags]
    lines += [f"-H {shlex.quote(f'{name}: {value}')}" for name, value in request.headers]
    lines += [f"-b {shlex.quote(f'{name}={value}')}" for name, value in request.cookies]
    if operation.streams:
        lines.insert(1, "-N")
    lines += _accept(operation)
    lines += _body(request)
    return " \\\n  ".join(lines) + "\n"


def server(api: Api, operation: Operation) -> str:
    """Give the address of an operation's first server, its variables at their defaults; an address for examples without one."""
    for found in (*operation.servers, *api.servers):
        url = found.url
        for variable in found.variables:
            url = url.replace("{" + variable.wire_name + "}", variable.default)
        if url.startswith(("http://", "https://")):
            return url.rstrip("/")
    return _ELSEWHERE


def _accept(operation: Operation) -> list[str]:
    types = dict.fromkeys(
        content.media_type
        for response in operation.responses
        if not response.error
        for content in response.contents
    )
    return [f"-H {shlex.quote('Accept: ' + ', '.join(types))}"] if types else []


def _credentials(
    api: Api, options: PythonOptions, operation: Operation
) -> tuple[list[str], list[tuple[str, str]]]:
    """Write the flags for credentials, and name those that go into the query: (key, variable)."""
    wanted = (
        {name for name, _ in operation.security[0].schemes} if operation.security else set[str]()
    )
    flags: list[str] = []
    query: list[tuple[str, str]] = []
    for scheme, _ in credentials(api):
        if scheme.name not in wanted or scheme.kind == "mutual-tls":
            continue
        variable = environment_variable(scheme, options)
        if scheme.location == "query":
            query.append((scheme.wire_name, variable))
        else:
            flags.append(_flag(scheme, variable))
    return flags, query


def _flag(scheme: SecurityScheme, variable: str) -> str:
    if scheme.kind == "basic":
        return f'-u "${variable}"'
    if scheme.kind == "api-key":
        start = f"{scheme.wire_name}=" if scheme.location == "cookie" else f"{scheme.wire_name}: "
        option = "-b" if scheme.location == "cookie" else "-H"
        return f"{option} {_with_variable(start, variable)}"
    word = scheme.http_scheme if scheme.kind == "http" else "Bearer"
    return f"-H {_with_variable(f'Authorization: {word} ', variable)}"


def _with_variable(text: str, variable: str) -> str:
    """Write a text with the value of a variable behind it."""
    if _PLAIN.match(text):
        return f'"{text}${variable}"'
    return f'{shlex.quote(text)}"${variable}"'


def _body(request: Request) -> list[str]:
    content, body = request.content, request.body
    if content is None:
        return []
    kind = content.kind
    if kind == "multipart":
        return _parts(
            content.media_type, body, {part.property: part.kind for part in content.parts}
        )
    if kind == "form" and isinstance(body, Mapping):
        return [
            f"--data-urlencode {shlex.quote(f'{name}={requests.text_of(value)}')}"
            for name, value in cast(Mapping[str, Any], body).items()
        ]
    label = f"-H {shlex.quote(f'Content-Type: {content.media_type}')}"
    if isinstance(body, bytes):
        return [label, "--data-binary @file"]
    if isinstance(body, str) and kind != "json":
        return [label, f"--data-raw {shlex.quote(body)}"]
    text = json.dumps(body, ensure_ascii=False)
    if len(text) > _LONG:
        text = json.dumps(body, ensure_ascii=False, indent=2)
    return [label, f"--data-raw {shlex.quote(text)}"]


def _parts(media_type: str, body: Any, kinds: Mapping[str, str]) -> list[str]:
    """Write the parts of a multipart body; files are those of the name `file` in the working directory."""
    lines: list[str] = []
    if media_type.split(";")[0].strip().lower() != "multipart/form-data":
        lines.append(f"-H {shlex.quote(f'Content-Type: {media_type}')}")
    for name, value in cast(Mapping[str, Any], body).items():
        values: Sequence[Any] = cast(list[Any], value) if isinstance(value, list) else [value]
        if kinds.get(name) == "json":
            text = json.dumps(value, ensure_ascii=False).replace("\\", "\\\\").replace('"', '\\"')
            part = f'{name}="{text}";type=application/json'
            lines.append(f"-F {shlex.quote(part)}")
            continue
        for item in values:
            if isinstance(item, bytes):
                lines.append(f"-F {shlex.quote(f'{name}=@file')}")
            else:
                lines.append(f"--form-string {shlex.quote(f'{name}={requests.text_of(item)}')}")
    return lines
