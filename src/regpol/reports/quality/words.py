"""How findings are named and coloured, the same in every form of the report."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from regpol.register.quality.findings import Finding
from regpol.register.quality.persons import Person
from regpol.register.quality.report import Kind, MissingFact, QualityReport, UnitQuality
from regpol.register.raw_table import as_text
from regpol.reports.masking import mask_name, mask_nik
from regpol.reports.person_sheets.person_table import BAD, OPEN
from regpol.terms.language import thousands
from regpol.terms.problems import Severity

WEIGHTS = {
    Severity.ERROR: "harus diperbaiki",
    Severity.WARNING: "perlu diperiksa",
    Severity.NOTE: "untuk diketahui",
}
EXPLAINED = {
    Severity.ERROR: "barisnya ditolak: tanpa perbaikan orangnya tidak dapat diputus",
    Severity.WARNING: "barisnya tetap dipakai, tetapi jawabannya dapat keliru",
    Severity.NOTE: "cara isinya dibaca; benarkan bila keliru",
}
EVERYWHERE = "seluruh daftar"
EXPLAINED_EVERYWHERE = "hampir semua baris mengalaminya; tidak dihitung lagi pada tiap baris"
TOLD: tuple[str, str] = ("#E4EDFA", "#234A7D")
COLOURS: dict[str, tuple[str, str]] = {
    WEIGHTS[Severity.ERROR]: BAD,
    WEIGHTS[Severity.WARNING]: OPEN,
    WEIGHTS[Severity.NOTE]: TOLD,
}


NOTICE_MASKED = "Nama dan NIK disamarkan; untuk bekerja pada lembar asal, buat lagi dengan --show-personal."
NOTICE_WHOLE = "RAHASIA: memuat nama dan NIK lengkap. Simpan dan kirim seperlunya."
_KINDS_OF_A_UNIT = 3


def list_name(report: QualityReport, table: int) -> str:
    """A list as an official calls it: its file, and its sheet where it has one."""
    raw = report.lists[table].raw
    return f"{PurePath(raw.file).name}{f' ({raw.sheet})' if raw.sheet else ''}"


def groups(report: QualityReport) -> Iterator[tuple[Severity, str, str, tuple[Kind, ...]]]:
    """The kinds as they are told: by weight, those of nearly every row after all others."""
    single = [kind for kind in report.kinds if kind.problem.code not in report.everywhere]
    for severity in Severity:
        kinds = tuple(kind for kind in single if kind.problem.severity is severity)
        if kinds:
            yield severity, WEIGHTS[severity], EXPLAINED[severity], kinds
    kinds = tuple(kind for kind in report.kinds if kind.problem.code in report.everywhere)
    if kinds:
        yield kinds[0].problem.severity, EVERYWHERE, EXPLAINED_EVERYWHERE, kinds


def first_rows(report: QualityReport, kind: Kind, most: int) -> str:
    """The first rows of a kind, and that there are more."""
    if kind.problem.code in report.everywhere:
        return "hampir semua"
    first = ", ".join(place_words(report, one).removeprefix("baris ") for one in kind.first[:most])
    return first + (", …" if kind.rows > min(most, len(kind.first)) else "")


def place_words(report: QualityReport, finding: Finding) -> str:
    """The row of a finding, with its list where there are several."""
    row = f"baris {finding.row}"
    if len(report.lists) == 1:
        return row
    files = {one.raw.file for one in report.lists}
    name = PurePath(report.lists[finding.table].raw.file).name
    return f"{name if len(files) == len(report.lists) else list_name(report, finding.table)} {row}"


def heading_of(report: QualityReport, finding: Finding) -> str:
    """The heading of the column a finding points at."""
    headings = report.lists[finding.table].raw.headings
    return headings[finding.column - 1] if 0 < finding.column <= len(headings) else ""


def most_frequent(report: QualityReport, unit: UnitQuality) -> str:
    """The kinds of finding a unit has most of."""
    titles = {kind.problem.code: kind.problem.title for kind in report.kinds}
    most = sorted(unit.by_code.items(), key=lambda item: (-item[1], item[0]))[:_KINDS_OF_A_UNIT]
    return ", ".join(f"{count} {titles[code]}" for code, count in most)


def summary_sentence(report: QualityReport) -> str:
    """What the whole comes to, in one line that adds up."""
    return (
        f"{thousands(report.read)} baris orang = {thousands(report.faultless)} baik "
        f"+ {thousands(report.to_check)} dapat dipakai tetapi perlu diperiksa + {thousands(report.rejected)} ditolak"
        + (f"; di luar itu {len(report.everywhere)} hal menyangkut seluruh daftar" if report.everywhere else "")
    )


def missing_words(fact: MissingFact) -> str:
    """What is not known, how much depends on it, and who can tell."""
    how = f"kosong pada {thousands(fact.blank)} baris" if fact.column else "tidak ada kolomnya"
    held = f"menahan jawaban {thousands(fact.blocks)} baris" if fact.blocks else "tidak menahan jawaban siapa pun"
    return f"{how}; {held}"


@dataclass(frozen=True, slots=True)
class Shown:
    """How persons are shown: whole, or masked."""

    nik: Callable[[str], str]
    name: Callable[[str], str]


WHOLE, MASKED = Shown(str, str), Shown(mask_nik, mask_name)


class Identities:
    """Names and NIK of rows as their list writes them, for the columns of a table."""

    def __init__(self, report: QualityReport, shown: Shown) -> None:
        self._shown = shown
        self._niks = [dict(zip(one.raw.numbers, one.raw.column("nik"), strict=True)) for one in report.lists]
        self._persons: dict[tuple[int, int], Person] = {(one.table, one.row): one for one in report.persons}

    def nik(self, finding: Finding) -> str:
        """The content of the NIK cell, sound or not."""
        return self._shown.nik(as_text(self._niks[finding.table].get(finding.row)))

    def name(self, finding: Finding) -> str:
        """The name."""
        person = self._persons.get((finding.table, finding.row))
        return self._shown.name(person.name.written) if person else ""
