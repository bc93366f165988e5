"""What every generated client shares. Nothing in here is generated.

Importing this package costs nothing: what takes long to load is imported when the first client or model is used.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any


def lazy_attribute(package: str, exports: Mapping[str, str], name: str) -> Any:
    """Import what `package.name` stands for and keep it in the package's globals.

    `exports` maps a public name to the module that has it, relative to `package`, as `module:name` where it is called otherwise
    there; an empty module says that the name is a submodule itself. Raises `AttributeError` for other names.
    """
    module = exports.get(name)
    if module is None:
        words = f"module {package!r} has no attribute {name!r}"
        # From these Python tells which name may be meant.
        raise AttributeError(words, name=name, obj=sys.modules[package])
    home, _, attribute = module.partition(":")
    found = import_module(home or f".{name}", package)
    value = getattr(found, attribute or name) if home else found
    setattr(sys.modules[package], name, value)
    return value
