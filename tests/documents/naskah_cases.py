"""Small papers for the tests: a whole regulation around whatever body a test is about."""

import dataclasses
from pathlib import Path

import pytest
from sample_brief import BRIEF

from regpol.documents.brief.brief import Brief
from regpol.documents.naskah import render
from regpol.documents.naskah.tree import Draft, Unit, plain
from regpol.terms.problems import Problem, Refused

TEMPLATES = Path(__file__).parents[2] / "templates"
STYLES = TEMPLATES / "styles.docx"
HEAD = """Naskah: peraturan
Jenis: Peraturan Wali Kota
Daerah: Mataram
Pejabat: Wali Kota Mataram
Nomor: ……
Tahun: ……
Tentang: Percobaan
Menimbang:
a. bahwa ada alasan
Mengingat:
1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945
MEMUTUSKAN:
"""
TAIL = """
Penutup:
Agar setiap orang mengetahuinya, memerintahkan pengundangan peraturan ini.
Tanda tangan kanan:
Jabatan: WALI KOTA MATARAM,
Nama: NAMA
"""
FIRST = HEAD.count("\n") + 1
"""The template line on which the body of a case begins."""

AGREEMENT = dataclasses.replace(
    BRIEF,
    about="Penyelenggaraan Program Jaminan Sosial Ketenagakerjaan bagi Kader dan Petugas Layanan Masyarakat di "
    "Kecamatan Ampenan",
)


def draft_of(folder: Path, body: str, *, brief: Brief = BRIEF, tail: str = TAIL, **others: str) -> Draft:
    """The draft of a regulation with this body; ``others`` are further templates by name."""
    for name, source in others.items():
        (folder / f"{name}.naskah.j2").write_text(source, encoding="utf-8")
    (folder / "uji.naskah.j2").write_text(HEAD + body + tail, encoding="utf-8")
    return render.draft("uji.naskah.j2", brief, folder)


def refusal_of(folder: Path, body: str, **others: str) -> tuple[Problem, ...]:
    """The problems such a regulation is refused with."""
    with pytest.raises(Refused) as refused:
        draft_of(folder, body, **others)
    return refused.value.problems


def told(problem: Problem) -> tuple[str, str]:
    """Code and place of a problem, the folder left out."""
    name = Path(problem.place.file).name
    return problem.code, f"{name}:{problem.place.line}"


def text_of(unit: Unit) -> str:
    """The unit's own text."""
    return plain(unit.lead)


def found(draft: Draft, address: str) -> Unit:
    """The unit of that name."""
    return next(unit for unit in draft.units() if unit.address == address)
