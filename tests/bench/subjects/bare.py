"""httpx alone: requests whose constants are prepared, answers decoded by models written by hand.

The fastest that a client on httpx can be, without retries, errors, settings or hooks. It runs on the same HTTP library as the client
that it is the measure of, and keeps as many idle connections.
"""

from __future__ import annotations

import importlib
import json
import os

import bare_models

HTTP = os.environ.get("BENCH_HTTP", "httpx")
httpx = importlib.import_module(HTTP)


class Subject:
    """One client and what is asked of it. Each method reads something of the decoded answer and gives it back."""

    def __init__(self, url: str) -> None:
        limits = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
        self.client = httpx.Client(limits=limits)
        self.asynchronous = httpx.AsyncClient(limits=limits)
        host = url.removeprefix("http://").encode()
        common = [
            (b"host", host),
            (b"accept-encoding", b"gzip, deflate"),
            (b"connection", b"keep-alive"),
            (b"authorization", b"Bearer k"),
        ]
        self.reading = [*common, (b"accept", b"application/json")]
        self.posting = [*self.reading, (b"content-type", b"application/json")]
        self.streaming = [
            *common,
            (b"accept", b"text/event-stream"),
            (b"content-type", b"application/json"),
        ]
        self.start_url = httpx.URL(f"{url}/v1/conversations")
        self.list_url = httpx.URL(f"{url}/v1/conversations?page=0&page_size=100")
        self.history_url = httpx.URL(f"{url}/v1/conversations/conv_00000001/history")

    def _start_request(self):
        body = {
            "model": "mistral-medium-latest",
            "inputs": "When is high water?",
            "instructions": "Answer in one sentence.",
            "completion_args": {"temperature": 0.3, "max_tokens": 800},
            "stream": False,
        }
        content = json.dumps(body).encode()
        return httpx.Request("POST", self.start_url, headers=self.posting, content=content)

    def start(self) -> str:
        reply = bare_models.REPLY.validate_json(self.client.send(self._start_request()).content)
        return reply.outputs[0].id or ""

    async def start_async(self) -> str:
        response = await self.asynchronous.send(self._start_request())
        reply = bare_models.REPLY.validate_json(response.content)
        return reply.outputs[0].id or ""

    def list(self) -> str:
        request = httpx.Request("GET", self.list_url, headers=self.reading)
        found = bare_models.CONVERSATIONS.validate_json(self.client.send(request).content)
        return f"{len(found)} {found[-1].id}"

    def history(self) -> str:
        request = httpx.Request("GET", self.history_url, headers=self.reading)
        found = bare_models.HISTORY.validate_json(self.client.send(request).content)
        return f"{len(found.entries)} {found.entries[-1].id}"

    def stream(self) -> str:
        body = json.dumps({"model": "m", "inputs": "Hello", "stream": True}).encode()
        request = httpx.Request("POST", self.start_url, headers=self.streaming, content=body)
        response = self.client.send(request, stream=True)
        count = length = 0
        held = b""
        decode = bare_models.EVENT.validate_json
        for chunk in response.iter_bytes():
            *blocks, held = (held + chunk).split(b"\n\n")
            for block in blocks:
                event = decode(block[block.index(b"\ndata: ") + 7 :])
                count += 1
                if event.type == "message.output.delta":
                    length += len(event.content)
        response.close()
        return f"{count} {length}"
