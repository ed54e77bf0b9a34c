"""Planning ahead: the law of a year whose yearly texts do not exist yet, or have not been read.

Each series of yearly texts (the budget guideline, the village-fund rule) is carried for itself, and
each question and object within it: what that year's own text says stays, what it leaves unread is
filled by the last year whose text was read. A carried rule says so in ``assumed``, so that every
answer resting on it can be stamped; nothing carried is ever law. Instructions are not carried: an
order to officials for one year is no order for another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from regpol.law.model import Modality, Question, Regulation, Rule, Rulebook
from regpol.terms.dates import NEVER_ENDS, Validity


@dataclass(frozen=True)
class _Place:
    """What a rule speaks of: one object of one question, in one series of yearly texts."""

    series: str
    question: Question
    object: str


def plan_ahead(rulebook: Rulebook, year: int) -> Rulebook:
    """The rulebook as it may look in a year: what is missing there is carried from the last year that was read."""
    moved: dict[str, set[str]] = {}
    for place, yearly in _yearly(rulebook).items():
        for rule in _carried(place, yearly, year, rulebook.budget_years[-1]):
            moved.setdefault(rule.id, set()).add(place.object)
    if not moved:
        return rulebook
    told = {rule_id: _told(rulebook, rulebook.rule(rule_id), year) for rule_id in moved}
    rules = tuple(
        _moved(rule, moved[rule.id], year, told[rule.id]) if rule.id in moved else rule for rule in rulebook.rules
    )
    return replace(rulebook, rules=rules, assumptions=tuple(sorted(set(told.values()))))


def _yearly(rulebook: Rulebook) -> dict[_Place, list[Rule]]:
    """The rules bound to budget years, by what they speak of."""
    found: dict[_Place, list[Rule]] = {}
    for rule in rulebook.rules:
        if rule.validity.years and not rule.instructing:
            series = _series(rulebook, rule)
            for name in rule.norm.objects:
                found.setdefault(_Place(series, rule.question, name), []).append(rule)
    return found


def _series(rulebook: Rulebook, rule: Rule) -> str:
    """The series of yearly texts a rule belongs to; a silence belongs to that of the text it read."""
    if rule.provision:
        return rule.provision.regulation.series
    read = (rulebook.regulations[name].series for name in rule.read if name in rulebook.regulations)
    return next(filter(None, read), "")


def _carried(place: _Place, rules: list[Rule], year: int, horizon: int) -> Iterator[Rule]:
    """The rules to carry to a year.

    Only a series has an own text each year, so only there the last text that was read fills one that
    was not. Past the last year any text speaks of, the newest rules stand for the gap, the unread ones
    included: they keep the answer unread, where nothing else does.
    """
    own = [rule for rule in rules if rule.validity.covers_year(year)]
    if any(_read(rule) for rule in own):
        return
    before = [rule for rule in rules if _last(rule) < year]
    read = [rule for rule in before if place.series and _read(rule) and _holds_to_the_end(rule)]
    last_read = max(map(_last, read), default=0)
    for rule in before:
        fills = rule in read and _last(rule) == last_read
        if fills or (not own and _last(rule) == horizon):
            yield rule


def _read(rule: Rule) -> bool:
    return rule.norm.modality is not Modality.UNREAD


def _last(rule: Rule) -> int:
    return rule.validity.years[1] if rule.validity.years else 0


def _holds_to_the_end(rule: Rule) -> bool:
    """Whether it was still in force when its last year ended; a norm that fell inside its year is not carried."""
    return rule.validity.until.earliest >= date(_last(rule), 12, 31)


def _moved(rule: Rule, objects: set[str], year: int, told: str) -> Rule:
    norm = replace(rule.norm, objects=tuple(name for name in rule.norm.objects if name in objects))
    return replace(rule, norm=norm, validity=Validity(rule.validity.since, NEVER_ENDS, (year, year)), assumed=told)


def _told(rulebook: Rulebook, rule: Rule, year: int) -> str:
    """What was carried, and what replaces it."""
    source = rule.provision.regulation.name if rule.provision else f"pernyataan diam atas {', '.join(rule.read)}"
    series = _series(rulebook, rule)
    own = [it.name for it in rulebook.regulations.values() if series and it.series == series and _is_of(it, year)]
    until = f"{own[0]} terbaca" if own else f"{series or 'aturan'} tahun {year} terbit"
    carried = f"{source} (tahun anggaran {_last(rule)}) dibawa ke tahun {year}"
    return f"{series or 'aturan tahunan'}: {carried}; ganti setelah {until}"


def _is_of(regulation: Regulation, year: int) -> bool:
    return regulation.validity.years is not None and regulation.validity.covers_year(year)
