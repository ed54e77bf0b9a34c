"""Two registers a month apart made from one seed, with what happened to everybody; shares no code with the checker."""

import csv
import random
from dataclasses import dataclass, field
from pathlib import Path

from answered import person

HEADINGS = ["NIK", "Nama", "Tgl Lahir", "Jabatan", "Kelurahan", "Honor", "Nomor SK", "TMT", "SK sampai"]
UNITS = ["35 Ilir", "32 Ilir", "20 Ilir I"]
DAY = "2026-08-01"
KINDS = [
    ("same", 50),
    ("wage", 8),
    ("name", 6),
    ("nik", 4),
    ("moved", 6),
    ("replaced", 8),
    ("expired", 5),
    ("gone", 5),
    ("came", 8),
]
CLASSES = {"same": "SAME", "wage": "CHANGED", "name": "CHANGED", "nik": "CHANGED", "moved": "MOVED"}
CLASSES |= {"replaced": "REPLACED", "expired": "OUT", "gone": "OUT", "came": "IN"}


@dataclass
class Month:
    """The files, and by row what happened: class, row in the other register (None if none), day it holds from."""

    old: Path
    new: Path
    of_old: dict[int, tuple[str, int | None, str | None]] = field(default_factory=dict)
    of_new: dict[int, tuple[str, int | None, str | None]] = field(default_factory=dict)
    niks: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


def plant(folder: Path, seed: int, count: int = 240) -> Month:
    """Two registers; the second is in another order, and one of its people in ten has lost the NIK."""
    chance = random.Random(seed)
    month = Month(folder / "juli.csv", folder / "agustus.csv")
    kinds = [kind for kind, often in KINDS for _ in range(often)]
    olds: list[list[object]] = []
    news: list[tuple[list[object], int, str, str | None]] = []
    for at in range(count):
        kind = chance.choice(kinds)
        nik, name, born = person(chance, at + 1)
        unit = UNITS[at % 3]
        row: list[object] = [
            nik,
            name,
            born,
            f"Ketua RT {at + 1}",
            unit,
            750000,
            f"{at}/2024",
            "02/01/2024",
            "31/12/2028",
        ]
        month.niks.add(nik)
        month.names.add(name)
        if kind == "came":
            news.append(([*row[:6], f"{at}/2026", "15/07/2026", "31/12/2030"], 0, kind, "2026-07-15"))
            continue
        if kind == "expired":
            row[8] = "30/06/2026"
        olds.append(row)
        line = len(olds) + 1
        if kind in {"expired", "gone"}:
            month.of_old[line] = (CLASSES[kind], None, "2026-07-01" if kind == "expired" else None)
            continue
        after, since = _after(kind, row, at, chance)
        month.niks.add(str(after[0]) or nik)
        news.append((after, line, kind, since))
    chance.shuffle(news)
    for line, (_, old, kind, since) in enumerate(news, 2):
        lost = kind == "same" and not news[line - 2][0][0]
        klass = "CHANGED" if lost else CLASSES[kind]
        month.of_new[line] = (klass, old or None, since)
        if old:
            month.of_old[old] = (klass, line, since)
    _write(month.old, olds)
    _write(month.new, [row for row, *_ in news])
    return month


def _after(kind: str, row: list[object], at: int, chance: random.Random) -> tuple[list[object], str | None]:
    """The row a month later, and the day the change holds from."""
    after, nik = list(row), str(row[0])
    if kind == "wage":
        after[5] = 900000
    elif kind == "name":
        after[1] = f"{row[1]} Hasibuan"
    elif kind == "nik":
        after[0] = f"{nik[:-1]}{9 - int(nik[-1])}"
    elif kind == "moved":
        after[4], after[6], after[7] = UNITS[(at + 1) % 3], f"{at}/2026", "01/07/2026"
        return after, "2026-07-01"
    elif kind == "replaced":
        after[:3] = person(chance, 5000 + at)
        after[1] = f"Zulfa {['Qodri', 'Wxanto', 'Vqbal'][at % 3]}"
        after[6:8] = [f"{at}/2026", "10/07/2026"]
        return after, "2026-07-10"
    elif kind == "same" and chance.random() < 0.1:
        after[0] = ""
    return after, None


def _write(path: Path, rows: list[list[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
