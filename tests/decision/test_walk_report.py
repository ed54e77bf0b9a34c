"""The report of a check stays short however much is found; the bar tells how long it will take."""

import io

import pytest
from build import book, rule

from regpol.commands import shell
from regpol.decision.walk.whole_rulebook import walk
from regpol.law.model import Modality, Question
from regpol.reports.rulebook.check import LawCheck, law_check_json, law_check_text
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.law_walk import NeverMet, Shadowed


def checked(*problems: Problem) -> LawCheck:
    rules = book(rule("pu", Modality.CLASSIFIED, "pu", question=Question.SEGMENT))
    return LawCheck(rules, walk(rules, years=(2025,)), problems, 7, 123)


def dead(number: int) -> NeverMet:
    return NeverMet(place=Place("rules/a.yaml", number), rule=f"a/kaidah-{number}")


def test_a_thousand_findings_of_a_kind_are_told_in_twenty() -> None:
    text = law_check_text(checked(*map(dead, range(1, 1_001))))
    assert text.count("rules/a.yaml:") == 20
    assert "… dan 980 lagi; semuanya dengan --json" in text
    assert "LAW24 kaidah mati: syaratnya tidak pernah terpenuhi (kesalahan, 1000)" in text


def test_errors_stand_before_warnings_and_both_are_counted() -> None:
    warning = Shadowed(place=Place("rules/b.yaml", 1), rule="b/x", count=3, by=("b/y",))
    check = checked(warning, dead(1))
    text = law_check_text(check)
    assert "Temuan: 1 kesalahan dan 1 peringatan" in text
    assert text.index("LAW24 ") < text.index("LAW26 ")
    document = law_check_json(check)
    assert [problem["code"] for problem in document["problems"]] == ["LAW24", "LAW26"]
    assert document["counts"]["by_code"] == {"LAW24": 1, "LAW26": 1}


def test_what_was_covered_is_told_in_numbers() -> None:
    text = " ".join(law_check_text(checked()).split())
    situations = checked().walk.situations
    assert f"keadaan dijalani {situations}, pada 1 masa dari tahun anggaran 2025 sampai 2025" in text
    assert "diuji mesin kedua 7 keadaan; semuanya sama lama 12,3 detik" in text
    assert "belum pasti 0" in text
    assert text.endswith("Tidak ada temuan.")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_tells_how_long_it_will_take(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 10.0, 20.0])
    terminal = Terminal()
    monkeypatch.setattr("regpol.commands.shell.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", terminal)
    bar = shell.progress_bar("menjalani")
    bar(1, 4)
    bar(4, 4)
    first, second = terminal.getvalue().split("\r")[1:]
    assert first == "menjalani ██████░░░░░░░░░░░░░░░░░░ kira-kira 30 detik lagi"
    assert second.startswith("menjalani ████████████████████████ selesai")
    assert second.endswith("\n")


def test_no_bar_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = io.StringIO()
    monkeypatch.setattr("sys.stderr", silent)
    shell.progress_bar("menjalani")(1, 4)
    assert silent.getvalue() == ""
