"""The list of recipients of a decree: whom the plan pays, masked unless asked, and to the rupiah of the plan."""

import stat
from datetime import date
from pathlib import Path

import pytest
from naskah_cases import TEMPLATES
from small_project import small_project

from regpol.commands.budget.work import plan_of
from regpol.commands.draft import people as draft_people
from regpol.commands.draft import work as draft_work
from regpol.commands.draft.draft import draft
from regpol.documents.kinds import read_kinds
from regpol.documents.naskah import outline, render
from regpol.terms.problems import Refused

ON = date(2025, 1, 2)
_, KIND = read_kinds(TEMPLATES).find("keputusan-penerima")
PEOPLE = [
    ("5271010101700011", "Contoh Rahmadi", "01-01-1970", "Ketua RT", "Ampenan", "Dasan Agung"),
    ("5271014102750012", "Baiq Contoh Lestari", "01-02-1975", "Kader posyandu", "Ampenan", "Ampenan Selatan"),
    ("5271010303800013", "Contoh Mahsun", "03-03-1980", "Ketua RT", "Ampenan", "Ampenan Selatan"),
    ("5271020404800014", "Tanpa Dana", "04-04-1980", "Kader PKK", "Mataram", "Pagesangan"),
    ("5271020505850015", "Contoh Yusuf", "05-05-1985", "Ketua RT", "Mataram", "Pagesangan"),
]
CHOICES = (
    "  segmen: {ketua_rt: bpu, kader_posyandu: bpu}\n"
    "  program: {ketua_rt: [jkk, jkm], kader_posyandu: [jkk, jkm]}\n"
    "  dana: {ketua_rt: apbd_kabkota, kader_posyandu: apbd_kabkota}\n"
    "  usia_masuk: 18 sampai sebelum 65\n  kelompok_risiko: sangat_rendah\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("penerima") / "p", "52.71", PEOPLE, CHOICES, head="Wali Kota Mataram")


def paper(project: Path) -> str:
    brief = draft_work.project_brief(project, None, ON, TEMPLATES, KIND)
    return outline.write(render.draft(KIND.template, brief, TEMPLATES))


@pytest.fixture(scope="module")
def masked(project: Path) -> str:
    return paper(project)


def test_nobody_is_named_unless_it_is_asked(masked: str) -> None:
    assert "(TERBATAS)" in masked
    assert "B••• C••• L•••" in masked
    assert not [one for one in PEOPLE if one[0] in masked or one[1] in masked]


def test_the_list_comes_to_the_plan_and_tells_who_stands_outside(project: Path, masked: str) -> None:
    plan = plan_of(project / "register.csv", project)
    assert plan.counts.planned == 4
    total = f"{plan.total:,}".replace(",", ".")
    assert f"|  | Jumlah |  |  | 4 | 67.200 | {total} |" in masked
    assert "Menetapkan 4 (empat) orang" in masked
    assert "T•••" not in masked, "for whom no fund pays is set by no decree"


def test_every_unit_has_its_table_and_its_sum(masked: str) -> None:
    assert "Kelurahan Ampenan Selatan, Kecamatan Ampenan (2 orang)" in masked
    assert masked.count("|  |  | Jumlah |  |  |  |") == 3


def test_names_asked_for_are_whole_of_the_unit_named_and_their_owners_alone(project: Path, tmp_path: Path) -> None:
    output = tmp_path / "daftar.txt"
    draft("keputusan-penerima", project, output, "52.71.02", day="2025-01-02", templates=TEMPLATES, show_personal=True)
    text = output.read_text(encoding="utf-8")
    assert "Contoh Yusuf" in text
    assert "5271020505850015" in text
    assert "Contoh Mahsun" not in text
    assert "Menetapkan 4 (empat) orang" in text, "the decree is of the whole region"
    assert stat.S_IMODE(output.stat().st_mode) == 0o600


def test_a_paper_that_lists_nobody_refuses_to_show_names(project: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="tidak memuat daftar orang"):
        draft("perkada", project, tmp_path / "x.txt", templates=TEMPLATES, show_personal=True)


@pytest.mark.slow
def test_a_list_no_paper_holds_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_people, "MOST", 3)
    with pytest.raises(Refused, match="DOC80"):
        paper(project)
