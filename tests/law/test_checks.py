"""Each check of a linked rulebook finds the slip it is for, at its line, and says nothing of the sound rulebook."""

import shutil
from pathlib import Path

import pytest
from bad_rulebook import SOUND

from regpol.law.checks import check_rulebook
from regpol.law.load import load
from regpol.terms.problems import Problem

UU, PERMEN = "peraturan/uu-1-2020", "peraturan/permen-2-2021"
DELEGATED = ("kosakata/jenjang", "di_bawah: [pp]}", "di_bawah: [pp], perlu_delegasi: ya}")
PASAL_3 = """  kaidah:
  - nama: dua-program
    soal: program
    maka: {siapa: pekerja, sifat: wajib, atas: [jkk, jkm]}
"""
BARE = "- letak: Pasal {}\n  isi: Contoh.\n  bukti: lemah\n  sumber: [contoh]\n- letak: Pasal 3"
AGE = "  umur: {nama: Umur, jenis: bilangan, asal: orang, tanya: Umurnya?, pengubah: KTP}\n"
RT = "    bila: {kategori: pengurus}\n"

# file, what stands there, what someone wrote instead, code, line, words
SLIPS = [
    (PERMEN, "- letak: belum", "- pada: UU 1/2002\n  letak: belum", "LAW30", 10, "maksudnya “UU 1/2020”"),
    (PERMEN, "bacaan:", "tanpa_delegasi: Kewenangan menurut UU 1/2021.\nbacaan:", "LAW31", 1, "maksudnya “UU 1/2020”"),
    (
        PERMEN,
        "bacaan:",
        "delegasi: [UU 1/2020 Pasal 30]\nbacaan:",
        "LAW31",
        1,
        "UU 1/2020 Pasal 30, yang tidak tercatat",
    ),
    ("diam", "dibaca:", "ruang: UU 1/2020 Pasal 2 ayat (4)\n  dibaca:", "LAW31", 2, "Pasal 2 ayat (4)"),
    ("diam", "dibaca:", "ruang: UU 1/2002 Pasal 2\n  dibaca:", "LAW30", 2, "“ruang” menyebut UU 1/2002"),
    ("diam", "dibaca:", "ruang: kewenangan daerah\n  dibaca:", "LAW30", 2, "menyebut kewenangan daerah"),
    (UU, "bacaan: lengkap", "bacaan: tidak_ada", "LAW35", 2, "UU 1/2020"),
    (UU, "sejak: 2020-01-01}", "sejak: 2020-01-01, sampai: 2023-12-31}", "LAW32", 2, "1 Januari 2024"),
    (UU, PASAL_3, "  sifat_teks: tidak_dimodelkan\n", "LAW34", 38, "tanpa alasan"),
    (UU, PASAL_3, "", "LAW34", 38, "UU 1/2020 Pasal 3"),
    (UU, "- letak: Pasal 3", BARE.format(9), "LAW34", 38, "Pasal 9"),
    (UU, "- nama: bpu_jkk", "- nama: bpu_jk", "LAW28", 57, "“bpu_jk” (Iuran JKK"),
    (UU, "2025-01-01, sebesar", "2025-01-02, sebesar", "LAW29", 65, "1 hari tanpa nilai mulai 1 Januari 2025"),
    (UU, "  dasar: upah", "  dasar: upah\n  berlaku: {sampai: 2019-12-31}", "LAW29", 68, "tidak pernah berlaku"),
    (UU, "kategori: {bukan: [pengurus]}", "kategori: [pengurus, mandiri]", "LAW37", 33, "menyebut semua pilihannya"),
    (PERMEN, "kategori: ketua_rt, upah", "kategori: ketua_rt, sk_berlaku: ya, upah", "LAW37", 16, "pilihan ke-2"),
    (UU, RT, RT + "    tafsir: {menurut: Bupati, sumber: [contoh]}\n", "LAW38", 29, "tafsir (Bupati)"),
    ("kosakata/fakta", "  usia:", AGE + "  usia:", "LAW39", 0, "umur"),
    ("kosakata/istilah", "  ktp:", "  kk: {nama: KK}\n  ktp:", "LAW39", 0, "kk, ktp"),
]
HARMLESS = [
    (UU, PASAL_3, "  sifat_teks: tidak_dimodelkan\n  alasan: Tidak diperlukan.\n"),
    (UU, PASAL_3, "  sifat_teks: definisi\n"),
    (UU, "- letak: Pasal 3", BARE.format(5)),
    (UU, "sejak: 2025-01-01, sebesar", "sejak: 2025-06-01, sebesar"),
    (PERMEN, "nama: apbd-dilarang", "nama: apbd-lagi"),
]


def found(folder: Path, *edits: tuple[str, str, str]) -> tuple[Problem, ...]:
    """What is found in the sound rulebook after these edits."""
    shutil.copytree(SOUND, folder)
    for name, old, new in edits:
        path = folder / f"{name}.yaml"
        written = path.read_text(encoding="utf-8")
        assert old in written, (name, old)
        path.write_text(written.replace(old, new, 1), encoding="utf-8")
    return check_rulebook(load(folder))


@pytest.fixture(scope="module")
def sound() -> frozenset[Problem]:
    """What is to be said of the sound rulebook: it keeps a few entries that only other tests use."""
    return frozenset(check_rulebook(load(SOUND)))


def test_little_is_to_be_said_of_the_sound_rulebook(sound: frozenset[Problem]) -> None:
    assert {(problem.code, problem.place.line) for problem in sound} == {("LAW28", 57), ("LAW39", 0)}


@pytest.mark.parametrize(("name", "old", "new", "code", "line", "words"), SLIPS)
def test_a_slip_is_told_where_it_stands(
    name: str, old: str, new: str, code: str, line: int, words: str, tmp_path: Path, sound: frozenset[Problem]
) -> None:
    fresh = [problem for problem in found(tmp_path / "rules", (name, old, new)) if problem not in sound]
    told = [problem for problem in fresh if problem.code == code and words in str(problem)]
    assert [problem.place.line for problem in told] == [line], "\n".join(map(str, fresh))
    assert f"rules/{name}" in str(told[0]) or code in {"LAW32", "LAW35"}


@pytest.mark.parametrize("edit", HARMLESS, ids=lambda edit: edit[2])
def test_a_harmless_edit_is_not_told(edit: tuple[str, str, str], tmp_path: Path, sound: frozenset[Problem]) -> None:
    """A provision that is marked, one that a value rests on, years without a value, another name."""
    told = {(problem.code, problem.sentences) for problem in found(tmp_path / "rules", edit)}
    assert told == {(problem.code, problem.sentences) for problem in sound}


def test_a_kind_that_needs_a_delegation_must_name_it(tmp_path: Path) -> None:
    told = [problem for problem in found(tmp_path / "without", DELEGATED) if problem.code == "LAW33"]
    assert [(problem.place.file, problem.place.line) for problem in told] == [(f"rules/{PERMEN}.yaml", 1)]
    named = (PERMEN, "bacaan:", "delegasi: [UU 1/2020 Pasal 1]\nbacaan:")
    assert not [problem for problem in found(tmp_path / "with", DELEGATED, named) if problem.code == "LAW33"]
    excused = (PERMEN, "bacaan:", "tanpa_delegasi: Konsideransnya belum dibaca.\nbacaan:")
    assert not [problem for problem in found(tmp_path / "excused", DELEGATED, excused) if problem.code == "LAW33"]


def test_a_delegating_norm_was_in_force_when_the_regulation_began(tmp_path: Path) -> None:
    named = (PERMEN, "bacaan:", "delegasi: [UU 1/2020 Pasal 1]\nbacaan:")
    ended = (UU, "sejak: 2020-01-01}", "sejak: 2020-01-01, sampai: 2020-12-31}")
    told = [p for p in found(tmp_path / "rules", named, ended) if p.code == "LAW32" and "delegasi" in str(p)]
    assert [problem.place.file for problem in told] == [f"rules/{PERMEN}.yaml"]
    assert "mulai berlaku 30 Juni 2021" in str(told[0])


TWIN = """  - nama: mandiri-juga
    soal: segmen
    bila: {kategori: mandiri}
    maka: {siapa: pekerja, sifat: termasuk, atas: [bpu]}
"""


def test_a_copied_rule_is_told_unless_it_holds_at_another_time(tmp_path: Path) -> None:
    before = "\n- letak: Pasal 3"
    (told,) = [p for p in found(tmp_path / "copy", (UU, before, TWIN + before)) if p.code == "LAW36"]
    assert "uu-1-2020/mandiri-juga sama dengan uu-1-2020/mandiri-bpu" in str(told)
    later = TWIN + "    berlaku: {sejak: 2025-01-01}\n"
    assert [p.code for p in found(tmp_path / "later", (UU, before, later + before))].count("LAW36") == 1
    other = TWIN.replace("termasuk, atas: [bpu]", "di_luar, atas: [pu]")
    assert not [p for p in found(tmp_path / "other", (UU, before, other + before)) if p.code == "LAW36"]


AMENDS = (
    PERMEN,
    "berlaku: {sejak: {paling_awal: 2021-03-01, paling_lambat: 2021-06-30}}\n",
    "mengubah: [UU 1/2020]\nberlaku: {sejak: 2021-03-01}\n",
)


def test_what_amends_ends_with_what_it_amends(tmp_path: Path) -> None:
    ended = (UU, "sejak: 2020-01-01}", "sejak: 2020-01-01, sampai: 2030-12-31}")
    told = [problem for problem in found(tmp_path / "ended", AMENDS, ended) if problem.code == "LAW29"]
    assert [problem.place.file for problem in told] == [f"rules/{PERMEN}.yaml"]
    assert "padahal UU 1/2020 yang diubahnya berakhir 31 Desember 2030" in str(told[0])
    assert not [problem for problem in found(tmp_path / "alive", AMENDS) if problem.code == "LAW29"]


def test_yearly_regulations_do_not_share_a_year(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path / "rules")
    first = tmp_path / "rules" / f"{PERMEN}.yaml"
    text = first.read_text(encoding="utf-8").replace(
        "berlaku: {sejak: {paling_awal: 2021-03-01, paling_lambat: 2021-06-30}}", "berlaku: {tahun_anggaran: 2022}"
    )
    text = text.replace("  berlaku: {tahun_anggaran: 2021 sampai 2027}\n", "")
    first.write_text(text, encoding="utf-8")
    for years, expected in (("2023", 0), ("2022 sampai 2023", 1)):
        other = text.replace("2/2021", "3/2022").replace("tahun_anggaran: 2022", f"tahun_anggaran: {years}")
        (first.parent / "permen-3-2022.yaml").write_text(other, encoding="utf-8")
        told = [problem for problem in check_rulebook(load(tmp_path / "rules")) if problem.code == "LAW29"]
        assert len(told) == expected, years


def test_what_is_about_the_worker_names_the_worker(tmp_path: Path, sound: frozenset[Problem]) -> None:
    edit = (
        UU,
        "maka: {siapa: pekerja, sifat: termasuk, atas: [pu]}",
        "maka: {siapa: daerah, sifat: termasuk, atas: [pu]}",
    )
    (told,) = [problem for problem in found(tmp_path / "rules", edit) if problem not in sound]
    assert (told.code, told.place.line) == ("LAW17", 29)
    assert "siapa daerah pada soal segmen" in str(told)
