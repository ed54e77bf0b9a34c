"""How many situations are decided in a second, by each engine alone and by both with the comparison.

The situations are those a person in the region can be in, over the budget years of the rulebook; the number is that
of ``regpol law check``.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from time import perf_counter

from stopwatch import Times, count, in_turn, milliseconds, options, say_where, show, times_as_long

from regpol.commands.shell import rulebook
from regpol.decision.durable_adapter import DurableEngine
from regpol.decision.findings import Decider
from regpol.decision.open_facts import decide_open
from regpol.decision.reference import Trace, evaluate
from regpol.decision.segment import settled_segment
from regpol.decision.walk.whole_rulebook import walk
from regpol.law.model import Question, Rulebook
from regpol.situations.target import Known, Moment, Situation, Target
from regpol.terms.answer import Answer
from regpol.terms.dates import split_year

Engine = Callable[[Situation], Trace]
REFERENCE, DURABLE, BOTH = "acuan", "durable", "keduanya"


def reference_alone(target: Target) -> Engine:
    return lambda situation: evaluate(target, situation)


def reachable(book: Rulebook, region: str) -> Iterator[Situation]:
    """The situations of each category that the law leaves open for it, wherever a question may change its answer."""
    decider = Decider(book, region, durable=reference_alone)
    cuts = tuple({cut for target in decider.targets.values() for cut in target.cuts})
    moments = [Moment(period.start, year) for year in book.budget_years for period in split_year(year, cuts)]
    for moment, category in product(moments, book.leaves):
        implied = dict(book.categories[category].implies)
        known: Known = {**implied, "kategori": category}
        asked = decide_open(decider, Question.SEGMENT, known, moment, Answer.UNSETTLED)
        segment = settled_segment(asked.findings, book.vocabulary["segmen"])
        known = {**known, "segmen": segment.candidates}
        for target in decider.targets.values():
            for cells in product(*target.choices(known)):
                yield Situation(target.name, cells, target.first_alike(moment))


def compiled(decider: Decider) -> tuple[dict[str, Engine], float]:
    """An engine for each target, and the seconds it took to register them."""
    start = perf_counter()
    engines: dict[str, Engine] = {name: DurableEngine(target).evaluate for name, target in decider.targets.items()}
    return engines, perf_counter() - start


def decide_each(decide: Callable[[Situation], object], situations: Iterable[Situation]) -> None:
    for situation in situations:
        decide(situation)


def measure(book: Rulebook, region: str, situations: list[Situation], rounds: int) -> dict[str, Times]:
    """Each engine alone, then both: compared, and precedence computed."""
    targets = Decider(book, region).targets
    engines, _ = compiled(Decider(book, region))
    return in_turn(
        rounds,
        {
            REFERENCE: lambda: decide_each(lambda s: evaluate(targets[s.target], s), situations),
            DURABLE: lambda: decide_each(lambda s: engines[s.target](s), situations),
            BOTH: lambda: decide_each(Decider(book, region, lambda t: engines[t.name]).decide, situations),
        },
    )


def line(name: str, details: tuple[str, ...], number: int, taken: dict[str, Times]) -> tuple[str, ...]:
    speeds = (count(number / taken[engine].processor.median) for engine in (REFERENCE, DURABLE, BOTH))
    ratio = taken[DURABLE].processor.ratio(taken[REFERENCE].processor)
    return (name, *details, count(number), *speeds, times_as_long(ratio))


def main() -> None:
    parser = options("Keadaan yang diputus tiap detik.", 5)
    parser.add_argument("--region", default="52.71", help="kode wilayah (biasa 52.71)")
    chosen = parser.parse_args()
    say_where()
    book = rulebook()
    situations = list(dict.fromkeys(reachable(book, chosen.region)))
    decider = Decider(book, chosen.region)
    lines = []
    for name, target in decider.targets.items():
        own = [situation for situation in situations if situation.target == name]
        details = (count(len(target.rules)), count(target.size))
        lines.append(line(name, details, len(own), measure(book, chosen.region, own, chosen.rounds)))
    rules = {rule.id for target in decider.targets.values() for rule in target.rules}
    whole = measure(book, chosen.region, situations, chosen.rounds)
    lines.append(line("seluruhnya", (count(len(rules)), ""), len(situations), whole))
    years = f"{book.budget_years[0]} sampai {book.budget_years[-1]}"
    show(
        f"Keadaan {chosen.region}, {years}: terjangkau, dan diputus tiap detik prosesor ({chosen.rounds} putaran)",
        ("sasaran", "kaidah", "sel", "keadaan", REFERENCE, DURABLE, BOTH, "durable/acuan"),
        lines,
    )
    start = perf_counter()
    walked = walk(book, region=chosen.region)
    took = perf_counter() - start
    print(f"\nregpol law check menjalani {count(walked.situations)} keadaan dalam {milliseconds(took)} ms")
    print(f"mendaftarkan semua mesin durable: {milliseconds(compiled(decider)[1])} ms")
    say_where()


if __name__ == "__main__":
    main()
