"""What decides who comes first when money does not reach, as a norm says it.

The facts and their options are named by the rulebook's vocabulary; how a direction or a list of values is
said stands in ``templates/rumusan.yaml`` (`urutan`).
"""

from collections.abc import Mapping

from regpol.budget.allocation.order import OrderFact, order_facts
from regpol.documents.brief.wording import OrderWords, Wording
from regpol.law.model import Rulebook
from regpol.project.allocation import Direction, OrderKey
from regpol.terms.language import series, title_case


def order_in_words(
    keys: tuple[OrderKey, ...], rulebook: Rulebook, wording: Wording, local: Mapping[str, str]
) -> tuple[str, ...]:
    """Each key as an item of a list, in order."""
    facts = order_facts(rulebook)
    return tuple(_said(key, facts[key.fact], rulebook, wording, local) for key in keys if key.fact in facts)


def _said(key: OrderKey, fact: OrderFact, rulebook: Rulebook, wording: Wording, local: Mapping[str, str]) -> str:
    words = wording.order
    if fact.yes_no:
        first = (key.values or fact.options)[0]
        return (words.yes if first == fact.options[0] else words.no).format(fakta=fact.name)
    if fact.options:
        values = [_value(code, fact, rulebook, wording, local) for code in key.values or fact.options]
        if len(values) == 1:
            return words.only.format(fakta=fact.name, nilai=values[0])
        return words.listed.format(fakta=fact.name, nilai=series(values))
    return _direction(key, fact, words).format(fakta=fact.name)


def _direction(key: OrderKey, fact: OrderFact, words: OrderWords) -> str:
    falling = key.direction is Direction.DESCENDING
    if fact.date:
        return words.latest if falling else words.earliest
    return words.highest if falling else words.lowest


def _value(code: str, fact: OrderFact, rulebook: Rulebook, wording: Wording, local: Mapping[str, str]) -> str:
    if fact.code == "kategori":
        # a paper defines each of its categories, and a defined term is written with capitals (DR-081)
        return title_case(wording.category(code, rulebook.categories[code].name).term.format(**local))
    return dict(zip(fact.options, fact.names, strict=True)).get(code, code)
