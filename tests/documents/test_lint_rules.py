"""Each rule finds its own fault in a draft that is right but for that, and nothing in the right one."""

from pathlib import Path

import pytest

from regpol.documents.lint.engine import lint
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.from_file import read_paper
from regpol.documents.lint.paragraphs import text_paragraphs
from regpol.documents.lint.parsing import parse
from regpol.documents.lint.rule import read_rules
from regpol.terms.problems.base import Severity

ROOT = Path(__file__).parents[2]
PAPERS = ROOT / "tests" / "fixtures" / "naskah"
RULES = read_rules(ROOT / "rules" / "teknik")
RIGHT = (PAPERS / "perbup-benar.txt").read_text(encoding="utf-8")

FAULTS = [
    ("DR-002", "TENTANG\n\nPELINDUNGAN PEKERJA RENTAN MELALUI\nJAMINAN SOSIAL KETENAGAKERJAAN\n", "\n"),
    ("DR-003", "PELINDUNGAN PEKERJA RENTAN MELALUI\n", "PELINDUNGAN PEKERJA YANG RENTAN MELALUI\n"),
    ("DR-004", "PERATURAN BUPATI SAMPEL\nNOMOR", "Peraturan Bupati Sampel\nNOMOR"),
    ("DR-004", "SOSIAL KETENAGAKERJAAN\n\nDENGAN", "SOSIAL KETENAGAKERJAAN.\n\nDENGAN"),
    ("DR-005", "JAMINAN SOSIAL KETENAGAKERJAAN\n\nDENGAN", "BPJS KETENAGAKERJAAN\n\nDENGAN"),
    ("DR-006", "Peserta ditetapkan dengan", "Ketentuan Pasal 3 diubah sebagai berikut dengan"),
    ("DR-009", "NOMOR 12 TAHUN 2025\n\nTENTANG", "NOMOR: 12/V/2025\n\nTENTANG"),
    ("DR-010", "\nTENTANG\n", "\nT E N T A N G\n"),
    ("DR-011", "PROVINSI CONTOH BARAT\n", ""),
    ("DR-013", "DENGAN RAHMAT TUHAN YANG MAHA ESA", "Dengan rahmat Tuhan Yang Maha Esa"),
    ("DR-015", "BUPATI SAMPEL,\n\nMenimbang", "BUPATI SAMPEL\n\nMenimbang"),
    ("DR-016", "Menimbang :", "MENIMBANG :"),
    ("DR-017", "belum menjadi peserta jaminan", "wajib menjadi peserta jaminan"),
    ("DR-019", "bahwa untuk tertib pelaksanaan", "bahwa dipandang perlu pelaksanaan"),
    ("DR-021", "b. bahwa sebagian", "b. Sebagian"),
    ("DR-021", "karena pekerjaannya;", "karena pekerjaannya."),
    (
        "DR-022",
        "sebagaimana dimaksud dalam\n               huruf a",
        "sebagaimana dimaksud pada\n               huruf a",
    ),
    ("DR-022", "huruf a, huruf b, dan huruf c, perlu", "huruf a, b, dan c, perlu"),
    ("DR-023", "Bupati tentang Pelindungan Pekerja Rentan", "Bupati tentang Perlindungan Pekerja Rentan"),
    ("DR-024", "perlu menetapkan Peraturan", "perlu membentuk Peraturan"),
    ("DR-025", "bahwa untuk tertib", "bahwa menurut Pasal 5 Peraturan Pemerintah Nomor 44 Tahun 2015 untuk tertib"),
    ("DR-026", "Mengingat :", "Mengingat"),
    ("DR-027", "tentang Pemerintahan\n               Daerah", "tentang Administrasi\n               Pemerintahan"),
    ("DR-028", "3. Undang-Undang Nomor 24", "3. Instruksi Presiden Nomor 24"),
    ("DR-029", "Peraturan Bupati ini mulai", "Undang-Undang Nomor 24 Tahun 2011 dicabut dan tidak berlaku, mulai"),
    ("DR-030", "3. Undang-Undang Nomor 24 Tahun 2011", "3. Undang-Undang Nomor 24 Tahun 2001"),
    ("DR-031", "Pasal 18 ayat (6) Undang-Undang Dasar", "Undang-Undang Dasar"),
    ("DR-032", "3. Undang-Undang Nomor 24", "3. Undang-undang Nomor 24"),
    ("DR-033", "(Lembaran Negara Republik\n               Indonesia Tahun 2011", "(Lembar Tahun 2011"),
    ("DR-035", "Indonesia Tahun 1945;", "Indonesia Tahun 1945."),
    ("DR-037", "MEMUTUSKAN:", "M E M U T U S K A N :"),
    ("DR-038", "Menetapkan :", "MENETAPKAN :"),
    ("DR-039", "PERATURAN BUPATI TENTANG PELINDUNGAN", "PERATURAN BUPATI SAMPEL TENTANG PELINDUNGAN"),
    ("DR-039", "SOSIAL KETENAGAKERJAAN.", "SOSIAL KETENAGAKERJAAN"),
    ("DR-040", "KETENTUAN UMUM\n", "KEPESERTAAN AWAL\n"),
    ("DR-043", "Peserta ditetapkan dengan", "Setiap orang dipidana kurungan dengan"),
    ("DR-044", "Bagian Kesatu\n                          Kriteria", "Paragraf 1\n                          Kriteria"),
    ("DR-045", "BAB III\n", "BAB IV\n"),
    ("DR-045", "PENDANAAN\n\n", "Pendanaan\n\n"),
    ("DR-046", "Bagian Kesatu\n", "Bagian Pertama\n"),
    ("DR-047", "Kriteria dan Pendataan", "Kriteria Dan Pendataan"),
    ("DR-050", "ditetapkan dengan Keputusan Bupati.", "ditetapkan dengan Keputusan Bupati. Dinas mencatatnya."),
    ("DR-052", "Pasal 6\n\n(1)", "Pasal 7\n\n(1)"),
    ("DR-053", "dimaksud dalam\n   Pasal 2", "dimaksud dalam\n   pasal 2"),
    ("DR-054", "(1) Iuran", "(1). Iuran"),
    ("DR-055", "calon Peserta.\n(2)", "calon Peserta. Dinas membantunya.\n(2)"),
    ("DR-056", "pada ayat (1) memuat", "pada Ayat (1) memuat"),
    ("DR-057", "14 (empat belas) hari", "14 hari"),
    ("DR-057", "14 (empat belas) hari", "14 (empat puluh) hari"),
    ("DR-058", "Rp16.800,00 (enam", "Rp 16.800,00 (enam"),
    ("DR-058", "delapan ratus\n    rupiah)", "sembilan ratus\n    rupiah)"),
    ("DR-059", "Iuran Peserta sebesar", "Iuran Peserta 2% dari upah, sebesar"),
    ("DR-060", "memenuhi persyaratan:", "memenuhi persyaratan"),
    ("DR-061", "a. memberikan", "1. memberikan"),
    ("DR-062", "a. berdomisili", "a. Berdomisili"),
    ("DR-063", "tanda penduduk;", "tanda penduduk,."),
    ("DR-063", "keluarga Pekerja Rentan.", "keluarga Pekerja Rentan;"),
    ("DR-065", "terdiri atas:", "terdiri atas"),
    ("DR-066", "1. nama; dan\n       2. nomor", "a) nama; dan\n       b) nomor"),
]


def found(source: str, form: PaperForm | None = None) -> set[str]:
    return {finding.rule for finding in lint(parse(text_paragraphs(source), form), RULES)}


@pytest.mark.parametrize("name", ["perbup-benar.txt", "perda-benar.txt", "keputusan-benar.md"])
def test_the_right_drafts_are_clean(name):
    text = read_paper(PAPERS / name)
    assert text.form is not PaperForm.OTHER
    # right in form; on much that a regulation of this kind should regulate (SB) these short ones are silent
    found = [it for it in lint(text, RULES) if not it.rule.startswith("SB-")]
    assert [it for it in found if RULES[it.rule].severity is not Severity.NOTE] == []


@pytest.mark.parametrize(("rule", "right", "wrong"), FAULTS)
def test_a_fault_is_found(rule, right, wrong):
    assert right in RIGHT
    assert rule in found(RIGHT.replace(right, wrong, 1))


def test_a_careless_draft_is_told_all_of_it():
    found = lint(read_paper(PAPERS / "perbup-keliru.txt"), RULES)
    assert len({finding.rule for finding in found}) >= 30
    assert {"Pasal 3 ayat (2)", "Mengingat angka 4", "BAB III"} <= {finding.address for finding in found}


def test_a_paper_without_closing_is_not_whole():
    assert "DR-001" in found(RIGHT[: RIGHT.index("Agar setiap")])


def test_a_decision_with_articles_and_invocation_is_told():
    assert {"DR-014", "DR-041"} <= found(RIGHT, PaperForm.DECISION)


def test_a_perda_needs_the_council():
    assert "DR-036" in found(RIGHT, PaperForm.REGIONAL)


def test_every_error_is_well_evidenced_and_every_check_has_its_rule():
    from regpol.documents.lint.registry import checks

    assert set(checks()) <= set(RULES)
    assert sum(name.startswith("DR-0") for name in checks()) >= 64
