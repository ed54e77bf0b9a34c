"""Walking the rulebook: what a name means, what rests on it, what answers for each provision, what to read first."""

from collections import Counter
from pathlib import Path

import pytest
from bad_rulebook import SOUND

from legal_cases import rulebook
from regpol.law.coverage import Claim, coverage
from regpol.law.entries import Listed, entry_names, find_entries
from regpol.law.listing import Line, Wanted, lines
from regpol.law.load import load
from regpol.law.model import Category, Provision, Question, Regulation, Rule, Rulebook, Value
from regpol.law.reading_list import Stage, reading_list
from regpol.law.resting import resting_on
from regpol.law.touched import gathered, touched
from regpol.reports.rule_words import categories_words, condition_words
from regpol.terms.answer import Evidence
from regpol.terms.citation import UNVERIFIED


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load(SOUND)


def changed(tmp_path: Path, *changes: tuple[str, str]) -> Rulebook:
    """The sound rulebook with words of its act replaced."""
    import shutil

    shutil.copytree(SOUND, tmp_path / "aturan")
    path = tmp_path / "aturan" / "peraturan" / "uu-1-2020.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return load(tmp_path / "aturan")


@pytest.mark.parametrize(
    ("typed", "kind", "found"),
    [
        ("UU 1/2020", Regulation, ["uu-1-2020"]),
        ("uu-1-2020", Regulation, ["uu-1-2020"]),
        ("  uu 1/2020   PASAL 1 ", Provision, ["uu-1-2020:pasal-1"]),
        ("uu-1-2020:pasal-2-ayat-1", Provision, ["uu-1-2020:pasal-2-ayat-1"]),
        ("UU 1/2020 Pasal 2", Provision, ["uu-1-2020:pasal-2-ayat-1"]),
        ("UU 1/2020 Pasal 1 ayat (1)", Provision, ["uu-1-2020:pasal-1"]),
        ("uu-1-2020/dua-program", Rule, ["uu-1-2020/dua-program"]),
        ("bpu_jkk", Value, ["bpu_jkk"]),
        ("Ketua RT", Category, ["ketua_rt"]),
        ("apbd", Listed, ["apbd"]),
        ("Jaminan kematian", Listed, ["jkm"]),
        ("UU 1/2020 Pasal 12", Provision, []),
        ("UU 1/2021", Regulation, []),
        ("", Regulation, []),
    ],
)
def test_a_name_means_what_is_printed_under_it(book: Rulebook, typed: str, kind: type, found: list[str]) -> None:
    entries = find_entries(book, typed)
    assert all(isinstance(entry, kind) for entry in entries)
    names = [getattr(it, "slug", "") or getattr(it, "id", "") or getattr(it, "code", "") for it in entries]
    assert [name or getattr(it, "name", "") or it.term.code for name, it in zip(names, entries, strict=True)] == found  # type: ignore[union-attr]


def test_an_amending_provision_is_found_under_the_regulation_it_changes() -> None:
    (entry,) = find_entries(rulebook(), "UU 6/2014 Pasal 26 ayat (3) huruf c")
    assert isinstance(entry, Provision)
    assert entry.id == "uu-3-2024:pasal-26-ayat-3-huruf-c"


def test_every_entry_is_found_by_every_name_of_it() -> None:
    book = rulebook()
    assert all(find_entries(book, name) for name in entry_names(book))
    for provision in book.provisions:
        assert provision in find_entries(book, provision.id)


def test_what_rests_on_a_provision(book: Rulebook) -> None:
    (provision,) = find_entries(book, "UU 1/2020 Pasal 2 ayat (1)")
    resting = resting_on(book, provision)
    assert [rule.id for rule in resting.rules] == ["uu-1-2020/pengurus-pu", "uu-1-2020/mandiri-bpu"]
    assert resting.categories == book.leaves


def test_what_rests_on_a_value_a_fund_and_a_regulation(book: Rulebook) -> None:
    (value,) = find_entries(book, "pu_jkk")
    assert [figure.name for figure in resting_on(book, value).figures] == ["jkk pu"]
    (fund,) = find_entries(book, "apbd")
    assert {rule.id for rule in resting_on(book, fund).rules} == {
        "permen-2-2021/apbd-boleh",
        "permen-2-2021/apbd-dilarang",
        "diam/dana-mandiri",
    }
    (act,) = find_entries(book, "UU 1/2020")
    assert [rule.id for rule in resting_on(book, act).read_by] == ["diam/dana-mandiri"]
    assert {figure.name for figure in resting_on(book, act).figures} == {"pu_jkk", "bpu_jkk", "jkk pu"}


def test_categories_are_those_a_condition_leaves_possible(book: Rulebook) -> None:
    assert touched(book, book.rule("permen-2-2021/apbd-boleh")) == ("ketua_rt", "ketua_rw")
    assert touched(book, book.rule("uu-1-2020/dua-program")) == book.leaves
    assert gathered(book, ("ketua_rt", "ketua_rw")) == ("pengurus",)
    assert gathered(book, ("ketua_rt", "mandiri")) == ("ketua_rt", "mandiri")
    assert categories_words(book, book.leaves) == "semua kategori (3)"
    assert condition_words(book, book.rule("permen-2-2021/apbd-boleh")) == (
        "Pengurus, bila sk berlaku: ya",
        "Ketua RT, bila upah paling banyak Rp999.999",
    )


def test_a_category_that_implies_otherwise_is_not_touched() -> None:
    book = rulebook()
    rules = [it for it in book.rules if any(_reads(condition) for condition in it.conditions)]
    heads = {code for code, it in book.categories.items() if dict(it.implies).get("bentuk_unit") == "desa"}
    assert rules
    assert heads
    assert not heads & {leaf for rule in rules for leaf in touched(book, rule)}


def _reads(condition: object) -> bool:
    """Whether a condition is for a kelurahan alone."""
    return any(getattr(test, "codes", None) == {"kelurahan"} for test in condition)  # type: ignore[attr-defined]


def test_each_place_is_claimed_once(book: Rulebook) -> None:
    (act,) = (one for one in coverage(book) if one.regulation == "UU 1/2020")
    assert [(str(it.citation), it.claim) for it in act.places] == [
        ("UU 1/2020 Pasal 1", Claim.RULE),
        ("UU 1/2020 Pasal 2 ayat (1)", Claim.RULE),
        ("UU 1/2020 Pasal 3", Claim.RULE),
        ("UU 1/2020 Pasal 4", Claim.FIGURE),
        ("UU 1/2020 Pasal 5", Claim.FIGURE),
    ]
    assert act.places[3].by == ("pu_jkk", "jkk pu")


BARE = "\n- letak: {}\n  isi: Baru.\n  bukti: cermin\n  sumber: [contoh]\n{}\nnilai:"


@pytest.mark.parametrize(
    ("pinpoint", "more", "claim"),
    [
        ("Pasal 9", "", Claim.UNCLAIMED),
        ("Pasal 5 ayat (2)", "", Claim.FIGURE),
        ("Pasal 5 ayat (2)", "  sifat_teks: prosedur\n", Claim.PROCEDURE),
        ("Pasal 5", "  sifat_teks: prosedur\n", Claim.FIGURE),
        ("Pasal 9", "  sifat_teks: definisi\n", Claim.DEFINITION),
        ("Pasal 9", "  sifat_teks: prosedur\n", Claim.PROCEDURE),
        ("Pasal 9", "  sifat_teks: tidak_dimodelkan\n  alasan: Manfaat.\n", Claim.NOT_MODELLED),
        ("Pasal 9", "  sifat_teks: tidak_dimodelkan\n", Claim.UNCLAIMED),
    ],
)
def test_a_place_is_what_its_author_says(tmp_path: Path, pinpoint: str, more: str, claim: Claim) -> None:
    book = changed(tmp_path, ("\nnilai:", BARE.format(pinpoint, more)))
    (place,) = (it for one in coverage(book) for it in one.places if it.gist == "Baru.")
    assert place.claim is claim
    assert sum(one.unclaimed for one in coverage(book)) == (claim is Claim.UNCLAIMED)


def test_no_place_is_recorded_twice() -> None:
    """Two authors once recorded the same article on the same evening; its id then named neither of them."""
    placed = [it for it in rulebook().provisions if it.citation.pinpoint != UNVERIFIED]
    seen = Counter((it.citation, it.validity) for it in placed)
    assert not [str(citation) for (citation, _), times in seen.items() if times > 1]


def test_the_texts_to_read_first_are_those_nobody_read() -> None:
    found = reading_list(rulebook())
    assert [one.stage for one in found] == sorted(one.stage for one in found)
    for stage in Stage:
        weights = [(-len(one.categories), -one.rules, -one.figures) for one in found if one.stage is stage]
        assert weights == sorted(weights)
    named = {one.regulation.name for one in found}
    weak = {it.regulation.name for it in rulebook().provisions if it.evidence < Evidence.OFFICIAL}
    assert weak <= named
    assert all(one.places or one.regulation.reading != "lengkap" for one in found)


def test_a_text_read_at_its_issuer_is_off_the_list(tmp_path: Path) -> None:
    act = (SOUND / "peraturan" / "uu-1-2020.yaml").read_text(encoding="utf-8")
    official = changed(
        tmp_path, (act[act.index("ketentuan:") :], act[act.index("ketentuan:") :].replace("cermin", "resmi"))
    )
    assert {one.regulation.name for one in reading_list(official)} == {"Permen 2/2021"}


def wanted_ids(found: tuple[Line, ...]) -> set[str]:
    return {line.id for line in found}


def test_the_list_narrows_by_question_category_and_grade(book: Rulebook) -> None:
    funding = lines(book, Wanted(question=Question.FUNDING, category="mandiri"))
    assert wanted_ids(funding) == {"diam/dana-mandiri"}
    official = lines(book, Wanted(evidence=frozenset({Evidence.OFFICIAL})))
    assert wanted_ids(official) == {"uu-1-2020/semua-peserta", "uu-1-2020/lansia-boleh"}
    unread = lines(book, Wanted(unread=True))
    assert wanted_ids(unread) == {"Permen 2/2021", "permen-2-2021/apbd-boleh", "permen-2-2021/apbd-dilarang"}
    assert len(lines(book, Wanted())) == len(book.regulations) + len(book.rules) + len(book.values)
