"""What a region, its villages and their councils are called in papers; every name comes from the law on regions."""

from regpol.documents.brief.brief import Village
from regpol.documents.brief.paper import OpenPoint, Region
from regpol.documents.brief.wording import Wording
from regpol.law.model.regions import Thing
from regpol.project.project import Project
from regpol.project.region import Region as Place
from regpol.project.region import RegionKind, children, counts_below, find


def local_words(region: Place) -> dict[str, str]:
    """The words that wording may ask for, lower case as norms write them: desa, pemimpin_desa, bpd, lurah."""
    desa, bpd = region.called(Thing.VILLAGE), region.called(Thing.VILLAGE_COUNCIL)
    leader = " atau ".join(head for head, _ in _units(region))
    named = {"desa": desa.name, "pemimpin_desa": desa.head, "bpd": bpd.name}
    return {word: name.lower() for word, name in named.items()} | {"lurah": leader}


def unnamed_council(region: Place, wording: Wording) -> tuple[OpenPoint, ...]:
    """What to settle where villages have a local name and no source names their council; nothing else."""
    village, council = region.called(Thing.VILLAGE), region.called(Thing.VILLAGE_COUNCIL)
    if village.national or not council.national:
        return ()
    return (OpenPoint(text=wording.no_council.format(desa=village.name), evidence="belum diverifikasi"),)


def _units(region: Place) -> tuple[tuple[str, str], ...]:
    """Head and name of the smallest units that lie in a region: both kinds, or the only one there is."""
    found = counts_below(region.code)
    kinds = {RegionKind.DESA: Thing.VILLAGE, RegionKind.KELURAHAN: Thing.WARD}
    things = [thing for kind, thing in kinds.items() if kind in found] or list(kinds.values())
    return tuple((name.head, name.name) for name in map(region.called, things))


def _governments_below(region: Place) -> tuple[tuple[str, str], ...]:
    """Head and kind of the autonomous regions in a province; none elsewhere, and none where its own units are."""
    if region.level > 1:
        return ()
    return tuple(dict.fromkeys((below.head, str(below.kind)) for below in children(region.code) if below.autonomous))


def village(place: Place, region: Region) -> Village:
    """A village as its papers name it."""
    return Village(
        name=place.short_name,
        code=place.code,
        head=place.head,
        district=find(place.parents[2]).name,
        full_name=f"{place.word} {place.name}",
        regency=find(place.parents[1]).name,
    )


def region_of(region: Place, project: Project) -> Region:
    """A region, as papers name it."""
    called = {thing: region.called(thing) for thing in Thing}
    units, below = _units(region), _governments_below(region)
    return Region(
        code=region.code,
        name=region.short_name,
        kind=region.word,
        province="" if region.level == 1 else region.path.rpartition(", ")[2],
        head=region.head,
        gazette="Berita Daerah",
        district=called[Thing.DISTRICT].name,
        district_head=called[Thing.DISTRICT].head,
        ward=called[Thing.WARD].name,
        ward_head=called[Thing.WARD].head,
        village=called[Thing.VILLAGE].name,
        village_head=called[Thing.VILLAGE].head,
        village_council=called[Thing.VILLAGE_COUNCIL].name,
        council=called[Thing.COUNCIL].name,
        law=called[Thing.REGULATION].name,
        budget=called[Thing.BUDGET].name,
        called_government=region.government,
        seat=project.seat,
        unit_heads=tuple(head for head, _ in units),
        unit_areas=tuple(area for _, area in units),
        local_heads=tuple(head for head, _ in below),
        local_areas=tuple(area for _, area in below),
    )
