"""What a short program does with each client: import it, make one, make the first call. `url` is where the server is."""

from __future__ import annotations

from dataclasses import dataclass

_CALL = """
reply = mistral.beta.conversations.start(model="m", inputs="Hello")
assert reply.outputs[0].id
"""
_BARE_CALL = """
import json
import bare_reply
body = json.dumps({"model": "m", "inputs": "Hello", "stream": False}).encode()
headers = {"authorization": "Bearer k", "content-type": "application/json"}
request = httpx.Request("POST", f"{url}/v1/conversations", headers=headers, content=body)
reply = bare_reply.REPLY.validate_json(client.send(request).content)
assert reply.outputs[0].id
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Three programs, each of which goes on where the one before ended, save the first."""

    importing: str
    creating: str
    calling: str


def starts(http: str) -> dict[str, Start]:
    """Give the programs of each client; `http` is the HTTP library of the bare one."""
    ours = 'from mistral_client import Mistral\nmistral = Mistral(api_key="k", server_url=url)\n'
    official = ours.replace("mistral_client", "mistralai.client")
    bare = f"import {http} as httpx\nclient = httpx.Client()\n"
    return {
        "ours": Start("import mistral_client", ours, ours + _CALL),
        "official": Start("from mistralai.client import Mistral", official, official + _CALL),
        "bare": Start(f"import {http}, pydantic", bare, bare + _BARE_CALL),
    }
