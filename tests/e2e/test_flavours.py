"""What is particular to the flavours that are no style of the default one: a vendor's client, and models alone."""

from __future__ import annotations

import hashlib
import hmac
import importlib
import sys
from types import ModuleType

import httpx
import pytest
from support.paths import GENERATED

ANSWER = {
    "object": "conversation.response",
    "conversation_id": "conv_1",
    "outputs": [{"type": "message.output", "content": "Hello."}],
    "usage": {},
}


def imported(flavour: str, package: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(GENERATED.parent / flavour))
    return importlib.import_module(package)


def test_a_vendor_has_its_server_its_header_its_names_and_its_own_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    harbour = imported("harbour", "harbour_client", monkeypatch)
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=ANSWER)

    http = httpx.Client(transport=httpx.MockTransport(answer))
    client = harbour.Harbour("berth-7", region="south", http_client=http)
    assert client.beta.conversations.open(inputs="Hi").conversation_id == "conv_1"
    assert client.signed_with(b"s").beta.conversations.ask("Hi") == "Hello."
    plain, signed = seen
    assert str(plain.url) == "https://south.harbour.example/llm/v1/conversations"
    assert plain.headers["X-Harbour-Key"] == "berth-7"
    assert not {"Authorization", "X-Harbour-Signature"} & {key.title() for key in plain.headers}
    digest = hmac.new(b"s", signed.content, hashlib.sha256).hexdigest()
    assert signed.headers["X-Harbour-Signature"] == digest
    assert not hasattr(client.beta, "agents")
    assert not hasattr(client.beta.conversations, "start")


def test_models_alone_read_and_print_without_a_client(monkeypatch: pytest.MonkeyPatch) -> None:
    package = imported("mistral-models", "mistral_models", monkeypatch)
    text = '{"type":"text","text":"x","later":[1]}'
    chunk = package.models.TextChunk.model_validate_json(text)
    assert chunk.text == "x"
    assert chunk.model_dump_json(by_alias=True, exclude_unset=True) == text
    assert not hasattr(package, "Mistral")
    assert not [name for name in sys.modules if name.startswith("mistral_models.resources")]


def test_the_flavour_on_httpx2_imports_no_httpx() -> None:
    folder = GENERATED.parent / "mistral-httpx2" / "mistral_httpx2"
    sources = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    lines = [line.strip() for text in sources.values() for line in text.splitlines()]
    assert "import httpx2 as httpx" in lines
    assert "import httpx" not in lines
    assert not [line for line in lines if line.startswith("from httpx ")]
