"""YAML text to a tree, by the core schema of YAML 1.2 and the merge keys that real documents use.

Read from parser events with a stack of our own, so that neither nesting nor aliases can overflow
the interpreter's stack, and aliases are counted as they expand.

Core schema: https://yaml.org/spec/1.2.2/#103-core-schema
"""

from __future__ import annotations

import re
from typing import Any, cast

import yaml
from yaml.reader import ReaderError

from clientwright.load.limits import Limits
from clientwright.load.positions import Children, Node, mark_of, marked
from clientwright.load.source import SyntaxProblem
from clientwright.load.tree import Array, Object, Tree, as_array, as_object

# PyYAML built without libyaml has the same events from slower code.
_EVENTS: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_BASED = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_NUMBER_START = frozenset("0123456789+-.")
_WORDS: dict[str, Tree] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("+.inf", ".inf", ".Inf", ".INF", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_CORE = "tag:yaml.org,2002:"
_NO_KEY = object()
_MERGE = object()
_SURROGATE_PAIR = re.compile(r"\\\\|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def plain_scalar(text: str, limits: Limits) -> Tree:
    """Return the value of a plain scalar by the core schema.

    Raises ValueError for a number of more than ``limits.max_digits`` characters.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_START:
        return text
    if _INTEGER.match(text):
        if len(text) > limits.max_digits:
            raise ValueError
        return int(text)
    if _BASED.match(text):
        if len(text) > limits.max_digits:
            raise ValueError
        return int(text, 0)
    return float(text) if _FLOAT.match(text) else text


class _Frame:
    """An open object or array while it is being read."""

    __slots__ = (
        "anchor",
        "below",
        "height",
        "key",
        "key_mark",
        "mark",
        "merged",
        "merged_below",
        "size",
        "value",
    )

    def __init__(self, value: Tree, below: Children, mark: int, anchor: str | None) -> None:
        self.value = value
        self.below: Any = below
        self.mark = mark
        self.anchor = anchor
        self.key: Any = _NO_KEY
        self.key_mark = 0
        self.merged: list[Object] | None = None
        self.merged_below: list[dict[str, Node]] = []
        self.size = 1
        self.height = 1


class _Anchored:
    """What an anchor names: its value, the source text of a scalar, where it stands, and what an alias costs."""

    __slots__ = ("height", "node", "size", "text", "value")

    def __init__(self, value: Tree, text: str | None, node: Node, size: int, height: int) -> None:
        self.value = value
        self.text = text
        self.node = node
        self.size = size
        self.height = height


class _Builder:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.stack: list[_Frame] = []
        self.anchors: dict[str, _Anchored | None] = {}
        self.duplicates: list[tuple[str, int, int]] = []
        self.root: Tree = None
        self.root_node: Node = 0
        self.nodes = 0

    def scalar(self, event: Any) -> None:
        text: str = event.value
        plain: bool = event.implicit[0]
        mark: int = event.start_mark.index
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(self.resolve(event), text, mark, 1, 0)
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is _NO_KEY and type(frame.value) is dict:
            if plain and text == "<<":
                frame.key = _MERGE
            else:
                self.set_key(frame, text, event)
            return
        if (
            plain
            and event.tag is None
            and text
            and text[0] not in _NUMBER_START
            and text not in _WORDS
        ):
            self.place(text, mark, 1, 0, event)
        else:
            self.place(self.resolve(event), mark, 1, 0, event)

    def resolve(self, event: Any) -> Tree:
        text: str = event.value
        tag: str | None = event.tag
        try:
            if event.implicit[0] and tag is None:
                return plain_scalar(text, self.limits)
            if tag is None or tag == "!" or event.implicit[1] or tag == _CORE + "str":
                return text
            value = plain_scalar(text, self.limits)
        except ValueError:
            raise self.problem(
                event, "number-too-long", f"a number of {len(text)} characters"
            ) from None
        name = tag.removeprefix(_CORE)
        wanted: dict[str, Any] = {
            "int": int,
            "float": (int, float),
            "bool": bool,
            "null": type(None),
        }
        if tag == _CORE + name and name in wanted:
            if isinstance(value, wanted[name]) and (name == "bool" or not isinstance(value, bool)):
                return float(cast("float", value)) if name == "float" else value
            raise self.problem(event, "yaml-tag", f"the tag !!{name} does not fit this value")
        raise self.refuse_tag(event, tag)

    def refuse_tag(self, event: Any, tag: str) -> SyntaxProblem:
        shown = tag.replace(_CORE, "!!") if tag.startswith(_CORE) else tag
        return self.problem(
            event,
            "yaml-tag",
            f"the YAML tag {shown} is not supported",
            "a document holds plain JSON data; remove the tag",
        )

    def problem(self, event: Any, code: str, message: str, hint: str = "") -> SyntaxProblem:
        return SyntaxProblem(code, message, hint, event.start_mark.index)

    def set_key(self, frame: _Frame, text: str, event: Any) -> None:
        index: int = event.start_mark.index
        if text in frame.below:
            self.duplicates.append((text, mark_of(frame.below[text]), index))
        frame.key = text
        frame.key_mark = index
        self.count(1, event)

    def count(self, size: int, event: Any) -> None:
        self.nodes += size
        if self.nodes > self.limits.max_nodes:
            raise self.problem(
                event,
                "too-many-nodes",
                f"the document holds more than {self.limits.max_nodes} values once aliases are expanded",
                "write out what the aliases repeat as shared components",
            )

    def place(self, value: Tree, node: Node, size: int, height: int, event: Any) -> None:
        self.count(1, event)
        if not self.stack:
            self.root, self.root_node = value, node
            return
        frame = self.stack[-1]
        frame.size += size
        if height >= frame.height:
            frame.height = height + 1
        container: Any = frame.value
        if isinstance(container, list):
            cast("Array", container).append(value)
            frame.below.append(node)
            return
        key = frame.key
        if key is _NO_KEY:
            raise self.problem(
                event,
                "yaml-complex-key",
                "an object or array is used as a key",
                "keys of a document are strings; quote text that begins with { or [",
            )
        frame.key = _NO_KEY
        if key is _MERGE:
            self.merge(frame, value, node, event)
        else:
            container[key] = value
            frame.below[key] = (
                frame.key_mark if isinstance(node, int) else (frame.key_mark, node[1])
            )

    def merge(self, frame: _Frame, value: Tree, node: Node, event: Any) -> None:
        sources = as_array(value)
        nodes: Any = [node] if sources is None or isinstance(node, int) else node[1]
        if sources is None:
            sources = [value]
        if frame.merged is None:
            frame.merged = []
        for each, place in zip(sources, nodes, strict=True):
            source = as_object(each)
            if source is None:
                raise self.problem(
                    event,
                    "yaml-merge",
                    "the merge key << needs an object or an array of objects",
                    'write "<<" in quotes when it is the name of a property',
                )
            self.count(len(source), event)
            frame.merged.append(source)
            frame.merged_below.append(place[1])

    def open(self, event: Any, value: Tree, below: Children, tag: str) -> None:
        if event.tag is not None and event.tag not in ("!", _CORE + tag):
            raise self.refuse_tag(event, event.tag)
        if len(self.stack) >= self.limits.max_depth:
            raise self.too_deep(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        self.stack.append(_Frame(value, below, event.start_mark.index, event.anchor))

    def too_deep(self, event: Any) -> SyntaxProblem:
        return self.problem(
            event,
            "too-deep",
            f"objects and arrays are nested more than {self.limits.max_depth} deep",
        )

    def close(self, event: Any) -> None:
        frame = self.stack.pop()
        if frame.merged is not None:
            # The first of several merged objects wins, and own members win over all.
            _prepend(frame.value, frame.merged)
            _prepend(frame.below, frame.merged_below)
        node = (frame.mark, frame.below)
        if frame.anchor is not None:
            self.anchors[frame.anchor] = _Anchored(
                frame.value, None, node, frame.size, frame.height
            )
        self.place(frame.value, node, frame.size, frame.height, event)

    def alias(self, event: Any) -> None:
        name: str = event.anchor
        if name not in self.anchors:
            raise self.problem(event, "yaml-alias", f"the alias *{name} names no anchor")
        node = self.anchors[name]
        if node is None:
            raise self.problem(
                event,
                "yaml-recursive-alias",
                f"the alias *{name} stands within what it names",
                "use $ref for recursive schemas",
            )
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is _NO_KEY and type(frame.value) is dict:
            if node.text is None:
                raise self.problem(event, "yaml-complex-key", "an object or array is used as a key")
            self.set_key(frame, node.text, event)
            return
        self.count(node.size - 1, event)
        if len(self.stack) + node.height > self.limits.max_depth:
            raise self.too_deep(event)
        where = marked(node.node, event.start_mark.index)
        self.place(node.value, where, node.size, node.height, event)


def _prepend(own: dict[str, Any], merged: list[dict[str, Any]]) -> None:
    members = dict(own)
    own.clear()
    for source in reversed(merged):
        own.update(source)
    own.update(members)


def read_yaml(text: str, limits: Limits) -> tuple[Tree, list[tuple[str, int, int]], Node]:
    """Read one YAML document.

    Returns the tree; for each duplicate key its name and the character offsets of the key before
    and of the repeated key; and the positions of all nodes, where what an alias stands for has those
    of what it names. The last value of a duplicate key stays.

    Raises SyntaxProblem for anything that is no YAML document within the limits.
    """
    builder = _Builder(limits)
    try:
        _feed(builder, text)
    except ReaderError as error:
        raise _reader_problem(text, error) from None
    except yaml.MarkedYAMLError as error:
        raise _marked_problem(error) from None
    return builder.root, builder.duplicates, builder.root_node


def _feed(builder: _Builder, text: str) -> None:
    parser = _EVENTS(text)
    next_event = parser.get_event
    documents = 0
    while True:
        event = next_event()
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            builder.scalar(event)
        elif kind is yaml.MappingStartEvent:
            builder.open(event, {}, {}, "map")
        elif kind is yaml.SequenceStartEvent:
            builder.open(event, [], [], "seq")
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            builder.close(event)
        elif kind is yaml.AliasEvent:
            builder.alias(event)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise builder.problem(
                    event,
                    "several-documents",
                    "the file holds several YAML documents",
                    "keep one document per file; remove the line ---",
                )
        elif kind is yaml.StreamEndEvent:
            return


def _reader_problem(text: str, error: ReaderError) -> SyntaxProblem:
    character: Any = error.character
    code = character if isinstance(character, int) else ord(str(character)[:1] or "\0")
    index = text.find(chr(code)) if code < 0x110000 else -1
    return SyntaxProblem(
        "not-yaml",
        f"the character U+{code:04X} is not allowed in YAML",
        "remove the control character, or write it as an escape in double quotes",
        index,
    )


def _marked_problem(error: yaml.MarkedYAMLError) -> SyntaxProblem:
    mark = error.problem_mark or error.context_mark
    begun = error.context_mark
    context = error.context
    if context and begun and mark and begun.line != mark.line:
        # Where a bracket was opened says more than where the parser gave up.
        context += f" (which begins in line {begun.line + 1}, column {begun.column + 1})"
    what = ", ".join(part for part in (context, error.problem) if part)
    index = mark.index if mark else -1
    if "maximum nesting depth" in what:
        # Newer versions of libyaml have a bound of their own, which a text may meet before ours.
        return SyntaxProblem("too-deep", "objects and arrays are nested too deep", "", index)
    hint = ""
    if "cannot start any token" in what:
        hint = "indent with spaces, not tabs; quote text that begins with @, ` or %"
    elif "mapping values are not allowed" in what:
        hint = "quote text that contains a colon followed by a space, and check the indentation"
    elif "expected <block end>" in what or "did not find expected" in what:
        hint = "check the indentation of this line and the lines before it"
    return SyntaxProblem("not-yaml", f"not valid YAML: {what}", hint, index)


def widen_surrogates(text: str) -> str:
    """Replace escaped surrogate pairs, which JSON allows and YAML does not, by one escape each."""
    return _SURROGATE_PAIR.sub(_widen, text)


def _widen(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[0]
    high, low = int(match[1], 16), int(match[2], 16)
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"
