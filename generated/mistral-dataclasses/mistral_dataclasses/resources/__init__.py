"""Groups of methods, as the tags of the document have them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.operation import Resource

if TYPE_CHECKING:
    from .beta_agents import Agents
    from .beta_conversations import Conversations


class Beta(Resource):
    """The methods of `beta`."""

    @cached_property
    def conversations(self) -> Conversations:
        """Hold a dialogue with a model or an agent. The server keeps the history, runs
        tools, and streams answers on request. In beta: details may still change.
        """
        from .beta_conversations import Conversations

        return Conversations(self._client)

    @cached_property
    def agents(self) -> Agents:
        """Keep models with their instructions and tools as named, versioned agents, and
        start conversations with them. In beta: details may still change.
        """
        from .beta_agents import Agents

        return Agents(self._client)
