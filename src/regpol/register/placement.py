"""Where a row belongs: its kecamatan and its kelurahan or desa, as codes of the region."""

from dataclasses import dataclass, field

from regpol.register.raw_table import as_text
from regpol.register.row_view import RowView
from regpol.register.typed_values import empty
from regpol.register.units import UnitMatch, Units
from regpol.terms.problems import Problem
from regpol.terms.problems.register import UnitGuessed, UnitOutsideDistrict, UnitUnknown

_KINDS = {"kecamatan": "kecamatan", "kelurahan": "kelurahan/desa"}


@dataclass(frozen=True, slots=True)
class Placement:
    """Codes of the kecamatan and of the kelurahan or desa, None where not known."""

    district: str | None = None
    village: str | None = None


@dataclass(frozen=True)
class Placing:
    """Matches the units of rows; a name is looked up once, however many rows have it."""

    units: Units
    _districts: dict[str, UnitMatch] = field(default_factory=dict)
    _villages: dict[tuple[str, str | None], UnitMatch] = field(default_factory=dict)

    def place(self, row: RowView, found: list[Problem]) -> Placement:
        """Where a row belongs; a kelurahan tells its kecamatan, and wins where the two disagree."""
        district = self._district(row)
        village = self._village(row, district.code if district else None)
        for name, match in (("kecamatan", district), ("kelurahan", village)):
            if match:
                self._say(row, name, match, found)
        if not village or not village.code:
            return Placement(district.code if district else None)
        parent = village.code.rpartition(".")[0]
        if district and district.code and district.code != parent:
            name = self.units.names.get(parent, parent)
            found.append(UnitOutsideDistrict(place=row.place("kelurahan"), village=village.name, district=name))
        return Placement(parent, village.code)

    def _district(self, row: RowView) -> UnitMatch | None:
        cell = row.cell("kecamatan")
        if empty(cell):
            return None
        text = as_text(cell)
        if text not in self._districts:
            self._districts[text] = self.units.district(text)
        return self._districts[text]

    def _village(self, row: RowView, district: str | None) -> UnitMatch | None:
        cell = row.cell("kelurahan")
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
            found.append(UnitUnknown(place=place, column=column, kind=_KINDS[name], region=region, nearest=near))
        else:
            found.append(UnitGuessed(place=place, column=column, name=match.name))
