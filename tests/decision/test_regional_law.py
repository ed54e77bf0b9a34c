"""Regional law is a layer below national law: it holds in its region only, and loses where the ladder says so."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from legal_cases import RULES
from regpol.decision.case import PeriodAnswer, Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.decision.precedence import Principle
from regpol.law.files import fingerprint
from regpol.law.load import load
from regpol.law.model import Rulebook
from regpol.project.region import attributes
from regpol.reports.case.document import case_json
from regpol.reports.case.report import report_case
from regpol.reports.case.text import case_text
from regpol.terms.answer import Answer
from regpol.terms.problems import Refused

MATARAM = Path(__file__).parent.parent / "fixtures" / "daerah" / "mataram"
DAY = date(2024, 10, 22)
HERE, ELSEWHERE = "52.71", "52.72"


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load(RULES, (MATARAM,))


def answered(book: Rulebook, category: str, region: str) -> PeriodAnswer:
    facts = {**attributes(book.regions, region), "usia": 40, "rentan": "tidak"}
    return decide_case(Decider(book, region), Query(category, region, DAY.year, DAY, facts)).periods[0]


def fund(period: PeriodAnswer) -> Finding:
    return next(it for it in period.funding if (it.programme, it.object) == ("jkk", "apbd_kabkota"))


def test_it_adds_a_norm_in_its_region_and_nowhere_else(book: Rulebook) -> None:
    here, elsewhere = fund(answered(book, "linmas", HERE)), fund(answered(book, "linmas", ELSEWHERE))
    own = next(it.rule for it in here.grounds if it.rule.id == "perwali-contoh/linmas-dari-apbd")
    assert here.answer is Answer.ALLOWED
    assert str(own.provision and own.provision.citation) == "Perwali Mataram 999/2024 Pasal 3"
    assert elsewhere.answer is not Answer.ALLOWED
    assert not any("perwali" in ground.rule.id for ground in elsewhere.grounds)


def test_it_holds_in_the_kelurahan_of_its_region(book: Rulebook) -> None:
    assert fund(answered(book, "linmas", "52.71.05.1002")).answer is Answer.ALLOWED


def test_against_a_ministerial_regulation_there_is_no_order(book: Rulebook) -> None:
    finding = fund(answered(book, "ketua_rt", HERE))
    assert finding.answer is Answer.UNSETTLED
    sides = {ground.rule.id: ground.rule.norm.modality.answer for ground in finding.grounds}
    assert sides == {
        "perwali-contoh/rt-tidak-dari-apbd": Answer.FORBIDDEN,
        "permendagri-15-2023/aparatur-desa-rt-rw": Answer.ALLOWED,
    }
    assert fund(answered(book, "ketua_rt", ELSEWHERE)).answer is Answer.ALLOWED


def test_against_an_act_it_falls_and_is_shown_to_fall(book: Rulebook) -> None:
    membership = answered(book, "linmas", HERE).membership
    assert membership.answer is Answer.REQUIRED
    fallen = {(it.rule.id, it.principle) for ground in membership.grounds for it in ground.defeated}
    assert fallen == {("perwali-contoh/linmas-bukan-peserta", Principle.SUPERIOR)}


def test_its_grounds_are_marked_with_their_scope(book: Rulebook) -> None:
    decider = Decider(book, HERE)
    facts = {**attributes(book.regions, HERE), "usia": 40}
    report = report_case(decider, decide_case(decider, Query("linmas", HERE, DAY.year, DAY, facts)))
    document = case_json(book, report)["periods"][0]
    paid = next(it for it in document["funding"] if (it["programme"], it["source"]) == ("jkk", "apbd_kabkota"))
    assert {it["rule"].partition("/")[0]: it["scope"] for it in paid["grounds"]}["perwali-contoh"] == HERE
    fallen = [it for ground in document["membership"]["grounds"] for it in ground["defeated"]]
    assert [(it["citation"], it["scope"]) for it in fallen] == [("Perwali Mataram 999/2024 Pasal 4", HERE)]
    page = " ".join(case_text(book, report, "Kota Mataram").split())
    assert "Perwali Mataram 999/2024 Pasal 3 [" in page
    assert f"peraturan daerah {HERE}]" in page
    assert "Perwali Mataram 999/2024 Pasal 4 (di_luar, peraturan daerah) kalah: norma yang lebih" in page


def test_it_has_an_identity_and_sources_of_its_own(book: Rulebook) -> None:
    assert book.hash == fingerprint(RULES, (MATARAM,)) != fingerprint(RULES)
    assert book.sources["perwali_contoh"].kind == "contoh"
    assert not book.regulations["Perwali Mataram 999/2024"].national


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("uu-3-2024.yaml", "LAW09", "nama berkas “uu-3-2024” sudah ada"),
        ("perwali-lain.yaml", "LAW09", "peraturan “Perwali Mataram 999/2024” sudah ada"),
    ],
)
def test_a_regional_file_never_takes_the_place_of_another(name: str, code: str, words: str, tmp_path: Path) -> None:
    shutil.copytree(MATARAM, tmp_path / "mataram")
    shutil.copy(MATARAM / "perwali-contoh.yaml", tmp_path / "mataram" / name)
    with pytest.raises(Refused, match=code) as refused:
        load(RULES, (tmp_path / "mataram",))
    assert words in str(refused.value)


def test_a_source_code_stands_for_one_source(tmp_path: Path) -> None:
    (tmp_path / "sumber.yaml").write_text("sumber: {cermin_uu_3_2024: {nama: Lain, jenis: lain}}", encoding="utf-8")
    with pytest.raises(Refused, match="LAW09"):
        load(RULES, (tmp_path,))


VILLAGE_RULE = """peraturan: Perdes Contoh 1/2024
jenis: perdes
nomor: "1"
tahun: "2024"
tentang: CONTOH REKAAN untuk pengujian; peraturan ini tidak ada
lingkup: "93.01.01.2001"
penetap: Kepala Kampung Contoh
berlaku: {sejak: 2024-01-01}
bacaan: lengkap
tanpa_delegasi: Contoh rekaan.

ketentuan:
- letak: Pasal 2
  isi: (contoh) PADes tidak membayar iuran ketua RT.
  bukti: lemah
  sumber: [perdes_contoh]
  kaidah:
  - nama: rt-tidak-dari-pades
    soal: pendanaan
    bila: {kategori: ketua_rt}
    maka: {siapa: pemerintah_desa, sifat: dilarang, atas: [pades]}
"""


def test_a_village_regulation_holds_in_its_village_only(tmp_path: Path) -> None:
    (tmp_path / "perdes-contoh.yaml").write_text(VILLAGE_RULE, encoding="utf-8")
    sources = "sumber: {perdes_contoh: {nama: Naskah rekaan, jenis: contoh}}"
    (tmp_path / "sumber.yaml").write_text(sources, encoding="utf-8")
    loaded = load(RULES, (tmp_path,))

    def speaks(region: str) -> bool:
        """Whether it is met, standing or fallen: against an Act it falls, and is shown to fall."""
        grounds = [ground for it in answered(loaded, "ketua_rt", region).funding for ground in it.grounds]
        told = [rule.id for it in grounds for rule in (it.rule, *(defeat.rule for defeat in it.defeated))]
        return "perdes-contoh/rt-tidak-dari-pades" in told

    village, neighbour = "93.01.01.2001", "93.01.01.2008"
    assert (speaks(village), speaks(neighbour), speaks("93.01")) == (True, False, False)
