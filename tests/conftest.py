"""What all tests share: legal cases as test items, golden texts."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from legal_cases import CASES, outcomes, read_cases
from regpol.law.format.cases import CaseRecord
from regpol.terms.problems import Refused

# how long an example takes says how busy the machine is, not whether the answer is right
settings.register_profile("regpol", deadline=None)
settings.load_profile("regpol")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden texts anew; read the diff")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden"):
        os.environ["REGPOL_UPDATE_GOLDEN"] = "1"


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    if file_path.parent == CASES and file_path.suffix == ".yaml":
        return CaseFile.from_parent(parent, path=file_path)
    return None


class CaseFile(pytest.File):
    """A file of legal cases."""

    def collect(self) -> Iterator["CaseItem"]:
        try:
            cases = read_cases(self.path)
        except Refused as refused:
            raise self.CollectError(str(refused)) from None
        for case in cases:
            yield CaseItem.from_parent(self, name=case.name, case=case)


class CaseItem(pytest.Item):
    """One case: every expectation of it is checked, and all that fail are shown."""

    def __init__(self, *, case: CaseRecord, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        self.case = case

    def runtest(self) -> None:
        failed = [outcome for outcome in outcomes(self.case) if not outcome.as_expected]
        if failed:
            raise NotAsExpected("\n\n".join(map(str, failed)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: str | None = None) -> str:
        if isinstance(excinfo.value, NotAsExpected | Refused):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, "long"))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.case.place.line - 1, self.case.name


class NotAsExpected(AssertionError):
    """A case whose answer is not the expected one."""


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with the one kept under a name; ``--update-golden`` keeps it instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if "REGPOL_UPDATE_GOLDEN" in os.environ:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no {path}; run with --update-golden and read what it wrote"
        assert text == path.read_text(encoding="utf-8")

    return compare
