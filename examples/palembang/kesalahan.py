"""The faults that are planted, each on rows that have none yet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bahan import LAST, MISSPELT, SHORT, TITLES
from orang import ON, Decree, Maker, Person


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
