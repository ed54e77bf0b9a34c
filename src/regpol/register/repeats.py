"""One NIK in several rows: the same category twice is a mistake, two categories are a thing to settle."""

from dataclasses import dataclass, field

from regpol.register.row_view import RowView
from regpol.terms.problems import Problem
from regpol.terms.problems.register import NikRepeated, TwoCategories


@dataclass(frozen=True)
class Repeats:
    """The rows met so far, by NIK and category."""

    _rows: dict[str, dict[str, int]] = field(default_factory=dict)

    def meet(self, row: RowView, nik: str, category: str, found: list[Problem]) -> int | None:
        """Notes a row and returns the first row of the same person; None if the row repeats an earlier one."""
        earlier = self._rows.setdefault(nik, {})
        if category in earlier:
            found.append(NikRepeated(place=row.place("nik"), first_row=earlier[category]))
            return None
        if earlier:
            found.append(TwoCategories(place=row.place("kategori"), first_row=next(iter(earlier.values()))))
        earlier[category] = row.number
        return next(iter(earlier.values()))
