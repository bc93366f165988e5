"""Write docs/templates.md: what each template is given, from the dataclasses of the views, and which blocks it has.

python tests/support/template_docs.py
"""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
EXAMPLE = ROOT / "docs" / "templates" / "python" / "resource.py.jinja"
TARGET = ROOT / "docs" / "templates.md"

HEAD = """\
# Templates of your own

A flavour file names a folder; its files replace those of clientwright that have the same path, or extend them block by block:

```toml
[templates]
override = "./templates"
```

`base/` in front of a path means the template of clientwright itself. A file that has no counterpart, and a block that the extended
template does not have, are errors that name them; files whose names begin with `_` are parts that others include. What is
printed goes through the formatter of the flavour. Texts of the document are encoded by the views: print them as they are.

## Example: a method for every resource

`templates/python/resource.py.jinja`:

```jinja
{example}```

## What each template is given
"""

_VIEW = re.compile(r"\{#\s*([\w.]+): (clientwright[\w.]+)\.(\w+) #\}")
_BLOCK = re.compile(r"\{%-? block (\w+)")


def text() -> str:
    """The whole page."""
    parts = [HEAD.replace("{example}", EXAMPLE.read_text(encoding="utf-8"))]
    seen: set[type] = set()
    for path in sorted(TEMPLATES.rglob("*.jinja")):
        source = path.read_text(encoding="utf-8")
        found = _VIEW.search(source)
        parts.append(f"### `{path.relative_to(TEMPLATES).as_posix()}`\n")
        blocks = ", ".join(f"`{name}`" for name in dict.fromkeys(_BLOCK.findall(source)))
        parts.append(f"Blocks: {blocks}.\n" if blocks else "No blocks.\n")
        if found is None:
            continue
        view = getattr(importlib.import_module(found[2]), found[3])
        parts.append(f"`{found[1]}` is a `{view.__name__}`.\n")
        parts += _contract(view, seen)
    return "\n".join(parts)


def _contract(view: type, seen: set[type]) -> list[str]:
    """A dataclass and those that its fields hold, each once on the page."""
    if view in seen:
        return []
    seen.add(view)
    doc = inspect.cleandoc(view.__doc__ or "")
    fields = dataclasses.fields(view)
    rows = [f"- `{item.name}`: `{item.type}`" for item in fields]
    parts = [f"**`{view.__name__}`**: {doc}\n", *rows, ""]
    home = importlib.import_module(view.__module__)
    for item in fields:
        for word in re.findall(r"\w+", str(item.type)):
            other = getattr(home, word, None)
            if isinstance(other, type) and dataclasses.is_dataclass(other):
                parts += _contract(other, seen)
    return parts


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
