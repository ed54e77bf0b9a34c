"""Where a row belongs: its kecamatan and its kelurahan or desa, as codes of the region."""

from dataclasses import dataclass, field

from regpol.register.raw_table import Cell, as_text
from regpol.register.row_view import RowView
from regpol.register.typed_values import empty
from regpol.register.units import UnitMatch, Units
from regpol.terms.problems import Problem
from regpol.terms.problems.register import UnitGuessed, UnitOutsideDistrict, UnitUnknown

KINDS = {"kecamatan": "kecamatan", "kelurahan": "kelurahan/desa"}


@dataclass(frozen=True, slots=True)
class Placement:
    """Codes of the kecamatan and of the kelurahan or desa, None where not known.

    The matches tell how the two cells were read, None where blank; ``outside`` names the kelurahan and
    the kecamatan it belongs to, where the row has another one.
    """

    district: str | None = None
    village: str | None = None
    district_match: UnitMatch | None = None
    village_match: UnitMatch | None = None
    outside: tuple[str, str] | None = None


@dataclass(frozen=True)
class Placing:
    """Matches units; a name is looked up once, however many rows have it."""

    units: Units
    _districts: dict[str, UnitMatch] = field(default_factory=dict)
    _villages: dict[tuple[str, str | None], UnitMatch] = field(default_factory=dict)

    def read(self, district_cell: Cell, village_cell: Cell) -> Placement:
        """Where two cells place a row; a kelurahan tells its kecamatan, and wins where the two disagree."""
        district = self._district(district_cell)
        above = district.code if district else None
        village = self._village(village_cell, above)
        if not village or not village.code:
            return Placement(above, None, district, village)
        parent = village.code.rpartition(".")[0]
        other = above is not None and above != parent
        outside = (village.name, self.units.names.get(parent, parent)) if other else None
        return Placement(parent, village.code, district, village, outside)

    def place(self, row: RowView, found: list[Problem]) -> Placement:
        """Where a row belongs, with what is to be said of it in ``found``."""
        placement = self.read(row.cell("kecamatan"), row.cell("kelurahan"))
        for name, match in (("kecamatan", placement.district_match), ("kelurahan", placement.village_match)):
            if match:
                self._say(row, name, match, found)
        if placement.outside:
            village, district = placement.outside
            found.append(UnitOutsideDistrict(place=row.place("kelurahan"), village=village, district=district))
        return placement

    def _district(self, cell: Cell) -> UnitMatch | None:
        if empty(cell):
            return None
        text = as_text(cell)
        if text not in self._districts:
            self._districts[text] = self.units.district(text)
        return self._districts[text]

    def _village(self, cell: Cell, district: str | None) -> UnitMatch | None:
        if empty(cell):
            return None
        key = (as_text(cell), district)
        if key not in self._villages:
            self._villages[key] = self.units.village(*key)
        return self._villages[key]

    def _say(self, row: RowView, name: str, match: UnitMatch, found: list[Problem]) -> None:
        if match.exact:
            return
        place, column = row.place(name), row.heading(name)
        if match.code is None:
            near = f"; yang mirip: {', '.join(match.nearest)}" if match.nearest else ""
            region = self.units.name
            found.append(UnitUnknown(place=place, column=column, kind=KINDS[name], region=region, nearest=near))
        else:
            found.append(UnitGuessed(place=place, column=column, name=match.name))
