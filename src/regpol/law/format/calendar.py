"""The shape of ``kalender.yaml``: where a need can still enter a budget, and until when."""

import re
from dataclasses import dataclass

from regpol.law.format.scalars import (
    ANY_TEXT,
    CITATION,
    CODE,
    EVIDENCE_KEY,
    NOTE_KEY,
    SOURCES_KEY,
    VALIDITY_KEY,
    ValidityRecord,
    sole,
)
from regpol.law.model.calendar import Track
from regpol.law.shape import Choice, Fields, Key, ListOf, Scalar
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import MONTHS
from regpol.terms.place import Place

_MOST_DAYS = 31


@dataclass(frozen=True)
class MomentRecord:
    """A day as written; ``years`` from the budget year."""

    place: Place
    years: int
    month: int
    day: int = 0
    week: int = 0
    workdays_before: int = 0


@dataclass(frozen=True)
class StepRecord:
    """A step as written."""

    place: Place
    name: str
    citation: Citation
    text: str
    evidence: Evidence
    opens: MomentRecord | None = None
    closes: MomentRecord | None = None
    undated: str = ""
    sources: tuple[Text, ...] = ()
    validity: ValidityRecord | None = None
    note: str = ""


@dataclass(frozen=True)
class DoorRecord:
    """A door as written."""

    place: Place
    code: Text
    track: Track
    name: str
    use: str
    steps: tuple[StepRecord, ...]


@dataclass(frozen=True)
class RemarkRecord:
    """A remark as written."""

    place: Place
    track: Track
    text: str
    citation: Citation
    evidence: Evidence
    sources: tuple[Text, ...] = ()
    validity: ValidityRecord | None = None


@dataclass(frozen=True)
class CalendarRecord:
    """The file as written."""

    place: Place
    doors: tuple[DoorRecord, ...]
    remarks: tuple[RemarkRecord, ...] = ()


def _number(most: int) -> Scalar[int]:
    def parse(text: str) -> int | None:
        return int(text) if re.fullmatch(r"[1-9]\d{0,2}", text) and int(text) <= most else None

    return Scalar(parse, f"bilangan 1 sampai {most}", "2")


_TRACK = Key("jalur", Choice("jalur anggaran", {str(it): it for it in Track}), "track", True, "anggaran siapa")
_MOMENT = Fields(
    "hari dalam tahun anggaran",
    MomentRecord,
    (
        Key("tahun", Choice("tahun", {"sebelumnya": -1, "berjalan": 0}), "years", True, "tahun sebelum atau berjalan"),
        Key("bulan", Choice("bulan", {name: at for at, name in enumerate(MONTHS, 1)}), "month", True, "nama bulan"),
        Key("hari", _number(_MOST_DAYS), "day", False, "tanggal; tanpa ini dan tanpa minggu: akhir bulan"),
        Key("minggu", _number(4), "week", False, "minggu ke berapa dalam bulan itu"),
        Key("hari_kerja_sebelumnya", _number(200), "workdays_before", False, "dihitung mundur dari hari itu"),
    ),
)
_STEP = Fields(
    "langkah",
    StepRecord,
    (
        Key("nama", ANY_TEXT, "name", True, "siapa berbuat apa"),
        Key("mulai", _MOMENT, "opens", False, "hari paling awal"),
        Key("tenggat", _MOMENT, "closes", False, "hari paling lambat"),
        Key("tanpa_tenggat", ANY_TEXT, "undated", False, "mengapa tidak ada tenggat"),
        Key("ketentuan", CITATION, "citation", True, "peraturan dan letaknya", "PP 12/2019 Pasal 90 ayat (1)"),
        Key("isi", ANY_TEXT, "text", True, "isi ketentuannya dengan kata sendiri"),
        EVIDENCE_KEY,
        SOURCES_KEY,
        VALIDITY_KEY,
        NOTE_KEY,
    ),
)
_DOOR = Fields(
    "pintu",
    DoorRecord,
    (
        Key("kode", CODE, "code", True, "kode pintu", "kua_ppas"),
        _TRACK,
        Key("nama", ANY_TEXT, "name", True, "nama pintu"),
        Key("guna", ANY_TEXT, "use", True, "apa yang masuk lewat pintu ini"),
        Key("langkah", ListOf(_STEP, some=True), "steps", True, "langkahnya, berurutan"),
    ),
)
_REMARK = Fields(
    "keterangan",
    RemarkRecord,
    (
        _TRACK,
        Key("isi", ANY_TEXT, "text", True, "isi ketentuannya dengan kata sendiri"),
        Key("ketentuan", CITATION, "citation", True, "peraturan dan letaknya", "PP 12/2019 Pasal 23 ayat (2)"),
        EVIDENCE_KEY,
        SOURCES_KEY,
        VALIDITY_KEY,
    ),
)
CALENDAR_FILE = sole(
    "kalender",
    Fields(
        "kalender",
        CalendarRecord,
        (
            Key("pintu", ListOf(_DOOR, apart=True), "doors", True, "pintu masuk anggaran, berurutan"),
            Key("keterangan", ListOf(_REMARK, apart=True), "remarks", False, "yang berlaku bagi semuanya"),
        ),
    ),
)
