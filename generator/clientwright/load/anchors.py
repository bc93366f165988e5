"""The names that schemas give themselves: `$id`, `$anchor`, `$dynamicAnchor`, and `$self`.

JSON Schema 2020-12: https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
OpenAPI `$self`: https://spec.openapis.org/oas/v3.2.0.html#openapi-self
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin

from clientwright.load.tree import Tree, as_array, as_object, as_string, children, escape

_COMPONENTS = "/components/schemas/"
_MARKS = ("$id", "$anchor", "$dynamicAnchor")
# Members that hold data, not schemas: an `$id` in there names nothing.
_DATA = frozenset(("example", "examples", "default", "enum", "const", "value", "dataValue"))
# Members whose own members are named by the author, so that the names mean nothing to us.
_NAMED = frozenset(
    (
        "properties",
        "patternProperties",
        "dependentSchemas",
        "$defs",
        "definitions",
        "schemas",
        "parameters",
        "responses",
        "headers",
        "requestBodies",
        "paths",
        "pathItems",
        "webhooks",
        "callbacks",
        "content",
        "encoding",
    )
)


@dataclass(slots=True)
class Index:
    """The resources of one document.

    ``resources`` maps absolute URIs to pointers, ``bases`` the pointers of embedded resources to
    their URIs, ``anchors`` a resource's pointer and an anchor name to a pointer, ``dynamic`` the
    pointer of a dynamic scope to the names and pointers of the dynamic anchors in it.
    """

    base_uri: str
    resources: dict[str, str] = field(default_factory=dict[str, str])
    bases: dict[str, str] = field(default_factory=dict[str, str])
    anchors: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    dynamic: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])

    def resource_of(self, pointer: str) -> tuple[str, str]:
        """Return pointer and URI of the innermost resource that holds the node."""
        if self.bases:
            head = pointer
            while head:
                uri = self.bases.get(head)
                if uri is not None:
                    return head, uri
                head = head.rpartition("/")[0]
        return "", self.base_uri

    def scope_of(self, pointer: str) -> str:
        """Return the pointer of the dynamic scope that holds the node: its resource.

        Components are scopes of their own where they are no resources: documents that leave out
        ``$id`` give the same anchor to a template and to those that fill it in.
        """
        resource = self.resource_of(pointer)[0]
        if resource or not pointer.startswith(_COMPONENTS):
            return resource
        return "/".join(pointer.split("/")[:4])


def index_document(tree: Tree, text: str, uri: str, honoured: bool) -> Index:
    """Collect what a document names; ``honoured`` is false before OpenAPI 3.1, which has no names.

    ``uri`` is where the document came from; its `$self`, or the `$id` of a schema document, replaces
    it as the base of references.
    """
    index = Index(uri, {uri: ""})
    if not honoured:
        return index
    root = as_object(tree)
    own = as_string(root.get("$self")) if root is not None else None
    if own:
        index.base_uri = _join(uri, own)
        index.resources[index.base_uri] = ""
    if any(mark in text for mark in _MARKS):
        _walk(tree, index)
    return index


def _join(base: str, reference: str) -> str:
    try:
        return urldefrag(urljoin(base, reference)).url
    except ValueError:
        return base


def _walk(tree: Tree, index: Index) -> None:
    pending: list[tuple[Tree, str, str, str, bool]] = [(tree, "", "", index.base_uri, False)]
    while pending:
        value, pointer, resource, base, named = pending.pop()
        members = as_object(value)
        if members is not None and not named:
            resource, base = _enter(members, pointer, resource, base, index)
        for key, child in children(value):
            is_object = as_object(child) is not None
            if not (is_object or as_array(child)) or (key in _DATA and not named):
                continue
            below = f"{pointer}/{escape(key) if isinstance(key, str) else key}"
            names_follow = not named and key in _NAMED and is_object
            pending.append((child, below, resource, base, names_follow))


def _enter(
    members: dict[str, Tree], pointer: str, resource: str, base: str, index: Index
) -> tuple[str, str]:
    own = as_string(members.get("$id"))
    if own is not None and not own.startswith("#"):
        resource, base = pointer, _join(base, own)
        index.resources.setdefault(base, pointer)
        if pointer:
            index.bases[pointer] = base
        else:
            index.base_uri = base
    for keyword in ("$anchor", "$dynamicAnchor"):
        name = as_string(members.get(keyword))
        if name is not None:
            index.anchors.setdefault((resource, name), pointer)
            if keyword == "$dynamicAnchor":
                index.dynamic.setdefault(index.scope_of(pointer), {}).setdefault(name, pointer)
    return resource, base
