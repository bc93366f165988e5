"""TypedDicts: which keys can stand in the body of a class.

class ImageURLDict(TypedDict):      TypedDict("HeaderDict", {"content-type": "str"})
    url: str
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z", re.ASCII)
_TEXT = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")
# A name behind a dot is no name of the module.
_WORD = re.compile(r"(?<![\w.])[^\W\d]\w*")


def fit_a_class(keys: Sequence[tuple[str, str]]) -> bool:
    """Say whether keys and their annotations can be written as a class.

    Each key must be an identifier, and none may hide a name that an annotation needs, being a name in the class itself.
    """
    if not all(_IDENTIFIER.match(key) and not keyword.iskeyword(key) for key, _ in keys):
        return False
    names = {key for key, _ in keys}
    return not any(
        word in names for _, value in keys for word in _WORD.findall(_TEXT.sub("", value))
    )
