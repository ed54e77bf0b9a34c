"""What is made for one packet, and what is not: missing for want of something, or waived with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from regpol.documents.kinds import Need, PaperKind, PaperKinds, Part
from regpol.packet.contents import Contents, Item
from regpol.packet.folders import RESTRICTED
from regpol.project.packet_format import Shape, UnitLevel
from regpol.project.project import Project
from regpol.terms.language import roman
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.command import UnknownChoice

PRESENT, MISSING, WAIVED = "ada", "belum ada", "dilepas"


@dataclass(frozen=True, slots=True)
class Chosen:
    """An item with its number in the packet, what becomes of it, and why."""

    code: str
    number: int
    item: Item
    state: str
    reason: str = ""
    annex: str = ""
    """Its number among the annexes of the packet, if it is one: 'II'."""
    first_annex: int = 0
    """The number of the first annex inside its paper that counts in the packet's series; 0 if none does."""
    template: str = ""
    """The template of its paper, empty for an item that is only a table."""
    kind: PaperKind | None = None
    """The kind of its paper; None for a template of the packet's own."""

    @property
    def stem(self) -> str:
        """The name of its files without ending: '03-perjanjian'."""
        return f"{self.number:02}-{self.code}"

    @property
    def annexes(self) -> str:
        """The annexes of the packet that it is or holds: 'II', 'I, II', or ''."""
        if not self.first_annex:
            return self.annex
        return ", ".join(map(roman, range(self.first_annex, self.first_annex + self.item.own_annexes)))

    @property
    def files(self) -> tuple[str, ...]:
        """Its files below the packet's folder; none unless it is made."""
        if self.state != PRESENT:
            return ()
        endings = (*(("docx", "pdf") if self.template else ()), *(("xlsx",) if self.item.table else ()))
        inside = f"{RESTRICTED}/" if self.item.restricted else ""
        return tuple(f"{inside}{self.stem}.{ending}" for ending in endings)


def shape_of(project: Project) -> Shape:
    """The shape the project chose, or the one that fits: kecamatan that sign make agreements of their own."""
    return project.packet.shape or (Shape.UNIT if project.districts else Shape.REGION)


def level_of(project: Project) -> UnitLevel:
    """What a unit of the packets is."""
    return project.packet.level or (UnitLevel.DISTRICT if shape_of(project) is Shape.UNIT else UnitLevel.VILLAGE)


def choose(
    contents: Contents, kinds: PaperKinds, project: Project, *, region: bool, public: bool
) -> tuple[Chosen, ...]:
    """The items of the region's packet, or of each unit's, in their order.

    Raises:
        Refused: for each item the project leaves out that no packet has, each item of an unknown kind.
    """
    _check(contents, kinds, project)
    shape = shape_of(project)
    waived = {code.value: left.reason for code, left in project.packet.left_out}
    made: list[Chosen] = []
    for number, (code, item) in enumerate(contents.items, 1):
        if not item.belongs(shape, region=region):
            continue
        state, reason = _state(item, kinds, project, waived.get(code.value, ""), public=public)
        kind = kinds.find(item.kind)[1] if item.kind else None
        template = kind.template if kind else item.template
        made.append(Chosen(code.value, number, item, state, reason, template=template, kind=kind))
    return _numbered(made)


def _state(item: Item, kinds: PaperKinds, project: Project, waived: str, *, public: bool) -> tuple[str, str]:
    if waived:
        return WAIVED, waived
    if public and item.restricted:
        return WAIVED, "versi publik tidak memuat data pribadi"
    lacking = _lacking(item, kinds, project)
    if lacking:
        return MISSING, lacking
    if not (item.kind or item.template or item.table):
        return MISSING, item.note or "disiapkan di luar program ini"
    return PRESENT, item.note


def _lacking(item: Item, kinds: PaperKinds, project: Project) -> str:
    """What the project must have for the item and has not."""
    if not item.kind:
        return ""
    _, kind = kinds.find(item.kind)
    if kind.part is Part.DISTRICT and level_of(project) is not UnitLevel.DISTRICT:
        return "naskah ini untuk kecamatan, sedangkan unit paket ini desa"
    has: Mapping[Need, object] = {
        Need.REGISTER: project.register,
        Need.DECREES: project.decree_list,
        Need.DISTRICTS: project.districts,
    }
    missing = [str(need) for need in kind.needs if not has[need]]
    return f"proyek belum menyebut {', '.join(missing)}" if missing else ""


def _numbered(made: list[Chosen]) -> tuple[Chosen, ...]:
    """Annexes counted on through the whole packet, those inside its agreement with them."""
    found: list[Chosen] = []
    following = 1
    for one in made:
        if one.state != PRESENT:
            found.append(one)
        elif one.item.own_annexes:
            found.append(replace(one, first_annex=following))
            following += one.item.own_annexes
        else:
            found.append(replace(one, annex=roman(following) if one.item.annex else ""))
            following += one.item.annex
    return tuple(found)


def _check(contents: Contents, kinds: PaperKinds, project: Project) -> None:
    problems: list[Problem] = [
        UnknownChoice(place=code.place, what="butir paket", given=code.value, known=contents.codes)
        for code, _ in project.packet.left_out
        if code.value not in contents.codes
    ]
    problems += [
        UnknownChoice(place=item.place, what="jenis naskah", given=item.kind, known=kinds.codes)
        for _, item in contents.items
        if item.kind and item.kind not in kinds.codes
    ]
    if problems:
        raise Refused(*problems)
