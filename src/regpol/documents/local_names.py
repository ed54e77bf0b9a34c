"""What a region, its villages and their councils are called in papers; every name comes from the law on regions."""

from regpol.documents.brief import Village
from regpol.documents.paper import Region
from regpol.law.model.regions import Thing
from regpol.project.project import Project
from regpol.project.region import Region as Place
from regpol.project.region import find


def local_words(region: Place) -> dict[str, str]:
    """The words that wording may ask for, lower case as norms write them: desa, pemimpin_desa, bpd, lurah."""
    desa, bpd = region.called(Thing.VILLAGE), region.called(Thing.VILLAGE_COUNCIL)
    ward = region.called(Thing.WARD).head
    leader = ward if region.governed_as == "kota" else f"{desa.head} atau {ward}"
    named = {"desa": desa.name, "pemimpin_desa": desa.head, "bpd": bpd.name}
    return {word: name.lower() for word, name in named.items()} | {"lurah": leader}


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
    )
