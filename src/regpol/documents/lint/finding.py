"""What a check found."""

import re
from dataclasses import dataclass

from regpol.documents.lint.text import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place that a rule would have otherwise.

    ``found`` says what stands there, ``better`` what should; both in Indonesian, for one line each.
    """

    rule: str
    address: str
    line: int
    """`Line.number` of the place."""
    found: str
    better: str
    topic: str = ""
    """What the paper says nothing about, where that is the finding: 'jangka waktu'."""

    @classmethod
    def at(cls, rule: str, line: Line, found: str, better: str, *, topic: str = "") -> "Finding":
        """A finding at a line."""
        said, wanted = _shy(found), _shy(better)
        return cls(rule=rule, address=line.address, line=line.number, found=said, better=wanted, topic=topic)


def _shy(words: str) -> str:
    """A quote without the number of a person: findings are printed, filed and passed on."""
    return re.sub(r"(?<!\d)\d{16}(?!\d)", "[NIK]", words)
