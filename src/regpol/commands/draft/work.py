"""The work behind ``regpol draft``: the brief of a project, and the writer for a kind of file."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from regpol.commands import opening, shell
from regpol.commands.draft.people import listed_recipients
from regpol.commands.paid_people import paid_tallies, pay
from regpol.commands.register.mapping import project_mappings
from regpol.commands.register.work import Desk, Work
from regpol.documents.brief.brief import Brief
from regpol.documents.brief.council import fill_for_council
from regpol.documents.brief.filling import Material, fill
from regpol.documents.brief.minutes import MinutesBrief, minutes_of
from regpol.documents.brief.paper import Stamp
from regpol.documents.brief.topics import topics_of
from regpol.documents.brief.village import fill_for_village
from regpol.documents.brief.wording import read_wording
from regpol.documents.kinds import Listed, Maker, Need, PaperKind, PaperKinds, Part, Source
from regpol.documents.naskah import render
from regpol.documents.naskah.tree import Draft
from regpol.project.project import District, Project, open_project
from regpol.project.region import Region, RegionKind, find, units
from regpol.receipt.inputs import gather
from regpol.register.reconciliation.reconcile import reconcile
from regpol.terms.dates import long_date
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption, BadProject, UnknownChoice

Writer = Callable[[Draft, Path, bool], bytes]
"""Takes a draft, the folder of templates, and whether it is to be clean."""


_KEPT = "regpol draft perwali --project examples/mataram --arsip -o arsip.pdf"


def listed(kinds: PaperKinds) -> Iterator[str]:
    """Every kind by family: the name to type, what it is, who signs, what the project must have."""
    for family, members in kinds.families():
        yield family
        for code, kind in members:
            also = f" (juga: {', '.join(kind.aliases)})" if kind.aliases else ""
            yield f"  {code:14} {kind.name}{also}"
            needs = ", ".join(kind.needs) or "tidak ada selain project.yaml"
            part = "" if kind.part in {Part.NONE, Part.ANY} else f"; --unit {kind.part}"
            yield f"  {'':14} untuk {', '.join(kind.regions)}; ditandatangani {kind.signer}; perlu {needs}{part}"


def require(kind: PaperKind, project: Project) -> None:
    """Refuses a kind that the region does not know or the project has not enough for."""
    governed = find(project.region).governed_as
    if governed not in kind.regions:
        trouble = f"{kind.name} hanya untuk {', '.join(kind.regions)}, sedangkan wilayah proyek ini {governed}"
        raise Refused(BadProject(place=project.place, trouble=trouble))
    has = {Need.REGISTER: project.register, Need.DECREES: project.decree_list, Need.DISTRICTS: project.districts}
    missing = tuple(need for need in kind.needs if not has[need])
    if missing:
        raise Refused(*(BadProject(place=project.place, trouble=f"proyek belum menyebut {name}") for name in missing))


def writer_for(output: Path, *, kept: bool = False) -> Writer:
    """The writer for a file's ending; ``kept`` for the copy that goes into the archive, which is a PDF.

    Raises:
        Refused: if nothing writes such a file.
    """
    if kept and output.suffix.lower() != ".pdf":
        trouble = f"salinan arsip ditulis sebagai PDF, bukan {output.suffix or 'berkas tanpa akhiran'}"
        raise Refused(BadOption(place=NOWHERE, trouble=trouble, meaning="--arsip dengan -o BERKAS.pdf", example=_KEPT))
    found = _kept if kept else _WRITERS.get(output.suffix.lower())
    if found is None:
        known = tuple(_WRITERS)
        raise Refused(UnknownChoice(place=NOWHERE, what="jenis berkas", given=output.suffix, known=known))
    return found


def _pdf(draft: Draft, templates: Path, clean: bool) -> bytes:
    del templates
    from regpol.documents.writers import pdf

    return pdf.write(draft, clean=clean)


def _kept(draft: Draft, templates: Path, clean: bool) -> bytes:
    del templates
    from regpol.documents.writers import pdf

    return pdf.write_kept(draft, clean=clean)


def _docx(draft: Draft, templates: Path, clean: bool) -> bytes:
    from regpol.documents.word import docx

    return docx.write(draft, styles=templates / "styles.docx", clean=clean)


def _html(draft: Draft, templates: Path, clean: bool) -> bytes:
    del templates
    from regpol.documents.writers import html

    return html.write(draft, clean=clean, for_screen=True).encode()


def _text(draft: Draft, templates: Path, clean: bool) -> bytes:
    del templates
    from regpol.documents.naskah import outline

    del clean
    return outline.write(draft).encode()


def _akn(draft: Draft, templates: Path, clean: bool) -> bytes:
    del templates
    from regpol.documents.writers import akn

    return akn.write(draft, clean=clean).encode()


def _markdown(draft: Draft, templates: Path, clean: bool) -> bytes:
    del templates
    from regpol.documents.writers import markdown

    return markdown.write(draft, clean=clean).encode()


_WRITERS: dict[str, Writer] = {
    ".pdf": _pdf,
    ".docx": _docx,
    ".html": _html,
    ".xml": _akn,
    ".md": _markdown,
    ".txt": _text,
}


def project_brief(
    folder: Path,
    unit: str | None,
    on: date,
    templates: Path,
    kind: PaperKind | None = None,
    *,
    show_personal: bool = False,
) -> Brief:
    """The brief of a project, or of the paper of one part of its region.

    ``show_personal`` writes the people a paper lists in full; they are masked otherwise.
    """
    opened = open_project(folder)
    if kind:
        require(kind, opened)
    district = _district(opened, unit) if kind and kind.part is Part.DISTRICT else None
    desk = Desk(folder / opened.register, folder)
    with Work(desk) as work:
        pay(desk, work, opened)
        material = Material(
            rulebook=desk.book,
            project=opened,
            region=desk.region,
            units=desk.units.names,
            decided=work.decided,
            tariffs=work.tariffs(),
            tallies=paid_tallies(work),
            wording=read_wording(templates),
            decided_on=on,
        )
        listed = None
        if kind and kind.listed is Listed.RECIPIENTS:
            part = _unit(desk.units.names, unit) if unit else None
            listed = listed_recipients(desk, work, opened, part, show_personal=show_personal)
    if kind and kind.part is Part.VILLAGE:
        brief = fill_for_village(material, _village(desk.units.names, unit))
    elif kind and kind.maker is Maker.COUNCIL:
        brief = fill_for_council(material)
    else:
        brief = fill(material, district)
    brief = replace(brief, topics=topics_of(opened, material.wording))
    points = kind.asked(brief.open_points) if kind else brief.open_points
    return replace(brief, open_points=points, recipients=listed, stamp=stamped(brief.stamp, opened, templates))


def stamped(stamp: Stamp, project: Project, templates: Path) -> Stamp:
    """The stamp with the fingerprints of everything that was read."""
    return replace(stamp, inputs=gather(project, shell.data_folder("rules"), templates).hashes)


def filled(
    kind: PaperKind, project: Path, unit: str | None, on: date, templates: Path, *, show_personal: bool = False
) -> Brief | MinutesBrief:
    """What a paper of a kind is written from, on a day."""
    if show_personal and kind.listed is Listed.NOBODY:
        trouble, meaning = (
            f"--show-personal: {kind.name} tidak memuat daftar orang",
            "--show-personal pada daftar penerima",
        )
        example = "regpol draft keputusan-penerima --project examples/mataram --show-personal -o daftar.pdf"
        raise Refused(BadOption(place=NOWHERE, trouble=trouble, meaning=meaning, example=example))
    if kind.source is Source.COMPARISON:
        return minutes_brief(project, unit, on, templates)
    return project_brief(project, unit, on, templates, kind, show_personal=show_personal)


def drafted(kind: PaperKind, project: Path, unit: str | None, on: date, templates: Path) -> Draft:
    """The draft of a kind as it would be made on a day."""
    return render.draft(kind.template, filled(kind, project, unit, on, templates), templates)


def minutes_brief(folder: Path, unit: str | None, on: date, templates: Path | None = None) -> MinutesBrief:
    """The minutes of what a project's register and list of decrees have in common."""
    opened = open_project(folder)
    for name, value in (("register", opened.register), ("daftar_sk", opened.decree_list)):
        if not value:
            raise Refused(BadProject(place=opened.place, trouble=f"proyek belum menyebut {name}"))
    known = units(opened.region)
    chosen = _unit(known.names, unit) if unit else None
    mappings = project_mappings(opened)
    report = reconcile(
        [folder / opened.register],
        [folder / opened.decree_list],
        units=known,
        on_date=date(opened.year, 1, 1),
        mappings=mappings,
    )
    book = opening.rulebook_for(None, opened.regional)
    stamp = Stamp(rulebook=book.hash[:12], decided=on.isoformat(), decided_words=long_date(on))
    stamp = stamped(stamp, opened, templates or shell.data_folder("templates"))
    return minutes_of(report, opened, find(opened.region), chosen, stamp)


def _unit(names: Mapping[str, str], wanted: str) -> Region:
    """The unit of a code or a name; a name that several units bear is refused with their codes."""
    found = [code for code, name in names.items() if wanted.casefold() in {code, name.casefold()}]
    if len(found) == 1:
        return find(found[0])
    near = difflib.get_close_matches(wanted, names.values(), n=5)
    known = [f"{names[code]} ({code})" for code in names if code in found or (not found and names[code] in near)]
    raise Refused(UnknownChoice(place=NOWHERE, what="unit", given=wanted, known=tuple(known)))


def _village(names: Mapping[str, str], unit: str | None) -> Region:
    """The village of a code or a name; a kelurahan or a district enacts no regulation of its own."""
    found = _unit(names, unit or "")
    if found.kind is not RegionKind.DESA:
        trouble = f"--unit {found.name} adalah {found.kind}, yang tidak membentuk peraturan sendiri"
        meaning, example = "nama atau kode desa, kampung, nagari, atau gampong", f"--unit {found.parents[-1]}.2001"
        raise Refused(BadOption(place=NOWHERE, trouble=trouble, meaning=meaning, example=example))
    return found


def _district(project: Project, unit: str | None) -> District:
    names = {district.code: find(district.code).name for district in project.districts}
    wanted = (unit or "").casefold()
    for district in project.districts:
        if wanted in {district.code, names[district.code].casefold()}:
            return district
    known = tuple(f"{name} ({code})" for code, name in names.items())
    place = Place(f"{project.folder.name}/project.yaml")
    raise Refused(UnknownChoice(place=place, what="kecamatan", given=unit or "", known=known))
