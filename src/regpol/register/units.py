"""Unit names as a register writes them, matched to the codes of a region.

A misspelt name is matched only if exactly one unit is near and nothing that tells neighbours apart
(barat, timur, baru, a number) differs: `Pagesangan Barat` is never taken for `Pagesangan Timur`.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from regpol.register.unit_numbers import with_digits
from regpol.register.wording import words

_SHORT = {"utr": "utara", "sel": "selatan", "slt": "selatan", "tmr": "timur", "brt": "barat", "tgh": "tengah"}
_KINDS = {"kecamatan", "kec", "kelurahan", "kel", "desa", "ds", "distrik", "kampung", "kp", "nagari", "gampong"}
_TELLING = {"utara", "selatan", "timur", "barat", "tengah", "baru", "lama", "atas", "bawah", "hulu", "hilir"}
_NEAR = 0.8
_ALIKE = 0.6
_CLEARLY_NEARER = 0.06


@dataclass(frozen=True, slots=True)
class Unit:
    """A kecamatan, kelurahan or desa."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """What a name means. Without a code, ``nearest`` holds names that look alike."""

    code: str | None = None
    name: str = ""
    exact: bool = False
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Units:
    """The units of one region."""

    code: str
    name: str
    districts: tuple[Unit, ...] = ()
    villages: tuple[Unit, ...] = ()

    @cached_property
    def names(self) -> dict[str, str]:
        """Every unit's name by its code."""
        return {unit.code: unit.name for unit in (*self.districts, *self.villages)}

    @cached_property
    def _forms(self) -> dict[str, tuple[str, ...]]:
        return {code: _spelled(name) for code, name in self.names.items()}

    @cached_property
    def _matchers(self) -> dict[str, difflib.SequenceMatcher[str]]:
        """For each unit what compares with its name, made once."""
        return {
            code: difflib.SequenceMatcher(None, "", "".join(form), autojunk=False) for code, form in self._forms.items()
        }

    @cached_property
    def _anywhere(self) -> dict[str, UnitMatch]:
        """The names sought in the whole region so far."""
        return {}

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for form in self._forms.values() for word in form)

    def district(self, text: str) -> UnitMatch:
        """The kecamatan a name means."""
        return self._match(text, self.districts)

    def village(self, text: str, district: str | None = None) -> UnitMatch:
        """The kelurahan or desa a name means, sought in its kecamatan before the whole region."""
        inside = [unit for unit in self.villages if district and unit.code.startswith(f"{district}.")]
        found = self._match(text, inside) if inside else UnitMatch()
        if found.exact:
            return found
        anywhere = self._anywhere.get(text) or self._match(text, self.villages)
        self._anywhere[text] = anywhere
        if anywhere.exact or not found.code:
            return anywhere
        return found

    def _match(self, text: str, pool: Iterable[Unit]) -> UnitMatch:
        candidates = list(pool)
        written = _spelled(text.split(",")[0])
        bare = written[1:] if len(written) > 1 and written[0] in _KINDS else written
        for form in (written, bare):
            same = [unit for unit in candidates if "".join(self._forms[unit.code]) == "".join(form)]
            if len(same) == 1:
                return UnitMatch(same[0].code, same[0].name, exact=True)
            if same:
                return UnitMatch(nearest=tuple(unit.code for unit in same))
        return self._near(bare, candidates)

    def _near(self, written: tuple[str, ...], candidates: list[Unit]) -> UnitMatch:
        # a word that units here are called by is no misspelling: `ilir` is not `hilir`
        form = tuple(word if word in self._words else _telling(word) for word in written)
        text = "".join(form)
        scored = sorted(
            ((_likeness(text, self._matchers[unit.code]), unit) for unit in candidates),
            key=lambda pair: (-pair[0], pair[1].code),
        )
        nearest = tuple(unit.name for score, unit in scored[:2] if score >= _ALIKE)
        if not scored or scored[0][0] < _NEAR or _marks(form) != _marks(self._forms[scored[0][1].code]):
            return UnitMatch(nearest=nearest)
        best = scored[0][1]
        rivals = [s for s, u in scored[1:] if _marks(form) == _marks(self._forms[u.code])]
        if rivals and scored[0][0] - rivals[0] < _CLEARLY_NEARER:
            return UnitMatch(nearest=nearest)
        return UnitMatch(best.code, best.name, nearest=nearest)


def _spelled(name: str) -> tuple[str, ...]:
    return with_digits(tuple(_SHORT.get(word, word) for word in words(name)))


def _telling(word: str) -> str:
    """The telling word this misspells (`bart`), or the word itself."""
    near = difflib.get_close_matches(word, _TELLING, n=1, cutoff=0.85)
    return near[0] if near else word


def _likeness(text: str, matcher: difflib.SequenceMatcher[str]) -> float:
    """How alike two names are; 0 for less than `_ALIKE`, which the counts of letters tell without comparing them."""
    matcher.set_seq1(text)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0
    return matcher.ratio()


def _marks(form: tuple[str, ...]) -> set[str]:
    return {word.lstrip("0") for word in form if word in _TELLING or word.isdigit()}
