"""The rulebook: what the files say once every name in them resolves. Frozen, and without files or YAML."""

from regpol.law.model.amounts import WAGES, Account, Contribution, Practice, Share, Value, ValueRow
from regpol.law.model.kinds import Core, FactKind, Modality, Origin, Question
from regpol.law.model.lists import Category, Fact, Ladder, Source, Term
from regpol.law.model.norms import (
    Among,
    Between,
    Condition,
    Norm,
    OfficialText,
    Provision,
    Reading,
    Regulation,
    Rule,
    Test,
)
from regpol.law.model.rulebook import Rulebook

__all__ = [
    "WAGES",
    "Account",
    "Among",
    "Between",
    "Category",
    "Condition",
    "Contribution",
    "Core",
    "Fact",
    "FactKind",
    "Ladder",
    "Modality",
    "Norm",
    "OfficialText",
    "Origin",
    "Practice",
    "Provision",
    "Question",
    "Reading",
    "Regulation",
    "Rule",
    "Rulebook",
    "Share",
    "Source",
    "Term",
    "Test",
    "Value",
    "ValueRow",
]
