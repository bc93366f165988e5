import pytest
from clientwright.diagnostics import Diagnostic, InputError, Severity, printable


def test_a_finding_is_one_line_with_place_pointer_code_and_hint() -> None:
    found = Diagnostic(
        Severity.ERROR, "ref-not-found", "no such node", "look", "#/paths/~1pets", "a.yaml", 3, 7
    )
    assert (
        str(found) == "a.yaml:3:7: error: no such node (#/paths/~1pets) [ref-not-found]; hint: look"
    )


def test_unknown_places_are_left_out() -> None:
    assert str(Diagnostic(Severity.INFO, "x", "m")) == "info: m [x]"
    assert str(Diagnostic(Severity.INFO, "x", "m", file="f", line=2)) == "f:2: info: m [x]"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("a\u2028b\x85", "a\\u2028b\\x85"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("Größe 漢字 🙂", "Größe 漢字 🙂"),
    ],
)
def test_text_of_a_document_cannot_act_on_a_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown
    for field in ("message", "hint", "pointer", "file"):
        found = Diagnostic(Severity.ERROR, "x", **{"message": "m", field: text})
        assert shown in str(found)
        assert len(str(found).splitlines()) == 1


def test_json_has_every_member() -> None:
    assert Diagnostic(Severity.WARNING, "c", "m").to_json() == {
        "severity": "warning",
        "code": "c",
        "message": "m",
        "hint": "",
        "pointer": "",
        "file": "",
        "line": 0,
        "column": 0,
    }


def test_input_error_takes_one_finding_or_several() -> None:
    one = Diagnostic(Severity.ERROR, "a", "first")
    two = Diagnostic(Severity.ERROR, "b", "second")
    assert InputError(one).diagnostics == (one,)
    assert InputError([one, two]).diagnostics == (one, two)
    assert str(InputError([one, two])).splitlines() == [str(one), str(two)]
