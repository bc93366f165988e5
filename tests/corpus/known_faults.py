"""What is wrong with the documents themselves, or beyond what the judge can tell: by document, then by operation and kind.

An entry that is no longer needed fails the test.
"""

from __future__ import annotations

_NO_TAG = (
    "a union of which two members allow the value: only the discriminator tells them apart, which is no part of "
    "JSON Schema, and no value is allowed by one of them alone"
)
_RECURSIVE = "`$recursiveRef` is a keyword of JSON Schema 2019-09: in OpenAPI 3.1 it says nothing, so that all is allowed"
_NO_VALUE = "the schema is an `enum` without values, so that nothing is allowed"
_ANY_TAG = (
    "the base of the union's members lists every tag, so that a value may have the tag of one member and be another; the "
    "discriminator selects by the tag"
)
_TAKEN_APART = "the judge takes every form apart, and the schema of this one is that of its text"
_IGNORED = "the document asks to leave it out, by an extension"

KNOWN: dict[str, dict[str, str]] = {
    "cohere.yaml": {
        "chat: value": _NO_TAG,
        "chat#stream: value": _NO_TAG,
        "chat#stream: answer": _ANY_TAG,
        "chatv2: value": _NO_TAG,
        "chatv2#stream: value": _NO_TAG,
        "embedv2: value": _NO_TAG,
    },
    "openai.yaml": {"searchVectorStore: call": _RECURSIVE},
    "discord.json": {
        "get_guild_join_requests: request": _NO_VALUE,
        "action_guild_join_request: value": _NO_VALUE,
    },
    "cases/form_bodies/document.yaml": {"send_encoded: request": _TAKEN_APART},
    "cases/vendor_hints_speakeasy/document.yaml": {
        "api_v1_users_list_all_of_them: argument": _IGNORED,
    },
}

DROPPED: dict[str, dict[str, str]] = {
    "cases/vendor_hints_fern/document.yaml": {"MoviesController_make": _IGNORED},
    "cases/vendor_hints_speakeasy/document.yaml": {"hidden": _IGNORED},
    "cases/vendor_hints_stainless/document.yaml": {"delete-v1-cards": _IGNORED},
}
"""Operations that no client can have, by document, with the reason."""
