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

SURVIVE = {
    "siapa berganti": "Kasus menyebut jawaban dan kaidah, bukan pihak; pihak tampil pada penjelasan dan dibaca orang.",
}
"""Kinds of slip of which some are known to pass, with the reason."""


@pytest.mark.slow
def test_slips_are_noticed(tmp_path: Path) -> None:
    bench = Bench(RULES, tmp_path / "rules")
    verdicts = [bench.verdict(mutation) for mutation in chosen(RULES, EACH, SEED)]
    survivors = [it for it in verdicts if not it.by and it.mutation.kind not in SURVIVE]
    assert len(verdicts) - len([it for it in verdicts if not it.by]) >= FEWEST, report(verdicts)
    assert not survivors, report(verdicts)


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
