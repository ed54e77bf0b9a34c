"""A register and its answer files made from one seed, with the truth of every row; shares no code with the checker."""

import csv
import random
from dataclasses import dataclass, field
from pathlib import Path

BPJS = ["No", "NIK", "Nama Tenaga Kerja", "Tgl Lahir", "No. KPJ", "Status Validasi", "Segmen"]
DUKCAPIL = ["NIK", "Nama Sesuai KTP", "Hasil Pemadanan", "Keterangan"]
REGISTER = ["No", "NIK", "Nama", "Tgl Lahir", "Jabatan", "Kelurahan", "Kepesertaan lain"]
FIRST = ["Siti", "Ahmad", "Rusli", "Dewi", "Hasan", "Nurul", "Bambang", "Ratna", "Yusuf", "Sri", "Amir", "Lilis"]
LAST = ["Lubis", "Hakim", "Saputra", "Wulandari", "Anwar", "Rahmawati", "Siregar", "Halim", "Pratama", "Kusuma"]
UNITS = ["35 Ilir", "32 Ilir", "20 Ilir I"]
# what happens to a row, how often in a hundred, what BPJS writes, what the row must end in, the fact that must stand
KINDS = [
    ("baru", 40, "DAPAT DIDAFTARKAN", "", "NOT_MEMBER", "tidak"),
    ("aktif pu", 10, "SUDAH AKTIF DI TEMPAT LAIN", "Penerima Upah", "ACTIVE_ELSEWHERE", "pu"),
    ("aktif bpu", 8, "Peserta aktif", "BPU", "ACTIVE_ELSEWHERE", "bpu"),
    ("aktif entah", 4, "Sudah terdaftar", "", "ACTIVE_ELSEWHERE", None),
    ("berhenti", 6, "TIDAK AKTIF", "PU", "INACTIVE", "tidak"),
    ("tua", 6, "Melebihi usia (65 th)", "", "PAST_AGE", None),
    ("beda", 5, "NAMA TIDAK SESUAI", "", "DATA_DIFFERS", None),
    ("hilang", 5, "NIK TIDAK DITEMUKAN", "", "NIK_NOT_FOUND", None),
    ("wafat", 4, "Meninggal dunia", "", "DECEASED", None),
    ("aneh", 3, "PENDING BATCH 7", "", "STATUS_UNKNOWN", None),
    ("bentrok", 3, "", "", "CONFLICT", None),
    ("orang lain", 3, "DAPAT DIDAFTARKAN", "", "OTHER_PERSON", None),
    ("tanpa jawaban", 3, None, "", "UNANSWERED", None),
]


@dataclass
class Planted:
    """The files and the truth: by row of the register the result and the fact it must end with."""

    register: Path
    answer: Path
    results: dict[int, str] = field(default_factory=dict)
    facts: dict[int, str] = field(default_factory=dict)
    niks: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    strays: int = 0
    answers: int = 0


def person(chance: random.Random, serial: int) -> tuple[str, str, str]:
    """NIK, name and birth date that agree."""
    year, month, day = chance.randint(1965, 2000), chance.randint(1, 12), chance.randint(1, 28)
    nik = f"167101{day:02}{month:02}{year % 100:02}{serial:04}"
    return nik, f"{chance.choice(FIRST)} {chance.choice(LAST)}", f"{day:02}/{month:02}/{year}"


def plant(folder: Path, seed: int, count: int = 300) -> Planted:
    """A register of so many rows, half of it with a fact already written, and the answer of a BPJS branch."""
    chance = random.Random(seed)
    made = Planted(folder / "register.csv", folder / "jawaban.csv")
    kinds = [kind for kind in KINDS for _ in range(kind[1])]
    rows, answers = [], []
    for at in range(count):
        line, (nik, name, born) = at + 2, person(chance, at + 1)
        kind, _, status, segment, result, fact = chance.choice(kinds)
        before = chance.choice(["", "", "tidak", "pu"])
        rows.append([at + 1, nik, name, born, f"Ketua RT {at + 1}", chance.choice(UNITS), before])
        made.niks.add(nik)
        made.names.add(name)
        made.results[line], made.facts[line] = result, before if fact is None else fact
        if kind == "aktif entah" and before == "tidak":
            made.facts[line] = ""
        if kind == "bentrok":
            for text in ("BELUM TERDAFTAR", "MENINGGAL"):
                answers.append([nik, name, born, "", text, ""])
        elif kind == "orang lain":
            answers.append([nik, "Zxqvw Kjhfd", born, "", status, segment])
        elif status is not None:
            spelled = name.upper() if chance.random() < 0.5 else name
            answers.append([nik, spelled, born, f"{at:011}", status, segment])
            if chance.random() < 0.1:
                answers.append(answers[-1])
    made.strays = 5
    answers += [[*person(chance, 9000 + at), "", "Belum terdaftar", ""] for at in range(4)]
    answers.append(["tidak ada", "Tanpa Nik", "01/01/1980", "", "Belum terdaftar", ""])
    chance.shuffle(answers)
    made.answers = len(answers)
    _write(made.register, REGISTER, rows)
    _write(made.answer, BPJS, [[at, *answer] for at, answer in enumerate(answers, 1)])
    return made


def _write(path: Path, headings: list[str], rows: list[list[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([headings, *rows])
