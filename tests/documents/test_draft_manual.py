"""The drafters' manual cannot drift: every example in it is run, every filter in it exists."""

import re
from pathlib import Path

import pytest
from naskah_cases import TAIL, draft_of
from sample_brief import BRIEF

from regpol.documents.naskah import outline, render
from regpol.documents.naskah.sandbox import FILTERS

MANUAL = (Path(__file__).parents[2] / "docs" / "menulis-naskah.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```naskah\n(.*?)```\n\n```hasil\n(.*?)```", MANUAL, re.DOTALL)

WHOLE = re.findall(r"```naskah-utuh\n(.*?)```\n\n```hasil-utuh\n(.*?)```", MANUAL, re.DOTALL)


def test_each_example_has_its_result():
    assert len(EXAMPLES) == MANUAL.count("```naskah\n") == MANUAL.count("```hasil\n") > 5
    assert len(WHOLE) == MANUAL.count("```naskah-utuh") == MANUAL.count("```hasil-utuh") > 1


@pytest.mark.parametrize(("written", "made"), EXAMPLES)
def test_the_example_gives_its_result(tmp_path, written, made):
    whole = "\nPenutup:\n" in written
    text = outline.write(draft_of(tmp_path, written, tail="" if whole else TAIL))
    if whole:
        body = text[text.index("\nPENJELASAN\n") :]
    else:
        body = text.split("Menetapkan: ")[1].split("\n", 1)[1].split("\nAgar setiap orang")[0]
    assert body.strip() == made.strip()


@pytest.mark.parametrize(("written", "made"), WHOLE)
def test_a_whole_paper_ends_as_shown(tmp_path, written, made):
    (tmp_path / "uji.naskah.j2").write_text(written, encoding="utf-8")
    text = outline.write(render.draft("uji.naskah.j2", BRIEF, tmp_path)).strip()
    assert text.endswith(made.strip())


def test_every_filter_is_in_the_manual():
    assert set(re.findall(r"\\\|(\w+) \}\}", MANUAL)) == set(FILTERS)
