"""On what authority a paper is set: what empowers or commands it, and what the region already has.

A norm may be cited by a clause without giving anybody the power to regulate; only what empowers or
commands belongs in Mengingat (DR-026). Which clause keys do so is the drafters' list, `wewenang` in
``templates/rumusan.yaml``.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from regpol.documents.brief.brief import Recital
from regpol.documents.brief.paper import OpenPoint
from regpol.documents.brief.wording import Wording
from regpol.law.model import Provision, Rulebook
from regpol.project.project import Duty, ExistingRegulation, Project
from regpol.project.region import Region


def empowering(wording: Wording, bases: Mapping[str, tuple[Provision, ...]], on: date) -> Iterator[Provision]:
    """The provisions that empower or command, of regulations in force on the day."""
    for key, provisions in bases.items():
        if key in wording.empowering or key.partition(":")[0] in wording.empowering_families:
            yield from (it for it in provisions if in_force(it, on))


def in_force(provision: Provision, on: date) -> bool:
    """Whether the regulation of a provision holds on the day, as far as its dates are known."""
    span = provision.regulation.validity
    return span.since.earliest <= on and (span.until is None or on <= span.until.latest)


def cited_existing(one: ExistingRegulation, region: Region, wording: Wording) -> str:
    """A regulation of the region as Mengingat and the closing chapter write it."""
    return f"{_named(one, region)} {one.gazette or blank_gazette(one.kind, wording)}".strip()


def blank_gazette(kind: str, wording: Wording) -> str:
    """What stands for a gazette nobody has looked up: a Perda has another than what the head sets."""
    return wording.gazette.blank("daerah" if kind.startswith(_OF_COUNCIL) else "perkada")


def of_region(kind: str, region: Region) -> str:
    """A kind with its region: 'Peraturan Daerah Kota Mataram', but 'Peraturan Wali Kota Mataram'."""
    return f"{kind} {region.formal_name if kind.startswith(_OF_COUNCIL) else region.short_name}"


_OF_COUNCIL = ("Peraturan Daerah", "Qanun", "Perdasus", "Perdasi")


def _named(one: ExistingRegulation, region: Region) -> str:
    return f"{of_region(one.kind, region)} Nomor {one.number} Tahun {one.year} tentang {one.about}"


def carried_out(project: Project) -> tuple[ExistingRegulation, ...]:
    """The regulations of the region that the paper carries out."""
    return tuple(one for one in project.existing if one.duty is Duty.CARRY_OUT)


def revoked(project: Project, region: Region, wording: Wording) -> tuple[str, ...]:
    """The regulations that the paper replaces or repeals."""
    gone = (one for one in project.existing if one.duty in {Duty.REPLACE, Duty.REPEAL})
    return tuple(cited_existing(one, region, wording) for one in gone)


def standing(project: Project, region: Region, said: Mapping[str, str]) -> tuple[str, ...]:
    """What becomes of each regulation the region has; ``said`` has a sentence for each duty."""
    return tuple(said[one.duty.value].format(peraturan=_named(one, region)) for one in project.existing)


def recital_of_command(project: Project, region: Region, wording: Wording) -> tuple[Recital, ...]:
    """The one consideration of a regulation that a regional regulation commands (DR-020); none if none does."""
    return tuple(
        Recital(text=wording.commanded.format(letak=one.pinpoint or "Pasal …", peraturan=_named(one, region)))
        for one in carried_out(project)[:1]
    )


def open_authority(
    rulebook: Rulebook, wording: Wording, project: Project, region: Region, on: date
) -> tuple[OpenPoint, ...]:
    """What must be settled about the power to regulate, with the other instruments to choose from."""
    points = []
    granted = any(in_force(it, on) for it in _granting(rulebook, wording))
    if not granted or not carried_out(project):
        said = wording.no_authority if granted else wording.no_provision
        points.append(
            OpenPoint(
                text=said.format(perkada=f"Peraturan {region.head}", kepala=region.head),
                evidence="wewenang",
                about="wewenang",
            )
        )
    for one in project.existing:
        if one.duty is Duty.AMEND:
            text = wording.to_amend.format(peraturan=cited_existing(one, region, wording))
            points.append(OpenPoint(text=text, evidence="peraturan yang ada"))
    return tuple(points)


def _granting(rulebook: Rulebook, wording: Wording) -> Iterator[Provision]:
    named = {text.value for text in wording.bases.get("tugas:kepala_daerah", ())}
    return (it for it in rulebook.provisions if f"{it.citation.regulation} {it.citation.pinpoint}" in named)
