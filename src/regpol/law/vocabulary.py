"""Links the closed lists: terms, categories, facts, sources and the ladder of norms."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from regpol.law.format.lists import CategoryRecord, FactRecord, RungRecord, SourceRecord, TermRecord
from regpol.law.model import Among, Between, Category, Fact, FactKind, Ladder, Origin, Question, Source, Term, Test
from regpol.law.shape import Report
from regpol.law.yaml_text import Text
from regpol.terms.money import SEN, parse_rupiah
from regpol.terms.place import Place
from regpol.terms.problems.rule_files import BadValue, Circle, MissingKey, NotApplicable, UnknownName

YES_NO_CODES = ("ya", "tidak")
_NUMBER = r"(Rp[\d.]+|\d{1,12})"
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
            return _threshold(fact, name, words, negated, report)
        return self._among(fact, name, words, negated, report)

    def _among(self, fact: Fact, name: Text, words: tuple[Text, ...], negated: bool, report: Report) -> Among | None:
        allowed = tuple(self.categories) if fact.options and fact.code == "kategori" else fact.options
        for text in words:
            if text.value not in allowed:
                report.append(UnknownName(place=text.place, what=fact.name.lower(), given=text.value, known=allowed))
                return None
        named = frozenset().union(
            *(self.below(text.value) if fact.code == "kategori" else {text.value} for text in words)
        )
        codes = frozenset(fact.options) - named if negated else named
        if not codes:
            given = f"{name.value}: bukan {', '.join(text.value for text in words)}"
            report.append(
                BadValue(place=name.place, given=given, meaning="sisa sedikitnya satu kode", example="ketua_rt")
            )
            return None
        return Among(fact.code, codes)


def _threshold(fact: Fact, name: Text, words: tuple[Text, ...], negated: bool, report: Report) -> Between | None:
    given = ", ".join(text.value for text in words)
    if len(words) == 1 and not negated:
        found = _bounds(given)
        if found:
            return Between(fact.code, *found)
    shown = f"bukan {given}" if negated else given
    meaning = "satu ambang: kurang dari, lebih dari, paling sedikit, paling banyak, atau … sampai …"
    place = words[0].place if words else name.place
    report.append(BadValue(place=place, given=shown, meaning=meaning, example="paling sedikit 65"))
    return None


def _bounds(words: str) -> tuple[int | None, int | None] | None:
    """The lowest and highest number meant, or None where the words mean no number at all."""
    between = re.fullmatch(f"{_NUMBER} sampai {_NUMBER}", words)
    if between:
        low, high = _amount(between[1]), _amount(between[2])
        return None if low is None or high is None or low > high else (low, high)
    for pattern, bounds in _THRESHOLDS.items():
        match = re.fullmatch(pattern, words)
        amount = _amount(match[1]) if match else None
        if amount is not None:
            return bounds(amount)
    return None


def _amount(text: str) -> int | None:
    if not text.startswith("Rp"):
        return int(text)
    sen = parse_rupiah(text)
    return None if sen is None else sen // SEN


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


def check_terms(
    lists: tuple[tuple[Text, tuple[tuple[Text, TermRecord], ...]], ...], place: Place, report: Report
) -> None:
    """Every list a question draws on is there, and every fund has a known owner."""
    known = {name.value: tuple(code.value for code, _ in entries) for name, entries in lists}
    for needed in ("pihak", *(question.vocabulary for question in Question)):
        if not known.get(needed):
            meaning = "daftar kode yang dipakai kaidah"
            report.append(
                MissingKey(place=place, where="istilah", key=needed, meaning=meaning, example="jkk: {nama: ..}")
            )
    owners = [it.owner for _, entries in lists for _, it in entries if it.owner]
    for owner in owners:
        if owner.value not in known.get("pihak", ()):
            report.append(UnknownName(place=owner.place, what="pihak", given=owner.value, known=known.get("pihak", ())))


def check_implied(entries: tuple[tuple[Text, CategoryRecord], ...], facts: dict[str, Fact], report: Report) -> None:
    """What a category implies is a fact with that option."""
    for name, value in (pair for _, it in entries for pair in it.implies):
        fact = facts.get(name.value)
        if fact is None:
            report.append(UnknownName(place=name.place, what="fakta", given=name.value, known=tuple(facts)))
        elif value.value not in fact.options:
            known = fact.options
            report.append(UnknownName(place=value.place, what=fact.name.lower(), given=value.value, known=known))


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
        implied = tuple(_implied(code, records).items())
        ordered.setdefault(code, Category(code, it.name, parents, it.note, it.aliases, implied))
        for child, child_record in records.items():
            if any(parent.value == code for parent in child_record.parents):
                visit(child, (*path, code))

    for root in (code for code, it in records.items() if not it.parents):
        visit(root, ())
    for code in records.keys() - ordered.keys():
        report.append(Circle(place=records[code].place, path=f"{code} tidak berujung pada kategori puncak"))
    return ordered


def _implied(code: str, records: dict[str, CategoryRecord], path: tuple[str, ...] = ()) -> dict[str, str]:
    """The facts that follow from being a category, with those of its parents; its own come first."""
    if code not in records or code in path:
        return {}
    inherited: dict[str, str] = {}
    for parent in records[code].parents:
        inherited |= _implied(parent.value, records, (*path, code))
    return inherited | {fact.value: value.value for fact, value in records[code].implies}


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
        frozenset(code for code, it in records.items() if it.delegated),
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
        _check_fact(name, it, report)
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
            name.value,
            it.name,
            it.kind,
            it.unit,
            options,
            _names(it, options, terms, categories),
            it.origin,
            it.question,
            it.ask,
            it.changed_by,
            it.orders,
        )
    return facts


def _check_fact(name: Text, it: FactRecord, report: Report) -> None:
    """A code has options and nothing else has; the answer of a question names the question."""
    where = f"fakta {name.value}"
    if it.kind is FactKind.CODE and not it.options:
        meaning = "nama sebuah daftar, atau kode-kodenya"
        report.append(MissingKey(place=it.place, where=where, key="pilihan", meaning=meaning, example="kategori"))
    if it.kind is not FactKind.CODE and it.options:
        report.append(NotApplicable(place=it.place, what=f"pilihan pada {it.kind}", rule="pilihan hanya pada kode"))
    if it.origin is Origin.QUESTION and it.question is None:
        meaning = "pertanyaan yang jawabannya menjadi fakta ini"
        report.append(MissingKey(place=it.place, where=where, key="soal", meaning=meaning, example="segmen"))


def _names(
    record: FactRecord, options: tuple[str, ...], terms: dict[str, dict[str, Term]], categories: dict[str, Category]
) -> tuple[str, ...]:
    """The words for the options: short names of a closed list, or the codes themselves."""
    listed = terms.get(record.options[0].value, {}) if record.options else {}
    names = {code: term.short for code, term in listed.items()} | {code: it.name for code, it in categories.items()}
    return tuple(names.get(code, code.replace("_", " ")) for code in options)
