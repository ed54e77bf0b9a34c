"""What changed between two moments or two rulebooks, and which rule turned an answer."""

from dataclasses import replace
from datetime import date

import pytest
from build import book, rule, when

from regpol.decision.case import Query
from regpol.decision.effects import Comparison, How, Moment, compare, content, rule_changes
from regpol.decision.findings import Decider
from regpol.law.model import Modality, Question, Rulebook
from regpol.terms.place import Place

OLD, NEW = date(2024, 12, 31), date(2025, 12, 31)
SEGMENT = rule("segmen", Modality.CLASSIFIED, "pu", question=Question.SEGMENT)
SILENT = rule("diam-dana", Modality.SILENT, ("apbd", "add"))
JKK = rule("jkk", Modality.REQUIRED, ("jkk", "jkm"), question=Question.PROGRAMME)
LAW = (SEGMENT, SILENT, JKK)


def moments(old: Rulebook, new: Rulebook) -> tuple[Moment, Moment]:
    return Moment(old, OLD, 2024), Moment(new, NEW, 2025)


def compared(old: Rulebook, new: Rulebook) -> Comparison:
    first, second = (
        (Decider(side, "52.71"), (Query("rt", "52.71", day.year, day),)) for side, day in ((old, OLD), (new, NEW))
    )
    return compare(first, second)


def changes(old: Rulebook, new: Rulebook) -> dict[str, How]:
    return {change.rule.id: change.how for change in rule_changes(*moments(old, new), "52.71")}


HAPPENED = {
    "mulai": (rule("a", Modality.ALLOWED, since=date(2025, 3, 1)), How.BEGAN),
    "berakhir": (rule("a", Modality.ALLOWED, until=date(2025, 2, 1)), How.ENDED),
    "tahun mulai": (rule("a", Modality.ALLOWED, years=(2025, 2026)), How.BEGAN),
    "tahun berakhir": (rule("a", Modality.ALLOWED, years=(2023, 2024)), How.ENDED),
    "menjadi pasti": (rule("a", Modality.ALLOWED, since=(date(2024, 6, 1), date(2025, 6, 1))), How.SURER),
    "belum pasti": (rule("a", Modality.ALLOWED, since=(date(2025, 6, 1), date(2026, 6, 1))), How.UNSURE),
}


@pytest.mark.parametrize(("own", "how"), HAPPENED.values(), ids=HAPPENED)
def test_time_does_this_to_a_rule(own: object, how: How) -> None:
    law = book(*LAW, own)  # type: ignore[arg-type]
    assert changes(law, law) == {"a": how}


def test_a_rule_that_holds_throughout_did_not_change() -> None:
    law = book(*LAW, rule("a", Modality.ALLOWED))
    assert changes(law, law) == {}


def test_two_rulebooks_show_what_was_added_removed_and_changed() -> None:
    kept = rule("tetap", Modality.ALLOWED)
    old = book(*LAW, kept, rule("hapus", Modality.ALLOWED), rule("ubah", Modality.ALLOWED))
    new = book(*LAW, kept, rule("tambah", Modality.ALLOWED), rule("ubah", Modality.FORBIDDEN))
    assert changes(old, new) == {"hapus": How.REMOVED, "tambah": How.ADDED, "ubah": How.CHANGED}


def test_where_a_rule_stands_in_its_file_is_no_change() -> None:
    own = rule("a", Modality.ALLOWED)
    assert content(own) == content(replace(own, place=Place("lain.yaml", 9)))
    assert content(own) != content(rule("a", Modality.ALLOWED, conditions=(when(unit="desa"),)))


def test_law_of_another_region_is_left_out() -> None:
    own = rule("perda", Modality.ALLOWED, kind="perda", scope="31", since=date(2025, 3, 1))
    law = book(*LAW, own)
    assert changes(law, law) == {}
    assert [it.how for it in rule_changes(*moments(law, law), "31")] == [How.BEGAN]


def test_an_answer_that_flips_names_the_rules_on_both_sides() -> None:
    ended = rule("lama", Modality.ALLOWED, years=(2024, 2024))
    began = rule("baru", Modality.FORBIDDEN, years=(2025, 2025))
    law = book(*LAW, ended, began)
    found = compared(law, law)
    assert {flip.matter for flip in found.flips} == {
        (Question.FUNDING, "jkk", "apbd"),
        (Question.FUNDING, "jkm", "apbd"),
    }
    for flip in found.flips:
        assert {(change.rule.id, change.how) for change in flip.by} == {("lama", How.ENDED), ("baru", How.BEGAN)}
        assert flip.through == ()


def test_a_rule_that_changed_beside_the_answer_is_not_blamed() -> None:
    ended = rule("lama", Modality.FORBIDDEN, years=(2024, 2024))
    elsewhere = rule("lain", Modality.ALLOWED, "add", years=(2025, 2025))
    law = book(*LAW, ended, rule("boleh", Modality.ALLOWED, kind="se"), elsewhere)
    flips = {flip.matter[2]: [change.rule.id for change in flip.by] for flip in compared(law, law).flips}
    assert flips == {"apbd": ["lama"], "add": ["lain"]}


def test_an_answer_that_follows_an_earlier_one_says_so() -> None:
    """Only the segment changed: whoever is no longer PU loses a programme through it."""
    old = book(rule("s", Modality.CLASSIFIED, "pu", question=Question.SEGMENT), SILENT, *_by_segment())
    new = book(rule("s", Modality.CLASSIFIED, "bpu", question=Question.SEGMENT), SILENT, *_by_segment())
    flips = {flip.matter: flip for flip in compared(old, new).flips}
    assert [change.how for change in flips[Question.SEGMENT, "", ""].by] == [How.CHANGED]
    turned = flips[Question.PROGRAMME, "", "jkm"]
    assert {(change.rule.id, change.how) for change in turned.by} == {("pu", How.UNMET), ("bpu", How.MET)}
    assert turned.through == ((Question.SEGMENT, "", ""),)


def _by_segment() -> tuple[object, ...]:
    return (
        rule("pu", Modality.REQUIRED, ("jkk", "jkm"), question=Question.PROGRAMME, conditions=(when(segmen="pu"),)),
        rule("bpu", Modality.ALLOWED, ("jkk", "jkm"), question=Question.PROGRAMME, conditions=(when(segmen="bpu"),)),
    )


def test_what_did_not_flip_is_counted() -> None:
    law = book(*LAW)
    found = compared(law, law)
    assert found.flips == ()
    assert (found.same, found.other_grounds) == (8, 0)
    other = book(*LAW[:2], rule("jkk-lain", Modality.REQUIRED, ("jkk", "jkm"), question=Question.PROGRAMME))
    assert (compared(law, other).same, compared(law, other).other_grounds) == (6, 2)
