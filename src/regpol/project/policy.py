"""The choices a region makes where the law leaves room, as they stand in a project file.

Whether the law does leave room is not decided here: the decision floor lays these choices over the
law's answer and refuses those that go against it.
"""

from dataclasses import dataclass, field

from regpol.terms.money import Rounding
from regpol.terms.place import NOWHERE, Place

WAGE_BASES = {word: word for word in ("upah_minimum", "penghasilan")}


@dataclass(frozen=True)
class Policy:
    """Choices by category code; ``places`` tells where each was written, for messages."""

    segments: dict[str, str] = field(default_factory=dict)
    programmes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    funds: dict[str, str] = field(default_factory=dict)
    wage_base: str = ""
    risk_group: str = ""
    rounding: Rounding = Rounding.HALF_UP
    entry_age: tuple[int, int] = (0, 0)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)

    def place(self, kind: str, category: str) -> Place:
        """Where the choice of a kind ("segmen", "program", "dana") for a category was written."""
        return self.places.get((kind, category), NOWHERE)


NO_POLICY = Policy()
