"""What is wrong with the documents themselves, or beyond what the judge can tell: by document, then by operation and kind.

An entry that is no longer needed fails the test.
"""

from __future__ import annotations

_NO_VALUE = "the schema is an `enum` without values, so that nothing is allowed"

KNOWN: dict[str, dict[str, str]] = {
    "discord.json": {
        "get_guild_join_requests: request": _NO_VALUE,
        "action_guild_join_request: value": _NO_VALUE,
    },
}

DROPPED: dict[str, dict[str, str]] = {}
"""Operations that no client can have, by document, with the reason."""
