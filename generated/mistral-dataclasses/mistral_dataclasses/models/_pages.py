"""Models that are pages of lists."""

from __future__ import annotations

from .._runtime.records import Page
from .beta_agents import Agent, AgentListPage


class PagedAgentListPage(Page[Agent], AgentListPage):
    """One page of an `AgentListPage`; iterating goes on to the pages that follow."""
