"""The legal bases of a draft: what each clause rests on, and the regulations of Mengingat.

Everything here is computed from the rulebook and the findings; a basis that cannot be found is left
out, so that the draft shows the clause as resting on nothing yet.
"""

import re
from collections.abc import Iterable
from datetime import date

from regpol.documents.brief.paper import Basis
from regpol.documents.brief.wording import GazetteWords, Wording
from regpol.law.model import Provision, Regulation, Rulebook
from regpol.law.yaml_text import Text
from regpol.project.region import Region
from regpol.terms.answer import Evidence
from regpol.terms.citation import UNVERIFIED, number_and_year
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.rule_files import UnknownName

_GAZETTE = re.compile(r"(?:LN )?(?:Tahun )?(\d{4}) Nomor (\d+)(?:, Tambahan Lembaran Negara (\d+))?")


def basis(key: str, provisions: Iterable[Provision]) -> Basis | None:
    """One basis over several provisions, as weak as the weakest; None if there are none."""
    listed = tuple(dict.fromkeys(provisions))
    if not listed:
        return None
    evidence = min(provision.evidence for provision in listed)
    return Basis(
        id=key,
        citation="; ".join(dict.fromkeys(str(provision.citation) for provision in listed)),
        gist=" ".join(provision.gist for provision in listed[:2]),
        evidence=evidence.label,
        official=evidence is Evidence.OFFICIAL,
        sources=tuple(dict.fromkeys(s.name for provision in listed for s in provision.sources if s.address)),
    )


def weak_bases(bases: Iterable[Basis]) -> tuple[Basis, ...]:
    """The bases below a mirror of the text, weakest first: what a lawyer has to read before anything else."""
    grades = {grade.label: grade for grade in Evidence}
    weak = (one for one in bases if grades[one.evidence] < Evidence.MIRROR)
    return tuple(sorted(weak, key=lambda one: grades[one.evidence]))


def fixed_bases(rulebook: Rulebook, wording: Wording) -> dict[str, tuple[Provision, ...]]:
    """The provisions behind the fixed keys of the templates.

    Raises:
        Refused: if the wording names a provision that the rulebook lacks.
    """
    known = {f"{p.citation.regulation} {p.citation.pinpoint}": p for p in reversed(rulebook.provisions)}
    problems: list[Problem] = []
    found = {key: tuple(_found(texts, known, problems)) for key, texts in wording.bases.items()}
    if problems:
        raise Refused(*problems)
    return found


def _found(texts: tuple[Text, ...], known: dict[str, Provision], problems: list[Problem]) -> Iterable[Provision]:
    for text in texts:
        provision = known.get(text.value)
        if provision is None:
            names = tuple(known)
            problems.append(UnknownName(place=text.place, what="ketentuan", given=text.value, known=names))
        else:
            yield provision


def mengingat(
    rulebook: Rulebook, wording: Wording, provisions: Iterable[Provision], region: Region, on: date
) -> tuple[str, ...]:
    """The regulations that empower or command, by rank and then by time, each with its amendments and gazette.

    Instructions and circulars are no legal basis, and a text nobody could read is not cited.
    """
    regulations: dict[str, Regulation] = {}
    for provision in provisions:
        regulation = _original(rulebook, provision.regulation)
        instructing = regulation.kind in rulebook.ladder.instructing
        if not instructing and provision.evidence is not Evidence.NOT_FOUND:
            regulations[regulation.name] = regulation
    above = rulebook.ladder.above
    ordered = sorted(
        regulations.values(),
        key=lambda it: (len(above[it.kind]), it.kind, it.year, int(it.number) if it.number.isdigit() else 0),
    )
    formed = forming_law(rulebook, wording, region)
    opening = [text.format(daerah=region.name, pembentukan=formed) for text in wording.citations]
    return (*opening, *(_cited(rulebook, wording.gazette, regulation, on) for regulation in ordered))


def _original(rulebook: Rulebook, regulation: Regulation) -> Regulation:
    known = [rulebook.regulations[name] for name in regulation.amends if name in rulebook.regulations]
    return known[0] if known else regulation


def _cited(rulebook: Rulebook, words: GazetteWords, regulation: Regulation, on: date) -> str:
    amending = sorted(
        (
            it
            for it in rulebook.regulations.values()
            if regulation.name in it.amends and it.validity.since.earliest <= on
        ),
        key=lambda it: (it.year, it.validity.since.earliest),
    )
    text = full_title(rulebook, words, regulation)
    if not amending:
        return text
    # the title of the last one tells of those before it that the rulebook does not know
    first = amending[-1].about.startswith("Perubahan atas") or not amending[-1].about.startswith("Perubahan")
    often = "" if first and len(amending) == 1 else " beberapa kali, terakhir"
    return f"{text} sebagaimana telah diubah{often} dengan {full_title(rulebook, words, amending[-1])}"


def full_title(rulebook: Rulebook, words: GazetteWords, regulation: Regulation) -> str:
    """A regulation as Mengingat writes it, its gazette filled in or marked as a blank."""
    kind = rulebook.ladder.names[regulation.kind]
    if regulation.issuer and kind.split()[-1] == regulation.issuer.split()[0]:
        kind = f"{kind.rsplit(' ', 1)[0]} {regulation.issuer}"
    title = f"{kind} Nomor {regulation.number} Tahun {regulation.year} tentang {regulation.about}"
    return f"{title} {_gazette(words, regulation.gazette, regulation.kind)}"


def forming_law(rulebook: Rulebook, wording: Wording, region: Region) -> str:
    """The law that formed a region as Mengingat writes it, or the marked blank where no source was found."""
    law = rulebook.regions.forming(region.code)
    numbered = number_and_year(law.law) if law else None
    if law is None or numbered is None:
        return wording.unknown_forming_law.format(daerah=region.name)
    short = law.law.partition(" ")[0]
    kind = next(code for code, name in rulebook.ladder.short.items() if name == short)
    title = f"{rulebook.ladder.names[kind]} Nomor {numbered[0]} Tahun {numbered[1]} tentang {law.about}"
    return f"{title} {_gazette(wording.gazette, law.gazette, kind)}"


def _gazette(words: GazetteWords, gazette: str, kind: str) -> str:
    """Where it was promulgated, or a marked blank."""
    match = _GAZETTE.fullmatch(gazette)
    if not match:
        return words.blank(kind)
    parts = [words.main.format(tahun=match[1], nomor=match[2])]
    parts.append(
        words.addition.format(nomor=match[3]) if match[3] else f"{words.addition.split(' Nomor')[0]} [{UNVERIFIED}]"
    )
    return f"({', '.join(parts)})"
