"""What the vendor adds by hand. clientwright never touches this file."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Protocol, TypeVar

from . import Hooks

if TYPE_CHECKING:
    import httpx
    from typing_extensions import Self

    from .models import ConversationResponse


class _Opens(Protocol):
    def open(self, *, inputs: str, model: str) -> ConversationResponse: ...


class _Client(Protocol):
    def with_options(self, *, hooks: Hooks | None) -> Self: ...


C = TypeVar("C", bound=_Client)


class Asking:
    """Adds `beta.conversations.ask`."""

    def ask(self: _Opens, question: str, *, model: str = "harbour-small") -> str:
        """Open a conversation and give the text of its first answer."""
        reply = self.open(inputs=question, model=model)
        return "".join(str(getattr(output, "content", "")) for output in reply.outputs)


class Signing:
    """Adds `signed_with`."""

    def signed_with(self: C, secret: bytes) -> C:
        """Give a client that signs the body of each request, as the vendor's gateway wants it."""

        def sign(request: httpx.Request) -> None:
            digest = hmac.new(secret, request.read(), hashlib.sha256).hexdigest()
            request.headers["X-Harbour-Signature"] = digest

        return self.with_options(hooks=Hooks(before_request=sign))
