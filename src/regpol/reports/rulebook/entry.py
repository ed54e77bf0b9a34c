"""One entry of the rulebook as a page: how well its text is known, when it holds, and all that rests on it."""

from collections.abc import Iterable, Iterator

from regpol.decision.rivals import rivals
from regpol.law.coverage import Covered, coverage
from regpol.law.entries import Entry
from regpol.law.figures import Figure
from regpol.law.model import Category, Provision, Regulation, Rule, Rulebook, Source, Value
from regpol.law.resting import Resting, resting_on
from regpol.reports.norm_words import norm_words
from regpol.reports.rule_words import categories_words, condition_words, whom_words
from regpol.reports.rulebook.closed_lists import category_rows, listed_rows, value_rows, value_title
from regpol.reports.rulebook.layout import labelled, listed, page, section, titled
from regpol.terms.answer import Evidence

Rows = Iterator[tuple[str, str]]
_FULL = 4
_SHOWN = 6
READINGS = {
    "lengkap": "dibaca lengkap",
    "sebagian": "dibaca sebagian",
    "tidak_ada": "belum dibaca sama sekali",
}
GRADES = {
    Evidence.OFFICIAL: "naskah resmi, dibaca pada penerbitnya",
    Evidence.MIRROR: "cermin naskah: teks lengkap pada laman lain, belum dicocokkan dengan naskah resmi",
    Evidence.SECONDARY: "sekunder: dikutip pihak lain, naskahnya sendiri tidak dibaca",
    Evidence.UNVERIFIED: "belum terverifikasi: hanya ringkasan, atau sumbernya tidak dapat dibuka pembaca",
    Evidence.NOT_FOUND: "tidak ditemukan: tidak ada naskah, jadi tidak disimpulkan apa pun",
}


def entry_page(book: Rulebook, entry: Entry, signed: tuple[str, ...] = ()) -> str:
    """The whole page; ``signed`` says who has approved the entry in a project, if one was named."""
    resting = resting_on(book, entry)
    rows = [*entry_rows(book, entry), *(("" if number else "Tanda tangan", it) for number, it in enumerate(signed))]
    return page(
        (
            titled(entry_title(book, entry)),
            labelled(rows),
            _own_provisions(book, entry),
            _rules(book, entry, resting),
            ""
            if isinstance(entry, Regulation)
            else section("Nilai, iuran, dan manfaat", listed(figure_words(figure) for figure in resting.figures)),
            section("Dibaca dan diam", listed(_brief(book, resting.read_by))),
            section("Kategori yang tersentuh", _touched(book, entry, resting)),
        )
    )


def entry_title(book: Rulebook, entry: Entry) -> str:
    """What the page is about."""
    if isinstance(entry, Regulation):
        return f"{entry.name} tentang {entry.about}"
    if isinstance(entry, Provision):
        return str(entry.citation)
    if isinstance(entry, Rule):
        return f"Kaidah {entry.id}"
    if isinstance(entry, Value):
        return value_title(entry)
    if isinstance(entry, Category):
        return f"Kategori {entry.name}"
    return f"{entry.vocabulary.capitalize()}: {entry.term.name}"


def entry_rows(book: Rulebook, entry: Entry) -> Rows:
    """What is known of the entry itself, label by label."""
    if isinstance(entry, Regulation):
        return regulation_rows(book, entry)
    if isinstance(entry, Provision):
        return _provision_rows(book, entry)
    if isinstance(entry, Rule):
        return _rule_rows(book, entry)
    if isinstance(entry, Value):
        return value_rows(book, entry)
    return category_rows(book, entry) if isinstance(entry, Category) else listed_rows(book, entry)


def regulation_rows(book: Rulebook, entry: Regulation) -> Rows:
    """Status, validity and relations of a regulation."""
    yield "Naskah", f"{READINGS[entry.reading]}; {_grades(book, entry)}"
    yield "Berlaku", _validity(entry)
    if entry.official:
        where = " ".join(
            filter(None, (entry.official.keeper, entry.official.address and f"<{entry.official.address}>"))
        )
        yield "Naskah resmi", where + (f"; cari: {entry.official.seek}" if entry.official.seek else "")
    yield from _relations(book, entry)
    if entry.note:
        yield "Catatan", entry.note
    yield "Id", entry.slug


def _validity(entry: Regulation) -> str:
    return entry.validity.label + (f"; dicabut oleh {entry.revoked_by}" if entry.revoked_by else "")


def _grades(book: Rulebook, entry: Regulation) -> str:
    own = [provision.evidence for provision in book.provisions if provision.regulation.name == entry.name]
    counted = [f"{own.count(grade)} {grade.label}" for grade in reversed(Evidence) if grade in own]
    return f"{len(own)} ketentuan dimuat" + (f" ({', '.join(counted)})" if counted else "")


def _relations(book: Rulebook, entry: Regulation) -> Rows:
    others = book.regulations.values()
    ways = {
        "Mengubah": entry.amends,
        "Diubah oleh": [other.name for other in others if entry.name in other.amends],
        "Mencabut": [other.name for other in others if other.revoked_by == entry.name],
        "Perintah dari": [str(citation) for citation in entry.delegated_by],
        "Memerintahkan": [
            f"{other.name} ({citation.pinpoint or 'tanpa letak'})"
            for other in others
            for citation in other.delegated_by
            if citation.regulation == entry.name
        ],
    }
    for label, names in ways.items():
        if names:
            yield label, "; ".join(names)
    if entry.undelegated:
        yield "Tanpa delegasi", entry.undelegated


def _provision_rows(book: Rulebook, entry: Provision) -> Rows:
    yield "Isi", entry.gist
    yield "Bukti", GRADES[entry.evidence]
    yield from source_rows(entry.sources)
    if entry.role:
        words = entry.role.replace("_", " ")
        yield "Tanpa kaidah", f"{words}: {entry.reason}" if entry.reason else words
    if entry.note:
        yield "Catatan", entry.note
    yield "Berlaku", entry.validity.label
    regulation = entry.regulation
    yield "Peraturan", f"{regulation.name} tentang {regulation.about}; {READINGS[regulation.reading]}"
    if regulation.revoked_by:
        yield "Dicabut oleh", regulation.revoked_by
    yield from _relations(book, regulation)
    yield "Id", entry.id


def source_rows(sources: Iterable[Source]) -> Rows:
    """Each source that a reader can open, by its name and address."""
    known = tuple(sources)
    openable = [f"{source.name}\n<{source.address}>" for source in known if source.address]
    if known and not openable:
        openable = ["tidak dapat dibuka pembaca"]
    for number, text in enumerate(openable):
        yield "" if number else "Sumber", text


def _rule_rows(book: Rulebook, entry: Rule) -> Rows:
    yield from _rule_words(book, entry)
    if entry.provision:
        yield "Ketentuan", str(entry.provision.citation)
        yield "Isi", entry.provision.gist
        yield "Bukti", GRADES[entry.provision.evidence]
        yield from source_rows(entry.provision.sources)
    else:
        yield "Dibaca", ", ".join(entry.read)


def _rule_words(book: Rulebook, rule: Rule) -> Rows:
    yield "Norma", norm_words(book, rule) + (" (instruksi kepada pejabat)" if rule.instructing else "")
    for number, words in enumerate(condition_words(book, rule)):
        yield "atau bagi" if number else "Bagi", words
    yield "Berlaku", rule.validity.label
    if rule.reading:
        yield "Tafsir", f"menurut {rule.reading.by}"
    for number, words in enumerate(_rivals(book, rule)):
        yield "" if number else "Terhadap", words
    for label, text in (("Ruang daerah", rule.room), ("Catatan", rule.note)):
        if text:
            yield label, text


def _rivals(book: Rulebook, rule: Rule) -> Iterator[str]:
    """The rules it cannot stand beside, and who would stand, those of one order and principle together."""
    found: dict[tuple[str, str], list[str]] = {}
    for rival in rivals(book, rule):
        found.setdefault((str(rival.order), str(rival.principle or "")), []).append(rival.rule.id)
    for (order, principle), names in found.items():
        more = f", dan {len(names) - _SHOWN} kaidah lain" if len(names) > _SHOWN else ""
        yield f"{order} {', '.join(names[:_SHOWN])}{more}" + (f": {principle}" if principle else "")


def _own_provisions(book: Rulebook, entry: Entry) -> str:
    if not isinstance(entry, Regulation):
        return ""
    own = next((it.places for it in coverage(book) if it.regulation == entry.name), ())
    return section("Ketentuan", "\n".join(_place(book, place) for place in own))


def _place(book: Rulebook, place: Covered) -> str:
    """A place of a regulation, and below it what it comes to."""
    if place.provision is None:
        return listed([f"{place.citation.pinpoint}: {place.gist} ({place.claim} {', '.join(place.by)})"])
    evidence = place.provision.evidence
    rules = [rule for rule in book.rules if rule.id in place.by]
    came_to = [_norm_for_whom(book, rule) for rule in rules]
    if not came_to:
        told = f"{place.claim} {', '.join(place.by)}" if place.by else str(place.claim)
        came_to = [f"{told}: {place.reason}" if place.reason else told]
    head = listed([f"{place.citation.where} [{evidence.label}]: {place.gist}"])
    return f"{head}\n{listed(came_to, '      ')}"


def _norm_for_whom(book: Rulebook, rule: Rule) -> str:
    reading = f"; tafsir menurut {rule.reading.by}" if rule.reading else ""
    return f"{norm_words(book, rule)}; bagi {whom_words(book, rule)}{reading} (kaidah {rule.id})"


def _rules(book: Rulebook, entry: Entry, resting: Resting) -> str:
    if isinstance(entry, Rule | Regulation) or not resting.rules:
        return ""
    if isinstance(entry, Provision) or len(resting.rules) <= _FULL:
        blocks = (f"{rule.id} (soal {rule.question})\n" + _indented(_rule_words(book, rule)) for rule in resting.rules)
        return section("Kaidah yang bersandar padanya", "\n".join(blocks))
    parts = []
    for question in dict.fromkeys(rule.question for rule in resting.rules):
        own = [rule for rule in resting.rules if rule.question is question]
        parts.append(f"  {question} ({len(own)})\n" + listed(_brief(book, own), "    "))
    return section(f"Kaidah yang bersandar padanya ({len(resting.rules)})", "\n".join(parts))


def _indented(rows: Rows) -> str:
    return labelled((f"  {label}", text) for label, text in rows)


def _brief(book: Rulebook, rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        where = f"{rule.provision.citation} [{rule.evidence.label}]" if rule.provision else "Dinyatakan diam"
        yield f"{where}, {rule.validity.label}: {_norm_for_whom(book, rule)}"


def figure_words(figure: Figure) -> str:
    """A figure on one line."""
    return f"{figure.meaning} [{figure.evidence.label}], {figure.citation} ({figure.kind} {figure.name})"


def _touched(book: Rulebook, entry: Entry, resting: Resting) -> str:
    if isinstance(entry, Category) or not resting.rules:
        return ""
    return listed([categories_words(book, resting.categories)])
