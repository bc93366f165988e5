"""The SDK that Mistral publishes, `mistralai` on PyPI."""

from __future__ import annotations

from mistralai.client import Mistral


class Subject:
    """One client and what is asked of it. Each method reads something of the decoded answer and gives it back."""

    def __init__(self, url: str) -> None:
        self.client = Mistral(api_key="k", server_url=url)
        self.conversations = self.client.beta.conversations

    def start(self) -> str:
        reply = self.conversations.start(
            model="mistral-medium-latest",
            inputs="When is high water?",
            instructions="Answer in one sentence.",
            completion_args={"temperature": 0.3, "max_tokens": 800},
        )
        return reply.outputs[0].id

    async def start_async(self) -> str:
        reply = await self.conversations.start_async(
            model="mistral-medium-latest",
            inputs="When is high water?",
            instructions="Answer in one sentence.",
            completion_args={"temperature": 0.3, "max_tokens": 800},
        )
        return reply.outputs[0].id

    def list(self) -> str:
        found = self.conversations.list(page=0, page_size=100)
        return f"{len(found)} {found[-1].id}"

    def history(self) -> str:
        found = self.conversations.get_history(conversation_id="conv_00000001")
        return f"{len(found.entries)} {found.entries[-1].id}"

    def stream(self) -> str:
        count = length = 0
        with self.conversations.start_stream(model="m", inputs="Hello") as events:
            for event in events:
                count += 1
                if event.data.type == "message.output.delta":
                    length += len(event.data.content)
        return f"{count} {length}"
