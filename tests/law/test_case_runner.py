"""The runner of legal cases fails where it should, in words a lawyer can use."""

from pathlib import Path

import pytest

from legal_cases import Outcome, outcomes, read_cases, rulebook
from regpol.decision.durable_adapter import DurableEngine
from regpol.decision.findings import Decider
from regpol.terms.problems import Refused

GIVEN = '{kategori: pekerja_mandiri, wilayah: "52.71", tahun: 2024, tanggal: 2024-10-22, usia: 40}'


def found(folder: Path, expectation: str, given: str = GIVEN) -> list[Outcome]:
    path = folder / "kasus.yaml"
    lines = ["kasus:", "- nama: Pekerja mandiri", "  ketentuan: PP 44/2015 Pasal 5", f"  keadaan: {given}", "  harap:"]
    path.write_text("\n".join([*lines, f"  - {expectation}", ""]), encoding="utf-8")
    return [outcome for case in read_cases(path) for outcome in outcomes(case)]


@pytest.mark.parametrize(
    ("expectation", "right"),
    [
        ("{soal: program, atas: jkk, jawaban: wajib}", True),
        ("{soal: program, atas: jkk, jawaban: boleh}", False),
        ("{soal: program, atas: jkk, jawaban: wajib, kaidah: pp-44-2015/bpu-wajib}", True),
        ("{soal: program, atas: jkk, jawaban: wajib, kaidah: pp-44-2015/mandiri-bpu}", False),
        ("{soal: program, atas: jkk, jawaban: wajib, kaidah: pp-44-2015/bpu-wajib, siapa: pekerja}", True),
        ("{soal: program, atas: jkk, jawaban: wajib, kaidah: pp-44-2015/bpu-wajib, siapa: pemberi_kerja}", False),
        ("{soal: program, atas: jkk, jawaban: wajib, kaidah: pp-44-2015/bpu-wajib, sifat: wajib}", True),
        ("{soal: program, atas: jkk, jawaban: wajib, kaidah: pp-44-2015/bpu-wajib, sifat: berhak}", False),
        ("{soal: program, atas: jkk, jawaban: wajib, tanpa: pp-44-2015/mandiri-bpu}", True),
        ("{soal: program, atas: jkk, jawaban: wajib, tanpa: pp-44-2015/bpu-wajib}", False),
        ("{soal: segmen, atas: bpu, jawaban: wajib}", True),
        ("{soal: segmen, atas: pu, jawaban: wajib}", False),
        ("{soal: segmen, atas: pu, jawaban: belum_pasti}", False),
    ],
)
def test_an_expectation_holds_or_not(expectation: str, right: bool, tmp_path: Path) -> None:
    assert [outcome.as_expected for outcome in found(tmp_path, expectation)] == [right]


def test_a_case_without_a_day_is_asked_in_every_period(tmp_path: Path) -> None:
    given = '{kategori: kepala_desa, wilayah: "93.01", tahun: 2024, usia: 45}'
    asked = found(tmp_path, "{soal: program, atas: jamsosnaker, jawaban: berhak}", given)
    assert {outcome.as_expected for outcome in asked} == {False, True}


def test_the_message_names_case_provision_question_and_grounds(tmp_path: Path) -> None:
    (outcome,) = found(tmp_path, "{soal: program, atas: jkk, jawaban: dilarang}")
    told = str(outcome)
    for words in (
        "Pekerja mandiri",
        "kasus.yaml:6",
        "PP 44/2015 Pasal 5",
        "usia 40",
        "program jkk",
        "dilarang",
        "wajib",
    ):
        assert words in told
    assert "pp-44-2015/bpu-wajib (wajib, norm)" in told


@pytest.mark.parametrize(
    ("expectation", "given", "words"),
    [
        ("{soal: program, atas: jkkk, jawaban: tidak_diatur}", GIVEN, "maksudnya “jkk”"),
        ("{soal: program, atas: jkk, jawabn: wajib}", GIVEN, "maksudnya “jawaban”?"),
        ("{soal: program, atas: jkk, jawaban: wajib, tanpa: pp-44-2015/bpu-wajb}", GIVEN, "“pp-44-2015/bpu-wajib”"),
        ("{soal: program, atas: jkk, jawaban: mungkin}", GIVEN, "jawaban “mungkin”"),
        ("{soal: program, atas: jkk, jawaban: wajib}", GIVEN.replace("usia", "umur"), "fakta “umur”"),
        (
            "{soal: program, atas: jkk, jawaban: wajib}",
            GIVEN.replace("mandiri", "mandri"),
            "maksudnya “pekerja_mandiri”",
        ),
        ("{soal: segmen, atas: pu, jawaban: wajib}", GIVEN.replace("usia: 40", "segmen: pu"), "PP 44/2015 Pasal 5"),
    ],
    ids=["object", "key", "absent rule", "answer", "fact", "category", "a segment the law leaves no room for"],
)
def test_a_case_that_cannot_be_asked_is_refused(expectation: str, given: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        found(tmp_path, expectation, given)
    assert words in str(refused.value)


def test_cases_run_through_both_engines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legal_cases.decider", lambda region: Decider(rulebook(), region))
    monkeypatch.setattr(DurableEngine, "evaluate", lambda self, situation: {})
    with pytest.raises(Refused, match="LAW19"):
        found(tmp_path, "{soal: program, atas: jkk, jawaban: wajib}")
