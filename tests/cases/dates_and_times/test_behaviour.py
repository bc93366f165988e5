"""Moments are Python's, and each goes over the wire in the form that its format says.

Format registry: https://spec.openapis.org/registry/format/ (RFC 3339, RFC 9110 section 5.6.7, ISO 8601 durations)
"""

from __future__ import annotations

import copy
import datetime
import pickle
from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

MOMENT = datetime.datetime(2026, 2, 3, 4, 5, 6, tzinfo=datetime.UTC)
OBJECTS: dict[str, Any] = {
    "at": MOMENT,
    "on": datetime.date(2026, 2, 3),
    "doors_open": datetime.time(19, 30, tzinfo=datetime.UTC),
    "lasts": datetime.timedelta(hours=1, minutes=30),
    "changed": MOMENT,
    "created": MOMENT,
    "measured": MOMENT + datetime.timedelta(milliseconds=250),
    "reminders": [MOMENT],
    "holidays": {"new year": datetime.date(2027, 1, 1)},
    "cancelled": None,
}
WIRE = {
    "at": "2026-02-03T04:05:06Z",
    "on": "2026-02-03",
    "doors_open": "19:30:00Z",
    "lasts": "PT1H30M",
    "changed": "Tue, 03 Feb 2026 04:05:06 GMT",
    "created": 1770091506,
    "measured": 1770091506.25,
    "reminders": ["2026-02-03T04:05:06Z"],
    "holidays": {"new year": "2027-01-01"},
    "cancelled": None,
}


def test_python_s_objects_become_their_wire_form(api: Any, server: Any) -> None:
    server.reply = json_reply(WIRE)
    found = api.events.put_event(**OBJECTS)
    assert server.last.json() == WIRE
    assert {name: getattr(found, name) for name in OBJECTS} == OBJECTS


def test_the_wire_form_may_be_given_as_well(api: Any, server: Any) -> None:
    server.reply = json_reply(WIRE)
    api.events.put_event(**WIRE)
    assert server.last.json() == WIRE


@pytest.mark.parametrize("year", [1, 68, 69, 99, 100, 1994, 9999])
def test_years_of_four_digits_are_what_they_say(api: Any, server: Any, year: int) -> None:
    moment = MOMENT.replace(year=year)
    text = f"{moment:%a, %d %b} {year:04} 04:05:06 GMT"
    server.reply = json_reply({"changed": text})
    assert api.events.put_event(changed=moment).changed == moment
    assert server.last.json() == {"changed": text}
    api.events.put_event(changed=text)
    assert server.last.json() == {"changed": text}


def test_obsolete_forms_of_an_http_date_are_read(api: Any, server: Any) -> None:
    moment = datetime.datetime(1994, 11, 6, 8, 49, 37, tzinfo=datetime.UTC)
    for text in ("Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"):
        server.reply = json_reply({"changed": text})
        assert api.events.put_event().changed == moment


def test_parameters_have_the_same_form(api: Any, server: Any) -> None:
    server.reply = json_reply({})
    api.events.put_event(after=MOMENT, day=datetime.date(2026, 2, 3), since=MOMENT)
    assert server.last.target == (
        "/events?after=2026-02-03T04%3A05%3A06Z&day=2026-02-03&since=1770091506"
    )


@pytest.mark.parametrize("text", ["soon", "2026-13-45T00:00:00Z"])
def test_a_text_that_is_no_moment_raises_with_the_body(
    client: ModuleType, api: Any, server: Any, text: str
) -> None:
    server.reply = json_reply({"at": text})
    with pytest.raises(client.errors.ResponseValidationError, match="at") as raised:
        api.events.put_event()
    assert text in raised.value.body


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("P3Y6M4DT12H30M5S", datetime.timedelta(days=1279, hours=12, minutes=30, seconds=5)),
        ("P1M", datetime.timedelta(days=30)),
        ("-P1Y", datetime.timedelta(days=-365)),
        ("PT5M", datetime.timedelta(minutes=5)),
        ("PT0S", datetime.timedelta()),
        ("-P1DT0.25S", -datetime.timedelta(days=1, milliseconds=250)),
        ("01:30:00", datetime.timedelta(hours=1, minutes=30)),
        ("3 days, 0:00:07.5", datetime.timedelta(days=3, seconds=7, milliseconds=500)),
    ],
)
def test_a_duration_goes_back_as_it_came(
    api: Any, server: Any, text: str, length: datetime.timedelta
) -> None:
    """Years and months have no length of their own, so that days could not say what they mean."""
    server.reply = json_reply({"lasts": text})
    found = api.events.put_event()
    assert found.lasts == length
    assert found.model_dump(mode="json") == {"lasts": text}
    api.events.put_event(lasts=found.lasts)
    assert server.last.json() == {"lasts": text}
    api.events.put_event(lasts=text)
    assert server.last.json() == {"lasts": text}


def test_a_number_beside_a_duration_stays_one(api: Any, server: Any) -> None:
    server.reply = json_reply({"window": 5})
    assert api.events.put_event(window=5).window == 5
    assert server.last.json() == {"window": 5}
    server.reply = json_reply({"window": "PT5S"})
    assert api.events.put_event(window="PT5S").window == datetime.timedelta(seconds=5)
    assert server.last.json() == {"window": "PT5S"}


def test_a_duration_is_copied_whole(client: ModuleType) -> None:
    event = client.models.Event.model_validate({"lasts": "P1Y"})
    for again in (
        copy.deepcopy(event),
        event.model_copy(deep=True),
        pickle.loads(pickle.dumps(event)),
    ):
        assert again == event
        assert again.model_dump_json() == '{"lasts":"P1Y"}'
    assert type(event.lasts)(days=1, hours=2) == datetime.timedelta(days=1, hours=2)
    longer = client.models.Event(lasts=event.lasts + datetime.timedelta(days=1))
    assert longer.model_dump_json() == '{"lasts":"P366D"}'


def test_moments_have_a_json_schema(client: ModuleType) -> None:
    told = client.models.Event.model_json_schema()["properties"]
    assert "string" in str(told["lasts"]) and "string" in str(told["changed"])
    assert "number" in str(told["created"])


@pytest.mark.parametrize(
    ("text", "back"),
    [("P2W", "P14D"), ("P5DT1H0M0S", "P5DT1H"), ("P0,5D", "PT12H"), ("PT90S", "PT1M30S")],
)
def test_a_duration_of_fixed_length_goes_back_in_one_form(
    api: Any, server: Any, text: str, back: str
) -> None:
    server.reply = json_reply({"lasts": text})
    api.events.put_event(lasts=api.events.put_event().lasts)
    assert server.last.json() == {"lasts": back}


@pytest.mark.parametrize("text", ["", "P", "PT", "P1DT", "1 hour", "P1S", "P-1D"])
def test_what_is_no_duration(client: ModuleType, api: Any, text: str) -> None:
    with pytest.raises(client.errors.ArgumentError, match=r"lasts: .*not a duration"):
        api.events.put_event(lasts=text)


def test_a_word_stands_for_a_moment(api: Any, server: Any) -> None:
    for word in ("never", "tomorrow"):
        server.reply = json_reply({"expires": word})
        assert api.events.put_event(expires="never").expires == word
        assert server.last.json() == {"expires": "never"}
    server.reply = json_reply({"expires": WIRE["at"]})
    assert api.events.put_event(expires=MOMENT).expires == MOMENT
    assert server.last.json() == {"expires": WIRE["at"]}
