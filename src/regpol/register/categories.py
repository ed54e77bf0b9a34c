"""Which category a cell means: `KETUA RT 03`, `Kader Posyandu Melati`, `Kaling`.

The name of a category must stand in the cell word by word; numbers and names of places may follow.
Words that change a position (wakil, mantan, penjabat ...) are never skipped: a deputy RT head is
not an RT head, and an acting village head is a civil servant.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

from regpol.register.vocabulary import Vocabulary
from regpol.register.wording import nearest_word, position, words

_SAME = {
    ("rukun", "tetangga"): ("rt",),
    ("rukun", "warga"): ("rw",),
    ("satuan", "perlindungan", "masyarakat"): ("linmas",),
    ("satuan", "linmas"): ("linmas",),
    ("perlindungan", "masyarakat"): ("linmas",),
    ("satlinmas",): ("linmas",),
    ("satgas", "linmas"): ("linmas",),
    ("hansip",): ("linmas",),
    ("pos", "yandu"): ("posyandu",),
    ("yandu",): ("posyandu",),
    ("kaling",): ("kepala", "lingkungan"),
    ("kadus",): ("kepala", "dusun"),
    ("kades",): ("kepala", "desa"),
    ("ka", "rt"): ("ketua", "rt"),
    ("ka", "rw"): ("ketua", "rw"),
    ("nonasn",): ("non", "asn"),
    ("honorer",): ("non", "asn"),
    ("roda", "3"): ("roda", "tiga"),
    ("petugas", "roda", "tiga"): ("operator", "roda", "tiga"),
    ("pengemudi", "roda", "tiga"): ("operator", "roda", "tiga"),
}
_RELATIVES = {"istri", "suami", "anak", "janda", "duda"}
_CHANGES_POSITION = _RELATIVES | {"wakil", "sekretaris", "bendahara", "mantan", "eks", "bekas", "calon", "bukan"}
_CHANGES_POSITION |= {"pj", "plt", "plh", "penjabat"}
_MOST_READINGS = 32
_LOOSE = {"anggota", "petugas", "pengurus", "tenaga", "pegawai", "staf", "bapak", "ibu"}


@dataclass(frozen=True, slots=True)
class CategoryMatch:
    """What a cell means: one category, or none with several ``candidates`` or ``nearest`` names."""

    code: str | None = None
    exact: bool = False
    candidates: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Categories:
    """The categories of a vocabulary, ready to be looked for in cells."""

    vocabulary: Vocabulary

    @cached_property
    def _names(self) -> list[tuple[tuple[str, ...], str]]:
        """Every written form with its category, the longest first so that it wins."""
        forms = {
            (form, code)
            for code, names in self.vocabulary.categories.items()
            for name in (code.replace("_", " "), *names)
            for form in _forms(name)
            if form
        }
        return sorted(forms, key=lambda pair: (-len(pair[0]), pair))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(word for form, _ in self._names for word in form)

    def match(self, text: str) -> CategoryMatch:
        """The category a cell means."""
        written = words(text, keep_slash=True)
        readings = [self._find(levelled(reading)) for reading in _alternatives(written)]
        found = set().union(*readings)
        if len(found) == 1 and all(readings):
            return CategoryMatch(found.pop(), exact=True)
        if len(found) > 1:
            return CategoryMatch(candidates=self._official(found))
        return self._guess(levelled(tuple(word for word in written if word != "/")))

    def _guess(self, written: tuple[str, ...]) -> CategoryMatch:
        repaired = levelled(tuple(nearest_word(word, self._known) or word for word in written))
        found = self._find(repaired) if repaired != written else set()
        if len(found) == 1:
            return CategoryMatch(found.pop())
        return CategoryMatch(nearest=self._official(self._sharing(repaired)))

    def _find(self, written: tuple[str, ...]) -> set[str]:
        """The categories of the longest form in the text; several only where one form has several."""
        longest = 0
        found: set[str] = set()
        for form, code in self._names:
            if len(form) < longest:
                break
            at = position(form, written)
            if at >= 0:
                longest = len(form)
                around = {*written[:at], *written[at + longest :]}
                found |= {code} - ({code} if around & _CHANGES_POSITION else set())
        return found

    def _sharing(self, written: tuple[str, ...]) -> list[str]:
        shared = {code: len(set(form) & set(written)) for form, code in reversed(self._names)}
        ranked = sorted((-count, code) for code, count in shared.items() if count)
        return [code for _, code in ranked[:2]]

    def _official(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(self.vocabulary.category_name(code) for code in codes))


def _forms(name: str) -> set[tuple[str, ...]]:
    """A name, its part before and inside brackets, and each without a loose word in front."""
    before, _, inside = name.partition("(")
    whole = {levelled(words(part)) for part in (name, before, inside)}
    bare = {form[1:] for form in whole if len(form) > 2 and form[0] in _LOOSE}
    return whole | bare


def levelled(written: tuple[str, ...]) -> tuple[str, ...]:
    """Words with the usual short forms of a position written out: `kaling`, `ka. RT`, `rukun tetangga`."""
    for form, instead in _SAME.items():
        at = position(form, written)
        if at >= 0:
            written = (*written[:at], *instead, *written[at + len(form) :])
    return written


def _alternatives(written: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The readings of `Ketua RT/RW`: each word around a slash in turn; numbers divide nothing."""
    choices: list[list[str]] = []
    joined = False
    for word in written:
        if word == "/":
            joined = bool(choices) and not choices[-1][-1].isdigit()
        elif joined and not word.isdigit():
            choices[-1].append(word)
            joined = False
        else:
            choices.append([word])
            joined = False
    if prod(len(choice) for choice in choices) > _MOST_READINGS:
        return [()]
    return [tuple(reading) for reading in product(*choices)]
