"""The page of every register problem can be read by an official, and none can show a person."""

import inspect
import re
import typing

import pytest

import regpol.terms.problems.register
from regpol.terms.place import Place
from regpol.terms.problems import Owner, Problem, Severity, catalogue

OURS = {
    code: kind
    for code, kind in catalogue().items()
    if kind.__module__.startswith(regpol.terms.problems.register.__name__)
}


def test_the_catalogue_has_them_all() -> None:
    assert set(OURS) >= {f"REG{number:02d}" for number in (*range(1, 12), *range(20, 28), *range(40, 55))}
    assert all(code.startswith("REG") for code in OURS)


@pytest.mark.parametrize("kind", OURS.values(), ids=OURS.keys())
def test_every_problem_has_its_page_and_its_sentences(kind: type[Problem]) -> None:
    page = inspect.cleandoc(kind.__doc__ or "")
    parts = [page.find(f"\n{part}: ") for part in ("Yang diperiksa", "Mengapa", "Contoh", "Sebaiknya")]
    assert -1 not in parts, "a part is missing"
    assert parts == sorted(parts)
    hints = typing.get_type_hints(kind)
    values = {name: _sample(str(hints[name])) for name in kind.fields if name != "place"}
    problem = kind(place=Place("r.xlsx", 7, sheet="Data"), **values)  # type: ignore[arg-type]
    assert not re.search(r"[{}]", str(problem))
    assert "baris 7" in str(problem)


def _sample(kind: str) -> object:
    if "tuple" in kind:
        return ("satu", "dua")
    return 3 if "int" in kind else "kata"


def test_every_problem_of_a_row_has_a_weight_and_somebody_who_can_put_it_right() -> None:
    """An official asks of each finding whether it matters and whom to call; one without an answer is a dead end."""
    of_rows = [
        kind
        for kind in OURS.values()
        if kind.__module__.rpartition(".")[2] in {"register_rows", "register_warnings", "register_quality"}
    ]
    assert len(of_rows) >= 23
    without = [kind.__name__ for kind in of_rows if not isinstance(kind.owner, Owner)]
    assert not without, without
    assert {kind.severity for kind in of_rows} == set(Severity)


def test_a_rejected_row_is_an_error_and_a_kept_one_is_not() -> None:
    for kind in OURS.values():
        module = kind.__module__.rpartition(".")[2]
        if module == "register_rows":
            assert kind.severity is Severity.ERROR, kind
        elif module == "register_warnings":
            assert kind.severity is not Severity.ERROR, kind


def test_who_can_put_it_right_is_told_where_problems_are_told() -> None:
    problem = catalogue()["REG20"](place=Place("r.xlsx", 7), column="Jabatan")
    assert problem.as_dict()["who"] == str(Owner.VILLAGE)
