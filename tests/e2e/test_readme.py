"""The README's example does what the README says."""

from __future__ import annotations

from support import demo


def test_example_prints_what_the_readme_shows() -> None:
    done = demo.run()
    assert done.stderr == ""
    assert done.stdout == demo.promised()
    assert done.returncode == 0
