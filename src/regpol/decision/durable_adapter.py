"""durable-rules as the inference engine, kept to the part of it that is sound.

Facts are flat whole numbers on one message; conditions are one conjunction of comparisons with
constants; one host without threads, one fixed session that is emptied after each run; no negation,
joins, arithmetic or text; few enough rules per message that its match stack cannot overflow. Which
defects make each of these necessary is in tests/decision/test_durable_tripwires.py.

Inference runs forward over two strata for each block of rules: facts -> rules met -> rules in force.
Actions only record; an exception inside one is kept and raised again, because the engine swallows it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from regpol.law.model import Among, Condition, Fact, Rule, Test
from regpol.situations.target import Situation, Target
from regpol.terms.dates import Force, as_number

BLOCK = 24
"""Conditions per message, and so at most as many rules, each of which can match twice in the second stratum.

Past 64 matches of one message the engine writes beyond its stack: an error at best, a dead process at worst.
"""

Bounds = tuple[int | None, int | None]


class IncompleteRun(RuntimeError):
    """The engine stopped before its last stratum, so its answer cannot be used."""


@dataclass
class _Run:
    """What the actions of one run record."""

    moment: tuple[int, int]
    met: list[list[int]]
    force: dict[str, Force] = field(default_factory=dict)
    finished: set[int] = field(default_factory=set)
    error: BaseException | None = None


class DurableEngine:
    """One target compiled into one ruleset, registered once."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._blocks = _blocks(target.rules)
        # names of our own: the engine tells attributes apart by a 32-bit hash, and some names are its own
        self._names = {axis.fact.code: f"x{number}" for number, axis in enumerate(target.axes)}
        self._run: _Run | None = None
        self._host, self._ruleset = _register(self._name, dict(self._rules()))

    @property
    def _name(self) -> str:
        return self._target.name

    def evaluate(self, situation: Situation) -> dict[str, Force]:
        """The rules met in a situation, and which of them are in force.

        Raises:
            IncompleteRun: if the engine lost a message.
        """
        moment = (as_number(situation.moment.day), situation.moment.budget_year)
        values = self._target.values(situation)
        coded = {self._names[axis.fact.code]: _number(axis.fact, values[axis.fact.code]) for axis in self._target.axes}
        run = _Run(moment, [[] for _ in self._blocks])
        self._run = run
        for block in range(len(self._blocks)):
            self._assert(coded | {"tahap": 2 * block}, f"f{2 * block}")
        if run.error:
            raise run.error
        if len(run.finished) != len(self._blocks):
            raise IncompleteRun(f"{self._name}: {len(run.finished)} dari {len(self._blocks)} blok selesai")
        return {rule.id: run.force[rule.id] for rule in self._target.rules if rule.id in run.force}

    def _assert(self, fact: dict[str, int], fact_id: str) -> None:
        try:
            self._host.assert_fact(self._name, {**fact, "sid": "0", "id": fact_id})
        finally:
            self._ruleset.delete_state("0")

    def _rules(self) -> Iterator[tuple[str, dict[str, Any]]]:
        facts = {axis.fact.code: axis.fact for axis in self._target.axes}
        for block, rules in enumerate(self._blocks):
            for index, rule in enumerate(rules):
                for number, bounds in enumerate(_alternatives(rule, facts)):
                    named = tuple((self._names[fact], limits) for fact, limits in bounds)
                    yield f"b{block}r{index}a{number}", _when(2 * block, named, 1, self._on_met(block, index))
                yield f"b{block}r{index}pasti", self._in_force(block, index, rule, Force.YES)
                if not rule.validity.known:
                    yield f"b{block}r{index}mungkin", self._in_force(block, index, rule, Force.UNCERTAIN)
            yield f"b{block}tutup", _when(2 * block, (), 9, self._on_closing(block))
            yield f"b{block}akhir", _when(2 * block + 1, (), 9, self._on_end(block))

    def _in_force(self, block: int, index: int, rule: Rule, force: Force) -> dict[str, Any]:
        bounds = _surely(index, rule) if force is Force.YES else _possibly(index, rule)
        return _when(2 * block + 1, bounds, 1 if force is Force.YES else 2, self._on_force(rule, force))

    def _on_met(self, block: int, index: int) -> Callable[[Any], None]:
        return self._kept(lambda _, run: run.met[block].append(index))

    def _on_force(self, rule: Rule, force: Force) -> Callable[[Any], None]:
        def act(_: Any, run: _Run) -> None:
            if run.force.get(rule.id) is not Force.YES:
                run.force[rule.id] = force

        return self._kept(act)

    def _on_closing(self, block: int) -> Callable[[Any], None]:
        def act(context: Any, run: _Run) -> None:
            day, year = run.moment
            met = sorted(set(run.met[block]))
            for index in met:
                run.force.setdefault(self._blocks[block][index].id, Force.NO)
            fact = {f"k{index}": 1 for index in met} | {"tanggal": day, "tahun": year, "tahap": 2 * block + 1}
            context.assert_fact(fact | {"id": f"f{2 * block + 1}"})

        return self._kept(act)

    def _on_end(self, block: int) -> Callable[[Any], None]:
        return self._kept(lambda _, run: run.finished.add(block))

    def _kept(self, act: Callable[[Any, _Run], Any]) -> Callable[[Any], None]:
        def run_action(context: Any) -> None:
            run = self._run
            if run is None:
                return
            try:
                act(context, run)
            except BaseException as error:
                run.error = error
                raise

        return run_action


def _register(name: str, rules: dict[str, Any]) -> tuple[Any, Any]:
    from durable import engine

    class QuietHost(engine.Host):  # type: ignore[misc]
        """Starts no timer threads: the base class starts a new one every 0.2 s for the life of the process."""

        def _run(self) -> None:
            return

    host = QuietHost()
    host.register_rulesets({name: rules})
    return host, host.get_ruleset(name)


def _blocks(rules: tuple[Rule, ...]) -> tuple[tuple[Rule, ...], ...]:
    """The rules in groups of at most ``BLOCK`` conditions, for each condition can match a message once.

    A rule of more conditions than that is met if one of its parts is.
    """
    blocks: list[list[Rule]] = [[]]
    free = BLOCK
    for rule in rules:
        for start in range(0, len(rule.conditions), BLOCK):
            part = replace(rule, conditions=rule.conditions[start : start + BLOCK])
            if len(part.conditions) > free:
                blocks.append([])
                free = BLOCK
            blocks[-1].append(part)
            free -= len(part.conditions)
    return tuple(tuple(block) for block in blocks)


def _when(
    stage: int, bounds: tuple[tuple[str, Bounds], ...], priority: int, act: Callable[[Any], None]
) -> dict[str, Any]:
    tests: list[dict[str, Any]] = [{"tahap": stage}]
    for fact, (low, high) in bounds:
        if low is not None and low == high:
            tests.append({fact: low})
            continue
        tests += [{"$gte": {fact: low}}] if low is not None else []
        tests += [{"$lte": {fact: high}}] if high is not None else []
    condition = {"$and": tests} if len(tests) > 1 else tests[0]
    return {"all": [{"m": condition}], "pri": priority, "run": act}


def _alternatives(rule: Rule, facts: dict[str, Fact]) -> Iterator[tuple[tuple[str, Bounds], ...]]:
    """A rule as conjunctions of ranges: the engine has no membership test, and its `or` fires twice."""
    for condition in rule.conditions:
        yield from _ranges(condition, facts)


def _ranges(condition: Condition, facts: dict[str, Fact]) -> Iterator[tuple[tuple[str, Bounds], ...]]:
    choices = [[(test.fact, bounds) for bounds in _bounds(test, facts[test.fact])] for test in condition]
    yield from product(*choices)


def _bounds(test: Test, fact: Fact) -> list[Bounds]:
    if not isinstance(test, Among):
        return [(test.low, test.high)]
    numbers = sorted(fact.options.index(code) for code in test.codes)
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return list(runs)


def _number(fact: Fact, value: str | int) -> int:
    return fact.options.index(str(value)) if fact.options else int(value)


def _surely(index: int, rule: Rule) -> tuple[tuple[str, Bounds], ...]:
    validity = rule.validity
    days = ("tanggal", (as_number(validity.since.latest), as_number(validity.until.earliest)))
    return (f"k{index}", (1, 1)), days, ("tahun", validity.years or (0, 9999))


def _possibly(index: int, rule: Rule) -> tuple[tuple[str, Bounds], ...]:
    validity = rule.validity
    days = ("tanggal", (as_number(validity.since.earliest), as_number(validity.until.latest)))
    return (f"k{index}", (1, 1)), days, ("tahun", validity.years or (0, 9999))
