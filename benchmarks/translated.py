"""The same rules in the form two peers take: decision tables of a rule engine, and one SQL CASE.

Nothing is translated by hand. Each condition of each rule becomes one line of a table (or one Boolean of the SQL), and
which rules are met together decides the answers; what a set of met rules comes to is read off regpol's own precedence
once for every set that occurs in any situation of the target. The larger set stands first, so that the first line that
fits is the set that is met.

A peer answers for one region on one day, for people of whom every fact is known and whose segment is settled: with a
missing fact or an open segment regpol decides every cell it may be in, and neither peer has a form for that.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from regpol.decision.findings import Decider, resolutions_of
from regpol.decision.open_facts import Finding
from regpol.decision.reference import evaluate
from regpol.decision.segment import settled_segment
from regpol.law.model import Among, Condition, FactKind, Question, Rule, Rulebook, Test
from regpol.project.policy import Policy
from regpol.situations.target import Moment, Target
from regpol.terms.answer import Answer

ASKED = (Question.SEGMENT, Question.MEMBERSHIP, Question.PROGRAMME, Question.DUTY, Question.DOCUMENT)
"""Which money may pay is left out: it is asked of every fund for every programme, not of a person."""

SEGMENT = "segmen"


@dataclass(frozen=True)
class Part:
    """One target, ready to be translated: ``sets`` are the rules met together, by id, with the answers by column."""

    target: Target
    columns: tuple[str, ...]
    sets: tuple[tuple[frozenset[str], Mapping[str, str]], ...]

    @property
    def conditions(self) -> Iterator[tuple[Rule, Condition]]:
        """Every condition of every rule."""
        return ((rule, condition) for rule in self.target.rules for condition in rule.conditions)


def parts(book: Rulebook, decider: Decider, moment: Moment) -> tuple[Part, ...]:
    """The targets a peer is asked, each after those whose answers it reads."""
    return tuple(_part(book, decider, target, moment) for q in ASKED for target in decider.parts[q])


def _part(book: Rulebook, decider: Decider, target: Target, moment: Moment) -> Part:
    found: dict[frozenset[str], dict[str, str]] = {}
    for situation in target.situations(moment):
        trace = evaluate(target, situation)
        if frozenset(trace) not in found:
            met = [(rule, trace[rule.id]) for rule in target.rules if rule.id in trace]
            found[frozenset(trace)] = _answers(book, decider, target, met)
    single = target.question is Question.SEGMENT
    columns = (SEGMENT,) if single else tuple(f"{target.question}_{name}" for name in target.objects)
    largest_first = sorted(found.items(), key=lambda item: (-len(item[0]), sorted(item[0])))
    return Part(target, columns, tuple(largest_first))


def _answers(book: Rulebook, decider: Decider, target: Target, met: list[tuple[Rule, Any]]) -> dict[str, str]:
    resolved = resolutions_of(target, met, book.ladder)
    if target.question is Question.SEGMENT:
        return {SEGMENT: _settled(book, resolved)}
    return {
        f"{target.question}_{name}": spoken(resolved[name].answer if name in resolved else None)
        for name in target.objects
    }


def _settled(book: Rulebook, resolved: Mapping[str, Any]) -> str:
    findings = {n: Finding(Question.SEGMENT, n, r.answer, r.grounds, r.instructed) for n, r in resolved.items()}
    return settled_segment(findings, book.vocabulary["segmen"]).value


def spoken(answer: Answer | None) -> str:
    """The answer as all three sides write it; what nobody asks for is empty."""
    return "" if answer in {None, Answer.SILENT, Answer.NOT_IN_FORCE} else str(answer)


# -- SQL ---------------------------------------------------------------------------------------------------------------


def sql(book: Rulebook, made: tuple[Part, ...], policy: Policy, people: str) -> str:
    """One SELECT: a Boolean for each rule, a CASE over the sets met, and a mask of all rules that fired."""
    text = people
    fired: list[str] = []
    for part in made:
        names = {rule.id: f"f{len(fired) + at}" for at, rule in enumerate(part.target.rules)}
        fired += names.values()
        flags = ", ".join(f"{_rule_sql(book, rule)} AS {names[rule.id]}" for rule in part.target.rules)
        inner = f"SELECT *, {flags} FROM ({text})"
        cases = ", ".join(f'{_case_sql(part, column, names, policy)} AS "{column}"' for column in part.columns)
        text = f"SELECT *, {cases} FROM ({inner})"
    columns = ", ".join(f'"{column}"' for part in made for column in part.columns)
    masks = ", ".join(
        " + ".join(f"CASE WHEN {name} THEN {1 << bit} ELSE 0 END" for bit, name in enumerate(block))
        + f" AS mask{number}"
        for number, block in enumerate(fired[start : start + 60] for start in range(0, len(fired), 60))
    )
    return f"SELECT row, {columns}, {masks} FROM ({text})"


def _rule_sql(book: Rulebook, rule: Rule) -> str:
    return "(" + " OR ".join(_condition_sql(book, condition) for condition in rule.conditions) + ")"


def _condition_sql(book: Rulebook, condition: Condition) -> str:
    return "(" + (" AND ".join(_test_sql(book, test) for test in condition) or "TRUE") + ")"


def _test_sql(book: Rulebook, test: Test) -> str:
    column = f'"{test.fact}"'
    if isinstance(test, Among):
        if book.facts[test.fact].kind is FactKind.YES_NO:
            return _yes_no(test, column, "NOT {}", "{}")
        return f"{column} IN ({', '.join(_text(code) for code in sorted(test.codes))})"
    bounds = [f"{column} >= {test.low}"] if test.low is not None else []
    bounds += [f"{column} <= {test.high}"] if test.high is not None else []
    return " AND ".join(bounds) or "TRUE"


def _yes_no(test: Among, column: str, no: str, yes: str) -> str:
    if test.codes >= {"ya", "tidak"}:
        return "TRUE"
    return (yes if "ya" in test.codes else no).format(column)


def _case_sql(part: Part, column: str, names: Mapping[str, str], policy: Policy) -> str:
    chosen = ""
    if column == SEGMENT:
        chosen = " ".join(f"WHEN kategori = {_text(c)} THEN {_text(s)}" for c, s in sorted(policy.segments.items()))
    lines = " ".join(
        f"WHEN {' AND '.join(names[rule] for rule in sorted(met)) or 'TRUE'} THEN {_text(answers[column])}"
        for met, answers in part.sets
    )
    return f"CASE {chosen} {lines} ELSE '' END"


def _text(code: str) -> str:
    return "'" + code.replace("'", "''") + "'"


# -- zen-engine --------------------------------------------------------------------------------------------------------


def decision_tables(book: Rulebook, made: tuple[Part, ...], policy: Policy) -> str:
    """One zen-engine decision: for each target a table that collects the rules met, and one that answers."""
    nodes: list[dict[str, Any]] = [{"id": "masuk", "name": "masuk", "type": "inputNode"}]
    for number, part in enumerate(made):
        facts = part.target.facts
        lines = [
            {f"i{at}": _cell(book, [test for test in condition if test.fact == fact]) for at, fact in enumerate(facts)}
            | {"o0": f"'{rule.id}'"}
            for rule, condition in part.conditions
        ]
        fired, met = f"terpenuhi{number}", f"kaidah{number}"
        nodes.append(_table(fired, list(facts), ["id"], lines, "collect", fired))
        nodes.append(_expression(met, f"map({fired}, #.id)"))
        answers = [
            {"i0": " and ".join(f"'{rule}' in {met}" for rule in sorted(fulfilled))}
            | {f"o{at}": f"'{answered[column]}'" for at, column in enumerate(part.columns)}
            for fulfilled, answered in part.sets
        ]
        chosen = policy.segments if part.columns == (SEGMENT,) else {}
        answers = [{"i0": f"kategori == '{c}'", "o0": f"'{s}'"} for c, s in sorted(chosen.items())] + answers
        nodes.append(_table(f"jawaban{number}", [""], list(part.columns), answers, "first", None))
    nodes.append({"id": "keluar", "name": "keluar", "type": "outputNode"})
    ids = [node["id"] for node in nodes]
    edges = [{"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b} for a, b in pairwise(ids)]
    return json.dumps({"nodes": nodes, "edges": edges})


def _cell(book: Rulebook, tests: list[Test]) -> str:
    written = [_unary(book, test) for test in tests]
    return " and ".join(text for text in written if text)


def _unary(book: Rulebook, test: Test) -> str:
    if isinstance(test, Among):
        if book.facts[test.fact].kind is FactKind.YES_NO:
            return "" if test.codes >= {"ya", "tidak"} else "true" if "ya" in test.codes else "false"
        return ", ".join(f"'{code}'" for code in sorted(test.codes))
    low, high = test.low, test.high
    if low is not None and high is not None:
        return f"[{low}..{high}]"
    return f">= {low}" if low is not None else f"<= {high}"


def _table(
    name: str, fields: list[str], results: list[str], lines: list[dict[str, str]], hit: str, path: str | None
) -> dict[str, Any]:
    def column(prefix: str, at: int, field: str) -> dict[str, str]:
        return {"id": f"{prefix}{at}", "name": field, "type": "expression", "field": field}

    content = {
        "hitPolicy": hit,
        "inputs": [column("i", at, field) for at, field in enumerate(fields or [""])],
        "outputs": [column("o", at, field) for at, field in enumerate(results)],
        "rules": [{"_id": str(at)} | line for at, line in enumerate(lines)],
        "passThrough": True,
        "inputField": None,
        "outputPath": path,
        "executionMode": "single",
    }
    return {"id": name, "name": name, "type": "decisionTableNode", "content": content}


def _expression(name: str, value: str) -> dict[str, Any]:
    content = {
        "expressions": [{"id": name, "key": name, "value": value}],
        "passThrough": True,
        "inputField": None,
        "outputPath": None,
        "executionMode": "single",
    }
    return {"id": name, "name": name, "type": "expressionNode", "content": content}
