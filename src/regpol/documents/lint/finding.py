"""What a check found."""

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

    @classmethod
    def at(cls, rule: str, line: Line, found: str, better: str) -> "Finding":
        """A finding at a line."""
        return cls(rule=rule, address=line.address, line=line.number, found=found, better=better)
