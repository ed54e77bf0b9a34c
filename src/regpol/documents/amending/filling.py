"""What the templates of amending papers see: the brief of the project, and the words of the change."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from regpol.documents.amending.changes import Amendment, Move
from regpol.documents.amending.formulas import Point, annex_name, points
from regpol.documents.amending.phrases import Phrases
from regpol.documents.amending.provisions import Regulation
from regpol.documents.amending.restated import restated
from regpol.documents.amending.scale import warnings
from regpol.documents.brief.authority import blank_gazette, of_region
from regpol.documents.brief.brief import Brief
from regpol.documents.brief.paper import OpenPoint
from regpol.documents.brief.wording import Wording
from regpol.documents.naskah.tree import Annex, Draft, Inline, Table, Unit, Words, plain
from regpol.project.project import Duty, ExistingRegulation, Project
from regpol.project.region import Region
from regpol.terms.language import ordinal, series, title_case
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadProject

BLANK = "……"
_OF_OTHERS = {"peraturan yang ada", "belum diisi"}
"""What waits in the project for other papers, its agreement above all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulated:
    """A regulation that another one amends or repeals, in the words of citations."""

    kind: str
    """'Peraturan Wali Kota'."""
    name: str
    """'Peraturan Wali Kota Mataram Nomor 5 Tahun 2023'."""
    about: str
    called: str
    """Without gazette: 'Peraturan Wali Kota Mataram Nomor 5 Tahun 2023 tentang …'."""
    cited: str
    """With its gazette, and with what has amended it since."""
    reason: str
    """The consideration, from 'bahwa' on."""
    why: str
    """The reason alone, behind 'karena'."""
    times: int = 0
    """How often it was amended before."""


@dataclass(frozen=True, slots=True)
class Moved:
    """All that is changed, put in or struck out: ('diubah', ('Pasal 7', 'Pasal 9'))."""

    move: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendingBrief(Brief):
    """A brief with the regulation that is amended and the changes; of a repeal only those repealed."""

    title: str
    regulated: tuple[Regulated, ...]
    lead: str = ""
    """The lead of Pasal I; '' if the only change is its own lead."""
    points: tuple[Point, ...] = ()
    moved: tuple[Moved, ...] = ()
    """What is done to which provisions, each kind of change once."""
    annexed: int = 0
    """How many of the points are about annexes."""
    law: str = ""
    """The kind of the amending regulation, e.g. 'Peraturan Wali Kota'."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What names of regulations are made with."""

    project: Project
    region: Region
    wording: Wording
    phrases: Phrases

    def of_file(self, old: Regulation, kind: str, about: str, duty: Duty) -> Regulated:
        """A regulation read from a file; what the project says of it comes first."""
        entry = self._entry(old, duty)
        own = entry.about if entry else about if _same(old.name.about, about) else _lowered(old.name.about)
        number = entry.number if entry else _known(old.name.number)
        year = str(entry.year) if entry else _known(old.name.year)
        return self._regulated(kind, (number, year, own), entry, duty)

    def of_entry(self, entry: ExistingRegulation) -> Regulated:
        """A regulation that only the project speaks of."""
        return self._regulated(entry.kind, (entry.number, str(entry.year), entry.about), entry, entry.duty)

    def _entry(self, old: Regulation, duty: Duty) -> ExistingRegulation | None:
        same = [it for it in self.project.existing if (it.number, str(it.year)) == (old.name.number, old.name.year)]
        meant = [it for it in self.project.existing if it.duty is duty]
        blank = _known(old.name.number) == BLANK
        return next(iter(same or (meant if blank and len(meant) == 1 else [])), None)

    def _called(self, kind: str, number: str, year: str, about: str) -> str:
        words = self.phrases.names["peraturan"]
        return words.format(jenis=of_region(kind, self.region), nomor=number, tahun=year, tentang=about)

    def _regulated(
        self, kind: str, named: tuple[str, str, str], entry: ExistingRegulation | None, duty: Duty
    ) -> Regulated:
        called = self._called(kind, *named)
        cited = f"{called} {(entry and entry.gazette) or blank_gazette(kind, self.wording)}"
        earlier = entry.amended_by if entry else ()
        if earlier:
            last = earlier[-1]
            title = self.phrases.titles["perubahan"].format(tingkat=_level(len(earlier)), peraturan=called)
            name = self._called(kind, last.number, str(last.year), title)
            words = self.phrases.names["diubah" if len(earlier) == 1 else "diubah_berulang"]
            gazette = last.gazette or blank_gazette(kind, self.wording)
            cited = words.format(peraturan=cited, perubahan=f"{name} {gazette}")
        recital = self.phrases.recital if duty is Duty.AMEND else self.phrases.recital_repeal
        why = (entry and entry.reason) or self.phrases.no_reason
        reason = recital.format(peraturan=called, alasan=why)
        name, _, about = called.partition(" tentang ")
        return Regulated(
            kind=kind, name=name, about=about, called=called, cited=cited, reason=reason, why=why, times=len(earlier)
        )


def amending_brief(brief: Brief, amendment: Amendment, draft: Draft, naming: Naming) -> AmendingBrief:
    """The brief of the amending regulation of a project."""
    kind, phrases = draft.head.kind, naming.phrases
    old = naming.of_file(amendment.old, kind, draft.head.about, Duty.AMEND)
    title = phrases.titles["perubahan"].format(tingkat=_level(old.times + 1), peraturan=old.called)
    said = points(amendment, phrases, f"{kind} ini", old.cited)
    single = len(said) == 1
    if single and said[0].move == Move.CHANGED.value:
        reason = phrases.recital_one.format(yang=series(said[0].names), peraturan=old.called, alasan=old.why)
        old = replace(old, reason=reason)
    told = [OpenPoint(text=text, evidence="teknik perubahan") for text in warnings(amendment, phrases.replacing)]
    told += [OpenPoint(text=text, evidence="belum diisi") for text in _blanks(old, phrases)]
    if amendment.old.joined and not old.times:
        told.append(OpenPoint(text=phrases.no_earlier, evidence="belum diisi"))
    kept = [it for it in brief.open_points if it.evidence not in _OF_OTHERS]
    return _extended(
        replace(brief, open_points=(*kept, *told)),
        title=title,
        regulated=(old,),
        lead="" if single else phrases.article_one.format(peraturan=old.cited),
        points=said,
        moved=tuple(Moved(move, _names(said, move)) for move in dict.fromkeys(it.move for it in said)),
        annexed=len(amendment.annexes),
        law=kind,
    )


def repealing_brief(brief: Brief, old: Regulation | None, draft: Draft | None, naming: Naming) -> AmendingBrief:
    """The brief of a regulation that does nothing but repeal.

    Raises:
        Refused: if neither a file nor the project names what is repealed, or what is named is of several kinds.
    """
    if old is not None and draft is not None:
        gone = [naming.of_file(old, draft.head.kind, draft.head.about, Duty.REPEAL)]
    else:
        gone = [naming.of_entry(it) for it in naming.project.existing if it.duty is Duty.REPEAL]
    if not gone:
        trouble = "peraturan yang dicabut belum disebut: beri --terhadap BERKAS, atau untuk: cabut pada"
        raise Refused(BadProject(place=naming.project.place, trouble=f"{trouble} peraturan_daerah_ada"))
    kinds = list(dict.fromkeys(it.kind for it in gone))
    if len(kinds) > 1:
        trouble = f"satu peraturan pencabutan mencabut satu jenis peraturan, bukan {' dan '.join(kinds)}"
        raise Refused(BadProject(place=naming.project.place, trouble=trouble))
    told = [OpenPoint(text=text, evidence="belum diisi") for it in gone for text in _blanks(it, naming.phrases)]
    named = " dan ".join(it.called for it in gone)
    title = naming.phrases.titles["pencabutan"].format(peraturan=named)
    kept = [it for it in brief.open_points if it.evidence not in _OF_OTHERS]
    return _extended(replace(brief, open_points=(*kept, *told)), title=title, regulated=tuple(gone), law=kinds[0])


def carried(annexes: Sequence[Annex], amendment: Amendment) -> tuple[Annex, ...]:
    """The annexes of the new text that the amending paper carries, numbered anew, without live references."""
    kept = [it for it in amendment.annexes if it.new]
    made = []
    for place, change in enumerate(kept, 1):
        found = next(annex for annex in annexes if change.new and annex.number == change.new.number)
        number = annex_name(kept, change).removeprefix("Lampiran").strip()
        blocks: tuple[Inline | Table, ...] = tuple(
            it if isinstance(it, Table) else (Words(plain(it)),) for it in found.blocks
        )
        made.append(replace(found, number=number, eid=f"annex_{place}", blocks=blocks))
    return tuple(made)


def with_bases(draft: Draft, said: Sequence[Point]) -> Draft:
    """The draft whose changes carry the legal bases of the text they quote, and its articles for the Penjelasan."""
    first, *rest = draft.body
    if first.children:
        pairs = zip(first.children, said, strict=True)
        first = replace(first, children=tuple(_with_point(unit, point) for unit, point in pairs))
    else:
        first = _with_point(first, said[0])
    return replace(draft, body=(first, *rest))


def _with_point(unit: Unit, point: Point) -> Unit:
    return replace(unit, bases=point.bases, restated=restated(point.articles))


def _names(said: Sequence[Point], move: str) -> tuple[str, ...]:
    return tuple(name for it in said if it.move == move for name in it.names)


def _blanks(it: Regulated, phrases: Phrases) -> list[str]:
    found = []
    if phrases.no_reason in it.reason:
        found.append(f"alasan terhadap {it.called} (alasan: pada peraturan_daerah_ada)")
    if f"Nomor {BLANK}" in it.called:
        found.append("nomor dan tahun peraturan yang diubah atau dicabut")
    if "belum diverifikasi" in it.cited:
        found.append(f"Lembaran atau Berita Daerah dari {it.called}")
    return found


def _extended(brief: Brief, **more: Any) -> AmendingBrief:
    return AmendingBrief(**{it.name: getattr(brief, it.name) for it in fields(brief)}, **more)


def _level(times: int) -> str:
    return "" if times == 1 else f"{ordinal(times)} "


def _known(number: str) -> str:
    return number if number.strip("….-_ ") else BLANK


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _lowered(about: str) -> str:
    """A name in capitals as a sentence writes it; names of places and offices are for the drafter to check."""
    return title_case(about.lower()) if about.isupper() else about
