"""Fixtures: a package for each document, generated once in a run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from corpus.packages import Package, generate

DOCUMENTS = Path(__file__).parent / "documents"


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Package]:
    """Gives the package of a document, generated at the first call for it."""
    made: dict[Path, Package] = {}

    def package_of(document: Path) -> Package:
        if document not in made:
            folder = tmp_path_factory.mktemp(document.stem.replace(".", "_"))
            judged = document.with_name(f"{document.stem}.judge.yaml")
            made[document] = generate(document, folder, judged if judged.exists() else None)
        return made[document]

    return package_of
