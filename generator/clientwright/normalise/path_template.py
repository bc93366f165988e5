"""Path templating: https://spec.openapis.org/oas/v3.2.0.html#path-templating"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

EXPRESSION = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class PathKey:
    """A key of `paths`, taken apart.

    `path` goes over the wire, `query` (without `?`) is its constant query part, `variant` what follows `#`.
    """

    path: str
    query: str
    variant: str

    def expressions(self) -> tuple[str, ...]:
        """The names between braces, each once, in the order of the path."""
        return tuple(dict.fromkeys(EXPRESSION.findall(f"{self.path}?{self.query}")))

    def on_the_wire(self, query_parameters: Mapping[str, bool]) -> str:
        """Path and query, without the pairs of the query that a declared query parameter sends: by name, whether each has to be there."""
        pairs = [
            pair
            for pair in self.query.split("&")
            if pair and not self._is_sent_by(pair, query_parameters)
        ]
        return f"{self.path}?{'&'.join(pairs)}" if pairs else self.path

    @staticmethod
    def _is_sent_by(pair: str, query_parameters: Mapping[str, bool]) -> bool:
        name, _, value = pair.partition("=")
        found = EXPRESSION.fullmatch(value)
        if found is not None and found.group(1) in query_parameters:
            return True
        return query_parameters.get(name, False)


def split_path_key(key: str) -> PathKey:
    """Take a key of `paths` apart: `/a/{b}?c=d#e` has path `/a/{b}`, query `c=d` and variant `e`."""
    rest, _, variant = key.partition("#")
    path, _, query = rest.partition("?")
    return PathKey(path=path if path.startswith("/") else f"/{path}", query=query, variant=variant)
