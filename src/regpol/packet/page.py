"""The page of a run: each unit with its state and sums, and what needs attention. Nothing personal is on it."""

from dataclasses import dataclass
from pathlib import Path

from regpol.budget.row_amounts import together
from regpol.packet.brief import ItemLine
from regpol.terms.language import thousands

TEMPLATE = "layout/paket.html.j2"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """One unit on the page; amounts None where not known, ``folder`` empty where nothing stands."""

    code: str
    name: str
    folder: str
    state: str
    """In words: 'lengkap', 'belum lengkap', 'gagal'."""
    people: int
    monthly: int | None
    yearly: int | None
    pages: int
    left_out: int
    present: int
    missing: tuple[ItemLine, ...]
    waived: tuple[ItemLine, ...]
    files: tuple[str, ...]

    @property
    def papers(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """The files by paper, '04-perjanjian', each as format and name; what holds several comes first."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name in sorted(
            self.files, key=lambda name: (name.rpartition("/")[2][0].isdigit(), name.rpartition("/")[2])
        ):
            stem, _, ending = name.rpartition("/")[2].rpartition(".")
            found.setdefault(stem, []).append((ending.upper(), name))
        return tuple((stem, tuple(files)) for stem, files in found.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    """All of a run."""

    title: str
    region: str
    year: int
    day: str
    rulebook: str
    public: bool
    whole: UnitLine | None
    units: tuple[UnitLine, ...]
    attention: tuple[str, ...]

    @property
    def people(self) -> int:
        """Over all units."""
        return sum(unit.people for unit in self.units)

    @property
    def left_out(self) -> int:
        """Over all units."""
        return sum(unit.left_out for unit in self.units)

    @property
    def monthly(self) -> int | None:
        """Over all units."""
        return together([unit.monthly for unit in self.units])

    @property
    def yearly(self) -> int | None:
        """Over all units."""
        return together([unit.yearly for unit in self.units])


def write(page: RunPage, templates: Path) -> str:
    """The page as HTML that fetches nothing."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["ribuan"] = thousands
    return environment.get_template(TEMPLATE).render(page=page)
