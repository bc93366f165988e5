"""Words that operationIds are made of, by what they tell."""

from __future__ import annotations

import re

# A verb says what a method does: `get_issues` and `clear_issues`, and a resource of `get_...` alone, keep theirs.
VERBS = frozenset(
    re.findall(
        r"\w+",
        """
        accept activate add append apply approve archive assign attach batch begin bulk call cancel check clear
        close commit complete compute confirm connect copy count create deactivate delete deploy describe destroy detach
        disable disconnect download edit enable end execute exists export extract fetch find finish generate get give import insert
        install invite invoke is join judge leave link list load lock login logout make merge modify move open patch
        pause ping post preview publish purge put query read recover refresh register reject release remove rename
        replace report request reset resolve restart restore resume retrieve retry revoke rotate run save scan
        schedule search send set share show sign signal sort start stop stream submit subscribe suspend switch sync
        terminate test toggle track transfer trigger try unarchive uninstall unlink unlock unschedule unsubscribe
        update upload upsert use validate verify view watch write
        """,
    )
)
"""Words that begin with what a method does."""

NOISE = frozenset(
    re.findall(
        r"\w+",
        "api apis rest route routes router routers controller endpoint endpoints handler http",
    )
)
"""Words about how a server is made, which say nothing to who calls it."""
