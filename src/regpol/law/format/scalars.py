"""The scalars and small shapes that every file of the rulebook uses."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from regpol.law.model import Question
from regpol.law.rewriting import rewritten_day, rewritten_years
from regpol.law.shape import Choice, Either, Fields, Key, ListOf, Reference, Scalar, Shape
from regpol.terms.answer import Evidence
from regpol.terms.citation import parse_citation
from regpol.terms.dates import ALWAYS_SINCE, NEVER_ENDS, Span, parse_date, parse_span
from regpol.terms.place import Place

T = TypeVar("T")


def matching(pattern: str, meaning: str, example: str) -> Scalar[str]:
    """A text that matches a pattern as a whole."""
    compiled = re.compile(pattern)
    return Scalar(lambda text: text if compiled.fullmatch(text) else None, meaning, example, f"^(?:{pattern})$")


def _years(text: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"([12]\d{3})(?: sampai ([12]\d{3}))?", text)
    return (int(match[1]), int(match[2] or match[1])) if match else None


ANY_TEXT = matching(r"(?s:.*\S.*)", "teks yang tidak kosong", "…")
CODE = Reference("kode huruf kecil", "ketua_rt")
CITATION = Scalar(parse_citation, "peraturan dan letaknya", "UU 23/2014 Pasal 308")
SHORT_NAME = Reference("nama pendek peraturan", "UU 3/2024")
REGION = matching(r"\d\d(\.\d\d){0,2}(\.\d{4})?|nasional", "nasional atau kode wilayah dalam tanda kutip", '"52.71"')
YEARS = Scalar(_years, "tahun anggaran dengan angka", "2024 atau 2022 sampai 2024", rewrite=rewritten_years)
DAY = Scalar(parse_date, "tanggal yang ada dalam kalender, ditulis tahun-bulan-hari", "2024-04-25", "", rewritten_day)
SPAN = Scalar(
    parse_span,
    "tanggal yang ada dalam kalender, ditulis tahun-bulan-hari; atau tahun saja bila harinya tidak diketahui",
    "2024-04-25",
    "",
    rewritten_day,
)
EVIDENCE = Choice(
    "bukti",
    {
        "resmi": Evidence.OFFICIAL,
        "cermin": Evidence.MIRROR,
        "sekunder": Evidence.SECONDARY,
        "lemah": Evidence.UNVERIFIED,
        "tidak_ditemukan": Evidence.NOT_FOUND,
    },
)
YES_NO = Choice("ya atau tidak", {"ya": True, "tidak": False})
SOURCES = ListOf(Reference("kode sumber", "mirror_pp44"))
QUESTION = Choice("soal", {str(question): question for question in Question})


EVIDENCE_KEY = Key("bukti", EVIDENCE, "evidence", True, "seberapa pasti naskahnya", "sekunder")
SOURCES_KEY = Key("sumber", SOURCES, "sources", False, "tempat naskah dibaca")
PINPOINT_KEY = Key("letak", ANY_TEXT, "pinpoint", True, "pasal, ayat, huruf", "Pasal 26 ayat (3) huruf c")
NOTE_KEY = Key("catatan", ANY_TEXT, "note", False, "catatan")
NAME = matching(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", "nama huruf kecil dengan tanda hubung", "kades-berhak")


@dataclass(frozen=True)
class ValidityRecord:
    """``berlaku`` as written."""

    place: Place
    since: Span = ALWAYS_SINCE
    until: Span = NEVER_ENDS
    years: tuple[int, int] | None = None


def _span(place: Place, earliest: date, latest: date) -> Span:
    del place
    return Span(earliest, latest)


SPAN_OR_DAYS = Either(
    SPAN,
    Fields(
        "rentang hari",
        _span,
        (
            Key("paling_awal", DAY, "earliest", True, "hari paling awal", "2023-01-01"),
            Key("paling_lambat", DAY, "latest", True, "hari paling lambat", "2023-11-07"),
        ),
    ),
)
VALIDITY_KEYS = (
    Key("sejak", SPAN_OR_DAYS, "since", False, "hari pertama berlaku"),
    Key("sampai", SPAN_OR_DAYS, "until", False, "hari terakhir berlaku"),
    Key("tahun_anggaran", YEARS, "years", False, "tahun anggaran yang diatur"),
)
VALIDITY = Fields("masa berlaku", ValidityRecord, VALIDITY_KEYS)
VALIDITY_KEY = Key("berlaku", VALIDITY, "validity", False, "masa berlaku")


def sole(name: str, shape: Shape[T]) -> Fields[T]:
    """A file whose one key holds everything."""

    def build(place: Place, content: T) -> T:
        del place
        return content

    return Fields(f"berkas {name}", build, (Key(name, shape, "content", True),))
