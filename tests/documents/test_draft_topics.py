"""A regulation has the topics its workers, its money and its policy call for, and no others."""

import dataclasses
import functools
from pathlib import Path

import pytest
from naskah_cases import TEMPLATES
from sample_brief import BRIEF, category

from regpol.documents.brief.brief import Fund
from regpol.documents.brief.topics import topics_of
from regpol.documents.brief.wording import read_wording
from regpol.documents.lint.engine import lint
from regpol.documents.lint.from_draft import from_draft
from regpol.documents.lint.rule import read_rules
from regpol.documents.naskah import outline, render
from regpol.law.yaml_text import Text
from regpol.project.project import open_project
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.base import Severity

WORDING = read_wording(TEMPLATES)
USUAL = tuple(code for code, usual in WORDING.topics.items() if usual)
RULES = read_rules(TEMPLATES.parent / "rules" / "teknik")
SAWIT = Fund(code="dbh_sawit", name="dana bagi hasil perkebunan sawit")


def made_for(code, name, group, roles=(), **more):
    """The sample, but for one category of workers."""
    one = category(
        code, name, 100, "bukan penerima upah", f"orang yang bekerja sebagai {name}", "surat", group=group, roles=roles
    )
    return dataclasses.replace(BRIEF, categories=(one,), topics=USUAL, **more)


CASES = {
    "lingkungan": made_for("ketua_rt", "ketua rukun tetangga", "layanan", ("lingkungan",)),
    "desa": made_for("perangkat_desa", "perangkat kampung", "desa"),
    "rentan": made_for("nelayan", "nelayan", "rentan", ceiling=290_000_000, order=("desil",)),
    "sawit": made_for("pekerja_sawit", "pekerja perkebunan sawit", "sawit", funds=(SAWIT,)),
}
CHAPTERS = {
    "lingkungan": "PENYELENGGARAAN PROGRAM BAGI PENGURUS LINGKUNGAN",
    "desa": "PENYELENGGARAAN PROGRAM DI DESA",
    "rentan": "KRITERIA DAN PEMILIHAN PENERIMA BANTUAN IURAN",
    "sawit": "PENYELENGGARAAN PROGRAM BAGI PEKERJA PERKEBUNAN SAWIT",
}


@functools.cache
def drafted(kind, name):
    brief = dataclasses.replace(CASES[name], by_council=kind == "perda")
    return render.draft(f"{kind}.naskah.j2", brief, TEMPLATES)


@pytest.mark.parametrize("kind", ["perkada", "perda"])
@pytest.mark.parametrize("name", CASES)
def test_each_kind_of_work_brings_its_own_chapters_and_keeps_the_rules(kind, name):
    draft = drafted(kind, name)
    text = outline.write(draft)
    chapters = {other for other, title in CHAPTERS.items() if title in text}
    assert chapters == {name} | ({"rentan"} if name == "sawit" else set())
    found = [it for it in lint(from_draft(draft), RULES) if RULES[it.rule].severity is Severity.ERROR]
    assert found == []


def test_who_works_for_himself_is_checked_by_his_work_and_an_officer_by_his_letter():
    free, officer = outline.write(drafted("perkada", "rentan")), outline.write(drafted("perkada", "lingkungan"))
    assert "tempat bekerja" in free
    assert "diberhentikan dari tugasnya" not in free
    assert "diberhentikan dari tugasnya" in officer
    assert "tempat bekerja" not in officer


@pytest.mark.parametrize("kind", ["perkada", "perda"])
def test_no_head_of_an_office_is_given_work_if_nobody_of_an_office_takes_part(kind):
    assert "epala Perangkat Daerah" not in outline.write(drafted(kind, "lingkungan"))
    with_office = dataclasses.replace(BRIEF, topics=USUAL, by_council=kind == "perda")
    assert "bagi pekerja yang bertugas pada Perangkat Daerah" in outline.write(
        render.draft(f"{kind}.naskah.j2", with_office, TEMPLATES)
    )


def test_a_perda_names_no_amount_of_one_year():
    assert "Rp290.000.000,00" in outline.write(drafted("perkada", "rentan"))
    assert "Rp290.000.000,00" not in outline.write(drafted("perda", "rentan"))


def test_a_topic_is_written_only_if_it_is_wanted():
    usual = outline.write(drafted("perkada", "lingkungan"))
    assert "TIM KOORDINASI\n" in usual
    assert "PENGHARGAAN\n" not in usual
    brief = dataclasses.replace(CASES["lingkungan"], topics=("penghargaan",))
    chosen = outline.write(render.draft("perkada.naskah.j2", brief, TEMPLATES))
    assert "TIM KOORDINASI\n" not in chosen
    assert "PENGHARGAAN\n" in chosen


def test_the_project_adds_and_leaves_out():
    project = open_project(Path(__file__).parents[2] / "examples" / "meranti")
    assert topics_of(project, WORDING) == USUAL
    place = Place("project.yaml", 3, 5)
    chosen = ((Text("sosialisasi", place), False), (Text("penghargaan", place), True))
    topics = topics_of(dataclasses.replace(project, topics=chosen), WORDING)
    assert set(topics) == {*USUAL, "penghargaan"} - {"sosialisasi"}
    strange = dataclasses.replace(project, topics=((Text("sosialisai", place), True),))
    with pytest.raises(Refused, match="sosialisasi"):
        topics_of(strange, WORDING)


def test_asas_and_sanctions_are_topics_of_a_perda_alone():
    usual = outline.write(drafted("perda", "lingkungan"))
    assert "ASAS, MAKSUD, TUJUAN, DAN RUANG LINGKUP" in usual
    assert "SANKSI ADMINISTRATIF" not in usual
    assert "asas kemanusiaan" in usual
    wanted = {kind: chosen_topics(kind, ("sanksi",)) for kind in ("perda", "perkada")}
    assert "SANKSI ADMINISTRATIF" in wanted["perda"]
    assert "atas permintaan BPJS Ketenagakerjaan" in wanted["perda"]
    assert "Rancangan ini tidak memuat sanksi" not in wanted["perda"]
    assert "ASAS, MAKSUD" not in wanted["perda"]
    assert "SANKSI ADMINISTRATIF" not in wanted["perkada"]
    assert "ASAS, MAKSUD" not in outline.write(drafted("perkada", "lingkungan"))


def chosen_topics(kind, topics):
    """The sample with these topics and no others."""
    brief = dataclasses.replace(CASES["lingkungan"], topics=topics, by_council=kind == "perda")
    return outline.write(render.draft(f"{kind}.naskah.j2", brief, TEMPLATES))


def test_who_is_selected_has_one_order_only():
    first = "didahulukan bagi Peserta yang telah terdaftar pada tahun anggaran sebelumnya"
    assert first in outline.write(drafted("perkada", "lingkungan"))
    assert first not in outline.write(drafted("perkada", "rentan"))
