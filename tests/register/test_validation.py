"""A register held against an answer: planted truth, nothing lost, nothing guessed."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from answered import Planted, plant
from hypothesis import given, settings
from hypothesis import strategies as st

from regpol.project.answer_mapping import preset_codes, presets, read_mapping
from regpol.register.validation.answer_rows import read_answer
from regpol.register.validation.judging import read_register, validate
from regpol.register.validation.mapping import MEANING, AnswerMapping, Result, StatusWords, Way
from regpol.register.validation.outcome import Validation
from regpol.register.validation.status_words import Statuses
from regpol.register.vocabulary import Fact, FactKind, Vocabulary
from regpol.reports.validation.text import validation_json, validation_text
from regpol.terms.problems import Refused

ON = date(2026, 1, 1)
VOCABULARY = Vocabulary(
    (Fact("peserta_lain", "Kepesertaan lain", FactKind.CODE, {code: (code,) for code in ("tidak", "pu", "bpu")}),), {}
)


def preset(code: str) -> AnswerMapping:
    return read_mapping(next(path for path in presets() if path.stem == f"jawaban-{code}"), VOCABULARY)


def checked(register: Path, answer: Path, mapping: AnswerMapping) -> Validation:
    read = read_answer(answer, mapping, ON)
    return validate(read_register(register, VOCABULARY, by_nik=read.by_nik), read, mapping, VOCABULARY, ON)


def run(planted: Planted) -> Validation:
    return checked(planted.register, planted.answer, preset("bpjs"))


def facts_now(report: Validation) -> dict[int, str]:
    """By row what stands in the fact's column afterwards."""
    (sheet,) = report.sheets
    column = sheet.table.fields["peserta_lain"]
    return {line: str(sheet.grid.rows[line - 1][column] or "") for line in sheet.table.numbers}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_planted_row_ends_where_it_belongs_and_its_fact_is_right(tmp_path: Path, seed: int) -> None:
    planted = plant(tmp_path, seed)
    report = run(planted)
    assert {one.place.line: one.result.name for one in report.rows} == planted.results
    assert facts_now(report) == planted.facts
    assert len(report.strays) == planted.strays
    assert report.answers_used + planted.strays == planted.answers == len(report.answer.rows)
    assert len(report.rows) == 300 == sum(report.by_result.values()) == sum(report.by_way.values())


def test_nobody_is_named_in_text_or_document(tmp_path: Path) -> None:
    planted = plant(tmp_path, 4)
    report = run(planted)
    shown = validation_text(report) + str(validation_json(report)) + repr(report.rows[:3])
    assert not [nik for nik in planted.niks if nik in shown]
    assert not [name for name in planted.names if name in shown]


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_answer_never_matters(tmp_path_factory: pytest.TempPathFactory, chance: object) -> None:
    folder = tmp_path_factory.mktemp("urutan")
    planted = plant(folder, 7, count=40)
    before = {one.place.line: (one.result, dict(one.facts)) for one in run(planted).rows}
    lines = planted.answer.read_text(encoding="utf-8").splitlines()
    body = lines[1:]
    chance.shuffle(body)  # type: ignore[attr-defined]
    planted.answer.write_text("\n".join([lines[0], *body]) + "\n", encoding="utf-8")
    assert {one.place.line: (one.result, dict(one.facts)) for one in run(planted).rows} == before


def one_row(folder: Path, answers: list[list[str]], before: str = "", headings: str = "NIK,Nama,Status,Segmen") -> Path:
    register, answer = folder / "r.csv", folder / "j.csv"
    register.write_text(
        f"NIK,Nama,Tgl Lahir,Jabatan,Kepesertaan lain\n1671010505800012,Siti Lubis,05/05/1980,Ketua RT 1,{before}\n",
        encoding="utf-8",
    )
    with answer.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings.split(","), *answers])
    return folder


ANSWERED = [
    # status, segment, what stands in the register before, the result, what stands there after
    ("SUDAH AKTIF", "PU", "", Result.ACTIVE_ELSEWHERE, "pu"),
    ("sudah aktif (BPU)", "", "", Result.ACTIVE_ELSEWHERE, "bpu"),
    ("sudah aktif", "Bukan Penerima Upah", "pu", Result.ACTIVE_ELSEWHERE, "bpu"),
    ("sudah aktif", "", "tidak", Result.ACTIVE_ELSEWHERE, ""),
    ("sudah aktif", "", "pu", Result.ACTIVE_ELSEWHERE, "pu"),
    ("Belum Terdaftar", "", "pu", Result.NOT_MEMBER, "tidak"),
    ("TIDAK AKTIF", "", "", Result.INACTIVE, "tidak"),
    ("tidak masih aktif", "PU", "tidak", Result.STATUS_UNKNOWN, "tidak"),
    ("PROSES", "PU", "tidak", Result.STATUS_UNKNOWN, "tidak"),
    ("", "PU", "pu", Result.STATUS_UNKNOWN, "pu"),
    ("NIK TIDAK VALID", "", "pu", Result.NIK_NOT_FOUND, "pu"),
    ("TIDAK VALID", "", "pu", Result.STATUS_UNKNOWN, "pu"),
]


@pytest.mark.parametrize(("status", "segment", "before", "result", "after"), ANSWERED)
def test_what_a_status_means_is_read_and_never_guessed(
    tmp_path: Path, status: str, segment: str, before: str, result: Result, after: str
) -> None:
    one_row(tmp_path, [["1671010505800012", "SITI LUBIS", status, segment]], before)
    report = checked(tmp_path / "r.csv", tmp_path / "j.csv", preset("bpjs"))
    assert [one.result for one in report.rows] == [result]
    assert facts_now(report) == {2: after}


def test_two_answers_that_say_the_same_are_one_and_two_that_differ_are_none(tmp_path: Path) -> None:
    mine = ["1671010505800012", "Siti Lubis", "belum terdaftar", ""]
    one_row(tmp_path, [mine, mine], "pu")
    report = checked(tmp_path / "r.csv", tmp_path / "j.csv", preset("bpjs"))
    assert (report.rows[0].result, facts_now(report)) == (Result.NOT_MEMBER, {2: "tidak"})
    assert "2 baris jawaban yang sama" in report.rows[0].reason
    one_row(tmp_path, [mine, [*mine[:2], "meninggal", ""]], "pu")
    report = checked(tmp_path / "r.csv", tmp_path / "j.csv", preset("bpjs"))
    assert (report.rows[0].result, facts_now(report)) == (Result.CONFLICT, {2: "pu"})
    assert len(report.rows[0].answers) == 2


def test_the_population_office_settles_no_membership(tmp_path: Path) -> None:
    headings = "NIK,Nama Sesuai KTP,Hasil Pemadanan,Keterangan"
    one_row(tmp_path, [["1671010505800012", "Siti Lubis", "PADAN", ""]], "pu", headings)
    report = checked(tmp_path / "r.csv", tmp_path / "j.csv", preset("dukcapil"))
    assert (report.rows[0].result, facts_now(report), report.changes) == (Result.MATCHED, {2: "pu"}, ())


def test_a_mapping_without_nik_pairs_by_name_and_birth_date(tmp_path: Path) -> None:
    mapping = AnswerMapping(
        "tanpa-nik",
        "x",
        {"nama": ("Nama",), "tanggal_lahir": ("Tgl Lahir",), "status": ("Status",)},
        (StatusWords(Result.NOT_MEMBER, ("baru",), (("peserta_lain", "tidak"),)),),
    )
    one_row(tmp_path, [["SITI LUBIS, S.Pd", "5 Mei 1980", "baru"]], headings="Nama,Tgl Lahir,Status")
    report = checked(tmp_path / "r.csv", tmp_path / "j.csv", mapping)
    assert (report.rows[0].result, facts_now(report)) == (Result.NOT_MEMBER, {2: "tidak"})
    one_row(
        tmp_path,
        [["SITI LUBIS", "6 Mei 1980", "baru"], ["Siti Lubis", "5/5/1980", "?"]],
        headings="Nama,Tgl Lahir,Status",
    )
    report = checked(tmp_path / "r.csv", tmp_path / "j.csv", mapping)
    assert (report.rows[0].result, len(report.strays)) == (Result.STATUS_UNKNOWN, 1)


def test_an_answer_of_another_register_is_refused(tmp_path: Path) -> None:
    one_row(tmp_path, [["1671010505810099", "Lain", "belum terdaftar", ""]])
    with pytest.raises(Refused) as refused:
        checked(tmp_path / "r.csv", tmp_path / "j.csv", preset("bpjs"))
    assert [problem.code for problem in refused.value.problems] == ["REG94"]


def test_an_answer_without_its_key_says_what_was_sought_and_found(tmp_path: Path) -> None:
    one_row(tmp_path, [["7", "Siti", "aktif"]], headings="ID TK,Nama,Status")
    with pytest.raises(Refused) as refused:
        checked(tmp_path / "r.csv", tmp_path / "j.csv", preset("bpjs"))
    (problem,) = refused.value.problems
    assert problem.code == "REG90"
    assert "ID TK" in str(problem)
    assert "--save-answer-mapping" in str(problem)


def test_the_presets_are_marked_as_unverified_and_name_every_result_once() -> None:
    assert preset_codes() == ("bpjs", "dukcapil")
    for code in preset_codes():
        mapping = preset(code)
        assert mapping.note.startswith("belum diverifikasi")
        texts = Counter(text.casefold() for said in mapping.statuses for text in said.texts)
        assert max(texts.values()) == 1
        for said in mapping.statuses:
            for text in said.texts:
                assert Statuses(mapping).read(text) == said, text


def test_every_result_says_what_to_do() -> None:
    assert set(MEANING) == set(Result)
    assert {meaning.way for meaning in MEANING.values()} == set(Way)
    assert all(meaning.action and meaning.who for meaning in MEANING.values())


BAD = [
    ("fakta: {peserta_lain: tidak}", "fakta: {peserta: tidak}", "REG95", "fakta “peserta”"),
    ("fakta: {peserta_lain: tidak}", "fakta: {peserta_lain: ya}", "REG95", "nilai peserta_lain “ya”"),
    ("  pu: [PU", "  pegawai: [PU", "REG95", "“pegawai”"),
    ("hasil: lewat_usia", "hasil: lewat_umur", "LAW08", "lewat_usia"),
    ("  kpj: [", "  kartu: [", "LAW03", "“kartu”"),
    ("  nik: [", "  nomor: [", "LAW03", "“nomor”"),
    ("  status: [Status", "  keadaan: [Status", "LAW04", "status"),
    ("kode: bpjs\n", "", "LAW04", "kode"),
    ("teks: [meninggal", "tekss: [meninggal", "LAW03", "maksudnya “teks”"),
]


@pytest.mark.parametrize(("old", "new", "code", "words"), BAD)
def test_a_mistake_in_a_mapping_is_told_at_its_line(tmp_path: Path, old: str, new: str, code: str, words: str) -> None:
    text = next(path for path in presets() if path.stem == "jawaban-bpjs").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "pemetaan.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_mapping(path, VOCABULARY)
    told = [problem for problem in refused.value.problems if problem.code == code and words in str(problem)]
    assert told, refused.value
    assert all(problem.place.line for problem in told)
