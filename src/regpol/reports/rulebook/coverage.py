"""How much of each regulation something in the rulebook answers for, as a table, a list and a document."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from regpol.law.coverage import Claim, Coverage, Covered
from regpol.reports.rulebook.layout import PAGE, folded, listed, page, section, table, titled

_HEADS = {
    Claim.RULE: "kaidah",
    Claim.FIGURE: "nilai",
    Claim.UNREAD: "baca?",
    Claim.DEFINITION: "definisi",
    Claim.PROCEDURE: "prosedur",
    Claim.NOT_MODELLED: "dilepas",
    Claim.UNCLAIMED: "belum",
}
_WIDTHS = (30, *(8 for _ in Claim), 6)
_LEGEND = (
    "kaidah: memuat norma yang memutus. nilai: dipakai nilai, iuran, atau manfaat. baca?: mengatur, tetapi naskahnya "
    "belum terbaca. definisi, prosedur: dinyatakan begitu. dilepas: tidak dimodelkan, dengan alasan. belum: tidak "
    "diurus apa pun. Yang dihitung hanya ketentuan yang dimuat buku aturan; isi naskah tidak dicari-cari katanya."
)

TROUBLE = "tidak menjadi kaidah, nilai, iuran, atau manfaat, dan sifat_teks atau alasannya belum ditulis"


def coverage_text(found: tuple[Coverage, ...], *, full: bool) -> str:
    """The table with its totals; with ``full`` every place and what answers for it."""
    total: Counter[Claim] = Counter()
    for one in found:
        total.update(one.counts)
    rows = [
        ("peraturan", *_HEADS.values(), "diurus"),
        *((one.regulation, *_numbers(one.counts)) for one in found),
        ("Jumlah", *_numbers(total)),
    ]
    title = f"Cakupan: {total.total()} ketentuan dari {len(found)} peraturan"
    return page(
        (
            titled(title),
            table(rows, _WIDTHS, "", range(1, len(_WIDTHS))),
            "\n".join(folded(_LEGEND, PAGE)),
            *(_places(one) for one in found if full),
        )
    )


def _numbers(counts: Counter[Claim]) -> Iterable[str]:
    return *(str(counts[claim]) if counts[claim] else "–" for claim in Claim), share(counts)


def share(counts: Counter[Claim]) -> str:
    """Claimed of all, in whole per cent rounded down, so that 100 means all."""
    total = counts.total()
    return f"{(total - counts[Claim.UNCLAIMED]) * 100 // total} %" if total else "kosong"


def _places(one: Coverage) -> str:
    return section(one.regulation, listed(place_words(place) for place in one.places))


def place_words(place: Covered) -> str:
    """A place with what answers for it."""
    where = place.citation.where or "tanpa letak"
    told = ", ".join(place.by) or place.reason
    return f"{where}: {place.claim}" + (f" — {told}" if told else "")


def coverage_json(found: tuple[Coverage, ...]) -> dict[str, Any]:
    """The same as a document."""
    return {
        "regulations": [
            {
                "regulation": one.regulation,
                "counts": {claim.name.lower(): one.counts[claim] for claim in Claim},
                "places": [_place(place) for place in one.places],
            }
            for one in found
        ],
        "unclaimed": sum(one.unclaimed for one in found),
    }


def _place(place: Covered) -> dict[str, Any]:
    return {
        "citation": str(place.citation),
        "provision": place.provision.id if place.provision else None,
        "claim": place.claim.name.lower(),
        "by": list(place.by),
        "reason": place.reason or None,
    }
