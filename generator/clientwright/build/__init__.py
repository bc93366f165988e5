"""From the normal form to the intermediate representation: names, types, operations, streams, pages.

One entry, `build`. What cannot be built is left out alone, with a finding; nothing is raised.
"""

from clientwright.build.client import BuildOptions, Built, build
from clientwright.build.fates import Fate

__all__ = ["BuildOptions", "Built", "Fate", "build"]
