"""Names of methods: the operation's explicit name, or its operationId without what its resource's operations share.

https://spec.openapis.org/oas/v3.1.1.html#operation-object (`operationId`)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from clientwright.build.findings import Findings
from clientwright.build.function_ids import apart, id_words
from clientwright.build.hints import mapping, sequence, text
from clientwright.build.method_words import NOISE, VERBS
from clientwright.build.names import Scope
from clientwright.build.resources import Path
from clientwright.build.words import lower, singular_word, snake, split_words
from clientwright.normalise import form

NAME = "x-clientwright-name"
METHOD_NAMES = "x-clientwright-method-names"
_Words = tuple[str, ...]
Rules: TypeAlias = tuple[tuple[str, str], ...]

_VERSION = re.compile(r"v\d+(?:(?:alpha|beta)\d*)?")
_TEMPLATE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Placed:
    """An operation and the path of its resource."""

    operation: form.Operation
    resource: Path


def method_names(
    placed: Sequence[Placed],
    resources: Iterable[Path],
    is_list: Callable[[form.Operation], bool],
    findings: Findings,
    rules: Rules = (),
) -> tuple[str, ...]:
    """Name each operation, unique in its resource, also against the resources below it.

    `resources` are all places that exist, those that only hold others too. `is_list` says whether an operation answers
    with an array: it is asked only for operations without an operationId. `rules` name operations that do not name themselves.
    """
    scopes: dict[Path, Scope] = {}
    nodes = (place[: depth + 1] for place in resources for depth in range(len(place)))
    for path in dict.fromkeys(nodes):
        scopes.setdefault(path[:-1], Scope("_")).take(path[-1])
    short = _short_names(placed)
    names: list[str] = [""] * len(placed)
    explicit = [_explicit(item.operation, rules, findings) for item in placed]
    order = sorted(range(len(placed)), key=lambda index: not explicit[index])
    asked: dict[tuple[Path, str], form.Operation] = {}
    for index in order:
        operation, resource = placed[index].operation, placed[index].resource
        scope = scopes.setdefault(resource, Scope("_"))
        wanted = _candidates(operation, explicit[index], short[index], is_list)
        names[index] = scope.take(*wanted)
        other = asked.get((resource, wanted[0]))
        if names[index] != wanted[0] and other is not None:
            findings.warning(
                "name-taken",
                operation.pointer,
                f"{wanted[0]} is the name that {other.method.upper()} {other.path} asks for; this is {names[index]}",
                f"give one of them another name ({NAME})",
            )
        if explicit[index]:
            asked[resource, names[index]] = operation
    return tuple(names)


def naming_rules(extensions: Mapping[str, Any]) -> Rules:
    """Read the document's own rules for names: pairs of a pattern for operationIds (`*` is any text) and a name."""
    rules = [mapping(rule) for rule in sequence(extensions.get(METHOD_NAMES))]
    pairs = [(text(rule.get("operation-id")), text(rule.get("name"))) for rule in rules]
    return tuple((pattern, name) for pattern, name in pairs if pattern and name)


def _explicit(operation: form.Operation, rules: Rules, findings: Findings) -> str:
    """Return the name that the document asks for, empty when it asks for none."""
    given = operation.extensions.get(NAME)
    if isinstance(given, str) and split_words(given):
        return _snake(given)
    if given is not None:
        findings.degraded(
            "name-invalid",
            operation.pointer,
            f"{NAME} is not a name",
            "write it as a string with at least one letter",
        )
    for pattern, name in rules:
        if (
            operation.operation_id
            and _matches(pattern, operation.operation_id)
            and split_words(name)
        ):
            return _snake(name)
    return ""


def _matches(pattern: str, id_: str) -> bool:
    """Match `*` for any text, in linear time: each literal part is taken where it first occurs."""
    first, *middle = pattern.split("*")
    if not middle:
        return id_ == first
    *middle, last = middle
    if not id_.startswith(first):
        return False
    at = len(first)
    for part in middle:
        found = id_.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return id_.endswith(last) and len(id_) - len(last) >= at


def _candidates(
    operation: form.Operation,
    explicit: str,
    short: _Words,
    is_list: Callable[[form.Operation], bool],
) -> list[str]:
    wanted: list[str] = [explicit] if explicit else []
    if short:
        wanted.append(_snake(short))
        wanted.append(_snake(id_words(operation)))
        wanted.append(_snake((operation.method.lower(), *short)))
        wanted.append(_snake(operation.operation_id))
    wanted.append(
        _snake(
            _path_words(operation, whole=False, listing=is_list(operation) if not wanted else False)
        )
    )
    wanted.append(_snake(_path_words(operation, whole=True, listing=False)))
    return wanted


def _snake(words: str | Iterable[str]) -> str:
    return snake(words, prefix="call")


def _short_names(placed: Sequence[Placed]) -> list[_Words]:
    """Take from each operationId what all of the resource share; empty for operations without one."""
    words = [id_words(item.operation) for item in placed]
    alike: dict[tuple[Path, _Words], list[int]] = {}
    for index, item in enumerate(placed):
        if words[index]:
            alike.setdefault((item.resource, words[index]), []).append(index)
    whole: set[Path] = set()
    for (resource, function), members in alike.items():
        told = apart(function, [placed[index].operation for index in members])
        for index, name in zip(members, told, strict=True):
            words[index] = name
        if len(members) > 1 and function in told:
            whole.add(resource)
    groups: dict[Path, list[int]] = {}
    for index, item in enumerate(placed):
        if words[index]:
            groups.setdefault(item.resource, []).append(index)
    prefixes: set[_Words] = set()
    unshared: list[int] = []
    for resource, members in groups.items():
        own = _resource_words(resource)
        noise = _noise_behind_verbs([words[index] for index in members], own)
        for index in members:
            words[index] = (words[index][0], *words[index][1 + noise :])
        if len(members) == 1:
            words[members[0]] = _trimmed(words[members[0]], own)
            continue
        lead = _shared_lead([words[index] for index in members])
        if resource in whole and ("_".join(words[members[0]][:lead]),) != resource[-1:]:
            # A function that has its bare name beside others made of it is no namespace of theirs.
            lead = 0
        if lead > 1:
            prefixes.add(words[members[0]][:lead])
        if not lead:
            unshared.extend(members)
        cut = [words[index][lead:] for index in members]
        tail = _shared_tail(cut, own)
        for index, rest in zip(members, cut, strict=True):
            words[index] = rest[: len(rest) - tail]
    for index in unshared:
        words[index] = _without_known_prefix(words[index], prefixes)
    taken = {(item.resource, name) for item, name in zip(placed, words, strict=True)}
    for index in unshared:
        resource = placed[index].resource
        rest = _without_resource(words[index], resource)
        if resource not in whole and (resource, rest) not in taken:
            words[index] = rest
    return words


def _without_known_prefix(words: _Words, prefixes: set[_Words]) -> _Words:
    """Drop a namespace that another resource's operations share as a whole, when this one's are mixed."""
    for length in range(len(words) - 1, 1, -1):
        if words[:length] in prefixes:
            return words[length:]
    return words


def _without_resource(words: _Words, resource: Path) -> _Words:
    """Drop the name of the resource in front of a verb, where it is not that of all its operations: `container.list`.

    What is no verb would not say what the method does: in `invites.invite_user` and `search.search_stream` the name is one itself.
    """
    own = tuple(map(singular_word, resource[-1].split("_"))) if resource else ()
    rest = words[len(own) :]
    if tuple(map(singular_word, words[: len(own)])) != own or all(map(_is_noise, rest)):
        return words
    return rest if rest[0] in VERBS and words[0] not in VERBS else words


def _resource_words(resource: Path) -> frozenset[str]:
    words = {word for segment in resource for word in segment.split("_")}
    return frozenset(
        words | {singular_word(word) for word in words} | {word + "s" for word in words}
    )


def _is_noise(word: str) -> bool:
    return word in NOISE or _VERSION.fullmatch(word) is not None


def _shared_lead(names: Sequence[_Words]) -> int:
    """Count the leading words that all names share, leaving each at least one. A shared verb stays, with what follows."""
    shared = 0
    for column in zip(*(name[:-1] for name in names), strict=False):
        if len(set(column)) > 1:
            break
        shared += 1
    return 0 if shared and names[0][0] in VERBS else shared


def _noise_behind_verbs(names: Sequence[_Words], own: frozenset[str]) -> int:
    """Count the words behind the verbs that all names share, up to a version: `get_v3_groups`, `post_api_v0_1_call`.

    The resource's own name says nothing there either: `list_core_v1_pods` of `core_v1`.
    """
    first = names[0][1:-1]
    noise = first[: _noise_at_start(first, own)]
    while noise and not (noise[-1].isdigit() or _VERSION.fullmatch(noise[-1])):
        noise = noise[:-1]
    alike = all(name[0] in VERBS and name[1:-1][: len(noise)] == noise for name in names)
    return len(noise) if alike else 0


def _noise_at_start(words: _Words, own: frozenset[str] = frozenset()) -> int:
    """Count the leading words that say nothing; what follows a version may be the rest of it (`v0_1`)."""
    count = 0
    while count < len(words) and (
        _is_noise(words[count]) or words[count] in own or (count and words[count].isdigit())
    ):
        count += 1
    return count


def _shared_tail(names: Sequence[_Words], own: frozenset[str]) -> int:
    """Count the trailing words that all names share and that say nothing: versions, and the resource's name after a verb."""
    shared = 0
    for column in zip(*(reversed(name[1:]) for name in names), strict=False):
        if len(set(column)) > 1 or not (column[0] in own or _is_noise(column[0])):
            break
        shared += 1
    # `get_stream_events` and `get_workflow_events` are about more than events.
    while shared and not all(_says_enough(name, shared) for name in names):
        shared -= 1
    return shared


def _says_enough(name: _Words, tail: int) -> bool:
    dropped, kept = name[-tail:], name[:-tail]
    return VERBS.issuperset(kept) or all(map(_is_noise, dropped))


def _trimmed(name: _Words, own: frozenset[str]) -> _Words:
    """Trim the only name of a resource: leading words of the resource's name, and technical words at both ends."""
    start, end = 0, len(name)
    while start < end - 1 and (name[start] in own or _is_noise(name[start])):
        start += 1
    while end > start + 1 and _is_noise(name[end - 1]):
        end -= 1
    return name[start:end]


def _path_words(operation: form.Operation, *, whole: bool, listing: bool) -> _Words:
    """Name an operation by its method and path: `GET /users/{id}` -> `get_users_by_id`.

    `whole` keeps versions and every parameter in place; else only a parameter at the end is named. `listing` makes the
    verb of a GET `list`.
    """
    segments = [segment for segment in re.split(r"[/?&]", operation.path) if segment]
    words: list[str] = ["list" if listing else operation.method.lower()]
    for position, segment in enumerate(segments):
        fixed = split_words(_TEMPLATE.sub(" ", segment))
        if whole or _noise_at_start(lower(fixed)) < len(fixed):
            words.extend(fixed)
        parameters = _TEMPLATE.findall(segment)
        if parameters and (whole or position == len(segments) - 1):
            words.append("by")
            for number, parameter in enumerate(parameters):
                words.extend((*(("and",) if number else ()), *split_words(parameter)))
    if len(words) == 1:
        words.append("root")
    words.extend(split_words(operation.variant))
    return lower(words)


def operation_ids(operations: Iterable[form.Operation], findings: Findings) -> tuple[str, ...]:
    """Give each operation an id: its operationId, or `METHOD path_key` when it has none or another one has it."""
    taken: dict[str, str] = {}
    result: list[str] = []
    for operation in operations:
        by_path = f"{operation.method.upper()} {operation.path_key}"
        wanted = operation.operation_id or by_path
        if wanted in taken:
            findings.warning(
                "operation-id-duplicate",
                operation.pointer,
                f"operationId {wanted!r} is that of {taken[wanted]} too; this operation is called by its method and path",
                "give every operation an operationId of its own",
            )
            wanted = by_path
        taken[wanted] = operation.pointer
        result.append(wanted)
    return tuple(result)
