"""The annex no official signs: each clause with what it rests on, and what a lawyer still has to find.

It goes into marked papers only. A reader must see in one place how well every norm is known, so the
clauses that rest on less than official text stand out, and below them the work that would change it,
ranked by how many clauses wait for it.
"""

from dataclasses import replace
from html import escape
from itertools import groupby

from regpol.documents.brief.paper import Basis
from regpol.documents.naskah.tree import Draft, Unit

_SHOWN = 6


def basis_matrix(draft: Draft) -> str:
    """The matrix and the work list as HTML; nothing where no clause rests on law and no work waits."""
    if not draft.grounded and not waiting(draft) and not draft.open_points:
        return ""
    return (
        f'<section class="pemeriksaan">{_matrix(draft)}'
        '<h2 data-bm="Daftar pekerjaan">DAFTAR PEKERJAAN PERANCANG</h2>'
        f"{_table('pekerjaan', ('No.', 'Yang harus diselesaikan', 'Keadaan', 'Klausul'), _work(draft), _NO_WORK)}"
        "</section>\n"
    )


def _matrix(draft: Draft) -> str:
    """The clauses with their law; nothing in a letter, where no clause rests on any."""
    if not draft.grounded:
        return ""
    return (
        '<h2 data-bm="Matriks dasar hukum">MATRIKS DASAR HUKUM</h2>'
        f'<p class="penjelasan">{escape(summary(draft))}</p>'
        f"{_table('matriks', ('Klausul', 'Dasar', 'Pokok isi', 'Bukti'), _clauses(draft), _NO_BASIS)}"
    )


_NO_BASIS = "Belum ada klausul yang dasar hukumnya dihimpun; yang harus dicari ada pada daftar di bawah."
_NO_WORK = "Tidak ada yang menunggu: setiap dasar yang dicatat telah dicocokkan dengan naskah resminya."


def summary(draft: Draft) -> str:
    """One paragraph on how well the draft is founded and what it was made from."""
    stamp = draft.stamp
    grounded = [unit for unit in draft.grounded if any(basis.citation for basis in unit.bases)]
    doubtful = sum(unit.doubtful for unit in grounded)
    made = (
        f"Disusun dengan {stamp.program} dari kumpulan aturan {stamp.rulebook} menurut keadaan {stamp.decided_words}."
    )
    if not grounded:
        return made
    return f"{len(grounded)} klausul mempunyai dasar yang dicatat; {doubtful} di antaranya perlu diverifikasi. {made}"


def waiting(draft: Draft) -> list[tuple[Basis, list[Unit]]]:
    """What is not official yet with the clauses that rest on it, most clauses first."""
    found: dict[str, tuple[Basis, list[Unit]]] = {}
    for unit in draft.grounded:
        for basis in unit.bases:
            if not basis.official:
                # one text is one piece of work, under however many keys the templates ask for it
                found.setdefault(basis.citation or basis.gist, (basis, []))[1].append(unit)
    return sorted(found.values(), key=lambda item: (-len(item[1]), item[0].citation, item[0].gist))


def _clauses(draft: Draft) -> str:
    """Clauses that rest on collected law; neighbours on the same law share a row."""
    cited = [(tuple(replace(basis, id="") for basis in unit.bases if basis.citation), unit) for unit in draft.grounded]
    rows = []
    for bases, group in groupby((pair for pair in cited if pair[0]), key=lambda pair: pair[0]):
        units = [unit for _, unit in group]
        rows += [_clause_row(basis, units if not place else [], len(bases)) for place, basis in enumerate(bases)]
    return "".join(rows)


def _clause_row(basis: Basis, units: list[Unit], span: int) -> str:
    first = f'<td rowspan="{span}">{_links(units, len(units))}</td>' if units else ""
    grade = "resmi" if basis.official else "lemah"
    return (
        f"<tr>{first}<td>{escape(basis.citation)}</td><td>{escape(basis.gist)}</td>"
        f'<td class="{grade}">{escape(basis.evidence)}</td></tr>'
    )


def _work(draft: Draft) -> str:
    points = [(point.text, point.evidence, "") for point in draft.open_points]
    points += [(basis.citation or basis.gist, basis.evidence, _links(units, _SHOWN)) for basis, units in waiting(draft)]
    return "".join(
        f"<tr><td>{number}.</td><td>{escape(text)}</td><td>{escape(evidence)}</td><td>{clauses}</td></tr>"
        for number, (text, evidence, clauses) in enumerate(points, 1)
    )


def _links(units: list[Unit], most: int) -> str:
    shown, before = "", ""
    for unit in units[:most]:
        above, place = _parted(unit.address)
        gap, said = (", ", place) if above and above == before else ("; " if shown else "", unit.address)
        shown += f'{gap}<a href="#{unit.eid}">{escape(said)}</a>'
        before = above
    rest = len(units) - most
    return f"{shown}; dan {rest} lainnya" if rest > 0 else shown


def _parted(address: str) -> tuple[str, str]:
    """What an address stands under, and its own place: neighbours under one ayat share the words before it.

    >>> _parted("Pasal 5 ayat (1) huruf b")
    ('Pasal 5 ayat (1)', 'huruf b')
    """
    words = address.split(" ")
    return " ".join(words[:-2]), " ".join(words[-2:])


def _table(name: str, columns: tuple[str, ...], rows: str, otherwise: str) -> str:
    """The table, or the sentence that says why there is none."""
    if not rows:
        return f'<p class="penjelasan">{escape(otherwise)}</p>'
    head = "".join(f"<th>{column}</th>" for column in columns)
    return f'<table class="data {name}"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
