"""Single slips in the shipped rules are noticed by loading, by law check, by a case, or by an amount written twice."""

import re
from collections import Counter
from pathlib import Path

import pytest
from mutations import BLOCKS, CHANGES, DROPPED, Bench, Mutation, chosen, mutations, report

from legal_cases import RULES
from regpol.law.yaml_text import read_text

EACH, SEED = 4, 3
FEWEST = 40

SURVIVE = (
    ("siapa berganti", "", "Pihak tidak mengubah jawaban; ia tertangkap hanya bila sebuah kasus menyebut siapa."),
    (
        "syarat hilang",
        "diam.yaml",
        "Pernyataan diam yang terlalu luas tidak mengubah jawaban selama norma lain menjawab.",
    ),
    (
        "tanggal bergeser sehari",
        "uu-6-2014",
        "Akhir teks awal yang tidak menjadi kaidah hanya keterangan; tidak ada jawaban yang bersandar padanya.",
    ),
    (
        "syarat hilang",
        "pp-50-2025",
        "Syarat keringanan tidak dibaca kasus; jumlahnya diuji dalam tests/budget, yang tidak dijalankan di sini.",
    ),
    (
        "pengecualian hilang",
        "pp-16-2026",
        "Setara: tanpa pengecualian itu PP yang lebih baru menang juga, sebagai lex posterior.",
    ),
)
"""Slips that are known to pass: kind, file (any if empty), and the reason."""


def known(mutation: Mutation) -> bool:
    return any(mutation.kind == kind and file in mutation.file for kind, file, _ in SURVIVE)


@pytest.mark.slow
def test_slips_are_noticed(tmp_path: Path) -> None:
    bench = Bench(RULES, tmp_path / "rules")
    verdicts = [bench.verdict(mutation) for mutation in chosen(RULES, EACH, SEED)]
    caught = [it for it in verdicts if it.by]
    assert len(caught) >= FEWEST, report(verdicts)
    assert not [it for it in verdicts if not it.by and not known(it.mutation)], report(verdicts)


def test_every_kind_of_slip_can_happen_somewhere() -> None:
    found = Counter(mutation.kind for mutation in mutations(RULES))
    assert set(found) == {*CHANGES, *DROPPED, *BLOCKS}
    assert sum(found.values()) > 1_000


def test_a_slip_changes_one_place_and_leaves_a_file_that_can_be_read() -> None:
    for mutation in chosen(RULES, EACH, SEED):
        text = (RULES / mutation.file).read_text(encoding="utf-8")
        changed = mutation.written(text.split("\n"))
        assert changed != text
        tree, problems = read_text(changed, mutation.file)
        assert tree is not None, (str(mutation), problems)


def test_the_choice_is_the_same_each_time_and_comes_from_many_files() -> None:
    picked = chosen(RULES, EACH, SEED)
    assert picked == chosen(RULES, EACH, SEED)
    assert len(picked) >= FEWEST
    assert len({mutation.file for mutation in picked}) > 15
    assert all(re.match(r"[a-z ]+$", mutation.kind) for mutation in picked)


def test_a_bench_leaves_its_copy_as_it_was(tmp_path: Path) -> None:
    bench = Bench(RULES, tmp_path / "rules")
    before = {path: path.read_bytes() for path in sorted((tmp_path / "rules").rglob("*.yaml"))}
    mutation: Mutation = next(it for it in mutations(RULES) if it.kind == "kaidah hilang")
    assert bench.verdict(mutation).by
    assert {path: path.read_bytes() for path in before} == before
