"""Ask when the tide is high: the model looks it up with a function of ours, then answers word by word."""

import asyncio
import json
import sys
from collections import defaultdict

from mistral_client import Mistral, models

TIDES = {"Whitby": "09:40", "Cuxhaven": "14:05"}
HIGH_WATER: models.FunctionToolDict = {
    "type": "function",
    "function": {
        "name": "high_water",
        "description": "The time of high water in a harbour today.",
        "parameters": {"type": "object", "properties": {"harbour": {"type": "string"}}},
    },
}


def high_water(harbour: str) -> str:
    return json.dumps({"harbour": harbour, "time": TIDES[harbour]})


async def ask(mistral: Mistral, question: str) -> None:
    talk = mistral.beta.conversations
    turn = talk.start_stream_async(
        model="mistral-medium-latest", inputs=question, tools=[HIGH_WATER]
    )
    while True:
        conversation_id = ""
        calls: defaultdict[str, str] = defaultdict(str)
        async with turn as events:
            async for event in events:
                match event.data:
                    case models.ResponseStartedEvent() as started:
                        conversation_id = started.conversation_id
                    case models.MessageOutputEvent(content=str(words)):
                        print(words, end="", flush=True)
                    case models.FunctionCallEvent() as call:
                        calls[call.tool_call_id] += call.arguments
                    case models.ResponseErrorEvent() as problem:
                        raise RuntimeError(problem.message)
                    case _:
                        pass
        results: list[models.FunctionResultEntryDict] = [
            {"tool_call_id": call, "result": high_water(**json.loads(arguments))}
            for call, arguments in calls.items()
        ]
        if not results:
            return print()
        turn = talk.append_stream_async(conversation_id, inputs=results)


async def main() -> None:
    async with Mistral() as mistral:
        await ask(mistral, " ".join(sys.argv[1:]))


asyncio.run(main())
