"""A change in the words of Pasal I, with the new text it quotes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from regpol.documents.amending.changes import Amendment, AnnexChange, Change, Clauses, Move
from regpol.documents.amending.phrases import Phrases
from regpol.documents.amending.provisions import Path, Provision
from regpol.documents.brief.paper import Basis
from regpol.terms.language import numeral, roman, series


@dataclass(frozen=True, slots=True)
class Point:
    """One number of Pasal I: the formula, and the paragraphs quoted below it."""

    formula: str
    lines: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()
    """What the new text rests on."""
    move: str = ""
    """What is done, as a reader names it: 'diubah', 'disisipkan'."""
    names: tuple[str, ...] = ()
    """What it is done to: 'Pasal 7A', 'BAB II', 'Lampiran'."""
    articles: tuple[Provision, ...] = ()
    """The articles the lines quote."""


def points(amendment: Amendment, phrases: Phrases, this: str, within: str) -> tuple[Point, ...]:
    """Every change in order. ``this`` is 'Peraturan Wali Kota ini'; ``within`` the amended regulation as cited.

    A single change names the regulation itself, since there is no list whose lead could.
    """
    single = len(amendment.changes) + len(amendment.annexes) == 1
    saying = _Saying(phrases, f" dalam {within}" if single else "")
    made = [_told(saying.change(it), it) for it in amendment.changes]
    carried = [it for it in amendment.annexes if it.new]
    for it in amendment.annexes:
        said = saying.annex(it, annex_name(carried, it), this)
        made.append(replace(said, move=it.move.value, names=(it.name,)))
    return tuple(made)


def _told(point: Point, change: Change) -> Point:
    names = tuple(map(spoken, change.keys))
    return replace(point, move=change.move.value, names=names, articles=change.new if point.lines else ())


def annex_name(carried: Sequence[AnnexChange], change: AnnexChange) -> str:
    """Which annex of the amending paper carries the new text of a changed one."""
    if change not in carried or len(carried) == 1:
        return "Lampiran"
    return f"Lampiran {roman(carried.index(change) + 1)}"


@dataclass(frozen=True, slots=True)
class _Saying:
    phrases: Phrases
    within: str

    def change(self, change: Change) -> Point:
        if change.move in {Move.INSERTED, Move.APPENDED}:
            return Point(self._inserted(change), _quoted(change.new), bases_of(change.new))
        if change.move is Move.DELETED:
            return Point(self._deleted(change))
        if change.move is Move.RETITLED:
            return Point(self._say("judul", yang=spoken(change.keys[0])), _quoted(change.new))
        return Point(self._changed(change), _quoted(change.new), bases_of(touched(change)))

    def annex(self, change: AnnexChange, carrier: str, this: str) -> Point:
        keys = {Move.CHANGED: "lampiran_ubah", Move.APPENDED: "lampiran_tambah", Move.DELETED: "lampiran_hapus"}
        return Point(self._say(keys[change.move], yang=change.name, lampiran=carrier, ini=this))

    def _say(self, key: str, **values: str) -> str:
        return self.phrases.formulas[key].format(dalam=self.within, **values)

    def _changed(self, change: Change) -> str:
        article, what = change.keys[0][-1], change.clauses
        if what.whole:
            return self._say("pasal", yang=article)
        parts = tuple(self._clauses(what, article))
        said = _joined(parts)
        return self.phrases.formulas["ayat"].format(perubahan=said[:1].upper() + said[1:], pasal=article)

    def _clauses(self, what: Clauses, article: str) -> Sequence[str]:
        made = []
        if what.changed:
            made.append(self._say("ayat_ubah", yang=series(what.changed), pasal=article))
        if what.deleted:
            made.append(self._say("ayat_hapus", yang=series(what.deleted), pasal=article))
        for before, behind, steps in what.inserted:
            key = "ayat_sisip" if behind else "ayat_tambah"
            values = {"sebelum": before, "sesudah": behind, "banyak": numeral(len(steps)), "yang": series(steps)}
            made.append(self._say(key, pasal=article, **values))
        # the regulation is named once, in the first part
        return [made[0], *(part.replace(self.within, "") if self.within else part for part in made[1:])]

    def _inserted(self, change: Change) -> str:
        head = change.new[0]
        alike = tuple(key for key, it in zip(change.keys, change.new, strict=True) if it.kind is head.kind)
        below = tuple(it.step for it in change.new if it.kind is not head.kind and not it.kind.heading)
        values = {
            "banyak": numeral(len(alike)),
            "jenis": self.phrases.kinds[head.kind.value],
            "yang": series(tuple(spoken(key) for key in alike)),
            "isi": self.phrases.formulas["sisip_isi"].format(yang=series(below)) if below else "",
        }
        before = _neighbour(change)
        if change.before and change.move is Move.INSERTED:
            return self._say("sisip", sebelum=before, sesudah=spoken(change.before), **values)
        return self._say("tambah", sebelum=before, **values)

    def _deleted(self, change: Change) -> str:
        keys = tuple(spoken(key) for key in change.keys)
        if not change.old[0].kind.heading:
            return self._say("hapus", yang=series(keys))
        if len(keys) == 1:
            return self._say("hapus_judul", yang=keys[0])
        articles = tuple(it.step for it in change.old if not it.kind.heading)
        return self._say("hapus_isi", yang=keys[0], isi=series(articles))


def _joined(parts: Sequence[str]) -> str:
    """Parts of a sentence that have commas of their own."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def _neighbour(change: Change) -> str:
    """The number before: of an article the last article, of a heading the heading of its rank."""
    return spoken(change.behind or change.after)


def spoken(path: Path) -> str:
    """A path from the inside out, as the law names it: 'Bagian Kesatu BAB II', 'Pasal 7A'."""
    return " ".join(reversed(path))


def touched(change: Change) -> tuple[Provision, ...]:
    """The provisions whose words are new: the ayat that changed, the items of a list, or all of the article."""
    what = change.clauses
    if what.whole:
        before = {it.words for article in change.old for it in article.children}
        listed = all(it.children and not it.clauses for it in (*change.old, *change.new))
        return tuple(it for it in change.new[0].children if it.words not in before) if listed else change.new
    steps = {*what.changed, *(step for _, _, inserted in what.inserted for step in inserted)}
    return tuple(it for article in change.new for it in article.clauses if it.step in steps)


def bases_of(provisions: Sequence[Provision]) -> tuple[Basis, ...]:
    """The legal bases of provisions and all below them, each once, under however many keys they are asked for."""
    found: dict[Basis, Basis] = {}
    for it in provisions:
        for basis in (*it.bases, *bases_of(it.children)):
            found.setdefault(replace(basis, id=""), basis)
    return tuple(found.values())


def _quoted(provisions: Sequence[Provision]) -> tuple[str, ...]:
    return tuple(line for it in provisions for line in it.paragraphs())
