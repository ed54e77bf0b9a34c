"""Links the closed lists: terms, categories, facts, sources and the ladder of norms."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from regpol.law.format.lists import CategoryRecord, FactRecord, RungRecord, SourceRecord, TermRecord
from regpol.law.model import Among, Between, Category, Fact, FactKind, Ladder, Source, Term, Test
from regpol.law.shape import Report
from regpol.law.yaml_text import Text
from regpol.terms.money import SEN, parse_rupiah
from regpol.terms.problems.rule_files import BadValue, Circle, UnknownName

YES_NO_CODES = ("ya", "tidak")
_NUMBER = r"(Rp[\d.,]+|\d+)"
_THRESHOLDS: dict[str, Callable[[int], tuple[int | None, int | None]]] = {
    f"kurang dari {_NUMBER}": lambda n: (None, n - 1),
    f"lebih dari {_NUMBER}": lambda n: (n + 1, None),
    f"paling sedikit {_NUMBER}": lambda n: (n, None),
    f"paling banyak {_NUMBER}": lambda n: (None, n),
    _NUMBER: lambda n: (n, n),
}


@dataclass(frozen=True)
class Vocabulary:
    """Every name a rule may use."""

    terms: dict[str, dict[str, Term]]
    categories: dict[str, Category]
    facts: dict[str, Fact]
    ladder: Ladder
    sources: dict[str, Source]

    def known(self, vocabulary: str) -> tuple[str, ...]:
        """The codes of a list by its name."""
        return tuple(self.categories) if vocabulary == "kategori" else tuple(self.terms.get(vocabulary, {}))

    def check(self, text: Text, vocabulary: str, report: Report) -> str:
        """The code, reported if the list lacks it."""
        known = self.known(vocabulary)
        if text.value not in known:
            report.append(UnknownName(place=text.place, what=vocabulary, given=text.value, known=known))
        return text.value

    def cited(self, codes: tuple[Text, ...], report: Report) -> tuple[Source, ...]:
        """The sources behind these codes."""
        for text in codes:
            if text.value not in self.sources:
                known = tuple(self.sources)
                report.append(UnknownName(place=text.place, what="sumber", given=text.value, known=known))
        return tuple(self.sources[text.value] for text in codes if text.value in self.sources)

    def below(self, category: str) -> frozenset[str]:
        """The leaves at or below a category."""
        children = [code for code, entry in self.categories.items() if category in entry.parents]
        if not children:
            return frozenset({category})
        return frozenset().union(*(self.below(child) for child in children))

    def test(self, name: Text, words: tuple[Text, ...], negated: bool, report: Report) -> Test | None:
        """A cell of ``bila`` typed by its fact, or None after reporting."""
        fact = self.facts.get(name.value)
        if fact is None:
            report.append(UnknownName(place=name.place, what="fakta", given=name.value, known=tuple(self.facts)))
            return None
        if fact.kind in {FactKind.NUMBER, FactKind.RUPIAH}:
            return _threshold(fact, words[0], report)
        return self._among(fact, words, negated, report)

    def _among(self, fact: Fact, words: tuple[Text, ...], negated: bool, report: Report) -> Among | None:
        allowed = tuple(self.categories) if fact.options and fact.code == "kategori" else fact.options
        for text in words:
            if text.value not in allowed:
                report.append(UnknownName(place=text.place, what=fact.name.lower(), given=text.value, known=allowed))
                return None
        named = frozenset().union(
            *(self.below(text.value) if fact.code == "kategori" else {text.value} for text in words)
        )
        return Among(fact.code, frozenset(fact.options) - named if negated else named)


def _threshold(fact: Fact, text: Text, report: Report) -> Between | None:
    between = re.fullmatch(f"{_NUMBER} sampai {_NUMBER}", text.value)
    if between:
        return Between(fact.code, _amount(between[1]), _amount(between[2]))
    for pattern, bounds in _THRESHOLDS.items():
        match = re.fullmatch(pattern, text.value)
        if match:
            return Between(fact.code, *bounds(_amount(match[1])))
    meaning = "kurang dari, lebih dari, paling sedikit, paling banyak, atau … sampai …"
    report.append(BadValue(place=text.place, given=text.value, meaning=meaning, example="paling sedikit 65"))
    return None


def _amount(text: str) -> int:
    sen = parse_rupiah(text)
    return int(text) if sen is None else sen // SEN


def link_sources(entries: tuple[tuple[Text, SourceRecord], ...]) -> dict[str, Source]:
    """The sources by code."""
    return {name.value: Source(name.value, it.name, it.address, it.kind) for name, it in entries}


def link_terms(lists: tuple[tuple[Text, tuple[tuple[Text, TermRecord], ...]], ...]) -> dict[str, dict[str, Term]]:
    """The closed lists by name and code."""
    return {
        name.value: {
            code.value: Term(
                code.value,
                it.name,
                it.short or it.name,
                it.note,
                it.owner.value if it.owner else "",
                it.umbrella,
                it.elsewhere,
            )
            for code, it in entries
        }
        for name, entries in lists
    }


def link_categories(entries: tuple[tuple[Text, CategoryRecord], ...], report: Report) -> dict[str, Category]:
    """The taxonomy, parents before children, so that what the law treats alike stands together."""
    records = {name.value: it for name, it in entries}
    for parent in (parent for it in records.values() for parent in it.parents):
        if parent.value not in records:
            known = tuple(records)
            report.append(UnknownName(place=parent.place, what="kategori", given=parent.value, known=known))
    ordered: dict[str, Category] = {}

    def visit(code: str, path: tuple[str, ...]) -> None:
        if code in path:
            report.append(Circle(place=records[code].place, path=" → ".join((*path, code))))
            return
        it = records[code]
        parents = tuple(parent.value for parent in it.parents)
        implied = tuple((fact.value, value.value) for fact, value in it.implies)
        ordered.setdefault(code, Category(code, it.name, parents, it.note, it.aliases, implied))
        for child, child_record in records.items():
            if any(parent.value == code for parent in child_record.parents):
                visit(child, (*path, code))

    for root in (code for code, it in records.items() if not it.parents):
        visit(root, ())
    for code in records.keys() - ordered.keys():
        report.append(Circle(place=records[code].place, path=f"{code} tidak berujung pada kategori puncak"))
    return ordered


def link_ladder(entries: tuple[tuple[Text, RungRecord], ...], report: Report) -> Ladder:
    """The ladder with its order closed."""
    records = {name.value: it for name, it in entries}
    above: dict[str, frozenset[str]] = {}

    def climb(code: str, path: tuple[str, ...]) -> frozenset[str]:
        if code in path:
            report.append(Circle(place=records[code].place, path=" → ".join((*path, code))))
            return frozenset()
        if code not in above:
            direct = records[code].below
            for text in direct:
                if text.value not in records:
                    known = tuple(records)
                    report.append(UnknownName(place=text.place, what="jenjang", given=text.value, known=known))
            found = [text.value for text in direct if text.value in records]
            above[code] = frozenset(found).union(*(climb(parent, (*path, code)) for parent in found))
        return above[code]

    for code in records:
        climb(code, ())
    return Ladder(
        {code: it.name for code, it in records.items()},
        {code: it.short for code, it in records.items()},
        above,
        frozenset(code for code, it in records.items() if it.instructing),
    )


def link_facts(
    entries: tuple[tuple[Text, FactRecord], ...],
    terms: dict[str, dict[str, Term]],
    categories: dict[str, Category],
    report: Report,
) -> dict[str, Fact]:
    """The facts, their options looked up in the closed lists they name."""
    parents = {parent for category in categories.values() for parent in category.parents}
    leaves = tuple(code for code in categories if code not in parents)
    facts = {}
    for name, it in entries:
        options = tuple(text.value for text in it.options)
        if it.kind is FactKind.YES_NO:
            options = YES_NO_CODES
        elif len(options) == 1:
            options = leaves if options[0] == "kategori" else tuple(terms.get(options[0], {}))
            if not options:
                known = ("kategori", *terms)
                report.append(
                    UnknownName(place=it.options[0].place, what="daftar", given=it.options[0].value, known=known)
                )
        facts[name.value] = Fact(
            name.value, it.name, it.kind, it.unit, options, it.origin, it.question, it.ask, it.changed_by
        )
    return facts
