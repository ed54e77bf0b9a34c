"""Pairs rows of the register with what people hold by decree, one to one, whatever the order of the rows.

The strongest pair is taken first. Where two pairs are as strong and would give different answers,
nobody is paired: the rows are reported as not told apart, because a choice by row order would decide
who is paid.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from regpol.register.reconciliation.candidates import Pair, find_candidates
from regpol.register.reconciliation.entries import Entry
from regpol.register.reconciliation.evidence import CLOSE, WORTH_A_HINT
from regpol.register.reconciliation.holdings import Holding, term_on


@dataclass(frozen=True)
class Assignment:
    """What was paired; which rows and holdings could not be told apart; the nearest candidate of the rest."""

    pairs: dict[int, Pair]
    unclear_people: dict[int, tuple[int, ...]]
    unclear_holdings: dict[int, tuple[int, ...]]
    near: dict[int, Pair]


def assign(people: Sequence[Entry], holdings: Sequence[Holding], day: date) -> Assignment:
    """The pairs, by descending strength."""
    return _Matching(people, holdings, day).run()


@dataclass
class _Matching:
    people: Sequence[Entry]
    holdings: Sequence[Holding]
    day: date
    pairs: dict[int, Pair] = field(default_factory=dict)
    unclear_people: dict[int, tuple[int, ...]] = field(default_factory=dict)
    unclear_holdings: dict[int, tuple[int, ...]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def run(self) -> Assignment:
        candidates = find_candidates(self.people, self.holdings)
        fit = [pair for pair in candidates if pair.comparison.enough]
        people, holdings = self._orders()
        fit.sort(key=lambda pair: (-pair.points, people[pair.person], holdings[pair.holding]))
        self.of_person, self.of_holding = defaultdict(list), defaultdict(list)
        for pair in fit:
            self.of_person[pair.person].append(pair)
            self.of_holding[pair.holding].append(pair)
        for pair in fit:
            if self._free(pair):
                self._settle(pair)
        return Assignment(self.pairs, self.unclear_people, self.unclear_holdings, self._near(candidates))

    def _orders(self) -> tuple[list[int], list[int]]:
        """The rank of each row and holding by what it says."""
        people = sorted(range(len(self.people)), key=lambda at: self.people[at].order)
        holdings = sorted(range(len(self.holdings)), key=lambda at: self.holdings[at].current.order)
        return _ranks(people), _ranks(holdings)

    def _free(self, pair: Pair) -> bool:
        person, holding = pair.person, pair.holding
        settled = person in self.pairs or person in self.unclear_people
        return not settled and holding not in self.taken and holding not in self.unclear_holdings

    def _settle(self, pair: Pair) -> None:
        """Takes a pair, or all that are as strong together with it."""
        together = self._tied(pair)
        if len(together) == 1:
            self._take(pair)
            return
        persons = tuple(dict.fromkeys(one.person for one in together))
        holdings = tuple(dict.fromkeys(one.holding for one in together))
        if self._interchangeable(persons, holdings, together):
            for one in together:
                if self._free(one):
                    self._take(one)
            return
        self.unclear_people |= dict.fromkeys(persons, holdings)
        self.unclear_holdings |= dict.fromkeys(holdings, persons)

    def _take(self, pair: Pair) -> None:
        self.pairs[pair.person] = pair
        self.taken.add(pair.holding)

    def _tied(self, first: Pair) -> list[Pair]:
        """The free pairs that compete with this one, and those that compete with them."""
        least = first.points - (0 if first.comparison.sure else CLOSE)
        found, open_pairs = {(first.person, first.holding): first}, [first]
        while open_pairs:
            pair = open_pairs.pop()
            for rival in (*self.of_person[pair.person], *self.of_holding[pair.holding]):
                key = (rival.person, rival.holding)
                if key not in found and least <= rival.points and self._free(rival):
                    found[key] = rival
                    open_pairs.append(rival)
        return sorted(found.values(), key=lambda one: (-one.points, self._order(one)))

    def _order(self, pair: Pair) -> tuple[object, ...]:
        return self.people[pair.person].order, self.holdings[pair.holding].current.order

    def _interchangeable(self, persons: Sequence[int], holdings: Sequence[int], pairs: Sequence[Pair]) -> bool:
        """Whether it makes no difference who gets which: one person twice, or decrees that say the same."""
        niks = {self.people[at].nik for at in persons}
        if len(niks) == 1 and "" not in niks:
            return True
        complete = len(persons) == len(holdings) and len(pairs) == len(persons) * len(holdings)
        said = {
            (term_on(one, self.day), one.decree_key, one.since, one.until, one.unit, one.name.strict)
            for one in (self.holdings[at].current for at in holdings)
        }
        return complete and len(said) == 1 and not any(self.holdings[at].current.nik for at in holdings)

    def _near(self, candidates: Iterable[Pair]) -> dict[int, Pair]:
        """For rows without a pair, the likeliest of what is left, as a hint to look at."""
        near: dict[int, Pair] = {}
        for pair in candidates:
            if pair.points >= WORTH_A_HINT and self._free(pair):
                known = near.get(pair.person)
                better = known is None or (-pair.points, self._order(pair)) < (-known.points, self._order(known))
                if better:
                    near[pair.person] = pair
        return near


def _ranks(ordered: Sequence[int]) -> list[int]:
    ranks = [0] * len(ordered)
    for rank, at in enumerate(ordered):
        ranks[at] = rank
    return ranks
