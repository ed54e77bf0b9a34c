"""What is known of each rule of drafting technique, read from ``rules/teknik/*.yaml``.

Each rule is told in the one form: what it checks, why, an example, the better text, its reference and how
well that is evidenced. A rule whose wording was seen in no source, or only by analogy, weighs no more than a
warning, and the number of an item of the technique that nobody saw is not written at all.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from regpol.documents.lint.forms import PaperForm
from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Scalar
from regpol.law.shaped_file import read_shaped
from regpol.terms.place import Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.base import Severity
from regpol.terms.problems.lint import ErrorWithoutEvidence, RuleTwice


class Confidence(StrEnum):
    """How well the wording of a rule is evidenced."""

    HIGH = "tinggi"
    MIDDLE = "sedang"
    LOW = "rendah"

    @property
    def meaning(self) -> str:
        """What an official should make of it."""
        return _MEANINGS[self.value]


_MEANINGS = {
    "tinggi": "bunyinya terbaca pada sumber terbuka",
    "sedang": "terbaca pada satu sumber sekunder, atau ditarik dari contoh yang ajek",
    "rendah": "kebiasaan penyusunan, belum ditemukan pada sumber",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a rule was read: an item of Lampiran II UU 12/2011, where its number is known, and pages."""

    place: Place
    item: str = ""
    derived: bool = False
    """Whether the number was counted from a confirmed neighbour and not itself seen."""
    pages: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """'Lampiran II UU 12/2011 butir 22 (nomor dihitung dari butir tetangganya)' or ''."""
        if not self.item:
            return ""
        counted = " (nomor dihitung dari butir tetangganya)" if self.derived else ""
        return f"Lampiran II UU 12/2011 butir {self.item}{counted}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule; its name is the key it stands under."""

    place: Place
    checks: str
    why: str
    example: str
    better: str
    source: Source
    confidence: Confidence
    severity: Severity
    applies_to: tuple[PaperForm, ...]
    by_custom: tuple[PaperForm, ...] = ()
    """Forms that no source binds to the rule, but whose drafters follow it."""
    of_whole: bool = False
    """Whether it judges a paper as a whole, so that a passage tells nothing of it."""

    @property
    def forms(self) -> tuple[PaperForm, ...]:
        """Every form it is checked on."""
        return (*self.applies_to, *self.by_custom)

    def weight(self, form: PaperForm) -> Severity:
        """How much a finding weighs on a paper of a form: by custom alone nothing is an error."""
        if form in self.by_custom and self.severity is Severity.ERROR:
            return Severity.WARNING
        return self.severity


def _text(meaning: str, example: str) -> Scalar[str]:
    return Scalar(lambda text: " ".join(text.split()) or None, meaning, example)


_SEVERITIES = {
    "kesalahan": Severity.ERROR,
    "perlu_diperiksa": Severity.WARNING,
    "untuk_diketahui": Severity.NOTE,
}
_SOURCE = Fields(
    "acuan",
    Source,
    (
        Key("butir", _text("nomor butir Lampiran II UU 12/2011 yang terbaca pada sumber", "22"), "item"),
        Key("dihitung", Choice("apakah nomor butir dihitung dari tetangganya", {"ya": True}), "derived"),
        Key("halaman", ListOf(_text("alamat halaman, atau uraian sumber", "https://…")), "pages"),
    ),
)
_RULE = Fields(
    "aturan teknik",
    Rule,
    (
        Key("memeriksa", _text("apa yang diperiksa", "Judul ditulis kapital."), "checks", required=True),
        Key("mengapa", _text("mengapa itu penting", "Pembaca mengenali judul."), "why", required=True),
        Key("contoh", _text("tulisan yang keliru", "Peraturan Bupati"), "example", required=True),
        Key("sebaiknya", _text("tulisan yang benar", "PERATURAN BUPATI"), "better", required=True),
        Key("acuan", _SOURCE, "source", required=True),
        Key("bukti", Choice("bukti", {it.value: it for it in Confidence}), "confidence", required=True),
        Key("bobot", Choice("bobot temuan", _SEVERITIES), "severity", required=True),
        Key(
            "berlaku_untuk",
            ListOf(Choice("bentuk naskah", {it.value: it for it in PaperForm}), some=True),
            "applies_to",
            required=True,
        ),
        Key(
            "kebiasaan_untuk",
            ListOf(Choice("bentuk naskah yang mengikutinya tanpa diikat", {it.value: it for it in PaperForm})),
            "by_custom",
        ),
        Key("naskah_utuh", Choice("apakah hanya dapat dinilai pada naskah utuh", {"ya": True}), "of_whole"),
    ),
)
_FILE = Named(_RULE)


def rules_schema() -> dict[str, Any]:
    """What an editor is told of a file of rules."""
    return _FILE.schema()


def read_rules(folder: Path) -> dict[str, Rule]:
    """Every rule of the files of a folder, by its name (``DR-021``), in the order of the names.

    Raises:
        Refused: with everything wrong in the files: a rule given twice, an error that is not well evidenced.
    """
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        for name, rule in read_shaped(path, f"{folder.name}/{path.name}", _FILE):
            if name.value in rules:
                problems.append(RuleTwice(place=name.place, given=name.value, first=str(rules[name.value].place)))
            if rule.severity is Severity.ERROR and rule.confidence is not Confidence.HIGH:
                weak = ErrorWithoutEvidence(place=name.place, rule=name.value, confidence=str(rule.confidence))
                problems.append(weak)
            rules[name.value] = rule
    if problems:
        raise Refused(*problems)
    return dict(sorted(rules.items()))
