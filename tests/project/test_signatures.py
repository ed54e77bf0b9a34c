"""Sign-offs: what makes one fall off, what does not, and that none is ever lost."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from regpol.law.load import load
from regpol.law.model import Provision, Rulebook, Value
from regpol.project.signature_format import FILE, Signature
from regpol.project.signatures import read_signatures, sign, standings, tally, with_signature
from regpol.terms.problems import Refused

SOUND = Path(__file__).parent.parent / "fixtures" / "rulebook"
PROVISION, VALUE = "uu-1-2020:pasal-2-ayat-1", "bpu_jkk"
Change = Callable[[str], str]


def entry(book: Rulebook, name: str) -> Provision | Value:
    return book.values.get(name) or next(it for it in book.provisions if it.id == name)


def fallen(tmp_path: Path, name: str, change: Change, copy: bytes = b"naskah") -> str:
    """Why a signature of an entry falls off once its file has changed, or its copy."""
    shutil.copytree(SOUND, tmp_path / "aturan")
    before = load(tmp_path / "aturan")
    made = sign(before, entry(before, name), "CONTOH NAMA", "2026-11-28", "naskah.pdf", b"naskah")
    (tmp_path / "naskah.pdf").write_bytes(copy)
    path = tmp_path / "aturan" / "peraturan" / "uu-1-2020.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(change(text), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text or copy != b"naskah"
    (one,) = standings(load(tmp_path / "aturan"), tmp_path, (made,))
    return one.fallen


def instead(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


TIDIED = {
    "a comment": instead("ketentuan:", "# diperiksa\nketentuan:"),
    "lines added above": lambda text: f"# satu\n\n\n{text}",
    "keys in another order": instead(
        "  isi: Pengurus menerima upah; pekerja mandiri tidak.\n  bukti: cermin\n",
        "  bukti: cermin\n  isi: Pengurus menerima upah; pekerja mandiri tidak.\n",
    ),
    "another provision": instead("- letak: Pasal 3\n", "- letak: Pasal 30\n"),
    "quotation marks": instead("tentang: Jaminan Rekaan", 'tentang: "Jaminan Rekaan"'),
}


@pytest.mark.parametrize("change", TIDIED.values(), ids=TIDIED)
def test_tidying_a_file_does_not_make_a_signature_fall_off(tmp_path: Path, change: Change) -> None:
    assert fallen(tmp_path, PROVISION, change) == ""


TEXT = "isi ketentuannya berubah"
CHANGED = {
    "a word of the gist": (
        instead("pekerja mandiri tidak.", "pekerja mandiri tidak selalu."),
        "isi ketentuannya berubah",
    ),
    "the grade": (instead("tidak.\n  bukti: cermin", "tidak.\n  bukti: resmi"), TEXT),
    "the day": (instead("sejak: 2020-01-01}\nbacaan", "sejak: 2020-01-02}\nbacaan"), TEXT),
    "a condition": (instead("bila: {kategori: pengurus}", "bila: {kategori: ketua_rt}"), "kaidah pengurus-pu berubah"),
    "a modality": (
        instead("siapa: pekerja, sifat: termasuk, atas: [pu]", "siapa: pekerja, sifat: di_luar, atas: [pu]"),
        "kaidah pengurus-pu berubah",
    ),
    "the name of a rule": (
        instead("nama: mandiri-bpu", "nama: lain-bpu"),
        "kaidah mandiri-bpu hilang; kaidah lain-bpu baru",
    ),
    "the pinpoint": (
        instead("letak: Pasal 2 ayat (1)", "letak: Pasal 2 ayat (2)"),
        "butir ini tidak ada lagi dalam buku aturan",
    ),
}


@pytest.mark.parametrize(("change", "why"), CHANGED.values(), ids=CHANGED)
def test_a_changed_entry_makes_it_fall_off_and_says_which(tmp_path: Path, change: Change, why: str) -> None:
    assert fallen(tmp_path, PROVISION, change) == why


def test_a_changed_value_makes_it_fall_off(tmp_path: Path) -> None:
    assert fallen(tmp_path, VALUE, instead("sebesar: Rp12.500", "sebesar: Rp12.600")) == "isi nilainya berubah"


def test_a_changed_copy_makes_it_fall_off(tmp_path: Path) -> None:
    assert fallen(tmp_path, PROVISION, str, copy=b"naskah lain") == "salinan naskahnya berubah"


def test_a_copy_that_is_not_there_is_said(tmp_path: Path) -> None:
    book = load(SOUND)
    made = sign(book, entry(book, VALUE), "CONTOH NAMA", "2026-11-28", "hilang.pdf", b"naskah")
    (one,) = standings(book, tmp_path, (made,))
    assert not one.fallen
    assert "tidak dicocokkan lagi" in one.words


def test_signed_fallen_and_unsigned_are_counted(tmp_path: Path) -> None:
    book = load(SOUND)
    good = sign(book, entry(book, VALUE), "A", "2026-11-28", "n", b"n")
    stale = Signature(PROVISION, "B", "2026-11-28", "n", good.text_hash, "0" * 64)
    counted = tally(book, standings(book, tmp_path, (stale, good)))
    assert (counted.signed, [one.signature.name for one in counted.fallen]) == (1, ["B"])
    assert counted.unsigned == len(book.provisions) + len(book.values) - 2
    again = sign(book, entry(book, PROVISION), "C", "2026-11-29", "n", b"n")
    assert tally(book, standings(book, tmp_path, (stale, good, again))).fallen == ()


def signature(number: int, name: str = "CONTOH NAMA") -> Signature:
    rules = (("satu", "1" * 64), ("dua", "2" * 64))
    return Signature(f"uu-1-2020:pasal-{number}", name, "2026-11-28", "naskah.pdf", "a" * 64, "b" * 64, rules)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# catatan kami\ntanda_tangan:\n",
        "tanda_tangan: []\n",
        "# catatan kami\ntanda_tangan:\n{written}",
        "tanda_tangan: [{flow}]\n",
    ],
)
def test_adding_a_signature_loses_none(tmp_path: Path, before: str) -> None:
    flow = f"{{butir: x, nama: y, tanggal: 2026-01-01, naskah: z, sidik_naskah: {'a' * 64}, sidik_butir: {'b' * 64}}}"
    block = f"- butir: x\n  nama: y\n  tanggal: 2026-01-01\n  naskah: z\n  sidik_naskah: {'a' * 64}\n"
    block += f"  sidik_butir: {'b' * 64} # dibaca di Jakarta\n"
    text = before.replace("{written}", block).replace("{flow}", flow)
    for number, name in enumerate(("O'Brien: ahli # hukum", '"kutip" \\ - [x]', "Nama Ketiga"), 1):
        text = with_signature(text, signature(number, name))
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    found = read_signatures(tmp_path)
    assert [one.name for one in found][-3:] == ["O'Brien: ahli # hukum", '"kutip" \\ - [x]', "Nama Ketiga"]
    assert len(found) == 3 + ("{" in before)
    assert ("catatan kami" in before) == ("catatan kami" in text)
    assert ("{written}" in before) == ("dibaca di Jakarta" in text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tanda_tangan:\n- butir: x\n", "LAW02"),
        ("tanda_tangan: [\n", "LAW01"),
        ("tandatangan: []\n", "LAW02"),
    ],
)
def test_a_broken_file_is_refused_with_everything_wrong(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_signatures(tmp_path)
    assert all(problem.place.file == f"{tmp_path.name}/{FILE}" for problem in refused.value.problems)
    assert code[:3] in {problem.code[:3] for problem in refused.value.problems}
