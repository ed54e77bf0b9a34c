"""What is known of a region: what it is, what it lies in, its law and its words, each with how well it is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from regpol.law.model import Regulation, Rulebook
from regpol.law.model.regions import BLANK, LocalName, Thing
from regpol.project.region import Region, RegionKind, attributes, counts_below, find
from regpol.reports.layout import bullets, columns, heading
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.language import thousands

_THINGS = {
    Thing.GOVERNMENT: "pemerintahnya",
    Thing.DISTRICT: "kecamatan",
    Thing.WARD: "kelurahan",
    Thing.VILLAGE: "desa",
    Thing.VILLAGE_COUNCIL: "BPD",
    Thing.COUNCIL: "DPRD",
    Thing.COUNCIL_OFFICE: "sekretariat DPRD",
    Thing.REGULATION: "peraturan daerah",
    Thing.BUDGET: "APBD",
}
_UNREAD = "naskahnya belum terbaca, jadi tidak menjadi kaidah"
Json = dict[str, Any]


@dataclass(frozen=True)
class RegionReport:
    """A region with what the rulebook says of it. ``below`` counts the units in it, by kind."""

    region: Region
    book: Rulebook
    below: dict[RegionKind, int]

    @property
    def loaded(self) -> tuple[Regulation, ...]:
        """The regional regulations in the rulebook that hold there."""
        regulations = self.book.regulations.values()
        return tuple(it for it in regulations if not it.national and it.covers(self.region.code))

    @property
    def names(self) -> tuple[LocalName, ...]:
        """What each thing is called there."""
        law, kind = self.book.regions, self.region.governed_as
        return tuple(law.name(thing, self.region.code, kind) for thing in Thing)


def report_region(book: Rulebook, region: Region) -> RegionReport:
    """Gathers what is known of a region."""
    return RegionReport(region, book, counts_below(region.code))


def region_text(report: RegionReport) -> str:
    """The report as an official reads it."""
    return "\n\n".join(_parts(report)) + "\n"


def _parts(report: RegionReport) -> Iterator[str]:
    region, law = report.region, report.book.regions
    yield heading(f"{region.path} ({region.code})", "═")
    yield columns(_facts(report), (22, 0))
    local = [name for name in report.names if not name.national]
    if local:
        lines = (f"{_THINGS[it.thing]}: {_named(it)} — {_known(it.citation, it.evidence, it.note)}" for it in local)
        yield "Sebutan setempat\n" + bullets(lines)
    national = [_THINGS[it.thing] for it in report.names if it.national]
    if national:
        yield "Memakai kata nasional, atau nama setempatnya belum ditemukan\n" + bullets([", ".join(national)])
    loaded = report.loaded
    if loaded:
        lines = (f"{it.name} tentang {it.about} (bacaan: {it.reading}; lingkup {it.scope})" for it in loaded)
        yield "Peraturan daerah yang termuat sebagai kaidah\n" + bullets(lines)
    instruments = law.instruments_of(region.code)
    if instruments:
        lines = (
            f"{it.name} tentang {it.about}{f': {it.text}' if it.text else ''} [{it.evidence.label}]"
            for it in instruments
        )
        yield f"Peraturan daerah yang diketahui ada ({_UNREAD})\n" + bullets(lines)
    elif not loaded:
        yield "Peraturan daerah tentang jaminan sosial ketenagakerjaan: tidak ada yang diketahui"


def _facts(report: RegionReport) -> Iterator[tuple[str, str]]:
    region, law = report.region, report.book.regions
    yield "Jenis", _kind_words(region)
    if region.parents:
        yield "Bagian dari", ", ".join(f"{find(code).name} ({code})" for code in reversed(region.parents))
    status = law.status(region.code)
    known = f"{status.status} — {_known(status.citation, status.evidence, status.note)}" if status else "tidak khusus"
    yield "Kekhususan", known
    forming = law.forming(region.code)
    if region.level < 3:
        note = f"; {forming.note}" if forming and forming.note else ""
        yield "Dibentuk dengan", f"{forming} [{forming.evidence.label}{note}]" if forming else BLANK
    yield "Pemerintahnya", region.government
    yield "Kepalanya", f"{region.head} {region.short_name}"
    below = (f"{thousands(count)} {_word(report, kind)}" for kind, count in report.below.items())
    yield "Unit di bawahnya", ", ".join(below) or "–"


def _kind_words(region: Region) -> str:
    part = "" if region.autonomous or region.level > 2 else "; bagian dari provinsinya, tanpa anggaran daerah sendiri"
    called = f", di sana {region.word}" if region.word.casefold() != str(region.kind) else ""
    return f"{region.kind}{called}{part}"


def _word(report: RegionReport, kind: RegionKind) -> str:
    things = {
        RegionKind.KECAMATAN: Thing.DISTRICT,
        RegionKind.KELURAHAN: Thing.WARD,
        RegionKind.DESA: Thing.VILLAGE,
    }
    if kind not in things or report.region.level == 1:
        return str(kind)
    name = report.book.regions.name(things[kind], report.region.code, report.region.governed_as).name
    return name if name.casefold() == str(kind) else f"{name} ({kind})"


def _named(name: LocalName) -> str:
    short = f" ({name.short})" if name.short else ""
    return f"{name.name}{short}{f', dipimpin {name.head}' if name.head else ''}"


def _known(citation: Citation, evidence: Evidence, note: str) -> str:
    return f"{citation} [{evidence.label}{f'; {note}' if note else ''}]"


def region_json(report: RegionReport) -> Json:
    """The report as one document."""
    region, law = report.region, report.book.regions
    forming, status = law.forming(region.code), law.status(region.code)
    return {
        "code": region.code,
        "name": region.name,
        "kind": str(region.kind),
        "path": region.path,
        "parents": list(region.parents),
        "autonomous": region.autonomous,
        "attributes": attributes(law, region.code),
        "special_status": status
        and {"status": status.status, "citation": str(status.citation), "evidence": status.evidence.code},
        "forming_law": forming
        and {"law": forming.law, "about": forming.about, "evidence": forming.evidence.code, "note": forming.note},
        "government": region.government,
        "head": region.head,
        "units": {str(kind): count for kind, count in report.below.items()},
        "names": list(_names_json(report.names)),
        "known_instruments": [
            {"region": it.region, "name": it.name, "about": it.about, "said": it.text, "evidence": it.evidence.code}
            for it in law.instruments_of(region.code)
        ],
        "loaded_instruments": [{"name": it.name, "scope": it.scope, "reading": it.reading} for it in report.loaded],
        "rulebook": {"hash": report.book.hash},
    }


def _names_json(names: Iterable[LocalName]) -> Iterator[Json]:
    for it in names:
        yield {
            "thing": str(it.thing),
            "name": it.name,
            "short": it.short or None,
            "head": it.head or None,
            "local": not it.national,
            "citation": str(it.citation),
            "evidence": it.evidence.code,
        }
