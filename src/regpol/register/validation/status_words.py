"""What a status cell says: the mapping's words looked for in it, the longest first, and never past a "tidak"."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from regpol.register.validation.mapping import AnswerMapping, StatusWords
from regpol.register.wording import position, words

T = TypeVar("T")
_NEGATIONS = frozenset({"tidak", "tdk", "tak", "belum", "bukan", "non", "gagal", "invalid"})


@dataclass(frozen=True)
class Statuses:
    """The statuses of one mapping, each distinct text worked out once."""

    mapping: AnswerMapping
    _known: dict[str, StatusWords | None] = field(default_factory=dict)

    def read(self, text: str) -> StatusWords | None:
        """What a status means, None if the mapping does not say, or says two things.

        >>> from regpol.register.validation.mapping import Result
        >>> one = StatusWords(Result.MATCHED, ("aktif",))
        >>> found = Statuses(AnswerMapping("x", "x", {}, (one,)))
        >>> found.read("AKTIF (2 program)") is one, found.read("tidak aktif")
        (True, None)
        """
        if text not in self._known:
            self._known[text] = self._find(words(text))
        return self._known[text]

    def _find(self, written: tuple[str, ...]) -> StatusWords | None:
        pairs = [(words(text), said) for said in self.mapping.statuses for text in said.texts]
        return longest((form, said) for form, said in pairs if held(form, written))

    def segment(self, text: str) -> str | None:
        """The value the segment column tells."""
        pairs = [(words(text), code) for code, texts in self.mapping.segments.items() for text in texts]
        written = words(text)
        return longest((form, code) for form, code in pairs if position(form, written) >= 0)


def held(form: tuple[str, ...], written: tuple[str, ...]) -> bool:
    """Whether a status stands in a text, and nothing beside it takes it back."""
    at = position(form, written) if form else -1
    if at < 0:
        return False
    around = {*written[:at], *written[at + len(form) :]}
    return not around & _NEGATIONS


def longest(found: Iterable[tuple[tuple[str, ...], T]]) -> T | None:
    """What the longest form stands for; None if that is not one thing."""
    held_forms = list(found)
    most = max((len(form) for form, _ in held_forms), default=0)
    meant: list[T] = []
    for form, said in held_forms:
        if len(form) == most and said not in meant:
            meant.append(said)
    return meant[0] if len(meant) == 1 else None
