"""The papers of Mataram through the installed command: what they look like, add up to, and rest on."""

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from mataram_made import Made
from regpol_command import Regpol

DECEMBER = 12
F4 = (215 / 25.4 * 72, 330 / 25.4 * 72)
ROW = re.compile(r"^\| \d+\. \| (?P<category>.+?) \| .+? \| .+? \| (?P<people>[\d.]+) \| .+? \| (?P<sum>[\d.]+) \|$")
TOTAL = re.compile(r"^\|  \| Jumlah \|  \|  \| (?P<people>[\d.]+) \|  \| (?P<sum>[\d.]+) \|$", re.MULTILINE)
YEARLY = re.compile(r"untuk 12 \(dua belas\) bulan sebesar Rp([\d.]+),00 \(")
NAMES = {
    "Pegawai non-ASN": "pegawai non-ASN",
    "Ketua RT": "ketua rukun tetangga",
    "Ketua RW": "ketua rukun warga",
    "Kader posyandu": "kader pos pelayanan terpadu",
    "Kader PKK": "kader pemberdayaan dan kesejahteraan keluarga",
    "Anggota linmas": "anggota satuan pelindungan masyarakat",
    "Operator roda tiga": "operator kendaraan roda tiga pengangkut sampah",
    "Kepala lingkungan": "kepala lingkungan",
}


def text(path: Path) -> str:
    """What a reader sees of a PDF, without spaces: headings may be set wide."""
    tool = shutil.which("pdftotext")
    if not tool:
        pytest.skip("poppler-utils is not installed")
    done = subprocess.run([tool, path, "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s", "", done.stdout)


def whole(number: str) -> int:
    return int(number.replace(".", ""))


def test_the_regulation_is_printed_on_f4(made: Made) -> None:
    with pikepdf.open(made.path("perwali.pdf")) as opened:
        assert len(opened.pages) > 5
        for page in opened.pages:
            assert [float(side) for side in page.mediabox[2:]] == pytest.approx(F4, abs=0.5)


def test_a_draft_says_so_unless_it_is_clean(made: Made) -> None:
    marked, clean = text(made.path("perwali.pdf")), made.path("bersih.html").read_text(encoding="utf-8")
    for mark in ("RANCANGAN", "[verifikasi]"):
        assert mark in marked
        assert mark not in clean
    for words in ("PERATURAN WALI KOTA MATARAM", "MEMUTUSKAN:", "LALU CONTOH WIRAWAN"):
        assert words.replace(" ", "") in marked
        assert words in clean


@pytest.mark.parametrize("name", ["perwali.docx", "ampenan.docx"])
def test_word_opens_it_and_finds_the_bases(made: Made, name: str) -> None:
    document = docx.Document(str(made.path(name)))
    comments = list(document.comments)
    assert comments
    assert all(comment.text.startswith("Dasar") for comment in comments)
    (section, *_) = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (215, 330)


@pytest.mark.parametrize("name", ["perwali.docx", "ampenan.docx"])
def test_the_word_file_is_sound(made: Made, name: str) -> None:
    audit = pytest.importorskip("openxml_audit")
    result = audit.OpenXmlValidator().validate(made.path(name))
    assert result.is_valid
    assert not list(result.errors)


def test_every_clause_with_a_weak_basis_is_told(made: Made) -> None:
    run = made.run("perwali.txt").done()
    assert run.status == 1
    told = re.findall(r"^perlu diperiksa \[(.+?)\] ", run.err, re.MULTILINE)
    assert told
    assert set(told) <= {"tidak ditemukan", "belum terverifikasi", "sekunder"}
    assert "Permendagri 15/2024, letak belum diverifikasi" in run.err


SALARIED = "Peserta Penerima Upah sebagaimana dimaksud"
OTHERS = "Peserta Bukan Penerima Upah sebagaimana dimaksud"
ANNEX = re.compile(
    r"^\| 2\. \| Ketua Rukun Tetangga \| (.+?) \| JKK \|.*\| ([\d.]+) \|\n\|.*JKM.*\| ([\d.]+) \|$", re.M
)


@pytest.mark.parametrize(
    ("name", "annex", "clause"),
    [
        ("perwali.txt", ("bukan penerima upah", "10.000", "6.800"), OTHERS),
        ("upah.txt", ("penerima upah", "6.863", "8.579"), SALARIED),
    ],
)
def test_the_paper_follows_the_choice_of_the_region(made: Made, name: str, annex: tuple[str, ...], clause: str) -> None:
    paper = made.path(name).read_text(encoding="utf-8")
    assert ANNEX.findall(paper) == [annex]
    salaried, others = paper.partition(SALARIED)[2].split(OTHERS, 1)
    members = {SALARIED: salaried, OTHERS: re.split(r"\n +Pasal \d+\b", others)[0]}
    assert [name for name, text in members.items() if "Ketua Rukun Tetangga" in text] == [clause]


@pytest.fixture(scope="module")
def plan(regpol: Regpol, mataram: Path) -> Any:
    return json.loads(regpol("budget", mataram / "register.xlsx", "--project", mataram, "--json").done().out)


@pytest.mark.parametrize(
    ("file", "district", "code"), [("ampenan.txt", "Ampenan", "52.71.01"), ("selaparang.txt", "Selaparang", "52.71.05")]
)
def test_the_agreement_adds_up_to_the_plan(made: Made, plan: Any, file: str, district: str, code: str) -> None:
    paper = made.path(file).read_text(encoding="utf-8")
    people: Counter[str] = Counter()
    rupiah: Counter[str] = Counter()
    called = {category: NAMES[plan["names"][f"kategori:{category}"]] for _, category, *_ in plan["heads"]}
    for unit, category, planned, _ in plan["heads"]:
        people[called[category]] += planned if unit.startswith(code) else 0
    for row in plan["lines"]["rows"]:
        line = dict(zip(plan["lines"]["columns"], row, strict=True))
        if line["unit"].startswith(code) and line["month_cover"] == DECEMBER:
            rupiah[called[line["category"]]] += line["amount"]
    people, rupiah = +people, +rupiah
    found = [match for line in paper.splitlines() if (match := ROW.match(line))]
    assert {match["category"]: whole(match["people"]) for match in found} == people
    assert {match["category"]: whole(match["sum"]) for match in found} == rupiah
    (total,) = TOTAL.finditer(paper)
    assert (whole(total["people"]), whole(total["sum"])) == (people.total(), rupiah.total())
    assert [whole(amount) for amount in YEARLY.findall(paper)] == [12 * rupiah.total()]
    assert f"KECAMATAN {district.upper()}" in paper


def test_the_agreement_holds_no_person(made: Made) -> None:
    assert not re.search(r"\d{13,}", made.path("ampenan.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["perwali.pdf", "perwali.docx"])
def test_the_same_day_gives_the_same_bytes(made: Made, name: str) -> None:
    assert made.path(name).read_bytes() == made.path(f"lain-{name}").read_bytes()


def test_the_kinds_are_listed(regpol: Regpol) -> None:
    listed = regpol("draft", "--list").done().out
    kinds = re.findall(r"(?m)^  ([a-z-]+) ", listed)
    assert {"perkada", "mou", "berita-acara"} <= set(kinds)
    assert "(juga: perwali, perbup, pergub)" in listed


def test_the_state_of_a_project_names_the_next_steps(regpol: Regpol, mataram: Path, made: Made, tmp_path: Path) -> None:
    project = shutil.copytree(mataram, tmp_path / "mataram")
    run = regpol("status", "--project", project).done()
    assert run.status == 1
    steps = run.out.partition("Langkah berikutnya\n")[2]
    commands = re.findall(r"(?m)^ +regpol (\w+(?: \w+)?)", steps)
    assert commands == ["register inspect", "register decide", "budget", "draft perkada", "packet"]
    assert "1.792 baris dibaca, 1.740 dapat diputus, 52 ditolak" in run.out
    assert "NPK kepala kantor BPJS" in run.out
    (project / "out").mkdir()
    shutil.copy(made.path("keputusan.xlsx"), project / "out")
    shutil.copy(made.path("perwali.docx"), project / "out" / "rancangan-perwali.docx")
    shutil.copy(made.path("perwali.docx"), project / "out" / "rencana.pdf")
    later = regpol("status", "--project", project).done().out
    steps = later.partition("Langkah berikutnya\n")[2]
    assert re.findall(r"(?m)^ +regpol (\w+(?: \w+)?)", steps) == ["register inspect", "packet"]
    assert "keputusan.xlsx (" in later
