"""The Word file of a comparison: all accepted is the newer paper, all refused the older one, moves marked as moves."""

import random
import zipfile

import pytest
from lxml import etree
from naskah_cases import draft_of
from openxml_audit import OpenXmlValidator
from word_cases import Drafter, saved

from regpol.documents.naskah.tree import plain
from regpol.documents.redline import tracked
from regpol.documents.redline.changes import Move, compare
from regpol.documents.word.ooxml import NAMESPACE
from regpol.documents.word_back.edited import Link
from regpol.documents.word_back.rebuild import read_edited

W = f"{{{NAMESPACE}}}"
SIDES = {"accepted": (("del", "moveFrom"), ("ins", "moveTo")), "refused": (("ins", "moveTo"), ("del", "moveFrom"))}
SUBJECTS = ("Dinas", "Camat", "Lurah", "Perangkat Daerah", "Badan Penyelenggara", "Pemerintah Daerah")
DEEDS = ("mendata peserta", "membayar iuran", "menerbitkan tanda terima", "melapor setiap bulan", "menilai kelayakan")


def settle(path, side, target):
    """The file as Word leaves it once every tracked change is accepted, or refused."""
    lost, kept = SIDES[side]
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, "w") as out:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                _settle(root, lost, kept)
                content = etree.tostring(root)
            out.writestr(name, content)
    return target


def _settle(root, lost, kept):
    for row in [it for it in root.iter(f"{W}tr") if any(it.find(f"{W}trPr/{W}{kind}") is not None for kind in lost)]:
        row.getparent().remove(row)
    for table in [it for it in root.iter(f"{W}tbl") if it.find(f"{W}tr") is None]:
        table.getparent().remove(table)
    for paragraph in list(root.iter(f"{W}p")):
        if any(paragraph.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None for kind in lost):
            paragraph.getparent().remove(paragraph)
    for element in list(root.iter(*(f"{W}{kind}" for kind in lost))):
        element.getparent().remove(element)
    for element in list(root.iter(*(f"{W}{kind}" for kind in kept))):
        for child in list(element):
            element.addprevious(child)
        element.getparent().remove(element)
    for name, plain_name in (("delText", "t"), ("delInstrText", "instrText")):
        for element in root.iter(f"{W}{name}"):
            element.tag = f"{W}{plain_name}"


def told(path):
    """All a reader finds in a paper, live references left open: their numbers move by themselves."""
    edited = read_edited(path)
    open_text = (["".join("§" if isinstance(it, Link) else it for it in text)] for text in _texts(edited))
    return [it for it in open_text if it != [""]], [
        [cell.text for row in table.rows for cell in row] for table in _tables(edited)
    ]


def _texts(edited):
    yield from (clause.text for clause in edited.clauses)
    yield from (other.text for other in edited.others)


def _tables(edited):
    return (*edited.tables, *(it for unit in edited.units() for it in unit.tables))


def holds_both(old, new, folder, *, validated=False):
    """The marked file of two papers, after all that is promised of it was looked at."""
    copy = folder / "banding.docx"
    copy.write_bytes(tracked.write(compare(read_edited(old), read_edited(new)), old, new))
    assert not (validated and list(OpenXmlValidator().validate(copy).errors))
    assert told(settle(copy, "accepted", folder / "terima.docx")) == told(new)
    assert told(settle(copy, "refused", folder / "tolak.docx")) == told(old)
    assert told(copy) == told(new)
    assert not lost_targets(copy)
    return copy


def lost_targets(path):
    """Fields that point at nothing: Word would print an error in the midst of the clause."""
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    codes = (it.text.split() for it in root.iter(f"{W}instrText", f"{W}delInstrText") if (it.text or "").strip())
    named = {it.get(f"{W}name") for it in root.iter(f"{W}bookmarkStart")}
    return {code[1] for code in codes if code[0] == "REF"} - named


def body_of(chance):
    """Articles with ayat, lists, references, a table, in any number and order."""
    lines = []
    for article in range(chance.randint(3, 6)):
        lines += ["Pasal", f"(1) #satu{article} {sentence(chance)}"]
        lines.append(f"(2) Hal sebagaimana dimaksud ~@satu{article} memuat: [dan]")
        lines += [f"{mark}. {sentence(chance).lower().rstrip('.')};" for mark in "abc"[: chance.randint(2, 3)]]
        if chance.random() < 0.4:
            lines += ["(3) Rinciannya:", "| Kategori |> Orang |"]
            lines += [f"| {chance.choice(SUBJECTS)} | {chance.randint(1, 99)} |" for _ in range(chance.randint(1, 4))]
    return lines


def sentence(chance):
    return f"{chance.choice(SUBJECTS)} {chance.choice(DEEDS)} sebanyak {chance.randint(2, 40)} kali dalam setahun."


def articles(lines):
    starts = [at for at, line in enumerate(lines) if line == "Pasal"]
    return [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def shuffled(chance, lines):
    """The same paper after somebody has worked in it."""
    parts = articles(lines)
    parts.insert(chance.randrange(len(parts)), parts.pop(chance.randrange(len(parts))))
    if chance.random() < 0.5:
        parts.insert(chance.randrange(len(parts)), ["Pasal", sentence(chance)])
    if chance.random() < 0.3:
        parts.pop(chance.randrange(len(parts)))
    changed = [line for part in parts for line in part]
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(changed))
        changed[at] = (
            changed[at].replace("kali dalam setahun", "kali setiap tahun anggaran").replace("Rinciannya", "Hasilnya")
        )
    return changed


@pytest.mark.parametrize("seed", [1, pytest.param(range(2, 13), marks=pytest.mark.slow)], ids=str)
def test_all_accepted_is_the_newer_and_all_refused_the_older_paper(seed, tmp_path):
    for number in [seed] if isinstance(seed, int) else seed:
        chance = random.Random(number)
        lines = body_of(chance)
        old = saved(draft_of(tmp_path, "\n".join(lines) + "\n"), tmp_path / "lama.docx")
        new = saved(draft_of(tmp_path, "\n".join(shuffled(chance, lines)) + "\n"), tmp_path / "baru.docx")
        holds_both(old, new, tmp_path, validated=number % 4 == 2)


BODY = """
Pasal
Dinas mendata Peserta pada setiap kelurahan.
Pasal
(1) Iuran dibayar oleh Pemerintah Daerah setiap bulan.
(2) Iuran dibukukan oleh bendahara pengeluaran.
Pasal
Camat melaporkan hasil pendataan kepada Wali Kota.
Pasal
Wali Kota menilai laporan setiap triwulan.
"""


@pytest.fixture
def moved(tmp_path):
    old = saved(draft_of(tmp_path, BODY), tmp_path / "lama.docx")
    first, *rest = BODY.strip().split("Pasal\n")[1:]
    changed = "".join(f"Pasal\n{it}\n" for it in (*rest, first.replace("setiap", "tiap")))
    return old, saved(draft_of(tmp_path, changed), tmp_path / "baru.docx")


def test_a_moved_article_is_marked_as_one_move_with_the_words_changed_on_the_way(moved, tmp_path):
    root = etree.fromstring(zipfile.ZipFile(holds_both(*moved, tmp_path, validated=True)).read("word/document.xml"))
    ends = [root.findall(f".//{W}move{side}RangeStart") for side in ("From", "To")]
    assert [[it.get(f"{W}name") for it in side] for side in ends] == [["pindah1"], ["pindah1"]]
    assert not root.findall(f".//{W}del")
    assert [it.text for it in root.iter(f"{W}t") if it.getparent().getparent().tag == f"{W}ins"] == ["tiap"]
    assert "".join(it.text for it in root.findall(f".//{W}moveFrom//{W}t")).startswith("Dinas mendata Peserta")


def test_a_move_somebody_tracked_is_read_back_as_one(moved, tmp_path):
    """Our own marks stand for those of Word: the same elements."""
    copy = holds_both(*moved, tmp_path)
    redline = compare(read_edited(moved[0]), read_edited(copy))
    kinds = {it.kind for change in redline.changes for it in change.tracked}
    assert kinds == {"dipindah ke sini", "disisipkan"}
    assert any(it.move is Move.MOVED or it.also_moved for it in redline.changes)
    again = tmp_path / "lagi.docx"
    again.write_bytes(tracked.write(redline, moved[0], copy))
    assert told(settle(again, "refused", tmp_path / "tolak2.docx")) == told(moved[0])


def test_what_is_no_clause_and_what_stands_in_tables_is_marked_too(tmp_path):
    table = "Pasal\nRinciannya:\n| Kategori |> Orang |\n| RT | {} |\n| RW | 20 |\n{}"
    old = saved(draft_of(tmp_path, table.format(10, "")), tmp_path / "lama.docx")
    new = saved(draft_of(tmp_path, table.format(11, "| Linmas | 5 |\n")), tmp_path / "baru.docx")
    drafter = Drafter(new)
    drafter.document.paragraphs[0].runs[0].text = "WALI KOTA CONTOH"
    holds_both(old, drafter.saves("suntingan.docx"), tmp_path)


def test_a_row_and_words_struck_under_tracking_are_not_read(moved, tmp_path):
    units = read_edited(holds_both(*moved, tmp_path)).body
    assert [plain(unit.lead) for unit in units][-1] == "Dinas mendata Peserta pada tiap kelurahan."
