"""The work list for a lawyer: which texts to obtain and read, in what order, and what to look for in them."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from regpol.law.coverage import Covered
from regpol.law.model import Regulation, Rulebook
from regpol.law.reading_list import Stage, ToRead
from regpol.reports.rule_words import categories_words
from regpol.reports.rulebook.layout import PAGE, folded, labelled, page, section, titled

_STAGES = {
    Stage.UNREAD: ("cari dan baca", "Cari dan baca dahulu: naskah, bagian, atau letaknya belum terbaca"),
    Stage.QUOTED: ("baca naskahnya", "Baca naskahnya: baru dikenal dari kutipan atau ringkasan"),
    Stage.MIRRORED: ("cocokkan", "Cocokkan dengan naskah resmi: dibaca pada cermin naskah"),
}
_HEADER = (
    "urutan",
    "tahap",
    "peraturan",
    "tentang",
    "tempat",
    "alamat",
    "cari",
    "kaidah",
    "nilai",
    "kategori",
    "letak",
)
_SHOWN = 6
_ORDER = (
    "Urutan dalam tiap tahap: paling banyak kategori, lalu kaidah, lalu nilai yang bersandar pada bagian yang disebut. "
    "Bila sama, peraturan inti dahulu, lalu yang lebih baru."
)


def work_text(book: Rulebook, found: tuple[ToRead, ...]) -> str:
    """The list in its stages, numbered through."""
    number = {one.regulation.name: place for place, one in enumerate(found, 1)}
    blocks = []
    for stage, (_, title) in _STAGES.items():
        own = [one for one in found if one.stage is stage]
        body = "\n".join(_block(book, one, number[one.regulation.name]) for one in own)
        blocks.append(section(f"{title} ({len(own)})", body))
    title = f"Daftar kerja ahli hukum: {len(found)} peraturan di bawah bukti resmi"
    order = "\n".join(folded(_ORDER, PAGE))
    return page((titled(title), order, *blocks, section("Di luar peraturan", labelled(_beside(book)))))


def _block(book: Rulebook, one: ToRead, number: int) -> str:
    official = one.regulation.official
    rows = [
        (f"{number:>3}. Naskah", f"{one.regulation.name} tentang {one.regulation.about}"),
        ("     Bersandar", _weight(book, one)),
    ]
    if official or one.stage is not Stage.MIRRORED:
        rows.append(("     Peroleh", _where(one.regulation)))
    if official and official.seek:
        rows.append(("     Cari", official.seek))
    return labelled([*rows, *_places(one)])


def _weight(book: Rulebook, one: ToRead) -> str:
    parts = [f"{one.rules} kaidah"] if one.rules else []
    parts += [f"{one.figures} nilai atau iuran"] if one.figures else []
    whom = f"; {categories_words(book, one.categories)}" if one.categories else ""
    return (" dan ".join(parts) or "belum ada") + whom


def _where(regulation: Regulation) -> str:
    if regulation.official:
        address = (
            f" (alamatnya dicatat, belum dibuka)\n<{regulation.official.address}>"
            if regulation.official.address
            else ""
        )
        return regulation.official.keeper + address
    return f"laman penerbit{f' ({regulation.issuer})' if regulation.issuer else ''}; alamatnya belum dicatat"


def _places(one: ToRead) -> Iterator[tuple[str, str]]:
    if one.stage is Stage.MIRRORED:
        return
    for number, place in enumerate(one.places[:_SHOWN]):
        yield "" if number else "     Bagian", _place(place)
    if len(one.places) > _SHOWN:
        yield "", f"dan {len(one.places) - _SHOWN} letak lain"


def _place(place: Covered) -> str:
    where = place.citation.where or "tanpa letak"
    grade = f" [{place.provision.evidence.label}]" if place.provision else ""
    return f"{where}{grade}: {place.gist}"


def _beside(book: Rulebook) -> Iterator[tuple[str, str]]:
    """Accounts and minimum wages rest on papers that are no regulation of the rulebook."""
    for account in {(it.code, it.name): it for it in book.accounts}.values():
        yield "     Rekening", f"{account.code} {account.name} [{account.evidence.label}]"


def work_csv(book: Rulebook, found: Iterable[ToRead]) -> str:
    """A row for each regulation, with a semicolon between columns."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(_HEADER)
    for number, one in enumerate(found, 1):
        official = one.regulation.official
        writer.writerow(
            (
                number,
                _STAGES[one.stage][0],
                one.regulation.name,
                one.regulation.about,
                official.keeper if official else "",
                official.address if official else "",
                official.seek if official else "",
                one.rules,
                one.figures,
                categories_words(book, one.categories) if one.categories else "",
                "; ".join(place.citation.pinpoint for place in one.places),
            )
        )
    return out.getvalue()


def work_json(found: Iterable[ToRead]) -> dict[str, Any]:
    """The list as one document."""
    return {
        "work": [
            {
                "rank": number,
                "stage": one.stage.name.lower(),
                "regulation": one.regulation.name,
                "keeper": one.regulation.official.keeper if one.regulation.official else None,
                "address": (one.regulation.official.address or None) if one.regulation.official else None,
                "seek": (one.regulation.official.seek or None) if one.regulation.official else None,
                "rules": one.rules,
                "figures": one.figures,
                "categories": list(one.categories),
                "places": [
                    {"citation": str(place.citation), "provision": place.provision.id if place.provision else None}
                    for place in one.places
                ],
            }
            for number, one in enumerate(found, 1)
        ]
    }
