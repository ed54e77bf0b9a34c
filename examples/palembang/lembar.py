"""The sheets as people keep them: days in five shapes, titles above, a blank line now and then, a signature below."""

from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from bahan import DIGITS, JOINED, MONTHS, ROMAN, RT, RW
from orang import Decree, Maker, Person

CREATED = datetime(2026, 1, 1)  # noqa: DTZ001


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
