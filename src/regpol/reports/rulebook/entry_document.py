"""One entry of the rulebook as a document: what it says, how well it is known, and what rests on it."""

from collections.abc import Iterable
from typing import Any

from regpol.decision.rivals import rivals
from regpol.law.entries import Entry
from regpol.law.figures import Figure, value_figure
from regpol.law.model import Category, Provision, Regulation, Rule, Rulebook, Source, Value
from regpol.law.resting import overriding, resting_on
from regpol.project.signatures import Standing
from regpol.reports.norm_words import norm_words
from regpol.reports.rule_words import condition_words
from regpol.reports.rulebook.entry import entry_title

Json = dict[str, Any]


def entry_json(book: Rulebook, entry: Entry, signatures: list[Json]) -> Json:
    """The document of one entry."""
    resting = resting_on(book, entry)
    return {
        **_identity(entry),
        "title": entry_title(book, entry),
        **_own(book, entry),
        "rules": [_rule(book, rule) for rule in resting.rules],
        "figures": [_figure(figure) for figure in resting.figures],
        "silences": [rule.id for rule in resting.read_by],
        "categories": list(resting.categories),
        "signatures": signatures,
    }


def signature_json(one: Standing) -> Json:
    """A signature; ``fallen`` is null while it counts."""
    it = one.signature
    return {"name": it.name, "date": it.date, "text": it.text, "sha256": it.text_hash, "fallen": one.fallen or None}


def _identity(entry: Entry) -> Json:
    if isinstance(entry, Regulation):
        return {"kind": "regulation", "id": entry.slug}
    if isinstance(entry, Provision):
        return {"kind": "provision", "id": entry.id}
    if isinstance(entry, Rule):
        return {"kind": "rule", "id": entry.id}
    if isinstance(entry, Value):
        return {"kind": "value", "id": entry.name}
    if isinstance(entry, Category):
        return {"kind": "category", "id": entry.code}
    return {"kind": entry.vocabulary, "id": entry.term.code}


def _own(book: Rulebook, entry: Entry) -> Json:
    if isinstance(entry, Regulation):
        return _regulation(book, entry)
    if isinstance(entry, Provision):
        return _provision(entry)
    if isinstance(entry, Rule) and entry.provision:
        return {"provision": _provision(entry.provision)}
    if isinstance(entry, Value):
        return {"citation": str(entry.citation), "evidence": value_figure(entry).evidence.code}
    return {}


def _regulation(book: Rulebook, entry: Regulation) -> Json:
    official = entry.official
    return {
        "reading": entry.reading,
        "validity": entry.validity.label,
        "amends": list(entry.amends),
        "amended_by": [it.name for it in book.regulations.values() if entry.name in it.amends],
        "revoked_by": entry.revoked_by or None,
        "delegated_by": [str(citation) for citation in entry.delegated_by],
        "official_text": {"keeper": official.keeper, "address": official.address or None} if official else None,
        "provisions": [_provision(it) for it in book.provisions if it.regulation.name == entry.name],
    }


def _provision(entry: Provision) -> Json:
    return {
        "provision_id": entry.id,
        "citation": str(entry.citation),
        "gist": entry.gist,
        "evidence": entry.evidence.code,
        "sources": _sources(entry.sources),
        "validity": entry.validity.label,
        "role": entry.role or None,
        "reason": entry.reason or None,
        "reading": entry.regulation.reading,
    }


def _sources(sources: Iterable[Source]) -> list[Json]:
    return [{"name": source.name, "address": source.address} for source in sources if source.address]


def _rule(book: Rulebook, rule: Rule) -> Json:
    return {
        "id": rule.id,
        "question": str(rule.question),
        "provision": rule.provision.id if rule.provision else None,
        "norm": norm_words(book, rule),
        "conditions": list(condition_words(book, rule)),
        "evidence": rule.evidence.code,
        "validity": rule.validity.label,
        "reading": rule.reading.by if rule.reading else None,
        "overrides": list(rule.overrides),
        "overridden_by": [other.id for other in overriding(book, rule)],
        "rivals": [
            {"rule": it.rule.id, "order": it.order.name.lower(), "by": str(it.principle) if it.principle else None}
            for it in rivals(book, rule)
        ],
    }


def _figure(figure: Figure) -> Json:
    return {
        "kind": figure.kind,
        "name": figure.name,
        "meaning": figure.meaning,
        "citation": str(figure.citation),
        "evidence": figure.evidence.code,
    }
