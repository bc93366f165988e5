"""The schemas still to be read, kept in a list so that no nesting and no cycle can exhaust the stack."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from clientwright.load import Location
from clientwright.normalise.form import Schema, SchemaId


@dataclass(slots=True)
class SchemaWorklist:
    """Schemas by id in the order of the document, and those that have been met but not read.

    Schemas that stand where they are used are read depth first; schemas that are only referred to wait until
    all others have been read, so that components keep the order in which they are written.
    """

    read: dict[SchemaId, Schema] = field(default_factory=dict[SchemaId, Schema])
    places: dict[SchemaId, Location] = field(default_factory=dict[SchemaId, Location])
    _met: list[Location] = field(default_factory=list[Location])
    _queued: set[SchemaId] = field(default_factory=set[SchemaId])
    _referred: deque[Location] = field(default_factory=deque[Location])

    def add(self, location: Location) -> SchemaId:
        """Note the schema that stands at `location` and return its id."""
        place = location.id
        if place not in self._queued:
            self._queued.add(place)
            self.places[place] = location
            self._met.append(location)
        return place

    def refer(self, location: Location) -> SchemaId:
        """Note a schema that something refers to and return its id."""
        place = location.id
        if place not in self._queued:
            self._referred.append(location)
        return place

    def put(self, schema: Schema, place: Location) -> SchemaId:
        """Keep a schema that no text of the document stands for, and return its id.

        `place` is where findings about it point.
        """
        self.places[schema.id] = place
        self._queued.add(schema.id)
        self.read[schema.id] = schema
        return schema.id

    def drain(self, read: Callable[[Location], Schema]) -> None:
        """Read all schemas met so far and what stands inside them."""
        stack: list[Location] = []
        while True:
            stack.extend(reversed(self._met))
            self._met.clear()
            if not stack:
                return
            location = stack.pop()
            self.read[location.id] = read(location)

    def finish(self, read: Callable[[Location], Schema]) -> None:
        """Read all that is left, the schemas that were only referred to included."""
        self.drain(read)
        while self._referred:
            self.add(self._referred.popleft())
            self.drain(read)
