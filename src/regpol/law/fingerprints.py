"""Fingerprints of what a lawyer approves: the meaning of an entry, not the way it is written down.

Comments, the order of keys, line numbers and fields that are empty do not count, so that neither tidying a
file nor a new version of the program makes a sign-off fall off; a changed word, day or condition does.
"""

import dataclasses
import hashlib
import json
from datetime import date
from enum import Enum
from typing import Any

from regpol.law.model import Provision, Regulation, Rule, Source, Value

_PLACES = frozenset({"place"})
_UNORDERED = frozenset({"conditions", "objects", "overrides", "values", "sources", "rows", "read"})


def provision_fingerprint(provision: Provision) -> str:
    """The text as the rulebook has it, without its rules."""
    return _digest(_fields(provision))


def rule_fingerprint(rule: Rule) -> str:
    """A rule without the provision it stands under, which has a fingerprint of its own."""
    return _digest({name: value for name, value in _fields(rule).items() if name != "provision"})


def value_fingerprint(value: Value) -> str:
    """A value with all its rows."""
    return _digest(_fields(value))


def _digest(canonical: object) -> str:
    text = json.dumps(canonical, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _fields(record: Any) -> dict[str, object]:
    made = {}
    for field in dataclasses.fields(record):
        canonical = _canonical(getattr(record, field.name))
        if field.name not in _PLACES and canonical not in ("", None, [], {}, False):
            ordered = field.name not in _UNORDERED or not isinstance(canonical, list)
            made[field.name] = canonical if ordered else sorted(canonical, key=_written)
    return made


def _canonical(value: object) -> Any:
    if isinstance(value, Regulation):
        return value.name
    if isinstance(value, Source):
        return value.code
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(map(_canonical, value), key=_written)
    if isinstance(value, tuple):
        return [_canonical(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {"": type(value).__name__} | _fields(value)
    return value


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
