"""Places the semicolons, conjunctions and full stops of lists (butir 87-91 of the drafting technique).

A drafter writes the items bare; conditions decide which of them appear, so only the finished tree
knows which one is last but one. The conjunction itself is never guessed: it changes what the norm
says, and a list without one is refused.
"""

import re

from regpol.documents.naskah.facts import CLOSE, OPEN, clean
from regpol.documents.naskah.units import Node
from regpol.terms.problems import Problem
from regpol.terms.problems.documents import EmptyList, EmptyUnit, LeadWithoutColon, ListWithoutConjunction

SENTENCES = "kalimat"
_CONJUNCTION = re.compile(rf"(?<!{OPEN})\[(?P<word>dan|atau|dan/atau|{SENTENCES})\]\s*$")
_ENDING = re.compile(r"(?:\s*;\s*(?:dan/atau|dan|atau))?\s*[;.,]?\s*$")


def punctuate(roots: list[Node], problems: list[Problem]) -> None:
    """Ends every sentence and list item of a part, in place."""
    for node in roots:
        if node.kind.heading:
            if not node.children:
                problems.append(EmptyUnit(place=node.place, unit=f"{node.kind} “{node.title}”"))
            punctuate(node.children, problems)
        elif node.children and not node.children[0].kind.listed:
            punctuate(node.children, problems)
        else:
            _settle(node, ".", problems)


def enumerate_items(items: list[Node], end: str, conjunction: str, last: str, problems: list[Problem]) -> None:
    """Ends the items of a list that has no lead: considerations, legal grounds, premises."""
    for place, item in enumerate(items):
        rest = len(items) - place - 1
        _settle(item, last if rest == 0 else f"{end} {conjunction}".rstrip() if rest == 1 else end, problems)


def _settle(node: Node, end: str, problems: list[Problem]) -> None:
    """Ends a unit with ``end``, or hands ``end`` to the last item of its list."""
    found = _CONJUNCTION.search(node.text)
    word = found["word"] if found else ""
    node.text = _CONJUNCTION.sub("", node.text).rstrip()
    shown, leads = clean(node.text), node.text.endswith(":")  # a colon at the end of a fact leads nowhere
    if not node.children:
        if not shown:
            problems.append(EmptyUnit(place=node.place, unit=node.kind.value))
        elif node.quoted:
            node.text = _ended(node.text, ":")  # what is quoted below is what the sentence leads to
        elif word or leads:
            # a table may stand where the items would
            if not node.tables:
                problems.append(EmptyList(place=node.lead_place, text=shown[-80:]))
        else:
            node.text = _ended(node.text, end)
        return
    if not leads:
        problems.append(LeadWithoutColon(place=node.lead_place, text=shown[-80:]))
    if not word and len(node.children) > 1:
        problems.append(ListWithoutConjunction(place=node.lead_place, text=shown[-80:], count=len(node.children)))
    last = "," if node.closing else end
    if word == SENTENCES:
        enumerate_items(node.children, ".", "", ".", problems)
    else:
        enumerate_items(node.children, ";", word, last, problems)
    node.closing = _ended(node.closing, end) if node.closing else ""


def _ended(text: str, end: str) -> str:
    """The text with the drafter's own ending replaced; a full stop inside a fact is the fact's."""
    bare = _ENDING.sub("", text)
    if bare.endswith(CLOSE) and clean(bare).endswith(end):
        return bare
    return bare + end
