"""What a colleague would ask about: two rules alike, a condition that sorts nobody out, a reading on its own."""

from collections.abc import Hashable, Iterator

from regpol.law.model import Among, Condition, Fact, Modality, Question, Rule, Rulebook, Test
from regpol.terms.problems import Problem
from regpol.terms.problems.law_static import IdleCondition, LonelyReading, TwinRules
from regpol.terms.problems.rule_files import NotApplicable


def check_twins(rulebook: Rulebook) -> Iterator[Problem]:
    """Rules that look like a slip of the hand."""
    seen: dict[Hashable, list[Rule]] = {}
    for rule in rulebook.rules:
        alike = seen.setdefault(_meaning(rule), [])
        twin = next((it for it in alike if it.validity.overlaps(rule.validity)), None)
        if twin:
            yield TwinRules(place=rule.place, rule=rule.id, other=twin.id, where=str(twin.place))
        alike.append(rule)
        yield from _idle(rulebook, rule)
        if rule.provision and _of_the_worker(rule) and rule.norm.bearer != _WORKER:
            what = f"{rule.id}: siapa {rule.norm.bearer} pada soal {rule.question} dengan sifat {rule.norm.modality}"
            reason = f"siapa: {_WORKER}; norma ini memberi hak kepada orang yang bekerja, atau menggolongkannya"
            yield NotApplicable(place=rule.place, what=what, rule=reason)
    yield from _lonely(rulebook)


_WORKER = "pekerja"
_OF_THE_WORKER = frozenset({Modality.ENTITLED, Modality.CLASSIFIED})


def _of_the_worker(rule: Rule) -> bool:
    """Whether a norm is about the worker: what they are, what is theirs by right, what circle they stand outside."""
    circle = rule.question is Question.PROGRAMME and rule.norm.modality is Modality.EXCLUDED
    return rule.question in {Question.SEGMENT, Question.MEMBERSHIP} or rule.norm.modality in _OF_THE_WORKER or circle


def _meaning(rule: Rule) -> Hashable:
    """What a rule says, apart from its name. Readings count with whose they are: two may well agree."""
    where = rule.provision.regulation.name if rule.provision else ""
    norm = (rule.norm.bearer, rule.norm.modality, frozenset(rule.norm.objects))
    reader = (rule.reading.by, rule.provision.id) if rule.reading and rule.provision else None
    return where, rule.question, frozenset(map(frozenset, rule.conditions)), norm, reader, rule.read


def _idle(rulebook: Rulebook, rule: Rule) -> Iterator[Problem]:
    for condition in rule.conditions:
        for test in condition:
            fact = rulebook.facts[test.fact]
            if _always(test, fact):
                named = ", ".join(fact.options)
                trouble = f"syarat “{fact.code}” menyebut semua pilihannya ({named})"
                yield IdleCondition(place=rule.place, rule=rule.id, trouble=trouble)
    for index, condition in enumerate(rule.conditions):
        others = [other for number, other in enumerate(rule.conditions) if number != index]
        if any(_contains(other, condition) and (other != condition or index > 0) for other in others):
            trouble = f"pilihan ke-{index + 1} pada “bila” sudah tercakup oleh pilihan lainnya"
            yield IdleCondition(place=rule.place, rule=rule.id, trouble=trouble)
            return


def _always(test: Test, fact: Fact) -> bool:
    return isinstance(test, Among) and test.codes == frozenset(fact.options)


def _contains(wide: Condition, narrow: Condition) -> bool:
    """Whether every test of the wide one is met wherever the narrow one is."""
    return all(any(_implies(mine, test) for mine in narrow) for test in wide)


def _implies(one: Test, other: Test) -> bool:
    if one.fact != other.fact:
        return False
    if isinstance(one, Among) and isinstance(other, Among):
        return one.codes <= other.codes
    if isinstance(one, Among) or isinstance(other, Among):
        return False
    low = other.low is None or (one.low is not None and one.low >= other.low)
    high = other.high is None or (one.high is not None and one.high <= other.high)
    return low and high


def _lonely(rulebook: Rulebook) -> Iterator[Problem]:
    readers: dict[tuple[str, str], set[str]] = {}
    readings = [(rule, rule.reading, rule.provision) for rule in rulebook.rules if rule.reading and rule.provision]
    for rule, reading, provision in readings:
        readers.setdefault((provision.id, rule.question), set()).add(reading.by)
    for rule, reading, provision in readings:
        if len(readers[provision.id, rule.question]) == 1:
            yield LonelyReading(place=rule.place, rule=rule.id, by=reading.by, question=str(rule.question))
