"""``regpol law list``: what the rulebook holds, and what a lawyer still has to read."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.law.show import PROJECT, signatures_of
from regpol.commands.options import JSON, REGIONAL, RULES

if TYPE_CHECKING:
    from regpol.law.listing import Wanted
    from regpol.law.model import Rulebook


class Grade(StrEnum):
    """The grades one can ask for, and those below a step."""

    OFFICIAL = "official"
    MIRROR = "mirror"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"
    NOT_FOUND = "not_found"
    BELOW_OFFICIAL = "below-official"
    BELOW_MIRROR = "below-mirror"


class Format(StrEnum):
    """The forms a list is printed in."""

    TABLE = "table"
    CSV = "csv"


QUESTION = typer.Option("--question", help="Hanya kaidah untuk soal ini, misalnya pendanaan.")
CATEGORY = typer.Option("--category", help="Hanya yang menyentuh kategori ini, misalnya ketua_rt.")
EVIDENCE = typer.Option("--evidence", help="Hanya tingkat bukti ini; below-official: semua di bawah resmi.")
UNREAD = typer.Option("--unread", help="Hanya yang naskah, letak, atau jumlahnya belum terbaca.")
WORK = typer.Option("--work", help="Daftar kerja ahli hukum: naskah yang perlu dibaca, yang terpenting dahulu.")
FORM = typer.Option("--format", help="Bentuk keluaran.")


def list_law(
    question: Annotated[str | None, QUESTION] = None,
    category: Annotated[str | None, CATEGORY] = None,
    evidence: Annotated[Grade | None, EVIDENCE] = None,
    unread: Annotated[bool, UNREAD] = False,
    work: Annotated[bool, WORK] = False,
    form: Annotated[Format, FORM] = Format.TABLE,
    as_json: Annotated[bool, JSON] = False,
    project: Annotated[Path | None, PROJECT] = None,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Sebutkan peraturan, kaidah, dan nilai beserta buktinya, atau daftar kerja ahli hukum (--work)."""
    from regpol.commands import opening
    from regpol.law.listing import lines
    from regpol.law.reading_list import reading_list
    from regpol.reports.rulebook import listing, work_list

    book = opening.rulebook_for(rules, tuple(regional or ()))
    if work:
        found = reading_list(book)
        if as_json:
            shell.show_json(work_list.work_json(found))
        else:
            shell.show(work_list.work_csv(book, found) if form is Format.CSV else work_list.work_text(book, found))
        return shell.DONE
    chosen = lines(book, _wanted(book, question, category, evidence, unread=unread))
    standings = sorted(signatures_of(book, project), key=lambda one: not one.fallen)
    signed = {one.signature.entry: one.words for one in standings}
    shown = None if project is None else signed
    if as_json:
        shell.show_json(listing.list_json(chosen, signed))
    else:
        shell.show(listing.list_csv(book, chosen, signed) if form is Format.CSV else listing.list_text(chosen, shown))
    return shell.DONE


def _wanted(
    book: "Rulebook", question: str | None, category: str | None, grade: Grade | None, *, unread: bool
) -> "Wanted":
    from regpol.law.listing import Wanted
    from regpol.law.model import Question
    from regpol.terms.answer import Evidence
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Problem, Refused
    from regpol.terms.problems.command import UnknownChoice

    problems: list[Problem] = []
    for what, given, known in (("soal", question, tuple(map(str, Question))), ("kategori", category, book.leaves)):
        if given and given not in known:
            problems.append(UnknownChoice(place=NOWHERE, what=what, given=given, known=known))
    if problems:
        raise Refused(*problems)
    steps = {Grade.BELOW_OFFICIAL: Evidence.OFFICIAL, Grade.BELOW_MIRROR: Evidence.MIRROR}
    grades = frozenset(
        known for known in Evidence if grade is None or grade == known.code or (grade in steps and known < steps[grade])
    )
    return Wanted(Question(question) if question else None, category or "", grades, unread=unread)
